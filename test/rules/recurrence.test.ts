// The days of rules, against days counted by hand and against a calendar library made by others.
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../shared/dates.ts';
import { everyDay, recurringDays } from '../../shared/rules/recurrence.ts';
import type { Recurrence } from '../../shared/rules/recurrence.ts';
import { nthOf, seriesDays, shiftedRule } from '../../shared/rules/seriesDays.ts';
import type { Rule } from '../../shared/rules/seriesDays.ts';
import { seeded } from './seeded.ts';

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const rule = (more: Partial<Recurrence>): Recurrence => ({ ...everyDay, ...more });

function asText({ freq, every, times, untilDay, byDay, byMonthDay, byMonth, bySetPos, weekStart }: Recurrence): string {
  const parts = [`FREQ=${freq.toUpperCase()}`, `INTERVAL=${every}`, `WKST=${codes[weekStart]}`];
  if (times !== null) parts.push(`COUNT=${times}`);
  if (untilDay !== null) parts.push(`UNTIL=${untilDay.replaceAll('-', '')}`);
  if (byDay.length > 0) parts.push(`BYDAY=${byDay.map((by) => `${by.nth ?? ''}${codes[by.weekday]}`).join(',')}`);
  if (byMonthDay.length > 0) parts.push(`BYMONTHDAY=${byMonthDay.join(',')}`);
  if (byMonth.length > 0) parts.push(`BYMONTH=${byMonth.join(',')}`);
  if (bySetPos.length > 0) parts.push(`BYSETPOS=${bySetPos.join(',')}`);
  return parts.join(';');
}

function byOthers(text: string, firstDay: string, toDay: string): string[] {
  const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(firstDay));
  const days: string[] = [];
  for (let next = iterator.next(); next && days.length < 500; next = iterator.next()) {
    const day = next.toString().slice(0, 10);
    if (day > toDay) break;
    days.push(day);
  }
  return days;
}

describe('the days of a rule', () => {
  it('are those a hand counts', () => {
    const until = (toDay: string) => ({ toDay, most: 100 });
    expect(recurringDays(rule({ freq: 'weekly', every: 2, byDay: [{ weekday: 0, nth: null }, { weekday: 3, nth: null }] }), '2022-04-04', until('2022-04-30')))
      .toEqual(['2022-04-04', '2022-04-07', '2022-04-18', '2022-04-21']);
    expect(recurringDays(rule({ freq: 'monthly', byMonthDay: [31] }), '2022-01-31', until('2022-06-30'))).toEqual(['2022-01-31', '2022-03-31', '2022-05-31']);
    expect(recurringDays(rule({ freq: 'monthly', byMonthDay: [-1] }), '2022-01-31', until('2022-03-31'))).toEqual(['2022-01-31', '2022-02-28', '2022-03-31']);
    expect(recurringDays(rule({ freq: 'monthly', byDay: [{ weekday: 0, nth: -1 }] }), '2022-04-01', until('2022-06-30'))).toEqual(['2022-04-25', '2022-05-30', '2022-06-27']);
    expect(recurringDays(rule({ freq: 'yearly' }), '2020-02-29', until('2030-01-01'))).toEqual(['2020-02-29', '2024-02-29', '2028-02-29']);
    expect(recurringDays(rule({ times: 5 }), '2022-04-01', { fromDay: '2022-04-04', toDay: '2022-12-31', most: 100 })).toEqual(['2022-04-04', '2022-04-05']);
    expect(recurringDays(rule({ freq: 'monthly', byMonthDay: [31], byMonth: [2] }), '2022-01-01', until('9999-12-31'))).toEqual([]);
  });

  it('are those another library finds (seed 3)', () => {
    const { whole } = seeded(3);
    const some = <Value,>(values: readonly Value[]): Value[] => values.filter(() => whole(0, 2) === 0);
    for (let round = 0; round < 150; round++) {
      const freq = (['daily', 'weekly', 'monthly', 'yearly'] as const)[whole(0, 3)]!;
      const nth = () => (freq === 'monthly' ? [null, 1, 2, 4, -1][whole(0, 4)]! : null);
      const byDay = freq === 'yearly' ? [] : some([0, 1, 2, 3, 4, 5, 6]).slice(0, 3).map((day) => ({ weekday: day, nth: nth() }));
      const one = rule({
        freq, every: whole(1, 4), byDay, weekStart: whole(0, 1) * 6,
        // The other library makes 31 April a day in May: the days of years stay below 29.
        byMonthDay: freq === 'yearly' ? [whole(1, 28)] : freq === 'monthly' && byDay.length === 0 ? some([1, 15, 29, 31, -1, -3]) : [],
        byMonth: freq === 'yearly' ? [1 + whole(0, 3), 9, 12] : [],
        times: whole(0, 2) === 0 ? whole(1, 20) : null,
      });
      const first = addDays('2022-01-03', whole(0, 400));
      const toDay = addDays(first, 900);
      // Both begin with a day of the rule: what a rule means that its own first day does not fit is not said anywhere.
      const [firstDay] = recurringDays(one, first, { toDay, most: 1 });
      if (!firstDay) continue;
      const found = recurringDays(one, firstDay, { toDay, most: 500 });
      expect({ rule: asText(one), firstDay, found }).toEqual({ rule: asText(one), firstDay, found: byOthers(asText(one), firstDay, toDay) });
    }
  });
});

it('a rule moved to another day keeps its kind', () => {
  const base: Rule = { freq: 'weekly', every: 1, weekdays: [0, 6], monthDay: null, nth: null, untilDay: null, times: 4 };
  expect(shiftedRule(base, '2022-04-18', '2022-04-20').weekdays).toEqual([1, 2]);
  expect(shiftedRule({ ...base, freq: 'monthly', weekdays: [], monthDay: 18 }, '2022-04-18', '2022-04-20').monthDay).toBe(20);
  expect(shiftedRule({ ...base, freq: 'monthly', weekdays: [0], nth: 3 }, '2022-04-18', '2022-04-29')).toMatchObject({ weekdays: [4], nth: -1 });
  expect(nthOf('2022-04-18')).toBe(3);
  const days = seriesDays(base, '2022-04-18');
  expect(days).toEqual(['2022-04-18', '2022-04-24', '2022-04-25', '2022-05-01']);
  expect(days.map(weekday)).toEqual([0, 6, 0, 6]);
});
