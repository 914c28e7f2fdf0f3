// Writes a plan: the only place where an act changes anything.
import { insertRow } from '../../store/insertRow.ts';
import type { JobContext } from '../../calls.ts';
import type { SqlValue, WriteDb } from '../../store/sql.ts';
import { keepAdministrativeCode } from '../group/administrative.ts';
import { nextChildPath, unitOf } from '../unitPlace.ts';
import type { Plan, RowWrite } from './plan.ts';
import { recordPart } from './record.ts';
import { changeUnitFrom, closeUnitFrom, moveUnitFrom, recordTargetVersion } from './versions.ts';

function addUnit(db: WriteDb, row: Record<string, SqlValue>): void {
  const parentId = String(row['parentId']);
  insertRow(db, 'unit', { ...row, path: nextChildPath(db, parentId, unitOf(db, parentId).path) });
}

function writeRow(db: WriteDb, write: RowWrite): void {
  if ('insert' in write) return insertRow(db, write.table, write.insert);
  if ('remove' in write) {
    db.run(`DELETE FROM ${write.table} WHERE id = ?`, write.id);
    return;
  }
  const columns = Object.keys(write.set);
  db.run(`UPDATE ${write.table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`, ...Object.values(write.set), write.id);
}

function setTarget(db: WriteDb, { cell, unitId, row }: Plan['targets'][number], day: string): void {
  recordTargetVersion(db, { programmeId: cell.programmeId, metricId: cell.metricId, unitId }, day);
  if (row === null) {
    db.run('DELETE FROM target WHERE programmeId = ? AND metricId = ? AND unitId = ?', cell.programmeId, cell.metricId, unitId);
    return;
  }
  db.run(
    `INSERT INTO target (programmeId, metricId, unitId, value, dueDay, personId, basis, locked) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (programmeId, metricId, unitId) DO UPDATE SET value = excluded.value, dueDay = excluded.dueDay, personId = excluded.personId, basis = excluded.basis, locked = excluded.locked`,
    cell.programmeId, cell.metricId, unitId, row.value, row.dueDay, row.personId, row.basis, row.locked);
}

/** The outline as it was is kept; with none new, the unit is drawn as a point. */
function setOutline(db: WriteDb, { unitId, rings }: Plan['outlines'][number], day: string): void {
  db.run('INSERT INTO outlineVersion (unitId, untilDay, rings) SELECT unitId, ?, rings FROM outline WHERE unitId = ? ON CONFLICT DO NOTHING', day, unitId);
  if (rings === null) db.run('DELETE FROM outline WHERE unitId = ?', unitId);
  else db.run('UPDATE outline SET rings = ? WHERE unitId = ?', rings, unitId);
}

/** Carries `plan` out from `day` on, as part of the act `actId`, which must be recorded already. */
export function carryOut({ db, newId, progress }: Pick<JobContext, 'db' | 'newId' | 'progress'>, plan: Plan, actId: string, day: string): void {
  const total = plan.places.length + plan.fields.length + plan.targets.length + plan.reports.length;
  let done = 0;
  const step = () => {
    if (done % 100 === 0) progress('reorganise', done, total);
    done += 1;
  };
  for (const row of plan.adds) addUnit(db, row);
  for (const { unitId, fields } of plan.fields) {
    step();
    changeUnitFrom(db, unitId, fields, day);
  }
  for (const { unitId, newUnitId } of plan.codes) keepAdministrativeCode({ db, newId }, unitId, newUnitId);
  for (const { programmeId, unitId, insteadOf } of plan.partakers) {
    db.run('INSERT INTO programmeUnit (programmeId, unitId) VALUES (?, ?) ON CONFLICT DO NOTHING', programmeId, unitId);
    if (insteadOf !== null) db.run('DELETE FROM programmeUnit WHERE programmeId = ? AND unitId = ?', programmeId, insteadOf);
  }
  for (const { unitId, classificationId, classId } of plan.classes) {
    db.run('INSERT INTO unitClass (unitId, classificationId, classId) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', unitId, classificationId, classId);
  }
  for (const { unitId, parentId } of plan.places) {
    step();
    moveUnitFrom(db, unitId, parentId, day);
  }
  for (const unitId of plan.closes) closeUnitFrom(db, unitId, day);
  for (const target of plan.targets) {
    step();
    setTarget(db, target, day);
  }
  for (const { cell, unitId, day: reportDay, value } of plan.reports) {
    step();
    insertRow(db, 'report', { id: newId(), programmeId: cell.programmeId, metricId: cell.metricId, unitId, day: reportDay, value, source: 'own', toldBy: '', note: '', reorganisationId: actId });
  }
  for (const write of plan.rows) writeRow(db, write);
  for (const { unitId, name } of plan.aliases) db.run('INSERT INTO unitAlias (unitId, name) VALUES (?, ?) ON CONFLICT DO NOTHING', unitId, name);
  for (const outline of plan.outlines) setOutline(db, outline, day);
  for (const { unitId, role } of plan.parts) recordPart(db, actId, unitId, role);
  progress('reorganise', total, total);
}
