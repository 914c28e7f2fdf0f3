// Search as you type over units, seats and people, in either script and any spelling the folded keys bring together.
import type { SearchHit } from '../../shared/model/unit.ts';
import { foldKey, foldPrefix } from '../../shared/rules/fold.ts';
import type { ReadDb } from '../store/sql.ts';
import { crumbsOf } from './unitPlace.ts';

interface Candidate {
  kind: SearchHit['kind'];
  refId: string;
  weight: number;
}

/** How many hits of the index are looked at by name before the best are shown. */
const lookedAt = 200;

interface Found extends Candidate {
  nameEn: string;
  nameHi: string | null;
  levelId: string | null;
  path: string;
}

const sqlFor: Record<SearchHit['kind'], string> = {
  unit: 'SELECT nameEn, nameHi, levelId, path FROM unit WHERE id = ?',
  constituency: `SELECT nameEn, nameHi, NULL AS levelId, '' AS path FROM constituency WHERE id = ?`,
  person: `SELECT nameEn, nameHi, NULL AS levelId, '' AS path FROM person WHERE id = ?`,
};

/** 0 for the name as typed, 1 for its beginning, 2 for a folded equal, 3 for a folded beginning, 4 for anything else. */
function distance(found: Found, typed: string, folded: string): number {
  const names = [found.nameEn.toLowerCase(), (found.nameHi ?? '').normalize('NFC')];
  if (names.includes(typed)) return 0;
  if (names.some((name) => name.startsWith(typed))) return 1;
  const keys = [foldKey(found.nameEn), found.nameHi ? foldKey(found.nameHi) : ''];
  if (keys.includes(folded)) return 2;
  return keys.some((key) => key.startsWith(folded)) ? 3 : 4;
}

/** What stands around a hit, for telling equal names apart. */
function within(db: ReadDb, found: Found): { withinEn: string; withinHi: string } {
  const crumbs = found.kind === 'unit' ? crumbsOf(db, found.path).slice(1) : [];
  return { withinEn: crumbs.map((crumb) => crumb.nameEn).join(', '), withinHi: crumbs.map((crumb) => crumb.nameHi ?? crumb.nameEn).join(', ') };
}

export function searchEverything(db: ReadDb, { text, limit, kinds }: { text: string; limit: number; kinds: SearchHit['kind'][] }): SearchHit[] {
  const typed = text.trim().normalize('NFC').toLowerCase();
  const words = foldPrefix(typed).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const match = words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' AND ');
  const candidates = db.all<Candidate>(
    `SELECT kind, refId, weight FROM searchText JOIN searchKey ON searchKey.id = searchText.rowid
     WHERE searchText MATCH ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY weight, length(searchKey.keys) LIMIT ?`,
    match, JSON.stringify(kinds), lookedAt,
  );
  const folded = foldKey(typed);
  return candidates
    .flatMap((candidate) => {
      const found = db.get<Omit<Found, keyof Candidate>>(sqlFor[candidate.kind], candidate.refId);
      return found ? [{ ...candidate, ...found }] : [];
    })
    .map((found) => ({ found, far: distance(found, typed, folded) }))
    .sort((a, b) => a.far - b.far || a.found.weight - b.found.weight || a.found.nameEn.length - b.found.nameEn.length)
    .slice(0, limit)
    .map(({ found }) => ({ kind: found.kind, id: found.refId, levelId: found.levelId, nameEn: found.nameEn, nameHi: found.nameHi, ...within(db, found) }));
}
