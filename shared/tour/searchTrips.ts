// Searches tours with nights at hotels, run by run: fewer days as long as that works, then less travel; or more worth in the days there are.
import { annealTrips } from './annealTrips.ts';
import type { TripRow } from './annealTrips.ts';
import type { RouteSearch } from './annealRoutes.ts';
import { areAlike, daysNeeded } from './fewerDays.ts';
import type { Random } from './random.ts';
import type { Timetable } from './timetable.ts';
import { isTripTour, tripNodes } from './tripNodes.ts';
import type { TripNodes } from './tripNodes.ts';

export interface TripRound {
  /** Counts the runs from 0. */
  index: number;
  /** Steps of this run, of the whole cooling of which it may be a part. */
  steps: number;
  cooling: number;
  random: Random;
  onBetter: () => void;
  shouldStop?: () => boolean;
}

/** One run of the search. */
export type TripSearch = (round: TripRound) => void;

/** In legs between neighbours: where the cooling begins and ends. */
const hot = 3;
const cold = 0.1;
/** A cooling that begins with a good plan begins lower. */
const warm = 1;
/** Price of a minute beyond a day's end, at first and at last. */
const overFrom = 1;
const overTo = 10;
/** A stop of middling worth is worth so many legs between neighbours; a minute of travel then counts little. */
const worthLegs = 2;
const travelBesideWorth = 0.05;
/** Share of a run for one attempt at a day less. */
const attemptShare = 0.3;

/** Null where more than the length of days stands in the way; see `isTripTour`. `enough`: travel nothing can be below. */
export function tripSearch(table: Timetable, search: RouteSearch, active: number[], enough: number): TripSearch | null {
  if (!isTripTour(table, active)) return null;
  const { dayCount } = table;
  const fewest = table.problem.fewestDays === true && areAlike(table);
  let nodes: TripNodes | null = null;
  let unit = 0;
  const least = fewest ? daysNeeded(table, enough) : dayCount;

  function anneal(days: number, heat: number, isAttempt: boolean, { steps, cooling, random, onBetter, shouldStop }: TripRound): void {
    nodes ??= tripNodes(table, active);
    unit ||= meanNearLeg(nodes, active);
    const { optional, worth } = nodes;
    const mean = optional ? worth.reduce((sum, one) => sum + one, 0) / Math.max(1, active.filter((stop) => worth[stop]! > 0).length) : 0;
    const limited = { ...nodes, limit: nodes.limit.subarray(0, days) };
    const row = annealTrips(limited, rowOf(limited, days, random), random, {
      steps, cooling, hot: heat * unit, cold: cold * unit, overFrom, overTo, endAtFirst: isAttempt, shouldStop,
      worthPrice: mean > 0 ? (worthLegs * unit) / mean : 0, travelPrice: mean > 0 ? travelBesideWorth : 1,
    });
    if (row && search.offerDays(daysOf(limited, row, fewest))) onBetter();
  }

  /** The best so far as a row of so many days. */
  function rowOf({ start, end, stopCount, spotCount }: TripNodes, days: number, random: Random): TripRow {
    const { best } = search;
    const spotAt = new Map(table.nightPlaces.map((place, at) => [place, stopCount + at]));
    const row: TripRow = [start];
    const nights: TripRow = [];
    const placed = new Set<number>();
    let used = 1;
    for (let slot = 0; slot < dayCount; slot++) {
      const count = best.length[slot]!;
      const isUsed = count > 0 || best.driving[slot]! > 0;
      if (fewest ? !isUsed : slot === 0) continue;
      if ((fewest ? row.length > 1 : true) && used < days) {
        const night = spotAt.get(best.morning[slot]!) ?? stopCount + random.below(spotCount);
        row.push(night);
        nights.push(night);
        used++;
      }
      for (let k = 0; k < count; k++) row.push(best.stops[slot * best.stride + k]!);
    }
    if (!fewest) {
      const first = Array.from(best.stops.subarray(0, best.length[0]!));
      row.splice(1, 0, ...first);
    }
    for (const node of row) placed.add(node);
    const absent = active.filter((stop) => table.must[stop] && !placed.has(stop));
    row.push(...absent);
    while (used < days) {
      row.push(nights.at(-1) ?? stopCount + random.below(spotCount));
      used++;
    }
    row.push(end);
    return row;
  }

  return (round) => {
    const { index } = round;
    const heat = index % 3 === 2 ? warm : hot;
    if (!fewest || search.score.missing > 0) {
      anneal(dayCount, heat, false, round);
      return;
    }
    let left = round.steps;
    const attempt = Math.ceil(round.cooling * attemptShare);
    for (let isFewer = index === 0; isFewer && left >= attempt && search.score.days > least; left -= attempt) {
      const before = search.score.days;
      anneal(before - 1, hot, true, { ...round, steps: attempt, cooling: attempt });
      isFewer = search.score.days < before;
    }
    if (left <= 0) return;
    const isFewer = index % 3 === 1 && search.score.days > least;
    anneal(search.score.days - Number(isFewer), heat, false, { ...round, steps: left });
  };
}

/** The stops day by day; days on which nobody moves are left out where few are wanted. */
function daysOf({ stopCount, end, start }: TripNodes, row: TripRow, compact: boolean): number[][] {
  const days: number[][] = [];
  let day: number[] = [];
  let morning = start;
  for (const node of row.slice(1)) {
    if (node < stopCount) {
      day.push(node);
      continue;
    }
    if (!compact || day.length > 0 || (node !== morning && node !== end)) days.push(day);
    day = [];
    morning = node;
  }
  return days;
}

/** Mean of each stop's three shortest legs: the scale of a step. */
function meanNearLeg({ near, nearWidth, leg, size }: TripNodes, active: readonly number[]): number {
  let [total, count] = [0, 0];
  for (const stop of active) {
    for (let n = 0; n < Math.min(3, nearWidth); n++) {
      const other = near[stop * nearWidth + n]!;
      if (other < 0) continue;
      total += Math.min(leg[stop * size + other]!, leg[other * size + stop]!);
      count++;
    }
  }
  return Math.max(total / Math.max(1, count), 1e-3);
}
