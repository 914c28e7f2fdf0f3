// Units of a level with vacant seats, a page at a time in the order of the tree.
import type { Page } from '../../../shared/model/common.ts';
import type { TemplateSeat, VacantUnit } from '../../../shared/model/committee.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { crumbsOf, withinOf } from '../unitPlace.ts';
import { cellsOf, committeeDay, fullPosts, unitsMoved } from '../../store/committees.ts';
import type { Cell } from '../../store/committees.ts';
import { insideOf, unitsAt, unitsInside } from './committeeSums.ts';
import type { Place } from './committeeSums.ts';
import { heldOn } from '../../store/heldPost.ts';

export function templateOf(db: ReadDb, levelId: string): TemplateSeat[] {
  return db.all<TemplateSeat>(
    'SELECT postKindId, seats, nameEn, nameHi FROM committeeSeat JOIN postKind ON postKind.id = postKindId WHERE levelId = ? ORDER BY ordinal', levelId);
}

interface Ask {
  levelId: string;
  postKindId: string | null;
  offset: number;
  limit: number;
}

/** Units full on the day but not on that of the sums, and the other way round; null where the days are one. */
export function fullOnOtherDay(db: ReadDb, place: Place, day: string, levelId: string, postKindId: string): { full: string[]; vacant: string[] } | null {
  const kept = committeeDay(db);
  if (kept === undefined || kept === day) return null;
  const posts = templateOf(db, levelId).length;
  const moved = JSON.stringify(unitsMoved(db, kept, day));
  const inside = insideOf(db, place);
  const fullOn = (on: string): Set<string> => {
    const cells = db.all<Cell>(cellsOf('AND unit.levelId = ? AND unit.id IN (SELECT value FROM json_each(?))'), on, levelId, moved).filter((cell) => inside(cell.path));
    return new Set([...Map.groupBy(cells, (cell) => cell.unitId)].filter(([, own]) => fullPosts(own, posts).includes(postKindId)).map(([unitId]) => unitId));
  };
  const [then, now] = [fullOn(day), fullOn(kept)];
  return { full: [...then].filter((id) => !now.has(id)), vacant: [...now].filter((id) => !then.has(id)) };
}

export function vacantUnits(db: ReadDb, place: Place, day: string, { levelId, postKindId, offset, limit }: Ask): Page<VacantUnit> {
  const template = templateOf(db, levelId).filter((seat) => postKindId === null || seat.postKindId === postKindId);
  const seats = template.reduce((sum, seat) => sum + seat.seats, 0);
  if (seats === 0) return { total: 0, offset, rows: [] };
  const other = fullOnOtherDay(db, place, day, levelId, postKindId ?? '');
  const inside = unitsInside(place, levelId);
  const base = inside ? `FROM unit WHERE id IN (SELECT id FROM (${inside.sql}))` : `FROM unit WHERE levelId = ? AND path >= ? AND path < ? AND closedDay IS NULL`;
  const notFull = `NOT EXISTS (SELECT 1 FROM committeeFull WHERE committeeFull.levelId = unit.levelId AND postKindId = ? AND committeeFull.path = unit.path)`;
  const range = subtreeRange(place.path);
  const values: SqlValue[] = [...(inside?.values ?? [levelId, ...range]), postKindId ?? ''];
  // Only a day other than that of the sums has anything to add or to take out.
  const asOther = other ? `(${notFull} AND id NOT IN (SELECT value FROM json_each(?)) OR id IN (SELECT value FROM json_each(?)))` : notFull;
  if (other) values.push(JSON.stringify(other.full), JSON.stringify(other.vacant));
  const full = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM committeeFull WHERE levelId = ? AND postKindId = ? AND path >= ? AND path < ? ${inside ? `AND unitId IN (SELECT id FROM (${inside.sql}))` : ''}`, levelId, postKindId ?? '', ...range, ...(inside?.values ?? []))!.n;
  const total = unitsAt(db, place, levelId) - full + (other ? other.vacant.length - other.full.length : 0);
  const units = db.all<{ unitId: string; levelId: string; path: string; nameEn: string; nameHi: string | null }>(
    `SELECT id AS unitId, levelId, path, nameEn, nameHi FROM unit WHERE id IN (SELECT id ${base} AND ${asOther} ORDER BY path LIMIT ? OFFSET ?) ORDER BY path`, ...values, limit, offset);
  const held = new Map(db.raw<[string, string, number]>(
    `SELECT unitId, postKindId, COUNT(*) FROM post WHERE unitId IN (SELECT value FROM json_each(?)) AND ${heldOn('post')} AND postKindId IS NOT NULL GROUP BY unitId, postKindId`,
    JSON.stringify(units.map((unit) => unit.unitId)), day).map(([unitId, postKind, count]) => [`${unitId} ${postKind}`, count]));
  const rows = units.map(({ path, ...unit }) => {
    const posts = template.map((seat) => ({ ...seat, vacant: Math.max(0, seat.seats - (held.get(`${unit.unitId} ${seat.postKindId}`) ?? 0)) })).filter((seat) => seat.vacant > 0);
    return { ...unit, ...withinOf(crumbsOf(db, path)), seats, vacant: posts.reduce((sum, seat) => sum + seat.vacant, 0), posts };
  });
  return { total, offset, rows };
}
