// Search as you type over units, seats and people, in either script and any spelling the folded keys bring together.
import type { SearchHit } from '../../shared/model/unit.ts';
import { foldKey } from '../../shared/rules/fold.ts';
import { subtreeRange } from '../../shared/rules/hierarchy.ts';
import { firstPhone, heldTitleEn, heldTitleHi, joinHeld } from '../store/heldPost.ts';
import { findPlaces } from '../store/searchFind.ts';
import type { FoundPlace } from '../store/searchFind.ts';
import type { ReadDb } from '../store/sql.ts';
import { looserReadings, otherReadings, wantedWords } from './searchWords.ts';
import type { Reading } from './searchWords.ts';
import { crumbsOf, withinOf } from './unitPlace.ts';

interface Row {
  nameEn: string;
  nameHi: string | null;
  nameHiProposed: 0 | 1;
  code: string | null;
  levelId: string | null;
  path: string;
  /** Of a person: title and unit. */
  postEn: string | null;
  postHi: string | null;
  seatKind?: 'assembly' | 'lokSabha';
  seatNumber?: number;
}
type Found = FoundPlace & Row;

const sqlFor: Record<SearchHit['kind'], string> = {
  unit: 'SELECT nameEn, nameHi, nameHiProposed, code, levelId, path, NULL AS postEn, NULL AS postHi FROM unit WHERE id = ?',
  constituency: `SELECT nameEn, nameHi, 0 AS nameHiProposed, CAST(number AS TEXT) AS code, NULL AS levelId, '' AS path, NULL AS postEn, NULL AS postHi, kind AS seatKind, number AS seatNumber FROM constituency WHERE id = ?`,
  person: `SELECT person.nameEn, person.nameHi, 0 AS nameHiProposed, ${firstPhone} AS code, NULL AS levelId, '' AS path, ${heldTitleEn} || COALESCE(', ' || unit.nameEn, '') AS postEn,
    COALESCE(NULLIF(${heldTitleHi}, ''), ${heldTitleEn}) || COALESCE(', ' || COALESCE(unit.nameHi, unit.nameEn), '') AS postHi
    FROM person ${joinHeld} LEFT JOIN unit ON unit.id = held.unitId WHERE person.id = ? AND person.mergedIntoId IS NULL`,
};

/** Small letters, and of the spellings that Hindi leaves to the writer one: राँची is रांची, ज़िला is जिला. */
const plainName = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ँ', 'ं').replaceAll('़', '');

/** How much a word that begins so, but stands inside the name, is further away than the name's own beginning. */
const insideName = 0.4;
/** So many steps of the levels (tens) weigh as much as one step of distance: East Singhbhum before the panchayat Singho for `singh`. */
const levelWeight = 40;
/** What lies in the scope is nearer by so much. */
const scopeBonus = 0.6;
/** Of what is found by other words, spellings or slips, so many steps of `far` weigh as one of distance. */
const farSteps = 8;
/** With fewer hits than these other ways of writing are tried too. */
const enough = 5;
/** At least so many of every level are looked at by name. */
const leastLookedAt = 16;

/** 0 for the name or code as typed, 1 for its beginning, 2 for a folded equal, 3 for a folded beginning, 4 for anything else. */
function distance(found: Found, typed: string, folded: string): number {
  const names = [plainName(found.nameEn), plainName(found.nameHi ?? '')];
  if (names.includes(typed) || found.code?.toLowerCase() === typed) return 0;
  if (names.some((name) => name.startsWith(typed))) return 1;
  if (names.some((name) => name.includes(typed) && name.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => word.startsWith(typed)))) return 1 + insideName;
  const keys = [foldKey(found.nameEn), found.nameHi ? foldKey(found.nameHi) : ''];
  if (keys.includes(folded)) return 2;
  if (keys.some((key) => key.startsWith(folded))) return 3;
  return keys.some((key) => key.includes(` ${folded}`)) ? 3 + insideName : 4 + found.far / farSteps;
}

/** What tells a hit from its namesakes. */
function around(db: ReadDb, found: Found): { withinEn: string; withinHi: string } {
  if (found.kind === 'person') return { withinEn: found.postEn ?? '', withinHi: found.postHi ?? '' };
  return withinOf(found.kind === 'unit' ? crumbsOf(db, found.path) : []);
}

/** `today`: the day whose posts tell people apart. */
export function searchEverything(
  db: ReadDb, today: string, { text, limit, kinds, scopeId }: { text: string; limit: number; kinds: SearchHit['kind'][]; scopeId: string | null },
): SearchHit[] {
  const typed = plainName(text.trim());
  const words = wantedWords(text);
  if (words.length === 0) return [];
  const scopePath = scopeId === null ? null : (db.get<{ path: string }>('SELECT path FROM unit WHERE id = ? AND parentId IS NOT NULL', scopeId)?.path ?? null);
  const how = { kinds, most: Math.max(leastLookedAt, limit), scope: scopePath === null ? null : subtreeRange(scopePath) };
  const places = new Map<string, FoundPlace>();
  const read = (reading: Reading): void => {
    for (const place of findPlaces(db, reading, how)) if (!places.has(place.id)) places.set(place.id, place);
  };
  read(words.map((word) => [word]));
  if (places.size < enough) for (const reading of otherReadings(db, text)) read(reading);
  if (places.size === 0) {
    for (const reading of looserReadings(db, text)) {
      read(reading);
      if (places.size > 0) break;
    }
  }
  const folded = foldKey(text);
  return [...places.values()]
    .flatMap((place): Found[] => {
      const row = db.get<Row>(sqlFor[place.kind], ...(place.kind === 'person' ? [today] : []), place.id);
      return row ? [{ ...place, ...row }] : [];
    })
    .map((found) => {
      const away = distance(found, typed, folded);
      const near = scopePath !== null && found.path.startsWith(scopePath) ? scopeBonus : 0;
      return { found, rank: away === 0 ? -near : away + found.weight / levelWeight - near };
    })
    .sort((a, b) => a.rank - b.rank || a.found.far - b.found.far || a.found.weight - b.found.weight || a.found.nameEn.length - b.found.nameEn.length)
    .slice(0, limit)
    .map(({ found }) => ({
      kind: found.kind, id: found.id, levelId: found.levelId, nameEn: found.nameEn, nameHi: found.nameHi, nameHiProposed: found.nameHiProposed === 1, ...around(db, found),
      seat: found.seatKind && found.seatNumber ? { kind: found.seatKind, number: found.seatNumber } : null,
    }));
}
