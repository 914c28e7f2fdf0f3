// People in groups: the unit of a leader's post decides under which class he stands, and a unit that several classes share brings him under each.
import { pathKeyLength } from '../../../shared/rules/hierarchy.ts';
import { noneOf } from '../../../shared/rules/noClass.ts';
import type { ClassName, GroupFilter } from '../../../shared/model/group.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { GroupedPerson } from '../../../shared/model/person.ts';
import type { ReadDb } from '../../store/sql.ts';
import { classesOf, noClass } from '../group/classNames.ts';
import { deepestKeys } from '../group/filter.ts';
import type { Piece } from '../group/filter.ts';
import { inHeads } from '../group/heads.ts';
import type { Head } from '../group/heads.ts';
import { listOrder, peopleHere } from './here.ts';
import type { PeopleAsk } from './here.ts';
import { peopleOf } from './personRows.ts';

interface Question extends PeopleAsk {
  classificationId: string;
  folded: readonly string[];
  offset: number;
  limit: number;
}

type Line = [personId: string, whole: number];

/** The head of those who stand above all classes. */
const topKey = 'top:';
const columns = 'place.personId, place.veteran, place.ordinal, place.nameEn, place.nameHi';
/** People at the parts of classes: below whole ones, and at the very units that are shared. */
const atParts = `FROM classPart AS part CROSS JOIN personOrder AS place INDEXED BY personOrderByPlace
  ON place.path >= part.path AND place.path < part.path || CASE part.whole WHEN 1 THEN '{' ELSE '0' END`;
const isTop = `place.path IN (SELECT path FROM unit WHERE parentId IS NULL)`;
/** The same for a list of people: each looks upwards from his own place, which is far less than looking into every part. */
const partsAbove = `WITH depth(keys) AS (VALUES ${Array.from({ length: deepestKeys }, (_, at) => `(${at + 1})`).join(', ')}),
    few AS MATERIALIZED (SELECT place.* FROM json_each(?) AS found CROSS JOIN personOrder AS place ON place.personId = found.value)
  SELECT part.classId, ${columns}, part.whole FROM few AS place CROSS JOIN depth ON keys * ${pathKeyLength} <= length(place.path)
    CROSS JOIN classPart AS part ON part.classificationId = ? AND part.path = substr(place.path, 1, keys * ${pathKeyLength}) AND (part.whole = 1 OR part.path = place.path)
  UNION ALL SELECT ?, ${columns}, 1 FROM few AS place WHERE ${isTop}
  UNION ALL SELECT ?, ${columns}, 1 FROM few AS place WHERE place.path IS NULL`;

/** Heads over people found by words: some thousand at most, so all are fetched at once and not a head at a time. */
function headsOfFew(db: ReadDb, here: Piece, { classificationId, language }: Question, classes: readonly ClassName[]): Head<Line>[] {
  const ids = db.raw<[string]>(`SELECT person.id FROM person ${here.sql}`, ...here.values).flat();
  const lines = db.raw<[classId: string, ...Line]>(`SELECT classId, personId, whole FROM (${partsAbove}) ORDER BY ${listOrder(language)}`, JSON.stringify(ids), classificationId, topKey, noneOf(classificationId));
  const byClass = Map.groupBy(lines, ([classId]) => classId);
  return classes.map((of) => {
    const own = byClass.get(of.id) ?? [];
    return { class: of, count: own.length, page: (from, count) => own.slice(from, from + count).map(([, personId, whole]) => [personId, whole]) };
  });
}

function headsOf(db: ReadDb, today: string, question: Question): Head<Line>[] {
  const { classificationId, group, language } = question;
  const here = peopleHere(db, today, question);
  const narrowed: Piece = here.all ? { sql: '', values: [] } : { sql: `AND place.personId IN (SELECT person.id FROM person ${here.sql})`, values: here.values };
  const count = (people: Piece): number => db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM (${people.sql})`, ...people.values)?.n ?? 0;
  const head = (of: ClassName, people: Piece, n = count(people)): Head<Line> => ({
    class: of, count: n,
    page: (from, limit) => db.raw<Line>(`SELECT personId, whole FROM (${people.sql}) ORDER BY ${listOrder(language)} LIMIT ? OFFSET ?`, ...people.values, limit, from),
  });
  const one: GroupFilter | null = group?.classificationId === classificationId ? group : null;
  const inClass = (classId: string): Piece => ({ sql: `SELECT ${columns}, part.whole ${atParts} WHERE part.classId = ? ${narrowed.sql}`, values: [classId, ...narrowed.values] });
  const whole = (where: string): Piece => ({ sql: `SELECT ${columns}, 1 AS whole FROM personOrder AS place WHERE ${where} ${narrowed.sql}`, values: narrowed.values });
  if (one !== null) {
    // Narrowed to one of these classes already: whoever only answers for a unit there stands under it too.
    const name = [...classesOf(db, classificationId), noClass(classificationId)].find(({ id }) => id === one.classId);
    return name ? [head(name, whole('TRUE'))] : [];
  }
  const top = db.get<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM unit WHERE parentId IS NULL ORDER BY path LIMIT 1');
  const above: ClassName = { id: topKey, nameEn: top?.nameEn ?? '', nameHi: top?.nameHi ?? null, code: null, number: null };
  if (here.few) return headsOfFew(db, here, question, [above, ...classesOf(db, classificationId), noClass(classificationId)]);
  const counts = new Map(db.raw<[string, number]>(`SELECT part.classId, COUNT(*) ${atParts} WHERE part.classificationId = ? ${narrowed.sql} GROUP BY part.classId`, classificationId, ...narrowed.values));
  const none = inClass(noneOf(classificationId));
  const placeless = whole('place.path IS NULL');
  const nowhere: Piece = { sql: `${none.sql} UNION ALL ${placeless.sql}`, values: [...none.values, ...placeless.values] };
  return [
    head(above, whole(isTop)),
    ...classesOf(db, classificationId).map((of) => head(of, inClass(of.id), counts.get(of.id) ?? 0)),
    head(noClass(classificationId), nowhere, (counts.get(noneOf(classificationId)) ?? 0) + count(placeless)),
  ];
}

export function groupedPeople(db: ReadDb, today: string, question: Question): Page<GroupedPerson> {
  const { rows, ...page } = inHeads(headsOf(db, today, question), question);
  const ids = rows.flatMap((line) => (line.kind === 'line' ? [line.row[0]] : []));
  const found = new Map(peopleOf(db, ids, today).map((person) => [person.id, person]));
  return {
    ...page,
    rows: rows.flatMap((line): GroupedPerson[] => {
      if (line.kind === 'class') return [line];
      const [personId, whole] = line.row;
      const person = found.get(personId);
      return person ? [{ kind: 'person', key: `${line.classId} ${personId}`, person, whole: whole === 1 }] : [];
    }),
  };
}
