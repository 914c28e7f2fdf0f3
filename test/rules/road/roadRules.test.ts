// The rules of the road against figures worked out by hand, and the filling of a day against trying everything.
import { describe, expect, test } from 'vitest';
import { boxAround, offLeg } from '../../../shared/rules/road/corridor.ts';
import { timesOf } from '../../../shared/rules/road/dayLine.ts';
import type { LineDay, LineStop, Travel } from '../../../shared/rules/road/dayLine.ts';
import { fillDay } from '../../../shared/rules/road/fillDay.ts';
import type { FillCandidate } from '../../../shared/rules/road/fillDay.ts';
import { insertBest } from '../../../shared/rules/road/insertStop.ts';
import { restOfDay } from '../../../shared/rules/road/restOfDay.ts';
import type { OpenStop } from '../../../shared/rules/road/restOfDay.ts';
import { roadsideWorth } from '../../../shared/rules/road/worth.ts';
import { seeded } from '../seeded.ts';

/** Places on a line, at these minutes from its beginning. */
function onLine(...at: number[]): Travel {
  return { placeCount: at.length, minutes: at.flatMap((from) => at.map((to) => Math.abs(from - to))) };
}
const day = (change: Partial<LineDay> = {}): LineDay => ({ startPlace: 0, startAt: 480, endBy: 1200, reserved: [], ...change });
const stop = (id: string, place: number, change: Partial<LineStop> = {}): LineStop => ({ id, place, minutes: 60, notBefore: 0, exactly: null, ...change });

describe('the corridor', () => {
  test('beside the middle of a leg along the equator: 10 km off, half of it before', () => {
    const { km, along } = offLeg({ lat: 0.0899322, lon: 0.5 }, { lat: 0, lon: 0 }, { lat: 0, lon: 1 });
    expect(km).toBeCloseTo(10, 2);
    expect(along).toBeCloseTo(0.5, 6);
  });

  test('beyond an end the distance is to that end; a leg of no length is a point', () => {
    expect(offLeg({ lat: 0, lon: 2 }, { lat: 0, lon: 0 }, { lat: 0, lon: 1 })).toMatchObject({ along: 1 });
    expect(offLeg({ lat: 0, lon: 2 }, { lat: 0, lon: 0 }, { lat: 0, lon: 1 }).km).toBeCloseTo(111.195, 2);
    expect(offLeg({ lat: 1, lon: 0 }, { lat: 0, lon: 0 }, { lat: 0, lon: 0 }).km).toBeCloseTo(111.195, 2);
  });

  test('Ramgarh lies about 17 km off the straight line from Ranchi to Hazaribagh, halfway', () => {
    const { km, along } = offLeg({ lat: 23.63, lon: 85.51 }, { lat: 23.35, lon: 85.33 }, { lat: 23.99, lon: 85.36 });
    expect(km).toBeCloseTo(16.9, 0);
    expect(along).toBeGreaterThan(0.4);
    expect(along).toBeLessThan(0.5);
  });

  test('the box leaves out nothing that is in the corridor (400 points)', () => {
    const { next: random } = seeded(7);
    for (let n = 0; n < 400; n++) {
      const point = () => ({ lat: 20 + random() * 8, lon: 77 + random() * 8 });
      const [from, to, other] = [point(), point(), point()];
      const km = random() * 80;
      const { latFrom, latTo, lonFrom, lonTo } = boxAround(from, to, km);
      if (offLeg(other, from, to).km > km) continue;
      expect(other.lat >= latFrom && other.lat <= latTo && other.lon >= lonFrom && other.lon <= lonTo).toBe(true);
    }
  });
});

describe('the times of a day', () => {
  const travel = onLine(0, 60, 150);

  test('arrive, meet, drive on; a stop waits until people are there', () => {
    expect(timesOf(day(), travel, [stop('a', 1), stop('b', 2)])).toEqual({ begins: [540, 690], ends: 750, driven: 150 });
    expect(timesOf(day(), travel, [stop('a', 1, { notBefore: 600 }), stop('b', 2)])).toEqual({ begins: [600, 750], ends: 810, driven: 150 });
  });

  test('neither drives nor meets in reserved time, keeps pins, windows, dusk, and the most driving', () => {
    // Reserved 500 to 520: the drive of 60 can only begin after it.
    expect(timesOf(day({ reserved: [{ from: 500, to: 520 }] }), travel, [stop('a', 1)])?.begins).toEqual([580]);
    // Reserved 560 to 570: the drive is over at 540, but the meeting would run into it.
    expect(timesOf(day({ reserved: [{ from: 560, to: 570 }] }), travel, [stop('a', 1)])?.begins).toEqual([570]);
    expect(timesOf(day(), travel, [stop('a', 1, { exactly: 545 })])?.begins).toEqual([545]);
    expect(timesOf(day(), travel, [stop('a', 1, { exactly: 539 })])).toBeNull();
    expect(timesOf(day(), travel, [stop('a', 1, { windows: [{ from: 500, to: 530 }, { from: 600, to: 620 }] })])?.begins).toEqual([600]);
    expect(timesOf(day({ noDrivingFrom: 689 }), travel, [stop('a', 1), stop('b', 2)])).toBeNull();
    expect(timesOf(day({ noDrivingUntil: 490 }), travel, [stop('a', 1)])?.begins).toEqual([550]);
    expect(timesOf(day({ maxDrivingMinutes: 149 }), travel, [stop('a', 1), stop('b', 2)])).toBeNull();
    expect(timesOf(day({ startAt: 482, roundTo: 5 }), travel, [stop('a', 1), stop('b', 2)])?.begins).toEqual([545, 695]);
    expect(timesOf(day({ endBy: 749 }), travel, [stop('a', 1), stop('b', 2)])).toBeNull();
  });
});

describe('one more stop', () => {
  test('goes where it costs least driving, at the hour that gives', () => {
    // Between 60 and 150 lies 100: no detour; before 60 it would be 2 × 40, behind 150 it would be 50.
    const found = insertBest(day(), onLine(0, 60, 150, 100), [stop('a', 1), stop('b', 2)], stop('new', 3), true);
    expect(found).toMatchObject({ index: 1, begin: 640, extraMinutes: 0 });
    expect(found!.times.begins).toEqual([540, 640, 750]);
  });

  test('goes elsewhere, or nowhere, where a pin would not hold', () => {
    const travel = onLine(0, 60, 150, 100);
    const pinned = [stop('a', 1), stop('b', 2, { exactly: 700 })];
    expect(insertBest(day(), travel, pinned, stop('new', 3), true)).toMatchObject({ index: 2, begin: 810, extraMinutes: 50 });
    expect(insertBest(day(), travel, pinned, stop('new', 3), false)).toBeNull();
  });
});

describe('filling the free time', () => {
  const travel = onLine(0, 200, 50, 100, 150);
  const candidate = (id: string, place: number, worth: number, change: Partial<FillCandidate> = {}): FillCandidate =>
    ({ ...stop(id, place), leg: 0, along: place / 10, worth, ...change });

  test('most worth within the free minutes: two small ones beat the large one', () => {
    // 480 + 200 of driving + 60 at the goal leaves, until 880, 140 minutes: two meetings of 60, or the large one of 130.
    const candidates = [candidate('x', 2, 30), candidate('y', 3, 25), candidate('large', 4, 50, { minutes: 130 })];
    const filled = fillDay(day({ endBy: 880 }), travel, [stop('goal', 1)], candidates)!;
    expect(filled).toMatchObject({ worth: 55, driven: 200 });
    expect(filled.visits).toEqual([
      { id: 'x', begin: 530, minutes: 60, added: true }, { id: 'y', begin: 640, minutes: 60, added: true }, { id: 'goal', begin: 800, minutes: 60, added: false },
    ]);
    expect(fillDay(day({ endBy: 879 }), travel, [stop('goal', 1)], candidates)).toMatchObject({ worth: 55 });
    expect(fillDay(day({ endBy: 859 }), travel, [stop('goal', 1)], candidates)).toMatchObject({ worth: 30 });
  });

  test('a day that does not hold as it is gets nothing', () => {
    expect(fillDay(day({ endBy: 600 }), travel, [stop('goal', 1)], [candidate('x', 2, 30)])).toBeNull();
  });

  test('is as good as trying every set, with pins, reserved hours and detours (60 days)', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { next: random } = seeded(seed);
      const whole = (most: number) => Math.floor(random() * most);
      const count = 9;
      const at = Array.from({ length: count }, () => [random() * 200, random() * 200] as const);
      const roads: Travel = { placeCount: count, minutes: at.flatMap((a) => at.map((b) => Math.round(Math.hypot(a[0] - b[0], a[1] - b[1])))) };
      const fixed = [stop('a', 1), stop('b', 2, { notBefore: 600 + whole(200) }), stop('c', 3, whole(2) ? { exactly: 1000 } : {})];
      const extra = [4, 5, 6, 7, 8].map((place) => candidate(`x${place}`, place, 1 + whole(40), { leg: whole(3), along: random(), minutes: 30 + whole(60) }));
      const one = day({ endBy: 1000 + whole(300), reserved: whole(2) ? [{ from: 700, to: 730 }] : [], maxDrivingMinutes: whole(2) ? 400 : undefined });
      const filled = fillDay(one, roads, fixed, extra);
      let most: { worth: number; driven: number } | null = null;
      for (let set = 0; set < 32; set++) {
        const chosen = extra.filter((_, index) => set & (1 << index));
        const order = fixed.flatMap((goal, leg) => [...chosen.filter((each) => each.leg === leg).toSorted((p, q) => p.along - q.along), goal]);
        const times = timesOf(one, roads, order);
        const worth = chosen.reduce((sum, each) => sum + each.worth, 0);
        if (times && (most === null || worth > most.worth || (worth === most.worth && times.driven < most.driven))) most = { worth, driven: times.driven };
      }
      expect(filled && { worth: filled.worth, driven: filled.driven }, `seed ${seed}`).toEqual(most);
    }
  });
});

describe('late on the day', () => {
  const travel = onLine(0, 60, 150, 200);
  const open = (id: string, place: number, notBefore: number, change: Partial<OpenStop> = {}): OpenStop =>
    ({ ...stop(id, place, { notBefore }), must: true, worth: 1, shortestMinutes: 60, ...change });
  const rest = [open('a', 1, 540), open('b', 2, 690), open('c', 3, 800)];
  const late = (minutes: number) => ({ place: 0, free: 480 + minutes, driven: 0 });

  test('in time nothing changes; 90 minutes later everything follows while the day lasts', () => {
    expect(restOfDay(day(), travel, late(0), rest)).toEqual({ stays: [{ id: 'a', begin: 540, minutes: 60 }, { id: 'b', begin: 690, minutes: 60 }, { id: 'c', begin: 800, minutes: 60 }], fallsOut: [], ends: 860 });
    expect(restOfDay(day(), travel, late(90), rest)).toEqual({ stays: [{ id: 'a', begin: 630, minutes: 60 }, { id: 'b', begin: 780, minutes: 60 }, { id: 'c', begin: 890, minutes: 60 }], fallsOut: [], ends: 950 });
  });

  test('what no longer fits falls out: the wanted before the must, the less worth before the more', () => {
    const short = day({ endBy: 900 });
    expect(restOfDay(short, travel, late(90), [rest[0]!, { ...rest[1]!, must: false, worth: 50 }, rest[2]!]).fallsOut).toEqual(['b']);
    expect(restOfDay(short, travel, late(90), [{ ...rest[0]!, worth: 3 }, rest[1]!, { ...rest[2]!, worth: 2 }]).fallsOut).toEqual(['b']);
  });

  test('a pin is kept though two others fall out for it', () => {
    const pinned = open('c', 3, 800, { exactly: 800, must: false });
    // Free at 570; to c directly 770. With a or b on the way nobody is there at 800.
    expect(restOfDay(day({ endBy: 900 }), travel, late(90), [rest[0]!, rest[1]!, pinned])).toMatchObject({ stays: [{ id: 'c', begin: 800 }], fallsOut: ['a', 'b'] });
  });

  test('after the pin there may be time again: the order changes only for that', () => {
    const pinned = open('c', 3, 800, { exactly: 800 });
    // c to a and back to b would end at 1210, c to b and on to a ends at 1120.
    expect(restOfDay(day(), travel, late(90), [rest[0]!, rest[1]!, pinned])).toEqual({
      stays: [{ id: 'c', begin: 800, minutes: 60 }, { id: 'b', begin: 910, minutes: 60 }, { id: 'a', begin: 1060, minutes: 60 }], fallsOut: [], ends: 1120,
    });
  });

  test('meetings are cut only where that keeps a stop, and only as far as needed', () => {
    const short = day({ endBy: 920 });
    const cuttable = rest.map((one) => ({ ...one, shortestMinutes: 30 }));
    // 950 would be the end: 30 minutes too late over three meetings, so 10 less each.
    expect(restOfDay(short, travel, late(90), cuttable)).toEqual({
      stays: [{ id: 'a', begin: 630, minutes: 50 }, { id: 'b', begin: 770, minutes: 50 }, { id: 'c', begin: 870, minutes: 50 }], fallsOut: [], ends: 920,
    });
    expect(restOfDay(day(), travel, late(90), cuttable).stays.map(({ minutes }) => minutes)).toEqual([60, 60, 60]);
  });
});

describe('the worth of a visit', () => {
  const facts = { daysSince: null, percent: null, expectedPercent: null, programme: null, blackout: false } as const;
  test('days since, points behind the pace, and the programme of the day add up', () => {
    expect(roadsideWorth(facts)).toBe(45);
    expect(roadsideWorth({ ...facts, daysSince: 90 })).toBe(23);
    expect(roadsideWorth({ ...facts, daysSince: 0 })).toBe(1);
    expect(roadsideWorth({ ...facts, percent: 40, expectedPercent: 80 })).toBe(59);
    expect(roadsideWorth({ ...facts, percent: 90, expectedPercent: 80, programme: 'level' })).toBe(65);
    expect(roadsideWorth({ ...facts, percent: 0, expectedPercent: 100, programme: 'level' })).toBe(100);
    expect(roadsideWorth({ ...facts, programme: 'level', blackout: true })).toBe(1);
  });
});
