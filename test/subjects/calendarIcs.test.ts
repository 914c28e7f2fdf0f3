// Calendars sent out are read back by a library made by others; calendars of others come in as busy time and can do no harm.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { folded, utcTime } from '../../electron/sheets/ics.ts';
import type { SeriesRule } from '../../shared/model/calendar.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { sampleTour } from './sampleTour.ts';
import type { SampleTour } from './sampleTour.ts';

let workspace: TestWorkspace;
let sample: SampleTour;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sangathan-ics-'));
  workspace = await testWorkspace();
  sample = await sampleTour(workspace);
  await workspace.act('tours.plan', { id: sample.tourId });
});
afterAll(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const weekly: SeriesRule = { freq: 'weekly', every: 1, weekdays: [0, 3], monthDay: null, nth: null, untilDay: null, times: 6 };
type Scope = { kind: 'person' | 'unit' | 'tour'; id: string } | { kind: 'all' };

async function sentOut(scope: Scope, language: 'en' | 'hi' = 'hi') {
  const path = join(folder, 'out.ics');
  const done = await workspace.act('calendar.writeIcs', { token: 't', scope, language }, { t: path });
  const text = readFileSync(path, 'utf8');
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  return { done, text, calendar, events };
}
const statusOf = (event: InstanceType<typeof ICAL.Event>) => String(event.component.getFirstPropertyValue('status'));

describe('out', () => {
  it('a leader’s stops and meetings, at the right moment, in folded lines nobody has to mend', async () => {
    const { done, text, calendar, events } = await sentOut({ kind: 'person', id: sample.personId });
    expect(done).toMatchObject({ events: 26, added: 26, changed: 0, cancelled: 0 });
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.includes('�') || /[^\r]\n/.test(text)).toBe(false);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    const first = events.find((event) => event.summary === 'जमशेदपुर')!;
    expect(first.startDate.toString()).toBe('2022-04-18T08:00:00');
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
    expect(zone.utcOffset(first.startDate)).toBe(19_800);
    expect(statusOf(first)).toBe('CONFIRMED');
    expect(first.uid).toBe(`stop-${sample.stopId('East Singhbhum')}@sangathan`);
  });

  it('the same again word for word; what moved with the next number; what is gone as called off; undone, it is back', async () => {
    const scope: Scope = { kind: 'unit', id: sample.unitId('Dhanbad') };
    const before = await sentOut(scope);
    const again = await sentOut(scope);
    expect(again.text).toBe(before.text);
    const { id } = await workspace.act('calendar.saveMeeting', {
      id: null, fields: { titleEn: 'Press, "all"; of\\it', titleHi: null, day: '2022-05-05', begin: 600, minutes: 60, unitId: sample.unitId('Dhanbad'), placeEn: 'Line one\nline two', placeHi: null, personIds: [] },
    });
    const uid = `meeting-${id}@sangathan`;
    const of = (events: typeof before.events) => events.find((event) => event.uid === uid)!;
    const first = await sentOut(scope, 'en');
    expect(of(first.events)).toMatchObject({ summary: 'Press, "all"; of\\it', location: 'Line one\nline two', sequence: 0 });
    await workspace.act('calendar.move', { kind: 'meeting', id, day: '2022-05-06', begin: 600, minutes: 60 });
    const moved = await sentOut(scope, 'en');
    expect(of(moved.events).sequence).toBe(1);
    expect(moved.done).toMatchObject({ changed: 1, added: 0, cancelled: 0 });
    await workspace.act('calendar.removeMeeting', { id });
    const removed = await sentOut(scope, 'en');
    expect(removed.done.cancelled).toBe(1);
    expect([statusOf(of(removed.events)), of(removed.events).sequence]).toEqual(['CANCELLED', 2]);
    await workspace.act('history.undo', {});
    const back = await sentOut(scope, 'en');
    expect([statusOf(of(back.events)), of(back.events).sequence]).toEqual(['CONFIRMED', 3]);
  });

  it('a series by its rule, with what is left out, moved and called off', async () => {
    const fields = { titleEn: 'Review', titleHi: 'समीक्षा', day: '2022-06-06', begin: 600, minutes: 60, unitId: null, placeEn: null, placeHi: null, personIds: [sample.personId] };
    const { id } = await workspace.act('calendar.saveMeeting', { id: null, fields, repeat: weekly });
    const members = workspace.rows<{ id: string; day: string; seriesId: string }>('SELECT id, day, seriesId FROM meeting WHERE seriesId = (SELECT seriesId FROM meeting WHERE id = ?) ORDER BY day', id);
    await workspace.act('calendar.removeMeeting', { id: members[1]!.id });
    await workspace.act('calendar.move', { kind: 'meeting', id: members[2]!.id, day: '2022-06-14', begin: 700, minutes: 90 });
    await workspace.act('calendar.cancelMeeting', { id: members[3]!.id, cancelled: true });
    const { events } = await sentOut({ kind: 'person', id: sample.personId }, 'en');
    const mine = events.filter((event) => event.uid === `series-${members[0]!.seriesId}@sangathan`);
    const master = mine.find((event) => !event.isRecurrenceException())!;
    for (const other of mine) if (other !== master) master.relateException(other);
    const found: string[] = [];
    const iterator = master.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const { item, startDate } = master.getOccurrenceDetails(next);
      if (statusOf(item) !== 'CANCELLED') found.push(startDate.toString().slice(0, 16));
    }
    expect(found).toEqual(['2022-06-06T10:00', '2022-06-14T11:40', '2022-06-20T10:00', '2022-06-23T10:00']);
  });
});

it('lines are folded between signs at 75 octets, and unfold to what they were', () => {
  for (const text of ['x'.repeat(300), 'क्षत्रिय संगठन '.repeat(40), `a${'̀'.repeat(200)}`, '👨‍👩‍👧‍👦'.repeat(20), 'short']) {
    const lines = folded(`SUMMARY:${text}`).split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines.map((line, at) => (at === 0 ? line : line.slice(1))).join('')).toBe(`SUMMARY:${text}`);
  }
  expect([utcTime('2022-04-18', 600), utcTime('2022-04-18', 100)]).toEqual(['20220418T043000Z', '20220417T201000Z']);
});

describe('in', () => {
  const file = (...events: string[]) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.map((event) => `BEGIN:VEVENT\r\n${event}\r\nEND:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`;
  let before: string;
  beforeAll(() => { before = workspace.record(); });
  afterEach(async () => {
    while (workspace.ask('history.state', {}).undo?.summary.key.startsWith('calendar.takeBusy')) await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });
  const take = (text: string | Buffer, more: { keepTitles?: boolean; removeMissing?: boolean } = {}) => {
    const path = join(folder, 'own.ics');
    writeFileSync(path, text);
    return workspace.act('calendar.takeBusy', { token: 't', personId: sample.personId, ...more }, { t: path });
  };
  const rows = () => workspace.rows<{ day: string; beginMinute: number; minutes: number; title: string | null }>('SELECT day, beginMinute, minutes, title FROM busyTime ORDER BY day, beginMinute');

  it('times of every zone are taken as they are in India, nights cut at midnight, titles only where wanted', async () => {
    const text = file(
      'UID:utc\r\nDTSTART:20220420T190000Z\r\nDTEND:20220420T200000Z\r\nSUMMARY:Call',
      'UID:ny\r\nDTSTART;TZID=America/New_York:20220421T090000\r\nDURATION:PT1H30M',
      'UID:win\r\nDTSTART;TZID="Pacific Standard Time":20220422T090000\r\nDTEND;TZID="Pacific Standard Time":20220422T093000',
      'UID:own\r\nDTSTART:20220423T233000\r\nDTEND:20220424T003000\r\nSUMMARY:Night\\, long',
      'UID:day\r\nDTSTART;VALUE=DATE:20220428\r\nDTEND;VALUE=DATE:20220430',
      'UID:free\r\nDTSTART:20220425T100000\r\nDTEND:20220425T110000\r\nTRANSP:TRANSPARENT',
      'UID:old\r\nDTSTART:20100425T100000\r\nDTEND:20100425T110000',
    );
    const done = await take(text, { keepTitles: true });
    expect(done).toMatchObject({ events: 7, added: 5, free: 1, outside: 1, badTotal: 0 });
    expect(rows().map(({ day, beginMinute, minutes }) => [day.slice(5), beginMinute, minutes])).toEqual([
      ['04-21', 30, 60], ['04-21', 1110, 90], ['04-22', 1290, 30], ['04-23', 1410, 30], ['04-24', 0, 30], ['04-28', 0, 1440], ['04-29', 0, 1440],
    ]);
    expect(rows().map((row) => row.title)).toContain('Night, long');
    // Dhanbad or wherever he is at that hour: the calendar says so on both.
    expect(workspace.ask('calendar.range', { fromDay: '2022-04-21', toDay: '2022-04-21', personIds: [sample.personId] }).filter((entry) => entry.kind === 'busy')).toHaveLength(2);
    await workspace.act('history.undo', {});
    await take(text);
    expect(rows().every((row) => row.title === null)).toBe(true);
  });

  it('the same file twice adds nothing; newer numbers take over, older ones change nothing; what is called off goes', async () => {
    const event = (sequence: number, hour: string, more = '') => file(`UID:a\r\nSEQUENCE:${sequence}\r\nDTSTART:20220502T${hour}0000\r\nDURATION:PT1H${more}`);
    await take(event(1, '10'));
    const ids = workspace.rows('SELECT id FROM busyTime');
    expect(await take(event(1, '10'))).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect(workspace.rows('SELECT id FROM busyTime')).toEqual(ids);
    expect(await take(event(2, '11'))).toMatchObject({ changed: 1 });
    expect(await take(event(1, '10'))).toMatchObject({ older: 1, changed: 0 });
    expect(rows()).toMatchObject([{ beginMinute: 660 }]);
    expect(await take(event(3, '11', '\r\nSTATUS:CANCELLED'))).toMatchObject({ cancelled: 1 });
    expect(rows()).toEqual([]);
    expect(await take(event(2, '11'))).toMatchObject({ older: 1 });
    await take(file('UID:b\r\nDTSTART:20220503T100000\r\nDURATION:PT1H'));
    expect(await take(event(4, '12'))).toMatchObject({ missing: 1, added: 1 });
    expect(rows()).toHaveLength(2);
    await take(event(4, '12'), { removeMissing: true });
    expect(rows()).toHaveLength(1);
  });

  it('rules are followed in their own zone, without what is left out, with what was moved', async () => {
    await take(file(
      'UID:r\r\nDTSTART:20220502T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO\r\nEXDATE:20220509T100000',
      'UID:r\r\nRECURRENCE-ID:20220516T100000\r\nDTSTART:20220517T120000\r\nDURATION:PT30M',
      'UID:late\r\nDTSTART:20220505T203000Z\r\nDURATION:PT30M\r\nRRULE:FREQ=DAILY;UNTIL=20220506T203000Z',
    ));
    expect(rows().map(({ day, beginMinute, minutes }) => [day.slice(5), beginMinute, minutes])).toEqual([
      ['05-02', 600, 60], ['05-06', 120, 30], ['05-07', 120, 30], ['05-17', 720, 30], ['05-23', 600, 60],
    ]);
  });

  it('what is wrong is named by its line, and the rest is taken', async () => {
    const done = await take(file(
      'UID:1\r\nSUMMARY:No start', 'UID:2\r\nDTSTART:20221345T100000', 'UID:3\r\nDTSTART;TZID=Mars/Olympus:20220502T100000', 'UID:4\r\nDTSTART:20220502T100000\r\nDTEND:20220502T090000',
      'UID:5\r\nDTSTART:20220502T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=SECONDLY', 'UID:6\r\nDTSTART:20220502T100000\r\nDTEND:20260502T100000', 'what is this', 'UID:8\r\nDTSTART:20220503T100000\r\nDURATION:PT1H',
    ));
    expect(done.bad.map(({ line, code }) => [line, code])).toEqual([
      [3, 'noStart'], [7, 'badTime'], [11, 'unknownZone'], [15, 'endsBefore'], [24, 'unknownRule'], [26, 'tooLong'], [31, 'noStart'], [32, 'notALine'],
    ]);
    expect(rows()).toHaveLength(2);
  });

  it('hostile files end quickly, and nothing of them stays', async () => {
    await expect(take('hello')).rejects.toMatchObject({ code: 'calendar.notCalendar' });
    await expect(take(Buffer.alloc(11_000_000, 'a'))).rejects.toMatchObject({ code: 'calendar.fileTooLarge' });
    const endless = file('UID:e\r\nDTSTART:19000101T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY', 'UID:never\r\nDTSTART:20220101T100000\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31');
    expect((await take(endless)).times).toBe(432);
    await take(`BEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(5000)}`);
    await take(`BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:${'x'.repeat(30_000)}\r\n${' y\r\n'.repeat(50_000)}END:VEVENT\r\nEND:VCALENDAR`);
    const many = await take(file(...Array.from({ length: 21_000 }, (_, at) => `UID:${at}\r\nDTSTART:20220502T100000\r\nTRANSP:TRANSPARENT`)));
    expect(many.bad.some(({ code }) => code === 'tooMany')).toBe(true);
    await take(file('UID:__proto__\r\nDTSTART;__proto__=x:20220502T100000\r\nDURATION:PT1H\r\nSUMMARY:=cmd|calc'), { keepTitles: true });
  });
});
