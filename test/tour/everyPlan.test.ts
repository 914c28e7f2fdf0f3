// Holds the planner's small tours, of every kind there is, against every schedule they can have.
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../shared/tour/random.ts';
import { comparePlans } from '../../shared/tour/rankPlan.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { bestOfEveryPlan } from './everyPlan.ts';
import { kindsOfSmallTour, smallTour } from './smallTour.ts';

describe('solveTour of four stops', () => {
  it.each(Object.keys(kindsOfSmallTour))('is the best of every plan: %s', (wanted) => {
    const count = Object.keys(kindsOfSmallTour).length;
    for (let turn = 0; turn < 8; turn++) {
      const round = turn * count + Object.keys(kindsOfSmallTour).indexOf(wanted);
      const { kind, problem } = smallTour(seededRandom(1000 + round), round, 4);
      expect(kind).toBe(wanted);
      const best = bestOfEveryPlan(problem);
      const plan = solveTour(problem, { seed: round, noAdvice: true });
      expect({ round, holds: plan.violations.length === 0 }).toEqual({ round, holds: best !== null });
      if (!best) continue;
      expect({ round, apart: comparePlans(problem, plan, best), isProved: plan.provedBest }).toEqual({ round, apart: 0, isProved: true });
      expect(plan.bound.gap).toBe(0);
    }
  });
});
