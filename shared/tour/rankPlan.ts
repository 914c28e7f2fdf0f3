// Says which of two plans is better, in the order of what is wanted.
import type { TourPlan, TourViolation } from './plan.ts';
import type { TourProblem } from './problem.ts';

const perBreach = 100;
/** For what has no minutes: a wrong day, a wrong town, a wrong leader. */
const withoutMinutes = 5000;
const leftOutBreach = 20_000;

function weightOf({ code, minutes }: TourViolation): number {
  if (code === 'stopLeftOut') return leftOutBreach;
  return perBreach + (minutes ?? withoutMinutes);
}

/** Below 0: `a` is better. Musts and breaches first, then worth of the optional stops, days where few are wanted, travel. */
export function comparePlans(problem: TourProblem, a: TourPlan, b: TourPlan): number {
  const breaches = (plan: TourPlan): number => plan.violations.reduce((sum, violation) => sum + weightOf(violation), 0);
  const apart = breaches(a) - breaches(b);
  if (Math.abs(apart) > 1e-6) return apart;
  const worth = a.totals.worth - b.totals.worth;
  if (Math.abs(worth) > 1e-9) return -worth;
  if (problem.fewestDays && a.totals.daysUsed !== b.totals.daysUsed) return a.totals.daysUsed - b.totals.daysUsed;
  const travel = a.totals.travelMinutes - b.totals.travelMinutes;
  return Math.abs(travel) > 1e-6 ? travel : 0;
}
