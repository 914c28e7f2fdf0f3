// The roles a column may be given, in groups, worded for its menu.
import { rolesOfExtras, rolesOfForm } from './draft.ts';
import type { Draft } from './draft.ts';
import { useLevelName, useLevels } from '../../frame/levels.ts';
import { useWords } from '../../words.ts';

export interface RoleGroup {
  group: string;
  items: { value: string; label: string }[];
}

export function useRoleMenu(form: Draft['form']): RoleGroup[] {
  const t = useWords('importing');
  const levels = useLevels();
  const levelName = useLevelName();
  const extras = rolesOfExtras.map((role) => ({ value: role, label: t(`roles.${role}`) }));
  const ofLevels = levels.map(({ id }) => {
    const level = levelName(id);
    const roles = id === 'booth' ? ['name', 'nameHi', 'code', 'partName'] : ['name', 'nameHi', 'code'];
    return { group: level, items: roles.map((role) => ({ value: `${role}:${id}`, label: t(`roles.${role}`, { level }) })) };
  });
  if (form === 'subdistricts') {
    // In which district and block to look for the panchayat.
    return [{ group: t('roles.panchayat'), items: rolesOfForm[form].map((role) => ({ value: role, label: t(`roles.${role}`) })) }, ...ofLevels.filter((_, at) => levels[at]!.id === 'district' || levels[at]!.id === 'block')];
  }
  if (form !== 'levels') {
    return [
      { group: t('roles.unit'), items: rolesOfForm[form].map((role) => ({ value: role, label: t(`roles.${role}`) })) },
      { group: t('roles.facts'), items: extras },
    ];
  }
  return [
    ...ofLevels,
    { group: t('roles.facts'), items: extras },
  ];
}
