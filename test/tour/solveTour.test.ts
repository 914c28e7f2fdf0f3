// Checks the planner on Jharkhand's 24 towns, with pins, reserved times, days away and optional stops.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { straightLineKm } from '../../shared/rules/travel.ts';
import { checkTour } from '../../shared/tour/checkTour.ts';
import type { TourPlan } from '../../shared/tour/plan.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { dutyDay, jharkhandTour, towns } from './jharkhandTour.ts';

const seeds = [1, 2, 3, 4, 5];
const idsOf = (plan: TourPlan): string[] => plan.days.flatMap((day) => day.visits.map((visit) => visit.stopId));

describe('solveTour on the 24 towns', () => {
  it.each(seeds)('proves 10 days shortest, nothing broken, seed %i', (seed) => {
    const plan = solveTour(jharkhandTour(10), { seed });
    expect(plan.violations).toEqual([]);
    expect(new Set(idsOf(plan)).size).toBe(24);
    expect([idsOf(plan)[0], idsOf(plan).at(-1)]).toEqual(['Jamshedpur', 'Ranchi']);
    expect(plan.bound).toEqual({ lower: plan.totals.travelMinutes, gap: 0 });
  });
  it.each(seeds)('proves 9 days shortest where the leader may drive on in the evening, seed %i', (seed) => {
    const plan = solveTour(jharkhandTour(9, { driveOnInEvening: true }), { seed });
    expect(plan.violations).toEqual([]);
    expect(plan.totals).toMatchObject({ visits: 24, daysUsed: 9 });
    expect(plan.bound.gap).toBe(0);
  });
  it.each(seeds)('marks the 9 days that barely do not hold with nights at the last stop, seed %i', (seed) => {
    const plan = solveTour(jharkhandTour(9), { seed });
    expect(plan.totals.visits).toBe(24);
    expect(plan.leftOut).toEqual([]);
    // A plan without any breach exists but is 13 % longer; the search may find either.
    expect(plan.violations.reduce((sum, violation) => sum + violation.minutes!, 0)).toBeLessThanOrEqual(6);
    expect(plan.violations.every((violation) => violation.code === 'late')).toBe(true);
  });
  it('visits all and says by how much each day is late where six days cannot do', () => {
    const plan = solveTour(jharkhandTour(6), { seed: 1 });
    expect(plan.totals.visits).toBe(24);
    expect(plan.violations.length).toBeGreaterThan(3);
    expect(plan.violations.every(({ code, minutes, day }) => code === 'late' && minutes! > 0 && day !== null)).toBe(true);
  });
  it('gives the same plan for the same seed, and for its own order', () => {
    const problem = jharkhandTour(9, { driveOnInEvening: true });
    const plan = solveTour(problem, { seed: 7 });
    expect(solveTour(problem, { seed: 7 })).toEqual(plan);
    const order = plan.days.flatMap((day) => day.visits.map(({ stopId }) => ({ stopId, day: day.day })));
    expect({ ...checkTour(problem, order, { seed: 7 }), provedBest: true }).toEqual(plan);
  });
  it('keeps pinned stops, reserved times and days away', () => {
    const base = jharkhandTour(13);
    const pins = new Map([['Deoghar', { day: 3, begin: 660 }], ['Simdega', { day: 9, begin: 720 }]]);
    const problem = {
      ...base,
      stops: base.stops.map((stop) => ({ ...stop, pinned: pins.get(stop.id) })),
      days: base.days.map((day, index) => {
        if (index === 5) return { ...day, dutyFrom: 0, dutyTo: 0 };
        return index === 7 ? { ...day, reserved: [{ from: 540, to: 840 }] } : day;
      }),
    };
    const plan = solveTour(problem, { seed: 3 });
    expect(plan.violations).toEqual([]);
    expect(plan.totals.visits).toBe(24);
    expect(plan.days[5]!.visits).toEqual([]);
    expect(plan.days[7]!.visits.every((visit) => visit.depart >= 840)).toBe(true);
    expect(plan.days[3]!.visits.find((visit) => visit.stopId === 'Deoghar')!.begin).toBe(660);
    expect(plan.days[9]!.visits.find((visit) => visit.stopId === 'Simdega')!.begin).toBe(720);
  });
  it('keeps windows', () => {
    const base = jharkhandTour(11);
    const windows = [{ day: 1, from: 600, to: 720 }, { day: 8, from: 900, to: 1020 }];
    const problem = { ...base, stops: base.stops.map((stop) => (stop.id === 'Garhwa' ? { ...stop, windows } : stop)) };
    const plan = solveTour(problem, { seed: 1 });
    expect(plan.violations).toEqual([]);
    const day = plan.days.find(({ visits }) => visits.some((visit) => visit.stopId === 'Garhwa'))!;
    expect([1, 8]).toContain(day.day);
  });
  it('fills the time left with optional stops, most worth first, and says why the rest is out', () => {
    const base = jharkhandTour(5);
    const must = new Set(['Jamshedpur', 'Dhanbad', 'Ranchi']);
    const stops = base.stops.map((stop, index) => ({ ...stop, must: must.has(stop.id), worth: 1 + (index % 3) }));
    const plan = solveTour({ ...base, stops }, { seed: 1 });
    expect(plan.violations).toEqual([]);
    expect(plan.totals.visits).toBeGreaterThan(10);
    expect(plan.totals.visits + plan.leftOut.length).toBe(24);
    expect(plan.leftOut.every(({ reason }) => reason === 'noRoom')).toBe(true);
  });
  it('uses few days where asked', () => {
    const stops = jharkhandTour(9).stops.slice(0, 6);
    const problem = jharkhandTour(9, { stops, lastStopId: undefined });
    const few = solveTour({ ...problem, fewestDays: true }, { seed: 1 });
    const even = solveTour(problem, { seed: 1 });
    expect(few.violations).toEqual([]);
    expect(few.totals.daysUsed).toBeLessThan(even.totals.daysUsed);
    // The stops alone fill 540 minutes; with the drives one day cannot do.
    expect(few.totals.daysUsed).toBeGreaterThanOrEqual(2);
  });
  it('leaves everything out, with the reason, where no day has duty', () => {
    const plan = solveTour(jharkhandTour(2, { days: [{ ...dutyDay, dutyTo: 0 }] }), { seed: 1 });
    expect(plan.leftOut).toHaveLength(24);
    expect(plan.leftOut.every(({ reason }) => reason === 'noDay')).toBe(true);
    expect(plan.violations.filter(({ code }) => code === 'stopLeftOut')).toHaveLength(24);
  });
  it('reports progress that never gets worse, and stops when told', () => {
    const late: number[] = [];
    const problem = jharkhandTour(8);
    const plan = solveTour(problem, {
      seed: 1,
      onProgress: ({ done, of, plan }) => {
        expect(done).toBeLessThanOrEqual(of);
        late.push(plan.violations.length === 0 ? 0 : 1);
      },
    });
    expect(late.length).toBeGreaterThan(0);
    expect(late).toEqual([...late].sort((a, b) => b - a));
    let asked = 0;
    const stopped = solveTour(problem, { seed: 1, shouldStop: () => ++asked > 3 });
    expect(asked).toBeLessThan(10);
    expect(stopped.totals.visits).toBe(plan.totals.visits);
  });
});

const districts = new URL('../../../shared/data/jharkhand/districts.csv', import.meta.url);
const present = existsSync(districts);
describe(`the towns of this test${present ? '' : ' (skipped: no shared/data beside the project)'}`, () => {
  it.skipIf(!present)(`stand where the district list has them${present ? '' : ' (skipped: ../shared/data is not beside the project)'}`, () => {
    const rows = readFileSync(districts, 'utf8').trim().split('\n').slice(1).map((row) => row.split(','));
    expect(rows).toHaveLength(towns.length);
    rows.forEach((row, index) => {
      const [name, lat, lon] = towns[index]!;
      expect(row[7]).toContain(name);
      expect(straightLineKm({ lat, lon }, { lat: Number(row[9]), lon: Number(row[10]) })).toBeLessThan(0.1);
    });
  });
});
