// The user's own figure for a leg of a tour, as put in where it is seen.
import type { CheckedInputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { CommandContext } from '../../calls.ts';
import { placesOf } from '../tour/places.ts';
import { retimeTour } from '../tour/retime.ts';
import { tourCase } from '../tour/tourCase.ts';
import { kmEstimator } from './estimator.ts';
import { dropRoad, putRoad } from './putRoad.ts';

/** Throws `tours.samePlace`, `units.gone`, `tours.gone`. */
export function setLeg(context: CommandContext, input: CheckedInputOf<'tours.setTravel'>): { moved: number } {
  const { db, today } = context;
  const { tourId } = input;
  const one = tourId === null ? null : tourCase(db, tourId);
  const before = one && checkTour(one.problem, one.entries);
  const said = putFigures(db, input);
  const moved = before && tourId !== null ? retimeTour(db, tourId, before, today) : 0;
  context.summarise(moved > 0 ? `${said.key}Moved` : said.key, { ...said.detail, count: moved });
  return { moved };
}

function putFigures(db: CommandContext['db'], { fromUnitId, toUnitId, distanceKm, travelMinutes, bothWays }: CheckedInputOf<'tours.setTravel'>): { key: string; detail: Record<string, unknown> } {
  if (fromUnitId === toUnitId) throw new AppError('tours.samePlace');
  const places = placesOf(db, [fromUnitId, toUnitId]);
  const [from, to] = [places.get(fromUnitId), places.get(toUnitId)];
  if (!from || !to) throw new AppError('units.gone');
  // Not said, it is one figure for the pair: whoever corrects the way back means the same road; unless both ways have figures of their own.
  const own = (start: string, end: string) => db.get<{ bothWays: number }>('SELECT bothWays FROM travelCorrection WHERE fromUnitId = ? AND toUnitId = ?', start, end);
  const back = own(toUnitId, fromUnitId);
  const apart = back !== undefined && (back.bothWays === 0 || own(fromUnitId, toUnitId) !== undefined);
  const both = bothWays ?? !apart;
  const names = { fromEn: from.placeEn, fromHi: from.placeHi, toEn: to.placeEn, toHi: to.placeHi };
  if (distanceKm === null && travelMinutes === null) {
    dropRoad(db, fromUnitId, toUnitId);
    if (both) dropRoad(db, toUnitId, fromUnitId);
    return { key: 'tours.clearTravel', detail: names };
  }
  // With minutes alone the distance stays the estimate.
  const km = distanceKm ?? kmEstimator(db)(fromUnitId, toUnitId, travelMinutes ?? 0);
  putRoad(db, { fromUnitId, toUnitId, distanceKm: km, travelMinutes, origin: 'typed', bothWays: both, distanceEstimated: distanceKm === null });
  return { key: 'tours.setTravel', detail: { ...names, distanceKm: Math.round(km), travelMinutes } };
}
