// People in groups: the unit of a leader's post decides under which class he stands, and a unit that several classes share brings him under each.
import { noneOf } from '../../../shared/rules/noClass.ts';
import type { ClassName, GroupFilter } from '../../../shared/model/group.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { GroupedPerson } from '../../../shared/model/person.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { classesOf, noClass } from '../group/classNames.ts';
import type { Piece } from '../group/filter.ts';
import { listOrder, peopleHere } from './here.ts';
import type { PeopleAsk } from './here.ts';
import { peopleOf } from './personRows.ts';

interface Question extends PeopleAsk {
  classificationId: string;
  folded: readonly string[];
  offset: number;
  limit: number;
}

/** Under a head: `personId, whole` and the columns of the order. */
interface Head {
  class: ClassName;
  count: number;
  people: Piece;
}

/** The head of those who stand above all classes. */
const topKey = 'top:';
const columns = 'place.personId, place.veteran, place.ordinal, place.nameEn, place.nameHi';
/** People at the parts of classes: below whole ones, and at the very units that are shared. */
const atParts = `FROM classPart AS part CROSS JOIN personOrder AS place INDEXED BY personOrderByPlace
  ON place.path >= part.path AND place.path < part.path || CASE part.whole WHEN 1 THEN '{' ELSE '0' END`;
const isTop = `place.path IN (SELECT path FROM unit WHERE parentId IS NULL)`;

function headsOf(db: ReadDb, today: string, question: Question): Head[] {
  const { classificationId, group } = question;
  const here = peopleHere(db, today, question);
  const narrowed: Piece = here.all ? { sql: '', values: [] } : { sql: `AND place.personId IN (SELECT person.id FROM person ${here.sql})`, values: here.values };
  const count = (people: Piece): number => db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM (${people.sql})`, ...people.values)?.n ?? 0;
  const head = (of: ClassName, people: Piece, n = count(people)): Head => ({ class: of, people, count: n });
  const one: GroupFilter | null = group?.classificationId === classificationId ? group : null;
  const counts = new Map(db.raw<[string, number]>(`SELECT part.classId, COUNT(*) ${atParts} WHERE part.classificationId = ? ${narrowed.sql} GROUP BY part.classId`, classificationId, ...narrowed.values));
  const inClass = (classId: string): Piece => ({ sql: `SELECT ${columns}, part.whole ${atParts} WHERE part.classId = ? ${narrowed.sql}`, values: [classId, ...narrowed.values] });
  const whole = (where: string): Piece => ({ sql: `SELECT ${columns}, 1 AS whole FROM personOrder AS place WHERE ${where} ${narrowed.sql}`, values: narrowed.values });
  if (one !== null) {
    // Narrowed to one of these classes already: whoever only answers for a unit there stands under it too.
    const name = [...classesOf(db, classificationId), noClass(classificationId)].find(({ id }) => id === one.classId);
    return name ? [head(name, whole('TRUE'))] : [];
  }
  const top = db.get<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM unit WHERE parentId IS NULL ORDER BY path LIMIT 1');
  const none = inClass(noneOf(classificationId));
  const placeless = whole('place.path IS NULL');
  const nowhere: Piece = { sql: `${none.sql} UNION ALL ${placeless.sql}`, values: [...none.values, ...placeless.values] };
  return [
    head({ id: topKey, nameEn: top?.nameEn ?? '', nameHi: top?.nameHi ?? null, code: null, number: null }, whole(isTop)),
    ...classesOf(db, classificationId).map((of) => head(of, inClass(of.id), counts.get(of.id) ?? 0)),
    head(noClass(classificationId), nowhere, (counts.get(noneOf(classificationId)) ?? 0) + count(placeless)),
  ];
}

export function groupedPeople(db: ReadDb, today: string, question: Question): Page<GroupedPerson> {
  const { offset, limit, folded, language } = question;
  const rows: GroupedPerson[] = [];
  let line = 0;
  for (const { class: of, count, people } of headsOf(db, today, question)) {
    if (count === 0) continue;
    const { id, nameEn, nameHi, code, number } = of;
    if (line >= offset && line < offset + limit) rows.push({ kind: 'class', key: id, class: { id, nameEn, nameHi, code, number }, count });
    line += 1;
    if (folded.includes(id)) continue;
    const from = Math.max(0, offset - line);
    const to = Math.min(count, offset + limit - line);
    line += count;
    if (to <= from) continue;
    const page = db.raw<[personId: string, whole: number]>(`SELECT personId, whole FROM (${people.sql}) ORDER BY ${listOrder(language)} LIMIT ? OFFSET ?`, ...(people.values as SqlValue[]), to - from, from);
    const found = new Map(peopleOf(db, page.map(([personId]) => personId), today).map((person) => [person.id, person]));
    for (const [personId, part] of page) {
      const person = found.get(personId);
      if (person) rows.push({ kind: 'person', key: `${id} ${personId}`, person, whole: part === 1 });
    }
  }
  return { total: line, offset, rows };
}
