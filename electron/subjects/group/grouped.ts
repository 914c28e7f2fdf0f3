// A list in groups: the units of a level under the heads of their classes, a window at a time, counted without being read.
import type { ClassName, GroupedLine, GroupFilter } from '../../../shared/model/group.ts';
import type { Page } from '../../../shared/model/common.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';
import { crumbsOf, withinOf } from '../unitPlace.ts';
import type { StoredUnit } from '../unitPlace.ts';
import { asUnitRow, unitColumns, unitJoins } from '../unitRows.ts';
import type { StoredUnitRow } from '../unitRows.ts';
import { classesOf, noClass } from './classNames.ts';
import { placeOf, sumsOf, unitsOf } from './classSums.ts';

interface Question {
  classificationId: string;
  id: string | null;
  levelId: string;
  group: GroupFilter | null;
  folded: readonly string[];
  offset: number;
  limit: number;
}

type StoredLine = StoredUnitRow & { path: string };
type PartOf = [path: string, whole: number, units: number];

/** The parts of a class in the scope with how many units of the level each brings, as the tree reads. */
function partsOf(db: ReadDb, { levelId }: Question, unit: StoredUnit | null, classId: string): PartOf[] {
  const count = `CASE WHEN unit.levelId = ? THEN 1 WHEN part.whole = 1 THEN COALESCE(tally.units, 0) ELSE 0 END`;
  const joins = 'JOIN unit ON unit.id = part.unitId LEFT JOIN tally ON tally.unitId = part.unitId AND tally.levelId = ?';
  const [from, to] = subtreeRange(unit?.path ?? '');
  const inside = db.raw<PartOf>(`SELECT part.path, part.whole, ${count} FROM classPart AS part ${joins} WHERE part.classId = ? AND part.path >= ? AND part.path < ? ORDER BY part.path`, levelId, levelId, classId, from, to);
  if (inside.length > 0 || unit === null) return inside;
  // The scope lies inside a whole part: all of it is in the class.
  return db.raw<PartOf>(`SELECT part.path, part.whole, ${count} FROM (SELECT ? AS path, ? AS unitId, 1 AS whole) AS part ${joins}`, levelId, unit.path, unit.id, levelId);
}

/** Units `from` to `from + count` of a class: only the parts that hold them are looked into. */
function linesOf(db: ReadDb, question: Question, unit: StoredUnit | null, classId: string, from: number, count: number): GroupedLine[] {
  const lines: GroupedLine[] = [];
  let before = 0;
  for (const [path, whole, units] of partsOf(db, question, unit, classId)) {
    const skip = Math.max(0, from - before);
    const room = from + count - Math.max(before, from);
    before += units;
    if (units === 0 || skip >= units) continue;
    if (room <= 0) break;
    const [low, high] = whole === 1 ? subtreeRange(path) : [path, `${path}0`];
    const rows = db.all<StoredLine>(
      `SELECT ${unitColumns}, unit.path FROM unit INDEXED BY unitByLevel ${unitJoins} WHERE unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL ORDER BY unit.path LIMIT ? OFFSET ?`,
      question.levelId, low, high, room, skip);
    for (const { path: own, ...row } of rows) lines.push({ kind: 'unit', key: `${classId} ${row.id}`, unit: { ...asUnitRow(row), ...withinOf(crumbsOf(db, own)) }, whole: whole === 1 });
  }
  return lines;
}

export function groupedUnits(db: ReadDb, question: Question): Page<GroupedLine> {
  const { classificationId, levelId, folded, offset, limit, group } = question;
  const place = placeOf(db, question.id);
  const sums = sumsOf(db, place, classificationId);
  const classes: ClassName[] = [...classesOf(db, classificationId), noClass(classificationId)].filter(({ id }) => group === null || group.classificationId !== classificationId || group.classId === id);
  const rows: GroupedLine[] = [];
  let line = 0;
  for (const { id, nameEn, nameHi, code, number } of classes) {
    const count = unitsOf(sums.get(id), levelId);
    if (count === 0) continue;
    if (line >= offset && line < offset + limit) rows.push({ kind: 'class', key: id, class: { id, nameEn, nameHi, code, number }, count });
    line += 1;
    if (folded.includes(id)) continue;
    const from = Math.max(0, offset - line);
    const to = Math.min(count, offset + limit - line);
    if (to > from) rows.push(...linesOf(db, question, place.unit, id, from, to - from));
    line += count;
  }
  return { total: line, offset, rows };
}
