// The days on which something comes again: RFC 5545's rules as far as calendars use them, in whole days.
import { addDays, dayNumber, dayFromNumber, weekday } from '../dates.ts';
import type { Day } from '../dates.ts';

/** RFC 5545, 3.3.10. Weekdays 0 Monday to 6 Sunday; negative numbers count from the end. */
export interface Recurrence {
  freq: 'daily' | 'weekly' | 'monthly' | 'yearly';
  every: number;
  times: number | null;
  /** The last day that may be. */
  untilDay: Day | null;
  byDay: readonly { weekday: number; nth: number | null }[];
  byMonthDay: readonly number[];
  byMonth: readonly number[];
  bySetPos: readonly number[];
  /** First day of the week, for every second week and so on. */
  weekStart: number;
}

export const everyDay: Recurrence = { freq: 'daily', every: 1, times: null, untilDay: null, byDay: [], byMonthDay: [], byMonth: [], bySetPos: [], weekStart: 0 };

/** Periods looked at without a single day found: more than any calendar needs (29 February on a Monday comes every 28 years). */
const mostEmptyPeriods = 1200;

/**
 * The days from `firstDay` (the first itself only where it fits the rule) up to `toDay`, at most `most`, in order. Those before
 * `fromDay` count for `times` but are left out.
 */
export function recurringDays(rule: Recurrence, firstDay: Day, { fromDay = firstDay, toDay, most }: { fromDay?: Day; toDay: Day; most: number }): Day[] {
  const found: Day[] = [];
  let counted = 0;
  let empty = 0;
  const last = rule.untilDay !== null && rule.untilDay < toDay ? rule.untilDay : toDay;
  for (let period = 0; empty < mostEmptyPeriods; period++) {
    const { begin, days } = periodOf(rule, firstDay, period);
    if (begin > last) break;
    const chosen = rule.bySetPos.length === 0 ? days : days.filter((_, at) => rule.bySetPos.some((pos) => pos === at + 1 || pos === at - days.length));
    empty = chosen.length === 0 ? empty + 1 : 0;
    for (const day of chosen) {
      if (day < firstDay) continue;
      if (day > last || (rule.times !== null && counted >= rule.times)) return found;
      counted += 1;
      if (day >= fromDay) found.push(day);
      if (found.length >= most) return found;
    }
    if (rule.times !== null && counted >= rule.times) break;
  }
  return found;
}

/** The days of one period that fit, in order; `begin` is the period's first day. */
function periodOf(rule: Recurrence, firstDay: Day, period: number): { begin: Day; days: Day[] } {
  const { freq, every, byDay, byMonth, byMonthDay } = rule;
  const fits = (day: Day): boolean => byMonth.length === 0 || byMonth.includes(monthOf(day));
  if (freq === 'daily') {
    const day = addDays(firstDay, period * every);
    const ok = fits(day) && (byDay.length === 0 || byDay.some((by) => by.weekday === weekday(day))) && (byMonthDay.length === 0 || byMonthDay.some((by) => dayInMonth(day, by) === day));
    return { begin: day, days: ok ? [day] : [] };
  }
  if (freq === 'weekly') {
    const monday = dayNumber(firstDay) - ((weekday(firstDay) - rule.weekStart + 7) % 7);
    const begin = dayFromNumber(monday + period * every * 7);
    const wanted = byDay.length === 0 ? [weekday(firstDay)] : byDay.map((by) => by.weekday);
    const days = Array.from({ length: 7 }, (_, at) => addDays(begin, at)).filter((day) => wanted.includes(weekday(day)) && fits(day));
    return { begin, days };
  }
  if (freq === 'monthly') {
    const begin = monthBegin(Number(firstDay.slice(0, 4)), monthOf(firstDay) - 1 + period * every);
    return { begin, days: fits(begin) ? daysOfMonth(rule, firstDay, begin) : [] };
  }
  const year = Number(firstDay.slice(0, 4)) + period * every;
  const begin = monthBegin(year, 0);
  const anyMonth = byMonth.length > 0 ? byMonth : byMonthDay.length > 0 ? allMonths : null;
  if (anyMonth === null && byDay.length > 0) return { begin, days: nthWeekdays(byDay, begin, monthBegin(year + 1, 0)) };
  const months = anyMonth ?? [monthOf(firstDay)];
  return { begin, days: months.toSorted((a, b) => a - b).flatMap((month) => daysOfMonth(rule, firstDay, monthBegin(year, month - 1))) };
}

const allMonths = Array.from({ length: 12 }, (_, at) => at + 1);
const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** The first day of a month; months beyond December belong to the next years. */
function monthBegin(year: number, month: number): Day {
  return `${String(year + Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

function nextMonth(day: Day): Day {
  return monthBegin(Number(day.slice(0, 4)), monthOf(day));
}

/** The day of its month with that number (-1: the last); null where the month has none. */
function dayInMonth(day: Day, number: number): Day | null {
  const begin = `${day.slice(0, 8)}01`;
  const found = number > 0 ? addDays(begin, number - 1) : addDays(nextMonth(begin), number);
  return found.slice(0, 7) === begin.slice(0, 7) ? found : null;
}

function daysOfMonth({ byDay, byMonthDay }: Recurrence, firstDay: Day, begin: Day): Day[] {
  if (byMonthDay.length === 0 && byDay.length === 0) return [dayInMonth(begin, Number(firstDay.slice(8)))].filter((day) => day !== null);
  if (byDay.length === 0) return sorted(byMonthDay.map((number) => dayInMonth(begin, number)));
  const days = nthWeekdays(byDay, begin, nextMonth(begin));
  if (byMonthDay.length === 0) return days;
  const wanted = new Set(byMonthDay.map((number) => dayInMonth(begin, number)));
  return days.filter((day) => wanted.has(day));
}

const sorted = (days: readonly (Day | null)[]): Day[] => [...new Set(days.filter((day) => day !== null))].sort();

/** The wanted weekdays from `begin` up to, not including, `end`. */
function nthWeekdays(byDay: Recurrence['byDay'], begin: Day, end: Day): Day[] {
  return sorted(byDay.flatMap(({ weekday: wanted, nth }) => {
    const all: Day[] = [];
    for (let day = addDays(begin, (wanted - weekday(begin) + 7) % 7); day < end; day = addDays(day, 7)) all.push(day);
    if (nth === null) return all;
    return [(nth > 0 ? all[nth - 1] : all[all.length + nth]) ?? null];
  }));
}
