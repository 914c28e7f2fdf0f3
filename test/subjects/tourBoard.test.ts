// The board of a tour in a real file: stops dropped and tried, days locked and kept free, the rest improved, versions, the calendar.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TourDetail, TourVisit } from '../../shared/model/tour.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { sampleTour, undoBackTo } from './sampleTour.ts';

let workspace: TestWorkspace;
beforeAll(async () => { workspace = await testWorkspace(); });
afterEach(() => undoBackTo(workspace, null));
afterAll(() => workspace.close());

const get = (id: string): TourDetail => workspace.ask('tours.get', { id });
const visitsOf = (tour: TourDetail) => tour.days.flatMap((day) => day.visits.map((visit) => ({ ...visit, day: day.day })));
const scheduleOf = (tour: TourDetail) => visitsOf(tour).map(({ unitId, day, begin }) => `${unitId} ${day} ${begin}`);
const codes = (problems: { code: string }[]) => problems.map(({ code }) => code);

async function planned(change: Parameters<typeof sampleTour>[1] = {}) {
  const sample = await sampleTour(workspace, change);
  await workspace.act('tours.plan', { id: sample.tourId });
  return sample;
}

/** Arrivals follow from the leave before and the leg; nothing begins before it is reached. */
function expectConsistent(tour: TourDetail): void {
  for (const day of tour.days) {
    let before: TourVisit | null = null;
    for (const visit of day.visits) {
      if (before) expect(visit.arrive).toBe(before.leave + visit.legMinutes);
      expect(visit.begin).toBeGreaterThanOrEqual(visit.arrive);
      before = visit;
    }
  }
}

describe('a stop dropped elsewhere', () => {
  test('what was tried is what comes: new times, the day after too, and undo gives the identical record', async () => {
    const { tourId, stopId } = await planned();
    const before = get(tourId);
    const from = visitsOf(before).find((visit) => visit.nameEn === 'Dhanbad')!;
    const target = before.days.find((day) => day.visits.length > 0 && day.day !== from.day && !day.visits.some((visit) => ['East Singhbhum', 'Ranchi'].includes(visit.nameEn)))!;
    const to = { day: target.day, index: 1 };
    const tried = workspace.ask('tours.tryMove', { stopId: stopId('Dhanbad'), to });
    expect(tried.hard).toEqual([]);
    const record = workspace.record();
    await workspace.act('tours.move', { stopId: stopId('Dhanbad'), to, accept: true });
    const after = get(tourId);
    for (const day of tried.days) expect(after.days.find((one) => one.day === day.day)!.visits.map(({ unitId, begin, arrive }) => [unitId, begin, arrive])).toEqual(day.visits.map(({ unitId, begin, arrive }) => [unitId, begin, arrive]));
    expect(after.totals.travelMinutes - before.totals.travelMinutes).toBeCloseTo(tried.travelMinutes, 6);
    const there = after.days.find((day) => day.day === target.day)!;
    expect(there.visits[1]!.nameEn).toBe('Dhanbad');
    expect([there.visits[1]!.dayPinned, there.visits[1]!.pinned]).toEqual([true, false]);
    expectConsistent(after);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(record);
  });

  test('past the end of the day it says by how much, is refused, and done only when it is wanted all the same', async () => {
    const { tourId, stopId } = await planned();
    const day = get(tourId).days.find((one) => one.visits.length >= 3)!;
    const stranger = visitsOf(get(tourId)).find((visit) => visit.day !== day.day && visit.nameEn === 'Sahebganj') ?? visitsOf(get(tourId)).find((visit) => visit.day > day.day)!;
    const to = { day: day.day, index: day.visits.length };
    const tried = workspace.ask('tours.tryMove', { stopId: stranger.stopId, to });
    expect(codes([...tried.hard, ...tried.soft])).toContain('late');
    const late = tried.soft.find((problem) => problem.code === 'late')!;
    expect(late.detail['minutes']).toBe(tried.days.find((one) => one.day === day.day)!.visits.at(-1)!.leave - 1230);
    const before = workspace.record();
    await expect(workspace.act('tours.move', { stopId: stranger.stopId, to })).rejects.toMatchObject({ code: 'calendar.doubtful' });
    expect(workspace.record()).toBe(before);
    await workspace.act('tours.move', { stopId: stranger.stopId, to, accept: true });
    expect(codes(get(tourId).problems)).toContain('late');
    expect(stopId('Dhanbad')).toBeTruthy();
  });

  test('onto a day the leader is away, or a locked one, it is impossible; before the first town it is doubtful', async () => {
    const { tourId, personId, stopId } = await planned();
    await workspace.act('people.addAway', { personId, fromDay: '2022-04-22', toDay: '2022-04-22', reason: 'Delhi' });
    const away = workspace.ask('tours.tryMove', { stopId: stopId('Godda'), to: { day: '2022-04-22', index: 0 } });
    expect(codes(away.hard)).toContain('away');
    await workspace.act('tours.setDay', { id: tourId, day: '2022-04-24', dutyFrom: null, dutyTo: null, locked: true });
    expect(codes(workspace.ask('tours.tryMove', { stopId: stopId('Godda'), to: { day: '2022-04-24', index: 0 } }).hard)).toEqual(['lockedDay']);
    await expect(workspace.act('tours.move', { stopId: stopId('Godda'), to: { day: '2022-04-24', index: 0 }, accept: true })).rejects.toMatchObject({ code: 'calendar.impossible' });
    expect(codes(workspace.ask('tours.tryMove', { stopId: stopId('Godda'), to: { day: '2022-04-18', index: 0 } }).soft)).toContain('firstTown');
    await expect(workspace.act('tours.move', { stopId: stopId('Godda'), to: { day: '2022-05-18', index: 0 }, accept: true })).rejects.toMatchObject({ code: 'tours.noDay' });
  });

  test('onto a festival it warns, there and on no other day', async () => {
    const { tourId, stopId } = await planned();
    const day = visitsOf(get(tourId)).find((visit) => visit.nameEn === 'Godda')!.day;
    const other = get(tourId).days.find((one) => one.day > '2022-04-18' && one.day !== day && one.visits.length > 0)!.day;
    await workspace.act('blackouts.save', { id: null, fields: { nameEn: 'Fair', nameHi: 'मेला', kind: 'festival', fromDay: other, toDay: other, unitId: null } });
    const on = get(tourId).days.find((one) => one.day === other)!;
    expect(codes(on.problems)).toEqual(on.visits.map(() => 'blackout'));
    expect(get(tourId).problems).toHaveLength(on.visits.length);
    const tried = workspace.ask('tours.tryMove', { stopId: stopId('Godda'), to: { day: other, index: 0 } });
    expect(codes([...tried.hard, ...tried.soft])).toContain('blackout');
  });

  test('taken off the days, a must is missed and the day closes up', async () => {
    const { tourId, stopId } = await planned();
    const tried = workspace.ask('tours.tryMove', { stopId: stopId('Dhanbad'), to: null });
    expect(codes(tried.soft)).toEqual(['stopLeftOut']);
    await workspace.act('tours.move', { stopId: stopId('Dhanbad'), to: null, accept: true });
    const tour = get(tourId);
    expect(tour.leftOut.map((stop) => stop.nameEn)).toEqual(['Dhanbad']);
    expectConsistent(tour);
  });
});

describe('planning keeps what the hand has fixed', () => {
  test('improving leaves pins, days kept by hand and locked days as they are, and is never worse', async () => {
    const { tourId, stopId } = await planned();
    const target = get(tourId).days.find((day) => day.visits.length >= 2 && day.visits.every((visit) => !['East Singhbhum', 'Ranchi', 'Dhanbad'].includes(visit.nameEn)))!;
    await workspace.act('tours.move', { stopId: stopId('Dhanbad'), to: { day: target.day, index: 1 }, accept: true });
    const pinned = visitsOf(get(tourId)).find((visit) => visit.day !== target.day && visit.nameEn === 'Palamu')!;
    await workspace.act('tours.pin', { stopId: pinned.stopId, pinned: true });
    const lockedDay = get(tourId).days.find((day) => day.visits.length > 0 && day.day !== target.day && day.day !== pinned.day)!;
    await workspace.act('tours.setDay', { id: tourId, day: lockedDay.day, dutyFrom: null, dutyTo: null, locked: true });
    const before = get(tourId);
    await workspace.act('tours.plan', { id: tourId, improve: true });
    const after = get(tourId);
    const at = (tour: TourDetail, name: string) => visitsOf(tour).find((visit) => visit.nameEn === name)!;
    expect(at(after, 'Dhanbad').day).toBe(target.day);
    expect([at(after, 'Palamu').day, at(after, 'Palamu').begin]).toEqual([pinned.day, pinned.begin]);
    const lines = (tour: TourDetail) => tour.days.find((day) => day.day === lockedDay.day)!.visits.map(({ unitId, begin }) => [unitId, begin]);
    expect(lines(after)).toEqual(lines(before));
    expect(after.problems.length).toBeLessThanOrEqual(before.problems.length);
    if (after.problems.length === before.problems.length) expect(after.totals.travelMinutes).toBeLessThanOrEqual(before.totals.travelMinutes);
    expectConsistent(after);
  });

  test('nothing better: improving writes nothing', async () => {
    const { tourId } = await planned();
    const before = workspace.record();
    expect(await workspace.act('tours.plan', { id: tourId, improve: true })).toMatchObject({ better: false, visits: 24 });
    expect(workspace.record()).toBe(before);
  });

  test('a part kept free, a day of its own hours and a stop that may begin in the morning only are kept', async () => {
    const { tourId, stopId } = await sampleTour(workspace);
    await workspace.act('tours.reserve', { id: tourId, day: '2022-04-20', from: 720, to: 900, note: 'family' });
    await workspace.act('tours.setDay', { id: tourId, day: '2022-04-21', dutyFrom: 600, dutyTo: 1140, locked: false });
    await workspace.act('tours.setStop', { stopId: stopId('Giridih'), wishes: { beginTo: 660, minutes: 120 } });
    await workspace.act('tours.plan', { id: tourId });
    const tour = get(tourId);
    const on = (day: string) => tour.days.find((one) => one.day === day)!;
    for (const visit of on('2022-04-20').visits) {
      expect(visit.leave <= 720 || visit.begin >= 900).toBe(true);
      expect(visit.arrive <= 720 || visit.arrive - visit.legMinutes >= 900 || visit.legMinutes === 0).toBe(true);
    }
    expect(on('2022-04-20').reserved).toMatchObject([{ from: 720, to: 900, note: 'family' }]);
    for (const visit of on('2022-04-21').visits) expect(visit.begin >= 600 && visit.leave <= 1140).toBe(true);
    const giridih = visitsOf(tour).find((visit) => visit.nameEn === 'Giridih')!;
    expect(giridih.begin).toBeLessThanOrEqual(660);
    expect(giridih.leave - giridih.begin).toBe(120);
    expect(tour.problems).toEqual([]);
    await workspace.act('tours.unreserve', { reservedId: on('2022-04-20').reserved[0]!.id });
    expect(get(tourId).days[2]!.reserved).toEqual([]);
  });

  test('wanted blocks are added where time is left and never at a must\'s cost', async () => {
    const blocks = workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'block' AND lat IS NOT NULL ORDER BY id LIMIT 12`);
    const { tourId } = await planned({ rules: rulesWith({ wanted: blocks.map(({ id }) => ({ unitId: id, worth: 2 })) }) });
    const tour = get(tourId);
    const byMust = (must: boolean) => visitsOf(tour).filter((visit) => visit.must === must);
    expect(byMust(true)).toHaveLength(24);
    expect(byMust(false).length).toBeGreaterThan(0);
    expect(tour.totals.worth).toBe(2 * byMust(false).length);
    expect(byMust(false).every((visit) => visit.leave - visit.begin === 60 && visit.levelId === 'block')).toBe(true);
    expect(tour.problems).toEqual([]);
  });

  test('two leaders share the districts: every one once, each leader in one place at a time', async () => {
    const other = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn = 'State president'`)[0]!;
    const { tourId, personId } = await planned({ toDay: '2022-04-23', rules: rulesWith({ leaderIds: [other.id] }) });
    const tour = get(tourId);
    expect(new Set(visitsOf(tour).map((visit) => visit.unitId)).size).toBe(24);
    expect(tour.problems).toEqual([]);
    expect(new Set(visitsOf(tour).map((visit) => visit.personId))).toEqual(new Set([personId, other.id]));
    for (const leader of [personId, other.id]) {
      for (const day of tour.days) {
        const mine = day.visits.filter((visit) => visit.personId === leader);
        for (let at = 1; at < mine.length; at++) expect(mine[at]!.begin).toBeGreaterThanOrEqual(mine[at - 1]!.leave + mine[at]!.legMinutes);
      }
    }
    const theirs = workspace.ask('calendar.range', { fromDay: '2022-04-18', toDay: '2022-04-23', personIds: [other.id] }).filter((entry) => entry.kind === 'stop');
    expect(theirs.length).toBe(visitsOf(tour).filter((visit) => visit.personId === other.id).length);
  });
});

describe('drafts and versions', () => {
  test('a draft takes nobody\'s time until it is put on the calendar, in one step', async () => {
    const { fields } = await sampleTour(workspace);
    await workspace.act('history.undo', {});
    const { id } = await workspace.act('tours.save', { id: null, fields, draft: true });
    await expect(workspace.act('tours.putOnCalendar', { id, onCalendar: true })).rejects.toMatchObject({ code: 'tours.noPlanYet' });
    await workspace.act('tours.plan', { id });
    const entries = () => workspace.ask('calendar.range', { fromDay: '2022-04-18', toDay: '2022-04-26' }).filter((entry) => entry.kind === 'stop');
    expect(entries()).toEqual([]);
    const before = workspace.record();
    await workspace.act('tours.putOnCalendar', { id, onCalendar: true });
    expect(entries()).toHaveLength(24);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('a draft over a meeting of the leader shows the clash and is not put on the calendar', async () => {
    const { fields, unitId } = await sampleTour(workspace);
    await workspace.act('history.undo', {});
    const { id } = await workspace.act('tours.save', { id: null, fields, draft: true });
    await workspace.act('tours.plan', { id });
    const visit = visitsOf(get(id))[5]!;
    await workspace.act('calendar.saveMeeting', { id: null, fields: { titleEn: 'Review', titleHi: null, day: visit.day, begin: visit.begin, minutes: 60, unitId: unitId('Ranchi'), placeEn: null, placeHi: null, personIds: [fields.personId] } });
    expect(codes(get(id).problems)).toContain('overlap');
    await expect(workspace.act('tours.putOnCalendar', { id, onCalendar: true })).rejects.toMatchObject({ code: 'calendar.impossible' });
  });

  test('a version is changed beside the tour, chosen in one step, and stops keep their identity', async () => {
    const { tourId, stopId } = await planned();
    const ids = () => new Map(workspace.rows<{ unitId: string; id: string }>('SELECT unitId, id FROM tourStop WHERE tourId = ?', tourId).map((row) => [row.unitId, row.id]));
    const stopIds = ids();
    const first = scheduleOf(get(tourId));
    const { id: versionId } = await workspace.act('tours.copyVersion', { id: tourId, note: 'without Dhanbad' });
    const dhanbad = visitsOf(get(versionId)).find((visit) => visit.nameEn === 'Dhanbad')!;
    await workspace.act('tours.removeStop', { stopId: dhanbad.stopId });
    await workspace.act('tours.plan', { id: versionId });
    const second = scheduleOf(get(versionId));
    expect(scheduleOf(get(tourId))).toEqual(first);
    expect(get(tourId).versions.map(({ number, note, chosen }) => [number, note, chosen])).toEqual([[1, '', true], [2, 'without Dhanbad', false]]);
    expect(workspace.ask('calendar.range', { fromDay: '2022-04-18', toDay: '2022-04-26' }).filter((entry) => entry.kind === 'stop')).toHaveLength(24);
    expect(workspace.ask('tours.list', {})).toMatchObject([{ id: tourId, versions: 2, onCalendar: true }]);
    const before = workspace.record();
    await workspace.act('tours.chooseVersion', { id: versionId });
    expect(scheduleOf(get(tourId))).toEqual(second);
    expect(scheduleOf(get(versionId))).toEqual(first);
    for (const [unit, id] of ids()) expect(id).toBe(stopIds.get(unit));
    expect(stopIds.get(dhanbad.unitId)).toBeTruthy();
    expect(get(tourId).versions.map(({ id, number, chosen }) => [id === tourId, number, chosen])).toEqual([[false, 1, false], [true, 2, true]]);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
    await workspace.act('tours.remove', { id: tourId });
    expect(workspace.rows('SELECT 1 FROM tour')).toEqual([]);
    expect(stopId).toBeTruthy();
  });
});

describe('when the plan does not hold', () => {
  test('what is offered holds when it is taken up, in one step', async () => {
    const { tourId } = await planned({ toDay: '2022-04-23' });
    expect(get(tourId).problems.length).toBeGreaterThan(0);
    const offers = await workspace.act('tours.offers', { id: tourId });
    expect(offers.length).toBeGreaterThan(0);
    for (const offer of offers) {
      const change = offer.kind === 'oneMoreDay' ? { toDay: offer.toDay } : offer.kind === 'longerDays' ? { dutyTo: offer.dutyTo } : offer.kind === 'dropStops' ? { dropStopIds: offer.stops.map((stop) => stop.stopId) } : {};
      const before = workspace.record();
      await workspace.act('tours.plan', { id: tourId, change });
      expect({ kind: offer.kind, problems: codes(get(tourId).problems) }).toEqual({ kind: offer.kind, problems: [] });
      await workspace.act('history.undo', {});
      expect(workspace.record()).toBe(before);
    }
  });

  test('a pin left outside the new days is named and released; once it is, planning again is all that is offered', async () => {
    const { tourId, fields } = await planned();
    const first = get(tourId).days[0]!.visits[0]!;
    await workspace.act('tours.pin', { stopId: first.stopId, pinned: true });
    await workspace.act('tours.save', { id: tourId, fields: { ...fields, fromDay: '2022-04-19', toDay: '2022-04-27' }, draft: true });
    await workspace.act('tours.plan', { id: tourId });
    expect(codes(get(tourId).problems)).toContain('outsideWindow');
    const offers = await workspace.act('tours.offers', { id: tourId });
    expect(offers[0]).toEqual({ kind: 'unpinStops', stops: [{ stopId: first.stopId, nameEn: first.placeEn, nameHi: first.placeHi }] });
    const before = workspace.record();
    await workspace.act('tours.plan', { id: tourId, change: { unpinStopIds: [first.stopId] } });
    expect(codes(get(tourId).problems)).toEqual([]);
    expect(get(tourId).days.flatMap(({ visits }) => visits)[0]).toMatchObject({ stopId: first.stopId, pinned: false });
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
    await workspace.act('tours.pin', { stopId: first.stopId, pinned: false });
    expect(await workspace.act('tours.offers', { id: tourId })).toEqual([{ kind: 'planAgain' }]);
  });

  test('stopped while planning, the best so far is kept as a step', async () => {
    const { tourId } = await sampleTour(workspace);
    let asked = 0;
    const cancelled = () => (asked += 1) > 4;
    const answer = await workspace.engine.run('tours.plan', { id: tourId, improve: false, change: {} }, {}, { progress: () => undefined, cancelled });
    expect(answer).toMatchObject({ visits: 24, leftOut: 0 });
    expect(get(tourId).totals.visits).toBe(24);
  });
});

function rulesWith(change: Partial<NonNullable<Parameters<typeof sampleTour>[1]>['rules'] & object>) {
  return { leaderIds: [], leaderRules: [], darkBySun: false, slowInDark: true, avoidBlackouts: [], darkFrom: null, darkUntil: null, maxDrivingMinutes: null, fewestDays: false, driveOn: false, nightUnitIds: [], wantedMinutes: 60, wanted: [], ...change };
}
