// Follows the true ways through all stops from the start, as long as a relaxed way to the end could make them good enough.
import type { RelaxedWays, WayNodes } from './relaxedWays.ts';

const mostLabels = 1_500_000;

export interface JoinedWays {
  /** The shortest way within the limit, by nodes; null: there is none. */
  way: number[] | null;
  travel: number;
}

/**
 * Dynamic programming over sets of stops (Held and Karp 1962), place by place: of two ways through the same stops to the same one,
 * that which is later and longer is dropped, and each that with no relaxed way to the end (through none of its stops, as far as those
 * are remembered) stays within `limit`. Null where it takes more than `work`.
 */
export function joinWays(
  nodes: WayNodes, prizes: Float64Array, { ends }: RelaxedWays, limit: number, { work, shouldStop }: { work: number; shouldStop?: () => boolean },
): JoinedWays | null {
  const { count, stops, line, leg, enter } = nodes;
  const all = prizes.reduce((sum, prize) => sum + prize, 0);
  // Labels, one beside the other.
  const set: number[] = [];
  const last: number[] = [];
  const free: number[] = [];
  const travel: number[] = [];
  const prize: number[] = [];
  const parent: number[] = [];
  const sibling: number[] = [];
  let left = work;

  /** Is there a relaxed way to the end that can be caught and stays within the limit? */
  function canEnd(at: number, node: number, visited: number, now: number, cost: number): boolean {
    const here = ends[at * count + node];
    if (!here) return false;
    const others = visited & ~(1 << node);
    for (let label = 0; label < here.by.length; label++) {
      left--;
      if (here.by[label]! < now - 1e-6) return false;
      if (!(here.memory[label]! & others) && cost + here.cost[label]! <= limit) return true;
    }
    return false;
  }

  function add(heads: Map<number, number>, one: { visited: number; node: number; now: number; minutes: number; prizes: number; from: number }): void {
    const key = one.visited * 32 + one.node;
    const head = heads.get(key) ?? -1;
    let before = -1;
    let first = head;
    for (let label = head; label >= 0; label = sibling[label]!) {
      if (free[label]! <= one.now + 1e-9 && travel[label]! <= one.minutes + 1e-9) return;
      if (one.now <= free[label]! && one.minutes <= travel[label]!) {
        if (before < 0) first = sibling[label]!;
        else sibling[before] = sibling[label]!;
      } else before = label;
    }
    heads.set(key, set.length);
    set.push(one.visited);
    last.push(one.node);
    free.push(one.now);
    travel.push(one.minutes);
    prize.push(one.prizes);
    parent.push(one.from);
    sibling.push(first);
  }

  let heads = new Map<number, number>();
  const tryTo = (at: number, node: number, visited: number, from: number, start: number, minutes: number, road: number, prizesBefore: number, into: Map<number, number>): void => {
    const now = line.leave(stops[node]!, start, road, at === count - 1);
    // Its own prize is in the cost of the way to the end.
    if (now === Infinity || !canEnd(at, node, visited, now, minutes + road - prizesBefore + all)) return;
    add(into, { visited, node, now, minutes: minutes + road, prizes: prizesBefore + prizes[node]!, from });
  };
  for (let node = 0; node < count; node++) {
    if (nodes.mayStand(node, 0) && enter[node] !== Infinity) tryTo(0, node, 1 << node, -1, line.start, 0, enter[node]!, 0, heads);
  }
  for (let at = 1; at < count; at++) {
    const next = new Map<number, number>();
    for (const head of heads.values()) {
      if (left < 0 || set.length > mostLabels || shouldStop?.()) return null;
      for (let label = head; label >= 0; label = sibling[label]!) {
        const [here, visited] = [last[label]!, set[label]!];
        for (let node = 0; node < count; node++) {
          if (visited & (1 << node) || !ends[at * count + node]) continue;
          tryTo(at, node, visited | (1 << node), label, free[label]!, travel[label]!, leg[here * count + node]!, prize[label]!, next);
        }
      }
    }
    heads = next;
  }
  let best: { label: number; minutes: number } | null = null;
  for (const head of heads.values()) {
    for (let label = head; label >= 0; label = sibling[label]!) {
      const minutes = travel[label]! + nodes.exit[last[label]!]!;
      if (!best || minutes < best.minutes) best = { label, minutes };
    }
  }
  if (!best) return { way: null, travel: Infinity };
  const way: number[] = [];
  for (let label = best.label; label >= 0; label = parent[label]!) way.unshift(last[label]!);
  return { way, travel: best.minutes };
}
