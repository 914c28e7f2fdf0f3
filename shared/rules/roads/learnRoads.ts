// Learns from the user's own roads how much longer and slower roads are than estimated: for the state, and near each place.
import type { Point } from './greatCircle.ts';
import { straightLineKm } from './greatCircle.ts';
import { driveMinutes } from './speeds.ts';
import type { RoadKind, RoadStart } from './speeds.ts';

export interface RoadEnd extends Point {
  road?: RoadKind;
}

/** A road whose length or time somebody knows; null: not known. */
export interface KnownRoad {
  from: RoadEnd;
  to: RoadEnd;
  distanceKm: number | null;
  travelMinutes: number | null;
}

/** Natural logarithms of what the plain estimate is multiplied with, and how much the roads nearby weigh in it (the prior weighs 1). */
export interface LocalFactors {
  distance: number;
  time: number;
  weight: number;
  timeWeight: number;
}

export interface RoadLearning {
  /** For the whole area: the logarithms far from every known road. */
  state: { distance: number; time: number };
  at(point: Point): LocalFactors;
  /** As `at` for the two ends of the known road of that index, as if neither it nor its way back were known. */
  without(index: number): { from: LocalFactors; to: LocalFactors };
}

/** A known road tells of places this near to its straight line, less and less: weight exp(-(d / reach)²). */
export const reachKm = 20;
const cutKm = 3 * reachKm;
/** As much as so many known roads weighs the assumption that a place is like the state. */
const localPrior = 1;
/** As much as so many known roads weighs the assumption that the state is as estimated. */
const statePrior = 5;
/** One slip of the pen must not bend the roads all round: ratios beyond these count as these. */
const leastRatio = 1 / 1.25;
const mostRatio = 2.5;
const kmPerDegree = 111.195;

const clipped = (ratio: number): number => Math.log(Math.min(mostRatio, Math.max(leastRatio, ratio)));

/**
 * Kernel-weighted means of log ratios (Nadaraya and Watson 1964), drawn towards the state's mean, which is drawn towards the estimate.
 * `factor`: road kilometres per straight kilometre; `speedKmPerHour` on main roads.
 */
export function learnRoads(known: readonly KnownRoad[], { roadFactor, speedKmPerHour, shares }: RoadStart): RoadLearning {
  const count = known.length;
  const middle = known.reduce((sum, road) => sum + road.from.lat + road.to.lat, 0) / Math.max(1, 2 * count);
  const perLon = Math.cos((middle * Math.PI) / 180) * kmPerDegree;
  const [ax, ay, bx, by] = [0, 1, 2, 3].map(() => new Float64Array(count)) as [Float64Array, Float64Array, Float64Array, Float64Array];
  /** NaN: this road says nothing about it. */
  const [length, time] = [new Float64Array(count), new Float64Array(count)];
  const roadsOf = new Map<string, number[]>();
  const keys: string[] = [];
  known.forEach(({ from, to, distanceKm, travelMinutes }, index) => {
    ax[index] = from.lon * perLon;
    ay[index] = from.lat * kmPerDegree;
    bx[index] = to.lon * perLon;
    by[index] = to.lat * kmPerDegree;
    const straight = straightLineKm(from, to);
    length[index] = distanceKm === null || straight < 1 || distanceKm <= 0 ? Number.NaN : clipped(distanceKm / (straight * roadFactor));
    const km = distanceKm ?? straight * roadFactor;
    const minutes = driveMinutes(km, { speedKmPerHour, shares, from: from.road, to: to.road });
    time[index] = travelMinutes === null || travelMinutes <= 0 || minutes < 1 ? Number.NaN : clipped(travelMinutes / minutes);
    const key = [`${from.lat} ${from.lon}`, `${to.lat} ${to.lon}`].sort().join(' ');
    keys.push(key);
    const same = roadsOf.get(key);
    if (same) same.push(index);
    else roadsOf.set(key, [index]);
  });
  const totals = { length: sumOf(length), time: sumOf(time) };
  const stateMean = ({ sum, weight }: Sums): number => sum / (statePrior + weight);
  const state = { distance: stateMean(totals.length), time: stateMean(totals.time) };

  const near = (x: number, y: number): { length: Sums; time: Sums } => {
    const sums = { length: { sum: 0, weight: 0 }, time: { sum: 0, weight: 0 } };
    for (let k = 0; k < count; k++) {
      const x0 = ax[k]!, x1 = bx[k]!, y0 = ay[k]!, y1 = by[k]!;
      if (x < Math.min(x0, x1) - cutKm || x > Math.max(x0, x1) + cutKm || y < Math.min(y0, y1) - cutKm || y > Math.max(y0, y1) + cutKm) continue;
      const dx = x1 - x0, dy = y1 - y0;
      const along = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy + 1e-9)));
      const offX = x - x0 - along * dx, offY = y - y0 - along * dy;
      const square = offX * offX + offY * offY;
      if (square > cutKm * cutKm) continue;
      const weight = Math.exp(-square / (reachKm * reachKm));
      add(sums.length, length[k]!, weight);
      add(sums.time, time[k]!, weight);
    }
    return sums;
  };
  const factors = (sums: { length: Sums; time: Sums }, far: { distance: number; time: number }): LocalFactors => ({
    distance: (localPrior * far.distance + sums.length.sum) / (localPrior + sums.length.weight),
    time: (localPrior * far.time + sums.time.sum) / (localPrior + sums.time.weight),
    weight: sums.length.weight,
    timeWeight: sums.time.weight,
  });
  /** Ends are places, and many roads share them. */
  const sumsAt = new Map<string, { length: Sums; time: Sums }>();
  const sumsOf = ({ lat, lon }: Point): { length: Sums; time: Sums } => {
    const key = `${lat} ${lon}`;
    let sums = sumsAt.get(key);
    if (!sums) sumsAt.set(key, sums = near(lon * perLon, lat * kmPerDegree));
    return sums;
  };
  return {
    state,
    at: (point) => factors(count === 0 ? { length: nothing, time: nothing } : sumsOf(point), state),
    without: (index) => {
      // At its own ends a road weighs exactly 1.
      const own = roadsOf.get(keys[index]!)!;
      const minus = { length: sumOf(own.map((k) => length[k]!)), time: sumOf(own.map((k) => time[k]!)) };
      const less = (sums: Sums, off: Sums): Sums => ({ sum: sums.sum - off.sum, weight: Math.max(0, sums.weight - off.weight) });
      const far = { distance: stateMean(less(totals.length, minus.length)), time: stateMean(less(totals.time, minus.time)) };
      const end = (point: Point): LocalFactors => {
        const sums = sumsOf(point);
        return factors({ length: less(sums.length, minus.length), time: less(sums.time, minus.time) }, far);
      };
      return { from: end(known[index]!.from), to: end(known[index]!.to) };
    },
  };
}

interface Sums {
  sum: number;
  weight: number;
}
const nothing: Sums = { sum: 0, weight: 0 };

function add(sums: Sums, value: number, weight: number): void {
  if (Number.isNaN(value)) return;
  sums.sum += value * weight;
  sums.weight += weight;
}

function sumOf(values: ArrayLike<number>): Sums {
  const sums = { sum: 0, weight: 0 };
  for (let at = 0; at < values.length; at++) add(sums, values[at]!, 1);
  return sums;
}
