// What is wrong with the responsibilities on a day: every kind as one statement over the places, so that lists, counts and maps agree.
import type { Problem, ProblemView } from '../../../shared/model/charge.ts';
import type { Page } from '../../../shared/model/common.ts';
import { addDays } from '../../../shared/dates.ts';
import type { ReadDb } from '../../store/sql.ts';
import { boardPage, countBoard } from './board.ts';
import { onDay, placesIn, rangeOf, runningIn, withinEach } from './view.ts';
import type { Condition } from './view.ts';

const sameProgramme = (other: string) => `(${other}.programmeId IS NULL OR ${other}.programmeId IS place.programmeId)`;

/** Places in the scope whose last day lies in a span, for the programme; over `place`. */
function ending(db: ReadDb, view: ProblemView, fromDay: string, toDay: string): Condition {
  const [from, to] = rangeOf(db, view.unitId);
  const forProgramme = view.programmeId === null ? '' : 'AND (place.programmeId IS NULL OR place.programmeId = ?)';
  return {
    sql: `place.levelId = ? AND place.toDay >= ? AND place.toDay <= ? AND place.path >= ? AND place.path < ? ${forProgramme}`,
    values: [view.levelId, fromDay, toDay, from, to, ...(view.programmeId === null ? [] : [view.programmeId])],
  };
}

/** Persons away on the day with the last day of their being away without a break. */
export function awayUntil(db: ReadDb, day: string): Map<string, string> {
  const rows = db.all<{ personId: string; fromDay: string; toDay: string }>('SELECT personId, fromDay, toDay FROM dayAway WHERE toDay >= ? ORDER BY personId, fromDay', day);
  const until = new Map<string, string>();
  for (const { personId, fromDay, toDay } of rows) {
    const reached = until.get(personId) ?? addDays(day, -1);
    if (fromDay <= addDays(reached, 1) && toDay > reached) until.set(personId, toDay);
  }
  for (const [personId, last] of until) if (last < day) until.delete(personId);
  return until;
}

/** The places of a kind of problem, each with the columns of `place`; `nobody` and `vacant` have none. */
function placesOf(db: ReadDb, view: ProblemView): Condition & { order: string } {
  const running = placesIn(db, onDay(view));
  const now = runningIn(onDay(view));
  switch (view.kind) {
    case 'ranOut': {
      const ended = ending(db, view, addDays(view.day, -view.withinDays), addDays(view.day, -1));
      return {
        sql: `SELECT place.* FROM chargePlace AS place INDEXED BY chargePlaceByEnd WHERE ${ended.sql} AND NOT EXISTS (SELECT 1 FROM chargePlace AS later
          WHERE later.levelId = place.levelId AND later.path = place.path AND later.toDay > place.toDay AND ${sameProgramme('later')})`,
        values: ended.values, order: 'toDay, path',
      };
    }
    case 'soon': {
      const ends = ending(db, view, view.day, addDays(view.day, view.withinDays));
      return {
        sql: `SELECT place.* FROM chargePlace AS place INDEXED BY chargePlaceByEnd WHERE ${ends.sql} AND place.fromDay <= ? AND NOT EXISTS (SELECT 1 FROM chargePlace AS later
          WHERE later.levelId = place.levelId AND later.path = place.path AND later.toDay > place.toDay AND later.fromDay <= date(place.toDay, '+1 day') AND ${sameProgramme('later')})`,
        values: [...ends.values, view.day], order: 'toDay, path',
      };
    }
    case 'double':
      return {
        sql: `SELECT place.*, COUNT(DISTINCT place.personId) AS people FROM chargePlace AS place WHERE ${running.sql} AND place.kind = 'inCharge'
          GROUP BY place.path, place.programmeId HAVING COUNT(DISTINCT place.personId) > 1`,
        values: running.values, order: 'path',
      };
    case 'away': {
      const away = JSON.stringify([...awayUntil(db, view.day)].map(([personId, last]) => ({ personId, last })));
      return {
        sql: `SELECT place.* FROM json_each(?) AS gone JOIN chargePlace AS place INDEXED BY chargePlaceByPerson ON place.personId = gone.value ->> 'personId'
          WHERE ${running.sql} AND place.toDay <= gone.value ->> 'last'`,
        values: [away, ...running.values], order: 'path',
      };
    }
    default: {
      const [from, to] = rangeOf(db, view.unitId);
      return {
        sql: `SELECT place.* FROM chargePlace AS place WHERE place.levelId = ? AND ${now.sql} AND place.path >= ? AND place.path < ?
          AND place.personId IN (SELECT personId FROM (${overloaded(view)}))`,
        values: [view.levelId, ...now.values, from, to, ...overloadedValues(view)], order: 'path',
      };
    }
  }
}

/** Persons with too many units or electors at the level on the day, wherever their units are. */
const overloaded = (view: ProblemView) => `SELECT personId, COUNT(*) AS units, SUM(electors) AS electors
  FROM (SELECT DISTINCT place.personId, place.path, place.electors FROM chargePlace AS place WHERE place.levelId = ? AND ${runningIn(onDay(view)).sql})
  GROUP BY personId HAVING COUNT(*) > ? OR SUM(electors) > ?`;
const overloadedValues = (view: ProblemView) => [view.levelId, ...runningIn(onDay(view)).values, view.mostUnits, view.mostElectors ?? Number.MAX_SAFE_INTEGER];

/** Those of them who have something in the scope. */
function overloadedHere(db: ReadDb, view: ProblemView): Condition {
  const places = placesIn(db, onDay(view));
  const here = view.unitId === null ? '' : `WHERE personId IN (SELECT place.personId FROM chargePlace AS place WHERE ${places.sql})`;
  return { sql: `SELECT * FROM (${overloaded(view)}) ${here}`, values: [...overloadedValues(view), ...(view.unitId === null ? [] : places.values)] };
}

export function countProblems(db: ReadDb, view: ProblemView): number {
  if (view.kind === 'vacant') return 0;
  if (view.kind === 'nobody') return countBoard(db, { ...onDay(view), only: 'free', personId: null });
  const { sql, values } = view.kind === 'tooMany' ? overloadedHere(db, view) : placesOf(db, view);
  return db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM (${sql})`, ...values)?.n ?? 0;
}

/** Paths of the units a kind of problem lies in; not of `nobody`, whose map is that of the units nobody has. */
export function problemPaths(db: ReadDb, view: ProblemView): string[] {
  if (view.kind === 'vacant' || view.kind === 'nobody') return [];
  const { sql, values } = placesOf(db, view);
  return db.raw<[string]>(`SELECT DISTINCT path FROM (${sql})`, ...values).map(([path]) => path);
}

const nothing = { unit: null, person: null, others: [], responsibilityId: null, fromDay: null, toDay: null, programmeId: null, units: 0, electors: 0, awayUntil: null };

interface PlaceRow {
  responsibilityId: string; path: string; unitId: string; personId: string; programmeId: string | null; fromDay: string; toDay: string; electors: number;
  unitEn: string; unitHi: string | null; personEn: string; personHi: string | null;
}

function personLines(db: ReadDb, view: ProblemView, offset: number, limit: number): Problem[] {
  const { sql, values } = overloadedHere(db, view);
  const rows = db.all<{ personId: string; units: number; electors: number; nameEn: string; nameHi: string | null }>(
    `SELECT over.*, person.nameEn, person.nameHi FROM (${sql}) AS over JOIN person ON person.id = over.personId ORDER BY over.units DESC, over.electors DESC, person.nameEn LIMIT ? OFFSET ?`, ...values, limit, offset);
  return rows.map(({ personId, units, electors, nameEn, nameHi }) => ({ ...nothing, id: personId, person: { id: personId, nameEn, nameHi }, units, electors }));
}

export function problemPage(db: ReadDb, view: ProblemView, offset: number, limit: number): Page<Problem> {
  const total = countProblems(db, view);
  if (view.kind === 'vacant') return { total, offset, rows: [] };
  if (view.kind === 'tooMany') return { total, offset, rows: personLines(db, view, offset, limit) };
  if (view.kind === 'nobody') {
    const { rows } = boardPage(db, { ...onDay(view), only: 'free', personId: null }, offset, limit);
    return { total, offset, rows: rows.map(({ id, nameEn, nameHi, withinEn, withinHi, electors }) => ({ ...nothing, id, unit: { id, nameEn, nameHi, withinEn, withinHi, electors } })) };
  }
  const { sql, values, order } = placesOf(db, view);
  const rows = db.all<PlaceRow>(
    `SELECT found.*, unit.nameEn AS unitEn, unit.nameHi AS unitHi, person.nameEn AS personEn, person.nameHi AS personHi
     FROM (SELECT * FROM (${sql}) ORDER BY ${order}, responsibilityId LIMIT ? OFFSET ?) AS found JOIN unit ON unit.id = found.unitId JOIN person ON person.id = found.personId
     ORDER BY ${order.split(', ').map((column) => `found.${column}`).join(', ')}, found.responsibilityId`, ...values, limit, offset);
  const within = withinEach(db, rows.map((row) => row.path));
  const until = view.kind === 'away' ? awayUntil(db, view.day) : new Map<string, string>();
  const others = view.kind === 'double' ? inChargesOf(db, view, rows.map((row) => row.path)) : new Map<string, (Problem['person'] & object)[]>();
  return {
    total, offset,
    rows: rows.map((row) => ({
      ...nothing, id: row.responsibilityId, responsibilityId: row.responsibilityId, fromDay: row.fromDay, toDay: row.toDay, programmeId: row.programmeId,
      unit: { id: row.unitId, nameEn: row.unitEn, nameHi: row.unitHi, electors: row.electors, ...within.get(row.path)! },
      person: { id: row.personId, nameEn: row.personEn, nameHi: row.personHi },
      others: others.get(`${row.path} ${row.programmeId ?? ''}`) ?? [], awayUntil: until.get(row.personId) ?? null,
    })),
  };
}

/** Everybody in charge of each path and programme on the day. */
function inChargesOf(db: ReadDb, view: ProblemView, paths: readonly string[]): Map<string, { id: string; nameEn: string; nameHi: string | null }[]> {
  const now = runningIn(onDay(view));
  const rows = db.all<{ path: string; programmeId: string | null; id: string; nameEn: string; nameHi: string | null }>(
    `SELECT DISTINCT place.path, place.programmeId, person.id, person.nameEn, person.nameHi FROM chargePlace AS place JOIN person ON person.id = place.personId
     WHERE place.levelId = ? AND place.path IN (SELECT value FROM json_each(?)) AND place.kind = 'inCharge' AND ${now.sql} ORDER BY person.nameEn`, view.levelId, JSON.stringify(paths), ...now.values);
  const each = new Map<string, { id: string; nameEn: string; nameHi: string | null }[]>();
  for (const { path, programmeId, ...person } of rows) each.set(`${path} ${programmeId ?? ''}`, [...(each.get(`${path} ${programmeId ?? ''}`) ?? []), person]);
  return each;
}
