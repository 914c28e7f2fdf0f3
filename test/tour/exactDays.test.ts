// The way through the days found for certain: against every possible plan of small tours, and on the story's 24 towns with days nearly full.
import { describe, expect, it } from 'vitest';
import { beginTimes } from '../../shared/tour/beginTimes.ts';
import { exactDays, hasExactDays } from '../../shared/tour/exactDays.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';
import { seededRandom } from '../../shared/tour/random.ts';
import type { Random } from '../../shared/tour/random.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { timetable } from '../../shared/tour/timetable.ts';
import { bestOfAll } from './bruteForce.ts';
import { jharkhandTour } from './jharkhandTour.ts';

/** Musts alone; windows, pins, reserved times, days away, ends of every kind; times are neither symmetric nor closed. */
function smallTour(random: Random, count: number): TourProblem {
  const some = (share: number): boolean => random.next() < share;
  const dayCount = 1 + random.below(4);
  const day = (): number => random.below(dayCount);
  const at = (): number => 540 + 10 * random.below(45);
  return {
    placeCount: count,
    travelMinutes: Array.from({ length: count * count }, (_, cell) => (Math.floor(cell / count) === cell % count ? 0 : 15 + random.below(120))),
    stops: Array.from({ length: count }, (_, place) => {
      const from = at();
      const windows = some(0.3) ? [{ day: day(), from, to: from + 60 + random.below(180) }, ...(some(0.4) ? [{ day: day(), from: 900, to: 1000 }] : [])] : undefined;
      const pinned = !windows && some(0.1) ? { day: day(), ...(some(0.6) ? { begin: at() } : {}) } : undefined;
      return { id: `s${place}`, place, durationMinutes: 20 + 10 * random.below(8), must: true, worth: 0, windows, pinned };
    }),
    days: Array.from({ length: dayCount }, () => ({ dutyFrom: 540, dutyTo: some(0.1) ? 0 : 780 + 10 * random.below(40), reserved: some(0.3) ? [{ from: 700, to: 740 }] : [] })),
    firstStopId: some(0.4) ? 's0' : undefined, lastStopId: some(0.4) ? 's1' : undefined,
    startPlace: some(0.3) ? 0 : undefined, returnTo: some(0.3) ? 0 : undefined,
  };
}

describe('exactDays', () => {
  it('finds the shortest way that keeps the days, or that there is none, as every possible plan says', () => {
    const random = seededRandom(5);
    let [ways, none] = [0, 0];
    for (let round = 0; round < 400; round++) {
      const problem = smallTour(random, 3 + (round % 5));
      const table = timetable(problem);
      const stops = problem.stops.map((_, at) => at);
      if (!hasExactDays(table, stops)) continue;
      const best = bestOfAll(problem);
      const known = best && random.next() < 0.5 ? best.travel + random.below(20) : Infinity;
      const found = exactDays(table, beginTimes(table), stops, known, { work: 1e7 });
      expect({ round, isProved: found.isProved, lower: found.lower }).toEqual({ round, isProved: true, lower: best?.travel ?? Infinity });
      if (best) ways++;
      else none++;
    }
    expect(Math.min(ways, none)).toBeGreaterThan(100);
  });
});

const towns = (days: number): TourProblem => jharkhandTour(days);

describe('24 towns, ten hours a day, 90 minutes each', () => {
  it('proves the nine days that are 13 % longer than the shortest order', () => {
    const plan = solveTour(towns(9), { seed: 3 });
    expect(plan.violations).toEqual([]);
    expect({ travel: plan.totals.travelMinutes, bound: plan.bound, proved: plan.provedBest }).toEqual({ travel: 2757, bound: { lower: 2757, gap: 0 }, proved: true });
  });
  it('proves that no plan holds in eight, and says what would help', () => {
    const plan = solveTour(towns(8), { seed: 1 });
    expect(plan.violations.every(({ code, minutes }) => code === 'late' && minutes! > 0)).toBe(true);
    expect(plan.advice!.provedNone).toBe(true);
    expect(plan.advice!.oneMoreDay).toEqual({ travelMinutes: 2757, daysUsed: 9 });
  });
});
