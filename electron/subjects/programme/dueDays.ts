// Moves the due days of targets from day to day, for an order and for taking it back.
import type { WriteDb } from '../../store/sql.ts';

/** All of a programme at once: moved one after the other, a day could be moved twice. */
export function moveDueDays(db: WriteDb, dueDays: readonly { programmeId: string; oldDay: string; newDay: string }[]): void {
  for (const [programmeId, lines] of Map.groupBy(dueDays, (line) => line.programmeId)) {
    const days = JSON.stringify(Object.fromEntries(lines.map(({ oldDay, newDay }) => [oldDay, newDay])));
    db.run('UPDATE target SET dueDay = (SELECT value FROM json_each(?) WHERE key = dueDay) WHERE programmeId = ? AND dueDay IN (SELECT key FROM json_each(?))', days, programmeId, days);
  }
}
