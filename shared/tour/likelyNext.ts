// Says of each stop which others may well follow it: what moves of a search make neighbours.
import type { OrderClock } from './orderClock.ts';
import type { PathCosts } from './pathCosts.ts';

export const candidateCount = 14;

/** For each node those that may well follow it: near in place, little waiting, not too late (proximity after Vidal et al. 2013). */
export function candidates(costs: PathCosts, { opens, closes }: OrderClock, stops: readonly number[]): Int32Array {
  const { size, cost, begin } = costs;
  const list = new Int32Array(size * candidateCount).fill(-1);
  for (const from of [...stops, begin]) {
    const far = (to: number): number => {
      const leg = cost[from * size + to]!;
      if (from === begin) return leg + 0.2 * opens[to]!;
      return leg + 0.2 * Math.max(0, opens[to]! - closes[from]! - leg) + Math.max(0, opens[from]! + leg - closes[to]!);
    };
    const ranked = stops.filter((to) => to !== from).map((to) => ({ to, far: far(to) })).sort((a, b) => a.far - b.far || a.to - b.to);
    list.set(ranked.slice(0, candidateCount).map(({ to }) => to), from * candidateCount);
  }
  return list;
}
