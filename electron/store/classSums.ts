// Sums of every class, region by region: counts per level, electors, and per programme and metric what is asked and achieved.
import type { WriteDb } from './sql.ts';

interface Cell {
  programmeId: string;
  metricId: string;
}

const wholeElectors = 'SUM(CASE WHEN part.whole = 1 THEN COALESCE(NULLIF(unitSum.electors, 0), unit.electors, 0) ELSE 0 END)';

/** Counts and electors of the classes of some classifications in one region, from its parts. */
export function sumRegion(db: WriteDb, region: string, classificationIds: readonly string[]): void {
  const [from, to] = [region, `${region}{`];
  for (const id of classificationIds) {
    db.run('DELETE FROM classTally WHERE classificationId = ? AND region = ?', id, region);
    db.run('DELETE FROM classSum WHERE classificationId = ? AND region = ?', id, region);
    db.run(
      `INSERT INTO classTally SELECT ?, ?, classId, levelId, SUM(units), SUM(partly) FROM (
         SELECT part.classId, unit.levelId, part.whole AS units, 1 - part.whole AS partly FROM classPart AS part JOIN unit ON unit.id = part.unitId
         WHERE part.classificationId = ? AND part.path >= ? AND part.path < ?
         UNION ALL
         SELECT part.classId, tally.levelId, tally.units, 0 FROM classPart AS part JOIN tally ON tally.unitId = part.unitId
         WHERE part.classificationId = ? AND part.path >= ? AND part.path < ? AND part.whole = 1
       ) GROUP BY classId, levelId`,
      id, region, id, from, to, id, from, to);
    db.run(
      `INSERT INTO classSum SELECT ?, ?, part.classId, ${wholeElectors} FROM classPart AS part JOIN unit ON unit.id = part.unitId LEFT JOIN unitSum ON unitSum.unitId = part.unitId
       WHERE part.classificationId = ? AND part.path >= ? AND part.path < ? GROUP BY part.classId`,
      id, region, id, from, to);
  }
}

/**
 * The figures of one programme and metric over the parts `part` of classes. A whole part brings its own target, or the sum below
 * where it has none. A cut unit's own figures cannot be divided: it is counted in `undivided` where they differ from what lies below.
 * Needs `metric` (the metric's row) joined, and two pairs of programme and metric as values: for target and for rollup.
 */
export const figuresOfParts = `
  CASE WHEN metric.kind = 'share'
    THEN CASE WHEN MIN(CASE WHEN part.whole = 1 THEN target.value END) = MAX(CASE WHEN part.whole = 1 THEN target.value END) THEN MIN(CASE WHEN part.whole = 1 THEN target.value END) END
    ELSE SUM(CASE WHEN part.whole = 1 THEN COALESCE(target.value, rollup.below) END) END AS target,
  SUM(CASE WHEN part.whole = 1 THEN rollup.achieved END) AS achieved,
  MAX(CASE WHEN part.whole = 1 THEN rollup.lastReportDay END) AS lastReportDay,
  SUM(part.whole = 0 AND ((rollup.achieved IS NOT NULL AND rollup.achieved IS NOT rollup.achievedBelow) OR (target.value IS NOT NULL AND rollup.below IS NULL))) AS undivided`;

export const figureJoins = `LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = part.unitId
  LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = part.unitId`;

/** What is asked of and achieved by the classes of some classifications in one region. */
export function rollRegion(db: WriteDb, region: string, classificationIds: readonly string[], { programmeId, metricId }: Cell): void {
  for (const id of classificationIds) {
    db.run('DELETE FROM classRollup WHERE programmeId = ? AND metricId = ? AND classificationId = ? AND region = ?', programmeId, metricId, id, region);
    db.run(
      `INSERT INTO classRollup SELECT ?, ?, ?, ?, part.classId, ${figuresOfParts}
       FROM classPart AS part JOIN metric ON metric.id = ? ${figureJoins}
       WHERE part.classificationId = ? AND part.path >= ? AND part.path < ? GROUP BY part.classId
       HAVING COUNT(target.value) > 0 OR COUNT(rollup.unitId) > 0`,
      programmeId, metricId, id, region, metricId, programmeId, metricId, programmeId, metricId, id, region, `${region}{`);
  }
}
