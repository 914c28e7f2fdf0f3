// The later days of a tour on which a stop that fell out would still fit, and how the day then runs.
import { insertBest } from '../../../shared/rules/road/insertStop.ts';
import type { Insertion } from '../../../shared/rules/road/insertStop.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { TourDayPlan, TourEntry, TourPlan } from '../../../shared/tour/plan.ts';
import { dayOnRoad } from './tourLine.ts';
import type { DayOnRoad, TourLine } from './tourLine.ts';

const mostOffers = 5;

export interface LaterDay {
  on: DayOnRoad;
  insertion: Insertion;
  /** The whole schedule with it. */
  entries: TourEntry[];
}

const amount = ({ violations }: TourPlan, without: string): number =>
  violations.filter((one) => one.stopId !== without || one.code !== 'stopLeftOut').reduce((sum, one) => sum + 1 + (one.minutes ?? 0), 0);

/** A day without stops begins where the leader slept last. */
function withStart(tour: TourLine, plan: TourDayPlan, plans: readonly TourDayPlan[], today: string): DayOnRoad {
  const on = dayOnRoad(tour, plan, today);
  if (plan.visits.length > 0) return on;
  const before = plans.filter((one) => one.day < plan.day && (one.leader ?? 0) === (plan.leader ?? 0) && one.nightPlace !== null).at(-1);
  if (!before) return on;
  return { ...on, places: [tour.one.places[before.nightPlace!]!], travel: { placeCount: 1, minutes: [0] }, line: { ...on.line, startPlace: 0 } };
}

/** The stop at its best place on the day; null where it does not fit or something else would newly break. */
export function onLaterDay(tour: TourLine, entries: TourEntry[], stopId: string, day: string, leader: number, today: string): LaterDay | null {
  const { problem, places, days } = tour.one;
  const before = checkTour(problem, entries);
  const plan = before.days.find((one) => days[one.day] === day && (one.leader ?? 0) === leader);
  const stop = problem.stops.find((one) => one.id === stopId);
  if (!plan || !stop) return null;
  const on = withStart(tour, plan, before.days, today);
  if (on.shut) return null;
  const indexes = [...on.places.map((place) => places.indexOf(place)), stop.place];
  const travel = { placeCount: indexes.length, minutes: indexes.flatMap((i) => indexes.map((j) => problem.travelMinutes[i * problem.placeCount + j]!)) };
  const windows = stop.windows?.filter((window) => window.day === plan.day);
  const insertion = insertBest(on.line, travel, on.stops, { id: stopId, place: indexes.length - 1, minutes: stop.durationMinutes, notBefore: 0, exactly: null, windows }, true);
  if (!insertion) return null;
  const begins = new Map(on.stops.map((one, index) => [one.id, insertion.times.begins[index < insertion.index ? index : index + 1]!]));
  const after: TourEntry[] = [
    ...entries.map((entry) => (begins.has(entry.stopId) ? { ...entry, begin: begins.get(entry.stopId)! } : entry)),
    { stopId, day: plan.day, begin: insertion.begin, ...(plan.leader === undefined ? {} : { leader: plan.leader }) },
  ];
  // Its own pin is what the person lifts by moving it.
  const loose = { ...problem, stops: problem.stops.map((one) => (one.id === stopId ? { ...one, pinned: undefined } : one)) } as typeof problem;
  return amount(checkTour(loose, after), stopId) > amount(before, stopId) ? null : { on, insertion, entries: after };
}

/** The least extra driving first, of equals the earlier day. */
export function laterOffers(tour: TourLine, entries: TourEntry[], on: DayOnRoad, stopId: string, today: string): { day: string; begin: number; extraMinutes: number }[] {
  const later = tour.one.days.filter((day) => day > on.day && day >= today && day >= tour.one.tour.fromDay && day <= tour.one.tour.toDay);
  return later.flatMap((day) => {
    const found = onLaterDay(tour, entries, stopId, day, on.plan.leader ?? 0, today);
    return found ? [{ day, begin: found.insertion.begin, extraMinutes: Math.max(0, Math.round(found.insertion.extraMinutes)) }] : [];
  }).toSorted((a, b) => a.extraMinutes - b.extraMinutes || (a.day < b.day ? -1 : 1)).slice(0, mostOffers);
}
