// Finds the best plan of few stops for certain: dynamic programming over sets of stops, day by day.
import { arrival, beginAt, beginTimes } from './beginTimes.ts';
import { pathCosts } from './pathCosts.ts';
import { mayStay, nightBetween, rounding } from './timetable.ts';
import type { Timetable } from './timetable.ts';

/** As many stops are planned exactly. */
export const mostExactStops = 12;
const mostLabels = 4_000_000;
export const dayPrice = 1e7;

export interface ExactPlan {
  /** The stops of each slot in order; null: no plan without breaches serves all musts. */
  slots: number[][] | null;
  /** Its travel, and `dayPrice` for every day used where few are wanted. */
  cost: number;
}

/**
 * The best plan that breaks nothing: all musts, most worth, fewest days where asked, least travel. A label is one way to have served
 * a set of stops; ways that are later, further and dearer than another to the same set and place are dropped (Held and Karp 1962;
 * resource labels after Desrochers 1988). `upper`: travel of a known plan of all stops, infinite where there is none; ways that
 * cannot become shorter are dropped. Null where it would take too much memory.
 */
export function exactPlan(table: Timetable, active: readonly number[], upper: number): ExactPlan | null {
  const times = beginTimes(table);
  const { placeCount, travelMinutes, place, durationMinutes, slotCount, dayCount, freeNights } = table;
  const count = active.length;
  const sets = 1 << count;
  const musts = active.reduce((set, stop, k) => (table.must[stop] ? set | (1 << k) : set), 0);
  const price = table.problem.fewestDays ? dayPrice : 0;
  const spots = [...new Set([...(freeNights ? [] : active.map((stop) => place[stop]!)), ...table.nightPlaces, ...table.ownNights.flatMap((own) => own ?? []), ...table.chosenNight, ...table.startPlace].filter((spot) => spot >= 0))];
  const spotAt = new Map(spots.map((spot, index) => [spot, index]));
  // Where a night cannot be at the last visit, it is where the way to the next costs least: which one is next is settled that evening.
  const hasDetours = !freeNights && table.ownNights.some((_, leader) => active.some((stop) => !mayStay(table, leader, place[stop]!)));
  const [notBegun, over, bound] = [spots.length, spots.length + 1, spots.length + 2];
  const width = bound + (hasDetours ? spots.length * count : 0);
  const rest = table.leaderCount === 1 && musts === sets - 1 && price === 0 ? restTravel(table, active) : null;
  const limit = rest ? upper + 1e-6 : Infinity;

  // Labels, one beside the other: what they have cost, where they came from, what they visited last (-1: nothing that day).
  let room = 1 << 14;
  let cost = new Float64Array(room);
  let time = new Float64Array(room);
  let driven = new Float64Array(room);
  let parent = new Int32Array(room);
  let visited = new Int16Array(room);
  let slotAt = new Int16Array(room);
  let sibling = new Int32Array(room);
  let labels = 0;
  const head = new Int32Array(sets * count);
  let mornings = new Int32Array(sets * width).fill(-1);
  let nights = new Int32Array(sets * width).fill(-1);

  function addLabel(one: number, at: number, drive: number, from: number, stop: number, slot: number): number {
    if (labels === room) grow();
    cost[labels] = one;
    time[labels] = at;
    driven[labels] = drive;
    parent[labels] = from;
    visited[labels] = stop;
    slotAt[labels] = slot;
    return labels++;
  }

  function grow(): void {
    room *= 2;
    const wider = <T extends Float64Array | Int32Array | Int16Array>(from: T, to: T): T => (to.set(from as never), to);
    cost = wider(cost, new Float64Array(room));
    time = wider(time, new Float64Array(room));
    driven = wider(driven, new Float64Array(room));
    parent = wider(parent, new Int32Array(room));
    visited = wider(visited, new Int16Array(room));
    slotAt = wider(slotAt, new Int16Array(room));
    sibling = wider(sibling, new Int32Array(room));
  }

  /** The way to (set, state) next morning, if it is the cheapest. */
  function offerNight(set: number, state: number, one: number, from: number, slot: number): void {
    const known = nights[set * width + state]!;
    if (known >= 0 && cost[known]! <= one + 1e-9) return;
    nights[set * width + state] = addLabel(one, 0, 0, from, -1, slot);
  }

  function canDrive(slot: number, at: number, drive: number, leg: number): boolean {
    return leg === 0 || (table.hasDuty[slot]! && drive + leg <= table.maxDrivingMinutes[slot]! + rounding
      && arrival(table, slot, at, leg) <= table.dutyTo[slot]! + rounding);
  }

  /** From a place in the evening to every night there may be. */
  function endDay(set: number, slot: number, from: number, here: number, at: number, drive: number, used: number): void {
    const leader = Math.floor(slot / dayCount);
    const [home, last] = [table.returnTo[leader]!, table.lastStop[leader]!];
    const picked = table.chosenNight[slot]!;
    const isLast = last >= 0 && (set & (1 << active.indexOf(last))) !== 0;
    const go = (state: number, to: number): void => {
      const leg = to < 0 ? 0 : travelMinutes[here * placeCount + to]!;
      const day = used === 0 && leg > 0 ? price : 0;
      if (canDrive(slot, at, drive, leg)) offerNight(set, state, cost[from]! + leg + day, from, slot);
    };
    if (last < 0 || isLast) {
      if (home >= 0 && (used > 0 || freeNights)) go(over, home);
      else if (home >= 0) return;
      else if (used > 0) go(over, -1);
    }
    if (isLast && home < 0) return;
    if (picked >= 0) go(spotAt.get(picked)!, picked);
    else if (freeNights) for (const spot of table.ownNights[leader] ?? table.nightPlaces) go(spotAt.get(spot)!, spot);
    else if (used > 0 && mayStay(table, leader, here)) go(spotAt.get(here)!, here);
    else if (used > 0) {
      for (let k = 0; k < count; k++) {
        const spot = nightBetween(table, leader, here, place[active[k]!]!);
        if (!(set & (1 << k)) && mayStay(table, leader, spot)) go(bound + spotAt.get(spot)! * count + k, spot);
      }
    }
  }

  function keepIfBest(key: number, one: number, at: number, drive: number, from: number, stop: number, slot: number): void {
    const hasLimit = table.maxDrivingMinutes[slot]! < Infinity;
    let before = -1;
    for (let label = head[key]!; label >= 0; label = sibling[label]!) {
      const isCheaper = cost[label]! <= one + 1e-9;
      const isSooner = time[label]! <= at + 1e-9;
      const isNearer = !hasLimit || driven[label]! <= drive + 1e-9;
      if (isCheaper && isSooner && isNearer) return;
      if (one <= cost[label]! && at <= time[label]! && (!hasLimit || drive <= driven[label]!)) {
        if (before < 0) head[key] = sibling[label]!;
        else sibling[before] = sibling[label]!;
      } else before = label;
    }
    const added = addLabel(one, at, drive, from, stop, slot);
    sibling[added] = head[key]!;
    head[key] = added;
  }

  function visitNext(set: number, slot: number, from: number, here: number, at: number, drive: number, only: number, opening: number): void {
    const leader = Math.floor(slot / dayCount);
    const first = table.firstStop[leader]!;
    const isFirst = first >= 0 && (set & (1 << active.indexOf(first))) === 0;
    for (let k = 0; k < count; k++) {
      if (set & (1 << k) || (only >= 0 && k !== only)) continue;
      const stop = active[k]!;
      if (isFirst ? stop !== first : table.firstStop.includes(stop)) continue;
      if (table.lastStop.includes(stop) && table.lastStop[leader] !== stop) continue;
      const leg = here < 0 ? 0 : travelMinutes[here * placeCount + place[stop]!]!;
      const one = cost[from]! + leg + opening;
      if (rest && one + rest[(set | (1 << k)) * count + k]! > limit) continue;
      if (drive + leg > table.maxDrivingMinutes[slot]! + rounding) continue;
      const begin = beginAt(times, stop * slotCount + slot, arrival(table, slot, at, leg));
      if (begin === Infinity) continue;
      keepIfBest((set | (1 << k)) * count + k, one, begin + durationMinutes[stop]!, drive + leg, from, k, slot);
    }
  }

  mornings[notBegun] = addLabel(0, 0, 0, -1, -1, -1);
  for (let slot = 0; slot < slotCount; slot++) {
    const leader = Math.floor(slot / dayCount);
    head.fill(-1);
    nights.fill(-1);
    const start = table.startPlace[leader]!;
    const lastBit = table.lastStop[leader]! < 0 ? 0 : 1 << active.indexOf(table.lastStop[leader]!);
    for (let set = 0; set < sets; set++) {
      for (let state = 0; state < width; state++) {
        const label = mornings[set * width + state]!;
        if (label < 0) continue;
        const here = state === notBegun ? start : state === over ? -1 : spots[state < bound ? state : Math.floor((state - bound) / count)]!;
        const picked = table.chosenNight[slot]!;
        const isQuiet = state === over || (state === notBegun && (table.leaderCount > 1 || start < 0 || picked < 0)) || (picked < 0 && (mayStay(table, leader, here) || here === start));
        if (isQuiet) offerNight(set, state, cost[label]!, label, slot);
        if (state === over) continue;
        const open = table.dutyFrom[slot]!;
        if (here >= 0 && (freeNights || picked >= 0)) endDay(set, slot, label, here, open, 0, 0);
        if (table.hasDuty[slot] && !(lastBit & set)) visitNext(set, slot, label, here, open, 0, state < bound ? -1 : (state - bound) % count, price);
      }
      for (let k = 0; k < count; k++) {
        for (let label = head[set * count + k]!; label >= 0; label = sibling[label]!) {
          const here = place[active[k]!]!;
          endDay(set, slot, label, here, time[label]!, driven[label]!, 1);
          if (!(lastBit & set)) visitNext(set, slot, label, here, time[label]!, driven[label]!, -1, 0);
        }
      }
      if (labels > mostLabels) return null;
    }
    [mornings, nights] = [nights, mornings];
    if ((slot + 1) % dayCount === 0) handOver(leader);
  }

  /** A leader's tour is over, or it has not begun; the next one's begins. */
  function handOver(leader: number): void {
    for (let set = 0; set < sets; set++) {
      let best = -1;
      for (let state = 0; state < width; state++) {
        const label = mornings[set * width + state]!;
        const ends = state === over || state === notBegun || (table.returnTo[leader]! < 0 && table.lastStop[leader]! < 0);
        if (label >= 0 && ends && (best < 0 || cost[label]! < cost[best]!)) best = label;
        mornings[set * width + state] = -1;
      }
      mornings[set * width + notBegun] = best;
    }
  }

  let best = -1;
  let bestWorth = -1;
  for (let set = 0; set < sets; set++) {
    const label = mornings[set * width + notBegun]!;
    if (label < 0 || (set & musts) !== musts) continue;
    const worth = active.reduce((sum, stop, k) => (set & (1 << k) && !table.must[stop] ? sum + table.worth[stop]! : sum), 0);
    const isBetter = worth > bestWorth + 1e-9 || (worth > bestWorth - 1e-9 && cost[label]! < cost[best]!);
    if (!isBetter) continue;
    best = label;
    bestWorth = worth;
  }
  if (best < 0) return { slots: null, cost: Infinity };
  const slots = Array.from({ length: slotCount }, (): number[] => []);
  for (let label = best; label >= 0; label = parent[label]!) if (visited[label]! >= 0) slots[slotAt[label]!]!.unshift(active[visited[label]!]!);
  return { slots, cost: cost[best]! };
}

/** Of each set served and each last stop in it: travel that the way through all others to the end needs at least. */
function restTravel(table: Timetable, active: readonly number[]): Float64Array {
  const count = active.length;
  const { size, end, cost } = pathCosts(table, active, true);
  const all = (1 << count) - 1;
  const rest = new Float64Array((all + 1) * count).fill(Infinity);
  for (let k = 0; k < count; k++) rest[all * count + k] = cost[k * size + end]!;
  for (let set = all - 1; set > 0; set--) {
    for (let k = 0; k < count; k++) {
      if (!(set & (1 << k))) continue;
      let least = Infinity;
      for (let next = 0; next < count; next++) {
        if (!(set & (1 << next))) least = Math.min(least, cost[k * size + next]! + rest[(set | (1 << next)) * count + next]!);
      }
      rest[set * count + k] = least;
    }
  }
  return rest;
}
