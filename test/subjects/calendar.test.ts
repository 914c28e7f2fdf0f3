// Moving entries in the calendar of a real file: what is refused leaves the file as it was, what is allowed is written.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CalendarEntry } from '../../shared/model/calendar.ts';
import type { TourProblem } from '../../shared/model/tour.ts';
import { straightLineKm } from '../../shared/rules/travel.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { sampleTour, undoBackTo } from './sampleTour.ts';
import type { SampleTour } from './sampleTour.ts';

let workspace: TestWorkspace;
let sample: SampleTour;
beforeAll(async () => {
  workspace = await testWorkspace();
  sample = await sampleTour(workspace);
  await workspace.act('tours.plan', { id: sample.tourId });
});
afterEach(() => undoBackTo(workspace, 'tours.plan'));
afterAll(() => workspace.close());

const stopsOn = (day: string): CalendarEntry[] =>
  workspace.ask('calendar.range', { fromDay: day, toDay: day }).filter((entry) => entry.kind === 'stop');

/** Expects a refusal that leaves the file as it was; gives the problems. */
async function refused(code: string, act: () => Promise<unknown>): Promise<TourProblem[]> {
  const before = workspace.record();
  const error = await act().then(() => null, (error: unknown) => error);
  expect(error).toMatchObject({ code });
  expect(workspace.record()).toBe(before);
  return (error as { detail: { problems: TourProblem[] } }).detail.problems;
}

describe('what the calendar shows', () => {
  test('stops, meetings, programmes, their phases and days away, in both languages', () => {
    const entries = workspace.ask('calendar.range', { fromDay: '2022-03-28', toDay: '2022-05-01' });
    const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
    expect([count('stop'), count('meeting'), count('programme'), count('phase'), count('away')]).toEqual([24, 2, 2, 4, 3]);
    expect(entries.find((entry) => entry.kind === 'phase')).toMatchObject({
      titleEn: 'Dialogue programme: District', titleHi: 'संवाद कार्यक्रम: जिला', fromDay: '2022-04-18', toDay: '2022-04-19', begin: null, movable: false,
    });
    expect(stopsOn('2022-04-18')[0]).toMatchObject({
      titleEn: 'Jamshedpur', titleHi: 'जमशेदपुर', placeEn: 'East Singhbhum', begin: 480, end: 570, personIds: [sample.personId], tourId: sample.tourId,
    });
    // The workshop in Delhi was on a festival.
    expect(entries.flatMap((entry) => entry.problems)).toMatchObject([{ code: 'blackout', detail: { placeEn: 'Delhi workshop', blackoutEn: 'Ram Navami' } }]);
    expect(count('blackout')).toBeGreaterThan(0);
  });

  test('one leader, one part of the tree', () => {
    const range = { fromDay: '2022-04-01', toDay: '2022-04-30' };
    const ofLeader = workspace.ask('calendar.range', { ...range, personIds: [sample.personId] });
    expect(ofLeader.filter((entry) => entry.kind === 'stop')).toHaveLength(24);
    expect(ofLeader.filter((entry) => entry.kind === 'away')).toEqual([]);
    const ofDhanbad = workspace.ask('calendar.range', { ...range, unitId: sample.unitId('Dhanbad') });
    expect(ofDhanbad.filter((entry) => entry.begin !== null).map((entry) => entry.titleEn)).toEqual(['Dhanbad']);
    const nobody = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn = 'Veteran leader 6'`)[0]!.id;
    expect(workspace.ask('calendar.range', { fromDay: '2022-04-18', toDay: '2022-04-26', personIds: [nobody] }).filter((entry) => entry.begin !== null)).toEqual([]);
  });

  test('an entry made impossible by another carries the clash on both', async () => {
    const [first, second] = stopsOn('2022-04-18');
    // The hand may not do this; a change file from elsewhere may.
    const range = { fromDay: '2022-04-18', toDay: '2022-04-18' };
    await workspace.act('tours.setTravel', { fromUnitId: first!.unitId!, toUnitId: second!.unitId!, distanceKm: 200, travelMinutes: 300 });
    const after = workspace.ask('calendar.range', range);
    const problemsOf = (id: string) => after.find((entry) => entry.id === id)!.problems.filter((problem) => problem.detail['needMinutes'] === 300);
    expect(problemsOf(second!.id)).toEqual(problemsOf(first!.id));
    expect(problemsOf(first!.id)).toMatchObject([{
      code: 'notEnoughTravel',
      detail: { fromEn: first!.titleEn, placeEn: second!.titleEn, needMinutes: 300, haveMinutes: second!.begin! - first!.end!, distanceKm: 200 },
    }]);
  });
});

describe('moving a stop', () => {
  test('onto another of the same leader is refused with both names and the minutes', async () => {
    const [first, second] = stopsOn('2022-04-19');
    const problems = await refused('calendar.impossible', () =>
      workspace.act('calendar.move', { kind: 'stop', id: second!.id, day: '2022-04-19', begin: first!.end! - 30, minutes: 90, accept: true }));
    expect(problems).toMatchObject([{
      code: 'overlap', day: '2022-04-19',
      detail: { placeEn: second!.titleEn, placeHi: second!.titleHi, otherEn: first!.titleEn, minutes: 30, personId: sample.personId },
    }]);
  });

  test('to where there is no time to drive is refused with the minutes needed', async () => {
    const dhanbad = stopsOn('2022-04-25').find((entry) => entry.titleEn === 'Dhanbad')!;
    const [jamshedpur] = stopsOn('2022-04-18');
    const point = (nameEn: string) => workspace.rows<{ lat: number; lon: number }>('SELECT lat, lon FROM unit WHERE id = ?', sample.unitId(nameEn))[0]!;
    const need = Math.round(((straightLineKm(point('East Singhbhum'), point('Dhanbad')) * 1.25) / 40) * 60);
    const begin = jamshedpur!.end! + 10;
    const problems = await refused('calendar.impossible', () =>
      workspace.act('calendar.move', { kind: 'stop', id: dhanbad.id, day: '2022-04-18', begin, minutes: 5, accept: true }));
    expect(problems.find((problem) => problem.code === 'notEnoughTravel')).toMatchObject({
      detail: { fromEn: 'Jamshedpur', placeEn: 'Dhanbad', haveMinutes: 10 },
    });
    // Roads known nearby make the plain estimate a little longer or shorter.
    const { needMinutes, minutes } = problems.find((problem) => problem.code === 'notEnoughTravel')!.detail as { needMinutes: number; minutes: number };
    expect(minutes).toBe(needMinutes - 10);
    expect(Math.abs(needMinutes / need - 1)).toBeLessThan(0.1);
  });

  test('to a day the leader is away is refused', async () => {
    await workspace.act('people.addAway', { personId: sample.personId, fromDay: '2022-04-28', toDay: '2022-04-28', reason: 'Delhi' });
    const problems = await refused('calendar.impossible', () =>
      workspace.act('calendar.move', { kind: 'stop', id: sample.stopId('Dhanbad'), day: '2022-04-28', begin: 600, minutes: 90, accept: true }));
    expect(problems.map((problem) => problem.code)).toContain('away');
  });

  test('a little later on a free afternoon is simply done, pinned, told to the history, and undone whole', async () => {
    const last = stopsOn('2022-04-23').at(-1)!;
    const before = workspace.record();
    const move = { kind: 'stop' as const, id: last.id, day: '2022-04-23', begin: last.begin! + 60, minutes: 75 };
    expect(workspace.ask('calendar.check', move)).toEqual({ hard: [], soft: [] });
    await workspace.act('calendar.move', move);
    expect(workspace.rows('SELECT day, beginMinute, minutes, pinned FROM tourStop WHERE id = ?', last.id)).toEqual([
      { day: '2022-04-23', beginMinute: last.begin! + 60, minutes: 75, pinned: 1 },
    ]);
    expect(workspace.ask('history.state', {}).undo?.summary).toEqual({
      key: 'calendar.move', detail: { nameEn: last.titleEn, nameHi: last.titleHi, fromDay: '2022-04-23', toDay: '2022-04-23' },
    });
    expect(workspace.ask('calendar.check', { ...move, begin: move.begin + 30 }).soft.map((problem) => problem.code)).toEqual(['pinned']);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('outside working hours asks first, then does it', async () => {
    const last = stopsOn('2022-04-23').at(-1)!;
    const move = { kind: 'stop' as const, id: last.id, day: '2022-04-23', begin: 1200, minutes: 90 };
    const problems = await refused('calendar.doubtful', () => workspace.act('calendar.move', move));
    expect(problems).toMatchObject([{ code: 'late', detail: { minutes: 60, placeEn: last.titleEn } }]);
    await workspace.act('calendar.move', { ...move, accept: true });
    expect(stopsOn('2022-04-23').at(-1)).toMatchObject({ id: last.id, begin: 1200, problems: [{ code: 'late' }] });
  });

  test('behind the last town, or out of the window, asks first', () => {
    const id = sample.stopId('Khunti');
    const codes = (day: string, begin: number) =>
      workspace.ask('calendar.check', { kind: 'stop', id, day, begin, minutes: 60 });
    const behind = codes('2022-04-26', 1150);
    expect(behind.hard).toEqual([]);
    // Without Khunti the first night is at Chaibasa, from where the next morning's drive is longer.
    expect(behind.soft).toMatchObject([
      { code: 'morningTravel', day: '2022-04-19', detail: { fromEn: 'Chaibasa', placeEn: 'Simdega' } },
      { code: 'lastTown', day: '2022-04-26', detail: { placeEn: 'Khunti', wantedEn: 'Ranchi' } },
    ]);
    const after = codes('2022-05-02', 600);
    expect(after.hard).toEqual([]);
    expect(after.soft.map((problem) => problem.code)).toEqual(['morningTravel', 'outsideWindow', 'lastTown']);
  });

  test('too early for the drive from the night halt asks first, and names the night halt', () => {
    const first = stopsOn('2022-04-19')[0]!;
    const found = workspace.ask('calendar.check', { kind: 'stop', id: first.id, day: '2022-04-19', begin: 480, minutes: 90 });
    expect(found.hard).toEqual([]);
    expect(found.soft).toMatchObject([{ code: 'morningTravel', detail: { placeEn: first.titleEn, haveMinutes: 0 } }]);
    expect(found.soft[0]!.detail['fromEn']).toBe(stopsOn('2022-04-18').at(-1)!.titleEn);
  });

  test('one that is no more says so', async () => {
    await refused('calendar.gone', () => workspace.act('calendar.move', { kind: 'stop', id: 'gone', day: '2022-04-18', begin: 600, minutes: 60 }));
    await refused('calendar.gone', () => workspace.act('calendar.move', { kind: 'meeting', id: 'gone', day: '2022-04-18', begin: 600, minutes: 60 }));
  });
});

describe('meetings', () => {
  const meeting = { titleEn: 'Workers', titleHi: 'कार्यकर्ता', day: '2022-04-18', minutes: 60, unitId: null, placeEn: null, placeHi: null };

  test('are made, changed and removed', async () => {
    const before = workspace.record();
    const fields = { ...meeting, begin: 1140, pinned: false, personIds: [sample.personId] };
    const { id } = await workspace.act('calendar.saveMeeting', { id: null, fields });
    expect(workspace.ask('calendar.meeting', { id })).toMatchObject({ id, ...fields });
    await workspace.act('calendar.saveMeeting', { id, fields: { ...fields, titleEn: 'Workers and friends', personIds: [] } });
    expect(workspace.ask('calendar.meeting', { id })).toMatchObject({ titleEn: 'Workers and friends', personIds: [] });
    await workspace.act('calendar.removeMeeting', { id });
    expect(workspace.record()).toBe(before);
  });

  test('are refused where one who attends is on tour, and where he cannot arrive from it', async () => {
    const [jamshedpur] = stopsOn('2022-04-18');
    const during = await refused('calendar.impossible', () =>
      workspace.act('calendar.saveMeeting', { id: null, fields: { ...meeting, begin: 500, personIds: [sample.personId] } }));
    expect(during).toMatchObject([{ code: 'overlap', detail: { placeEn: 'Workers', otherEn: 'Jamshedpur', minutes: 60 } }]);
    const far = await refused('calendar.impossible', () =>
      workspace.act('calendar.saveMeeting', {
        id: null, fields: { ...meeting, unitId: sample.unitId('Ranchi'), begin: jamshedpur!.end!, minutes: 20, personIds: [sample.personId] },
      }));
    expect(far[0]).toMatchObject({ code: 'notEnoughTravel', detail: { fromEn: 'Jamshedpur', placeEn: 'Workers', haveMinutes: 0 } });
  });

  test('are moved with the same check for everybody who attends', async () => {
    const review = workspace.ask('calendar.range', { fromDay: '2022-04-27', toDay: '2022-04-27' }).find((entry) => entry.kind === 'meeting')!;
    const clash = workspace.ask('calendar.check', { kind: 'meeting', id: review.id, day: '2022-04-20', begin: 660, minutes: 180 });
    const away = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn = 'Co-in-charge 1'`)[0]!.id;
    expect(clash.hard.filter((problem) => problem.code === 'away').map((problem) => problem.detail['personId'])).toEqual([away]);
    const ofLeader = clash.hard.filter((problem) => problem.detail['personId'] === sample.personId);
    expect(ofLeader.length).toBeGreaterThan(0);
    for (const problem of ofLeader) expect(['overlap', 'notEnoughTravel']).toContain(problem.code);
    await workspace.act('calendar.move', { kind: 'meeting', id: review.id, day: '2022-04-28', begin: 660, minutes: 180 });
    expect(workspace.ask('calendar.meeting', { id: review.id })).toMatchObject({ day: '2022-04-28', begin: 660 });
  });
});
