// Plans a tour, anew or onwards from the plan it has: what is pinned, locked or held stays; stopped, the best so far counts.
import { AppError } from '../../../shared/errors.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { TourEntry, TourPlan } from '../../../shared/tour/plan.ts';
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
  const plan = solveTour({ ...problem, ...(improve ? { start: entries } : {}) }, {
    seed,
    shouldStop: cancelled,
    onProgress: ({ done, of, plan: { bound, totals } }) => {
      const gap = bound.gap === null ? null : Math.ceil(bound.gap * 100 - 1e-9);
      const stage = gap === null ? 'planningBest' : gap <= 0 ? 'planningShortest' : 'planningGap';
      if (!cancelled()) progress(stage, Math.round((done / of) * 100), 100, { minutes: Math.round(totals.travelMinutes), ...(gap === null ? {} : { gap }) });
    },
  });
  const after = roundedEntries(problem, plan);
  return { entries: after, plan, better: isBetter(checkTour(problem, after), before) };
}

const breaches = ({ violations }: TourPlan): number => violations.reduce((sum, one) => sum + 1 + (one.minutes ?? 0), 0);

/** In the order of what is wanted: less broken, more worth, less on the road. */
function isBetter(a: TourPlan, b: TourPlan): boolean {
  const by = [breaches(a) - breaches(b), b.totals.worth - a.totals.worth, a.totals.travelMinutes - b.totals.travelMinutes];
  return (by.find((difference) => Math.abs(difference) > 0.5) ?? 0) < 0;
}
