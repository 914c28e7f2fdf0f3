// Guesses from a sheet's head and first rows what its columns mean; the user corrects the guess before anything is read.
import type { ImportExtras, ImportLevel, ImportMapping } from '../../model/importing.ts';
import { readHead } from './headWords.ts';
import type { HeadWord } from './headWords.ts';
import { levelNames } from './levelNames.ts';
import type { LevelNames } from './levelNames.ts';
import { levelOrder } from './levelOrder.ts';
import { hasDevanagari, readSeatNumber, readWhole } from './readCells.ts';

const rowsToSearchForHead = 20;
const rowsToLookAt = 50;

type Role = 'name' | 'nameHi' | 'code';
type Guess = { column: number; role: Role; levelId: string; strange: number };

const isUseful = (word: HeadWord): boolean => word.is !== 'nothing' && !('strange' in word && word.strange > 1);

/** The row with the most cells that read as heads; title rows above it have one such cell at most. */
function findHead(rows: string[][], names: LevelNames): { headerRow: number; heads: HeadWord[] } | null {
  let best: { headerRow: number; heads: HeadWord[]; score: number } | null = null;
  for (const [headerRow, row] of rows.slice(0, rowsToSearchForHead).entries()) {
    const heads = row.map((cell) => readHead(cell, names));
    const score = heads.filter(isUseful).length;
    if (score > 0 && (!best || score > best.score)) best = { headerRow, heads, score };
  }
  return best;
}

/**
 * The mapping of a flat sheet, or null when no column says which level it is about. Knows both forms: a column per level,
 * and code with parent code. `hint` is the sheet's or file's name: it tells the level of a list whose own columns are
 * only "code" and "name"; `knownHead` is the head's row where it is known already.
 */
export function guessColumns(rows: string[][], levels: ImportLevel[], hint = '', knownHead?: number): ImportMapping | null {
  const names = levelNames(levels);
  const found = knownHead === undefined ? findHead(rows, names) : { headerRow: knownHead, heads: (rows[knownHead] ?? []).map((cell) => readHead(cell, names)) };
  if (!found) return null;
  const { headerRow, heads } = found;
  const body = rows.slice(headerRow + 1, headerRow + 1 + rowsToLookAt);
  const filled = (column: number): string[] => body.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  const most = (column: number, test: (cell: string) => boolean): boolean => {
    const cells = filled(column);
    return cells.length > 0 && cells.filter(test).length >= cells.length * 0.8;
  };
  const first = (is: HeadWord['is']): number | undefined => {
    const column = heads.findIndex((head) => head.is === is);
    return column < 0 ? undefined : column;
  };

  const extras: ImportExtras = {};
  for (const is of ['lat', 'lon', 'seatNumber', 'partNumber'] as const) if (first(is) !== undefined) extras[is] = first(is);
  // "Electors" or "Total electors" beside counts of men and women; the first that holds whole numbers.
  const electors = heads.findIndex((head, column) => head.is === 'electors' && most(column, (cell) => readWhole(cell) !== null));
  const isCount = (column: number): boolean => most(column, (cell) => readWhole(cell) !== null);
  const parts = heads.flatMap((head, column) => (head.is === 'electorPart' && isCount(column) ? [column] : []));
  const total = heads.findIndex((head, column) => head.is === 'total' && column > Math.max(-1, ...parts) && isCount(column));
  if (electors >= 0) extras.electors = electors;
  else if (parts.length > 0 && total >= 0) extras.electors = total;
  else if (parts.length > 1) extras.electorParts = parts.slice(0, 10);
  const seat = first('seat');
  if (extras.seatNumber === undefined && seat !== undefined && most(seat, (cell) => readSeatNumber(cell) !== null)) extras.seatNumber = seat;
  else if (extras.seatNumber !== undefined && seat !== undefined && !most(seat, (cell) => readWhole(cell) !== null)) extras.seatName = seat;

  const own = (role: Role): number | undefined => {
    const columns = heads.flatMap((head, column) => (head.is === 'own' && head.role === role && head.strange <= 1 ? [{ column, strange: head.strange }] : []));
    return columns.sort((a, b) => a.strange - b.strange)[0]?.column;
  };
  const parentCode = first('parentCode');
  const level = first('levelColumn');
  const code = own('code');
  const name = own('name') ?? own('nameHi');
  if (parentCode !== undefined && level !== undefined && code !== undefined && name !== undefined) {
    const nameHi = own('nameHi');
    return { form: 'parentCode', headerRow, code, parentCode, level, nameEn: name, ...(nameHi === undefined || nameHi === name ? {} : { nameHi }), extras };
  }

  // A list with plain "name" and "code" of its own is a table out of a database: there "hq_town" and "n_blocks" are something else.
  const strangeAllowed = name === undefined ? 1 : 0;
  const guesses: Guess[] = heads.flatMap((head, column) => (head.is === 'level' && head.strange <= strangeAllowed ? [{ ...head, column }] : []));
  const ownLevel = name === undefined ? null : levelOfList(guesses, levels, names, hint);
  if (ownLevel !== null) {
    for (const role of ['name', 'nameHi', 'code'] as const) {
      const column = own(role);
      if (column !== undefined) guesses.push({ column, role, levelId: ownLevel, strange: 0 });
    }
  }
  const booth = names.levelOf('booth');
  if (booth !== null && extras.partNumber !== undefined && !guesses.some((guess) => guess.levelId === booth)) {
    guesses.push({ column: extras.partNumber, role: 'name', levelId: booth, strange: 0 });
  }

  const columns = levels.flatMap((level) => columnsOfLevel(guesses.filter((guess) => guess.levelId === level.id)));
  return columns.length === 0 ? null : { form: 'levels', headerRow, columns, extras };

  /** One column per role of a level, chosen by head and then by what the cells hold. */
  function columnsOfLevel(mine: Guess[]): { column: number; role: Role; levelId: string }[] {
    const sure = [...mine].sort((a, b) => a.strange - b.strange || a.column - b.column);
    const judged = sure.map((guess) => {
      const numeric = most(guess.column, (cell) => /^[\d०-९]+$/.test(cell));
      return numeric && guess.role === 'name' && sure.some((other) => other.column !== guess.column && other.role === 'name') ? { ...guess, role: 'code' as const } : guess;
    });
    const nameColumns = judged.filter((guess) => guess.role === 'name');
    const latin = nameColumns.find((guess) => !most(guess.column, hasDevanagari));
    const hindi = judged.find((guess) => guess.role === 'nameHi') ?? nameColumns.find((guess) => guess !== latin && most(guess.column, hasDevanagari));
    const chosen: Record<Role, Guess | undefined> = {
      name: latin ?? nameColumns[0] ?? hindi,
      nameHi: hindi,
      code: judged.find((guess) => guess.role === 'code'),
    };
    if (chosen.nameHi === chosen.name) chosen.nameHi = undefined;
    return (['name', 'nameHi', 'code'] as const).flatMap((role) => {
      const guess = chosen[role];
      return guess ? [{ column: guess.column, role, levelId: guess.levelId }] : [];
    });
  }
}

/** The level of a list that says only "name": what the hint names, else the first level that may stand under the lowest one mentioned. */
function levelOfList(guesses: Guess[], levels: ImportLevel[], names: LevelNames, hint: string): string | null {
  const taken = new Set(guesses.filter((guess) => guess.strange === 0).map((guess) => guess.levelId));
  const hinted = names.levelOf(hint.replace(/\.[a-z]+$/i, ''));
  if (hinted !== null && !taken.has(hinted)) return hinted;
  const order = levelOrder(levels);
  const lowest = [...taken].sort((a, b) => order.rank(b) - order.rank(a))[0];
  if (lowest === undefined) return null;
  return levels.find((level) => order.allowed(lowest, level.id))?.id ?? null;
}
