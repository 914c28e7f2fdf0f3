// Says what a tour to be planned consists of: numbers only, no clock and no calendar hidden in it.
import type { TourEntry } from './plan.ts';

/** A stop may begin no earlier than `from` and no later than `to`, on that day. */
export interface TourWindow {
  day: number;
  from: number;
  to: number;
}

export interface TourStop {
  id: string;
  /** Index of its place, below `placeCount`. */
  place: number;
  durationMinutes: number;
  /** True: must be visited. False: visited where time is left, so that the sum of worths is greatest. */
  must: boolean;
  worth: number;
  /** Fixed to a day (index), and to a begin where one is given. */
  pinned?: { day: number; begin?: number };
  /** Where given, the stop may begin in one of these only (several on one day too); days not named are closed to it. */
  windows?: readonly TourWindow[];
  /** Index in `leaders`: only this one may take the stop. */
  leader?: number;
}

/** One day of the window. `dutyTo` not after `dutyFrom`: a day without duty, the leader is away. */
export interface TourDuty {
  dutyFrom: number;
  dutyTo: number;
  /** Neither driving nor meeting here. */
  reserved: readonly { from: number; to: number }[];
  maxDrivingMinutes?: number;
  /** No driving after `noDrivingFrom` (dusk) nor before `noDrivingUntil` (dawn); meetings may be held then. */
  noDrivingFrom?: number;
  noDrivingUntil?: number;
  /** After `darkFrom` and before `darkUntil` roads take `TourProblem.darkTravelMinutes`; driving is allowed all the same. */
  darkFrom?: number;
  darkUntil?: number;
  /** The night after this day is at this place: chosen by hand, whatever `nightPlaces` says. */
  nightPlace?: number;
}

/** Where a leader's tour begins and ends. */
export interface TourEnds {
  /** The stop that must come first of all, and the one that must come last; both count as musts. */
  firstStopId?: string;
  lastStopId?: string;
  /** Where the leader is before the first morning; without it the tour begins at its first visit. */
  startPlace?: number;
  /** Where the leader drives after the last visit: still on that day, or after nights on the way where `nightPlaces` are given. */
  returnTo?: number;
}

/** One of several who share the stops. */
export interface TourLeader extends TourEnds {
  id: string;
  /** As many as `TourProblem.days`, which count where none are given here. */
  days?: readonly TourDuty[];
  lockedDays?: readonly number[];
  /** The only places for this leader's nights; without it, those of the problem. */
  nightPlaces?: readonly number[];
}

/**
 * All times are minutes, on a scale that begins anew every day; a day may have any length, and fractions are allowed.
 * Matrices are row by row (from i to j at `i * placeCount + j`), need not be symmetric, and any array of numbers will do.
 * Wanted, in this order: all musts visited; windows, duty and nights kept; most worth; fewest days where asked;
 * least travel; even days.
 */
export interface TourProblem extends TourEnds {
  placeCount: number;
  travelMinutes: ArrayLike<number>;
  /**
   * As long as the same roads take in the dark, never less. The check reckons with it; the solver does not: who plans such a
   * problem asks `solveInDark`.
   */
  darkTravelMinutes?: ArrayLike<number>;
  /** Only told in the plan; without it, zeros. */
  distanceKm?: ArrayLike<number>;
  stops: readonly TourStop[];
  days: readonly TourDuty[];
  /** Places where a night is possible; without it, all. They need not be places of stops. */
  nightPlaces?: readonly number[];
  /**
   * True: any night may be at any of the night places, wherever that makes the tour better; days on which only a drive from
   * night to night happens are allowed, too. False: the night is where the day's last visit was, or where that cannot be, at the
   * night place with the least detour. Not said: true with `nightPlaces`, false without.
   */
  driveOnInEvening?: boolean;
  /** True: as few days as possible, before least travel. Otherwise the given days are used evenly. */
  fewestDays?: boolean;
  /** Several leaders share the stops, each stop is visited once. The ends and locked days of the problem itself do not count then. */
  leaders?: readonly TourLeader[];
  /** A schedule to improve on: the answer is never worse. */
  start?: readonly TourEntry[];
  /** Days that stay exactly as they are in `start`: its stops, their order and times, and no others. */
  lockedDays?: readonly number[];
}

/** The leaders of a problem: the one it speaks of itself where none are named. */
export function leadersOf(problem: TourProblem): readonly TourLeader[] {
  if (problem.leaders && problem.leaders.length > 0) return problem.leaders;
  const { firstStopId, lastStopId, startPlace, returnTo, lockedDays } = problem;
  return [{ id: '', firstStopId, lastStopId, startPlace, returnTo, lockedDays }];
}

/** Must this stop be visited? */
export function isMust(problem: TourProblem, stop: TourStop): boolean {
  return stop.must || leadersOf(problem).some(({ firstStopId, lastStopId }) => stop.id === firstStopId || stop.id === lastStopId);
}

/** May the night be elsewhere than at the day's last visit? */
export function hasFreeNights({ driveOnInEvening, nightPlaces }: TourProblem): boolean {
  return driveOnInEvening ?? nightPlaces !== undefined;
}
