// How far and how long it is between units: the rule of shared/rules/travel.ts over the corrections in the file.
import { travelTable } from '../../../shared/rules/travel.ts';
import type { TravelCorrection, TravelTable } from '../../../shared/rules/travel.ts';
import type { ReadDb } from '../../store/sql.ts';

export interface RoadPlace {
  unitId: string;
  lat: number | null;
  lon: number | null;
}

export interface RoadOptions {
  roadFactor?: number;
  speedKmPerHour?: number;
}

/** The user's own figures between any two of these units. */
function correctionsAmong(db: ReadDb, unitIds: readonly string[]): TravelCorrection[] {
  const ids = JSON.stringify(unitIds);
  return db.all<TravelCorrection>(
    `SELECT fromUnitId AS fromId, toUnitId AS toId, distanceKm, travelMinutes FROM travelCorrection
     WHERE fromUnitId IN (SELECT value FROM json_each(?)) AND toUnitId IN (SELECT value FROM json_each(?))`, ids, ids,
  );
}

/** All roads between the places, in their order. Every place must have a point. */
export function roadsBetween(db: ReadDb, places: readonly RoadPlace[], { roadFactor, speedKmPerHour }: RoadOptions): TravelTable {
  const corrections = correctionsAmong(db, places.map((place) => place.unitId));
  return travelTable(places.map(({ unitId, lat, lon }) => ({ id: unitId, lat, lon })), { roadFactor, speedKmPerHour, corrections });
}
