// What becomes of periods when somebody takes over, extends or hands on: cutting one out of another, joining those that touch.
import { addDays, dayFromNumber, dayNumber, isDay } from '../../dates.ts';
import type { Day } from '../../dates.ts';

/** Both days belong to the period. */
export interface Period {
  fromDay: Day;
  toDay: Day;
}

export const overlap = (a: Period, b: Period): boolean => a.fromDay <= b.toDay && a.toDay >= b.fromDay;

/** What is left of `period` when `cut` is taken out of it: nothing, one piece or two, in order. */
export function cutOut(period: Period, cut: Period): Period[] {
  if (!overlap(period, cut)) return [period];
  const left: Period[] = [];
  if (period.fromDay < cut.fromDay) left.push({ fromDay: period.fromDay, toDay: addDays(cut.fromDay, -1) });
  if (period.toDay > cut.toDay) left.push({ fromDay: addDays(cut.toDay, 1), toDay: period.toDay });
  return left;
}

/** True when the two overlap or one begins the day after the other ends: together they are one period. */
export const touching = (a: Period, b: Period): boolean => a.fromDay <= addDays(b.toDay, 1) && b.fromDay <= addDays(a.toDay, 1);

/** The shortest period that holds all given; at least one must be given. */
export function hull(periods: readonly [Period, ...Period[]]): Period {
  return {
    fromDay: periods.map((period) => period.fromDay).reduce((a, b) => (a < b ? a : b)),
    toDay: periods.map((period) => period.toDay).reduce((a, b) => (a > b ? a : b)),
  };
}

/** Days of `within` on which one of `away` applies; days that several cover count once. */
export function daysCovered(within: Period, away: readonly Period[]): number {
  let covered = 0;
  let next = within.fromDay;
  for (const { fromDay, toDay } of [...away].sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))) {
    const from = fromDay > next ? fromDay : next;
    const to = toDay < within.toDay ? toDay : within.toDay;
    if (to < from) continue;
    covered += (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
    next = addDays(to, 1);
  }
  return covered;
}

/** The last day of one month from `day`: 15-05 for 16-04; the month's last day where it is shorter. */
export function oneMonthFrom(day: Day): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const next = new Date(Date.UTC(year, month, 1));
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const text = `${next.getUTCFullYear()}-${String(next.getUTCMonth() + 1).padStart(2, '0')}-${String(Math.min(date, lastOfNext)).padStart(2, '0')}`;
  return isDay(text) && date <= lastOfNext ? addDays(text, -1) : dayFromNumber(dayNumber(text));
}
