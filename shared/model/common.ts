// The small pieces every record is made of: ids, days, names in two scripts, languages.
import { z } from 'zod';
import { isDay } from '../dates.ts';

/** An id: a UUIDv7, or a short word for what the app itself brings (levels). */
export const Id = z.string().min(1).max(64);
export type Id = z.infer<typeof Id>;

/** A day of the calendar, `YYYY-MM-DD`. */
export const DayText = z.string().refine(isDay, { message: 'not a day' });

/** Minutes of a day; a plan may run into the night, so up to two days. */
export const MinuteOfDay = z.number().int().min(0).max(2880);

/** A name as a person types it. */
export const Name = z.string().trim().min(1).max(200);
/** A name that may be missing. */
export const OptionalName = z.string().trim().max(200).nullable();

/** A phone number as typed; digits, blanks, + and - only. */
export const Phone = z.string().trim().regex(/^[0-9+\- ]{3,20}$/).nullable();

export const Language = z.enum(['en', 'hi']);
export type Language = z.infer<typeof Language>;

/** The language of a sheet: one, or both side by side. */
export const SheetLanguages = z.enum(['en', 'hi', 'both']);
export type SheetLanguages = z.infer<typeof SheetLanguages>;

/** A name in both languages; Hindi may be missing, then English is shown. */
export interface Named {
  nameEn: string;
  nameHi: string | null;
}

/** A slice of a long list, and how long the whole list is. */
export interface Page<Row> {
  total: number;
  offset: number;
  rows: Row[];
}

export const PageInput = z.object({
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
