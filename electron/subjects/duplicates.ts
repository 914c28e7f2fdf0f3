// People who may be one: proposals with their reasons, side by side, merged and taken apart, or said to be two.
import { AppError } from '../../shared/errors.ts';
import type { DuplicateParty, MergeRow, PersonTies } from '../../shared/model/duplicate.ts';
import type { PersonDetail } from '../../shared/model/person.ts';
import { findDuplicates } from '../../shared/rules/people/findDuplicates.ts';
import type { PersonFacts } from '../../shared/rules/people/findDuplicates.ts';
import type { Calls, QueryContext } from '../calls.ts';
import { heldOn } from '../store/heldPost.ts';
import type { ReadDb } from '../store/sql.ts';
import { peopleInClass } from './group/filter.ts';
import { people } from './people.ts';
import { mergePeople, takeApart } from './people/mergePeople.ts';
import { onDay, personOf, selectPerson, standingPerson } from './people/personRows.ts';

/** Everybody as the rules need them, in one pass a table. */
function factsOf(db: ReadDb, today: string): PersonFacts[] {
  const grouped = <Value>(rows: [string, Value][]): Map<string, Value[]> => {
    const map = new Map<string, Value[]>();
    for (const [id, value] of rows) {
      const known = map.get(id);
      if (known) known.push(value);
      else map.set(id, [value]);
    }
    return map;
  };
  const phones = grouped(db.raw<[string, string]>('SELECT personId, number FROM personPhone'));
  const posts = grouped(db.raw<[string, string, string | null]>(
    `SELECT personId, COALESCE(postKindId, titleEn), unit.path FROM post LEFT JOIN unit ON unit.id = post.unitId WHERE ${heldOn('post')}`, today)
    .map(([id, kind, path]): [string, { kind: string; path: string | null }] => [id, { kind, path }]));
  const charges = grouped(db.raw<[string, string]>('SELECT DISTINCT personId, unit.path FROM responsibility JOIN unit ON unit.id = unitId WHERE fromDay <= ? AND toDay >= ?', today, today));
  return db.raw<[string, string, string | null]>('SELECT id, nameEn, nameHi FROM person WHERE mergedIntoId IS NULL ORDER BY id')
    .map(([id, nameEn, nameHi]) => ({ id, nameEn, nameHi, phones: phones.get(id) ?? [], posts: posts.get(id) ?? [], charges: charges.get(id) ?? [] }));
}

function tiesOf(db: ReadDb, id: string): PersonTies {
  const count = (table: string) => db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE personId = ?`, id)!.n;
  return { posts: count('post'), responsibilities: count('responsibility'), daysAway: count('dayAway'), targets: count('target'), meetings: count('meetingPerson'), tours: count('tour') };
}

const withTies = (context: QueryContext, id: string): PersonDetail & { ties: PersonTies } => ({ ...people['people.get'](context, { id }), ties: tiesOf(context.db, id) });

export const duplicates = {
  'duplicates.find': ({ db, today, progress }, { limit, group }) => {
    const dismissed = new Set(db.raw<[string, string]>('SELECT personId, otherId FROM notSamePerson').map(([a, b]) => `${a} ${b}`));
    const inside = group === null ? null : peopleInClass(group, today);
    const here = inside && new Set(db.raw<[string]>(inside.sql, ...inside.values).flat());
    // Everybody is compared with everybody: his double may stand elsewhere.
    const found = findDuplicates(factsOf(db, today), dismissed, (done, total) => progress('duplicates', done, total)).filter(({ aId, bId }) => here === null || here.has(aId) || here.has(bId));
    const shown = found.slice(0, limit);
    const ids = JSON.stringify([...new Set(shown.flatMap(({ aId, bId }) => [aId, bId]))]);
    const parties = new Map(db.all<DuplicateParty>(`${selectPerson()} WHERE person.id IN (SELECT value FROM json_each(?))`, ...onDay(today), ids)
      .map(({ id, nameEn, nameHi, titleEn, titleHi, unitNameEn, unitNameHi, phone }) => [id, { id, nameEn, nameHi, titleEn, titleHi, unitNameEn, unitNameHi, phone }]));
    return { total: found.length, pairs: shown.map(({ aId, bId, score, reasons }) => ({ a: parties.get(aId)!, b: parties.get(bId)!, score, reasons })) };
  },
  'duplicates.compare': (context, { aId, bId }) => ({ a: withTies(context, aId), b: withTies(context, bId) }),
  'duplicates.merge': (context, { keptId, goneId, fields }) => {
    const gone = personOf(context.db, goneId, context.today);
    const id = mergePeople(context, keptId, goneId, fields);
    context.summarise('duplicates.merge', { nameEn: fields.nameEn, nameHi: fields.nameHi, otherEn: gone.nameEn, otherHi: gone.nameHi });
    return { id };
  },
  'duplicates.takeApart': (context, { id }) => {
    const { back, stayed, keptId, goneId } = takeApart(context, id);
    const [kept, gone] = [personOf(context.db, keptId, context.today), personOf(context.db, goneId, context.today)];
    context.summarise('duplicates.takeApart', { nameEn: kept.nameEn, nameHi: kept.nameHi, otherEn: gone.nameEn, otherHi: gone.nameHi });
    return { back, stayed };
  },
  'duplicates.notSame': ({ db, summarise }, { aId, bId }) => {
    if (aId === bId) throw new AppError('duplicates.same');
    const [a, b] = [standingPerson(db, aId), standingPerson(db, bId)];
    const [personId, otherId] = aId < bId ? [aId, bId] : [bId, aId];
    db.run('INSERT INTO notSamePerson (personId, otherId) VALUES (?, ?) ON CONFLICT DO NOTHING', personId, otherId);
    summarise('duplicates.notSame', { nameEn: a.nameEn, nameHi: a.nameHi, otherEn: b.nameEn, otherHi: b.nameHi });
    return null;
  },
  'duplicates.merges': ({ db }, { offset, limit }) => ({
    total: db.get<{ n: number }>('SELECT COUNT(*) AS n FROM personMerge')!.n,
    offset,
    rows: db.all<MergeRow>(
      `SELECT personMerge.id, day, apartDay, keptId, kept.nameEn AS keptEn, kept.nameHi AS keptHi, gone.nameEn AS goneEn, gone.nameHi AS goneHi,
         (SELECT COUNT(*) FROM personMergeRow WHERE mergeId = personMerge.id) AS moved
       FROM personMerge JOIN person AS kept ON kept.id = keptId JOIN person AS gone ON gone.id = goneId ORDER BY day DESC, personMerge.id DESC LIMIT ? OFFSET ?`, limit, offset),
  }),
} satisfies Calls<'duplicates'>;
