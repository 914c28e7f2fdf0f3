// The leader's visits to a unit or to places below it, as a section of its assignment sheet.
import type { SheetSection } from '../../../shared/model/sheet.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';
import { leaderLine } from './leaders.ts';
import type { Leader } from './leaders.ts';
import { dayWords, hours, joined, nameOf, same, t } from './wording.ts';

interface Stop extends Leader {
  day: string;
  beginMinute: number | null;
  minutes: number;
  unitId: string;
  unitEn: string;
  unitHi: string | null;
  placeEn: string | null;
  placeHi: string | null;
}

/** Null when no visit is planned from that day on. */
export function visitsSection(db: ReadDb, path: string, fromDay: string): SheetSection | null {
  const stops = db.all<Stop>(
    `SELECT tourStop.day, tourStop.beginMinute, tourStop.minutes, unit.id AS unitId, unit.nameEn AS unitEn, unit.nameHi AS unitHi, unit.placeEn, unit.placeHi,
       person.id, person.nameEn, person.nameHi, person.titleEn, person.titleHi, person.phone
     FROM unit JOIN tourStop ON tourStop.unitId = unit.id JOIN tour ON tour.id = tourStop.tourId JOIN person ON person.id = tour.personId
     WHERE unit.path >= ? AND unit.path < ? AND tourStop.day >= ? ORDER BY tourStop.day, tourStop.beginMinute LIMIT 20`,
    ...subtreeRange(path), fromDay,
  );
  if (stops.length === 0) return null;
  return {
    heading: t('दौरा', 'Visit'),
    columns: [
      { key: 'day', label: t('दिन', 'Day'), kind: 'day', width: 22 },
      { key: 'hours', label: t('समय', 'Time'), kind: 'time', width: 14 },
      { key: 'place', label: t('स्थान', 'Place'), kind: 'text', width: 26 },
      { key: 'leader', label: t('कौन आएँगे', 'Who comes'), kind: 'text', width: 38 },
    ],
    rows: stops.map((stop) => {
      const unit = nameOf({ nameEn: stop.unitEn, nameHi: stop.unitHi });
      const place = stop.placeEn || stop.placeHi ? nameOf({ nameEn: stop.placeEn ?? '', nameHi: stop.placeHi }) : unit;
      return [
        dayWords(stop.day),
        stop.beginMinute === null ? same('') : hours(stop.beginMinute, stop.beginMinute + stop.minutes),
        place.hi === unit.hi ? unit : joined([place, unit], ', '),
        leaderLine(stop),
      ];
    }),
  };
}
