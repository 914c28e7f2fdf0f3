// Lays one leader's days end to end as one line of time, and says for a leg and a visit when they end at the earliest, or begin at the latest.
import { arrival, beginAt, latestBegin, latestDeparture } from './beginTimes.ts';
import type { BeginTimes } from './beginTimes.ts';
import { rounding } from './timetable.ts';
import type { Timetable } from './timetable.ts';

/** Instants are `day * width + minutes since the earliest duty`; nights are at the last visit, so a night changes nothing but the time. */
export interface DayLine {
  width: number;
  /** Before the first morning. */
  start: number;
  /** When the visit to `stop` ends for who is free at `at` and drives `leg`; Infinity: never. `isLast`: home is reached that day, too. */
  leave(stop: number, at: number, leg: number, isLast: boolean): number;
  /** The latest instant to set out for `stop` so as to leave it by `by`; -1: too late for any. */
  setOut(stop: number, by: number, leg: number, isLast: boolean): number;
  /** The latest instant to leave `stop` where it is the last; -1: it cannot be. */
  end(stop: number): number;
}

export function dayLine(table: Timetable, times: BeginTimes): DayLine {
  const { dayCount, dutyFrom, dutyTo, durationMinutes, travelMinutes, placeCount, place, hasDuty } = table;
  const duties = [...dutyFrom.keys()].filter((day) => hasDuty[day]);
  const zero = Math.min(...duties.map((day) => dutyFrom[day]!));
  const width = Math.max(...duties.map((day) => dutyTo[day]!)) - zero + 1;
  const home = table.returnTo[0]!;
  const homeBy = (stop: number, day: number): number => {
    const leg = home < 0 ? 0 : travelMinutes[place[stop]! * placeCount + home]!;
    return latestDeparture(table, day, dutyTo[day]!, leg);
  };
  const dayOf = (instant: number): number => Math.min(dayCount - 1, Math.floor((instant + rounding) / width));

  return {
    width,
    start: 0,
    leave(stop, at, leg, isLast) {
      const today = dayOf(at);
      for (let day = today; day < dayCount; day++) {
        if (!hasDuty[day]) continue;
        const time = day === today ? Math.max(dutyFrom[day]!, zero + at - day * width) : dutyFrom[day]!;
        const there = times.plainDrive[day] === 1 ? time + leg : arrival(table, day, time, leg);
        const left = beginAt(times, stop * dayCount + day, there) + durationMinutes[stop]!;
        if (left <= (isLast ? homeBy(stop, day) : dutyTo[day]!) + rounding) return day * width + left - zero;
      }
      return Infinity;
    },
    setOut(stop, by, leg, isLast) {
      const latest = dayOf(by);
      for (let day = latest; day >= 0; day--) {
        if (!hasDuty[day]) continue;
        let until = isLast ? homeBy(stop, day) : dutyTo[day]!;
        if (day === latest) until = Math.min(until, zero + by - day * width);
        const begin = latestBegin(times, stop * dayCount + day, until - durationMinutes[stop]!);
        const depart = times.plainDrive[day] === 1 ? begin - leg : latestDeparture(table, day, begin, leg);
        if (depart >= dutyFrom[day]! - rounding) return day * width + Math.max(depart, dutyFrom[day]!) - zero;
      }
      return -1;
    },
    end(stop) {
      for (let day = dayCount - 1; day >= 0; day--) {
        const by = hasDuty[day] ? homeBy(stop, day) : -Infinity;
        if (by >= dutyFrom[day]!) return day * width + by - zero;
      }
      return -1;
    },
  };
}
