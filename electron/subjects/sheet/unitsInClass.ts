// The lines of a sheet narrowed to a class or under heads of classes: of a unit that a class cuts, the figures of its part.
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { Text } from '../../../shared/model/sheet.ts';
import { ancestorPaths } from '../../../shared/rules/hierarchy.ts';
import { figureJoins, figuresOfParts } from '../../store/classSums.ts';
import type { ReadDb } from '../../store/sql.ts';
import { classesOf, noClass } from '../group/classNames.ts';
import { figuresOf, placeOf, sumsOf } from '../group/classSums.ts';
import { pathsAbove } from '../group/filter.ts';
import { classLabel } from './classWords.ts';
import type { SheetUnit } from './unitsBelow.ts';

export interface UnitsOfClass {
  label: Text;
  units: SheetUnit[];
}

interface About {
  programmeId: string;
  metricId: string;
}

/** Of each unit the classes it stands in: true where wholly, false where the class cuts it. */
function standing(db: ReadDb, units: readonly SheetUnit[], classificationId: string): Map<string, Map<string, boolean>> {
  const rows = db.raw<[string, string, number]>(
    `SELECT unit.id, part.classId, part.whole FROM json_each(?) AS found CROSS JOIN unit ON unit.id = found.value
     CROSS JOIN classPart AS part ON part.classificationId = ? AND part.path IN (${pathsAbove('unit.path')}) AND (part.whole = 1 OR part.path = unit.path)`,
    JSON.stringify(units.map(({ id }) => id)), classificationId);
  const of = new Map(units.map(({ id }) => [id, new Map<string, boolean>()]));
  for (const [unitId, classId, whole] of rows) of.get(unitId)!.set(classId, whole === 1);
  return of;
}

/** The unit as far as each class that cuts it reaches. */
function partsOf(db: ReadDb, unit: SheetUnit, classificationId: string, { programmeId, metricId }: About): Map<string, SheetUnit> {
  const place = placeOf(db, unit.id);
  const figures = figuresOf(db, place, classificationId, programmeId, metricId);
  return new Map([...sumsOf(db, place, classificationId)].map(([classId, sums]) => [classId, {
    ...unit, partly: true, electors: sums.electors, target: null, asked: figures.get(classId)?.target ?? null,
    counts: new Map(sums.levels.filter(({ levelId }) => levelId !== unit.levelId).map(({ levelId, units, partly }) => [levelId, units + partly])),
  }]));
}

/** The unit as far as two classes of different classifications reach that both cut it; null where they share nothing in it. */
function partOfBoth(db: ReadDb, unit: SheetUnit, a: string, b: string, { programmeId, metricId }: About): SheetUnit | null {
  const inside = (outer: string, inner: string): { sql: string; values: string[] } => ({
    sql: `SELECT inner.unitId, inner.path FROM classPart AS outer CROSS JOIN classPart AS inner ON inner.classId = ? AND inner.whole = 1 AND inner.path >= outer.path AND inner.path < outer.path || '{'
      WHERE outer.classId = ? AND outer.whole = 1 AND outer.path >= ? AND outer.path < ?`,
    values: [inner, outer, unit.path, `${unit.path}{`],
  });
  const [one, other] = [inside(a, b), inside(b, a)];
  const pieces = db.all<{ unitId: string; path: string }>(`${one.sql} UNION ${other.sql}`, ...one.values, ...other.values);
  if (pieces.length === 0) return null;
  const ids = JSON.stringify(pieces.map(({ unitId }) => unitId));
  const above = JSON.stringify([...new Set(pieces.flatMap(({ path }) => ancestorPaths(path).filter((higher) => higher.length > unit.path.length)))]);
  const sums = db.get<{ electors: number; target: number | null }>(
    `SELECT SUM(COALESCE(NULLIF(unitSum.electors, 0), unit.electors, 0)) AS electors, ${figuresOfParts}
     FROM (SELECT value AS unitId, 1 AS whole FROM json_each(?)) AS part JOIN unit ON unit.id = part.unitId LEFT JOIN unitSum ON unitSum.unitId = part.unitId JOIN metric ON metric.id = ? ${figureJoins}`,
    ids, metricId, programmeId, metricId, programmeId, metricId)!;
  const counts = db.raw<[string, number]>(
    `SELECT levelId, SUM(units) FROM (
       SELECT unit.levelId, 1 AS units FROM unit WHERE id IN (SELECT value FROM json_each(?)) OR path IN (SELECT value FROM json_each(?))
       UNION ALL SELECT tally.levelId, tally.units FROM tally WHERE unitId IN (SELECT value FROM json_each(?))
     ) GROUP BY levelId`, ids, above, ids);
  return { ...unit, partly: true, electors: sums.electors, target: null, asked: sums.target, counts: new Map(counts) };
}

/** Units that stand in the class, each as far as it does. */
export function narrowed(db: ReadDb, units: readonly SheetUnit[], { classificationId, classId }: GroupFilter, about: About): SheetUnit[] {
  const of = standing(db, units, classificationId);
  return units.flatMap((unit) => {
    const whole = of.get(unit.id)?.get(classId);
    return whole === undefined ? [] : whole ? [unit] : partsOf(db, unit, classificationId, about).get(classId) ?? [];
  });
}

/** The same units under the heads of their classes, in the classes' order; one that several classes share stands under each. */
export function underHeads(db: ReadDb, units: readonly SheetUnit[], classificationId: string, group: GroupFilter | null, about: About): UnitsOfClass[] {
  const of = standing(db, units, classificationId);
  const lines = new Map<string, SheetUnit[]>();
  for (const unit of units) {
    const classes = [...of.get(unit.id) ?? []];
    const parts = !unit.partly && classes.some(([, whole]) => !whole) ? partsOf(db, unit, classificationId, about) : null;
    for (const [classId, whole] of classes) {
      const same = group?.classificationId === classificationId;
      if (same && group.classId !== classId) continue;
      const part = whole || same ? unit : unit.partly ? partOfBoth(db, unit, group!.classId, classId, about) : parts!.get(classId);
      if (part) lines.set(classId, [...lines.get(classId) ?? [], part]);
    }
  }
  return [...classesOf(db, classificationId), noClass(classificationId)]
    .flatMap((one) => { const inside = lines.get(one.id); return inside ? [{ label: classLabel(one), units: inside }] : []; });
}

/** How many of these units, or of those below them, have a figure of their own that the classes cut: it is in no class's sum. */
export function undividedOf(db: ReadDb, units: readonly SheetUnit[], classificationId: string, classId: string | null, { programmeId, metricId }: About): number {
  return db.get<{ n: number }>(
    `SELECT COUNT(DISTINCT part.unitId) AS n FROM json_each(?) AS found CROSS JOIN unit ON unit.id = found.value
     CROSS JOIN classPart AS part ON part.classificationId = ? AND part.path >= unit.path AND part.path < unit.path || '{' AND part.whole = 0 AND (? IS NULL OR part.classId = ?)
     JOIN metric ON metric.id = ? ${figureJoins}
     WHERE metric.kind <> 'share' AND ((rollup.achieved IS NOT NULL AND rollup.achieved IS NOT rollup.achievedBelow) OR (target.value IS NOT NULL AND rollup.below IS NULL))`,
    JSON.stringify(units.map(({ id }) => id)), classificationId, classId, classId, metricId, programmeId, metricId, programmeId, metricId)!.n;
}
