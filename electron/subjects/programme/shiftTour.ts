// A tour moved as a whole: its window, its stops, and everything said of its days.
import type { WriteDb } from '../../store/sql.ts';

/** `days` may be below zero. Nothing of the plan changes but the days. */
export function shiftTour(db: WriteDb, tourId: string, days: number): void {
  const by = `${days} days`;
  db.run('UPDATE tour SET fromDay = date(fromDay, ?), toDay = date(toDay, ?) WHERE id = ?', by, by, tourId);
  db.run('UPDATE tourStop SET day = date(day, ?), onlyFromDay = date(onlyFromDay, ?), onlyToDay = date(onlyToDay, ?) WHERE tourId = ?', by, by, by, tourId);
  db.run('UPDATE tourReserved SET day = date(day, ?) WHERE tourId = ?', by, tourId);
  // The day is part of the key: moved one by one, a day would run into the next.
  const own = db.all<{ day: string; dutyFrom: number | null; dutyTo: number | null; locked: number }>('SELECT day, dutyFrom, dutyTo, locked FROM tourDay WHERE tourId = ?', tourId);
  db.run('DELETE FROM tourDay WHERE tourId = ?', tourId);
  for (const { day, dutyFrom, dutyTo, locked } of own) {
    db.run('INSERT INTO tourDay (tourId, day, dutyFrom, dutyTo, locked) VALUES (?, date(?, ?), ?, ?, ?)', tourId, day, by, dutyFrom, dutyTo, locked);
  }
}
