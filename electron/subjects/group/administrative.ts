// Keeps the administration's code when the party divides a unit: both parts stand in the class that carries it.
import type { CommandContext } from '../../calls.ts';
import { ancestorPaths } from '../../../shared/rules/hierarchy.ts';
import { insertRow } from '../../store/insertRow.ts';
import { marks } from '../../store/sql.ts';
import type { ReadDb, WriteDb } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';

/** So many classes are made at once; of a level with more units only those that are divided get one. */
const mostAtOnce = 2000;

/** The classification of a level's administrative units: `administrative` for districts. */
export const administrativeOf = (levelId: string): string => (levelId === 'district' ? 'administrative' : `administrative-${levelId}`);

type Unit = { id: string; nameEn: string; nameHi: string | null; code: string | null };

function classFor(db: WriteDb, newId: () => string, classificationId: string, unit: Unit): string {
  const id = newId();
  insertRow(db, 'class', { id, classificationId, parentId: null, nameEn: unit.nameEn, nameHi: unit.nameHi, code: unit.code, number: null });
  insertRow(db, 'unitClass', { unitId: unit.id, classificationId, classId: id });
  return id;
}

/** The next place in the list of classifications. */
export const nextOrdinal = (db: ReadDb): number => (db.get<{ n: number }>('SELECT COALESCE(MAX(ordinal), 0) + 1 AS n FROM classification') as { n: number }).n;

/** Makes the classification with one class for each unit of the level, code and all, if it is not there. */
export function ensureAdministrative(db: WriteDb, newId: () => string, levelId: string): string {
  const classificationId = administrativeOf(levelId);
  if (db.get('SELECT 1 FROM classification WHERE id = ?', classificationId)) return classificationId;
  const level = db.get<{ nameEn: string; nameHi: string }>('SELECT nameEn, nameHi FROM level WHERE id = ?', levelId) ?? { nameEn: levelId, nameHi: levelId };
  insertRow(db, 'classification', { id: classificationId, nameEn: `Administrative ${level.nameEn.toLowerCase()}`, nameHi: `प्रशासनिक ${level.nameHi}`, ordinal: nextOrdinal(db) });
  const units = db.all<Unit>('SELECT id, nameEn, nameHi, code FROM unit WHERE levelId = ? AND closedDay IS NULL ORDER BY path LIMIT ?', levelId, mostAtOnce + 1);
  if (units.length <= mostAtOnce) for (const unit of units) classFor(db, newId, classificationId, unit);
  return classificationId;
}

/**
 * Call inside the step that divides a unit, after the new one is there: `newUnitId` stands in the administrative class of `unitId`
 * (made from its name and code where there is none). Gives the class. What stands below inherits it; undo takes it back with the step.
 */
export function keepAdministrativeCode({ db, newId }: Pick<CommandContext, 'db' | 'newId'>, unitId: string, newUnitId: string): string {
  const unit = unitOf(db, unitId);
  const classificationId = ensureAdministrative(db, newId, unit.levelId);
  const paths = [unit.path, ...ancestorPaths(unit.path)];
  const said = db.get<{ classId: string | null }>(
    `SELECT unitClass.classId FROM unit JOIN unitClass ON unitClass.unitId = unit.id AND unitClass.classificationId = ? WHERE unit.path IN (${marks(paths.length)}) ORDER BY unit.path DESC LIMIT 1`,
    classificationId, ...paths)?.classId;
  const code = db.get<{ code: string | null }>('SELECT code FROM unit WHERE id = ?', unitId)?.code ?? null;
  const classId = said ?? classFor(db, newId, classificationId, { id: unit.id, nameEn: unit.nameEn, nameHi: unit.nameHi, code });
  db.run(
    `INSERT INTO unitClass (unitId, classificationId, classId) VALUES (?, ?, ?) ON CONFLICT (unitId, classificationId) DO UPDATE SET classId = excluded.classId WHERE classId IS NOT excluded.classId`,
    newUnitId, classificationId, classId);
  return classId;
}
