// Reads CSV as it comes out of Excel, Google Sheets and government portals: any usual encoding and separator.
import { AppError } from '../../shared/errors.ts';
import { csvRows } from './csvRows.ts';
import { decodeText } from './decodeText.ts';
import { pushRow } from './table.ts';
import type { Table, TableLimits } from './table.ts';

const rowsPerReport = 10_000;
const separators = [',', ';', '\t', '|'];

/** The separator that stands most evenly in the first lines, quoted text not counted. */
function guessSeparator(text: string): string {
  const lines: Record<string, number>[] = [];
  let counts: Record<string, number> = {};
  let quoted = false;
  for (let i = 0; i < Math.min(text.length, 100_000) && lines.length < 30; i++) {
    const character = text[i]!;
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') {
      if (Object.keys(counts).length > 0) lines.push(counts);
      counts = {};
    } else if (separators.includes(character)) counts[character] = (counts[character] ?? 0) + 1;
  }
  if (Object.keys(counts).length > 0) lines.push(counts);

  let best = { separator: ',', lines: 0, perLine: 0 };
  for (const separator of separators) {
    const times = new Map<number, number>();
    for (const line of lines) if (line[separator]) times.set(line[separator], (times.get(line[separator]) ?? 0) + 1);
    for (const [perLine, count] of times) {
      if (count > best.lines || (count === best.lines && perLine > best.perLine)) best = { separator, lines: count, perLine };
    }
  }
  return best.separator;
}

/** Throws `import.notReadable` {format, row} for a quote that is never closed, and what `pushRow` throws. */
export function readCsvTable(sheetName: string, bytes: Uint8Array, limits: TableLimits): Table {
  let text = decodeText(bytes);
  const table: Table = { sheetName, rows: [], rowNumbers: [] };
  // Excel's own hint at the separator; it is no row, but Excel counts it as one nowhere either.
  const hint = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  if (hint) text = text.slice(hint[0].length);
  const end = csvRows(text, hint?.[1] ?? guessSeparator(text), limits.columns * limits.cellCharacters, (cells, rowNumber, at) => {
    if (rowNumber % rowsPerReport === 0) limits.report?.(at, text.length);
    pushRow(table, cells, rowNumber, limits);
  });
  if (end !== 'ended') throw new AppError('import.notReadable', { format: 'csv', row: end.openQuoteInRow });
  return table;
}
