// The period a responsibility is usually given for.
import { addDays, dayFromNumber, dayNumber, isDay } from '../../../shared/dates.ts';
import type { Day } from '../../../shared/dates.ts';

/** The last day of one month from `day`: 15-05 for 16-04; the month's last day where it is shorter. */
export function oneMonthFrom(day: Day): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const next = new Date(Date.UTC(year, month, 1));
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const text = `${next.getUTCFullYear()}-${String(next.getUTCMonth() + 1).padStart(2, '0')}-${String(Math.min(date, lastOfNext)).padStart(2, '0')}`;
  return isDay(text) && date <= lastOfNext ? addDays(text, -1) : dayFromNumber(dayNumber(text));
}

/** When a period stands to a day: over, running, or yet to come. */
export function standing(fromDay: Day, toDay: Day, today: Day): 'over' | 'now' | 'coming' {
  if (toDay < today) return 'over';
  return fromDay > today ? 'coming' : 'now';
}
