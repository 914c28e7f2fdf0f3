// What lies on the road of a tour: units beside a leg, one of them added, the free time filled.
import { AppError } from '../../shared/errors.ts';
import { insertAt } from '../../shared/rules/road/insertStop.ts';
import type { Calls, CommandContext } from '../calls.ts';
import { alongLeg, asStop } from './road/alongLeg.ts';
import { fillTour } from './road/fillTour.ts';
import { leaderOfDay, legTo, tourLine, wantedMinutesOf } from './road/tourLine.ts';
import { putHour, putStop, withoutNewWrongs } from './road/writeStops.ts';
import { placesOf } from './tour/places.ts';
import { roadsBetween } from './tour/roads.ts';
import { tourOf } from './tour/tourRecord.ts';

function addOne(context: CommandContext, { tourId, stopId, unitId, worth }: { tourId: string; stopId: string; unitId: string; worth: number }): { stopId: string; begin: number } {
  const { db, today } = context;
  const tour = tourLine(db, tourId);
  const found = legTo(tour, stopId, today);
  if (!found) throw new AppError('road.noLeg');
  const { on, leg } = found;
  const place = placesOf(db, [unitId]).get(unitId);
  if (!place) throw new AppError('units.gone');
  const { nameEn, nameHi, lat, lon } = place;
  if (lat === null || lon === null) throw new AppError('tours.noPoint', { count: 1, namesEn: nameEn, namesHi: nameHi ?? nameEn });
  const places = [...on.places, place];
  const roads = roadsBetween(db, places, tour.one.tour);
  const minutes = wantedMinutesOf(db, tourId);
  const inserted = on.shut ? null : insertAt(on.line, { placeCount: places.length, minutes: roads.travelMinutes }, on.stops, asStop(unitId, places.length - 1, minutes), leg);
  if (!inserted) throw new AppError('road.noRoom', { nameEn, nameHi, day: on.day });
  const id = withoutNewWrongs(db, tourId, () => {
    on.stops.forEach((stop, index) => putHour(db, tourId, stop.id, inserted.times.begins[index < leg ? index : index + 1]!));
    return putStop(context, tourId, { unitId, day: on.day, begin: inserted.begin, minutes, worth, personId: leaderOfDay(tour, on.plan) });
  });
  context.summarise('road.add', { nameEn, nameHi, day: on.day });
  return { stopId: id, begin: inserted.begin };
}

export const road = {
  'road.alongLeg': ({ db, today }, question) => alongLeg(db, today, question),

  'road.add': (context, input) => addOne(context, input),

  'road.fill': (context, question) => fillTour(context, question),

  'road.applyFill': (context, { tourId, added, later }) => {
    const { db, today, summarise } = context;
    const { nameEn, nameHi, fromDay, toDay } = tourOf(db, tourId);
    if (added.some(({ day }) => day < fromDay || day > toDay || day < today)) throw new AppError('road.changed');
    const places = placesOf(db, added.map(({ unitId }) => unitId));
    if (added.some(({ unitId }) => !places.has(unitId))) throw new AppError('units.gone');
    const held = new Set(db.all<{ stopId: string }>(`SELECT stopId FROM visit WHERE stopId IN (SELECT value FROM json_each(?))`, JSON.stringify(later.map(({ stopId }) => stopId))).map(({ stopId }) => stopId));
    withoutNewWrongs(db, tourId, () => {
      for (const { stopId, begin } of later) if (!held.has(stopId)) putHour(db, tourId, stopId, begin);
      for (const stop of added) putStop(context, tourId, stop);
    });
    summarise('road.fill', { nameEn, nameHi, count: added.length });
    return { added: added.length };
  },
} satisfies Calls<'road'>;
