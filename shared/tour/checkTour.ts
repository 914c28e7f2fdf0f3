// Computes what a given schedule really means: arrivals, legs, nights, and everything that cannot be, with its figures.
import { AppError } from '../errors.ts';
import { travelBound } from './bound.ts';
import { dayClock, driveAtEvening, startDay, visit } from './dayClock.ts';
import type { DayClock } from './dayClock.ts';
import { leftOutReason } from './leftOut.ts';
import { chooseNights } from './nights.ts';
import type { DayLine } from './nights.ts';
import type { TourDayPlan, TourEntry, TourPlan, TourViolation } from './plan.ts';
import { checkDay } from './problem.ts';
import type { TourProblem } from './problem.ts';
import { timetable } from './timetable.ts';
import type { Timetable } from './timetable.ts';

export interface CheckOptions {
  /** The night place of a day with visits where the user has chosen one, also where no night is possible. */
  nights?: readonly (number | null | undefined)[];
  /** Written into the plan. */
  seed?: number;
}

/**
 * The plan that a schedule amounts to. A given begin is kept, whatever it breaks; a stop without one is held at its pinned time
 * if this is its day, else as soon as it can be. Within a day the stops follow their begins, and one without follows the one it
 * stands behind in `order`. The leader wakes where the night was; see `chooseNights`.
 * Throws as `checkProblem` does, and `tour.unknownStop {stopId}`, `tour.stopTwice {stopId}`, `tour.noSuchDay {stopId, day}`.
 */
export function checkTour(problem: TourProblem, order: readonly TourEntry[], options: CheckOptions = {}): TourPlan {
  return checkWith(timetable(problem), order, options);
}

/** The same for a problem already turned into a timetable. */
export function checkWith(table: Timetable, order: readonly TourEntry[], options: CheckOptions = {}): TourPlan {
  const { problem } = table;
  const lines = linesOf(table, order);
  const used = lines.flatMap((line, day) => (line.stops.length > 0 ? [day] : []));
  const days: TourDayPlan[] = [];
  const clock = dayClock();
  const nights = chooseNights(table, lines, options.nights).places;
  let here = table.startPlace;
  lines.forEach((line, day) => {
    startDay(clock, table, day, here);
    const plan = planVisits(table, clock, line);
    here = planEvening(table, clock, plan, nights[day]!, used.every((other) => other <= day));
    days.push(plan);
  });

  const visits = days.flatMap((day) => day.visits);
  const visited = lines.flatMap((line) => line.stops);
  const missing = problem.stops.flatMap((_, index) => (visited.includes(index) ? [] : [index]));
  const missingMusts = missing.filter((stop) => table.must[stop]);
  const wrongEnds = checkEnds(table, days);
  const travelMinutes = sum(days, (day) => day.drivingMinutes);
  const lower = travelBound(table, visited, travelMinutes);
  const comparable = missingMusts.length === 0 && wrongEnds.length === 0;
  return {
    days,
    leftOut: missing.map((stop) => ({ stopId: problem.stops[stop]!.id, reason: leftOutReason(table, lines, stop, options.nights) })),
    violations: [
      ...days.flatMap((day) => day.problems),
      ...wrongEnds,
      ...missingMusts.map((stop): TourViolation => ({ code: 'stopLeftOut', day: null, stopId: problem.stops[stop]!.id })),
    ],
    totals: {
      travelMinutes,
      distanceKm: sum(days, (day) => day.drivingKm),
      visits: visits.length,
      daysUsed: used.length,
      worth: sum(visited, (stop) => table.worth[stop]!),
      waitMinutes: sum(visits, (one) => one.waitMinutes),
    },
    bound: { lower, gap: comparable ? gapOver(lower, travelMinutes) : null },
    seed: options.seed ?? null,
  };
}

function linesOf(table: Timetable, order: readonly TourEntry[]): DayLine[] {
  const seen = new Set<string>();
  const timed = Array.from({ length: table.dayCount }, (): { stop: number; begin: number; key: number }[] => []);
  for (const { stopId, day, begin } of order) {
    const stop = table.stopIndex.get(stopId);
    if (stop === undefined) throw new AppError('tour.unknownStop', { stopId });
    if (seen.has(stopId)) throw new AppError('tour.stopTwice', { stopId });
    checkDay(table.problem, stopId, day);
    seen.add(stopId);
    const key = begin ?? timed[day]!.at(-1)?.key ?? -Infinity;
    timed[day]!.push({ stop, begin: begin ?? Number.NaN, key });
  }
  return timed.map((entries) => {
    // Equal keys compare as equal (never as a difference of infinities), so they keep their order.
    entries.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key));
    return { stops: entries.map((entry) => entry.stop), begins: entries.map((entry) => entry.begin) };
  });
}

function planVisits(table: Timetable, clock: DayClock, line: DayLine): TourDayPlan {
  const { day } = clock;
  const { stops } = table.problem;
  const plan: TourDayPlan = {
    day, visits: [], eveningLeg: null, nightPlace: null, drivingMinutes: 0, drivingKm: 0, problems: [],
  };
  line.stops.forEach((stop, index) => {
    const from = clock.place;
    visit(clock, table, stop, line.begins[index]!);
    const stopId = stops[stop]!.id;
    const legKm = from < 0 ? 0 : table.distanceKm[from * table.placeCount + clock.place]!;
    const { depart, arrive, begin, leave, legMinutes } = clock;
    const waitMinutes = Math.max(0, begin - arrive);
    const fromPlace = from < 0 ? null : from;
    plan.visits.push({ stopId, place: clock.place, fromPlace, depart, arrive, begin, leave, legMinutes, legKm, waitMinutes });
    plan.drivingMinutes += legMinutes;
    plan.drivingKm += legKm;
    const otherStopId = plan.visits.at(-2)?.stopId;
    plan.problems.push(...visitProblems(table, clock, stopId, fromPlace, otherStopId));
  });
  return plan;
}

function visitProblems(
  table: Timetable,
  clock: DayClock,
  stopId: string,
  fromPlace: number | null,
  otherStopId: string | undefined,
): TourViolation[] {
  const { day } = clock;
  const before = otherStopId === undefined ? {} : { otherStopId };
  const found: TourViolation[] = [];
  if (!table.hasDuty[day]) found.push({ code: 'outsideDuty', day, stopId, minutes: clock.leave - clock.begin });
  if (clock.early > 0) found.push({ code: 'outsideDuty', day, stopId, minutes: clock.early });
  if (clock.late > 0) found.push({ code: 'late', day, stopId, minutes: clock.late });
  if (clock.overlap > 0) found.push({ code: 'overlap', day, stopId, ...before, minutes: clock.overlap });
  if (clock.notEnoughTravel > 0) {
    const { legMinutes: needMinutes, haveMinutes, notEnoughTravel: minutes } = clock;
    const from = fromPlace === null ? {} : { fromPlace };
    found.push({ code: 'notEnoughTravel', day, stopId, ...before, ...from, minutes, needMinutes, haveMinutes });
  }
  if (clock.reserved > 0) found.push({ code: 'reserved', day, stopId, minutes: clock.reserved });
  if (clock.pin > 0) found.push({ code: 'pinnedMissed', day, stopId, ...minutesIfFinite(clock.pin) });
  if (clock.window > 0) found.push({ code: 'windowMissed', day, stopId, ...minutesIfFinite(clock.window) });
  return found;
}

/** Ends the day: the drive to the night place if there is one, the night, and too much driving. Returns where the leader wakes. */
function planEvening(table: Timetable, clock: DayClock, plan: TourDayPlan, chosen: number, isOver: boolean): number {
  const { day } = clock;
  const goesHome = isOver && plan.visits.length > 0 && table.returnTo >= 0;
  let night = chosen >= 0 ? chosen : clock.place;
  if (goesHome) night = table.returnTo;
  if (night >= 0 && night !== clock.place) {
    const from = clock.place;
    driveAtEvening(clock, table, night);
    const { depart, arrive, legMinutes } = clock;
    const legKm = table.distanceKm[from * table.placeCount + night]!;
    plan.eveningLeg = { fromPlace: from, toPlace: night, depart, arrive, legMinutes, legKm };
    plan.drivingMinutes += legMinutes;
    plan.drivingKm += legKm;
    if (clock.late > 0 && legMinutes > 0) plan.problems.push({ code: 'late', day, minutes: clock.late });
  }
  const allowed = table.maxDrivingMinutes[day]!;
  if (plan.drivingMinutes > allowed) {
    const minutes = plan.drivingMinutes - allowed;
    plan.problems.push({ code: 'tooMuchDriving', day, minutes, needMinutes: plan.drivingMinutes, haveMinutes: allowed });
  }
  plan.nightPlace = night >= 0 && (!isOver || goesHome) ? night : null;
  if (!isOver && night >= 0 && !table.nightAllowed[night] && night !== table.startPlace) {
    plan.problems.push({ code: 'noNight', day, nightPlace: night });
  }
  return night;
}

function checkEnds(table: Timetable, days: readonly TourDayPlan[]): TourViolation[] {
  const { firstStopId, lastStopId } = table.problem;
  const visits = days.flatMap((day) => day.visits.map(({ stopId }) => ({ stopId, day: day.day })));
  const first = visits[0];
  const last = visits.at(-1);
  const found: TourViolation[] = [];
  if (first && firstStopId !== undefined && first.stopId !== firstStopId) {
    found.push({ code: 'firstTown', day: first.day, stopId: first.stopId, wantedStopId: firstStopId });
  }
  if (last && lastStopId !== undefined && last.stopId !== lastStopId) {
    found.push({ code: 'lastTown', day: last.day, stopId: last.stopId, wantedStopId: lastStopId });
  }
  return found;
}

function minutesIfFinite(minutes: number): { minutes?: number } {
  return Number.isFinite(minutes) ? { minutes } : {};
}

function gapOver(lower: number, travelMinutes: number): number | null {
  if (travelMinutes <= lower) return 0;
  return lower > 0 ? (travelMinutes - lower) / lower : null;
}

function sum<T>(items: Iterable<T>, value: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += value(item);
  return total;
}
