// Makes a first order of stops where some are tied to times: these in their order, every other where it delays and adds least.
import type { OrderClock } from './orderClock.ts';
import { forbidden } from './pathCosts.ts';
import type { PathCosts } from './pathCosts.ts';

/** Places looked at for each stop, those that add least travel. */
const placesTried = 24;
/** A minute of lateness against one of travel. */
const latePrice = 3;

/** `kept`: an order of some of the stops that stays; without it, that of all that are tied to times. */
export function insertTimed(costs: PathCosts, clock: OrderClock, stops: readonly number[], kept?: readonly number[]): number[] {
  const { size, cost, begin, end } = costs;
  const { opens, closes } = clock;
  const horizon = stops.reduce((most, stop) => Math.max(most, closes[stop]!), 0);
  const isFixed = (stop: number): boolean => cost[begin * size + stop]! < forbidden && stops.every((other) => other === stop || cost[begin * size + other]! >= forbidden);
  const isTimed = (stop: number): boolean => closes[stop]! - opens[stop]! < horizon / 2;
  const middle = (stop: number): number => opens[stop]! + closes[stop]!;
  const order = kept ? [...kept] : stops.filter((stop) => isTimed(stop) || isFixed(stop) || isLast(stop)).sort((a, b) => rank(a) - rank(b) || a - b);
  function isLast(stop: number): boolean {
    return cost[stop * size + end]! < forbidden && stops.every((other) => other === stop || cost[other * size + end]! >= forbidden);
  }
  function rank(stop: number): number {
    return isFixed(stop) ? -Infinity : isLast(stop) ? Infinity : middle(stop);
  }
  const has = new Set(order);
  const left = new Set(stops.filter((stop) => !has.has(stop)));
  const free = new Float64Array(stops.length + 2);
  const driven = new Float64Array(stops.length + 2);
  const late = new Float64Array(stops.length + 2);
  const nodeAt = (at: number): number => (at < 0 ? begin : at < order.length ? order[at]! : end);
  const added = (stop: number, at: number): number =>
    cost[nodeAt(at - 1) * size + stop]! + cost[stop * size + nodeAt(at)]! - cost[nodeAt(at - 1) * size + nodeAt(at)]!;

  /** Lateness with `stop` put in at `at`. */
  const lateWith = (stop: number, at: number): number => {
    clock.step(nodeAt(at - 1), stop, free[at]!, driven[at]!);
    let sum = late[at]! + clock.late;
    let before = stop;
    for (let k = at; k <= order.length; k++) {
      clock.step(before, nodeAt(k), clock.free, clock.driven);
      sum += clock.late;
      before = nodeAt(k);
      if (clock.free === free[k + 1] && clock.driven === driven[k + 1]) return sum + late[order.length + 1]! - late[k + 1]!;
    }
    return sum;
  };

  const least = new Map<number, number>();
  for (const stop of left) least.set(stop, Math.min(...Array.from({ length: order.length + 1 }, (_, at) => added(stop, at))));
  while (left.size > 0) {
    // Free after so many stops.
    for (let k = 0; k <= order.length; k++) {
      clock.step(nodeAt(k - 1), nodeAt(k), free[k]!, driven[k]!);
      free[k + 1] = clock.free;
      driven[k + 1] = clock.driven;
      late[k + 1] = late[k]! + clock.late;
    }
    const stop = [...left].reduce((best, one) => (least.get(one)! < least.get(best)! ? one : best));
    const places = Array.from({ length: order.length + 1 }, (_, at) => ({ at, added: added(stop, at) }));
    places.sort((a, b) => a.added - b.added || a.at - b.at);
    let best = { at: places[0]!.at, price: Infinity };
    for (const { at, added: more } of places.slice(0, placesTried)) {
      const price = more + latePrice * lateWith(stop, at);
      if (price < best.price) best = { at, price };
    }
    order.splice(best.at, 0, stop);
    left.delete(stop);
    for (const one of left) {
      const now = Math.min(added(one, best.at), added(one, best.at + 1));
      if (now < least.get(one)!) least.set(one, now);
    }
  }
  return order;
}
