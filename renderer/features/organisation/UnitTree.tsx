// The tree of units: windowed, walked by keyboard as a tree, its figures under each other.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useLevels } from '../../frame/levels.ts';
import { useScope, useSelection } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { useWords } from '../../words.ts';
import type { UnitRow } from '../../../shared/model/unit.ts';
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
  const { remove } = useUnitActs();
  const [menuFor, setMenuFor] = useState<string | null>(null);
  const { lines, virtualizer, scrollRef, indexOf, reveal } = tree;
  /** The unit this tree itself went to last: what was selected elsewhere is looked for and shown. */
  const wentTo = useRef<string | null>(null);

  const follow = useEffectEvent((unitId: string | null) => {
    if (unitId === null || unitId === wentTo.current) return;
    wentTo.current = unitId;
    void reveal(unitId);
  });
  useEffect(() => follow(activeId), [activeId]);

  const at = indexOf(activeId);
  const activeLine = at < 0 ? undefined : lines[at];
  const active = activeLine?.row;

  function goTo(row: UnitRow | undefined): void {
    if (!row) return;
    wentTo.current = row.id;
    setMenuFor(null);
    select(row.id);
    virtualizer.scrollToIndex(indexOf(row.id), { align: 'auto' });
  }
  /** The nearest line with a unit on it, from `index` on in one direction. */
  function goNear(index: number, step: 1 | -1): void {
    for (let line = Math.max(0, Math.min(lines.length - 1, index)); lines[line]; line += step) {
      if (lines[line]!.row) return goTo(lines[line]!.row);
      virtualizer.scrollToIndex(line, { align: 'auto' });
      return;
    }
  }
  function toggle(row: UnitRow): void {
    const line = lines[indexOf(row.id)];
    if (!line?.expanded) return tree.expand([row.id]);
    // What was chosen below would be out of sight: its branch is chosen instead.
    if (at > indexOf(row.id) && lines.slice(indexOf(row.id) + 1, at + 1).every((below) => below.depth > line.depth)) goTo(row);
    tree.collapse(row.id);
  }
  /** Below the unit, or beside it where nothing may stand below. */
  function addAt(row: UnitRow): void {
    const parentId = row.closedDay === null && levels.some((level) => level.under.includes(row.levelId)) ? row.id : row.parentId;
    if (parentId !== null) openUnitForm('add', parentId);
  }
  function lookHere(row: UnitRow): void {
    if (row.children === 0) return;
    wentTo.current = row.id;
    scope.setScope(row.parentId === null ? null : row.id);
    tree.expand([row.id]);
  }
  const parentIndex = (): number => {
    for (let line = at - 1; line >= 0; line--) if (lines[line]!.depth < activeLine!.depth) return line;
    return at;
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 1);
    const moves: Record<string, () => void> = {
      ArrowDown: () => goNear(at + 1, 1),
      ArrowUp: () => goNear(at - 1, -1),
      PageDown: () => goNear(at + page, -1),
      PageUp: () => goNear(at - page, 1),
      Home: () => goNear(0, 1),
      End: () => goNear(lines.length - 1, -1),
    };
    const acts: Record<string, (row: UnitRow) => void> = {
      ArrowRight: (row) => { if (activeLine?.expanded) goNear(at + 1, 1); else if (row.children > 0) tree.expand([row.id]); },
      ArrowLeft: (row) => { if (activeLine?.expanded) tree.collapse(row.id); else goNear(parentIndex(), -1); },
      '*': () => tree.expand(lines.filter((line) => line.parentId === activeLine?.parentId).flatMap((line) => (line.row && line.row.children > 0 ? [line.row.id] : []))),
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
        aria-busy={tree.isEmpty} aria-activedescendant={active ? lineId(active.id) : undefined} onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            const { row } = line;
            if (!row) return <div key={item.key} className="tree-line" data-waiting role="presentation" style={{ transform: `translateY(${item.start}px)`, height: rowHeight }} />;
            const isActive = row.id === activeId;
            return (
              <TreeLine
                key={row.id} id={lineId(row.id)} row={row} depth={line.depth} index={line.index} siblings={line.siblings} expanded={line.expanded} active={isActive} isScope={row.id === scope.unitId}
                top={item.start} height={rowHeight} onClick={() => goTo(row)} onToggle={() => toggle(row)} onOpen={() => lookHere(row)} onMenu={() => { goTo(row); setMenuFor(row.id); }}
                menu={isActive ? <UnitMenu row={row} opened={menuFor === row.id} onChange={(opened) => setMenuFor(opened ? row.id : null)} onLookHere={() => lookHere(row)} /> : null}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}
