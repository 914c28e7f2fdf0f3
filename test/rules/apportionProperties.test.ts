// Rules of dividing that hold for any input: the order of the lines does not matter, and more electors never give less.
import { describe, expect, it } from 'vitest';
import { apportionTree } from '../../shared/rules/apportionTree.ts';
import { largestRemainder } from '../../shared/rules/largestRemainder.ts';
import { seeded } from './seeded.ts';
import type { Random } from './seeded.ts';

const shuffled = (random: Random, count: number): number[] => {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.whole(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
};
/** Weights no two of which are equal, so that no tie is left to the position. */
const distinct = (random: Random, count: number): number[] => shuffled(random, count).map((at) => at * 1000 + random.whole(1, 999));

describe('a flat list', () => {
  it('gives every line the same in whatever order the lines stand, with bounds, locks and steps', () => {
    const random = seeded(11);
    for (let run = 0; run < 2000; run++) {
      const count = random.whole(1, 15);
      const weights = distinct(random, count);
      const minimum = weights.map(() => random.whole(0, 30));
      const maximum = minimum.map((least) => least + random.whole(0, 400));
      const locked = weights.map((_, i) => (random.next() < 0.15 ? minimum[i]! : Number.NaN));
      const floor = minimum.reduce((a, b) => a + b, 0);
      const ceiling = maximum.reduce((sum, most, i) => sum + (Number.isNaN(locked[i]!) ? most : locked[i]!), 0);
      const total = random.whole(floor, ceiling);
      const step = [1, 5, 10][random.whole(0, 2)]!;
      const values = largestRemainder(total, weights, { minimum, maximum, locked, step });
      const order = shuffled(random, count);
      const pick = (list: number[]): number[] => order.map((i) => list[i]!);
      expect(largestRemainder(total, pick(weights), { minimum: pick(minimum), maximum: pick(maximum), locked: pick(locked), step })).toEqual(pick(values));
    }
  });

  it('never gives a line less because it has more electors', () => {
    const random = seeded(12);
    for (let run = 0; run < 3000; run++) {
      const weights = Array.from({ length: random.whole(1, 12) }, () => random.whole(0, random.whole(1, 800)));
      const total = random.whole(0, 3000);
      const step = [1, 5, 10][random.whole(0, 2)]!;
      const at = random.whole(0, weights.length - 1);
      const more = weights.with(at, weights[at]! + random.whole(1, 300));
      if (weights.every((weight) => weight === 0)) continue;
      expect(largestRemainder(total, more, { step })[at]).toBeGreaterThanOrEqual(largestRemainder(total, weights, { step })[at]!);
    }
  });
});

describe('a tree', () => {
  it('gives every unit the same in whatever order siblings stand', () => {
    const random = seeded(13);
    for (let run = 0; run < 400; run++) {
      const size = random.whole(2, 60);
      const parent = Int32Array.from({ length: size }, (_, i) => (i === 0 ? -1 : random.whole(Math.max(0, i - 9), i - 1)));
      // Sums of different powers of two are never equal, so no two siblings weigh the same.
      const leafOrder = shuffled(random, size);
      const weight = Float64Array.from({ length: size }, (_, i) => 1 + 2 ** (leafOrder[i]! % 40) + random.next() / 16);
      const total = random.whole(0, 100_000);
      const values = apportionTree({ total, parent, weight });
      // Children of every node in a new order, parents still first.
      const order: number[] = [0];
      for (let from = 0; from < order.length; from++) {
        const children = [...parent.keys()].filter((i) => parent[i] === order[from]);
        for (const at of shuffled(random, children.length)) order.push(children[at]!);
      }
      const place = new Map(order.map((old, now) => [old, now]));
      const moved = apportionTree({ total, parent: Int32Array.from(order, (old) => (old === 0 ? -1 : place.get(parent[old]!)!)), weight: Float64Array.from(order, (old) => weight[old]!) });
      expect([...moved]).toEqual(order.map((old) => values[old]));
    }
  });

  it('among siblings gives the one with more electors at least as much, at every level, also with a maximum for each leaf', () => {
    const random = seeded(14);
    for (let run = 0; run < 400; run++) {
      const leaves = random.whole(4, 60);
      const districts = random.whole(1, 4);
      const parent = Int32Array.from({ length: 1 + districts + leaves }, (_, i) => (i === 0 ? -1 : i <= districts ? 0 : 1 + ((i - 1) % districts)));
      const weight = Float64Array.from(parent, () => random.whole(0, 1500));
      const maximum = random.next() < 0.5 ? Infinity : 200;
      const values = apportionTree({ total: random.whole(0, leaves * 200), parent, weight, maximum });
      for (let a = 1 + districts; a < parent.length; a++) {
        for (let b = 1 + districts; b < a; b++) {
          if (parent[a] !== parent[b] || weight[a] === weight[b]) continue;
          const [more, less] = weight[a]! > weight[b]! ? [a, b] : [b, a];
          expect(values[more]).toBeGreaterThanOrEqual(values[less]!);
        }
      }
    }
  });
});
