// What taking an order back must not move by its lines: noted with the order, before it moves anything.
import type { WriteDb } from '../../store/sql.ts';

/** One programme's due days, or its responsibilities' last days, from day to day. */
export interface DayMove {
  programmeId: string;
  oldDay: string;
  newDay: string;
}

const daysOf = (moves: readonly DayMove[]): string => JSON.stringify(Object.fromEntries(moves.map(({ oldDay, newDay }) => [oldDay, newDay])));
/** Where several days came to one, the last line says where it goes back to; the others are noted one by one. */
export const backOf = (moves: readonly DayMove[]): string => JSON.stringify(Object.fromEntries(moves.map(({ oldDay, newDay }) => [newDay, oldDay])));

/** Notes all that already stands on a new day, and what comes to it from another day than the line that is turned round. */
export function keepDays(db: WriteDb, orderId: string, dueDays: readonly DayMove[], charges: readonly DayMove[]): void {
  for (const [programmeId, moves] of Map.groupBy(dueDays, (move) => move.programmeId)) {
    db.run(
      `INSERT INTO keptDueDay (orderId, programmeId, metricId, unitId, day)
       SELECT ?, programmeId, metricId, unitId, dueDay FROM target LEFT JOIN json_each(?) AS there ON there.key = dueDay JOIN json_each(?) AS back ON back.key = COALESCE(there.value, dueDay)
       WHERE programmeId = ? AND state <> 'closed' AND back.value <> dueDay`, orderId, daysOf(moves), backOf(moves), programmeId);
  }
  for (const [programmeId, moves] of Map.groupBy(charges, (move) => move.programmeId)) {
    db.run(
      `INSERT INTO keptCharge (orderId, responsibilityId, day)
       SELECT ?, responsibility.id, toDay FROM responsibility LEFT JOIN json_each(?) AS there ON there.key = toDay JOIN json_each(?) AS back ON back.key = COALESCE(there.value, toDay)
       WHERE programmeId = ? AND back.value <> toDay`, orderId, daysOf(moves), backOf(moves), programmeId);
  }
}

/** Responsibilities back to the day they ended on before the order. */
export function chargesBack(db: WriteDb, orderId: string, charges: readonly DayMove[]): void {
  for (const [programmeId, moves] of Map.groupBy(charges, (move) => move.programmeId)) {
    db.run(
      `UPDATE responsibility SET toDay = COALESCE((SELECT day FROM keptCharge WHERE orderId = ? AND responsibilityId = responsibility.id), (SELECT value FROM json_each(?) WHERE key = toDay))
       WHERE programmeId = ? AND toDay IN (SELECT key FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM keptCharge WHERE orderId = ? AND responsibilityId = responsibility.id AND day = toDay)`,
      orderId, backOf(moves), programmeId, backOf(moves), orderId);
  }
}
