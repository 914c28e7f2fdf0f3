// Reads a tour problem from JSON as `shared/tour/README.md` describes it, or says in one sentence what is wrong with it.
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { driveMinutes } from '../../shared/rules/roads/speeds.ts';
import { travelTable } from '../../shared/rules/travel.ts';
import { faultsOf, impossibilitiesOf, mostMinutes } from '../../shared/tour/checkProblem.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';
import { faultInWords } from './faultWords.ts';

/** What the person gave is wrong; the message is the whole sentence. */
export class WrongProblem extends Error {}

/** What can be planned in seconds and held in memory; a list that is longer is refused before anything is made of it. */
const most = { places: 1000, stops: 1000, days: 1000, leaders: 50, nights: 1000, parts: 200 };
const list = <Schema extends z.ZodType>(of: Schema, count: number) => z.array(of).max(count);

/** A day may be open without end for all practical purposes, but sums of its hours must stay numbers. */
const minutes = z.number().min(-1e16).max(1e16);
const index = z.number().int().min(0);
const note = { name: z.string().nullish(), note: z.string().nullish() };
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? undefined);
const duty = z.strictObject({
  ...note,
  dutyFrom: minutes,
  dutyTo: minutes,
  reserved: optional(list(z.strictObject({ ...note, from: minutes, to: minutes }), most.parts)),
  maxDrivingMinutes: optional(minutes),
  noDrivingFrom: optional(minutes),
  noDrivingUntil: optional(minutes),
  nightPlace: optional(index),
});
const ends = {
  firstStopId: optional(z.string()),
  lastStopId: optional(z.string()),
  startPlace: optional(index),
  returnTo: optional(index),
  lockedDays: optional(list(index, most.days)),
};
const ProblemJson = z.strictObject({
  ...note,
  ...ends,
  placeCount: optional(index.max(most.places)),
  places: optional(list(z.strictObject({ ...note, id: optional(z.string()), lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180), road: optional(z.enum(['main', 'side', 'village'])) }), most.places)),
  roadFactor: optional(z.number().positive().max(100)),
  speedKmPerHour: optional(z.number().min(0.1).max(10_000)),
  // Checked by hand below: a million cells are no work for a schema.
  travelMinutes: z.unknown().optional(),
  distanceKm: z.unknown().optional(),
  stops: list(z.strictObject({
    ...note,
    id: z.string().min(1),
    place: index,
    durationMinutes: optional(minutes),
    must: optional(z.boolean()),
    worth: optional(z.number()),
    pinned: optional(z.strictObject({ day: index, begin: optional(minutes) })),
    windows: optional(list(z.strictObject({ day: index, from: minutes, to: minutes }), most.days)),
    leader: optional(index),
  }), most.stops),
  days: list(duty, most.days),
  nightPlaces: optional(list(index, most.nights)),
  driveOnInEvening: optional(z.boolean()),
  fewestDays: optional(z.boolean()),
  leaders: optional(list(z.strictObject({ ...note, ...ends, id: z.string(), nightPlaces: optional(list(index, most.nights)), days: optional(list(duty, most.days)) }), most.leaders)),
  start: optional(list(z.strictObject({ stopId: z.string(), day: index, begin: optional(minutes), leader: optional(index) }), most.stops)),
});
type ProblemJson = z.infer<typeof ProblemJson>;

/** Throws `WrongProblem`. What can never be (a pin outside duty, a window outside every day) is wrong here too. */
export function problemOfJson(text: string): TourProblem {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new WrongProblem(`The problem is not JSON: ${(error as Error).message}.`);
  }
  const read = ProblemJson.safeParse(json);
  if (!read.success) throw new WrongProblem(issueInWords(read.error.issues[0]!, json));
  const problem = problemOf(read.data);
  const fault = faultsOf(problem)[0] ?? impossibilitiesOf(problem)[0];
  if (fault) throw new WrongProblem(faultInWords(fault, problem));
  return problem;
}

function problemOf({ name: _name, note: _note, places, roadFactor, speedKmPerHour, travelMinutes, distanceKm, leaders, ...rest }: ProblemJson): TourProblem {
  const given = { minutes: travelMinutes ?? undefined, km: distanceKm ?? undefined };
  const placeCount = rest.placeCount ?? places?.length ?? sizeOf(given.minutes ?? given.km);
  if (placeCount > most.places) throw new WrongProblem(tooMany('places', placeCount, most.places));
  const leaderDays = rest.days.length * Math.max(1, leaders?.length ?? 1);
  if (leaderDays > most.days) throw new WrongProblem(tooMany('days of all leaders together', leaderDays, most.days));
  if (places && places.length !== placeCount) throw new WrongProblem(`placeCount is ${placeCount}, but ${places.length} places are given.`);
  const km = given.km === undefined ? undefined : matrix('distanceKm', given.km, placeCount);
  const frame = {
    ...rest,
    placeCount,
    stops: rest.stops.map(({ name: _n, note: _t, durationMinutes = 0, must = true, worth = 1, ...stop }) => ({ ...stop, durationMinutes, must, worth })),
    days: rest.days.map(dutyOf),
    ...(leaders ? { leaders: leaders.map(({ days, name: _n, note: _t, ...leader }) => ({ ...leader, ...(days ? { days: days.map(dutyOf) } : {}) })) } : {}),
  };
  if (given.minutes !== undefined) return { ...frame, travelMinutes: matrix('travelMinutes', given.minutes, placeCount), ...(km ? { distanceKm: km } : {}) };
  if (km) return { ...frame, distanceKm: km, travelMinutes: km.map((distance) => driveMinutes(distance, { speedKmPerHour })) };
  if (!places) throw new WrongProblem('There are no travel times: give travelMinutes, or places with lat and lon.');
  try {
    const table = travelTable(places.map(({ lat, lon, road }, at) => ({ id: String(at), lat, lon, ...(road ? { road } : {}) })), { roadFactor, speedKmPerHour });
    return { ...frame, travelMinutes: table.travelMinutes, distanceKm: table.distanceKm };
  } catch (error) {
    throw error instanceof AppError ? new WrongProblem(faultInWords(error, frame as unknown as TourProblem)) : error;
  }
}

function dutyOf({ name: _name, note: _note, reserved = [], ...day }: z.infer<typeof duty>): TourProblem['days'][number] {
  return { ...day, reserved: reserved.map(({ from, to }) => ({ from, to })) };
}

/** How many places a matrix is for: of rows their number, of a flat one the root of its length. */
function sizeOf(cells: unknown): number {
  if (!Array.isArray(cells)) return 0;
  return Array.isArray(cells[0]) ? cells.length : Math.round(Math.sqrt(cells.length));
}

const tooMany = (what: string, count: number | string, limit: number): string => `There are ${count} ${what}; at most ${limit} can be planned.`;

/** A cell of a matrix, as it may stand in a sentence: whatever lies in it, a few letters. */
const cellAsRead = (value: unknown): string => (Array.isArray(value) ? 'a list' : typeof value === 'object' && value !== null ? 'an object' : JSON.stringify(value));

/**
 * A matrix as rows or flat, made flat. Throws `WrongProblem` where it is not `count` by `count` numbers from 0 to `mostMinutes`.
 * Some write a number above all others where a place meets itself: no way there is a way of 0.
 */
function matrix(name: string, cells: unknown, count: number): Float64Array {
  if (!Array.isArray(cells)) throw new WrongProblem(`${name} is not an array: give ${count} rows of ${count} numbers, or ${count * count} numbers one after the other.`);
  const rows = cells.length > 0 && cells.every(Array.isArray);
  if (rows && cells.length !== count) throw new WrongProblem(`${name} has ${cells.length} rows, but there are ${count} places.`);
  const short = rows ? cells.findIndex((row: unknown[]) => row.length !== count) : -1;
  if (short >= 0) throw new WrongProblem(`Row ${short} of ${name} has ${(cells[short] as unknown[]).length} numbers, but there are ${count} places.`);
  const flat: unknown[] = rows ? cells.flat() : cells;
  if (flat.length !== count * count) throw new WrongProblem(`${name} has ${flat.length} numbers, but ${count} places need ${count} × ${count} = ${count * count}.`);
  const out = new Float64Array(flat.length);
  for (let cell = 0; cell < flat.length; cell++) {
    const value = flat[cell];
    if (typeof value === 'number' && value > mostMinutes && cell % (count + 1) === 0) continue;
    if (typeof value !== 'number' || !(value >= 0 && value <= mostMinutes)) {
      throw new WrongProblem(`${name} from place ${Math.floor(cell / count)} to place ${cell % count} is ${cellAsRead(value)}: it must be a number from 0 to ${mostMinutes}.`);
    }
    out[cell] = value;
  }
  return out;
}

function issueInWords(issue: z.core.$ZodIssue, json: unknown): string {
  const where = issue.path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text === '' ? '' : '.'}${String(step)}`), '');
  const [first, at, last] = issue.path;
  const stops = (json as { stops?: { id?: unknown; place?: unknown }[] } | null)?.stops;
  const stop = first === 'stops' && typeof at === 'number' ? stops?.[at] : undefined;
  if (last === 'place' && stop && (stop.place === undefined || stop.place === null)) return `Stop ${nameOf(stop.id, at)} has no place: give the index of one of the places.`;
  if (issue.code === 'unrecognized_keys') return `${where === '' ? 'The problem' : where} has ${issue.keys.map((key) => `"${key}"`).join(', ')}, which nothing is known of: see shared/tour/README.md.`;
  if (issue.code === 'too_big' && issue.origin === 'array') {
    const given = issue.path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown>)[step], json) as unknown[];
    return `${where} has ${given.length} entries; at most ${issue.maximum} can be planned.`;
  }
  const whose = stop ? ` (stop ${nameOf(stop.id, at)})` : '';
  return `${where === '' ? 'The problem' : where}${whose}: ${issue.message.replace(/^Invalid input: /, '')}.`;
}

const nameOf = (id: unknown, at: unknown): string => (typeof id === 'string' ? `"${id}"` : `number ${String(at)}`);
