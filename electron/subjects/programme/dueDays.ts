// Moves the due days of targets from day to day, for an order and for taking it back.
import type { WriteDb } from '../../store/sql.ts';
import { revisionColumns } from '../target/change.ts';
import type { Revising } from '../target/change.ts';

/**
 * All of a programme at once: moved one after the other, a day could be moved twice. What was promised until now is kept with the order as its
 * reason; closed targets are history and keep their day. `keptBy`: the order whose notes say where single targets go instead, when it is taken back.
 */
export function moveDueDays(db: WriteDb, dueDays: readonly { programmeId: string; oldDay: string; newDay: string }[], { reason, today, keptBy = '' }: Revising & { keptBy?: string }): void {
  for (const [programmeId, lines] of Map.groupBy(dueDays, (line) => line.programmeId)) {
    const days = JSON.stringify(Object.fromEntries(lines.map(({ oldDay, newDay }) => [oldDay, newDay])));
    const kept = `(SELECT day FROM keptDueDay AS kept WHERE kept.orderId = ? AND kept.programmeId = target.programmeId AND kept.metricId = target.metricId AND kept.unitId = target.unitId)`;
    const moved = `programmeId = ? AND dueDay IN (SELECT key FROM json_each(?)) AND dueDay IS NOT ${kept}`;
    db.run(`INSERT INTO targetRevision (${revisionColumns}, untilDay, reason) SELECT ${revisionColumns}, ?, ? FROM target WHERE ${moved} AND state = 'issued'`, today, reason, programmeId, days, keptBy);
    db.run(
      `UPDATE target SET dueDay = COALESCE(${kept}, (SELECT value FROM json_each(?) WHERE key = dueDay)), revision = revision + (state = 'issued'), issuedDay = CASE state WHEN 'issued' THEN ? ELSE issuedDay END
       WHERE ${moved} AND state <> 'closed'`, keptBy, days, today, programmeId, days, keptBy);
  }
}
