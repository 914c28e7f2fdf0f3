// How many units of a level stand in each class of a classification, also where a class of another one narrows the list.
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitsIn } from '../charge/view.ts';
import { placeOf, sumsOf, unitsOf } from './classSums.ts';
import { pathsAbove } from './filter.ts';

interface Ask {
  unitId: string | null;
  levelId: string;
  group: GroupFilter | null;
  classificationId: string;
}

/** How many units of the level stand in each class: from the kept sums, or where another classification narrows the list, from its units. */
export function unitsByClass(db: ReadDb, ask: Ask): Map<string, number> {
  if (ask.group === null || ask.group.classificationId === ask.classificationId) {
    return new Map([...sumsOf(db, placeOf(db, ask.unitId), ask.classificationId)].map(([classId, sums]) => [classId, unitsOf(sums, ask.levelId)]));
  }
  const units = unitsIn(db, ask);
  return new Map(db.raw<[string, number]>(
    `SELECT part.classId, COUNT(*) FROM unit CROSS JOIN classPart AS part INDEXED BY classPartByPlace
       ON part.classificationId = ? AND part.path IN (unit.path, ${pathsAbove('unit.path')}) AND (part.whole = 1 OR part.path = unit.path)
     WHERE ${units.sql} GROUP BY part.classId`, ask.classificationId, ...units.values));
}
