// How any list is narrowed to a class: the units of a level in it, or one test for a unit at hand.
import type { GroupFilter } from '../../../shared/model/group.ts';
import { heldOn } from '../../store/heldPost.ts';
import { ancestorPaths } from '../../../shared/rules/hierarchy.ts';
import { marks } from '../../store/sql.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';

/** A piece of SQL and the values of its question marks. */
export interface Piece {
  sql: string;
  values: SqlValue[];
}

// The plus keeps the range of the scope from being the one the index is searched by: the part's own is far narrower.
/** `id, whole` of the open units of a level that stand in a class, wholly or partly; `range`: only paths from, to (excluded). */
export function unitsInClass(classId: string, levelId: string, [from, to]: readonly [string, string] = ['', '{']): Piece {
  return {
    sql: `SELECT below.id, 1 AS whole FROM classPart AS part CROSS JOIN unit AS below INDEXED BY unitByLevel
        ON below.levelId = ? AND below.path >= part.path AND below.path < part.path || '{'
        WHERE part.classId = ? AND part.whole = 1 AND part.path < ? AND part.path || '{' > ? AND below.closedDay IS NULL AND +below.path >= ? AND +below.path < ?
      UNION ALL
      SELECT part.unitId, 0 FROM classPart AS part JOIN unit AS cut ON cut.id = part.unitId
        WHERE part.classId = ? AND part.whole = 0 AND cut.levelId = ? AND part.path >= ? AND part.path < ?`,
    values: [levelId, classId, to, from, from, to, classId, levelId, from, to],
  };
}

/** Ids of people with a post (held on the day) or a responsibility at a unit of the class, also at one that it cuts. */
export function peopleInClass({ classId }: GroupFilter, day: string): Piece {
  const inside = `SELECT below.id FROM classPart AS part CROSS JOIN unit AS below ON below.path >= part.path AND below.path < part.path || '{' WHERE part.classId = ? AND part.whole = 1
    UNION SELECT unitId FROM classPart WHERE classId = ? AND whole = 0`;
  return {
    sql: `SELECT post.personId FROM post WHERE ${heldOn('post')} AND post.unitId IN (${inside})
      UNION SELECT personId FROM responsibility WHERE unitId IN (${inside})`,
    values: [day, classId, classId, classId, classId],
  };
}

/** As deep as trees get. */
export const deepestKeys = 9;
/** The paths of a unit and of all above it but the top. */
export const pathsAbove = (column: string) => Array.from({ length: deepestKeys - 1 }, (_, at) => `substr(${column}, 1, ${(at + 2) * 4})`).join(', ');

/** True where the unit whose path is in `column` stands in the class, wholly or partly. For short lists: a few look-ups a unit. */
export function isInClass(group: GroupFilter, column = 'unit.path'): Piece {
  return {
    sql: `(EXISTS (SELECT 1 FROM classPart WHERE classId = ? AND path = ${column}) OR EXISTS (SELECT 1 FROM classPart WHERE classId = ? AND whole = 1 AND path IN (${pathsAbove(column)})))`,
    values: [group.classId, group.classId],
  };
}

/** True where the unit at a path stands in the class with everything below it. */
export function standsWholly(db: ReadDb, path: string, { classId }: GroupFilter): boolean {
  const here = [...ancestorPaths(path), path];
  return db.get(`SELECT 1 FROM classPart WHERE classId = ? AND whole = 1 AND path IN (${marks(here.length)}) LIMIT 1`, classId, ...here) !== undefined;
}
