// A list in groups: the units of a level under the heads of their classes, a window at a time, counted without being read.
import type { ClassName, GroupedLine, GroupFilter } from '../../../shared/model/group.ts';
import type { Page } from '../../../shared/model/common.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';
import { crumbsOf, withinOf } from '../unitPlace.ts';
import { asUnitRow, unitColumns, unitJoins } from '../unitRows.ts';
import type { StoredUnitRow } from '../unitRows.ts';
import { classesOf, noClass } from './classNames.ts';
import { placeOf, sumsOf, unitsOf } from './classSums.ts';
import { unitsInClass } from './filter.ts';

interface Question {
  classificationId: string;
  id: string | null;
  levelId: string;
  group: GroupFilter | null;
  folded: readonly string[];
  offset: number;
  limit: number;
}

type StoredLine = StoredUnitRow & { path: string; whole: number };

function linesOf(db: ReadDb, { levelId }: Question, range: readonly [string, string], classId: string, from: number, count: number): GroupedLine[] {
  const { sql, values } = unitsInClass(classId, levelId, range);
  const rows = db.all<StoredLine>(
    `SELECT ${unitColumns}, unit.path, member.whole FROM (${sql}) AS member JOIN unit ON unit.id = member.id ${unitJoins} ORDER BY unit.path LIMIT ? OFFSET ?`, ...values, count, from);
  return rows.map(({ path, whole, ...row }) => ({ kind: 'unit', key: `${classId} ${row.id}`, unit: { ...asUnitRow(row), ...withinOf(crumbsOf(db, path)) }, whole: whole === 1 }));
}

export function groupedUnits(db: ReadDb, question: Question): Page<GroupedLine> {
  const { classificationId, levelId, folded, offset, limit, group } = question;
  const place = placeOf(db, question.id);
  const sums = sumsOf(db, place, classificationId);
  const classes: ClassName[] = [...classesOf(db, classificationId), noClass(classificationId)].filter(({ id }) => group === null || group.classificationId !== classificationId || group.classId === id);
  const range = subtreeRange(place.unit?.path ?? '');
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
    if (to > from) rows.push(...linesOf(db, question, range, id, from, to - from));
    line += count;
  }
  return { total: line, offset, rows };
}
