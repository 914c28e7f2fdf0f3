// How far the estimates are off, told by the roads that are known.
import { estimateRoad } from './estimateRoad.ts';
import { straightLineKm } from './greatCircle.ts';
import type { KnownRoad, RoadLearning } from './learnRoads.ts';
import { driveMinutes } from './speeds.ts';

/** Mean of |estimate - known| / known over `count` roads; 0.12 reads ±12 %. */
export interface RoadError {
  share: number;
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

/** Leave-one-out over the 21 told distances fit for calibration; `test/rules/roadCalibration.test.ts` reckons them again. */
export const shippedErrors: RoadErrors = {
  plain: { share: 0.12, count: 21, own: false },
  improved: { share: 0.1, count: 21, own: false },
  plainTime: { share: 0.27, count: 4, own: false },
  improvedTime: { share: 0.27, count: 4, own: false },
};

/** Fewer known roads than this say nothing of an error: then what is known of Jharkhand is told. */
const fewest = 8;
/** More known roads than this are asked by every n-th. */
const mostAsked = 1500;

/** Errors from the known roads, or the shipped ones where there are too few. */
export function roadErrors(known: readonly KnownRoad[], learning: RoadLearning, { roadFactor, speedKmPerHour }: { roadFactor: number; speedKmPerHour: number }): RoadErrors {
  const step = Math.max(1, Math.ceil(known.length / mostAsked));
  const [plain, improved, plainTime, improvedTime] = [0, 1, 2, 3].map(() => ({ sum: 0, count: 0 })) as [Mean, Mean, Mean, Mean];
  for (let index = 0; index < known.length; index += step) {
    const { from, to, distanceKm, travelMinutes } = known[index]!;
    const straight = straightLineKm(from, to);
    if (straight < 1) continue;
    const without = learning.without(index);
    if (distanceKm !== null && distanceKm > 0) {
      take(plain, straight * roadFactor, distanceKm);
      take(improved, estimateRoad(from, to, without, { roadFactor, speedKmPerHour }).distanceKm, distanceKm);
    }
    if (travelMinutes !== null && travelMinutes > 0) {
      const km = distanceKm ?? straight * roadFactor;
      const minutes = driveMinutes(km, { speedKmPerHour, from: from.road, to: to.road });
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

interface Mean {
  sum: number;
  count: number;
}

function take(mean: Mean, estimate: number, known: number): void {
  mean.sum += Math.abs(estimate - known) / known;
  mean.count += 1;
}

const errorOf = ({ sum, count }: Mean, shipped: RoadError): RoadError => (count < fewest ? shipped : { share: sum / count, count, own: true });
