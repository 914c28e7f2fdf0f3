// A filled sheet that came back: what it says, judged, and the ones that came before.
import { z } from 'zod';
import { DayText, Id } from './common.ts';

/** Which figure a row of a sheet asks for. */
export interface RowIdentity {
  programmeId: Id;
  metricId: Id;
  unitId: Id;
  /** Of the target when the sheet was written. */
  revision: number;
}

/** A row that came back with a figure. */
export interface ReturnedRow extends RowIdentity {
  sheetName: string;
  rowNumber: number;
  name: string;
  value: number;
  note: string;
}

/** Why a row cannot be read at all. */
export type UnreadCause = 'noMark' | 'damaged' | 'formula' | 'notANumber' | 'negative' | 'twice';

export interface UnreadRow {
  sheetName: string;
  rowNumber: number;
  cause: UnreadCause;
  /** What stands in the column of names, and in that of figures. */
  name: string;
  text: string;
}

/** Why a figure is not booked. */
export type RefusedCause = 'unitGone' | 'closed' | 'otherName';
/** What makes one look twice; it is booked unless it is left out. */
export type Doubt = 'lower' | 'tooMuch' | 'oldRevision';

export interface ReturnLine extends ReturnedRow {
  nameEn: string;
  nameHi: string | null;
  before: number | null;
  beforeDay: string | null;
  target: number | null;
  refused: RefusedCause | null;
  doubts: Doubt[];
  /** The same figure stands there already for that day or later: nothing to book. */
  same: boolean;
}

/** `day`: up to when its figures are. */
export const ReturnAsk = z.object({ token: Id, day: DayText });

/** What a returned sheet says and what booking it would do. Of very many lines the first are shown; the counts are of all. */
export interface ReturnPreview {
  fileName: string;
  programmeEn: string;
  programmeHi: string | null;
  metricEn: string;
  metricHi: string | null;
  unitEn: string;
  unitHi: string | null;
  /** Of the sheet, and of the unit's target now. */
  revision: number;
  revisionNow: number;
  /** When this very content was booked before; null: never, or something of it was left out then and can be booked now. */
  bookedDay: string | null;
  lines: ReturnLine[];
  unread: UnreadRow[];
  counts: { toBook: number; same: number; doubtful: number; refused: number; unread: number; empty: number; missing: number };
}

export interface ReceivedSheet {
  id: Id;
  fileName: string;
  receivedDay: string;
  figures: number;
  programmeEn: string;
  programmeHi: string | null;
  metricEn: string;
  metricHi: string | null;
  unitId: Id;
  unitEn: string;
  unitHi: string | null;
}
