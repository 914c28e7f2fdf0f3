// Plans a tour: which day and in which order every stop is visited.
import { annealDays, isBetter, weigh } from './annealDays.ts';
import type { Candidate } from './annealDays.ts';
import { travelBound } from './bound.ts';
import { checkWith } from './checkTour.ts';
import { pathCosts } from './pathCosts.ts';
import type { PathCosts } from './pathCosts.ts';
import type { TourEntry, TourPlan } from './plan.ts';
import type { TourProblem } from './problem.ts';
import { seededRandom } from './random.ts';
import { insertCheapest, pathTravel, shortestOrder } from './shortestPath.ts';
import { daySplitter } from './splitDays.ts';
import type { DaySplitter } from './splitDays.ts';
import { fitsSlot, timetable } from './timetable.ts';
import type { Timetable } from './timetable.ts';

export interface SolveProgress {
  done: number;
  of: number;
  /** The best so far. */
  plan: TourPlan;
}

export interface SolveOptions {
  /** The same problem and seed give the same plan on any machine, unless it was stopped. */
  seed: number;
  /** Asked often; once true, the best so far is returned. */
  shouldStop?: () => boolean;
  /** Called with the first plan and at most a few dozen times after. */
  onProgress?: (progress: SolveProgress) => void;
}

const pathRounds = 300;
const annealRoundsPerStop = 400;
const mostAnnealRounds = 40_000;
const reports = 20;

/**
 * Every must that any day could hold, as few and small breaches as were found, optional stops where they break nothing, least
 * travel, even days. Order by iterated local search; when the shortest order is proved shortest and its days hold, that is
 * the answer; otherwise annealing over orders, each split into days exactly. Returns `checkTour` of its own schedule.
 * Throws as `checkProblem` does.
 */
export function solveTour(problem: TourProblem, options: SolveOptions): TourPlan {
  const table = timetable(problem);
  const { seed, shouldStop } = options;
  const random = seededRandom(seed);
  const all = problem.stops.map((_, index) => index);
  const costs = pathCosts(table, all);
  const splitter = daySplitter(table);
  const musts = all.filter((stop) => table.must[stop] && anyDay(table, stop));
  const planOf = (candidate: Candidate): TourPlan => checkWith(table, entries(table, splitter, candidate), { seed });

  const rounds = Math.min(mostAnnealRounds, annealRoundsPerStop * table.stopCount);
  let reported = 0;
  const report = (done: number, best: Candidate, always = false): void => {
    if (!options.onProgress || (!always && done < (reported * rounds) / reports)) return;
    reported = Math.floor((done * reports) / rounds) + 1;
    options.onProgress({ done, of: rounds, plan: planOf(best) });
  };

  let best = firstOrder(table, costs, splitter, musts);
  report(0, best, true);
  const enough = travelBound(table, musts, pathTravel(costs, best.order));
  const shortest = shortestOrder(costs, insertCheapest(costs, musts), random, { rounds: pathRounds, enough, shouldStop });
  best = better(best, weigh(splitter, shortest));

  const search = (start: Candidate, least: number): Candidate =>
    annealDays(costs, splitter, start, random, {
      ...movable(table, start.order), several: table.leaderCount > 1, rounds, enough: least, shouldStop, onRound: (done, found) => report(done, found),
    });
  best = search(best, enough);
  const optional = all.filter((stop) => !table.must[stop] && anyDay(table, stop));
  if (optional.length > 0) {
    best = fill(table, costs, splitter, best, optional, shouldStop);
    // What is shorter now may leave room for one more.
    best = fill(table, costs, splitter, search(best, 0), optional, shouldStop);
  }
  return planOf(best);
}

function anyDay(table: Timetable, stop: number): boolean {
  // A must too long for any day, or pinned to a day away, is planned all the same and marked; only without any duty it cannot be.
  if (table.must[stop]) return table.hasDuty.includes(true);
  return table.hasDuty.some((_, day) => fitsSlot(table, stop, day));
}

function better(a: Candidate, b: Candidate | null): Candidate {
  return b && isBetter(b, a) ? b : a;
}

/** Cheapest insertion; where stops are tied to times, these first in their order and every other where it breaks least. */
function firstOrder(table: Timetable, costs: PathCosts, splitter: DaySplitter, musts: readonly number[]): Candidate {
  const plain = weigh(splitter, insertCheapest(costs, musts))!;
  const keyed = musts.map((stop) => ({ stop, time: earliestTime(table, stop) }));
  const timed = keyed.filter(({ stop, time }) => time < Infinity && stop !== table.firstStop[0] && stop !== table.lastStop[0]);
  if (timed.length === 0) return plain;
  timed.sort((a, b) => a.time - b.time || a.stop - b.stop);
  const ends = (stop: number): number[] => (musts.includes(stop) ? [stop] : []);
  const order = [...ends(table.firstStop[0]!), ...timed.map(({ stop }) => stop), ...ends(table.lastStop[0]!)];
  let candidate = weigh(splitter, order)!;
  for (const stop of musts) {
    if (candidate.order.includes(stop)) continue;
    let least: Candidate | null = null;
    const { from, to } = movable(table, candidate.order);
    for (let at = from; at <= to; at++) {
      const tried = weigh(splitter, candidate.order.toSpliced(at, 0, stop), least?.weight);
      if (tried && (!least || isBetter(tried, least))) least = tried;
    }
    candidate = least!;
  }
  return better(plain, candidate);
}

/** A number that grows with the first day and time a stop may begin; Infinity for a stop that is free. */
function earliestTime(table: Timetable, stop: number): number {
  const longestDay = 1e6;
  if (table.pinDay[stop]! >= 0) return table.pinDay[stop]! * longestDay + table.pinBegin[stop]!;
  const windows = table.problem.stops[stop]!.windows ?? [];
  return Math.min(Infinity, ...windows.map((window) => window.day * longestDay + window.from));
}

/** Which positions of an order may change: all but the fixed first and last. */
function movable(table: Timetable, order: readonly number[]): { from: number; to: number } {
  const hasFirst = order.length > 0 && order[0] === table.firstStop[0];
  const hasLast = order.length > 0 && order.at(-1) === table.lastStop[0];
  return { from: hasFirst ? 1 : 0, to: order.length - (hasLast ? 1 : 0) };
}

/** Puts in optional stops, the most worth for the time they take first, as long as nothing more breaks. */
function fill(
  table: Timetable,
  costs: PathCosts,
  splitter: DaySplitter,
  start: Candidate,
  optional: readonly number[],
  shouldStop?: () => boolean,
): Candidate {
  let best = start;
  let open = optional.filter((stop) => !start.order.includes(stop));
  while (open.length > 0) {
    if (shouldStop?.()) break;
    const { from, to } = movable(table, best.order);
    const travel = pathTravel(costs, best.order);
    const places = open.flatMap((stop) =>
      Array.from({ length: to - from + 1 }, (_, k) => {
        const order = best.order.toSpliced(from + k, 0, stop);
        const minutes = pathTravel(costs, order) - travel + table.durationMinutes[stop]!;
        return { stop, order, value: table.worth[stop]! / Math.max(1, minutes) };
      }),
    );
    places.sort((a, b) => b.value - a.value);
    let found: Candidate | null = null;
    for (const { stop, order } of places) {
      found = weigh(splitter, order, best.weight);
      if (!found) continue;
      open = open.filter((other) => other !== stop);
      best = found;
      break;
    }
    if (!found) break;
  }
  return best;
}

function entries(table: Timetable, splitter: DaySplitter, candidate: Candidate): TourEntry[] {
  splitter.split(candidate.order, candidate.order.length, Infinity);
  const slots = splitter.slots();
  return candidate.order.map((stop, index) => ({
    stopId: table.problem.stops[stop]!.id,
    day: slots[index]! % table.dayCount,
    leader: Math.floor(slots[index]! / table.dayCount),
  }));
}
