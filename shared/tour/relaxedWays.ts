// Bounds the ways through all stops that keep the days, by dynamic programming over ways that may come to a stop twice.
import type { DayLine } from './dayLine.ts';

/** What the ways go through: stops as 0 to count - 1, at most 31, as indexes into `stops` of the table. */
export interface WayNodes {
  count: number;
  stops: readonly number[];
  line: DayLine;
  /** Travel between them, row by row; `enter` from the start place, `exit` to home, infinite where a stop cannot be first or last. */
  leg: Float64Array;
  enter: Float64Array;
  exit: Float64Array;
  /** Whether a stop may stand at a place in the way; places are 0 to count - 1. */
  mayStand(node: number, at: number): boolean;
  /** Earliest end of a visit at that place in the way: `at * count + node`. */
  earliest: Float64Array;
}

/** Ways from a stop at a place in the order to the end: the latest instant to leave it, travel less prizes, stops remembered. */
export interface WayEnds {
  by: Float64Array;
  cost: Float64Array;
  memory: Int32Array;
  next: Int32Array;
  nextLabel: Int32Array;
}

export interface RelaxedWays {
  /** No way is shorter; Infinity: there is none below the limit. */
  value: number;
  /** Stops of the shortest of these ways, some perhaps twice. */
  way: number[];
  /** `at * count + node`. */
  ends: (WayEnds | null)[];
  /** Steps taken, as a measure of time. */
  work: number;
}

/**
 * From the end backwards. A way remembers a stop as long as all stops since keep it in mind (`keeps`, as bits); a remembered stop
 * is not visited again: ng-routes (Baldacci, Mingozzi and Roberti 2011, 2012). `prizes` are collected at every visit and cost every
 * true way the same; ways whose travel must be above `limit` are dropped.
 */
export function relaxedWays(nodes: WayNodes, prizes: Float64Array, keeps: Int32Array, limit: number): RelaxedWays {
  const { count, stops, line, leg, enter, exit, earliest } = nodes;
  const all = prizes.reduce((sum, prize) => sum + prize, 0);
  const begun = beginnings(nodes, prizes);
  const ends: (WayEnds | null)[] = Array.from({ length: count * count }, () => null);
  let work = 0;
  const room = scratch();
  const heap = new Int32Array(count);
  const cursor = new Int32Array(count);
  const heads = new Float64Array(count);

  for (let node = 0; node < count; node++) {
    const by = nodes.mayStand(node, count - 1) ? line.end(stops[node]!) : -1;
    if (by < 0 || exit[node] === Infinity) continue;
    ends[(count - 1) * count + node] = {
      by: Float64Array.of(by), cost: Float64Array.of(exit[node]! - prizes[node]!), memory: Int32Array.of(1 << node), next: Int32Array.of(-1), nextLabel: Int32Array.of(-1),
    };
  }
  for (let at = count - 2; at >= 0; at--) {
    for (let node = 0; node < count; node++) {
      if (nodes.mayStand(node, at)) ends[at * count + node] = extend(at, node);
    }
  }
  let best = -1;
  let [value, from] = [Infinity, -1];
  for (let node = 0; node < count; node++) {
    const here = ends[node];
    if (!here || enter[node] === Infinity) continue;
    for (let label = 0; label < here.by.length; label++) {
      const total = enter[node]! + here.cost[label]! + all;
      if (total >= value || line.setOut(stops[node]!, here.by[label]!, enter[node]!, count === 1) < 0) continue;
      [value, from, best] = [total, node, label];
    }
  }
  const way: number[] = [];
  for (let at = 0; from >= 0; at++) {
    way.push(from);
    const here = ends[at * count + from]!;
    [from, best] = [here.next[best]!, here.nextLabel[best]!];
  }
  return { value, way, ends, work };

  /** The next useful label of `next`, from `cursor` on: sets its instant in `heads`; false where there is none. */
  function advance(at: number, node: number, next: number): boolean {
    const behind = ends[(at + 1) * count + next]!;
    const travel = leg[node * count + next]!;
    const room = limit - all - begun[at * count + node]!;
    for (let label = cursor[next]!; label < behind.by.length; label++) {
      work++;
      if (behind.memory[label]! & (1 << node) || behind.cost[label]! + travel > room) continue;
      const by = line.setOut(stops[next]!, behind.by[label]!, travel, at + 1 === count - 1);
      // Later labels of the same stop only leave earlier.
      if (by < earliest[at * count + node]! - 1e-6) break;
      cursor[next] = label;
      heads[next] = by;
      return true;
    }
    return false;
  }

  function extend(at: number, node: number): WayEnds | null {
    let waiting = 0;
    for (let next = 0; next < count; next++) {
      if (next === node || !ends[(at + 1) * count + next]) continue;
      cursor[next] = 0;
      if (advance(at, node, next)) push(next);
    }
    let kept = 0;
    const bit = 1 << node;
    while (waiting > 0) {
      // The latest first: what is kept before leaves no earlier, so only costs and memories are to be compared.
      const next = heap[0]!;
      const label = cursor[next]!;
      const behind = ends[(at + 1) * count + next]!;
      const cost = behind.cost[label]! + leg[node * count + next]! - prizes[node]!;
      const memory = (behind.memory[label]! & keeps[node]!) | bit;
      let isWorse = false;
      for (let known = 0; known < kept && !isWorse; known++) isWorse = room.cost[known]! <= cost + 1e-9 && (room.memory[known]! & ~memory) === 0;
      work += 2;
      if (!isWorse) {
        if (kept === room.by.length) room.grow();
        room.by[kept] = heads[next]!;
        room.cost[kept] = cost;
        room.memory[kept] = memory;
        room.next[kept] = next;
        room.nextLabel[kept] = label;
        kept++;
      }
      cursor[next] = label + 1;
      if (!advance(at, node, next)) {
        heap[0] = heap[--waiting]!;
      }
      if (waiting > 0) sink(0);
    }
    if (kept === 0) return null;
    return {
      by: room.by.slice(0, kept), cost: room.cost.slice(0, kept), memory: room.memory.slice(0, kept),
      next: room.next.slice(0, kept), nextLabel: room.nextLabel.slice(0, kept),
    };

    function push(next: number): void {
      let spot = waiting++;
      while (spot > 0 && heads[heap[(spot - 1) >> 1]!]! < heads[next]!) {
        heap[spot] = heap[(spot - 1) >> 1]!;
        spot = (spot - 1) >> 1;
      }
      heap[spot] = next;
    }

    function sink(top: number): void {
      const moved = heap[top]!;
      let spot = top;
      for (let below = 2 * spot + 1; below < waiting; below = 2 * spot + 1) {
        if (below + 1 < waiting && heads[heap[below + 1]!]! > heads[heap[below]!]!) below++;
        if (heads[heap[below]!]! <= heads[moved]!) break;
        heap[spot] = heap[below]!;
        spot = below;
      }
      heap[spot] = moved;
    }
  }
}

/** Least travel less prizes of any way, days left aside, from the start to a stop at a place in the order; the stop's own prize counts. */
function beginnings({ count, leg, enter, mayStand }: WayNodes, prizes: Float64Array): Float64Array {
  const least = new Float64Array(count * count).fill(Infinity);
  for (let at = 0; at < count; at++) {
    for (let node = 0; node < count; node++) {
      if (!mayStand(node, at)) continue;
      let best = at === 0 ? enter[node]! : Infinity;
      for (let before = at > 0 ? 0 : count; before < count; before++) {
        if (before !== node) best = Math.min(best, least[(at - 1) * count + before]! + leg[before * count + node]!);
      }
      least[at * count + node] = best - prizes[node]!;
    }
  }
  return least;
}

interface Scratch extends WayEnds {
  grow(): void;
}

function scratch(): Scratch {
  const make = (size: number): WayEnds => ({
    by: new Float64Array(size), cost: new Float64Array(size), memory: new Int32Array(size), next: new Int32Array(size), nextLabel: new Int32Array(size),
  });
  const one: Scratch = {
    ...make(256),
    grow() {
      const wider = make(one.by.length * 2);
      wider.by.set(one.by);
      wider.cost.set(one.cost);
      wider.memory.set(one.memory);
      wider.next.set(one.next);
      wider.nextLabel.set(one.nextLabel);
      Object.assign(one, wider);
    },
  };
  return one;
}
