// A tour and its stops as they stand in the file.
import { AppError } from '../../../shared/errors.ts';
import type { LeaderRules } from '../../../shared/model/tourFields.ts';
import type { ReadDb } from '../../store/sql.ts';
import { roadFigures } from '../travel/roadFigures.ts';
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
  /** What roads are estimated by: the tour's own, or those of the file. */
  roadFactor: number;
  speedKmPerHour: number;
  ownRoads: number;
  versionOf: string | null;
  versionNumber: number;
  versionNote: string;
  onCalendar: number;
  darkBySun: number;
  slowInDark: number;
  /** Kinds, with spaces between. */
  avoidBlackouts: string;
  darkFrom: number | null;
  darkUntil: number | null;
  maxDrivingMinutes: number | null;
  fewestDays: number;
  driveOn: number;
  wantedMinutes: number;
}

export interface StopRecord extends UnitPlace {
  id: string;
  levelId: string;
  day: string | null;
  beginMinute: number | null;
  minutes: number;
  pinned: boolean;
  dayPinned: boolean;
  must: boolean;
  worth: number;
  ownLength: boolean;
  beginFrom: number | null;
  beginTo: number | null;
  onlyFromDay: string | null;
  onlyToDay: string | null;
  /** Who comes; null: the tour's own leader. */
  personId: string | null;
  /** What became of it on the day: then it moves no more. A version's stop shares the mark of the tour's own. */
  marked: 'arrived' | 'held' | 'skipped' | null;
}

/** One of those who share the tour, with his own rules; null: open, and as the tour's. */
export interface SharingLeader extends LeaderRules {
  nameEn: string;
  nameHi: string | null;
}

/** What stands beside a tour's row: leaders, days that differ, parts kept free, nights. */
export interface TourSides {
  /** The tour's own first. */
  leaders: SharingLeader[];
  dayRules: Map<string, { dutyFrom: number | null; dutyTo: number | null; locked: boolean }>;
  reserved: { id: string; day: string; fromMinute: number; toMinute: number; note: string }[];
  nightUnitIds: string[];
}

function startOf(db: ReadDb): Pick<TourRecord, 'roadFactor' | 'speedKmPerHour'> {
  const { roadFactor, speedKmPerHour } = roadFigures(db);
  return { roadFactor, speedKmPerHour };
}

/** The tour, or `tours.gone`. */
export function tourOf(db: ReadDb, id: string): TourRecord {
  const tour = db.get<TourRecord>(
    `SELECT tour.*, person.nameEn AS personNameEn, person.nameHi AS personNameHi
     FROM tour JOIN person ON person.id = tour.personId WHERE tour.id = ?`, id,
  );
  if (!tour) throw new AppError('tours.gone');
  return tour.ownRoads === 1 ? tour : { ...tour, ...startOf(db) };
}

/** In the order of their units in the tree, which never changes: the planner gets them in the same order every time. */
export function stopsOf(db: ReadDb, tourId: string): StopRecord[] {
  type Flag = 'pinned' | 'dayPinned' | 'must' | 'ownLength';
  const rows = db.all<Omit<StopRecord, Flag> & Record<Flag, number>>(
    `SELECT tourStop.id, tourStop.day, tourStop.beginMinute, tourStop.minutes, tourStop.pinned, tourStop.dayPinned, tourStop.must,
       tourStop.worth, tourStop.ownLength, tourStop.beginFrom, tourStop.beginTo, tourStop.onlyFromDay, tourStop.onlyToDay,
       tourStop.personId, unit.levelId, visit.state AS marked, ${placeColumns}
     FROM tourStop JOIN unit ON unit.id = tourStop.unitId JOIN tour ON tour.id = tourStop.tourId
     LEFT JOIN tourStop AS own ON own.tourId = tour.versionOf AND own.unitId = tourStop.unitId
     LEFT JOIN visit ON visit.stopId = COALESCE(own.id, tourStop.id) WHERE tourStop.tourId = ? ORDER BY unit.path`, tourId,
  );
  return rows.map((row) => ({
    ...row, pinned: row.pinned === 1, dayPinned: row.dayPinned === 1, must: row.must === 1, ownLength: row.ownLength === 1,
  }));
}

/** What stands beside the tour's row. */
export function sidesOf(db: ReadDb, { id, personId, personNameEn, personNameHi, firstUnitId, lastUnitId }: TourRecord): TourSides {
  const others = db.all<Omit<SharingLeader, 'nightUnitIds'>>(
    `SELECT tourLeader.personId, person.nameEn, person.nameHi, tourLeader.firstUnitId, tourLeader.lastUnitId, tourLeader.dutyFrom, tourLeader.dutyTo
     FROM tourLeader JOIN person ON person.id = tourLeader.personId
     WHERE tourLeader.tourId = ? AND tourLeader.personId <> ? ORDER BY person.nameEn, person.id`, id, personId,
  );
  const nights = db.all<{ personId: string; unitId: string }>('SELECT personId, unitId FROM tourLeaderNight WHERE tourId = ? ORDER BY unitId', id);
  const days = db.all<{ day: string; dutyFrom: number | null; dutyTo: number | null; locked: number }>('SELECT day, dutyFrom, dutyTo, locked FROM tourDay WHERE tourId = ?', id);
  return {
    leaders: [
      { personId, nameEn: personNameEn, nameHi: personNameHi, firstUnitId, lastUnitId, dutyFrom: null, dutyTo: null, nightUnitIds: [] },
      ...others.map((one) => ({ ...one, nightUnitIds: nights.filter((night) => night.personId === one.personId).map(({ unitId }) => unitId) })),
    ],
    dayRules: new Map(days.map(({ day, locked, ...own }) => [day, { ...own, locked: locked === 1 }])),
    reserved: db.all('SELECT id, day, fromMinute, toMinute, note FROM tourReserved WHERE tourId = ? ORDER BY day, fromMinute, id', id),
    nightUnitIds: db.all<{ unitId: string }>('SELECT unitId FROM tourNight WHERE tourId = ? ORDER BY unitId', id).map(({ unitId }) => unitId),
  };
}

/** A stop and its tour. Throws `tours.stopGone`. */
export function stopOf(db: ReadDb, stopId: string): { stop: StopRecord; tour: TourRecord } {
  const found = db.get<{ tourId: string }>('SELECT tourId FROM tourStop WHERE id = ?', stopId);
  if (!found) throw new AppError('tours.stopGone');
  const stop = stopsOf(db, found.tourId).find(({ id }) => id === stopId)!;
  return { stop, tour: tourOf(db, found.tourId) };
}

/** True when the stop has a day and an hour. */
export function isPlanned(stop: StopRecord): stop is StopRecord & { day: string; beginMinute: number } {
  return stop.day !== null && stop.beginMinute !== null;
}
