// Asks whether one more day would do where a plan breaks something, and what it would cost.
import type { TourPlan } from './plan.ts';
import type { TourDuty, TourProblem } from './problem.ts';
import type { SolveOptions } from './solveTour.ts';

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
  const plan = solve(more, { seed, seconds: (seconds ?? 0.5) * shareOfSeconds, shouldStop, noAdvice: true });
  if (plan.violations.length > 0) return null;
  return { travelMinutes: plan.totals.travelMinutes, daysUsed: plan.totals.daysUsed };
}
