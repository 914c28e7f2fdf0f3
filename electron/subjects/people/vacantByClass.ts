// Units with vacant seats under the heads of their classes, each head counted from what is kept and not from its units.
import type { GroupedVacant } from '../../../shared/model/committee.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { ReadDb } from '../../store/sql.ts';
import { inClass, rangeOf } from '../charge/view.ts';
import { pathsAbove } from '../group/filter.ts';
import { cutBy, underHeads } from '../group/heads.ts';
import type { HeadsAsk } from '../group/heads.ts';
import { unitsByClass } from '../group/unitsByClass.ts';
import { placeOf } from './committeeSums.ts';
import { fullOnOtherDay, templateOf, vacantUnits } from './vacancies.ts';

interface Ask extends HeadsAsk {
  unitId: string | null;
  levelId: string;
  postKindId: string | null;
}

/** How many units of the level each class has with a vacant seat: all of them without those that are full. */
export function vacantByClass(db: ReadDb, ask: Omit<Ask, 'folded' | 'offset' | 'limit'>, day: string): Map<string, number> {
  const { classificationId, levelId, unitId, group } = ask;
  const postKindId = ask.postKindId ?? '';
  if (templateOf(db, levelId).every((seat) => postKindId !== '' && seat.postKindId !== postKindId)) return new Map();
  const counts = new Map(unitsByClass(db, ask));
  const add = (rows: [string, number][], sign: number) => { for (const [classId, n] of rows) counts.set(classId, (counts.get(classId) ?? 0) + sign * n); };
  const inside = inClass(db, { levelId, unitId, group }, 'full.unitId');
  add(db.raw<[string, number]>(
    `SELECT part.classId, COUNT(*) FROM classPart AS part CROSS JOIN committeeFull AS full ON full.levelId = ? AND full.postKindId = ? AND full.path >= part.path AND full.path < part.path || CASE part.whole WHEN 1 THEN '{' ELSE '0' END
     WHERE part.classificationId = ? AND +full.path >= ? AND +full.path < ? ${inside.sql} GROUP BY part.classId`,
    levelId, postKindId, classificationId, ...rangeOf(db, unitId), ...inside.values), -1);
  const other = fullOnOtherDay(db, placeOf(db, unitId, group), day, levelId, postKindId);
  for (const [ids, sign] of [[other?.full ?? [], -1], [other?.vacant ?? [], 1]] as const) {
    add(db.raw<[string, number]>(
      `SELECT part.classId, COUNT(*) FROM json_each(?) AS found CROSS JOIN unit ON unit.id = found.value
       CROSS JOIN classPart AS part ON part.classificationId = ? AND part.path IN (${pathsAbove('unit.path')}) AND (part.whole = 1 OR part.path = unit.path) GROUP BY part.classId`,
      JSON.stringify(ids), classificationId), sign);
  }
  return counts;
}

export function groupedVacant(db: ReadDb, ask: Ask, day: string): Page<GroupedVacant> {
  const { levelId, postKindId } = ask;
  const found = underHeads(db, ask, vacantByClass(db, ask, day), (group, also, offset, limit) => {
    const { rows } = vacantUnits(db, placeOf(db, ask.unitId, group, also), day, { levelId, postKindId, offset, limit });
    const cut = cutBy(db, group.classId, rows.map((row) => row.unitId));
    return rows.map((row) => ({ row, whole: !cut.has(row.unitId) }));
  });
  return { ...found, rows: found.rows.map((line): GroupedVacant => (line.kind === 'class' ? line : { kind: 'unit', key: `${line.classId} ${line.row.row.unitId}`, unit: line.row.row, whole: line.row.whole })) };
}
