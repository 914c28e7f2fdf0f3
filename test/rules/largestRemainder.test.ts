// Checks the division of a flat list: hand-computed cases, refusals, and rules that hold for any input.
import { describe, expect, it } from 'vitest';
import { largestRemainder } from '../../shared/rules/largestRemainder.ts';
import type { RemainderOptions } from '../../shared/rules/largestRemainder.ts';
import { seeded } from './seeded.ts';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
const refusal = (total: number, weights: number[], options?: RemainderOptions): unknown => {
  try {
    return largestRemainder(total, weights, options);
  } catch (error) {
    const { code, detail } = error as { code: string; detail: unknown };
    return { code, detail };
  }
};

describe('largestRemainder, computed by hand', () => {
  it('gives the rest to the largest remainders', () => {
    // Shares 4.7, 1.6, 1.55, 1.3, 0.6, 0.25 of 10: floors 4 1 1 1 0 0, three left for .7 .6 .6.
    expect(largestRemainder(10, [47, 16, 15.5, 13, 6, 2.5])).toEqual([5, 2, 1, 1, 1, 0]);
  });
  it('breaks ties by larger weight, then by position', () => {
    expect(largestRemainder(3, [1, 1])).toEqual([2, 1]);
    // Shares 0.5 and 2.5 have equal remainders.
    expect(largestRemainder(3, [1, 5])).toEqual([0, 3]);
    expect(largestRemainder(5, [1, 1, 1])).toEqual([2, 2, 1]);
  });
  it('shares equally when all weights are zero, and gives zero weights nothing otherwise', () => {
    expect(largestRemainder(7, [0, 0, 0])).toEqual([3, 2, 2]);
    expect(largestRemainder(7, [0, 1, 0])).toEqual([0, 7, 0]);
  });
  it('rounds to a step and puts the odd remainder next in the queue', () => {
    // Shares 61.5, 41, 20.5 of 123: floors 60 40 20; 3 odd members, remainders 1.5, 1, .5.
    expect(largestRemainder(123, [3, 2, 1], { step: 10 })).toEqual([63, 40, 20]);
    // Shares 67.5, 45, 22.5 of 135: floors 60 40 20, left 15: ten to the first (7.5), five to the second (5).
    expect(largestRemainder(135, [3, 2, 1], { step: 10 })).toEqual([70, 45, 20]);
    expect(largestRemainder(1_500_000, [1, 1, 1], { step: 1000 })).toEqual([500_000, 500_000, 500_000]);
  });
  it('keeps locks and divides only the rest', () => {
    expect(largestRemainder(100, [1, 1, 2], { locked: [NaN, 40, NaN] })).toEqual([20, 40, 40]);
    expect(largestRemainder(100, [1, 1, 2], { locked: [10, 40, 50] })).toEqual([10, 40, 50]);
  });
  it('keeps minima and maxima and divides the rest in proportion', () => {
    // Plain shares 10, 30, 60; the minimum lifts the first to 25, the other 75 go 1 : 2.
    expect(largestRemainder(100, [1, 3, 6], { minimum: 25 })).toEqual([25, 25, 50]);
    expect(largestRemainder(100, [1, 3, 6], { maximum: 40 })).toEqual([20, 40, 40]);
    expect(largestRemainder(100, [1, 3, 6], { minimum: [30, 0, 0], maximum: [100, 100, 35] })).toEqual([30, 35, 35]);
  });
  it('lets a lock go before the minimum', () => {
    expect(largestRemainder(10, [1, 1], { minimum: 4, locked: [1, NaN] })).toEqual([1, 9]);
  });
  it('is exact where doubles are not', () => {
    expect(largestRemainder(1e12, [1, 1, 1])).toEqual([333_333_333_334, 333_333_333_333, 333_333_333_333]);
    // Products of 1e24: shares are 2/3 and 1/3 to the last member.
    expect(largestRemainder(1e12, [2e14 - 2, 1e14 - 1])).toEqual([666_666_666_667, 333_333_333_333]);
    expect(largestRemainder(10, [0.1, 0.2, 0.7])).toEqual([1, 2, 7]);
  });
  it('divides nothing among nobody', () => {
    expect(largestRemainder(0, [])).toEqual([]);
    expect(largestRemainder(0, [3, 4])).toEqual([0, 0]);
  });
});

describe('largestRemainder refuses', () => {
  it.each([-1, 1.5, NaN, Infinity, 1e12 + 1])('the total %s', (total) => {
    expect(refusal(total, [1])).toEqual({ code: 'apportion.badTotal', detail: { total } });
  });
  it('locks above the total', () => {
    expect(refusal(10, [1, 1, 1], { locked: [6, 5, NaN] })).toEqual({ code: 'apportion.locksAboveTotal', detail: { locked: 11, total: 10 } });
  });
  it('minima above the total, locks counted in', () => {
    expect(refusal(10, [1, 1, 1], { minimum: 3, locked: [5, NaN, NaN] }))
      .toEqual({ code: 'apportion.minimumAboveTotal', detail: { minimum: 11, total: 10 } });
  });
  it('locks below the total when nothing is free', () => {
    expect(refusal(10, [1, 1], { locked: [4, 5] })).toEqual({ code: 'apportion.locksBelowTotal', detail: { locked: 9, total: 10 } });
  });
  it('maxima below the total', () => {
    expect(refusal(10, [1, 1], { maximum: 4 })).toEqual({ code: 'apportion.maximumBelowTotal', detail: { maximum: 8, total: 10 } });
  });
  it('weights, locks, bounds and steps that are none', () => {
    expect(refusal(10, [1, -2])).toEqual({ code: 'apportion.badWeight', detail: { node: 1, weight: -2 } });
    expect(refusal(10, [1, 2], { locked: [NaN, 0.5] })).toEqual({ code: 'apportion.badBound', detail: { node: 1, value: 0.5 } });
    expect(refusal(10, [1, 2], { step: 0 })).toEqual({ code: 'apportion.badStep', detail: { step: 0 } });
    expect(refusal(10, [])).toEqual({ code: 'apportion.noParts', detail: { total: 10 } });
  });
});

describe('largestRemainder, 3,000 seeded cases each', () => {
  it('keeps the quota rule and the order of the queue without bounds', () => {
    const random = seeded(1);
    for (let run = 0; run < 3000; run++) {
      const weights = Array.from({ length: random.whole(1, 12) }, () => random.whole(0, random.whole(1, 500)));
      const total = random.whole(0, 2000);
      const values = largestRemainder(total, weights);
      const weightSum = sum(weights);
      expect(sum(values)).toBe(total);
      values.forEach((value, i) => {
        const share = weightSum > 0 ? (total * weights[i]!) / weightSum : total / weights.length;
        expect(Math.abs(value - share)).toBeLessThan(1);
        for (let j = 0; j < i; j++) {
          // A larger weight never gets less; equal weights differ by one at most, the earlier one ahead.
          if (weights[j]! > weights[i]!) expect(values[j]).toBeGreaterThanOrEqual(value);
          if (weights[j]! < weights[i]!) expect(values[j]).toBeLessThanOrEqual(value);
          if (weights[j] === weights[i]) expect(values[j]! - value === 0 || values[j]! - value === 1).toBe(true);
        }
      });
    }
  });
  it('keeps the sum, locks, bounds and, but for one part and the bound ones, the step', () => {
    const random = seeded(2);
    for (let run = 0; run < 3000; run++) {
      const count = random.whole(1, 12);
      const weights = Array.from({ length: count }, () => (random.next() < 0.1 ? 0 : random.whole(1, 500)));
      const locked = weights.map(() => (random.next() < 0.2 ? random.whole(0, 90) : NaN));
      const minimum = weights.map(() => random.whole(0, 40));
      const maximum = minimum.map((least) => least + random.whole(0, 300));
      const floor = sum(minimum.map((least, i) => (Number.isNaN(locked[i]!) ? least : locked[i]!)));
      const ceiling = sum(maximum.map((most, i) => (Number.isNaN(locked[i]!) ? most : locked[i]!)));
      const total = random.whole(floor, ceiling);
      const step = [1, 5, 10, 25][random.whole(0, 3)]!;
      const values = largestRemainder(total, weights, { step, minimum, maximum, locked });
      expect(sum(values)).toBe(total);
      let odd = 0;
      values.forEach((value, i) => {
        expect(Number.isInteger(value)).toBe(true);
        if (!Number.isNaN(locked[i]!)) expect(value).toBe(locked[i]);
        else {
          expect(value).toBeGreaterThanOrEqual(minimum[i]!);
          expect(value).toBeLessThanOrEqual(maximum[i]!);
          if (value % step !== 0 && value !== minimum[i] && value !== maximum[i]) odd++;
        }
      });
      expect(odd).toBeLessThanOrEqual(1);
    }
  });
  it('agrees with the method computed in integers without limit, where products pass 2^53', () => {
    const random = seeded(5);
    for (let run = 0; run < 1000; run++) {
      const weights = Array.from({ length: random.whole(2, 8) }, () => random.whole(1, 1e9));
      const total = random.whole(9e11, 1e12);
      const weightSum = BigInt(sum(weights));
      const parts = weights.map((weight, i) => {
        const product = BigInt(total) * BigInt(weight);
        return { i, weight, value: Number(product / weightSum), remainder: product % weightSum };
      });
      const rest = total - sum(parts.map(({ value }) => value));
      const queue = parts.toSorted((a, b) => Number(b.remainder - a.remainder) || b.weight - a.weight || a.i - b.i);
      for (const part of queue.slice(0, rest)) part.value++;
      expect(largestRemainder(total, weights)).toEqual(parts.map(({ value }) => value));
    }
  });
  it('keeps the sum and the quota rule for weights with fractions and large totals', () => {
    const random = seeded(6);
    for (let run = 0; run < 1000; run++) {
      const weights = Array.from({ length: random.whole(1, 8) }, () => random.next() * 5000);
      const total = random.whole(1e11, 1e12);
      const values = largestRemainder(total, weights);
      expect(sum(values)).toBe(total);
      values.forEach((value, i) => expect(Math.abs(value - (total / sum(weights)) * weights[i]!)).toBeLessThan(1.01));
    }
  });
});
