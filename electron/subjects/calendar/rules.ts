// How the calendar judges, as kept in the file: which problems are refused and which only warned of, and the usual working hours.
import { checkKinds } from '../../../shared/limits.ts';
import type { CalendarRules, CheckKind } from '../../../shared/model/calendar.ts';
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import type { ReadDb, WriteDb } from '../../store/sql.ts';

const refusedAtFirst: readonly CheckKind[] = ['overlap', 'travel', 'away'];
const usualHours = { dutyFrom: 8 * 60, dutyTo: 21 * 60 };

export function rulesOf(db: ReadDb): CalendarRules {
  const kept = new Map(db.raw<[string, string]>('SELECT key, value FROM calendarSetting'));
  const checks = Object.fromEntries(checkKinds.map((kind) => {
    const said = kept.get(`check.${kind}`);
    return [kind, said === 'warn' || said === 'refuse' ? said : refusedAtFirst.includes(kind) ? 'refuse' : 'warn'];
  })) as CalendarRules['checks'];
  const hour = (key: 'dutyFrom' | 'dutyTo'): number => Number(kept.get(key) ?? usualHours[key]);
  return { checks, dutyFrom: hour('dutyFrom'), dutyTo: hour('dutyTo') };
}

export function keepRules(db: WriteDb, { checks, dutyFrom, dutyTo }: Partial<CalendarRules>): void {
  const put = (key: string, value: string | number): void => {
    db.run('INSERT INTO calendarSetting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> excluded.value', key, String(value));
  };
  for (const [kind, said] of Object.entries(checks ?? {})) put(`check.${kind}`, said);
  if (dutyFrom !== undefined) put('dutyFrom', dutyFrom);
  if (dutyTo !== undefined) put('dutyTo', dutyTo);
}

const kinds: Readonly<Record<string, CheckKind>> = {
  overlap: 'overlap', reserved: 'overlap', busy: 'busy', busyTitled: 'busy', notEnoughTravel: 'travel', away: 'away', blackout: 'blackout',
  late: 'hours', outsideDuty: 'hours', morningTravel: 'hours', tooMuchDriving: 'hours', pinned: 'pinned', pinnedMissed: 'pinned',
};

/** Which of the person's choices a problem falls under; what only concerns a tour as a whole is `tour`. */
export const kindOf = ({ code }: Pick<ShownProblem, 'code'>): CheckKind => kinds[code] ?? 'tour';
