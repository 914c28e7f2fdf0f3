// The hand-out board's list: units of a level, who has each in the period, and their figures; a window at a time at any size.
import type { ChargeUnit, ChargeView, Holder } from '../../../shared/model/charge.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { countUnits, firstMetric, placesIn, runningIn, unitsIn, unitsIndex, withinEach } from './view.ts';
import type { UnitsAsked } from './view.ts';

export type BoardAsk = ChargeView & Pick<UnitsAsked, 'also'> & { only: 'all' | 'free' | 'held'; personId: string | null };

/** Paths of the units asked for, in the order of the tree, as a statement without its limit. */
function picked(db: ReadDb, ask: BoardAsk): { sql: string; values: SqlValue[] } {
  if (ask.only === 'held' || ask.personId !== null) {
    const places = placesIn(db, ask);
    const person = ask.personId === null ? '' : 'AND place.personId = ?';
    return { sql: `SELECT DISTINCT place.path FROM chargePlace AS place INDEXED BY ${ask.personId === null ? 'chargePlaceByPath' : 'chargePlaceByPerson'} WHERE ${places.sql} ${person}`, values: [...places.values, ...(ask.personId === null ? [] : [ask.personId])] };
  }
  const units = unitsIn(db, ask);
  if (ask.only === 'all') return { sql: `SELECT unit.path FROM unit ${unitsIndex(ask)} WHERE ${units.sql}`, values: units.values };
  const running = runningIn(ask);
  return {
    sql: `SELECT unit.path FROM unit ${unitsIndex(ask)} WHERE ${units.sql}
      AND NOT EXISTS (SELECT 1 FROM chargePlace AS place WHERE place.levelId = ? AND place.path = unit.path AND ${running.sql})`,
    values: [...units.values, ask.levelId, ...running.values],
  };
}

/** Units somebody has in the period. */
export function countHeld(db: ReadDb, view: ChargeView & Pick<UnitsAsked, 'also'>): number {
  const places = placesIn(db, view);
  return db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM (SELECT DISTINCT place.path FROM chargePlace AS place INDEXED BY chargePlaceByPath WHERE ${places.sql})`, ...places.values)?.n ?? 0;
}

export function countBoard(db: ReadDb, ask: BoardAsk): number {
  if (ask.personId !== null) {
    const { sql, values } = picked(db, ask);
    return db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM (${sql})`, ...values)?.n ?? 0;
  }
  if (ask.only === 'held') return countHeld(db, ask);
  return countUnits(db, ask) - (ask.only === 'free' ? countHeld(db, ask) : 0);
}

export function boardIds(db: ReadDb, ask: BoardAsk, limit: number): { total: number; unitIds: string[] } {
  const { sql, values } = picked(db, ask);
  const rows = db.raw<[string]>(`SELECT id FROM unit WHERE path IN (SELECT path FROM (${sql} ORDER BY path LIMIT ?)) ORDER BY path`, ...values, limit);
  return { total: countBoard(db, ask), unitIds: rows.map(([id]) => id) };
}

type StoredRow = Omit<ChargeUnit, 'holders' | 'withinEn' | 'withinHi'> & { path: string };

/** Who has each of the units in the period, in-charges first. */
export function holdersOf(db: ReadDb, view: ChargeView, paths: readonly string[]): Map<string, Holder[]> {
  const running = runningIn(view);
  const rows = db.all<Holder & { path: string }>(
    `SELECT place.path, place.responsibilityId, place.personId, place.kind, place.programmeId, place.fromDay, place.toDay, person.nameEn, person.nameHi
     FROM chargePlace AS place JOIN person ON person.id = place.personId
     WHERE place.levelId = ? AND place.path IN (SELECT value FROM json_each(?)) AND ${running.sql} ORDER BY place.path, place.kind DESC, place.fromDay, person.nameEn`,
    view.levelId, JSON.stringify(paths), ...running.values);
  const each = new Map<string, Holder[]>();
  for (const { path, ...holder } of rows) each.set(path, [...(each.get(path) ?? []), holder]);
  return each;
}

export function boardRows(db: ReadDb, ask: BoardAsk, offset: number, limit: number): ChargeUnit[] {
  const { sql, values } = picked(db, ask);
  const metricId = firstMetric(db, ask.programmeId);
  const rows = db.all<StoredRow>(
    `SELECT unit.id, unit.levelId, unit.path, unit.nameEn, unit.nameHi, COALESCE(NULLIF(sums.electors, 0), unit.electors, 0) AS electors,
       CASE WHEN unit.levelId = 'booth' THEN 1 ELSE COALESCE(booths.units, 0) END AS booths,
       COALESCE(target.value, rollup.below) AS target, rollup.achieved
     FROM (${sql} ORDER BY path LIMIT ? OFFSET ?) AS picked JOIN unit ON unit.path = picked.path
     LEFT JOIN unitSum AS sums ON sums.unitId = unit.id
     LEFT JOIN tally AS booths ON booths.unitId = unit.id AND booths.levelId = 'booth'
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id
     LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = unit.id
     ORDER BY unit.path`,
    ...values, limit, offset, ask.programmeId, metricId, ask.programmeId, metricId);
  const paths = rows.map((row) => row.path);
  const within = withinEach(db, paths);
  const holders = holdersOf(db, ask, paths);
  return rows.map(({ path, ...row }) => ({ ...row, ...within.get(path)!, holders: holders.get(path) ?? [] }));
}

export const boardPage = (db: ReadDb, ask: BoardAsk, offset: number, limit: number): Page<ChargeUnit> =>
  ({ total: countBoard(db, ask), offset, rows: boardRows(db, ask, offset, limit) });
