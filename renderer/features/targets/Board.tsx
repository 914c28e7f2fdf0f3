// The board as a grid: the unit itself as the first line, the units below it, moved through and typed into as in a spreadsheet.
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent, MouseEvent } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useScope, useSelection } from '../../hooks.ts';
import { showNotice } from '../../toasts.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { Metric } from '../../../shared/model/programme.ts';
import './board.css';
import { BoardCell } from './BoardCell.tsx';
import { BoardEditor } from './BoardEditor.tsx';
import type { Leaving } from './CellEditor.tsx';
import { gridOf } from './columns.ts';
import type { Column } from './columns.ts';
import { at, inRange, moved, rangeOf } from './gridModel.ts';
import type { Cell, Selection } from './gridModel.ts';
import type { BoardLines } from './useBoard.ts';
import type { BoardActs } from './useBoardActs.ts';

interface Props {
  board: BoardLines;
  acts: BoardActs;
  metric: Metric;
  columns: readonly Column[];
  onRecord: (unitId: string) => void;
  /** A new object each time somebody wants to type the unit's own target. */
  editOwn: object | null;
}

const startsTyping = /^[0-9०-९]$/;

export function Board({ board, acts, metric, columns, onRecord, editOwn }: Props) {
  const t = useWords('targets');
  const named = useNamed();
  const level = useLevelName();
  const { setScope } = useScope();
  const { select } = useSelection();
  const { total, virtualizer, scrollRef, lineAt, unit, unitId, rowHeight, order, setOrder, ancestors, fresh } = board;
  const [selection, setSelection] = useState<Selection>(at(0, 0));
  const [editing, setEditing] = useState<{ cell: Cell; typed: string | null } | null>(null);
  const [cameFrom, setCameFrom] = useState<string | null>(null);
  const [shownFor, setShownFor] = useState<string | null>(null);
  const [edited, setEdited] = useState<object | null>(null);
  const columnOf = (id: Column['id']) => columns.findIndex((column) => column.id === id);
  const range = rangeOf(selection);
  const activeLine = lineAt(selection.active.row);

  // Another unit's board begins at its first line, or at the unit one has come up from.
  if (fresh && shownFor !== unitId) {
    let row = 0;
    if (cameFrom !== null) for (let n = 1; n <= total; n++) if (lineAt(n)?.id === cameFrom) row = n;
    setShownFor(unitId);
    setCameFrom(null);
    setSelection(at(row, selection.active.column));
    setEditing(null);
  }
  if (fresh && editOwn !== null && editOwn !== edited) {
    setEdited(editOwn);
    setSelection(at(0, columnOf('own')));
    setEditing({ cell: { row: 0, column: columnOf('own') }, typed: null });
  }

  const { row: activeRow, column: activeColumn } = selection.active;
  useEffect(() => reveal(scrollRef.current, { row: activeRow, column: activeColumn }, rowHeight), [scrollRef, activeRow, activeColumn, rowHeight]);

  function go(next: Selection): void {
    setSelection(next);
    const line = lineAt(next.active.row);
    if (line) select(line.id);
  }
  function edit(cell: Cell, typed: string | null = null): void {
    if (lineAt(cell.row)?.partly) { showNotice(t('groups:partNotSet')); return; }
    if (columns[cell.column]?.editable && lineAt(cell.row)) setEditing({ cell, typed });
  }
  function goDown(row: number): void {
    const line = lineAt(row);
    if (line && row > 0 && line.children > 0) setScope(line.id);
  }
  /** Where a figure leads: what can be typed is edited, sums lead to what they are made of, progress to its reports. */
  function open(row: number, column: number): void {
    const id = columns[column]?.id;
    const line = lineAt(row);
    if (columns[column]?.editable) edit({ row, column });
    else if (line && (id === 'achieved' || id === 'percent' || id === 'lastReport')) onRecord(line.id);
    else goDown(row);
  }
  function leave(leaving: Leaving): void {
    setEditing(null);
    scrollRef.current?.focus({ preventScroll: true });
    const key = { down: 'ArrowDown', up: 'ArrowUp', right: 'Tab', left: 'Tab', stay: '' }[leaving];
    const next = moved(at(selection.active.row, selection.active.column), { key, shift: leaving === 'left', ctrl: false }, { rows: total + 1, columns: columns.length, page: 1 });
    if (next) go(next);
  }
  function sortBy(column: Column): void {
    if (column.sort) setOrder(order.sort === column.sort ? { ...order, descending: !order.descending } : { sort: column.sort, descending: column.id !== 'name' && column.id !== 'difference' });
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget || event.altKey) return;
    const { key, shiftKey: shift } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const { active } = selection;
    const column = columns[active.column];
    if (ctrl && key === 'ArrowDown') goDown(active.row);
    else if (ctrl && key === 'ArrowUp') {
      const above = ancestors.at(-1);
      if (above) { setCameFrom(unitId); setScope(above.id); }
    } else if (ctrl && key.toLowerCase() === 'c') void acts.copy(range, range.toRow - range.fromRow === total && range.toColumn > range.fromColumn);
    else if (key === 'Enter' && !shift && column?.id === 'name' && active.row > 0 && (activeLine?.children ?? 0) > 0) goDown(active.row);
    else if (key === 'F2') edit(active);
    else if (!ctrl && startsTyping.test(key) && (column?.id === 'own' || column?.id === 'dueDay')) edit(active, key);
    else if (!ctrl && /^l$/i.test(key)) void acts.lock(range);
    else if (!ctrl && /^p$/i.test(key) && activeLine) onRecord(activeLine.id);
    else if (!ctrl && /^s$/i.test(key) && column) sortBy(column);
    else if (key === 'Delete' || key === 'Backspace') {
      if (column?.id === 'own') void acts.clearOwn(range);
      else if (column?.id === 'dueDay' && activeLine) void acts.setDueDay(activeLine, null);
      else if (column?.id === 'leader' && activeLine) void acts.setLeader(activeLine, null);
    } else {
      const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 3);
      const next = moved(selection, { key, shift, ctrl }, { rows: total + 1, columns: columns.length, page });
      if (!next) return;
      go(next);
    }
    event.preventDefault();
  }
  function onPaste(event: ClipboardEvent<HTMLDivElement>): void {
    // The event comes from wherever the mouse was last pressed, so only a field keeps it for itself.
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    if (columns[selection.active.column]?.id === 'own') void acts.paste(event.clipboardData.getData('text/plain'), range);
  }

  const cellsOf = (row: number) => {
    const line = lineAt(row);
    if (!line) return <div role="gridcell" className="cell dim" aria-colindex={1}>…</div>;
    return columns.map((column, index) => (
      <BoardCell
        key={column.id} id={`cell-${row}-${index}`} column={column} columnIndex={index} row={row} line={line} isShare={metric.kind === 'share'} pending={acts.pending[line.id]}
        active={selection.active.row === row && selection.active.column === index} selected={inRange(range, row, index)}
        levelWord={column.id === 'name' && (row === 0 || line.levelId !== lineAt(1)?.levelId) ? level(line.levelId) : null}
        onPress={(event: MouseEvent) => {
          if (event.button !== 0) return;
          if (event.target instanceof Element && event.target.closest('input')) return;
          event.preventDefault();
          scrollRef.current?.focus({ preventScroll: true });
          go(event.shiftKey ? { anchor: selection.anchor, active: { row, column: index } } : at(row, index));
        }}
        onOpen={() => open(row, index)}
        editor={editing?.cell.row === row && editing.cell.column === index
          ? <BoardEditor column={column.id} line={line} typed={editing.typed} most={acts.most} isShare={metric.kind === 'share'} acts={acts} onLeave={leave} />
          : null}
      />
    ));
  };

  const { template: gridTemplateColumns, least } = gridOf(columns);
  const template = { gridTemplateColumns };
  return (
    <div
      ref={scrollRef} className="board" role="grid" tabIndex={0} aria-label={unit ? t('boardOf', { name: named(unit) }) : t('board')} aria-multiselectable="true"
      aria-rowcount={total + 2} aria-colcount={columns.length} aria-activedescendant={activeLine && !editing ? `cell-${selection.active.row}-${selection.active.column}` : undefined}
      onKeyDown={onKeyDown} onPaste={onPaste} style={{ ['--row' as string]: `${rowHeight}px` }} data-board
    >
      <div role="presentation" className="board-inner" style={{ minWidth: least }}>
      <div className="board-top" role="rowgroup">
        <div role="row" aria-rowindex={1} className="board-row board-heads" style={template}>
          {columns.map((column, index) => {
            const sorted = column.sort !== undefined && order.sort === column.sort;
            const Arrow = order.descending ? IconArrowDown : IconArrowUp;
            return (
              <div key={column.id} role="columnheader" aria-colindex={index + 1} aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined} className={column.figures ? 'cell figures' : 'cell'} data-column={column.id}>
                {column.sort
                  ? <button type="button" tabIndex={-1} className="head-button" onClick={() => sortBy(column)}>{sorted ? <Arrow size={13} aria-hidden="true" /> : null}<span>{t(`column.${column.id}`)}</span></button>
                  : <span>{t(`column.${column.id}`)}</span>}
              </div>
            );
          })}
        </div>
        {unit ? <div role="row" aria-rowindex={2} className="board-row board-own" style={template} data-unit={unit.id}>{cellsOf(0)}</div> : null}
      </div>
      <div role="rowgroup" className="board-lines" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const line = lineAt(item.index + 1);
          return (
            <div key={line?.id ?? item.index} role="row" aria-rowindex={item.index + 3} className="board-row" data-unit={line?.id} style={{ ...template, transform: `translateY(${item.start}px)` }}>
              {cellsOf(item.index + 1)}
            </div>
          );
        })}
      </div>
      </div>
    </div>
  );
}

/** Scrolls so that the cell stands clear of the heads above and the names at the left. */
function reveal(box: HTMLDivElement | null, { row, column }: Cell, rowHeight: number): void {
  if (!box) return;
  const topHeight = box.querySelector<HTMLElement>('.board-top')?.offsetHeight ?? 0;
  if (row > 0) {
    const top = (row - 1) * rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + rowHeight + topHeight > box.scrollTop + box.clientHeight) box.scrollTop = top + rowHeight + topHeight - box.clientHeight;
  }
  const head = box.querySelector<HTMLElement>(`.board-heads > :nth-child(${column + 1})`);
  const names = box.querySelector<HTMLElement>('.board-heads > :first-child')?.offsetWidth ?? 0;
  if (!head || column === 0) return;
  if (head.offsetLeft - names < box.scrollLeft) box.scrollLeft = head.offsetLeft - names;
  else if (head.offsetLeft + head.offsetWidth > box.scrollLeft + box.clientWidth) box.scrollLeft = head.offsetLeft + head.offsetWidth - box.clientWidth;
}
