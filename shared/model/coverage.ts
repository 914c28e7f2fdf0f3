// Which units a leader (or anybody) has been to, is going to, or leaves out.
import { z } from 'zod';
import { Id } from './common.ts';
import type { Named } from './common.ts';

export const CoverageQuestion = z.object({
  levelId: Id,
  /** Only at and below it; null: everywhere. */
  unitId: Id.nullable().default(null),
  /** Visits of this leader only; null: of anybody. */
  personId: Id.nullable().default(null),
  /** What is ahead, of this tour only, on the calendar or not; null: of every tour on the calendar. */
  tourId: Id.nullable().default(null),
});
export type CoverageQuestion = z.infer<typeof CoverageQuestion>;

export interface CoverageRow extends Named {
  unitId: Id;
  /** Directly above it; empty where that is the top. */
  parentEn: string;
  parentHi: string | null;
  lat: number | null;
  lon: number | null;
  /** At the unit or below it; null: never. */
  lastVisitDay: string | null;
  daysSince: number | null;
  /** The next stop ahead, at the unit or below it. */
  plannedDay: string | null;
  plannedTourId: Id | null;
  plannedStopId: Id | null;
  openPromises: number;
}

export interface Coverage {
  visited: number;
  planned: number;
  /** Neither visited nor planned. */
  leftOut: number;
  /** In the order of the tree. */
  rows: CoverageRow[];
}
