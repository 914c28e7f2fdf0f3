// Reads travelling-salesperson instances of TSPLIB (.tsp, .atsp): coordinates or an explicit matrix, as Reinelt's TSPLIB 95 describes them.
import type { TourProblem } from '../../../shared/tour/problem.ts';

type Pair = [number, number];

const headOf = (text: string, key: string): string | undefined => new RegExp(`^\\s*${key}\\s*:?\\s*(.+?)\\s*$`, 'mi').exec(text)?.[1];

function numbersAfter(text: string, section: string): number[] {
  const at = text.search(new RegExp(`^\\s*${section}\\s*$`, 'm'));
  if (at < 0) return [];
  const body = text.slice(at).split('\n').slice(1).join(' ');
  return (/^[^A-DF-Za-df-z]*/.exec(body)?.[0] ?? '').trim().split(/\s+/).filter(Boolean).map(Number).filter((value) => !Number.isNaN(value));
}

const nint = (value: number): number => Math.floor(value + 0.5);

/** Degrees and minutes as DDD.MM, in radians; TSPLIB's own constant for pi. */
const geoRadians = (value: number): number => {
  const degrees = Math.trunc(value);
  // oxlint-disable-next-line oxc/approx-constant -- TSPLIB's distances are defined with this value
  return (3.141592 * (degrees + (5 * (value - degrees)) / 3)) / 180;
};

const distances: Record<string, (a: Pair, b: Pair) => number> = {
  EUC_2D: (a, b) => nint(Math.hypot(a[0] - b[0], a[1] - b[1])),
  CEIL_2D: (a, b) => Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1])),
  MAN_2D: (a, b) => nint(Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])),
  ATT: (a, b) => Math.ceil(Math.sqrt(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) / 10)),
  GEO: (a, b) => {
    const [latA, lonA, latB, lonB] = [geoRadians(a[0]), geoRadians(a[1]), geoRadians(b[0]), geoRadians(b[1])];
    const [q1, q2, q3] = [Math.cos(lonA - lonB), Math.cos(latA - latB), Math.cos(latA + latB)];
    return Math.trunc(6378.388 * Math.acos(0.5 * ((1 + q1) * q2 - (1 - q1) * q3)) + 1);
  },
};

/** Row by row; throws where the kind of weights is not known. */
export function readTsplib(text: string): { size: number; matrix: number[] } {
  const size = Number(headOf(text, 'DIMENSION'));
  const kind = headOf(text, 'EDGE_WEIGHT_TYPE') ?? 'EXPLICIT';
  const matrix = Array.from({ length: size * size }, () => 0);
  if (kind !== 'EXPLICIT') {
    const measure = distances[kind];
    if (!measure) throw new Error(`EDGE_WEIGHT_TYPE ${kind} is not read here`);
    const cells = numbersAfter(text, 'NODE_COORD_SECTION');
    const points = Array.from({ length: size }, (_, at): Pair => [cells[at * 3 + 1]!, cells[at * 3 + 2]!]);
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) if (i !== j) matrix[i * size + j] = measure(points[i]!, points[j]!);
    return { size, matrix };
  }
  const format = headOf(text, 'EDGE_WEIGHT_FORMAT') ?? 'FULL_MATRIX';
  const cells = numbersAfter(text, 'EDGE_WEIGHT_SECTION');
  let at = 0;
  const upper = format.startsWith('UPPER');
  const diagonal = format.includes('DIAG');
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const stands = format === 'FULL_MATRIX' || (i === j ? diagonal : upper ? j > i : j < i);
      if (!stands) continue;
      const value = cells[at++]!;
      if (i === j) continue;
      matrix[i * size + j] = value;
      if (format !== 'FULL_MATRIX') matrix[j * size + i] = value;
    }
  }
  return { size, matrix };
}

/** A round tour from the first city; or, with both ends, a path between them. One day without end. */
export function tsplibProblem(text: string, ends?: { first: number; last: number }): TourProblem {
  const { size, matrix } = readTsplib(text);
  const cities = Array.from({ length: size }, (_, city) => city);
  const stop = (place: number): TourProblem['stops'][number] => ({ id: String(place + 1), place, durationMinutes: 0, must: true, worth: 1 });
  const longest = matrix.reduce((sum, value) => Math.max(sum, value), 0) * size;
  const frame = { placeCount: size, travelMinutes: matrix, days: [{ dutyFrom: 0, dutyTo: longest, reserved: [] }] };
  return ends
    ? { ...frame, stops: cities.map(stop), firstStopId: String(ends.first + 1), lastStopId: String(ends.last + 1) }
    : { ...frame, stops: cities.slice(1).map(stop), startPlace: 0, returnTo: 0 };
}
