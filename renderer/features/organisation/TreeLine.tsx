// One line of the tree: how deep, which level, the name, and its booths and electors under each other. Drawn anew only when something of it changed.
import { IconChevronRight, IconFlask } from '@tabler/icons-react';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { UnitName } from '../../frame/UnitName.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { UnitRow } from '../../../shared/model/unit.ts';
import { useChanged } from './useChanged.ts';

interface Props {
  id: string;
  row: UnitRow;
  levelName: string;
  depth: number;
  index: number;
  siblings: number;
  expanded: boolean;
  active: boolean;
  isScope: boolean;
  top: number;
  height: number;
  menu: ReactNode;
}

/** What is done with it by mouse is heard by the tree, which finds the line by `data-line` and its arrow by `data-arrow`. */
export const TreeLine = memo(function TreeLine({ id, row, levelName, depth, index, siblings, expanded, active, isScope, top, height, menu }: Props) {
  const t = useWords('organisation');
  const named = useNamed();
  const { number, day } = useNumbers();
  const name = named(row);
  const nameChanged = useChanged(row.id, name);
  const boothsChanged = useChanged(row.id, row.booths);
  const electorsChanged = useChanged(row.id, row.electors);
  return (
    <div
      id={id} role="treeitem" aria-level={depth + 1} aria-posinset={index + 1} aria-setsize={siblings} aria-selected={active} data-line={row.id}
      aria-expanded={row.children > 0 ? expanded : undefined} aria-current={isScope ? 'location' : undefined}
      className="tree-line" data-closed={row.closedDay !== null || undefined} style={{ transform: `translateY(${top}px)`, height }}
    >
      <span className="tree-name" style={{ paddingInlineStart: depth * 16 }}>
        <span className="tree-chevron" data-arrow data-expanded={expanded || undefined} data-leaf={row.children === 0 || undefined} aria-hidden="true">
          {row.children > 0 ? <IconChevronRight size={15} stroke={2} /> : null}
        </span>
        <span className="tree-text" data-changed={nameChanged} title={name}><UnitName unit={row} /></span>
        <span className="tree-level">{levelName}</span>
        {row.demonstration ? <span className="tree-demo" title={t('demonstrationLong')}><IconFlask size={13} stroke={1.8} aria-hidden="true" /><span className="unseen">{t('demonstration')}</span></span> : null}
        {row.closedDay !== null ? <span className="tree-level">{t('closedOn', { day: day(row.closedDay) })}</span> : null}
        {menu}
      </span>
      <span className="tree-figure" data-changed={boothsChanged}>{row.levelId === 'booth' ? '' : number(row.booths)}</span>
      <span className="tree-figure" data-changed={electorsChanged}>{number(row.electors)}</span>
    </div>
  );
});
