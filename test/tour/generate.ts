// Makes tours to measure on: towns scattered over a land of Jharkhand's or Uttar Pradesh's size, with or without windows, pins, wanted stops and a second leader.
import { travelTable } from '../../shared/rules/travel.ts';
import type { TourEntry } from '../../shared/tour/plan.ts';
import type { TourDuty, TourProblem } from '../../shared/tour/problem.ts';
import { seededRandom } from '../../shared/tour/random.ts';

export type TourKind = 'plain' | 'windows' | 'pins' | 'optional' | 'leaders' | 'all';
export const tourKinds: readonly TourKind[] = ['plain', 'windows', 'pins', 'optional', 'leaders', 'all'];

export interface Land {
  lat: [number, number];
  lon: [number, number];
}
export const jharkhandLand: Land = { lat: [22.4, 25.2], lon: [83.6, 87.7] };
/** A rectangle as large as Uttar Pradesh. */
export const upLand: Land = { lat: [24.9, 29.3], lon: [78.5, 83.4] };

const day: TourDuty = { dutyFrom: 540, dutyTo: 1200, reserved: [] };

/** Towns keep away from each other as district towns do: of some tries the furthest from the others. */
export function scatter(count: number, land: Land, seed: number): { id: string; lat: number; lon: number }[] {
  const random = seededRandom(seed);
  const between = ([from, to]: [number, number]): number => from + random.next() * (to - from);
  const towns: { id: string; lat: number; lon: number }[] = [];
  while (towns.length < count) {
    const tries = Array.from({ length: 4 }, () => ({ lat: between(land.lat), lon: between(land.lon) }));
    const room = (one: { lat: number; lon: number }): number => Math.min(9, ...towns.map((town) => Math.hypot(town.lat - one.lat, town.lon - one.lon)));
    const best = tries.reduce((most, one) => (room(one) > room(most) ? one : most));
    towns.push({ id: `t${towns.length}`, ...best });
  }
  return towns;
}

/** Days enough, but not many more: 60 minutes a stop, 40 km an hour, 09:00 to 20:00. Windows and pins come from a walk through all stops, so a plan exists (`hiddenPlan`). */
export function makeTour(kind: TourKind, count: number, seed: number): TourProblem {
  const random = seededRandom(seed * 7919 + count);
  const towns = scatter(count, count > 40 ? upLand : jharkhandLand, seed * 31 + count);
  const { distanceKm, travelMinutes } = travelTable(towns);
  const nearest = nearestWalk(travelMinutes, count);
  const walk = untangledWalk(travelMinutes, count, nearest);
  const leaders = kind === 'leaders' || kind === 'all' ? 2 : 1;
  const has = (part: TourKind): boolean => kind === part || kind === 'all';
  const optional = new Set(has('optional') ? towns.map(({ id }) => id).filter(() => random.next() < 0.4) : []);
  const begins = schedule(walk, travelMinutes, count);
  const dayCount = Math.max(begins.at(-1)!.day, schedule(nearest, travelMinutes, count).at(-1)!.day) + 1;
  const share = Math.ceil((dayCount * (has('optional') ? 0.8 : 1)) / leaders);
  const stops = towns.map(({ id }, place) => {
    const at = begins[walk.indexOf(place)]!;
    const base = { id, place, durationMinutes: 60, must: !optional.has(id), worth: optional.has(id) ? 1 + random.below(5) : 1 };
    // With fewer days or two leaders the walk's own days would not do: then windows are of a time, on every day.
    const onAll = has('optional') || leaders > 1;
    const windowed = has('windows') && random.next() < 0.3;
    const pinned = has('pins') && !onAll && !windowed && random.next() < 0.08;
    const from = Math.max(540, at.begin - 120);
    const days = onAll ? Array.from({ length: share }, (_, one) => one) : [at.day];
    return { ...base, ...(windowed ? { windows: days.map((one) => ({ day: one, from, to: from + 240 })) } : {}), ...(pinned ? { pinned: { day: at.day, begin: at.begin } } : {}) };
  });
  return {
    placeCount: count, travelMinutes, distanceKm, stops, days: Array.from({ length: share + (leaders > 1 ? 1 : 0) }, () => day),
    ...(leaders > 1 ? { leaders: [{ id: 'first' }, { id: 'second' }] } : {}),
  };
}

/** The walk that windows and pins were laid around: with one leader and no wanted stops it keeps them all, so "whole" can be reached. */
export function hiddenPlan({ travelMinutes, placeCount, stops }: TourProblem): TourEntry[] {
  const walk = untangledWalk(travelMinutes, placeCount, nearestWalk(travelMinutes, placeCount));
  return schedule(walk, travelMinutes, placeCount).map(({ day: on, begin }, at) => ({ stopId: stops[walk[at]!]!.id, day: on, begin }));
}

/** The nearest next, from the first. */
export function nearestWalk(travelMinutes: ArrayLike<number>, count: number): number[] {
  const walk = [0];
  const open = new Set(Array.from({ length: count - 1 }, (_, at) => at + 1));
  while (open.size > 0) {
    const here = walk.at(-1)!;
    const next = [...open].reduce((best, one) => (travelMinutes[here * count + one]! < travelMinutes[here * count + best]! ? one : best));
    open.delete(next);
    walk.push(next);
  }
  return walk;
}

/** 2-opt to the end, the first stays: without it the last legs of the nearest walk are longer than a day, and no plan would exist. */
function untangledWalk(travelMinutes: ArrayLike<number>, count: number, walk: readonly number[]): number[] {
  const order = [...walk];
  const leg = (a: number | undefined, b: number | undefined): number => (a === undefined || b === undefined ? 0 : travelMinutes[a * count + b]!);
  for (let better = true; better;) {
    better = false;
    for (let i = 1; i < count - 1; i++) {
      for (let j = i + 1; j < count; j++) {
        if (leg(order[i - 1], order[j]) + leg(order[i], order[j + 1]) > leg(order[i - 1], order[i]) + leg(order[j], order[j + 1]) - 1e-9) continue;
        order.splice(i, j - i + 1, ...order.slice(i, j + 1).reverse());
        better = true;
      }
    }
  }
  return order;
}

function schedule(walk: readonly number[], travelMinutes: ArrayLike<number>, count: number): { day: number; begin: number }[] {
  let [on, time] = [0, day.dutyFrom];
  return walk.map((place, at) => {
    const leg = at === 0 ? 0 : travelMinutes[walk[at - 1]! * count + place]!;
    if (time + leg + 60 > day.dutyTo) [on, time] = [on + 1, day.dutyFrom];
    const begin = time + leg;
    time = begin + 60;
    return { day: on, begin };
  });
}

/**
 * One day, out of a depot and back, a window of up to `width` minutes on every stop, after Dumas et al. (1995): laid around the times of a
 * tour that always goes to the second nearest, so that it can be held and is far from shortest. `worth` tells that tour's order.
 */
export function windowsTour(count: number, width: number, seed: number): TourProblem {
  const random = seededRandom(seed * 1009 + count);
  const size = count + 1;
  const points = Array.from({ length: size }, () => [50 * random.next(), 50 * random.next()] as const);
  const travelMinutes = points.flatMap(([x, y]) => points.map(([a, b]) => Math.floor(Math.hypot(x - a, y - b))));
  for (let k = 0; k < size; k++) for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) {
    travelMinutes[i * size + j] = Math.min(travelMinutes[i * size + j]!, travelMinutes[i * size + k]! + travelMinutes[k * size + j]!);
  }
  const open = new Set(Array.from({ length: count }, (_, at) => at + 1));
  const stops: TourProblem['stops'][number][] = [];
  let [here, time] = [0, 0];
  while (open.size > 0) {
    const ranked = [...open].sort((a, b) => travelMinutes[here * size + a]! - travelMinutes[here * size + b]! || a - b);
    const next = ranked[Math.min(1, ranked.length - 1)]!;
    time += travelMinutes[here * size + next]!;
    const [from, to] = [Math.max(0, Math.floor(time - (random.next() * width) / 2)), Math.ceil(time + (random.next() * width) / 2)];
    stops.push({ id: `w${next}`, place: next, durationMinutes: 0, must: true, worth: stops.length, windows: [{ day: 0, from, to }] });
    open.delete(next);
    here = next;
  }
  stops.sort((a, b) => a.place - b.place);
  return { placeCount: size, travelMinutes, stops, days: [{ dutyFrom: 0, dutyTo: time + travelMinutes[here * size]! + width, reserved: [] }], startPlace: 0, returnTo: 0 };
}

/** 75 towns of a land like Uttar Pradesh in 22 days: with 60 minutes each meetings and travel fill three quarters, with 90 nine tenths. */
export function upTour(seed: number, durationMinutes: number): TourProblem {
  const towns = scatter(75, upLand, seed);
  const { distanceKm, travelMinutes } = travelTable(towns);
  return {
    placeCount: 75, travelMinutes, distanceKm,
    stops: towns.map(({ id }, place) => ({ id, place, durationMinutes, must: true, worth: 1 })),
    days: Array.from({ length: 22 }, () => ({ dutyFrom: 480, dutyTo: 1200, reserved: [] })),
  };
}
