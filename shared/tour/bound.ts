// Proves how little travel a tour over given stops can need: what the gap shown to the user is measured against.
import { forbidden, pathCosts } from './pathCosts.ts';
import type { Timetable } from './timetable.ts';

const mostRounds = 3000;
/** Rounds times nodes squared: up to 180 stops have all rounds, a thousand must not take minutes. */
const mostWork = 1e8;

/**
 * Minutes of travel below which no plan can visit `stops` between the fixed first and last, whatever its days and nights.
 * A plan's travel is at least a path through the stops over shortest ways, and a path is a spanning tree, so the least spanning
 * tree bounds it; node prices, which cost every path the same, are raised by subgradient until the tree looks like a path
 * (Held and Karp 1970, 1971). `target`: travel of a known plan; it only sets the length of the steps.
 */
export function travelBound(table: Timetable, stops: readonly number[], target: number): number {
  if (stops.length === 0 || table.leaderCount > 1) return 0;
  const { size, begin, end, cost } = pathCosts(table, stops, true);
  // Both directions at the price of the cheaper one: this can only lower the bound.
  const edge = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) edge[i * size + j] = Math.min(cost[i * size + j]!, cost[j * size + i]!);
  }
  const price = new Float64Array(size);
  const degree = new Int32Array(size);
  const wanted = (node: number): number => (node === begin || node === end ? 1 : 2);
  let best = 0;
  let scale = 1;
  let sinceBetter = 0;
  const rounds = Math.min(mostRounds, Math.ceil(mostWork / size ** 2));
  for (let round = 0; round < rounds && scale > 1e-4; round++) {
    let value = leastTree(edge, size, price, degree);
    let miss = 0;
    for (let node = 0; node < size; node++) {
      value -= price[node]! * wanted(node);
      miss += (degree[node]! - wanted(node)) ** 2;
    }
    if (value > best + 1e-9) {
      best = value;
      sinceBetter = 0;
    } else if (++sinceBetter >= 30) {
      scale /= 2;
      sinceBetter = 0;
    }
    if (miss === 0 || best >= target - 1e-6) break;
    const step = (scale * Math.max(target - value, 1)) / miss;
    for (let node = 0; node < size; node++) price[node]! += step * (degree[node]! - wanted(node));
  }
  return table.wholeMinutes ? Math.ceil(best - 1e-6) : best * (1 - 1e-12);
}

/** Weight of the least spanning tree under edge + both prices (Prim 1957); fills in the degrees. */
function leastTree(edge: Float64Array, size: number, price: Float64Array, degree: Int32Array): number {
  const near = new Float64Array(size).fill(Infinity);
  const parent = new Int32Array(size).fill(-1);
  const inTree = new Uint8Array(size);
  degree.fill(0);
  near[0] = 0;
  let weight = 0;
  for (let round = 0; round < size; round++) {
    let next = -1;
    for (let node = 0; node < size; node++) {
      if (!inTree[node] && (next < 0 || near[node]! < near[next]!)) next = node;
    }
    inTree[next] = 1;
    weight += near[next]!;
    if (parent[next]! >= 0) {
      degree[next]!++;
      degree[parent[next]!]!++;
    }
    for (let node = 0; node < size; node++) {
      const length = edge[next * size + node]!;
      if (inTree[node] || length >= forbidden) continue;
      const priced = length + price[next]! + price[node]!;
      if (priced < near[node]!) {
        near[node] = priced;
        parent[node] = next;
      }
    }
  }
  return weight;
}
