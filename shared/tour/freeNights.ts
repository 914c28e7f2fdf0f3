// Chooses all nights of the routes anew where they may be anywhere: exactly, for the visits as they are.
import { arrival, beginAt } from './beginTimes.ts';
import { closed } from './insertion.ts';
import type { Routes } from './routes.ts';
import { refresh } from './routes.ts';
import { rounding } from './timetable.ts';

/** Sets morning and evening of every slot; false where no nights make the routes hold. */
export type NightSetter = (routes: Routes, bankIsEmpty: boolean) => boolean;

/** A trace, so that among equals the night is where the last visit was. */
const elsewherePrice = 1e-3;

/** Dynamic programming over (slot, night place), as for the travelling salesperson with hotel selection (Castro et al. 2013). */
export function nightSetter(routes: Routes, dayPrice: number): NightSetter {
  const { table } = routes;
  const { dayCount, placeCount, travelMinutes, place, durationMinutes, slotCount } = table;
  const spots = [...new Set([...table.nightPlaces, ...table.chosenNight].filter((spot) => spot >= 0))];
  const spotAt = new Map(spots.map((spot, index) => [spot, index]));
  const [over, notBegun, width] = [spots.length, spots.length + 1, spots.length + 2];
  const cost = new Float64Array((dayCount + 1) * width);
  const cameFrom = new Int32Array((dayCount + 1) * width);
  let after = 0;
  let driven = 0;
  let last = -1;

  /** Lives the day from `morning`: sets when it is over, where, and the driving; false when something breaks. */
  function live(one: Routes, slot: number, morning: number): boolean {
    const { times, stops } = one;
    const plain = times.plainDrive[slot] === 1;
    const base = slot * one.stride;
    after = table.dutyFrom[slot]!;
    driven = 0;
    last = morning;
    for (let k = 0; k < one.length[slot]!; k++) {
      const stop = stops[base + k]!;
      const to = place[stop]!;
      if (last >= 0) {
        const leg = travelMinutes[last * placeCount + to]!;
        driven += leg;
        after = plain ? after + leg : arrival(table, slot, after, leg);
      }
      after = beginAt(times, stop * slotCount + slot, after) + durationMinutes[stop]!;
      if (after === Infinity) return false;
      last = to;
    }
    return driven <= table.maxDrivingMinutes[slot]! + rounding;
  }

  function offer(one: Routes, slot: number, from: number, row: number, spot: number, to: number, base: number): void {
    let total = base + driven;
    let leg = 0;
    if (to >= 0 && last !== to) {
      leg = travelMinutes[last * placeCount + to]!;
      total += leg + elsewherePrice;
      if (total >= cost[row + spot]!) return;
      if (driven + leg > table.maxDrivingMinutes[slot]! + rounding) return;
      const there = one.times.plainDrive[slot] === 1 ? after + leg : arrival(table, slot, after, leg);
      if (there > table.dutyTo[slot]! + rounding || !table.hasDuty[slot]!) return;
    }
    if (dayPrice > 0 && (one.length[slot]! > 0 || leg > 0)) total += dayPrice;
    if (total >= cost[row + spot]!) return;
    cost[row + spot] = total;
    cameFrom[row + spot] = from;
  }

  function setLeader(one: Routes, leader: number, bankIsEmpty: boolean): boolean {
    const [start, home] = [table.startPlace[leader]!, table.returnTo[leader]!];
    const earlyHome = bankIsEmpty || home < 0 || table.nightAllowed[home]!;
    cost.fill(Infinity);
    cost[notBegun] = 0;
    for (let day = 0; day < dayCount; day++) {
      const slot = leader * dayCount + day;
      const isEmpty = one.length[slot] === 0;
      const row = (day + 1) * width;
      const picked = table.chosenNight[slot]!;
      for (let from = 0; from < width; from++) {
        const base = cost[day * width + from]!;
        if (base === Infinity) continue;
        const morning = from === over ? home : from === notBegun ? start : spots[from]!;
        if (isEmpty) {
          after = table.dutyFrom[slot]!;
          driven = 0;
          last = morning;
          if (from === over || from === notBegun || picked < 0) offer(one, slot, from, row, from, -1, base);
          if (from === over || day >= one.openDays) continue;
          if (last >= 0) offerNights(one, slot, from, row, picked, base);
          if (home >= 0 && from !== notBegun && (earlyHome || day === dayCount - 1)) offer(one, slot, from, row, over, home, base);
        } else {
          if (from === over || !live(one, slot, morning)) continue;
          offerNights(one, slot, from, row, picked, base);
          if (home < 0 || earlyHome || day === dayCount - 1) offer(one, slot, from, row, over, home, base);
        }
      }
    }
    return trace(one, leader, start, home);
  }

  function offerNights(one: Routes, slot: number, from: number, row: number, picked: number, base: number): void {
    if (picked >= 0) offer(one, slot, from, row, spotAt.get(picked)!, picked, base);
    else for (let spot = 0; spot < spots.length; spot++) if (table.nightAllowed[spots[spot]!]) offer(one, slot, from, row, spot, spots[spot]!, base);
  }

  function trace(one: Routes, leader: number, start: number, home: number): boolean {
    const end = dayCount * width;
    let state = cost[end + over]! < Infinity ? over : notBegun;
    if (cost[end + state] === Infinity) return false;
    let nextFirst = -1;
    let holds = true;
    for (let day = dayCount - 1; day >= 0; day--) {
      const slot = leader * dayCount + day;
      const from = cameFrom[(day + 1) * width + state]!;
      const isEmpty = one.length[slot] === 0;
      let morning = from === over ? home : from === notBegun ? start : spots[from]!;
      let evening = state === over ? home : state === notBegun ? start : spots[state]!;
      if (isEmpty && state === over && from === over) {
        if (home < 0) morning = tailMorning(one, leader, slot);
        else if (!table.nightAllowed[home] && home !== start) morning = closed;
      }
      if (isEmpty && state === notBegun && start < 0) {
        evening = nextFirst;
        if (nextFirst >= 0 && !table.nightAllowed[nextFirst]) morning = closed;
      }
      if (!isEmpty) nextFirst = place[one.stops[slot * one.stride]!]!;
      if (one.morning[slot] !== morning || one.evening[slot] !== evening || one.driving[slot] === 0) {
        one.morning[slot] = morning;
        one.evening[slot] = evening;
        if (isEmpty && morning < 0) one.driving[slot] = 0;
        else holds = refresh(one, slot) && holds;
      }
      state = from;
    }
    return holds;
  }

  /** Behind the last visit of a tour without a way home, the night is there. */
  function tailMorning(one: Routes, leader: number, slot: number): number {
    for (let before = slot - 1; before >= leader * dayCount; before--) {
      const count = one.length[before]!;
      if (count === 0) continue;
      const there = place[one.stops[before * one.stride + count - 1]!]!;
      return table.nightAllowed[there] ? there : closed;
    }
    return table.startPlace[leader]!;
  }

  return (one, bankIsEmpty) => {
    for (let leader = 0; leader < table.leaderCount; leader++) if (!setLeader(one, leader, bankIsEmpty)) return false;
    return true;
  };
}
