// Splits an order of stops into days: exactly, the best split there is for that order.
import { dayClock, eveningWeight, startDay, visit } from './dayClock.ts';
import { canDriveOn, nightBetween, nightDetour } from './timetable.ts';
import type { Timetable } from './timetable.ts';

export interface DaySplitter {
  /**
   * Computes the split of the first `count` stops of `order`; false when its breaches weigh more than `limit`.
   * Least weight of breaches first, then (where asked) fewest days, least travel to night places, evenly filled days.
   */
  split(order: ArrayLike<number>, count: number, limit: number): boolean;
  /** Of the last successful split: weight of its breaches, and what it adds to the travel of the order. */
  weight: number;
  extra: number;
  /** Of the last successful split: the day of each stop, in the order's order. */
  days(): number[];
}

/** Above any travel of a tour, in minutes: what a day more costs when few days are asked for. */
const dayPrice = 1e5;
/** Makes the sum of squared busy minutes of all days far less than a minute, so that it only decides between equals. */
const balancePrice = 1e-12;

/** Dynamic programming over (day, stops done, night driven on or not); the work arrays are kept from split to split. */
export function daySplitter(table: Timetable): DaySplitter {
  const { dayCount, stopCount, placeCount, travelMinutes, place } = table;
  // States of a morning: stops done, and (odd) the night was at the next stop already.
  const width = 2 * (stopCount + 1);
  const weights = new Float64Array((dayCount + 1) * width);
  const extras = new Float64Array((dayCount + 1) * width);
  const cameFrom = new Int32Array((dayCount + 1) * width);
  const clock = dayClock();
  const usePrice = table.problem.fewestDays ? dayPrice : 0;
  let lastCount = 0;

  const splitter: DaySplitter = {
    weight: 0,
    extra: 0,
    split(order, count, limit) {
      weights.fill(Infinity);
      extras.fill(Infinity);
      weights[0] = 0;
      extras[0] = 0;
      for (let day = 0; day < dayCount; day++) {
        for (let cell = day * width; cell <= day * width + 2 * count + 1; cell++) {
          if (weights[cell]! <= limit && weights[cell]! < Infinity) extend(order, count, limit, day, cell);
        }
      }
      const end = dayCount * width + 2 * count;
      if (!(weights[end]! <= limit) || weights[end] === Infinity) return false;
      splitter.weight = weights[end]!;
      splitter.extra = extras[end]!;
      lastCount = count;
      return true;
    },
    days() {
      const days: number[] = Array.from({ length: lastCount }, () => 0);
      let cell = dayCount * width + 2 * lastCount;
      for (let day = dayCount - 1; day >= 0; day--) {
        const from = cameFrom[cell]!;
        days.fill(day, doneAt(from), doneAt(cell));
        cell = from;
      }
      return days;
    },
  };

  function doneAt(cell: number): number {
    return Math.floor((cell % width) / 2);
  }

  /** All ways to spend `day` from a state: no visit, one more, two more, until it breaks too much. */
  function extend(order: ArrayLike<number>, count: number, limit: number, day: number, cell: number): void {
    const weight = weights[cell]!;
    const extra = extras[cell]!;
    offer(cell + width, weight, extra, cell);
    const done = doneAt(cell);
    if (done === count) return;
    const before = done === 0 ? -1 : place[order[done - 1]!]!;
    const first = place[order[done]!]!;
    let morning = table.startPlace;
    if (before >= 0) morning = cell % 2 === 1 ? first : nightBetween(table, before, first);
    startDay(clock, table, day, morning);
    for (let at = done; at < count; at++) {
      visit(clock, table, order[at]!, Number.NaN);
      if (weight + clock.weight > limit) return;
      const to = (day + 1) * width + 2 * (at + 1);
      if (at + 1 === count) {
        end(cell, to, limit, table.returnTo, extra);
        return;
      }
      const next = place[order[at + 1]!]!;
      const night = nightBetween(table, clock.place, next);
      end(cell, to, limit, night, extra + nightDetour(table, clock.place, night, next));
      if (canDriveOn(table, night, next)) end(cell, to + 1, limit, next, extra + nightDetour(table, clock.place, next, next));
    }
  }

  /** Ends the day the clock stands in with a night at `night` (-1: where it is), leading from one state to another. */
  function end(from: number, to: number, limit: number, night: number, extra: number): void {
    const weight = weights[from]! + clock.weight + eveningWeight(clock, table, night);
    if (weight > limit) return;
    const evening = night < 0 ? 0 : travelMinutes[clock.place * placeCount + night]!;
    const busy = clock.drivingMinutes + clock.meetingMinutes + evening;
    offer(to, weight, extra + usePrice + busy * busy * balancePrice, from);
  }

  function offer(cell: number, weight: number, extra: number, from: number): void {
    if (weight > weights[cell]! || (weight === weights[cell]! && extra >= extras[cell]!)) return;
    weights[cell] = weight;
    extras[cell] = extra;
    cameFrom[cell] = from;
  }

  return splitter;
}
