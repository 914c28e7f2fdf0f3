// Turns a tour problem into arrays the planner can run through quickly.
import { checkProblem } from './checkProblem.ts';
import { hasFreeNights, isMust, leadersOf } from './problem.ts';
import type { TourProblem, TourWindow } from './problem.ts';

/**
 * Stops, days and places are indexes; -1 stands for none. A slot is one day of one leader: `leader * dayCount + day`,
 * so with one leader a slot is a day.
 */
export interface Timetable {
  problem: TourProblem;
  placeCount: number;
  travelMinutes: Float64Array;
  /** Null: no road takes longer in the dark. */
  darkTravelMinutes: Float64Array | null;
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
  /** NaN: pinned to the day alone. */
  pinBegin: Float64Array;
  /** The leader each stop is tied to. */
  tiedTo: Int32Array;
  /** Of each stop, by day; null: open always. */
  windows: (Map<number, TourWindow[]> | null)[];
  dayCount: number;
  leaderCount: number;
  slotCount: number;
  /** By slot, like all that follows up to `chosenNight`. */
  hasDuty: boolean[];
  dutyFrom: Float64Array;
  dutyTo: Float64Array;
  maxDrivingMinutes: Float64Array;
  reserved: { from: number; to: number }[][];
  driveFrom: Float64Array;
  driveTo: Float64Array;
  darkFrom: Float64Array;
  darkUntil: Float64Array;
  locked: boolean[];
  chosenNight: Int32Array;
  /** The locked slot each stop stands in. */
  lockedSlot: Int32Array;
  /** By leader. */
  firstStop: Int32Array;
  lastStop: Int32Array;
  startPlace: Int32Array;
  returnTo: Int32Array;
  nightAllowed: boolean[];
  /** The places where a night is possible. */
  nightPlaces: number[];
  /** Of a leader with night places of his own; null: those of all. */
  ownNights: (readonly number[] | null)[];
  /** May any night be at any of these? */
  freeNights: boolean;
  /** Found once for each pair of places; see `nightBetween`. */
  nightCache: Int32Array;
}

/** Throws as `checkProblem` does. */
export function timetable(problem: TourProblem): Timetable {
  checkProblem(problem);
  const { stops, placeCount } = problem;
  const stopIndex = new Map(stops.map((stop, index) => [stop.id, index]));
  const travelMinutes = Float64Array.from(problem.travelMinutes);
  const nights = problem.nightPlaces ? new Set(problem.nightPlaces) : null;
  const leaders = leadersOf(problem);
  const dayCount = problem.days.length;
  const slots = leaders.flatMap((leader) => leader.days ?? problem.days);
  const locked = leaders.flatMap(({ lockedDays }) => problem.days.map((_, day) => lockedDays?.includes(day) === true));
  const lockedSlot = new Int32Array(stops.length).fill(-1);
  for (const { stopId, day, leader } of problem.start ?? []) {
    const stop = stopIndex.get(stopId)!;
    const slot = (leader ?? stops[stop]!.leader ?? 0) * dayCount + day;
    if (locked[slot]) lockedSlot[stop] = slot;
  }
  const indexOf = (id: string | undefined): number => (id === undefined ? -1 : stopIndex.get(id)!);
  return {
    problem,
    placeCount,
    travelMinutes,
    darkTravelMinutes: problem.darkTravelMinutes ? Float64Array.from(problem.darkTravelMinutes) : null,
    distanceKm: problem.distanceKm ? Float64Array.from(problem.distanceKm) : new Float64Array(placeCount * placeCount),
    wholeMinutes: travelMinutes.every(Number.isInteger),
    stopCount: stops.length,
    stopIndex,
    place: Int32Array.from(stops, (stop) => stop.place),
    durationMinutes: Float64Array.from(stops, (stop) => stop.durationMinutes),
    must: stops.map((stop) => isMust(problem, stop)),
    worth: Float64Array.from(stops, (stop) => stop.worth),
    pinDay: Int32Array.from(stops, (stop) => stop.pinned?.day ?? -1),
    pinBegin: Float64Array.from(stops, (stop) => stop.pinned?.begin ?? Number.NaN),
    tiedTo: Int32Array.from(stops, (stop) => stop.leader ?? -1),
    windows: stops.map((stop) => (stop.windows ? windowsByDay(stop.windows) : null)),
    dayCount,
    leaderCount: leaders.length,
    slotCount: slots.length,
    hasDuty: slots.map((day) => day.dutyTo > day.dutyFrom),
    dutyFrom: Float64Array.from(slots, (day) => day.dutyFrom),
    dutyTo: Float64Array.from(slots, (day) => day.dutyTo),
    maxDrivingMinutes: Float64Array.from(slots, (day) => day.maxDrivingMinutes ?? Infinity),
    reserved: slots.map((day) => [...day.reserved].sort((a, b) => a.from - b.from)),
    driveFrom: Float64Array.from(slots, (day) => day.noDrivingUntil ?? -Infinity),
    driveTo: Float64Array.from(slots, (day) => day.noDrivingFrom ?? Infinity),
    darkFrom: Float64Array.from(slots, (day) => day.darkFrom ?? Infinity),
    darkUntil: Float64Array.from(slots, (day) => day.darkUntil ?? -Infinity),
    locked,
    chosenNight: Int32Array.from(slots, (day) => day.nightPlace ?? -1),
    lockedSlot,
    firstStop: Int32Array.from(leaders, (leader) => indexOf(leader.firstStopId)),
    lastStop: Int32Array.from(leaders, (leader) => indexOf(leader.lastStopId)),
    startPlace: Int32Array.from(leaders, (leader) => leader.startPlace ?? -1),
    returnTo: Int32Array.from(leaders, (leader) => leader.returnTo ?? -1),
    nightAllowed: Array.from({ length: placeCount }, (_, place) => nights === null || nights.has(place)),
    nightPlaces: nights ? [...nights] : Array.from({ length: placeCount }, (_, place) => place),
    ownNights: leaders.map((leader) => leader.nightPlaces ?? null),
    freeNights: hasFreeNights(problem),
    nightCache: new Int32Array(placeCount * placeCount * leaders.length).fill(-1),
  };
}

/** Breaches below this are rounding, not breaches, in minutes. */
export const rounding = 1e-6;

/** Can that leader spend a night there? */
export function mayStay(table: Timetable, leader: number, place: number): boolean {
  const own = table.ownNights[leader];
  return own ? own.includes(place) : table.nightAllowed[place]!;
}

/**
 * Where the leader sleeps between a visit at `from` and the next at `next`: there if a night is possible, else at the place
 * with the least detour. Where no night is possible anywhere, there all the same.
 */
export function nightBetween(table: Timetable, leader: number, from: number, next: number): number {
  if (mayStay(table, leader, from)) return from;
  const { placeCount, travelMinutes, nightCache } = table;
  const cell = (leader * placeCount + from) * placeCount + next;
  if (nightCache[cell]! >= 0) return nightCache[cell]!;
  let best = from;
  let least = Infinity;
  for (let place = 0; place < placeCount; place++) {
    if (!mayStay(table, leader, place)) continue;
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
const elsewherePrice = 1e-3;

/**
 * Where a night may be after a visit at `from` in `slot`, with the next visit at `next`: the place chosen by hand; else any night
 * place where nights are free; else see `nightBetween`.
 */
export function nightChoices(table: Timetable, slot: number, from: number, next: number): readonly number[] {
  if (table.chosenNight[slot]! >= 0) return [table.chosenNight[slot]!];
  const leader = Math.floor(slot / table.dayCount);
  if (!table.freeNights || table.nightPlaces.length === 0) return [nightBetween(table, leader, from, next)];
  return table.ownNights[leader] ?? table.nightPlaces;
}

/** Minutes to drive to a night, and a trace for sleeping elsewhere than at the last visit. */
export function eveningTravel(table: Timetable, from: number, night: number): number {
  return night === from ? 0 : table.travelMinutes[from * table.placeCount + night]! + elsewherePrice;
}

/** Could this stop be held in that slot, were it the only one and the leader there? */
export function fitsSlot(table: Timetable, stop: number, slot: number): boolean {
  if (!table.hasDuty[slot]) return false;
  if (table.locked[slot] || table.lockedSlot[stop]! >= 0) return table.lockedSlot[stop] === slot;
  const day = slot % table.dayCount;
  if (table.tiedTo[stop]! >= 0 && table.tiedTo[stop]! * table.dayCount !== slot - day) return false;
  if (table.pinDay[stop]! >= 0 && table.pinDay[stop] !== day) return false;
  if (table.pinDay[stop]! >= 0 && !Number.isNaN(table.pinBegin[stop]!)) return true;
  const windows = table.windows[stop];
  if (windows && !windows.has(day)) return false;
  return table.durationMinutes[stop]! <= table.dutyTo[slot]! - table.dutyFrom[slot]!;
}

function windowsByDay(windows: readonly TourWindow[]): Map<number, TourWindow[]> {
  const byDay = new Map<number, TourWindow[]>();
  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    byDay.set(window.day, [...(byDay.get(window.day) ?? []), window]);
  }
  return byDay;
}
