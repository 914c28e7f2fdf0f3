// The towns a tour stops at: a unit's own point, called by its headquarters town.
import type { ReadDb } from '../../store/sql.ts';

export interface UnitPlace {
  unitId: string;
  path: string;
  nameEn: string;
  nameHi: string | null;
  placeEn: string;
  placeHi: string;
  lat: number | null;
  lon: number | null;
}

/** Columns of a UnitPlace; needs `unit` in the FROM. */
export const placeColumns = `unit.id AS unitId, unit.path, unit.nameEn, unit.nameHi, unit.lat, unit.lon,
  COALESCE(unit.placeEn, unit.nameEn) AS placeEn,
  COALESCE(unit.placeHi, unit.nameHi, unit.placeEn, unit.nameEn) AS placeHi`;

/** By unit id; units that are not there are missing. */
export function placesOf(db: ReadDb, unitIds: readonly string[]): Map<string, UnitPlace> {
  const rows = db.all<UnitPlace>(
    `SELECT ${placeColumns} FROM unit WHERE unit.id IN (SELECT value FROM json_each(?))`, JSON.stringify(unitIds),
  );
  return new Map(rows.map((row) => [row.unitId, row]));
}
