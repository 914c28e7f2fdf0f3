// Two records of one person become one: whatever points at the one gone is moved over and written down, so that it can go back at any time.
import { AppError } from '../../../shared/errors.ts';
import type { PersonFields, PersonPhone } from '../../../shared/model/person.ts';
import type { CommandContext } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import { marks } from '../../store/sql.ts';
import type { ReadDb, SqlValue, WriteDb } from '../../store/sql.ts';
import { personOf, standingPerson } from './personRows.ts';
import { phonesOf, savePhones } from './phones.ts';

type Row = Record<string, SqlValue>;

interface Reference {
  table: string;
  column: string;
  keys: string[];
  columns: string[];
}

/** Belongs to the person as such, and is chosen field by field instead of being moved. */
const own = new Set(['person', 'personPhone', 'notSamePerson']);

/** Every column of the file that points at a person: also those of tables that later versions add. */
export function referencesToPeople(db: ReadDb): Reference[] {
  const found = db.all<{ table: string; column: string }>(
    `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table' AND f."table" = 'person' ORDER BY 1, 2`);
  return found.filter(({ table }) => !own.has(table)).map((reference) => {
    const info = db.all<{ name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)', reference.table);
    return { ...reference, columns: info.map(({ name }) => name), keys: info.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk).map(({ name }) => name) };
  });
}

const whereKeys = (keys: readonly string[]) => keys.map((key) => `"${key}" = ?`).join(' AND ');

/** A row of the person kept that says the same already. */
function alreadyThere(db: ReadDb, { table, column, keys, columns }: Reference, row: Row, keptId: string): boolean {
  if (keys.includes(column)) return db.get(`SELECT 1 FROM "${table}" WHERE ${whereKeys(keys)}`, ...keys.map((key) => (key === column ? keptId : row[key] ?? null))) !== undefined;
  if (keys.length !== 1 || keys[0] !== 'id') return false;
  // Days and orders of a post that one of the two leaves open say nothing against the other.
  const open = table === 'post' ? new Set(['fromDay', 'toDay', 'orderBy', 'orderDay']) : new Set<string>();
  const same = columns.filter((name) => name !== 'id' && name !== column);
  const equal = same.map((name) => (open.has(name) ? `("${name}" IS ? OR COALESCE("${name}", '') = '' OR COALESCE(?, '') = '')` : `"${name}" IS ?`));
  const values = same.flatMap((name) => (open.has(name) ? [row[name] ?? null, row[name] ?? null] : [row[name] ?? null]));
  return db.get(`SELECT 1 FROM "${table}" WHERE "${column}" = ? AND ${equal.join(' AND ')}`, keptId, ...values) !== undefined;
}

type Kept = Pick<PersonFields, 'nameEn' | 'nameHi' | 'veteran'> & { phones: PersonPhone[] };

function fieldsOf(db: ReadDb, id: string, today: string): Kept {
  const { nameEn, nameHi, veteran } = personOf(db, id, today);
  return { nameEn, nameHi, veteran, phones: phonesOf(db, id) };
}

function writeFields(db: WriteDb, id: string, { nameEn, nameHi, veteran, phones }: Kept): void {
  db.run('UPDATE person SET nameEn = ?, nameHi = ?, veteran = ? WHERE id = ?', nameEn, nameHi, veteran ? 1 : 0, id);
  savePhones(db, id, phones);
}

/** Throws `people.gone`, `duplicates.same`. Gives the merge's id. */
export function mergePeople({ db, today, newId }: Pick<CommandContext, 'db' | 'today' | 'newId'>, keptId: string, goneId: string, fields: PersonFields): string {
  if (keptId === goneId) throw new AppError('duplicates.same');
  standingPerson(db, keptId);
  standingPerson(db, goneId);
  const id = newId();
  const before = fieldsOf(db, keptId, today);
  insertRow(db, 'personMerge', { id, keptId, goneId, day: today, fieldsBefore: JSON.stringify(before), fieldsAfter: JSON.stringify(fields), apartDay: null });
  let ordinal = 0;
  for (const reference of referencesToPeople(db)) {
    const { table, column, keys } = reference;
    for (const row of db.all<Row>(`SELECT * FROM "${table}" WHERE "${column}" = ?`, goneId)) {
      const key = keys.map((name) => (name === column ? goneId : row[name] ?? null));
      const isDouble = alreadyThere(db, reference, row, keptId);
      if (isDouble) db.run(`DELETE FROM "${table}" WHERE ${whereKeys(keys)}`, ...key);
      else db.run(`UPDATE "${table}" SET "${column}" = ? WHERE ${whereKeys(keys)}`, keptId, ...key);
      const after = keys.map((name) => (name === column ? keptId : row[name] ?? null));
      insertRow(db, 'personMergeRow', { mergeId: id, ordinal: ordinal++, tableName: table, columnName: column, rowKey: JSON.stringify(after), wholeRow: isDouble ? JSON.stringify(row) : null });
    }
  }
  writeFields(db, keptId, fields);
  db.run('UPDATE person SET mergedIntoId = ? WHERE id = ?', keptId, goneId);
  return id;
}

/** True when everything the row points at is still in the file. */
function hasParents(db: ReadDb, table: string, row: Row): boolean {
  return db.all<{ parent: string; from: string; to: string }>('SELECT "table" AS parent, "from", "to" FROM pragma_foreign_key_list(?)', table)
    .every(({ parent, from, to }) => row[from] === null || row[from] === undefined || db.get(`SELECT 1 FROM "${parent}" WHERE "${to}" = ?`, row[from]) !== undefined);
}

/** Throws `duplicates.noMerge`, `duplicates.apartAlready`, `duplicates.mergedOn` {nameEn, nameHi}. */
export function takeApart({ db, today }: Pick<CommandContext, 'db' | 'today'>, id: string): { back: number; stayed: number; keptId: string; goneId: string } {
  const merge = db.get<{ keptId: string; goneId: string; fieldsBefore: string; fieldsAfter: string; apartDay: string | null }>('SELECT * FROM personMerge WHERE id = ?', id);
  if (!merge) throw new AppError('duplicates.noMerge');
  if (merge.apartDay !== null) throw new AppError('duplicates.apartAlready');
  const { keptId, goneId } = merge;
  const into = db.get<{ nameEn: string; nameHi: string | null }>('SELECT other.nameEn, other.nameHi FROM person JOIN person AS other ON other.id = person.mergedIntoId WHERE person.id = ?', keptId);
  if (into) throw new AppError('duplicates.mergedOn', { ...into });
  const references = new Map(referencesToPeople(db).map((reference) => [`${reference.table} ${reference.column}`, reference]));
  let back = 0;
  const rows = db.all<{ tableName: string; columnName: string; rowKey: string; wholeRow: string | null }>('SELECT tableName, columnName, rowKey, wholeRow FROM personMergeRow WHERE mergeId = ? ORDER BY ordinal DESC', id);
  for (const { tableName, columnName, rowKey, wholeRow } of rows) {
    const reference = references.get(`${tableName} ${columnName}`);
    if (!reference) continue;
    const { keys, column } = reference;
    if (wholeRow !== null) {
      const row = JSON.parse(wholeRow) as Row;
      const gone = db.get(`SELECT 1 FROM "${tableName}" WHERE ${whereKeys(keys)}`, ...keys.map((key) => row[key] ?? null)) === undefined;
      if (!gone || !hasParents(db, tableName, row)) continue;
      const names = Object.keys(row);
      back += db.run(`INSERT INTO "${tableName}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${marks(names.length)})`, ...Object.values(row));
    } else {
      back += db.run(`UPDATE "${tableName}" SET "${column}" = ? WHERE ${whereKeys(keys)} AND "${column}" = ?`, goneId, ...(JSON.parse(rowKey) as SqlValue[]), keptId);
    }
  }
  // What was changed after the merge stays as it was changed.
  const [was, became, now] = [JSON.parse(merge.fieldsBefore) as Kept, JSON.parse(merge.fieldsAfter) as Kept, fieldsOf(db, keptId, today)];
  const choose = <Key extends keyof Kept>(key: Key): Kept[Key] => (JSON.stringify(now[key]) === JSON.stringify(became[key]) ? was[key] : now[key]);
  writeFields(db, keptId, { nameEn: choose('nameEn'), nameHi: choose('nameHi'), veteran: choose('veteran'), phones: choose('phones') });
  db.run('UPDATE person SET mergedIntoId = NULL WHERE id = ?', goneId);
  db.run('UPDATE personMerge SET apartDay = ? WHERE id = ?', today, id);
  return { back, stayed: rows.length - back, keptId, goneId };
}
