// What an import is made of: how the columns of a flat sheet are understood, and what would come of reading it so.
import { z } from 'zod';
import { DayText, Id } from './common.ts';

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

export const ImportMapping = z.discriminatedUnion('form', [LevelsMapping, ParentCodeMapping, LocalBodiesMapping, SeatBoothsMapping]);
export type ImportMapping = z.infer<typeof ImportMapping>;

/** A level as an import needs it (a `Level` will do): its names, and the levels a unit of it may stand under (none: it is a root). */
export type ImportLevel = { id: string; nameEn: string; nameHi: string | null; under: string[] };

/** A unit that is there already. Seat and part are needed where booths are to be recognised. */
export type ImportUnit = {
  id: string;
  parentId: string | null;
  levelId: string;
  nameEn: string;
  nameHi: string | null;
  code: string | null;
  constituencyNumber?: number | null;
  partNumber?: string | null;
  electors?: number | null;
  lat?: number | null;
  lon?: number | null;
  /** Where offices see it, when the party has put it under a unit of its own made by splitting. */
  officialParentId?: string;
};

export type ImportExisting = { units: ImportUnit[]; levels: ImportLevel[]; constituencyNumbers: number[] };

/** A unit the import would add. `nameEn` is never empty: where only a Hindi name is known it stands in both. */
export const ImportAdd = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  levelId: z.string(),
  nameEn: z.string(),
  nameHi: z.string().nullable(),
  code: z.string().nullable(),
  electors: z.int().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  constituencyNumber: z.int().nullable(),
  /** Digits, with a letter for an auxiliary booth: `12`, `12A`. */
  partNumber: z.string().nullable(),
});
export type ImportAdd = z.infer<typeof ImportAdd>;

/** An Assembly seat that comes with the sheet, where the file has none yet. */
export interface ImportSeat {
  number: number;
  nameEn: string;
  nameHi: string | null;
}

/** Why a row is not taken. */
export const ImportCause = z.enum([
  'parentBlank', // a level above the unit is left empty
  'nameBlank', // there is a code, but no name for a unit that is new
  'codeBlank', // form parentCode: a row without its own code
  'levelBlank',
  'unknownLevel',
  'unknownCode', // a level known only by code, and no unit has it
  'unknownParent', // form parentCode: no unit and no row has the parent's code
  'parentBad', // form parentCode: the parent's own row is not taken
  'ambiguousParent', // form parentCode: several units could be meant
  'levelNotAllowed', // this level may not stand under that one
  'cycle', // a unit would stand under itself
  'outsideRoot', // the row belongs to another unit than the one imported into
  'otherParent', // the code belongs to a unit under another parent
  'codeTwoNames', // one code, two names
  'nameTwoCodes', // one name under one parent, two codes
  'ambiguousName', // several existing units of this name under this parent
  'otherData', // the unit came before, with other figures
  'badNumber',
  'badPoint', // latitude or longitude missing its partner, or far outside India
  'seatBlank',
  'unknownSeat',
  'partBlank',
  'partTaken', // another booth of the seat has this part number
  'bodyUnmatched', // form localBodies: no unit of the body's name where its parent body says it lies
  'unreadable', // a name with characters that were lost before the file came here
  'textTooLong', // a name above 200 characters or a code above 40
]);
export type ImportCause = z.infer<typeof ImportCause>;

export const ImportBadRow = z.object({
  /** As the user sees it in Excel. */
  rowNumber: z.int(),
  /** Which of several files. */
  file: z.string().optional(),
  /** The column's head as it stands in the sheet, else its letter. */
  column: z.string(),
  cause: ImportCause,
  value: z.string(),
});
export type ImportBadRow = z.infer<typeof ImportBadRow>;

/** By what a unit with another name was known again. */
export type ImportBasis = 'code' | 'part' | 'spelling';

/** A unit that is there, and where, for telling equal names apart. */
export interface ImportPlace {
  id: string;
  levelId: string;
  nameEn: string;
  nameHi: string | null;
  /** The unit above it as it stands now. */
  parentEn: string;
  parentHi: string | null;
}

/** A unit the sheet names otherwise; `toHi` null where the sheet says no Hindi name. */
export interface ImportRename extends ImportPlace {
  rowNumber: number;
  basis: ImportBasis;
  toEn: string;
  toHi: string | null;
}

/** A unit the sheet has under another one; that may itself be new. */
export interface ImportMove extends ImportPlace {
  rowNumber: number;
  toId: string;
  toEn: string;
  toHi: string | null;
}

export const importFields = ['code', 'nameHi', 'electors', 'point', 'seat', 'part'] as const;
export type ImportField = (typeof importFields)[number];

/** A detail of a unit that the sheet adds or says otherwise; as texts, empty where nothing was known. */
export interface ImportDetail extends ImportPlace {
  rowNumber: number;
  field: ImportField;
  from: string;
  to: string;
}

/** A unit the sheet no longer has, though it lists others of its level under the same unit; `below`: how many stand under it. */
export interface ImportGone extends ImportPlace {
  below: number;
}

/** What a newer sheet says otherwise than the tree. */
export interface ImportChanges {
  renames: ImportRename[];
  moves: ImportMove[];
  details: ImportDetail[];
  gone: ImportGone[];
}

/** What of a plan the person wants done, from which day, and the units whose lines he held back. */
export const ImportWanted = z.object({
  add: z.boolean(),
  renames: z.boolean(),
  moves: z.boolean(),
  details: z.boolean(),
  gone: z.boolean(),
  /** From which day on; null: today. */
  day: DayText.nullable(),
  /** New units exist from that day on, and not before; otherwise since ever. */
  opensNew: z.boolean(),
  heldBack: z.array(Id).max(20_000),
});
export type ImportWanted = z.infer<typeof ImportWanted>;

export const importNewOnly: ImportWanted = { add: true, renames: false, moves: false, details: false, gone: false, day: null, opensNew: false, heldBack: [] };

/** How many units each kind of change came to. */
export interface ImportDone {
  added: number;
  renamed: number;
  moved: number;
  detailed: number;
  closed: number;
}

/** How many lines of each kind the preview shows; the counts beside them are whole. */
export const importLinesShown = 5000;

/** What the user sees before anything is done. */
export interface ImportPreview {
  rowsRead: number;
  /** Units of the sheet that are there already. */
  matched: number;
  countsPerLevel: { levelId: string; add: number; existing: number }[];
  badRows: ImportBadRow[];
  duplicates: number;
  totalsSkipped: number;
  headsSkipped: number;
  /** Assembly seats that come with the booths to be added. */
  seats: ImportSeat[];
  /** The first lines of each kind, and how many there are. */
  changes: ImportChanges;
  changeCounts: Record<keyof ImportChanges, number>;
}

/** The plan whole: the units to add, parents first, and every change. */
export type ImportPlan = Omit<ImportPreview, 'changeCounts'> & { adds: ImportAdd[] };
