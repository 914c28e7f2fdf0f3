// Orders stops for least travel alone, days left aside: iterated local search on a path with fixed ends.
import { pathTravel } from './pathCosts.ts';
import type { PathCosts } from './pathCosts.ts';
import type { Random } from './random.ts';

const neighbourCount = 10;
const longestPiece = 3;
const longestKick = 12;
const farthestKick = 50;
const farShare = 0.2;
/** A longer path is gone on with now and then, as in annealing: by this share of the mean leg at first, cooling to none. */
const hottest = 0.15;

/**
 * Iterated local search (2-opt and Or-opt, Or 1976, over 10 neighbours with a queue of nodes to look at), kicked by a double bridge
 * of nearby edges; a kick that does not help is taken back. Asymmetric times are allowed. Stops at `enough` minutes of travel,
 * or after `rounds` kicks, or when told to.
 */
export function shortestOrder(
  costs: PathCosts,
  start: readonly number[],
  random: Random,
  options: { rounds: number; enough: number; shouldStop?: () => boolean },
): number[] {
  const count = start.length;
  if (count < 4) return [...start];
  const { size, cost } = costs;
  const length = count + 2;
  const last = count;
  const path = Int32Array.from([costs.begin, ...start, costs.end]);
  const at = new Int32Array(size);
  for (let k = 0; k < length; k++) at[path[k]!] = k;
  const nodes = [...path];
  const symmetric = nodes.every((a) => nodes.every((b) => a >= b || isEndNode(a) || isEndNode(b) || cost[a * size + b] === cost[b * size + a]));
  const near = nearest();
  // Nodes still to be looked at, in a ring.
  const queue = new Int32Array(size);
  const isQueued = new Uint8Array(size);
  let [head, waiting] = [0, 0];
  // What was done since the last kick, to be taken back: stretches turned round, as pairs of positions.
  const turns = new Int32Array(2 * 4096);
  let turned = 0;
  let travel = pathTravel(costs, start);

  function isEndNode(node: number): boolean {
    return node === costs.begin || node === costs.end;
  }

  function nearest(): Int32Array {
    const width = Math.min(neighbourCount, count);
    const list = new Int32Array(size * neighbourCount).fill(-1);
    for (const node of nodes) {
      const legTo = (other: number): number => Math.min(cost[node * size + other]!, cost[other * size + node]!);
      const others = nodes.filter((other) => other !== node && !(isEndNode(node) && isEndNode(other))).sort((a, b) => legTo(a) - legTo(b) || a - b);
      list.set(others.slice(0, width), node * neighbourCount);
    }
    return list;
  }

  function enqueue(node: number): void {
    if (isQueued[node]) return;
    isQueued[node] = 1;
    queue[(head + waiting) % size] = node;
    waiting++;
  }

  function turn(from: number, to: number): void {
    for (let [i, j] = [from, to]; i < j; i++, j--) {
      const [a, b] = [path[i]!, path[j]!];
      path[i] = b;
      path[j] = a;
      at[b] = i;
      at[a] = j;
    }
    if (turned < 4096) {
      turns[2 * turned] = from;
      turns[2 * turned + 1] = to;
    }
    turned++;
  }

  const leg = (i: number, j: number): number => cost[path[i]! * size + path[j]!]!;

  /** What turning positions `i` to `j` round adds inside. */
  function inside(i: number, j: number): number {
    if (symmetric) return 0;
    let change = 0;
    for (let k = i; k < j; k++) change += leg(k + 1, k) - leg(k, k + 1);
    return change;
  }

  /** Exchanges the neighbouring stretches i..j and j+1..k, each as it is: three turns. */
  function exchange(i: number, j: number, k: number): void {
    turn(i, k);
    turn(i, i + (k - j) - 1);
    turn(i + (k - j), k);
  }

  /** The nodes at both ends of a changed leg are to be looked at again. */
  function wake(from: number, to: number): void {
    if (from >= 0) enqueue(path[from]!);
    if (to < length) enqueue(path[to]!);
  }

  /** Turns i..j round if that is shorter. */
  function tryTurn(i: number, j: number): boolean {
    if (i < 1 || j > last || i >= j) return false;
    const outer = leg(i - 1, j) + leg(i, j + 1) - leg(i - 1, i) - leg(j, j + 1);
    if (symmetric && outer > -1e-9) return false;
    const change = outer + inside(i, j);
    if (change > -1e-9) return false;
    turn(i, j);
    travel += change;
    wake(i - 1, i);
    wake(j, j + 1);
    return true;
  }

  /** Moves i..j between positions k and k + 1, either way round, if that is shorter. */
  function tryMove(i: number, j: number, k: number): boolean {
    if (i < 1 || j > last || k < 0 || k > last || (k >= i - 1 && k <= j)) return false;
    const base = leg(i - 1, j + 1) - leg(i - 1, i) - leg(j, j + 1) - leg(k, k + 1);
    const asIs = base + leg(k, i) + leg(j, k + 1);
    const round = base + leg(k, j) + leg(i, k + 1) + (i < j ? inside(i, j) : 0);
    const change = Math.min(asIs, round);
    if (change > -1e-9) return false;
    const size = j - i + 1;
    if (k > j) exchange(i, j, k);
    else exchange(k + 1, i - 1, j);
    const now = k > j ? k - size + 1 : k + 1;
    if (round < asIs && size > 1) turn(now, now + size - 1);
    travel += change;
    wake(i - 1, i);
    wake(j, j + 1);
    wake(k, k + 1);
    wake(now - 1, now);
    wake(now + size - 1, now + size);
    return true;
  }

  function improveAt(node: number): boolean {
    const i = at[node]!;
    const longer = Math.max(i > 0 ? leg(i - 1, i) : 0, i < length - 1 ? leg(i, i + 1) : 0);
    for (let n = 0; n < neighbourCount; n++) {
      const other = near[node * neighbourCount + n]!;
      // A new leg no shorter than both old ones cannot begin an improvement.
      if (other < 0 || Math.min(cost[node * size + other]!, cost[other * size + node]!) >= longer) break;
      const k = at[other]!;
      // Make node and other neighbours: by turning a stretch, or by moving a short piece that begins or ends with node.
      if (i < k ? tryTurn(i + 1, k) || tryTurn(i, k - 1) : tryTurn(k + 1, i) || tryTurn(k, i - 1)) return true;
      for (let piece = 0; piece < longestPiece; piece++) {
        if (tryMove(i, i + piece, k) || tryMove(i, i + piece, k - 1)) return true;
        if (piece > 0 && (tryMove(i - piece, i, k) || tryMove(i - piece, i, k - 1))) return true;
      }
    }
    return false;
  }

  function improve(): void {
    while (waiting > 0) {
      const node = queue[head]!;
      head = (head + 1) % size;
      waiting--;
      isQueued[node] = 0;
      while (improveAt(node)) if (turned > 4000) break;
    }
  }

  for (const node of path) enqueue(node);
  improve();
  const best = path.slice();
  let bestTravel = travel;
  const heat = (hottest * travel) / count;
  for (let round = 0; round < options.rounds; round++) {
    if (travel <= options.enough || (round % 64 === 0 && options.shouldStop?.())) break;
    turned = 0;
    const before = travel;
    // Two neighbouring stretches change places.
    const most = Math.min(random.next() < farShare ? farthestKick : longestKick, count - 1);
    const i = 1 + random.below(count - 1);
    const first = 1 + random.below(Math.min(most, last - i));
    const second = 1 + random.below(Math.min(most, last - i - first + 1));
    const [j, k] = [i + first - 1, i + first + second - 1];
    travel += leg(i - 1, j + 1) + leg(k, i) + leg(j, k + 1) - leg(i - 1, i) - leg(j, j + 1) - leg(k, k + 1);
    wake(i - 1, i);
    wake(j, j + 1);
    wake(k, k + 1);
    exchange(i, j, k);
    improve();
    if (travel < bestTravel - 1e-9) {
      best.set(path);
      bestTravel = travel;
    } else if (travel > before - heat * (1 - round / options.rounds) * Math.log(1 - random.next()) + 1e-9) {
      if (turned <= 4096) for (let t = turned - 1; t >= 0; t--) turnBack(turns[2 * t]!, turns[2 * t + 1]!);
      else restore();
      if (turned <= 4096) travel = before;
    }
  }
  return Array.from(best.subarray(1, -1));

  function turnBack(from: number, to: number): void {
    const count = turned;
    turn(from, to);
    turned = count;
  }

  function restore(): void {
    path.set(best);
    for (let k = 0; k < length; k++) at[path[k]!] = k;
    travel = bestTravel;
  }
}
