// What the classes of a classification add up to in a scope: kept sums for the whole state and its regions, added up below.
import type { ClassCount } from '../../../shared/model/group.ts';
import { ancestorPaths, subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { figureJoins, figuresOfParts } from '../../store/classSums.ts';
import { regionLength } from '../../store/classPlaces.ts';
import { marks } from '../../store/sql.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';
import type { StoredUnit } from '../unitPlace.ts';

export interface Sums {
  electors: number;
  levels: ClassCount[];
}

export interface Figures {
  target: number | null;
  achieved: number | null;
  lastReportDay: string | null;
  undivided: number;
}

/** A scope: its unit, or null for everywhere. */
export interface Place {
  unit: StoredUnit | null;
  /** Sums are kept for it: everywhere, the top, or what stands directly below the top. */
  kept: { sql: string; values: SqlValue[] } | null;
}

export function placeOf(db: ReadDb, unitId: string | null): Place {
  const unit = unitId === null ? null : unitOf(db, unitId);
  if (unit === null || unit.path.length < regionLength) return { unit, kept: { sql: unit === null ? '' : 'AND region >= ? AND region < ?', values: unit === null ? [] : subtreeRange(unit.path) } };
  return { unit, kept: unit.path.length === regionLength ? { sql: 'AND region = ?', values: [unit.path] } : null };
}

/** `classId, unitId, whole`: the parts of a classification at and below a unit; all of the unit where it stands inside a whole part. */
export function partsBelow(unit: StoredUnit, classificationId: string): { sql: string; values: SqlValue[] } {
  const above = ancestorPaths(unit.path);
  const inside = above.length === 0 ? '' : ` UNION ALL SELECT classId, ?, 1 FROM classPart WHERE classificationId = ? AND whole = 1 AND path IN (${marks(above.length)})`;
  return {
    sql: `SELECT classId, unitId, whole FROM classPart WHERE classificationId = ? AND path >= ? AND path < ?${inside}`,
    values: [classificationId, ...subtreeRange(unit.path), ...(above.length === 0 ? [] : [unit.id, classificationId, ...above])],
  };
}

type Count = ClassCount & { classId: string };

export function sumsOf(db: ReadDb, { unit, kept }: Place, classificationId: string): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  const of = (classId: string): Sums => {
    let sum = sums.get(classId);
    if (!sum) sums.set(classId, (sum = { electors: 0, levels: [] }));
    return sum;
  };
  let electors: [string, number][];
  let counts: Count[];
  if (kept) {
    electors = db.raw(`SELECT classId, SUM(electors) FROM classSum WHERE classificationId = ? ${kept.sql} GROUP BY classId`, classificationId, ...kept.values);
    counts = db.all(`SELECT classId, levelId, SUM(units) AS units, SUM(partly) AS partly FROM classTally JOIN level ON level.id = levelId WHERE classificationId = ? ${kept.sql} GROUP BY classId, levelId ORDER BY level.ordinal`, classificationId, ...kept.values);
  } else {
    const { sql, values } = partsBelow(unit!, classificationId);
    electors = db.raw(`SELECT classId, SUM(CASE WHEN whole = 1 THEN COALESCE(NULLIF(unitSum.electors, 0), unit.electors, 0) ELSE 0 END)
      FROM (${sql}) AS part JOIN unit ON unit.id = part.unitId LEFT JOIN unitSum ON unitSum.unitId = part.unitId GROUP BY classId`, ...values);
    counts = db.all(`WITH part AS (${sql}) SELECT classId, levelId, SUM(units) AS units, SUM(partly) AS partly FROM (
        SELECT classId, unit.levelId, whole AS units, 1 - whole AS partly FROM part JOIN unit ON unit.id = part.unitId
        UNION ALL SELECT classId, tally.levelId, tally.units, 0 FROM part JOIN tally ON tally.unitId = part.unitId WHERE whole = 1
      ) JOIN level ON level.id = levelId GROUP BY classId, levelId ORDER BY level.ordinal`, ...values);
  }
  for (const [classId, n] of electors) of(classId).electors = n;
  for (const { classId, ...count } of counts) of(classId).levels.push(count);
  return sums;
}

export function figuresOf(db: ReadDb, { unit, kept }: Place, classificationId: string, programmeId: string, metricId: string): Map<string, Figures> {
  type Row = Figures & { classId: string };
  let rows: Row[];
  if (kept) {
    const isShare = db.get<{ kind: string }>('SELECT kind FROM metric WHERE id = ?', metricId)?.kind === 'share';
    // Shares are not added up: a target shows where it is the same everywhere.
    const target = isShare ? 'CASE WHEN MIN(target) = MAX(target) THEN MIN(target) END' : 'SUM(target)';
    rows = db.all<Row>(`SELECT classId, ${target} AS target, SUM(achieved) AS achieved, MAX(lastReportDay) AS lastReportDay, SUM(undivided) AS undivided
      FROM classRollup WHERE programmeId = ? AND metricId = ? AND classificationId = ? ${kept.sql} GROUP BY classId`, programmeId, metricId, classificationId, ...kept.values);
  } else {
    const { sql, values } = partsBelow(unit!, classificationId);
    rows = db.all<Row>(`SELECT part.classId, ${figuresOfParts} FROM (${sql}) AS part JOIN metric ON metric.id = ? ${figureJoins} GROUP BY part.classId`,
      ...values, metricId, programmeId, metricId, programmeId, metricId);
  }
  return new Map(rows.map(({ classId, ...figures }) => [classId, figures]));
}

/** Units of a level in a class, those it cuts included. */
export const unitsOf = (sums: Sums | undefined, levelId: string): number => {
  const count = sums?.levels.find((one) => one.levelId === levelId);
  return count ? count.units + count.partly : 0;
};
