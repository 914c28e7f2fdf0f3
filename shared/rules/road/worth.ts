// Says how much a visit to a unit on the road is worth: how long nobody was there, how far it is behind, and what happens there that day.

export interface RoadsideFacts {
  /** Since anybody of the party's leaders was there; null: never. */
  daysSince: number | null;
  /** Share of its target reached, in percent; null without a target. */
  percent: number | null;
  /** Share an even pace would have reached by now, in percent; null without a target. */
  expectedPercent: number | null;
  /** level: a programme runs at this level that day; running: it runs, but not at this level that day. */
  programme: 'level' | 'running' | null;
  /** A festival or the like that day, there. */
  blackout: boolean;
}

/** After so many days a visit is as due as if there had never been one. */
const fullyDueDays = 180;
const mostForVisit = 45;
const mostForTarget = 35;
const forProgramme = { level: 20, running: 5 } as const;

/**
 * 1 to 100, whole. Up to 45 for the days since the last visit (all of them from 180 days on, or where there was none), up to 35
 * for the percentage points missing against an even pace, 20 where a programme is at this level on that day (5 where it runs at
 * another). On a blackout day only 1: it can be visited, but nobody would choose it.
 */
export function roadsideWorth({ daysSince, percent, expectedPercent, programme, blackout }: RoadsideFacts): number {
  if (blackout) return 1;
  const due = daysSince === null ? 1 : Math.min(1, Math.max(0, daysSince) / fullyDueDays);
  const missing = percent === null || expectedPercent === null ? 0 : Math.min(100, Math.max(0, expectedPercent - percent)) / 100;
  return Math.max(1, Math.round(mostForVisit * due + mostForTarget * missing + (programme === null ? 0 : forProgramme[programme])));
}
