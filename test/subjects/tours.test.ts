// Planning the tour of all districts in a real file: who is visited when, what is kept, what is undone.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TourDetail } from '../../shared/model/tour.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { sampleTour, undoBackTo } from './sampleTour.ts';

let workspace: TestWorkspace;
beforeAll(async () => { workspace = await testWorkspace(); });
afterEach(() => undoBackTo(workspace, null));
afterAll(() => workspace.close());

const visitsOf = (tour: TourDetail) => tour.days.flatMap((day) => day.visits.map((visit) => ({ ...visit, day: day.day })));
const codesOf = (tour: TourDetail) => tour.problems.map((problem) => problem.code);

describe('planning the sample tour', () => {
  test('visits all 24 districts from Jamshedpur on the first day to Ranchi on the last, with no impossible day', async () => {
    const { tourId } = await sampleTour(workspace);
    expect(await workspace.act('tours.plan', { id: tourId })).toEqual({ visits: 24, leftOut: 0, better: true });
    const tour = workspace.ask('tours.get', { id: tourId });
    const visits = visitsOf(tour);
    expect(new Set(visits.map((visit) => visit.unitId)).size).toBe(24);
    expect([visits[0]!.day, visits[0]!.nameEn, visits[0]!.placeEn, visits[0]!.placeHi]).toEqual(['2022-04-18', 'East Singhbhum', 'Jamshedpur', 'जमशेदपुर']);
    expect([visits.at(-1)!.day, visits.at(-1)!.nameEn]).toEqual(['2022-04-26', 'Ranchi']);
    expect(tour.leftOut).toEqual([]);
    expect(tour.problems).toEqual([]);
    expect(tour.bound.gapPercent).toBeLessThan(6);
  });

  test('every arrival is the leave before plus the drive, within the hours, nights at the last stop of the day', async () => {
    const { tourId } = await sampleTour(workspace);
    await workspace.act('tours.plan', { id: tourId });
    const tour = workspace.ask('tours.get', { id: tourId });
    let wakesAt: string | null = null;
    for (const { visits, nightUnitId } of tour.days) {
      let free = 480;
      let at: string | null = wakesAt;
      for (const visit of visits) {
        expect(visit.fromUnitId).toBe(at);
        if (at !== null) expect(visit.arrive).toBe(free + visit.legMinutes);
        expect(visit.begin).toBeGreaterThanOrEqual(visit.arrive);
        expect(visit.begin - visit.arrive).toBeLessThan(5);
        expect(visit.leave).toBe(visit.begin + 90);
        expect(visit.leave).toBeLessThanOrEqual(1230);
        free = visit.leave;
        at = visit.unitId;
      }
      if (nightUnitId !== null) expect(nightUnitId).toBe(at);
      wakesAt = at;
    }
    const legs = visitsOf(tour).reduce((sum, visit) => sum + visit.legMinutes, 0);
    expect(tour.totals.travelMinutes).toBe(legs);
  });

  test('undo of the plan brings back the very same record', async () => {
    const { tourId } = await sampleTour(workspace);
    const before = workspace.record();
    await workspace.act('tours.plan', { id: tourId });
    expect(workspace.record()).not.toBe(before);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('the same tour planned twice is the same plan, and writes nothing the second time', async () => {
    const { tourId } = await sampleTour(workspace);
    await workspace.act('tours.plan', { id: tourId });
    const before = workspace.record();
    await workspace.act('tours.plan', { id: tourId });
    expect(workspace.record()).toBe(before);
  });

  test('before it is planned nothing is wrong, everything is open', async () => {
    const { tourId } = await sampleTour(workspace);
    const tour = workspace.ask('tours.get', { id: tourId });
    expect(tour.problems).toEqual([]);
    expect(tour.leftOut.map((stop) => stop.reason)).toEqual(Array.from({ length: 24 }, () => 'notPlanned'));
  });

  test('answers in less than 50 ms', async () => {
    const { tourId } = await sampleTour(workspace);
    await workspace.act('tours.plan', { id: tourId });
    workspace.ask('tours.get', { id: tourId });
    const begin = performance.now();
    workspace.ask('tours.get', { id: tourId });
    expect(performance.now() - begin).toBeLessThan(50);
  });
});

describe('what the plan must respect', () => {
  test('a corrected road changes legs and plan, in both directions, and the estimate comes back', async () => {
    const { tourId, unitId } = await sampleTour(workspace);
    await workspace.act('tours.plan', { id: tourId });
    const before = workspace.ask('tours.get', { id: tourId });
    const leg = visitsOf(before).find((visit) => visit.placeEn === 'Giridih')!;
    expect(leg.corrected).toBe(false);
    const [fromUnitId, toUnitId] = [leg.fromUnitId!, unitId('Giridih')];
    // Given the other way round: it is the same road.
    await workspace.act('tours.setTravel', { fromUnitId: toUnitId, toUnitId: fromUnitId, distanceKm: leg.legKm, travelMinutes: 600 });
    const stale = visitsOf(workspace.ask('tours.get', { id: tourId })).find((visit) => visit.unitId === toUnitId)!;
    expect([stale.legMinutes, stale.corrected]).toEqual([600, true]);
    await workspace.act('tours.plan', { id: tourId });
    const after = workspace.ask('tours.get', { id: tourId });
    expect(visitsOf(after).every((visit) => visit.legMinutes < 600)).toBe(true);
    expect(after.totals.travelMinutes).toBeGreaterThan(before.totals.travelMinutes);
    await workspace.act('tours.setTravel', { fromUnitId, toUnitId, distanceKm: null, travelMinutes: null });
    await workspace.act('tours.plan', { id: tourId });
    expect(workspace.ask('tours.get', { id: tourId }).days).toEqual(before.days);
  });

  test('a day the leader is away stays empty', async () => {
    const { tourId, personId } = await sampleTour(workspace);
    await workspace.act('people.addAway', { personId, fromDay: '2022-04-21', toDay: '2022-04-21', reason: 'Delhi' });
    await workspace.act('tours.plan', { id: tourId });
    const tour = workspace.ask('tours.get', { id: tourId });
    expect(tour.days.find((day) => day.day === '2022-04-21')!.visits).toEqual([]);
    expect(tour.totals.visits).toBe(24);
  });

  test('a stop on a day the leader went away afterwards is shown as that', async () => {
    const { tourId, personId } = await sampleTour(workspace);
    await workspace.act('tours.plan', { id: tourId });
    const there = workspace.ask('tours.get', { id: tourId }).days.find((day) => day.day === '2022-04-21')!.visits;
    await workspace.act('people.addAway', { personId, fromDay: '2022-04-21', toDay: '2022-04-21', reason: 'Delhi' });
    const tour = workspace.ask('tours.get', { id: tourId });
    expect(codesOf(tour)).toEqual(there.map(() => 'away'));
    expect(tour.problems[0]).toMatchObject({ day: '2022-04-21', unitId: there[0]!.unitId, detail: { placeEn: there[0]!.placeEn } });
  });

  test('a pinned stop keeps its day and hour however the rest is planned', async () => {
    const { tourId, stopId } = await sampleTour(workspace);
    await workspace.act('calendar.move', { kind: 'stop', id: stopId('Dhanbad'), day: '2022-04-20', begin: 600, minutes: 90, accept: true });
    await workspace.act('tours.plan', { id: tourId });
    const tour = workspace.ask('tours.get', { id: tourId });
    const dhanbad = visitsOf(tour).find((visit) => visit.nameEn === 'Dhanbad')!;
    expect([dhanbad.day, dhanbad.begin, dhanbad.pinned]).toEqual(['2022-04-20', 600, true]);
    expect(tour.totals.visits).toBe(24);
    expect(codesOf(tour)).toEqual([]);
    await workspace.act('tours.pin', { stopId: dhanbad.stopId, pinned: false });
    expect(visitsOf(workspace.ask('tours.get', { id: tourId })).find((visit) => visit.nameEn === 'Dhanbad')!.pinned).toBe(false);
  });

  test('the leader\'s meetings keep their time: without a place the hours, with one the way there too', async () => {
    const { tourId, personId, unitId } = await sampleTour(workspace);
    const meeting = { titleEn: 'Review', titleHi: null, begin: 720, minutes: 120, placeEn: null, placeHi: null, personIds: [personId] };
    await workspace.act('calendar.saveMeeting', { id: null, fields: { ...meeting, day: '2022-04-20', unitId: null } });
    await workspace.act('calendar.saveMeeting', { id: null, fields: { ...meeting, day: '2022-04-23', unitId: unitId('Dumka') } });
    await workspace.act('tours.plan', { id: tourId });
    const tour = workspace.ask('tours.get', { id: tourId });
    const on = (day: string) => tour.days.find((one) => one.day === day)!;
    for (const visit of on('2022-04-20').visits) expect(visit.leave <= 720 || visit.begin >= 840).toBe(true);
    expect(codesOf(tour)).toEqual([]);
    expect(tour.totals.visits).toBe(24);
    const around = workspace.ask('calendar.range', { fromDay: '2022-04-18', toDay: '2022-04-26', personIds: [personId] });
    expect(around.filter((entry) => entry.problems.length > 0)).toEqual([]);
  });

  test('too many visits for the days are planned all the same, the impossible days marked with minutes', async () => {
    const { tourId } = await sampleTour(workspace, { toDay: '2022-04-20' });
    await workspace.act('tours.plan', { id: tourId });
    const tour = workspace.ask('tours.get', { id: tourId });
    expect(tour.totals.visits).toBe(24);
    expect(new Set(codesOf(tour))).toEqual(new Set(['late']));
    for (const day of tour.days) {
      const last = day.visits.at(-1)!;
      expect(day.problems.at(-1)).toMatchObject({ code: 'late', day: day.day, unitId: last.unitId, detail: { minutes: last.leave - 1230, placeEn: last.placeEn } });
    }
  });
});

describe('the frame of a tour', () => {
  test('may stop at every district, called by its headquarters town, and at other units named', () => {
    const block = workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'block' AND nameEn = 'Baghmara'`)[0]!;
    const places = workspace.ask('tours.places', { alsoUnitIds: [block.id] });
    expect(places).toHaveLength(25);
    expect(places.find((place) => place.nameEn === 'Bokaro')).toMatchObject({ placeEn: 'Bokaro Steel City', placeHi: 'बोकारो स्टील सिटी' });
    expect(places.find((place) => place.unitId === block.id)).toMatchObject({ placeEn: 'Baghmara' });
  });

  test('takes and drops districts, keeps the days of those that stay, and adds first and last town', async () => {
    const { tourId, fields, unitId } = await sampleTour(workspace);
    await workspace.act('tours.plan', { id: tourId });
    const before = visitsOf(workspace.ask('tours.get', { id: tourId }));
    const gone = [unitId('Dhanbad'), unitId('Ranchi')];
    await workspace.act('tours.save', { id: tourId, fields: { ...fields, unitIds: fields.unitIds.filter((id) => !gone.includes(id)) } });
    const after = workspace.ask('tours.get', { id: tourId });
    expect(after.unitIds).toHaveLength(23);
    expect(after.unitIds).toContain(unitId('Ranchi'));
    const days = (visits: typeof before) => visits.filter((visit) => visit.nameEn !== 'Dhanbad').map(({ unitId, day, begin }) => ({ unitId, day, begin }));
    expect(days(visitsOf(after))).toEqual(days(before));
    await workspace.act('tours.save', { id: tourId, fields });
    expect(workspace.ask('tours.get', { id: tourId }).leftOut).toMatchObject([
      { unitId: unitId('Dhanbad'), nameEn: 'Dhanbad', nameHi: 'धनबाद', must: true, reason: 'roomLeft' },
    ]);
  });

  test.each([
    ['tours.badWindow', { toDay: '2022-04-17' }],
    ['tours.windowTooLong', { toDay: '2023-04-26' }],
    ['tours.badDuty', { dutyTo: 480 }],
    ['tours.noPerson', { personId: 'nobody' }],
    ['units.gone', { unitIds: ['nowhere'] }],
  ])('refuses %s', async (code, change) => {
    const before = workspace.record();
    await expect(sampleTour(workspace, change)).rejects.toMatchObject({ code });
    expect(workspace.record()).toBe(before);
  });

  test('refuses a unit without a point, by its name', async () => {
    const state = workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'state'`)[0]!;
    const { id } = await workspace.act('units.add', { parentId: state.id, levelId: 'district', nameEn: 'New district', nameHi: 'नया जिला' });
    await expect(sampleTour(workspace, { unitIds: [id] })).rejects.toMatchObject({
      code: 'tours.noPoint', detail: { count: 1, namesEn: 'New district', namesHi: 'नया जिला' },
    });
  });

  test('the list counts stops and planned ones; removing leaves nothing, undo brings all back', async () => {
    const { tourId } = await sampleTour(workspace);
    await workspace.act('tours.plan', { id: tourId });
    expect(workspace.ask('tours.list', {})).toMatchObject([{ id: tourId, stops: 24, planned: 24, personNameHi: 'प्रदेश प्रभारी' }]);
    const before = workspace.record();
    await workspace.act('tours.remove', { id: tourId });
    expect(workspace.ask('tours.list', {})).toEqual([]);
    expect(workspace.rows('SELECT 1 FROM tourStop')).toEqual([]);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });
});
