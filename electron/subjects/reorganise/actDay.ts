// From which day an act may count: not before the day has come, not before the last act on the same units.
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';

interface Dated {
  day: string | null;
}

/** The last day from which an act on this unit counts already; null when there has been none. */
export function lastActDay(db: ReadDb, unitId: string): string | null {
  return db.get<Dated>(
    `SELECT MAX(day) AS day FROM (SELECT MAX(untilDay) AS day FROM unitVersion WHERE unitId = ? UNION ALL SELECT openedDay FROM unit WHERE id = ?
     UNION ALL SELECT MAX(untilDay) FROM targetVersion WHERE unitId = ?)`, unitId, unitId, unitId)?.day ?? null;
}

/**
 * Throws `reorganisation.futureDay` {day, today}: until the day comes, the tree is as it is, and boards and sheets show it so.
 * Throws `reorganisation.closed` or `reorganisation.laterAct` {nameEn, nameHi, day}: an act cannot be put behind one that built on how the unit was.
 */
export function checkActDay(db: ReadDb, today: string, day: string, unitIds: Iterable<string>): void {
  if (day > today) throw new AppError('reorganisation.futureDay', { day, today });
  for (const unitId of unitIds) {
    const { nameEn, nameHi, closedDay } = unitOf(db, unitId);
    if (closedDay !== null) throw new AppError('reorganisation.closed', { nameEn, nameHi, day: closedDay });
    const last = lastActDay(db, unitId);
    if (last !== null && last > day) throw new AppError('reorganisation.laterAct', { nameEn, nameHi, day: last });
  }
}
