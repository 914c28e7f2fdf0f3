// What takes a leader's time: stops of tours on the calendar, meetings, busy times of his own calendar; and the days he cannot come.
import type { ReadDb } from '../../store/sql.ts';

export interface Engagement {
  kind: 'stop' | 'meeting' | 'busy';
  /** Of the stop, meeting or busy time. */
  id: string;
  personId: string;
  tourId: string | null;
  day: string;
  begin: number;
  end: number;
  /** Empty for a busy time whose title was not kept. */
  titleEn: string;
  titleHi: string;
  unitId: string | null;
  levelId: string | null;
  path: string | null;
  lat: number | null;
  lon: number | null;
  /** The tour's own, for the way to it; null: as the file says. */
  roadFactor: number | null;
  speedKmPerHour: number | null;
}

interface Asked {
  fromDay: string;
  toDay: string;
  /** Null: everybody. */
  personIds: readonly string[] | null;
}

/** One line for each person: a meeting stands there once for everybody who attends. What was called off takes nobody's time. */
export function engagementsOf(db: ReadDb, { fromDay, toDay, personIds }: Asked): Engagement[] {
  const people = personIds && JSON.stringify(personIds);
  return db.all<Engagement>(
    `SELECT 'stop' AS kind, tourStop.id, COALESCE(tourStop.personId, tour.personId) AS personId, tour.id AS tourId, tourStop.day, tourStop.beginMinute AS begin,
       tourStop.beginMinute + tourStop.minutes AS "end", COALESCE(unit.placeEn, unit.nameEn) AS titleEn,
       COALESCE(unit.placeHi, unit.nameHi, unit.placeEn, unit.nameEn) AS titleHi, unit.id AS unitId, unit.levelId, unit.path, unit.lat, unit.lon,
       IIF(tour.ownRoads, tour.roadFactor, NULL) AS roadFactor, IIF(tour.ownRoads, tour.speedKmPerHour, NULL) AS speedKmPerHour
     FROM tourStop JOIN tour ON tour.id = tourStop.tourId JOIN unit ON unit.id = tourStop.unitId
     WHERE tourStop.day BETWEEN ? AND ? AND tourStop.beginMinute IS NOT NULL AND tour.onCalendar = 1
       AND (? IS NULL OR COALESCE(tourStop.personId, tour.personId) IN (SELECT value FROM json_each(?)))
     UNION ALL
     SELECT 'meeting', meeting.id, meetingPerson.personId, NULL, meeting.day, meeting.beginMinute,
       meeting.beginMinute + meeting.minutes, meeting.titleEn, COALESCE(meeting.titleHi, meeting.titleEn), unit.id, unit.levelId, unit.path, unit.lat, unit.lon,
       NULL, NULL
     FROM meeting JOIN meetingPerson ON meetingPerson.meetingId = meeting.id LEFT JOIN unit ON unit.id = meeting.unitId
     WHERE meeting.day BETWEEN ? AND ? AND meeting.state = 'planned' AND (? IS NULL OR meetingPerson.personId IN (SELECT value FROM json_each(?)))
     UNION ALL
     SELECT 'busy', id, personId, NULL, day, beginMinute, beginMinute + minutes, COALESCE(title, ''), COALESCE(title, ''), NULL, NULL, NULL, NULL, NULL, NULL, NULL
     FROM busyTime WHERE day BETWEEN ? AND ? AND (? IS NULL OR personId IN (SELECT value FROM json_each(?)))`,
    fromDay, toDay, people, people, fromDay, toDay, people, people, fromDay, toDay, people, people,
  );
}

export interface Away {
  id: string;
  personId: string;
  fromDay: string;
  toDay: string;
  reason: string;
}

/** Times away that touch the days asked for. */
export function awayOf(db: ReadDb, { fromDay, toDay, personIds }: Asked): Away[] {
  const people = personIds && JSON.stringify(personIds);
  return db.all<Away>(
    `SELECT id, personId, fromDay, toDay, reason FROM dayAway
     WHERE fromDay <= ? AND toDay >= ? AND (? IS NULL OR personId IN (SELECT value FROM json_each(?))) ORDER BY fromDay, id`,
    toDay, fromDay, people, people,
  );
}

export function isAway(away: readonly Away[], personId: string, day: string): boolean {
  return away.some((one) => one.personId === personId && one.fromDay <= day && day <= one.toDay);
}
