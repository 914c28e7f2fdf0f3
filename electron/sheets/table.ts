// A flat sheet as rows of text, and how large one may be.
import { AppError } from '../../shared/errors.ts';

/** A sheet as text. Empty rows are left out, `rowNumbers` tells where each row stands in Excel. */
export type Table = {
  sheetName: string; rows: string[][]; rowNumbers: number[];
  /** Cells that are reckoned, as `row:column` by the row's number in Excel and the column from 0; where the format says so. */
  formulas?: Set<string>;
};

export type TableLimits = {
  fileBytes: number;
  /** All parts of a workbook together, after unpacking. */
  unpackedBytes: number;
  rows: number;
  columns: number;
  cellCharacters: number;
  /** Told now and then how far reading is; an error it throws ends the reading. */
  report?: ((done: number, total: number) => void) | undefined;
};

export const tableLimits: TableLimits = {
  fileBytes: 160 * 1024 * 1024, unpackedBytes: 400 * 1024 * 1024, rows: 300_000, columns: 200, cellCharacters: 10_000,
};

/** Puts one row into the table, checked against the limits; cells come as they are and leave trimmed. */
export function pushRow(table: Table, cells: string[], rowNumber: number, limits: TableLimits): void {
  let length = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = (cells[i] = (cells[i] ?? '').trim());
    if (cell === '') continue;
    if (cell.length > limits.cellCharacters) throw new AppError('import.cellTooLong', { limit: limits.cellCharacters, rowNumber });
    length = i + 1;
  }
  if (length === 0) return;
  if (length > limits.columns) throw new AppError('import.tooManyColumns', { limit: limits.columns, rowNumber });
  if (table.rows.length >= limits.rows) throw new AppError('import.tooManyRows', { limit: limits.rows });
  if (cells.length > length) cells.length = length;
  table.rows.push(cells);
  table.rowNumbers.push(rowNumber);
}
