// Plans a tour, anew or onwards from the plan it has: what is pinned, locked or held stays; stopped, the best so far counts.
import { AppError } from '../../../shared/errors.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { TourEntry, TourPlan } from '../../../shared/tour/plan.ts';
import type { TourProblem } from '../../../shared/tour/problem.ts';
import { solveInDark } from '../../../shared/tour/darkRoads.ts';
import { solveTour } from '../../../shared/tour/solveTour.ts';
import type { JobContext } from '../../calls.ts';
import { roundedEntries } from './roundBegins.ts';
import type { TourCase } from './tourCase.ts';

/** The same file gives the same plan. */
export const seed = 1;

export interface Planned {
  entries: TourEntry[];
  plan: TourPlan;
  /** The plan is better than the one there was; only then is it worth writing when improving. */
  better: boolean;
}

/** Throws `tours.noStops`; `job.cancelled` where nothing was found before. */
export function planTour({ progress, cancelled }: Pick<JobContext, 'progress' | 'cancelled'>, { problem, entries }: TourCase, improve: boolean): Planned {
  if (problem.stops.length === 0) throw new AppError('tours.noStops');
  const before = checkTour(problem, entries);
  progress('planning', 0, 100);
  const solve = (start: TourEntry[] | undefined): TourPlan => solveInDark({ ...problem, ...(start ? { start } : {}) }, (asked) => solveTour(asked, {
    seed,
    shouldStop: cancelled,
    onProgress: ({ done, of, plan: { bound, totals } }) => {
      const gap = bound.gap === null ? null : Math.ceil(bound.gap * 100 - 1e-9);
      const stage = gap === null ? 'planningBest' : gap <= 0 ? 'planningShortest' : 'planningGap';
      if (!cancelled()) progress(stage, Math.round((done / of) * 100), 100, { minutes: Math.round(totals.travelMinutes), ...(gap === null ? {} : { gap }) });
    },
  }));
  let plan = solve(improve ? entries : undefined);
  const shared = improve ? null : sharedOut(problem, plan);
  if (shared && !cancelled()) {
    const other = solve(shared);
    if (isBetter(other, plan)) plan = other;
  }
  const after = roundedEntries(problem, plan);
  return { entries: after, plan, better: isBetter(checkTour(problem, after), before) };
}

/** Where one of several leaders was given nothing and the days do not hold: the way cut into one part for each, to begin with. */
function sharedOut(problem: TourProblem, plan: TourPlan): TourEntry[] | null {
  const leaders = problem.leaders ?? [];
  const idle = leaders.some((_, leader) => !plan.days.some((day) => day.leader === leader && day.visits.length > 0));
  const locked = problem.lockedDays ?? leaders[0]?.lockedDays ?? [];
  if (leaders.length < 2 || !idle || plan.violations.length === 0 || locked.length > 0 || problem.stops.some((stop) => stop.pinned)) return null;
  const way = plan.days.flatMap((day) => day.visits.map((visit) => visit.stopId));
  const part = Math.ceil(way.length / leaders.length);
  const half = Math.ceil(part / 2);
  // The first and the last town are the first leader's: he takes both ends, the others what is between.
  const parts = [[...way.slice(0, half), ...way.slice(way.length - (part - half))]];
  const middle = way.slice(half, way.length - (part - half));
  for (let leader = 1; leader < leaders.length; leader++) parts.push(middle.slice((leader - 1) * part, leader === leaders.length - 1 ? undefined : leader * part));
  return parts.flatMap((stops, leader) => {
    const duties = leaders[leader]!.days ?? problem.days;
    const open = duties.flatMap((duty, day) => (duty.dutyTo > duty.dutyFrom ? [day] : []));
    return open.length === 0 ? [] : stops.map((stopId, at) => ({ stopId, leader, day: open[Math.floor((at * open.length) / stops.length)]! }));
  });
}

const breaches = ({ violations }: TourPlan): number => violations.reduce((sum, one) => sum + 1 + (one.minutes ?? 0), 0);

/** In the order of what is wanted: less broken, more worth, less on the road. */
function isBetter(a: TourPlan, b: TourPlan): boolean {
  const by = [breaches(a) - breaches(b), b.totals.worth - a.totals.worth, a.totals.travelMinutes - b.totals.travelMinutes];
  return (by.find((difference) => Math.abs(difference) > 0.5) ?? 0) < 0;
}
