// Where every responsibility lies (level, path, electors of its unit), so that no list of who has what has to look at the units.
import { touched } from './rowChange.ts';
import type { Changes } from './rowChange.ts';
import type { WriteDb } from './sql.ts';
import { pathsUpwards } from './treeUpwards.ts';

/** Above this many changed records, one pass over all responsibilities is quicker. */
const allAbove = 2000;
/** What of a unit matters to where a responsibility lies; a new name does not. */
const placed = ['id', 'parentId', 'path', 'levelId', 'electors', 'closedDay'];

const columns = 'responsibilityId, levelId, path, unitId, personId, programmeId, kind, fromDay, toDay, electors';
const places = `SELECT responsibility.id, unit.levelId, unit.path, unit.id, responsibility.personId, responsibility.programmeId, responsibility.kind,
  responsibility.fromDay, responsibility.toDay, COALESCE(NULLIF(unitSum.electors, 0), unit.electors, 0)
  FROM responsibility JOIN unit ON unit.id = responsibility.unitId LEFT JOIN unitSum ON unitSum.unitId = unit.id WHERE unit.closedDay IS NULL`;

export function rebuildChargePlaces(db: WriteDb): void {
  db.run('DELETE FROM chargePlace');
  db.run(`INSERT INTO chargePlace (${columns}) ${places}`);
}

/** After the sums below units are up to date: electors are read from them. */
export function refreshChargePlaces(db: WriteDb, changes: Changes): void {
  const ids = touched(changes, 'responsibility', 'id', { atMost: allAbove });
  const unitIds = touched(changes, 'unit', 'id', { atMost: allAbove, by: placed });
  if (ids.size + unitIds.size > allAbove) return rebuildChargePlaces(db);
  // Whoever stands above has other electors below him: by the places as they are now, of the old parents and the new ones.
  for (const path of pathsUpwards(db, touched(changes, 'unit', ['id', 'parentId'], { by: placed }))) {
    const unit = db.get<{ id: string }>('SELECT id FROM unit WHERE path = ?', path);
    if (unit) unitIds.add(unit.id);
  }
  for (const id of ids) {
    db.run('DELETE FROM chargePlace WHERE responsibilityId = ?', id);
    db.run(`INSERT INTO chargePlace (${columns}) ${places} AND responsibility.id = ?`, id);
  }
  for (const unitId of unitIds) {
    db.run('DELETE FROM chargePlace WHERE unitId = ?', unitId);
    db.run(`INSERT INTO chargePlace (${columns}) ${places} AND unit.id = ?`, unitId);
  }
}
