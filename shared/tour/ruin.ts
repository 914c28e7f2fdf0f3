// Takes neighbouring stretches of visits out of the routes, as the first half of ruin and recreate.
import { closed } from './insertion.ts';
import type { Random } from './random.ts';
import { link, refresh, takeOut } from './routes.ts';
import type { Routes } from './routes.ts';
import type { Timetable } from './timetable.ts';

/** How many visits one ruin takes on average, the longest stretch, and how often a stretch leaves some in its middle. */
const averageRemoved = 10;
const longestStretch = 10;
const splitShare = 0.5;
const keepShare = 0.99;
const neighboursKept = 100;

/** For each stop the others from near to far (the shorter direction counts), as many as `width`. */
export interface Neighbours {
  width: number;
  list: Int32Array;
}

export function neighboursOf(table: Timetable): Neighbours {
  const { stopCount, placeCount, travelMinutes, place } = table;
  const width = Math.min(neighboursKept, stopCount - 1);
  const list = new Int32Array(stopCount * Math.max(0, width));
  const near = new Float64Array(stopCount);
  for (let stop = 0; stop < stopCount; stop++) {
    const here = place[stop]!;
    for (let other = 0; other < stopCount; other++) {
      const there = place[other]!;
      near[other] = Math.min(travelMinutes[here * placeCount + there]!, travelMinutes[there * placeCount + here]!);
    }
    const others = Array.from({ length: stopCount }, (_, other) => other).filter((other) => other !== stop);
    others.sort((a, b) => near[a]! - near[b]! || a - b);
    list.set(others.slice(0, width), stop * width);
  }
  return { width, list };
}

/** Slack induction by string removals (Christiaens and Vanden Berghe 2020); with few routes, one may lose several stretches. False where a locked day cannot be held then. */
export function ruin(routes: Routes, neighbours: Neighbours, random: Random): boolean {
  const { table, length, slotOf } = routes;
  const { stopCount, slotCount } = table;
  let visits = 0;
  let used = 0;
  for (let slot = 0; slot < slotCount; slot++) {
    if (length[slot] === 0 || table.locked[slot]) continue;
    visits += length[slot]!;
    used++;
  }
  if (visits === 0) return true;
  const longest = Math.max(1, Math.min(longestStretch, visits / used));
  const most = Math.max(1, (4 * Math.min(averageRemoved, visits / 2)) / (1 + longest) - 1);
  let left = Math.floor(random.next() * most) + 1;
  const seed = random.below(stopCount);
  const touched = new Set<number>();
  const fewRoutes = used <= 3;
  for (let n = -1; n < neighbours.width && left > 0; n++) {
    const stop = n < 0 ? seed : neighbours.list[seed * neighbours.width + n]!;
    const slot = slotOf[stop]!;
    if (slot < 0 || table.locked[slot] || (touched.has(slot) && !fewRoutes)) continue;
    touched.add(slot);
    removeStretch(routes, slot, stop, Math.floor(1 + random.next() * Math.min(longest, length[slot]!)), random);
    left--;
  }
  for (const slot of touched) {
    refresh(routes, slot);
    // On days that are not used nobody drives.
    if (!table.freeNights && length[slot] === 0) routes.driving[slot] = 0;
  }
  return table.freeNights || link(routes) || mend(routes, random);
}

/** A day that now begins farther off may not hold any more: it loses visits until all days do; false where it is locked. */
function mend(routes: Routes, random: Random): boolean {
  for (let slot = 0; slot < routes.table.slotCount; slot++) {
    if (routes.length[slot] === 0 || refresh(routes, slot)) continue;
    if (routes.table.locked[slot]) return false;
    const count = routes.length[slot]!;
    takeOut(routes, slot, random.below(count), 1);
    if (count > 1) refresh(routes, slot);
    else routes.driving[slot] = 0;
    link(routes);
    // Another night, another morning: look at all again.
    slot = -1;
  }
  return true;
}

function removeStretch(routes: Routes, slot: number, stop: number, size: number, random: Random): void {
  const count = routes.length[slot]!;
  const base = slot * routes.stride;
  let at = 0;
  while (routes.stops[base + at] !== stop) at++;
  let kept = 0;
  if (size > 1 && size < count && random.next() < splitShare) {
    kept = 1;
    while (size + kept < count && random.next() > keepShare) kept++;
  }
  const span = Math.min(count, size + kept);
  const lowest = Math.max(0, at - span + 1);
  const start = lowest + random.below(Math.min(at, count - span) - lowest + 1);
  if (kept === 0) {
    takeOut(routes, slot, start, span);
    return;
  }
  const skip = 1 + random.below(size - 1);
  takeOut(routes, slot, start + skip + kept, size - skip);
  takeOut(routes, slot, start, skip);
}

/** Moves one night elsewhere, near or far, and drops from the two days beside it what no longer holds; false where that cannot be. */
export function moveNight(routes: Routes, random: Random): boolean {
  const { table } = routes;
  const { dayCount, nightPlaces, slotCount, locked } = table;
  if (dayCount < 2 || nightPlaces.length < 2) return true;
  const slot = random.below(slotCount);
  if (slot % dayCount >= Math.min(routes.openDays, dayCount) - 1 || table.chosenNight[slot]! >= 0 || locked[slot] || locked[slot + 1]) return true;
  if (routes.morning[slot] === closed || routes.morning[slot + 1] === closed) return true;
  const night = nightPlaces[random.below(nightPlaces.length)]!;
  routes.evening[slot] = night;
  routes.morning[slot + 1] = night;
  return dropUntilHolds(routes, slot, random) && dropUntilHolds(routes, slot + 1, random);
}

function dropUntilHolds(routes: Routes, slot: number, random: Random): boolean {
  while (!refresh(routes, slot)) {
    const count = routes.length[slot]!;
    if (count === 0) return false;
    takeOut(routes, slot, random.below(count), 1);
  }
  return true;
}
