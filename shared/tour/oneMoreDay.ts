// Asks whether one more day would do where a plan breaks something, or driving on in the evening, and what it would cost.
import type { TourPlan } from './plan.ts';
import { hasFreeNights } from './problem.ts';
import type { TourDuty, TourProblem } from './problem.ts';
import type { SolveOptions } from './solveTour.ts';

/** Of the search that led here: driving on in the evening is easier to plan. */
const shareOfSeconds = 0.5;

/** The travel with a last day added like the last one there is; null where that does not help either, or nobody has a day. */
export function oneMoreDay(
  problem: TourProblem,
  options: SolveOptions,
  solve: (problem: TourProblem, options: SolveOptions) => TourPlan,
): { travelMinutes: number; daysUsed: number } | null {
  if (problem.days.length === 0 || options.shouldStop?.()) return null;
  const longer = (days: readonly TourDuty[]): TourDuty[] => {
    const like = days.findLast((day) => day.dutyTo > day.dutyFrom) ?? days.at(-1)!;
    const { nightPlace: _night, ...duty } = like;
    return [...days, { ...duty, reserved: [] }];
  };
  const more: TourProblem = {
    ...problem,
    days: longer(problem.days),
    leaders: problem.leaders?.map((leader) => (leader.days ? { ...leader, days: longer(leader.days) } : leader)),
  };
  const { seed, seconds, shouldStop } = options;
  const plan = solve(more, { seed, seconds, shouldStop, noAdvice: true });
  if (plan.violations.length > 0) return null;
  return { travelMinutes: plan.totals.travelMinutes, daysUsed: plan.totals.daysUsed };
}

/** The travel where nights need not be at the day's last visit; null where they need not already, or that does not help either. */
export function inEvening(
  problem: TourProblem,
  options: SolveOptions,
  solve: (problem: TourProblem, options: SolveOptions) => TourPlan,
): { travelMinutes: number } | null {
  if (hasFreeNights(problem) || options.shouldStop?.()) return null;
  const { seed, seconds, shouldStop } = options;
  const plan = solve({ ...problem, driveOnInEvening: true, start: undefined, lockedDays: undefined }, { seed, seconds: (seconds ?? 0.5) * shareOfSeconds, shouldStop, noAdvice: true });
  return plan.violations.length > 0 ? null : { travelMinutes: plan.totals.travelMinutes };
}
