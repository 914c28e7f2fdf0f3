// Reads instances with time windows: OPTW (Righini and Salani 2009, on Solomon's and Cordeau's sets) and TSPTW (Dumas et al. 1995, Gendreau et al. 1998, or a matrix).
import type { TourProblem } from '../../../shared/tour/problem.ts';
import { matrixOf, numberRows } from './points.ts';

type Stop = TourProblem['stops'][number];

/** One day from the depot's opening to its closing, out of the depot and back. */
function roundTrip(travelMinutes: readonly number[], placeCount: number, stops: Stop[], open: number, close: number): TourProblem {
  return { placeCount, travelMinutes, stops, days: [{ dutyFrom: open, dutyTo: close, reserved: [] }], startPlace: 0, returnTo: 0 };
}

/**
 * OPTW: `k v N t`, `D Q`, then `i x y d S f a list O C` a point: d service, S profit, the last two the window in which service begins.
 * Distances are cut to one decimal (Solomon), to two where the file is of Cordeau's (`pr…`).
 */
export function optwProblem(text: string, name: string): TourProblem {
  const points = numberRows(text).slice(1).filter((row) => row.length >= 7);
  const [depot] = points;
  const travel = matrixOf(points.map(([, x, y]) => [x!, y!]), /(^|[\\/])pr\d/i.test(name) ? 2 : 1);
  const stops = points.slice(1).map((row, at): Stop => ({
    id: String(row[0]), place: at + 1, durationMinutes: row[3]!, must: false, worth: row[4]!, windows: [{ day: 0, from: row.at(-2)!, to: row.at(-1)! }],
  }));
  return roundTrip(travel, points.length, stops, depot!.at(-2)!, depot!.at(-1)!);
}

/**
 * TSPTW: `number x y demand ready due service` a customer, 999 at the end, distances cut to whole numbers (the depot is the first);
 * or the number of places, their matrix, and `ready due` for each.
 */
export function tsptwProblem(text: string): TourProblem {
  const rows = numberRows(text);
  if (rows[0]!.length === 1) {
    const size = rows[0]![0]!;
    const cells = rows.slice(1).flat();
    const windows = Array.from({ length: size }, (_, at) => [cells[size * size + at * 2]!, cells[size * size + at * 2 + 1]!] as const);
    const stops = windows.slice(1).map(([from, to], at): Stop => ({ id: String(at + 1), place: at + 1, durationMinutes: 0, must: true, worth: 1, windows: [{ day: 0, from, to }] }));
    return roundTrip(cells.slice(0, size * size), size, stops, windows[0]![0], windows[0]![1]);
  }
  const points = rows.filter((row) => row.length >= 7 && row[0] !== 999);
  const stops = points.slice(1).map((row, at): Stop => ({ id: String(row[0]), place: at + 1, durationMinutes: row[6]!, must: true, worth: 1, windows: [{ day: 0, from: row[4]!, to: row[5]! }] }));
  return roundTrip(matrixOf(points.map(([, x, y]) => [x!, y!]), 0), points.length, stops, points[0]![4]!, points[0]![5]!);
}
