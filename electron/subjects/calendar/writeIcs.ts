// Sends entries out as a calendar file: what went out before under the same id gets the next number if it changed, and is called off if it is gone.
import { basename } from 'node:path';
import type { IcsDone, IcsScope } from '../../../shared/model/calendar.ts';
import type { Language } from '../../../shared/model/common.ts';
import { addDays } from '../../../shared/dates.ts';
import type { JobContext } from '../../calls.ts';
import { icsText } from '../../sheets/ics.ts';
import type { IcsEvent } from '../../sheets/ics.ts';
import type { ReadDb } from '../../store/sql.ts';
import { writeWhole } from '../sheet/writeWhole.ts';
import { outgoingEvents } from './icsEvents.ts';

/** What is longer over than this is no longer sent, nor called off. */
const daysBack = 92;

interface Sent {
  uid: string;
  occurrence: string;
  sequence: number;
  content: string;
  stamp: string;
  /** Its last day. */
  day: string;
}

/** `content` of what was sent called off. */
const goneMark = 'gone';
const keyOf = ({ uid, occurrence }: { uid: string; occurrence: string }): string => `${uid} ${occurrence}`;
const scopeKey = (scope: IcsScope): string => (scope.kind === 'all' ? 'all' : `${scope.kind} ${scope.id}`);

export function scopeName(db: ReadDb, scope: IcsScope, language: Language): string {
  const table = { person: 'person', unit: 'unit', tour: 'tour' };
  const row = scope.kind === 'all'
    ? db.get<{ nameEn: string; nameHi: string | null }>(`SELECT (SELECT value FROM workspace WHERE key = 'nameEn') AS nameEn, (SELECT value FROM workspace WHERE key = 'nameHi') AS nameHi`)
    : db.get<{ nameEn: string; nameHi: string | null }>(`SELECT nameEn, nameHi FROM ${table[scope.kind]} WHERE id = ?`, scope.id);
  return (language === 'hi' ? row?.nameHi ?? row?.nameEn : row?.nameEn) ?? '';
}

/** Throws `units.gone`, `sheets.notWritten`. */
export async function writeIcs({ db, pathOf, today }: JobContext, { token, scope, language }: { token: string; scope: IcsScope; language: Language }, now: Date): Promise<IcsDone> {
  const path = pathOf(token);
  const fromDay = addDays(today, -daysBack);
  const sent = new Map(db.all<Sent>('SELECT uid, occurrence, sequence, content, stamp, day FROM calendarSent').map((row) => [keyOf(row), row]));
  const to = new Set(db.all<{ uid: string; occurrence: string }>('SELECT uid, occurrence FROM calendarSentTo WHERE scope = ?', scopeKey(scope)).map(keyOf));
  const put = (row: Sent): void => {
    db.run(
      `INSERT INTO calendarSent (uid, occurrence, sequence, content, stamp, day) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (uid, occurrence)
       DO UPDATE SET sequence = excluded.sequence, content = excluded.content, stamp = excluded.stamp, day = excluded.day`,
      row.uid, row.occurrence, row.sequence, row.content, row.stamp, row.day,
    );
  };
  const done: IcsDone = { name: basename(path), events: 0, added: 0, changed: 0, cancelled: 0 };
  const here = new Set<string>();
  const events: IcsEvent[] = outgoingEvents(db, scope, language, fromDay).map((event) => {
    const key = keyOf(event);
    here.add(key);
    const before = sent.get(key);
    const same = before?.content === event.content;
    const row: Sent = same ? before : { uid: event.uid, occurrence: event.occurrence, content: event.content, sequence: before ? before.sequence + 1 : 0, stamp: now.toISOString(), day: event.lastDay };
    if (!same) put(row);
    done.events += 1;
    if (!to.has(key)) {
      done.added += 1;
      db.run('INSERT INTO calendarSentTo (scope, uid, occurrence) VALUES (?, ?, ?)', scopeKey(scope), event.uid, event.occurrence);
    } else if (!same) done.changed += 1;
    return { ...event, sequence: row.sequence, stamp: row.stamp };
  });
  for (const key of to) {
    const before = sent.get(key);
    if (here.has(key) || !before) continue;
    // A member of a series that is as its rule has it again, or gone with it, needs no line of its own.
    if (before.occurrence !== '') {
      db.run('DELETE FROM calendarSentTo WHERE scope = ? AND uid = ? AND occurrence = ?', scopeKey(scope), before.uid, before.occurrence);
      continue;
    }
    if (before.day < fromDay) continue;
    const told = before.content.startsWith(goneMark);
    const row = told ? before : { ...before, content: `${goneMark} ${before.content}`, sequence: before.sequence + 1, stamp: now.toISOString() };
    if (!told) put(row);
    if (!told) done.cancelled += 1;
    events.push({ uid: before.uid, sequence: row.sequence, stamp: row.stamp, day: before.day, begin: null, minutes: 0, summary: gone[language], cancelled: true });
  }
  await writeWhole(path, new TextEncoder().encode(icsText(scopeName(db, scope, language), events)));
  return done;
}

const gone = { en: 'Called off', hi: 'रद्द' };
