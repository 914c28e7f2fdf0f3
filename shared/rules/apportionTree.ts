// Divides a target down a whole tree at once, level by level, or builds it up from a norm per leaf.
import { AppError } from '../errors.ts';
import { apportion } from './apportion.ts';
import { checkBound, checkStep, checkTotal, checkWeight } from './largestRemainder.ts';

/** A tree as flat arrays: node 0 is the root, and every parent stands before its children. */
export interface TreeProblem {
  /** What the root gets: whole, 0 to 1e12. A lock on the root itself is not looked at. */
  total: number;
  /** Index of each node's parent; -1 for node 0 only. */
  parent: Int32Array;
  /** Weight of each leaf, 0 or more; a node with children weighs the sum of theirs, whatever stands here. */
  weight: Float64Array;
  /**
   * What counts instead of the weight where at least one of several siblings has it (members there now); NaN: none, and beside siblings that have
   * one it counts as 0. Where no sibling has one, the weights count.
   */
  instead?: Float64Array;
  /** Values that stay, whole; NaN where free. Deep locks bind the nodes above. A lock goes before the minimum. */
  locked?: Float64Array;
  /** Values are multiples of this, as far as sums and locks allow. Default 1. */
  step?: number;
  /** Another step for the leaves (districts in hundreds, booths in ones). Default `step`. */
  stepAtLeaves?: number;
  /** Least value of every node below the root. Default 0. */
  minimum?: number;
  /** Greatest value of every leaf that is not locked; what an inner node can take follows from its leaves. Default none. */
  maximum?: number;
  /** Siblings share equally; weights are not looked at. */
  equalAmongSiblings?: boolean;
}

/**
 * One weight per node from several, each with its part (50 and 50, or 2 and 1): every one is first made to add up to 1 over the leaves (the nodes
 * where `isLeaf` is 1), so that electors and booths count by their parts and not by their size. One that is 0 everywhere counts for nothing.
 */
export function mixedWeights(isLeaf: Uint8Array, mix: readonly { weight: Float64Array; part: number }[]): Float64Array {
  const mixed = new Float64Array(isLeaf.length);
  for (const { weight, part } of mix) {
    let sum = 0;
    for (let i = 0; i < weight.length; i++) if (isLeaf[i]) sum += weight[i]!;
    if (sum > 0) for (let i = 0; i < weight.length; i++) if (isLeaf[i]) mixed[i]! += (part * weight[i]!) / sum;
  }
  return mixed;
}

/** The children of every node, one after another: those of `n` are `child[start[n] … start[n + 1])`, in their order. */
interface Children {
  start: Int32Array;
  child: Int32Array;
  largestFamily: number;
}

function childrenOf(parent: Int32Array): Children {
  const count = parent.length;
  const start = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) {
    const p = parent[i]!;
    if (i === 0 ? p !== -1 : p < 0 || p >= i) throw new AppError('apportion.badTree', { node: i });
    if (p >= 0) start[p + 1]!++;
  }
  let largestFamily = 0;
  for (let i = 0; i < count; i++) {
    if (start[i + 1]! > largestFamily) largestFamily = start[i + 1]!;
    start[i + 1]! += start[i]!;
  }
  const next = start.slice(0, count);
  const child = new Int32Array(Math.max(0, count - 1));
  for (let i = 1; i < count; i++) child[next[parent[i]!]!++] = i;
  return { start, child, largestFamily };
}

/**
 * One value per node: node 0 has `total`, and at every inner node the children's values add up to its own exactly.
 *
 * From the top down each node is divided among its children by largest remainder (apportion.ts). Before that, from the
 * bottom up, each node learns the least it needs (its locks, the minimum of each unit below it) and whether it is fixed
 * (everything below it is locked), so a division that has begun always ends.
 *
 * Throws AppError, with `node` the index of the unit whose budget does not fit: `apportion.locksAboveTotal` {node, locked,
 * total}, `locksBelowTotal` {node, locked, total} (all below it is locked and the sum is short), `minimumAboveTotal`
 * {node, minimum, total} (locks and minima together), `maximumBelowTotal` {node, maximum, total} (locks and maxima together); also `badTotal` {total}, `badStep` {step}, `badTree` {node},
 * `badWeight` {node, weight}, `badBound` {node, value}.
 */
export function apportionTree(problem: TreeProblem): Float64Array {
  const { total, parent, instead, locked, step = 1, stepAtLeaves = step, minimum = 0, maximum = Infinity, equalAmongSiblings = false } = problem;
  const count = parent.length;
  checkTotal(total);
  checkStep(step);
  checkStep(stepAtLeaves);
  checkBound(minimum, 0);
  if (maximum !== Infinity) checkBound(maximum, 0);
  if (maximum < minimum) throw new AppError('apportion.badBound', { node: 0, value: maximum });
  const value = new Float64Array(count);
  if (count === 0) return value;
  const { start, child, largestFamily } = childrenOf(parent);
  const weight = new Float64Array(count);
  const least = new Float64Array(count); // what locks and minima below ask for
  const most = new Float64Array(count); // what locks and maxima below can take
  const lockedBelow = new Float64Array(count); // what locks alone ask for
  const freeChildren = new Int32Array(count);
  const fixed = new Uint8Array(count);

  for (let i = count - 1; i >= 0; i--) {
    const isLeaf = start[i] === start[i + 1];
    if (isLeaf && !equalAmongSiblings) {
      checkWeight(problem.weight[i]!, i);
      weight[i] = problem.weight[i]!;
    }
    if (isLeaf) most[i] = maximum;
    const lock = i === 0 ? total : (locked?.[i] ?? Number.NaN);
    const isLocked = !Number.isNaN(lock);
    const allBelowFixed = !isLeaf && freeChildren[i] === 0;
    if (isLocked) {
      checkBound(lock, i);
      if (!isLeaf) {
        if (lockedBelow[i]! > lock) throw new AppError('apportion.locksAboveTotal', { node: i, locked: lockedBelow[i], total: lock });
        if (least[i]! > lock) throw new AppError('apportion.minimumAboveTotal', { node: i, minimum: least[i], total: lock });
        if (allBelowFixed && least[i]! < lock) throw new AppError('apportion.locksBelowTotal', { node: i, locked: least[i], total: lock });
        if (most[i]! < lock) throw new AppError('apportion.maximumBelowTotal', { node: i, maximum: most[i], total: lock });
      }
      least[i] = lock;
      most[i] = lock;
      lockedBelow[i] = lock;
    }
    fixed[i] = isLocked || allBelowFixed ? 1 : 0;
    if (i === 0) break;
    if (!fixed[i]) least[i] = Math.max(least[i]!, minimum);
    const p = parent[i]!;
    weight[p]! += weight[i]!;
    least[p]! += least[i]!;
    most[p]! += most[i]!;
    lockedBelow[p]! += lockedBelow[i]!;
    if (!fixed[i]) freeChildren[p]!++;
  }

  const family = {
    weight: new Float64Array(largestFamily),
    lower: new Float64Array(largestFamily),
    upper: new Float64Array(largestFamily),
    value: new Float64Array(largestFamily),
  };
  // A node's leaves and its inner children may round to different steps; the coarser one would break the finer one's sums.
  const oneStep = step === stepAtLeaves;
  value[0] = total;
  for (let i = 0; i < count; i++) {
    const from = start[i]!;
    const size = start[i + 1]! - from;
    if (size === 0) continue;
    let hasLeaf = false;
    let hasInstead = false;
    if (instead) for (let k = 0; k < size && !hasInstead; k++) hasInstead = instead[child[from + k]!]! > 0;
    for (let k = 0; k < size; k++) {
      const c = child[from + k]!;
      family.weight[k] = equalAmongSiblings ? 1 : hasInstead ? instead![c]! || 0 : weight[c]!;
      family.lower[k] = least[c]!;
      family.upper[k] = fixed[c] ? least[c]! : most[c]!;
      if (start[c] === start[c + 1]) hasLeaf = true;
    }
    apportion(value[i]!, size, family, oneStep || !hasLeaf ? step : stepAtLeaves);
    for (let k = 0; k < size; k++) value[child[from + k]!] = family.value[k]!;
  }
  return value;
}

/** A tree whose leaves get a norm each (50 members per booth) and whose nodes add up what is below. */
export interface NormProblem {
  parent: Int32Array;
  /** Whole number per leaf, or per thing counted in `count`. */
  norm: number;
  /** How many the norm is taken for at each leaf (booths of a panchayat that has none in the tree). Default 1. */
  count?: Float64Array;
  /** Values that stay, whole; NaN where free. A locked node with children has its value divided below it by the norms. */
  locked?: Float64Array;
}

/**
 * One value per node from the leaves up, and the root's `total`. A lock on the root is not looked at: the total is the
 * result here. Throws AppError like `apportionTree`, and `apportion.badNorm` {norm}.
 */
export function normTree({ parent, norm, count, locked }: NormProblem): { values: Float64Array; total: number } {
  const size = parent.length;
  if (!Number.isInteger(norm) || norm < 0) throw new AppError('apportion.badNorm', { norm });
  if (size === 0) return { values: new Float64Array(0), total: 0 };
  const { start } = childrenOf(parent);
  const underLock = new Uint8Array(size);
  const weight = new Float64Array(size);
  const keep = new Float64Array(size).fill(Number.NaN);
  const sum = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const isLeaf = start[i] === start[i + 1];
    const lock = i === 0 && !isLeaf ? Number.NaN : (locked?.[i] ?? Number.NaN);
    if (i > 0) underLock[i] = underLock[parent[i]!]!;
    if (isLeaf) {
      weight[i] = norm * (count?.[i] ?? 1);
      checkBound(weight[i]!, i);
    }
    if (!Number.isNaN(lock)) keep[i] = lock;
    else if (isLeaf && !underLock[i]) keep[i] = weight[i]!;
    if (!isLeaf && !Number.isNaN(lock)) underLock[i] = 1;
  }
  for (let i = size - 1; i >= 0; i--) {
    if (!Number.isNaN(keep[i]!)) sum[i] = keep[i]!;
    if (i > 0) sum[parent[i]!]! += sum[i]!;
  }
  const total = sum[0]!;
  return { values: apportionTree({ total, parent, weight, locked: keep }), total };
}
