// What is done on the board of a tour: stops moved, pinned, changed, added and removed; days; versions; onto the calendar.
import { AppError } from '../../../shared/errors.ts';
import type { StopDrop } from '../../../shared/model/tourFields.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { Calls, CommandContext } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import { insist, judged } from '../calendar/checkMove.ts';
import { dropStop } from './dropStop.ts';
import { shownDays } from './shownDays.ts';
import { tourCase } from './tourCase.ts';
import { shownProblems } from './tourProblems.ts';
import { isPlanned, stopOf, stopsOf, tourOf } from './tourRecord.ts';
import type { StopRecord } from './tourRecord.ts';
import { checkPlaces, setColumns, writeEntries } from './tourWrite.ts';
import { chooseVersion, copyVersion } from './versions.ts';

type OwnCalls = 'tours.tryMove' | 'tours.move' | 'tours.pin' | 'tours.setStop' | 'tours.addStop' | 'tours.removeStop' | 'tours.setDay'
  | 'tours.reserve' | 'tours.unreserve' | 'tours.copyVersion' | 'tours.chooseVersion' | 'tours.putOnCalendar';

/** Drops the stop and keeps what comes of it. Refused as a move on the calendar is. */
function move({ db }: CommandContext, tourId: string, stop: StopRecord, to: StopDrop['to'], accept: boolean): void {
  checkDay(db, tourId, to);
  const { findings, entries, one } = dropStop(db, tourCase(db, tourId), stop, to);
  insist(findings, accept);
  writeEntries(db, one, entries);
  // What the hand has placed stays on its day at the next planning; the hour follows from what is before it.
  if (to !== null) setColumns(db, 'tourStop', stop.id, { pinned: 0, dayPinned: 1 });
}

/** Throws `tours.noDay`. */
function checkDay(db: CommandContext['db'] | Parameters<typeof tourOf>[0], tourId: string, to: StopDrop['to']): void {
  if (to === null) return;
  const { fromDay, toDay } = tourOf(db, tourId);
  const stands = stopsOf(db, tourId).some((stop) => stop.day === to.day);
  if (!stands && (to.day < fromDay || to.day > toDay)) throw new AppError('tours.noDay', { day: to.day });
}

const named = ({ placeEn, placeHi }: StopRecord) => ({ nameEn: placeEn, nameHi: placeHi });

export const boardCalls = {
  'tours.tryMove': ({ db }, { stopId, to }) => {
    const { stop, tour } = stopOf(db, stopId);
    checkDay(db, tour.id, to);
    const now = tourCase(db, tour.id);
    const { findings, before, after, one } = dropStop(db, now, stop, to);
    const [old, fresh] = [shownDays(now, before, []), shownDays(one, after, shownProblems(one, after))];
    const plain = (day: (typeof old)[number]) => JSON.stringify(day.visits.map(({ stopId: id, begin, arrive, personId }) => [id, begin, arrive, personId]));
    return {
      ...findings,
      days: fresh.filter((day, index) => plain(day) !== plain(old[index]!)),
      travelMinutes: after.totals.travelMinutes - before.totals.travelMinutes,
      distanceKm: after.totals.distanceKm - before.totals.distanceKm,
    };
  },

  'tours.move': (context, { stopId, to, accept }) => {
    const { stop, tour } = stopOf(context.db, stopId);
    move(context, tour.id, stop, to, accept);
    context.summarise(to === null ? 'tours.takeOff' : 'tours.move', { ...named(stop), day: to?.day ?? null });
    return null;
  },

  'tours.pin': ({ db, summarise }, { stopId, pinned }) => {
    const { day, placeEn, placeHi } = stopOf(db, stopId).stop;
    if (pinned && day === null) throw new AppError('tours.notPlanned', { nameEn: placeEn, nameHi: placeHi });
    setColumns(db, 'tourStop', stopId, { pinned: pinned ? 1 : 0, dayPinned: 0 });
    summarise(pinned ? 'tours.pin' : 'tours.unpin', { nameEn: placeEn, nameHi: placeHi, day });
    return null;
  },

  'tours.setStop': ({ db, summarise }, { stopId, wishes }) => {
    const { stop, tour } = stopOf(db, stopId);
    const { must, minutes, ...rest } = wishes;
    const isMust = must ?? stop.must;
    const own = minutes === undefined ? stop.ownLength : minutes !== null;
    const usual = isMust ? tour.meetingMinutes : tour.wantedMinutes;
    const onlyFrom = rest.onlyFromDay === undefined ? stop.onlyFromDay : rest.onlyFromDay;
    const onlyTo = rest.onlyToDay === undefined ? stop.onlyToDay : rest.onlyToDay;
    if (onlyFrom !== null && onlyTo !== null && onlyTo < onlyFrom) throw new AppError('tours.badWindow', { fromDay: onlyFrom, toDay: onlyTo });
    setColumns(db, 'tourStop', stopId, {
      ...rest, must: isMust ? 1 : 0, ownLength: own ? 1 : 0,
      minutes: minutes ?? (own || stop.pinned ? stop.minutes : usual),
    });
    summarise('tours.setStop', named(stop));
    return null;
  },

  'tours.addStop': (context, { id, unitId, must, worth, to, accept }) => {
    const { db, newId, summarise } = context;
    const { meetingMinutes, wantedMinutes } = tourOf(db, id);
    checkPlaces(db, [unitId]);
    if (stopsOf(db, id).some((stop) => stop.unitId === unitId)) throw new AppError('tours.stopThere');
    const stopId = newId();
    insertRow(db, 'tourStop', { id: stopId, tourId: id, unitId, minutes: must ? meetingMinutes : wantedMinutes, must: must ? 1 : 0, worth });
    const { stop } = stopOf(db, stopId);
    if (to !== null) move(context, id, stop, to, accept);
    summarise('tours.addStop', { ...named(stop), day: to?.day ?? null });
    return { stopId };
  },

  'tours.removeStop': (context, { stopId }) => {
    const { db, summarise } = context;
    const { stop, tour } = stopOf(db, stopId);
    if (stop.marked !== null) throw new AppError('tours.stopHeld', { ...named(stop) });
    if (isPlanned(stop)) {
      const { entries, one } = dropStop(db, tourCase(db, tour.id), stop, null);
      writeEntries(db, one, entries);
    }
    for (const end of ['firstUnitId', 'lastUnitId'] as const) if (tour[end] === stop.unitId) setColumns(db, 'tour', tour.id, { [end]: null });
    db.run('DELETE FROM tourStop WHERE id = ?', stopId);
    summarise('tours.removeStop', named(stop));
    return null;
  },

  'tours.setDay': ({ db, summarise }, { id, day, dutyFrom, dutyTo, locked }) => {
    const tour = tourOf(db, id);
    const [from, to] = [dutyFrom ?? tour.dutyFrom, dutyTo ?? tour.dutyTo];
    // The same hour twice: no duty at all on this day.
    if (to < from) throw new AppError('tours.badHours', { dutyFrom: from, dutyTo: to });
    if (dutyFrom === null && dutyTo === null && !locked) db.run('DELETE FROM tourDay WHERE tourId = ? AND day = ?', id, day);
    else {
      db.run(
        `INSERT INTO tourDay (tourId, day, dutyFrom, dutyTo, locked) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (tourId, day) DO UPDATE SET dutyFrom = excluded.dutyFrom, dutyTo = excluded.dutyTo, locked = excluded.locked`,
        id, day, dutyFrom, dutyTo, locked ? 1 : 0,
      );
    }
    summarise('tours.setDay', { nameEn: tour.nameEn, nameHi: tour.nameHi, day });
    return null;
  },

  'tours.reserve': ({ db, newId, summarise }, { id: tourId, day, from, to, note }) => {
    const { nameEn, nameHi } = tourOf(db, tourId);
    if (to <= from) throw new AppError('tours.badHours', { dutyFrom: from, dutyTo: to });
    const id = newId();
    insertRow(db, 'tourReserved', { id, tourId, day, fromMinute: from, toMinute: to, note });
    summarise('tours.reserve', { nameEn, nameHi, day });
    return { id };
  },

  'tours.unreserve': ({ db, summarise }, { reservedId }) => {
    const part = db.get<{ tourId: string; day: string }>('SELECT tourId, day FROM tourReserved WHERE id = ?', reservedId);
    if (!part) throw new AppError('tours.partGone');
    const { nameEn, nameHi } = tourOf(db, part.tourId);
    db.run('DELETE FROM tourReserved WHERE id = ?', reservedId);
    summarise('tours.unreserve', { nameEn, nameHi, day: part.day });
    return null;
  },

  'tours.copyVersion': (context, { id, note }) => {
    const copyId = copyVersion(context, id, note);
    const { nameEn, nameHi, versionNumber } = tourOf(context.db, copyId);
    context.summarise('tours.copyVersion', { nameEn, nameHi, number: versionNumber });
    return { id: copyId };
  },

  'tours.chooseVersion': (context, { id }) => {
    const { nameEn, nameHi, versionNumber } = tourOf(context.db, id);
    const tourId = chooseVersion(context, id);
    context.summarise('tours.chooseVersion', { nameEn, nameHi, number: versionNumber });
    return { id: tourId };
  },

  'tours.putOnCalendar': (context, { id, onCalendar, accept }) => {
    const { db, summarise } = context;
    const { nameEn, nameHi } = tourOf(db, id);
    // A version takes the place of the plan the tour had.
    const tourId = onCalendar ? chooseVersion(context, id) : id;
    if (onCalendar) {
      const one = tourCase(db, tourId);
      if (!one.stops.some(isPlanned)) throw new AppError('tours.noPlanYet');
      const problems = shownProblems(one, checkTour(one.problem, one.entries));
      insist(judged(db, problems), accept);
    }
    setColumns(db, 'tour', tourId, { onCalendar: onCalendar ? 1 : 0 });
    summarise(onCalendar ? 'tours.putOnCalendar' : 'tours.takeFromCalendar', { nameEn, nameHi });
    return null;
  },
} satisfies Pick<Calls<'tours'>, OwnCalls>;
