// Estimates how far and how long it is by road between places, with the user's own figures winning over the estimate.
import { AppError } from '../errors.ts';

/** A place with its point in degrees; null where nobody knows the point. */
export interface TravelPlace {
  id: string;
  lat: number | null;
  lon: number | null;
}

/** What the user knows better: by road, from one place to another. Without minutes the speed gives them. */
export interface TravelCorrection {
  fromId: string;
  toId: string;
  distanceKm: number;
  travelMinutes: number | null;
}

export interface TravelOptions {
  /** Road kilometres for one kilometre of straight line. */
  roadFactor?: number;
  speedKmPerHour?: number;
  /** Of two for the same direction the later wins; those of other places are passed over. */
  corrections?: readonly TravelCorrection[];
}

/** Row by row: the entry from place i to place j stands at `i * places + j`. */
export interface TravelTable {
  distanceKm: Float64Array;
  /** Whole minutes. */
  travelMinutes: Float64Array;
  /** 1 where the user's figure stands, 0 where it is an estimate. */
  corrected: Uint8Array;
}

/** Median of 21 road distances read in Jharkhand, each divided by its straight line. */
export const defaultRoadFactor = 1.25;
export const defaultSpeedKmPerHour = 40;

const earthRadiusKm = 6371.0088;
const radians = Math.PI / 180;

/** Kilometres along the great circle (haversine formula, mean earth radius). */
export function straightLineKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const halfLat = Math.sin(((b.lat - a.lat) * radians) / 2);
  const halfLon = Math.sin(((b.lon - a.lon) * radians) / 2);
  const h = halfLat * halfLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * halfLon * halfLon;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Distance and time between all places, both ways. A correction holds both ways unless the reverse is given itself.
 * Throws `travel.noPoint {placeIds}`, `travel.badSpeed {roadFactor, speedKmPerHour}`, `travel.badCorrection {fromId, toId}`.
 */
export function travelTable(places: readonly TravelPlace[], options: TravelOptions = {}): TravelTable {
  const { roadFactor = defaultRoadFactor, speedKmPerHour = defaultSpeedKmPerHour, corrections = [] } = options;
  if (!(roadFactor > 0 && speedKmPerHour > 0)) throw new AppError('travel.badSpeed', { roadFactor, speedKmPerHour });
  const points = places.map(pointOf);
  const placeIds = places.filter((_, index) => !points[index]).map((place) => place.id);
  if (placeIds.length > 0) throw new AppError('travel.noPoint', { placeIds });

  const count = places.length;
  const distanceKm = new Float64Array(count * count);
  const travelMinutes = new Float64Array(count * count);
  const corrected = new Uint8Array(count * count);
  const minutesFor = (km: number): number => Math.round((km / speedKmPerHour) * 60);
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const km = straightLineKm(points[i]!, points[j]!) * roadFactor;
      distanceKm[i * count + j] = distanceKm[j * count + i] = km;
      travelMinutes[i * count + j] = travelMinutes[j * count + i] = minutesFor(km);
    }
  }

  const indexOf = new Map(places.map((place, index) => [place.id, index]));
  const put = (cell: number, correction: TravelCorrection): void => {
    distanceKm[cell] = correction.distanceKm;
    travelMinutes[cell] = Math.round(correction.travelMinutes ?? minutesFor(correction.distanceKm));
    corrected[cell] = 1;
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
  for (const { from, to, correction } of known) put(to * count + from, correction);
  for (const { from, to, correction } of known) put(from * count + to, correction);
  return { distanceKm, travelMinutes, corrected };
}

function pointOf(place: TravelPlace): { lat: number; lon: number } | null {
  const { lat, lon } = place;
  return lat !== null && lon !== null && Number.isFinite(lat) && Number.isFinite(lon) ? { lat, lon } : null;
}

function isLength(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}
