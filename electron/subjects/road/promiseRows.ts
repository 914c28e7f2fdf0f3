// Promises as lists, briefs and the day's screen read them.
import type { Page } from '../../../shared/model/common.ts';
import { daysBetween } from '../../../shared/dates.ts';
import type { PromiseRow } from '../../../shared/model/promise.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';

const columns = `promise.id, promise.kind, promise.unitId, unit.levelId, unit.nameEn, unit.nameHi, promise.personId,
  person.nameEn AS personNameEn, person.nameHi AS personNameHi, promise.madeDay, promise.meetingId, promise.text, promise.who,
  promise.dueDay, promise.doneDay, promise.doneNote`;
// Promises are few: from them to their units, never through all units.
const from = 'FROM promise CROSS JOIN unit ON unit.id = promise.unitId CROSS JOIN person ON person.id = promise.personId';

const overdueOf = ({ dueDay, doneDay }: Pick<PromiseRow, 'dueDay' | 'doneDay'>, today: string): number | null =>
  (doneDay === null && dueDay !== null && dueDay < today ? daysBetween(dueDay, today) : null);

/** Open ones first, the longest due on top; then those done, the latest first. `where` is over promise, unit and person. */
export function promisesWhere(db: ReadDb, today: string, page: { offset: number; limit: number }, where: string, ...values: SqlValue[]): Page<PromiseRow> {
  const { n: total } = db.get<{ n: number }>(`SELECT COUNT(*) AS n ${from} WHERE ${where}`, ...values)!;
  const rows = db.all<Omit<PromiseRow, 'overdueDays'>>(
    `SELECT ${columns} ${from} WHERE ${where}
     ORDER BY promise.doneDay IS NOT NULL, promise.doneDay DESC, promise.dueDay IS NULL, promise.dueDay, promise.madeDay, promise.id LIMIT ? OFFSET ?`,
    ...values, page.limit, page.offset,
  );
  return { total, offset: page.offset, rows: rows.map((row) => ({ ...row, overdueDays: overdueOf(row, today) })) };
}
