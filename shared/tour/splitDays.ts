// Splits an order of stops into the days of all leaders: exactly, the best split there is for that order.
import { dayClock, eveningWeight, startDay, visit } from './dayClock.ts';
import { eveningTravel, nightBetween } from './timetable.ts';
import type { Timetable } from './timetable.ts';

export interface DaySplitter {
  /**
   * Computes the split of the first `count` stops of `order`; false when its breaches weigh more than `limit`.
   * Least weight of breaches first, then (where asked) fewest days, least travel, evenly filled days.
   */
  split(order: ArrayLike<number>, count: number, limit: number): boolean;
  /** Of the last successful split: weight of its breaches, and its travel with the price of days and a trace of unevenness. */
  weight: number;
  travel: number;
  /** Of the last successful split: the slot of each stop, in the order's order. */
  slots(): number[];
}

/** Above any travel of a tour, in minutes: what a day more costs when few days are asked for. */
const dayPrice = 1e5;
/** Makes the sum of squared busy minutes of all days far less than a minute, so that it only decides between equals. */
const balancePrice = 1e-12;
const wrongEndWeight = 5000;

// Where a leader may be on a morning: 0 not begun; where the night after the last visit is by rule; gone home; else a named place.
const byRule = 1;
const gone = 2;
const named = 3;
/** Candidate halts between two stops, where nights are free; the named places follow behind them. */
const halts = 4;

/** Dynamic programming over (slot, stops done, where the leader wakes); the work arrays are kept from split to split. */
export function daySplitter(table: Timetable): DaySplitter {
  const { slotCount, dayCount, stopCount, place } = table;
  const chosen = [...table.chosenNight].filter((night) => night >= 0);
  const spots = [...new Set(chosen)];
  const spotOf = new Map(spots.map((spot, index) => [spot, named + (table.freeNights ? halts : 0) + index]));
  const perCount = named + (table.freeNights ? halts : 0) + spots.length;
  const haltAt = table.freeNights ? haltFinder(table) : null;
  const width = perCount * (stopCount + 1);
  const weights = new Float64Array((slotCount + 1) * width);
  const travels = new Float64Array((slotCount + 1) * width);
  const cameFrom = new Int32Array((slotCount + 1) * width);
  const clock = dayClock();
  const usePrice = table.problem.fewestDays ? dayPrice : 0;
  let lastCount = 0;

  const splitter: DaySplitter = {
    weight: 0,
    travel: 0,
    split(order, count, limit) {
      weights.fill(Infinity);
      travels.fill(Infinity);
      weights[0] = 0;
      travels[0] = 0;
      for (let slot = 0; slot < slotCount; slot++) {
        const from = slot * width;
        for (let cell = from; cell < from + perCount * (count + 1); cell++) {
          if (weights[cell]! <= limit && weights[cell]! < Infinity) extend(order, count, limit, slot, cell);
        }
        if ((slot + 1) % dayCount === 0) handOver(order, count, Math.floor(slot / dayCount), (slot + 1) * width);
      }
      const end = slotCount * width + perCount * count;
      if (!(weights[end]! <= limit) || weights[end] === Infinity) return false;
      splitter.weight = weights[end]!;
      splitter.travel = travels[end]!;
      lastCount = count;
      return true;
    },
    slots() {
      const slots: number[] = Array.from({ length: lastCount }, () => 0);
      let cell = slotCount * width + perCount * lastCount;
      for (let slot = slotCount - 1; slot >= 0; slot--) {
        if ((slot + 1) % dayCount === 0) cell = handedFrom(cell);
        const from = cameFrom[cell]!;
        slots.fill(slot, doneAt(from), doneAt(cell));
        cell = from;
      }
      return slots;
    },
  };

  function doneAt(cell: number): number {
    return Math.floor((cell % width) / perCount);
  }

  const handed = new Int32Array((slotCount + 1) * (stopCount + 1));

  /** After a leader's last day the next one has not begun: the lightest way to have so many stops done. */
  function handOver(order: ArrayLike<number>, count: number, leader: number, row: number): void {
    for (let done = 0; done <= count; done++) {
      const cell = row + done * perCount;
      let best = cell;
      let [weight, travel] = [weights[cell]!, travels[cell]!];
      for (let spot = byRule; spot < perCount; spot++) {
        if (table.returnTo[leader]! >= 0 && spot !== gone) continue;
        let spotWeight = weights[cell + spot]!;
        const last = table.lastStop[leader]!;
        if (last >= 0 && done > 0 && order[done - 1] !== last) spotWeight += wrongEndWeight;
        if (spotWeight > weight || (spotWeight === weight && travels[cell + spot]! >= travel)) continue;
        best = cell + spot;
        weight = spotWeight;
        travel = travels[best]!;
      }
      weights.fill(Infinity, cell, cell + perCount);
      handed[(row / width) * (stopCount + 1) + done] = best;
      weights[cell] = weight;
      travels[cell] = travel;
    }
  }

  function handedFrom(cell: number): number {
    return handed[Math.floor(cell / width) * (stopCount + 1) + doneAt(cell)]!;
  }

  /** All ways to spend the day of `slot` from a state: no visit, one more, two more, until it breaks too much. */
  function extend(order: ArrayLike<number>, count: number, limit: number, slot: number, cell: number): void {
    const weight = weights[cell]!;
    const travel = travels[cell]!;
    offer(cell + width, weight, travel, cell);
    const spot = cell % perCount;
    const done = doneAt(cell);
    if (done === count || spot === gone) return;
    const leader = Math.floor(slot / dayCount);
    let start = weight;
    let morning = table.startPlace[leader]!;
    if (spot === byRule) morning = nightBetween(table, leader, place[order[done - 1]!]!, place[order[done]!]!);
    else if (haltAt && spot >= named && spot < named + halts) morning = haltAt(place[order[done - 1]!]!, place[order[done]!]!, spot - named);
    else if (spot >= named) morning = spots[spot - (perCount - spots.length)]!;
    else if (table.firstStop[leader]! >= 0 && table.firstStop[leader] !== order[done]) start += wrongEndWeight;
    startDay(clock, table, slot, morning);
    for (let at = done; at < count; at++) {
      visit(clock, table, order[at]!, Number.NaN);
      if (start + clock.weight > limit) return;
      endDay(order, count, limit, cell, slot, at + 1, start, travel);
    }
  }

  /** Ends the day the clock stands in, with `done` stops done: at home, or at each night there may be. */
  function endDay(order: ArrayLike<number>, count: number, limit: number, cell: number, slot: number, done: number, start: number, travel: number): void {
    const row = (slot + 1) * width + done * perCount;
    const home = table.returnTo[Math.floor(slot / dayCount)]!;
    if (home >= 0) end(cell, row + gone, limit, home, start, travel);
    // At the very end without a home, where the night is does not matter.
    if (done === count) {
      if (home < 0) end(cell, row + byRule, limit, -1, start, travel);
      if (table.leaderCount === 1) return;
    }
    const picked = table.chosenNight[slot]!;
    if (picked >= 0) end(cell, row + spotOf.get(picked)!, limit, picked, start, travel);
    else if (haltAt) {
      if (done === count) return;
      const [here, next] = [clock.place, place[order[done]!]!];
      for (let k = 0; k < halts; k++) {
        const night = haltAt(here, next, k);
        if (night >= 0) end(cell, row + named + k, limit, night, start, travel);
      }
    } else if (done < count) {
      const next = place[order[done]!]!;
      end(cell, row + byRule, limit, nightBetween(table, Math.floor(slot / dayCount), clock.place, next), start, travel);
      // Another leader may take the next stop.
      if (table.leaderCount > 1 && home < 0) end(cell, row + gone, limit, -1, start, travel);
    }
  }

  function end(from: number, to: number, limit: number, night: number, start: number, travel: number): void {
    const weight = start + clock.weight + eveningWeight(clock, table, night);
    if (weight > limit) return;
    const evening = night < 0 ? 0 : eveningTravel(table, clock.place, night);
    const driven = clock.drivingMinutes + evening;
    const busy = driven + clock.meetingMinutes;
    offer(to, weight, travel + driven + usePrice + busy * busy * balancePrice, from);
  }

  function offer(cell: number, weight: number, travel: number, from: number): void {
    if (weight > weights[cell]! || (weight === weights[cell]! && travel >= travels[cell]!)) return;
    weights[cell] = weight;
    travels[cell] = travel;
    cameFrom[cell] = from;
  }

  return splitter;
}

/**
 * Night places between a visit at `from` and the next at `next`: the least detour, the nearest to either, the second least detour;
 * -1 for one that is already among these.
 */
function haltFinder(table: Timetable): (from: number, next: number, which: number) => number {
  const { placeCount, travelMinutes, nightPlaces } = table;
  const known = new Int32Array(placeCount * placeCount * halts).fill(-2);
  const find = (from: number, next: number, cell: number): void => {
    const to = (spot: number): number => travelMinutes[from * placeCount + spot]!;
    const on = (spot: number): number => travelMinutes[spot * placeCount + next]!;
    const least = (value: (spot: number) => number, but = -1): number =>
      nightPlaces.reduce((best, spot) => (spot !== but && (best < 0 || value(spot) < value(best)) ? spot : best), -1);
    const detour = (spot: number): number => to(spot) + on(spot) + (spot === from ? -1e-6 : 0);
    const first = least(detour);
    const found = [first, least(to), least(on), least(detour, first)];
    found.forEach((spot, k) => (known[cell + k] = found.indexOf(spot) < k ? -1 : spot));
  };
  return (from, next, which) => {
    const cell = (from * placeCount + next) * halts;
    if (known[cell] === -2) find(from, next, cell);
    return known[cell + which]!;
  };
}
