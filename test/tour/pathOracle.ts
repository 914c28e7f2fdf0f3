// The shortest way through all places with both ends fixed, by dynamic programming over subsets (Held and Karp 1962): to hold the planner against.
import type { TourProblem } from '../../shared/tour/problem.ts';
import { seededRandom } from '../../shared/tour/random.ts';

/** From place 0 to the last place, row by row; up to 17 places, directions may differ. */
export function shortestPathThrough(travel: ArrayLike<number>, size: number): number {
  const inner = size - 2;
  if (inner > 15) throw new Error('Too many places for all subsets.');
  if (inner <= 0) return size === 2 ? travel[1]! : 0;
  const leg = (from: number, to: number): number => travel[from * size + to]!;
  const full = 2 ** inner;
  const least = new Float64Array(full * inner).fill(Infinity);
  for (let at = 0; at < inner; at++) least[2 ** at * inner + at] = leg(0, at + 1);
  for (let set = 1; set < full; set++) {
    for (let at = 0; at < inner; at++) {
      const here = least[set * inner + at]!;
      if (here === Infinity) continue;
      for (let to = 0; to < inner; to++) {
        if ((set >> to) & 1) continue;
        const cell = (set | (1 << to)) * inner + to;
        least[cell] = Math.min(least[cell]!, here + leg(at + 1, to + 1));
      }
    }
  }
  let best = Infinity;
  for (let at = 0; at < inner; at++) best = Math.min(best, least[(full - 1) * inner + at]! + leg(at + 1, size - 1));
  return best;
}

/** A matrix as places give it: on the plane; in streets of one direction (like ftv, closed under shortest ways); or of bare numbers (like br17, with many equal ones). */
export function pathMatrix(kind: 'plane' | 'streets' | 'numbers', size: number, seed: number): number[] {
  const random = seededRandom(seed * 7907 + size);
  const points = Array.from({ length: size }, () => [random.below(1000), random.below(1000)] as const);
  const matrix = points.flatMap(([x, y], i) => points.map(([a, b], j) => {
    if (i === j) return 0;
    const straight = Math.hypot(x - a, y - b);
    if (kind === 'plane') return Math.round(straight);
    if (kind === 'numbers') return [3, 5, 8, 26, 48, 74][random.below(6)]!;
    return Math.round(straight * (1 + random.next() * 1.5));
  }));
  for (let k = 0; k < size; k++) for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) {
    if (kind !== 'numbers') matrix[i * size + j] = Math.min(matrix[i * size + j]!, matrix[i * size + k]! + matrix[k * size + j]!);
  }
  return matrix;
}

/** One day long enough, from the first place to the last. */
export function pathProblem(travelMinutes: number[], size: number): TourProblem {
  return {
    placeCount: size, travelMinutes,
    stops: Array.from({ length: size }, (_, place) => ({ id: `p${place}`, place, durationMinutes: 0, must: true, worth: 1 })),
    days: [{ dutyFrom: 0, dutyTo: 1_000_000, reserved: [] }], firstStopId: 'p0', lastStopId: `p${size - 1}`,
  };
}
