// Makes a first order of stops: each goes where it adds least travel.
import type { PathCosts } from './pathCosts.ts';

/** Cheapest insertion: every stop where it adds least travel, the cheapest stop first. */
export function insertCheapest(costs: PathCosts, stops: readonly number[]): number[] {
  const { size, cost, begin, end } = costs;
  const next = new Int32Array(size).fill(-1);
  next[begin] = end;
  // Of each stop left: what it adds at its best place so far, and behind which node that is.
  const added = new Float64Array(size).fill(Infinity);
  const behind = new Int32Array(size);
  const left = new Set(stops);
  const price = (stop: number, from: number): number =>
    cost[from * size + stop]! + cost[stop * size + next[from]!]! - cost[from * size + next[from]!]!;
  const look = (stop: number, from: number): void => {
    const value = price(stop, from);
    if (value < added[stop]!) {
      added[stop] = value;
      behind[stop] = from;
    }
  };
  for (const stop of left) look(stop, begin);
  while (left.size > 0) {
    let best = -1;
    for (const stop of left) if (best < 0 || added[stop]! < added[best]!) best = stop;
    const from = behind[best]!;
    next[best] = next[from]!;
    next[from] = best;
    left.delete(best);
    for (const stop of left) {
      if (behind[stop] === from) {
        // Its place is gone: look everywhere again.
        added[stop] = Infinity;
        for (let node = begin; node !== end; node = next[node]!) look(stop, node);
      } else {
        look(stop, from);
        look(stop, best);
      }
    }
  }
  const order: number[] = [];
  for (let node = next[begin]!; node !== end; node = next[node]!) order.push(node);
  return order;
}
