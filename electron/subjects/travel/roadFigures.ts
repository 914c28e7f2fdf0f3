// What plain estimates start from in this file: the user's choice, else what was found in Jharkhand. Every estimate of a road asks here.
import { speedShare } from '../../../shared/rules/roads/speeds.ts';
import type { SpeedShares } from '../../../shared/rules/roads/speeds.ts';
import { defaultRoadFactor, defaultSpeedKmPerHour } from '../../../shared/rules/travel.ts';
import type { ReadDb, WriteDb } from '../../store/sql.ts';

export interface RoadFigures {
  roadFactor: number;
  speedKmPerHour: number;
  /** Of that speed, on the roads into blocks and below. */
  shares: SpeedShares;
}

export function roadFigures(db: ReadDb): RoadFigures {
  const values = new Map(db.raw<[string, string]>(`SELECT key, value FROM workspace WHERE key IN ('roadFactor', 'speedKmPerHour', 'sideShare', 'villageShare')`));
  const figure = (key: string, usual: number): number => Number(values.get(key) ?? usual);
  return {
    roadFactor: figure('roadFactor', defaultRoadFactor), speedKmPerHour: figure('speedKmPerHour', defaultSpeedKmPerHour),
    shares: { main: 1, side: figure('sideShare', speedShare.side), village: figure('villageShare', speedShare.village) },
  };
}

export function putRoadFigures(db: WriteDb, { roadFactor, speedKmPerHour, shares }: RoadFigures): void {
  for (const [key, value] of Object.entries({ roadFactor, speedKmPerHour, sideShare: shares.side, villageShare: shares.village })) {
    db.run('INSERT INTO workspace (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value', key, String(value));
  }
}
