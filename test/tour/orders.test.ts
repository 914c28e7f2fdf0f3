// Checks the search for tours with windows, pins and days nearly full: on problems that are known to have a plan, and against the check of tours.
import { describe, expect, it } from 'vitest';
import { beginTimes } from '../../shared/tour/beginTimes.ts';
import { checkTour } from '../../shared/tour/checkTour.ts';
import { latenessOf, mendOrder } from '../../shared/tour/mendOrder.ts';
import { hasOrderClock, orderClock } from '../../shared/tour/orderClock.ts';
import { orderAnnealer } from '../../shared/tour/annealOrder.ts';
import { pathCosts, pathTravel } from '../../shared/tour/pathCosts.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';
import { seededRandom } from '../../shared/tour/random.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { daySplitter } from '../../shared/tour/splitDays.ts';
import { timetable } from '../../shared/tour/timetable.ts';
import { auditPlan } from './audit.ts';
import { hiddenPlan, makeTour, windowsTour } from './generate.ts';

const all = (problem: TourProblem): number[] => problem.stops.map((_, index) => index);

function shuffled(count: number, seed: number): number[] {
  const random = seededRandom(seed);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let k = count - 1; k > 0; k--) {
    const j = random.below(k + 1);
    [order[k], order[j]] = [order[j]!, order[k]!];
  }
  return order;
}

describe('the made tours', () => {
  it('with windows or pins can be held: the walk they were laid around holds', () => {
    for (const kind of ['windows', 'pins'] as const) for (const size of [10, 24, 75]) for (const seed of [1, 2, 3]) {
      const problem = makeTour(kind, size, seed);
      expect(checkTour(problem, hiddenPlan(problem)).violations, `${kind} ${size} ${seed}`).toEqual([]);
    }
  });
});

describe('the clock of orders', () => {
  it('finds nothing late exactly where the best split of that order into days breaks nothing', () => {
    let held = 0;
    for (let round = 0; round < 60; round++) {
      const made = makeTour((['windows', 'pins', 'plain'] as const)[round % 3]!, 9, 1 + (round % 7));
      const problem = { ...made, days: [...made.days, ...made.days], ...(round % 4 === 0 ? { startPlace: 3 } : {}), ...(round % 5 === 0 ? { returnTo: 2 } : {}) };
      const table = timetable(problem);
      expect(hasOrderClock(table)).toBe(true);
      const costs = pathCosts(table, all(problem));
      const clock = orderClock(table, beginTimes(table), costs, 1);
      const hidden = hiddenPlan(made).map(({ stopId }) => table.stopIndex.get(stopId)!);
      const order = round % 2 === 0 ? hidden : shuffled(9, round);
      const holds = daySplitter(table).split(order, 9, 0);
      // Home on the day of the last visit: an order that ends too late for that may hold with its last visit a day later.
      if (problem.returnTo === undefined) expect(latenessOf(costs, clock, order) === 0, `round ${round}`).toBe(holds);
      else if (latenessOf(costs, clock, order) === 0) expect(holds, `round ${round}`).toBe(true);
      if (holds) held++;
    }
    expect(held).toBeGreaterThan(10);
    expect(held).toBeLessThan(60);
  });
});

describe('annealing and mending an order', () => {
  it('give what they say: every stop once, that travel, that lateness', () => {
    for (const [at, problem] of [windowsTour(30, 40, 1), makeTour('pins', 24, 2), makeTour('windows', 24, 3)].entries()) {
      const table = timetable(problem);
      const costs = pathCosts(table, all(problem));
      const clock = orderClock(table, beginTimes(table), costs, 5);
      const start = shuffled(problem.stops.length, at);
      const annealed = orderAnnealer(costs, clock, all(problem), 20).run(start, seededRandom(at), { rounds: 40_000, enough: 0, heat: 1 });
      expect([...annealed.order].sort((a, b) => a - b)).toEqual(all(problem));
      expect(pathTravel(costs, annealed.order)).toBeCloseTo(annealed.travel, 6);
      expect(latenessOf(costs, clock, annealed.order)).toBeCloseTo(annealed.late, 6);
      const mended = mendOrder(costs, clock, all(problem), start, seededRandom(at), { rounds: 30, patience: 10 });
      expect([...mended.order].sort((a, b) => a - b)).toEqual(all(problem));
      expect(latenessOf(costs, clock, mended.order)).toBeCloseTo(mended.late, 6);
      expect(mended.late).toBeLessThanOrEqual(latenessOf(costs, clock, start));
    }
  });
});

describe('tours with windows and pins', () => {
  it('that can be held are held, with 75 stops too, and hardly longer than the walk they were laid around', () => {
    for (const [kind, size, seed] of [['pins', 24, 2], ['windows', 24, 2], ['pins', 75, 2], ['windows', 75, 1]] as const) {
      const problem = makeTour(kind, size, seed);
      const plan = solveTour(problem, { seed });
      expect(plan.violations, `${kind} ${size}`).toEqual([]);
      expect(auditPlan(problem, plan)).toEqual([]);
      expect(plan.totals.travelMinutes).toBeLessThanOrEqual(1.05 * checkTour(problem, hiddenPlan(problem)).totals.travelMinutes);
    }
  });
  it('of one day with a window on every stop are always held, and no longer than the tour the windows were laid around', () => {
    for (const width of [20, 60, 100]) {
      const problem = windowsTour(60, width, width);
      const plan = solveTour(problem, { seed: 1 });
      expect(plan.violations, `width ${width}`).toEqual([]);
      const given = [...problem.stops].sort((a, b) => a.worth - b.worth).map(({ id: stopId }) => ({ stopId, day: 0 }));
      expect(checkTour(problem, given).violations).toEqual([]);
      expect(plan.totals.travelMinutes).toBeLessThanOrEqual(checkTour(problem, given).totals.travelMinutes);
    }
  });
});
