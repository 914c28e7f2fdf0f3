// Kilometres for roads of which only the time is known: estimated once for many, from what was known before.
import { estimateRoad } from '../../../shared/rules/roads/estimateRoad.ts';
import type { RoadEnd } from '../../../shared/rules/roads/learnRoads.ts';
import type { ReadDb } from '../../store/sql.ts';
import { roadBook } from '../tour/roadBook.ts';
import { roadKindOf } from '../tour/roadKind.ts';
import { roadFigures } from './roadFigures.ts';

interface Row {
  lat: number | null;
  lon: number | null;
  levelId: string;
}

/** Where a point is missing, what the time allows. */
export function kmEstimator(db: ReadDb): (fromUnitId: string, toUnitId: string, travelMinutes: number) => number {
  const figures = roadFigures(db);
  const learning = roadBook(db).learning(figures);
  const endOf = (id: string): RoadEnd | null => {
    const row = db.get<Row>('SELECT lat, lon, levelId FROM unit WHERE id = ?', id);
    return row?.lat == null || row.lon === null ? null : { lat: row.lat, lon: row.lon, road: roadKindOf(row.levelId) };
  };
  return (fromUnitId, toUnitId, travelMinutes) => {
    const [start, end] = [endOf(fromUnitId), endOf(toUnitId)];
    if (!start || !end) return (travelMinutes / 60) * figures.speedKmPerHour;
    return estimateRoad(start, end, { from: learning.at(start), to: learning.at(end) }, figures).distanceKm;
  };
}
