// Finds, in the tables of a sheet that came back, what was filled in for which unit: by the hidden marks, never by the place of a row.
import type { ReturnedRow, UnreadCause, UnreadRow } from '../../model/returns.ts';
import { parseNumber } from '../../text/numbers.ts';
import { headSign, looksMarked, readHeadMark, readRowMark } from './identity.ts';
import type { HeadIdentity, ReadColumn } from './identity.ts';

/** One worksheet as rows of text; `formulas`: cells that are reckoned, as `row:column` by the row's number in Excel and the column from 0. */
export interface ReturnedTable {
  sheetName: string;
  rows: readonly (readonly string[])[];
  rowNumbers: readonly number[];
  formulas?: ReadonlySet<string>;
}

export interface ReadReturn {
  /** Of the first table that has one; null: not a sheet of ours. */
  head: HeadIdentity | null;
  rows: ReturnedRow[];
  unread: UnreadRow[];
  /** Rows that came back without a figure. */
  empty: number;
  /** Rows that went out and did not come back, in all tables. */
  missing: number;
  /** A column of figures was taken away or moved where it cannot be found again. */
  columnGone: boolean;
}

const largest = 1_000_000_000_000;

/** Where the table's head stands, with its mark. */
function headOf({ rows }: ReturnedTable): { head: HeadIdentity; at: number; column: number } | null {
  for (const [at, cells] of rows.entries()) {
    for (let column = cells.length - 1; column >= 0; column--) {
      const head = looksMarked(cells[column]!) ? readHeadMark(cells[column]!) : null;
      if (head) return { head, at, column };
    }
  }
  return null;
}

/** Where a column stands now: by its head, nearest to where it was; with its head changed, where it was as long as none was put in or taken out. -1: gone. */
function columnNow(heads: readonly string[], was: ReadColumn, marksMoved: boolean): number {
  const same = heads.flatMap((head, at) => (head !== '' && headSign(head) === was.head ? [at] : []));
  if (same.length > 0) return same.reduce((best, at) => (Math.abs(at - was.at) < Math.abs(best - was.at) ? at : best));
  return marksMoved ? -1 : was.at;
}

function readTableInto(answer: ReadReturn, table: ReturnedTable, seen: Map<string, ReturnedRow>): void {
  const found = headOf(table);
  if (!found) return;
  const { head, at: headAt, column: markAt } = found;
  answer.head ??= head;
  // The marks stand right behind the last column that went out.
  const moved = markAt !== Math.max(head.name.at, head.value.at, head.note.at) + 1;
  const heads = table.rows[headAt]!.slice(0, markAt);
  const column = { name: columnNow(heads, head.name, moved), value: columnNow(heads, head.value, moved), note: columnNow(heads, head.note, moved) };
  if (column.value < 0) { answer.columnGone = true; return; }
  let came = 0;
  for (let at = headAt + 1; at < table.rows.length; at++) {
    const cells = table.rows[at]!;
    const rowNumber = table.rowNumbers[at] ?? at + 1;
    const text = (cells[column.value] ?? '').trim();
    const name = column.name < 0 ? '' : cells[column.name] ?? '';
    const unread = (cause: UnreadCause): void => { answer.unread.push({ sheetName: table.sheetName, rowNumber, cause, name, text }); };
    const mark = cells[markAt] ?? '';
    if (mark === '') {
      // Heads within the table, totals and notes have no mark; only a figure in a row of one's own needs a word.
      if (text !== '' && name !== '' && parseNumber(text) !== null && !isTotal(cells, column.value, markAt)) unread('noMark');
      continue;
    }
    const identity = readRowMark(mark);
    if (!identity) { unread('damaged'); continue; }
    came += 1;
    if (table.formulas?.has(`${rowNumber}:${column.value}`)) { unread('formula'); continue; }
    if (text === '') { answer.empty += 1; continue; }
    const value = parseNumber(text);
    if (value === null || !Number.isInteger(value) || Math.abs(value) > largest) { unread(/^\s*[-−]\s*\d/.test(text) ? 'negative' : 'notANumber'); continue; }
    if (value < 0) { unread('negative'); continue; }
    const row: ReturnedRow = { ...identity, sheetName: table.sheetName, rowNumber, name, value, note: column.note < 0 ? '' : (cells[column.note] ?? '').slice(0, 500) };
    const before = seen.get(`${identity.programmeId} ${identity.metricId} ${identity.unitId}`);
    if (before) {
      if (before.value !== value) unread('twice');
      continue;
    }
    seen.set(`${identity.programmeId} ${identity.metricId} ${identity.unitId}`, row);
    answer.rows.push(row);
  }
  answer.missing += Math.max(0, head.rows - came);
}

/** A row of sums has figures but no number of its own in the first column. */
const isTotal = (cells: readonly string[], value: number, markAt: number): boolean => markAt > 0 && value > 0 && (cells[0] ?? '') === '';

/** Reads all tables of one file. Pure: what the units are and what was told before is looked up by `planReturn`. */
export function readReturn(tables: readonly ReturnedTable[]): ReadReturn {
  const answer: ReadReturn = { head: null, rows: [], unread: [], empty: 0, missing: 0, columnGone: false };
  const seen = new Map<string, ReturnedRow>();
  for (const table of tables) readTableInto(answer, table, seen);
  return answer;
}
