// What plain estimates start from in this file: the user's choice, else what was found in Jharkhand.
import { defaultRoadFactor, defaultSpeedKmPerHour } from '../../../shared/rules/travel.ts';
import type { ReadDb, WriteDb } from '../../store/sql.ts';

export interface RoadFigures {
  roadFactor: number;
  speedKmPerHour: number;
}

const keys = ['roadFactor', 'speedKmPerHour'] as const;

export function roadFigures(db: ReadDb): RoadFigures {
  const values = new Map(db.raw<[string, string]>(`SELECT key, value FROM workspace WHERE key IN ('roadFactor', 'speedKmPerHour')`));
  return { roadFactor: Number(values.get('roadFactor') ?? defaultRoadFactor), speedKmPerHour: Number(values.get('speedKmPerHour') ?? defaultSpeedKmPerHour) };
}

export function putRoadFigures(db: WriteDb, figures: RoadFigures): void {
  for (const key of keys) {
    db.run('INSERT INTO workspace (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value', key, String(figures[key]));
  }
}
