// Divides one whole number among parts in proportion to their weights, between bounds, so that the sum is exact.
// Inputs must be feasible (largestRemainder.ts and apportionTree.ts check first and name what is wrong).

/** Parts of one division, in arrays that may be longer than the division needs (scratch of the caller). */
export interface Parts {
  /** Shares of the parts, 0 or more. */
  weight: Float64Array;
  /** Least whole value of each part. Equal to `upper` for a locked part. */
  lower: Float64Array;
  /** Greatest whole value of each part, or Infinity. */
  upper: Float64Array;
  /** Receives the values. */
  value: Float64Array;
}

const largestWeightSum = 2 ** 50;

/** Parts bound by `lower` or `upper` are taken out until the shares of the rest lie within their bounds. Returns 1 for each free part. */
function freeParts(total: number, count: number, { weight, lower, upper, value }: Parts): Uint8Array {
  const free = new Uint8Array(count);
  let rest = total;
  for (let i = 0; i < count; i++) {
    if (lower[i] === upper[i]) {
      value[i] = lower[i]!;
      rest -= lower[i]!;
    } else {
      free[i] = 1;
    }
  }
  for (;;) {
    let weightSum = 0;
    let freeCount = 0;
    for (let i = 0; i < count; i++) {
      if (!free[i]) continue;
      weightSum += weight[i]!;
      freeCount++;
    }
    if (freeCount === 0) return free;
    let tooLow = 0;
    let tooHigh = 0;
    for (let i = 0; i < count; i++) {
      if (!free[i]) continue;
      const share = weightSum > 0 ? (rest * weight[i]!) / weightSum : rest / freeCount;
      if (share < lower[i]!) tooLow += lower[i]! - share;
      else if (share > upper[i]!) tooHigh += share - upper[i]!;
    }
    if (tooLow === 0 && tooHigh === 0) return free;
    // The greater breach binds for certain; the other may vanish once the rest is shared out anew.
    const restBefore = rest;
    for (let i = 0; i < count; i++) {
      if (!free[i]) continue;
      const share = weightSum > 0 ? (restBefore * weight[i]!) / weightSum : restBefore / freeCount;
      const bound = tooLow >= tooHigh ? lower[i]! : upper[i]!;
      if (tooLow >= tooHigh ? share < bound : share > bound) {
        free[i] = 0;
        value[i] = bound;
        rest -= bound;
      }
    }
  }
}

/** Whole-number weights whose sum is exact; fractions are kept to about 15 figures of the sum. */
function wholeWeights(count: number, weight: Float64Array, free: Uint8Array): { whole: Float64Array; sum: number } {
  const whole = new Float64Array(count);
  let sum = 0;
  let allWhole = true;
  for (let i = 0; i < count; i++) {
    if (!free[i]) continue;
    whole[i] = weight[i]!;
    sum += weight[i]!;
    if (!Number.isInteger(weight[i])) allWhole = false;
  }
  if (sum > 0 && (!allWhole || sum > largestWeightSum)) {
    const scale = 2 ** Math.floor(Math.log2(largestWeightSum / 2 / sum));
    sum = 0;
    for (let i = 0; i < count; i++) {
      if (!free[i]) continue;
      whole[i] = Math.round(weight[i]! * scale);
      sum += whole[i]!;
    }
  }
  if (sum === 0) {
    for (let i = 0; i < count; i++) {
      if (!free[i]) continue;
      whole[i] = 1;
      sum += 1;
    }
  }
  return { whole, sum };
}

/**
 * Largest remainder (Hamilton, 1792; Hare quota) with bounds. Writes `parts.value[0 … count)`: whole numbers that add up
 * to `total` exactly, each between its bounds.
 *
 * Every free part first gets its exact share rounded down to a multiple of `step` (or its lower bound). What is left is
 * handed out along one queue: largest remainder first, then larger weight, then position; each takes what fills it up to
 * its next multiple. So when `total` is no multiple of `step`, the odd remainder goes to the first part of the queue for
 * which no whole step is left. Free weights that are all zero count as equal.
 */
export function apportion(total: number, count: number, parts: Parts, step: number): void {
  const { weight, lower, upper, value } = parts;
  const free = freeParts(total, count, parts);
  const { whole, sum } = wholeWeights(count, weight, free);
  let shareOut = total;
  let largest = 0;
  for (let i = 0; i < count; i++) {
    if (!free[i]) shareOut -= value[i]!;
    else if (whole[i]! > largest) largest = whole[i]!;
  }
  // Remainders are numerators over `sum`, so that equal ones compare as equal.
  const remainder = new Float64Array(count).fill(-1);
  const fitsDouble = shareOut * largest <= Number.MAX_SAFE_INTEGER && sum * step <= Number.MAX_SAFE_INTEGER;
  let rest = total;
  for (let i = 0; i < count; i++) {
    if (free[i]) {
      let quota: number;
      if (fitsDouble) {
        const product = shareOut * whole[i]!;
        remainder[i] = product % (sum * step);
        quota = ((product - remainder[i]!) / (sum * step)) * step;
      } else {
        const product = BigInt(shareOut) * BigInt(whole[i]!);
        const divisor = BigInt(sum) * BigInt(step);
        quota = Number(product / divisor) * step;
        remainder[i] = Number(product % divisor);
      }
      if (quota < lower[i]!) {
        remainder[i] = remainder[i]! - (lower[i]! - quota) * sum;
        quota = lower[i]!;
      }
      value[i] = quota;
    }
    rest -= value[i]!;
  }
  if (rest === 0) return;
  const queue: number[] = [];
  for (let i = 0; i < count; i++) if (value[i]! < upper[i]!) queue.push(i);
  queue.sort((a, b) => remainder[b]! - remainder[a]! || weight[b]! - weight[a]! || a - b);
  while (rest > 0) {
    const before = rest;
    for (const i of queue) {
      const given = Math.min(step - (value[i]! % step), rest, upper[i]! - value[i]!);
      value[i] = value[i]! + given;
      rest -= given;
      if (rest === 0) return;
    }
    if (rest === before) throw new Error('apportion: upper bounds leave a rest');
  }
}
