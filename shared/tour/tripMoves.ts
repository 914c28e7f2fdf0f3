// Proposes changes to a row of visits and nights: pieces moved and turned, stretches turned, nights elsewhere, stops put in, taken out and exchanged.
import type { Random } from './random.ts';
import type { TripLine } from './tripLine.ts';
import type { TripNodes } from './tripNodes.ts';

/** How often nights beside what changes are chosen anew with it. */
const repickShare = 0.25;

/**
 * Fills in a change and says true, or says false where it came to nothing. `isHopeless` is asked for the travel that is added where
 * that is all the change can cost.
 */
export function tripMoves(nodes: TripNodes, line: TripLine, random: Random, isHopeless: (driven: number) => boolean): () => boolean {
  const { size, stopCount, spotCount, leg, must, limit, near, nearWidth, nearSpots, first, last, optional, symmetric } = nodes;
  const { row, position, change } = line;
  const { next } = change;
  const detour = new Int32Array(size * size).fill(-1);
  // Positions that may change: all but the ends, and the stops fixed to be first and last.
  const low = first >= 0 ? 2 : 1;
  const high = (): number => line.length - (last >= 0 ? 3 : 2);
  let repicks = false;

  function set(from: number, to: number, count: number): true {
    change.from = from;
    change.to = to;
    change.count = count;
    return true;
  }

  /** Takes positions i..j out and puts them, as they are or turned round, between k and k + 1. */
  function move(i: number, j: number, k: number, turned: boolean): boolean {
    if (k >= i - 1 && k <= j) {
      if (!turned || i === j || isTooFar(at(i - 1, j) + at(i, j + 1) - at(i - 1, i) - at(j, j + 1))) return false;
      let count = 0;
      for (let p = j; p >= i; p--) next[count++] = row[p]!;
      return set(i, j, count);
    }
    const out = at(i - 1, j + 1) - at(i - 1, i) - at(j, j + 1) - at(k, k + 1);
    if (isTooFar(out + (turned ? at(k, j) + at(i, k + 1) : at(k, i) + at(j, k + 1)))) return false;
    let count = 0;
    if (k > j) {
      for (let p = j + 1; p <= k; p++) next[count++] = row[p]!;
      if (turned) for (let p = j; p >= i; p--) next[count++] = row[p]!;
      else for (let p = i; p <= j; p++) next[count++] = row[p]!;
    } else {
      if (turned) for (let p = j; p >= i; p--) next[count++] = row[p]!;
      else for (let p = i; p <= j; p++) next[count++] = row[p]!;
      for (let p = k + 1; p < i; p++) next[count++] = row[p]!;
    }
    return k > j ? set(i, k, count) : set(k + 1, j, count);
  }

  const at = (i: number, j: number): number => leg[row[i]! * size + row[j]!]!;

  /** Where driving the other way takes as long, the legs at the ends alone say that most changes are not worth weighing. */
  function isTooFar(driven: number): boolean {
    return symmetric && !repicks && isHopeless(driven);
  }

  function propose(): boolean {
    const top = high();
    if (top < low) return optional && putIn(low - 1 + random.below(Math.max(1, top - low + 2)));
    const way = random.next();
    const i = low + random.below(top - low + 1);
    const node = row[i]!;
    if (optional && way < 0.45) {
      if (way < 0.2) return putIn(i - random.below(2));
      if (node >= stopCount || must[node]) return false;
      if (way < 0.3) {
        return set(i, i, 0);
      }
      // Another in its place.
      const other = near[node * nearWidth + random.below(nearWidth)]!;
      if (other < 0 || position[other]! >= 0) return false;
      next[0] = other;
      return set(i, i, 1);
    }
    const share = optional ? (way - 0.45) / 0.55 : way;
    if (share < 0.1) {
      // A night earlier or later, wherever that is least out of the way.
      if (limit.length < 2) return false;
      let k = i;
      while (k <= top && row[k]! < stopCount) k++;
      if (k > top) return false;
      const by = 1 + random.below(5);
      const isLater = random.next() < 0.5;
      const other = isLater ? k + by : k - by;
      if (other < low - 1 || other > top + 1) return false;
      let count = 0;
      if (isLater) {
        if (other > top) return false;
        for (let p = k + 1; p <= other; p++) next[count++] = row[p]!;
        next[count++] = leastDetour(row[other]!, row[other + 1]!);
        set(k, other, count);
      } else {
        if (other < low) return false;
        next[count++] = leastDetour(row[other - 1]!, row[other]!);
        for (let p = other; p < k; p++) next[count++] = row[p]!;
        set(other, k, count);
      }
      return true;
    }
    if (share < 0.18) {
      // Another night.
      if (limit.length < 2 || spotCount < 2) return false;
      let k = i;
      while (k <= top && row[k]! < stopCount) k++;
      if (k > top || row[k]! < stopCount) return false;
      const spot = random.next() < 0.7 ? nearSpots[row[k - 1]! * spotCount + random.below(Math.min(4, spotCount))]! : stopCount + random.below(spotCount);
      if (spot === row[k]) return false;
      next[0] = spot;
      return set(k, k, 1);
    }
    const other = neighbour(node);
    if (other < low - 1 || other > top + 1) return false;
    if (share < 0.45) {
      // A stretch turned round, so that both stand side by side.
      const [a, b] = i < other ? (random.next() < 0.5 ? [i + 1, other] : [i, other - 1]) : (random.next() < 0.5 ? [other + 1, i] : [other, i - 1]);
      if (a! < low || b! > top || a! >= b!) return false;
      return move(a!, b!, a!, true);
    }
    if (share < 0.9) {
      // A short piece that begins or ends here, beside the other.
      const piece = random.next() < 0.5 ? 0 : random.below(3);
      const isForward = random.next() < 0.5;
      const [a, b] = isForward ? [i, Math.min(top, i + piece)] : [Math.max(low, i - piece), i];
      return move(a!, b!, Math.min(top, Math.max(low - 1, other - random.below(2))), random.next() < 0.5);
    }
    // Two change places.
    if (other < low || other > top || other === i) return false;
    const [a, b] = i < other ? [i, other] : [other, i];
    if (b - a > 1 && isTooFar(at(a - 1, b) + at(b, a + 1) + at(b - 1, a) + at(a, b + 1) - at(a - 1, a) - at(a, a + 1) - at(b - 1, b) - at(b, b + 1))) return false;
    let count = 0;
    next[count++] = row[b!]!;
    for (let p = a! + 1; p < b!; p++) next[count++] = row[p]!;
    next[count++] = row[a!]!;
    return set(a!, b!, count);
  }

  /** Nights at the ends of what changes go where they are least out of the way. */
  function repick(): void {
    let { from, to, count } = change;
    if (from - 1 >= low && row[from - 1]! >= stopCount) {
      next.copyWithin(1, 0, count);
      next[0] = row[--from]!;
      count++;
    }
    if (to + 1 < line.length - 1 && row[to + 1]! >= stopCount) next[count++] = row[++to]!;
    set(from, to, count);
    for (let k = 0; k < count; k++) {
      if (next[k]! >= stopCount) next[k] = leastDetour(k === 0 ? row[from - 1]! : next[k - 1]!, k === count - 1 ? row[to + 1]! : next[k + 1]!);
    }
  }

  function leastDetour(before: number, after: number): number {
    const cell = before * size + after;
    if (detour[cell]! >= 0) return detour[cell]!;
    let best = stopCount;
    let least = Infinity;
    for (let spot = stopCount; spot < stopCount + spotCount; spot++) {
      const way = leg[before * size + spot]! + leg[spot * size + after]!;
      if (way >= least) continue;
      least = way;
      best = spot;
    }
    return (detour[cell] = best);
  }

  /** Position of a stop near to the node, or anywhere; -1 for one that is not in the row. */
  function neighbour(node: number): number {
    if (random.next() < 0.1) return low + random.below(high() - low + 1);
    const other = near[node * nearWidth + random.below(nearWidth)]!;
    return other < 0 ? -1 : position[other]!;
  }

  /** A stop that is not in the row, near to position k, behind it. */
  function putIn(k: number): boolean {
    if (k < low - 1) return false;
    const other = near[row[k]! * nearWidth + random.below(nearWidth)]!;
    if (other < 0 || position[other]! >= 0) return false;
    next[0] = other;
    return set(k + 1, k, 1);
  }

  return () => {
    repicks = spotCount > 1 && random.next() < repickShare;
    if (!propose()) return false;
    if (repicks) repick();
    return true;
  };
}
