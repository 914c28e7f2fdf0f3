// Makes shares better by swaps and moves between leaders: simulated annealing, then exchanging whole shares where homes gain by it.
import { seededRandom } from '../../tour/random.ts';
import type { ShareCosts } from './shareCosts.ts';
import type { Bounds, ShareProblem } from './shareOut.ts';

const leastTries = 4000;
const triesPerUnit = 120;
/** Of the tries, how many look at a neighbour's leader instead of any. */
const nearby = 0.85;

/** Changes `of` (the leader of each unit, -1 for nobody) in place and returns its cost. Counts stay within the bounds; who has nothing to give gives nothing. */
export function improveShares({ units, leaders }: ShareProblem, bounds: readonly Bounds[], of: Int32Array, { costOf }: ShareCosts, seed: number): number {
  const random = seededRandom(seed);
  const members: number[][] = leaders.map(() => []);
  const left: number[] = [];
  of.forEach((leader, unit) => (leader < 0 ? left : members[leader]!).push(unit));
  const share = (leader: number) => (leader < 0 ? left : members[leader]!);
  const costs = leaders.map((_, leader) => costOf(leader, members[leader]!));
  const able = leaders.flatMap((_, leader) => (bounds[leader]!.most > 0 ? [leader] : []));
  let total = costs.reduce((a, b) => a + b, 0);
  let best = total;
  const bestOf = Int32Array.from(of);

  const without = (list: readonly number[], unit: number) => list.filter((other) => other !== unit);
  function set(leader: number, list: number[], cost: number): void {
    if (leader < 0) left.splice(0, left.length, ...list);
    else {
      members[leader] = list;
      total += cost - costs[leader]!;
      costs[leader] = cost;
    }
    for (const unit of list) of[unit] = leader;
  }
  /** Tries one change; the warmer, the more readily a worse one is taken. */
  function attempt(a: number, listA: number[], b: number, listB: number[], heat: number): boolean {
    const costA = a < 0 ? 0 : costOf(a, listA);
    const costB = b < 0 ? 0 : costOf(b, listB);
    const more = costA + costB - (a < 0 ? 0 : costs[a]!) - (b < 0 ? 0 : costs[b]!);
    if (more > 0 && random.next() >= Math.exp(-more / heat)) return false;
    set(a, listA, costA);
    set(b, listB, costB);
    return true;
  }

  const tries = units.length < 2 || able.length === 0 ? 0 : leastTries + triesPerUnit * units.length;
  const hot = Math.max(0.5, total / Math.max(1, able.length) / 4);
  for (let at = 0; at < tries; at++) {
    const heat = hot * (0.002 / hot) ** (at / tries);
    const unit = random.below(units.length);
    const a = of[unit]!;
    const { neighbours } = units[unit]!;
    const b = neighbours.length > 0 && random.next() < nearby ? of[neighbours[random.below(neighbours.length)]!]! : able[random.below(able.length)]!;
    if (a === b) continue;
    const mayMove = a >= 0 && b >= 0 && members[a]!.length > bounds[a]!.least && members[b]!.length < bounds[b]!.most;
    const other = share(b);
    if (mayMove && (other.length === 0 || random.next() < 0.5)) attempt(a, without(share(a), unit), b, [...other, unit], heat);
    else if (other.length > 0) {
      const back = other[random.below(other.length)]!;
      attempt(a, [...without(share(a), unit), back], b, [...without(other, back), unit], heat);
    }
    if (total < best - 1e-9) {
      best = total;
      bestOf.set(of);
    }
  }
  of.set(bestOf);
  leaders.forEach((_, leader) => { members[leader] = []; });
  left.length = 0;
  of.forEach((leader, unit) => share(leader).push(unit));
  leaders.forEach((_, leader) => { costs[leader] = costOf(leader, members[leader]!); });
  total = costs.reduce((a, b) => a + b, 0);

  // Whole shares change hands while somebody's home gains by it.
  for (let again = true; again;) {
    again = false;
    for (const a of able) for (const b of able) {
      const [listA, listB] = [members[a]!, members[b]!];
      const fits = listA.length >= bounds[b]!.least && listA.length <= bounds[b]!.most && listB.length >= bounds[a]!.least && listB.length <= bounds[a]!.most;
      if (a >= b || !fits) continue;
      const [costA, costB] = [costOf(a, listB), costOf(b, listA)];
      if (costA + costB >= costs[a]! + costs[b]! - 1e-9) continue;
      set(a, listB, costA);
      set(b, listA, costB);
      again = true;
    }
  }
  return total;
}
