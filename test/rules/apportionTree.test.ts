// Checks the division down a tree: by hand, against its rules on random trees, its refusals, and its speed at 2,20,000 units.
import { describe, expect, it } from 'vitest';
import { apportionTree, mixedWeights, normTree } from '../../shared/rules/apportionTree.ts';
import { seeded } from './seeded.ts';

const free = Number.NaN;
const tree = (parent: number[], weight: number[] = []): { parent: Int32Array; weight: Float64Array } =>
  ({ parent: Int32Array.from(parent), weight: Float64Array.from({ length: parent.length }, (_, i) => weight[i] ?? 0) });
const refusal = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    const { code, detail } = error as { code: string; detail: unknown };
    return { code, detail };
  }
};

// State 0; districts 1, 2; booths 3, 4 of 1 and 5, 6, 7 of 2.
const parents = [-1, 0, 0, 1, 1, 2, 2, 2];
const electors = [0, 999, 999, 300, 100, 200, 200, 200];

describe('apportionTree, computed by hand', () => {
  it('divides by the electors below, level by level', () => {
    // Districts 400 : 600 of 101 = 40.4, 60.6; booths 30, 10 and 20.33 each.
    expect([...apportionTree({ total: 101, ...tree(parents, electors) })]).toEqual([101, 40, 61, 30, 10, 21, 20, 20]);
  });
  it('divides equally among siblings, not by how many stand below', () => {
    expect([...apportionTree({ total: 101, ...tree(parents, electors), equalAmongSiblings: true })]).toEqual([101, 51, 50, 26, 25, 17, 17, 16]);
  });
  it('keeps a deep lock and lifts the units above it to what it needs', () => {
    const locked = Float64Array.from([free, free, free, 70, free, free, free, free]);
    expect([...apportionTree({ total: 100, ...tree(parents, electors), locked })]).toEqual([100, 70, 30, 70, 0, 10, 10, 10]);
  });
  it('fixes a unit at the sum when all below it is locked', () => {
    const locked = Float64Array.from([free, free, free, 3, 4, free, free, free]);
    expect([...apportionTree({ total: 100, ...tree(parents, electors), locked })]).toEqual([100, 7, 93, 3, 4, 31, 31, 31]);
  });
  it('keeps a locked district and divides it below', () => {
    const locked = Float64Array.from([free, 80, free, free, free, free, free, free]);
    expect([...apportionTree({ total: 100, ...tree(parents, electors), locked })]).toEqual([100, 80, 20, 60, 20, 7, 7, 6]);
  });
  it('lifts a small district so that each booth can have its minimum', () => {
    const weights = [0, 0, 0, 900, 99, 1, 1, 1];
    expect([...apportionTree({ total: 100, ...tree(parents, weights), minimum: 10 })]).toEqual([100, 70, 30, 60, 10, 10, 10, 10]);
  });
  it('gives no booth more than its maximum, and the rest to the others', () => {
    expect([...apportionTree({ total: 100, ...tree(parents, electors), maximum: 22 })]).toEqual([100, 40, 60, 22, 18, 20, 20, 20]);
    // District 1 can take 2 × 19: the other takes what is left.
    expect([...apportionTree({ total: 95, ...tree(parents, electors), maximum: 19 })]).toEqual([95, 38, 57, 19, 19, 19, 19, 19]);
  });
  it('goes by what is there already where a sibling has any, else by the weights', () => {
    const instead = Float64Array.from([free, 30, 10, free, free, free, 5, 15]);
    expect([...apportionTree({ total: 100, ...tree(parents, electors), instead })]).toEqual([100, 75, 25, 56, 19, 0, 6, 19]);
  });
  it('mixes electors and booths by parts, not by size', () => {
    const isLeaf = Uint8Array.from([0, 0, 0, 1, 1, 1, 1, 1]);
    const booths = Float64Array.from([0, 0, 0, 1, 1, 1, 1, 1]);
    const mixed = mixedWeights(isLeaf, [{ weight: Float64Array.from(electors), part: 50 }, { weight: booths, part: 50 }]);
    // Electors 0.3, 0.1, 0.2 × 3 of the whole; booths 0.2 each.
    expect([...mixed.subarray(3)].map((weight) => Math.round(weight * 10) / 10)).toEqual([25, 15, 20, 20, 20]);
    expect([...apportionTree({ total: 100, parent: Int32Array.from(parents), weight: mixed })]).toEqual([100, 40, 60, 25, 15, 20, 20, 20]);
  });
  it('rounds districts and booths to steps of their own', () => {
    const values = [...apportionTree({ total: 1010, ...tree(parents, electors), step: 100, stepAtLeaves: 5 })];
    // 404 and 606: 400, 600 and the odd ten to the larger remainder; then 300, 100 and 203.33 thrice of 610.
    expect(values).toEqual([1010, 400, 610, 300, 100, 205, 205, 200]);
  });
  it('takes a root alone, and nothing at all', () => {
    expect([...apportionTree({ total: 5, ...tree([-1], [1]) })]).toEqual([5]);
    expect(apportionTree({ total: 5, ...tree([]) })).toHaveLength(0);
  });
});

describe('apportionTree refuses, naming the unit', () => {
  it('locks above the total, at the root and at a locked district', () => {
    const locked = Float64Array.from([free, free, free, 70, free, 40, free, free]);
    expect(refusal(() => apportionTree({ total: 100, ...tree(parents, electors), locked })))
      .toEqual({ code: 'apportion.locksAboveTotal', detail: { node: 0, locked: 110, total: 100 } });
    locked[1] = 60;
    expect(refusal(() => apportionTree({ total: 1000, ...tree(parents, electors), locked })))
      .toEqual({ code: 'apportion.locksAboveTotal', detail: { node: 1, locked: 70, total: 60 } });
  });
  it('minima above the total, at the root and at a locked district', () => {
    expect(refusal(() => apportionTree({ total: 100, ...tree(parents, electors), minimum: 21 })))
      .toEqual({ code: 'apportion.minimumAboveTotal', detail: { node: 0, minimum: 105, total: 100 } });
    const locked = Float64Array.from([free, 30, free, free, free, free, free, free]);
    expect(refusal(() => apportionTree({ total: 100, ...tree(parents, electors), locked, minimum: 16 })))
      .toEqual({ code: 'apportion.minimumAboveTotal', detail: { node: 1, minimum: 32, total: 30 } });
  });
  it('maxima below the total, at the root and at a locked district; a maximum below the minimum', () => {
    expect(refusal(() => apportionTree({ total: 100, ...tree(parents, electors), maximum: 19 }))).toEqual({ code: 'apportion.maximumBelowTotal', detail: { node: 0, maximum: 95, total: 100 } });
    const locked = Float64Array.from([free, 50, free, free, free, free, free, free]);
    expect(refusal(() => apportionTree({ total: 100, ...tree(parents, electors), locked, maximum: 24 }))).toEqual({ code: 'apportion.maximumBelowTotal', detail: { node: 1, maximum: 48, total: 50 } });
    expect(refusal(() => apportionTree({ total: 100, ...tree(parents, electors), minimum: 5, maximum: 4 }))).toMatchObject({ code: 'apportion.badBound' });
  });
  it('locks below the total when nothing below is free', () => {
    const locked = Float64Array.from([free, 30, 60, free, free, free, free, free]);
    expect(refusal(() => apportionTree({ total: 100, ...tree(parents, electors), locked })))
      .toEqual({ code: 'apportion.locksBelowTotal', detail: { node: 0, locked: 90, total: 100 } });
    locked.set([free, 30, free, 10, 19]);
    expect(refusal(() => apportionTree({ total: 100, ...tree(parents, electors), locked })))
      .toEqual({ code: 'apportion.locksBelowTotal', detail: { node: 1, locked: 29, total: 30 } });
  });
  it('a tree whose parents do not stand first', () => {
    expect(refusal(() => apportionTree({ total: 1, ...tree([-1, 2, 0]) }))).toEqual({ code: 'apportion.badTree', detail: { node: 1 } });
    expect(refusal(() => apportionTree({ total: 1, ...tree([-1, -1]) }))).toEqual({ code: 'apportion.badTree', detail: { node: 1 } });
  });
  it('a total and a weight that are none', () => {
    expect(refusal(() => apportionTree({ total: -1, ...tree(parents) }))).toEqual({ code: 'apportion.badTotal', detail: { total: -1 } });
    expect(refusal(() => apportionTree({ total: 1, ...tree(parents, [0, 0, 0, free]) })))
      .toEqual({ code: 'apportion.badWeight', detail: { node: 3, weight: free } });
  });
});

describe('apportionTree on 1,500 seeded trees', () => {
  it('adds up at every unit, keeps locks and minima, and refuses only what cannot be', () => {
    const random = seeded(3);
    let divided = 0;
    for (let run = 0; run < 1500; run++) {
      const size = random.whole(1, 60);
      const parent = Int32Array.from({ length: size }, (_, i) => (i === 0 ? -1 : random.whole(Math.max(0, i - 12), i - 1)));
      const weight = Float64Array.from({ length: size }, () => random.whole(0, 1500));
      const locked = Float64Array.from({ length: size }, (_, i) => (i > 0 && random.next() < 0.08 ? random.whole(0, 60) : free));
      const step = random.next() < 0.5 ? 1 : 10;
      const minimum = random.next() < 0.5 ? 0 : random.whole(1, 8);
      const total = random.whole(0, 5000);
      const maximum = random.next() < 0.5 ? Infinity : minimum + random.whole(0, 400);
      let values: Float64Array;
      try {
        values = apportionTree({ total, parent, weight, locked, step, minimum, maximum });
      } catch (error) {
        const { code, detail } = error as { code: string; detail: { locked?: number; minimum?: number; maximum?: number; total: number } };
        if (code === 'apportion.maximumBelowTotal') expect(detail.maximum).toBeLessThan(detail.total);
        else if (code === 'apportion.locksBelowTotal') expect(detail.locked).toBeLessThan(detail.total);
        else expect(detail.locked ?? detail.minimum).toBeGreaterThan(detail.total);
        continue;
      }
      divided++;
      const below = new Float64Array(size);
      const hasFree = new Uint8Array(size);
      const isInner = new Uint8Array(size);
      for (let i = size - 1; i > 0; i--) {
        const isFree = Number.isNaN(locked[i]!) && (!isInner[i] || hasFree[i]);
        below[parent[i]!]! += values[i]!;
        isInner[parent[i]!] = 1;
        if (isFree) hasFree[parent[i]!] = 1;
        if (!Number.isNaN(locked[i]!)) expect(values[i]).toBe(locked[i]);
        else if (isFree) expect(values[i]).toBeGreaterThanOrEqual(minimum);
        if (i > 0 && !isInner[i] && Number.isNaN(locked[i]!)) expect(values[i]).toBeLessThanOrEqual(maximum);
        expect(Number.isInteger(values[i]) && values[i]! >= 0).toBe(true);
      }
      expect(values[0]).toBe(total);
      for (let i = 0; i < size; i++) if (isInner[i]) expect(below[i]).toBe(values[i]);
    }
    expect(divided).toBeGreaterThan(500);
  });
});

describe('normTree', () => {
  it('gives 50 per booth: 14,78,100 of the 15,00,000 announced', () => {
    const booths = 29_562;
    const districts = 24;
    const parent = Int32Array.from({ length: 1 + districts + booths }, (_, i) => (i === 0 ? -1 : i <= districts ? 0 : 1 + (i % districts)));
    const { values, total } = normTree({ parent, norm: 50 });
    expect(total).toBe(1_478_100);
    expect(values[0]).toBe(1_478_100);
    expect(1_500_000 - total).toBe(21_900);
    expect(values.subarray(1, 1 + districts).reduce((a, b) => a + b, 0)).toBe(1_478_100);
    expect(values[1 + districts]).toBe(50);
  });
  it('counts booths of a leaf, keeps a locked leaf, and divides a locked district by the norms below it', () => {
    const count = Float64Array.from([0, 0, 0, 2, 3, 1, 1, 1]);
    const locked = Float64Array.from([free, free, 100, free, 7, free, 40, free]);
    const { values, total } = normTree({ parent: Int32Array.from(parents), norm: 50, count, locked });
    expect([...values]).toEqual([207, 107, 100, 100, 7, 30, 40, 30]);
    expect(total).toBe(207);
  });
  it('refuses a locked district that its locked booths do not fill, and a norm that is none', () => {
    const locked = Float64Array.from([free, 30, free, 10, 10, free, free, free]);
    expect(refusal(() => normTree({ parent: Int32Array.from(parents), norm: 50, locked })))
      .toEqual({ code: 'apportion.locksBelowTotal', detail: { node: 1, locked: 20, total: 30 } });
    expect(refusal(() => normTree({ parent: Int32Array.from(parents), norm: 0.5 }))).toEqual({ code: 'apportion.badNorm', detail: { norm: 0.5 } });
  });
});

describe('apportionTree at the size of Uttar Pradesh', () => {
  it('divides one crore over 2,20,000 units exactly, a chain 30,000 deep and a family of 2,00,000 too', () => {
    const random = seeded(4);
    const counts = [1, 75, 826, 58_000, 161_098];
    const parent = new Int32Array(220_000);
    const weight = new Float64Array(220_000);
    let at = 0;
    for (const [level, units] of counts.entries()) {
      for (let i = 0; i < units; i++, at++) {
        parent[at] = level === 0 ? -1 : at - i - counts[level - 1]! + Math.floor((i * counts[level - 1]!) / units);
        weight[at] = random.whole(300, 1500);
      }
    }
    const values = apportionTree({ total: 10_000_000, parent, weight });
    for (let level = 0, from = 0; level < counts.length; from += counts[level]!, level++) {
      // Every unit above the booths has units below, so each level holds the whole total.
      expect(values.subarray(from, from + counts[level]!).reduce((a, b) => a + b, 0)).toBe(10_000_000);
    }

    const chain = Int32Array.from({ length: 30_000 }, (_, i) => i - 1);
    expect(apportionTree({ total: 9, parent: chain, weight: new Float64Array(30_000) }).every((value) => value === 9)).toBe(true);

    const wide = Int32Array.from({ length: 200_001 }, (_, i) => (i === 0 ? -1 : 0));
    const flat = apportionTree({ total: 1_234_567, parent: wide, weight: weight.subarray(0, 200_001), minimum: 2 });
    expect(flat.subarray(1).reduce((a, b) => a + b, 0)).toBe(1_234_567);
    expect(flat.subarray(1).every((value) => value >= 2)).toBe(true);
  });
});
