// What is known of an earlier import, and what taking it back would do.

export interface EarlierImport {
  /** The step's number in the history. */
  seq: number;
  /** ISO time. */
  at: string;
  actor: string;
  fileName: string;
  added: number;
  /** Units of it that are there today; null for imports of older versions, where only the preview can tell. */
  there: number | null;
}

/**
 * Why a unit stays. `edited`, `moved`, `closed`: its own row was changed. `below`: a unit that stays hangs under it. `unit` is never one.
 * All else is the kind of record that leans on it, by the name of its table (`target`, `post`, …).
 */
export type StayReason = string;

export interface StayingUnit {
  id: string;
  levelId: string;
  nameEn: string;
  nameHi: string | null;
  withinEn: string;
  withinHi: string;
  reasons: StayReason[];
}

export interface TakeBackPreview {
  seq: number;
  fileName: string;
  /** Units that would go. */
  goes: number;
  stays: number;
  /** Units of the import that are no longer there. */
  gone: number;
  /** How many units stay for each reason, the most frequent first; a unit may have several. */
  reasons: { reason: StayReason; units: number }[];
  /** The units that stay, as the tree reads; the first 5,000 of them. */
  staying: StayingUnit[];
}
