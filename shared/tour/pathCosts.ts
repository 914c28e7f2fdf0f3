// Puts a tour's travel into the form of one path problem: stops between a begin node and an end node.
import type { Timetable } from './timetable.ts';

/** Travel between nodes, row by row: nodes 0 to stops - 1, then begin, then end. */
export interface PathCosts {
  size: number;
  begin: number;
  end: number;
  cost: Float64Array;
}

/** Stands for "never": far above any real travel, yet small enough to be summed without losing minutes. */
export const forbidden = 1e7;

/**
 * Travel minutes between the given stops. Begin leads only to the first stop where that is fixed (and is among them), the end is
 * reached only from the last; without a start or return place these two legs cost nothing.
 * `closed`: the shortest way over any places instead of the direct entry, as a bound needs it.
 */
export function pathCosts(table: Timetable, stops: readonly number[], closed = false): PathCosts {
  const count = stops.length;
  const size = count + 2;
  const [begin, end] = [count, count + 1];
  const cost = new Float64Array(size * size).fill(forbidden);
  const { placeCount } = table;
  const rows = closed ? closedRowsOf(table) : new Map<number, Float64Array>();
  const rowOf = (place: number): Float64Array => {
    const known = rows.get(place);
    if (known) return known;
    const direct = table.travelMinutes.subarray(place * placeCount, (place + 1) * placeCount);
    const row = closed ? shortestFrom(table, place) : direct;
    rows.set(place, row);
    return row;
  };
  const [first, last] = [table.firstStop[0]!, table.lastStop[0]!];
  const [start, home] = [table.startPlace[0]!, table.returnTo[0]!];
  const hasFirst = stops.includes(first);
  const hasLast = stops.includes(last);
  stops.forEach((stop, i) => {
    const place = table.place[stop]!;
    const row = rowOf(place);
    stops.forEach((other, j) => {
      if (i !== j) cost[i * size + j] = row[table.place[other]!]!;
    });
    if (!hasFirst || stop === first) {
      cost[begin * size + i] = start < 0 ? 0 : rowOf(start)[place]!;
    }
    if (!hasLast || stop === last) cost[i * size + end] = home < 0 ? 0 : row[home]!;
  });
  return { size, begin, end, cost };
}

/** Shortest ways once found stay found: every plan of a search asks for the same ones. */
const closedRows = new WeakMap<Timetable, Map<number, Float64Array>>();

function closedRowsOf(table: Timetable): Map<number, Float64Array> {
  let rows = closedRows.get(table);
  if (!rows) closedRows.set(table, rows = new Map());
  return rows;
}

/** Travel of begin, the stops in this order, end. */
export function pathTravel(costs: PathCosts, order: ArrayLike<number>, count = order.length): number {
  const { size, cost } = costs;
  let at = costs.begin;
  let travel = 0;
  for (let i = 0; i < count; i++) {
    travel += cost[at * size + order[i]!]!;
    at = order[i]!;
  }
  return travel + cost[at * size + costs.end]!;
}

/** Shortest travel from one place to all (Dijkstra 1959, for dense graphs). */
export function shortestFrom(table: Timetable, from: number): Float64Array {
  const { placeCount, travelMinutes } = table;
  const distance = new Float64Array(placeCount).fill(Infinity);
  const done = new Uint8Array(placeCount);
  distance[from] = 0;
  for (let round = 0; round < placeCount; round++) {
    let nearest = -1;
    for (let p = 0; p < placeCount; p++) {
      if (!done[p] && (nearest < 0 || distance[p]! < distance[nearest]!)) nearest = p;
    }
    done[nearest] = 1;
    for (let p = 0; p < placeCount; p++) {
      const through = distance[nearest]! + travelMinutes[nearest * placeCount + p]!;
      if (through < distance[p]!) distance[p] = through;
    }
  }
  return distance;
}
