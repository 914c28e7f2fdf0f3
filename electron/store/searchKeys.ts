// What the search finds: names, other spellings, codes and telephone numbers of units, seats and people, kept in step with the rows.
import { createFolder } from '../../shared/rules/fold.ts';
import { touched } from './rowChange.ts';
import type { Changes } from './rowChange.ts';
import { PageWriter, part, placesPerPage } from './searchPages.ts';
import type { Part } from './searchPages.ts';
import type { WriteDb } from './sql.ts';
import { unwatched } from './stepProgress.ts';
import type { StepProgress } from './stepProgress.ts';

export type SearchKind = 'unit' | 'constituency' | 'person';

/** id, weight, path, two names, two more texts, code. */
type Source = [id: string, weight: number, path: string, nameEn: string, nameHi: string | null, alsoEn: string | null, alsoHi: string | null, code: string | null];

const selects: Record<SearchKind, string> = {
  unit: `SELECT unit.id, level.ordinal AS weight, unit.path, unit.nameEn, unit.nameHi, unit.placeEn, unit.placeHi, unit.code
    FROM level CROSS JOIN unit ON unit.levelId = level.id`,
  constituency: `SELECT id, 75 AS weight, '', nameEn, nameHi, NULL, NULL, CAST(number AS TEXT) FROM constituency`,
  // Every post somebody holds or held, and every number; whoever is merged into somebody is found as that one.
  person: `SELECT id, 85 AS weight, '', nameEn, nameHi, (SELECT group_concat(titleEn, ' ') FROM postTitled WHERE personId = person.id),
    (SELECT group_concat(titleHi, ' ') FROM postTitled WHERE personId = person.id),
    (SELECT group_concat(number, char(10)) FROM personPhone WHERE personId = person.id) FROM person WHERE mergedIntoId IS NULL`,
};
/** Names of those who turned out to be the same person, also of those merged into them before. */
const mergedNames = (where: string): string => `WITH RECURSIVE merged (keptId, id) AS (
    SELECT mergedIntoId, id FROM person WHERE mergedIntoId ${where}
    UNION ALL SELECT merged.keptId, person.id FROM merged JOIN person ON person.mergedIntoId = merged.id)
  SELECT keptId, nameEn FROM merged JOIN person USING (id) UNION ALL SELECT keptId, nameHi FROM merged JOIN person USING (id)`;
/** What units are found by besides: other spellings, and what they were called before a reorganisation. */
const otherNames = (where: string): string =>
  ['SELECT unitId, name FROM unitAlias', 'SELECT unitId, nameEn FROM unitVersion', 'SELECT unitId, nameHi FROM unitVersion', 'SELECT unitId, code FROM unitVersion']
    .map((select) => `${select} ${where}`).join(' UNION ALL ');
const idColumn: Record<SearchKind, string> = { unit: 'unit.id', constituency: 'id', person: 'id' };
const kinds: readonly SearchKind[] = ['unit', 'constituency', 'person'];

/** Tables whose rows can change what is found. */
export const searched: readonly string[] = [...kinds, 'unitAlias', 'unitVersion', 'level', 'post', 'postKind', 'personPhone'];

/** So many places may have changed before the pages are written anew; each of them is looked at with every key. */
const mostFresh = 800;

/** The folded words of one place, each with the nearest part it plays in a name. */
function wordsOf(source: Source, others: readonly (string | null)[], fold: (text: string) => readonly string[]): Map<string, Part> {
  const [, , , nameEn, nameHi, alsoEn, alsoHi, code] = source;
  const words = new Map<string, Part>();
  const put = (word: string, as: Part): void => {
    const known = words.get(word);
    if (known === undefined || as < known) words.set(word, as);
  };
  const putName = (name: string): void => {
    const tokens = fold(name);
    for (let at = 0; at < tokens.length; at++) put(tokens[at]!, tokens.length === 1 ? part.whole : at === 0 ? part.first : part.inside);
  };
  putName(nameEn);
  if (nameHi !== null) putName(nameHi);
  for (const other of others) if (other) putName(other);
  for (const also of [alsoEn, alsoHi]) if (also) for (const token of fold(also)) put(token, part.other);
  for (const one of code?.split('\n') ?? []) {
    const tokens = fold(one);
    for (const token of tokens) put(token, tokens.length === 1 ? part.whole : part.other);
    // A number is one however it is grouped: 98765 43210, +91 98765 43210.
    if (tokens.length > 1 && /^[\d\s+()-]+$/.test(one)) put(tokens.join(''), part.whole);
    const digits = tokens.join('');
    if (/^(?:91|0)\d{10}$/.test(digits)) put(digits.slice(-10), part.whole);
  }
  return words;
}

/** The whole index from nothing. */
export function rebuildSearch(db: WriteDb, progress: StepProgress = unwatched): void {
  progress('search', 0, 1);
  for (const table of ['searchGroup', 'searchPlaces', 'searchWords', 'searchFresh']) db.run(`DELETE FROM ${table}`);
  const fold = createFolder();
  const pages = new PageWriter();
  const others = new Map<string, (string | null)[]>();
  for (const [unitId, name] of [...db.raw<[string, string | null]>(otherNames('')), ...db.raw<[string, string | null]>(mergedNames('IS NOT NULL'))]) {
    const known = others.get(unitId);
    if (known) known.push(name);
    else others.set(unitId, [name]);
  }
  let number = 0;
  for (const kind of kinds) {
    const groups = Map.groupBy(db.raw<Source>(`${selects[kind]} ${kind === 'unit' ? 'ORDER BY level.ordinal, level.id, unit.path' : ''}`), (source) => source[1]);
    for (const [weight, sources] of groups) {
      const groupNumber = number;
      for (let begin = 0; begin < sources.length; begin += placesPerPage) {
        const page = sources.slice(begin, begin + placesPerPage);
        db.run('INSERT INTO searchPlaces (firstNumber, groupNumber, firstPath, ids) VALUES (?, ?, ?, ?)', number, groupNumber, page[0]![2], page.map(([id]) => id).join('\n'));
        for (const source of page) {
          for (const [word, as] of wordsOf(source, others.get(source[0]) ?? [], fold)) pages.add(word, number, as);
          number++;
        }
      }
      // Pages begin at multiples, so that a place's page is known from its number.
      number = Math.ceil(number / placesPerPage) * placesPerPage;
      db.run('INSERT INTO searchGroup (firstNumber, endNumber, kind, weight) VALUES (?, ?, ?, ?)', groupNumber, groupNumber + sources.length, kind, weight);
    }
  }
  pages.write(db);
}

/** What of a row matters to what it is found by: a move or a new count doesn't. */
const indexed: Record<SearchKind, readonly string[]> = {
  unit: ['levelId', 'nameEn', 'nameHi', 'placeEn', 'placeHi', 'code'],
  constituency: ['number', 'nameEn', 'nameHi'],
  person: ['nameEn', 'nameHi', 'mergedIntoId'],
};

/** People whose posts, numbers or merges changed. */
function peopleTouched(db: WriteDb, changes: Changes): string[] {
  const atMost = mostFresh;
  const renamed = [...touched(changes, 'postKind', 'id', { atMost })].flatMap((id) => db.raw<[string]>('SELECT DISTINCT personId FROM post WHERE postKindId = ?', id).flat());
  return [...touched(changes, 'person', 'mergedIntoId', { atMost }), ...['post', 'personPhone'].flatMap((table) => [...touched(changes, table, 'personId', { atMost })]), ...renamed];
}

/** Brings the index up to what changed: a few places beside the pages, many by writing the pages anew. */
export function refreshSearch(db: WriteDb, changes: Changes, progress: StepProgress = unwatched): void {
  const ids = new Map(kinds.map((kind) => [kind, touched(changes, kind, 'id', { atMost: mostFresh, by: indexed[kind] })]));
  for (const table of ['unitAlias', 'unitVersion']) for (const id of touched(changes, table, 'unitId', { atMost: mostFresh })) ids.get('unit')!.add(id);
  for (const id of peopleTouched(db, changes)) ids.get('person')!.add(id);
  const count = [...ids.values()].reduce((sum, { size }) => sum + size, 0);
  const fresh = db.get<{ n: number }>('SELECT COUNT(*) AS n FROM searchFresh')?.n ?? 0;
  if (count + fresh > mostFresh || changes.tables.has('level')) {
    rebuildSearch(db, progress);
    return;
  }
  const fold = createFolder();
  for (const kind of kinds) {
    for (const id of ids.get(kind)!) {
      db.run('DELETE FROM searchFresh WHERE refId = ?', id);
      const source = db.raw<Source>(`${selects[kind]} ${kind === 'person' ? 'AND' : 'WHERE'} ${idColumn[kind]} = ?`, id)[0];
      if (!source) continue; // gone: a number without a row is passed over
      const named = kind === 'unit' ? db.raw<[string, string | null]>(otherNames('WHERE unitId = ?'), id, id, id, id)
        : kind === 'person' ? db.raw<[string, string | null]>(mergedNames('= ?'), id) : [];
      const others = named.map(([, name]) => name);
      const words = [...wordsOf(source, others, fold)].map(([word, as]) => `${as}${word}`).join(' ');
      db.run('INSERT INTO searchFresh (refId, kind, weight, words) VALUES (?, ?, ?, ?)', id, kind, source[1], words);
    }
  }
}
