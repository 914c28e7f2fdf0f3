// Leaders from a sheet: which column says what, and what would come of reading it so.
import { z } from 'zod';
import { Id } from './common.ts';

const column = z.number().int().min(0).max(199);

/** Columns (0-based) of a sheet with a row for each leader; `units` from the highest level down, or `unitCode`. */
export const PeopleMapping = z.object({
  /** Index into the rows; -1 when the sheet has no head. */
  headerRow: z.number().int().min(-1).max(20),
  name: column,
  nameHi: column.nullable(),
  post: column.nullable(),
  phone: column.nullable(),
  veteran: column.nullable(),
  fromDay: column.nullable(),
  unitCode: column.nullable(),
  units: z.array(z.object({ levelId: Id, column })).max(12),
});
export type PeopleMapping = z.infer<typeof PeopleMapping>;

/**
 * nameMissing; unitUnknown, unitUnclear (several of that name), postMissing (a unit but no post), phoneWrong, dayWrong;
 * phoneTwice (two names in the sheet with one number), phoneTaken (somebody of another name has it), twice (the same row again).
 */
export type PeopleCause = 'nameMissing' | 'unitUnknown' | 'unitUnclear' | 'postMissing' | 'phoneWrong' | 'dayWrong' | 'phoneTwice' | 'phoneTaken' | 'twice';

export interface PeopleBadRow {
  rowNumber: number;
  /** As the head calls it. */
  column: string;
  cause: PeopleCause;
  value: string;
}

export interface PeopleSheet {
  name: string;
  /** Rows below the head. */
  rows: number;
  /** The first rows as they stand. */
  sample: string[][];
  guess: PeopleMapping | null;
}

export interface PeoplePreview {
  /** Leaders who would be added, and the first of them. */
  added: number;
  first: { nameEn: string; nameHi: string | null; titleEn: string; titleHi: string | null; unitEn: string | null; unitHi: string | null; phone: string | null }[];
  /** Rows about people who are there already. */
  there: number;
  bad: PeopleBadRow[];
}
