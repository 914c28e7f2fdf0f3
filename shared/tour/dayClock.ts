// Walks a leader through one day, visit by visit: the one place where arrival, begin and every breach are computed.
import { legMinutes } from './darkLeg.ts';
import { rounding } from './timetable.ts';
import type { Timetable } from './timetable.ts';

/** State after the last visit, and what that visit was like. Breaches are minutes; 0 is none. */
export interface DayClock {
  slot: number;
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
  /** Driven while no driving is allowed. */
  dark: number;
  wrongLeader: boolean;
  /** On a locked day the stop does not belong to, or on another than its own. */
  wrongLock: boolean;
}

// A broken promise to people weighs more than a long day; each breach weighs something, so that few are broken rather than many.
const lateWeight = 30;
const breachWeight = 100;
const wrongTimeWeight = 2000;
const noDutyWeight = 3000;
const wrongPinWeight = 5000;

export function dayClock(): DayClock {
  return {
    slot: 0, place: -1, time: 0, visits: 0, drivingMinutes: 0, meetingMinutes: 0, weight: 0,
    depart: 0, arrive: 0, begin: 0, leave: 0, legMinutes: 0, haveMinutes: 0,
    overlap: 0, notEnoughTravel: 0, early: 0, late: 0, reserved: 0, window: 0, pin: 0, dark: 0,
    wrongLeader: false, wrongLock: false,
  };
}

/** Sets the clock to the morning of `slot` at `place` (-1: wherever the first visit is). */
export function startDay(clock: DayClock, table: Timetable, slot: number, place: number): void {
  clock.slot = slot;
  clock.place = place;
  clock.time = table.dutyFrom[slot]!;
  clock.visits = 0;
  clock.drivingMinutes = 0;
  clock.meetingMinutes = 0;
  clock.weight = 0;
}

/** Drives to the stop and holds it: at `fixedBegin`, or when that is NaN at its pinned time, or else as soon as it can. */
export function visit(clock: DayClock, table: Timetable, stop: number, fixedBegin: number): void {
  const { slot } = clock;
  const day = slot % table.dayCount;
  const to = table.place[stop]!;
  const duration = table.durationMinutes[stop]!;
  const begun = clock.place >= 0;
  const cell = clock.place * table.placeCount + to;
  let depart = begun ? setOut(table, slot, clock.time, cell) : clock.time;
  const leg = begun ? legMinutes(table, slot, cell, depart) : 0;
  let arrive = depart + leg;

  const pinned = table.pinDay[stop] === day;
  let fixed = fixedBegin;
  if (Number.isNaN(fixed) && pinned) fixed = table.pinBegin[stop]!;
  const isFixed = !Number.isNaN(fixed);
  const begin = isFixed ? fixed : earliestBegin(table, slot, stop, arrive);
  const leave = begin + duration;
  if (!begun) depart = arrive = begin;

  clock.overlap = clock.visits > 0 ? breach(clock.time - begin) : 0;
  clock.notEnoughTravel = clock.overlap === 0 ? breach(arrive - begin) : 0;
  clock.haveMinutes = Math.max(0, begin - depart);
  clock.early = 0;
  clock.late = 0;
  if (table.hasDuty[slot]) {
    clock.early = breach(table.dutyFrom[slot]! - begin);
    clock.late = breach(leave - table.dutyTo[slot]!);
  }
  clock.reserved = isFixed ? breach(minutesReserved(table, slot, begin, leave)) : 0;
  clock.window = minutesOffWindow(table, day, stop, begin);
  clock.pin = 0;
  if (table.pinDay[stop]! >= 0) {
    clock.pin = pinned ? breach(Math.abs(begin - (Number.isNaN(table.pinBegin[stop]!) ? begin : table.pinBegin[stop]!))) : Infinity;
  }
  clock.dark = darkMinutes(table, slot, depart, leg);
  clock.wrongLeader = table.tiedTo[stop]! >= 0 && table.tiedTo[stop]! * table.dayCount !== slot - day;
  const home = table.lockedSlot[stop]!;
  clock.wrongLock = home >= 0 ? home !== slot : table.locked[slot]!;

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
  clock.weight += visitWeight(clock, table.hasDuty[slot]!, duration);
}

/** Drives to `place` after the day's last visit: gives depart, arrive, legMinutes, late and dark, and leaves the rest as it was. */
export function driveAtEvening(clock: DayClock, table: Timetable, place: number): void {
  const cell = clock.place * table.placeCount + place;
  const depart = setOut(table, clock.slot, clock.time, cell);
  const leg = legMinutes(table, clock.slot, cell, depart);
  clock.depart = depart;
  clock.arrive = clock.depart + leg;
  clock.legMinutes = leg;
  clock.dark = darkMinutes(table, clock.slot, clock.depart, leg);
  clock.late = 0;
  // A day without duty may end with a meeting all the same; a drive alone is then simply too late.
  if (leg > 0 && (table.hasDuty[clock.slot] || clock.visits === 0)) clock.late = breach(clock.arrive - table.dutyTo[clock.slot]!);
}

/** What ending the day weighs: driving to the night place (-1: staying), and more driving than allowed. */
export function eveningWeight(clock: DayClock, table: Timetable, place: number): number {
  const { slot } = clock;
  let weight = 0;
  let driving = clock.drivingMinutes;
  if (place >= 0 && place !== clock.place && clock.place >= 0) {
    const cell = clock.place * table.placeCount + place;
    const depart = setOut(table, slot, clock.time, cell);
    const leg = legMinutes(table, slot, cell, depart);
    driving += leg;
    const late = breach(depart + leg - table.dutyTo[slot]!);
    if (late > 0 && leg > 0 && (table.hasDuty[slot] || clock.visits === 0)) weight += weightOfLate(late);
    const dark = darkMinutes(table, slot, depart, leg);
    if (dark > 0) weight += breachWeight + dark;
  }
  const excess = breach(driving - table.maxDrivingMinutes[slot]!);
  return excess > 0 ? weight + weightOfLate(excess) : weight;
}

/** What is no more than rounding is none. */
function breach(minutes: number): number {
  return minutes > rounding ? minutes : 0;
}

/** The first time from `time` on at which a leg of `leg` minutes may be driven: clear of reserved times, not before dawn. */
export function departure(table: Timetable, slot: number, time: number, leg: number): number {
  return leg === 0 ? time : afterReserved(table, slot, Math.max(time, table.driveFrom[slot]!), leg);
}

/** When the road of that cell is set out on. Longer in the dark, it may reach into what is reserved: then it begins after that. */
function setOut(table: Timetable, slot: number, time: number, cell: number): number {
  const depart = departure(table, slot, time, table.travelMinutes[cell]!);
  if (table.darkTravelMinutes === null || table.reserved[slot]!.length === 0) return depart;
  return departure(table, slot, depart, legMinutes(table, slot, cell, depart));
}

function darkMinutes(table: Timetable, slot: number, depart: number, leg: number): number {
  const late = leg > 0 ? breach(depart + leg - table.driveTo[slot]!) : 0;
  return Math.min(leg, late);
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
  if (clock.dark > 0) weight += breachWeight + clock.dark;
  if (clock.wrongLeader || clock.wrongLock) weight += wrongPinWeight;
  return weight;
}

/** The first time from `time` on at which `length` minutes stay clear of the day's reserved times. */
export function afterReserved(table: Timetable, slot: number, time: number, length: number): number {
  if (length === 0) return time;
  let at = time;
  for (const part of table.reserved[slot]!) {
    if (at < part.to && at + length > part.from) at = part.to;
  }
  return at;
}

/** In the first window that can be met; where none can, as soon as may be. */
function earliestBegin(table: Timetable, slot: number, stop: number, arrive: number): number {
  const duration = table.durationMinutes[stop]!;
  const windows = table.windows[stop]?.get(slot % table.dayCount);
  if (windows) {
    for (const window of windows) {
      const begin = afterReserved(table, slot, Math.max(arrive, window.from), duration);
      if (begin <= window.to + rounding) return begin;
    }
  }
  return afterReserved(table, slot, arrive, duration);
}

function minutesReserved(table: Timetable, slot: number, begin: number, leave: number): number {
  let minutes = 0;
  for (const part of table.reserved[slot]!) minutes += Math.max(0, Math.min(leave, part.to) - Math.max(begin, part.from));
  return minutes;
}

function minutesOffWindow(table: Timetable, day: number, stop: number, begin: number): number {
  const windows = table.windows[stop];
  if (!windows) return 0;
  let least = Infinity;
  for (const window of windows.get(day) ?? []) least = Math.min(least, Math.max(0, window.from - begin, begin - window.to));
  return breach(least);
}
