// Where one stands in the board and what is selected: the moves of a spreadsheet, as plain values.

/** Row 0 is the unit whose board it is, rows 1 and on the units directly below it. */
export interface Cell {
  row: number;
  column: number;
}

/** `anchor` is where a selection began, `active` where it has been drawn to; the same cell when nothing more is selected. */
export interface Selection {
  active: Cell;
  anchor: Cell;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows that are seen at once. */
  page: number;
}

export interface Range {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

export interface KeyPress {
  key: string;
  shift: boolean;
  ctrl: boolean;
}

export const at = (row: number, column: number): Selection => ({ active: { row, column }, anchor: { row, column } });

export const rangeOf = ({ active, anchor }: Selection): Range => ({
  fromRow: Math.min(active.row, anchor.row), toRow: Math.max(active.row, anchor.row),
  fromColumn: Math.min(active.column, anchor.column), toColumn: Math.max(active.column, anchor.column),
});

export const inRange = ({ fromRow, toRow, fromColumn, toColumn }: Range, row: number, column: number): boolean =>
  row >= fromRow && row <= toRow && column >= fromColumn && column <= toColumn;

const between = (value: number, most: number) => Math.max(0, Math.min(most, value));

function goal({ row, column }: Cell, { key, shift, ctrl }: KeyPress, { rows, columns, page }: GridSize): Cell | null {
  switch (key) {
    case 'ArrowUp': return { row: row - 1, column };
    case 'ArrowDown': return { row: row + 1, column };
    case 'ArrowLeft': return { row, column: ctrl ? 0 : column - 1 };
    case 'ArrowRight': return { row, column: ctrl ? columns - 1 : column + 1 };
    case 'PageUp': return { row: row - page, column };
    case 'PageDown': return { row: row + page, column };
    case 'Home': return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End': return ctrl ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
    case 'Enter': return { row: row + (shift ? -1 : 1), column };
    default: return null;
  }
}

/**
 * The selection after a key; null where the key moves nothing. Shift with arrows draws the selection; Shift Enter only goes up.
 * Tab is null at the first and last column, so that the keyboard can leave the grid.
 */
export function moved(selection: Selection, press: KeyPress, size: GridSize): Selection | null {
  if (size.rows === 0) return null;
  const { active, anchor } = selection;
  if (press.key === 'Tab') {
    const column = active.column + (press.shift ? -1 : 1);
    return column < 0 || column >= size.columns ? null : at(active.row, column);
  }
  if (press.ctrl && (press.key === 'a' || press.key === 'A')) return { anchor: { row: 0, column: 0 }, active: { row: size.rows - 1, column: size.columns - 1 } };
  const to = goal(active, press, size);
  if (!to) return null;
  const next = { row: between(to.row, size.rows - 1), column: between(to.column, size.columns - 1) };
  return press.shift && press.key !== 'Enter' ? { active: next, anchor } : { active: next, anchor: next };
}
