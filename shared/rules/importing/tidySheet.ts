// Makes a sheet as offices print it into a plain one: two-row heads become one, and what is neither head nor unit is set aside.
import { readHead } from './headWords.ts';
import type { LevelNames } from './levelNames.ts';

export type TidySheet = {
  rows: string[][];
  rowNumbers: number[];
  /** Where the head stands in `rows`; -1 when none was found. */
  headerRow: number;
  /** Rows above the head and below the last unit, as text. */
  titles: string[];
  notes: string[];
};

const rowsToSearchForHead = 30;
const rowsOfNotes = 8;
const filledOf = (row: string[]): string[] => row.filter((cell) => cell !== '');
const isNumber = (cell: string): boolean => /^[\d०-९.,%+-]+$/.test(cell);
const isBracketed = (cell: string): boolean => /^\(.*\)$/s.test(cell.trim());
const oneLine = (cell: string): string => cell.replaceAll(/\s+/g, ' ').trim();

/** How many cells of a row read as heads. */
function headScore(row: string[], names: LevelNames): number {
  return row.filter((cell) => {
    if (cell === '' || cell.length > 80 || isNumber(cell)) return false;
    const word = readHead(cell, names);
    return word.is !== 'nothing' && !('strange' in word && word.strange > 1);
  }).length;
}

/** `District Name` over `(In English)`: true when the second row only says more of the first. */
function saysMore(top: string[], sub: string[], names: LevelNames): boolean {
  const below = sub.flatMap((cell, column) => (cell !== '' && cell !== top[column] ? [{ cell, column }] : []));
  if (below.length === 0 || filledOf(top).length < 2 || below.some(({ cell }) => isNumber(cell) || cell.length > 80)) return false;
  // "State: Jharkhand | As of: 23-09-2026" above a head is a title in two cells.
  if (top.some((cell) => /:|\d[-/.]\d{1,2}[-/.]\d/.test(cell))) return false;
  if (below.every(({ cell }) => isBracketed(cell))) return true;
  // A head cell above several columns leaves gaps, which the second row fills: `Polling Station,,` over `Part No,Part Name`.
  const gaps = below.filter(({ column }) => (top[column] ?? '') === '');
  return gaps.length > 0 && headScore(below.map(({ cell }) => cell), names) >= 2 && headScore(top, names) > 0;
}

/** One head out of two rows: what stands above several columns goes before each of them. */
export function mergeHeads(top: string[], sub: string[]): string[] {
  const width = Math.max(top.length, sub.length);
  let above = '';
  return Array.from({ length: width }, (_, column) => {
    const upper = oneLine(top[column] ?? '');
    const lower = oneLine(sub[column] ?? '');
    if (upper !== '') above = upper;
    if (lower === '' || lower === upper) return upper;
    return `${upper === '' ? above : upper} ${lower}`.trim();
  });
}

const sameRow = (a: string[], b: string[]): boolean => a.length === b.length && a.every((cell, column) => cell === b[column]);
/** `1 2 3 4` under a head only counts the columns. */
const countsColumns = (row: string[]): boolean => filledOf(row).length >= 3 && filledOf(row).every((cell, at) => cell === String(at + 1) || cell === `(${at + 1})`);

/** Below the last unit stand a time stamp, a source, a remark: one or two cells at the left, none of them a number, in a sheet that has more. */
function isNote(row: string[], width: number): boolean {
  const filled = filledOf(row);
  if (filled.length > 2 || width < 3) return false;
  return /\d{1,2}[-/. :]\w{2,9}[-/. :]\d{2,4}|\d{4}-\d{2}-\d{2}|\b\d{1,2}:\d{2}\b|^(report|generated|printed|source|note|date|time|downloaded|page|\*|#|रिपोर्ट|स्रोत|नोट|टिप्पणी|दिनांक|पृष्ठ)/i.test(filled[0] ?? '');
}

/** The rows with one head, where one was found; rows keep their numbers. Linear in the rows. Throws nothing. */
export function tidySheet(rows: string[][], rowNumbers: number[], names: LevelNames): TidySheet {
  let best = { at: -1, score: 0, rows: 0, head: [] as string[] };
  for (let at = 0; at < Math.min(rows.length, rowsToSearchForHead); at++) {
    const top = rows[at]!.map(oneLine);
    const sub = rows[at + 1];
    // The row under a head that is already there is judged with it, never alone.
    if (sub && saysMore(top, sub, names)) {
      const head = mergeHeads(top, sub);
      const score = headScore(head, names);
      if (score >= best.score && score > 0) best = { at, score: score + 0.5, rows: 2, head };
    } else {
      const score = headScore(top, names);
      if (score > best.score) best = { at, score, rows: 1, head: top };
    }
  }
  if (best.at < 0) return { rows, rowNumbers, headerRow: -1, titles: [], notes: [] };

  const headRows = rows.slice(best.at, best.at + best.rows);
  const titleRows = rows.slice(0, best.at);
  const titles = titleRows.map((row) => filledOf(row).join(' '));
  const tidy: TidySheet = { rows: [], rowNumbers: [], headerRow: best.at, titles, notes: [] };
  let end = rows.length;
  while (end > best.at + best.rows && end > rows.length - rowsOfNotes && isNote(rows[end - 1]!, best.head.length)) end--;
  tidy.notes = rows.slice(end).map((row) => filledOf(row).join(' '));

  for (let at = 0; at < end; at++) {
    const row = rows[at]!;
    const isHead = at >= best.at && at < best.at + best.rows;
    if (isHead && at < best.at + best.rows - 1) continue;
    if (!isHead && at > best.at) {
      // Printed on every page again: the titles, the second half of the head; the first half counts as the head.
      if (titleRows.length > 0 && filledOf(row).length <= 2 && titleRows.some((title) => sameRow(title, row))) continue;
      if (best.rows === 2 && sameRow(row, headRows[1]!)) continue;
      if (at === best.at + best.rows && countsColumns(row)) continue;
    }
    tidy.rows.push(isHead || (at > best.at && sameRow(row, headRows[0]!)) ? best.head : row);
    tidy.rowNumbers.push(rowNumbers[at]!);
  }
  return tidy;
}
