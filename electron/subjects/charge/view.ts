// What the calls about responsibilities look at, as SQL: a level at and below a unit, a programme, a period; and names of where units stand.
import type { ChargeView, ProblemView } from '../../../shared/model/charge.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { Crumb } from '../../../shared/model/unit.ts';
import { ancestorPaths, subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { unitsInClass } from '../group/filter.ts';
import { unitOf, withinOf } from '../unitPlace.ts';

/** A condition and its values. */
export interface Condition {
  sql: string;
  values: SqlValue[];
}

export function rangeOf(db: ReadDb, unitId: string | null): [from: string, to: string] {
  return subtreeRange(unitId === null ? '' : unitOf(db, unitId).path);
}

/** Units of a level at and below one; in a class or all. */
export type UnitsAsked = Pick<ChargeView, 'levelId' | 'unitId'> & Partial<Pick<ChargeView, 'group'>> & {
  /** A second class they must stand in. */
  also?: GroupFilter | null;
};

/** That a column holds an id of the open units in the scope that stand in the classes asked for, also of those they cut; null: all are meant. */
function idsInClasses(db: ReadDb, { levelId, unitId, group, also }: UnitsAsked, column: string): Condition | null {
  const classes = [group, also].filter((one) => one !== null && one !== undefined).map(({ classId }) => unitsInClass(classId, levelId, rangeOf(db, unitId)));
  return classes.length === 0 ? null : { sql: classes.map(({ sql }) => `${column} IN (SELECT id FROM (${sql}))`).join(' AND '), values: classes.flatMap(({ values }) => values) };
}

/** Open units of the level in the scope; over `unit`, read by `unitsIndex`. */
export function unitsIn(db: ReadDb, asked: UnitsAsked): Condition {
  return idsInClasses(db, asked, 'unit.id') ?? { sql: 'unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL', values: [asked.levelId, ...rangeOf(db, asked.unitId)] };
}

/** A class says by itself which units; else the level does. */
export const unitsIndex = ({ group }: UnitsAsked): string => (group ? '' : 'INDEXED BY unitOpenByLevel');

/** For units that are at hand: whether they are in the class, as a further condition; nothing where all are meant. */
export function inClass(db: ReadDb, asked: UnitsAsked, column: string): Condition {
  const inside = idsInClasses(db, asked, column);
  return inside ? { sql: `AND ${inside.sql}`, values: inside.values } : { sql: '', values: [] };
}

/** How many those are, from the counts that are kept; counted where two classes must meet. */
export function countUnits(db: ReadDb, asked: UnitsAsked): number {
  const { levelId, unitId, group, also } = asked;
  if (also) {
    const units = unitsIn(db, asked);
    return db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE ${units.sql}`, ...units.values)?.n ?? 0;
  }
  if (group) {
    const inside = unitsInClass(group.classId, levelId, rangeOf(db, unitId));
    return db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM (${inside.sql})`, ...inside.values)?.n ?? 0;
  }
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
export function placesIn(db: ReadDb, view: ChargeView & Pick<UnitsAsked, 'also'>): Condition {
  const running = runningIn(view);
  const inside = inClass(db, view, 'place.unitId');
  return { sql: `place.levelId = ? AND place.path >= ? AND place.path < ? AND ${running.sql} ${inside.sql}`, values: [view.levelId, ...rangeOf(db, view.unitId), ...running.values, ...inside.values] };
}

/** Period and programme alone; over `place`. */
export function runningIn({ programmeId, fromDay, toDay }: Pick<ChargeView, 'programmeId' | 'fromDay' | 'toDay'>): Condition {
  const forProgramme = programmeId === null ? '' : 'AND (place.programmeId IS NULL OR place.programmeId = ?)';
  return { sql: `place.fromDay <= ? AND place.toDay >= ? ${forProgramme}`, values: [toDay, fromDay, ...(programmeId === null ? [] : [programmeId])] };
}

/** What is wrong, also narrowed to a second class. */
export type ProblemAsk = ProblemView & Pick<UnitsAsked, 'also'>;

/** A problem is looked for on one day. */
export const onDay = (view: ProblemAsk): ChargeView & Pick<UnitsAsked, 'also'> => ({ also: view.also, levelId: view.levelId, unitId: view.unitId, programmeId: view.programmeId, group: view.group, fromDay: view.day, toDay: view.day });

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
