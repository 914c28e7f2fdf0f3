// Calls about sheets that go out, the flat sheets that come in, the history, and the home screen.
import { z } from 'zod';
import { DayText, Id, Language, SheetLanguages } from '../model/common.ts';
import { GroupFilter } from '../model/group.ts';
import { ImportMapping, ImportWanted, importNewOnly } from '../model/importing.ts';
import type { ImportDone, ImportPreview } from '../model/importing.ts';
import type { Recognised } from '../model/recognised.ts';
import type { SheetModel } from '../model/sheet.ts';
import type { TourDay } from '../model/tour.ts';
import { command, effect, query, readingJob, writingJob } from './kinds.ts';

/**
 * Which sheet: a district's assignment sheet for a programme and metric (`detail`: also the units one level further down; `levelId`:
 * all units of that level below instead; `group`: only what stands in the class; `classificationId`: under heads of its classes), a tour's programme,
 * or the notice of an order that moves days.
 */
export const SheetChoice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('assignment'), unitId: Id, programmeId: Id, metricId: Id, detail: z.boolean().default(false),
    levelId: Id.nullable().default(null), group: GroupFilter.nullable().default(null), classificationId: Id.nullable().default(null),
  }),
  z.object({ kind: z.literal('tour'), tourId: Id }),
  z.object({ kind: z.literal('brief'), stopId: Id }),
  z.object({ kind: z.literal('day'), tourId: Id, personId: Id, day: DayText }),
  z.object({ kind: z.literal('extensionNotice'), orderId: Id }),
  z.object({ kind: z.literal('timeline'), fromDay: DayText.nullable().default(null), toDay: DayText.nullable().default(null), unitId: Id.nullable().default(null), group: GroupFilter.nullable().default(null) }),
]);
export type SheetChoice = z.infer<typeof SheetChoice>;

const rendering = z.object({ sheet: SheetChoice, languages: SheetLanguages });

export const sheetsCalls = {
  /** `language`: the alphabet its lists are sorted by. */
  'sheets.model': query(z.object({ sheet: SheetChoice, language: Language.default('hi') })).gives<SheetModel>(),
  /** The sheet as the printer gets it; the screen shows the same. */
  'sheets.html': query(rendering).gives<{ html: string }>(),
  'sheets.export': effect(rendering.extend({ format: z.enum(['pdf', 'xlsx', 'csv']) })).gives<{ saved: string | null }>(),
  'sheets.print': effect(rendering).gives<{ printed: boolean }>(),
};

/** A file the person chose, by the token that stands for its path. */
export interface ChosenFile {
  token: string;
  name: string;
}

/** What a chosen sheet (or several of one shape, read as one) looks like before anything is taken from it. */
export interface ChosenSheet {
  token: string;
  /** Tokens of the further files, in the order they are read. */
  more: string[];
  /** Of the first file. */
  name: string;
  /** Rows below the head. */
  rows: number;
  recognised: Recognised;
  /** Where the head stands in the sample; -1 when none was found. */
  headerRow: number;
  /** The same for every sheet with the same heads: under it the columns are remembered. */
  shape: string;
  /** The first rows as they stand, for the column choice; empty rows are left out. */
  sample: string[][];
  /** Where each row of the sample stands in Excel. */
  rowNumbers: number[];
  guess: ImportMapping | null;
}

const files = z.object({ token: Id, more: z.array(Id).max(500).default([]) });

export const exchangeCalls = {
  /** Asks for one or several files; null when the person changed his mind. */
  'exchange.choose': effect(z.object({})).gives<ChosenFile[] | null>(),
  /** Takes files that were dragged onto the window, as their bytes: the window never knows a path. */
  'exchange.drop': effect(z.object({ files: z.array(z.object({ name: z.string().max(260), base64: z.string().max(100_000_000) })).min(1).max(500) })).gives<ChosenFile[]>(),
  /** Reads the files and says what they are. Several must have the same heads. */
  'exchange.inspect': readingJob(files).gives<ChosenSheet>(),
  'exchange.preview': readingJob(files.extend({ rootId: Id.nullable(), mapping: ImportMapping })).gives<ImportPreview>(),
  'exchange.apply': writingJob(files.extend({ rootId: Id.nullable(), mapping: ImportMapping, wanted: ImportWanted.default(importNewOnly) })).gives<ImportDone>(),
};

/** One act as the history tells it: words come from `history.json` under `summary.key`, filled with `summary.detail`. */
export interface HistoryRow {
  seq: number;
  at: string;
  actor: string;
  kind: 'do' | 'undo' | 'redo';
  summary: { key: string; detail: Record<string, unknown> };
  /** dropped: undone, and another act was done since. */
  state: 'done' | 'undone' | 'dropped';
  changes: number;
}

export const historyCalls = {
  'history.list': query(z.object({ beforeSeq: z.number().int().nullable().default(null), limit: z.number().int().min(1).max(200).default(50) })).gives<
    HistoryRow[]
  >(),
  'history.state': query(z.object({})).gives<{ undo: HistoryRow | null; redo: HistoryRow | null }>(),
  'history.undo': command(z.object({})).gives<{ undone: HistoryRow | null }>(),
  'history.redo': command(z.object({})).gives<{ redone: HistoryRow | null }>(),
};

/** What matters today. */
export interface HomeSummary {
  today: string;
  counts: { levelId: string; units: number }[];
  /** Programmes that run, come or just ended, with the first metric's state. */
  programmes: {
    id: string;
    nameEn: string;
    nameHi: string | null;
    fromDay: string;
    toDay: string;
    daysLeft: number;
    metrics: {
      metricId: string;
      nameEn: string;
      nameHi: string | null;
      target: number | null;
      below: number | null;
      achieved: number | null;
      state: string | null;
      requiredPerDay: number | null;
    }[];
  }[];
  /** Districts furthest behind, worst first. */
  behind: { unitId: string; nameEn: string; nameHi: string | null; programmeId: string; metricId: string; own: number; achieved: number; percent: number; state: string }[];
  /** Today's or the next day of a tour. */
  nextTourDays: { tourId: string; nameEn: string; nameHi: string | null; personNameEn: string; personNameHi: string | null; day: TourDay }[];
  gaps: { unitId: string; nameEn: string; nameHi: string | null }[];
  conflicts: number;
}

export const homeCalls = {
  'home.summary': query(z.object({ language: Language.default('en') })).gives<HomeSummary>(),
};
