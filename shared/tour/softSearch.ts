// Plans where not everything can be held: every must has a day, and as little as possible is broken.
import { annealDays, isBetter, weigh } from './annealDays.ts';
import type { Candidate } from './annealDays.ts';
import { insertCheapest } from './insertCheapest.ts';
import { pathCosts } from './pathCosts.ts';
import type { TourEntry } from './plan.ts';
import type { Random } from './random.ts';
import { daySplitter } from './splitDays.ts';
import type { DaySplitter } from './splitDays.ts';
import type { Timetable } from './timetable.ts';

export interface SoftOptions {
  rounds: number;
  /** Orders to begin with, besides its own. */
  orders: readonly (readonly number[])[];
  shouldStop?: () => boolean;
  onRound?: (done: number) => void;
}

/** Annealing over orders, each split into days exactly, travel and breaches together. */
export function softSearch(table: Timetable, musts: readonly number[], random: Random, options: SoftOptions): TourEntry[] {
  const splitter = daySplitter(table);
  const costs = pathCosts(table, table.problem.stops.map((_, index) => index));
  let best = firstOrder(table, splitter, musts, insertCheapest(costs, musts), options.shouldStop);
  for (const order of options.orders) {
    const tried = weigh(splitter, withAll(order, musts));
    if (tried && isBetter(tried, best)) best = tried;
  }
  const found = annealDays(costs, splitter, best, random, {
    ...movable(table, best.order), several: table.leaderCount > 1, rounds: options.rounds, enough: 0,
    shouldStop: options.shouldStop, onRound: (done) => options.onRound?.(done),
  });
  return entriesFor(table, splitter, found);
}

/** What the order lacks goes before its last stop. */
function withAll(order: readonly number[], musts: readonly number[]): number[] {
  const have = new Set(order);
  const missing = musts.filter((stop) => !have.has(stop));
  return [...order.slice(0, -1), ...missing, ...order.slice(-1)];
}

/** Where stops are tied to times, these first in their order and every other where it breaks least. */
function firstOrder(table: Timetable, splitter: DaySplitter, musts: readonly number[], plainOrder: number[], shouldStop?: () => boolean): Candidate {
  const plain = weigh(splitter, plainOrder)!;
  const [first, last] = [table.firstStop[0]!, table.lastStop[0]!];
  const keyed = musts.map((stop) => ({ stop, time: earliestTime(table, stop) }));
  const timed = keyed.filter(({ stop, time }) => time < Infinity && stop !== first && stop !== last);
  if (timed.length === 0) return plain;
  timed.sort((a, b) => a.time - b.time || a.stop - b.stop);
  const ends = (stop: number): number[] => (musts.includes(stop) ? [stop] : []);
  let candidate = weigh(splitter, [...ends(first), ...timed.map(({ stop }) => stop), ...ends(last)])!;
  for (const stop of musts) {
    if (candidate.order.includes(stop)) continue;
    if (shouldStop?.()) return plain;
    let least: Candidate | null = null;
    const { from, to } = movable(table, candidate.order);
    for (let at = from; at <= to; at++) {
      const tried = weigh(splitter, candidate.order.toSpliced(at, 0, stop), least?.weight);
      if (tried && (!least || isBetter(tried, least))) least = tried;
    }
    candidate = least!;
  }
  return isBetter(candidate, plain) ? candidate : plain;
}

/** A number that grows with the first day and time a stop may begin; Infinity for a stop that is free. */
function earliestTime(table: Timetable, stop: number): number {
  const longestDay = 1e6;
  const lock = table.lockedSlot[stop]!;
  if (lock >= 0) return (lock % table.dayCount) * longestDay + (table.pinBegin[stop] || 0);
  if (table.pinDay[stop]! >= 0) return table.pinDay[stop]! * longestDay + (table.pinBegin[stop] || 0);
  const windows = table.problem.stops[stop]!.windows ?? [];
  return Math.min(Infinity, ...windows.map((window) => window.day * longestDay + window.from));
}

/** Which positions of an order may change: all but the fixed first and last. */
function movable(table: Timetable, order: readonly number[]): { from: number; to: number } {
  const hasFirst = order.length > 0 && order[0] === table.firstStop[0];
  const hasLast = order.length > 0 && order.at(-1) === table.lastStop[0];
  return { from: hasFirst ? 1 : 0, to: order.length - (hasLast ? 1 : 0) };
}

export function entriesFor(table: Timetable, splitter: DaySplitter, { order }: Pick<Candidate, 'order'>): TourEntry[] {
  if (!splitter.split(order, order.length, Infinity)) return [];
  const slots = splitter.slots();
  return order.map((stop, index) => ({
    stopId: table.problem.stops[stop]!.id,
    day: slots[index]! % table.dayCount,
    leader: Math.floor(slots[index]! / table.dayCount),
  }));
}
