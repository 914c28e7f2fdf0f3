// The tree of units: windowed, walked by keyboard as a tree, its figures under each other.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useLevelName, useLevels } from '../../frame/levels.ts';
import { useScope, useSelection } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { useWords } from '../../words.ts';
import type { TreeRow } from '../../../shared/model/unit.ts';
import { TreeLine } from './TreeLine.tsx';
import { openUnitForm } from './unitForm.ts';
import { UnitMenu } from './UnitMenu.tsx';
import type { Tree } from './useTree.ts';
import { useUnitActs } from './useUnitActs.ts';

const lineId = (unitId: string) => `tree ${unitId}`.replaceAll(' ', '-');

export function UnitTree({ tree, rowHeight }: { tree: Tree; rowHeight: number }) {
  const t = useWords('organisation');
  const { unitId: activeId, select } = useSelection();
  const scope = useScope();
  const levels = useLevels();
  const levelName = useLevelName();
  const { remove } = useUnitActs();
  const [menuFor, setMenuFor] = useState<string | null>(null);
  const { layout, virtualizer, scrollRef, indexOf, reveal } = tree;
  /** The unit this tree itself went to last: what was selected elsewhere is looked for and shown. */
  const wentTo = useRef<string | null>(null);

  const follow = useEffectEvent((unitId: string | null) => {
    if (unitId === null || unitId === wentTo.current) return;
    wentTo.current = unitId;
    void reveal(unitId);
  });
  useEffect(() => follow(activeId), [activeId]);

  const at = indexOf(activeId);
  const activeLine = at < 0 ? undefined : layout.lineAt(at);
  const active = activeLine?.row;
  /** The line the keyboard went to whose unit was still on its way. */
  const pending = useRef<number | null>(null);

  function goTo(row: TreeRow | undefined): void {
    if (!row) return;
    wentTo.current = row.id;
    pending.current = null;
    setMenuFor(null);
    select(row.id);
    virtualizer.scrollToIndex(indexOf(row.id), { align: 'auto' });
  }
  /** A line as near as may be; the unit on it is chosen as soon as it is there. */
  function goNear(index: number): void {
    const line = Math.max(0, Math.min(layout.total - 1, index));
    virtualizer.scrollToIndex(line, { align: 'auto' });
    const { row } = layout.lineAt(line);
    if (row) goTo(row);
    else pending.current = line;
  }
  const choosePending = useEffectEvent(() => {
    if (pending.current !== null) goTo(layout.lineAt(pending.current).row);
  });
  useEffect(() => choosePending());
  /** Whether a unit stands somewhere below another. */
  function isBelow(unitId: string | null, aboveId: string): boolean {
    for (let above = unitId === null ? null : layout.parentOf(unitId); above; above = layout.parentOf(above)) if (above === aboveId) return true;
    return false;
  }
  function toggle(row: TreeRow): void {
    if (!layout.lineAt(indexOf(row.id)).expanded) return tree.expand([row.id]);
    // What was chosen below would be out of sight: its branch is chosen instead.
    if (isBelow(activeId, row.id)) goTo(row);
    tree.collapse(row.id);
  }
  /** Below the unit, or beside it where nothing may stand below. */
  function addAt(row: TreeRow): void {
    const parentId = row.closedDay === null && levels.some((level) => level.under.includes(row.levelId)) ? row.id : row.parentId;
    if (parentId !== null) openUnitForm('add', parentId);
  }
  function lookHere(row: TreeRow): void {
    if (row.children === 0) return;
    wentTo.current = row.id;
    scope.setScope(row.parentId === null ? null : row.id);
    tree.expand([row.id]);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 1);
    const moves: Record<string, () => void> = {
      ArrowDown: () => goNear(at + 1),
      ArrowUp: () => goNear(at - 1),
      PageDown: () => goNear(at + page),
      PageUp: () => goNear(at - page),
      Home: () => goNear(0),
      End: () => goNear(layout.total - 1),
    };
    const acts: Record<string, (row: TreeRow) => void> = {
      ArrowRight: (row) => { if (activeLine?.expanded) goNear(at + 1); else if (row.children > 0) tree.expand([row.id]); },
      ArrowLeft: (row) => { if (activeLine?.expanded) tree.collapse(row.id); else if (row.parentId !== null) goNear(indexOf(row.parentId)); },
      '*': (row) => tree.expand(layout.rowsOf(row.parentId).filter((beside) => beside.children > 0).map((beside) => beside.id)),
      Enter: lookHere,
      F2: (row) => openUnitForm('edit', row.id),
      Insert: addAt,
      n: addAt,
      N: addAt,
      Delete: (row) => { if (row.parentId === null) return; if (row.children > 0) openUnitForm('close', row.id); else void remove(row); },
      ContextMenu: (row) => setMenuFor(row.id),
    };
    const move = moves[event.key];
    const act = acts[event.key];
    if (move) move();
    else if (act && active) act(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const rowOf = (event: MouseEvent): TreeRow | undefined => {
    const unitId = (event.target as Element).closest('[data-line]')?.getAttribute('data-line');
    const index = indexOf(unitId ?? null);
    return index < 0 ? undefined : layout.lineAt(index).row;
  };
  const onArrow = (event: MouseEvent): boolean => (event.target as Element).closest('[data-arrow]') !== null;
  /** The menu lies elsewhere on the page, but its events come by here. */
  const inMenu = (event: MouseEvent): boolean => !event.currentTarget.contains(event.target as Element);
  function onClick(event: MouseEvent): void {
    const row = rowOf(event);
    if (!row || inMenu(event)) return;
    if (!onArrow(event)) goTo(row);
    else if (row.children > 0) toggle(row);
  }
  function onDoubleClick(event: MouseEvent): void {
    const row = rowOf(event);
    if (row && !onArrow(event) && !inMenu(event)) lookHere(row);
  }
  function onContextMenu(event: MouseEvent): void {
    const row = rowOf(event);
    if (!row || inMenu(event)) return;
    event.preventDefault();
    goTo(row);
    setMenuFor(row.id);
  }

  const density = useSession((session) => session.density);

  return (
    <>
      <div className="tree-head" aria-hidden="true">
        <span className="tree-name">{t('unit')}</span>
        <span className="tree-figure">{t('booths')}</span>
        <span className="tree-figure">{t('electors')}</span>
      </div>
      {tree.error && tree.isEmpty ? <ErrorPanel error={tree.error} /> : null}
      <div
        ref={scrollRef} className="tree-scroll" role="tree" aria-label={t('tree')} tabIndex={0} data-unit-tree data-density={density}
        aria-busy={tree.isEmpty} aria-activedescendant={active ? lineId(active.id) : undefined} onKeyDown={onKeyDown} onClick={onClick} onDoubleClick={onDoubleClick} onContextMenu={onContextMenu}
      >
        <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {tree.shown.map(({ item, line }) => {
            const { row } = line;
            if (!row) return <div key={item.key} className="tree-line" data-waiting role="presentation" style={{ transform: `translateY(${item.start}px)`, height: rowHeight }} />;
            const isActive = row.id === activeId;
            return (
              <TreeLine
                key={row.id} id={lineId(row.id)} row={row} levelName={levelName(row.levelId)} depth={line.depth} index={line.index} siblings={line.siblings} expanded={line.expanded} active={isActive} isScope={row.id === scope.unitId}
                top={item.start} height={rowHeight}
                menu={isActive ? <UnitMenu row={row} opened={menuFor === row.id} onChange={(opened) => setMenuFor(opened ? row.id : null)} onLookHere={() => lookHere(row)} /> : null}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
