// The rule by which a meeting comes again: its days, and the same rule when the meeting is moved to another day.
import { weekday } from '../dates.ts';
import type { Day } from '../dates.ts';
import { mostOccurrences } from '../limits.ts';
import { everyDay, recurringDays } from './recurrence.ts';
import type { Recurrence } from './recurrence.ts';

/** As in model/calendar.ts. */
export interface Rule {
  freq: 'daily' | 'weekly' | 'monthly';
  every: number;
  weekdays: readonly number[];
  monthDay: number | null;
  nth: number | null;
  untilDay: Day | null;
  times: number | null;
}

export function recurrenceOf({ freq, every, weekdays, monthDay, nth, untilDay, times }: Rule): Recurrence {
  const common = { ...everyDay, freq, every, untilDay, times };
  if (freq === 'weekly') return { ...common, byDay: weekdays.map((day) => ({ weekday: day, nth: null })) };
  if (freq === 'monthly' && nth !== null && weekdays[0] !== undefined) return { ...common, byDay: [{ weekday: weekdays[0], nth }] };
  if (freq === 'monthly' && monthDay !== null) return { ...common, byMonthDay: [monthDay] };
  return common;
}

/** Its days from `fromDay` on, one more than may be where it would bring too many. */
export function seriesDays(rule: Rule, fromDay: Day): Day[] {
  return recurringDays(recurrenceOf(rule), fromDay, { toDay: '9999-12-31', most: mostOccurrences + 1 });
}

/** Which of its weekday a day is in its month: 1 to 4; the fifth counts as the last, -1. */
export function nthOf(day: Day): number {
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  return nth > 4 ? -1 : nth;
}

/** The rule of a meeting that is moved from one day to another with all its sisters. Its end stays. */
export function shiftedRule<R extends Rule>(rule: R, from: Day, to: Day): R {
  const by = ((weekday(to) - weekday(from)) % 7 + 7) % 7;
  if (rule.freq === 'weekly') return { ...rule, weekdays: rule.weekdays.map((day) => (day + by) % 7).sort((a, b) => a - b) };
  if (rule.freq === 'monthly' && rule.nth !== null) return { ...rule, weekdays: [weekday(to)], nth: nthOf(to) };
  if (rule.freq === 'monthly') return { ...rule, monthDay: Number(to.slice(8)) };
  return rule;
}
