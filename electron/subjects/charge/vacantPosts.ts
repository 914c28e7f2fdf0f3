// Vacant posts among the problems of a day: what the committees say, counted and placed as the other problems are.
import type { Problem } from '../../../shared/model/charge.ts';
import type { ReadDb } from '../../store/sql.ts';
import { placeOf } from '../people/committeeSums.ts';
import { fullOnOtherDay, templateOf, vacantUnits } from '../people/vacancies.ts';
import { inClass, rangeOf } from './view.ts';
import type { ProblemAsk } from './view.ts';

const ask = (view: ProblemAsk, offset: number, limit: number) => ({ levelId: view.levelId, postKindId: null, offset, limit });

export const countVacant = (db: ReadDb, view: ProblemAsk): number => vacantUnits(db, placeOf(db, view.unitId, view.group, view.also), view.day, ask(view, 0, 0)).total;

type VacantLine = Pick<Problem, 'id' | 'unit' | 'units'>;

/** Units with a vacant seat, in the order of the tree; `units` counts the seats. */
export function vacantPage(db: ReadDb, view: ProblemAsk, offset: number, limit: number): { total: number; rows: VacantLine[] } {
  const { total, rows } = vacantUnits(db, placeOf(db, view.unitId, view.group, view.also), view.day, ask(view, offset, limit));
  const electors = new Map(db.raw<[string, number]>(
    `SELECT unit.id, COALESCE(NULLIF(unitSum.electors, 0), unit.electors, 0) FROM unit LEFT JOIN unitSum ON unitSum.unitId = unit.id WHERE unit.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(rows.map((row) => row.unitId))));
  return {
    total,
    rows: rows.map(({ unitId, nameEn, nameHi, withinEn, withinHi, vacant }) => ({ id: unitId, units: vacant, unit: { id: unitId, nameEn, nameHi, withinEn, withinHi, electors: electors.get(unitId) ?? 0 } })),
  };
}

/** How many units have every seat filled on the day, by the first `length` characters of their paths; null where the level has no committee. */
export function fullPlaces(db: ReadDb, view: ProblemAsk, length: number): [path: string, units: number][] | null {
  if (templateOf(db, view.levelId).length === 0) return null;
  const inside = inClass(db, view, 'unitId');
  const counts = new Map(db.raw<[string, number]>(
    `SELECT substr(path, 1, ?) AS at, COUNT(*) FROM committeeFull WHERE levelId = ? AND postKindId = '' AND path >= ? AND path < ? ${inside.sql} GROUP BY at`, length, view.levelId, ...rangeOf(db, view.unitId), ...inside.values));
  const other = fullOnOtherDay(db, placeOf(db, view.unitId, view.group, view.also), view.day, view.levelId, '');
  for (const [ids, change] of [[other?.full, 1], [other?.vacant, -1]] as const) {
    for (const [path] of db.raw<[string]>('SELECT substr(path, 1, ?) FROM unit WHERE id IN (SELECT value FROM json_each(?))', length, JSON.stringify(ids ?? []))) counts.set(path, (counts.get(path) ?? 0) + change);
  }
  return [...counts];
}
