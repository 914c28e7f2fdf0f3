// Tours as the road, the sun and the calendar have it: a leg corrected and the hours after it, dusk, slower dark roads, blackout days, leaders with ends and hours of their own.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TourDetail, TourVisit } from '../../shared/model/tour.ts';
import type { TourRules } from '../../shared/model/tourFields.ts';
import { daylight } from '../../shared/rules/roads/daylight.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { sampleTour } from './sampleTour.ts';

let workspace: TestWorkspace;
let atStart: string;
beforeAll(async () => { workspace = await testWorkspace(); atStart = workspace.record(); });
afterAll(() => workspace.close());
beforeEach(async () => {
  while (workspace.record() !== atStart) await workspace.act('history.undo', {});
});

const noRules: TourRules = {
  leaderIds: [], leaderRules: [], darkBySun: false, slowInDark: false, avoidBlackouts: [], darkFrom: null, darkUntil: null, maxDrivingMinutes: null,
  fewestDays: false, driveOn: false, nightUnitIds: [], wantedMinutes: 60, wanted: [],
};
const get = (id: string): TourDetail => workspace.ask('tours.get', { id });
const visitsOf = (tour: TourDetail): (TourVisit & { day: string })[] => tour.days.flatMap((day) => day.visits.map((visit) => ({ ...visit, day: day.day })));
const planned = async (change: Parameters<typeof sampleTour>[1] = {}) => {
  const made = await sampleTour(workspace, change);
  await workspace.act('tours.plan', { id: made.tourId });
  return made;
};
const personId = (nameEn: string): string => workspace.rows<{ id: string }>('SELECT id FROM person WHERE nameEn = ?', nameEn)[0]!.id;

describe('a tour without figures of its own', () => {
  test('is estimated as the file says, also after that has changed; one with its own keeps them', async () => {
    const own = await planned();
    const follows = await planned({ roadFactor: null, speedKmPerHour: null });
    expect(get(follows.tourId)).toMatchObject({ roadFactor: null, speedKmPerHour: null, figures: { roadFactor: 1.25, speedKmPerHour: 40 } });
    const before = get(own.tourId).totals;
    expect(get(follows.tourId).totals.travelMinutes).toBe(before.travelMinutes);
    await workspace.act('travel.setStart', { roadFactor: 1.4, speedKmPerHour: 30 });
    expect(get(own.tourId).totals.travelMinutes).toBe(before.travelMinutes);
    expect(get(follows.tourId).totals.travelMinutes).toBeGreaterThan(before.travelMinutes * 1.2);
    expect(get(follows.tourId).figures).toEqual({ roadFactor: 1.4, speedKmPerHour: 30 });
  });
});

describe('a leg corrected on the board', () => {
  test('moves the hours of its day in the same step, both ways or one way, and undo gives the identical file', async () => {
    const { tourId } = await planned();
    const tour = get(tourId);
    // With a visit behind it on its day, so that something must follow.
    const day = tour.days.find((one) => one.visits.length > 2 && one.day > '2022-04-18')!;
    const leg = day.visits[1]!;
    const atPlan = workspace.record();
    const pair = { fromUnitId: leg.fromUnitId!, toUnitId: leg.unitId };
    const { moved } = await workspace.act('tours.setTravel', { ...pair, tourId, distanceKm: leg.legKm, travelMinutes: leg.legMinutes + 40, bothWays: false });
    expect(moved).toBeGreaterThan(0);
    const after = get(tourId).days.find((one) => one.day === day.day)!;
    expect(after.visits[1]).toMatchObject({ legMinutes: leg.legMinutes + 40, source: 'typed', corrected: true });
    expect(after.visits[1]!.begin).toBeGreaterThanOrEqual(leg.begin + 35);
    expect(after.visits[2]!.begin).toBeGreaterThanOrEqual(day.visits[2]!.begin + 30);
    expect(after.problems.some(({ code }) => code === 'notEnoughTravel')).toBe(false);
    // One way: the way back is estimated still.
    expect(workspace.ask('travel.pair', { fromUnitId: pair.toUnitId, toUnitId: pair.fromUnitId }).own).toBeNull();
    await workspace.act('tours.setTravel', { ...pair, tourId, distanceKm: leg.legKm, travelMinutes: leg.legMinutes, bothWays: true });
    expect(workspace.ask('travel.pair', { fromUnitId: pair.toUnitId, toUnitId: pair.fromUnitId }).own).toMatchObject({ travelMinutes: leg.legMinutes, bothWays: true });
    await workspace.act('history.undo', {});
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(atPlan);
  });

  test('leaves locked days and pinned hours as they are, and says what then cannot be', async () => {
    const { tourId } = await planned();
    const day = get(tourId).days.find((one) => one.visits.length > 2 && one.day > '2022-04-18')!;
    const leg = day.visits[1]!;
    await workspace.act('tours.pin', { stopId: leg.stopId, pinned: true });
    await workspace.act('tours.setTravel', { fromUnitId: leg.fromUnitId!, toUnitId: leg.unitId, tourId, distanceKm: leg.legKm, travelMinutes: leg.legMinutes + 60 });
    const after = get(tourId).days.find((one) => one.day === day.day)!;
    expect(after.visits[1]!.begin).toBe(leg.begin);
    expect(after.problems).toContainEqual(expect.objectContaining({ code: 'notEnoughTravel' }));
    await workspace.act('history.undo', {});
    await workspace.act('history.undo', {});
    await workspace.act('tours.setDay', { id: tourId, day: day.day, dutyFrom: null, dutyTo: null, locked: true });
    await workspace.act('tours.setTravel', { fromUnitId: leg.fromUnitId!, toUnitId: leg.unitId, tourId, distanceKm: leg.legKm, travelMinutes: leg.legMinutes + 60 });
    expect(get(tourId).days.find((one) => one.day === day.day)!.visits.map((visit) => visit.begin)).toEqual(day.visits.map((visit) => visit.begin));
  });
});

describe('the sun', () => {
  test('sets the end of driving: no leg of the plan ends after the day\'s own sunset at any place of the tour', async () => {
    const { tourId } = await planned({ toDay: '2022-04-30', rules: { ...noRules, darkBySun: true } });
    const tour = get(tourId);
    expect(tour.problems).toEqual([]);
    const points = workspace.rows<{ lat: number; lon: number }>(`SELECT lat, lon FROM unit WHERE levelId = 'district'`);
    for (const day of tour.days) {
      const suns = points.map((point) => daylight(day.day, point)!);
      expect(day.light!.set).toBeLessThanOrEqual(Math.min(...suns.map(({ set }) => set)));
      expect(day.light!.set).toBeGreaterThanOrEqual(Math.min(...suns.map(({ set }) => set)) - 6);
      for (const visit of day.visits) if (visit.fromUnitId !== null) expect(visit.arrive).toBeLessThanOrEqual(day.light!.set);
    }
  });

  test('makes estimated legs longer by a quarter after it has set, not those whose time was typed; the plan leaves room for it', async () => {
    const unitIds = workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' ORDER BY path LIMIT 14`).map(({ id }) => id);
    const { tourId } = await planned({ dutyFrom: 780, dutyTo: 1380, unitIds, rules: { ...noRules, slowInDark: true } });
    const tour = get(tourId);
    expect(tour.problems).toEqual([]);
    const dark = visitsOf(tour).filter((visit) => visit.darkMinutes > 0);
    expect(dark.length).toBeGreaterThan(0);
    for (const visit of visitsOf(tour).filter((one) => one.fromUnitId !== null)) {
      const { estimateMinutes, own } = workspace.ask('travel.pair', { fromUnitId: visit.fromUnitId!, toUnitId: visit.unitId });
      if (own !== null) continue;
      // What is in the dark took a quarter longer than the same road by day.
      expect(Math.abs(visit.legMinutes - visit.darkMinutes + visit.darkMinutes * 0.8 - estimateMinutes!)).toBeLessThanOrEqual(2);
    }
    const leg = dark[0]!;
    await workspace.act('tours.setTravel', { tourId, fromUnitId: leg.fromUnitId!, toUnitId: leg.unitId, distanceKm: leg.legKm, travelMinutes: 33 });
    expect(visitsOf(get(tourId)).find((visit) => visit.stopId === leg.stopId)!.legMinutes).toBe(33);
  });
});

describe('blackout days', () => {
  const blackout = (fields: { fromDay: string; toDay?: string; kind?: 'festival' | 'exam' | 'modelCode'; unitId?: string | null }) =>
    workspace.act('blackouts.save', { id: null, fields: { nameEn: 'Shut', nameHi: null, kind: 'festival', toDay: fields.fromDay, unitId: null, ...fields } });

  test('of the state are left empty, and those of a district only by its own stops', async () => {
    const { tourId, unitId } = await planned({ toDay: '2022-04-28', rules: { ...noRules, avoidBlackouts: ['festival', 'exam'] } });
    const dumka = visitsOf(get(tourId)).find((visit) => visit.nameEn === 'Dumka')!;
    await blackout({ fromDay: '2022-04-21' });
    await blackout({ fromDay: dumka.day, unitId: unitId('Dumka'), kind: 'exam' });
    expect(get(tourId).problems.map(({ code }) => code)).toContain('blackout');
    await workspace.act('tours.plan', { id: tourId });
    const tour = get(tourId);
    expect(tour.problems).toEqual([]);
    expect(visitsOf(tour)).toHaveLength(24);
    expect(tour.days.find((day) => day.day === '2022-04-21')).toMatchObject({ visits: [], blackouts: [{ nameEn: 'Shut', avoided: true }] });
    expect(visitsOf(tour).find((visit) => visit.nameEn === 'Dumka')!.day).not.toBe(dumka.day);
    if (dumka.day !== '2022-04-21') expect(visitsOf(tour).some((visit) => visit.day === dumka.day)).toBe(true);
  });

  test('of a kind that is not kept clear are only warned of', async () => {
    const { tourId } = await planned({ rules: { ...noRules, avoidBlackouts: ['exam'] } });
    await blackout({ fromDay: '2022-04-20', kind: 'modelCode' });
    await workspace.act('tours.plan', { id: tourId });
    const tour = get(tourId);
    expect(visitsOf(tour)).toHaveLength(24);
    expect(tour.problems.length).toBe(visitsOf(tour).filter((visit) => visit.day === '2022-04-20').length);
    expect(new Set(tour.problems.map(({ code }) => code))).toEqual(new Set(['blackout']));
  });

  test('keep what is pinned on them, and it is told once', async () => {
    const { tourId } = await planned({ toDay: '2022-04-28', rules: { ...noRules, avoidBlackouts: ['festival'] } });
    const stop = visitsOf(get(tourId)).find((visit) => visit.day === '2022-04-20')!;
    await workspace.act('tours.pin', { stopId: stop.stopId, pinned: true });
    await blackout({ fromDay: '2022-04-20' });
    await workspace.act('tours.plan', { id: tourId });
    const tour = get(tourId);
    expect(visitsOf(tour).filter((visit) => visit.day === '2022-04-20').map(({ stopId }) => stopId)).toEqual([stop.stopId]);
    expect(tour.problems).toMatchObject([{ code: 'blackout', day: '2022-04-20', unitId: stop.unitId }]);
  });

  test('of all the days leave every stop out, and each day says so', async () => {
    const { tourId } = await planned({ rules: { ...noRules, avoidBlackouts: ['modelCode'] } });
    await blackout({ fromDay: '2022-04-01', toDay: '2022-05-31', kind: 'modelCode' });
    await workspace.act('tours.plan', { id: tourId });
    const tour = get(tourId);
    expect([tour.totals.visits, tour.leftOut.length]).toEqual([0, 24]);
    expect(tour.days.every((day) => day.blackouts.some(({ avoided }) => avoided))).toBe(true);
  });
});

describe('leaders who share a tour', () => {
  test('begin and end where each says, within his own hours; the other\'s town is not taken from him', async () => {
    const other = personId('State president');
    const of = await sampleTour(workspace, { toDay: '2022-04-24' });
    const unit = of.unitId;
    await workspace.act('history.undo', {});
    const made = await planned({
      toDay: '2022-04-24',
      rules: { ...noRules, leaderIds: [other], leaderRules: [{ personId: other, firstUnitId: unit('Deoghar'), lastUnitId: unit('Ranchi'), dutyFrom: 600, dutyTo: 1140, nightUnitIds: [] }] },
    });
    const tour = get(made.tourId);
    expect(tour.problems).toEqual([]);
    const his = visitsOf(tour).filter((visit) => visit.personId === other);
    const own = visitsOf(tour).filter((visit) => visit.personId === made.personId);
    expect([own[0]!.nameEn, own.at(-1)!.nameEn]).toEqual(['East Singhbhum', 'Ranchi']);
    // Ranchi is visited by the first; the other comes back to it without a meeting.
    expect(his[0]!.nameEn).toBe('Deoghar');
    expect(tour.days.flatMap((day) => day.evening).filter((leg) => leg.personId === other).at(-1)?.placeEn).toBe('Ranchi');
    for (const visit of his) expect([visit.begin >= 600, visit.leave <= 1140]).toEqual([true, true]);
    expect(his.length + own.length).toBe(24);
    const [first, second] = tour.leaders;
    expect([first!.visits, second!.visits]).toEqual([own.length, his.length]);
    expect(first!.travelMinutes + second!.travelMinutes).toBeCloseTo(tour.totals.travelMinutes, 6);
    expect(second).toMatchObject({ firstUnitId: unit('Deoghar'), lastUnitId: unit('Ranchi'), dutyFrom: 600, dutyTo: 1140 });
    // The form gives back what it was given.
    expect(tour.rules.leaderRules).toEqual([{ personId: other, firstUnitId: unit('Deoghar'), lastUnitId: unit('Ranchi'), dutyFrom: 600, dutyTo: 1140, nightUnitIds: [] }]);
  });

  test('give a stop to each other by a move, which is one step and undone exactly', async () => {
    const other = personId('State president');
    const { tourId, personId: first } = await planned({ toDay: '2022-04-24', rules: { ...noRules, leaderIds: [other] } });
    const before = workspace.record();
    const stop = visitsOf(get(tourId)).find((visit) => visit.personId === first && !['East Singhbhum', 'Ranchi'].includes(visit.nameEn))!;
    await workspace.act('tours.move', { stopId: stop.stopId, to: { day: stop.day, index: 0, personId: other }, accept: true });
    expect(visitsOf(get(tourId)).find((visit) => visit.stopId === stop.stopId)).toMatchObject({ personId: other, day: stop.day, dayPinned: true });
    await workspace.act('tours.plan', { id: tourId, improve: true });
    expect(visitsOf(get(tourId)).find((visit) => visit.stopId === stop.stopId)).toMatchObject({ personId: other, day: stop.day });
    while (workspace.record() !== before) await workspace.act('history.undo', {});
  });

  test('may attend the same meeting: it takes the hours of each', async () => {
    const { tourId, personId: first } = await planned({ toDay: '2022-04-28', rules: { ...noRules, leaderIds: [personId('State president')] } });
    const same = get(tourId).days.flatMap((day) => day.others).filter(({ titleEn }) => titleEn === 'State review meeting');
    expect(same.map((one) => one.personId).toSorted()).toEqual([first, personId('State president')].toSorted());
    expect(get(tourId).problems).toEqual([]);
  });

  test('sleep only where each can, though the other may sleep elsewhere', async () => {
    const other = personId('State president');
    const of = await sampleTour(workspace);
    const [dhanbad, dumka, ranchi] = ['Dhanbad', 'Dumka', 'Ranchi'].map(of.unitId) as [string, string, string];
    await workspace.act('history.undo', {});
    const { tourId, personId: first } = await planned({
      toDay: '2022-04-28', rules: { ...noRules, leaderIds: [other], leaderRules: [{ personId: other, firstUnitId: dumka, lastUnitId: null, dutyFrom: null, dutyTo: null, nightUnitIds: [dhanbad, dumka, ranchi] }] },
    });
    const tour = get(tourId);
    const his = tour.days.flatMap((day) => day.nights.filter((night) => night.personId === other).map((night) => night.unitId));
    expect(his.length).toBeGreaterThan(1);
    expect(his.filter((unitId) => ![dhanbad, dumka, ranchi].includes(unitId))).toEqual([]);
    expect(tour.days.some((day) => day.nights.some((night) => night.personId === first && ![dhanbad, dumka, ranchi].includes(night.unitId)))).toBe(true);
    expect(visitsOf(tour)).toHaveLength(24);
    expect(tour.problems).toEqual([]);
  });

  test('refuse hours in which no meeting fits, and towns without a point', async () => {
    const other = personId('State president');
    const rules = { firstUnitId: null, lastUnitId: null, dutyFrom: 600, dutyTo: 630, nightUnitIds: [] };
    await expect(sampleTour(workspace, { rules: { ...noRules, leaderIds: [other], leaderRules: [{ personId: other, ...rules }] } })).rejects.toMatchObject({ code: 'tours.badDuty' });
    await expect(sampleTour(workspace, { rules: { ...noRules, leaderIds: [other], leaderRules: [{ personId: other, ...rules, dutyTo: 1200, firstUnitId: 'nowhere' }] } })).rejects.toMatchObject({ code: 'units.gone' });
  });
});
