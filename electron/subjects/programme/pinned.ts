// What an order may not move: appointments that are pinned, and tours with a stop pinned to a day or a day locked.
import type { ReadDb } from '../../store/sql.ts';

/** The first such day of a tour, by tour. */
export function pinnedTours(db: ReadDb): Map<string, string> {
  const rows = db.all<{ tourId: string; day: string }>(
    `SELECT tourId, MIN(day) AS day FROM (
       SELECT tourId, day FROM tourStop WHERE (pinned = 1 OR dayPinned = 1) AND day IS NOT NULL
       UNION ALL SELECT tourId, day FROM tourDay WHERE locked = 1) GROUP BY tourId`);
  return new Map(rows.map(({ tourId, day }) => [tourId, day]));
}

/** The first pinned stop of each of some tours, for the sentence that says why a tour stays. Detail: `day`, `begin` (null: the day only), `placeEn`, `placeHi`. */
export function firstPins(db: ReadDb, tourIds: readonly string[]): Map<string, Record<string, string | number | null>> {
  if (tourIds.length === 0) return new Map();
  const rows = db.all<{ tourId: string; pinnedDay: string; pinnedAt: number | null; placeEn: string; placeHi: string | null }>(
    `SELECT tourId, day AS pinnedDay, CASE WHEN pinned = 1 THEN beginMinute END AS pinnedAt, COALESCE(placeEn, nameEn) AS placeEn, COALESCE(placeHi, nameHi, placeEn, nameEn) AS placeHi
     FROM tourStop CROSS JOIN unit ON unit.id = unitId
     WHERE tourId IN (SELECT value FROM json_each(?)) AND (pinned = 1 OR dayPinned = 1) AND day IS NOT NULL ORDER BY day DESC, beginMinute DESC`, JSON.stringify(tourIds));
  return new Map(rows.map(({ tourId, ...pin }) => [tourId, pin]));
}

export const pinnedMeetings = (db: ReadDb): Set<string> => new Set(db.raw<[string]>('SELECT id FROM meeting WHERE pinned = 1').map(([id]) => id));
