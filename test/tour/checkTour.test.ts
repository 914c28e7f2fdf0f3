// Checks schedules computed by hand: times, nights, and every violation with the figures that explain it.
import { describe, expect, it } from 'vitest';
import { checkTour } from '../../shared/tour/checkTour.ts';
import { entriesOf } from '../../shared/tour/plan.ts';
import type { TourDuty, TourProblem, TourStop } from '../../shared/tour/problem.ts';

// Places 0, 1, 2, 3 on a line, 60 minutes and 40 km from each to the next; except that 3 to 2 takes 70 minutes.
const line = (perStep: number): number[] =>
  Array.from({ length: 16 }, (_, cell) => Math.abs(Math.floor(cell / 4) - (cell % 4)) * perStep);
const travelMinutes = line(60).with(3 * 4 + 2, 70);
const day: TourDuty = { dutyFrom: 540, dutyTo: 1140, reserved: [] };
const stop = (id: string, place: number, more: Partial<TourStop> = {}): TourStop =>
  ({ id, place, durationMinutes: 90, must: true, worth: 1, ...more });
const problem = (more: Partial<TourProblem> = {}): TourProblem => ({
  placeCount: 4, travelMinutes, distanceKm: line(40),
  stops: [stop('a', 0), stop('b', 1), stop('c', 2), stop('d', 3)],
  days: [day, day], ...more,
});
const order = (...lines: [string, number, number?][]): { stopId: string; day: number; begin?: number }[] =>
  lines.map(([stopId, day, begin]) => ({ stopId, day, ...(begin === undefined ? {} : { begin }) }));
const inOrder = order(['a', 0], ['b', 0], ['c', 1], ['d', 1]);

describe('checkTour, times by hand', () => {
  it('gives arrivals, legs, nights, totals and the bound', () => {
    const plan = checkTour(problem({ firstStopId: 'a', lastStopId: 'd' }), inOrder);
    expect(plan.days[0]).toEqual({
      day: 0, nightPlace: 1, eveningLeg: null, drivingMinutes: 60, drivingKm: 40, problems: [],
      visits: [
        { stopId: 'a', place: 0, fromPlace: null, depart: 540, arrive: 540, begin: 540, leave: 630, legMinutes: 0, legKm: 0, waitMinutes: 0 },
        { stopId: 'b', place: 1, fromPlace: 0, depart: 630, arrive: 690, begin: 690, leave: 780, legMinutes: 60, legKm: 40, waitMinutes: 0 },
      ],
    });
    expect(plan.days[1]!.visits.map((v) => [v.fromPlace, v.depart, v.arrive, v.leave])).toEqual([[1, 540, 600, 690], [2, 690, 750, 840]]);
    expect(plan.days[1]!.nightPlace).toBeNull();
    expect(plan.totals).toEqual({ travelMinutes: 180, distanceKm: 120, visits: 4, daysUsed: 2, worth: 4, waitMinutes: 0 });
    expect(plan.bound).toEqual({ lower: 180, gap: 0 });
    expect([plan.violations, plan.leftOut, plan.seed]).toEqual([[], [], null]);
  });
  it('sleeps through an empty day where it was, and uses the time of the right direction', () => {
    const plan = checkTour(problem({ days: [day, { ...day, dutyTo: 540 }, day] }), order(['d', 0], ['c', 2], ['b', 2], ['a', 2]));
    expect(plan.days.map((d) => d.nightPlace)).toEqual([3, 3, null]);
    expect(plan.days[2]!.visits[0]).toMatchObject({ fromPlace: 3, legMinutes: 70, arrive: 610 });
    expect(plan.violations).toEqual([]);
    // The other way round the same four take 180.
    expect(plan.bound).toEqual({ lower: 180, gap: 10 / 180 });
  });
  it('starts from and returns to given places', () => {
    const plan = checkTour(problem({ startPlace: 1, returnTo: 0 }), order(['c', 0], ['d', 0], ['a', 1], ['b', 1]));
    expect(plan.days[0]!.visits[0]).toMatchObject({ fromPlace: 1, depart: 540, arrive: 600 });
    expect(plan.days[1]!.eveningLeg).toEqual({ fromPlace: 1, toPlace: 0, depart: 960, arrive: 1020, legMinutes: 60, legKm: 40 });
    expect(plan.days[1]).toMatchObject({ nightPlace: 0, drivingMinutes: 180 + 60 + 60 });
  });
  it('drives in the evening to the night place with the least detour, and to a chosen one', () => {
    const plan = checkTour(problem({ nightPlaces: [0, 2] }), inOrder);
    expect(plan.days[0]!.eveningLeg).toMatchObject({ fromPlace: 1, toPlace: 2, depart: 780, arrive: 840 });
    expect(plan.days[1]!.visits[0]).toMatchObject({ fromPlace: 2, legMinutes: 0, begin: 540 });
    const chosen = checkTour(problem({ nightPlaces: [0, 2] }), inOrder, { nights: [3] });
    expect(chosen.days[0]).toMatchObject({ nightPlace: 3, drivingMinutes: 180 });
    expect(chosen.violations).toEqual([{ code: 'noNight', day: 0, nightPlace: 3 }]);
  });
  it('drives on in the evening only where allowed and where the next day needs it', () => {
    const long = problem({ stops: [stop('a', 0), stop('b', 1), stop('c', 3, { durationMinutes: 540 })] });
    const days = order(['a', 0], ['b', 0], ['c', 1]);
    expect(checkTour(long, days).violations).toEqual([{ code: 'late', day: 1, stopId: 'c', minutes: 60 }]);
    const moved = checkTour({ ...long, driveOnInEvening: true }, days);
    expect(moved.days[0]!.eveningLeg).toMatchObject({ fromPlace: 1, toPlace: 2, depart: 780, arrive: 840 });
    expect(moved.violations).toEqual([]);
    expect(checkTour(problem({ driveOnInEvening: true }), inOrder).days[0]!.nightPlace).toBe(1);
  });
  it('waits for a window, and goes round a reserved time with meeting and drive', () => {
    const lunch = { ...day, reserved: [{ from: 700, to: 760 }] };
    const stops = [stop('a', 0), stop('b', 1, { windows: [{ day: 0, from: 900, to: 960 }] }), stop('c', 2), stop('d', 3)];
    const plan = checkTour(problem({ stops, days: [lunch, day] }), order(['a', 0, 540], ['c', 0], ['b', 0], ['d', 1]));
    // The drive of 120 minutes from 630 would run into the reserved time: it begins after it.
    expect(plan.days[0]!.visits[1]).toMatchObject({ stopId: 'c', depart: 760, arrive: 880, leave: 970 });
    expect(plan.violations).toEqual([{ code: 'windowMissed', day: 0, stopId: 'b', minutes: 70 }]);
    const waits = checkTour(problem({ stops, days: [lunch, day] }), order(['a', 0], ['b', 0], ['c', 1], ['d', 1]));
    expect(waits.days[0]!.visits[1]).toMatchObject({ arrive: 690, begin: 900, waitMinutes: 210 });
    expect(waits.totals.waitMinutes).toBe(210);
  });
});

describe('checkTour, what cannot be', () => {
  it('says how much travel a dragged stop needs and how much there is', () => {
    const plan = checkTour(problem(), order(['a', 0], ['c', 0, 670], ['b', 1], ['d', 1]));
    expect(plan.violations).toEqual([
      { code: 'notEnoughTravel', day: 0, stopId: 'c', otherStopId: 'a', fromPlace: 0, minutes: 80, needMinutes: 120, haveMinutes: 40 },
    ]);
    // What stands behind it goes by the dragged time.
    expect(plan.days[0]!.visits[1]).toMatchObject({ arrive: 750, begin: 670, leave: 760, waitMinutes: 0 });
  });
  it('orders by the dragged begins and reports the overlap', () => {
    const plan = checkTour(problem(), order(['b', 0, 600], ['a', 0, 560], ['c', 1], ['d', 1]));
    expect(plan.days[0]!.visits.map((v) => v.stopId)).toEqual(['a', 'b']);
    expect(plan.violations).toEqual([{ code: 'overlap', day: 0, stopId: 'b', otherStopId: 'a', minutes: 50 }]);
  });
  it('reports late, early, away, reserved, driving', () => {
    const days = [{ ...day, dutyTo: 700, maxDrivingMinutes: 50 }, { ...day, dutyTo: 0 }, { ...day, reserved: [{ from: 600, to: 660 }] }];
    const plan = checkTour(problem({ days }), order(['a', 0, 500], ['b', 0], ['c', 1, 600], ['d', 2, 640]));
    expect(plan.violations).toEqual([
      { code: 'outsideDuty', day: 0, stopId: 'a', minutes: 40 },
      { code: 'late', day: 0, stopId: 'b', minutes: 40 },
      { code: 'tooMuchDriving', day: 0, minutes: 10, needMinutes: 60, haveMinutes: 50 },
      { code: 'outsideDuty', day: 1, stopId: 'c', minutes: 90 },
      { code: 'notEnoughTravel', day: 1, stopId: 'c', fromPlace: 1, minutes: 0, needMinutes: 60, haveMinutes: 60 },
      { code: 'reserved', day: 2, stopId: 'd', minutes: 20 },
    ].filter((violation) => violation.minutes > 0));
    expect(plan.days[0]!.problems).toHaveLength(3);
  });
  it('holds pinned stops to day and time', () => {
    const stops = [stop('a', 0), stop('b', 1, { pinned: { day: 0, begin: 900 } }), stop('c', 2), stop('d', 3)];
    expect(checkTour(problem({ stops }), inOrder).days[0]!.visits[1]).toMatchObject({ begin: 900, waitMinutes: 210 });
    const other = order(['a', 0], ['c', 0], ['b', 1], ['d', 1]);
    expect(checkTour(problem({ stops }), other).violations).toEqual([{ code: 'pinnedMissed', day: 1, stopId: 'b' }]);
    const later = checkTour(problem({ stops }), order(['a', 0], ['b', 0, 930], ['c', 1], ['d', 1]));
    expect(later.violations).toEqual([{ code: 'pinnedMissed', day: 0, stopId: 'b', minutes: 30 }]);
  });
  it('names wrong ends and musts left out, and claims no gap then', () => {
    const plan = checkTour(problem({ firstStopId: 'a', lastStopId: 'd' }), order(['b', 0], ['d', 1], ['c', 1]));
    expect(plan.violations).toEqual([
      { code: 'firstTown', day: 0, stopId: 'b', wantedStopId: 'a' },
      { code: 'lastTown', day: 1, stopId: 'c', wantedStopId: 'd' },
      { code: 'stopLeftOut', day: null, stopId: 'a' },
    ]);
    expect(plan.bound.gap).toBeNull();
  });
  it('says why a stop was left out', () => {
    const stops = [stop('a', 0), stop('b', 1, { must: false }), stop('long', 0, { must: false, durationMinutes: 500 }),
      stop('never', 2, { must: false, durationMinutes: 601 }), stop('closed', 2, { must: false, windows: [] })];
    const plan = checkTour(problem({ stops, days: [day] }), order(['a', 0]));
    expect(plan.leftOut).toEqual([
      { stopId: 'b', reason: 'roomLeft' },
      { stopId: 'long', reason: 'roomLeft' },
      { stopId: 'never', reason: 'noDay' },
      { stopId: 'closed', reason: 'noDay' },
    ]);
    const full = checkTour(problem({ stops, days: [day] }), order(['a', 0], ['long', 0]));
    expect(full.leftOut[0]).toEqual({ stopId: 'b', reason: 'noRoom' });
    expect(full.violations).toEqual([]);
  });
});

describe('checkTour, round trip and refusals', () => {
  it('gives the same plan for the times it has computed', () => {
    const plan = checkTour(problem({ firstStopId: 'a' }), inOrder);
    expect(checkTour(problem({ firstStopId: 'a' }), entriesOf(plan))).toEqual(plan);
  });
  it.each([
    ['tour.matrixSize', problem({ placeCount: 3 }), []],
    ['tour.badTravel', problem({ travelMinutes: travelMinutes.with(5, -1) }), []],
    ['tour.noPlace', problem({ stops: [stop('a', 4)] }), []],
    ['tour.noPlace', problem({ nightPlaces: [9] }), []],
    ['tour.badLength', problem({ stops: [stop('a', 0, { durationMinutes: Number.NaN })] }), []],
    ['tour.stopTwice', problem({ stops: [stop('a', 0), stop('a', 1)] }), []],
    ['tour.unknownStop', problem({ lastStopId: 'x' }), []],
    ['tour.noSuchDay', problem({ stops: [stop('a', 0, { pinned: { day: 2, begin: 0 } })] }), []],
    ['tour.badWindow', problem({ stops: [stop('a', 0, { windows: [{ day: 0, from: 2, to: 1 }] })] }), []],
    ['tour.badReserved', problem({ days: [{ ...day, reserved: [{ from: 2, to: 1 }] }] }), []],
    ['tour.firstIsLast', problem({ firstStopId: 'a', lastStopId: 'a' }), []],
    ['tour.unknownStop', problem(), order(['x', 0])],
    ['tour.stopTwice', problem(), order(['a', 0], ['a', 1])],
    ['tour.noSuchDay', problem(), order(['a', 2])],
  ])('refuses with %s', (code, bad, entries) => {
    expect(() => checkTour(bad, entries)).toThrow(expect.objectContaining({ code }));
  });
});
