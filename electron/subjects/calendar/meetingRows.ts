// A meeting's rows in the file: written, read as one, taken away with all that hangs on them.
import { AppError } from '../../../shared/errors.ts';
import type { MeetingFields, SeriesRule } from '../../../shared/model/calendar.ts';
import type { ReadDb, WriteDb } from '../../store/sql.ts';
import { dropLinks } from '../programme/links.ts';

/** A meeting of a series, as it is and as the rule has it. */
export interface SeriesMember {
  id: string;
  seriesDay: string;
  state: 'planned' | 'cancelled';
}

export interface Series {
  id: string;
  fromDay: string;
  rule: SeriesRule;
  /** What its meetings are unless the hand has made one of them otherwise. */
  base: Omit<MeetingFields, 'day' | 'personIds'>;
}

export function putMeeting(db: WriteDb, id: string, fields: MeetingFields, series: { seriesId: string; seriesDay: string } | null): void {
  const { titleEn, titleHi, day, begin, minutes, unitId, placeEn, placeHi, personIds, pinned } = fields;
  db.run(
    `INSERT INTO meeting (id, titleEn, titleHi, day, beginMinute, minutes, unitId, placeEn, placeHi, pinned, seriesId, seriesDay) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET titleEn = excluded.titleEn, titleHi = excluded.titleHi, day = excluded.day,
       beginMinute = excluded.beginMinute, minutes = excluded.minutes, unitId = excluded.unitId, placeEn = excluded.placeEn, placeHi = excluded.placeHi,
       pinned = excluded.pinned, seriesId = excluded.seriesId, seriesDay = excluded.seriesDay`,
    id, titleEn, titleHi, day, begin, minutes, unitId, placeEn, placeHi, pinned ? 1 : 0, series?.seriesId ?? null, series?.seriesDay ?? null,
  );
  const people = JSON.stringify(personIds);
  db.run('DELETE FROM meetingPerson WHERE meetingId = ? AND personId NOT IN (SELECT value FROM json_each(?))', id, people);
  db.run('INSERT INTO meetingPerson (meetingId, personId) SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING', id, people);
}

export function dropMeeting(db: WriteDb, id: string): void {
  db.run('DELETE FROM meetingPerson WHERE meetingId = ?', id);
  dropLinks(db, 'meeting', id);
  db.run('DELETE FROM meeting WHERE id = ?', id);
}

/** The series a meeting belongs to and the day its rule gave it; null: none. Throws `calendar.gone`. */
export function seriesOf(db: ReadDb, meetingId: string): { series: Series; seriesDay: string } | null {
  const known = db.get<{ seriesId: string | null; seriesDay: string | null }>('SELECT seriesId, seriesDay FROM meeting WHERE id = ?', meetingId);
  if (!known) throw new AppError('calendar.gone');
  if (known.seriesId === null || known.seriesDay === null) return null;
  const row = db.get<Omit<SeriesRule, 'weekdays'> & Omit<Series['base'], 'pinned'> & { id: string; fromDay: string; weekdays: number; pinned: number }>(
    `SELECT id, fromDay, freq, every, weekdays, monthDay, nth, untilDay, times, titleEn, titleHi, beginMinute AS begin, minutes, unitId, placeEn, placeHi, pinned
     FROM meetingSeries WHERE id = ?`, known.seriesId,
  )!;
  const { id, fromDay, freq, every, weekdays: bits, monthDay, nth, untilDay, times, pinned, ...base } = row;
  const weekdays = [0, 1, 2, 3, 4, 5, 6].filter((day) => (bits & (1 << day)) !== 0);
  return { seriesDay: known.seriesDay, series: { id, fromDay, rule: { freq, every, weekdays, monthDay, nth, untilDay, times }, base: { ...base, pinned: pinned === 1 } } };
}

export function putSeries(db: WriteDb, { id, fromDay, rule, base }: Series): void {
  const { freq, every, monthDay, nth, untilDay, times } = rule;
  const weekdays = rule.weekdays.reduce((bits, day) => bits | (1 << day), 0);
  const { titleEn, titleHi, begin, minutes, unitId, placeEn, placeHi, pinned } = base;
  db.run(
    `INSERT INTO meetingSeries (id, fromDay, freq, every, weekdays, monthDay, nth, untilDay, times, titleEn, titleHi, beginMinute, minutes, unitId, placeEn, placeHi, pinned)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET fromDay = excluded.fromDay, freq = excluded.freq, every = excluded.every, weekdays = excluded.weekdays, monthDay = excluded.monthDay,
       nth = excluded.nth, untilDay = excluded.untilDay, times = excluded.times, titleEn = excluded.titleEn, titleHi = excluded.titleHi, beginMinute = excluded.beginMinute,
       minutes = excluded.minutes, unitId = excluded.unitId, placeEn = excluded.placeEn, placeHi = excluded.placeHi, pinned = excluded.pinned`,
    id, fromDay, freq, every, weekdays, monthDay, nth, untilDay, times, titleEn, titleHi, begin, minutes, unitId, placeEn, placeHi, pinned ? 1 : 0,
  );
}

/** In the order of the rule's days, from one of them on. */
export function membersOf(db: ReadDb, seriesId: string, fromDay = ''): SeriesMember[] {
  return db.all<SeriesMember>('SELECT id, seriesDay, state FROM meeting WHERE seriesId = ? AND seriesDay >= ? ORDER BY seriesDay', seriesId, fromDay);
}
