// Puts a tour with nights at hotels into the form of one row of visits and nights, where nothing but the length of days stands in the way.
import type { Timetable } from './timetable.ts';

/** Nodes: stops (0 to stopCount - 1), places for the night, then the start and the end. */
export interface TripNodes {
  size: number;
  stopCount: number;
  spotCount: number;
  start: number;
  end: number;
  leg: Float64Array;
  service: Float64Array;
  /** Of optional stops; musts are worth nothing here, they are always in the row. */
  worth: Float64Array;
  must: Uint8Array;
  /** Minutes of each day. */
  limit: Float64Array;
  /** Of each node the nearest stops, `nearWidth` each; -1 where there are fewer. */
  near: Int32Array;
  nearWidth: number;
  /** Of each node all places for the night, from near to far. */
  nearSpots: Int32Array;
  /** Stops fixed to be first and last; -1 for none. */
  first: number;
  last: number;
  optional: boolean;
  /** Does every drive take as long the other way? */
  symmetric: boolean;
}

/** False where windows, pins, reserved times, dark hours, driving limits, several leaders or nights by rule are in the way. */
export function isTripTour(table: Timetable, active: readonly number[]): boolean {
  return table.freeNights && table.leaderCount === 1 && table.nightPlaces.length > 0 && active.length > 1 && isOnlyLong(table, active);
}

export function tripNodes(table: Timetable, active: readonly number[]): TripNodes {
  const { stopCount, placeCount, travelMinutes, place, dayCount } = table;
  const spots = table.nightPlaces;
  const spotCount = spots.length;
  const size = stopCount + spotCount + 2;
  const [start, end] = [stopCount + spotCount, stopCount + spotCount + 1];
  const places = [...place, ...spots, table.startPlace[0]!, table.returnTo[0]!];
  const leg = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) leg[i * size + j] = places[i]! < 0 || places[j]! < 0 ? 0 : travelMinutes[places[i]! * placeCount + places[j]!]!;
  }
  const isEnd = (cell: number): boolean => cell % size >= start || Math.floor(cell / size) >= start;
  const service = new Float64Array(size);
  const worth = new Float64Array(size);
  const must = new Uint8Array(size);
  for (let stop = 0; stop < stopCount; stop++) {
    service[stop] = table.durationMinutes[stop]!;
    must[stop] = Number(table.must[stop]);
    worth[stop] = table.must[stop] ? 0 : table.worth[stop]!;
  }
  const limit = Float64Array.from({ length: dayCount }, (_, day) => Math.max(0, table.dutyTo[day]! - table.dutyFrom[day]!));
  const nearWidth = Math.min(12, Math.max(1, active.length - 1));
  const near = new Int32Array(size * nearWidth).fill(-1);
  const nearSpots = new Int32Array(size * spotCount);
  const both = (i: number, j: number): number => Math.min(leg[i * size + j]!, leg[j * size + i]!);
  for (let node = 0; node < size; node++) {
    const stops = active.filter((stop) => stop !== node).sort((a, b) => both(node, a) - both(node, b) || a - b);
    near.set(stops.slice(0, nearWidth), node * nearWidth);
    nearSpots.set(spots.map((_, at) => stopCount + at).sort((a, b) => both(node, a) - both(node, b) || a - b), node * spotCount);
  }
  return {
    size, stopCount, spotCount, start, end, leg, service, worth, must, limit, near, nearWidth, nearSpots,
    first: table.firstStop[0]!, last: table.lastStop[0]!, optional: active.some((stop) => !table.must[stop]), symmetric: leg.every((minutes, cell) => isEnd(cell) || minutes === leg[(cell % size) * size + Math.floor(cell / size)]!),
  };
}

/** Is the length of the days all there is to keep? */
function isOnlyLong(table: Timetable, active: readonly number[]): boolean {
  return active.every((stop) => table.windows[stop] === null && table.pinDay[stop]! < 0)
    && table.reserved.every((parts) => parts.length === 0) && !table.locked.includes(true) && table.chosenNight.every((night) => night < 0)
    && table.maxDrivingMinutes.every((most) => most === Infinity) && table.hasDuty.every((has, slot) => has || table.dutyTo[slot] === table.dutyFrom[slot])
    && table.driveFrom.every((open, slot) => open <= table.dutyFrom[slot]!) && table.driveTo.every((close, slot) => close >= table.dutyTo[slot]!);
}
