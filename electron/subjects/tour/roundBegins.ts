// Lets visits begin at times people say and print: at the full five minutes, where that breaks nothing.
import { checkTour } from '../../../shared/tour/checkTour.ts';
import { entriesOf } from '../../../shared/tour/plan.ts';
import type { TourDayPlan, TourEntry, TourPlan } from '../../../shared/tour/plan.ts';
import type { TourProblem } from '../../../shared/tour/problem.ts';

const roundMinutes = 5;

/**
 * The plan's schedule, later by what rounding up needs; a day on which that would break something keeps its exact minutes.
 * Only the days named, or all but the locked.
 */
export function roundedEntries(problem: TourProblem, plan: TourPlan, onlyDays?: ReadonlySet<number>): TourEntry[] {
  const exact = entriesOf(plan);
  const pinned = new Set(problem.stops.filter((stop) => stop.pinned?.begin !== undefined).map((stop) => stop.id));
  const wanted = plan.days.filter((line) => line.visits.length > 0 && (onlyDays?.has(line.day) ?? !isLocked(problem, line)));
  const later = new Map(wanted.map((line) => [line, roundedBegins(line, pinned)]));
  const schedule = (lines: readonly TourDayPlan[]): TourEntry[] => {
    const begins = new Map(lines.flatMap((line) => [...later.get(line)!]));
    return exact.map((entry) => ({ ...entry, begin: begins.get(entry.stopId) ?? entry.begin! }));
  };
  const problemsOf = (entries: TourEntry[]): Map<string, TourDayPlan['problems']> =>
    new Map(checkTour(problem, entries).days.map((line) => [keyOf(line), line.problems]));
  const breaks = (line: TourDayPlan, found: TourDayPlan['problems']): boolean =>
    found.length > line.problems.length || size(found) > size(line.problems);
  // All at once first; where a day breaks by it, that day keeps its minutes.
  const all = problemsOf(schedule(wanted));
  return schedule(wanted.filter((line) => !breaks(line, all.get(keyOf(line))!)));
}

const keyOf = ({ day, leader = 0 }: TourDayPlan): string => `${day} ${leader}`;

const size = (found: TourDayPlan['problems']): number => found.reduce((sum, one) => sum + (one.minutes ?? 1), 0);

function isLocked({ lockedDays, leaders }: TourProblem, { day, leader = 0 }: TourDayPlan): boolean {
  return (leaders?.[leader]?.lockedDays ?? lockedDays ?? []).includes(day);
}

function roundedBegins(line: TourDayPlan, pinned: ReadonlySet<string>): Map<string, number> {
  let later = 0;
  return new Map(line.visits.map(({ stopId, begin, waitMinutes }) => {
    if (pinned.has(stopId)) {
      later = 0;
      return [stopId, begin];
    }
    // What was waiting before takes up the delay first.
    const pushed = begin + Math.max(0, later - waitMinutes);
    const rounded = Math.ceil(pushed / roundMinutes) * roundMinutes;
    later = rounded - begin;
    return [stopId, rounded];
  }));
}
