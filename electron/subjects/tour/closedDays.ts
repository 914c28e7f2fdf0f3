// Blackout days as a tour meets them: which of them it keeps clear of, and for which of its places.
import type { Blackout } from '../../../shared/model/blackout.ts';
import type { ReadDb } from '../../store/sql.ts';
import { blackoutsOf } from '../programme/blackouts.ts';
import { placesOf } from './places.ts';
import type { TourRecord, TourSides } from './tourRecord.ts';

/** With the path of what it is for; of the whole state: an empty one. */
export type BlackoutPlace = Blackout & { path: string };

export function blackoutsOn(db: ReadDb, days: readonly string[]): BlackoutPlace[] {
  const blackouts = blackoutsOf(db, { fromDay: days[0]!, toDay: days.at(-1)! });
  const paths = placesOf(db, blackouts.flatMap(({ unitId }) => unitId ?? []));
  return blackouts.map((one) => ({ ...one, path: one.unitId === null ? '' : paths.get(one.unitId)?.path ?? ' ' }));
}

export const isAvoided = ({ avoidBlackouts }: TourRecord, { kind }: Blackout): boolean => avoidBlackouts.split(' ').includes(kind);

const touches = ({ fromDay, toDay }: Blackout, day: string): boolean => fromDay <= day && day <= toDay;

/** Is nothing held at that path on that day? */
export function isClosed(closing: readonly BlackoutPlace[], path: string, day: string): boolean {
  return closing.some((one) => touches(one, day) && path.startsWith(one.path));
}

interface Standing {
  planned: readonly { day: string; pinned: boolean; dayPinned: boolean; marked: string | null }[];
  locked: TourSides['dayRules'];
}

/**
 * Days without duty, because nothing is held anywhere: easier to plan by than the same day closed for each stop. Not where a hand
 * has put something on the day: that stays, and is told.
 */
export function daysClosed(days: readonly string[], closing: readonly BlackoutPlace[], { planned, locked }: Standing): Set<string> {
  const whole = closing.filter(({ path }) => path === '');
  return new Set(days.filter((day) => whole.some((one) => touches(one, day)) && !locked.get(day)?.locked
    && !planned.some((stop) => stop.day === day && (stop.pinned || stop.dayPinned || stop.marked !== null))));
}
