// Turns the days of a tour that stay as they are into pins, for the solver.
import { checkWith } from './checkTour.ts';
import type { TourProblem } from './problem.ts';
import { timetable } from './timetable.ts';

/** Stops of locked days are pinned to the times they have in `start`. */
export function withLockedTimes(problem: TourProblem): TourProblem {
  const lockedOf = (leader: number): readonly number[] => (problem.leaders?.[leader] ?? problem).lockedDays ?? [];
  const { start } = problem;
  if (!start || (problem.leaders ?? [problem]).every((_, leader) => lockedOf(leader).length === 0)) return problem;
  const table = timetable(problem);
  const begins = new Map<string, { day: number; begin: number }>();
  for (const day of checkWith(table, start).days) {
    if (!lockedOf(day.leader ?? 0).includes(day.day)) continue;
    for (const { stopId, begin } of day.visits) begins.set(stopId, { day: day.day, begin });
  }
  const stops = problem.stops.map((stop) => (begins.has(stop.id) ? { ...stop, pinned: begins.get(stop.id)! } : stop));
  return { ...problem, stops };
}
