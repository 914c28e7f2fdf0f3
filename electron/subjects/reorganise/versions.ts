// Changes units from a day on: how they were until then is kept first, then the row itself is changed.
import { AppError } from '../../../shared/errors.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { SqlValue, WriteDb } from '../../store/sql.ts';
import { nextChildPath, unitOf } from '../unitPlace.ts';
import { lastActDay } from './actDay.ts';

/** What may change of a unit from a day on, besides its place. */
export type DatedFields = Partial<{ nameEn: string; nameHi: string | null; code: string | null; constituencyId: string | null; partNumber: string | null; electors: number | null; levelId: string }>;

function notBehind(db: WriteDb, unitId: string, day: string): void {
  const last = lastActDay(db, unitId);
  if (last === null || last <= day) return;
  const { nameEn, nameHi } = unitOf(db, unitId);
  throw new AppError('reorganisation.laterAct', { nameEn, nameHi, day: last });
}

/**
 * Keeps the unit as it stands now as what it was until (excluding) `untilDay`. Call it before the row is changed; of several
 * changes on one day the first keeps. A unit that opens on that day was nothing before. Throws `reorganisation.laterAct`.
 */
export function recordVersion(db: WriteDb, unitId: string, untilDay: string): void {
  notBehind(db, unitId, untilDay);
  db.run(
    `INSERT INTO unitVersion (unitId, untilDay, parentId, levelId, nameEn, nameHi, code, constituencyId, partNumber, electors)
     SELECT id, ?, parentId, levelId, nameEn, nameHi, code, constituencyId, partNumber, electors FROM unit
     WHERE id = ? AND (openedDay IS NULL OR openedDay < ?) ON CONFLICT DO NOTHING`, untilDay, unitId, untilDay);
}

/** Keeps a target as what it was until (excluding) `untilDay`, also that there was none. Of several changes on one day the first keeps. */
export function recordTargetVersion(db: WriteDb, { programmeId, metricId, unitId }: { programmeId: string; metricId: string; unitId: string }, untilDay: string): void {
  db.run(
    `INSERT INTO targetVersion (programmeId, metricId, unitId, untilDay, value, dueDay, personId)
     SELECT ?, ?, unit.id, ?, target.value, target.dueDay, target.personId
     FROM unit LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id
     WHERE unit.id = ? AND (unit.openedDay IS NULL OR unit.openedDay < ?) ON CONFLICT DO NOTHING`,
    programmeId, metricId, untilDay, programmeId, metricId, unitId, untilDay);
}

/** Changes names, codes, seat, part number or electors from a day on; what already is so is left alone. True when anything changed. */
export function changeUnitFrom(db: WriteDb, unitId: string, fields: DatedFields, day: string): boolean {
  const now = db.get<Record<string, SqlValue>>('SELECT * FROM unit WHERE id = ?', unitId);
  if (!now) throw new AppError('units.gone');
  const different = Object.entries(fields).filter(([column, value]) => value !== undefined && value !== now[column]);
  if (different.length === 0) return false;
  recordVersion(db, unitId, day);
  // A Hindi name that is given is nobody's guess any more; one that was guessed from the old English name goes with it.
  if (fields.nameHi !== undefined) db.run('UPDATE unit SET nameHiProposed = 0 WHERE id = ? AND nameHiProposed = 1', unitId);
  else if (fields.nameEn !== undefined && now['nameHiProposed'] === 1) db.run('UPDATE unit SET nameHi = NULL, nameHiProposed = 0 WHERE id = ?', unitId);
  db.run(`UPDATE unit SET ${different.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`, ...different.map(([, value]) => value ?? null), unitId);
  return true;
}

/** Puts a unit with all below it under another parent from a day on. Whether its level fits there is the caller's to check. Throws `units.underItself`. */
export function moveUnitFrom(db: WriteDb, unitId: string, parentId: string, day: string): void {
  const unit = unitOf(db, unitId);
  const parent = unitOf(db, parentId);
  if (parent.path.startsWith(unit.path)) throw new AppError('units.underItself');
  if (unit.parentId === parentId) return;
  recordVersion(db, unitId, day);
  const path = nextChildPath(db, parentId, parent.path);
  const [from, to] = subtreeRange(unit.path);
  db.run('UPDATE unit SET parentId = ? WHERE id = ?', parentId, unitId);
  db.run('UPDATE unit SET path = ? || substr(path, ?) WHERE path >= ? AND path < ?', path, unit.path.length + 1, from, to);
}

/** Closes a unit and what is open below it: `day` is the first day it no longer is. Throws `reorganisation.laterAct`. */
export function closeUnitFrom(db: WriteDb, unitId: string, day: string): void {
  const unit = unitOf(db, unitId);
  const [from, to] = subtreeRange(unit.path);
  const later = db.get<{ id: string }>(
    `SELECT unit.id FROM unit WHERE path >= ? AND path < ? AND closedDay IS NULL AND
     (openedDay > ? OR EXISTS (SELECT 1 FROM unitVersion WHERE unitId = unit.id AND untilDay > ?)) LIMIT 1`, from, to, day, day);
  if (later) notBehind(db, later.id, day);
  db.run('UPDATE unit SET closedDay = ? WHERE path >= ? AND path < ? AND closedDay IS NULL', day, from, to);
}
