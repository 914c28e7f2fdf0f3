// Orders stops for least travel alone, days left aside: insertion, 2-opt, Or-opt, and kicks out of what these cannot leave.
import type { PathCosts } from './pathCosts.ts';
import type { Random } from './random.ts';

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

/** Cheapest insertion: every stop where it adds least travel, the cheapest stop first. */
export function insertCheapest(costs: PathCosts, stops: readonly number[]): number[] {
  const { size, cost } = costs;
  const path = [costs.begin, costs.end];
  const left = new Set(stops);
  while (left.size > 0) {
    let best = { stop: -1, at: -1, added: Infinity };
    for (const stop of left) {
      for (let at = 1; at < path.length; at++) {
        const [from, to] = [path[at - 1]!, path[at]!];
        const added = cost[from * size + stop]! + cost[stop * size + to]! - cost[from * size + to]!;
        if (added < best.added) best = { stop, at, added };
      }
    }
    path.splice(best.at, 0, best.stop);
    left.delete(best.stop);
  }
  return path.slice(1, -1);
}

/**
 * Iterated local search: after each kick (two neighbouring pieces change places) the order is improved again and kept when it
 * is not longer. Stops at `enough` minutes of travel, or after `rounds` kicks, or when told to.
 */
export function shortestOrder(
  costs: PathCosts,
  start: readonly number[],
  random: Random,
  options: { rounds: number; enough: number; shouldStop?: () => boolean },
): number[] {
  let best = improve(costs, start);
  let travel = pathTravel(costs, best);
  if (start.length < 3) return best;
  for (let round = 0; round < options.rounds && travel > options.enough && !options.shouldStop?.(); round++) {
    const tried = improve(costs, swapPieces(best, random));
    const length = pathTravel(costs, tried);
    if (length > travel) continue;
    best = tried;
    travel = length;
  }
  return best;
}

/** Two neighbouring pieces, short ones, change places: 2-opt and Or-opt do not easily undo it. */
function swapPieces(order: readonly number[], random: Random): number[] {
  const longest = Math.max(1, Math.min(12, Math.floor(order.length / 2)));
  const first = 1 + random.below(longest);
  const second = 1 + random.below(longest);
  const at = random.below(Math.max(1, order.length - first - second + 1));
  const middle = at + first;
  return [...order.slice(0, at), ...order.slice(middle, middle + second), ...order.slice(at, middle), ...order.slice(middle + second)];
}

/** 2-opt and Or-opt (pieces of up to three stops, either way round) until neither shortens the path. Asymmetric times allowed. */
function improve(costs: PathCosts, order: readonly number[]): number[] {
  const { size, cost } = costs;
  const path = [costs.begin, ...order, costs.end];
  const last = order.length;
  // Travel up to each position, forwards and backwards: what a piece costs when it is turned round.
  const forward = new Float64Array(path.length);
  const backward = new Float64Array(path.length);
  const sumUp = (): void => {
    for (let k = 1; k < path.length; k++) {
      forward[k] = forward[k - 1]! + cost[path[k - 1]! * size + path[k]!]!;
      backward[k] = backward[k - 1]! + cost[path[k]! * size + path[k - 1]!]!;
    }
  };
  const leg = (from: number, to: number): number => cost[path[from]! * size + path[to]!]!;
  const turned = (i: number, j: number): number => backward[j]! - backward[i]! - forward[j]! + forward[i]!;

  const reverseOne = (): boolean => {
    for (let i = 1; i < last; i++) {
      for (let j = i + 1; j <= last; j++) {
        const change = leg(i - 1, j) + leg(i, j + 1) - leg(i - 1, i) - leg(j, j + 1) + turned(i, j);
        if (change > -1e-9) continue;
        path.splice(i, j - i + 1, ...path.slice(i, j + 1).reverse());
        return true;
      }
    }
    return false;
  };
  const moveOne = (): boolean => {
    for (let i = 1; i <= last; i++) {
      for (let j = i; j <= Math.min(i + 2, last); j++) {
        const freed = leg(i - 1, i) + leg(j, j + 1) - leg(i - 1, j + 1);
        if (freed <= 0) continue;
        for (let k = 0; k <= last; k++) {
          if (k >= i - 1 && k <= j) continue;
          const gap = leg(k, k + 1);
          const asIs = leg(k, i) + leg(j, k + 1) - gap - freed;
          const round = leg(k, j) + leg(i, k + 1) - gap - freed + turned(i, j);
          if (Math.min(asIs, round) > -1e-9) continue;
          const piece = path.splice(i, j - i + 1);
          path.splice(k < i ? k + 1 : k + 1 - piece.length, 0, ...(round < asIs ? piece.reverse() : piece));
          return true;
        }
      }
    }
    return false;
  };

  do sumUp();
  while (moveOne() || reverseOne());
  return path.slice(1, -1);
}
