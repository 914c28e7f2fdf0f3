// What goes from one leader's lane to another's, and what a page of the calendar holds of a full day.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { sampleTour, undoBackTo } from './sampleTour.ts';
import type { SampleTour } from './sampleTour.ts';

let workspace: TestWorkspace;
let sample: SampleTour;
let other: string;
let third: string;
beforeAll(async () => {
  workspace = await testWorkspace();
  [other, third] = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn LIKE 'Veteran leader%' ORDER BY nameEn`).map(({ id }) => id) as [string, string];
  sample = await sampleTour(workspace);
  const { tourId, fields } = sample;
  await workspace.act('tours.plan', { id: tourId });
  const rules = { leaderIds: [other], darkFrom: null, darkUntil: null, maxDrivingMinutes: null, fewestDays: false, driveOn: false, nightUnitIds: [], wantedMinutes: 60, wanted: [] };
  await workspace.act('tours.save', { id: tourId, fields: { ...fields, rules } });
});
afterEach(() => undoBackTo(workspace, 'tours.save'));
afterAll(() => workspace.close());

const day = '2022-04-20';
const meeting = (personIds: string[], begin = 600) => ({ titleEn: 'Review', titleHi: 'समीक्षा', day, begin, minutes: 60, unitId: null, placeEn: null, placeHi: null, personIds });
const attending = (id: string) => workspace.rows<{ personId: string }>('SELECT personId FROM meetingPerson WHERE meetingId = ? ORDER BY personId', id).map(({ personId }) => personId);
const code = (act: Promise<unknown>) => act.then(() => null, (error: { code: string; detail: { problems: { code: string; detail: Record<string, unknown> }[] } }) => ({ code: error.code, problems: error.detail.problems }));

describe('from lane to lane', () => {
  test('a meeting is another leader’s then, everybody else stays; undone, the file is as it was', async () => {
    const { id } = await workspace.act('calendar.saveMeeting', { id: null, fields: meeting([other, third]), accept: true });
    const before = workspace.record();
    const fourth = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn = 'Veteran leader 6'`)[0]!.id;
    const move = { kind: 'meeting' as const, id, day, begin: 660, minutes: 60, handOver: { fromPersonId: other, toPersonId: fourth } };
    expect(workspace.ask('calendar.check', move)).toEqual({ hard: [], soft: [] });
    await workspace.act('calendar.move', move);
    expect(attending(id)).toEqual([third, fourth].sort());
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('where that leader is taken, or attends already, it is refused with his name and nothing is written', async () => {
    const { id } = await workspace.act('calendar.saveMeeting', { id: null, fields: meeting([third]), accept: true });
    await workspace.act('calendar.saveMeeting', { id: null, fields: { ...meeting([other], 630), titleEn: 'Press' }, accept: true });
    const before = workspace.record();
    const to = (toPersonId: string) => ({ kind: 'meeting' as const, id, day, begin: 600, minutes: 60, accept: true, handOver: { fromPersonId: third, toPersonId } });
    expect(await code(workspace.act('calendar.move', to(other)))).toMatchObject({ code: 'calendar.impossible', problems: [{ code: 'overlap', detail: { placeEn: 'Press', otherEn: 'Review', minutes: 30, personId: other } }] });
    expect(workspace.ask('calendar.check', to(other)).hard).toMatchObject([{ code: 'overlap' }]);
    expect(await code(workspace.act('calendar.move', { ...to(third), handOver: { fromPersonId: other, toPersonId: third } }))).toMatchObject({ code: 'calendar.impossible', problems: [{ code: 'thereAlready', detail: { leaderEn: 'Veteran leader 2' } }] });
    expect(await code(workspace.act('calendar.move', to('00000000-0000-7000-8000-000000000000')))).toMatchObject({ code: 'calendar.noPerson' });
    expect(workspace.record()).toBe(before);
  });

  test('a stop goes to another leader of its tour, and to nobody who is not on it', async () => {
    const stop = workspace.ask('calendar.range', { fromDay: day, toDay: day }).find((entry) => entry.kind === 'stop')!;
    const before = workspace.record();
    const to = (toPersonId: string) => ({ kind: 'stop' as const, id: stop.id, day, begin: stop.begin!, minutes: 90, accept: true, handOver: { fromPersonId: sample.personId, toPersonId } });
    expect(await code(workspace.act('calendar.move', to(third)))).toMatchObject({ code: 'calendar.impossible', problems: expect.arrayContaining([expect.objectContaining({ code: 'notOnTour' })]) });
    expect(workspace.record()).toBe(before);
    await workspace.act('calendar.move', to(other));
    const now = () => workspace.ask('calendar.range', { fromDay: day, toDay: day }).find((entry) => entry.id === stop.id)!.personIds;
    expect(now()).toEqual([other]);
    await workspace.act('calendar.move', { ...to(sample.personId), handOver: { fromPersonId: other, toPersonId: sample.personId } });
    expect(now()).toEqual([sample.personId]);
    expect(workspace.rows('SELECT personId FROM tourStop WHERE id = ?', stop.id)).toEqual([{ personId: null }]);
  });

  test('a copy in another lane is that leader’s alone, and the meeting stays', async () => {
    const { id } = await workspace.act('calendar.saveMeeting', { id: null, fields: meeting([other]), accept: true });
    const copy = await workspace.act('calendar.copy', { kind: 'meeting', id, day, begin: 600, handOver: { fromPersonId: other, toPersonId: third } });
    expect([attending(id), attending(copy.id)]).toEqual([[other], [third]]);
  });
});

describe('a page', () => {
  test('holds what the range holds, with the number of problems', () => {
    const days = { fromDay: '2022-04-01', toDay: '2022-04-30' };
    const range = workspace.ask('calendar.range', days);
    const { entries, more } = workspace.ask('calendar.page', days);
    expect(more).toEqual([]);
    const key = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;
    expect(new Map(entries.map((entry) => [key(entry), entry.problemCount]))).toEqual(new Map(range.map((entry) => [key(entry), entry.problems.length])));
    const wrong = range.find((entry) => entry.kind === 'meeting' && entry.problems.length > 0)!;
    expect(workspace.ask('calendar.problems', { kind: 'meeting', id: wrong.id })).toEqual(wrong.problems);
  });

  test('of a full day holds the earliest, counts the rest, and counts no kind that is not shown', async () => {
    for (const begin of [900, 480, 720, 600]) await workspace.act('calendar.saveMeeting', { id: null, fields: meeting([], begin), accept: true });
    const page = (mostPerDay: number, kinds?: ('meeting' | 'phase')[]) => workspace.ask('calendar.page', { fromDay: day, toDay: day, mostPerDay, ...(kinds ? { kinds } : {}) });
    const { entries, more } = page(2, ['meeting', 'phase']);
    expect(entries.filter(({ kind }) => kind === 'meeting').map(({ begin }) => begin)).toEqual([480, 600]);
    expect(entries.filter(({ kind }) => kind === 'phase')).toHaveLength(1);
    expect(more).toEqual([{ day, count: 2 }]);
    const stops = workspace.ask('calendar.range', { fromDay: day, toDay: day }).filter(({ kind }) => kind === 'stop').length;
    expect(page(2).more).toEqual([{ day, count: 2 + stops }]);
    expect(page(4, ['meeting']).more).toEqual([]);
  });
});
