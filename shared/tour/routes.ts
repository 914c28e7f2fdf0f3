// Holds a plan as one route a slot while it is searched, so that putting a stop anywhere is judged in constant time.
import { arrival, beginAt, latestBegin, latestDeparture } from './beginTimes.ts';
import type { BeginTimes } from './beginTimes.ts';
import { rounding } from './timetable.ts';
import type { Timetable } from './timetable.ts';

/** Routes hold only what breaks nothing; what has no place stands in no slot (the bank). */
export interface Routes {
  table: Timetable;
  times: BeginTimes;
  /** Room for each slot in `stops`, `free` and `latest`. */
  stride: number;
  stops: Int32Array;
  length: Int32Array;
  slotOf: Int32Array;
  /** When the leader is free after each position. */
  free: Float64Array;
  /** The latest arrival at each position that breaks nothing behind it; at position `length`: in the evening. */
  latest: Float64Array;
  driving: Float64Array;
  /** Where the leader wakes (-1: wherever the first visit is), and where he must be in the evening (-1: anywhere). */
  morning: Int32Array;
  evening: Int32Array;
  /** Slots from here on (of each leader) are not used. */
  openDays: number;
}

export function emptyRoutes(table: Timetable, times: BeginTimes): Routes {
  const { stopCount, slotCount } = table;
  const stride = stopCount + 1;
  const routes: Routes = {
    table, times, stride,
    stops: new Int32Array(slotCount * stride),
    length: new Int32Array(slotCount),
    slotOf: new Int32Array(stopCount).fill(-1),
    free: new Float64Array(slotCount * stride),
    latest: new Float64Array(slotCount * stride),
    driving: new Float64Array(slotCount),
    morning: new Int32Array(slotCount).fill(-1),
    evening: new Int32Array(slotCount).fill(-1),
    openDays: table.dayCount,
  };
  link(routes, true);
  return routes;
}

export function copyRoutes(from: Routes, to: Routes): void {
  to.stops.set(from.stops);
  to.length.set(from.length);
  to.slotOf.set(from.slotOf);
  to.free.set(from.free);
  to.latest.set(from.latest);
  to.driving.set(from.driving);
  to.morning.set(from.morning);
  to.evening.set(from.evening);
  to.openDays = from.openDays;
}

/** Works out one slot anew; false when something in it breaks. */
export function refresh(routes: Routes, slot: number): boolean {
  const { table, times, stops, free, latest } = routes;
  const { placeCount, travelMinutes, place, durationMinutes, slotCount } = table;
  const base = slot * routes.stride;
  const count = routes.length[slot]!;
  const plain = times.plainDrive[slot] === 1;
  const evening = routes.evening[slot]!;
  let here = routes.morning[slot]!;
  let time = table.dutyFrom[slot]!;
  let driving = 0;
  let holds = true;
  for (let k = 0; k < count; k++) {
    const stop = stops[base + k]!;
    const to = place[stop]!;
    if (here >= 0) {
      const leg = travelMinutes[here * placeCount + to]!;
      driving += leg;
      time = plain ? time + leg : arrival(table, slot, time, leg);
    }
    time = beginAt(times, stop * slotCount + slot, time) + durationMinutes[stop]!;
    free[base + k] = time;
    here = to;
  }
  let by = table.dutyTo[slot]!;
  latest[base + count] = by;
  if (evening >= 0 && here >= 0 && here !== evening) {
    const leg = travelMinutes[here * placeCount + evening]!;
    driving += leg;
    by = plain ? by - leg : latestDeparture(table, slot, by, leg);
    if (count === 0 && arrival(table, slot, time, leg) > table.dutyTo[slot]! + rounding) holds = false;
  }
  for (let k = count - 1; k >= 0; k--) {
    const stop = stops[base + k]!;
    if (free[base + k]! > by + rounding) holds = false;
    const begin = latestBegin(times, stop * slotCount + slot, by - durationMinutes[stop]!);
    latest[base + k] = begin;
    const from = k > 0 ? place[stops[base + k - 1]!]! : routes.morning[slot]!;
    if (from < 0) break;
    const leg = travelMinutes[from * placeCount + place[stop]!]!;
    by = plain ? begin - leg : latestDeparture(table, slot, begin, leg);
  }
  routes.driving[slot] = driving;
  return holds && driving <= table.maxDrivingMinutes[slot]! + rounding;
}

/** Where nights are by rule: each day begins where the one before ended, the last one ends at home. Refreshes what has changed. */
export function link(routes: Routes, all = false): boolean {
  const { table, morning, evening, length } = routes;
  const { dayCount, leaderCount, place, chosenNight } = table;
  let holds = true;
  for (let leader = 0; leader < leaderCount; leader++) {
    let last = -1;
    for (let slot = leader * dayCount; slot < (leader + 1) * dayCount; slot++) if (length[slot]! > 0) last = slot;
    let here = table.startPlace[leader]!;
    for (let slot = leader * dayCount; slot < (leader + 1) * dayCount; slot++) {
      const ends = slot >= last ? table.returnTo[leader]! : chosenNight[slot]!;
      if (all || morning[slot] !== here || evening[slot] !== ends) {
        morning[slot] = here;
        evening[slot] = ends;
        // On days that are not used nobody drives.
        if (length[slot]! > 0) holds = refresh(routes, slot) && holds;
        else {
          routes.driving[slot] = 0;
          routes.latest[slot * routes.stride] = table.dutyTo[slot]!;
        }
      }
      if (length[slot]! > 0) here = place[routes.stops[slot * routes.stride + length[slot]! - 1]!]!;
      if (chosenNight[slot]! >= 0 && slot < last && here >= 0) here = chosenNight[slot]!;
    }
  }
  return holds;
}

export function putIn(routes: Routes, stop: number, slot: number, at: number): void {
  const base = slot * routes.stride;
  const count = routes.length[slot]!;
  routes.stops.copyWithin(base + at + 1, base + at, base + count);
  routes.stops[base + at] = stop;
  routes.length[slot] = count + 1;
  routes.slotOf[stop] = slot;
  if (routes.table.freeNights) refresh(routes, slot);
  else {
    refresh(routes, slot);
    link(routes);
  }
}

/** Takes `count` stops out of a slot from position `at`; the slot is not refreshed. */
export function takeOut(routes: Routes, slot: number, at: number, count: number): void {
  const base = slot * routes.stride;
  for (let k = at; k < at + count; k++) routes.slotOf[routes.stops[base + k]!] = -1;
  routes.stops.copyWithin(base + at, base + at + count, base + routes.length[slot]!);
  routes.length[slot]! -= count;
}

/** Travel of the whole plan, in minutes. */
export function travelOf(routes: Routes): number {
  let travel = 0;
  for (let slot = 0; slot < routes.table.slotCount; slot++) travel += routes.driving[slot]!;
  return travel;
}

/** Days with a visit or a drive. */
export function daysUsedOf(routes: Routes): number {
  let used = 0;
  for (let slot = 0; slot < routes.table.slotCount; slot++) {
    if (routes.length[slot]! > 0 || routes.driving[slot]! > 0) used++;
  }
  return used;
}

/** The stops slot by slot, in order. */
export function orderOf(routes: Routes): number[] {
  const order: number[] = [];
  for (let slot = 0; slot < routes.table.slotCount; slot++) {
    for (let k = 0; k < routes.length[slot]!; k++) order.push(routes.stops[slot * routes.stride + k]!);
  }
  return order;
}
