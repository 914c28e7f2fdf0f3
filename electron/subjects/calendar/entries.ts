// What stands in the calendar at an hour: stops of tours, meetings, busy times; by leader and by district.
import type { CalendarEntry } from '../../../shared/model/calendar.ts';
import type { ReadDb } from '../../store/sql.ts';

export interface Wanted {
  fromDay: string;
  toDay: string;
  /** Null: everybody. */
  personIds: readonly string[] | null;
  /** Of the units in the district; null: everywhere. */
  pathFrom: string | null;
  pathTo: string | null;
}

type Unjudged = Omit<CalendarEntry, 'problems'>;
type Row<Given extends keyof Unjudged> = Omit<Unjudged, Given>;

export function stopEntries(db: ReadDb, { fromDay, toDay, personIds, pathFrom, pathTo }: Wanted): Unjudged[] {
  const people = personIds && JSON.stringify(personIds);
  const rows = db.all<Row<'personIds' | 'movable' | 'pinned' | 'seriesId' | 'cancelled'> & { personId: string; pinned: number }>(
    `SELECT tourStop.id, 'stop' AS kind, COALESCE(unit.placeEn, unit.nameEn) AS titleEn,
       COALESCE(unit.placeHi, unit.nameHi, unit.placeEn, unit.nameEn) AS titleHi,
       unit.nameEn AS placeEn, COALESCE(unit.nameHi, unit.nameEn) AS placeHi, tourStop.day AS fromDay, tourStop.day AS toDay,
       tourStop.beginMinute AS begin, tourStop.beginMinute + tourStop.minutes AS "end", unit.id AS unitId, tour.id AS tourId,
       COALESCE(tourStop.personId, tour.personId) AS personId, tourStop.pinned
     FROM tourStop JOIN tour ON tour.id = tourStop.tourId JOIN unit ON unit.id = tourStop.unitId
     WHERE tourStop.day BETWEEN ? AND ? AND tourStop.beginMinute IS NOT NULL AND tour.onCalendar = 1
       AND (? IS NULL OR COALESCE(tourStop.personId, tour.personId) IN (SELECT value FROM json_each(?))) AND (? IS NULL OR (unit.path >= ? AND unit.path < ?))
     ORDER BY tourStop.day, tourStop.beginMinute, tourStop.id`,
    fromDay, toDay, people, people, pathFrom, pathFrom, pathTo,
  );
  return rows.map(({ personId, pinned, ...row }) => ({ ...row, personIds: [personId], movable: true, pinned: pinned === 1, seriesId: null, cancelled: false }));
}

export function meetingEntries(db: ReadDb, { fromDay, toDay, personIds, pathFrom, pathTo }: Wanted): Unjudged[] {
  const people = personIds && JSON.stringify(personIds);
  const rows = db.all<Row<'personIds' | 'movable' | 'tourId' | 'pinned' | 'cancelled'> & { people: string; pinned: number; state: string }>(
    `SELECT meeting.id, 'meeting' AS kind, meeting.titleEn, COALESCE(meeting.titleHi, meeting.titleEn) AS titleHi,
       COALESCE(meeting.placeEn, unit.placeEn, unit.nameEn, '') AS placeEn,
       COALESCE(meeting.placeHi, meeting.placeEn, unit.placeHi, unit.nameHi, unit.nameEn, '') AS placeHi,
       meeting.day AS fromDay, meeting.day AS toDay, meeting.beginMinute AS begin, meeting.beginMinute + meeting.minutes AS "end",
       meeting.unitId, meeting.seriesId, meeting.pinned, meeting.state,
       (SELECT json_group_array(personId) FROM meetingPerson WHERE meetingId = meeting.id) AS people
     FROM meeting LEFT JOIN unit ON unit.id = meeting.unitId
     WHERE meeting.day BETWEEN ? AND ?
       AND (? IS NULL OR EXISTS (SELECT 1 FROM meetingPerson WHERE meetingId = meeting.id AND personId IN (SELECT value FROM json_each(?))))
       AND (? IS NULL OR (unit.path >= ? AND unit.path < ?))
     ORDER BY meeting.day, meeting.beginMinute, meeting.id`,
    fromDay, toDay, people, people, pathFrom, pathFrom, pathTo,
  );
  return rows.map(({ people: attending, pinned, state, ...row }) => {
    const cancelled = state === 'cancelled';
    return { ...row, tourId: null, personIds: JSON.parse(attending) as string[], movable: !cancelled, pinned: pinned === 1, cancelled };
  });
}

/** Of leaders' own calendars: everywhere and nowhere, so with a district chosen only where leaders are too. */
export function busyEntries(db: ReadDb, { fromDay, toDay, personIds, pathFrom }: Wanted): Unjudged[] {
  if (pathFrom !== null && personIds === null) return [];
  const people = personIds && JSON.stringify(personIds);
  const rows = db.all<{ id: string; day: string; begin: number; end: number; title: string | null; personId: string; nameEn: string; nameHi: string | null }>(
    `SELECT busyTime.id, day, beginMinute AS begin, beginMinute + minutes AS "end", title, personId, person.nameEn, person.nameHi
     FROM busyTime JOIN person ON person.id = personId
     WHERE day BETWEEN ? AND ? AND (? IS NULL OR personId IN (SELECT value FROM json_each(?))) ORDER BY day, beginMinute, busyTime.id`,
    fromDay, toDay, people, people,
  );
  return rows.map(({ id, day, begin, end, title, personId, nameEn, nameHi }) => ({
    id, kind: 'busy' as const, titleEn: nameEn, titleHi: nameHi ?? nameEn, placeEn: title ?? '', placeHi: title ?? '', fromDay: day, toDay: day, begin, end,
    personIds: [personId], unitId: null, tourId: null, seriesId: null, movable: false, pinned: false, cancelled: false,
  }));
}
