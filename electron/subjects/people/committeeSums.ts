// Counts of seats at and below a unit on any day: the sums that are kept, and what began or ended between their day and the one asked for.
import type { CommitteeLine, KindSeats, LevelSeats, SeatCount } from '../../../shared/model/committee.ts';
import { ancestorPaths } from '../../../shared/rules/hierarchy.ts';
import { cellsOf, committeeDay, unitsMoved } from '../../store/committees.ts';
import type { Cell } from '../../store/committees.ts';
import type { ReadDb } from '../../store/sql.ts';
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

export interface Place {
  unitId: string;
  levelId: string;
  path: string;
}

/** The unit asked for, or the top. Throws `units.gone`. */
export function placeOf(db: ReadDb, unitId: string | null): Place {
  const id = unitId ?? db.get<{ id: string }>('SELECT id FROM unit WHERE parentId IS NULL ORDER BY path LIMIT 1')?.id ?? '';
  const { levelId, path } = unitOf(db, id);
  return { unitId: id, levelId, path };
}

/** Open units of a level at and below the place. */
export function unitsAt(db: ReadDb, place: Place, levelId: string): number {
  return (db.get<{ units: number }>('SELECT units FROM tally WHERE unitId = ? AND levelId = ?', place.unitId, levelId)?.units ?? 0) + (place.levelId === levelId ? 1 : 0);
}

const counted = (seats: number, filled: number, over: number): SeatCount => ({ seats, filled, vacant: seats - filled, over });

export function levelSeats(db: ReadDb, place: Place, day: string): LevelSeats[] {
  const shifts = shiftsTo(db, day).filter((shift) => shift.path.startsWith(place.path));
  const levels = db.all<{ levelId: string; perUnit: number; filled: number; over: number }>(
    `SELECT level.id AS levelId, SUM(seats) AS perUnit, COALESCE(SUM(committeeSum.filled), 0) AS filled, COALESCE(SUM(committeeSum.over), 0) AS over
     FROM committeeSeat JOIN level ON level.id = committeeSeat.levelId
     LEFT JOIN committeeSum ON committeeSum.unitId = ? AND committeeSum.levelId = level.id AND committeeSum.postKindId = committeeSeat.postKindId
     GROUP BY level.id ORDER BY level.ordinal, level.id`, place.unitId);
  return levels.flatMap(({ levelId, perUnit, filled, over }) => {
    const units = unitsAt(db, place, levelId);
    const more = shifts.filter((shift) => shift.levelId === levelId);
    const sum = (of: 'filled' | 'over') => more.reduce((all, shift) => all + shift[of], 0);
    return units === 0 ? [] : [{ levelId, units, ...counted(units * perUnit, filled + sum('filled'), over + sum('over')) }];
  });
}

export function kindSeats(db: ReadDb, place: Place, levelId: string, day: string): KindSeats[] {
  const shifts = shiftsTo(db, day).filter((shift) => shift.levelId === levelId && shift.path.startsWith(place.path));
  const units = unitsAt(db, place, levelId);
  return db.all<{ postKindId: string; nameEn: string; nameHi: string; perUnit: number; filled: number; over: number }>(
    `SELECT postKind.id AS postKindId, nameEn, nameHi, seats AS perUnit, COALESCE(filled, 0) AS filled, COALESCE(over, 0) AS over
     FROM committeeSeat JOIN postKind ON postKind.id = committeeSeat.postKindId
     LEFT JOIN committeeSum ON committeeSum.unitId = ? AND committeeSum.levelId = committeeSeat.levelId AND committeeSum.postKindId = committeeSeat.postKindId
     WHERE committeeSeat.levelId = ? ORDER BY committeeSeat.ordinal`, place.unitId, levelId)
    .map(({ filled, over, perUnit, ...kind }) => {
      const more = shifts.filter((shift) => shift.postKindId === kind.postKindId);
      const sum = (of: 'filled' | 'over') => more.reduce((all, shift) => all + shift[of], 0);
      return { ...kind, perUnit, ...counted(units * perUnit, filled + sum('filled'), over + sum('over')) };
    });
}

/** Units directly below the place that have committees of the level, and the place itself where it has one. */
export function boardLines(db: ReadDb, place: Place, levelId: string, day: string): CommitteeLine[] {
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
