// Finds the least spanning tree of a small dense graph, and raises node prices until it looks like the paths that are wanted.
import { forbidden } from './pathCosts.ts';

export interface TreeGraph {
  size: number;
  /** Length of each edge, row by row, the same both ways; `forbidden` and above: no edge. */
  edge: Float64Array;
  /** The degree each node has in every solution. */
  wanted: Int32Array;
  /** Edges a solution has beyond those of a spanning tree. */
  extra: number;
}

export interface RaisedTree {
  /** No solution is shorter. */
  value: number;
  /** Prices that gave it. */
  price: Float64Array;
}

export interface RaiseOptions {
  /** Length of a known solution: it only sets the length of the steps, and ends the search where it is reached. */
  target: number;
  rounds: number;
  /** Rounds without progress before steps are halved. */
  patience: number;
  /** Prices to begin with, and the share of the distance to the target that the first steps go. */
  price?: Float64Array;
  scale?: number;
}

/**
 * Held and Karp's bound (1970, 1971): node prices cost every solution the same, so the least tree under prices, less what they cost,
 * bounds all solutions; they are raised by subgradient. With `extra` edges more than a tree has (several paths that share begin and
 * end), the least connected graph is the least tree and the cheapest edges besides.
 */
export function raiseTree(graph: TreeGraph, options: RaiseOptions): RaisedTree {
  const { size, wanted } = graph;
  const { target, rounds, patience } = options;
  const price = options.price ? options.price.slice() : new Float64Array(size);
  const before = new Int32Array(size);
  const degree = new Int32Array(size);
  const tree = treeFinder(graph);
  const best: RaisedTree = { value: -Infinity, price: price.slice() };
  let scale = options.scale ?? 1;
  let sinceBetter = 0;
  for (let round = 0; round < rounds && scale > 1e-4; round++) {
    let value = tree.least(price, degree);
    let miss = 0;
    for (let node = 0; node < size; node++) {
      value -= price[node]! * wanted[node]!;
      miss += (degree[node]! - wanted[node]!) ** 2;
    }
    if (value > best.value + 1e-9) {
      best.value = value;
      best.price.set(price);
      sinceBetter = 0;
    } else if (++sinceBetter >= patience) {
      scale /= 2;
      sinceBetter = 0;
    }
    if (miss === 0 || best.value >= target - 1e-6) break;
    const step = (scale * Math.max(target - value, 1)) / miss;
    // A part of the step before goes along (Volgenant and Jonker 1982): less to and fro.
    for (let node = 0; node < size; node++) {
      const now = degree[node]! - wanted[node]!;
      price[node]! += step * (0.7 * now + 0.3 * (round > 0 ? before[node]! : now));
      before[node] = now;
    }
  }
  return best;
}

export interface TreeFinder {
  /** Length of the least tree and extra edges under edge + both prices; fills in the degrees. */
  least(price: Float64Array, degree: Int32Array): number;
  /** Of the last tree: the node each node hangs on; -1 for the root. */
  parent: Int32Array;
}

/** Prim's method (1957) on the whole matrix. */
export function treeFinder({ size, edge, extra }: TreeGraph): TreeFinder {
  const near = new Float64Array(size);
  const parent = new Int32Array(size);
  // Nodes not yet in the tree, the last one taken out by exchange.
  const open = new Int32Array(size);
  const spare = new Float64Array(Math.max(1, extra));
  const ends = new Int32Array(2 * Math.max(1, extra));

  function addExtra(price: Float64Array, degree: Int32Array): number {
    spare.fill(Infinity);
    for (let i = 0; i < size; i++) {
      for (let j = i + 1; j < size; j++) {
        const length = edge[i * size + j]!;
        if (length >= forbidden || parent[i] === j || parent[j] === i) continue;
        let priced = length + price[i]! + price[j]!;
        if (priced >= spare[extra - 1]!) continue;
        let at = extra - 1;
        for (; at > 0 && spare[at - 1]! > priced; at--) {
          spare[at] = spare[at - 1]!;
          ends[2 * at] = ends[2 * at - 2]!;
          ends[2 * at + 1] = ends[2 * at - 1]!;
        }
        spare[at] = priced;
        ends[2 * at] = i;
        ends[2 * at + 1] = j;
        priced = 0;
      }
    }
    let sum = 0;
    for (let at = 0; at < extra; at++) {
      sum += spare[at]!;
      if (spare[at] === Infinity) continue;
      degree[ends[2 * at]!]!++;
      degree[ends[2 * at + 1]!]!++;
    }
    return sum;
  }

  return {
    parent,
    least(price, degree) {
      near.fill(Infinity);
      parent.fill(-1);
      degree.fill(0);
      for (let node = 1; node < size; node++) open[node - 1] = node;
      let left = size - 1;
      let weight = 0;
      let next = 0;
      while (left > 0) {
        const row = next * size;
        const priceHere = price[next]!;
        let nearest = 0;
        let least = Infinity;
        for (let at = 0; at < left; at++) {
          const node = open[at]!;
          const length = edge[row + node]!;
          let to = near[node]!;
          if (length < forbidden) {
            const priced = length + priceHere + price[node]!;
            if (priced < to) {
              near[node] = to = priced;
              parent[node] = next;
            }
          }
          if (to < least || at === 0) {
            least = to;
            nearest = at;
          }
        }
        if (least === Infinity) return Infinity;
        next = open[nearest]!;
        open[nearest] = open[--left]!;
        weight += least;
        degree[next]!++;
        degree[parent[next]!]!++;
      }
      return extra > 0 ? weight + addExtra(price, degree) : weight;
    },
  };
}
