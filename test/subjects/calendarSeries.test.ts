// Meetings that come again, in a real file: this one, this and later, all; each act one step that undoes whole, nothing saved where it cannot be.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SeriesRule } from '../../shared/model/calendar.ts';
import type { TourProblem } from '../../shared/model/tour.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let workspace: TestWorkspace;
let personId: string;
let before: string;
beforeAll(async () => {
  workspace = await testWorkspace();
  personId = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn = 'State in-charge'`)[0]!.id;
  before = workspace.record();
});
afterEach(async () => {
  while (workspace.ask('history.state', {}).undo) await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
});
afterAll(() => workspace.close());

const weekly: SeriesRule = { freq: 'weekly', every: 1, weekdays: [0], monthDay: null, nth: null, untilDay: null, times: 5 };
const fields = { titleEn: 'Review', titleHi: 'समीक्षा', day: '2022-05-02', begin: 600, minutes: 60, unitId: null, placeEn: 'Ranchi', placeHi: null };
const all = () => workspace.rows<{ id: string; day: string; begin: number; titleEn: string; state: string; seriesDay: string | null }>(
  `SELECT id, day, beginMinute AS begin, titleEn, state, seriesDay FROM meeting WHERE day >= '2022-05-01' ORDER BY day, beginMinute`);
const days = () => all().map((meeting) => meeting.day.slice(5));
const made = async (rule: SeriesRule = weekly, people: string[] = []) => {
  await workspace.act('calendar.saveMeeting', { id: null, fields: { ...fields, personIds: people }, repeat: rule });
  return all();
};
const fieldsOf = (id: string) => {
  const { id: _, cancelled: __, seriesId: ___, repeat, occurrences: ____, ...rest } = workspace.ask('calendar.meeting', { id });
  return { fields: rest, repeat };
};
const problemsOf = async (act: Promise<unknown>): Promise<TourProblem[]> => {
  const error = await act.then(() => null, (caught: unknown) => caught);
  return (error as { detail: { problems: TourProblem[] } }).detail.problems;
};

test('a rule brings its meetings in one step', async () => {
  const meetings = await made();
  expect(days()).toEqual(['05-02', '05-09', '05-16', '05-23', '05-30']);
  expect(workspace.ask('calendar.meeting', { id: meetings[2]!.id })).toMatchObject({
    repeat: weekly, occurrences: { count: 5, firstDay: '2022-05-02', lastDay: '2022-05-30' }, cancelled: false,
  });
  expect(workspace.ask('history.state', {}).undo?.summary).toMatchObject({ key: 'calendar.addSeries', detail: { count: 5 } });
});

test('more than anyone means, or none at all, is refused', async () => {
  await expect(made({ ...weekly, freq: 'daily', times: null, untilDay: '2030-01-01' })).rejects.toMatchObject({ code: 'calendar.tooManyTimes' });
  await expect(made({ ...weekly, times: null, untilDay: '2022-04-01' })).rejects.toMatchObject({ code: 'calendar.noDays' });
});

test('one of them is refused where its leader is elsewhere, with both names and the day', async () => {
  await workspace.act('calendar.saveMeeting', { id: null, fields: { ...fields, titleEn: 'Press', titleHi: null, day: '2022-05-16', personIds: [personId] } });
  expect(await problemsOf(made(weekly, [personId]))).toMatchObject([{ code: 'overlap', day: '2022-05-16', detail: { placeEn: 'Review', otherEn: 'Press', minutes: 60 } }]);
  expect(all()).toHaveLength(1);
});

describe('of five', () => {
  test('one is moved alone and stays one of them', async () => {
    const [, second] = await made();
    await workspace.act('calendar.move', { kind: 'meeting', id: second!.id, day: '2022-05-11', begin: 700, minutes: 60 });
    expect(days()).toEqual(['05-02', '05-11', '05-16', '05-23', '05-30']);
    expect(all()[1]).toMatchObject({ seriesDay: '2022-05-09' });
  });

  test('all get a new hour, but for what one has of its own', async () => {
    const [, second, third] = await made();
    await workspace.act('calendar.move', { kind: 'meeting', id: second!.id, day: '2022-05-09', begin: 900, minutes: 60 });
    await workspace.act('calendar.move', { kind: 'meeting', id: third!.id, day: '2022-05-16', begin: 660, minutes: 60, scope: 'all' });
    expect(all().map((meeting) => meeting.begin)).toEqual([660, 900, 660, 660, 660]);
  });

  test('this and later are moved a day, and are a series of their own', async () => {
    const [, , third] = await made();
    await workspace.act('calendar.move', { kind: 'meeting', id: third!.id, day: '2022-05-17', begin: 600, minutes: 60, scope: 'later' });
    expect(days()).toEqual(['05-02', '05-09', '05-17', '05-24', '05-31']);
    expect(workspace.ask('calendar.meeting', { id: third!.id })).toMatchObject({ repeat: { weekdays: [1], times: 3 }, occurrences: { count: 3 } });
    expect(workspace.ask('calendar.meeting', { id: all()[0]!.id })).toMatchObject({ repeat: { untilDay: '2022-05-09', times: null }, occurrences: { count: 2 } });
  });

  test('all follow another rule; those that were there keep their ids', async () => {
    const [first, second] = await made();
    const { fields: own } = fieldsOf(first!.id);
    await workspace.act('calendar.saveMeeting', { id: first!.id, fields: own, repeat: { ...weekly, every: 2, times: 3 }, scope: 'all' });
    expect(days()).toEqual(['05-02', '05-16', '05-30']);
    expect(all()[1]!.id).toBe(second!.id);
  });

  test('from one on it no longer comes again', async () => {
    const [, , third] = await made();
    await workspace.act('calendar.saveMeeting', { id: third!.id, fields: fieldsOf(third!.id).fields, repeat: null, scope: 'later' });
    expect(days()).toEqual(['05-02', '05-09', '05-16']);
    expect(all().map((meeting) => meeting.seriesDay)).toEqual(['2022-05-02', '2022-05-09', null]);
  });

  test('one, these, or all are removed or called off', async () => {
    const [, second, third, fourth] = await made();
    await workspace.act('calendar.removeMeeting', { id: second!.id });
    await workspace.act('calendar.cancelMeeting', { id: third!.id, cancelled: true });
    expect(workspace.ask('calendar.range', { fromDay: '2022-05-16', toDay: '2022-05-16' }).find((entry) => entry.kind === 'meeting')).toMatchObject({ cancelled: true, movable: false });
    await workspace.act('calendar.removeMeeting', { id: fourth!.id, scope: 'later' });
    expect(days()).toEqual(['05-02', '05-16']);
    await workspace.act('calendar.removeMeeting', { id: third!.id, scope: 'all' });
    expect(all()).toEqual([]);
    expect(workspace.rows('SELECT * FROM meetingSeries')).toEqual([]);
  });

  test('what is called off takes nobody’s time', async () => {
    const [first] = await made(weekly, [personId]);
    await workspace.act('calendar.cancelMeeting', { id: first!.id, cancelled: true });
    const { id } = await workspace.act('calendar.copy', { kind: 'meeting', id: first!.id, day: '2022-05-02', begin: 630 });
    expect(workspace.ask('calendar.meeting', { id })).toMatchObject({ titleEn: 'Review', begin: 630, personIds: [personId], seriesId: null });
  });
});

describe('what is refused and what is warned of', () => {
  test('is as the person chose, and remembered in the file', async () => {
    await made(weekly, [personId]);
    const other = { ...fields, titleEn: 'Press', titleHi: null, personIds: [personId] };
    await workspace.act('calendar.setRules', { checks: { ...workspace.ask('calendar.rules', {}).checks, overlap: 'warn', hours: 'refuse' } });
    await expect(workspace.act('calendar.saveMeeting', { id: null, fields: other })).rejects.toMatchObject({ code: 'calendar.doubtful' });
    await workspace.act('calendar.saveMeeting', { id: null, fields: other, accept: true });
    await expect(workspace.act('calendar.saveMeeting', { id: null, fields: { ...other, begin: 1300 }, accept: true })).rejects.toMatchObject({ code: 'calendar.impossible' });
    await workspace.act('calendar.setRules', { dutyTo: 1439 });
    await workspace.act('calendar.saveMeeting', { id: null, fields: { ...other, begin: 1300 } });
    await expect(workspace.act('calendar.setRules', { dutyTo: 100 })).rejects.toMatchObject({ code: 'calendar.badHours' });
  });

  test('a blackout day of the state asks, one of another district says nothing, and a pinned appointment asks before it moves', async () => {
    const unit = (nameEn: string) => workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE nameEn = ? AND levelId = 'district'`, nameEn)[0]!.id;
    await workspace.act('blackouts.save', { id: null, fields: { nameEn: 'Id', nameHi: 'ईद', kind: 'festival', fromDay: '2022-05-03', toDay: '2022-05-03', unitId: null } });
    await workspace.act('blackouts.save', { id: null, fields: { nameEn: 'Exam', nameHi: null, kind: 'exam', fromDay: '2022-05-04', toDay: '2022-05-04', unitId: unit('Dumka') } });
    const at = (day: string, nameEn: string | null) => ({ ...fields, day, unitId: nameEn === null ? null : unit(nameEn), pinned: true, personIds: [personId] });
    expect(await problemsOf(workspace.act('calendar.saveMeeting', { id: null, fields: at('2022-05-03', null) }))).toMatchObject([{ code: 'blackout', detail: { placeEn: 'Review', blackoutEn: 'Id' } }]);
    expect(await problemsOf(workspace.act('calendar.saveMeeting', { id: null, fields: at('2022-05-04', 'Dumka') }))).toMatchObject([{ code: 'blackout' }]);
    const { id } = await workspace.act('calendar.saveMeeting', { id: null, fields: at('2022-05-04', 'Ranchi') });
    expect(workspace.ask('calendar.check', { kind: 'meeting', id, day: '2022-05-05', begin: 600, minutes: 60 })).toMatchObject({ hard: [], soft: [{ code: 'pinned', detail: { fromDay: '2022-05-04', begin: 600 } }] });
  });
});
