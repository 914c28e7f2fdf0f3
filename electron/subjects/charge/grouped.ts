// The hand-out board's list in groups: its units under the heads of their classes, each head counted without its units being read.
import type { GroupedCharge } from '../../../shared/model/charge.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { ReadDb } from '../../store/sql.ts';
import { classesOf, noClass } from '../group/classNames.ts';
import { placeOf, sumsOf, unitsOf } from '../group/classSums.ts';
import { pathsAbove } from '../group/filter.ts';
import { boardRows } from './board.ts';
import type { BoardAsk } from './board.ts';
import { inClass, rangeOf, runningIn, unitsIn } from './view.ts';

interface Question extends BoardAsk {
  classificationId: string;
  folded: readonly string[];
  offset: number;
  limit: number;
}

type Counts = Map<string, number>;

/** How many units of each class somebody, or the person asked for, has in the period; from the parts of the classes to the places in them. */
function heldByClass(db: ReadDb, ask: Question): Counts {
  const running = runningIn(ask);
  const inside = inClass(db, ask, 'place.unitId');
  const person = ask.personId === null ? '' : 'AND place.personId = ?';
  return new Map(db.raw<[string, number]>(
    `SELECT classId, COUNT(*) FROM (
       SELECT DISTINCT part.classId, place.path FROM classPart AS part CROSS JOIN chargePlace AS place INDEXED BY chargePlaceByPath
         ON place.levelId = ? AND place.path >= part.path AND place.path < part.path || CASE part.whole WHEN 1 THEN '{' ELSE '0' END
       WHERE part.classificationId = ? AND +place.path >= ? AND +place.path < ? AND ${running.sql} ${inside.sql} ${person}
     ) GROUP BY classId`,
    ask.levelId, ask.classificationId, ...rangeOf(db, ask.unitId), ...running.values, ...inside.values, ...(ask.personId === null ? [] : [ask.personId])));
}

/** How many units of the level stand in each class: from the kept sums, or where another classification narrows the list, from its units. */
export function unitsByClass(db: ReadDb, ask: Pick<Question, 'unitId' | 'levelId' | 'group' | 'classificationId'>): Counts {
  if (ask.group === null || ask.group.classificationId === ask.classificationId) {
    return new Map([...sumsOf(db, placeOf(db, ask.unitId), ask.classificationId)].map(([classId, sums]) => [classId, unitsOf(sums, ask.levelId)]));
  }
  const units = unitsIn(db, ask);
  return new Map(db.raw<[string, number]>(
    `SELECT part.classId, COUNT(*) FROM unit CROSS JOIN classPart AS part INDEXED BY classPartByPlace
       ON part.classificationId = ? AND part.path IN (unit.path, ${pathsAbove('unit.path')}) AND (part.whole = 1 OR part.path = unit.path)
     WHERE ${units.sql} GROUP BY part.classId`, ask.classificationId, ...units.values));
}

export function countsOf(db: ReadDb, ask: Question): Counts {
  if (ask.only === 'held' || ask.personId !== null) return heldByClass(db, ask);
  const units = unitsByClass(db, ask);
  if (ask.only === 'all') return units;
  const held = heldByClass(db, ask);
  return new Map([...units].map(([classId, n]) => [classId, n - (held.get(classId) ?? 0)]));
}

export function groupedBoard(db: ReadDb, question: Question): Page<GroupedCharge> {
  const { classificationId, folded, offset, limit, ...ask } = question;
  const narrowedHere = ask.group?.classificationId === classificationId ? ask.group : null;
  const also = narrowedHere ? null : ask.group;
  const counts = countsOf(db, question);
  const rows: GroupedCharge[] = [];
  let line = 0;
  for (const { id, nameEn, nameHi, code, number } of [...classesOf(db, classificationId), noClass(classificationId)]) {
    const count = counts.get(id) ?? 0;
    if (count === 0 || (narrowedHere && narrowedHere.classId !== id)) continue;
    if (line >= offset && line < offset + limit) rows.push({ kind: 'class', key: id, class: { id, nameEn, nameHi, code, number }, count });
    line += 1;
    if (folded.includes(id)) continue;
    const from = Math.max(0, offset - line);
    const to = Math.min(count, offset + limit - line);
    line += count;
    if (to <= from) continue;
    const units = boardRows(db, { ...ask, group: { classificationId, classId: id }, also }, from, to - from);
    const cut = new Set(db.raw<[string]>('SELECT unitId FROM classPart JOIN unit ON unit.id = classPart.unitId WHERE classId = ? AND whole = 0 AND unit.id IN (SELECT value FROM json_each(?))', id, JSON.stringify(units.map((unit) => unit.id))).map(([unitId]) => unitId));
    for (const unit of units) rows.push({ kind: 'unit', key: `${id} ${unit.id}`, unit, whole: !cut.has(unit.id) });
  }
  return { total: line, offset, rows };
}
