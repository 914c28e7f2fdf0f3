// Reads CSV as it comes out of Excel, Google Sheets and government portals: any usual encoding and separator.
import { parse } from 'csv-parse/sync';
import { AppError } from '../../shared/errors.ts';
import { pushRow } from './table.ts';
import type { Table, TableLimits } from './table.ts';

/** UTF-16 by its mark, else UTF-8, else what Windows wrote before it knew UTF-8. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

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
    } else if (character === ',' || character === ';' || character === '\t') counts[character] = (counts[character] ?? 0) + 1;
  }
  if (Object.keys(counts).length > 0) lines.push(counts);

  let best = { separator: ',', lines: 0, perLine: 0 };
  for (const separator of [',', ';', '\t']) {
    const times = new Map<number, number>();
    for (const line of lines) if (line[separator]) times.set(line[separator], (times.get(line[separator]) ?? 0) + 1);
    for (const [perLine, count] of times) {
      if (count > best.lines || (count === best.lines && perLine > best.perLine)) best = { separator, lines: count, perLine };
    }
  }
  return best.separator;
}

export function readCsvTable(sheetName: string, bytes: Uint8Array, limits: TableLimits): Table {
  let text = decode(bytes);
  const table: Table = { sheetName, rows: [], rowNumbers: [] };
  // Excel's own hint at the separator; it is no row, but Excel counts it as one nowhere either.
  const hint = /^sep=(.)\r?\n/i.exec(text);
  if (hint) text = text.slice(hint[0].length);
  let rowNumber = 0;
  try {
    parse(text, {
      delimiter: hint?.[1] ?? guessSeparator(text), relax_column_count: true, relax_quotes: true, skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'], max_record_size: limits.columns * limits.cellCharacters,
      on_record: (record: string[]) => {
        rowNumber++;
        pushRow(table, record, rowNumber, limits);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('import.notReadable', { format: 'csv', row: rowNumber + 1 });
  }
  return table;
}
