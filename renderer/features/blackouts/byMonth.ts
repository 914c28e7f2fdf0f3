// Blackout days gathered by the month they begin in, and what a form of one holds.
import type { Blackout, BlackoutFields } from '../../../shared/model/blackout.ts';

export interface MonthOf {
  /** `YYYY-MM`. */
  month: string;
  blackouts: Blackout[];
}

/** In the order given, which is that of first days. */
export function byMonth(blackouts: readonly Blackout[]): MonthOf[] {
  const months: MonthOf[] = [];
  for (const blackout of blackouts) {
    const month = blackout.fromDay.slice(0, 7);
    if (months.at(-1)?.month !== month) months.push({ month, blackouts: [] });
    months.at(-1)!.blackouts.push(blackout);
  }
  return months;
}

export interface BlackoutDraft {
  nameEn: string;
  nameHi: string;
  kind: BlackoutFields['kind'];
  fromDay: string | null;
  toDay: string | null;
  unitId: string | null;
}

export const kinds: BlackoutFields['kind'][] = ['festival', 'modelCode', 'exam', 'other'];

/** What keeps it from being saved: keys of `blackouts.json` under `wrong`. */
export function wrongIn({ nameEn, nameHi, fromDay, toDay }: BlackoutDraft): ('noName' | 'noDay' | 'endBeforeStart')[] {
  return [
    ...(nameEn.trim() === '' && nameHi.trim() === '' ? ['noName' as const] : []),
    ...(fromDay === null ? ['noDay' as const] : toDay !== null && toDay < fromDay ? ['endBeforeStart' as const] : []),
  ];
}

/** Only for a draft in which nothing is wrong; without a last day it is one day. */
export const fieldsOf = ({ nameEn, nameHi, kind, fromDay, toDay, unitId }: BlackoutDraft): BlackoutFields =>
  ({ nameEn: nameEn.trim() || nameHi.trim(), nameHi: nameHi.trim() || null, kind, fromDay: fromDay!, toDay: toDay ?? fromDay!, unitId });
