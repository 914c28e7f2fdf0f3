// The leader's visits to a unit or to places below it, as they stand on its assignment sheet.
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { SheetModel, SheetSection, Text } from '../../../shared/model/sheet.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';
import { joinHeld } from '../../store/heldPost.ts';
import { isInClass } from '../group/filter.ts';
import { leaderColumns, leaderLine } from './leaders.ts';
import type { Leader } from './leaders.ts';
import { dayWords, hours, joined, placeOf, same, t } from './wording.ts';

interface Stop extends Leader {
  day: string;
  beginMinute: number | null;
  minutes: number;
  unitEn: string;
  unitHi: string | null;
  placeEn: string | null;
  placeHi: string | null;
}

/** Few visits stand among the facts, many in a table of their own. */
const mostAsFacts = 2;
const mostVisits = 60;

type Visit = { day: Text; hours: Text; place: Text; leader: Text };

function visitsFrom(db: ReadDb, path: string, fromDay: string, group: GroupFilter | null): Visit[] {
  const inside = group === null ? { sql: '', values: [] } : isInClass(group);
  const stops = db.all<Stop>(
    `SELECT tourStop.day, tourStop.beginMinute, tourStop.minutes, unit.nameEn AS unitEn, unit.nameHi AS unitHi, unit.placeEn, unit.placeHi,
       ${leaderColumns}
     FROM unit JOIN tourStop ON tourStop.unitId = unit.id JOIN tour ON tour.id = tourStop.tourId JOIN person ON person.id = tour.personId ${joinHeld}
     WHERE unit.path >= ? AND unit.path < ? AND tourStop.day >= ? AND tour.onCalendar = 1 ${inside.sql && `AND ${inside.sql}`} ORDER BY tourStop.day, tourStop.beginMinute LIMIT ${mostVisits}`,
    fromDay, ...subtreeRange(path), fromDay, ...inside.values,
  );
  return stops.map((stop) => ({
    day: dayWords(stop.day),
    hours: stop.beginMinute === null ? same('') : hours(stop.beginMinute, stop.beginMinute + stop.minutes),
    place: placeOf({ nameEn: stop.unitEn, nameHi: stop.unitHi }, stop),
    leader: leaderLine(stop),
  }));
}

/** Visits from that day on, of a class only where one is given; a fact says so where none is planned. */
export function visitsOf(db: ReadDb, path: string, fromDay: string, group: GroupFilter | null = null): { facts: SheetModel['facts']; sections: SheetSection[] } {
  const visits = visitsFrom(db, path, fromDay, group);
  const label = t('दौरा', 'Visit');
  if (visits.length === 0) return { facts: [{ label, value: t('अभी तय नहीं', 'Not planned yet') }], sections: [] };
  if (visits.length <= mostAsFacts) {
    return { facts: visits.map((visit) => ({ label, value: joined([visit.day, visit.hours, visit.place, visit.leader], ' · ') })), sections: [] };
  }
  return {
    facts: [],
    sections: [{
      heading: label,
      columns: [
        { key: 'day', label: t('दिन', 'Day'), kind: 'day', width: 22 },
        { key: 'hours', label: t('समय', 'Time'), kind: 'time', width: 14 },
        { key: 'place', label: t('स्थान', 'Place'), kind: 'text', width: 30 },
        { key: 'leader', label: t('कौन आएँगे', 'Who comes'), kind: 'text', width: 34 },
      ],
      rows: visits.map((visit) => [visit.day, visit.hours, visit.place, visit.leader]),
    }],
  };
}
