// Estimates how far and how long it is by road between places, with the user's own figures winning over the estimate.
import { AppError } from '../errors.ts';
import { estimateRoad, minutesOf } from './roads/estimateRoad.ts';
import { learnRoads } from './roads/learnRoads.ts';
import type { RoadEnd, RoadLearning } from './roads/learnRoads.ts';
import { darkShareOfSpeed, defaultSpeedKmPerHour } from './roads/speeds.ts';
import type { RoadKind, SpeedShares } from './roads/speeds.ts';

export { straightLineKm } from './roads/greatCircle.ts';
export { defaultSpeedKmPerHour };

/** A place with its point in degrees; null where nobody knows the point. */
export interface TravelPlace {
  id: string;
  lat: number | null;
  lon: number | null;
  /** The roads that lead there; without it main roads. */
  road?: RoadKind;
}

/** Where a leg's figures come from: the plain estimate, one improved by roads known nearby, or the user's own figures. */
export const travelSources = ['estimate', 'improved', 'typed', 'imported'] as const;
export type TravelSource = (typeof travelSources)[number];

/** What the user knows better: by road, from one place to another. Without minutes the speed gives them. */
export interface TravelCorrection {
  fromId: string;
  toId: string;
  distanceKm: number;
  travelMinutes: number | null;
  /** Without it typed. */
  origin?: 'typed' | 'imported';
  /** False: holds in this direction only. */
  bothWays?: boolean;
}

export interface TravelOptions {
  /** Road kilometres for one kilometre of straight line. */
  roadFactor?: number;
  speedKmPerHour?: number;
  /** What is left of that speed on the roads into blocks and below. */
  shares?: SpeedShares | undefined;
  /** Which part of the driving is in the dark, 0 to 1. */
  darkPart?: number;
  /** Of two for the same direction the later wins; those of other places are passed over. */
  corrections?: readonly TravelCorrection[];
  /** What roads known anywhere have taught; it must be of the same factor and speed. Without it every estimate is plain. */
  learning?: RoadLearning;
}

/** Row by row: the entry from place i to place j stands at `i * places + j`. */
export interface TravelTable {
  distanceKm: Float64Array;
  /** Whole minutes. */
  travelMinutes: Float64Array;
  /** Index into `travelSources`. */
  source: Uint8Array;
  /** 1 where the user's figure stands, 0 where it is an estimate. */
  corrected: Uint8Array;
  /** 1 where the time is the user's too, and therefore the same in the dark. */
  timed: Uint8Array;
}

/**
 * Median of 21 road distances told in Jharkhand, each divided by its straight line; leave-one-out it misses by 12 % on average.
 * Pairs wholly on the plateau have a mean of 1.23, those below it 1.22, those that climb it 1.34: one factor to start from, and
 * roads known nearby do the rest. Where nothing is known, 1.3 in plains and 1.4 on a plateau are the usual guesses.
 */
export const defaultRoadFactor = 1.25;

/**
 * Distance and time between all places, both ways. A correction holds both ways unless it says otherwise or the reverse is given itself.
 * Throws `travel.noPoint {placeIds}`, `travel.badSpeed {roadFactor, speedKmPerHour}`, `travel.badCorrection {fromId, toId}`.
 */
export function travelTable(places: readonly TravelPlace[], options: TravelOptions = {}): TravelTable {
  const { roadFactor = defaultRoadFactor, speedKmPerHour = defaultSpeedKmPerHour, shares, darkPart = 0, corrections = [] } = options;
  if (!(roadFactor > 0 && speedKmPerHour > 0 && darkPart >= 0 && darkPart <= 1)) throw new AppError('travel.badSpeed', { roadFactor, speedKmPerHour });
  const ends = places.map(endOf);
  const placeIds = places.filter((_, index) => !ends[index]).map((place) => place.id);
  if (placeIds.length > 0) throw new AppError('travel.noPoint', { placeIds });

  const count = places.length;
  const distanceKm = new Float64Array(count * count);
  const travelMinutes = new Float64Array(count * count);
  const source = new Uint8Array(count * count);
  const timed = new Uint8Array(count * count);
  const learning = options.learning ?? learnRoads([], { roadFactor, speedKmPerHour, shares });
  const factors = ends.map((end) => learning.at(end!));
  const figures = { roadFactor, speedKmPerHour, shares, darkPart };
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const road = estimateRoad(ends[i]!, ends[j]!, { from: factors[i]!, to: factors[j]! }, figures);
      distanceKm[i * count + j] = distanceKm[j * count + i] = road.distanceKm;
      travelMinutes[i * count + j] = travelMinutes[j * count + i] = Math.round(road.travelMinutes);
      source[i * count + j] = source[j * count + i] = road.improved ? 1 : 0;
    }
  }

  const indexOf = new Map(places.map((place, index) => [place.id, index]));
  const put = (i: number, j: number, correction: TravelCorrection): void => {
    const cell = i * count + j;
    distanceKm[cell] = correction.distanceKm;
    travelMinutes[cell] = Math.round(correction.travelMinutes ?? minutesOf(correction.distanceKm, ends[i]!, ends[j]!, { from: factors[i]!, to: factors[j]! }, figures));
    source[cell] = correction.origin === 'imported' ? 3 : 2;
    timed[cell] = correction.travelMinutes === null ? 0 : 1;
  };
  const known = corrections.flatMap((correction) => {
    const from = indexOf.get(correction.fromId);
    const to = indexOf.get(correction.toId);
    if (from === undefined || to === undefined || from === to) return [];
    if (!isLength(correction.distanceKm) || !(correction.travelMinutes === null || isLength(correction.travelMinutes))) {
      throw new AppError('travel.badCorrection', { fromId: correction.fromId, toId: correction.toId });
    }
    return [{ from, to, correction }];
  });
  // Reverse directions first, so that a direction given itself overwrites them.
  for (const { from, to, correction } of known) if (correction.bothWays !== false) put(to, from, correction);
  for (const { from, to, correction } of known) put(from, to, correction);
  return { distanceKm, travelMinutes, source, timed, corrected: source.map((code) => (code >= 2 ? 1 : 0)) };
}

/** The minutes of the same roads wholly in the dark, row by row and whole; a time the user has given stays. */
export function minutesInDark({ travelMinutes, timed }: TravelTable): Float64Array {
  return travelMinutes.map((minutes, cell) => (timed[cell] === 1 ? minutes : Math.round(minutes / darkShareOfSpeed)));
}

function endOf({ lat, lon, road }: TravelPlace): RoadEnd | null {
  return lat !== null && lon !== null && Number.isFinite(lat) && Number.isFinite(lon) ? { lat, lon, ...(road ? { road } : {}) } : null;
}

function isLength(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}
