// The calendar: everything that has a day, and the moves and meetings made in it.
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { HandOver, MeetingFields, MoveEntry } from '../../shared/model/calendar.ts';
import type { Calls, CommandContext } from '../calls.ts';
import { calendarHtml, orientationOfCalendar } from '../sheets/calendarHtml.tsx';
import { oneLine } from '../sheets/sheetWords.ts';
import type { ReadDb } from '../store/sql.ts';
import { previewBusy, takeBusy } from './calendar/busy.ts';
import { calendarPage } from './calendar/calendarPage.ts';
import { calendarRange, wantedOf } from './calendar/calendarRange.ts';
import { checkMove, handedOver, insist, meetingOf, thereAlready } from './calendar/checkMove.ts';
import { travelLegs } from './calendar/clashProblems.ts';
import { leadersOf } from './calendar/leaders.ts';
import { membersOf, seriesOf } from './calendar/meetingRows.ts';
import { keepRules, rulesOf } from './calendar/rules.ts';
import { idsMeant, removeMeetings, saveMeeting } from './calendar/series.ts';
import { printedCalendar } from './calendar/printedCalendar.ts';
import { scopeName, writeIcs } from './calendar/writeIcs.ts';
import { fileName } from './sheet/fileName.ts';
import { withExtension, writeWhole } from './sheet/writeWhole.ts';
import { engagementsOf } from './tour/engagements.ts';

function checkFields(db: ReadDb, { personIds, unitId }: MeetingFields): void {
  const known = db.get<{ people: number }>('SELECT COUNT(*) AS people FROM person WHERE mergedIntoId IS NULL AND id IN (SELECT value FROM json_each(?))', JSON.stringify(personIds));
  if (known?.people !== personIds.length) throw new AppError('calendar.noPerson');
  if (unitId !== null && !db.get('SELECT 1 FROM unit WHERE id = ?', unitId)) throw new AppError('units.gone');
}

const titles = {
  save: { en: 'Save the calendar', hi: 'कैलेंडर सहेजें' },
  open: { en: 'Choose a calendar file', hi: 'कैलेंडर फ़ाइल चुनें' },
};

interface StopInHand {
  day: string | null;
  minutes: number;
  unitId: string;
  personId: string;
  nameEn: string;
  nameHi: string | null;
}

/** Throws `calendar.gone`. */
function stopOf(db: ReadDb, id: string): StopInHand {
  const stop = db.get<StopInHand>(
    `SELECT tourStop.day, tourStop.minutes, tourStop.unitId, COALESCE(tourStop.personId, tour.personId) AS personId,
       COALESCE(unit.placeEn, unit.nameEn) AS nameEn, COALESCE(unit.placeHi, unit.nameHi) AS nameHi
     FROM tourStop JOIN tour ON tour.id = tourId JOIN unit ON unit.id = tourStop.unitId WHERE tourStop.id = ?`, id,
  );
  if (!stop) throw new AppError('calendar.gone');
  return stop;
}

function moveStop({ db, summarise }: CommandContext, move: MoveEntry): void {
  insist(checkMove(db, move), move.accept);
  const { id, day, begin, minutes, handOver } = move;
  const { nameEn, nameHi, day: fromDay } = stopOf(db, id);
  // What the hand has placed stays there at the next planning.
  db.run('UPDATE tourStop SET day = ?, beginMinute = ?, minutes = ?, pinned = 1 WHERE id = ?', day, begin, minutes, id);
  // Without a name it is the tour's own leader's.
  if (handOver) db.run('UPDATE tourStop SET personId = (SELECT NULLIF(?, personId) FROM tour WHERE tour.id = tourId) WHERE id = ?', handOver.toPersonId, id);
  summarise('calendar.move', { nameEn, nameHi, fromDay, toDay: day });
}

/** The fields of the copy of an entry. */
function copied(db: ReadDb, kind: MoveEntry['kind'], id: string, handOver: HandOver | null): MeetingFields {
  if (kind === 'meeting') {
    const meeting = meetingOf(db, id);
    return { ...meeting, personIds: handedOver(meeting.personIds, handOver), pinned: false };
  }
  const { nameEn, nameHi, unitId, personId, minutes } = stopOf(db, id);
  return { titleEn: nameEn, titleHi: nameHi, day: '', begin: 0, minutes, unitId, placeEn: null, placeHi: null, personIds: [handOver?.toPersonId ?? personId], pinned: false };
}

export const calendar = {
  'calendar.range': ({ db }, input) => calendarRange(db, input),

  'calendar.page': ({ db }, input) => calendarPage(db, input),

  'calendar.problems': ({ db }, { kind, id }) => {
    const day = db.get<{ day: string | null }>(`SELECT day FROM ${kind === 'stop' ? 'tourStop' : 'meeting'} WHERE id = ?`, id)?.day ?? null;
    if (day === null) return [];
    return calendarRange(db, { fromDay: day, toDay: day, personIds: [], unitId: null }).find((entry) => entry.kind === kind && entry.id === id)?.problems ?? [];
  },

  'calendar.travel': ({ db }, { personIds, ...days }) => travelLegs(db, engagementsOf(db, { ...days, personIds: personIds.length === 0 ? null : personIds })),

  'calendar.leaders': ({ db }, { language, ...asked }) => leadersOf(db, wantedOf(db, asked), language),

  'calendar.rules': ({ db }) => rulesOf(db),

  'calendar.setRules': ({ db, summarise }, rules) => {
    const { dutyFrom, dutyTo } = { ...rulesOf(db), ...rules };
    if (dutyTo <= dutyFrom) throw new AppError('calendar.badHours');
    keepRules(db, rules);
    summarise('calendar.setRules');
    return null;
  },

  'calendar.check': ({ db }, move) => checkMove(db, move),

  'calendar.move': (context, move) => {
    if (move.kind === 'stop') {
      moveStop(context, move);
      return null;
    }
    const { db, summarise } = context;
    const { id, day, begin, minutes, handOver, scope, accept } = move;
    const before = meetingOf(db, id);
    insist({ hard: thereAlready(db, before, handOver), soft: [] }, accept);
    const repeat = seriesOf(db, id)?.series.rule ?? null;
    saveMeeting(context, { id, fields: { ...before, day, begin, minutes, personIds: handedOver(before.personIds, handOver) }, repeat, scope, accept });
    summarise('calendar.move', { nameEn: before.titleEn, nameHi: before.titleHi, fromDay: before.day, toDay: day });
    return null;
  },

  'calendar.copy': (context, { kind, id, day, begin, handOver, accept }) => {
    const fields = { ...copied(context.db, kind, id, handOver), day, begin };
    checkFields(context.db, fields);
    const done = saveMeeting(context, { id: null, fields, repeat: null, scope: 'one', accept });
    context.summarise('calendar.copy', { nameEn: fields.titleEn, nameHi: fields.titleHi, day });
    return { id: done.id };
  },

  'calendar.meeting': ({ db }, { id }) => {
    const fields = meetingOf(db, id);
    const known = seriesOf(db, id);
    const members = known ? membersOf(db, known.series.id) : [];
    return {
      id, ...fields, cancelled: db.get<{ state: string }>('SELECT state FROM meeting WHERE id = ?', id)?.state === 'cancelled',
      seriesId: known?.series.id ?? null, repeat: known?.series.rule ?? null,
      occurrences: known ? { count: members.length, firstDay: members[0]!.seriesDay, lastDay: members.at(-1)!.seriesDay } : null,
    };
  },

  'calendar.saveMeeting': (context, { id: known, fields: typed, repeat, scope, accept }) => {
    const fields = { ...typed, personIds: [...new Set(typed.personIds)] };
    checkFields(context.db, fields);
    const { id, count } = saveMeeting(context, { id: known, fields, repeat, scope, accept });
    const detail = { nameEn: fields.titleEn, nameHi: fields.titleHi, day: fields.day, count };
    if (count > 1) context.summarise(known ? 'calendar.saveSeries' : 'calendar.addSeries', detail);
    else context.summarise(known ? 'calendar.saveMeeting' : 'calendar.addMeeting', detail);
    return { id };
  },

  'calendar.removeMeeting': ({ db, summarise }, { id, scope }) => {
    const { titleEn, titleHi, day } = meetingOf(db, id);
    const count = removeMeetings(db, id, scope);
    summarise(count > 1 ? 'calendar.removeSeries' : 'calendar.removeMeeting', { nameEn: titleEn, nameHi: titleHi, day, count });
    return null;
  },

  'calendar.cancelMeeting': ({ db, summarise }, { id, scope, cancelled }) => {
    const { titleEn, titleHi, day } = meetingOf(db, id);
    for (const one of idsMeant(db, id, scope)) db.run('UPDATE meeting SET state = ? WHERE id = ?', cancelled ? 'cancelled' : 'planned', one);
    summarise(cancelled ? 'calendar.cancelMeeting' : 'calendar.restoreMeeting', { nameEn: titleEn, nameHi: titleHi, day });
    return null;
  },

  'calendar.html': (context, { sheet, languages }) => {
    const calendar = printedCalendar(context, sheet);
    return { html: calendarHtml(calendar, languages, { fontsBase: '/fonts' }), name: oneLine(calendar.footer, languages === 'en' ? 'en' : 'hi'), landscape: orientationOfCalendar(sheet.kind) === 'landscape' };
  },

  'calendar.savePdf': async ({ host, desk, query }, input) => {
    const { html, name, landscape } = query('calendar.html', input);
    const language = input.languages === 'en' ? 'en' : 'hi';
    const chosen = await host.chooseToSave(titles.save[desk.settings().language], fileName(name.replaceAll(' · ', ' - '), 'pdf', language), [{ name: 'PDF', extensions: ['pdf'] }]);
    if (chosen === null) return { saved: null };
    const path = withExtension(chosen, 'pdf');
    await writeWhole(path, await host.pdfOf(html, { landscape }));
    return { saved: basename(path) };
  },

  'calendar.print': async ({ host, query }, input) => ({ printed: await host.print(query('calendar.html', input).html) }),

  'calendar.scopeName': ({ db }, { scope, language }) => ({ name: scopeName(db, scope, language) }),

  'calendar.chooseIcs': async ({ host, desk, keepPath, query }, { scope, language }) => {
    const { name } = query('calendar.scopeName', { scope, language });
    const chosen = await host.chooseToSave(titles.save[desk.settings().language], fileName(name, 'ics', language), [{ name: 'iCalendar', extensions: ['ics'] }]);
    return chosen === null ? null : { token: keepPath(withExtension(chosen, 'ics')) };
  },

  'calendar.writeIcs': (context, input) => writeIcs(context, input, new Date()),

  'calendar.chooseBusy': async ({ host, desk, keepPath }) => {
    const chosen = await host.chooseToOpen(titles.open[desk.settings().language], [{ name: 'iCalendar', extensions: ['ics', 'ical', 'ifb', 'icalendar'] }]);
    return chosen === null ? null : { token: keepPath(chosen), name: basename(chosen) };
  },

  'calendar.previewBusy': (context, input) => previewBusy(context, input),

  'calendar.takeBusy': (context, input) => takeBusy(context, input),

  'calendar.removeBusy': ({ db, summarise }, { personId }) => {
    const person = db.get<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM person WHERE id = ?', personId);
    if (!person) throw new AppError('calendar.nobody');
    const times = db.run('DELETE FROM busyTime WHERE personId = ?', personId);
    db.run('DELETE FROM busySource WHERE personId = ?', personId);
    summarise('calendar.removeBusy', { ...person, count: times });
    return { times };
  },
} satisfies Calls<'calendar'>;
