// Which leaders are on the road on a day, or when they are next.
import type { TourOnRoad } from '../../../shared/model/onTheDay.ts';
import type { ReadDb } from '../../store/sql.ts';

/** One line a tour: its day asked for, else the next one that has stops, else the last. Those on the road now stand first. */
export function toursOnRoad(db: ReadDb, day: string): TourOnRoad[] {
  return db.all<TourOnRoad>(
    `SELECT tour.id AS tourId, tour.nameEn, tour.nameHi, tour.personId, person.nameEn AS personNameEn, person.nameHi AS personNameHi, near.day,
       (SELECT COUNT(*) FROM tourStop WHERE tourId = tour.id AND tourStop.day = near.day) AS stops
     FROM (
       SELECT tourId, COALESCE(MIN(CASE WHEN day >= ? THEN day END), MAX(day)) AS day
       FROM tourStop WHERE day IS NOT NULL AND beginMinute IS NOT NULL GROUP BY tourId
     ) AS near JOIN tour ON tour.id = near.tourId AND tour.versionOf IS NULL AND tour.onCalendar = 1 JOIN person ON person.id = tour.personId
     ORDER BY near.day < ?, ABS(julianday(near.day) - julianday(?)), tour.nameEn, tour.id`,
    day, day, day,
  );
}
