// Makes an order of stops keep its windows and pins: some neighbours are taken out and put back where they delay least, until nothing is late.
import { insertTimed } from './insertTimed.ts';
import type { OrderClock } from './orderClock.ts';
import { pathTravel } from './pathCosts.ts';
import type { PathCosts } from './pathCosts.ts';
import type { Random } from './random.ts';

/** A minute of lateness against one of travel. */
const latePrice = 3;
const fewestOut = 4;
const mostOut = 24;
const leaveShare = 0.3;

/** Lateness of the whole order, in minutes. */
export function latenessOf({ begin, end }: PathCosts, clock: OrderClock, order: readonly number[]): number {
  let [before, free, driven, sum] = [begin, 0, 0, 0];
  for (const node of [...order, end]) {
    clock.step(before, node, free, driven);
    sum += clock.late;
    [before, free, driven] = [node, clock.free, clock.driven];
  }
  return sum;
}

/**
 * Ruin and recreate over one order (Schrimpf et al. 2000), lateness at a price; a worse order is gone on with when it is worse by
 * little, `patience` minutes on average. Ends after `rounds`, or with nothing late. Annealing single moves gets stuck
 * here: one stop too many before a pin delays all that follow, and room for it is made by several moves at once.
 */
export function mendOrder(
  costs: PathCosts, clock: OrderClock, stops: readonly number[], start: readonly number[], random: Random,
  { rounds, patience, shouldStop }: { rounds: number; patience: number; shouldStop?: () => boolean },
): { order: number[]; late: number } {
  const { size, cost } = costs;
  const far = (a: number, b: number): number => Math.min(cost[a * size + b]!, cost[b * size + a]!);
  let order = [...start];
  let late = latenessOf(costs, clock, order);
  let price = latePrice * late + pathTravel(costs, order);
  let best = { order, late };
  for (let round = 0; round < rounds && best.late > 0; round++) {
    if (shouldStop?.()) break;
    const seed = stops[random.below(stops.length)]!;
    const count = fewestOut + random.below(mostOut - fewestOut);
    const near = [...stops].sort((a, b) => far(seed, a) - far(seed, b) || a - b);
    const out = new Set([seed, ...near.filter(() => random.next() > leaveShare).slice(0, count)]);
    const next = insertTimed(costs, clock, stops, order.filter((stop) => !out.has(stop)));
    const nextLate = latenessOf(costs, clock, next);
    const nextPrice = latePrice * nextLate + pathTravel(costs, next);
    if (nextPrice > price - patience * Math.log(1 - random.next())) continue;
    [order, late, price] = [next, nextLate, nextPrice];
    if (late < best.late) best = { order, late };
  }
  return best;
}
