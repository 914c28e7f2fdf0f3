// Sharing out by rule: counts hold to the unit, shares hang together, homes and absences count, the same every time, near the best there is.
import { describe, expect, it } from 'vitest';
import { middleOfPlace, neighboursOf, onPlane, partsOf } from '../../../shared/rules/charges/neighbours.ts';
import { boundsOf, shareOut } from '../../../shared/rules/charges/shareOut.ts';
import type { ShareLeader, ShareProblem } from '../../../shared/rules/charges/shareOut.ts';
import { shareCosts } from '../../../shared/rules/charges/shareCosts.ts';
import { seededRandom } from '../../../shared/tour/random.ts';
import { sampleDistricts } from './districts.ts';

const leader = (change: Partial<ShareLeader> = {}): ShareLeader => ({ home: null, presence: 1, barred: new Set(), ...change });
const many = (count: number, change: Partial<ShareLeader> = {}) => Array.from({ length: count }, () => leader(change));

function grid(width: number, height: number, weightOf: (at: number) => number = () => 1): ShareProblem['units'] {
  const places = Array.from({ length: width * height }, (_, at) => ({ rings: null, lat: 23 + Math.floor(at / width) * 0.1, lon: 85 + (at % width) * 0.1 }));
  const neighbours = neighboursOf(places);
  return onPlane(places).map((point, at) => ({ point, neighbours: neighbours[at]!, weight: weightOf(at) }));
}
const problem = (change: Partial<ShareProblem>): ShareProblem => ({ units: grid(6, 6), leaders: many(12), perLeader: null, balance: 'count', seed: 1, ...change });
/** Unit numbers of every leader. */
const sharesOf = (of: readonly number[], leaders: number) => Array.from({ length: leaders }, (_, at) => of.flatMap((who, unit) => (who === at ? [unit] : [])));
const inOnePiece = (share: readonly number[], units: ShareProblem['units']) => partsOf(share, units.map((unit) => unit.neighbours)).length <= 1;

describe('shares', () => {
  it('each of twelve leaders gets two neighbouring districts of Jharkhand', () => {
    const { places, electors } = sampleDistricts();
    const neighbours = neighboursOf(places);
    const units = onPlane(places.map(middleOfPlace)).map((point, at) => ({ point, neighbours: neighbours[at]!, weight: electors[at]! }));
    for (const balance of ['count', 'weight'] as const) {
      const shares = sharesOf(shareOut(problem({ units, perLeader: 2, balance })), 12);
      for (const share of shares) {
        expect(share).toHaveLength(2);
        expect(neighbours[share[0]!]).toContain(share[1]);
      }
      expect(new Set(shares.flat()).size).toBe(24);
    }
  });

  it('hold their counts, hang together on grids of many sizes, and are the same for the same seed', () => {
    for (const [width, height, leaders] of [[6, 6, 12], [5, 5, 7], [8, 4, 3], [10, 10, 9], [3, 3, 20]] as const) {
      const given = problem({ units: grid(width, height), leaders: many(leaders) });
      const of = shareOut(given);
      const shares = sharesOf(of, leaders);
      const fair = (width * height) / leaders;
      for (const share of shares) {
        expect([Math.floor(fair), Math.ceil(fair)]).toContain(share.length);
        expect(inOnePiece(share, given.units), `${width}×${height} among ${leaders}`).toBe(true);
      }
      expect(of).not.toContain(-1);
      expect(shareOut(given)).toEqual(of);
    }
  });

  it('a fixed number leaves the rest to nobody; too few units are parted fairly', () => {
    const over = shareOut(problem({ perLeader: 2 }));
    expect(over.filter((who) => who < 0)).toHaveLength(12);
    expect(sharesOf(over, 12).every((share) => share.length === 2)).toBe(true);
    const short = sharesOf(shareOut(problem({ units: grid(5, 2), leaders: many(4), perLeader: 3 })), 4).map((share) => share.length).sort();
    expect(short).toEqual([2, 2, 3, 3]);
  });

  it('balance electors to within a few of a hundred where they lie unevenly', () => {
    const random = seededRandom(9);
    const weights = Array.from({ length: 144 }, () => 50 + random.below(200));
    const units = grid(12, 12, (at) => weights[at]!);
    const shares = sharesOf(shareOut(problem({ units, leaders: many(8), balance: 'weight' })), 8);
    const fair = weights.reduce((a, b) => a + b, 0) / 8;
    for (const share of shares) {
      expect(Math.abs(share.reduce((sum, at) => sum + weights[at]!, 0) / fair - 1)).toBeLessThan(0.06);
      expect(inOnePiece(share, units)).toBe(true);
    }
  });

  it('who is away all the time gets nothing, who is there half the time half as much', () => {
    const leaders = [leader(), leader({ presence: 0 }), leader({ presence: 0.5 })];
    expect(sharesOf(shareOut(problem({ units: grid(6, 6), leaders })), 3).map((share) => share.length)).toEqual([24, 0, 12]);
    expect(() => shareOut(problem({ leaders: many(3, { presence: 0 }) }))).toThrow(expect.objectContaining({ code: 'charges.nobodyThere' }));
  });

  it('nobody gets what is barred to him, and everybody is near his own place', () => {
    const units = grid(6, 6);
    const corners = [0, 5, 30, 35];
    const leaders = corners.map((corner) => leader({ home: units[corner]!.point, barred: new Set([corner]) }));
    const shares = sharesOf(shareOut(problem({ units, leaders })), 4);
    shares.forEach((share, at) => {
      expect(share).toHaveLength(9);
      expect(share).not.toContain(corners[at]);
    });
    const free = sharesOf(shareOut(problem({ units, leaders: corners.map((corner) => leader({ home: units[corner]!.point })) })), 4);
    free.forEach((share, at) => expect(share).toContain(corners[at]));
  });

  it('cost what the best of all cost, where all can be tried', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = seededRandom(seed);
      const places = Array.from({ length: 8 }, () => ({ rings: null, lat: 23 + random.next(), lon: 85 + random.next() }));
      const neighbours = neighboursOf(places);
      const units = onPlane(places).map((point, at) => ({ point, neighbours: neighbours[at]!, weight: 1 }));
      const given = problem({ units, leaders: many(4), perLeader: 2, seed });
      const { costOf } = shareCosts(given, 8);
      const cost = (shares: readonly number[][]) => shares.reduce((sum, share, at) => sum + costOf(at, share), 0);
      let best = Infinity;
      const pair = (left: number[], pairs: number[][]) => {
        if (left.length === 0) { best = Math.min(best, cost(pairs)); return; }
        const [first, ...others] = left;
        for (const other of others) pair(others.filter((at) => at !== other), [...pairs, [first!, other]]);
      };
      pair([...units.keys()], []);
      expect(cost(sharesOf(shareOut(given), 4))).toBeCloseTo(best, 6);
    }
  });

  it('have fair bounds: the least and the most differ by one, and the sum fits between', () => {
    for (let units = 1; units <= 30; units++) for (let leaders = 1; leaders <= 12; leaders++) {
      const bounds = boundsOf(problem({ units: grid(units, 1), leaders: many(leaders) }));
      expect(bounds.reduce((sum, { least }) => sum + least, 0)).toBeLessThanOrEqual(units);
      expect(bounds.reduce((sum, { most }) => sum + most, 0)).toBeGreaterThanOrEqual(units);
      for (const { least, most } of bounds) expect(most - least).toBeLessThanOrEqual(1);
    }
  });

  it('of eight hundred blocks among seventy-five leaders hold together', () => {
    const units = grid(36, 23);
    const shares = sharesOf(shareOut(problem({ units, leaders: many(75) })), 75);
    expect(shares.every((share) => share.length === 11 || share.length === 12)).toBe(true);
    expect(shares.filter((share) => !inOnePiece(share, units))).toEqual([]);
  });
});
