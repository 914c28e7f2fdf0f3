// Makes tours to measure on: towns scattered over a land of Jharkhand's or Uttar Pradesh's size, with or without windows, pins, wanted stops and a second leader.
import { travelTable } from '../../shared/rules/travel.ts';
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

/** Days enough, but not many more: 60 minutes a stop, 40 km an hour, 09:00 to 20:00. Windows and pins come from a walk through all stops, so a plan exists. */
export function makeTour(kind: TourKind, count: number, seed: number): TourProblem {
  const random = seededRandom(seed * 7919 + count);
  const towns = scatter(count, count > 40 ? upLand : jharkhandLand, seed * 31 + count);
  const { distanceKm, travelMinutes } = travelTable(towns);
  const walk = nearestWalk(travelMinutes, count);
  const leaders = kind === 'leaders' || kind === 'all' ? 2 : 1;
  const has = (part: TourKind): boolean => kind === part || kind === 'all';
  const optional = new Set(has('optional') ? towns.map(({ id }) => id).filter(() => random.next() < 0.4) : []);
  const begins = schedule(walk, travelMinutes, count);
  const dayCount = begins.at(-1)!.day + 1;
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
