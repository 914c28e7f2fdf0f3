// What the search finds: names, other spellings, codes and telephone numbers of units, seats and people, kept in step with the rows.
import { createFolder, foldTokens, translations } from '../../shared/rules/fold.ts';
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

/** Seats stand between panchayats and booths, people behind all units. */
const seatWeight = 75;
const personWeight = 85;

const selects: Record<SearchKind, string> = {
  unit: `SELECT unit.id, level.ordinal AS weight, unit.path, unit.nameEn, unit.nameHi, unit.placeEn, unit.placeHi, unit.code
    FROM level CROSS JOIN unit ON unit.levelId = level.id`,
  constituency: `SELECT id, ${seatWeight} AS weight, '', nameEn, nameHi, NULL, NULL, CAST(number AS TEXT) FROM constituency`,
  // Every post somebody holds or held, and every number; whoever is merged into somebody is found as that one.
  person: `SELECT id, ${personWeight} AS weight, '', nameEn, nameHi, (SELECT group_concat(titleEn, ' ') FROM postTitled WHERE personId = person.id),
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

/** The folded words of one place, each with the nearest part it plays in a name. Kept for many places, emptied before each. */
class PlaceWords {
  readonly words: string[] = [];
  readonly parts: Part[] = [];
  readonly #fold = createFolder();

  put(word: string, as: Part): void {
    const known = this.words.indexOf(word);
    if (known < 0) {
      this.words.push(word);
      this.parts.push(as);
    } else if (as < this.parts[known]!) this.parts[known] = as;
  }

  #putName(name: string): void {
    const tokens = this.#fold(name);
    for (let at = 0; at < tokens.length; at++) {
      const as = tokens.length === 1 ? part.whole : at === 0 ? part.first : part.inside;
      this.put(tokens[at]!, as);
      const same = translations.get(tokens[at]!);
      if (same) for (const other of same) this.put(other, as);
    }
  }

  fill([, , , nameEn, nameHi, alsoEn, alsoHi, code]: Source, others: readonly (string | null)[]): void {
    this.words.length = 0;
    this.parts.length = 0;
    this.#putName(nameEn);
    if (nameHi !== null) this.#putName(nameHi);
    for (const other of others) if (other) this.#putName(other);
    if (alsoEn) for (const token of this.#fold(alsoEn)) this.put(token, part.other);
    if (alsoHi) for (const token of this.#fold(alsoHi)) this.put(token, part.other);
    if (code) for (const one of code.split('\n')) this.#putCode(one);
  }

  #putCode(code: string): void {
    const tokens = foldTokens(code);
    for (const token of tokens) this.put(token, tokens.length === 1 ? part.whole : part.other);
    const joined = tokens.join('');
    // A number is one however it is grouped: 98765 43210, +91 98765 43210.
    if (tokens.length > 1 && /^\d+$/.test(joined)) this.put(joined, part.whole);
    if (/^(?:91|0)\d{10}$/.test(joined)) this.put(joined.slice(-10), part.whole);
  }
}

const nothing: readonly string[] = [];
const rowsAtOnce = 4000;

/** Everything to be found of one level, the seats or the people, a few thousand at a time: strings of 2,20,000 rows at once would only keep the collector busy. */
function* sourcesOf(db: WriteDb, kind: SearchKind, weight: number): Generator<Source[]> {
  const levelIds = kind === 'unit' ? db.raw<[string]>('SELECT id FROM level WHERE ordinal = ? ORDER BY id', weight).map(([id]) => id) : [''];
  for (const levelId of levelIds) {
    if (kind !== 'unit') {
      yield db.raw<Source>(selects[kind]);
      continue;
    }
    for (let after = ''; ; ) {
      const rows = db.raw<Source>(`${selects.unit} WHERE level.id = ? AND unit.path > ? ORDER BY unit.path LIMIT ${rowsAtOnce}`, levelId, after);
      if (rows.length > 0) yield rows;
      if (rows.length < rowsAtOnce) break;
      after = rows.at(-1)![2];
    }
  }
}

/** The whole index from nothing. */
export function rebuildSearch(db: WriteDb, progress: StepProgress = unwatched): void {
  progress('search', 0, 1);
  for (const table of ['searchGroup', 'searchPlaces', 'searchWords', 'searchFresh']) db.run(`DELETE FROM ${table}`);
  const pages = new PageWriter();
  const others = new Map<string, (string | null)[]>();
  for (const [unitId, name] of [...db.raw<[string, string | null]>(otherNames('')), ...db.raw<[string, string | null]>(mergedNames('IS NOT NULL'))]) {
    const known = others.get(unitId);
    if (known) known.push(name);
    else others.set(unitId, [name]);
  }
  const words = new PlaceWords();
  let number = 0;
  const weights: [SearchKind, number][] = [...db.raw<[number]>('SELECT DISTINCT ordinal FROM level ORDER BY ordinal').map(([ordinal]): [SearchKind, number] => ['unit', ordinal]), ['constituency', seatWeight], ['person', personWeight]];
  for (const [kind, weight] of weights) {
    const groupNumber = number;
    let ids: string[] = [];
    let firstPath = '';
    const flush = (): void => {
      if (ids.length > 0) db.run('INSERT INTO searchPlaces (firstNumber, groupNumber, firstPath, ids) VALUES (?, ?, ?, ?)', number - ids.length, groupNumber, firstPath, ids.join('\n'));
      ids = [];
    };
    for (const sources of sourcesOf(db, kind, weight)) {
      for (const source of sources) {
        if (ids.length === 0) firstPath = source[2];
        ids.push(source[0]);
        words.fill(source, others.get(source[0]) ?? nothing);
        for (let at = 0; at < words.words.length; at++) pages.add(words.words[at]!, number, words.parts[at]!);
        number++;
        if (ids.length === placesPerPage) flush();
      }
    }
    flush();
    if (number > groupNumber) db.run('INSERT INTO searchGroup (firstNumber, endNumber, kind, weight) VALUES (?, ?, ?, ?)', groupNumber, number, kind, weight);
    // Pages begin at multiples, so that a place's page is known from its number.
    number = Math.ceil(number / placesPerPage) * placesPerPage;
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
  const place = new PlaceWords();
  for (const kind of kinds) {
    for (const id of ids.get(kind)!) {
      db.run('DELETE FROM searchFresh WHERE refId = ?', id);
      const source = db.raw<Source>(`${selects[kind]} ${kind === 'person' ? 'AND' : 'WHERE'} ${idColumn[kind]} = ?`, id)[0];
      if (!source) continue; // gone: a number without a row is passed over
      const named = kind === 'unit' ? db.raw<[string, string | null]>(otherNames('WHERE unitId = ?'), id, id, id, id)
        : kind === 'person' ? db.raw<[string, string | null]>(mergedNames('= ?'), id) : [];
      place.fill(source, named.map(([, name]) => name));
      const words = place.words.map((word, at) => `${place.parts[at]!}${word}`).join(' ');
      db.run('INSERT INTO searchFresh (refId, kind, weight, words) VALUES (?, ?, ?, ?)', id, kind, source[1], words);
    }
  }
}
