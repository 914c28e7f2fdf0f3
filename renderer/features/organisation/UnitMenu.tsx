// What can be done with the unit under the pointer, each act with its key.
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDownRight, IconArrowsMove, IconArrowsSplit2, IconCalendarOff, IconCalendarPlus, IconDots, IconPencil, IconPlus, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useLevels } from '../../frame/levels.ts';
import { useNamed, useWords } from '../../words.ts';
import type { UnitRow } from '../../../shared/model/unit.ts';
import { useSession } from '../../store.ts';
import { openUnitForm } from './unitForm.ts';
import { useUnitActs } from './useUnitActs.ts';

interface Props {
  row: UnitRow;
  opened: boolean;
  onChange: (opened: boolean) => void;
  onLookHere: () => void;
}

/** Acts of the screen beside this one, where they are done with their day and order. */
const datedActs = ['split', 'merge', 'move', 'rename', 'renumber'];

const Key = ({ children }: { children: string }) => <kbd className="key">{children}</kbd>;

export function UnitMenu({ row, opened, onChange, onLookHere }: Props) {
  const t = useWords('organisation');
  const named = useNamed();
  const levels = useLevels();
  const { remove, reopen } = useUnitActs();
  const go = useSession((session) => session.go);
  const mayHaveUnits = levels.some((level) => level.under.includes(row.levelId)) && row.closedDay === null;
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-start" width={260} returnFocus>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} tabIndex={-1} className="tree-menu" aria-label={t('actsOf', { name: named(row) })} onClick={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
        {row.children > 0 ? <Menu.Item leftSection={<IconArrowDownRight size={16} />} rightSection={<Key>Enter</Key>} onClick={onLookHere}>{t('lookHere')}</Menu.Item> : null}
        {mayHaveUnits ? <Menu.Item leftSection={<IconPlus size={16} />} rightSection={<Key>Insert</Key>} onClick={() => openUnitForm('add', row.id)}>{t('addBelow')}</Menu.Item> : null}
        <Menu.Item leftSection={<IconPencil size={16} />} rightSection={<Key>F2</Key>} onClick={() => openUnitForm('edit', row.id)}>{t('edit')}</Menu.Item>
        {row.parentId !== null ? <Menu.Item leftSection={<IconArrowsMove size={16} />} onClick={() => openUnitForm('move', row.id)}>{t('move')}</Menu.Item> : null}
        {row.closedDay === null ? <Menu.Item leftSection={<IconUserPlus size={16} />} onClick={() => go('charges', { units: row.id })}>{t('giveCharge')}</Menu.Item> : null}
        {row.parentId !== null && row.closedDay === null ? (
          <Menu.Sub>
            <Menu.Sub.Target><Menu.Sub.Item leftSection={<IconArrowsSplit2 size={16} />}>{t('reorganisation:menu.title')}</Menu.Sub.Item></Menu.Sub.Target>
            <Menu.Sub.Dropdown>
              {datedActs.map((act) => <Menu.Item key={act} onClick={() => go('reorganisation', { act, unitId: row.id })}>{t(`reorganisation:menu.${act}`)}</Menu.Item>)}
              <Menu.Item onClick={() => go('reorganisation', { view: 'then', unitId: row.id })}>{t('reorganisation:menu.then')}</Menu.Item>
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ) : null}
        <Menu.Divider />
        {row.closedDay !== null
          ? <Menu.Item leftSection={<IconCalendarPlus size={16} />} onClick={() => void reopen(row.id)}>{t('reopen')}</Menu.Item>
          : row.parentId !== null ? <Menu.Item leftSection={<IconCalendarOff size={16} />} {...(row.children > 0 ? { rightSection: <Key>Del</Key> } : {})} onClick={() => openUnitForm('close', row.id)}>{t('close')}</Menu.Item> : null}
        {row.parentId !== null && row.children === 0 ? <Menu.Item leftSection={<IconTrash size={16} />} rightSection={<Key>Del</Key>} onClick={() => void remove(row)}>{t('remove')}</Menu.Item> : null}
      </Menu.Dropdown>
    </Menu>
  );
}
