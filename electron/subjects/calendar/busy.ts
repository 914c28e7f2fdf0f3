// A leader's own calendar taken into the file as busy time: by id and number, so that the same file twice adds nothing and older ones change nothing.
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { addDays } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { BusyPreview } from '../../../shared/model/calendar.ts';
import type { JobContext } from '../../calls.ts';
import { decodeText } from '../../sheets/decodeText.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { ReadDb } from '../../store/sql.ts';
import { engagementsOf } from '../tour/engagements.ts';
import { busyTimesOf } from './busyTimes.ts';
import type { BusyFile, BusyRow } from './busyTimes.ts';

interface Asked {
  token: string;
  personId: string;
  keepTitles: boolean;
  removeMissing: boolean;
}

const mostMegabytes = 10;
/** What is over is of no use, what is further away nobody plans around yet. */
const daysBack = 31;
const daysAhead = 400;
const mostBadShown = 50;

type Stored = BusyRow & { id: string; uid: string };
interface Change {
  uid: string;
  sequence: number;
  drop: readonly Stored[];
  put: readonly BusyRow[];
  is: 'added' | 'changed' | 'cancelled' | 'same';
}

async function readWhole(path: string): Promise<string> {
  const name = basename(path);
  try {
    if (statSync(path).size > mostMegabytes * 1_000_000) throw new AppError('calendar.fileTooLarge', { name, most: mostMegabytes });
    return decodeText(await readFile(path));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('calendar.fileGone', { name });
  }
}

const textOf = (rows: readonly BusyRow[]): string => JSON.stringify(rows.map(({ day, begin, minutes, title }) => [day, begin, minutes, title]));

function changesOf(db: ReadDb, file: BusyFile, { personId, keepTitles, removeMissing }: Asked, fromDay: string): { changes: Change[]; older: number; missing: Change[] } {
  const stored = new Map<string, Stored[]>();
  for (const row of db.all<Stored>(
    `SELECT id, uid, day, beginMinute AS begin, minutes, COALESCE(title, '') AS title FROM busyTime WHERE personId = ? AND day >= ? ORDER BY day, beginMinute`, personId, fromDay,
  )) stored.set(row.uid, [...(stored.get(row.uid) ?? []), row]);
  const known = new Map(db.raw<[string, number]>('SELECT uid, sequence FROM busySource WHERE personId = ?', personId));
  let older = 0;
  const changes: Change[] = [];
  for (const { uid, sequence, cancelled, rows } of file.sources) {
    const before = known.get(uid);
    if (before !== undefined && sequence < before) {
      older += 1;
      continue;
    }
    const drop = stored.get(uid) ?? [];
    const put = cancelled ? [] : rows.map((row) => ({ ...row, title: keepTitles ? row.title : '' }));
    const is = textOf(drop) === textOf(put) && before === sequence ? 'same' : put.length === 0 ? (drop.length > 0 ? 'cancelled' : 'same') : drop.length === 0 ? 'added' : textOf(drop) === textOf(put) ? 'same' : 'changed';
    changes.push({ uid, sequence, drop, put, is });
  }
  const inFile = new Set(file.sources.map((source) => source.uid));
  const missing = [...stored].filter(([uid]) => !inFile.has(uid)).map(([uid, drop]): Change => ({ uid, sequence: known.get(uid) ?? 0, drop, put: [], is: 'cancelled' }));
  return { changes: removeMissing ? [...changes, ...missing] : changes, older, missing };
}

/** Busy times that stand on a stop or meeting of the same leader. */
function clashesOf(db: ReadDb, rows: readonly BusyRow[], personId: string, days: { fromDay: string; toDay: string }): number {
  const byDay = new Map<string, { begin: number; end: number }[]>();
  for (const one of engagementsOf(db, { ...days, personIds: [personId] })) {
    if (one.kind !== 'busy') byDay.set(one.day, [...(byDay.get(one.day) ?? []), one]);
  }
  return rows.filter((row) => byDay.get(row.day)?.some((one) => one.begin < row.begin + row.minutes && row.begin < one.end)).length;
}

async function planned({ db, pathOf, today }: JobContext, asked: Asked): Promise<{ preview: BusyPreview; changes: Change[] }> {
  if (!db.get('SELECT 1 FROM person WHERE id = ? AND mergedIntoId IS NULL', asked.personId)) throw new AppError('calendar.nobody');
  const path = pathOf(asked.token);
  const name = basename(path);
  const days = { fromDay: addDays(today, -daysBack), toDay: addDays(today, daysAhead) };
  const file = busyTimesOf(await readWhole(path), days);
  if (!file.isCalendar) throw new AppError('calendar.notCalendar', { name });
  const { changes, older, missing } = changesOf(db, file, asked, days.fromDay);
  const count = (is: Change['is']): number => changes.filter((change) => change.is === is).length;
  const rows = changes.flatMap((change) => change.put);
  return {
    changes,
    preview: {
      name, ...days, events: file.events, times: rows.length, added: count('added'), changed: count('changed'), same: count('same'), cancelled: count('cancelled'), older,
      free: file.free, outside: file.outside, missing: missing.length, bad: file.bad.slice(0, mostBadShown), badTotal: file.bad.length, clashes: clashesOf(db, rows, asked.personId, days),
    },
  };
}

/** Throws `calendar.notCalendar`, `calendar.fileTooLarge` {name, most}, `calendar.fileGone` {name}, `calendar.nobody`. */
export async function previewBusy(context: JobContext, asked: Asked): Promise<BusyPreview> {
  return (await planned(context, asked)).preview;
}

/** The same as the preview, done. Errors likewise. */
export async function takeBusy(context: JobContext, asked: Asked): Promise<BusyPreview> {
  const { db, newId, summarise } = context;
  const { preview, changes } = await planned(context, asked);
  const { personId } = asked;
  for (const { uid, sequence, drop, put, is } of changes) {
    db.run('INSERT INTO busySource (personId, uid, sequence) VALUES (?, ?, ?) ON CONFLICT (personId, uid) DO UPDATE SET sequence = excluded.sequence WHERE sequence <> excluded.sequence', personId, uid, sequence);
    if (is === 'same') continue;
    for (const row of drop) db.run('DELETE FROM busyTime WHERE id = ?', row.id);
    for (const { day, begin, minutes, title } of put) insertRow(db, 'busyTime', { id: newId(), personId, uid, day, beginMinute: begin, minutes, title: title === '' ? null : title });
  }
  const person = db.get<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM person WHERE id = ?', personId)!;
  summarise('calendar.takeBusy', { ...person, count: preview.times });
  return preview;
}
