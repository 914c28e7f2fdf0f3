// RRULE as others write it, turned into the rule of shared/rules/recurrence.ts; what that does not know is refused, not guessed.
import { everyDay } from '../../shared/rules/recurrence.ts';
import type { Recurrence } from '../../shared/rules/recurrence.ts';
import type { Zones } from './icsTimes.ts';
import { minutesOf, momentOf } from './icsTimes.ts';

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const freqs = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);

/** `until`: minutes since 1970 in India after which none begins. Null where it is no rule that whole days can follow. */
export function ruleOf(text: string, zones: Zones): { rule: Recurrence; until: number | null } | null {
  const parts = new Map(text.trim().toUpperCase().split(';').filter(Boolean).map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at), part.slice(at + 1)] as const;
  }));
  const freq = parts.get('FREQ') ?? '';
  if (!freqs.has(freq)) return null;
  const numbers = (name: string, least: number, most: number): number[] | null => {
    const found = (parts.get(name) ?? '').split(',').filter(Boolean).map(Number);
    return found.length <= 400 && found.every((one) => Number.isInteger(one) && one !== 0 && one >= least && one <= most) ? found : null;
  };
  const every = numbers('INTERVAL', 1, 10_000);
  const times = numbers('COUNT', 1, 1_000_000);
  const byMonthDay = numbers('BYMONTHDAY', -31, 31);
  const byMonth = numbers('BYMONTH', 1, 12);
  const bySetPos = numbers('BYSETPOS', -366, 366);
  const byDay = (parts.get('BYDAY') ?? '').split(',').filter(Boolean).map((one) => {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(one);
    return match ? { weekday: codes.indexOf(match[2]!), nth: match[1] === undefined ? null : Number(match[1]) } : null;
  });
  const weekStart = codes.indexOf(parts.get('WKST') ?? 'MO');
  const until = parts.get('UNTIL');
  const end = until === undefined ? null : momentOf({ value: until, params: {} }, zones);
  const unknown = [...parts.keys()].some((name) => !['FREQ', 'INTERVAL', 'COUNT', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'BYDAY', 'WKST', 'UNTIL'].includes(name));
  if (!every || !times || !byMonthDay || !byMonth || !bySetPos || byDay.includes(null) || weekStart < 0 || end === 'zone' || (until !== undefined && end === null) || unknown) return null;
  const rule: Recurrence = {
    ...everyDay, freq: freq.toLowerCase() as Recurrence['freq'], every: every[0] ?? 1, times: times[0] ?? null, untilDay: null,
    byDay: byDay.filter((one) => one !== null), byMonthDay, byMonth, bySetPos, weekStart,
  };
  return { rule, until: end === null ? null : minutesOf(end) + (end.wholeDay ? 1439 : 0) };
}
