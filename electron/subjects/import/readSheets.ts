// Reads the chosen files into one tidy sheet: heads made one row, several files of one shape put behind each other.
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { ImportLevel } from '../../../shared/model/importing.ts';
import type { Recognised, SheetKind } from '../../../shared/model/recognised.ts';
import { levelNames } from '../../../shared/rules/importing/levelNames.ts';
import type { LevelNames } from '../../../shared/rules/importing/levelNames.ts';
import { readSeat, recogniseSheet } from '../../../shared/rules/importing/recogniseSheet.ts';
import { tidySheet } from '../../../shared/rules/importing/tidySheet.ts';
import type { JobContext } from '../../calls.ts';
import { readTable } from '../../sheets/readTable.ts';
import { tableLimits } from '../../sheets/table.ts';

export interface ReadSheets {
  rows: string[][];
  /** As Excel shows them; of several files, those of the n-th (from 0) are n × `rowsPerFile` higher. */
  rowNumbers: number[];
  headerRow: number;
  /** Of the first file; `hint` also says what is in it where its name does. */
  name: string;
  hint: string;
  /** One per file. */
  names: string[];
  recognised: Omit<Recognised, 'kind'> & { official: SheetKind | null };
}

export const rowsPerFile = 10_000_000;
/** Head of the column that Form 20 gets, as one file holds one seat and its rows don't say which. */
const seatHead = 'Assembly constituency no';

type One = Pick<ReadSheets, 'rows' | 'rowNumbers' | 'headerRow' | 'name' | 'hint' | 'recognised'>;

async function readOne(path: string, names: LevelNames, report: ((done: number, total: number) => void) | undefined): Promise<One> {
  const name = basename(path);
  const table = await readTable(path, { report }).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError('exchange.fileGone', { name });
  });
  const { rows, rowNumbers, headerRow, titles, notes } = tidySheet(table.rows, table.rowNumbers, names);
  const heads = headerRow < 0 ? [] : rows[headerRow]!;
  const seen = recogniseSheet(heads, rows.slice(headerRow + 1, headerRow + 4), titles, notes);
  // "Sheet1" says nothing about what is in it, the file's name may.
  const hint = /^(sheet|worksheet|report)\s*\d*$/i.test(table.sheetName) ? name : table.sheetName;
  if (seen.official !== 'form20') return { rows, rowNumbers, headerRow, name, hint, recognised: { ...seen, seats: [] } };
  const seat = titles.map((title) => readSeat(title, false)).find((found) => found !== null)
    ?? readSeat(table.sheetName, false) ?? readSeat(name.replace(/\.[^.]*$/, ''), true);
  const width = heads.length;
  const seated = rows.map((row, at) => {
    const cell = at === headerRow ? seatHead : at > headerRow && seat !== null ? String(seat) : '';
    return [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => ''), cell];
  });
  return { rows: seated, rowNumbers, headerRow, name, hint, recognised: { ...seen, seats: [seat] } };
}

const headsOf = ({ rows, headerRow }: One): string => (rows[headerRow] ?? []).map((head) => head.replaceAll(/\s+/g, ' ').trim().toLowerCase()).join('\n');

/**
 * Throws `exchange.chooseAgain`, `exchange.fileGone` {name}, `exchange.filesDiffer` {name, first}, and what `readTable` throws.
 * Progress counts files, in a single one its bytes or characters.
 */
export async function readSheets(context: JobContext, { token, more = [] }: { token: string; more?: string[] | undefined }, levels: ImportLevel[]): Promise<ReadSheets> {
  const paths = [token, ...more].map(context.pathOf);
  const names = levelNames(levels);
  let all: (One & { names: string[] }) | null = null;
  for (const [at, path] of paths.entries()) {
    context.progress('exchange.read', at, paths.length);
    // Of one file the way through it is told, of several which it is.
    const one = await readOne(path, names, paths.length === 1 ? (done, total) => context.progress('exchange.read', done, total) : undefined);
    if (!all) {
      all = { ...one, names: [one.name] };
      continue;
    }
    if (headsOf(one) !== headsOf(all) || one.headerRow < 0) throw new AppError('exchange.filesDiffer', { name: one.name, first: all.name });
    if (all.rows.length + one.rows.length > tableLimits.rows) throw new AppError('import.tooManyRows', { limit: tableLimits.rows });
    for (let row = one.headerRow + 1; row < one.rows.length; row++) {
      all.rows.push(one.rows[row]!);
      all.rowNumbers.push(one.rowNumbers[row]! + at * rowsPerFile);
    }
    all.names.push(one.name);
    all.recognised.seats.push(...one.recognised.seats);
  }
  return all!;
}
