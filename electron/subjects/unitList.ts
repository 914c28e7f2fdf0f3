// A flat list of one level's units at and below a unit, in any order and from any place in it, without reading those it does not show.
import type { GroupFilter } from '../../shared/model/group.ts';
import type { UnitListRow } from '../../shared/model/unit.ts';
import { subtreeRange } from '../../shared/rules/hierarchy.ts';
import type { ReadDb, SqlValue } from '../store/sql.ts';
import { placeOf, sumsOf, unitsOf } from './group/classSums.ts';
import { unitsInClass } from './group/filter.ts';
import { crumbsOf, unitOf, withinOf } from './unitPlace.ts';
import { asUnitRow, byName, unitColumns, unitJoins } from './unitRows.ts';
import type { StoredUnitRow } from './unitRows.ts';

export interface ListInput {
  id: string | null;
  levelId: string;
  constituencyId: string | null;
  group: GroupFilter | null;
  order: 'tree' | 'name' | 'booths' | 'electors';
  language: 'en' | 'hi';
  offset: number;
  limit: number;
}

/** A step along an index that has to look at the unit itself costs about half of putting one unit in order. */
const sortPerStep = 2;

/** Open units of a level at and below a unit, or in the whole file, from the counts that are kept. */
function counted(db: ReadDb, id: string | null, levelId: string): number {
  const tops = id === null ? 'unit.parentId IS NULL' : 'unit.id = ?';
  return db.get<{ n: number }>(
    `SELECT SUM((unit.levelId = ? AND unit.closedDay IS NULL) + COALESCE(tally.units, 0)) AS n
     FROM unit LEFT JOIN tally ON tally.unitId = unit.id AND tally.levelId = ? WHERE ${tops}`,
    levelId, levelId, ...(id === null ? [] : [id]))?.n ?? 0;
}

/** Below a leaf level nothing may stand, so its electors are its own. */
const isLeafLevel = (db: ReadDb, levelId: string): boolean => db.get('SELECT 1 FROM levelUnder WHERE parentLevelId = ? LIMIT 1', levelId) === undefined;

interface Window { offset: number; limit: number; total: number }
type Ids = { id: string }[];

/**
 * By name. Either the scope's units are put in order, or the level's names are walked in theirs, from whichever end is nearer,
 * leaving out what lies elsewhere: whichever touches fewer.
 */
function byNameOf(db: ReadDb, { levelId, language }: ListInput, [from, to]: [string, string], { offset, limit, total }: Window): Ids {
  const key = byName(language);
  const all = counted(db, null, levelId);
  const fromEnd = total - offset - limit;
  const backwards = fromEnd >= 0 && fromEnd < offset;
  const steps = ((backwards ? fromEnd : offset) + limit) * (all / Math.max(1, total));
  if (steps < total * sortPerStep) {
    const direction = backwards ? 'DESC' : 'ASC';
    const ids = db.all<{ id: string }>(
      `SELECT unit.id FROM unit INDEXED BY ${language === 'hi' ? 'unitByNameHi' : 'unitByNameEn'}
       WHERE unit.levelId = ? AND unit.closedDay IS NULL AND +unit.path >= ? AND +unit.path < ? ORDER BY ${key} ${direction}, unit.path ${direction} LIMIT ? OFFSET ?`,
      levelId, from, to, limit, backwards ? fromEnd : offset);
    return backwards ? ids.reverse() : ids;
  }
  return db.all<{ id: string }>(
    `SELECT unit.id FROM unit INDEXED BY unitByLevel WHERE unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL ORDER BY ${key}, unit.path LIMIT ? OFFSET ?`,
    levelId, from, to, limit, offset);
}

function ofScope(db: ReadDb, input: ListInput, range: [string, string], window: Window): Ids {
  const { levelId, order } = input;
  if (order === 'name') return byNameOf(db, input, range, window);
  const where = 'unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL';
  const values: SqlValue[] = [levelId, ...range, window.limit, window.offset];
  if (order === 'tree' || (order === 'booths' && levelId === 'booth')) return db.all(`SELECT unit.id FROM unit INDEXED BY unitByLevel WHERE ${where} ORDER BY unit.path LIMIT ? OFFSET ?`, ...values);
  if (order === 'electors' && isLeafLevel(db, levelId)) {
    return db.all(`SELECT unit.id FROM unit INDEXED BY unitByElectors WHERE unit.levelId = ? AND unit.closedDay IS NULL AND +unit.path >= ? AND +unit.path < ? ORDER BY unit.electors DESC, unit.path LIMIT ? OFFSET ?`, ...values);
  }
  const [join, key] = order === 'electors'
    ? ['LEFT JOIN unitSum AS sums ON sums.unitId = unit.id', 'COALESCE(NULLIF(sums.electors, 0), unit.electors, 0)']
    : [`LEFT JOIN tally AS booths ON booths.unitId = unit.id AND booths.levelId = 'booth'`, 'COALESCE(booths.units, 0)'];
  return db.all(`SELECT unit.id FROM unit ${join} WHERE ${where} ORDER BY ${key} DESC, unit.path LIMIT ? OFFSET ?`, ...values);
}

const orderInSeat = { tree: () => 'unit.path', name: (language: 'en' | 'hi') => `${byName(language)}, unit.path`, booths: () => 'unit.path', electors: () => 'COALESCE(unit.electors, 0) DESC, unit.path' };

/** A seat has few enough units to be put in order as they are. */
function ofSeat(db: ReadDb, { constituencyId, levelId, order, language, offset, limit }: ListInput, range: [string, string]): { total: number; ids: Ids } {
  const where = `unit.constituencyId IN (SELECT id FROM constituency WHERE id = ? OR parentId = ?) AND +unit.levelId = ? AND +unit.path >= ? AND +unit.path < ? AND unit.closedDay IS NULL`;
  const values: SqlValue[] = [constituencyId, constituencyId, levelId, ...range];
  return {
    total: db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE ${where}`, ...values)?.n ?? 0,
    ids: db.all(`SELECT unit.id FROM unit WHERE ${where} ORDER BY ${orderInSeat[order](language)} LIMIT ? OFFSET ?`, ...values, limit, offset),
  };
}

const orderInClass = { ...orderInSeat, booths: () => 'COALESCE(booths.units, 0) DESC, unit.path', electors: () => 'COALESCE(NULLIF(sums.electors, 0), unit.electors, 0) DESC, unit.path' };

/** The units of a class, counted from the sums that are kept. */
function ofClass(db: ReadDb, { id, levelId, order, language, offset, limit }: ListInput, { classId, classificationId }: GroupFilter, range: [string, string]): { total: number; ids: Ids } {
  const { sql, values } = unitsInClass(classId, levelId, range);
  const joins = order === 'booths' || order === 'electors' ? unitJoins : '';
  return {
    total: unitsOf(sumsOf(db, placeOf(db, id), classificationId).get(classId), levelId),
    ids: db.all(`SELECT unit.id FROM (${sql}) AS member JOIN unit ON unit.id = member.id ${joins} ORDER BY ${orderInClass[order](language)} LIMIT ? OFFSET ?`, ...values, limit, offset),
  };
}

/** Only the units of the window are read whole. */
function rowsOf(db: ReadDb, ids: Ids): UnitListRow[] {
  const rows = new Map(db.all<StoredUnitRow & { path: string }>(
    `SELECT ${unitColumns}, unit.path FROM unit ${unitJoins} WHERE unit.id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids.map(({ id }) => id)),
  ).map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => {
    const row = rows.get(id);
    if (!row) return [];
    const { path, ...shown } = row;
    return [{ ...asUnitRow(shown), ...withinOf(crumbsOf(db, path)) }];
  });
}

export function unitList(db: ReadDb, input: ListInput): { total: number; offset: number; rows: UnitListRow[] } {
  const range = subtreeRange(input.id === null ? '' : unitOf(db, input.id).path);
  if (input.constituencyId !== null || input.group !== null) {
    const { total, ids } = input.group !== null ? ofClass(db, input, input.group, range) : ofSeat(db, input, range);
    return { total, offset: input.offset, rows: rowsOf(db, ids) };
  }
  const total = counted(db, input.id, input.levelId);
  if (input.offset >= total) return { total, offset: input.offset, rows: [] };
  return { total, offset: input.offset, rows: rowsOf(db, ofScope(db, input, range, { offset: input.offset, limit: input.limit, total })) };
}
