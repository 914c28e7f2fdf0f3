// What comes of each row of a sheet of blackout days: a new one, one that is there already, or a row that cannot be taken, and why.
import { daysBetween } from '../../dates.ts';
import type { BlackoutBadRow, BlackoutCause, BlackoutFields, BlackoutKind, BlackoutMapping } from '../../model/blackout.ts';
import { parseDay } from '../../text/days.ts';
import { foldKey } from '../fold.ts';
import { devanagariToPlainLatin } from '../transliterate.ts';

export interface BlackoutsKnown {
  /** The unit of that name; null: the whole state. */
  findUnit(name: string): string | 'unknown' | 'unclear' | null;
  /** Whether one of that folded name, those days and that unit is there (`blackoutKey`). */
  has(key: string): boolean;
}

export interface BlackoutPlan {
  added: BlackoutFields[];
  there: number;
  bad: BlackoutBadRow[];
}

/** A year and a day: longer is a slip of the year. */
const mostDays = 366;
const devanagari = /[\u0900-\u097F]/;
const kinds: readonly (readonly [BlackoutKind, RegExp])[] = [
  ['modelCode', /code|election|आचार|चुनाव/i], ['exam', /exam|परीक्षा/i], ['festival', /festival|holiday|पर्व|त्योहार|त्यौहार|अवकाश|छुट्टी/i], ['other', /other|अन्य/i],
];
const capitals = (latin: string): string => latin.replace(/(^|[\s(-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

export const blackoutKey = (name: string, fromDay: string, toDay: string, unitId: string | null): string => `${foldKey(name)} ${fromDay} ${toDay} ${unitId ?? ''}`;

/** A cell may hold one day or two: "10-04-2022 से 12-04-2022". */
const daysIn = (cell: string): (string | null)[] => cell.split(/\s+(?:to|से|till|–|—)\s+|\s*[–—]\s*/i).filter((part) => part.trim() !== '').map((part) => parseDay(part.replace(/\s*तक\s*$/, '')));

/** Rows in the order of the sheet; the first of two equal ones counts. Empty rows between are passed over by the reader. */
export function planBlackouts(rows: readonly string[][], rowNumbers: readonly number[], mapping: BlackoutMapping, known: BlackoutsKnown): BlackoutPlan {
  const plan: BlackoutPlan = { added: [], there: 0, bad: [] };
  const head = mapping.headerRow >= 0 ? rows[mapping.headerRow] ?? [] : [];
  const seen = new Set<string>();
  for (let at = mapping.headerRow + 1; at < rows.length; at++) {
    const row = rows[at]!;
    const cell = (column: number | null): string => (column === null ? '' : (row[column] ?? '').normalize('NFC').trim().slice(0, 200));
    const refuse = (cause: BlackoutCause, column: number | null): void => {
      plan.bad.push({ rowNumber: rowNumbers[at] ?? at + 1, column: column === null ? '' : head[column] ?? String(column + 1), cause, value: cell(column) });
    };
    const [one, other] = [cell(mapping.name), cell(mapping.nameHi)];
    const nameHi = [other, one].find((name) => devanagari.test(name)) ?? null;
    const nameEn = [one, other].find((name) => name !== '' && !devanagari.test(name)) ?? (nameHi === null ? '' : capitals(devanagariToPlainLatin(nameHi)));
    if (nameEn === '') { refuse('nameMissing', mapping.name); continue; }
    if (cell(mapping.fromDay) === '') { refuse('dayMissing', mapping.fromDay); continue; }
    const [fromDay, second] = daysIn(cell(mapping.fromDay));
    if (!fromDay || second === null) { refuse('dayWrong', mapping.fromDay); continue; }
    const last = cell(mapping.toDay);
    const toDay = last === '' ? second ?? fromDay : daysIn(last)[0];
    if (!toDay) { refuse('dayWrong', mapping.toDay); continue; }
    if (toDay < fromDay) { refuse('endBeforeStart', mapping.toDay ?? mapping.fromDay); continue; }
    if (daysBetween(fromDay, toDay) > mostDays) { refuse('tooLong', mapping.toDay ?? mapping.fromDay); continue; }
    const said = cell(mapping.kind);
    const kind = kinds.find(([, words]) => words.test(said === '' ? `${nameEn} ${nameHi ?? ''}` : said))?.[0] ?? (said === '' ? 'festival' : null);
    if (kind === null) { refuse('kindUnknown', mapping.kind); continue; }
    const unitId = known.findUnit(cell(mapping.unit));
    if (unitId === 'unknown' || unitId === 'unclear') { refuse(unitId === 'unknown' ? 'unitUnknown' : 'unitUnclear', mapping.unit); continue; }
    const keys = [nameEn, nameHi].filter((name) => name !== null).map((name) => blackoutKey(name, fromDay, toDay, unitId));
    if (keys.some((key) => known.has(key))) plan.there++;
    else if (keys.some((key) => seen.has(key))) refuse('twice', mapping.name);
    else plan.added.push({ nameEn, nameHi, kind, fromDay, toDay, unitId });
    for (const key of keys) seen.add(key);
  }
  return plan;
}
