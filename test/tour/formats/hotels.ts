// Reads instances with hotels: TSPHS (Vansteenwegen, Souffriau and Sörensen 2012; Castro et al. 2013) and OPHS (Divsalar et al. 2013).
import type { TourProblem } from '../../../shared/tour/problem.ts';
import { matrixOf, numberRows } from './points.ts';

/**
 * TSPHS: a line `hotels customers limit`, hotels as `number x y`, customers as `number x y service`. The tour begins and ends at
 * the first hotel. Distances cut to one decimal, as in the literature. `trips`: days offered; without it more than enough.
 */
export function tsphsProblem(text: string, trips?: number): TourProblem {
  const rows = numberRows(text);
  const [hotels = 0, customers = 0, limit = 0] = rows[0]!;
  const points = rows.slice(1, 1 + hotels + customers);
  const travelMinutes = matrixOf(points.map(([, x, y]) => [x!, y!]), 1);
  const service = points.slice(hotels).map((row) => row[3] ?? 0);
  const days = trips ?? Math.min(customers, 4 + Math.ceil((2 * (nearestLength(travelMinutes, points.length, hotels) + service.reduce((sum, time) => sum + time, 0))) / limit));
  return {
    placeCount: points.length, travelMinutes,
    stops: service.map((durationMinutes, at) => ({ id: `c${at + 1}`, place: hotels + at, durationMinutes, must: true, worth: 1 })),
    days: Array.from({ length: days }, () => ({ dutyFrom: 0, dutyTo: limit, reserved: [] })),
    startPlace: 0, returnTo: 0, nightPlaces: Array.from({ length: hotels }, (_, hotel) => hotel), driveOnInEvening: true, fewestDays: true,
  };
}

/**
 * OPHS: a line `N H D` (N: points to visit and 2; H: hotels besides the first and the last; D: trips), the total length, the length
 * of each trip, a line of dashes, then `x y score` for the first hotel, the last, the others, and the points.
 */
export function ophsProblem(text: string): TourProblem {
  const rows = numberRows(text);
  const [points = 0, extra = 0, trips = 0] = rows[0]!;
  const lengths = rows[2]!;
  const all = rows.slice(3, 3 + points + extra);
  const hotels = extra + 2;
  return {
    placeCount: all.length, travelMinutes: matrixOf(all.map(([x, y]) => [x!, y!]), null),
    stops: all.slice(hotels).map((row, at) => ({ id: `p${at + 1}`, place: hotels + at, durationMinutes: 0, must: false, worth: row[2] ?? 0 })),
    days: Array.from({ length: trips }, (_, trip) => ({ dutyFrom: 0, dutyTo: lengths[trip]!, reserved: [] })),
    startPlace: 0, returnTo: 1, nightPlaces: Array.from({ length: hotels }, (_, hotel) => hotel), driveOnInEvening: true,
  };
}

/** Length of the walk to the nearest, from the first hotel. */
function nearestLength(matrix: readonly number[], size: number, hotels: number): number {
  const open = new Set(Array.from({ length: size - hotels }, (_, at) => hotels + at));
  let [here, length] = [0, 0];
  while (open.size > 0) {
    const next = [...open].reduce((best, one) => (matrix[here * size + one]! < matrix[here * size + best]! ? one : best));
    length += matrix[here * size + next]!;
    open.delete(next);
    here = next;
  }
  return length + matrix[here * size]!;
}
