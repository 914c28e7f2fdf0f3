// Orders points so that neighbours on the ground are neighbours in the list, as part numbers of a roll are.
import type { Point } from './facts.ts';

/**
 * Position of a point along a Hilbert curve over Jharkhand (Hilbert 1891), 1024 × 1024 cells of about half a kilometre.
 */
export function sweepPosition(point: Point): number {
  const size = 1024;
  let x = Math.floor(((point.lon - 83) / 5.5) * size);
  let y = Math.floor(((point.lat - 21.5) / 5.5) * size);
  let position = 0;
  for (let half = size / 2; half >= 1; half /= 2) {
    const right = (x & half) > 0 ? 1 : 0;
    const upper = (y & half) > 0 ? 1 : 0;
    position += half * half * ((3 * right) ^ upper);
    if (upper === 0) {
      if (right === 1) {
        x = size - 1 - x;
        y = size - 1 - y;
      }
      [x, y] = [y, x];
    }
  }
  return position;
}
