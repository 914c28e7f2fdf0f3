// What concerns a unit or a class: programmes of the whole state, at, above or below it, or with units of it taking part; tours that stop there, meetings there.
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { DatedKind } from '../../../shared/model/schedule.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';

interface Placed {
  id: string;
  path: string;
}

/** Where things are: a programme at the units taking part, else at its own; none: the whole state. */
function placesOf(db: ReadDb): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const put = (kind: DatedKind, rows: readonly Placed[]): void => {
    for (const { id, path } of rows) {
      const key = `${kind} ${id}`;
      const known = found.get(key);
      if (known) known.push(path);
      else found.set(key, [path]);
    }
  };
  // CROSS: from what has a place to its unit, never through all units.
  put('programme', db.all<Placed>('SELECT programmeId AS id, unit.path FROM programmeUnit CROSS JOIN unit ON unit.id = unitId'));
  put('programme', db.all<Placed>(`SELECT programme.id, unit.path FROM programme CROSS JOIN unit ON unit.id = programme.unitId WHERE NOT EXISTS (SELECT 1 FROM programmeUnit WHERE programmeId = programme.id)`));
  put('tour', db.all<Placed>('SELECT DISTINCT tourStop.tourId AS id, unit.path FROM tourStop CROSS JOIN unit ON unit.id = tourStop.unitId'));
  put('meeting', db.all<Placed>('SELECT meeting.id, unit.path FROM meeting CROSS JOIN unit ON unit.id = meeting.unitId WHERE meeting.unitId IS NOT NULL'));
  return found;
}

/** One path lies at, above or below the other. */
const meets = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** A test for one programme, tour or meeting; null where nothing narrows. Throws `units.gone`. */
export function concerning(db: ReadDb, unitId: string | null, group: GroupFilter | null): ((kind: DatedKind, id: string) => boolean) | null {
  const scope = unitId === null ? null : unitOf(db, unitId);
  const narrow = scope !== null && scope.parentId !== null ? scope.path : null;
  if (narrow === null && group === null) return null;
  const places = placesOf(db);
  const parts = group === null ? null : db.all<{ path: string }>('SELECT path FROM classPart WHERE classId = ?', group.classId).map(({ path }) => path);
  // A class within the scope: what both share.
  const wanted = parts === null ? [narrow!] : narrow === null ? parts : parts.filter((path) => meets(path, narrow)).map((path) => (path.length > narrow.length ? path : narrow));
  const known = new Map<string, boolean>();
  const here = (path: string): boolean => {
    let answer = known.get(path);
    if (answer === undefined) known.set(path, answer = wanted.some((one) => meets(one, path)));
    return answer;
  };
  return (kind, id) => {
    const at = places.get(`${kind} ${id}`);
    return at === undefined || at.some(here);
  };
}
