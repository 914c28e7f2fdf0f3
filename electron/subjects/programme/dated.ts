// Programmes, tours and meetings as what they have in common: a name and days.
import type { Dated, DatedKind } from '../../../shared/model/schedule.ts';
import type { ReadDb } from '../../store/sql.ts';

/** One key for either end of a link. */
export const keyOf = (kind: DatedKind, id: string): string => `${kind} ${id}`;

/** Where each kind lies, in the columns of `Dated`. */
export const datedSql: Record<DatedKind, string> = {
  programme: `SELECT 'programme' AS kind, id, nameEn, nameHi, fromDay, toDay FROM programme`,
  tour: `SELECT 'tour' AS kind, id, nameEn, nameHi, fromDay, toDay FROM tour`,
  meeting: `SELECT 'meeting' AS kind, id, titleEn AS nameEn, titleHi AS nameHi, day AS fromDay, day AS toDay FROM meeting`,
};

/** What the references name, by `keyOf`; what is gone is not in it. */
export function datedOf(db: ReadDb, refs: Iterable<{ kind: DatedKind; id: string }>): Map<string, Dated> {
  const ids: Record<DatedKind, Set<string>> = { programme: new Set(), tour: new Set(), meeting: new Set() };
  for (const { kind, id } of refs) ids[kind].add(id);
  const found = new Map<string, Dated>();
  for (const kind of ['programme', 'tour', 'meeting'] as const) {
    if (ids[kind].size === 0) continue;
    const rows = db.all<Dated>(`${datedSql[kind]} WHERE id IN (SELECT value FROM json_each(?))`, JSON.stringify([...ids[kind]]));
    for (const row of rows) found.set(keyOf(kind, row.id), row);
  }
  return found;
}
