// Computes what a given schedule really means: arrivals, legs, nights, and everything that cannot be, with its figures.
import { AppError } from '../errors.ts';
import { travelBound } from './bound.ts';
import { dayClock, driveAtEvening, startDay, visit } from './dayClock.ts';
import type { DayClock } from './dayClock.ts';
import { leftOutReason } from './leftOut.ts';
import { chooseNights } from './nights.ts';
import type { DayLine } from './nights.ts';
import type { TourDayPlan, TourEntry, TourPlan, TourViolation } from './plan.ts';
import { checkDay } from './checkProblem.ts';
import type { TourProblem } from './problem.ts';
import { mayStay, rounding, timetable } from './timetable.ts';
import type { Timetable } from './timetable.ts';

export interface CheckOptions {
  /** The night place of a day with visits where the user has chosen one, also where no night is possible. */
  nights?: readonly (number | null | undefined)[];
  /** Written into the plan. */
  seed?: number;
  /** A bound already proven for the stops of this schedule. */
  lower?: number;
  /** How long the bound is raised, where none is given; as long as is useful where not said. */
  boundRounds?: number;
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
  const { problem, dayCount } = table;
  const lines = linesOf(table, order);
  const days: TourDayPlan[] = [];
  const clock = dayClock();
  const nights = chooseNights(table, lines, options.nights).places;
  let here = -1;
  lines.forEach((line, slot) => {
    const leader = Math.floor(slot / dayCount);
    if (slot % dayCount === 0) here = table.startPlace[leader]!;
    startDay(clock, table, slot, here);
    const plan = planVisits(table, clock, line);
    plan.problems.push(...lockProblems(table, slot, line, plan));
    const night = nights[slot]!;
    const visitsLeft = lines.slice(slot + 1, (leader + 1) * dayCount).some(({ stops }) => stops.length > 0);
    here = planEvening(table, clock, plan, night, !visitsLeft && nights.slice(slot + 1, (leader + 1) * dayCount).every((place) => place < 0));
    days.push(plan);
  });

  const visits = days.flatMap((day) => day.visits);
  const visited = lines.flatMap((line) => line.stops);
  const seen = new Set(visited);
  const missing = problem.stops.flatMap((_, index) => (seen.has(index) ? [] : [index]));
  const missingMusts = missing.filter((stop) => table.must[stop]);
  const wrongEnds = checkEnds(table, days);
  const travelMinutes = sum(days, (day) => day.drivingMinutes);
  const lower = options.lower ?? travelBound(table, visited, travelMinutes, options.boundRounds);
  const comparable = missingMusts.length === 0 && wrongEnds.length === 0;
  return {
    days,
    leftOut: missing.map((stop) => ({ stopId: problem.stops[stop]!.id, reason: leftOutReason(table, lines, nights, stop) })),
    violations: [
      ...days.flatMap((day) => day.problems),
      ...wrongEnds,
      ...missingMusts.map((stop): TourViolation => ({ code: 'stopLeftOut', day: null, stopId: problem.stops[stop]!.id })),
    ],
    totals: {
      travelMinutes,
      distanceKm: sum(days, (day) => day.drivingKm),
      visits: visits.length,
      daysUsed: days.filter((day) => day.visits.length > 0 || day.drivingMinutes > 0).length,
      worth: sum(visited, (stop) => table.worth[stop]!),
      waitMinutes: sum(visits, (one) => one.waitMinutes),
    },
    // Who does not keep first and last may also be quicker than all who do.
    bound: comparable ? { lower, gap: gapOver(lower, travelMinutes) } : { lower: Math.min(lower, travelMinutes), gap: null },
    seed: options.seed ?? null,
  };
}

function linesOf(table: Timetable, order: readonly TourEntry[]): DayLine[] {
  const seen = new Set<string>();
  const timed = Array.from({ length: table.slotCount }, (): { stop: number; begin: number; key: number }[] => []);
  for (const { stopId, day, begin, leader } of order) {
    const stop = table.stopIndex.get(stopId);
    if (stop === undefined) throw new AppError('tour.unknownStop', { stopId });
    if (seen.has(stopId)) throw new AppError('tour.stopTwice', { stopId });
    checkDay(table.problem, stopId, day);
    seen.add(stopId);
    const who = leader ?? Math.max(0, table.tiedTo[stop]!);
    if (!(who < table.leaderCount)) throw new AppError('tour.noSuchLeader', { stopId, leader: who });
    const slot = timed[who * table.dayCount + day]!;
    slot.push({ stop, begin: begin ?? Number.NaN, key: begin ?? slot.at(-1)?.key ?? -Infinity });
  }
  return timed.map((entries) => {
    // Equal keys compare as equal (never as a difference of infinities), so they keep their order.
    entries.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key));
    return { stops: entries.map((entry) => entry.stop), begins: entries.map((entry) => entry.begin) };
  });
}

function planVisits(table: Timetable, clock: DayClock, line: DayLine): TourDayPlan {
  const { stops } = table.problem;
  const plan: TourDayPlan = {
    ...whenAndWho(table, clock.slot), visits: [], eveningLeg: null, nightPlace: null, drivingMinutes: 0, drivingKm: 0, problems: [],
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
  const when = whenAndWho(table, clock.slot);
  const before = otherStopId === undefined ? {} : { otherStopId };
  const found: TourViolation[] = [];
  const add = (code: TourViolation['code'], minutes: number, more: Partial<TourViolation> = {}): void => {
    if (minutes > 0) found.push({ code, ...when, stopId, ...more, ...minutesIfFinite(minutes) });
  };
  if (!table.hasDuty[clock.slot]) found.push({ code: 'outsideDuty', ...when, stopId, minutes: clock.leave - clock.begin });
  add('outsideDuty', clock.early);
  add('late', clock.late);
  add('overlap', clock.overlap, before);
  if (clock.notEnoughTravel > 0) {
    const { legMinutes: needMinutes, haveMinutes, notEnoughTravel } = clock;
    add('notEnoughTravel', notEnoughTravel, { ...before, ...(fromPlace === null ? {} : { fromPlace }), needMinutes, haveMinutes });
  }
  add('dark', clock.dark);
  add('reserved', clock.reserved);
  add('pinnedMissed', clock.pin);
  add('windowMissed', clock.window);
  if (clock.wrongLeader) found.push({ code: 'wrongLeader', ...when, stopId });
  return found;
}

/** What differs on a locked day from the schedule it was locked with. */
function lockProblems(table: Timetable, slot: number, line: DayLine, plan: TourDayPlan): TourViolation[] {
  if (!table.locked[slot]) return [];
  const { problem, lockedSlot } = table;
  const when = whenAndWho(table, slot);
  const found: TourViolation[] = [];
  const add = (stopId: string, more: Partial<TourViolation> = {}): void => void found.push({ code: 'lockedDay', ...when, stopId, ...more });
  for (const stop of line.stops) if (lockedSlot[stop] !== slot) add(problem.stops[stop]!.id);
  for (const { stopId, begin } of problem.start ?? []) {
    if (lockedSlot[table.stopIndex.get(stopId)!] !== slot) continue;
    const there = plan.visits.find((visit) => visit.stopId === stopId);
    if (!there) add(stopId);
    else if (begin !== undefined && Math.abs(there.begin - begin) > rounding) add(stopId, { minutes: Math.abs(there.begin - begin) });
  }
  return found;
}

/** Ends the day: the drive to the night place if there is one, the night, and too much driving. Returns where the leader wakes. */
function planEvening(table: Timetable, clock: DayClock, plan: TourDayPlan, night: number, isOver: boolean): number {
  const when = whenAndWho(table, clock.slot);
  const from = clock.place;
  const begun = from >= 0 && night >= 0;
  if (begun && night !== from) {
    driveAtEvening(clock, table, night);
    const { depart, arrive, legMinutes } = clock;
    const legKm = table.distanceKm[from * table.placeCount + night]!;
    plan.eveningLeg = { fromPlace: from, toPlace: night, depart, arrive, legMinutes, legKm };
    plan.drivingMinutes += legMinutes;
    plan.drivingKm += legKm;
    if (clock.late > 0) plan.problems.push({ code: 'late', ...when, minutes: clock.late });
    if (clock.dark > 0) plan.problems.push({ code: 'dark', ...when, minutes: clock.dark });
  }
  const allowed = table.maxDrivingMinutes[clock.slot]!;
  if (plan.drivingMinutes > allowed + rounding) {
    const minutes = plan.drivingMinutes - allowed;
    plan.problems.push({ code: 'tooMuchDriving', ...when, minutes, needMinutes: plan.drivingMinutes, haveMinutes: allowed });
  }
  plan.nightPlace = night >= 0 ? night : null;
  const leader = Math.floor(clock.slot / table.dayCount);
  if (!isOver && night >= 0 && !mayStay(table, leader, night) && night !== table.startPlace[leader] && table.chosenNight[clock.slot] !== night) {
    plan.problems.push({ code: 'noNight', ...when, nightPlace: night });
  }
  return night >= 0 ? night : from;
}

function checkEnds(table: Timetable, days: readonly TourDayPlan[]): TourViolation[] {
  const { stops } = table.problem;
  const found: TourViolation[] = [];
  for (let leader = 0; leader < table.leaderCount; leader++) {
    const own = days.slice(leader * table.dayCount, (leader + 1) * table.dayCount);
    const visits = own.flatMap((day) => day.visits.map(({ stopId }) => ({ stopId, day: day.day, ...whoIfMany(table, leader) })));
    const check = (code: 'firstTown' | 'lastTown', visit: (typeof visits)[number] | undefined, wanted: number): void => {
      const wantedStopId = wanted < 0 ? undefined : stops[wanted]!.id;
      if (visit && wantedStopId !== undefined && visit.stopId !== wantedStopId) found.push({ code, ...visit, wantedStopId });
    };
    check('firstTown', visits[0], table.firstStop[leader]!);
    check('lastTown', visits.at(-1), table.lastStop[leader]!);
  }
  return found;
}

function whoIfMany(table: Timetable, leader: number): { leader?: number } {
  return table.leaderCount > 1 ? { leader } : {};
}

function whenAndWho(table: Timetable, slot: number): { day: number; leader?: number } {
  return { day: slot % table.dayCount, ...whoIfMany(table, Math.floor(slot / table.dayCount)) };
}

function minutesIfFinite(minutes: number): { minutes?: number } {
  return Number.isFinite(minutes) ? { minutes } : {};
}

export function gapOver(lower: number, travelMinutes: number): number | null {
  if (travelMinutes <= lower) return 0;
  return lower > 0 ? (travelMinutes - lower) / lower : null;
}

function sum<T>(items: Iterable<T>, value: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += value(item);
  return total;
}
