// How the columns of a flat sheet are understood: one form for each way in which sheets say what their rows are.
import { z } from 'zod';

const column = z.int().min(0).max(199);

/** Columns (0-based) that describe the unit of a row itself, whatever its level. */
export const ImportExtras = z.object({
  electors: column.optional(),
  /** Where there is no total: counts of men, women and others, added up. */
  electorParts: z.array(column).max(10).optional(),
  lat: column.optional(),
  lon: column.optional(),
  /** Number of the Assembly seat; a cell such as "38 - Jharia" counts as 38. */
  seatNumber: column.optional(),
  /** Its name, for seats that come with the sheet. */
  seatName: column.optional(),
  /** The seat of every row, where the sheet is about one seat only and does not name it in a column. */
  seat: z.int().min(1).max(999).optional(),
  partNumber: column.optional(),
});
export type ImportExtras = z.infer<typeof ImportExtras>;

export const ImportColumnRole = z.enum(['name', 'nameHi', 'code']);
export type ImportColumnRole = z.infer<typeof ImportColumnRole>;

/** One column per level: every row spells the whole way down to its unit. */
export const LevelsMapping = z.object({
  form: z.literal('levels'),
  /** Index into the table's rows; -1 when the sheet has no head. */
  headerRow: z.int().min(-1),
  columns: z.array(z.object({ column, role: ImportColumnRole, levelId: z.string() })).min(1),
  extras: ImportExtras,
  /** Only when the user asks for it: a blank cell takes the value above it, as merged cells are meant. */
  fillDown: z.boolean().optional(),
});
export type LevelsMapping = z.infer<typeof LevelsMapping>;

/** One row per unit, which names its parent by the parent's code. */
export const ParentCodeMapping = z.object({
  form: z.literal('parentCode'),
  headerRow: z.int().min(-1),
  code: column,
  parentCode: column,
  level: column,
  /** The level of every row, where the sheet is about one level only; `level` then says nothing. */
  levelId: z.string().optional(),
  nameEn: column,
  nameHi: column.optional(),
  extras: ImportExtras,
});
export type ParentCodeMapping = z.infer<typeof ParentCodeMapping>;

/**
 * The Local Government Directory's local bodies: district bodies (type 1), block bodies (2) and panchayats (3), each naming its
 * parent body by the body's code. Bodies are no units: they are matched by name to the district and block they belong to.
 */
export const LocalBodiesMapping = z.object({
  form: z.literal('localBodies'),
  headerRow: z.int().min(-1),
  type: column,
  code: column,
  parentCode: column,
  nameEn: column,
  nameHi: column.optional(),
  /** The levels the three types are about. */
  districtLevelId: z.string(),
  blockLevelId: z.string(),
  panchayatLevelId: z.string(),
  /** Bodies whose name is another one than the unit's, as the person has said: body code and unit. */
  said: z.array(z.object({ code: z.string().max(40), unitId: z.string().max(60) })).max(2000).optional(),
  extras: ImportExtras,
});
export type LocalBodiesMapping = z.infer<typeof LocalBodiesMapping>;

/**
 * The booths of a seat by part number (Form 20): a booth that is there is found by seat and part wherever it stands; a new one
 * comes under the unit imported into.
 */
export const SeatBoothsMapping = z.object({
  form: z.literal('seatBooths'),
  headerRow: z.int().min(-1),
  levelId: z.string(),
  nameEn: column.optional(),
  nameHi: column.optional(),
  extras: ImportExtras,
});
export type SeatBoothsMapping = z.infer<typeof SeatBoothsMapping>;

/**
 * The directory's villages with their panchayat and sub-district, one row a village: the panchayats are put into a second
 * classification of sub-districts. They are found by code, else by name within what `within` says; nothing is added to the tree.
 */
export const SubdistrictsMapping = z.object({
  form: z.literal('subdistricts'),
  headerRow: z.int().min(-1),
  panchayatLevelId: z.string(),
  /** Of the panchayat; one of the two must be there. */
  code: column.optional(),
  nameEn: column.optional(),
  /** The village's own code: one that stands there twice counts once. */
  village: column.optional(),
  classCode: column,
  className: column,
  classNameHi: column.optional(),
  within: z.array(z.object({ column, role: ImportColumnRole, levelId: z.string() })).max(20),
  extras: ImportExtras,
});
export type SubdistrictsMapping = z.infer<typeof SubdistrictsMapping>;

export const ImportMapping = z.discriminatedUnion('form', [LevelsMapping, ParentCodeMapping, LocalBodiesMapping, SeatBoothsMapping, SubdistrictsMapping]);
export type ImportMapping = z.infer<typeof ImportMapping>;
