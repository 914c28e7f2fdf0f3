// Compares the planner with every possible plan on small random tours, and checks what must hold of any plan.
import { describe, expect, it } from 'vitest';
import { checkTour } from '../../shared/tour/checkTour.ts';
import { entriesOf } from '../../shared/tour/plan.ts';
import type { TourPlan } from '../../shared/tour/plan.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';
import { seededRandom } from '../../shared/tour/random.ts';
import type { Random } from '../../shared/tour/random.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';

/** Random times, asymmetric and not even keeping the triangle inequality. */
function randomTour(random: Random, count: number, dayCount: number): TourProblem {
  const travelMinutes = Array.from({ length: count * count }, (_, cell) =>
    Math.floor(cell / count) === cell % count ? 0 : 20 + random.below(160));
  return {
    placeCount: count,
    travelMinutes,
    distanceKm: travelMinutes.map((minutes) => minutes / 2),
    stops: Array.from({ length: count }, (_, place) => ({
      id: `s${place}`, place, durationMinutes: 30 + random.below(90), must: true, worth: 1,
    })),
    days: Array.from({ length: dayCount }, () => ({ dutyFrom: 540, dutyTo: 900 + random.below(240), reserved: [] })),
    firstStopId: random.next() < 0.7 ? 's0' : undefined,
    lastStopId: random.next() < 0.7 ? 's1' : undefined,
  };
}

/** Least travel of all orders that can be cut into days which end on duty; null when there is none. Written apart from the planner. */
function leastTravel({ placeCount: n, travelMinutes, stops, days, firstStopId, lastStopId }: TourProblem): number | null {
  let least: number | null = null;
  const go = (at: number, visited: number, day: number, time: number, travel: number): void => {
    if (least !== null && travel >= least) return;
    if (visited === 2 ** n - 1) {
      if (lastStopId === undefined || stops[at]!.id === lastStopId) least = travel;
      return;
    }
    for (let next = 0; next < n; next++) {
      if (visited & (1 << next)) continue;
      if (at < 0 && firstStopId !== undefined && stops[next]!.id !== firstStopId) continue;
      const leg = at < 0 ? 0 : travelMinutes[at * n + next]!;
      for (let on = day; on < days.length; on++) {
        const begin = (on === day ? time : days[on]!.dutyFrom) + leg;
        const leave = begin + stops[next]!.durationMinutes;
        if (leave <= days[on]!.dutyTo) go(next, visited | (1 << next), on, leave, travel + leg);
      }
    }
  };
  go(-1, 0, 0, days[0]!.dutyFrom, 0);
  return least;
}

describe('solveTour against every possible plan', () => {
  it('finds the optimum of all tours of 3 to 8 stops', () => {
    const random = seededRandom(20220418);
    let [possible, optimal, missed] = [0, 0, 0];
    for (let round = 0; round < 150; round++) {
      const problem = randomTour(random, 3 + (round % 6), 2 + (round % 3));
      const least = leastTravel(problem);
      const plan = solveTour(problem, { seed: round });
      if (least === null) {
        expect(plan.violations.length).toBeGreaterThan(0);
        continue;
      }
      possible++;
      if (plan.violations.length > 0) missed++;
      else {
        expect(plan.totals.travelMinutes).toBeGreaterThanOrEqual(least);
        if (plan.totals.travelMinutes === least && plan.provedBest) optimal++;
      }
      expect(plan.bound.lower).toBeLessThanOrEqual(least);
    }
    console.log(`optimum reached in ${optimal} of ${possible} small tours, no plan found though there is one in ${missed}`);
    expect(possible).toBeGreaterThan(40);
    expect(missed).toBe(0);
    expect(optimal).toBe(possible);
  });
});

/** A tour with everything in it: pins, windows, reserved times, days away, few nights, optional stops, a start and a return. */
function fullTour(random: Random): TourProblem {
  const count = 4 + random.below(9);
  const base = randomTour(random, count, 2 + random.below(4));
  const some = (share: number): boolean => random.next() < share;
  const day = (): number => random.below(base.days.length);
  return {
    ...base,
    stops: base.stops.map((stop) => ({
      ...stop,
      must: some(0.7),
      worth: random.below(5),
      pinned: some(0.15) ? { day: day(), begin: 560 + random.below(300) } : undefined,
      windows: some(0.15) ? [{ day: day(), from: 600, to: 700 }, { day: day(), from: 650, to: 900 }] : undefined,
    })),
    days: base.days.map((duty) => ({
      ...duty,
      dutyTo: some(0.15) ? 0 : duty.dutyTo,
      reserved: some(0.3) ? [{ from: 700, to: 760 }] : [],
      maxDrivingMinutes: some(0.3) ? 200 : undefined,
    })),
    nightPlaces: some(0.3) ? [0, 1, 2] : undefined,
    startPlace: some(0.3) ? 2 : undefined,
    returnTo: some(0.3) ? 3 : undefined,
    driveOnInEvening: some(0.5) ? some(0.5) : undefined,
    fewestDays: some(0.3),
  };
}

function expectSound(problem: TourProblem, plan: TourPlan): void {
  const visits = plan.days.flatMap((day) => day.visits);
  const ids = [...visits.map((visit) => visit.stopId), ...plan.leftOut.map(({ stopId }) => stopId)];
  expect(ids.toSorted()).toEqual(problem.stops.map((stop) => stop.id).toSorted());
  const n = problem.placeCount;
  let here = problem.startPlace ?? null;
  let travel = 0;
  for (const day of plan.days) {
    let free = problem.days[day.day]!.dutyFrom;
    const has = (code: string, stopId?: string): boolean =>
      day.problems.some((problem) => problem.code === code && problem.stopId === stopId);
    for (const visit of day.visits) {
      const { stopId } = visit;
      expect(visit.fromPlace).toBe(here);
      const leg = here === null ? 0 : problem.travelMinutes[here * n + visit.place]!;
      expect(visit.legMinutes).toBe(leg);
      expect(visit.arrive).toBe(visit.depart + leg);
      if (here !== null) expect(visit.depart).toBeGreaterThanOrEqual(free);
      expect(visit.begin < visit.arrive).toBe(has('notEnoughTravel', stopId) || (has('overlap', stopId) && visit.begin < visit.arrive));
      expect(visit.begin < free && here !== null && visit !== day.visits[0]).toBe(has('overlap', stopId));
      const duty = problem.days[day.day]!;
      expect(duty.dutyTo > duty.dutyFrom && visit.leave > duty.dutyTo).toBe(has('late', stopId));
      const reservedWhile = duty.reserved.some((part) => visit.begin < part.to && visit.leave > part.from);
      expect(reservedWhile).toBe(has('reserved', stopId));
      const { pinned, windows } = problem.stops.find((stop) => stop.id === stopId)!;
      expect(pinned !== undefined && (pinned.day !== day.day || pinned.begin !== visit.begin)).toBe(has('pinnedMissed', stopId));
      const open = (windows ?? []).some((w) => w.day === day.day && w.from <= visit.begin && visit.begin <= w.to);
      expect(windows !== undefined && !open).toBe(has('windowMissed', stopId));
      free = Math.max(free, visit.leave);
      here = visit.place;
      travel += leg;
    }
    if (day.eveningLeg) {
      expect(day.eveningLeg.fromPlace).toBe(here);
      expect(day.eveningLeg.depart).toBeGreaterThanOrEqual(free);
      here = day.eveningLeg.toPlace;
      travel += problem.travelMinutes[day.eveningLeg.fromPlace * n + here]!;
    }
    if (day.nightPlace !== null) expect(day.nightPlace).toBe(here);
    const allowed = problem.days[day.day]!.maxDrivingMinutes ?? Infinity;
    expect(day.drivingMinutes > allowed).toBe(day.problems.some(({ code }) => code === 'tooMuchDriving'));
  }
  expect(plan.totals.travelMinutes).toBe(travel);
  expect(plan.bound.lower).toBeLessThanOrEqual(travel);
}

describe('what holds of any plan', () => {
  it('holds for random tours with everything in them', () => {
    const random = seededRandom(2);
    for (let round = 0; round < 10; round++) {
      const problem = fullTour(random);
      const plan = solveTour(problem, { seed: round });
      expectSound(problem, plan);
      const anyDuty = problem.days.some((day) => day.dutyTo > day.dutyFrom);
      const codes = plan.violations.map(({ code }) => code);
      expect(codes).not.toContain('firstTown');
      expect(codes).not.toContain('lastTown');
      expect(codes.includes('stopLeftOut')).toBe(!anyDuty && problem.stops.some((stop) => stop.must));
      const order = plan.days.flatMap((day) => day.visits.map(({ stopId }) => ({ stopId, day: day.day })));
      const again = checkTour(problem, order, { seed: round });
      expect(again.days).toEqual(plan.days);
      expect(again.totals).toEqual(plan.totals);
      expect(solveTour(problem, { seed: round })).toEqual(plan);
    }
  });
  it('holds for schedules thrown together at random', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 300; round++) {
      const problem = fullTour(random);
      const kept = problem.stops.filter(() => random.next() < 0.9);
      const order = kept.map(({ id: stopId }) => ({
        stopId, day: random.below(problem.days.length), begin: random.next() < 0.5 ? 480 + random.below(700) : undefined,
      }));
      const plan = checkTour(problem, order);
      expect(plan.totals.visits).toBe(kept.length);
      const gap = plan.bound.gap;
      if (gap !== null) expect(gap).toBeGreaterThanOrEqual(0);
      expectSound(problem, plan);
      expect(entriesOf(plan)).toHaveLength(kept.length);
    }
  });
});
