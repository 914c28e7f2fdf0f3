// Putting units into classes and taking them out: of the user's own classifications what is said, of seats the booths' own seat.
import { AppError } from '../../../shared/errors.ts';
import { isBuiltIn } from '../../../shared/model/group.ts';
import { ancestorPaths, subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { marks } from '../../store/sql.ts';
import type { WriteDb } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';
import { classOf } from './classNames.ts';

/** The booths at and below a unit get a seat; a unit without booths gets it itself. */
function seat(db: WriteDb, unitId: string, path: string, seatId: string | null): void {
  const [from, to] = subtreeRange(path);
  const below = db.run(`UPDATE unit SET constituencyId = ? WHERE levelId = 'booth' AND path >= ? AND path < ? AND closedDay IS NULL AND constituencyId IS NOT ?`, seatId, from, to, seatId);
  const hasBooths = below > 0 || db.get(`SELECT 1 FROM unit WHERE levelId = 'booth' AND path >= ? AND path < ? LIMIT 1`, from, to) !== undefined;
  if (!hasBooths) db.run('UPDATE unit SET constituencyId = ? WHERE id = ? AND constituencyId IS NOT ?', seatId, unitId, seatId);
  // What was said of a unit above its booths would speak against them.
  else db.run(`UPDATE unit SET constituencyId = NULL WHERE levelId <> 'booth' AND path >= ? AND path < ? AND constituencyId IS NOT NULL`, from, to);
}

function sayOwn(db: WriteDb, classificationId: string, unitId: string, path: string, classId: string | null): void {
  const above = ancestorPaths(path);
  const saidAbove = above.length === 0 ? undefined : db.get<{ classId: string | null }>(
    `SELECT unitClass.classId FROM unit JOIN unitClass ON unitClass.unitId = unit.id AND unitClass.classificationId = ? WHERE unit.path IN (${marks(above.length)}) ORDER BY unit.path DESC LIMIT 1`,
    classificationId, ...above);
  // "In none" has to be said only against something said above.
  if (classId === null && (saidAbove?.classId ?? null) === null) {
    db.run('DELETE FROM unitClass WHERE unitId = ? AND classificationId = ?', unitId, classificationId);
    return;
  }
  db.run(
    `INSERT INTO unitClass (unitId, classificationId, classId) VALUES (?, ?, ?)
     ON CONFLICT (unitId, classificationId) DO UPDATE SET classId = excluded.classId WHERE classId IS NOT excluded.classId`, unitId, classificationId, classId);
}

/** Refuses what cannot be: a class of another classification, or Lok Sabha seats, which follow from the Assembly seats. */
export function checkPutting(db: WriteDb, classificationId: string, classId: string | null): void {
  if (classificationId === 'lokSabha') throw new AppError('groups.lokSabhaFollows');
  if (classId !== null && classOf(db, classId).classificationId !== classificationId) throw new AppError('groups.classGone');
}

/** Puts units, with all below them, into a class (null: none). Check with `checkPutting` before. */
export function putUnits(db: WriteDb, classificationId: string, classId: string | null, unitIds: readonly string[]): void {
  for (const unitId of unitIds) {
    const { path } = unitOf(db, unitId);
    if (isBuiltIn(classificationId)) seat(db, unitId, path, classId);
    else sayOwn(db, classificationId, unitId, path, classId);
  }
}

/** Takes back what was said of these units. */
export function takeOut(db: WriteDb, classificationId: string, unitIds: readonly string[]): void {
  if (isBuiltIn(classificationId)) return putUnits(db, classificationId, null, unitIds);
  for (const unitId of unitIds) {
    unitOf(db, unitId);
    db.run('DELETE FROM unitClass WHERE unitId = ? AND classificationId = ?', unitId, classificationId);
  }
}
