// The day on the road in a real file: stops marked, promises kept, and all of it undone.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { sampleTour, undoBackTo } from './sampleTour.ts';
import type { SampleTour } from './sampleTour.ts';

let workspace: TestWorkspace;
let tour: SampleTour;
beforeAll(async () => {
  workspace = await testWorkspace();
  await workspace.act('workspace.set', { asOfDay: '2022-04-19' });
  tour = await sampleTour(workspace);
  await workspace.act('tours.plan', { id: tour.tourId });
});
afterEach(() => undoBackTo(workspace, 'tours.plan'));
afterAll(() => workspace.close());

const day = '2022-04-19';
const held = { state: 'held', arrivedMinute: 600, heldFrom: 610, heldTo: 700, attendance: 120, note: '' } as const;
const stopsOf = () => workspace.ask('onTheDay.day', { tourId: tour.tourId, personId: tour.personId, day }).stops;
const codeOf = async (act: Promise<unknown>) => act.then(() => 'done', (error: { code: string }) => error.code);

describe('marking stops', () => {
  test('the tour stands first that is on the road today, with the day of the aide', () => {
    const [first] = workspace.ask('onTheDay.tours', {});
    expect(first).toMatchObject({ tourId: tour.tourId, day });
    expect(stopsOf()).toHaveLength(first!.stops);
    expect(stopsOf().every((stop) => stop.mark === null && stop.receiver !== null)).toBe(true);
  });

  test('arrived, then held with attendance, then nothing again; each is a step and its undo is exact', async () => {
    const [stop] = stopsOf();
    const before = workspace.record();
    await workspace.act('onTheDay.mark', { stopId: stop!.stopId, mark: { ...held, state: 'arrived', heldFrom: null, heldTo: null, attendance: null } });
    await workspace.act('onTheDay.mark', { stopId: stop!.stopId, mark: held });
    expect(stopsOf()[0]!.mark).toEqual(held);
    expect(workspace.rows('SELECT unitId, personId, day, state, attendance FROM visit WHERE stopId = ?', stop!.stopId))
      .toEqual([{ unitId: stop!.unitId, personId: tour.personId, day, state: 'held', attendance: 120 }]);
    await workspace.act('onTheDay.mark', { stopId: stop!.stopId, mark: { attendance: 140 } });
    expect(stopsOf()[0]!.mark).toEqual({ ...held, attendance: 140 });
    await workspace.act('onTheDay.mark', { stopId: stop!.stopId, mark: null });
    expect(workspace.record()).toBe(before);
    expect(await codeOf(workspace.act('onTheDay.mark', { stopId: stop!.stopId, mark: { attendance: 140 } }))).toBe('onTheDay.notMarked');
    for (let step = 0; step < 4; step++) await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('a stop of a later day cannot be held yet, but it can be skipped; times follow each other', async () => {
    const later = workspace.ask('onTheDay.day', { tourId: tour.tourId, personId: tour.personId, day: '2022-04-20' }).stops[0]!;
    expect(await codeOf(workspace.act('onTheDay.mark', { stopId: later.stopId, mark: held }))).toBe('onTheDay.inFuture');
    expect(await codeOf(workspace.act('onTheDay.mark', { stopId: later.stopId, mark: { ...held, state: 'skipped' } }))).toBe('done');
    const { stopId } = stopsOf()[0]!;
    expect(await codeOf(workspace.act('onTheDay.mark', { stopId, mark: { ...held, heldTo: 609 } }))).toBe('onTheDay.badTimes');
    expect(await codeOf(workspace.act('onTheDay.mark', { stopId, mark: { ...held, arrivedMinute: null, heldFrom: 700 } }))).toBe('done');
  });

  test('a visit stays true when its tour is removed, and undo ties them together again', async () => {
    const { stopId, unitId } = stopsOf()[0]!;
    await workspace.act('onTheDay.mark', { stopId, mark: held });
    const before = workspace.record();
    await workspace.act('tours.remove', { id: tour.tourId });
    expect(workspace.rows('SELECT stopId, unitId, attendance FROM visit WHERE day = ?', day)).toEqual([{ stopId: null, unitId, attendance: 120 }]);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });
});

describe('promises', () => {
  test('are written at a stop, kept for the next visit, settled, and counted only while open', async () => {
    const { stopId, unitId } = stopsOf()[0]!;
    await workspace.act('onTheDay.mark', { stopId, mark: held });
    const fields = { unitId, personId: tour.personId, madeDay: day, stopId, text: 'A projector for the office', who: 'District president', dueDay: '2022-04-30' };
    const { id } = await workspace.act('promises.save', { id: null, fields: { ...fields, kind: 'promise' } });
    await workspace.act('promises.save', { id: null, fields: { ...fields, kind: 'task', text: 'Fill two vacant posts', dueDay: null } });
    expect(stopsOf()[0]!.openPromises).toBe(2);
    expect(workspace.rows('SELECT visit.stopId FROM promise JOIN visit ON visit.id = visitId WHERE promise.id = ?', id)).toEqual([{ stopId }]);
    const list = workspace.ask('promises.list', { unitId, only: 'open' });
    expect(list.rows.map(({ text, overdueDays }) => [text, overdueDays])).toEqual([['A projector for the office', null], ['Fill two vacant posts', null]]);
    await workspace.act('promises.settle', { id, day, note: 'Sent by bus' });
    expect(stopsOf()[0]!.openPromises).toBe(1);
    expect(workspace.ask('promises.list', { unitId }).rows.at(-1)).toMatchObject({ doneDay: day, doneNote: 'Sent by bus' });
  });

  test('an overdue one says by how many days; one due before it was made is refused', async () => {
    const { unitId } = stopsOf()[0]!;
    const fields = { kind: 'promise', unitId, personId: tour.personId, madeDay: '2022-04-01', text: 'Flags', who: '', dueDay: '2022-04-12' } as const;
    await workspace.act('promises.save', { id: null, fields });
    expect(workspace.ask('promises.list', { unitId, only: 'overdue' }).rows).toMatchObject([{ text: 'Flags', overdueDays: 7 }]);
    expect(await codeOf(workspace.act('promises.save', { id: null, fields: { ...fields, dueDay: '2022-03-31' } }))).toBe('promises.dueTooEarly');
  });

  test('a unit of which something is promised cannot be removed', async () => {
    const unit = workspace.rows<{ id: string; parentId: string }>(`SELECT id, parentId FROM unit WHERE levelId = 'block' LIMIT 1`)[0]!;
    const { id } = await workspace.act('units.add', { parentId: unit.parentId, levelId: 'block', nameEn: 'New block' });
    await workspace.act('promises.save', { id: null, fields: { kind: 'promise', unitId: id, personId: tour.personId, madeDay: day, text: 'A visit', who: '', dueDay: null } });
    expect(await codeOf(workspace.act('units.remove', { id }))).toBe('units.inUse');
  });
});

describe('late on the road', () => {
  const ask = (lateMinutes: number, shortestMinutes: number | null = null) => workspace.ask('onTheDay.late', { tourId: tour.tourId, personId: tour.personId, day, lateMinutes, shortestMinutes });
  const answerOf = ({ stays, fallsOut }: ReturnType<typeof ask>, to: (index: number) => string | null = () => null) => ({
    tourId: tour.tourId, personId: tour.personId, day,
    stays: stays.map(({ stopId, begin, minutes }) => ({ stopId, begin, minutes })),
    fallsOut: fallsOut.map(({ stopId }, index) => ({ stopId, day: to(index) })),
  });

  test('in time nothing moves; every stop begins later by what is not waited away, and the day still holds', () => {
    expect(ask(0).stays.every((stop) => stop.begin === stop.wasBegin)).toBe(true);
    const late = ask(20);
    for (const stop of late.stays) expect(stop.begin - stop.wasBegin).toBeLessThanOrEqual(20);
    expect(late.stays[0]!.begin).toBeGreaterThan(late.stays[0]!.wasBegin);
  });

  test('what was held stays as it was, and far too late everything that is left falls out', async () => {
    const [first, ...others] = stopsOf();
    await workspace.act('onTheDay.mark', { stopId: first!.stopId, mark: { ...held, arrivedMinute: null, heldFrom: null, heldTo: null } });
    const late = ask(900);
    expect(late.settled).toBe(1);
    expect(late.stays).toEqual([]);
    expect(late.fallsOut.map(({ stopId }) => stopId)).toEqual(others.map(({ stopId }) => stopId));
  });

  test('applied as seen: what stays begins then, what falls out waits without a day; one step, undone exactly', async () => {
    const late = ask(300);
    expect(late.fallsOut.length).toBeGreaterThan(0);
    const before = workspace.record();
    await workspace.act('onTheDay.applyLate', { ...answerOf(late), lateMinutes: 300 });
    expect(stopsOf().map(({ stopId, begin }) => [stopId, begin])).toEqual(late.stays.map(({ stopId, begin }) => [stopId, begin]));
    expect(workspace.rows('SELECT day FROM tourStop WHERE id = ?', late.fallsOut[0]!.stopId)).toEqual([{ day: null }]);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('what falls out goes to a later day that was offered, where nothing else breaks', async () => {
    await workspace.act('tours.save', { id: tour.tourId, fields: { ...tour.fields, toDay: '2022-04-30', lastUnitId: null } });
    const late = ask(600);
    const at = late.fallsOut.findIndex(({ offers }) => offers.length > 0);
    expect(at).toBeGreaterThanOrEqual(0);
    const offer = late.fallsOut[at]!.offers[0]!;
    await workspace.act('onTheDay.applyLate', { ...answerOf(late, (index) => (index === at ? offer.day : null)), lateMinutes: 600 });
    expect(workspace.rows('SELECT day, beginMinute FROM tourStop WHERE id = ?', late.fallsOut[at]!.stopId)).toEqual([{ day: offer.day, beginMinute: offer.begin }]);
    const after = workspace.ask('tours.get', { id: tour.tourId });
    expect(after.days.find((one) => one.day === offer.day)!.problems).toEqual([]);
  });

  test('an answer for a day that has changed is refused', async () => {
    const late = ask(300);
    await workspace.act('onTheDay.mark', { stopId: stopsOf()[0]!.stopId, mark: { ...held, state: 'skipped' } });
    expect(await codeOf(workspace.act('onTheDay.applyLate', { ...answerOf(late), lateMinutes: 300 }))).toBe('road.changed');
  });
});
