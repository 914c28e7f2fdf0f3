// What fills whole days of the calendar: programmes and their phases, blackout days, days away.
import type { CalendarEntry } from '../../../shared/model/calendar.ts';
import type { ReadDb } from '../../store/sql.ts';
import { joinHeld } from '../../store/heldPost.ts';
import { blackoutsOf } from '../programme/blackouts.ts';
import { awayOf } from '../tour/engagements.ts';
import type { Wanted } from './entries.ts';

const wholeDays = {
  placeEn: '', placeHi: '', begin: null, end: null, personIds: [], unitId: null, tourId: null, seriesId: null, movable: false, pinned: false, cancelled: false, problems: [],
};

type Band = Pick<CalendarEntry, 'id' | 'kind' | 'titleEn' | 'titleHi' | 'fromDay' | 'toDay'> & { programmeState: string; state: string };
const heldUp = (state: string): boolean => state === 'cancelled' || state === 'untilFurtherNotice';

/** Programmes and their phases with the level in the title. With a district: those of the state, of the district, and of what stands in it. */
export function programmeBands(db: ReadDb, { fromDay, toDay, pathFrom, pathTo }: Wanted): CalendarEntry[] {
  const here = `(? IS NULL OR unit.path IS NULL OR (unit.path >= ? AND unit.path < ?) OR substr(?, 1, length(unit.path)) = unit.path)`;
  const rows = db.all<Band>(
    `SELECT programme.id, 'programme' AS kind, programme.nameEn AS titleEn, COALESCE(programme.nameHi, programme.nameEn) AS titleHi, programme.fromDay, programme.toDay,
       -1 AS ordinal, programme.state, programme.state AS programmeState
     FROM programme LEFT JOIN unit ON unit.id = programme.unitId WHERE programme.fromDay <= ? AND programme.toDay >= ? AND ${here}
     UNION ALL
     SELECT phase.programmeId || ' ' || phase.levelId, 'phase', programme.nameEn || ': ' || level.nameEn,
       COALESCE(programme.nameHi, programme.nameEn) || ': ' || level.nameHi, phase.fromDay, phase.toDay, level.ordinal, phase.state, programme.state
     FROM phase JOIN programme ON programme.id = phase.programmeId JOIN level ON level.id = phase.levelId LEFT JOIN unit ON unit.id = programme.unitId
     WHERE phase.fromDay <= ? AND phase.toDay >= ? AND ${here}
     ORDER BY fromDay, ordinal, titleEn`,
    toDay, fromDay, pathFrom, pathFrom, pathTo, pathFrom, toDay, fromDay, pathFrom, pathFrom, pathTo, pathFrom,
  );
  return rows.map(({ id, kind, titleEn, titleHi, fromDay: from, toDay: to, state, programmeState }) => (
    { ...wholeDays, id, kind, titleEn, titleHi, fromDay: from, toDay: to, cancelled: heldUp(kind === 'phase' ? state : programmeState) }
  ));
}

export function blackoutBands(db: ReadDb, { fromDay, toDay }: Wanted, unitId: string | null): CalendarEntry[] {
  return blackoutsOf(db, { fromDay, toDay, unitId }).map((one) => ({
    ...wholeDays, id: one.id, kind: 'blackout' as const, titleEn: one.nameEn, titleHi: one.nameHi ?? one.nameEn, placeEn: one.unitNameEn ?? '',
    placeHi: one.unitNameHi ?? one.unitNameEn ?? '', fromDay: one.fromDay, toDay: one.toDay, unitId: one.unitId,
  }));
}

/** With a district: those of people who hold a post in it. */
export function awayBands(db: ReadDb, wanted: Wanted): CalendarEntry[] {
  const { pathFrom, pathTo } = wanted;
  return awayOf(db, wanted).flatMap(({ id, personId, fromDay, toDay, reason }) => {
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
