// All roads the user knows, read once for as long as the file does not change, and what they teach about the others.
import { learnRoads } from '../../../shared/rules/roads/learnRoads.ts';
import type { KnownRoad, RoadLearning } from '../../../shared/rules/roads/learnRoads.ts';
import type { RoadStart } from '../../../shared/rules/roads/speeds.ts';
import type { ReadDb } from '../../store/sql.ts';
import { roadKindOf } from './roadKind.ts';

/** A line of the table of roads, with its units. */
export interface RoadRow {
  fromUnitId: string;
  toUnitId: string;
  distanceKm: number;
  travelMinutes: number | null;
  origin: 'typed' | 'imported';
  bothWays: number;
  distanceEstimated: number;
  fromLat: number | null;
  fromLon: number | null;
  fromLevelId: string;
  toLat: number | null;
  toLon: number | null;
  toLevelId: string;
}

export interface RoadBook {
  rows: RoadRow[];
  /** Index into `known` of each row; -1 where one of its ends has no point. */
  knownIndex: Int32Array;
  known: KnownRoad[];
  learning(figures: RoadStart): RoadLearning;
}

function readBook(db: ReadDb): RoadBook {
  const rows = db.all<RoadRow>(
    `SELECT fromUnitId, toUnitId, distanceKm, travelMinutes, origin, bothWays, distanceEstimated,
       a.lat AS fromLat, a.lon AS fromLon, a.levelId AS fromLevelId, b.lat AS toLat, b.lon AS toLon, b.levelId AS toLevelId
     FROM travelCorrection CROSS JOIN unit AS a ON a.id = fromUnitId CROSS JOIN unit AS b ON b.id = toUnitId
     ORDER BY fromUnitId, toUnitId`,
  );
  const known: KnownRoad[] = [];
  const knownIndex = new Int32Array(rows.length).fill(-1);
  rows.forEach(({ fromLat, fromLon, toLat, toLon, fromLevelId, toLevelId, distanceKm, travelMinutes, distanceEstimated }, at) => {
    if (fromLat === null || fromLon === null || toLat === null || toLon === null) return;
    knownIndex[at] = known.push({
      from: { lat: fromLat, lon: fromLon, road: roadKindOf(fromLevelId) },
      to: { lat: toLat, lon: toLon, road: roadKindOf(toLevelId) },
      distanceKm: distanceEstimated === 1 ? null : distanceKm,
      travelMinutes,
    }) - 1;
  });
  const learned = new Map<string, RoadLearning>();
  return {
    rows, known, knownIndex,
    learning: (figures) => {
      const { roadFactor, speedKmPerHour, shares } = figures;
      const key = `${roadFactor} ${speedKmPerHour} ${shares?.side ?? ''} ${shares?.village ?? ''}`;
      let learning = learned.get(key);
      if (!learning) learned.set(key, learning = learnRoads(known, figures));
      return learning;
    },
  };
}

const books = new WeakMap<ReadDb, { version: number; book: RoadBook }>();

/** Kept only on connections that have never written: on those `data_version` tells every change, and nothing is taken back. */
export function roadBook(db: ReadDb): RoadBook {
  const { version, own } = db.get<{ version: number; own: number }>('SELECT data_version AS version, total_changes() AS own FROM pragma_data_version')!;
  const kept = books.get(db);
  if (own === 0 && kept?.version === version) return kept.book;
  const book = readBook(db);
  if (own === 0) books.set(db, { version, book });
  return book;
}
