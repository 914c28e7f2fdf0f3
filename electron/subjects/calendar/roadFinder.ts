// How far and how long it is from one entry to the next: the same figures as the tours', found a pair at a time.
import { travelTable } from '../../../shared/rules/travel.ts';
import type { TravelCorrection } from '../../../shared/rules/travel.ts';
import type { ReadDb } from '../../store/sql.ts';
import type { Engagement } from '../tour/engagements.ts';
import { roadBook } from '../tour/roadBook.ts';
import type { RoadBook } from '../tour/roadBook.ts';
import { roadKindOf } from '../tour/roadKind.ts';
import { roadFigures } from '../travel/roadFigures.ts';

export interface Road {
  minutes: number;
  km: number;
}

const noWay: Road = { minutes: 0, km: 0 };
/** Each book's roads by their ends, made once for a book. */
const byEnds = new WeakMap<RoadBook, Map<string, TravelCorrection>>();

function correctionsOf(book: RoadBook): Map<string, TravelCorrection> {
  let found = byEnds.get(book);
  if (!found) {
    found = new Map(book.rows.map(({ fromUnitId, toUnitId, distanceKm, travelMinutes, origin, bothWays }) => (
      [`${fromUnitId} ${toUnitId}`, { fromId: fromUnitId, toId: toUnitId, distanceKm, travelMinutes, origin, bothWays: bothWays === 1 }]
    )));
    byEnds.set(book, found);
  }
  return found;
}

/** Both entries must stand at a unit with a point; without one, or at the same, there is no way. Each pair is reckoned once. */
export function roadFinder(db: ReadDb): (from: Engagement, to: Engagement) => Road {
  const book = roadBook(db);
  const start = roadFigures(db);
  const corrections = correctionsOf(book);
  const kept = new Map<string, Road>();
  return (from, to) => {
    const [a, b] = [from.unitId, to.unitId];
    if (a === null || b === null || a === b || from.lat === null || to.lat === null) return noWay;
    const tour = to.roadFactor === null ? from : to;
    const roadFactor = tour.roadFactor ?? start.roadFactor;
    const speedKmPerHour = tour.speedKmPerHour ?? start.speedKmPerHour;
    const key = `${a} ${b} ${roadFactor} ${speedKmPerHour}`;
    let road = kept.get(key);
    if (!road) {
      const places = [from, to].map((one) => ({ id: one.unitId!, lat: one.lat, lon: one.lon, road: roadKindOf(one.levelId ?? undefined) }));
      const table = travelTable(places, {
        roadFactor, speedKmPerHour, shares: start.shares, learning: book.learning({ roadFactor, speedKmPerHour, shares: start.shares }),
        corrections: [corrections.get(`${a} ${b}`), corrections.get(`${b} ${a}`)].filter((one) => one !== undefined),
      });
      kept.set(key, road = { minutes: table.travelMinutes[1]!, km: table.distanceKm[1]! });
    }
    return road;
  };
}
