// How far and how long it is between units: the rule of shared/rules/travel.ts over the user's own roads in the file.
import { travelTable } from '../../../shared/rules/travel.ts';
import type { TravelCorrection, TravelTable } from '../../../shared/rules/travel.ts';
import type { ReadDb } from '../../store/sql.ts';
import { roadFigures } from '../travel/roadFigures.ts';
import { roadKindOf } from './roadKind.ts';
import { roadBook } from './roadBook.ts';

export interface RoadPlace {
  unitId: string;
  lat: number | null;
  lon: number | null;
}

export interface RoadOptions {
  roadFactor?: number;
  speedKmPerHour?: number;
  /** Which part of the driving is in the dark, 0 to 1. */
  darkPart?: number;
  /** False: what would be estimated, even where the user's figure stands. */
  ownFigures?: boolean;
}

type CorrectionRow = Omit<TravelCorrection, 'bothWays'> & { bothWays: number };

/** The user's own figures between any two of these units. */
function correctionsAmong(db: ReadDb, unitIds: readonly string[]): TravelCorrection[] {
  const ids = JSON.stringify(unitIds);
  // Few units: from each of them by the key, never through all roads.
  return db.all<CorrectionRow>(
    `SELECT fromUnitId AS fromId, toUnitId AS toId, distanceKm, travelMinutes, origin, bothWays FROM travelCorrection
     WHERE fromUnitId IN (SELECT value FROM json_each(?)) AND toUnitId IN (SELECT value FROM json_each(?))`, ids, ids,
  ).map((row) => ({ ...row, bothWays: row.bothWays === 1 }));
}

function levelsOf(db: ReadDb, unitIds: readonly string[]): Map<string, string> {
  return new Map(db.raw<[string, string]>('SELECT id, levelId FROM unit WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(unitIds)));
}

/** All roads between the places, in their order. Every place must have a point. Without factor and speed, those of the file. */
export function roadsBetween(db: ReadDb, places: readonly RoadPlace[], { roadFactor, speedKmPerHour, darkPart, ownFigures = true }: RoadOptions): TravelTable {
  const start = roadFigures(db);
  const figures = { ...start, roadFactor: roadFactor ?? start.roadFactor, speedKmPerHour: speedKmPerHour ?? start.speedKmPerHour };
  const unitIds = places.map((place) => place.unitId);
  const levels = levelsOf(db, unitIds);
  return travelTable(places.map(({ unitId, lat, lon }) => ({ id: unitId, lat, lon, road: roadKindOf(levels.get(unitId)) })), {
    ...figures, ...(darkPart === undefined ? {} : { darkPart }),
    corrections: ownFigures ? correctionsAmong(db, unitIds) : [],
    learning: roadBook(db).learning(figures),
  });
}
