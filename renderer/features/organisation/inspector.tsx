// The inspector's first section: the facts of the unit and what can be done with it.
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowsMove, IconCalendarOff, IconCalendarPlus, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useLevels } from '../../frame/levels.ts';
import { useQuery } from '../../hooks.ts';
import type { InspectorSection } from '../../screens.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { UnitDetail } from '../../../shared/model/unit.ts';
import './organisation.css';
import { leaveOtherForms, openUnitForm, useUnitForm } from './unitForm.ts';
import { UnitFacts } from './UnitFacts.tsx';
import { AddForm, CloseForm, EditForm, MoveForm } from './UnitForms.tsx';
import { useUnitActs } from './useUnitActs.ts';

const forms = { edit: EditForm, add: AddForm, move: MoveForm, close: CloseForm };

function useMayHaveUnits(unit: UnitDetail | undefined): boolean {
  const levels = useLevels();
  return unit !== undefined && unit.closedDay === null && levels.some((level) => level.under.includes(unit.levelId));
}

function UnitActs({ unit }: { unit: UnitDetail }) {
  const t = useWords('organisation');
  const named = useNamed();
  const mayHaveUnits = useMayHaveUnits(unit);
  const { remove, reopen } = useUnitActs();
  return (
    <div className="unit-acts">
      <Button size="compact-sm" variant="default" leftSection={<IconPencil size={14} />} onClick={() => openUnitForm('edit', unit.id)}>{t('edit')}</Button>
      {mayHaveUnits ? <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={() => openUnitForm('add', unit.id)}>{t('addBelow')}</Button> : null}
      {unit.closedDay !== null ? <Button size="compact-sm" variant="default" leftSection={<IconCalendarPlus size={14} />} onClick={() => void reopen(unit.id)}>{t('reopen')}</Button> : null}
      {unit.parentId !== null ? (
        <Menu position="bottom-end">
          <Menu.Target><ActionIcon variant="default" size={26} aria-label={t('actsOf', { name: named(unit) })}><IconDots size={15} /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconArrowsMove size={15} />} onClick={() => openUnitForm('move', unit.id)}>{t('move')}</Menu.Item>
            {unit.closedDay === null ? <Menu.Item leftSection={<IconCalendarOff size={15} />} onClick={() => openUnitForm('close', unit.id)}>{t('close')}</Menu.Item> : null}
            {unit.children === 0 ? <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void remove(unit)}>{t('remove')}</Menu.Item> : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}

function Section({ unitId }: { unitId: string }) {
  const form = useUnitForm((state) => state.form);
  const unit = useQuery('units.get', { id: unitId }).data;
  // A form left by choosing another unit doesn't come back with the first.
  useEffect(() => leaveOtherForms(unitId), [unitId]);
  const mayHaveUnits = useMayHaveUnits(unit);
  if (!unit) return null;
  if (form?.unitId === unitId && (form.kind !== 'add' || mayHaveUnits)) {
    const Form = forms[form.kind];
    return <Form key={`${form.kind} ${unitId}`} unit={unit} />;
  }
  return (
    <>
      <UnitActs unit={unit} />
      <UnitFacts unit={unit} />
    </>
  );
}

export default { order: 10, Section } satisfies InspectorSection;
