// Turns a tour problem into arrays the planner can run through quickly.
import { checkProblem, isMust } from './problem.ts';
import type { TourProblem, TourWindow } from './problem.ts';

/** Stops, days and places are indexes; -1 stands for none. */
export interface Timetable {
  problem: TourProblem;
  placeCount: number;
  travelMinutes: Float64Array;
  distanceKm: Float64Array;
  /** True when every travel time is a whole number, so that bounds may be rounded up. */
  wholeMinutes: boolean;
  stopCount: number;
  stopIndex: Map<string, number>;
  place: Int32Array;
  durationMinutes: Float64Array;
  must: boolean[];
  worth: Float64Array;
  pinDay: Int32Array;
  pinBegin: Float64Array;
  /** Of each stop, by day; null: open always. */
  windows: (Map<number, TourWindow[]> | null)[];
  dayCount: number;
  hasDuty: boolean[];
  dutyFrom: Float64Array;
  dutyTo: Float64Array;
  maxDrivingMinutes: Float64Array;
  reserved: { from: number; to: number }[][];
  firstStop: number;
  lastStop: number;
  startPlace: number;
  returnTo: number;
  nightAllowed: boolean[];
  /** Found once for each pair of places; see `nightBetween`. */
  nightCache: Int32Array;
}

/** Throws as `checkProblem` does. */
export function timetable(problem: TourProblem): Timetable {
  checkProblem(problem);
  const { stops, days, placeCount } = problem;
  const stopIndex = new Map(stops.map((stop, index) => [stop.id, index]));
  const travelMinutes = Float64Array.from(problem.travelMinutes);
  const nights = problem.nightPlaces ? new Set(problem.nightPlaces) : null;
  return {
    problem,
    placeCount,
    travelMinutes,
    distanceKm: Float64Array.from(problem.distanceKm),
    wholeMinutes: travelMinutes.every(Number.isInteger),
    stopCount: stops.length,
    stopIndex,
    place: Int32Array.from(stops, (stop) => stop.place),
    durationMinutes: Float64Array.from(stops, (stop) => stop.durationMinutes),
    must: stops.map((stop) => isMust(problem, stop)),
    worth: Float64Array.from(stops, (stop) => stop.worth),
    pinDay: Int32Array.from(stops, (stop) => stop.pinned?.day ?? -1),
    pinBegin: Float64Array.from(stops, (stop) => stop.pinned?.begin ?? Number.NaN),
    windows: stops.map((stop) => (stop.windows ? windowsByDay(stop.windows) : null)),
    dayCount: days.length,
    hasDuty: days.map((day) => day.dutyTo > day.dutyFrom),
    dutyFrom: Float64Array.from(days, (day) => day.dutyFrom),
    dutyTo: Float64Array.from(days, (day) => day.dutyTo),
    maxDrivingMinutes: Float64Array.from(days, (day) => day.maxDrivingMinutes ?? Infinity),
    reserved: days.map((day) => [...day.reserved].sort((a, b) => a.from - b.from)),
    firstStop: problem.firstStopId === undefined ? -1 : stopIndex.get(problem.firstStopId)!,
    lastStop: problem.lastStopId === undefined ? -1 : stopIndex.get(problem.lastStopId)!,
    startPlace: problem.startPlace ?? -1,
    returnTo: problem.returnTo ?? -1,
    nightAllowed: Array.from({ length: placeCount }, (_, place) => nights === null || nights.has(place)),
    nightCache: new Int32Array(placeCount * placeCount).fill(-1),
  };
}

/**
 * Where the leader sleeps between a visit at `from` and the next at `next`: there if a night is possible, else at the place
 * with the least detour. Where no night is possible anywhere, there all the same.
 */
export function nightBetween(table: Timetable, from: number, next: number): number {
  if (table.nightAllowed[from]) return from;
  const { placeCount, travelMinutes, nightCache } = table;
  const cell = from * placeCount + next;
  if (nightCache[cell]! >= 0) return nightCache[cell]!;
  let best = from;
  let least = Infinity;
  for (let place = 0; place < placeCount; place++) {
    if (!table.nightAllowed[place]) continue;
    const detour = travelMinutes[from * placeCount + place]! + travelMinutes[place * placeCount + next]!;
    if (detour < least) {
      least = detour;
      best = place;
    }
  }
  nightCache[cell] = best;
  return best;
}

/** Makes a night where the last visit was the choice between equals, without ever weighing as much as a minute of travel. */
const driveOnPrice = 1e-3;

/** Where a night may be between a visit at `from` and the next at `next`: see `nightBetween`; and at `next`, if that is allowed. */
export function nightChoices(table: Timetable, from: number, next: number): number[] {
  const night = nightBetween(table, from, next);
  return canDriveOn(table, night, next) ? [night, next] : [night];
}

/** May the leader drive on to `next` in the evening instead of sleeping at `night`? */
export function canDriveOn(table: Timetable, night: number, next: number): boolean {
  return table.problem.driveOnInEvening === true && next !== night && table.nightAllowed[next]!;
}

/** Minutes of travel that a night there adds to the way from `from` to `next`, and a trace for sleeping elsewhere. */
export function nightDetour(table: Timetable, from: number, night: number, next: number): number {
  if (night === from) return 0;
  const { placeCount, travelMinutes } = table;
  const over = travelMinutes[from * placeCount + night]! + travelMinutes[night * placeCount + next]!;
  return over - travelMinutes[from * placeCount + next]! + driveOnPrice;
}

/** Could this stop be held on that day, were it the only one and the leader there? */
export function fitsDay(table: Timetable, stop: number, day: number): boolean {
  if (!table.hasDuty[day]) return false;
  if (table.pinDay[stop]! >= 0) return table.pinDay[stop] === day;
  const windows = table.windows[stop];
  if (windows && !windows.has(day)) return false;
  return table.durationMinutes[stop]! <= table.dutyTo[day]! - table.dutyFrom[day]!;
}

function windowsByDay(windows: readonly TourWindow[]): Map<number, TourWindow[]> {
  const byDay = new Map<number, TourWindow[]>();
  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    byDay.set(window.day, [...(byDay.get(window.day) ?? []), window]);
  }
  return byDay;
}
