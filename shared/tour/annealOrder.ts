// Searches the shortest order of stops that keeps every window, pin and day: annealing over orders, travel and lateness together.
import { candidateCount, candidates } from './likelyNext.ts';
import type { OrderClock } from './orderClock.ts';
import { pathTravel } from './pathCosts.ts';
import type { PathCosts } from './pathCosts.ts';
import type { Random } from './random.ts';

export interface OrderFound {
  order: number[];
  travel: number;
  /** Minutes of lateness, 0 where everything is kept. */
  late: number;
}

export interface AnnealOrderOptions {
  /** Moves tried. */
  rounds: number;
  /** The moves it would take to cool down; `rounds` where not said. */
  cooling?: number;
  /** Travel nothing can be below. */
  enough: number;
  /** Of the hottest temperature. */
  heat: number;
  shouldStop?: () => boolean;
}

const hottestLegs = 1;
const coldestLegs = 0.01;
const firstLatePrice = 1;
const lastLatePrice = 50;
const farShare = 0.1;
const longestPiece = 12;
const roundsBetweenChecks = 2048;

export interface OrderAnnealer {
  run(start: readonly number[], random: Random, options: AnnealOrderOptions): OrderFound;
}

/**
 * Moves: a piece of the order elsewhere (as it is or turned), a stretch turned round, two stops exchanged; each makes two stops
 * neighbours that are near in place and time (granular, Toth and Vigo 2003). Travel is judged first, in constant time; only what
 * could be accepted is walked along, and only until times are as they were.
 */
export function orderAnnealer(costs: PathCosts, clock: OrderClock, stops: readonly number[], unit: number): OrderAnnealer {
  const { size, cost, begin, end } = costs;
  const count = stops.length;
  const length = count + 2;
  const near = candidates(costs, clock, stops);
  const path = new Int32Array(length);
  const at = new Int32Array(size);
  const next = new Int32Array(length);
  const free = new Float64Array(length);
  const driven = new Float64Array(length);
  /** Lateness up to and with each position. */
  const late = new Float64Array(length);
  const symmetric = stops.every((a) => stops.every((b) => cost[a * size + b] === cost[b * size + a]));
  let travel = 0;

  /** Walks from position `from` to the end, or to where times behind `to` are as they were, and writes it all down. */
  function settle(from: number, to: number): void {
    for (let k = from; k < length; k++) {
      clock.step(path[k - 1]!, path[k]!, free[k - 1]!, driven[k - 1]!);
      const now = late[k - 1]! + clock.late;
      if (k > to && clock.free === free[k] && clock.driven === driven[k]) {
        const more = now - late[k]!;
        if (more !== 0) for (let rest = k; rest < length; rest++) late[rest]! += more;
        return;
      }
      free[k] = clock.free;
      driven[k] = clock.driven;
      late[k] = now;
    }
  }

  /** Lateness of the whole with `next` in positions from..to; Infinity once it is above `most`. */
  function latenessWith(from: number, to: number, most: number): number {
    let before = path[from - 1]!;
    let [time, drive, sum] = [free[from - 1]!, driven[from - 1]!, late[from - 1]!];
    for (let k = from; k < length; k++) {
      const stop = k <= to ? next[k]! : path[k]!;
      clock.step(before, stop, time, drive);
      sum += clock.late;
      if (sum > most) return Infinity;
      if (k > to && clock.free === free[k] && clock.driven === driven[k]) return sum + late[length - 1]! - late[k]!;
      [before, time, drive] = [stop, clock.free, clock.driven];
    }
    return sum;
  }

  function travelOfNext(from: number, to: number): number {
    let [now, then] = [0, 0];
    for (let k = from; k <= to + 1; k++) {
      now += cost[path[k - 1]! * size + path[k]!]!;
      then += cost[(k === from ? path[k - 1]! : next[k - 1]!) * size + (k === to + 1 ? path[k]! : next[k]!)]!;
    }
    return then - now;
  }

  const leg = (i: number, j: number): number => cost[path[i]! * size + path[j]!]!;

  /** Writes a move into `next` and sets lo and hi and the change of travel; false where it is none. */
  let [lo, hi, change] = [0, 0, 0];
  let kind = 0;
  let [pieceFrom, pieceTo, target, turned] = [0, 0, 0, false];

  function propose(random: Random): boolean {
    let [i, j] = [0, 0];
    if (random.next() < farShare) {
      i = random.below(count + 1);
      j = 1 + random.below(count);
    } else {
      const node = random.below(count + 1);
      const stop = node === count ? begin : stops[node]!;
      const other = near[stop * candidateCount + random.below(candidateCount)]!;
      if (other < 0) return false;
      i = at[stop]!;
      j = at[other]!;
    }
    // Position i shall be followed by what stands at j.
    if (j === i + 1 || j === i) return false;
    const way = random.next();
    if (way < 0.6) {
      const draw = random.next();
      const size = draw < 0.5 ? 1 : draw < 0.7 ? 2 : draw < 0.8 ? 3 : 1 + random.below(longestPiece);
      turned = size > 1 && random.next() < 0.3;
      [pieceFrom, pieceTo] = turned ? [j - size + 1, j] : [j, j + size - 1];
      if (pieceFrom < 1 || pieceTo > count || (i >= pieceFrom && i <= pieceTo) || i === pieceFrom - 1) return false;
      kind = 0;
      target = i;
      if (turned && !symmetric) return prepareWhole();
      const base = leg(pieceFrom - 1, pieceTo + 1) - leg(pieceFrom - 1, pieceFrom) - leg(pieceTo, pieceTo + 1) - leg(i, i + 1);
      change = base + (turned ? leg(i, pieceTo) + leg(pieceFrom, i + 1) : leg(i, pieceFrom) + leg(pieceTo, i + 1));
      lo = Math.min(i + 1, pieceFrom);
      hi = Math.max(i, pieceTo);
      return true;
    }
    if (way < 0.8) {
      if (j < i) [i, j] = [j - 1, i];
      if (i < 0 || j > count || i + 1 >= j) return false;
      kind = 1;
      [lo, hi] = [i + 1, j];
      if (!symmetric) return prepareWhole();
      change = leg(i, j) + leg(i + 1, j + 1) - leg(i, i + 1) - leg(j, j + 1);
      return true;
    }
    // The stop behind i and the one at j change places.
    const k = i + 1;
    if (k > count || j > count || k < 1 || k === j) return false;
    [lo, hi] = [Math.min(k, j), Math.max(k, j)];
    kind = 2;
    if (hi === lo + 1) change = leg(lo - 1, hi) + leg(hi, lo) + leg(lo, hi + 1) - leg(lo - 1, lo) - leg(lo, hi) - leg(hi, hi + 1);
    else {
      change = leg(lo - 1, hi) + leg(hi, lo + 1) + leg(hi - 1, lo) + leg(lo, hi + 1)
        - leg(lo - 1, lo) - leg(lo, lo + 1) - leg(hi - 1, hi) - leg(hi, hi + 1);
    }
    return true;
  }

  function prepareWhole(): boolean {
    if (kind === 0) {
      lo = Math.min(target + 1, pieceFrom);
      hi = Math.max(target, pieceTo);
    }
    write();
    change = travelOfNext(lo, hi);
    return true;
  }

  function write(): void {
    let k = lo;
    if (kind === 1) for (let from = hi; from >= lo; from--) next[k++] = path[from]!;
    else if (kind === 2) {
      for (; k <= hi; k++) next[k] = path[k]!;
      next[lo] = path[hi]!;
      next[hi] = path[lo]!;
    } else {
      const piece = (): void => {
        if (turned) for (let from = pieceTo; from >= pieceFrom; from--) next[k++] = path[from]!;
        else for (let from = pieceFrom; from <= pieceTo; from++) next[k++] = path[from]!;
      };
      if (target < pieceFrom) {
        piece();
        for (let from = target + 1; from < pieceFrom; from++) next[k++] = path[from]!;
      } else {
        for (let from = pieceTo + 1; from <= target; from++) next[k++] = path[from]!;
        piece();
      }
    }
  }

  return {
    run(start, random, { rounds, cooling = rounds, enough, heat, shouldStop }) {
      path[0] = begin;
      path.set(start, 1);
      path[length - 1] = end;
      for (let k = 0; k < length; k++) at[path[k]!] = k;
      settle(1, length);
      travel = pathTravel(costs, start);
      let best: OrderFound = { order: [...start], travel, late: late[length - 1]! };
      if (count < 2) return best;
      const hot = hottestLegs * unit * heat;
      const ratio = Math.log((coldestLegs * unit) / hot);
      const priceRatio = Math.log(lastLatePrice / firstLatePrice);
      let temperature = hot;
      let price = firstLatePrice;
      for (let round = 0; round < rounds; round++) {
        if (round % 64 === 0) {
          temperature = hot * Math.exp((ratio * round) / cooling);
          price = firstLatePrice * Math.exp((priceRatio * round) / cooling);
          if (round % roundsBetweenChecks === 0) {
            if (shouldStop?.() || (best.late === 0 && best.travel <= enough + 1e-6)) break;
            travel = pathTravel(costs, path.subarray(1, -1));
          }
        }
        if (!propose(random)) continue;
        const now = late[length - 1]!;
        const room = price * now - change - temperature * Math.log(1 - random.next());
        if (room < 0) continue;
        if (kind === 0 ? !(turned && !symmetric) : kind === 2 || symmetric) write();
        const then = latenessWith(lo, hi, room / price + 1e-9);
        if (then === Infinity) continue;
        for (let k = lo; k <= hi; k++) {
          path[k] = next[k]!;
          at[next[k]!] = k;
        }
        settle(lo, hi);
        travel += change;
        const lateNow = late[length - 1]! < 1e-7 ? 0 : late[length - 1]!;
        if (lateNow < best.late - 1e-9 || (lateNow <= best.late && travel < best.travel - 1e-7)) {
          best = { order: Array.from(path.subarray(1, -1)), travel, late: lateNow };
        }
      }
      best.travel = pathTravel(costs, best.order);
      return best;
    },
  };
}
