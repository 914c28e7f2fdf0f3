// Days on which nothing can be held: festivals, the model code, exams; in the whole state or in one unit; and how a sheet of them is read.
import { z } from 'zod';
import { DayText, Id, Name, OptionalName } from './common.ts';

export const BlackoutKind = z.enum(['festival', 'modelCode', 'exam', 'other']);
export type BlackoutKind = z.infer<typeof BlackoutKind>;

/** `unitId` null: the whole state. Both days are counted. */
export const BlackoutFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  kind: BlackoutKind,
  fromDay: DayText,
  toDay: DayText,
  unitId: Id.nullable(),
});
export type BlackoutFields = z.infer<typeof BlackoutFields>;

export interface Blackout extends BlackoutFields {
  id: Id;
  unitNameEn: string | null;
  unitNameHi: string | null;
}

const column = z.number().int().min(0).max(199);

/** Columns (0-based) of a sheet with a row for each blackout. No column for the last day: one day. No unit: the whole state. */
export const BlackoutMapping = z.object({
  /** Index into the rows; -1 when the sheet has no head. */
  headerRow: z.number().int().min(-1).max(20),
  name: column,
  nameHi: column.nullable(),
  kind: column.nullable(),
  fromDay: column,
  toDay: column.nullable(),
  unit: column.nullable(),
});
export type BlackoutMapping = z.infer<typeof BlackoutMapping>;

/** twice: the same row again in this sheet. unitUnclear: several units of that name. */
export type BlackoutCause = 'nameMissing' | 'dayMissing' | 'dayWrong' | 'endBeforeStart' | 'tooLong' | 'kindUnknown' | 'unitUnknown' | 'unitUnclear' | 'twice';

export interface BlackoutBadRow {
  rowNumber: number;
  /** As the head calls it. */
  column: string;
  cause: BlackoutCause;
  value: string;
}

export interface BlackoutSheet {
  name: string;
  /** Rows below the head. */
  rows: number;
  /** The first rows as they stand. */
  sample: string[][];
  guess: BlackoutMapping | null;
}

export interface BlackoutPreview {
  /** How many would be added, and the first of them. */
  added: number;
  first: Omit<Blackout, 'id'>[];
  /** Rows that are in the file already. */
  there: number;
  bad: BlackoutBadRow[];
}
