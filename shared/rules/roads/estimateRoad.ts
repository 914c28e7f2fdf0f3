// The estimate for one road: straight line, the factors near both ends, and the kinds of road there.
import { straightLineKm } from './greatCircle.ts';
import type { LocalFactors, RoadEnd } from './learnRoads.ts';
import { driveMinutes } from './speeds.ts';
import type { RoadStart } from './speeds.ts';

export interface RoadEstimate {
  distanceKm: number;
  /** Not rounded. */
  travelMinutes: number;
  /** Roads known nearby had a say in it. */
  improved: boolean;
}

/** From this mean weight of the roads nearby on, an estimate counts as improved (one known road that ends here weighs 1). */
const enough = 0.25;

/** A road is as long and slow as the mean of the logarithms at its two ends says. */
export function estimateRoad(from: RoadEnd, to: RoadEnd, at: { from: LocalFactors; to: LocalFactors }, options: RoadStart & { darkPart?: number }): RoadEstimate {
  const km = straightLineKm(from, to);
  // No road is shorter than the straight line.
  const distanceKm = km * Math.max(1, options.roadFactor * Math.exp((at.from.distance + at.to.distance) / 2));
  return { distanceKm, travelMinutes: minutesOf(distanceKm, from, to, at, options), improved: at.from.weight + at.to.weight >= 2 * enough || at.from.timeWeight + at.to.timeWeight >= 2 * enough };
}

/** The time of a road whose kilometres are known. */
export function minutesOf(distanceKm: number, from: RoadEnd, to: RoadEnd, at: { from: LocalFactors; to: LocalFactors }, { speedKmPerHour, shares, darkPart = 0 }: Omit<RoadStart, 'roadFactor'> & { darkPart?: number }): number {
  return driveMinutes(distanceKm, { speedKmPerHour, shares, darkPart, from: from.road, to: to.road }) * Math.exp((at.from.time + at.to.time) / 2);
}
