// One scale of days for all programmes shown, so that bars under each other can be compared.
import type { Programme } from '../../../shared/model/programme.ts';
import { addDays, daysBetween } from '../../../shared/dates.ts';

export interface TimeAxis {
  fromDay: string;
  toDay: string;
  /** Where a day begins, in percent of the width. */
  left(day: string): number;
  /** Width of a period, both days counted, in percent. */
  width(fromDay: string, toDay: string): number;
  /** First days of months, and between them Mondays where there is room. */
  marks: { day: string; month: boolean }[];
}

const mostDaysWithWeeks = 75;

/** From a little before the first day to a little after the last, today included while it is near. */
export function timeAxis(programmes: readonly Pick<Programme, 'fromDay' | 'toDay'>[], today: string): TimeAxis {
  const days = programmes.flatMap(({ fromDay, toDay }) => [fromDay, toDay]).sort();
  const near = today !== '' && (days.length === 0 || (daysBetween(today, days[0]!) < 60 && daysBetween(days.at(-1)!, today) < 60));
  const all = (near ? [...days, today] : days).sort();
  const fromDay = addDays(all[0] ?? '2022-04-01', -2);
  const toDay = addDays(all.at(-1) ?? '2022-04-30', 2);
  const whole = daysBetween(fromDay, toDay) + 1;
  const left = (day: string) => (daysBetween(fromDay, day) / whole) * 100;
  const marks: TimeAxis['marks'] = [];
  for (let day = fromDay; day <= toDay; day = addDays(day, 1)) {
    const month = day.endsWith('-01');
    const weekly = whole <= mostDaysWithWeeks && ['08', '15', '22'].includes(day.slice(8));
    if (month || weekly) marks.push({ day, month });
  }
  return { fromDay, toDay, left, width: (from, to) => ((daysBetween(from, to) + 1) / whole) * 100, marks };
}
