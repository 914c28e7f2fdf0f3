// Leaders: their records, the days they are away, and the units they answer for.
import type { Answering, DayAway, Gap, PersonRow, Responsibility } from '../../shared/model/person.ts';
import { AppError } from '../../shared/errors.ts';
import { subtreeRange } from '../../shared/rules/hierarchy.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../sample/insertRow.ts';
import { idsFound } from '../store/searchFind.ts';
import type { ReadDb, SqlValue } from '../store/sql.ts';
import { wantedWords } from './searchWords.ts';
import { unitOf } from './unitPlace.ts';

type StoredPerson = Omit<PersonRow, 'veteran'> & { veteran: number };
const asPerson = (row: StoredPerson): PersonRow => ({ ...row, veteran: row.veteran === 1 });

const personSelect = `SELECT person.id, person.nameEn, person.nameHi, person.titleEn, person.titleHi, person.unitId,
  unit.nameEn AS unitNameEn, unit.nameHi AS unitNameHi, person.phone, person.veteran,
  (SELECT COUNT(DISTINCT responsibility.unitId) FROM responsibility WHERE personId = person.id AND fromDay <= ? AND toDay >= ?) AS charges
  FROM person LEFT JOIN unit ON unit.id = person.unitId LEFT JOIN level ON level.id = unit.levelId`;

function personOf(db: ReadDb, id: string, today: string): PersonRow {
  const row = db.get<StoredPerson>(`${personSelect} WHERE person.id = ?`, today, today, id);
  if (!row) throw new AppError('people.gone');
  return asPerson(row);
}

type StoredAnswering = StoredPerson & Pick<Answering, 'responsibilityId' | 'fromDay' | 'toDay'>;

/** Everyone who answers for a unit on a day, once each, with the period that lasts longest. */
function responsibleFor(db: ReadDb, unitId: string, day: string): Answering[] {
  const rows = db.all<StoredAnswering>(
    `${personSelect.replace('FROM person', ', charge.id AS responsibilityId, charge.fromDay, charge.toDay FROM responsibility AS charge JOIN person ON person.id = charge.personId')}
     WHERE charge.unitId = ? AND charge.fromDay <= ? AND charge.toDay >= ? ORDER BY person.veteran, person.nameEn, charge.toDay DESC`,
    day, day, unitId, day, day);
  return rows.filter((row, at) => rows.findIndex((other) => other.id === row.id) === at).map((row) => ({ ...row, veteran: row.veteran === 1 }));
}

function checkPeriod(fromDay: string, toDay: string): void {
  if (toDay < fromDay) throw new AppError('dates.endBeforeStart', { fromDay, toDay });
}

export const people = {
  'people.list': ({ db, today }, { unitId, text, language, offset, limit }) => {
    const where: string[] = [];
    const values: SqlValue[] = [];
    if (unitId !== null) {
      const [from, to] = subtreeRange(unitOf(db, unitId).path);
      where.push(`(unit.path >= ? AND unit.path < ? OR person.id IN (SELECT personId FROM responsibility JOIN unit AS charge ON charge.id = responsibility.unitId WHERE charge.path >= ? AND charge.path < ?))`);
      values.push(from, to, from, to);
    }
    const words = wantedWords(text);
    if (words.length > 0) {
      where.push('person.id IN (SELECT value FROM json_each(?))');
      values.push(JSON.stringify(idsFound(db, words, 'person')));
    }
    const filter = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
    const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM person LEFT JOIN unit ON unit.id = person.unitId ${filter}`, ...values)?.n ?? 0;
    const name = language === 'hi' ? 'COALESCE(person.nameHi, person.nameEn)' : 'person.nameEn';
    const rows = db.all<StoredPerson>(
      `${personSelect} ${filter} ORDER BY person.veteran, COALESCE(level.ordinal, 0), ${name} COLLATE NOCASE LIMIT ? OFFSET ?`, today, today, ...values, limit, offset);
    return { total, offset, rows: rows.map(asPerson) };
  },
  'people.get': ({ db, today }, { id }) => ({
    ...personOf(db, id, today),
    daysAway: db.all<DayAway>('SELECT id, personId, fromDay, toDay, reason FROM dayAway WHERE personId = ? ORDER BY fromDay', id),
    responsibilities: db.all<Responsibility>(
      `SELECT responsibility.id, personId, unitId, unit.nameEn AS unitNameEn, unit.nameHi AS unitNameHi, unit.levelId AS unitLevelId, fromDay, toDay
       FROM responsibility JOIN unit ON unit.id = responsibility.unitId WHERE personId = ? ORDER BY fromDay, unit.path`, id),
  }),
  'people.ofUnit': ({ db, today }, { unitId }) => ({
    posts: db.all<StoredPerson>(`${personSelect} WHERE person.unitId = ? ORDER BY person.nameEn`, today, today, unitId).map(asPerson),
    responsible: responsibleFor(db, unitId, today),
  }),
  'people.gaps': ({ db, today }, { levelId, unitId }) => {
    const [from, to] = subtreeRange(unitId ? unitOf(db, unitId).path : '');
    return db.all<Gap>(
      `SELECT unit.id AS unitId, unit.levelId, unit.nameEn, unit.nameHi, parent.nameEn AS parentNameEn, parent.nameHi AS parentNameHi
       FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parentId
       WHERE unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL
       AND NOT EXISTS (SELECT 1 FROM responsibility WHERE unitId = unit.id AND fromDay <= ? AND toDay >= ?) ORDER BY unit.nameEn, unit.path LIMIT 500`,
      levelId, from, to, today, today);
  },
  'people.save': ({ db, newId, summarise }, { id, fields }) => {
    if (fields.unitId !== null) unitOf(db, fields.unitId);
    const row = { ...fields, veteran: fields.veteran ? 1 : 0 };
    summarise(id === null ? 'people.add' : 'people.save', { nameEn: fields.nameEn, nameHi: fields.nameHi });
    if (id === null) {
      const made = newId();
      insertRow(db, 'person', { id: made, ...row });
      return { id: made };
    }
    const changed = db.run(
      'UPDATE person SET nameEn = ?, nameHi = ?, titleEn = ?, titleHi = ?, unitId = ?, phone = ?, veteran = ? WHERE id = ?',
      row.nameEn, row.nameHi, row.titleEn, row.titleHi, row.unitId, row.phone, row.veteran, id);
    if (changed === 0) throw new AppError('people.gone');
    return { id };
  },
  'people.remove': ({ db, today, summarise }, { id }) => {
    const person = personOf(db, id, today);
    const tours = db.get<{ n: number }>('SELECT COUNT(*) AS n FROM tour WHERE personId = ?', id)?.n ?? 0;
    if (tours > 0) throw new AppError('people.hasTours', { tours });
    for (const table of ['target', 'targetVersion']) db.run(`UPDATE ${table} SET personId = NULL WHERE personId = ?`, id);
    for (const table of ['responsibility', 'dayAway', 'meetingPerson']) db.run(`DELETE FROM ${table} WHERE personId = ?`, id);
    db.run('DELETE FROM person WHERE id = ?', id);
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
  'people.assign': ({ db, today, newId, summarise }, { personId, unitIds, fromDay, toDay }) => {
    checkPeriod(fromDay, toDay);
    const person = personOf(db, personId, today);
    for (const unitId of unitIds) {
      unitOf(db, unitId);
      db.run('DELETE FROM responsibility WHERE personId = ? AND unitId = ? AND fromDay = ? AND toDay = ?', personId, unitId, fromDay, toDay);
      insertRow(db, 'responsibility', { id: newId(), personId, unitId, fromDay, toDay });
    }
    summarise('people.assign', { nameEn: person.nameEn, nameHi: person.nameHi, count: unitIds.length });
    return null;
  },
  'people.unassign': ({ db, summarise }, { id }) => {
    const row = db.get<{ nameEn: string; nameHi: string | null; unitEn: string; unitHi: string | null }>(
      `SELECT person.nameEn, person.nameHi, unit.nameEn AS unitEn, unit.nameHi AS unitHi FROM responsibility
       JOIN person ON person.id = responsibility.personId JOIN unit ON unit.id = responsibility.unitId WHERE responsibility.id = ?`, id);
    db.run('DELETE FROM responsibility WHERE id = ?', id);
    summarise('people.unassign', { ...row });
    return null;
  },
} satisfies Calls<'people'>;
