// The search index over units, seats and people: one folded key per name, the same for both scripts.
import { foldKey } from '../../shared/rules/fold.ts';
import { touched } from './rowChange.ts';
import type { RowChange } from './rowChange.ts';
import type { WriteDb } from './sql.ts';

interface Source {
  kind: 'unit' | 'constituency' | 'person';
  /** Selects id, weight and the texts to be found, for one id. */
  sql: string;
}

const sources: readonly Source[] = [
  {
    kind: 'unit',
    sql: `SELECT unit.id, level.ordinal AS weight, unit.nameEn AS a, unit.nameHi AS b, unit.placeEn AS c, unit.placeHi AS d, unit.code AS code,
          (SELECT group_concat(name, char(10)) FROM unitAlias WHERE unitId = unit.id) AS aliases
          FROM unit JOIN level ON level.id = unit.levelId WHERE unit.id = ?`,
  },
  { kind: 'constituency', sql: 'SELECT id, 75 AS weight, nameEn AS a, nameHi AS b, NULL AS c, NULL AS d, CAST(number AS TEXT) AS code, NULL AS aliases FROM constituency WHERE id = ?' },
  { kind: 'person', sql: 'SELECT id, 85 AS weight, nameEn AS a, nameHi AS b, titleEn AS c, titleHi AS d, phone AS code, NULL AS aliases FROM person WHERE id = ?' },
];

interface Found {
  id: string;
  weight: number;
  a: string;
  b: string | null;
  c: string | null;
  d: string | null;
  code: string | null;
  aliases: string | null;
}

/** Distinct folded texts and the code as it is; people type either. */
function keysOf(found: Found): string {
  const keys = new Set([found.a, found.b, found.c, found.d, ...(found.aliases?.split('\n') ?? [])].filter((text) => text !== null && text !== '').map((text) => foldKey(text as string)));
  if (found.code) for (const key of [found.code.toLowerCase(), foldKey(found.code)]) keys.add(key);
  return [...keys].join(' ');
}

function refreshOne(db: WriteDb, { kind, sql }: Source, id: string): void {
  const found = db.get<Found>(sql, id);
  if (found) db.run('INSERT INTO searchKey (kind, refId, weight, keys) VALUES (?, ?, ?, ?)', kind, id, found.weight, keysOf(found));
}

/** The whole index from nothing. */
export function rebuildSearch(db: WriteDb): void {
  db.run('DELETE FROM searchKey');
  for (const source of sources) for (const [id] of db.raw<[string]>(`SELECT id FROM ${source.kind}`)) refreshOne(db, source, id);
}

/** Writes the keys of what changed anew. */
export function refreshSearch(db: WriteDb, changes: readonly RowChange[]): void {
  for (const source of sources) {
    for (const id of touched(changes, source.kind, 'id')) {
      db.run('DELETE FROM searchKey WHERE kind = ? AND refId = ?', source.kind, id);
      refreshOne(db, source, id);
    }
  }
}
