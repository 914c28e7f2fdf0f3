// Programmes with dates per level, and the metrics they are measured by.
import { z } from 'zod';
import { DayText, Id, Name, OptionalName } from './common.ts';
import type { Named } from './common.ts';

export const MetricKind = z.enum(['sum', 'onePerUnit', 'share', 'repeated', 'money', 'last']);
export type MetricKind = z.infer<typeof MetricKind>;

/** Whether more is better (members) or less (vacant seats). */
export const MetricDirection = z.enum(['up', 'down']);
export type MetricDirection = z.infer<typeof MetricDirection>;
export const MetricEvery = z.enum(['week', 'month']);
export type MetricEvery = z.infer<typeof MetricEvery>;

/**
 * What is counted. `sum`: numbers add up. `onePerUnit`: one for each unit of `countLevelId`.
 * `share`: reports are counts, the target is a percentage of what `ofMetricId` has achieved.
 * `repeated`: done again every `every`; what adds up is how often. `money`: rupees; with `rate`, that many for each of `ofMetricId`.
 * `last`: the last figure told, which may also fall.
 */
export interface Metric extends Named {
  id: Id;
  kind: MetricKind;
  countLevelId: Id | null;
  ofMetricId: Id | null;
  /** What one of it is called, beside figures: "member", "सदस्य"; empty where nobody said. */
  wordEn: string;
  wordHi: string | null;
  direction: MetricDirection;
  every: MetricEvery | null;
  rate: number | null;
  /** The levels it is counted at; empty: all. */
  levelIds: Id[];
}

/** The days a programme runs at one level. */
export const Phase = z.object({ levelId: Id, fromDay: DayText, toDay: DayText });
export type Phase = z.infer<typeof Phase>;

/**
 * What somebody said of a programme; `byDays` follows from its days. postponed: to the days it has now, shown until it begins.
 * untilFurtherNotice: what has not been held has no days in force; its old days are kept.
 */
export const programmeSaid = ['byDays', 'running', 'done', 'postponed', 'untilFurtherNotice', 'cancelled'] as const;
export const ProgrammeSaid = z.enum(programmeSaid);
export type ProgrammeSaid = z.infer<typeof ProgrammeSaid>;
/** Of one level. postponed follows from an order of its own: it is not said by hand. */
export const phaseSaid = ['byDays', 'running', 'done', 'untilFurtherNotice', 'cancelled'] as const;
export const PhaseSaid = z.enum(phaseSaid);
export type PhaseSaid = z.infer<typeof PhaseSaid> | 'postponed';

/** How many units take part at a level of a programme, and how many of them have held it. */
export interface PhaseCount {
  levelId: Id;
  units: number;
  held: number;
}

/** A unit that takes part at a level; `day`: when it held its part. */
export interface PhaseUnit extends Named {
  id: Id;
  withinEn: string;
  withinHi: string;
  day: string | null;
}

/** What is shown: derived from what was said and the days, never stored (`shared/rules/programmeState.ts`). */
export type ProgrammeState = 'planned' | 'running' | 'done' | 'postponed' | 'untilFurtherNotice' | 'cancelled';

export interface ShownPhase extends Phase {
  said: PhaseSaid;
  state: ProgrammeState;
}

export interface Programme extends Named {
  id: Id;
  fromDay: string;
  toDay: string;
  said: ProgrammeSaid;
  state: ProgrammeState;
  /** The unit it belongs to; null: the whole state. */
  unitId: Id | null;
  unitNameEn: string | null;
  unitNameHi: string | null;
  /** Who leads it. */
  personId: Id | null;
  personNameEn: string | null;
  personNameHi: string | null;
  /** Units taking part, each with all below; empty: all at and below its own unit. */
  unitIds: Id[];
  phases: ShownPhase[];
  metrics: Metric[];
}

/** Where a field is not given, what is there stays (or the usual, with a new programme). */
export const ProgrammeFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  fromDay: DayText,
  toDay: DayText,
  phases: z.array(Phase).max(20),
  metricIds: z.array(Id).max(50),
  unitId: Id.nullable().optional(),
  personId: Id.nullable().optional(),
  unitIds: z.array(Id).max(2000).optional(),
});
export type ProgrammeFields = z.infer<typeof ProgrammeFields>;

export const MetricFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  kind: MetricKind,
  countLevelId: Id.nullable(),
  ofMetricId: Id.nullable(),
  wordEn: z.string().trim().max(60).default(''),
  wordHi: OptionalName.default(null),
  direction: MetricDirection.default('up'),
  every: MetricEvery.nullable().default(null),
  rate: z.number().int().min(1).max(1_000_000).nullable().default(null),
  levelIds: z.array(Id).max(20).default([]),
});
export type MetricFields = z.infer<typeof MetricFields>;
