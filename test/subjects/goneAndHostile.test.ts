// What a stale window or somebody else's calendar may send: refused in words or read within limits, never a fault, and undone whole.
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { contract } from '../../shared/contract.ts';
import type { CallName } from '../../shared/contract.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
let personId: string;
/** What every refusal and every undo must leave. */
let before: string;
beforeAll(async () => {
  file = await testWorkspace();
  personId = file.rows<{ id: string }>('SELECT id FROM person ORDER BY id LIMIT 1')[0]!.id;
  before = file.record();
});
afterAll(() => file.close());

const gone = 'gone';
const day = '2022-04-18';
const stale: [CallName, unknown][] = [
  ['programmes.get', { id: gone }], ['programmes.remove', { id: gone }], ['programmes.setPhaseState', { id: gone, levelId: 'district', said: 'done' }], ['programmes.setHeld', { id: gone, unitIds: [gone], day }],
  ['programmes.removeLink', { id: gone }], ['programmes.getOrder', { id: gone }], ['programmes.takeBackOrder', { id: gone }],
  ['blackouts.remove', { ids: [gone] }], ['blackouts.save', { id: gone, fields: { nameEn: 'Fair', nameHi: null, kind: 'other', fromDay: day, toDay: day, unitId: gone } }],
  ['tours.get', { id: gone }], ['tours.remove', { id: gone }], ['tours.plan', { id: gone }], ['tours.setStop', { stopId: gone, wishes: {} }], ['tours.addStop', { id: gone, unitId: gone }], ['tours.removeStop', { stopId: gone }],
  ['tours.setDay', { id: gone, day, dutyFrom: null, dutyTo: null, locked: true }], ['tours.reserve', { id: gone, day, from: 600, to: 660 }], ['tours.unreserve', { reservedId: gone }],
  ['tours.copyVersion', { id: gone }], ['tours.chooseVersion', { id: gone }], ['tours.putOnCalendar', { id: gone, onCalendar: true }], ['tours.offers', { id: gone }], ['tours.pin', { stopId: gone, pinned: true }],
  ['calendar.move', { kind: 'stop', id: gone, day, begin: 600, minutes: 60 }], ['calendar.move', { kind: 'meeting', id: gone, day, begin: 600, minutes: 60 }], ['calendar.copy', { kind: 'meeting', id: gone, day, begin: 600 }],
  ['calendar.meeting', { id: gone }], ['calendar.removeMeeting', { id: gone }], ['calendar.cancelMeeting', { id: gone, cancelled: true }], ['calendar.removeBusy', { personId: gone }],
  ['onTheDay.mark', { stopId: gone, mark: null }], ['promises.settle', { id: gone, day }], ['promises.remove', { id: gone }],
  ['travel.change', { fromUnitId: gone, toUnitId: gone, change: {} }], ['travel.remove', { pairs: [{ fromUnitId: gone, toUnitId: gone }] }], ['levels.remove', { id: gone }],
];

it.each(stale)('%s of something that is gone is refused in words, and nothing changes', async (name, input) => {
  const isQuery = contract[name].kind === 'query';
  const answer = (async () => (isQuery ? file.ask(name as 'tours.get', input as never) : file.act(name as 'tours.remove', input as never)))();
  const error: unknown = await answer.then(() => null, (found: unknown) => found);
  expect(error).toBeInstanceOf(AppError);
  expect((error as AppError).code).not.toBe('bug');
  expect(file.record()).toBe(before);
});

const event = (body: string, times = 1): string => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${`BEGIN:VEVENT\r\nUID:a\r\n${body}\r\nEND:VEVENT\r\n`.repeat(times)}END:VCALENDAR\r\n`;
const hour = 'DTSTART:20220418T100000Z\r\nDTEND:20220418T110000Z';
const calendars: [string, string | Buffer][] = [
  ['a rule without end', event(`${hour}\r\nRRULE:FREQ=DAILY;COUNT=1000000000`)],
  ['a rule by seconds', event(`${hour}\r\nRRULE:FREQ=SECONDLY`)],
  ['a rule that never comes', event(`${hour}\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31;COUNT=999999999`)],
  ['a rule that stands still', event(`${hour}\r\nRRULE:FREQ=DAILY;INTERVAL=0`)],
  ['two thousand years of days', event('DTSTART:00010101T000000Z\r\nRRULE:FREQ=DAILY;INTERVAL=1;UNTIL=99991231')],
  ['one line of a million letters', event(`${hour}\r\nSUMMARY:${'x'.repeat(1e6)}`)],
  ['a line folded a hundred thousand times', event(`${hour}\r\nSUMMARY:a${'\r\n b'.repeat(1e5)}`)],
  ['no end', `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n${hour}\r\n`],
  ['bytes', Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256))],
  ['a zone nobody knows', event('DTSTART;TZID=Mars/Olympus:20220418T100000\r\nDTEND;TZID=X:20220418T110000')],
  ['from the first year to the last', event('DTSTART:00010101T000000Z\r\nDTEND:99991231T235900Z')],
  ['an end before the beginning', event('DTSTART:20220418T100000Z\r\nDTEND:20220417T110000Z')],
  ['a length beyond all numbers', event('DTSTART:20220418T100000Z\r\nDURATION:P999999999999W')],
  ['days and hours that are none', event('DTSTART:20220231T250000Z\r\nDTEND:20220231T260000Z')],
  ['one event thirty thousand times', event(hour, 30_000)],
  ['calendars in calendars', 'BEGIN:VCALENDAR\r\n'.repeat(50_000)],
];

it.each(calendars)('a calendar with %s is read within limits or refused, and what it brought goes away whole', async (_what, content) => {
  const path = `${file.path}.ics`;
  writeFileSync(path, content);
  const error: unknown = await file.act('calendar.takeBusy', { token: 'chosen', personId }, { chosen: path }).then(() => null, (found: unknown) => found);
  if (error !== null) expect(error).toBeInstanceOf(AppError);
  expect(file.rows<{ n: number }>('SELECT COUNT(*) AS n FROM busyTime WHERE personId = ?', personId)[0]!.n).toBeLessThan(5_000);
  if (file.record() !== before) await file.act('history.undo', {});
  expect(file.record()).toBe(before);
});
