// Checks the search of tours with nights at hotels: on tours whose best is known by construction, and its own sums against sums made anew.
import { describe, expect, it } from 'vitest';
import { annealTrips } from '../../shared/tour/annealTrips.ts';
import { seededRandom } from '../../shared/tour/random.ts';
import { comparePlans } from '../../shared/tour/rankPlan.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { timetable } from '../../shared/tour/timetable.ts';
import { tripLine } from '../../shared/tour/tripLine.ts';
import { tripMoves } from '../../shared/tour/tripMoves.ts';
import { isTripTour, tripNodes } from '../../shared/tour/tripNodes.ts';
import { auditPlan } from './audit.ts';
import { circleTour, isDaysProved } from './hotelTours.ts';

const seeds = [1, 2, 3];

describe('nights at hotels', () => {
  it.each(seeds)('finds the fewest trips and the least travel of a circle with hotels at the cuts, seed %i', (seed) => {
    const known = circleTour(30, 4, 7, seed);
    const plan = solveTour(known.problem, { seed });
    expect(auditPlan(known.problem, plan)).toEqual([]);
    expect(plan.violations).toEqual([]);
    if (isDaysProved(known)) expect(plan.totals.daysUsed).toBeGreaterThanOrEqual(known.days);
    expect(plan.totals.daysUsed).toBeLessThanOrEqual(known.days);
    expect(plan.totals.travelMinutes).toBeLessThanOrEqual(known.travel * 1.005);
    expect(plan.bound.lower).toBeLessThanOrEqual(known.travel + 1e-6);
  });
  it.each(seeds)('collects all there is on a circle that just can be driven, seed %i', (seed) => {
    const known = circleTour(30, 4, 7, seed, true);
    const plan = solveTour(known.problem, { seed, seconds: 1 });
    expect(auditPlan(known.problem, plan)).toEqual([]);
    expect(plan.violations).toEqual([]);
    expect(plan.totals.worth).toBeGreaterThanOrEqual(known.worth * 0.98);
    expect(plan.totals.worth).toBeLessThanOrEqual(known.worth);
  });
  it('gives the same plan for the same seed, and with more time none that is worse', () => {
    for (const optional of [false, true]) {
      const { problem } = circleTour(26, 5, 8, 4, optional);
      let before = solveTour(problem, { seed: 7, seconds: 0.02 });
      for (const seconds of [0.1, 0.4]) {
        const plan = solveTour(problem, { seed: 7, seconds });
        expect(comparePlans(problem, plan, before)).toBeLessThanOrEqual(0);
        expect(solveTour(problem, { seed: 7, seconds })).toEqual(plan);
        before = plan;
      }
    }
  });
});

describe('a row of visits and nights', () => {
  it.each([false, true])('weighs every change as measuring it anew does (worth counts: %s)', (optional) => {
    const { problem } = circleTour(20, 4, 6, 9, optional);
    const travelMinutes = Array.from(problem.travelMinutes, (minutes, cell) => (optional ? minutes : minutes * (1 + (cell % 7) / 20)));
    const table = timetable({ ...problem, travelMinutes });
    const active = problem.stops.map((_, at) => at);
    expect(isTripTour(table, active)).toBe(true);
    const nodes = tripNodes(table, active);
    const nights = nodes.limit.length - 1;
    const stops = optional ? active.slice(0, 8) : active;
    const line = tripLine(nodes, [nodes.start, ...stops, ...Array.from({ length: nights }, () => nodes.stopCount), nodes.end]);
    const propose = tripMoves(nodes, line, seededRandom(3), () => false);
    for (let step = 0; step < 4000; step++) {
      if (!propose()) continue;
      line.weigh();
      line.replace();
      const { travel, over, points } = line;
      line.measure();
      expect([line.travel, line.over, line.points].map((value, at) => Math.abs(value - [travel, over, points][at]!) < 1e-6)).toEqual([true, true, true]);
      const row = [...line.row.subarray(0, line.length)];
      const visits = row.filter((node) => node < nodes.stopCount);
      expect(new Set(visits).size).toBe(visits.length);
      if (!optional) expect(visits).toHaveLength(active.length);
      expect(row.filter((node) => node >= nodes.stopCount)).toHaveLength(nights + 2);
      expect([row[0], row.at(-1)]).toEqual([nodes.start, nodes.end]);
    }
  });
  it('gives only rows whose days hold', () => {
    const { problem } = circleTour(20, 4, 6, 11, true);
    const active = problem.stops.map((_, at) => at);
    const nodes = tripNodes(timetable(problem), active);
    const start = [nodes.start, ...active, ...Array.from({ length: 3 }, () => nodes.stopCount), nodes.end];
    const row = annealTrips(nodes, start, seededRandom(1), { steps: 200_000, cooling: 200_000, hot: 30, cold: 1, overFrom: 1, overTo: 10, worthPrice: 2, travelPrice: 0.05 })!;
    const line = tripLine(nodes, row);
    expect(line.over).toBeLessThan(1e-6);
    expect(line.points).toBeGreaterThan(0);
  });
});
