// Says for an order of stops how late it comes where, days filled as they come: in time proportional to what has changed in the order.
import { arrival, beginAt } from './beginTimes.ts';
import type { BeginTimes } from './beginTimes.ts';
import type { PathCosts } from './pathCosts.ts';
import { mayStay, rounding } from './timetable.ts';
import type { Timetable } from './timetable.ts';

/**
 * One leader's duty minutes, day after day, as one line without nights: where the night is at the last visit, the evening of a day and
 * the morning of the next are the same. Coming earlier to a stop is never worse, so an order is judged by one walk along it.
 * Who comes too late goes on all the same, and every stop that is late counts (da Silva and Urrutia 2010); turning the time back
 * instead was tried and ends in orders that go through the windows twice.
 */
export interface OrderClock {
  /** After `step`: when the leader is free, minutes driven that day, and the lateness of that visit. */
  free: number;
  driven: number;
  late: number;
  /** From `from` (a node of the path; free at `at`, `driven` that day) to `to`, and holds it. */
  step(from: number, to: number, at: number, driven: number): void;
  /** Earliest and latest begin of each stop, on the line. */
  opens: Float64Array;
  closes: Float64Array;
}

/** Does this describe the problem whole: one leader, each night at the last visit? */
export function hasOrderClock(table: Timetable): boolean {
  return table.leaderCount === 1 && !table.freeNights && table.hasDuty.includes(true)
    && [...table.place].every((place) => mayStay(table, 0, place)) && table.chosenNight.every((night) => night < 0);
}

/**
 * `costs` over all stops, in the order of the table. `leastLate`: what a stop that cannot be held any more counts at least, whatever
 * the reason, in minutes.
 */
export function orderClock(table: Timetable, times: BeginTimes, costs: PathCosts, leastLate: number): OrderClock {
  const { dayCount, stopCount, durationMinutes, dutyFrom, dutyTo, maxDrivingMinutes } = table;
  const { size, end, cost } = costs;
  const base = new Float64Array(dayCount + 1);
  for (let day = 0; day < dayCount; day++) base[day + 1] = base[day]! + Math.max(0, dutyTo[day]! - dutyFrom[day]!);
  // Of each stop and day the first day from then on that could hold it.
  const openDay = new Int32Array(stopCount * (dayCount + 1)).fill(dayCount);
  const opens = new Float64Array(stopCount);
  const closes = new Float64Array(stopCount).fill(-1);
  for (let stop = 0; stop < stopCount; stop++) {
    const row = stop * (dayCount + 1);
    for (let day = dayCount - 1; day >= 0; day--) {
      const [first, next] = [times.first[stop * dayCount + day]!, times.first[stop * dayCount + day + 1]!];
      openDay[row + day] = next > first ? day : openDay[row + day + 1]!;
      if (next === first) continue;
      opens[stop] = base[day]! + times.from[first]! - dutyFrom[day]!;
      if (closes[stop]! < 0) closes[stop] = base[day]! + times.to[next - 1]! - dutyFrom[day]!;
    }
  }
  const dayAt = (time: number): number => {
    let day = 0;
    while (day < dayCount - 1 && base[day + 1]! <= time) day++;
    return day;
  };
  let day = 0;
  const clock: OrderClock = { free: 0, driven: 0, late: 0, opens, closes, step };

  function step(from: number, to: number, at: number, driven: number): void {
    const leg = cost[from * size + to]!;
    // Mostly the day of the step before.
    if (at < base[day]! || at >= base[day + 1]!) day = dayAt(at);
    clock.late = 0;
    if (to === end) {
      goHome(leg, at, driven);
      return;
    }
    const row = to * (dayCount + 1);
    const today = day;
    for (day = openDay[row + today]!; day < dayCount; day = openDay[row + day + 1]!) {
      const isToday = day === today;
      const drive = (isToday ? driven : 0) + leg;
      if (drive > maxDrivingMinutes[day]! + rounding) continue;
      const time = dutyFrom[day]! + (isToday ? at - base[day]! : 0);
      const arrive = times.plainDrive[day] === 1 ? time + leg : arrival(table, day, time, leg);
      const held = beginAt(times, to * dayCount + day, arrive) + durationMinutes[to]!;
      if (held === Infinity) continue;
      clock.free = base[day]! + held - dutyFrom[day]!;
      clock.driven = drive;
      return;
    }
    day = today;
    const latest = closes[to]!;
    clock.late = Math.max(leastLate, at + leg - latest);
    clock.free = at + leg + durationMinutes[to]!;
    clock.driven = leg;
  }

  /** Home on the day of the last visit. */
  function goHome(leg: number, at: number, driven: number): void {
    // At the very end of a day it is still that day.
    if (day > 0 && at <= base[day]! + rounding && leg > 0) day--;
    const time = dutyFrom[day]! + at - base[day]!;
    const home = leg === 0 ? time : arrival(table, day, time, leg);
    const over = (home === Infinity ? time + leg : home) - dutyTo[day]!;
    clock.late = Math.max(leg > 0 && over > rounding ? over : 0, driven + leg > maxDrivingMinutes[day]! + rounding ? driven + leg - maxDrivingMinutes[day]! : 0);
    if (home === Infinity) clock.late = Math.max(clock.late, leastLate);
    clock.free = at;
    clock.driven = driven;
  }

  return clock;
}
