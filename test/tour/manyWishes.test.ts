// Checks the planner on what tours can ask for besides days: several leaders, hotels, locked days, a start, windows, more time.
import { describe, expect, it } from 'vitest';
import { checkTour } from '../../shared/tour/checkTour.ts';
import { faultsOf, impossibilitiesOf } from '../../shared/tour/checkProblem.ts';
import { entriesOf } from '../../shared/tour/plan.ts';
import type { TourProblem, TourStop } from '../../shared/tour/problem.ts';
import { seededRandom } from '../../shared/tour/random.ts';
import { comparePlans } from '../../shared/tour/rankPlan.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { jharkhandTour } from './jharkhandTour.ts';

/** Places at random in a square; whole minutes. */
function square(seed: number, count: number, side: number): { placeCount: number; travelMinutes: number[] } {
  const random = seededRandom(seed);
  const points = Array.from({ length: count }, () => [random.next() * side, random.next() * side] as const);
  const travelMinutes = points.flatMap((a) => points.map((b) => Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1]))));
  return { placeCount: count, travelMinutes };
}

const stop = (place: number, more: Partial<TourStop> = {}): TourStop =>
  ({ id: `s${place}`, place, durationMinutes: 10, must: true, worth: 1, ...more });
const day = { dutyFrom: 0, dutyTo: 300, reserved: [] };
const seconds = 0.1;

describe('solveTour with many wishes', () => {
  it('shares the stops out among leaders, each from home to home, and keeps who is tied to whom', () => {
    const stops = Array.from({ length: 22 }, (_, k) => stop(k + 2, k === 0 ? { leader: 1 } : {}));
    const leaders = [{ id: 'a', startPlace: 0, returnTo: 0 }, { id: 'b', startPlace: 1, returnTo: 1 }];
    const problem: TourProblem = { ...square(1, 24, 100), stops, days: [{ ...day, dutyTo: 420 }], leaders };
    const plan = solveTour(problem, { seed: 1, seconds });
    expect(plan.violations).toEqual([]);
    expect(plan.totals.visits).toBe(22);
    expect(plan.days.map(({ leader }) => leader)).toEqual([0, 1]);
    expect(plan.days[1]!.visits.some(({ stopId }) => stopId === 's2')).toBe(true);
    expect(plan.days.map(({ eveningLeg }) => eveningLeg?.toPlace)).toEqual([0, 1]);
  });
  it('sleeps in hotels that are no stops, and uses few days', () => {
    const stops = Array.from({ length: 20 }, (_, k) => stop(k + 4));
    const days = Array.from({ length: 12 }, () => ({ ...day, dutyTo: 200 }));
    const problem: TourProblem = { ...square(2, 24, 100), stops, days, startPlace: 0, returnTo: 0, nightPlaces: [0, 1, 2, 3], fewestDays: true };
    const plan = solveTour(problem, { seed: 1, seconds });
    expect(plan.violations).toEqual([]);
    expect(plan.totals.visits).toBe(20);
    expect(plan.totals.daysUsed).toBeLessThanOrEqual(5);
    for (const one of plan.days) if (one.nightPlace !== null) expect([0, 1, 2, 3]).toContain(one.nightPlace);
  });
  it('never is worse than the order it was given, nor with more time', () => {
    const problem = jharkhandTour(9, { driveOnInEvening: true });
    const start = entriesOf(solveTour(problem, { seed: 5, seconds }));
    const given = checkTour({ ...problem, start }, start);
    expect(comparePlans(problem, solveTour({ ...problem, start }, { seed: 1, seconds: 0.01 }), given)).toBeLessThanOrEqual(0);
    const optional = { ...jharkhandTour(5), stops: jharkhandTour(5).stops.map((one, k) => ({ ...one, must: false, worth: 1 + (k % 3) })) };
    let before = solveTour(optional, { seed: 2, seconds: 0.01 });
    for (const more of [0.05, 0.2, 0.6]) {
      const plan = solveTour(optional, { seed: 2, seconds: more });
      expect(comparePlans(optional, plan, before)).toBeLessThanOrEqual(0);
      before = plan;
    }
  });
  it('leaves locked days as they were', () => {
    const problem = jharkhandTour(10);
    const plan = solveTour(problem, { seed: 1, seconds });
    // Locked with a detour nobody would choose.
    const start = entriesOf(plan).map(({ stopId, day }) => ({ stopId, day }));
    const again = solveTour({ ...problem, start, lockedDays: [2, 5] }, { seed: 3, seconds });
    for (const index of [2, 5]) expect(again.days[index]!.visits).toEqual(plan.days[index]!.visits);
    expect(again.violations).toEqual([]);
    const moved = checkTour({ ...problem, start, lockedDays: [2] }, start.map((one, k) => (one.day === 2 && k % 2 === 0 ? { ...one, day: 3 } : one)));
    expect(moved.violations.some(({ code }) => code === 'lockedDay')).toBe(true);
  });
  it('meets the windows of a planted tour', () => {
    const random = seededRandom(4);
    const roads = square(4, 41, 50);
    let [time, here] = [0, 0];
    const stops = Array.from({ length: 40 }, (_, k) => {
      time += roads.travelMinutes[here * 41 + k + 1]!;
      here = k + 1;
      return stop(here, { durationMinutes: 0, windows: [{ day: 0, from: time - random.below(20), to: time + random.below(20) }] });
    });
    const problem: TourProblem = { ...roads, stops, days: [{ ...day, dutyTo: 1e6 }], startPlace: 0, returnTo: 0 };
    const plan = solveTour(problem, { seed: 1, seconds: 0.3 });
    expect(plan.violations).toEqual([]);
    expect(plan.totals.travelMinutes).toBeLessThanOrEqual(time + roads.travelMinutes[here * 41]!);
  });
  it('keeps out of the dark, and says when it does not', () => {
    const roads = { placeCount: 2, travelMinutes: [0, 60, 60, 0] };
    const dusk = { dutyFrom: 0, dutyTo: 300, reserved: [], noDrivingFrom: 100, noDrivingUntil: 20 };
    const problem: TourProblem = { ...roads, stops: [stop(0, { durationMinutes: 50 }), stop(1)], days: [dusk, dusk], firstStopId: 's0' };
    expect(checkTour(problem, [{ stopId: 's0', day: 0 }, { stopId: 's1', day: 0 }]).violations).toEqual([{ code: 'dark', day: 0, stopId: 's1', minutes: 10 }]);
    const plan = solveTour(problem, { seed: 1, seconds });
    expect(plan.violations).toEqual([]);
    expect(plan.days[1]!.visits[0]).toMatchObject({ stopId: 's1', depart: 20, arrive: 80 });
    expect(plan.provedBest).toBe(true);
  });
  it('offers one more day, and names what to drop, where not all fits', () => {
    const plan = solveTour(jharkhandTour(8), { seed: 1, seconds });
    expect(plan.violations.length).toBeGreaterThan(0);
    expect(plan.advice!.drop!.length).toBeGreaterThan(0);
    expect(solveTour(jharkhandTour(9, { driveOnInEvening: true }), { seed: 1, seconds }).advice).toBeUndefined();
  });
});

describe('what is wrong with a problem', () => {
  const problem: TourProblem = { ...square(1, 3, 50), stops: [stop(1), stop(2)], days: [day] };
  const codes = (more: Partial<TourProblem>): string[] => [...faultsOf({ ...problem, ...more }), ...impossibilitiesOf({ ...problem, ...more })].map(({ code }) => code);
  it.each([
    [{}, []],
    [{ stops: [stop(9), stop(2, { durationMinutes: -1 })] }, ['tour.noPlace', 'tour.badLength']],
    [{ stops: [stop(1, { windows: [{ day: 0, from: 400, to: 500 }] })] }, ['tour.windowOutside']],
    [{ stops: [stop(1, { pinned: { day: 0, begin: 295 } })] }, ['tour.pinOutside']],
    [{ stops: [stop(1, { pinned: { day: 0, begin: 20 } }), stop(2, { pinned: { day: 0, begin: 25 } })] }, ['tour.pinsOverlap']],
    [{ stops: [stop(1, { leader: 1 })] }, ['tour.noSuchLeader']],
    [{ leaders: [{ id: 'a', days: [day, day] }] }, ['tour.leaderDays']],
    [{ days: [] }, ['tour.noDays']],
  ])('%j: %j', (more, wanted) => expect(codes(more)).toEqual(wanted));
});
