// What a chosen sheet is taken for, told by its content, and what was seen in it that says so.

/** Kinds of sheets; `levels` and `parentCodes` are anybody's own sheets, `unknown` one whose heads say nothing. */
export const sheetKinds = [
  'lgdDistricts', 'lgdSubdistricts', 'lgdBlocks', 'lgdLocalBodies', 'lgdVillages', 'lgdTowns', 'form20', 'pollingStations', 'levels', 'parentCodes', 'unknown',
] as const;
export type SheetKind = (typeof sheetKinds)[number];

export type Recognised = {
  kind: SheetKind;
  /** The state it is about, where it says so. */
  state: { nameEn: string; nameHi: string } | null;
  /** The day it was made by its own time stamp, `YYYY-MM-DD`. */
  day: string | null;
  /** Rows above the head, and below the last row, that are no units. */
  titles: string[];
  notes: string[];
  /** Seats by number in the order of the files (Form 20); null where a file does not say which it is about. */
  seats: (number | null)[];
};
