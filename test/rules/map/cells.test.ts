// Areas from points: they fill the outline, none lies over another, and each holds its own point.
import { expect, test } from 'vitest';
import { cellsWithin, hullOf, placesInOrder } from '../../../shared/rules/map/cells.ts';
import type { Place } from '../../../shared/rules/map/cells.ts';
import { clipRing, isInside, nearestOn, ringArea } from '../../../shared/rules/map/rings.ts';
import type { Point, Ring } from '../../../shared/rules/map/rings.ts';
import { seeded } from '../seeded.ts';

const square: Ring = [[84, 22], [86, 22], [86, 24], [84, 24], [84, 22]];
/** A C: what is cut across its opening falls in two pieces. */
const hook: Ring = [[84, 22], [87, 22], [87, 23], [85, 23], [85, 24], [87, 24], [87, 25], [84, 25], [84, 22]];
const hole: Ring = [[84.5, 22.2], [84.9, 22.2], [84.9, 22.6], [84.5, 22.6], [84.5, 22.2]];

const areaOf = (rings: readonly Ring[]) => rings.reduce((sum, ring) => sum + ringArea(ring), 0);
/** Even-odd area of a frame with its hole. */
const withHole = ringArea(hook) - ringArea(hole);

function scattered(count: number, seed: number, frame: readonly Ring[]): Place[] {
  const { next } = seeded(seed);
  const places: Place[] = [];
  while (places.length < count) {
    const point: Point = [84 + next() * 3, 22 + next() * 3];
    if (isInside(point, frame)) places.push({ id: `u${places.length}`, lon: point[0], lat: point[1] });
  }
  return places;
}

test.each([[2, 1], [7, 2], [60, 3], [400, 4]])('%i cells fill a hooked outline exactly and each holds its own point', (count, seed) => {
  const places = scattered(count, seed, [hook]);
  const cells = cellsWithin(places, [hook]);
  expect(cells.size).toBe(count);
  expect(Math.abs([...cells.values()].reduce((sum, rings) => sum + areaOf(rings), 0) / ringArea(hook) - 1)).toBeLessThan(1e-9);
  for (const { id, lon, lat } of places) expect(isInside([lon, lat], cells.get(id)!)).toBe(true);
  // Every point of the land lies in one cell, and that is the nearest place's.
  const shrink = Math.cos((23.5 * Math.PI) / 180);
  for (const { lon, lat } of scattered(200, seed + 100, [hook])) {
    const holding = places.filter(({ id }) => isInside([lon, lat], cells.get(id)!));
    expect(holding).toHaveLength(1);
    const nearest = places.toSorted((a, b) => Math.hypot((a.lon - lon) * shrink, a.lat - lat) - Math.hypot((b.lon - lon) * shrink, b.lat - lat))[0];
    expect(holding[0]!.id).toBe(nearest!.id);
  }
});

test('a hole in the outline belongs to no cell', () => {
  const places = scattered(30, 9, [hook, hole]);
  const cells = cellsWithin(places, [hook, hole]);
  const area = [...cells.values()].reduce((sum, rings) => sum + rings.slice(1).reduce((rest, ring) => rest - ringArea(ring), ringArea(rings[0]!)), 0);
  expect(Math.abs(area / withHole - 1)).toBeLessThan(1e-9);
  expect([...cells.values()].some((rings) => isInside([84.7, 22.4], rings))).toBe(false);
});

test('places that share a point divide its cell, and one outside is drawn in', () => {
  const places = [...Array.from({ length: 5 }, (_, at) => ({ id: `same${at}`, lon: 84.5, lat: 23 })), { id: 'other', lon: 85.5, lat: 23 }, { id: 'outside', lon: 80, lat: 20 }];
  const cells = cellsWithin(places, [square]);
  expect([...cells.keys()].sort()).toEqual(places.map(({ id }) => id).sort());
  for (const rings of cells.values()) expect(areaOf(rings)).toBeGreaterThan(0.005);
  expect(Math.abs([...cells.values()].reduce((sum, rings) => sum + areaOf(rings), 0) / ringArea(square) - 1)).toBeLessThan(1e-9);
  expect(isInside([84.01, 22.01], cells.get('outside')!)).toBe(true);
});

test('one place has the whole outline; none have none; points in a line and all at one point are no trouble', () => {
  expect(areaOf(cellsWithin([{ id: 'a', lon: 85, lat: 23 }], [square]).get('a')!)).toBeCloseTo(4, 9);
  expect(cellsWithin([], [square]).size).toBe(0);
  expect(cellsWithin([{ id: 'a', lon: 85, lat: 23 }], []).size).toBe(0);
  const line = Array.from({ length: 6 }, (_, at) => ({ id: `l${at}`, lon: 84.2 + at * 0.3, lat: 23 }));
  expect(cellsWithin(line, [square]).size).toBe(6);
  const one = Array.from({ length: 6 }, (_, at) => ({ id: `o${at}`, lon: 85, lat: 23 }));
  expect([...cellsWithin(one, [square]).values()].reduce((sum, rings) => sum + areaOf(rings), 0)).toBeCloseTo(4, 9);
});

test('a hull around bare points holds them all, also around one, two, and points in a line', () => {
  for (const places of [scattered(40, 5, [hook]), scattered(1, 6, [hook]), scattered(2, 7, [hook]), Array.from({ length: 5 }, (_, at) => ({ id: `l${at}`, lon: 84 + at, lat: 23 }))]) {
    const hull = hullOf(places);
    for (const { lon, lat } of places) expect(isInside([lon, lat], hull)).toBe(true);
  }
  expect(hullOf([])).toEqual([]);
});

test('without any place, areas of about one size lie in their order inside the outline', () => {
  const ids = Array.from({ length: 37 }, (_, at) => `u${at}`);
  const places = placesInOrder(ids, [hook]);
  expect(places.map(({ id }) => id)).toEqual(ids);
  for (const { lon, lat } of places) expect(isInside([lon, lat], [hook])).toBe(true);
  const areas = [...cellsWithin(places, [hook]).values()].map(areaOf);
  expect(areas).toHaveLength(37);
  expect(Math.max(...areas) / Math.min(...areas)).toBeLessThan(6);
  expect(places[0]!.lat).toBeGreaterThan(places[36]!.lat);
});

test('cutting by a convex ring keeps what lies in it, whichever way round either goes', () => {
  const convex: Ring = [[84.5, 22.5], [86.5, 22.5], [86.5, 24.5], [84.5, 24.5]];
  const expected = 0.5 * 2 + 2 * 0.5 + 0.5 * 1;
  for (const ring of [hook, hook.toReversed()]) for (const cut of [convex, convex.toReversed()]) expect(ringArea(clipRing(ring, cut))).toBeCloseTo(expected, 9);
  expect(clipRing(hook, [[0, 0], [1, 0], [1, 1]])).toEqual([]);
  expect(nearestOn([80, 23], [square])).toEqual([84, 23]);
});
