// The user's own figure for a leg of a tour, as put in where it is seen.
import type { CheckedInputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CommandContext } from '../../calls.ts';
import { placesOf } from '../tour/places.ts';
import { kmEstimator } from './estimator.ts';
import { dropRoad, putRoad } from './putRoad.ts';

/** Throws `tours.samePlace`, `units.gone`. */
export function setLeg({ db, summarise }: CommandContext, { fromUnitId, toUnitId, distanceKm, travelMinutes }: CheckedInputOf<'tours.setTravel'>): null {
  if (fromUnitId === toUnitId) throw new AppError('tours.samePlace');
  const places = placesOf(db, [fromUnitId, toUnitId]);
  const [from, to] = [places.get(fromUnitId), places.get(toUnitId)];
  if (!from || !to) throw new AppError('units.gone');
  // One figure for the pair: whoever corrects the way back means the same road; unless both ways have figures of their own.
  const own = (one: string, other: string) => db.get<{ bothWays: number }>('SELECT bothWays FROM travelCorrection WHERE fromUnitId = ? AND toUnitId = ?', one, other);
  const back = own(toUnitId, fromUnitId);
  const apart = back !== undefined && (back.bothWays === 0 || own(fromUnitId, toUnitId) !== undefined);
  const names = { fromEn: from.placeEn, fromHi: from.placeHi, toEn: to.placeEn, toHi: to.placeHi };
  if (distanceKm === null && travelMinutes === null) {
    dropRoad(db, fromUnitId, toUnitId);
    if (!apart) dropRoad(db, toUnitId, fromUnitId);
    summarise('tours.clearTravel', names);
    return null;
  }
  // With minutes alone the distance stays the estimate.
  const km = distanceKm ?? kmEstimator(db)(fromUnitId, toUnitId, travelMinutes ?? 0);
  putRoad(db, { fromUnitId, toUnitId, distanceKm: km, travelMinutes, origin: 'typed', bothWays: !apart, distanceEstimated: distanceKm === null });
  summarise('tours.setTravel', { ...names, distanceKm: Math.round(km), travelMinutes });
  return null;
}
