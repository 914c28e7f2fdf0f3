// Walks a leader through one day, visit by visit: the one place where arrival, begin and every breach are computed.
import type { Timetable } from './timetable.ts';

/** State after the last visit, and what that visit was like. Breaches are minutes; 0 is none. */
export interface DayClock {
  day: number;
  /** Where the leader is; -1 before the tour has begun. */
  place: number;
  /** When the leader is free. */
  time: number;
  visits: number;
  drivingMinutes: number;
  meetingMinutes: number;
  /** Sum over the day of all breaches, weighed: what the solver makes least before anything else. */
  weight: number;
  depart: number;
  arrive: number;
  begin: number;
  leave: number;
  legMinutes: number;
  /** Minutes between being free and a fixed begin. */
  haveMinutes: number;
  overlap: number;
  notEnoughTravel: number;
  early: number;
  late: number;
  reserved: number;
  /** Infinity: closed the whole day. */
  window: number;
  /** Infinity: another day. */
  pin: number;
}

// A broken promise to people weighs more than a long day; each breach weighs something, so that few are broken rather than many.
const lateWeight = 30;
const breachWeight = 100;
const wrongTimeWeight = 2000;
const noDutyWeight = 3000;
const wrongPinWeight = 5000;

export function dayClock(): DayClock {
  return {
    day: 0, place: -1, time: 0, visits: 0, drivingMinutes: 0, meetingMinutes: 0, weight: 0,
    depart: 0, arrive: 0, begin: 0, leave: 0, legMinutes: 0, haveMinutes: 0,
    overlap: 0, notEnoughTravel: 0, early: 0, late: 0, reserved: 0, window: 0, pin: 0,
  };
}

/** Sets the clock to the morning of `day` at `place` (-1: wherever the first visit is). */
export function startDay(clock: DayClock, table: Timetable, day: number, place: number): void {
  clock.day = day;
  clock.place = place;
  clock.time = table.dutyFrom[day]!;
  clock.visits = 0;
  clock.drivingMinutes = 0;
  clock.meetingMinutes = 0;
  clock.weight = 0;
}

/** Drives to the stop and holds it: at `fixedBegin`, or when that is NaN at its pinned time, or else as soon as it can. */
export function visit(clock: DayClock, table: Timetable, stop: number, fixedBegin: number): void {
  const { day } = clock;
  const to = table.place[stop]!;
  const duration = table.durationMinutes[stop]!;
  const begun = clock.place >= 0;
  const leg = begun ? table.travelMinutes[clock.place * table.placeCount + to]! : 0;
  let depart = afterReserved(table, day, clock.time, leg);
  let arrive = depart + leg;

  const pinned = table.pinDay[stop] === day;
  let fixed = fixedBegin;
  if (Number.isNaN(fixed) && pinned) fixed = table.pinBegin[stop]!;
  const isFixed = !Number.isNaN(fixed);
  const begin = isFixed ? fixed : earliestBegin(table, day, stop, arrive);
  const leave = begin + duration;
  if (!begun) depart = arrive = begin;

  clock.overlap = clock.visits > 0 && begin < clock.time ? clock.time - begin : 0;
  clock.notEnoughTravel = clock.overlap === 0 && arrive > begin ? arrive - begin : 0;
  clock.haveMinutes = Math.max(0, begin - depart);
  clock.early = 0;
  clock.late = 0;
  if (table.hasDuty[day]) {
    clock.early = Math.max(0, table.dutyFrom[day]! - begin);
    clock.late = Math.max(0, leave - table.dutyTo[day]!);
  }
  clock.reserved = isFixed ? minutesReserved(table, day, begin, leave) : 0;
  clock.window = minutesOffWindow(table, day, stop, begin);
  clock.pin = 0;
  if (table.pinDay[stop]! >= 0) clock.pin = pinned ? Math.abs(begin - table.pinBegin[stop]!) : Infinity;

  clock.depart = depart;
  clock.arrive = arrive;
  clock.begin = begin;
  clock.leave = leave;
  clock.legMinutes = leg;
  clock.place = to;
  // After an overlap both must have ended.
  clock.time = Math.max(clock.time, leave);
  clock.visits++;
  clock.drivingMinutes += leg;
  clock.meetingMinutes += duration;
  clock.weight += visitWeight(clock, table.hasDuty[day]!, duration);
}

/** Drives to `place` after the day's last visit: gives depart, arrive, legMinutes and late, and leaves the rest as it was. */
export function driveAtEvening(clock: DayClock, table: Timetable, place: number): void {
  const leg = table.travelMinutes[clock.place * table.placeCount + place]!;
  clock.depart = afterReserved(table, clock.day, clock.time, leg);
  clock.arrive = clock.depart + leg;
  clock.legMinutes = leg;
  clock.late = table.hasDuty[clock.day] ? Math.max(0, clock.arrive - table.dutyTo[clock.day]!) : 0;
}

/** What ending the day weighs: driving to the night place (-1: staying), and more driving than allowed. */
export function eveningWeight(clock: DayClock, table: Timetable, place: number): number {
  let weight = 0;
  let driving = clock.drivingMinutes;
  if (place >= 0 && place !== clock.place) {
    const leg = table.travelMinutes[clock.place * table.placeCount + place]!;
    driving += leg;
    const late = afterReserved(table, clock.day, clock.time, leg) + leg - table.dutyTo[clock.day]!;
    if (late > 0 && leg > 0 && table.hasDuty[clock.day]) weight += weightOfLate(late);
  }
  const excess = driving - table.maxDrivingMinutes[clock.day]!;
  return excess > 0 ? weight + weightOfLate(excess) : weight;
}

/** Two days an hour late are better than one two hours late. */
function weightOfLate(minutes: number): number {
  return lateWeight + minutes * (1 + minutes / 60);
}

function visitWeight(clock: DayClock, hasDuty: boolean, duration: number): number {
  let weight = 0;
  if (!hasDuty) weight += noDutyWeight + duration;
  if (clock.late > 0) weight += weightOfLate(clock.late);
  if (clock.overlap > 0) weight += breachWeight + clock.overlap;
  if (clock.notEnoughTravel > 0) weight += breachWeight + clock.notEnoughTravel;
  if (clock.early > 0) weight += breachWeight + clock.early;
  if (clock.reserved > 0) weight += breachWeight + clock.reserved;
  if (clock.window > 0) weight += Math.min(wrongTimeWeight, breachWeight + clock.window);
  if (clock.pin > 0) weight += wrongPinWeight;
  return weight;
}

/** The first time from `time` on at which `length` minutes stay clear of the day's reserved times. */
function afterReserved(table: Timetable, day: number, time: number, length: number): number {
  if (length === 0) return time;
  let at = time;
  for (const part of table.reserved[day]!) {
    if (at < part.to && at + length > part.from) at = part.to;
  }
  return at;
}

/** In the first window that can be met; where none can, as soon as may be. */
function earliestBegin(table: Timetable, day: number, stop: number, arrive: number): number {
  const duration = table.durationMinutes[stop]!;
  for (const window of table.windows[stop]?.get(day) ?? []) {
    const begin = afterReserved(table, day, Math.max(arrive, window.from), duration);
    if (begin <= window.to) return begin;
  }
  return afterReserved(table, day, arrive, duration);
}

function minutesReserved(table: Timetable, day: number, begin: number, leave: number): number {
  let minutes = 0;
  for (const part of table.reserved[day]!) minutes += Math.max(0, Math.min(leave, part.to) - Math.max(begin, part.from));
  return minutes;
}

function minutesOffWindow(table: Timetable, day: number, stop: number, begin: number): number {
  const windows = table.windows[stop];
  if (!windows) return 0;
  let least = Infinity;
  for (const window of windows.get(day) ?? []) least = Math.min(least, Math.max(0, window.from - begin, begin - window.to));
  return least;
}
