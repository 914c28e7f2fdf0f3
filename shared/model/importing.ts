// What an import is made of: what is there already, and what would come of reading a sheet as its mapping says.
import { z } from 'zod';
import { DayText, Id } from './common.ts';

export * from './importMapping.ts';

/** A level as an import needs it (a `Level` will do): its names, and the levels a unit of it may stand under (none: it is a root). */
export type ImportLevel = { id: string; nameEn: string; nameHi: string | null; under: string[] };

/** A unit that is there already. Seat and part are needed where booths are to be recognised. */
export type ImportUnit = {
  id: string;
  parentId: string | null;
  levelId: string;
  nameEn: string;
  nameHi: string | null;
  /** Its Hindi name is a guess nobody has confirmed: a sheet that has one is believed, also where it says the same. */
  isHindiProposed?: boolean;
  code: string | null;
  constituencyNumber?: number | null;
  partNumber?: string | null;
  electors?: number | null;
  lat?: number | null;
  lon?: number | null;
  /** Where offices see it, when the party has put it under a unit of its own made by splitting. */
  officialParentId?: string;
};

export type ImportExisting = {
  units: ImportUnit[];
  levels: ImportLevel[];
  constituencyNumbers: number[];
  /** Form `subdistricts`: the classes there are, and the code of the one each unit is said to stand in. */
  classes?: { list: { code: string | null; nameEn: string; nameHi: string | null }[]; standing: Map<string, string> };
};

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
  'bodyBlank', // form subdistricts: a village without a panchayat
  'classBlank', // form subdistricts: a village without a sub-district
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

/** A sub-district the sheet names, with how many panchayats it gets and has already. */
export interface ImportClass {
  code: string;
  nameEn: string;
  nameHi: string | null;
  isNew: boolean;
  put: number;
  there: number;
}

/** A panchayat whose villages lie in several sub-districts, the most of them first; `toCode` null: in none, as two have equally many. */
export interface ImportSplit extends ImportPlace {
  toCode: string | null;
  parts: { code: string; nameEn: string; nameHi: string | null; villages: number }[];
}

export interface ImportGroups {
  classes: ImportClass[];
  split: ImportSplit[];
  puts: { unitId: string; code: string }[];
}

/** A district or block body no unit was found for, or that somebody has matched by hand; without a name: rows name its code alone. */
export interface ImportBody {
  code: string;
  nameEn: string;
  nameHi: string | null;
  /** The level of the unit it stands for. */
  levelId: string;
  /** The body above it. */
  parentEn: string;
  parentHi: string | null;
  /** Rows of panchayats that name it, or a body below it. */
  panchayats: number;
  /** The unit it was said to be. */
  unitId: string | null;
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
  /** Put into a sub-district. */
  grouped: number;
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
  /** Bodies to be matched by hand, those with the most panchayats first; empty for other forms. */
  bodies: ImportBody[];
  /** Null for sheets that say nothing of a second classification. */
  groups: (Omit<ImportGroups, 'puts'> & { splitCount: number }) | null;
}

/** The plan whole: the units to add, parents first, and every change. */
export type ImportPlan = Omit<ImportPreview, 'changeCounts' | 'groups'> & { adds: ImportAdd[]; groups: ImportGroups | null };
