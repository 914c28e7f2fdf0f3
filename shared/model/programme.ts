// Programmes with dates per level, and the metrics they are measured by.
import { z } from 'zod';
import { DayText, Id, Name, OptionalName } from './common.ts';
import type { Named } from './common.ts';

export const MetricKind = z.enum(['sum', 'onePerUnit', 'share']);
export type MetricKind = z.infer<typeof MetricKind>;

/**
 * What is counted. `sum`: numbers add up. `onePerUnit`: one for each unit of `countLevelId`.
 * `share`: reports are counts, the target is a percentage of what `ofMetricId` has achieved.
 */
export interface Metric extends Named {
  id: Id;
  kind: MetricKind;
  countLevelId: Id | null;
  ofMetricId: Id | null;
}

/** The days a programme runs at one level. */
export const Phase = z.object({ levelId: Id, fromDay: DayText, toDay: DayText });
export type Phase = z.infer<typeof Phase>;

export interface Programme extends Named {
  id: Id;
  fromDay: string;
  toDay: string;
  phases: Phase[];
  metrics: Metric[];
}

export const ProgrammeFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  fromDay: DayText,
  toDay: DayText,
  phases: z.array(Phase).max(20),
  metricIds: z.array(Id).max(50),
});
export type ProgrammeFields = z.infer<typeof ProgrammeFields>;

export const MetricFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  kind: MetricKind,
  countLevelId: Id.nullable(),
  ofMetricId: Id.nullable(),
});
export type MetricFields = z.infer<typeof MetricFields>;
