// Searches tours whose nights are at hotels as one row of visits and nights: annealing over the whole row, days too long allowed at a price.
import type { Random } from './random.ts';
import { overTolerance, tripLine } from './tripLine.ts';
import { tripMoves } from './tripMoves.ts';
import type { TripNodes } from './tripNodes.ts';

/** A row: the start, visits and nights in order, the end. Nodes as in `TripNodes`. */
export type TripRow = number[];

export interface TripRun {
  /** Steps of this run, and of the whole cooling of which it may be a part. */
  steps: number;
  cooling: number;
  hot: number;
  cold: number;
  /** Price of a minute beyond a day's end, at first and at last. */
  overFrom: number;
  overTo: number;
  /** Price of a point of worth, in minutes. */
  worthPrice: number;
  /** Price of a minute of travel: below 1 where worth counts. */
  travelPrice: number;
  /** True: ends as soon as every day holds. */
  endAtFirst?: boolean;
  shouldStop?: () => boolean;
}

const stepsBetweenAsks = 4096;

/** Metropolis annealing (Kirkpatrick, Gelatt and Vecchi 1983): pieces moved and turned, stretches turned, nights elsewhere, stops put in, taken out and exchanged. */
export function annealTrips(nodes: TripNodes, start: TripRow, random: Random, run: TripRun): TripRow | null {
  const line = tripLine(nodes, start);
  const { change } = line;
  const { travelPrice, worthPrice } = run;
  let best: TripRow | null = null;
  let [bestPoints, bestTravel] = [-1, Infinity];
  let overPrice = run.overFrom;
  // What the step may cost at most.
  let bar = 0;
  const propose = tripMoves(nodes, line, random, (driven) => driven * travelPrice - line.over * overPrice > bar);
  keep();
  const ratio = Math.log(run.cold / run.hot);
  const overRatio = Math.log(run.overTo / run.overFrom);
  let temperature = run.hot;
  for (let step = 0; step < run.steps; step++) {
    if (step % stepsBetweenAsks === 0) {
      if (run.shouldStop?.()) break;
      // What was added up in small parts is added up anew.
      line.measure();
    }
    if (step % 64 === 0) {
      temperature = run.hot * Math.exp((ratio * step) / run.cooling);
      overPrice = run.overFrom * Math.exp((overRatio * step) / run.cooling);
    }
    bar = -temperature * Math.log(1 - random.next());
    if (!propose()) continue;
    line.weigh();
    if (change.travel * travelPrice + change.over * overPrice - change.points * worthPrice > bar) continue;
    line.replace();
    keep();
    if (run.endAtFirst && best) break;
  }
  return best;

  function keep(): void {
    const { over, points, travel } = line;
    if (over > overTolerance || points < bestPoints - 1e-9) return;
    if (points < bestPoints + 1e-9 && travel >= bestTravel - 1e-9) return;
    best = Array.from(line.row.subarray(0, line.length));
    bestPoints = points;
    bestTravel = travel;
  }
}
