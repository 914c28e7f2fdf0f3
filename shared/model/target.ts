// Targets, how they are divided, and the progress reported on them.
import { z } from 'zod';
import { DayText, Id } from './common.ts';
import type { Crumb, UnitRow } from './unit.ts';

/** A target or a figure reported; shares are whole percents, everything else counts. */
export const Amount = z.number().int().min(0).max(1_000_000_000_000);

/** A programme and a metric: what a board is about. */
export const TargetKey = z.object({ programmeId: Id, metricId: Id });
export type TargetKey = z.infer<typeof TargetKey>;

/** One line of the board. Nulls mean "none set", "nothing below" or "nothing reported". */
export interface BoardRow extends UnitRow {
  own: number | null;
  below: number | null;
  /** own − below: above zero, the units below are short of it. */
  difference: number | null;
  achieved: number | null;
  /** What the units below have achieved together; the achieved itself unless a figure was told for the unit as a whole. */
  achievedBelow: number | null;
  /** Whole percent of the own target (or of the sum below where there is none). */
  percent: number | null;
  /** The share in percent, for share metrics only. */
  sharePercent: number | null;
  locked: boolean;
  /** The target's own first day; null: that of the level's phase or of the programme. */
  fromDay: string | null;
  dueDay: string | null;
  basis: string | null;
  personId: Id | null;
  personNameEn: string | null;
  personNameHi: string | null;
  lastReportDay: string | null;
  /** A figure stands at this unit and others below it: the own one counts, and the two are shown. */
  reportsConflict: boolean;
  /** What the own target is worth; null where none is set. `revised`: issued and changed since. */
  promise: 'draft' | 'issued' | 'revised' | 'closed' | null;
  /** 0: a draft; counts on with every change since it was issued. */
  revision: number;
  /** The board is narrowed to a class that cuts this unit: figures are those of the part inside. */
  partly?: boolean;
  state: 'ahead' | 'onPace' | 'behind' | 'critical' | 'done' | 'notStarted' | null;
}

export interface Board {
  unit: BoardRow;
  ancestors: Crumb[];
  rows: BoardRow[];
  total: number;
}

export const ApportionMethod = z.enum(['electors', 'booths', 'mixed', 'strength', 'equal', 'norm']);
export type ApportionMethod = z.infer<typeof ApportionMethod>;

/** The decision an apportionment is: never its thousands of results. */
export const ApportionInput = TargetKey.extend({
  unitId: Id,
  method: ApportionMethod,
  /** What is divided; by `norm` what each booth gets. */
  total: Amount,
  /** The level to reach. */
  toLevelId: Id,
  step: z.number().int().min(1).max(100_000).default(1),
  minimum: z.number().int().min(0).max(1_000_000_000).default(0),
  /** Greatest of every unit of the last level; null: none. */
  maximum: Amount.nullable().default(null),
  /** By `mixed`: how many of a hundred parts go by electors; the rest goes by booths. */
  electorsPart: z.number().int().min(0).max(100).default(50),
  /** By `strength`: what counts is what was achieved of this; units without it go by electors. Null: the metric itself. */
  strengthOf: TargetKey.nullable().default(null),
  dueDay: DayText.nullable().default(null),
  /** Why issued targets are changed; needed only where there are such. */
  reason: z.string().trim().max(500).default(''),
});
export type ApportionInput = z.infer<typeof ApportionInput>;

export interface ApportionLine {
  unitId: Id;
  nameEn: string;
  nameHi: string | null;
  levelId: Id;
  electors: number;
  booths: number;
  before: number | null;
  after: number;
  locked: boolean;
}

/** What an apportionment would do. `lines` are the units directly below; `levels` the sums at every level. */
export interface ApportionPreview {
  total: number;
  lines: ApportionLine[];
  levels: { levelId: Id; units: number; sum: number; least: number; most: number }[];
  locked: number;
  /** Every unit that is divided gets exactly what the units below it get together; null for shares, which do not add up. */
  exact: boolean | null;
}

/** A unit's own target, or also all below it. `author`: in whose name they are issued. */
export const IssueInput = TargetKey.extend({ unitId: Id, wholeTree: z.boolean().default(true), author: z.string().trim().max(200).default('') });
export type IssueInput = z.infer<typeof IssueInput>;

export interface IssueCounts {
  drafts: number;
  issued: number;
  closed: number;
  /** Drafts that nobody answers for. */
  draftsWithoutLeader: number;
}

/** What was promised until it was changed. */
export interface TargetRevision {
  revision: number;
  value: number | null;
  fromDay: string | null;
  dueDay: string | null;
  personId: Id | null;
  personNameEn: string | null;
  personNameHi: string | null;
  author: string;
  issuedDay: string | null;
  untilDay: string;
  reason: string;
}

/** A unit to be telephoned: what it is asked, what it told last and when, whom to call. */
export interface CallLine {
  unitId: Id;
  nameEn: string;
  nameHi: string | null;
  withinEn: string;
  withinHi: string;
  target: number | null;
  achieved: number | null;
  /** When the unit itself was last heard of; null: never. */
  lastDay: string | null;
  personEn: string | null;
  personHi: string | null;
  titleEn: string;
  titleHi: string | null;
  phone: string | null;
}

export const ReportSource = z.enum(['phone', 'sheet', 'meeting', 'own']);
export type ReportSource = z.infer<typeof ReportSource>;

/** Whether the office believes it. A doubted figure is kept, but the one before it counts. */
export const ReportState = z.enum(['reported', 'confirmed', 'doubted']);
export type ReportState = z.infer<typeof ReportState>;

/** What a figure was before it was corrected. */
export interface ReportVersion {
  number: number;
  value: number;
  dayValue: number | null;
  untilDay: string;
  reason: string;
}

/** A figure reported for a unit: the whole achieved up to that day, not the day's part. */
export interface Report {
  id: Id;
  programmeId: Id;
  metricId: Id;
  unitId: Id;
  day: string;
  value: number;
  source: ReportSource;
  toldBy: string;
  note: string;
  /** What was told for that day alone, where it was told so; `value` is still the whole. */
  dayValue: number | null;
  state: ReportState;
  notedBy: string;
  /** When it was told; null: on the day itself. */
  toldDay: string | null;
  /** The filled sheet it came on. */
  sheetName: string | null;
  versions: ReportVersion[];
  /** Nobody told it: a reorganisation carried it here. */
  reorganisationId: Id | null;
}

export const ReportFields = TargetKey.extend({
  unitId: Id,
  day: DayText,
  value: Amount,
  source: ReportSource,
  toldBy: z.string().trim().max(200).default(''),
  note: z.string().trim().max(500).default(''),
  /** total: the whole achieved so far. day: what that day alone brought. */
  counting: z.enum(['total', 'day']).default('total'),
  notedBy: z.string().trim().max(200).default(''),
  toldDay: DayText.nullable().default(null),
  state: ReportState.default('reported'),
});
export type ReportFields = z.infer<typeof ReportFields>;

/** Figures told in one call, by one person, for one day: one step. */
export const ManyReports = ReportFields.omit({ metricId: true, unitId: true, value: true, note: true }).extend({
  figures: z.array(z.object({ metricId: Id, unitId: Id, value: Amount, note: z.string().trim().max(500).default('') })).min(1).max(5000),
});
export type ManyReports = z.infer<typeof ManyReports>;
