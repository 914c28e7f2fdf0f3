// Finds the unit a row of a sheet means: by its code, or by names of levels one inside the other, in either script and any usual spelling.
import { foldKey } from '../../../shared/rules/fold.ts';
import type { ReadDb } from '../../store/sql.ts';

interface Place {
  id: string;
  path: string;
}

/** Each level's names are folded once, when the first row asks for it. */
export function unitFinder(db: ReadDb): (code: string, names: readonly { levelId: string; name: string }[]) => string | 'unknown' | 'unclear' | null {
  const levels = new Map<string, Map<string, Place[]>>();
  const namesOf = (levelId: string): Map<string, Place[]> => {
    const known = levels.get(levelId);
    if (known) return known;
    const byKey = new Map<string, Place[]>();
    const rows = db.raw<[string, string, string | null]>(
      `SELECT id, path, nameEn FROM unit WHERE levelId = ? AND closedDay IS NULL UNION SELECT id, path, nameHi FROM unit WHERE levelId = ? AND closedDay IS NULL AND nameHi IS NOT NULL
       UNION SELECT unit.id, path, name FROM unitAlias JOIN unit ON unit.id = unitId WHERE levelId = ? AND closedDay IS NULL`, levelId, levelId, levelId);
    for (const [id, path, name] of rows) {
      const key = foldKey(name ?? '');
      const there = byKey.get(key);
      if (!there) byKey.set(key, [{ id, path }]);
      else if (!there.some((place) => place.id === id)) there.push({ id, path });
    }
    levels.set(levelId, byKey);
    return byKey;
  };
  return (code, names) => {
    if (code === '' && names.length === 0) return null;
    const inside = (above: readonly Place[], { levelId, name }: { levelId: string; name: string }): Place[] =>
      (namesOf(levelId).get(foldKey(name)) ?? []).filter((place) => above.some((one) => place.path.startsWith(one.path)));
    const named = names.reduce<Place[]>(inside, [{ id: '', path: '' }]);
    if (code !== '') {
      const coded = db.all<Place>('SELECT id, path FROM unit WHERE code = ? AND closedDay IS NULL', code);
      const narrowed = coded.length > 1 && names.length > 0 ? coded.filter((place) => named.some((one) => one.id === place.id)) : coded;
      if (narrowed.length === 1) return narrowed[0]!.id;
      if (names.length === 0 || narrowed.length > 1) return narrowed.length === 0 ? 'unknown' : 'unclear';
    }
    if (named.length === 0) return 'unknown';
    return named.length === 1 ? named[0]!.id : 'unclear';
  };
}
