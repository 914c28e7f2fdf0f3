// Leaders: their records and numbers, the days they are away, and the units they answer for. What they are is in posts.ts.
import type { Answering, DayAway, Responsibility } from '../../shared/model/person.ts';
import { AppError } from '../../shared/errors.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import type { ReadDb } from '../store/sql.ts';
import { groupedPeople } from './people/grouped.ts';
import { listOrder, peopleHere } from './people/here.ts';
import { holdersAt, onDay, peopleOf, personOf, postsOf, selectPerson, standingPerson } from './people/personRows.ts';
import type { StoredPerson } from './people/personRows.ts';
import { phonesOf, savePhones } from './people/phones.ts';
import { addPost } from './posts.ts';

type StoredAnswering = StoredPerson & Pick<Answering, 'responsibilityId' | 'kind' | 'fromDay' | 'toDay'>;

/** Everyone who answers for a unit on a day, those in charge first, once each, with the period that lasts longest. */
function responsibleFor(db: ReadDb, unitId: string, day: string): Answering[] {
  const rows = db.all<StoredAnswering>(
    `${selectPerson({ more: ', charge.id AS responsibilityId, charge.kind, charge.fromDay, charge.toDay', from: 'responsibility AS charge JOIN person ON person.id = charge.personId' })}
     WHERE charge.unitId = ? AND charge.fromDay <= ? AND charge.toDay >= ? ORDER BY charge.kind = 'coInCharge', person.veteran, person.nameEn, charge.toDay DESC`,
    ...onDay(day), unitId, day, day);
  return rows.filter((row, at) => rows.findIndex((other) => other.id === row.id) === at).map((row) => ({ ...row, veteran: row.veteran === 1 }));
}

function checkPeriod(fromDay: string, toDay: string): void {
  if (toDay < fromDay) throw new AppError('dates.endBeforeStart', { fromDay, toDay });
}

export const people = {
  'people.list': ({ db, today }, { offset, limit, ...ask }) => {
    const here = peopleHere(db, today, ask);
    const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM person ${here.sql}`, ...here.values)?.n ?? 0;
    const ids = db.raw<[string]>(`SELECT personId FROM personOrder ${here.all ? '' : `WHERE personId IN (SELECT person.id FROM person ${here.sql})`} ORDER BY ${listOrder(ask.language)} LIMIT ? OFFSET ?`, ...(here.all ? [] : here.values), limit, offset).flat();
    return { total, offset, rows: peopleOf(db, ids, today) };
  },
  'people.grouped': ({ db, today }, ask) => groupedPeople(db, today, ask),
  'people.get': ({ db, today }, { id }) => ({
    ...personOf(db, id, today),
    phones: phonesOf(db, id),
    posts: postsOf(db, id, today),
    daysAway: db.all<DayAway>('SELECT id, personId, fromDay, toDay, reason FROM dayAway WHERE personId = ? ORDER BY fromDay', id),
    responsibilities: db.all<Responsibility>(
      `SELECT responsibility.id, personId, unitId, unit.nameEn AS unitNameEn, unit.nameHi AS unitNameHi, unit.levelId AS unitLevelId, fromDay, toDay, kind, programmeId, orderBy, orderDay
       FROM responsibility JOIN unit ON unit.id = responsibility.unitId WHERE personId = ? ORDER BY fromDay, unit.path`, id),
  }),
  'people.ofUnit': ({ db, today }, { unitId }) => ({
    posts: holdersAt(db, unitId, today),
    responsible: responsibleFor(db, unitId, today),
  }),
  'people.save': (context, { id, fields, post, ends }) => {
    const { db, newId, summarise } = context;
    const { nameEn, nameHi } = fields;
    const veteran = fields.veteran ? 1 : 0;
    if (id !== null) standingPerson(db, id);
    summarise(id === null ? 'people.add' : 'people.save', { nameEn, nameHi });
    const made = id ?? newId();
    if (id === null) insertRow(db, 'person', { id: made, nameEn, nameHi, veteran });
    else db.run('UPDATE person SET nameEn = ?, nameHi = ?, veteran = ? WHERE id = ?', nameEn, nameHi, veteran, id);
    savePhones(db, made, fields.phones);
    if (post) addPost(context, made, post, ends);
    return { id: made };
  },
  'people.remove': ({ db, summarise }, { id }) => {
    const person = standingPerson(db, id);
    const count = (sql: string): number => db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${sql}`, id)!.n;
    const tours = count('tour WHERE personId = ?') + count('tourLeader WHERE personId = ?');
    if (tours > 0) throw new AppError('people.hasTours', { tours });
    const kept = count('visit WHERE personId = ?') + count('promise WHERE personId = ?');
    if (kept > 0) throw new AppError('people.hasVisits', { count: kept });
    db.run('UPDATE tourStop SET personId = NULL WHERE personId = ?', id);
    for (const table of ['target', 'targetVersion', 'targetRevision', 'programme']) db.run(`UPDATE ${table} SET personId = NULL WHERE personId = ?`, id);
    for (const table of ['responsibility', 'dayAway', 'busyTime', 'busySource', 'meetingPerson', 'post', 'personPhone']) db.run(`DELETE FROM ${table} WHERE personId = ?`, id);
    // Records merged into this one are the same person and go along.
    const all = JSON.stringify(db.raw<[string]>('WITH RECURSIVE one (id) AS (SELECT ? UNION SELECT person.id FROM one JOIN person ON person.mergedIntoId = one.id) SELECT id FROM one', id).flat());
    db.run('DELETE FROM personPhone WHERE personId IN (SELECT value FROM json_each(?))', all);
    db.run('DELETE FROM notSamePerson WHERE personId IN (SELECT value FROM json_each(?)) OR otherId IN (SELECT value FROM json_each(?))', all, all);
    db.run('DELETE FROM personMergeRow WHERE mergeId IN (SELECT id FROM personMerge WHERE keptId IN (SELECT value FROM json_each(?)))', all);
    db.run('DELETE FROM personMerge WHERE keptId IN (SELECT value FROM json_each(?))', all);
    for (const one of (JSON.parse(all) as string[]).toReversed()) db.run('DELETE FROM person WHERE id = ?', one);
    summarise('people.remove', { nameEn: person.nameEn, nameHi: person.nameHi });
    return null;
  },
  'people.addAway': ({ db, newId, summarise }, { personId, fromDay, toDay, reason }) => {
    checkPeriod(fromDay, toDay);
    const person = standingPerson(db, personId);
    const id = newId();
    insertRow(db, 'dayAway', { id, personId, fromDay, toDay, reason });
    summarise('people.addAway', { nameEn: person.nameEn, nameHi: person.nameHi, fromDay, toDay });
    return { id };
  },
  'people.removeAway': ({ db, summarise }, { id }) => {
    const away = db.get<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM dayAway JOIN person ON person.id = dayAway.personId WHERE dayAway.id = ?', id);
    db.run('DELETE FROM dayAway WHERE id = ?', id);
    summarise('people.removeAway', { ...away });
    return null;
  },
} satisfies Calls<'people'>;
