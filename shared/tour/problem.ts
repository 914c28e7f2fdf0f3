// Says what a tour to be planned consists of: numbers only, no clock and no calendar hidden in it.
import { AppError } from '../errors.ts';

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
  /** True: must be visited. False: visited where time is left, the more worth the sooner. */
  must: boolean;
  worth: number;
  /** Fixed to a day (index) and a begin. */
  pinned?: { day: number; begin: number };
  /** Where given, the stop may begin in one of these only; days not named are closed to it. */
  windows?: readonly TourWindow[];
}

/** One day of the window. `dutyTo` not after `dutyFrom`: a day without duty, the leader is away. */
export interface TourDuty {
  dutyFrom: number;
  dutyTo: number;
  /** Neither driving nor meeting here. */
  reserved: readonly { from: number; to: number }[];
  maxDrivingMinutes?: number;
}

/**
 * All times are minutes, on a scale that begins anew every day; a day may have any length.
 * Matrices are row by row (from i to j at `i * placeCount + j`), need not be symmetric, and any array of numbers will do.
 */
export interface TourProblem {
  placeCount: number;
  travelMinutes: ArrayLike<number>;
  distanceKm: ArrayLike<number>;
  stops: readonly TourStop[];
  days: readonly TourDuty[];
  /** The stop that must come first of all, and the one that must come last; both count as musts. */
  firstStopId?: string;
  lastStopId?: string;
  /** Where the leader is before the first morning; without it the tour begins at its first visit. */
  startPlace?: number;
  /** Where the leader drives after the last visit, still on that day. */
  returnTo?: number;
  /** Places where a night is possible; without it, all. */
  nightPlaces?: readonly number[];
  /**
   * True: where the days do not hold otherwise, the leader drives on in the evening to the next day's first stop and sleeps there,
   * if a night is possible. Otherwise the night is always where the day's last visit was.
   */
  driveOnInEvening?: boolean;
  /** True: as few days as possible, before least travel. Otherwise the given days are used evenly. */
  fewestDays?: boolean;
}

/** Must this stop be visited? */
export function isMust(problem: TourProblem, stop: TourStop): boolean {
  return stop.must || stop.id === problem.firstStopId || stop.id === problem.lastStopId;
}

/**
 * Refuses a problem that makes no sense. Throws `tour.matrixSize {placeCount, travelMinutes, distanceKm}`,
 * `tour.badTravel {fromPlace, toPlace}`, `tour.noPlace {stopId, place}` (stopId null: start, return or night place),
 * `tour.badLength {stopId, durationMinutes}`, `tour.stopTwice {stopId}`, `tour.unknownStop {stopId}`,
 * `tour.noSuchDay {stopId, day}`, `tour.badWindow {stopId, day}`, `tour.badReserved {day}`, `tour.firstIsLast {stopId}`.
 */
export function checkProblem(problem: TourProblem): void {
  const { placeCount, travelMinutes, distanceKm, stops, days } = problem;
  const size = placeCount * placeCount;
  if (travelMinutes.length !== size || distanceKm.length !== size) {
    throw new AppError('tour.matrixSize', { placeCount, travelMinutes: travelMinutes.length, distanceKm: distanceKm.length });
  }
  for (let cell = 0; cell < size; cell++) {
    if (!isLength(travelMinutes[cell]!) || !isLength(distanceKm[cell]!)) {
      throw new AppError('tour.badTravel', { fromPlace: Math.floor(cell / placeCount), toPlace: cell % placeCount });
    }
  }
  const checkPlace = (stopId: string | null, place: number): void => {
    if (!Number.isInteger(place) || place < 0 || place >= placeCount) throw new AppError('tour.noPlace', { stopId, place });
  };
  const ids = new Set<string>();
  for (const stop of stops) {
    if (ids.has(stop.id)) throw new AppError('tour.stopTwice', { stopId: stop.id });
    ids.add(stop.id);
    checkPlace(stop.id, stop.place);
    if (!isLength(stop.durationMinutes)) {
      throw new AppError('tour.badLength', { stopId: stop.id, durationMinutes: stop.durationMinutes });
    }
    if (stop.pinned) checkDay(problem, stop.id, stop.pinned.day);
    for (const window of stop.windows ?? []) {
      checkDay(problem, stop.id, window.day);
      if (!(window.from <= window.to)) throw new AppError('tour.badWindow', { stopId: stop.id, day: window.day });
    }
  }
  for (const id of [problem.firstStopId, problem.lastStopId]) {
    if (id !== undefined && !ids.has(id)) throw new AppError('tour.unknownStop', { stopId: id });
  }
  if (problem.firstStopId !== undefined && problem.firstStopId === problem.lastStopId && stops.length > 1) {
    throw new AppError('tour.firstIsLast', { stopId: problem.firstStopId });
  }
  for (const place of [problem.startPlace, problem.returnTo, ...(problem.nightPlaces ?? [])]) {
    if (place !== undefined) checkPlace(null, place);
  }
  days.forEach((day, index) => {
    if (day.reserved.some((part) => !(part.from <= part.to))) throw new AppError('tour.badReserved', { day: index });
  });
}

/** Throws `tour.noSuchDay {stopId, day}` unless `day` is the index of one of the days. */
export function checkDay(problem: TourProblem, stopId: string, day: number): void {
  if (!Number.isInteger(day) || day < 0 || day >= problem.days.length) throw new AppError('tour.noSuchDay', { stopId, day });
}

function isLength(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}
