// Tours: their frame, the planning of their stops, what the hand moves and pins, versions, and the user's own distances.
import { AppError } from '../../shared/errors.ts';
import type { TourPlace, TourRow } from '../../shared/model/tour.ts';
import type { Calls } from '../calls.ts';
import { boardCalls } from './tour/boardCalls.ts';
import { offersFor } from './tour/offers.ts';
import { placeColumns } from './tour/places.ts';
import { planTour } from './tour/planTour.ts';
import { tourCase } from './tour/tourCase.ts';
import { tourDetail } from './tour/tourDetail.ts';
import { stopsOf, tourOf } from './tour/tourRecord.ts';
import { checkFields, putFrame, reconcileStops, removeTour, setColumns, writeEntries } from './tour/tourWrite.ts';
import { setLeg } from './travel/setLeg.ts';

export const tours = {
  ...boardCalls,

  'tours.list': ({ db }) => {
    const rows = db.all<Omit<TourRow, 'onCalendar'> & { onCalendar: number }>(
      `SELECT tour.id, tour.nameEn, tour.nameHi, tour.personId, person.nameEn AS personNameEn, person.nameHi AS personNameHi,
         tour.fromDay, tour.toDay, COUNT(tourStop.id) AS stops, COUNT(tourStop.day) AS planned, tour.onCalendar,
         1 + (SELECT COUNT(*) FROM tour AS version WHERE version.versionOf = tour.id) AS versions
       FROM tour JOIN person ON person.id = tour.personId LEFT JOIN tourStop ON tourStop.tourId = tour.id
       WHERE tour.versionOf IS NULL GROUP BY tour.id ORDER BY tour.fromDay, tour.nameEn, tour.id`,
    );
    return rows.map((row) => ({ ...row, onCalendar: row.onCalendar === 1 }));
  },

  'tours.places': ({ db }, { levelId, alsoUnitIds }) =>
    db.all<TourPlace>(
      `SELECT ${placeColumns} FROM unit
       WHERE (levelId = ? AND closedDay IS NULL) OR id IN (SELECT value FROM json_each(?)) ORDER BY path`,
      levelId, JSON.stringify(alsoUnitIds),
    ),

  'tours.get': ({ db }, { id }) => tourDetail(db, id),

  'tours.save': (context, { id: known, fields, draft }) => {
    const { db } = context;
    if (known) tourOf(db, known);
    checkFields(db, fields);
    const id = known ?? context.newId();
    putFrame(context, id, fields, known ? null : { onCalendar: !draft });
    reconcileStops(context, id, fields);
    context.summarise(known ? 'tours.save' : 'tours.add', { nameEn: fields.nameEn, nameHi: fields.nameHi });
    return { id };
  },

  'tours.remove': ({ db, summarise }, { id }) => {
    const { nameEn, nameHi } = tourOf(db, id);
    removeTour(db, id);
    summarise('tours.remove', { nameEn, nameHi });
    return null;
  },

  'tours.plan': (context, { id, improve, change: { toDay, dutyTo, dropStopIds, unpinStopIds } }) => {
    const { db, summarise } = context;
    const { nameEn, nameHi, fromDay } = tourOf(db, id);
    if (toDay !== undefined && toDay < fromDay) throw new AppError('tours.badWindow', { fromDay, toDay });
    if (toDay !== undefined) setColumns(db, 'tour', id, { toDay });
    if (dutyTo !== undefined) setColumns(db, 'tour', id, { dutyTo });
    for (const stop of stopsOf(db, id)) if (dropStopIds?.includes(stop.id)) setColumns(db, 'tourStop', stop.id, { must: 0, day: null, beginMinute: null, pinned: 0, dayPinned: 0 });
    for (const stop of stopsOf(db, id)) if (unpinStopIds?.includes(stop.id) && stop.marked === null) setColumns(db, 'tourStop', stop.id, { pinned: 0, dayPinned: 0 });
    const one = tourCase(db, id);
    const { entries, better } = planTour(context, one, improve);
    const visits = improve && !better ? one.entries.filter(({ stopId }) => one.stopById.has(stopId)).length : writeEntries(db, one, entries);
    const leftOut = one.stops.length - visits;
    summarise(improve ? 'tours.improve' : 'tours.plan', { nameEn, nameHi, visits, leftOut });
    return { visits, leftOut, better };
  },

  'tours.offers': ({ db, progress }, { id }) => offersFor(db, tourCase(db, id), (done) => progress('planning', done, 100)),

  'tours.setTravel': setLeg,
} satisfies Calls<'tours'>;
