// What taking over a sheet of roads would do: the units its names mean, repetitions, both directions, and what differs from the file.
import type { ReadRoad, RoadEndText, RoadReadCause, RoadSheet } from './readRoads.ts';

export interface RoadLine {
  fromId: string;
  toId: string;
  distanceKm: number | null;
  travelMinutes: number | null;
  bothWays: boolean;
}

/** As the file has it in exactly this direction; km null where only the time is known. */
export type RoadThere = Pick<RoadLine, 'distanceKm' | 'travelMinutes' | 'bothWays'>;

/**
 * unknown: no unit of that name; unclear: several; samePlace: from and to are one; twice: the pair stands above with another figure.
 * The line is taken all the same: tooShort (shorter than the straight line by more than a twentieth), oddSpeed (below 8 or above 90 km/h).
 */
export type RoadCause = RoadReadCause | 'fromUnknown' | 'toUnknown' | 'fromUnclear' | 'toUnclear' | 'samePlace' | 'twice' | 'tooShort' | 'oddSpeed';
export const takenAllTheSame: readonly RoadCause[] = ['tooShort', 'oddSpeed'];

export interface RoadBadRow {
  rowNumber: number;
  value: string;
  cause: RoadCause;
}

export interface RoadsPlan {
  /** What differs from the file, to be written. */
  lines: RoadLine[];
  added: number;
  changed: number;
  same: number;
  /** In the order of the rows. */
  bad: RoadBadRow[];
}

interface Surroundings {
  find: (end: RoadEndText) => string | 'unknown' | 'unclear';
  there: (fromId: string, toId: string) => RoadThere | undefined;
  /** Kilometres of the straight line; null where a point is not known. */
  straightKm: (fromId: string, toId: string) => number | null;
  /** A pair whose way back is not in the sheet holds both ways. */
  bothWays: boolean;
}

type Found = RoadLine & { rowNumber: number; back: boolean };

const keyOf = (fromId: string, toId: string): string => `${fromId} ${toId}`;
const isSame = (a: number | null, b: number | null): boolean => a === b || (a !== null && b !== null && Math.abs(a - b) < 0.05);
/** One figure may complete the other; two different ones contradict. */
const fits = (a: number | null, b: number | null): boolean => a === null || b === null || isSame(a, b);

export function planRoads(sheet: RoadSheet, { find, there, straightKm, bothWays }: Surroundings): RoadsPlan {
  const bad: RoadBadRow[] = [...sheet.bad];
  const found = new Map<string, Found>();
  for (const road of sheet.roads) {
    const { rowNumber } = road;
    const [fromId, toId] = [find(road.from), find(road.to)];
    const cause = causeOf(fromId, toId);
    if (cause) {
      bad.push({ rowNumber, cause, value: textOf(cause.startsWith('to') ? road.to : road.from) });
      continue;
    }
    const known = found.get(keyOf(fromId, toId));
    if (known && !(fits(known.distanceKm, road.distanceKm) && fits(known.travelMinutes, road.travelMinutes))) {
      bad.push({ rowNumber, cause: 'twice', value: figuresOf(road) });
      continue;
    }
    if (known) {
      known.distanceKm ??= road.distanceKm;
      known.travelMinutes ??= road.travelMinutes;
    } else found.set(keyOf(fromId, toId), { fromId, toId, distanceKm: road.distanceKm, travelMinutes: road.travelMinutes, bothWays, rowNumber, back: false });
  }
  joinDirections(found);
  const plan: RoadsPlan = { lines: [], added: 0, changed: 0, same: 0, bad };
  for (const { rowNumber, back, ...line } of found.values()) {
    if (back) continue;
    const doubt = doubtOf(line, straightKm(line.fromId, line.toId));
    if (doubt) bad.push({ rowNumber, ...doubt });
    put(plan, line, there);
  }
  bad.sort((a, b) => a.rowNumber - b.rowNumber);
  // A place of a matrix that nobody knows is told once, not in every row.
  const told = new Set<string>();
  if (sheet.kind === 'matrix') plan.bad = bad.filter(({ cause, value }) => !told.has(`${cause} ${value}`) && told.add(`${cause} ${value}`));
  return plan;
}

/** Where both directions stand in the sheet: one line if they agree, else each for itself. */
function joinDirections(found: Map<string, Found>): void {
  for (const line of found.values()) {
    const back = found.get(keyOf(line.toId, line.fromId));
    if (!back || line.back || back.back) continue;
    const agree = fits(line.distanceKm, back.distanceKm) && fits(line.travelMinutes, back.travelMinutes);
    line.bothWays = agree;
    back.bothWays = false;
    if (!agree) continue;
    line.distanceKm ??= back.distanceKm;
    line.travelMinutes ??= back.travelMinutes;
    back.back = true;
  }
}

/** Figures the sheet says nothing of stay as they are in the file. */
function put(plan: RoadsPlan, line: RoadLine, there: Surroundings['there']): void {
  const own = there(line.fromId, line.toId);
  const reverse = there(line.toId, line.fromId);
  const now = own ?? (reverse?.bothWays ? reverse : undefined);
  const whole = { ...line, distanceKm: line.distanceKm ?? now?.distanceKm ?? null, travelMinutes: line.travelMinutes ?? now?.travelMinutes ?? null };
  const figuresSame = now !== undefined && isSame(now.distanceKm, whole.distanceKm) && isSame(now.travelMinutes, whole.travelMinutes);
  if (figuresSame && (line.bothWays ? now.bothWays && !(own && reverse) : own?.bothWays === false)) plan.same += 1;
  else {
    plan.lines.push(whole);
    if (now) plan.changed += 1;
    else plan.added += 1;
  }
}

function causeOf(fromId: string, toId: string): RoadCause | null {
  if (fromId === 'unknown') return 'fromUnknown';
  if (toId === 'unknown') return 'toUnknown';
  if (fromId === 'unclear') return 'fromUnclear';
  if (toId === 'unclear') return 'toUnclear';
  return fromId === toId ? 'samePlace' : null;
}

function doubtOf({ distanceKm, travelMinutes }: RoadLine, straight: number | null): { cause: RoadCause; value: string } | null {
  if (distanceKm !== null && straight !== null && distanceKm < straight * 0.95) return { cause: 'tooShort', value: `${distanceKm} km < ${Math.round(straight)} km` };
  const speed = distanceKm !== null && travelMinutes !== null ? distanceKm / (travelMinutes / 60) : null;
  return speed !== null && (speed < 8 || speed > 90) ? { cause: 'oddSpeed', value: `${Math.round(speed)} km/h` } : null;
}

const textOf = ({ name, within, code }: RoadEndText): string => [name || code, within].filter(Boolean).join(', ');
const figuresOf = ({ from, to, distanceKm, travelMinutes }: ReadRoad): string =>
  `${textOf(from)} – ${textOf(to)}: ${[distanceKm === null ? '' : `${distanceKm} km`, travelMinutes === null ? '' : `${travelMinutes} min`].filter(Boolean).join(', ')}`;
