// Counts of seats at and below a unit on any day: the sums that are kept, and what began or ended between their day and the one asked for.
import type { CommitteeLine, KindSeats, LevelSeats, SeatCount } from '../../../shared/model/committee.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import { ancestorPaths, subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { cellsOf, committeeDay, unitsMoved } from '../../store/committees.ts';
import type { Cell } from '../../store/committees.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitsInClass } from '../group/filter.ts';
import type { Piece } from '../group/filter.ts';
import { unitOf } from '../unitPlace.ts';

/** What must be added to the sums kept, for one post of one unit. */
export type Shift = Pick<Cell, 'unitId' | 'levelId' | 'path' | 'postKindId' | 'filled' | 'over'>;

/** Nothing on most days: the sums are kept for the workspace's day. */
export function shiftsTo(db: ReadDb, day: string): Shift[] {
  const kept = committeeDay(db);
  if (kept === undefined || kept === day) return [];
  const units = unitsMoved(db, kept, day);
  const where = 'AND unit.id IN (SELECT value FROM json_each(?))';
  const cells = (on: string) => db.all<Cell>(cellsOf(where), on, JSON.stringify(units));
  return [...cells(day), ...cells(kept).map((cell) => ({ ...cell, filled: -cell.filled, over: -cell.over }))];
}

/** `classId`: only units that stand in the class there; one that it cuts counts with its own committee, which cannot be divided. */
export interface Place {
  unitId: string;
  levelId: string;
  path: string;
  classId: string | null;
  /** A second class they must stand in. */
  alsoId?: string | null;
}

/** The unit asked for, or the top. Throws `units.gone`. */
export function placeOf(db: ReadDb, unitId: string | null, group: GroupFilter | null = null, also: GroupFilter | null = null): Place {
  const id = unitId ?? db.get<{ id: string }>('SELECT id FROM unit WHERE parentId IS NULL ORDER BY path LIMIT 1')?.id ?? '';
  const { levelId, path } = unitOf(db, id);
  return { unitId: id, levelId, path, classId: group?.classId ?? null, alsoId: also?.classId ?? null };
}

/** Ids of those of the level in the place's classes; null: all are meant. */
export function unitsInside({ path, classId, alsoId }: Place, levelId: string): Piece | null {
  if (classId === null) return null;
  const [one, other] = [classId, alsoId ?? null].map((id) => (id === null ? null : unitsInClass(id, levelId, subtreeRange(path))));
  return other ? { sql: `SELECT id FROM (${one!.sql}) WHERE id IN (SELECT id FROM (${other.sql}))`, values: [...one!.values, ...other.values] } : one!;
}

/** Open units of a level at and below the place. */
export function unitsAt(db: ReadDb, place: Place, levelId: string): number {
  if (place.classId !== null) {
    const inside = unitsInside(place, levelId)!;
    return db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM (${inside.sql})`, ...inside.values)!.n;
  }
  return (db.get<{ units: number }>('SELECT units FROM tally WHERE unitId = ? AND levelId = ?', place.unitId, levelId)?.units ?? 0) + (place.levelId === levelId ? 1 : 0);
}

const counted = (seats: number, filled: number, over: number): SeatCount => ({ seats, filled, vacant: seats - filled, over });

/** Whether a path lies in the place, and in its class. */
export function insideOf(db: ReadDb, { path: top, classId, alsoId = null }: Place): (path: string) => boolean {
  const isPart = (id: string, path: string, whole: 0 | 1) => db.get('SELECT 1 FROM classPart WHERE classId = ? AND path = ? AND whole = ?', id, path, whole) !== undefined;
  return (path) => path.startsWith(top) && [classId, alsoId].every((id) => id === null || isPart(id, path, 0) || [...ancestorPaths(path), path].some((at) => isPart(id, at, 1)));
}

/** Kept sums at and below the place as `levelId, postKindId, filled, over`: of the unit itself, or of the parts of the class in it. */
function sumsAt(place: Place): Piece {
  if (place.classId === null) return { sql: 'SELECT levelId, postKindId, filled, over FROM committeeSum WHERE unitId = ?', values: [place.unitId] };
  const parts = partsAt(place);
  return {
    sql: `SELECT sums.levelId, sums.postKindId, SUM(sums.filled) AS filled, SUM(sums.over) AS over FROM (${parts.sql}) AS part
      JOIN unit ON unit.id = part.unitId JOIN committeeSum AS sums ON sums.unitId = part.unitId AND (part.whole = 1 OR sums.levelId = unit.levelId) GROUP BY sums.levelId, sums.postKindId`,
    values: parts.values,
  };
}

/** `unitId, path, whole` of the parts of the place's class in it; all of the place where it lies in a whole part. */
function partsAt({ unitId, path, classId }: Place): Piece {
  const above = ancestorPaths(path);
  return {
    sql: `SELECT unitId, path, whole FROM classPart WHERE classId = ? AND path >= ? AND path < ?
      UNION ALL SELECT ?, ?, 1 WHERE EXISTS (SELECT 1 FROM classPart WHERE classId = ? AND whole = 1 AND path IN (SELECT value FROM json_each(?)))`,
    values: [classId, ...subtreeRange(path), unitId, path, classId, JSON.stringify(above)],
  };
}

/** Of all levels, or one. */
export function levelSeats(db: ReadDb, place: Place, day: string, one: string | null = null, moved: readonly Shift[] = shiftsTo(db, day)): LevelSeats[] {
  const inside = insideOf(db, place);
  const shifts = moved.filter((shift) => inside(shift.path));
  const sums = sumsAt(place);
  const levels = db.all<{ levelId: string; perUnit: number; filled: number; over: number }>(
    `SELECT level.id AS levelId, SUM(seats) AS perUnit, COALESCE(SUM(kept.filled), 0) AS filled, COALESCE(SUM(kept.over), 0) AS over
     FROM committeeSeat JOIN level ON level.id = committeeSeat.levelId
     LEFT JOIN (${sums.sql}) AS kept ON kept.levelId = level.id AND kept.postKindId = committeeSeat.postKindId
     WHERE level.id = COALESCE(?, level.id) GROUP BY level.id ORDER BY level.ordinal, level.id`, ...sums.values, one);
  return levels.flatMap(({ levelId, perUnit, filled, over }) => {
    const units = unitsAt(db, place, levelId);
    const more = shifts.filter((shift) => shift.levelId === levelId);
    const sum = (of: 'filled' | 'over') => more.reduce((all, shift) => all + shift[of], 0);
    return units === 0 ? [] : [{ levelId, units, ...counted(units * perUnit, filled + sum('filled'), over + sum('over')) }];
  });
}

export function kindSeats(db: ReadDb, place: Place, levelId: string, day: string): KindSeats[] {
  const inside = insideOf(db, place);
  const shifts = shiftsTo(db, day).filter((shift) => shift.levelId === levelId && inside(shift.path));
  const units = unitsAt(db, place, levelId);
  const sums = sumsAt(place);
  return db.all<{ postKindId: string; nameEn: string; nameHi: string; perUnit: number; filled: number; over: number }>(
    `SELECT postKind.id AS postKindId, nameEn, nameHi, seats AS perUnit, COALESCE(filled, 0) AS filled, COALESCE(over, 0) AS over
     FROM committeeSeat JOIN postKind ON postKind.id = committeeSeat.postKindId
     LEFT JOIN (${sums.sql}) AS kept ON kept.levelId = committeeSeat.levelId AND kept.postKindId = committeeSeat.postKindId
     WHERE committeeSeat.levelId = ? ORDER BY committeeSeat.ordinal`, ...sums.values, levelId)
    .map(({ filled, over, perUnit, ...kind }) => {
      const more = shifts.filter((shift) => shift.postKindId === kind.postKindId);
      const sum = (of: 'filled' | 'over') => more.reduce((all, shift) => all + shift[of], 0);
      return { ...kind, perUnit, ...counted(units * perUnit, filled + sum('filled'), over + sum('over')) };
    });
}

/** Units directly below the place that have committees of the level, and the place itself where it has one. */
export function boardLines(db: ReadDb, place: Place, levelId: string, day: string): CommitteeLine[] {
  if (place.classId !== null) return linesInClass(db, place, levelId, day);
  const shifts = shiftsTo(db, day).filter((shift) => shift.levelId === levelId && shift.path.startsWith(place.path));
  const perUnit = db.get<{ seats: number }>('SELECT COALESCE(SUM(seats), 0) AS seats FROM committeeSeat WHERE levelId = ?', levelId)!.seats;
  const rows = db.all<{ unitId: string; levelId: string; path: string; nameEn: string; nameHi: string | null; units: number; filled: number; over: number }>(
    `SELECT unit.id AS unitId, unit.levelId, unit.path, unit.nameEn, unit.nameHi, COALESCE(tally.units, 0) + (unit.levelId = ?) AS units,
       COALESCE(SUM(filled), 0) AS filled, COALESCE(SUM(over), 0) AS over
     FROM unit LEFT JOIN tally ON tally.unitId = unit.id AND tally.levelId = ? LEFT JOIN committeeSum ON committeeSum.unitId = unit.id AND committeeSum.levelId = ?
     WHERE (unit.parentId = ? OR (unit.id = ? AND unit.levelId = ?)) AND unit.closedDay IS NULL GROUP BY unit.id`,
    levelId, levelId, levelId, place.unitId, place.unitId, levelId);
  const more = new Map<string, { filled: number; over: number }>();
  for (const { path, filled, over } of shifts) {
    for (const at of [...ancestorPaths(path), path]) more.set(at, { filled: filled + (more.get(at)?.filled ?? 0), over: over + (more.get(at)?.over ?? 0) });
  }
  return rows.filter(({ units }) => units > 0).map(({ path, units, filled, over, ...row }) => {
    const shift = more.get(path) ?? { filled: 0, over: 0 };
    return { ...row, units, ...counted(units * perUnit, filled + shift.filled, over + shift.over) };
  });
}

/** The same lines where only a class counts: each unit's part of it. */
function linesInClass(db: ReadDb, place: Place, levelId: string, day: string): CommitteeLine[] {
  const rows = db.all<{ id: string; levelId: string; path: string; nameEn: string; nameHi: string | null }>(
    'SELECT id, levelId, path, nameEn, nameHi FROM unit WHERE (parentId = ? OR (id = ? AND levelId = ?)) AND closedDay IS NULL', place.unitId, place.unitId, levelId);
  const moved = shiftsTo(db, day);
  return rows.flatMap(({ id, path, ...row }) => levelSeats(db, { unitId: id, levelId: row.levelId, path, classId: place.classId }, day, levelId, moved).map(({ levelId: _level, ...sums }) => ({ unitId: id, ...row, ...sums })));
}
