// A tour and its stops as they stand in the file.
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb } from '../../store/sql.ts';
import { placeColumns } from './places.ts';
import type { UnitPlace } from './places.ts';

export interface TourRecord {
  id: string;
  nameEn: string;
  nameHi: string | null;
  personId: string;
  personNameEn: string;
  personNameHi: string | null;
  fromDay: string;
  toDay: string;
  firstUnitId: string | null;
  lastUnitId: string | null;
  meetingMinutes: number;
  dutyFrom: number;
  dutyTo: number;
  roadFactor: number;
  speedKmPerHour: number;
}

export interface StopRecord extends UnitPlace {
  id: string;
  day: string | null;
  beginMinute: number | null;
  minutes: number;
  pinned: boolean;
}

/** The tour, or `tours.gone`. */
export function tourOf(db: ReadDb, id: string): TourRecord {
  const tour = db.get<TourRecord>(
    `SELECT tour.*, person.nameEn AS personNameEn, person.nameHi AS personNameHi
     FROM tour JOIN person ON person.id = tour.personId WHERE tour.id = ?`, id,
  );
  if (!tour) throw new AppError('tours.gone');
  return tour;
}

/** In the order of their units in the tree, which never changes: the planner gets them in the same order every time. */
export function stopsOf(db: ReadDb, tourId: string): StopRecord[] {
  const rows = db.all<Omit<StopRecord, 'pinned'> & { pinned: number }>(
    `SELECT tourStop.id, tourStop.day, tourStop.beginMinute, tourStop.minutes, tourStop.pinned, ${placeColumns}
     FROM tourStop JOIN unit ON unit.id = tourStop.unitId WHERE tourStop.tourId = ? ORDER BY unit.path`, tourId,
  );
  return rows.map((row) => ({ ...row, pinned: row.pinned === 1 }));
}

/** True when the stop has a day and an hour. */
export function isPlanned(stop: StopRecord): stop is StopRecord & { day: string; beginMinute: number } {
  return stop.day !== null && stop.beginMinute !== null;
}
