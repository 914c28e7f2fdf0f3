// What lies on the road of the sample tour: found by hand, added one by one, filled all at once, undone exactly.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TourDetail } from '../../shared/model/tour.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { sampleTour, undoBackTo } from './sampleTour.ts';
import type { SampleTour } from './sampleTour.ts';

let workspace: TestWorkspace;
let tour: SampleTour;
beforeAll(async () => {
  workspace = await testWorkspace();
  tour = await sampleTour(workspace);
  await workspace.act('tours.plan', { id: tour.tourId });
});
afterEach(() => undoBackTo(workspace, 'tours.plan'));
afterAll(() => workspace.close());

const planned = (): TourDetail => workspace.ask('tours.get', { id: tour.tourId });
const visitsOf = (detail: TourDetail) => detail.days.flatMap((day) => day.visits.map((visit) => ({ ...visit, day: day.day })));
const problemCount = ({ problems, days }: TourDetail) => problems.length + days.reduce((sum, day) => sum + day.problems.length, 0);
const longestLeg = () => visitsOf(planned()).toSorted((a, b) => b.legMinutes - a.legMinutes)[0]!;
const beside = (stopId: string, corridorKm = 20) => workspace.ask('road.alongLeg', { tourId: tour.tourId, stopId, levelId: 'block', corridorKm });
const codeOf = async (act: Promise<unknown>) => act.then(() => 'done', (error: { code: string }) => error.code);

describe('beside a leg', () => {
  test('stand the blocks of the corridor and no others, by the distance to the straight line, most worth first', () => {
    const leg = longestLeg();
    const answer = beside(leg.stopId);
    const from = workspace.rows<{ lat: number; lon: number }>('SELECT lat, lon FROM unit WHERE id = ?', answer.fromUnitId)[0]!;
    const to = { lat: leg.lat!, lon: leg.lon! };
    // Heron's formula over great circles: the height of the triangle over the leg, by another way than the rule's.
    const km = (a: typeof from, b: typeof from) => 12742.02 * Math.asin(Math.sqrt(Math.sin(((b.lat - a.lat) * Math.PI) / 360) ** 2 + Math.cos((a.lat * Math.PI) / 180) * Math.cos((b.lat * Math.PI) / 180) * Math.sin(((b.lon - a.lon) * Math.PI) / 360) ** 2));
    const off = (p: typeof from) => {
      const [a, b, c] = [km(from, to), km(from, p), km(p, to)];
      if (b * b >= a * a + c * c || c * c >= a * a + b * b) return Math.min(b, c);
      const s = (a + b + c) / 2;
      return (2 * Math.sqrt(Math.max(0, s * (s - a) * (s - b) * (s - c)))) / a;
    };
    const blocks = workspace.rows<{ id: string; lat: number; lon: number }>(`SELECT id, lat, lon FROM unit WHERE levelId = 'block' AND lat IS NOT NULL AND closedDay IS NULL`);
    const expected = blocks.filter((block) => off(block) <= 20).map(({ id }) => id);
    expect(answer.units.map(({ unitId }) => unitId).toSorted()).toEqual(expected.toSorted());
    expect(answer.total).toBe(expected.length);
    expect(expected.length).toBeGreaterThan(3);
    expect(answer.units.map(({ worth }) => worth)).toEqual(answer.units.map(({ worth }) => worth).toSorted((a, b) => b - a));
    for (const unit of answer.units) expect(unit.offKm).toBeCloseTo(off(unit), 0);
  });

  test('the detour is the way over it minus the straight way, also over the road the user knows', async () => {
    const leg = longestLeg();
    const [unit] = beside(leg.stopId).units;
    const { fromUnitId, legMinutes } = beside(leg.stopId);
    await workspace.act('tours.setTravel', { fromUnitId, toUnitId: unit!.unitId, distanceKm: 50, travelMinutes: 70 });
    await workspace.act('tours.setTravel', { fromUnitId: unit!.unitId, toUnitId: leg.unitId, distanceKm: 60, travelMinutes: 80 });
    const after = beside(leg.stopId);
    expect(after.units.find(({ unitId }) => unitId === unit!.unitId)!.detourMinutes).toBe(150 - after.legMinutes);
    expect(after.legMinutes).toBeGreaterThan(0);
    expect(legMinutes).toBeGreaterThan(0);
  });

  test('a wider corridor finds no fewer; the stop that begins the tour has no leg', async () => {
    const leg = longestLeg();
    const [narrow, wide] = [beside(leg.stopId, 8), beside(leg.stopId, 40)];
    const found = new Set(wide.units.map(({ unitId }) => unitId));
    expect(narrow.units.every(({ unitId }) => found.has(unitId))).toBe(true);
    expect(wide.total).toBeGreaterThan(narrow.total);
    expect(() => beside(tour.stopId('East Singhbhum'))).toThrow('road.noLeg');
  });

  test('says when somebody was there last, at the block or in a panchayat of it', async () => {
    const leg = longestLeg();
    const [unit] = beside(leg.stopId).units;
    const panchayat = workspace.rows<{ id: string }>('SELECT id FROM unit WHERE parentId = ? LIMIT 1', unit!.unitId)[0]!;
    await workspace.act('calendar.saveMeeting', { id: null, accept: true, fields: { titleEn: 'Panchayat meeting', titleHi: null, day: '2022-04-06', begin: 600, minutes: 60, unitId: panchayat.id, placeEn: null, placeHi: null, personIds: [tour.personId] } });
    const after = beside(leg.stopId).units.find(({ unitId }) => unitId === unit!.unitId)!;
    expect([after.lastVisitDay, after.daysSince]).toEqual(['2022-04-06', 10]);
    expect(after.worth).toBeLessThan(unit!.worth);
  });
});

describe('adding one', () => {
  test('puts it into its leg at the hour that was shown, later stops follow, and undo is exact', async () => {
    const before = workspace.record();
    const leg = visitsOf(planned()).filter(({ legMinutes }) => legMinutes > 0).find(({ stopId }) => beside(stopId, 30).units.some(({ begin }) => begin !== null))!;
    const unit = beside(leg.stopId, 30).units.find(({ begin }) => begin !== null)!;
    const { stopId, begin } = await workspace.act('road.add', { tourId: tour.tourId, stopId: leg.stopId, unitId: unit.unitId, worth: unit.worth });
    expect(begin).toBe(unit.begin);
    const after = planned();
    const order = after.days.find(({ day }) => day === leg.day)!.visits.map((visit) => visit.stopId);
    expect(order.indexOf(leg.stopId) - order.indexOf(stopId)).toBe(1);
    expect(problemCount(after)).toBe(0);
    expect(beside(leg.stopId, 30).units.map(({ unitId }) => unitId)).not.toContain(unit.unitId);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('is refused where there is no time, in words that name the unit', async () => {
    const found = visitsOf(planned()).filter(({ legMinutes }) => legMinutes > 0).flatMap(({ stopId }) => beside(stopId, 60).units.filter(({ begin }) => begin === null).map((unit) => ({ stopId, unit })))[0]!;
    expect(await codeOf(workspace.act('road.add', { tourId: tour.tourId, stopId: found.stopId, unitId: found.unit.unitId, worth: 5 }))).toBe('road.noRoom');
  });
});

describe('filling the free time', () => {
  const question = () => ({ tourId: tour.tourId, levelId: 'block', corridorKm: 30, meetingMinutes: 60 });

  test('proposes without writing, applies exactly what was proposed, breaks nothing, and is undone as one', async () => {
    const before = workspace.record();
    const proposal = await workspace.act('road.fill', question());
    expect(workspace.record()).toBe(before);
    const added = proposal.days.flatMap(({ day, personId, added: units }) => units.map(({ unitId, begin, minutes, worth }) => ({ unitId, personId, day, begin, minutes, worth })));
    expect(added.length).toBeGreaterThan(2);
    expect(new Set(added.map(({ unitId }) => unitId)).size).toBe(added.length);
    await workspace.act('road.applyFill', { tourId: tour.tourId, added, later: proposal.days.flatMap(({ later }) => later.map(({ stopId, begin }) => ({ stopId, begin }))) });
    const after = planned();
    expect(problemCount(after)).toBe(0);
    const begins = new Map(visitsOf(after).map((visit) => [visit.unitId, [visit.day, visit.begin]]));
    for (const { unitId, day, begin } of added) expect(begins.get(unitId)).toEqual([day, begin]);
    expect(after.totals.visits).toBe(24 + added.length);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('leaves pinned stops where they are, and adds nothing to days that were not asked for', async () => {
    const first = visitsOf(planned())[1]!;
    await workspace.act('tours.pin', { stopId: first.stopId, pinned: true });
    const proposal = await workspace.act('road.fill', { ...question(), days: [first.day] });
    expect(proposal.days.every(({ day }) => day === first.day)).toBe(true);
    expect(proposal.days.flatMap(({ later }) => later.map(({ stopId }) => stopId))).not.toContain(first.stopId);
    expect(await workspace.act('road.fill', { ...question(), days: [] })).toMatchObject({ days: [], worth: 0 });
  });

  test('a proposal for a plan that has changed is refused whole', async () => {
    const proposal = await workspace.act('road.fill', question());
    const added = proposal.days.flatMap(({ day, added: units }) => units.map(({ unitId, begin, minutes, worth }) => ({ unitId, day, begin, minutes, worth })));
    const before = workspace.record();
    expect(await codeOf(workspace.act('road.applyFill', { tourId: tour.tourId, added: [{ ...added[0]!, begin: 1400 }], later: [] }))).toBe('road.changed');
    expect(await codeOf(workspace.act('road.applyFill', { tourId: tour.tourId, added: [{ ...added[0]!, day: '2022-05-01' }], later: [] }))).toBe('road.changed');
    expect(workspace.record()).toBe(before);
  });
});
