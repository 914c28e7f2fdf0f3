// Lets visits begin at times people say and print: at the full five minutes, where that breaks nothing.
import { checkTour } from '../../../shared/tour/checkTour.ts';
import { entriesOf } from '../../../shared/tour/plan.ts';
import type { TourEntry, TourPlan } from '../../../shared/tour/plan.ts';
import type { TourProblem } from '../../../shared/tour/problem.ts';

const roundMinutes = 5;

/** The plan's schedule, later by what rounding up needs; a day on which that would break something keeps its exact minutes. */
export function roundedEntries(problem: TourProblem, plan: TourPlan): TourEntry[] {
  const exact = entriesOf(plan);
  const pinned = new Set(problem.stops.filter((stop) => stop.pinned).map((stop) => stop.id));
  let entries = exact;
  for (const { day, visits, problems } of plan.days) {
    let later = 0;
    const begins = new Map(visits.map((visit) => {
      const { stopId, begin, waitMinutes } = visit;
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
    const tried = entries.map((entry) => (entry.day === day ? { ...entry, begin: begins.get(entry.stopId)! } : entry));
    const after = checkTour(problem, tried).days[day]!.problems;
    const size = (found: typeof problems) => found.reduce((sum, one) => sum + (one.minutes ?? 1), 0);
    if (after.length <= problems.length && size(after) <= size(problems)) entries = tried;
  }
  return entries;
}
