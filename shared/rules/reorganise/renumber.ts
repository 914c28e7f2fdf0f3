// New part numbers from a mapping sheet: what each row means for the booths of its seat, and what is wrong with it.
import type { RenumberProblem } from '../../model/reorganisation.ts';
import { foldKey } from '../fold.ts';

export interface BoothPart {
  id: string;
  seat: number;
  partNumber: string | null;
}

export interface SeatName {
  number: number;
  nameEn: string;
  nameHi: string | null;
}

export interface RenumberPlan {
  /** Booths that get another number; `same` keep theirs. */
  numbers: { boothId: string; seat: number; old: string; new: string }[];
  same: number;
  /** The booth takes the first number, a new booth each further one. */
  splits: { boothId: string; seat: number; old: string; news: string[] }[];
  /** The others go into the first. */
  merges: { boothIds: string[]; seat: number; olds: string[]; new: string }[];
  problems: RenumberProblem[];
  seats: number;
  rows: number;
}

interface Row {
  rowNumber: number;
  seat: number;
  old: string;
  new: string;
}

const longestPart = 20;
const headers = { seat: /\b(seat|ac|assembly|constituency)\b|विधानसभा|विधान सभा|सीट/i, old: /\b(old|previous|existing|earlier)\b|पुरान|पूर्व/i, new: /\b(new|revised|proposed)\b|नई|नयी|नया|नवीन/i };

/** A part number as it is compared: Latin digits, no leading zeros, no blanks, small letters: `०१२ A` and `12a` are one. */
export function partKey(text: string): string {
  const latin = text.replaceAll(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
  return latin.replaceAll(/[\s.]+/g, '').toLowerCase().replace(/^0+(?=\d)/, '');
}

/** As it is kept: Latin digits, without blanks around and leading zeros; letters as written. */
const partText = (text: string) => text.trim().replaceAll(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966)).replace(/^0+(?=\d)/, '');

/** The head row and where its columns stand; without a head: seat, old, new in this order. */
export function mappingColumns(rows: readonly string[][]): { first: number; seat: number; old: number; new: number } {
  for (const [at, row] of rows.slice(0, 10).entries()) {
    const find = (pattern: RegExp) => row.findIndex((cell) => pattern.test(cell));
    const [old, fresh] = [find(headers.old), find(headers.new)];
    if (old >= 0 && fresh >= 0 && old !== fresh) return { first: at + 1, seat: find(headers.seat), old, new: fresh };
  }
  return { first: 0, seat: 0, old: 1, new: 2 };
}

/** Which seats the sheet speaks of, by number or name, so that only their booths need be read. */
export function seatsNamed(rows: readonly string[][], seats: readonly SeatName[]): Set<number> {
  const columns = mappingColumns(rows);
  const find = seatFinder(seats);
  return new Set(rows.slice(columns.first).map((row) => find(row[columns.seat] ?? '')).filter((seat) => seat !== null));
}

function seatFinder(seats: readonly SeatName[]): (text: string) => number | null {
  const numbers = new Set(seats.map((seat) => seat.number));
  const names = new Map(seats.flatMap((seat) => [seat.nameEn, seat.nameHi].filter((name) => name !== null).map((name) => [foldKey(name), seat.number] as const)));
  return (text) => {
    const lead = /^0*(\d{1,4})\b/.exec(partText(text))?.[1];
    if (lead !== undefined && numbers.has(Number(lead))) return Number(lead);
    return names.get(foldKey(text.replaceAll(/\(.*?\)|[-–]/g, ' ').trim())) ?? null;
  };
}

/** Rows that can be used; the others become problems. Exact repetitions are told and left out. */
function usableRows(table: readonly string[][], rowNumbers: readonly number[], seats: readonly SeatName[], problems: RenumberProblem[]): { rows: Row[]; read: number } {
  const columns = mappingColumns(table);
  const findSeat = seatFinder(seats);
  const seen = new Set<string>();
  const rows: Row[] = [];
  let read = 0;
  for (let at = columns.first; at < table.length; at++) {
    const [seatText, old, fresh] = [columns.seat, columns.old, columns.new].map((column) => (table[at]?.[column] ?? '').trim());
    if (!seatText && !old && !fresh) continue;
    read += 1;
    const seat = findSeat(seatText ?? '');
    const bad = (code: RenumberProblem['code'], blocks = true) => problems.push({ rowNumber: rowNumbers[at] ?? null, code, seat: seat ?? (seatText || null), old: old ?? '', new: fresh ?? '', blocks });
    if (!seatText) bad('noSeat');
    else if (seat === null) bad('unknownSeat');
    else if (!old) bad('noOld');
    else if (!fresh) bad('noNew');
    else if (fresh.length > longestPart) bad('newTooLong');
    else {
      const key = `${seat} ${partKey(old)} ${partKey(fresh)}`;
      if (seen.has(key)) bad('twice', false);
      else rows.push({ rowNumber: rowNumbers[at] ?? 0, seat, old: partText(old), new: partText(fresh) });
      seen.add(key);
    }
  }
  return { rows, read };
}

const grouped = <Value,>(values: readonly Value[], key: (value: Value) => string): Map<string, Value[]> => {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value]);
  return groups;
};

/**
 * One old number with several new ones is a split, several old ones with one new are a merge, both at once is refused.
 * `booths`: the open booths of the seats named. Numbers may change places (12 to 13 and 13 to 12): all are given at once.
 * A booth the sheet does not name keeps its number; that number cannot be given to another.
 */
export function planRenumber(table: readonly string[][], rowNumbers: readonly number[], seats: readonly SeatName[], booths: readonly BoothPart[]): RenumberPlan {
  const problems: RenumberProblem[] = [];
  const { rows, read } = usableRows(table, rowNumbers, seats, problems);
  const plan: RenumberPlan = { numbers: [], same: 0, splits: [], merges: [], problems, seats: 0, rows: read };
  for (const [, ofSeat] of grouped(rows, (row) => String(row.seat))) {
    plan.seats += 1;
    const { seat } = ofSeat[0]!;
    const there = grouped(booths.filter((booth) => booth.seat === seat && booth.partNumber !== null), (booth) => partKey(booth.partNumber!));
    const known = ofSeat.filter((row) => {
      const count = there.get(partKey(row.old))?.length ?? 0;
      if (count !== 1) problems.push({ rowNumber: row.rowNumber, code: count === 0 ? 'unknownPart' : 'severalOld', seat, old: row.old, new: row.new, blocks: true });
      return count === 1;
    });
    const boothOf = (row: Row) => there.get(partKey(row.old))![0]!;
    const byOld = grouped(known, (row) => partKey(row.old));
    const byNew = grouped(known, (row) => partKey(row.new));
    const wrong = (row: Row, code: RenumberProblem['code']) => problems.push({ rowNumber: row.rowNumber, code, seat, old: row.old, new: row.new, blocks: true });
    const named = new Set(ofSeat.map((row) => partKey(row.old)));
    for (const [key, same] of there) {
      if (named.has(key)) continue;
      const taking = byNew.get(key)?.[0];
      if (taking) wrong(taking, 'taken');
      for (const booth of same) problems.push({ rowNumber: null, code: 'missing', seat, old: booth.partNumber!, new: '', blocks: false });
    }
    for (const [, olds] of byNew) {
      if (olds.length === 1) continue;
      const split = olds.find((row) => (byOld.get(partKey(row.old))?.length ?? 0) > 1);
      if (split) { wrong(split, 'mergeAndSplit'); continue; }
      const keeping = olds.find((row) => partKey(row.old) === partKey(row.new)) ?? olds[0]!;
      const all = [keeping, ...olds.filter((row) => row !== keeping)];
      plan.merges.push({ boothIds: all.map((row) => boothOf(row).id), seat, olds: all.map((row) => row.old), new: keeping.new });
    }
    for (const [, news] of byOld) {
      const first = news.find((row) => partKey(row.old) === partKey(row.new)) ?? news[0]!;
      if (news.some((row) => (byNew.get(partKey(row.new))?.length ?? 0) > 1)) continue;
      const booth = boothOf(first);
      if (news.length > 1) plan.splits.push({ boothId: booth.id, seat, old: booth.partNumber!, news: [first.new, ...news.filter((row) => row !== first).map((row) => row.new)] });
      else if (booth.partNumber === first.new) plan.same += 1;
      else plan.numbers.push({ boothId: booth.id, seat, old: booth.partNumber!, new: first.new });
    }
  }
  return plan;
}

/** A name that ends in the old number as a word of its own (`Booth 12`) takes the new one; any other stays. */
export function renumberedName(name: string, old: string, fresh: string): string {
  const escaped = old.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
  return name.replace(new RegExp(`(^|\\s)${escaped}$`), (_, before: string) => `${before}${fresh}`);
}
