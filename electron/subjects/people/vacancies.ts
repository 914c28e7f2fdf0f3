// Units of a level with vacant seats, a page at a time in the order of the tree.
import type { Page } from '../../../shared/model/common.ts';
import type { TemplateSeat, VacantUnit } from '../../../shared/model/committee.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { crumbsOf, withinOf } from '../unitPlace.ts';
import { shiftsTo } from './committeeSums.ts';
import type { Place } from './committeeSums.ts';
import { heldOn } from './heldPost.ts';

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

export function vacantUnits(db: ReadDb, place: Place, day: string, { levelId, postKindId, offset, limit }: Ask): Page<VacantUnit> {
  const template = templateOf(db, levelId).filter((seat) => postKindId === null || seat.postKindId === postKindId);
  const seats = template.reduce((sum, seat) => sum + seat.seats, 0);
  if (seats === 0) return { total: 0, offset, rows: [] };
  const shifts = shiftsTo(db, day).filter((shift) => shift.levelId === levelId && (postKindId === null || shift.postKindId === postKindId));
  const values: SqlValue[] = [levelId, ...subtreeRange(place.path)];
  const kind = postKindId === null ? '' : 'AND postKindId = ?';
  const filledSql = `(SELECT COALESCE(SUM(filled), 0) FROM committeeSum WHERE unitId = unit.id AND levelId = unit.levelId ${kind})`;
  if (postKindId !== null) values.push(postKindId);
  // Only a day other than the sums' own has anything to add.
  const shiftSql = shifts.length === 0 ? '' : `+ COALESCE((SELECT SUM(value ->> 1) FROM json_each(?) WHERE value ->> 0 = unit.id), 0)`;
  if (shifts.length > 0) values.push(JSON.stringify([...Map.groupBy(shifts, (shift) => shift.unitId)].map(([unitId, own]) => [unitId, own.reduce((sum, shift) => sum + shift.filled, 0)])));
  const from = `FROM unit WHERE levelId = ? AND path >= ? AND path < ? AND closedDay IS NULL AND ${filledSql} ${shiftSql} < ?`;
  const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n ${from}`, ...values, seats)!.n;
  const units = db.all<{ unitId: string; levelId: string; path: string; nameEn: string; nameHi: string | null }>(
    `SELECT id AS unitId, levelId, path, nameEn, nameHi ${from} ORDER BY path LIMIT ? OFFSET ?`, ...values, seats, limit, offset);
  const held = new Map(db.raw<[string, string, number]>(
    `SELECT unitId, postKindId, COUNT(*) FROM post WHERE unitId IN (SELECT value FROM json_each(?)) AND ${heldOn('post')} AND postKindId IS NOT NULL GROUP BY unitId, postKindId`,
    JSON.stringify(units.map((unit) => unit.unitId)), day).map(([unitId, postKind, count]) => [`${unitId} ${postKind}`, count]));
  const rows = units.map(({ path, ...unit }) => {
    const posts = template.map((seat) => ({ ...seat, vacant: Math.max(0, seat.seats - (held.get(`${unit.unitId} ${seat.postKindId}`) ?? 0)) })).filter((seat) => seat.vacant > 0);
    return { ...unit, ...withinOf(crumbsOf(db, path)), seats, vacant: posts.reduce((sum, seat) => sum + seat.vacant, 0), posts };
  });
  return { total, offset, rows };
}
