// Checks distances and times against known figures, and the rules by which a correction wins.
import { describe, expect, it } from 'vitest';
import { defaultRoadFactor, defaultSpeedKmPerHour, straightLineKm, travelTable } from '../../shared/rules/travel.ts';

const ranchi = { id: 'ranchi', lat: 23.36369, lon: 85.33812 };
const jamshedpur = { id: 'jamshedpur', lat: 22.8002, lon: 86.19508 };
const dhanbad = { id: 'dhanbad', lat: 23.79833, lon: 86.43388 };

describe('straightLineKm', () => {
  it('gives a degree of the equator, a quarter of the earth, and Ranchi to Jamshedpur', () => {
    expect(straightLineKm({ lat: 0, lon: 10 }, { lat: 0, lon: 11 })).toBeCloseTo(111.195, 2);
    expect(straightLineKm({ lat: 90, lon: 0 }, { lat: 0, lon: 77 })).toBeCloseTo(10007.56, 1);
    // 107.8 in the list of road distances.
    expect(straightLineKm(ranchi, jamshedpur)).toBeCloseTo(107.8, 1);
    expect(straightLineKm(ranchi, ranchi)).toBe(0);
  });
});

describe('travelTable', () => {
  it('takes the straight line times the factor, in whole minutes, both ways', () => {
    const { distanceKm, travelMinutes, corrected } = travelTable([ranchi, jamshedpur]);
    const km = straightLineKm(ranchi, jamshedpur) * defaultRoadFactor;
    expect([...distanceKm]).toEqual([0, km, km, 0]);
    // 134.7 km at 40 km/h.
    expect([...travelMinutes]).toEqual([0, 202, 202, 0]);
    expect([...corrected]).toEqual([0, 0, 0, 0]);
    expect([defaultRoadFactor, defaultSpeedKmPerHour]).toEqual([1.25, 40]);
  });
  it('lets a correction win both ways, with its own minutes or the speed', () => {
    const correction = { fromId: 'ranchi', toId: 'jamshedpur', distanceKm: 125, travelMinutes: 150 };
    const elsewhere = { ...correction, toId: 'delhi' };
    const timed = travelTable([ranchi, jamshedpur, dhanbad], { corrections: [correction, elsewhere] });
    expect([timed.distanceKm[1], timed.distanceKm[3], timed.travelMinutes[1], timed.travelMinutes[3]]).toEqual([125, 125, 150, 150]);
    expect([...timed.corrected]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 0]);
    const untimed = travelTable([ranchi, jamshedpur], { speedKmPerHour: 50, corrections: [{ ...correction, travelMinutes: null }] });
    expect([...untimed.travelMinutes]).toEqual([0, 150, 150, 0]);
  });
  it('keeps a reverse that is given itself, whatever the order of the list', () => {
    const there = { fromId: 'ranchi', toId: 'dhanbad', distanceKm: 150, travelMinutes: 200 };
    const back = { fromId: 'dhanbad', toId: 'ranchi', distanceKm: 160, travelMinutes: 240 };
    for (const corrections of [[there, back], [back, there]]) {
      const table = travelTable([ranchi, dhanbad], { corrections });
      expect([...table.travelMinutes]).toEqual([0, 200, 240, 0]);
      expect([...table.distanceKm]).toEqual([0, 150, 160, 0]);
    }
  });
  it('refuses places without a point, all at once, and figures that cannot be', () => {
    const noPoint = (id: string): { id: string; lat: null; lon: number } => ({ id, lat: null, lon: 85 });
    expect(() => travelTable([ranchi, noPoint('x'), noPoint('y')])).toThrow(
      expect.objectContaining({ code: 'travel.noPoint', detail: { placeIds: ['x', 'y'] } }),
    );
    const bad = { fromId: 'ranchi', toId: 'dhanbad', distanceKm: -1, travelMinutes: null };
    expect(() => travelTable([ranchi, dhanbad], { corrections: [bad] })).toThrow(
      expect.objectContaining({ code: 'travel.badCorrection', detail: { fromId: 'ranchi', toId: 'dhanbad' } }),
    );
    expect(() => travelTable([ranchi], { speedKmPerHour: 0 })).toThrow(expect.objectContaining({ code: 'travel.badSpeed' }));
  });
});
