// Prints each told road beside what the others would have estimated, and the errors over all, over those nobody doubts, and of the times.
import { toldRoads } from '../help/toldRoads.ts';
import type { ToldRoad } from '../help/toldRoads.ts';
import { estimateRoad } from '../../shared/rules/roads/estimateRoad.ts';
import { straightLineKm } from '../../shared/rules/roads/greatCircle.ts';
import { learnRoads } from '../../shared/rules/roads/learnRoads.ts';
import type { KnownRoad } from '../../shared/rules/roads/learnRoads.ts';
import { roadErrors, usualShare } from '../../shared/rules/roads/roadErrors.ts';
import { driveMinutes } from '../../shared/rules/roads/speeds.ts';
import { defaultRoadFactor, defaultSpeedKmPerHour } from '../../shared/rules/travel.ts';

const figures = { roadFactor: defaultRoadFactor, speedKmPerHour: defaultSpeedKmPerHour };
const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
const median = (list: readonly number[]): number => { const sorted = [...list].sort((a, b) => a - b); return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2; };

function print(name: string, roads: readonly ToldRoad[], listed: boolean): void {
  const known = roads.map(({ from, to, km }): KnownRoad => ({ from, to, distanceKm: km, travelMinutes: null }));
  const learning = learnRoads(known, figures);
  const misses = known.map((road, at) => estimateRoad(road.from, road.to, learning.without(at), figures).distanceKm / road.distanceKm! - 1);
  const ratios = known.map((road) => road.distanceKm! / straightLineKm(road.from, road.to));
  // The factor itself found anew without the road it is tried on.
  const factors = ratios.map((ratio, at) => Math.abs(median(ratios.toSpliced(at, 1)) - ratio) / ratio);
  const errors = roadErrors(known, learning, figures);
  if (listed) roads.forEach((road, at) => console.log(`  ${`${road.fromName} – ${road.toName}`.padEnd(30)} ${String(road.km).padStart(6)} km  ${misses[at]! < 0 ? '' : '+'}${percent(misses[at]!)}${road.fit ? '' : '  (doubted)'}`));
  console.log(`${name}: ${roads.length} roads; factor ${median(ratios).toFixed(2)} (median), one factor alone off by ${percent(mean(factors))}, two of three within ${percent(usualShare(factors))}; with the other roads ${percent(errors.improved.share)} on average, two of three within ${percent(usualShare(misses.map(Math.abs)))}`);
}

export function benchRoads(folder: string): void {
  const all = toldRoads(folder);
  const withKm = all.filter(({ km }) => km !== null);
  print('All told kilometres, leave-one-out', withKm, true);
  print('Those fit for calibration', withKm.filter(({ fit }) => fit), false);
  const timed = all.filter(({ hours }) => hours !== null).map((road) => ({ ...road, km: road.km ?? mean(withKm.filter((other) => other.fit && other.fromName === road.fromName && other.toName === road.toName).map(({ km }) => km!)) }));
  const off = timed.map(({ km, hours, from, to }) => driveMinutes(km, { ...figures, from: from.road, to: to.road }) / 60 / hours! - 1);
  timed.forEach((road, at) => console.log(`  ${`${road.fromName} – ${road.toName}`.padEnd(30)} ${road.hours} h for ${Math.round(road.km)} km  ${percent(off[at]!)}`));
  console.log(`Times: ${timed.length} told; off by ${percent(mean(off.map(Math.abs)))} on average at ${defaultSpeedKmPerHour} km/h. They stand for 22 to 46 km/h; too few to choose a speed by kind of road.`);
}
