// When each unit was last visited: by a stop that was held, or by a meeting that is over, there or anywhere below it.
import { pathKeyLength } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';

export interface LastVisits {
  /** Day of the last visit at or below the path; null: never. */
  dayAt(path: string): string | null;
}

/** `personId` null: by anybody. Visits of units that were closed since still count for what stood above them. */
export function lastVisits(db: ReadDb, today: string, personId: string | null): LastVisits {
  const rows = db.raw<[path: string, day: string]>(
    `SELECT unit.path, held.day FROM (
       SELECT unitId, MAX(day) AS day FROM (
         SELECT unitId, day FROM visit WHERE state = 'held' AND day <= ? AND (? IS NULL OR personId = ?)
         UNION ALL
         SELECT unitId, day FROM meeting WHERE unitId IS NOT NULL AND day < ?
           AND (? IS NULL OR EXISTS (SELECT 1 FROM meetingPerson WHERE meetingId = meeting.id AND personId = ?))
       ) GROUP BY unitId
     ) AS held JOIN unit ON unit.id = held.unitId`,
    today, personId, personId, today, personId, personId,
  );
  const days = new Map<string, string>();
  for (const [path, day] of rows) {
    for (let end = pathKeyLength; end <= path.length; end += pathKeyLength) {
      const above = path.slice(0, end);
      if ((days.get(above) ?? '') < day) days.set(above, day);
    }
  }
  return { dayAt: (path) => days.get(path) ?? null };
}
