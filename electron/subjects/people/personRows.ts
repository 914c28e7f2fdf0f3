// Reads people as lists and panels show them: with the post held on the day, its unit, the first phone, and how much they answer for.
import { AppError } from '../../../shared/errors.ts';
import type { PersonRow } from '../../../shared/model/person.ts';
import type { Post } from '../../../shared/model/post.ts';
import type { ReadDb } from '../../store/sql.ts';
import { firstPhone, heldOn, joinHeld, titleColumns } from '../../store/heldPost.ts';

export type StoredPerson = Omit<PersonRow, 'veteran'> & { veteran: number };
export const asPerson = (row: StoredPerson): PersonRow => ({ ...row, veteran: row.veteran === 1 });

const columnsWith = (titles: string): string => `person.id, person.nameEn, person.nameHi, ${titles}, held.unitId,
  unit.nameEn AS unitNameEn, unit.nameHi AS unitNameHi, ${firstPhone} AS phone, person.veteran,
  (SELECT COUNT(DISTINCT responsibility.unitId) FROM responsibility WHERE personId = person.id AND fromDay <= ? AND toDay >= ?) AS charges`;
const columns = columnsWith(titleColumns);

/** `more`: further columns, `from`: the table that leads to person (both behind the day's parameters). */
export function selectPerson({ more = '', from = 'person' }: { more?: string; from?: string } = {}): string {
  return `SELECT ${columns}${more} FROM ${from} ${joinHeld} LEFT JOIN unit ON unit.id = held.unitId LEFT JOIN level ON level.id = unit.levelId`;
}

/** The parameters `selectPerson` begins with. */
export const onDay = (day: string): [string, string, string] => [day, day, day];

/** Throws `people.gone`. */
export function personOf(db: ReadDb, id: string, today: string): PersonRow {
  const row = db.get<StoredPerson>(`${selectPerson()} WHERE person.id = ?`, ...onDay(today), id);
  if (!row) throw new AppError('people.gone');
  return asPerson(row);
}

/** For acts: nothing is given to a record that was merged into another, nor changed in it. Throws `people.gone`. */
export function standingPerson(db: ReadDb, id: string): { nameEn: string; nameHi: string | null } {
  const person = db.get<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM person WHERE id = ? AND mergedIntoId IS NULL', id);
  if (!person) throw new AppError('people.gone');
  return person;
}

/** People by their ids, in that order; whoever is no longer there is left out. */
export function peopleOf(db: ReadDb, ids: readonly string[], day: string): PersonRow[] {
  const found = new Map(db.all<StoredPerson>(`${selectPerson()} WHERE person.id IN (SELECT value FROM json_each(?))`, ...onDay(day), JSON.stringify(ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => { const row = found.get(id); return row ? [asPerson(row)] : []; });
}

/** Whoever holds a post at the unit on the day, with the title of that post, the highest first. */
export function holdersAt(db: ReadDb, unitId: string, day: string): PersonRow[] {
  return db.all<StoredPerson>(
    `SELECT ${columnsWith('held.titleEn, held.titleHi')} FROM postTitled AS held JOIN person ON person.id = held.personId JOIN unit ON unit.id = held.unitId
     WHERE held.unitId = ? AND ${heldOn('held')} ORDER BY held.rank, held.fromDay, person.nameEn, person.id`,
    day, day, unitId, day).map(asPerson);
}

const postColumns = `postTitled.id, personId, postKindId, postTitled.titleEn, postTitled.titleHi, unitId, fromDay, toDay, orderBy, orderDay, rank,
  unit.nameEn AS unitNameEn, unit.nameHi AS unitNameHi, unit.levelId AS unitLevelId`;

/** All posts of a person: held on the day first, then those to come, then those that are over. */
export function postsOf(db: ReadDb, personId: string, day: string): Post[] {
  return db.all<Post>(
    `SELECT ${postColumns} FROM postTitled LEFT JOIN unit ON unit.id = postTitled.unitId WHERE personId = ?
     ORDER BY CASE WHEN COALESCE(toDay, '9999') < ? THEN 2 WHEN COALESCE(fromDay, '') > ? THEN 1 ELSE 0 END,
       CASE WHEN toDay < ? THEN toDay END DESC, rank, fromDay, postTitled.id`, personId, day, day, day);
}

/** Throws `posts.gone`. */
export function postOf(db: ReadDb, id: string): Post & { nameEn: string; nameHi: string | null } {
  const post = db.get<Post & { nameEn: string; nameHi: string | null }>(
    `SELECT ${postColumns}, person.nameEn, person.nameHi FROM postTitled JOIN person ON person.id = personId LEFT JOIN unit ON unit.id = unitId WHERE postTitled.id = ?`, id);
  if (!post) throw new AppError('posts.gone');
  return post;
}
