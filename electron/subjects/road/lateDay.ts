// What being late does to the rest of a leader's day, and on which later days the stops that fall out would fit.
import type { FallenOut, LatePlan, LateQuestion, LateStop } from '../../../shared/model/onTheDay.ts';
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import type { LineState } from '../../../shared/rules/road/dayLine.ts';
import { restOfDay } from '../../../shared/rules/road/restOfDay.ts';
import type { OpenStop, RestOfDay } from '../../../shared/rules/road/restOfDay.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { TourEntry } from '../../../shared/tour/plan.ts';
import type { ReadDb } from '../../store/sql.ts';
import { shownProblems } from '../tour/tourProblems.ts';
import { laterOffers } from './laterOffers.ts';
import { dayOnRoad, tourLine } from './tourLine.ts';
import type { DayOnRoad, TourLine } from './tourLine.ts';

export interface LateDay {
  tour: TourLine;
  on: DayOnRoad;
  /** Stops that have neither begun nor been skipped; also what is fixed elsewhere. */
  open: OpenStop[];
  rest: RestOfDay;
}

/** The leader's line of that day; undefined where he has nothing on it. */
export function lineOfDay(tour: TourLine, personId: string, day: string, today: string): DayOnRoad | undefined {
  const leader = tour.one.leaders.findIndex((one) => one.personId === personId);
  const plan = tour.plan.days.find((one) => tour.one.days[one.day] === day && (one.leader ?? 0) === Math.max(0, leader) && one.visits.length > 0);
  return plan && dayOnRoad(tour, plan, today);
}

/** Where the leader is after the last stop that is over or under way, and when he can leave it if he is that late. */
function stateOf(on: DayOnRoad, settled: ReadonlySet<string>, skipped: ReadonlySet<string>, lateMinutes: number): LineState {
  const been = on.stops.filter((stop) => settled.has(stop.id) && !skipped.has(stop.id));
  const last = been.at(-1);
  const visit = last && on.plan.visits.find((one) => one.stopId === last.id);
  return {
    place: last?.place ?? on.line.startPlace,
    free: (visit?.leave ?? on.line.startAt) + lateMinutes,
    driven: on.plan.visits.filter((one) => been.some((stop) => stop.id === one.stopId)).reduce((sum, one) => sum + one.legMinutes, 0),
  };
}

/** Undefined where the leader has nothing on that day. Throws `tours.gone`. */
export function lateDay(db: ReadDb, today: string, { tourId, personId, day, lateMinutes, shortestMinutes }: LateQuestion): LateDay | undefined {
  const tour = tourLine(db, tourId);
  const on = lineOfDay(tour, personId, day, today);
  if (!on) return undefined;
  const skipped = new Set(db.all<{ stopId: string }>(`SELECT stopId FROM visit WHERE day = ? AND state = 'skipped' AND stopId IS NOT NULL`, day).map(({ stopId }) => stopId));
  const stopOf = new Map(tour.one.problem.stops.map((stop) => [stop.id, stop]));
  const open = on.stops.filter((stop) => !tour.marked.has(stop.id)).map((stop): OpenStop => {
    const { must, worth } = stopOf.get(stop.id)!;
    return { ...stop, must, worth: Math.max(1, Math.round(worth)), shortestMinutes: stop.exactly !== null || shortestMinutes === null ? stop.minutes : Math.min(stop.minutes, shortestMinutes) };
  });
  const rest = restOfDay(on.line, on.travel, stateOf(on, tour.marked, skipped, lateMinutes), open);
  return { tour, on, open, rest };
}

/** The schedule with the day's rest as it would be: what falls out stands nowhere. */
export function entriesAfter({ tour, rest }: LateDay): TourEntry[] {
  const begins = new Map(rest.stays.map((stay) => [stay.id, stay.begin]));
  const out = new Set(rest.fallsOut);
  return tour.one.entries.filter((entry) => !out.has(entry.stopId)).map((entry) => (begins.has(entry.stopId) ? { ...entry, begin: begins.get(entry.stopId)! } : entry));
}

/** What the check newly says. A stop left out for now is no fault: it is shown as fallen out. */
function newProblems({ tour: { one, plan } }: LateDay, entries: TourEntry[]): ShownProblem[] {
  const keyOf = ({ code, day, detail }: ShownProblem): string => `${code} ${day} ${String(detail['stopId'])}`;
  const before = new Set(shownProblems(one, plan).map(keyOf));
  return shownProblems(one, checkTour(one.problem, entries)).filter((problem) => problem.code !== 'stopLeftOut' && !before.has(keyOf(problem)));
}

/** Throws `tours.gone`. */
export function latePlan(db: ReadDb, today: string, question: LateQuestion): LatePlan {
  const late = lateDay(db, today, question);
  if (!late) return { settled: 0, stays: [], fallsOut: [], ends: null, problems: [] };
  const { tour, on, open, rest } = late;
  const entries = entriesAfter(late);
  const openOf = new Map(open.map((stop) => [stop.id, stop]));
  const shown = (id: string): Omit<LateStop, 'begin'>[] => {
    const [stop, planned] = [tour.one.stopById.get(id), openOf.get(id)!];
    if (!stop) return [];
    return [{ stopId: id, unitId: stop.unitId, nameEn: stop.nameEn, nameHi: stop.nameHi, placeEn: stop.placeEn, placeHi: stop.placeHi, pinned: stop.pinned, wasBegin: planned.notBefore, minutes: planned.minutes }];
  };
  return {
    settled: on.stops.length - open.length,
    stays: rest.stays.flatMap(({ id, begin, minutes }) => shown(id).map((stop): LateStop => ({ ...stop, begin, minutes }))),
    fallsOut: rest.fallsOut.flatMap((id) => shown(id).map((stop): FallenOut => ({ ...stop, offers: laterOffers(tour, entries, on, id, today) }))),
    ends: rest.ends,
    problems: newProblems(late, entries),
  };
}
