// What the calls about responsibilities look at, as SQL: a level at and below a unit, a programme, a period; and names of where units stand.
import type { ChargeView, ProblemView } from '../../../shared/model/charge.ts';
import type { Crumb } from '../../../shared/model/unit.ts';
import { ancestorPaths, subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { unitOf, withinOf } from '../unitPlace.ts';

/** A condition and its values. */
export interface Condition {
  sql: string;
  values: SqlValue[];
}

export function rangeOf(db: ReadDb, unitId: string | null): [from: string, to: string] {
  return subtreeRange(unitId === null ? '' : unitOf(db, unitId).path);
}

/** Open units of the level in the scope; over `unit`. */
export function unitsIn(db: ReadDb, { levelId, unitId }: Pick<ChargeView, 'levelId' | 'unitId'>): Condition {
  return { sql: 'unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL', values: [levelId, ...rangeOf(db, unitId)] };
}

/** How many those are, from the counts that are kept. */
export function countUnits(db: ReadDb, { levelId, unitId }: Pick<ChargeView, 'levelId' | 'unitId'>): number {
  if (unitId === null) {
    return db.get<{ n: number | null }>(
      `SELECT SUM(COALESCE(tally.units, 0) + (top.levelId = ?)) AS n FROM unit AS top LEFT JOIN tally ON tally.unitId = top.id AND tally.levelId = ?
       WHERE top.parentId IS NULL AND top.closedDay IS NULL`, levelId, levelId)?.n ?? 0;
  }
  const unit = unitOf(db, unitId);
  const below = db.get<{ units: number }>('SELECT units FROM tally WHERE unitId = ? AND levelId = ?', unitId, levelId)?.units ?? 0;
  return below + (unit.levelId === levelId && unit.closedDay === null ? 1 : 0);
}

/** Places in the scope that are taken in a period for the programme; over `place`. */
export function placesIn(db: ReadDb, view: Pick<ChargeView, 'levelId' | 'unitId' | 'programmeId' | 'fromDay' | 'toDay'>): Condition {
  const running = runningIn(view);
  return { sql: `place.levelId = ? AND place.path >= ? AND place.path < ? AND ${running.sql}`, values: [view.levelId, ...rangeOf(db, view.unitId), ...running.values] };
}

/** Period and programme alone; over `place`. */
export function runningIn({ programmeId, fromDay, toDay }: Pick<ChargeView, 'programmeId' | 'fromDay' | 'toDay'>): Condition {
  const forProgramme = programmeId === null ? '' : 'AND (place.programmeId IS NULL OR place.programmeId = ?)';
  return { sql: `place.fromDay <= ? AND place.toDay >= ? ${forProgramme}`, values: [toDay, fromDay, ...(programmeId === null ? [] : [programmeId])] };
}

/** A problem is looked for on one day. */
export const onDay = (view: ProblemView): ChargeView => ({ levelId: view.levelId, unitId: view.unitId, programmeId: view.programmeId, fromDay: view.day, toDay: view.day });

/** Where each of the units stands, asked for once for all of them. */
export function withinEach(db: ReadDb, paths: readonly string[]): Map<string, { withinEn: string; withinHi: string }> {
  const above = new Set(paths.flatMap((path) => ancestorPaths(path)));
  const rows = db.all<Crumb & { path: string }>('SELECT id, levelId, nameEn, nameHi, path FROM unit WHERE path IN (SELECT value FROM json_each(?))', JSON.stringify([...above]));
  const byPath = new Map(rows.map(({ path, ...crumb }) => [path, crumb]));
  return new Map(paths.map((path) => [path, withinOf(ancestorPaths(path).flatMap((ancestor) => byPath.get(ancestor) ?? []))]));
}

/** The metric whose targets are shown beside a responsibility: the programme's first. */
export const firstMetric = (db: ReadDb, programmeId: string | null): string | null =>
  programmeId === null ? null : db.get<{ metricId: string }>('SELECT metricId FROM programmeMetric WHERE programmeId = ? ORDER BY ordinal LIMIT 1', programmeId)?.metricId ?? null;
