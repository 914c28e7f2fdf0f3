// Proves how little travel a tour over given stops can need: what the gap shown to the user is measured against.
import { forbidden, pathCosts, shortestFrom } from './pathCosts.ts';
import { raiseTree } from './leastTree.ts';
import type { TreeGraph } from './leastTree.ts';
import type { Timetable } from './timetable.ts';

const mostRounds = 3000;
/** Rounds times nodes squared: up to 180 stops have all rounds, a thousand must not take minutes. */
const mostWork = 1e8;
const patience = 30;

/** As many rounds as a bound over so many nodes may take. */
export function boundRounds(size: number): number {
  return Math.min(mostRounds, Math.ceil(mostWork / size ** 2));
}

/**
 * Minutes of travel below which no plan can visit `stops` between the fixed first and last, whatever its days and nights.
 * A plan's travel is at least a path through the stops over shortest ways, and a path is a spanning tree, so the least spanning
 * tree under raised node prices bounds it; see `raiseTree`. Several leaders' ways are paths that begin in one node and end in
 * another: a tree and an edge more for each leader but one. `target`: travel of a known plan; it only sets the length of the steps.
 */
export function travelBound(table: Timetable, stops: readonly number[], target: number, rounds = boundRounds(stops.length + 2)): number {
  if (stops.length === 0) return 0;
  let least = Infinity;
  for (const graph of table.leaderCount > 1 ? graphsOfLeaders(table, stops) : [graphOf(table, stops)]) {
    least = Math.min(least, raiseTree(graph, { target, rounds, patience }).value);
  }
  return roundedBound(table, least);
}

/** No plan is below whole minutes where all legs are whole; otherwise rounding of sums is allowed for. */
export function roundedBound(table: Timetable, value: number): number {
  if (!(value > 0)) return 0;
  return table.wholeMinutes ? Math.ceil(value - 1e-6) : value * (1 - 1e-12);
}

/** One leader's way: nodes are the stops, then begin and end. */
export function graphOf(table: Timetable, stops: readonly number[]): TreeGraph {
  const { size, begin, end, cost } = pathCosts(table, stops, true);
  // Both directions at the price of the cheaper one: this can only lower the bound.
  const edge = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) edge[i * size + j] = Math.min(cost[i * size + j]!, cost[j * size + i]!);
  }
  const wanted = new Int32Array(size).fill(2);
  wanted[begin] = wanted[end] = 1;
  return { size, edge, wanted, extra: 0 };
}

/** Several leaders' ways, for each number of leaders that may be on the road: begin leads to any stop one of them may begin with. */
function graphsOfLeaders(table: Timetable, stops: readonly number[]): TreeGraph[] {
  const { leaderCount, firstStop, lastStop, startPlace, returnTo, place } = table;
  const count = stops.length;
  const size = count + 2;
  const [begin, end] = [count, count + 1];
  const edge = new Float64Array(size * size).fill(forbidden);
  const put = (i: number, j: number, length: number): void => {
    edge[i * size + j] = edge[j * size + i] = Math.min(edge[i * size + j]!, length);
  };
  const rows = stops.map((stop) => shortestFrom(table, place[stop]!));
  const starts = [...startPlace].map((from) => (from < 0 ? null : shortestFrom(table, from)));
  const isEnd = (stop: number, ends: Int32Array, leader: number): boolean => (ends.includes(stop) ? ends[leader] === stop : !stops.includes(ends[leader]!));
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) if (i !== j) put(i, j, rows[i]![place[stops[j]!]!]!);
    for (let leader = 0; leader < leaderCount; leader++) {
      if (isEnd(stops[i]!, firstStop, leader)) put(begin, i, starts[leader]?.[place[stops[i]!]!] ?? 0);
      if (isEnd(stops[i]!, lastStop, leader)) put(i, end, returnTo[leader]! < 0 ? 0 : rows[i]![returnTo[leader]!]!);
    }
  }
  const mustGo = [...firstStop].filter((first, leader) => stops.includes(first) || stops.includes(lastStop[leader]!)).length;
  const graphs: TreeGraph[] = [];
  for (let used = Math.max(1, mustGo); used <= Math.min(leaderCount, count); used++) {
    const wanted = new Int32Array(size).fill(2);
    wanted[begin] = wanted[end] = used;
    graphs.push({ size, edge, wanted, extra: used - 1 });
  }
  return graphs;
}
