// Real pairs of spellings, and how often one of them, typed, finds the place that is stored under the other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rebuildSearch } from '../../electron/store/searchKeys.ts';
import type { WriteDb } from '../../electron/store/sql.ts';
import { searchEverything } from '../../electron/subjects/unitSearch.ts';

/** A place with all spellings it is known by; the first is the one of the sample. */
export interface SpelledPlace {
  level: string;
  within: string;
  spellings: string[];
}

export interface Pair {
  kind: string;
  level: string;
  within: string;
  one: string;
  other: string;
}

/** The project's own file; no cell has a comma. */
export function namePairs(): Pair[] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, '../../test/rules/names/pairs.csv'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [kind = '', level = '', within = '', one = '', other = ''] = line.split(',');
    return { kind, level, within, one, other };
  });
}

export function spelledPlaces(): SpelledPlace[] {
  const places = new Map<string, SpelledPlace>();
  for (const { level, within, one, other } of namePairs()) {
    const key = `${level} ${within} ${one}`;
    const place = places.get(key) ?? { level, within, spellings: [one] };
    if (!place.spellings.includes(other)) place.spellings.push(other);
    places.set(key, place);
  }
  return [...places.values()];
}

const isSeat = (level: string): boolean => level === 'assembly' || level === 'lokSabha';
const script = (text: string): string => (/\p{Script=Devanagari}/u.test(text) ? 'Hindi' : 'English');

/** Finds the places in the sample and leaves every record of it with its English name alone. */
export function placesOfSample(db: WriteDb): Map<SpelledPlace, string> {
  const ids = new Map<SpelledPlace, string>();
  for (const place of spelledPlaces()) {
    const { level, within, spellings } = place;
    const row = isSeat(level)
      ? db.get<{ id: string }>('SELECT id FROM constituency WHERE kind = ? AND nameEn IN (SELECT value FROM json_each(?))', level, JSON.stringify(spellings))
      : db.get<{ id: string }>(
        `SELECT unit.id FROM unit JOIN unit AS parent ON parent.id = unit.parentId LEFT JOIN unitAlias ON unitAlias.unitId = parent.id
         WHERE unit.levelId = ? AND unit.nameEn IN (SELECT value FROM json_each(?)) AND (? = '' OR ? IN (parent.nameEn, unitAlias.name)) LIMIT 1`,
        level, JSON.stringify(spellings), within, within);
    if (row) ids.set(place, row.id);
  }
  db.run('DELETE FROM unitAlias');
  db.run('UPDATE unit SET nameHi = NULL, placeEn = NULL, placeHi = NULL');
  db.run('UPDATE constituency SET nameHi = NULL');
  return ids;
}

/** Puts the places into another state, all below its first district. */
export function plantPlaces(db: WriteDb): Map<SpelledPlace, string> {
  const ids = new Map<SpelledPlace, string>();
  const parent = db.get<{ id: string; path: string }>(`SELECT id, path FROM unit WHERE levelId = 'district' ORDER BY path LIMIT 1`)!;
  for (const [at, place] of spelledPlaces().entries()) {
    const id = `planted-${at}`;
    if (isSeat(place.level)) db.run('INSERT INTO constituency (id, kind, number, nameEn, reservation) VALUES (?, ?, ?, ?, ?)', id, place.level, 9000 + at, place.spellings[0]!, 'GEN');
    else db.run('INSERT INTO unit (id, parentId, levelId, path, nameEn) VALUES (?, ?, ?, ?, ?)', id, parent.id, place.level, `${parent.path}z${at.toString(36).padStart(3, '0')}`, place.spellings[0]!);
    ids.set(place, id);
  }
  return ids;
}

export interface Hits {
  pairs: number;
  /** The place itself first; among the first five. */
  at1: number;
  at5: number;
  /** It or a namesake first: a name alone doesn't tell the block from the panchayat it is named after. */
  named1: number;
}
export interface Measured extends Hits {
  what: string;
  baselines: { like: Hits; equal: Hits };
  missed: string[];
}

const noHits = (): Hits => ({ pairs: 0, at1: 0, at5: 0, named1: 0 });

function count(hits: Hits, found: readonly { id: string; nameEn: string }[], id: string, { spellings }: SpelledPlace): boolean {
  hits.pairs += 1;
  if (found[0]?.id === id) hits.at1 += 1;
  if (found[0] && spellings.some((name) => name.toLowerCase() === found[0]!.nameEn.toLowerCase())) hits.named1 += 1;
  const isHit = found.slice(0, 5).some((hit) => hit.id === id);
  if (isHit) hits.at5 += 1;
  return isHit;
}

/** Every spelling stored once, all others typed. Lines by class of pair, `all` last. `baseline` is left out where it takes long. */
export function measureSearch(db: WriteDb, ids: ReadonlyMap<SpelledPlace, string>, { baseline }: { baseline: boolean }): Measured[] {
  const measured = new Map<string, Measured>();
  const lineOf = (what: string): Measured => {
    const line = measured.get(what) ?? { what, ...noHits(), baselines: { like: noHits(), equal: noHits() }, missed: [] };
    measured.set(what, line);
    return line;
  };
  const rounds = Math.max(...[...ids.keys()].map(({ spellings }) => spellings.length));
  for (let round = 0; round < rounds; round++) {
    for (const [place, id] of ids) db.run(`UPDATE ${isSeat(place.level) ? 'constituency' : 'unit'} SET nameEn = ? WHERE id = ?`, place.spellings[round] ?? place.spellings[0]!, id);
    rebuildSearch(db);
    const all = baseline
      ? db.all<{ id: string; nameEn: string }>('SELECT unit.id, unit.nameEn FROM unit JOIN level ON level.id = unit.levelId UNION ALL SELECT id, nameEn FROM constituency').map((row) => ({ ...row, plain: row.nameEn.toLowerCase() }))
      : [];
    for (const [place, id] of ids) {
      const stored = place.spellings[round];
      if (stored === undefined) continue;
      for (const typed of place.spellings) {
        if (typed === stored) continue;
        const found = searchEverything(db, '2022-04-14', { text: typed, limit: 5, kinds: ['unit', 'constituency'], scopeId: null });
        const plain = typed.toLowerCase();
        for (const line of [lineOf(`${place.level}: ${script(typed)} typed, ${script(stored)} stored`), lineOf('all')]) {
          if (!count(line, found, id, place)) line.missed.push(`${typed} → ${stored} (${found.map((hit) => hit.nameEn).slice(0, 3).join(', ')})`);
          if (!baseline) continue;
          count(line.baselines.like, all.filter((row) => row.plain.includes(plain)).slice(0, 5), id, place);
          count(line.baselines.equal, all.filter((row) => row.plain === plain).slice(0, 5), id, place);
        }
      }
    }
  }
  return [...measured.values()].sort((a, b) => Number(a.what === 'all') - Number(b.what === 'all') || (a.what < b.what ? -1 : 1));
}
