// What comes of each row of a sheet of leaders: somebody new, somebody who is there already, or a row that cannot be taken, and why.
import type { PeopleBadRow, PeopleCause, PeopleMapping } from '../../model/peopleImport.ts';
import { latinDigits } from '../../text/numbers.ts';
import { parseDay } from '../../text/days.ts';
import { foldKey } from '../fold.ts';
import { devanagariToPlainLatin } from '../transliterate.ts';
import { phoneKey } from './findDuplicates.ts';

export interface PlannedPerson {
  nameEn: string;
  nameHi: string | null;
  phone: string | null;
  veteran: boolean;
  /** Null for somebody without a post. */
  post: { postKindId: string | null; titleEn: string; titleHi: string | null; unitId: string | null; fromDay: string | null } | null;
}

export interface PeopleKnown {
  /** The unit of a row: by code, and by names from the highest level down. */
  findUnit(code: string, names: readonly { levelId: string; name: string }[]): string | 'unknown' | 'unclear' | null;
  /** A kind of post by its name in either language. */
  findKind(name: string): { id: string; nameEn: string } | null;
  /** Folded names of whoever has the number already. */
  namesOfPhone(key: string): readonly string[];
  /** Whether somebody of that folded name holds that post at that unit. */
  holds(nameKey: string, kind: string, unitId: string | null): boolean;
}

export interface PeoplePlan {
  people: PlannedPerson[];
  there: number;
  bad: PeopleBadRow[];
}

const devanagari = /[\u0900-\u097F]/;
const phonePattern = /^[0-9+\- ]{3,20}$/;
const yes = /^(?:yes|y|1|true|veteran|हाँ|हां|पुराने.*|✓|x)$/i;
const capitals = (latin: string): string => latin.replace(/(^|[\s(-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
const nameKey = (name: string): string => foldKey(name).split(' ').sort().join(' ');

/** Rows in the order of the sheet; the first of two equal ones counts. */
export function planPeople(rows: readonly string[][], rowNumbers: readonly number[], mapping: PeopleMapping, known: PeopleKnown): PeoplePlan {
  const plan: PeoplePlan = { people: [], there: 0, bad: [] };
  const head = mapping.headerRow >= 0 ? rows[mapping.headerRow] ?? [] : [];
  const phones = new Map<string, string>();
  const seen = new Set<string>();
  for (let at = mapping.headerRow + 1; at < rows.length; at++) {
    const row = rows[at]!;
    const cell = (column: number | null): string => (column === null ? '' : (row[column] ?? '').normalize('NFC').trim().slice(0, 200));
    const refuse = (cause: PeopleCause, column: number | null): void => {
      plan.bad.push({ rowNumber: rowNumbers[at] ?? at + 1, column: column === null ? '' : head[column] ?? String(column + 1), cause, value: cell(column) });
    };
    const [one, other] = [cell(mapping.name), cell(mapping.nameHi)];
    const hindi = [other, one].find((name) => devanagari.test(name)) ?? null;
    const english = [one, other].find((name) => name !== '' && !devanagari.test(name)) ?? (hindi === null ? '' : capitals(devanagariToPlainLatin(hindi)));
    if (english === '') { refuse('nameMissing', mapping.name); continue; }
    const phone = latinDigits(cell(mapping.phone)).trim();
    if (phone !== '' && !phonePattern.test(phone)) { refuse('phoneWrong', mapping.phone); continue; }
    const dayText = cell(mapping.fromDay);
    const fromDay = dayText === '' ? null : parseDay(dayText);
    if (dayText !== '' && fromDay === null) { refuse('dayWrong', mapping.fromDay); continue; }
    const names = mapping.units.map(({ levelId, column }) => ({ levelId, name: cell(column) })).filter(({ name }) => name !== '');
    const unit = known.findUnit(cell(mapping.unitCode), names);
    const unitColumn = mapping.units.findLast(({ column }) => cell(column) !== '')?.column ?? mapping.unitCode;
    if (unit === 'unknown' || unit === 'unclear') { refuse(unit === 'unknown' ? 'unitUnknown' : 'unitUnclear', unitColumn); continue; }
    const title = cell(mapping.post);
    const isVeteran = yes.test(cell(mapping.veteran)) || /^(?:veteran leader|पुराने नेता)$/i.test(title);
    const hasPost = title !== '' && !/^(?:veteran leader|पुराने नेता)$/i.test(title);
    if (!hasPost && unit !== null && !isVeteran) { refuse('postMissing', mapping.post ?? unitColumn); continue; }
    const kind = hasPost ? known.findKind(title) : null;
    const titleHi = devanagari.test(title) ? title : null;
    const titleEn = titleHi === null ? title : capitals(devanagariToPlainLatin(titleHi));
    const post = hasPost ? { postKindId: kind?.id ?? null, titleEn: kind ? '' : titleEn, titleHi: kind ? null : titleHi, unitId: unit, fromDay } : null;
    const keys = [...new Set([english, hindi ?? english].map(nameKey))];
    const number = phoneKey(phone);
    const key = `${keys[0]} ${number} ${kind?.id ?? titleEn} ${unit ?? ''}`;
    if (seen.has(key)) { refuse('twice', mapping.name); continue; }
    const earlier = number === '' ? undefined : phones.get(number);
    if (earlier !== undefined && !keys.includes(earlier)) { refuse('phoneTwice', mapping.phone); continue; }
    const owners = number === '' ? [] : known.namesOfPhone(number);
    if (owners.some((owner) => keys.includes(owner)) || (post && keys.some((one_) => known.holds(one_, kind?.id ?? titleEn, unit)))) { plan.there += 1; continue; }
    if (owners.length > 0) { refuse('phoneTaken', mapping.phone); continue; }
    seen.add(key);
    if (number !== '') phones.set(number, keys[0]!);
    plan.people.push({ nameEn: english, nameHi: hindi, phone: phone === '' ? null : phone, veteran: isVeteran, post });
  }
  return plan;
}
