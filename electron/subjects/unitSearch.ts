// Search as you type over units, seats and people, in either script and any spelling the folded keys bring together.
import type { SearchHit } from '../../shared/model/unit.ts';
import { foldKey, foldPrefix } from '../../shared/rules/fold.ts';
import type { ReadDb } from '../store/sql.ts';
import { crumbsOf, withinOf } from './unitPlace.ts';

interface Candidate {
  kind: SearchHit['kind'];
  refId: string;
  weight: number;
}

/** How many hits of the index are looked at by name before the best are shown. */
const lookedAt = 200;

interface Found extends Candidate {
  seatKind?: 'assembly' | 'lokSabha';
  seatNumber?: number;
  nameEn: string;
  nameHi: string | null;
  code: string | null;
  levelId: string | null;
  path: string;
  /** Of a person: title and unit. */
  postEn: string | null;
  postHi: string | null;
}

const sqlFor: Record<SearchHit['kind'], string> = {
  unit: 'SELECT nameEn, nameHi, code, levelId, path, NULL AS postEn, NULL AS postHi FROM unit WHERE id = ?',
  constituency: `SELECT nameEn, nameHi, CAST(number AS TEXT) AS code, NULL AS levelId, '' AS path, NULL AS postEn, NULL AS postHi, kind AS seatKind, number AS seatNumber FROM constituency WHERE id = ?`,
  person: `SELECT person.nameEn, person.nameHi, phone AS code, NULL AS levelId, '' AS path, titleEn || COALESCE(', ' || unit.nameEn, '') AS postEn,
    COALESCE(NULLIF(titleHi, ''), titleEn) || COALESCE(', ' || COALESCE(unit.nameHi, unit.nameEn), '') AS postHi
    FROM person LEFT JOIN unit ON unit.id = person.unitId WHERE person.id = ?`,
};

/** Small letters, and of the spellings that Hindi leaves to the writer one: राँची is रांची, ज़िला is जिला. */
const plainName = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ँ', 'ं').replaceAll('़', '');

/** How much a word that begins so, but stands inside the name, is further away than the name's own beginning. */
const insideName = 0.4;
/** So many steps of the levels (tens) weigh as much as one step of distance: East Singhbhum before the panchayat Singho for `singh`. */
const levelWeight = 40;

/** 0 for the name or code as typed, 1 for its beginning, 2 for a folded equal, 3 for a folded beginning, 4 for anything else. */
function distance(found: Found, typed: string, folded: string): number {
  const names = [plainName(found.nameEn), plainName(found.nameHi ?? '')];
  if (names.includes(typed) || found.code?.toLowerCase() === typed) return 0;
  if (names.some((name) => name.startsWith(typed))) return 1;
  if (names.some((name) => name.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => word.startsWith(typed)))) return 1 + insideName;
  const keys = [foldKey(found.nameEn), found.nameHi ? foldKey(found.nameHi) : ''];
  if (keys.includes(folded)) return 2;
  if (keys.some((key) => key.startsWith(folded))) return 3;
  return keys.some((key) => key.includes(` ${folded}`)) ? 3 + insideName : 4;
}

/** Less is better: the name as typed first of all, then near and high up together. */
const rankOf = (far: number, weight: number): number => (far === 0 ? 0 : far + weight / levelWeight);

/** What tells a hit from its namesakes. */
function around(db: ReadDb, found: Found): { withinEn: string; withinHi: string } {
  if (found.kind === 'person') return { withinEn: found.postEn ?? '', withinHi: found.postHi ?? '' };
  return withinOf(found.kind === 'unit' ? crumbsOf(db, found.path) : []);
}

export function searchEverything(db: ReadDb, { text, limit, kinds }: { text: string; limit: number; kinds: SearchHit['kind'][] }): SearchHit[] {
  const typed = plainName(text.trim());
  const words = foldPrefix(text.trim().toLowerCase()).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const match = words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' AND ');
  const candidates = db.all<Candidate>(
    `SELECT kind, refId, weight FROM searchText JOIN searchKey ON searchKey.id = searchText.rowid
     WHERE searchText MATCH ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY weight, length(searchKey.keys) LIMIT ?`,
    match, JSON.stringify(kinds), lookedAt,
  );
  const folded = foldKey(text);
  return candidates
    .flatMap((candidate) => {
      const found = db.get<Omit<Found, keyof Candidate>>(sqlFor[candidate.kind], candidate.refId);
      return found ? [{ ...candidate, ...found }] : [];
    })
    .map((found) => ({ found, rank: rankOf(distance(found, typed, folded), found.weight) }))
    .sort((a, b) => a.rank - b.rank || a.found.weight - b.found.weight || a.found.nameEn.length - b.found.nameEn.length)
    .slice(0, limit)
    .map(({ found }) => ({
      kind: found.kind, id: found.refId, levelId: found.levelId, nameEn: found.nameEn, nameHi: found.nameHi, ...around(db, found),
      seat: found.seatKind && found.seatNumber ? { kind: found.seatKind, number: found.seatNumber } : null,
    }));
}
