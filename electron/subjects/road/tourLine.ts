// A planned tour as the rules of the road read it: each day's stops on a clock of their own, with pins and hours.
import type { LineDay, LineStop, Travel } from '../../../shared/rules/road/dayLine.ts';
import { darkShareOfSpeed } from '../../../shared/rules/roads/speeds.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import { lightEnd } from '../../../shared/tour/darkRoads.ts';
import type { TourDayPlan, TourPlan } from '../../../shared/tour/plan.ts';
import type { TourDuty, TourProblem } from '../../../shared/tour/problem.ts';
import type { ReadDb } from '../../store/sql.ts';
import type { UnitPlace } from '../tour/places.ts';
import { tourCase } from '../tour/tourCase.ts';
import type { TourCase } from '../tour/tourCase.ts';

export interface TourLine {
  one: TourCase;
  plan: TourPlan;
  /** Stops that are over or under way: nothing moves them. */
  marked: Set<string>;
}

/** One day of one leader. Places are numbered within it: those of `places`. */
export interface DayOnRoad {
  day: string;
  plan: TourDayPlan;
  line: LineDay;
  stops: LineStop[];
  /** First the place of the night before, if there was one. */
  places: UnitPlace[];
  travel: Travel;
  /** Nothing may be put into it: it is over, locked, or without duty. */
  shut: boolean;
  freeMinutes: number;
}

/** Begins at times people say: the full five minutes. */
export const roundTo = 5;

/** Throws `tours.gone`. */
export function tourLine(db: ReadDb, tourId: string): TourLine {
  const one = tourCase(db, tourId);
  const marked = db.all<{ stopId: string }>('SELECT visit.stopId FROM tourStop JOIN visit ON visit.stopId = tourStop.id WHERE tourStop.tourId = ?', tourId);
  return { one, plan: checkTour(one.problem, one.entries), marked: new Set(marked.map(({ stopId }) => stopId)) };
}

export function dutyOf(problem: TourProblem, { day, leader }: Pick<TourDayPlan, 'day' | 'leader'>): TourDuty {
  const own = leader === undefined ? undefined : problem.leaders?.[leader]?.days;
  return (own ?? problem.days)[day]!;
}

const isLocked = (problem: TourProblem, { day, leader }: TourDayPlan): boolean =>
  (leader === undefined ? problem.lockedDays : problem.leaders?.[leader]?.lockedDays)?.includes(day) ?? false;

/** Minutes of duty in which nobody drives, meets, or is reserved for something else. */
function freeMinutesOf({ dutyFrom, dutyTo, reserved }: TourDuty, { visits, drivingMinutes }: TourDayPlan): number {
  const taken = reserved.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, dutyTo) - Math.max(from, dutyFrom)), 0);
  const meetings = visits.reduce((sum, { begin, leave }) => sum + leave - begin, 0);
  return Math.max(0, dutyTo - dutyFrom - taken - drivingMinutes - meetings);
}

/** `today`: days before it are over. */
export function dayOnRoad({ one, marked }: TourLine, plan: TourDayPlan, today: string): DayOnRoad {
  const { problem, places: all, days } = one;
  const duty = dutyOf(problem, plan);
  const first = plan.visits[0];
  const from = first?.fromPlace ?? null;
  const indexes = [...(from === null ? [] : [from]), ...plan.visits.map((visit) => visit.place)];
  const shift = from === null ? 0 : 1;
  const last = plan.visits.at(-1);
  const stopOf = new Map(problem.stops.map((stop) => [stop.id, stop]));
  const day = days[plan.day]!;
  return {
    day, plan,
    places: indexes.map((index) => all[index]!),
    travel: { placeCount: indexes.length, minutes: indexes.flatMap((i) => indexes.map((j) => problem.travelMinutes[i * problem.placeCount + j]!)) },
    shut: day < today || isLocked(problem, plan) || duty.dutyTo <= duty.dutyFrom,
    freeMinutes: freeMinutesOf(duty, plan),
    line: {
      startPlace: from === null ? null : 0,
      // A day that is broken already stays as broken as it is, and no more.
      startAt: Math.min(duty.dutyFrom, first?.depart ?? duty.dutyFrom),
      endBy: Math.max(lightEnd(duty, problem.darkTravelMinutes ? darkShareOfSpeed : 1), last?.leave ?? 0),
      reserved: duty.reserved, maxDrivingMinutes: duty.maxDrivingMinutes, noDrivingFrom: duty.noDrivingFrom, noDrivingUntil: duty.noDrivingUntil, roundTo,
    },
    stops: plan.visits.map((visit, index): LineStop => {
      const stop = stopOf.get(visit.stopId)!;
      const isFixed = marked.has(visit.stopId) || stop.pinned?.begin !== undefined;
      return {
        id: visit.stopId, place: index + shift, minutes: visit.leave - visit.begin, notBefore: visit.begin,
        exactly: isFixed ? visit.begin : null,
        windows: stop.windows?.filter((window) => window.day === plan.day),
      };
    }),
  };
}

/** The day and the place in its order of a stop that is planned; undefined where it is not. */
export function legTo(tour: TourLine, stopId: string, today: string): { on: DayOnRoad; leg: number } | undefined {
  for (const plan of tour.plan.days) {
    const leg = plan.visits.findIndex((visit) => visit.stopId === stopId);
    if (leg >= 0) return { on: dayOnRoad(tour, plan, today), leg };
  }
  return undefined;
}

/** How long a meeting that is wanted, not a must, usually takes on this tour. */
export const wantedMinutesOf = (db: ReadDb, tourId: string): number => db.get<{ wantedMinutes: number }>('SELECT wantedMinutes FROM tour WHERE id = ?', tourId)!.wantedMinutes;

/** Whose day it is, where several leaders share the tour; null: the tour's own leader. */
export const leaderOfDay = ({ one }: TourLine, { leader }: TourDayPlan): string | null => (leader === undefined ? null : one.problem.leaders?.[leader]?.id ?? null);
