// Where a unit stands: its record, the way down to it, and the next free place under a parent.
import type { Crumb } from '../../shared/model/unit.ts';
import { AppError } from '../../shared/errors.ts';
import { ancestorPaths, childPath, pathKeyLength } from '../../shared/rules/hierarchy.ts';
import { marks } from '../store/sql.ts';
import type { ReadDb } from '../store/sql.ts';

export interface StoredUnit {
  id: string;
  parentId: string | null;
  levelId: string;
  path: string;
  nameEn: string;
  nameHi: string | null;
  closedDay: string | null;
}

/** The unit, or `units.gone`. */
export function unitOf(db: ReadDb, id: string): StoredUnit {
  const unit = db.get<StoredUnit>('SELECT id, parentId, levelId, path, nameEn, nameHi, closedDay FROM unit WHERE id = ?', id);
  if (!unit) throw new AppError('units.gone');
  return unit;
}

/** The units above, from the top down. */
export function crumbsOf(db: ReadDb, path: string): Crumb[] {
  const above = ancestorPaths(path);
  if (above.length === 0) return [];
  return db.all<Crumb>(`SELECT id, levelId, nameEn, nameHi FROM unit WHERE path IN (${marks(above.length)}) ORDER BY path`, ...above);
}

/** "Dhanbad, Baghmara": what stands around a unit, without the top, for telling equal names apart. */
export function withinOf(crumbs: readonly Crumb[]): { withinEn: string; withinHi: string } {
  const around = crumbs.slice(1);
  return { withinEn: around.map((crumb) => crumb.nameEn).join(', '), withinHi: around.map((crumb) => crumb.nameHi ?? crumb.nameEn).join(', ') };
}

/** The path a new child of `parentPath` gets: behind every child there has ever been. */
export function nextChildPath(db: ReadDb, parentId: string | null, parentPath: string): string {
  const last = db.get<{ path: string | null }>('SELECT MAX(path) AS path FROM unit WHERE parentId IS ?', parentId)?.path;
  return childPath(parentPath, last ? parseInt(last.slice(-pathKeyLength), 36) + 1 : 1);
}
