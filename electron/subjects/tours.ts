// Tours: their frame, the planning of their stops, pins, and the user's own distances.
import { AppError } from '../../shared/errors.ts';
import { daysBetween } from '../../shared/dates.ts';
import type { TourFields, TourPlace, TourRow } from '../../shared/model/tour.ts';
import { defaultRoadFactor, defaultSpeedKmPerHour } from '../../shared/rules/travel.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import type { Calls, CommandContext } from '../calls.ts';
import type { ReadDb } from '../store/sql.ts';
import { placeColumns, placesOf } from './tour/places.ts';
import { roadsBetween } from './tour/roads.ts';
import { roundedEntries } from './tour/roundBegins.ts';
import { tourCase } from './tour/tourCase.ts';
import { tourDetail } from './tour/tourDetail.ts';
import { stopsOf, tourOf } from './tour/tourRecord.ts';

/** Longer than any tour; a slip of the year would otherwise plan for months. */
const mostDays = 92;
/** The same file gives the same plan. */
const seed = 1;

/** The units to visit: those chosen, the first and the last town among them. */
function unitIdsOf({ unitIds, firstUnitId, lastUnitId }: TourFields): string[] {
  return [...new Set([...unitIds, firstUnitId, lastUnitId].filter((id) => id !== null))];
}

function checkFields(db: ReadDb, fields: TourFields): void {
  const { personId, fromDay, toDay, dutyFrom, dutyTo, firstUnitId, lastUnitId, meetingMinutes } = fields;
  if (!db.get('SELECT 1 FROM person WHERE id = ? AND mergedIntoId IS NULL', personId)) throw new AppError('tours.noPerson');
  if (toDay < fromDay) throw new AppError('tours.badWindow', { fromDay, toDay });
  if (daysBetween(fromDay, toDay) >= mostDays) throw new AppError('tours.windowTooLong', { days: daysBetween(fromDay, toDay) + 1, mostDays });
  if (dutyTo <= dutyFrom || dutyTo - dutyFrom < meetingMinutes) throw new AppError('tours.badDuty', { dutyFrom, dutyTo, meetingMinutes });
  const unitIds = unitIdsOf(fields);
  if (firstUnitId !== null && firstUnitId === lastUnitId && unitIds.length > 1) throw new AppError('tours.firstIsLast');
  const places = placesOf(db, unitIds);
  if (unitIds.some((id) => !places.has(id))) throw new AppError('units.gone');
  const noPoint = [...places.values()].filter((place) => place.lat === null || place.lon === null);
  if (noPoint.length > 0) {
    throw new AppError('tours.noPoint', {
      count: noPoint.length,
      namesEn: noPoint.map((place) => place.nameEn).join(', '),
      namesHi: noPoint.map((place) => place.nameHi ?? place.nameEn).join(', '),
    });
  }
}

function putFrame({ db }: CommandContext, id: string, fields: TourFields): void {
  const { nameEn, nameHi, personId, fromDay, toDay, firstUnitId, lastUnitId, meetingMinutes, dutyFrom, dutyTo, roadFactor, speedKmPerHour } = fields;
  db.run(
    `INSERT INTO tour (id, nameEn, nameHi, personId, fromDay, toDay, firstUnitId, lastUnitId, meetingMinutes, dutyFrom, dutyTo, roadFactor, speedKmPerHour)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET nameEn = excluded.nameEn, nameHi = excluded.nameHi, personId = excluded.personId,
       fromDay = excluded.fromDay, toDay = excluded.toDay, firstUnitId = excluded.firstUnitId, lastUnitId = excluded.lastUnitId,
       meetingMinutes = excluded.meetingMinutes, dutyFrom = excluded.dutyFrom, dutyTo = excluded.dutyTo,
       roadFactor = excluded.roadFactor, speedKmPerHour = excluded.speedKmPerHour`,
    id, nameEn, nameHi, personId, fromDay, toDay, firstUnitId, lastUnitId, meetingMinutes, dutyFrom, dutyTo, roadFactor, speedKmPerHour,
  );
}

/** Stops for exactly these units: new ones have no day yet, those that stay keep theirs; the pinned keep their length too. */
function reconcileStops({ db, newId }: CommandContext, tourId: string, fields: TourFields): void {
  const wanted = new Set(unitIdsOf(fields));
  const stops = stopsOf(db, tourId);
  for (const stop of stops) {
    if (!wanted.has(stop.unitId)) db.run('DELETE FROM tourStop WHERE id = ?', stop.id);
    else if (!stop.pinned && stop.minutes !== fields.meetingMinutes) {
      db.run('UPDATE tourStop SET minutes = ? WHERE id = ?', fields.meetingMinutes, stop.id);
    }
    wanted.delete(stop.unitId);
  }
  for (const unitId of wanted) {
    db.run('INSERT INTO tourStop (id, tourId, unitId, minutes) VALUES (?, ?, ?, ?)', newId(), tourId, unitId, fields.meetingMinutes);
  }
}

export const tours = {
  'tours.list': ({ db }) =>
    db.all<TourRow>(
      `SELECT tour.id, tour.nameEn, tour.nameHi, tour.personId, person.nameEn AS personNameEn, person.nameHi AS personNameHi,
         tour.fromDay, tour.toDay, COUNT(tourStop.id) AS stops, COUNT(tourStop.day) AS planned
       FROM tour JOIN person ON person.id = tour.personId LEFT JOIN tourStop ON tourStop.tourId = tour.id
       GROUP BY tour.id ORDER BY tour.fromDay, tour.nameEn, tour.id`,
    ),

  'tours.places': ({ db }, { levelId, alsoUnitIds }) =>
    db.all<TourPlace>(
      `SELECT ${placeColumns} FROM unit
       WHERE (levelId = ? AND closedDay IS NULL) OR id IN (SELECT value FROM json_each(?)) ORDER BY path`,
      levelId, JSON.stringify(alsoUnitIds),
    ),

  'tours.get': ({ db }, { id }) => tourDetail(db, id),

  'tours.save': (context, { id: known, fields }) => {
    const { db } = context;
    if (known) tourOf(db, known);
    checkFields(db, fields);
    const id = known ?? context.newId();
    putFrame(context, id, fields);
    reconcileStops(context, id, fields);
    context.summarise(known ? 'tours.save' : 'tours.add', { nameEn: fields.nameEn, nameHi: fields.nameHi });
    return { id };
  },

  'tours.remove': ({ db, summarise }, { id }) => {
    const { nameEn, nameHi } = tourOf(db, id);
    db.run('DELETE FROM tourStop WHERE tourId = ?', id);
    db.run('DELETE FROM tour WHERE id = ?', id);
    summarise('tours.remove', { nameEn, nameHi });
    return null;
  },

  'tours.plan': ({ db, summarise, progress }, { id }) => {
    const { tour, stops, stopById, problem, days } = tourCase(db, id);
    if (problem.stops.length === 0) throw new AppError('tours.noStops');
    progress('planning', 0, 100);
    const plan = solveTour(problem, { seed, onProgress: ({ done, of }) => progress('planning', Math.round((done / of) * 100), 100) });
    const entries = new Map(roundedEntries(problem, plan).map((entry) => [entry.stopId, entry]));
    for (const stop of stops) {
      const entry = entries.get(stop.id);
      const day = entry ? days[entry.day]! : null;
      const begin = entry ? Math.round(entry.begin!) : null;
      if (day === stop.day && begin === stop.beginMinute) continue;
      db.run('UPDATE tourStop SET day = ?, beginMinute = ?, pinned = ? WHERE id = ?', day, begin, day !== null && stop.pinned ? 1 : 0, stop.id);
    }
    const visits = [...entries.keys()].filter((stopId) => stopById.has(stopId)).length;
    const leftOut = stops.length - visits;
    summarise('tours.plan', { nameEn: tour.nameEn, nameHi: tour.nameHi, visits, leftOut });
    return { visits, leftOut };
  },

  'tours.pin': ({ db, summarise }, { stopId, pinned }) => {
    const stop = db.get<{ day: string | null; placeEn: string; placeHi: string | null }>(
      `SELECT tourStop.day, COALESCE(unit.placeEn, unit.nameEn) AS placeEn, COALESCE(unit.placeHi, unit.nameHi) AS placeHi
       FROM tourStop JOIN unit ON unit.id = tourStop.unitId WHERE tourStop.id = ?`, stopId,
    );
    if (!stop) throw new AppError('tours.stopGone');
    const { day, placeEn, placeHi } = stop;
    if (pinned && day === null) throw new AppError('tours.notPlanned', { nameEn: placeEn, nameHi: placeHi });
    db.run('UPDATE tourStop SET pinned = ? WHERE id = ?', pinned ? 1 : 0, stopId);
    summarise(pinned ? 'tours.pin' : 'tours.unpin', { nameEn: placeEn, nameHi: placeHi, day });
    return null;
  },

  'tours.setTravel': ({ db, summarise }, { fromUnitId, toUnitId, distanceKm, travelMinutes }) => {
    if (fromUnitId === toUnitId) throw new AppError('tours.samePlace');
    const places = placesOf(db, [fromUnitId, toUnitId]);
    const [from, to] = [places.get(fromUnitId), places.get(toUnitId)];
    if (!from || !to) throw new AppError('units.gone');
    // One figure for the pair: whoever corrects the way back means the same road; unless both ways have figures of their own.
    const own = (from: string, to: string) => db.get<{ bothWays: number }>('SELECT bothWays FROM travelCorrection WHERE fromUnitId = ? AND toUnitId = ?', from, to);
    const back = own(toUnitId, fromUnitId);
    const apart = back !== undefined && (back.bothWays === 0 || own(fromUnitId, toUnitId) !== undefined);
    db.run('DELETE FROM travelCorrection WHERE fromUnitId = ? AND toUnitId = ?', fromUnitId, toUnitId);
    if (!apart) db.run('DELETE FROM travelCorrection WHERE fromUnitId = ? AND toUnitId = ?', toUnitId, fromUnitId);
    const names = { fromEn: from.placeEn, fromHi: from.placeHi, toEn: to.placeEn, toHi: to.placeHi };
    if (distanceKm === null && travelMinutes === null) {
      summarise('tours.clearTravel', names);
      return null;
    }
    // With minutes alone the distance stays the estimate (the correction is gone by now), or where there is none what the minutes allow.
    const estimate = () => (
      from.lat === null || to.lat === null
        ? ((travelMinutes ?? 0) / 60) * defaultSpeedKmPerHour
        : roadsBetween(db, [from, to], { roadFactor: defaultRoadFactor }).distanceKm[1]!
    );
    const km = distanceKm ?? estimate();
    db.run(
      `INSERT INTO travelCorrection (fromUnitId, toUnitId, distanceKm, travelMinutes, origin, bothWays, distanceEstimated) VALUES (?, ?, ?, ?, 'typed', ?, ?)`,
      fromUnitId, toUnitId, km, travelMinutes, apart ? 0 : 1, distanceKm === null ? 1 : 0,
    );
    summarise('tours.setTravel', { ...names, distanceKm: Math.round(km), travelMinutes });
    return null;
  },
} satisfies Calls<'tours'>;
