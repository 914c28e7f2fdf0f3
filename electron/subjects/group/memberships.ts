// Where a unit stands in every classification, and who stands in a class.
import { isNone } from '../../../shared/rules/noClass.ts';
import type { ClassMember, ClassName, GroupFilter, Membership, UnitClasses } from '../../../shared/model/group.ts';
import type { Page } from '../../../shared/model/common.ts';
import { ancestorPaths, subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { marks } from '../../store/sql.ts';
import type { ReadDb } from '../../store/sql.ts';
import { crumbsOf, unitOf, withinOf } from '../unitPlace.ts';
import { asUnitRow, unitColumns, unitJoins } from '../unitRows.ts';
import type { StoredUnitRow } from '../unitRows.ts';
import { classificationsOf } from './classNames.ts';
import { pathsAbove } from './filter.ts';

const mostParts = 20;
/** Rows of units and their classes that a map is asked for at once. */
const mostOnMap = 20_000;

/** The classes of parts at some paths, without those that only stand above another one in the list. */
function nearest(db: ReadDb, classificationId: string, whole: 0 | 1, paths: readonly string[]): ClassName[] {
  if (paths.length === 0) return [];
  const rows = db.all<ClassName & { parentId: string | null; classId: string }>(
    `SELECT DISTINCT part.classId, everyClass.parentId, part.classId AS id, COALESCE(everyClass.nameEn, '') AS nameEn, everyClass.nameHi, everyClass.code, everyClass.number
     FROM classPart AS part LEFT JOIN everyClass ON everyClass.id = part.classId
     WHERE part.classificationId = ? AND part.whole = ? AND part.path IN (${marks(paths.length)}) ORDER BY everyClass.number IS NULL, everyClass.number, everyClass.nameEn`,
    classificationId, whole, ...paths);
  return rows.filter((row) => !rows.some((other) => other.parentId === row.classId)).map(({ id, nameEn, nameHi, code, number }) => ({ id, nameEn, nameHi, code, number }));
}

export function membershipsOf(db: ReadDb, unitId: string): Membership[] {
  const unit = unitOf(db, unitId);
  const above = ancestorPaths(unit.path);
  return classificationsOf(db).filter(({ classes }) => classes > 0).map(({ id, nameEn, nameHi, builtIn }) => {
    const [found] = nearest(db, id, 1, [unit.path, ...above]);
    const whole = found && !isNone(found.id) ? found : null;
    const parts = found ? [] : nearest(db, id, 0, [unit.path]);
    const said = builtIn
      ? db.get('SELECT 1 FROM unit WHERE id = ? AND constituencyId IS NOT NULL', unitId) !== undefined
      : db.get('SELECT 1 FROM unitClass WHERE unitId = ? AND classificationId = ?', unitId, id) !== undefined;
    const saidAbove = builtIn || said || above.length === 0 ? null : db.get<{ id: string; nameEn: string; nameHi: string | null }>(
      `SELECT unit.id, unit.nameEn, unit.nameHi FROM unit JOIN unitClass ON unitClass.unitId = unit.id AND unitClass.classificationId = ?
       WHERE unit.path IN (${marks(above.length)}) ORDER BY unit.path DESC LIMIT 1`, id, ...above) ?? null;
    return { classificationId: id, nameEn, nameHi, builtIn, whole, parts: parts.slice(0, mostParts), partCount: parts.length, said, saidAbove };
  });
}

type StoredMember = StoredUnitRow & { path: string; whole: number; said: number };

/** The largest whole units of a class as the tree reads; with `cut`, those it cuts instead. */
export function membersOf(db: ReadDb, { classId, classificationId }: GroupFilter, cut: boolean, offset: number, limit: number): Page<ClassMember> {
  const whole = cut ? 0 : 1;
  const total = db.get<{ n: number }>('SELECT COUNT(*) AS n FROM classPart WHERE classId = ? AND whole = ?', classId, whole)?.n ?? 0;
  const rows = db.all<StoredMember>(
    `SELECT ${unitColumns}, part.path, part.whole,
       unit.constituencyId IS ? OR EXISTS (SELECT 1 FROM unitClass WHERE unitId = unit.id AND classificationId = ? AND classId IS ?) AS said
     FROM classPart AS part JOIN unit ON unit.id = part.unitId ${unitJoins}
     WHERE part.classId = ? AND part.whole = ? ORDER BY part.path LIMIT ? OFFSET ?`,
    classId, classificationId, isNone(classId) ? null : classId, classId, whole, limit, offset);
  return { total, offset, rows: rows.map(({ path, ...row }) => ({ ...asUnitRow(row), whole: row.whole === 1, said: row.said === 1, ...withinOf(crumbsOf(db, path)) })) };
}

/** The classes of the units directly below one, or of all of a level below it: the one each stands in, or those that share it. */
export function classesOfChildren(db: ReadDb, unitId: string, classificationId: string, levelId: string | null): UnitClasses[] {
  const [where, values] = levelId === null
    ? ['unit.parentId = ?', [unitId]]
    : ['unit.levelId = ? AND unit.path >= ? AND unit.path < ?', [levelId, ...subtreeRange(unitOf(db, unitId).path)]];
  const rows = db.raw<[string, string | null, string | null]>(
    `SELECT unit.id, part.classId, everyClass.parentId FROM unit
     LEFT JOIN classPart AS part ON part.classificationId = ? AND part.path IN (${pathsAbove('unit.path')}) AND (part.whole = 1 OR part.path = unit.path)
     LEFT JOIN everyClass ON everyClass.id = part.classId
     WHERE ${where} AND unit.closedDay IS NULL ORDER BY unit.path LIMIT ${mostOnMap}`, classificationId, ...values);
  const found = new Map<string, { classId: string; parentId: string | null }[]>();
  for (const [id, classId, parentId] of rows) {
    const list = found.get(id) ?? [];
    if (classId !== null && !isNone(classId)) list.push({ classId, parentId });
    found.set(id, list);
  }
  return [...found].map(([id, list]) => ({ unitId: id, classIds: list.filter((one) => !list.some((other) => other.parentId === one.classId)).map((one) => one.classId) }));
}
