// A long list in columns, windowed: sorted by its heads, walked by arrows, chosen by Enter, a row copied by Ctrl C.
import type { Virtualizer } from '@tanstack/react-virtual';
import { IconArrowDown } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode, RefObject } from 'react';
import { asTabbed, copyText } from './clipboard.ts';
import './RowGrid.css';

export interface GridColumn<Row> {
  id: string;
  head: string;
  /** A track of a CSS grid: `minmax(160px, 2fr)`, `90px`. */
  width: string;
  figures?: boolean;
  /** The list can be put in the order of this column. */
  sortable?: boolean;
  render: (row: Row) => ReactNode;
}

interface Props<Row> {
  label: string;
  columns: readonly GridColumn<Row>[];
  total: number;
  rowAt: (index: number) => Row | undefined;
  keyOf: (row: Row) => string;
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  scrollRef: RefObject<HTMLDivElement | null>;
  rowHeight: number;
  selectedKey: string | null;
  onSelect: (row: Row) => void;
  /** A double click, or Enter. */
  onOpen?: (row: Row) => void;
  sortedBy?: string;
  onSort?: (columnId: string) => void;
}

/** What a cell cuts off is told under the pointer. */
function tellCut(event: PointerEvent): void {
  const cell = (event.target as Element).closest<HTMLElement>('[role=gridcell]');
  if (cell) cell.title = cell.scrollWidth > cell.clientWidth ? cell.textContent : '';
}

export function RowGrid<Row>(props: Props<Row>) {
  const { label, columns, total, rowAt, keyOf, virtualizer, scrollRef, rowHeight, selectedKey, onSelect, onOpen, sortedBy, onSort } = props;
  const gridId = useId();
  const tracks = columns.map((column) => column.width).join(' ');
  const items = virtualizer.getVirtualItems();
  /** The line the keyboard went to last; pending while its row was still on its way. */
  const [went, setWent] = useState(-1);
  const pending = useRef<number | null>(null);
  const isSelected = (index: number) => { const row = rowAt(index); return row !== undefined && keyOf(row) === selectedKey; };
  const selected = items.find((item) => isSelected(item.index))?.index ?? (isSelected(went) ? went : -1);

  function goTo(index: number): void {
    const inside = Math.max(0, Math.min(total - 1, index));
    virtualizer.scrollToIndex(inside, { align: 'auto' });
    setWent(inside);
    const row = rowAt(inside);
    pending.current = row === undefined ? inside : null;
    if (row) onSelect(row);
  }
  useEffect(() => {
    const row = pending.current === null ? undefined : rowAt(pending.current);
    if (row === undefined) return;
    pending.current = null;
    onSelect(row);
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 2);
    const moves: Record<string, number> = { ArrowDown: selected + 1, ArrowUp: selected - 1, PageDown: selected + page, PageUp: selected - page, Home: 0, End: total - 1 };
    const next = moves[event.key];
    const row = selected < 0 ? undefined : rowAt(selected);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c' && row) {
      const cells = document.getElementById(`${gridId}-${selected}`)?.children ?? [];
      copyText(asTabbed([Array.from(cells, (cell) => cell.textContent ?? '')]));
    } else if (next !== undefined && !event.altKey) goTo(next);
    else if (event.key === 'Enter' && row && onOpen) onOpen(row);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={scrollRef} className="row-grid" role="grid" aria-label={label} aria-rowcount={total + 1} tabIndex={0} onKeyDown={onKeyDown} onPointerOver={tellCut}
      aria-activedescendant={selected >= 0 ? `${gridId}-${selected}` : undefined}
    >
      <div className="row-grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
        {columns.map((column) => {
          const isSorted = column.sortable && column.id === sortedBy;
          return (
            <div key={column.id} role="columnheader" className={column.figures ? 'figures' : undefined} aria-sort={column.sortable ? (isSorted ? (column.figures ? 'descending' : 'ascending') : 'none') : undefined}>
              {column.sortable && onSort
                ? <button type="button" data-sorted={isSorted || undefined} onClick={() => onSort(column.id)}>{column.head}{isSorted ? <IconArrowDown size={13} aria-hidden="true" /> : null}</button>
                : column.head}
            </div>
          );
        })}
      </div>
      <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            <div
              key={item.key} id={`${gridId}-${item.index}`} role="row" aria-rowindex={item.index + 2} aria-selected={item.index === selected} className="row-grid-row" data-waiting={row === undefined || undefined}
              style={{ transform: `translateY(${item.start}px)`, height: rowHeight, gridTemplateColumns: tracks }}
              onClick={() => { if (row) onSelect(row); }} onDoubleClick={() => { if (row) onOpen?.(row); }}
            >
              {columns.map((column) => <div key={column.id} role="gridcell" className={column.figures ? 'figures' : undefined}>{row ? column.render(row) : null}</div>)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
