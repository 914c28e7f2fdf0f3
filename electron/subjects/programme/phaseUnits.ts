// The units that take part at a level of a programme, which of them have held their part, and ticking them one by one or all at once.
import { AppError } from '../../../shared/errors.ts';
import type { PhaseUnit } from '../../../shared/model/programme.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { Calls } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';
import { nameOfProgramme } from './records.ts';

/** More than this is a slip of the hand, and a long step: narrow it to a district. */
const mostAtOnce = 50_000;

type Range = [from: string, to: string];

/** Ranges of paths that take part, as far as they lie at and below a unit (null: all); none within another. */
export function areaOf(db: ReadDb, programmeId: string, unitId: string | null): Range[] {
  const own = db.all<{ path: string }>(
    `SELECT unit.path FROM programmeUnit CROSS JOIN unit ON unit.id = unitId WHERE programmeId = ?
     UNION SELECT unit.path FROM programme CROSS JOIN unit ON unit.id = COALESCE(programme.unitId, (SELECT id FROM unit WHERE parentId IS NULL AND closedDay IS NULL ORDER BY path LIMIT 1))
       WHERE programme.id = ? AND NOT EXISTS (SELECT 1 FROM programmeUnit WHERE programmeId = programme.id)
     ORDER BY path`, programmeId, programmeId).map(({ path }) => path);
  const tops = own.filter((path, at) => !own.some((other, place) => place < at && path.startsWith(other)));
  const scope = unitId === null ? null : unitOf(db, unitId).path;
  const inside = scope === null ? tops : tops.some((path) => scope.startsWith(path)) ? [scope] : tops.filter((path) => path.startsWith(scope));
  return inside.map((path) => subtreeRange(path));
}

const open = 'levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL';
const heldHere = 'EXISTS (SELECT 1 FROM programmeHeld WHERE programmeId = ? AND unitId = unit.id)';

function countOf(db: ReadDb, programmeId: string, levelId: string, ranges: readonly Range[], only: 'all' | 'held' | 'open' = 'all'): number {
  const count = (sql: string, values: string[]): number => ranges.reduce((sum, range) => sum + db.get<{ n: number }>(sql, ...values, levelId, ...range)!.n, 0);
  const held = (): number => count(`SELECT COUNT(*) AS n FROM programmeHeld CROSS JOIN unit ON unit.id = unitId WHERE programmeId = ? AND ${open}`, [programmeId]);
  if (only === 'held') return held();
  const all = count(`SELECT COUNT(*) AS n FROM unit INDEXED BY unitByLevel WHERE ${open}`, []);
  return only === 'all' ? all : all - held();
}

/** A window over the ranges one after the other, each read only as far as it is shown. */
function windowOf(db: ReadDb, { id, levelId, only, offset, limit }: { id: string; levelId: string; only: 'all' | 'held' | 'open'; offset: number; limit: number }, ranges: readonly Range[]): string[] {
  const ids: string[] = [];
  let skip = offset;
  for (const range of ranges) {
    if (ids.length >= limit) break;
    const held = only === 'held';
    const found = db.all<{ id: string }>(
      `SELECT unit.id FROM ${held ? 'programmeHeld CROSS JOIN unit ON unit.id = unitId AND programmeId = ?' : 'unit INDEXED BY unitByLevel'} WHERE ${open} ${only === 'open' ? `AND NOT ${heldHere}` : ''}
       ORDER BY unit.path LIMIT ? OFFSET ?`, ...(held ? [id] : []), levelId, ...range, ...(only === 'open' ? [id] : []), limit - ids.length, skip);
    ids.push(...found.map((row) => row.id));
    if (found.length === 0 && skip > 0) skip = Math.max(0, skip - countOf(db, id, levelId, [range], only));
    else skip = 0;
  }
  return ids;
}

const rowsOf = (db: ReadDb, id: string, ids: readonly string[]): PhaseUnit[] => db.all<PhaseUnit>(
  `SELECT unit.id, unit.nameEn, unit.nameHi, COALESCE(above.nameEn, '') AS withinEn, COALESCE(above.nameHi, above.nameEn, '') AS withinHi, programmeHeld.day
   FROM json_each(?) AS wanted CROSS JOIN unit ON unit.id = wanted.value LEFT JOIN unit AS above ON above.id = unit.parentId LEFT JOIN programmeHeld ON programmeHeld.programmeId = ? AND programmeHeld.unitId = unit.id
   ORDER BY wanted.key`, JSON.stringify(ids), id);

export const phaseCalls = {
  'programmes.phaseCounts': ({ db }, { id, unitId }) => {
    nameOfProgramme(db, id);
    const ranges = areaOf(db, id, unitId);
    const levels = db.all<{ levelId: string }>('SELECT levelId FROM phase JOIN level ON level.id = levelId WHERE programmeId = ? ORDER BY level.ordinal', id);
    return levels.map(({ levelId }) => ({ levelId, units: countOf(db, id, levelId, ranges), held: countOf(db, id, levelId, ranges, 'held') }));
  },

  'programmes.phaseUnits': ({ db }, input) => {
    nameOfProgramme(db, input.id);
    const ranges = areaOf(db, input.id, input.unitId);
    return { total: countOf(db, input.id, input.levelId, ranges, input.only), rows: rowsOf(db, input.id, windowOf(db, input, ranges)) };
  },

  'programmes.setPhaseHeld': ({ db, summarise }, { id, levelId, unitId, day }) => {
    const name = nameOfProgramme(db, id);
    const ranges = areaOf(db, id, unitId);
    const count = countOf(db, id, levelId, ranges, day === null ? 'held' : 'open');
    if (count > mostAtOnce) throw new AppError('programmes.tooManyAtOnce', { count, most: mostAtOnce });
    for (const range of ranges) {
      if (day === null) db.run(`DELETE FROM programmeHeld WHERE programmeId = ? AND unitId IN (SELECT id FROM unit WHERE ${open})`, id, levelId, ...range);
      else db.run(`INSERT INTO programmeHeld (programmeId, unitId, day) SELECT ?, unit.id, ? FROM unit INDEXED BY unitByLevel WHERE ${open} ON CONFLICT DO NOTHING`, id, day, levelId, ...range);
    }
    summarise('programmes.setHeld', { ...name, count });
    return { changed: count };
  },
} satisfies Pick<Calls<'programmes'>, 'programmes.phaseCounts' | 'programmes.phaseUnits' | 'programmes.setPhaseHeld'>;
