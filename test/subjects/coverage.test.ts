// Coverage in a real file, counted by hand: visited, planned, left out, by anybody or by one leader, in one tour.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { sampleTour } from './sampleTour.ts';
import type { SampleTour } from './sampleTour.ts';

let workspace: TestWorkspace;
let tour: SampleTour;
let before: { visited: number; planned: number; leftOut: number };
beforeAll(async () => {
  workspace = await testWorkspace();
  before = workspace.ask('coverage.board', { levelId: 'district' });
  tour = await sampleTour(workspace);
  await workspace.act('tours.plan', { id: tour.tourId });
  await workspace.act('workspace.set', { asOfDay: '2022-04-19' });
});
afterAll(() => workspace.close());

const rowOf = (nameEn: string, change: object = {}) => workspace.ask('coverage.board', { levelId: 'district', ...change }).rows.find((row) => row.nameEn === nameEn)!;

test('every open unit of the level stands there once, and the three counts say what the rows say', () => {
  const { rows, visited, planned, leftOut } = workspace.ask('coverage.board', { levelId: 'block' });
  expect(rows).toHaveLength(workspace.rows(`SELECT 1 FROM unit WHERE levelId = 'block' AND closedDay IS NULL`).length);
  expect(visited).toBe(rows.filter((row) => row.daysSince !== null).length);
  expect(planned).toBe(rows.filter((row) => row.plannedDay !== null).length);
  expect(leftOut).toBe(rows.filter((row) => row.daysSince === null && row.plannedDay === null).length);
});

test('what is ahead is planned; what lies behind without being held is neither', () => {
  const behind = workspace.rows(`SELECT 1 FROM tourStop WHERE tourId = ? AND day < '2022-04-19'`, tour.tourId).length;
  const { planned } = workspace.ask('coverage.board', { levelId: 'district' });
  expect(behind).toBeGreaterThan(0);
  expect(planned).toBe(24 - behind);
  expect(before.planned).toBe(0);
  expect(rowOf('East Singhbhum').plannedDay).toBeNull();
  expect(rowOf('Ranchi')).toMatchObject({ plannedDay: '2022-04-26', plannedTourId: tour.tourId });
});

test('a stop held in a block counts for the block and its district, for its leader and for anybody', async () => {
  const district = tour.unitId('East Singhbhum');
  const block = workspace.rows<{ id: string; nameEn: string }>(`SELECT id, nameEn FROM unit WHERE parentId = ? AND levelId = 'block' LIMIT 1`, district)[0]!;
  const other = workspace.rows<{ id: string }>('SELECT id FROM person WHERE id <> ? LIMIT 1', tour.personId)[0]!;
  await workspace.act('calendar.saveMeeting', { id: null, accept: true, fields: { titleEn: 'Block meeting', titleHi: null, day: '2022-04-12', begin: 600, minutes: 60, unitId: block.id, placeEn: null, placeHi: null, personIds: [other.id] } });
  expect(rowOf('East Singhbhum')).toMatchObject({ lastVisitDay: '2022-04-12', daysSince: 7 });
  expect(rowOf('East Singhbhum', { personId: other.id })).toMatchObject({ daysSince: 7 });
  expect(rowOf('East Singhbhum', { personId: tour.personId })).not.toMatchObject({ daysSince: 7 });
  await workspace.act('onTheDay.mark', { stopId: tour.stopId('East Singhbhum'), mark: { state: 'held', arrivedMinute: null, heldFrom: 600, heldTo: 690, attendance: 300, note: '' } });
  expect(rowOf('East Singhbhum', { personId: tour.personId })).toMatchObject({ lastVisitDay: '2022-04-18', daysSince: 1 });
  const inBlocks = workspace.ask('coverage.board', { levelId: 'block', unitId: district }).rows;
  expect(inBlocks.find((row) => row.unitId === block.id)!.daysSince).toBe(7);
});

test('a skipped stop is not ahead any more; a draft is ahead only where it is asked for', async () => {
  await workspace.act('onTheDay.mark', { stopId: tour.stopId('Ranchi'), mark: { state: 'skipped', arrivedMinute: null, heldFrom: null, heldTo: null, attendance: null, note: 'Bandh' } });
  expect(rowOf('Ranchi').plannedDay).toBeNull();
  await workspace.act('tours.putOnCalendar', { id: tour.tourId, onCalendar: false, accept: true });
  expect(workspace.ask('coverage.board', { levelId: 'district' }).planned).toBe(0);
  expect(workspace.ask('coverage.board', { levelId: 'district', tourId: tour.tourId }).planned).toBeGreaterThan(15);
});

test('more units than a map draws are refused with both figures', () => {
  expect(() => workspace.ask('coverage.board', { levelId: 'booth' })).toThrow('map.tooMany');
});
