// Writes a road the user knows, so that of two directions either one figure holds both ways or each has its own.
import type { WriteDb } from '../../store/sql.ts';

export interface KnownFigure {
  fromUnitId: string;
  toUnitId: string;
  distanceKm: number;
  travelMinutes: number | null;
  origin: 'typed' | 'imported';
  bothWays: boolean;
  /** Only the time is known: these kilometres are the estimate. */
  distanceEstimated: boolean;
}

/** A figure for both ways takes the place of one for the way back; one for one way leaves the way back as it was. */
export function putRoad(db: WriteDb, { fromUnitId, toUnitId, distanceKm, travelMinutes, origin, bothWays, distanceEstimated }: KnownFigure): void {
  if (bothWays) db.run('DELETE FROM travelCorrection WHERE fromUnitId = ? AND toUnitId = ?', toUnitId, fromUnitId);
  else db.run('UPDATE travelCorrection SET bothWays = 0 WHERE fromUnitId = ? AND toUnitId = ? AND bothWays = 1', toUnitId, fromUnitId);
  db.run(
    `INSERT INTO travelCorrection (fromUnitId, toUnitId, distanceKm, travelMinutes, origin, bothWays, distanceEstimated) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (fromUnitId, toUnitId) DO UPDATE SET distanceKm = excluded.distanceKm, travelMinutes = excluded.travelMinutes,
       origin = excluded.origin, bothWays = excluded.bothWays, distanceEstimated = excluded.distanceEstimated`,
    fromUnitId, toUnitId, distanceKm, travelMinutes, origin, bothWays ? 1 : 0, distanceEstimated ? 1 : 0,
  );
}

/** Takes a road away, in this direction; one that holds both ways is gone for both. Returns how many lines that were. */
export function dropRoad(db: WriteDb, fromUnitId: string, toUnitId: string): number {
  return db.run('DELETE FROM travelCorrection WHERE fromUnitId = ? AND toUnitId = ?', fromUnitId, toUnitId);
}
