// Divides one whole number among a flat list of parts, checking first that it can be done.
import { AppError } from '../errors.ts';
import { apportion } from './apportion.ts';

/** The largest total: sums of whole numbers up to here are exact with room to spare. */
export const largestTotal = 1e12;

export interface RemainderOptions {
  /** Parts are multiples of this whole number, as far as total and bounds allow. Default 1. */
  step?: number;
  /** Least value of each part, one for all or one per part. Default 0. */
  minimum?: number | ArrayLike<number>;
  /** Greatest value of each part, one for all or one per part. Default none. */
  maximum?: number | ArrayLike<number>;
  /** Values that stay as they are; NaN for a part that is free. A lock goes before minimum and maximum. */
  locked?: ArrayLike<number>;
}

/** Throws `apportion.badTotal` {total} unless whole, 0 to 1e12. */
export function checkTotal(total: number): void {
  if (!Number.isInteger(total) || total < 0 || total > largestTotal) throw new AppError('apportion.badTotal', { total });
}

/** Throws `apportion.badStep` {step} unless whole, 1 to 1e12. */
export function checkStep(step: number): void {
  if (!Number.isInteger(step) || step < 1 || step > largestTotal) throw new AppError('apportion.badStep', { step });
}

/** Throws `apportion.badWeight` {node, weight} unless finite and 0 or more. */
export function checkWeight(weight: number, node: number): void {
  if (!Number.isFinite(weight) || weight < 0) throw new AppError('apportion.badWeight', { node, weight });
}

/** Throws `apportion.badBound` {node, value} unless whole and 0 or more. */
export function checkBound(value: number, node: number): void {
  if (!Number.isInteger(value) || value < 0 || value > largestTotal) throw new AppError('apportion.badBound', { node, value });
}

/**
 * Whole, non-negative numbers, one per weight, that add up to `total` exactly (method and order of ties: apportion.ts).
 *
 * Throws AppError `apportion.badTotal` {total}, `badStep` {step}, `badWeight` {node, weight}, `badBound` {node, value},
 * `noParts` {total}, `locksAboveTotal` {locked, total}, `locksBelowTotal` {locked, total} (nothing free, sum short),
 * `minimumAboveTotal` {minimum, total} (locks and minima together), `maximumBelowTotal` {maximum, total}.
 */
export function largestRemainder(total: number, weights: ArrayLike<number>, options: RemainderOptions = {}): number[] {
  const { step = 1, minimum = 0, maximum = Infinity, locked } = options;
  const count = weights.length;
  checkTotal(total);
  checkStep(step);
  if (count === 0) {
    if (total > 0) throw new AppError('apportion.noParts', { total });
    return [];
  }
  const weight = Float64Array.from(weights);
  const lower = new Float64Array(count);
  const upper = new Float64Array(count);
  let lockedSum = 0;
  let lowerSum = 0;
  let upperSum = 0;
  let freeCount = 0;
  for (let i = 0; i < count; i++) {
    checkWeight(weight[i]!, i);
    const lock = locked?.[i] ?? Number.NaN;
    if (Number.isNaN(lock)) {
      lower[i] = typeof minimum === 'number' ? minimum : minimum[i]!;
      upper[i] = typeof maximum === 'number' ? maximum : maximum[i]!;
      if (upper[i] !== Infinity) checkBound(upper[i]!, i);
      if (upper[i]! < lower[i]!) throw new AppError('apportion.badBound', { node: i, value: upper[i] });
      freeCount++;
    } else {
      lower[i] = lock;
      upper[i] = lock;
      lockedSum += lock;
    }
    checkBound(lower[i]!, i);
    lowerSum += lower[i]!;
    upperSum += upper[i]!;
  }
  if (lockedSum > total) throw new AppError('apportion.locksAboveTotal', { locked: lockedSum, total });
  if (lowerSum > total) throw new AppError('apportion.minimumAboveTotal', { minimum: lowerSum, total });
  if (upperSum < total) {
    if (freeCount === 0) throw new AppError('apportion.locksBelowTotal', { locked: lockedSum, total });
    throw new AppError('apportion.maximumBelowTotal', { maximum: upperSum, total });
  }
  const value = new Float64Array(count);
  apportion(total, count, { weight, lower, upper, value }, step);
  return Array.from(value);
}
