// Which people a list is about: at and below a unit, in a class, found by words; and their order.
import type { GroupFilter } from '../../../shared/model/group.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { heldOn } from '../../store/heldPost.ts';
import { idsFound } from '../../store/searchFind.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { peopleInClass } from '../group/filter.ts';
import type { Piece } from '../group/filter.ts';
import { wantedWords } from '../searchWords.ts';
import { unitOf } from '../unitPlace.ts';

export interface PeopleAsk {
  unitId: string | null;
  text: string;
  group: GroupFilter | null;
  language: 'en' | 'hi';
}

/** Conditions over `person`, with their WHERE; `all`: nothing is narrowed; `few`: found by words, some thousand at most. */
export function peopleHere(db: ReadDb, today: string, { unitId, text, group }: PeopleAsk): Piece & { all: boolean; few: boolean } {
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
  return { sql: `WHERE ${where.join(' AND ')}`, values, all: where.length === 1, few: words.length > 0 };
}

/** The highest posts first, then by name; over `personOrder`. */
export const listOrder = (language: 'en' | 'hi'): string => `veteran, ordinal, ${language === 'hi' ? 'nameHi' : 'nameEn'} COLLATE NOCASE, personId`;
