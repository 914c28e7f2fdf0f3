// A list in groups: the units of a level under the heads of their classes, a window at a time, counted without being read.
import type { GroupedLine, GroupFilter } from '../../../shared/model/group.ts';
import type { Page } from '../../../shared/model/common.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';
import { crumbsOf, withinOf } from '../unitPlace.ts';
import type { StoredUnit } from '../unitPlace.ts';
import { asUnitRow, unitColumns, unitJoins } from '../unitRows.ts';
import type { StoredUnitRow } from '../unitRows.ts';
import { placeOf } from './classSums.ts';
import { unitsInClass } from './filter.ts';
import { cutBy, underHeads } from './heads.ts';
import { unitsByClass } from './unitsByClass.ts';

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

/** The same where a class of another classification narrows the list: those that stand in both. */
function linesInBoth(db: ReadDb, { levelId }: Question, unit: StoredUnit | null, classId: string, also: GroupFilter, from: number, count: number): GroupedLine[] {
  const [one, other] = [classId, also.classId].map((id) => unitsInClass(id, levelId, subtreeRange(unit?.path ?? '')));
  const rows = db.all<StoredLine>(
    `SELECT ${unitColumns}, unit.path FROM unit ${unitJoins} WHERE unit.id IN (SELECT id FROM (${one!.sql})) AND unit.id IN (SELECT id FROM (${other!.sql})) ORDER BY unit.path LIMIT ? OFFSET ?`,
    ...one!.values, ...other!.values, count, from);
  const cut = cutBy(db, classId, rows.map(({ id }) => id));
  return rows.map(({ path, ...row }) => ({ kind: 'unit', key: `${classId} ${row.id}`, unit: { ...asUnitRow(row), ...withinOf(crumbsOf(db, path)) }, whole: !cut.has(row.id) }));
}

export function groupedUnits(db: ReadDb, question: Question): Page<GroupedLine> {
  const { unit } = placeOf(db, question.id);
  const counts = unitsByClass(db, { ...question, unitId: question.id });
  const found = underHeads(db, question, counts, ({ classId }, also, from, count) =>
    (also ? linesInBoth(db, question, unit, classId, also, from, count) : linesOf(db, question, unit, classId, from, count)));
  return { ...found, rows: found.rows.map((line) => (line.kind === 'class' ? line : line.row)) };
}
