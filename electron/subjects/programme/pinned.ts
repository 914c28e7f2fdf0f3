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

export const pinnedMeetings = (db: ReadDb): Set<string> => new Set(db.raw<[string]>('SELECT id FROM meeting WHERE pinned = 1').map(([id]) => id));
