// Gathers what the calendar shows between two days, every stop and meeting with what is wrong with it.
import type { CalendarEntry, TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { ReadDb } from '../../store/sql.ts';
import { joinHeld } from '../../store/heldPost.ts';
import { unitOf } from '../unitPlace.ts';
import { clashProblems, keyOf } from './clashProblems.ts';
import { awayOf, engagementsOf, isAway } from './engagements.ts';
import type { Engagement } from './engagements.ts';
import { tourCase } from './tourCase.ts';
import { shownProblems } from './tourProblems.ts';

interface Asked {
  fromDay: string;
  toDay: string;
  personId: string | null;
  unitId: string | null;
}

/** Timed entries first, in their order; then bands. Throws `units.gone`. */
export function calendarRange(db: ReadDb, { fromDay, toDay, personId, unitId }: Asked): CalendarEntry[] {
  const asked = { fromDay, toDay, personIds: personId === null ? null : [personId] };
  const [pathFrom, pathTo] = unitId === null ? [null, null] : subtreeRange(unitOf(db, unitId).path);
  const engagements = engagementsOf(db, asked);
  const problems = problemsByKey(db, engagements, asked);
  return [
    ...stops(db, asked, pathFrom, pathTo).map((entry) => ({ ...entry, problems: problems.get(`stop ${entry.id}`) ?? [] })),
    ...meetings(db, asked, pathFrom, pathTo).map((entry) => ({ ...entry, problems: problems.get(`meeting ${entry.id}`) ?? [] })),
    ...bands(db, fromDay, toDay),
    ...daysAway(db, asked, pathFrom, pathTo),
  ];
}

/** Clashes of each leader, days away, and what the tours' own check says. */
function problemsByKey(db: ReadDb, engagements: readonly Engagement[], asked: Parameters<typeof awayOf>[1]): Map<string, ShownProblem[]> {
  const found = new Map<string, ShownProblem[]>();
  const add = (key: string, problem: ShownProblem): void => {
    found.set(key, [...(found.get(key) ?? []), problem]);
  };
  for (const { keys, problem } of clashProblems(db, engagements)) for (const key of keys) add(key, problem);
  const away = awayOf(db, asked);
  for (const one of engagements) {
    if (!isAway(away, one.personId, one.day)) continue;
    const { day, unitId, titleEn, titleHi, personId } = one;
    add(keyOf(one), { code: 'away', day, unitId, detail: { placeEn: titleEn, placeHi: titleHi, personId } });
  }
  for (const tourId of new Set(engagements.map((one) => one.tourId))) {
    if (tourId === null) continue;
    const one = tourCase(db, tourId);
    for (const problem of shownProblems(one, checkTour(one.problem, one.entries))) {
      const { code, detail } = problem;
      // Already found as clashes, with everything that is no stop of a tour.
      if (code === 'overlap' || code === 'notEnoughTravel' || code === 'reserved' || code === 'away') continue;
      if (typeof detail['stopId'] === 'string') add(`stop ${detail['stopId']}`, problem);
    }
  }
  return found;
}

type Unjudged = Omit<CalendarEntry, 'problems'>;

function stops(db: ReadDb, { fromDay, toDay, personIds }: Parameters<typeof awayOf>[1], pathFrom: string | null, pathTo: string | null): Unjudged[] {
  const rows = db.all<Omit<Unjudged, 'personIds' | 'movable'> & { personId: string }>(
    `SELECT tourStop.id, 'stop' AS kind, COALESCE(unit.placeEn, unit.nameEn) AS titleEn,
       COALESCE(unit.placeHi, unit.nameHi, unit.placeEn, unit.nameEn) AS titleHi,
       unit.nameEn AS placeEn, COALESCE(unit.nameHi, unit.nameEn) AS placeHi, tourStop.day AS fromDay, tourStop.day AS toDay,
       tourStop.beginMinute AS begin, tourStop.beginMinute + tourStop.minutes AS "end", unit.id AS unitId, tour.id AS tourId, COALESCE(tourStop.personId, tour.personId) AS personId
     FROM tourStop JOIN tour ON tour.id = tourStop.tourId JOIN unit ON unit.id = tourStop.unitId
     WHERE tourStop.day BETWEEN ? AND ? AND tourStop.beginMinute IS NOT NULL AND tour.onCalendar = 1
       AND (? IS NULL OR COALESCE(tourStop.personId, tour.personId) = ?) AND (? IS NULL OR (unit.path >= ? AND unit.path < ?))
     ORDER BY tourStop.day, tourStop.beginMinute, tourStop.id`,
    fromDay, toDay, personIds?.[0] ?? null, personIds?.[0] ?? null, pathFrom, pathFrom, pathTo,
  );
  return rows.map(({ personId, ...row }) => ({ ...row, personIds: [personId], movable: true }));
}

function meetings(db: ReadDb, { fromDay, toDay, personIds }: Parameters<typeof awayOf>[1], pathFrom: string | null, pathTo: string | null): Unjudged[] {
  const rows = db.all<Omit<Unjudged, 'personIds' | 'movable' | 'tourId'> & { people: string }>(
    `SELECT meeting.id, 'meeting' AS kind, meeting.titleEn, COALESCE(meeting.titleHi, meeting.titleEn) AS titleHi,
       COALESCE(meeting.placeEn, unit.placeEn, unit.nameEn, '') AS placeEn,
       COALESCE(meeting.placeHi, meeting.placeEn, unit.placeHi, unit.nameHi, unit.nameEn, '') AS placeHi,
       meeting.day AS fromDay, meeting.day AS toDay, meeting.beginMinute AS begin, meeting.beginMinute + meeting.minutes AS "end",
       meeting.unitId, (SELECT json_group_array(personId) FROM meetingPerson WHERE meetingId = meeting.id) AS people
     FROM meeting LEFT JOIN unit ON unit.id = meeting.unitId
     WHERE meeting.day BETWEEN ? AND ?
       AND (? IS NULL OR EXISTS (SELECT 1 FROM meetingPerson WHERE meetingId = meeting.id AND personId = ?))
       AND (? IS NULL OR (unit.path >= ? AND unit.path < ?))
     ORDER BY meeting.day, meeting.beginMinute, meeting.id`,
    fromDay, toDay, personIds?.[0] ?? null, personIds?.[0] ?? null, pathFrom, pathFrom, pathTo,
  );
  return rows.map(({ people, ...row }) => ({ ...row, tourId: null, personIds: JSON.parse(people) as string[], movable: true }));
}

/** Programmes, and their phases with the level in the title; they are everybody's and everywhere. */
function bands(db: ReadDb, fromDay: string, toDay: string): CalendarEntry[] {
  const rows = db.all<Pick<CalendarEntry, 'id' | 'kind' | 'titleEn' | 'titleHi' | 'fromDay' | 'toDay'>>(
    `SELECT id, 'programme' AS kind, nameEn AS titleEn, COALESCE(nameHi, nameEn) AS titleHi, fromDay, toDay, -1 AS ordinal
     FROM programme WHERE fromDay <= ? AND toDay >= ?
     UNION ALL
     SELECT phase.programmeId || ' ' || phase.levelId, 'phase', programme.nameEn || ': ' || level.nameEn,
       COALESCE(programme.nameHi, programme.nameEn) || ': ' || level.nameHi, phase.fromDay, phase.toDay, level.ordinal
     FROM phase JOIN programme ON programme.id = phase.programmeId JOIN level ON level.id = phase.levelId
     WHERE phase.fromDay <= ? AND phase.toDay >= ?
     ORDER BY fromDay, ordinal, titleEn`,
    toDay, fromDay, toDay, fromDay,
  );
  return rows.map(({ id, kind, titleEn, titleHi, fromDay, toDay }) => ({ ...wholeDays, id, kind, titleEn, titleHi, fromDay, toDay }));
}

const wholeDays = { placeEn: '', placeHi: '', begin: null, end: null, personIds: [], unitId: null, tourId: null, movable: false, problems: [] };

function daysAway(db: ReadDb, asked: Parameters<typeof awayOf>[1], pathFrom: string | null, pathTo: string | null): CalendarEntry[] {
  return awayOf(db, asked).flatMap(({ id, personId, fromDay, toDay, reason }) => {
    const person = db.get<{ nameEn: string; nameHi: string | null; path: string | null }>(
      `SELECT person.nameEn, person.nameHi, unit.path FROM person ${joinHeld} LEFT JOIN unit ON unit.id = held.unitId WHERE person.id = ?`, fromDay, personId,
    )!;
    const inside = pathFrom === null || pathTo === null || (person.path !== null && person.path >= pathFrom && person.path < pathTo);
    if (!inside) return [];
    return [{
      ...wholeDays, id, kind: 'away' as const, titleEn: person.nameEn, titleHi: person.nameHi ?? person.nameEn,
      placeEn: reason, placeHi: reason, fromDay, toDay, personIds: [personId],
    }];
  });
}
