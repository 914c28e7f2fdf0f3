// Writes a tour's frame and its stops: what was chosen is there afterwards, what stays keeps its day, and removing leaves nothing.
import { AppError } from '../../../shared/errors.ts';
import { daysBetween } from '../../../shared/dates.ts';
import type { LeaderRules, TourFields, TourRules } from '../../../shared/model/tourFields.ts';
import type { TourEntry } from '../../../shared/tour/plan.ts';
import type { CommandContext } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { ReadDb, WriteDb } from '../../store/sql.ts';
import { roadFigures } from '../travel/roadFigures.ts';
import { placesOf } from './places.ts';
import type { TourCase } from './tourCase.ts';
import { stopsOf } from './tourRecord.ts';
import { dropLinks } from '../programme/links.ts';

/** Longer than any tour; a slip of the year would otherwise plan for months. */
const mostDays = 92;

/** Tables that hold a tour's sides; stops stand apart. */
export const sideTables = ['tourLeaderNight', 'tourLeader', 'tourDay', 'tourReserved', 'tourNight'] as const;

/** The units that must be visited: those chosen, every leader's first and last town among them. */
function mustsOf({ unitIds, firstUnitId, lastUnitId, rules }: TourFields): string[] {
  const ends = (rules?.leaderRules ?? []).flatMap((leader) => [leader.firstUnitId, leader.lastUnitId]);
  return [...new Set([...unitIds, firstUnitId, lastUnitId, ...ends].filter((id) => id !== null))];
}

/** Throws `tours.noPerson`, `tours.badWindow`, `tours.windowTooLong`, `tours.badDuty`, `tours.firstIsLast`, `units.gone`, `tours.noPoint`. */
export function checkFields(db: ReadDb, fields: TourFields): void {
  const { personId, fromDay, toDay, dutyFrom, dutyTo, firstUnitId, lastUnitId, meetingMinutes, rules } = fields;
  const leaderRules = rules?.leaderRules ?? [];
  for (const id of [personId, ...(rules?.leaderIds ?? [])]) {
    if (!db.get('SELECT 1 FROM person WHERE id = ? AND mergedIntoId IS NULL', id)) throw new AppError('tours.noPerson');
  }
  if (toDay < fromDay) throw new AppError('tours.badWindow', { fromDay, toDay });
  if (daysBetween(fromDay, toDay) >= mostDays) throw new AppError('tours.windowTooLong', { days: daysBetween(fromDay, toDay) + 1, mostDays });
  if (dutyTo <= dutyFrom || dutyTo - dutyFrom < meetingMinutes) throw new AppError('tours.badDuty', { dutyFrom, dutyTo, meetingMinutes });
  for (const leader of leaderRules) {
    const [from, to] = [leader.dutyFrom ?? dutyFrom, leader.dutyTo ?? dutyTo];
    if (to <= from || to - from < meetingMinutes) throw new AppError('tours.badDuty', { dutyFrom: from, dutyTo: to, meetingMinutes });
  }
  const musts = mustsOf(fields);
  if (firstUnitId !== null && firstUnitId === lastUnitId && musts.length > 1) throw new AppError('tours.firstIsLast');
  checkPlaces(db, [...musts, ...(rules?.wanted ?? []).map(({ unitId }) => unitId), ...(rules?.nightUnitIds ?? []), ...leaderRules.flatMap((leader) => leader.nightUnitIds)]);
}

/** Throws `units.gone`, `tours.noPoint`. */
export function checkPlaces(db: ReadDb, unitIds: readonly string[]): void {
  const places = placesOf(db, unitIds);
  if (unitIds.some((id) => !places.has(id))) throw new AppError('units.gone');
  const noPoint = [...places.values()].filter((place) => place.lat === null || place.lon === null);
  if (noPoint.length > 0) {
    throw new AppError('tours.noPoint', {
      count: noPoint.length,
      namesEn: noPoint.map((place) => place.nameEn).join(', '),
      namesHi: noPoint.map((place) => place.nameHi ?? place.nameEn).join(', '),
    });
  }
}

/** `isNew`: a row is made, on the calendar or not; else the frame alone changes. */
export function putFrame({ db }: CommandContext, id: string, fields: TourFields, isNew: { onCalendar: boolean } | null): void {
  const { nameEn, nameHi, personId, fromDay, toDay, firstUnitId, lastUnitId, meetingMinutes, dutyFrom, dutyTo, rules } = fields;
  const start = roadFigures(db);
  const figures = { roadFactor: fields.roadFactor ?? start.roadFactor, speedKmPerHour: fields.speedKmPerHour ?? start.speedKmPerHour };
  const ownRoads = fields.roadFactor === null && fields.speedKmPerHour === null ? 0 : 1;
  const frame = { nameEn, nameHi, personId, fromDay, toDay, firstUnitId, lastUnitId, meetingMinutes, dutyFrom, dutyTo, ...figures, ownRoads };
  if (isNew) insertRow(db, 'tour', { id, ...frame, onCalendar: isNew.onCalendar ? 1 : 0 });
  else setColumns(db, 'tour', id, frame);
  if (rules) putRules(db, id, personId, rules);
}

function putRules(db: WriteDb, id: string, personId: string, rules: TourRules): void {
  const { darkFrom, darkUntil, maxDrivingMinutes, fewestDays, driveOn, wantedMinutes, darkBySun, slowInDark, avoidBlackouts } = rules;
  setColumns(db, 'tour', id, {
    darkFrom, darkUntil, maxDrivingMinutes, wantedMinutes, fewestDays: fewestDays ? 1 : 0, driveOn: driveOn ? 1 : 0,
    darkBySun: darkBySun ? 1 : 0, slowInDark: slowInDark ? 1 : 0, avoidBlackouts: [...new Set(avoidBlackouts)].join(' '),
  });
  const keep = (table: string, column: string, ids: readonly string[]): void => {
    db.run(`DELETE FROM ${table} WHERE tourId = ? AND ${column} NOT IN (SELECT value FROM json_each(?))`, id, JSON.stringify(ids));
    db.run(`INSERT INTO ${table} (tourId, ${column}) SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`, id, JSON.stringify(ids));
  };
  keep('tourLeader', 'personId', rules.leaderIds.filter((other) => other !== personId));
  keep('tourNight', 'unitId', rules.nightUnitIds);
  for (const other of rules.leaderIds) putLeader(db, id, rules.leaderRules.find((leader) => leader.personId === other) ?? { personId: other, firstUnitId: null, lastUnitId: null, dutyFrom: null, dutyTo: null, nightUnitIds: [] });
  db.run('DELETE FROM tourLeaderNight WHERE tourId = ? AND personId NOT IN (SELECT personId FROM tourLeader WHERE tourId = ?)', id, id);
  // Whoever no longer comes takes no stops.
  db.run('UPDATE tourStop SET personId = NULL WHERE tourId = ? AND personId IS NOT NULL AND personId NOT IN (SELECT personId FROM tourLeader WHERE tourId = ?)', id, id);
}

/** The own rules of one who shares the tour. */
function putLeader(db: WriteDb, id: string, { personId, firstUnitId, lastUnitId, dutyFrom, dutyTo, nightUnitIds }: LeaderRules): void {
  db.run('UPDATE tourLeader SET firstUnitId = ?, lastUnitId = ?, dutyFrom = ?, dutyTo = ? WHERE tourId = ? AND personId = ?', firstUnitId, lastUnitId, dutyFrom, dutyTo, id, personId);
  const nights = JSON.stringify(nightUnitIds);
  db.run('DELETE FROM tourLeaderNight WHERE tourId = ? AND personId = ? AND unitId NOT IN (SELECT value FROM json_each(?))', id, personId, nights);
  db.run('INSERT INTO tourLeaderNight (tourId, personId, unitId) SELECT tourId, personId, value FROM tourLeader, json_each(?) WHERE tourId = ? AND personId = ? ON CONFLICT DO NOTHING', nights, id, personId);
}

/** Column names come from our own code only. */
export function setColumns(db: WriteDb, table: string, id: string, values: Record<string, string | number | null>): void {
  const columns = Object.keys(values);
  db.run(`UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`, ...Object.values(values), id);
}

/**
 * Stops for exactly these units: new ones have no day yet, those that stay keep theirs; the pinned keep their length too.
 * Without rules those that are only wanted stay as they are.
 */
export function reconcileStops({ db, newId }: CommandContext, tourId: string, fields: TourFields): void {
  const { meetingMinutes, rules } = fields;
  const before = stopsOf(db, tourId);
  const wanted = new Map<string, { must: number; worth: number }>(
    rules ? rules.wanted.map(({ unitId, worth }) => [unitId, { must: 0, worth }])
    : before.filter((stop) => !stop.must).map(({ unitId, worth }) => [unitId, { must: 0, worth }]),
  );
  for (const unitId of mustsOf(fields)) wanted.set(unitId, { must: 1, worth: 1 });
  const row = db.get<{ wantedMinutes: number }>('SELECT wantedMinutes FROM tour WHERE id = ?', tourId)!;
  const lengthOf = (must: number): number => (must === 1 ? meetingMinutes : row.wantedMinutes);
  for (const stop of before) {
    const wish = wanted.get(stop.unitId);
    wanted.delete(stop.unitId);
    if (!wish) {
      db.run('DELETE FROM tourStop WHERE id = ?', stop.id);
      continue;
    }
    const minutes = stop.pinned || stop.ownLength ? stop.minutes : lengthOf(wish.must);
    const isSame = minutes === stop.minutes && (wish.must === 1) === stop.must && wish.worth === stop.worth;
    if (!isSame) setColumns(db, 'tourStop', stop.id, { ...wish, minutes });
  }
  for (const [unitId, wish] of wanted) insertRow(db, 'tourStop', { id: newId(), tourId, unitId, minutes: lengthOf(wish.must), ...wish });
}

/** Gives the tour's stops the days, hours and leaders of a schedule; a stop that is not in it has none. Says how many stand in it. */
export function writeEntries(db: WriteDb, one: TourCase, entries: readonly TourEntry[]): number {
  const known = new Map(entries.map((entry) => [entry.stopId, entry]));
  let visits = 0;
  for (const stop of one.stops) {
    const entry = known.get(stop.id);
    if (entry) visits += 1;
    const day = entry ? one.days[entry.day]! : null;
    const beginMinute = entry ? Math.round(entry.begin!) : null;
    const personId = entry?.leader ? one.leaders[entry.leader]!.personId : null;
    if (day === stop.day && beginMinute === stop.beginMinute && personId === stop.personId) continue;
    setColumns(db, 'tourStop', stop.id, { day, beginMinute, personId, ...(day === null ? { pinned: 0, dayPinned: 0 } : {}) });
  }
  return visits;
}

/** With its other versions. */
export function removeTour(db: WriteDb, id: string): void {
  for (const version of db.all<{ id: string }>('SELECT id FROM tour WHERE versionOf = ?', id)) removeTour(db, version.id);
  for (const table of [...sideTables, 'tourStop']) db.run(`DELETE FROM ${table} WHERE tourId = ?`, id);
  dropLinks(db, 'tour', id);
  db.run('DELETE FROM tour WHERE id = ?', id);
}
