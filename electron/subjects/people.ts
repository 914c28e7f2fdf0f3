// Leaders: their records and numbers, the days they are away, and the units they answer for. What they are is in posts.ts.
import type { Answering, DayAway, Gap, Responsibility } from '../../shared/model/person.ts';
import { AppError } from '../../shared/errors.ts';
import { subtreeRange } from '../../shared/rules/hierarchy.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../sample/insertRow.ts';
import { idsFound } from '../store/searchFind.ts';
import type { ReadDb, SqlValue } from '../store/sql.ts';
import { heldOn } from '../store/heldPost.ts';
import { asPerson, holdersAt, onDay, personOf, postsOf, selectPerson } from './people/personRows.ts';
import type { StoredPerson } from './people/personRows.ts';
import { phonesOf, savePhones } from './people/phones.ts';
import { addPost } from './posts.ts';
import { wantedWords } from './searchWords.ts';
import { peopleInClass, unitsInClass } from './group/filter.ts';
import { unitOf } from './unitPlace.ts';

type StoredAnswering = StoredPerson & Pick<Answering, 'responsibilityId' | 'fromDay' | 'toDay'>;

/** Everyone who answers for a unit on a day, once each, with the period that lasts longest. */
function responsibleFor(db: ReadDb, unitId: string, day: string): Answering[] {
  const rows = db.all<StoredAnswering>(
    `${selectPerson({ more: ', charge.id AS responsibilityId, charge.fromDay, charge.toDay', from: 'responsibility AS charge JOIN person ON person.id = charge.personId' })}
     WHERE charge.unitId = ? AND charge.fromDay <= ? AND charge.toDay >= ? ORDER BY person.veteran, person.nameEn, charge.toDay DESC`,
    ...onDay(day), unitId, day, day);
  return rows.filter((row, at) => rows.findIndex((other) => other.id === row.id) === at).map((row) => ({ ...row, veteran: row.veteran === 1 }));
}

function checkPeriod(fromDay: string, toDay: string): void {
  if (toDay < fromDay) throw new AppError('dates.endBeforeStart', { fromDay, toDay });
}

export const people = {
  'people.list': ({ db, today }, { unitId, text, language, offset, limit, group }) => {
    const where = ['person.mergedIntoId IS NULL'];
    const values: SqlValue[] = [];
    if (unitId !== null) {
      const [from, to] = subtreeRange(unitOf(db, unitId).path);
      where.push(`person.id IN (
        SELECT post.personId FROM unit JOIN post ON post.unitId = unit.id WHERE unit.path >= ? AND unit.path < ? AND ${heldOn('post')}
        UNION SELECT personId FROM responsibility JOIN unit AS charge ON charge.id = responsibility.unitId WHERE charge.path >= ? AND charge.path < ?)`);
      values.push(from, to, today, from, to);
    }
    if (group !== null) {
      const inside = peopleInClass(group, today);
      where.push(`person.id IN (${inside.sql})`);
      values.push(...inside.values);
    }
    const words = wantedWords(text);
    if (words.length > 0) {
      where.push('person.id IN (SELECT value FROM json_each(?))');
      values.push(JSON.stringify(idsFound(db, words, 'person')));
    }
    const filter = `WHERE ${where.join(' AND ')}`;
    const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM person ${filter}`, ...values)?.n ?? 0;
    const order = `veteran, ordinal, ${language === 'hi' ? 'nameHi' : 'nameEn'} COLLATE NOCASE, personId`;
    const ids = db.raw<[string]>(`SELECT personId FROM personOrder ${where.length > 1 ? `WHERE personId IN (SELECT person.id FROM person ${filter})` : ''} ORDER BY ${order} LIMIT ? OFFSET ?`, ...values, limit, offset).flat();
    const found = new Map(db.all<StoredPerson>(`${selectPerson()} WHERE person.id IN (SELECT value FROM json_each(?))`, ...onDay(today), JSON.stringify(ids)).map((row) => [row.id, row]));
    const rows = ids.map((id) => found.get(id)!);
    return { total, offset, rows: rows.map(asPerson) };
  },
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
  'people.gaps': ({ db, today }, { levelId, unitId, group }) => {
    const [from, to] = subtreeRange(unitId ? unitOf(db, unitId).path : '');
    const inside = group === null ? null : unitsInClass(group.classId, levelId, [from, to]);
    return db.all<Gap>(
      `SELECT unit.id AS unitId, unit.levelId, unit.nameEn, unit.nameHi, parent.nameEn AS parentNameEn, parent.nameHi AS parentNameHi
       FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parentId
       WHERE unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL ${inside ? `AND unit.id IN (SELECT id FROM (${inside.sql}))` : ''}
       AND NOT EXISTS (SELECT 1 FROM responsibility WHERE unitId = unit.id AND fromDay <= ? AND toDay >= ?) ORDER BY unit.nameEn, unit.path LIMIT 500`,
      levelId, from, to, ...(inside?.values ?? []), today, today);
  },
  'people.save': (context, { id, fields, post, ends }) => {
    const { db, newId, summarise } = context;
    const { nameEn, nameHi } = fields;
    const veteran = fields.veteran ? 1 : 0;
    summarise(id === null ? 'people.add' : 'people.save', { nameEn, nameHi });
    const made = id ?? newId();
    if (id === null) insertRow(db, 'person', { id: made, nameEn, nameHi, veteran });
    else if (db.run('UPDATE person SET nameEn = ?, nameHi = ?, veteran = ? WHERE id = ?', nameEn, nameHi, veteran, id) === 0) throw new AppError('people.gone');
    savePhones(db, made, fields.phones);
    if (post) addPost(context, made, post, ends);
    return { id: made };
  },
  'people.remove': ({ db, today, summarise }, { id }) => {
    const person = personOf(db, id, today);
    const tours = db.get<{ n: number }>('SELECT COUNT(*) AS n FROM tour WHERE personId = ?', id)?.n ?? 0;
    if (tours > 0) throw new AppError('people.hasTours', { tours });
    for (const table of ['target', 'targetVersion']) db.run(`UPDATE ${table} SET personId = NULL WHERE personId = ?`, id);
    for (const table of ['responsibility', 'dayAway', 'meetingPerson', 'post', 'personPhone']) db.run(`DELETE FROM ${table} WHERE personId = ?`, id);
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
  'people.addAway': ({ db, today, newId, summarise }, { personId, fromDay, toDay, reason }) => {
    checkPeriod(fromDay, toDay);
    const person = personOf(db, personId, today);
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
