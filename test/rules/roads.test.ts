// Checks what known roads teach about others, by figures reckoned by hand, and the calibration on the told distances of Jharkhand.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { daylight } from '../../shared/rules/roads/daylight.ts';
import { estimateRoad } from '../../shared/rules/roads/estimateRoad.ts';
import { straightLineKm } from '../../shared/rules/roads/greatCircle.ts';
import { learnRoads } from '../../shared/rules/roads/learnRoads.ts';
import type { KnownRoad, RoadEnd } from '../../shared/rules/roads/learnRoads.ts';
import { roadErrors, shippedErrors, usualShare } from '../../shared/rules/roads/roadErrors.ts';
import { driveMinutes } from '../../shared/rules/roads/speeds.ts';
import { defaultRoadFactor, defaultSpeedKmPerHour, travelSources, travelTable } from '../../shared/rules/travel.ts';
import type { TravelCorrection } from '../../shared/rules/travel.ts';
import { toldRoads } from '../help/toldRoads.ts';

const figures = { roadFactor: 1.25, speedKmPerHour: 40 };
const ranchi = { lat: 23.36369, lon: 85.33812 };
const jamshedpur = { lat: 22.8002, lon: 86.19508 };
const dumka = { lat: 24.2716, lon: 87.24691 };
const known = (from: RoadEnd, to: RoadEnd, factor: number, minutes: number | null = null): KnownRoad =>
  ({ from, to, distanceKm: straightLineKm(from, to) * factor, travelMinutes: minutes });

describe('driveMinutes', () => {
  it('reckons the last ten kilometres at the speed of the road there, and the dark slower', () => {
    expect(driveMinutes(100)).toBe(150);
    // 90 main, 10 at three quarters: 90 + 13.33 main kilometres.
    expect(driveMinutes(100, { to: 'side' })).toBeCloseTo(155, 9);
    expect(driveMinutes(8, { from: 'village', to: 'side' })).toBeCloseTo((4 / 22 + 4 / 30) * 60, 9);
    expect(driveMinutes(100, { darkPart: 1 })).toBeCloseTo(187.5, 9);
    expect(driveMinutes(100, { darkPart: 0.5 })).toBeCloseTo((150 + 187.5) / 2, 9);
    // What was seen between Jharkhand's towns: 22 to 46.
    for (const from of ['main', 'side'] as const) {
      const speed = 100 / (driveMinutes(100, { from, darkPart: from === 'side' ? 1 : 0 }) / 60);
      expect(speed).toBeGreaterThan(22);
      expect(speed).toBeLessThan(46);
    }
  });
});

describe('daylight', () => {
  it('gives the sun of Ranchi in April and of midwinter, within three minutes of the almanac', () => {
    const april = daylight('2022-04-18', ranchi)!;
    expect(Math.abs(april.rise - (5 * 60 + 27))).toBeLessThanOrEqual(3);
    expect(Math.abs(april.set - (18 * 60 + 9))).toBeLessThanOrEqual(3);
    const winter = daylight('2022-12-22', ranchi)!;
    expect(winter.set - winter.rise).toBeLessThan(650);
    expect(daylight('2022-12-22', { lat: 80, lon: 85 })).toBeNull();
  });
});

describe('learnRoads', () => {
  it('changes nothing where nothing is known', () => {
    const at = learnRoads([], figures).at(ranchi);
    expect(at).toEqual({ distance: 0, time: 0, weight: 0, timeWeight: 0 });
  });
  it('reckons the local mean as said: prior of five for the state, of one for the place', () => {
    const learning = learnRoads([known(ranchi, jamshedpur, 1.5)], figures);
    const ratio = Math.log(1.5 / 1.25);
    expect(learning.state.distance).toBeCloseTo(ratio / 6, 12);
    expect(learning.at(ranchi).distance).toBeCloseTo((ratio / 6 + ratio) / 2, 9);
    expect(learning.at(ranchi).weight).toBeCloseTo(1, 9);
    // 200 km away only the state's mean is left.
    expect(learning.at(dumka)).toEqual({ distance: learning.state.distance, time: 0, weight: 0, timeWeight: 0 });
    // Beside the line, not only at its ends.
    expect(learning.at({ lat: (ranchi.lat + jamshedpur.lat) / 2, lon: (ranchi.lon + jamshedpur.lon) / 2 }).weight).toBeGreaterThan(0.95);
  });
  it('leaves a road and its way back out of what is said of it', () => {
    const roads = [known(ranchi, jamshedpur, 1.5), known(jamshedpur, ranchi, 1.6), known(ranchi, dumka, 1.3, 400)];
    const [all, less] = [learnRoads(roads, figures), learnRoads([roads[2]!], figures)];
    expect(all.without(0).from.distance).toBeCloseTo(less.at(ranchi).distance, 9);
    expect(all.without(1).from.distance).toBeCloseTo(less.at(jamshedpur).distance, 9);
    expect(all.without(0).to.time).toBeCloseTo(less.at(jamshedpur).time, 9);
    expect(all.without(2).from.time).toBeCloseTo(0, 12);
  });
  it('is not bent by one slip of the pen, nor by a road that stands still', () => {
    const slip = learnRoads([known(ranchi, jamshedpur, 15)], figures).at(ranchi);
    expect(Math.exp(slip.distance)).toBeLessThan(2);
    const nowhere = learnRoads([{ from: ranchi, to: ranchi, distanceKm: 0, travelMinutes: 0 }], figures);
    expect(nowhere.at(ranchi)).toEqual({ distance: 0, time: 0, weight: 0, timeWeight: 0 });
  });
  it('never estimates below the straight line', () => {
    const learning = learnRoads([known(ranchi, jamshedpur, 1), known(ranchi, dumka, 1)], { ...figures, roadFactor: 1 });
    const road = estimateRoad(ranchi, jamshedpur, { from: learning.at(ranchi), to: learning.at(jamshedpur) }, { ...figures, roadFactor: 1 });
    expect(road.distanceKm).toBeGreaterThanOrEqual(straightLineKm(ranchi, jamshedpur));
  });
});

describe('travelTable over what was learned', () => {
  const places = [{ id: 'r', ...ranchi }, { id: 'j', ...jamshedpur }, { id: 'd', ...dumka }];
  const sourceOf = (table: { source: Uint8Array }): string[] => [...table.source].map((code) => travelSources[code]!);
  it('says of each cell where it comes from', () => {
    const correction: TravelCorrection = { fromId: 'r', toId: 'j', distanceKm: 160, travelMinutes: 300, origin: 'imported' };
    const learning = learnRoads([known(ranchi, jamshedpur, 1.5, 300)], figures);
    const table = travelTable(places, { corrections: [correction], learning });
    expect(sourceOf(table)).toEqual(['estimate', 'imported', 'improved', 'imported', 'estimate', 'improved', 'improved', 'improved', 'estimate']);
    expect([...table.corrected]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 0]);
    expect(sourceOf(travelTable(places)).every((source) => source === 'estimate')).toBe(true);
  });
  it('keeps a figure for one direction to that direction', () => {
    const oneWay: TravelCorrection = { fromId: 'r', toId: 'j', distanceKm: 160, travelMinutes: 300, bothWays: false };
    const table = travelTable(places, { corrections: [oneWay] });
    expect([table.travelMinutes[1], sourceOf(table)[1]]).toEqual([300, 'typed']);
    expect(sourceOf(table)[3]).toBe('estimate');
    expect(table.travelMinutes[3]).not.toBe(300);
  });
});

const folder = new URL('../../../shared/data/jharkhand/', import.meta.url);
const present = existsSync(folder);
describe(`calibration on the told distances${present ? '' : ' (skipped: no shared/data beside the project)'}`, () => {
  it.skipIf(!present)(`gives the factor and the errors that are shown where a user has no roads of his own${present ? '' : ' (skipped: ../shared/data is not beside the project)'}`, () => {
    const pairs = toldRoads(fileURLToPath(folder));
    const roads = pairs.filter(({ fit }) => fit).map(({ from, to, km }): KnownRoad => ({ from, to, distanceKm: km, travelMinutes: null }));
    expect(roads).toHaveLength(21);
    const ratios = roads.map((road) => road.distanceKm! / straightLineKm(road.from, road.to)).sort((a, b) => a - b);
    const median = (list: number[]): number => (list[(list.length - 1) >> 1]! + list[list.length >> 1]!) / 2;
    expect(median(ratios)).toBeCloseTo(defaultRoadFactor, 2);
    const mean = (list: number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
    const missed = ratios.map((ratio, at) => Math.abs(median(ratios.toSpliced(at, 1)) - ratio) / ratio);
    expect(mean(missed)).toBeCloseTo(shippedErrors.plain.share, 2);
    const errors = roadErrors(roads, learnRoads(roads, figures), figures);
    expect(errors.improved.share).toBeCloseTo(shippedErrors.improved.share, 2);
    expect(errors.improved.share).toBeLessThan(errors.plain.share);
    // What the screen says in words: usually within 12 per cent.
    expect(errors.improved.usual).toBeCloseTo(shippedErrors.improved.usual, 2);
    expect(usualShare(missed)).toBeCloseTo(shippedErrors.plain.usual, 2);

    // Times are told four times only: the kilometres come from other pages on the same pair.
    const timed = pairs.filter(({ hours }) => hours !== null).map(({ from, to, hours, km }) => {
      const kms = km !== null ? [km] : pairs.filter((other) => other.from === from && other.to === to && other.km !== null && other.fit).map((other) => other.km!);
      return { hours: hours!, km: mean(kms) };
    });
    expect(timed.map(({ km, hours }) => Math.round(km / hours)).sort()).toEqual([22, 25, 44, 46]);
    const off = (speed: number): number => mean(timed.map(({ km, hours }) => Math.abs(km / speed - hours) / hours));
    expect(off(defaultSpeedKmPerHour)).toBeCloseTo(shippedErrors.plainTime.share, 2);
  });
});
