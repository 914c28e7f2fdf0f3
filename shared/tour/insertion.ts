// Finds where in the routes a stop adds least travel without breaking anything.
import { arrival, beginAt } from './beginTimes.ts';
import type { Random } from './random.ts';
import type { Routes } from './routes.ts';
import { rounding } from './timetable.ts';

/** Stands in `morning` for a slot nothing can be put into as the nights are. */
export const closed = -3;

export interface Insertion {
  slot: number;
  at: number;
  added: number;
}

/** Positions are passed over with this probability, so that the same stop does not always go to the same place (Christiaens and Vanden Berghe 2020). */
const blink = 0.01;

/**
 * Fills `best` with the cheapest place for the stop; its `slot` is -1 where there is none. `dayPrice`: what using one more day
 * counts. Without `random` every place is looked at.
 */
export function cheapestInsertion(routes: Routes, stop: number, dayPrice: number, random: Random | null, best: Insertion): void {
  const { table, times, stops, length, free, latest, stride, slotOf } = routes;
  const { placeCount, travelMinutes, place, durationMinutes, slotCount, dayCount, freeNights } = table;
  const here = place[stop]!;
  const duration = durationMinutes[stop]!;
  best.slot = -1;
  best.added = Infinity;
  const slots = times.slotsOf[stop]!;
  for (let n = 0; n < slots.length; n++) {
    const slot = slots[n]!;
    const morning = routes.morning[slot]!;
    if (morning === closed || table.locked[slot]! || slot % dayCount >= routes.openDays) continue;
    const leader = dayCount === slotCount ? 0 : Math.floor(slot / dayCount);
    const count = length[slot]!;
    const base = slot * stride;
    const first = table.firstStop[leader]!;
    const last = table.lastStop[leader]!;
    let from = 0;
    let to = count;
    if (first >= 0 || last >= 0) {
      if (stop === first) {
        if (usedBetween(routes, leader * dayCount, slot)) break;
        to = 0;
      } else if (first >= 0 && slotOf[first]! >= 0) {
        if (slot < slotOf[first]!) continue;
        if (slot === slotOf[first]!) from = 1;
      }
      if (stop === last) {
        if (usedBetween(routes, slot + 1, (leader + 1) * dayCount)) continue;
        from = count;
      } else if (last >= 0 && slotOf[last]! >= 0) {
        if (slot > slotOf[last]!) continue;
        if (slot === slotOf[last]!) to = Math.min(to, count - 1);
      }
    }
    const plain = times.plainDrive[slot] === 1;
    const cell = stop * slotCount + slot;
    const opening = count === 0 && !(routes.driving[slot]! > 0) ? dayPrice : 0;
    const room = table.maxDrivingMinutes[slot]! + rounding - routes.driving[slot]!;
    const lastBegin = times.to[times.first[cell + 1]! - 1]!;
    for (let at = from; at <= to; at++) {
      const before = at === 0 ? morning : place[stops[base + at - 1]!]!;
      const time = at === 0 ? table.dutyFrom[slot]! : free[base + at - 1]!;
      if (time > lastBegin + rounding) break;
      let next = at < count ? place[stops[base + at]!]! : routes.evening[slot]!;
      let tomorrow = -1;
      if (at === count && next < 0 && !freeNights) {
        tomorrow = nextUsed(routes, slot, (leader + 1) * dayCount);
        if (tomorrow >= 0) next = place[stops[tomorrow * stride]!]!;
      }
      const toHere = before < 0 ? 0 : travelMinutes[before * placeCount + here]!;
      const onward = next < 0 ? 0 : travelMinutes[here * placeCount + next]!;
      const instead = before < 0 || next < 0 ? 0 : travelMinutes[before * placeCount + next]!;
      const added = toHere + onward - instead + opening;
      // Of equals the last town takes the latest day, so that those before it stay open.
      if (stop === last ? added > best.added + rounding : added >= best.added) continue;
      // On an empty day nothing is driven yet: the way home, if there is one, was driven the day before.
      const more = count === 0 && !freeNights ? toHere + onward : added - opening;
      if (tomorrow < 0 ? more > room : toHere > room) continue;
      const arrive = plain ? time + toHere : arrival(table, slot, time, toHere);
      const leave = beginAt(times, cell, arrive) + duration;
      if (leave === Infinity) continue;
      if (tomorrow >= 0) {
        if (!morningHolds(routes, tomorrow, onward, instead)) continue;
      } else if (next >= 0) {
        const there = plain ? leave + onward : arrival(table, slot, leave, onward);
        if (there > latest[base + at]! + rounding) continue;
      }
      if (random && random.next() < blink) continue;
      best.slot = slot;
      best.at = at;
      best.added = added;
    }
  }
}

/** Does the next day hold when it begins with a leg of `leg` instead of `instead` minutes? */
function morningHolds(routes: Routes, slot: number, leg: number, instead: number): boolean {
  const { table, times } = routes;
  if (routes.driving[slot]! - instead + leg > table.maxDrivingMinutes[slot]! + rounding) return false;
  const start = table.dutyFrom[slot]!;
  const there = times.plainDrive[slot] === 1 ? start + leg : arrival(table, slot, start, leg);
  return there <= routes.latest[slot * routes.stride]! + rounding;
}

function nextUsed(routes: Routes, slot: number, end: number): number {
  for (let later = slot + 1; later < end; later++) if (routes.length[later]! > 0) return later;
  return -1;
}

function usedBetween(routes: Routes, from: number, to: number): boolean {
  for (let slot = from; slot < to; slot++) if (routes.length[slot]! > 0) return true;
  return false;
}
