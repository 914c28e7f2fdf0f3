// Where leaders come from: the unit of the post, its point, and the unit of a level it stands in.
import { ancestorPaths } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';
import { joinHeld } from '../../store/heldPost.ts';

export interface Home {
  lat: number | null;
  lon: number | null;
  /** The unit of the level asked for that the post is in; null: the post is above it, or there is none. */
  ownUnitId: string | null;
}

/** The nearest point known at or above a unit's path, from the unit up. */
function pointOf(db: ReadDb, path: string): { lat: number; lon: number } | null {
  for (const at of [path, ...ancestorPaths(path).reverse()]) {
    const unit = db.get<{ lat: number | null; lon: number | null; parentId: string | null }>('SELECT lat, lon, parentId FROM unit WHERE path = ?', at);
    // The whole state's middle is nobody's home.
    if (unit?.parentId && unit.lat !== null && unit.lon !== null) return { lat: unit.lat, lon: unit.lon };
  }
  return null;
}

export function homesOf(db: ReadDb, personIds: readonly string[], levelId: string, day: string): Map<string, Home> {
  const rows = db.all<{ id: string; path: string | null }>(
    `SELECT person.id, unit.path FROM person ${joinHeld} LEFT JOIN unit ON unit.id = held.unitId WHERE person.id IN (SELECT value FROM json_each(?))`, day, JSON.stringify(personIds));
  return new Map(rows.map(({ id, path }) => {
    if (path === null) return [id, { lat: null, lon: null, ownUnitId: null }];
    const own = db.get<{ id: string }>('SELECT id FROM unit WHERE levelId = ? AND path IN (SELECT value FROM json_each(?))', levelId, JSON.stringify([...ancestorPaths(path), path]));
    return [id, { lat: null, lon: null, ...pointOf(db, path), ownUnitId: own?.id ?? null }];
  }));
}
