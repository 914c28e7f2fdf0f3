// What is wrong with the responsibilities on a day: every kind as one statement over the places, so that lists, counts and maps agree.
import type { Problem } from '../../../shared/model/charge.ts';
import type { Page } from '../../../shared/model/common.ts';
import { addDays } from '../../../shared/dates.ts';
import type { ReadDb } from '../../store/sql.ts';
import { boardRows, countBoard } from './board.ts';
import { inClass, onDay, placesIn, rangeOf, runningIn, withinEach } from './view.ts';
import type { Condition, ProblemAsk } from './view.ts';
import { countVacant, vacantPage } from './vacantPosts.ts';

const sameProgramme = (other: string) => `(${other}.programmeId IS NULL OR ${other}.programmeId IS place.programmeId)`;

/** Places in the scope whose last day lies in a span, for the programme; over `place`. */
function ending(db: ReadDb, view: ProblemAsk, fromDay: string, toDay: string): Condition {
  const [from, to] = rangeOf(db, view.unitId);
  const forProgramme = view.programmeId === null ? '' : 'AND (place.programmeId IS NULL OR place.programmeId = ?)';
  const inside = inClass(db, view, 'place.unitId');
  return {
    sql: `place.levelId = ? AND place.toDay >= ? AND place.toDay <= ? AND place.path >= ? AND place.path < ? ${forProgramme} ${inside.sql}`,
    values: [view.levelId, fromDay, toDay, from, to, ...(view.programmeId === null ? [] : [view.programmeId]), ...inside.values],
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
export function placesOf(db: ReadDb, view: ProblemAsk): Condition & { order: string } {
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
    case 'double': {
      const several = `SELECT place.path FROM chargePlace AS place INDEXED BY chargePlaceByPath WHERE ${running.sql} AND place.kind = 'inCharge' GROUP BY place.path HAVING COUNT(*) > 1`;
      return {
        sql: `SELECT place.* FROM (${several}) AS several CROSS JOIN chargePlace AS place WHERE place.levelId = ? AND place.path = several.path AND ${now.sql} AND place.kind = 'inCharge'
          GROUP BY place.path, place.programmeId HAVING COUNT(DISTINCT place.personId) > 1`,
        values: [...running.values, view.levelId, ...now.values], order: 'path',
      };
    }
    case 'away': {
      const away = JSON.stringify([...awayUntil(db, view.day)].map(([personId, last]) => ({ personId, last })));
      return {
        sql: `SELECT place.* FROM json_each(?) AS gone CROSS JOIN chargePlace AS place INDEXED BY chargePlaceByPerson
          WHERE place.personId = gone.value ->> 'personId' AND ${running.sql} AND place.toDay <= gone.value ->> 'last'`,
        values: [away, ...running.values], order: 'path',
      };
    }
    default: {
      const ids = JSON.stringify(overloadedHere(db, view).map((person) => person.personId));
      return {
        sql: `SELECT place.* FROM json_each(?) AS many CROSS JOIN chargePlace AS place INDEXED BY chargePlaceByPerson WHERE place.personId = many.value AND ${running.sql}`,
        values: [ids, ...running.values], order: 'path',
      };
    }
  }
}

interface Overloaded {
  personId: string;
  units: number;
  electors: number;
}

/** Persons with too many units or electors at the level on the day, wherever their units are, who have something in the scope; most first. */
function overloadedHere(db: ReadDb, view: ProblemAsk): Overloaded[] {
  const now = runningIn(onDay(view));
  const places = placesIn(db, onDay(view));
  const everywhere = view.unitId === null && view.group === null;
  const here = everywhere ? '' : `WHERE EXISTS (SELECT 1 FROM chargePlace AS place WHERE place.personId = many.personId AND ${places.sql})`;
  return db.all<Overloaded>(
    `SELECT * FROM (SELECT personId, COUNT(*) AS units, SUM(electors) AS electors FROM (
       SELECT place.personId, MAX(place.electors) AS electors FROM chargePlace AS place INDEXED BY chargePlaceByPerson WHERE place.levelId = ? AND ${now.sql} GROUP BY place.personId, place.path)
     GROUP BY personId HAVING COUNT(*) > ? OR SUM(electors) > ?) AS many ${here} ORDER BY units DESC, electors DESC, personId`,
    view.levelId, ...now.values, view.mostUnits, view.mostElectors ?? Number.MAX_SAFE_INTEGER, ...(everywhere ? [] : places.values));
}

export function countProblems(db: ReadDb, view: ProblemAsk): number {
  if (view.kind === 'vacant') return countVacant(db, view);
  if (view.kind === 'nobody') return countBoard(db, { ...onDay(view), only: 'free', personId: null });
  if (view.kind === 'tooMany') return overloadedHere(db, view).length;
  const { sql, values } = placesOf(db, view);
  return db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM (${sql})`, ...values)?.n ?? 0;
}

/** How many units a kind of problem lies in, by the first `length` characters of their paths; not of `nobody`, whose map is that of the units nobody has. */
export function problemPlaces(db: ReadDb, view: ProblemAsk, length: number): [path: string, units: number][] {
  if (view.kind === 'vacant' || view.kind === 'nobody') return [];
  const { sql, values } = placesOf(db, view);
  return db.raw<[string, number]>(`SELECT substr(path, 1, ?) AS at, COUNT(*) FROM (SELECT DISTINCT path FROM (${sql})) GROUP BY at`, length, ...values);
}

const nothing = { unit: null, person: null, others: [], responsibilityId: null, fromDay: null, toDay: null, programmeId: null, units: 0, electors: 0, awayUntil: null };

interface PlaceRow {
  responsibilityId: string; path: string; unitId: string; personId: string; programmeId: string | null; fromDay: string; toDay: string; electors: number;
  unitEn: string; unitHi: string | null; personEn: string; personHi: string | null;
}

function personPage(db: ReadDb, view: ProblemAsk, offset: number, limit: number): Page<Problem> {
  const all = overloadedHere(db, view);
  const shown = all.slice(offset, offset + limit);
  const names = new Map(db.all<{ id: string; nameEn: string; nameHi: string | null }>(
    'SELECT id, nameEn, nameHi FROM person WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(shown.map((person) => person.personId))).map((person) => [person.id, person]));
  return { total: all.length, offset, rows: shown.map(({ personId, units, electors }) => ({ ...nothing, id: personId, person: names.get(personId)!, units, electors })) };
}

export function problemPage(db: ReadDb, view: ProblemAsk, offset: number, limit: number): Page<Problem> {
  if (view.kind === 'tooMany') return personPage(db, view, offset, limit);
  if (view.kind === 'vacant') {
    const { total, rows } = vacantPage(db, view, offset, limit);
    return { total, offset, rows: rows.map((row) => ({ ...nothing, ...row })) };
  }
  const total = countProblems(db, view);
  if (view.kind === 'nobody') {
    const rows = boardRows(db, { ...onDay(view), only: 'free', personId: null }, offset, limit);
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
function inChargesOf(db: ReadDb, view: ProblemAsk, paths: readonly string[]): Map<string, { id: string; nameEn: string; nameHi: string | null }[]> {
  const now = runningIn(onDay(view));
  const rows = db.all<{ path: string; programmeId: string | null; id: string; nameEn: string; nameHi: string | null }>(
    `SELECT DISTINCT place.path, place.programmeId, person.id, person.nameEn, person.nameHi FROM chargePlace AS place JOIN person ON person.id = place.personId
     WHERE place.levelId = ? AND place.path IN (SELECT value FROM json_each(?)) AND place.kind = 'inCharge' AND ${now.sql} ORDER BY person.nameEn`, view.levelId, JSON.stringify(paths), ...now.values);
  const each = new Map<string, { id: string; nameEn: string; nameHi: string | null }[]>();
  for (const { path, programmeId, ...person } of rows) each.set(`${path} ${programmeId ?? ''}`, [...(each.get(`${path} ${programmeId ?? ''}`) ?? []), person]);
  return each;
}
