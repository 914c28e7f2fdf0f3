// Blackout days: read by everybody through `blackoutsOf`, kept here.
import type { Blackout } from '../../../shared/model/blackout.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';

interface Asked {
  /** Null: since ever, for ever. */
  fromDay: string | null;
  toDay: string | null;
  /** Those of the whole state, of the unit, of what stands above and below it; not given: all. */
  unitId?: string | null;
}

export const columns = `blackout.id, blackout.nameEn, blackout.nameHi, blackout.kind, blackout.fromDay, blackout.toDay, blackout.unitId,
  unit.nameEn AS unitNameEn, unit.nameHi AS unitNameHi`;

/** Those that touch the days, first day first. Throws `units.gone`. */
export function blackoutsOf(db: ReadDb, { fromDay, toDay, unitId = null }: Asked): Blackout[] {
  const path = unitId === null ? null : unitOf(db, unitId).path;
  const [begin, end] = path === null ? [null, null] : subtreeRange(path);
  return db.all<Blackout>(
    `SELECT ${columns} FROM blackout LEFT JOIN unit ON unit.id = blackout.unitId
     WHERE blackout.toDay >= COALESCE(?, '') AND blackout.fromDay <= COALESCE(?, '9999')
       AND (? IS NULL OR blackout.unitId IS NULL OR (unit.path >= ? AND unit.path < ?) OR substr(?, 1, length(unit.path)) = unit.path)
     ORDER BY blackout.fromDay, blackout.toDay, blackout.nameEn, blackout.id`,
    fromDay, toDay, path, begin, end, path,
  );
}
