// Which leaders are on the road on a day, or when they are next.
import type { TourOnRoad } from '../../../shared/model/onTheDay.ts';
import type { ReadDb } from '../../store/sql.ts';

/** One line a leader of a tour: the day asked for, else the next one with stops, else the last. Those on the road now stand first. */
export function toursOnRoad(db: ReadDb, day: string): TourOnRoad[] {
  return db.all<TourOnRoad>(
    `SELECT near.tourId, tour.nameEn, tour.nameHi, near.personId, person.nameEn AS personNameEn, person.nameHi AS personNameHi, near.day,
       (SELECT COUNT(*) FROM tourStop WHERE tourId = near.tourId AND tourStop.day = near.day AND COALESCE(tourStop.personId, tour.personId) = near.personId) AS stops
     FROM (
       SELECT tourStop.tourId, COALESCE(tourStop.personId, tour.personId) AS personId,
         COALESCE(MIN(CASE WHEN tourStop.day >= ? THEN tourStop.day END), MAX(tourStop.day)) AS day
       FROM tour JOIN tourStop ON tourStop.tourId = tour.id
       WHERE tour.versionOf IS NULL AND tour.onCalendar = 1 AND tourStop.day IS NOT NULL AND tourStop.beginMinute IS NOT NULL GROUP BY 1, 2
     ) AS near JOIN tour ON tour.id = near.tourId JOIN person ON person.id = near.personId
     ORDER BY near.day < ?, ABS(julianday(near.day) - julianday(?)), tour.nameEn, near.tourId, person.nameEn, person.id`,
    day, day, day,
  );
}
