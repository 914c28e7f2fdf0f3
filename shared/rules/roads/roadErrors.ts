// How far the estimates are off, told by the roads that are known.
import { estimateRoad } from './estimateRoad.ts';
import { straightLineKm } from './greatCircle.ts';
import type { KnownRoad, RoadLearning } from './learnRoads.ts';
import { driveMinutes } from './speeds.ts';
import type { RoadStart } from './speeds.ts';

/** Mean of |estimate - known| / known over `count` roads; 0.12 reads ±12 %. */
export interface RoadError {
  share: number;
  /** Two of three of them are off by no more than this. */
  usual: number;
  count: number;
  /** False: too few roads known, so what was found in Jharkhand is told. */
  own: boolean;
}

export interface RoadErrors {
  /** Without the user's figures. */
  plain: RoadError;
  /** With them, each road estimated as if it were not known itself (leave-one-out). */
  improved: RoadError;
  /** Of the time over roads whose kilometres are known too; likewise. */
  plainTime: RoadError;
  improvedTime: RoadError;
}

/** Leave-one-out over the 21 told distances fit for calibration; `npm run bench:roads` prints them road by road, `test/rules/roads.test.ts` reckons them again. */
export const shippedErrors: RoadErrors = {
  plain: { share: 0.12, usual: 0.14, count: 21, own: false },
  improved: { share: 0.1, usual: 0.12, count: 21, own: false },
  plainTime: { share: 0.27, usual: 0.38, count: 4, own: false },
  improvedTime: { share: 0.27, usual: 0.38, count: 4, own: false },
};

/** Fewer known roads than this say nothing of an error: then what is known of Jharkhand is told. */
const fewest = 8;
/** More known roads than this are asked by every n-th. */
const mostAsked = 1500;

/** Errors from the known roads, or the shipped ones where there are too few. */
export function roadErrors(known: readonly KnownRoad[], learning: RoadLearning, start: RoadStart): RoadErrors {
  const { roadFactor, speedKmPerHour, shares } = start;
  const step = Math.max(1, Math.ceil(known.length / mostAsked));
  const plain: number[] = [];
  const improved: number[] = [];
  const plainTime: number[] = [];
  const improvedTime: number[] = [];
  for (let index = 0; index < known.length; index += step) {
    const { from, to, distanceKm, travelMinutes } = known[index]!;
    const straight = straightLineKm(from, to);
    if (straight < 1) continue;
    const without = learning.without(index);
    if (distanceKm !== null && distanceKm > 0) {
      take(plain, straight * roadFactor, distanceKm);
      take(improved, estimateRoad(from, to, without, start).distanceKm, distanceKm);
    }
    if (travelMinutes !== null && travelMinutes > 0) {
      const km = distanceKm ?? straight * roadFactor;
      const minutes = driveMinutes(km, { speedKmPerHour, shares, from: from.road, to: to.road });
      take(plainTime, minutes, travelMinutes);
      take(improvedTime, minutes * Math.exp((without.from.time + without.to.time) / 2), travelMinutes);
    }
  }
  return {
    plain: errorOf(plain, shippedErrors.plain),
    improved: errorOf(improved, shippedErrors.improved),
    plainTime: errorOf(plainTime, shippedErrors.plainTime),
    improvedTime: errorOf(improvedTime, shippedErrors.improvedTime),
  };
}

function take(misses: number[], estimate: number, known: number): void {
  misses.push(Math.abs(estimate - known) / known);
}

/** Of such shares the one that two of three do not exceed. */
export function usualShare(misses: readonly number[]): number {
  return misses.toSorted((a, b) => a - b)[Math.max(0, Math.ceil((misses.length * 2) / 3) - 1)] ?? 0;
}

const errorOf = (misses: readonly number[], shipped: RoadError): RoadError => (
  misses.length < fewest ? shipped : { share: misses.reduce((sum, miss) => sum + miss, 0) / misses.length, usual: usualShare(misses), count: misses.length, own: true }
);
