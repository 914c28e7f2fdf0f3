// The calendar: everything that has a day, and the moves and meetings made in it.
import { AppError } from '../../shared/errors.ts';
import type { MeetingFields } from '../../shared/model/calendar.ts';
import type { Calls, CommandContext } from '../calls.ts';
import { calendarRange } from './calendar/calendarRange.ts';
import { checkMove, insist, judged, meetingOf, problemsOfMeeting } from './calendar/checkMove.ts';
import { dropLinks } from './programme/links.ts';

function putMeeting({ db }: CommandContext, id: string, fields: MeetingFields): void {
  const { titleEn, titleHi, day, begin, minutes, unitId, placeEn, placeHi, personIds } = fields;
  db.run(
    `INSERT INTO meeting (id, titleEn, titleHi, day, beginMinute, minutes, unitId, placeEn, placeHi) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET titleEn = excluded.titleEn, titleHi = excluded.titleHi, day = excluded.day,
       beginMinute = excluded.beginMinute, minutes = excluded.minutes, unitId = excluded.unitId, placeEn = excluded.placeEn, placeHi = excluded.placeHi`,
    id, titleEn, titleHi, day, begin, minutes, unitId, placeEn, placeHi,
  );
  const people = JSON.stringify(personIds);
  db.run('DELETE FROM meetingPerson WHERE meetingId = ? AND personId NOT IN (SELECT value FROM json_each(?))', id, people);
  db.run('INSERT INTO meetingPerson (meetingId, personId) SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING', id, people);
}

function checkFields({ db }: CommandContext, { personIds, unitId }: MeetingFields): void {
  const known = db.get<{ people: number }>('SELECT COUNT(*) AS people FROM person WHERE mergedIntoId IS NULL AND id IN (SELECT value FROM json_each(?))', JSON.stringify(personIds));
  if (known?.people !== personIds.length) throw new AppError('calendar.noPerson');
  if (unitId !== null && !db.get('SELECT 1 FROM unit WHERE id = ?', unitId)) throw new AppError('units.gone');
}

export const calendar = {
  'calendar.range': ({ db }, input) => calendarRange(db, input),

  'calendar.check': ({ db }, move) => checkMove(db, move),

  'calendar.move': ({ db, summarise }, move) => {
    insist(checkMove(db, move), move.accept);
    const { kind, id, day, begin, minutes } = move;
    const before = kind === 'stop'
      ? db.get<{ day: string | null; nameEn: string; nameHi: string | null }>(
        `SELECT tourStop.day, COALESCE(unit.placeEn, unit.nameEn) AS nameEn, COALESCE(unit.placeHi, unit.nameHi) AS nameHi
         FROM tourStop JOIN unit ON unit.id = tourStop.unitId WHERE tourStop.id = ?`, id)
      : db.get<{ day: string; nameEn: string; nameHi: string | null }>('SELECT day, titleEn AS nameEn, titleHi AS nameHi FROM meeting WHERE id = ?', id);
    // What the hand has placed stays there at the next planning.
    if (kind === 'stop') db.run('UPDATE tourStop SET day = ?, beginMinute = ?, minutes = ?, pinned = 1 WHERE id = ?', day, begin, minutes, id);
    else db.run('UPDATE meeting SET day = ?, beginMinute = ?, minutes = ? WHERE id = ?', day, begin, minutes, id);
    summarise('calendar.move', { nameEn: before!.nameEn, nameHi: before!.nameHi, fromDay: before!.day, toDay: day });
    return null;
  },

  'calendar.meeting': ({ db }, { id }) => ({ id, ...meetingOf(db, id), cancelled: false, seriesId: null, repeat: null, occurrences: null }),

  'calendar.saveMeeting': (context, { id: known, fields: typed, accept }) => {
    const fields = { ...typed, personIds: [...new Set(typed.personIds)] };
    if (known) meetingOf(context.db, known);
    checkFields(context, fields);
    insist(judged(context.db, problemsOfMeeting(context.db, known, fields)), accept);
    const id = known ?? context.newId();
    putMeeting(context, id, fields);
    context.summarise(known ? 'calendar.saveMeeting' : 'calendar.addMeeting', { nameEn: fields.titleEn, nameHi: fields.titleHi, day: fields.day });
    return { id };
  },

  'calendar.removeMeeting': ({ db, summarise }, { id }) => {
    const { titleEn, titleHi, day } = meetingOf(db, id);
    db.run('DELETE FROM meetingPerson WHERE meetingId = ?', id);
    db.run('DELETE FROM meeting WHERE id = ?', id);
    dropLinks(db, 'meeting', id);
    summarise('calendar.removeMeeting', { nameEn: titleEn, nameHi: titleHi, day });
    return null;
  },
} satisfies Calls<'calendar'>;
