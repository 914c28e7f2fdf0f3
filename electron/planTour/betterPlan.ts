// Which of two plans of one problem is better, in the order in which things are wanted.
import type { TourPlan } from '../../shared/tour/plan.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';

/** Fewer musts left out, fewer and smaller breaches, more worth, fewer days where asked, less travel. */
export function betterPlan(problem: TourProblem, a: TourPlan, b: TourPlan): boolean {
  const [one, other] = [marksOf(problem, a), marksOf(problem, b)];
  const at = one.findIndex((mark, index) => Math.abs(mark - other[index]!) > 1e-6);
  return at >= 0 && one[at]! < other[at]!;
}

function marksOf({ fewestDays }: TourProblem, { violations, totals }: TourPlan): number[] {
  return [
    violations.filter(({ code }) => code === 'stopLeftOut').length,
    violations.length,
    violations.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    -totals.worth,
    fewestDays ? totals.daysUsed : 0,
    totals.travelMinutes,
  ];
}
