// Checks the table of roads on the sample: typed, pasted and imported, both directions, what it does to tours, and its undo.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TravelRow } from '../../shared/model/travel.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let workspace: TestWorkspace;
let atStart: string;
beforeAll(async () => { workspace = await testWorkspace(); atStart = workspace.record(); });
afterAll(() => workspace.close());
beforeEach(async () => {
  while (workspace.record() !== atStart) await workspace.act('history.undo', {});
});

const unitId = (nameEn: string, levelId = 'district'): string =>
  workspace.rows<{ id: string }>('SELECT id FROM unit WHERE nameEn = ? AND levelId = ?', nameEn, levelId)[0]!.id;
const list = (input: Partial<{ text: string; unitId: string; order: 'from' | 'to' | 'km' | 'minutes' | 'deviation'; language: 'en' | 'hi' }> = {}) =>
  workspace.ask('travel.list', { limit: 500, ...input });
const shown = ({ from, to, distanceKm, travelMinutes, bothWays, origin }: TravelRow): string =>
  `${from.placeEn}-${to.placeEn} ${distanceKm ?? '–'} km ${travelMinutes ?? '–'} min ${bothWays ? 'both' : 'one way'} ${origin}`;
const paste = (text: string, more: Partial<{ figure: 'km' | 'minutes' | 'hours'; bothWays: boolean }> = {}) => ({ token: null, text, ...more });

describe('the table', () => {
  it('lists the roads of the sample beside what the others would have estimated', () => {
    const { total, rows } = list();
    expect(total).toBe(18);
    expect(rows.map(({ from, to }) => `${from.placeEn} ${to.placeEn}`)).toEqual(rows.map(({ from, to }) => `${from.placeEn} ${to.placeEn}`).toSorted());
    const deoghar = rows.find(({ from, to }) => from.placeEn === 'Deoghar' && to.placeEn === 'Dhanbad')!;
    expect(shown(deoghar)).toBe('Deoghar-Dhanbad 132 km – min both imported');
    // The straight line has 82 km; the roads nearby are of the usual sort, this one is not.
    expect(deoghar.estimateKm).toBeGreaterThan(90);
    expect(deoghar.estimateKm).toBeLessThan(115);
    expect(deoghar.deviation).toBeCloseTo(132 / deoghar.estimateKm! - 1, 9);
    const deviations = list({ order: 'deviation' }).rows.map((row) => Math.abs(row.deviation!));
    expect(deviations).toEqual(deviations.toSorted((a, b) => b - a));
  });
  it('finds by names of either script, and by the unit looked at', () => {
    expect(list({ text: 'धनबाद' }).rows.map(shown)).toEqual(['Deoghar-Dhanbad 132 km – min both imported']);
    expect(list({ text: 'ranchi jamshedpur' }).rows.map(shown)).toEqual(['Ranchi-Jamshedpur 125 km – min both imported']);
    const inDhanbad = list({ unitId: unitId('Dhanbad') });
    expect(inDhanbad.total).toBe(1);
    expect(list({ language: 'hi' }).total).toBe(18);
  });
  it('says what the estimates start from, where the roads led them, and how far they are off', () => {
    const summary = workspace.ask('travel.summary', {});
    expect(summary).toMatchObject({ pairs: 18, withMinutes: 0, imported: 18, start: { roadFactor: 1.25, speedKmPerHour: 40 }, ownErrors: true });
    expect(summary.points).toHaveLength(18);
    expect(summary.errors.improved).toMatchObject({ count: 18, own: true });
    expect(summary.errors.improved.share).toBeGreaterThan(0.05);
    expect(summary.errors.improved.share).toBeLessThan(0.13);
    expect(summary.errors.plainTime).toMatchObject({ own: false, count: 4 });
    expect(summary.learned.roadFactor).toBeCloseTo(1.25, 1);
  });
});

describe('typed figures', () => {
  it('hold both ways or one way, improve the neighbourhood, and go back whole', async () => {
    const [ranchi, gumla, simdega] = [unitId('Ranchi'), unitId('Gumla'), unitId('Simdega')];
    const before = workspace.ask('travel.pair', { fromUnitId: gumla, toUnitId: simdega });
    expect(before.own).toBeNull();
    await workspace.act('travel.set', { lines: [{ fromUnitId: ranchi, toUnitId: gumla, distanceKm: 180, travelMinutes: 300 }] });
    const known = workspace.ask('travel.pair', { fromUnitId: gumla, toUnitId: ranchi });
    expect(known.own).toEqual({ distanceKm: 180, travelMinutes: 300, bothWays: true });
    const after = workspace.ask('travel.pair', { fromUnitId: gumla, toUnitId: simdega });
    expect(after.improved).toBe(true);
    expect(after.estimateKm).toBeGreaterThan(before.estimateKm! * 1.1);
    expect(after.estimateMinutes).toBeGreaterThan(before.estimateMinutes! * 1.1);
    // The way back for itself: now each has its own.
    await workspace.act('travel.set', { lines: [{ fromUnitId: gumla, toUnitId: ranchi, distanceKm: 180, travelMinutes: 330, bothWays: false }] });
    expect(list({ text: 'gumla ranchi' }).rows.map(shown)).toEqual([
      'Gumla-Ranchi 180 km 330 min one way typed', 'Ranchi-Gumla 180 km 300 min one way typed',
    ]);
    // One figure for both again.
    await workspace.act('travel.set', { lines: [{ fromUnitId: gumla, toUnitId: ranchi, distanceKm: 175, travelMinutes: null }] });
    expect(list({ text: 'gumla ranchi' }).rows.map(shown)).toEqual(['Gumla-Ranchi 175 km – min both typed']);
    await workspace.act('travel.remove', { pairs: [{ fromUnitId: gumla, toUnitId: ranchi }] });
    expect(list({ text: 'gumla ranchi' }).total).toBe(0);
    for (let step = 0; step < 4; step++) await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(atStart);
  });
  it('with the time alone keep the estimated kilometres, which then teach nobody', async () => {
    const [ranchi, gumla, simdega] = [unitId('Ranchi'), unitId('Gumla'), unitId('Simdega')];
    const before = workspace.ask('travel.pair', { fromUnitId: gumla, toUnitId: simdega });
    await workspace.act('travel.set', { lines: [{ fromUnitId: ranchi, toUnitId: gumla, distanceKm: null, travelMinutes: 600 }] });
    expect(list({ text: 'gumla ranchi' }).rows.map(shown)).toEqual(['Ranchi-Gumla – km 600 min both typed']);
    const after = workspace.ask('travel.pair', { fromUnitId: gumla, toUnitId: simdega });
    expect(after.estimateKm).toBeCloseTo(before.estimateKm!, 2);
    expect(after.estimateMinutes).toBeGreaterThan(before.estimateMinutes!);
  });
  it('typed over one at a time keep the other, and turned to one way stay what they were', async () => {
    const pair = { fromUnitId: unitId('Ranchi'), toUnitId: unitId('East Singhbhum') };
    const now = () => list({ text: 'ranchi jamshedpur' }).rows.map(shown);
    await workspace.act('travel.change', { ...pair, change: { bothWays: false } });
    expect(now()).toEqual(['Ranchi-Jamshedpur 125 km – min one way imported']);
    await workspace.act('travel.change', { ...pair, change: { travelMinutes: 190 } });
    await workspace.act('travel.change', { ...pair, change: { distanceKm: 131 } });
    expect(now()).toEqual(['Ranchi-Jamshedpur 131 km 190 min one way typed']);
    await workspace.act('travel.change', { ...pair, change: { distanceKm: null } });
    expect(now()).toEqual(['Ranchi-Jamshedpur – km 190 min one way typed']);
    await workspace.act('travel.change', { ...pair, change: { travelMinutes: null } });
    expect(now()).toEqual([]);
    await expect(workspace.act('travel.change', { ...pair, change: { distanceKm: 1 } })).rejects.toMatchObject({ code: 'travel.gone' });
  });
  it('refuse a road from a place to itself, units that are gone, and roads that are not there', async () => {
    const ranchi = unitId('Ranchi');
    await expect(workspace.act('travel.set', { lines: [{ fromUnitId: ranchi, toUnitId: ranchi, distanceKm: 1, travelMinutes: null }] })).rejects.toMatchObject({ code: 'tours.samePlace' });
    await expect(workspace.act('travel.set', { lines: [{ fromUnitId: ranchi, toUnitId: 'nowhere', distanceKm: 1, travelMinutes: null }] })).rejects.toMatchObject({ code: 'units.gone' });
    await expect(workspace.act('travel.remove', { pairs: [{ fromUnitId: ranchi, toUnitId: unitId('Gumla') }] })).rejects.toMatchObject({ code: 'travel.gone' });
    expect(workspace.record()).toBe(atStart);
  });
  it('from a leg of a tour leave a way back alone that has its own figure', async () => {
    const [ranchi, gumla] = [unitId('Ranchi'), unitId('Gumla')];
    const line = { fromUnitId: ranchi, toUnitId: gumla, distanceKm: 100, travelMinutes: 200, bothWays: false };
    await workspace.act('travel.set', { lines: [line, { ...line, fromUnitId: gumla, toUnitId: ranchi, travelMinutes: 240 }] });
    await workspace.act('tours.setTravel', { fromUnitId: ranchi, toUnitId: gumla, distanceKm: 100, travelMinutes: 210 });
    expect(list({ text: 'gumla ranchi' }).rows.map(shown)).toEqual(['Gumla-Ranchi 100 km 240 min one way typed', 'Ranchi-Gumla 100 km 210 min one way typed']);
  });
});

describe('sheets of roads', () => {
  it('take pairs with heads in either language, spellings and time as people write it', async () => {
    const text = 'कहाँ से\tकहाँ तक\tदूरी (किमी)\tसमय\nराँची\tगुमला\t95 किमी\t2:15\nSingbhum East\tranchi\t१३१\t3 घंटे\nRamgarh, Palamu\tMedininagar\t30\t';
    const preview = await workspace.act('travel.preview', paste(text));
    expect(preview).toMatchObject({ kind: 'pairs', added: 2, changed: 0, badCount: 1, heads: ['कहाँ से', 'कहाँ तक', 'दूरी (किमी)', 'समय'] });
    expect(preview.bad).toEqual([{ rowNumber: 3, value: 'Singbhum East', cause: 'fromUnknown', taken: false }]);
    expect(preview.first.map(({ from, to, distanceKm, travelMinutes }) => [from, to, distanceKm, travelMinutes])).toEqual([['Ranchi', 'Gumla', 95, 135], ['Ramgarh', 'Medininagar', 30, null]]);
    await workspace.act('travel.import', paste(text));
    expect(list({ text: 'gumla ranchi' }).rows.map(shown)).toEqual(['Ranchi-Gumla 95 km 135 min both imported']);
    expect(await workspace.act('travel.preview', paste(text))).toMatchObject({ added: 0, changed: 0, same: 2 });
    await expect(workspace.act('travel.import', paste(text))).rejects.toMatchObject({ code: 'travel.nothingNew' });
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(atStart);
  });
  it('take a whole matrix, each way for itself where they differ, minutes over kilometres that are there', async () => {
    const text = 'minutes\tRanchi\tJamshedpur\tDhanbad\nRanchi\t–\t150\t200\nJamshedpur\t150\t\t260\nDhanbad\t215\t260\t0';
    const preview = await workspace.act('travel.preview', paste(text));
    expect(preview).toMatchObject({ kind: 'matrix', figure: 'minutes', added: 3, changed: 1, same: 0, badCount: 0 });
    await workspace.act('travel.import', paste(text));
    expect(list({ order: 'minutes' }).rows.slice(0, 4).map(shown)).toEqual([
      'Jamshedpur-Dhanbad – km 260 min both imported', 'Dhanbad-Ranchi – km 215 min one way imported',
      'Ranchi-Dhanbad – km 200 min one way imported', 'Ranchi-Jamshedpur 125 km 150 min both imported',
    ]);
    expect(await workspace.act('travel.preview', paste(text, { figure: 'km' }))).toMatchObject({ figure: 'km', added: 0, changed: 4 });
  });
  it('say of every line that cannot be why, and of doubtful ones that they are taken', async () => {
    const text = ['From\tTo\tkm\tminutes', 'Ranchi\tNowhere\t10\t', '\tGumla\t10\t', 'Gumla\tGumla\t10\t', 'Gumla\tSimdega\tfar\t', 'Gumla\tSimdega\t\t', 'Gumla\tLohardaga\t55\t',
      'Lohardaga\tGumla\t60\t', 'Gumla\tLohardaga\t50\t', 'Ranchi\tSahibganj\t100\t', 'Garhwa\tChatra\t200\t60', 'Garhwa\tChatra\t\t61'].join('\n');
    const { bad, added } = await workspace.act('travel.preview', paste(text));
    expect(bad.map(({ rowNumber, cause, taken }) => [rowNumber, cause, taken])).toEqual([
      [2, 'toUnknown', false], [3, 'fromMissing', false], [4, 'samePlace', false], [5, 'kmWrong', false], [6, 'noFigure', false],
      [9, 'twice', false], [10, 'tooShort', true], [11, 'oddSpeed', true], [12, 'twice', false],
    ]);
    expect(added).toBe(4);
  });
  it('read the list of told distances as it was collected, from a CSV file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'roads-'));
    const path = join(folder, 'road_distances.csv');
    writeFileSync(path, ['from_level,from_lgd_code,from_name,to_level,to_lgd_code,to_name,km,hours,basis,straight_line_km',
      'district,324,Deoghar,district,329,Giridih,70,,road,51.6', 'district,324,Deoghar,district,329,Giridih,112,,road,51.6',
      'district,339,Ranchi,district,327,Jamshedpur,125,5,road,107.8', 'block,3263,Chakradharpur,district,327,Jamshedpur,62,,not stated,58.6', 'district,324,Deoghar,district,325,Dhanbad,,6,road,81.8'].join('\n'));
    const preview = await workspace.act('travel.preview', { token: 'file', text: null }, { file: path });
    expect(preview).toMatchObject({ name: 'road_distances.csv', kind: 'pairs', added: 0, changed: 2, same: 2, badCount: 1 });
    expect(preview.bad[0]).toMatchObject({ rowNumber: 3, cause: 'twice' });
    await workspace.act('travel.import', { token: 'file', text: null }, { file: path });
    expect(list({ text: 'dhanbad' }).rows.map(shown)).toEqual(['Deoghar-Dhanbad 132 km 360 min both imported']);
  });
  it('of ten thousand roads go in and out again, and the table answers', async () => {
    const units = workspace.rows<{ nameEn: string; placeEn: string | null }>(`SELECT nameEn, placeEn FROM unit WHERE levelId = 'district'`).map((row) => row.placeEn ?? row.nameEn);
    const blocks = workspace.rows<{ nameEn: string; district: string }>(`SELECT unit.nameEn, parent.nameEn AS district FROM unit JOIN unit AS parent ON parent.id = unit.parentId WHERE unit.levelId = 'block'`).slice(0, 100);
    const names = [...units, ...blocks.map((row) => `${row.nameEn}, ${row.district}`)].slice(0, 102);
    const text = [['km', ...names].join('\t'), ...names.map((from, i) => [from, ...names.map((_, j) => (i === j ? '' : String(50 + ((i * 31 + j * 17) % 200))))].join('\t'))].join('\n');
    const { lines } = await workspace.act('travel.import', paste(text));
    expect(lines).toBeGreaterThan(9000);
    expect(list({ order: 'deviation', language: 'hi' }).total).toBeGreaterThan(9000);
    await workspace.act('travel.clear', {});
    expect(list().total).toBe(0);
    await workspace.act('history.undo', {});
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(atStart);
  });
});

describe('what the roads do elsewhere', () => {
  it('each leg of a tour says where its figures come from', async () => {
    const districts = workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district'`).map((row) => row.id);
    const personId = workspace.rows<{ id: string }>('SELECT id FROM person LIMIT 1')[0]!.id;
    const { id } = await workspace.act('tours.save', {
      id: null,
      fields: {
        nameEn: 'T', nameHi: null, personId, fromDay: '2022-04-18', toDay: '2022-04-26', firstUnitId: unitId('East Singhbhum'), lastUnitId: unitId('Ranchi'), unitIds: districts,
        meetingMinutes: 60, dutyFrom: 540, dutyTo: 1230, roadFactor: 1.25, speedKmPerHour: 40,
      },
    });
    await workspace.act('tours.plan', { id });
    const visits = () => workspace.ask('tours.get', { id }).days.flatMap((day) => day.visits);
    expect(visits()[0]!.source).toBeNull();
    const sources = new Set(visits().slice(1).map((visit) => visit.source));
    expect([...sources].every((source) => ['estimate', 'improved', 'imported'].includes(source!))).toBe(true);
    const leg = visits().find((visit) => visit.source === 'improved' || visit.source === 'estimate')!;
    await workspace.act('travel.set', { lines: [{ fromUnitId: leg.fromUnitId!, toUnitId: leg.unitId, distanceKm: 77, travelMinutes: 123 }] });
    expect(visits().find((visit) => visit.unitId === leg.unitId)).toMatchObject({ source: 'typed', corrected: true, legKm: 77, legMinutes: 123 });
  });
  it('another start changes plain estimates, and is undone', async () => {
    const pair = { fromUnitId: unitId('Garhwa'), toUnitId: unitId('Simdega') };
    const before = workspace.ask('travel.pair', pair);
    await workspace.act('travel.setStart', { roadFactor: 1.4, speedKmPerHour: 30 });
    const after = workspace.ask('travel.pair', pair);
    expect(after.estimateKm).toBeGreaterThan(before.estimateKm!);
    expect(workspace.ask('travel.summary', {}).start).toEqual({ roadFactor: 1.4, speedKmPerHour: 30, sideKmPerHour: 22.5, villageKmPerHour: 16.5 });
    const intoBlock = { fromUnitId: unitId('Ranchi'), toUnitId: unitId('Baghmara', 'block') };
    const slow = workspace.ask('travel.pair', intoBlock).estimateMinutes!;
    await workspace.act('travel.setStart', { roadFactor: 1.4, speedKmPerHour: 30, sideKmPerHour: 30, villageKmPerHour: 90 });
    // Its last ten kilometres now as fast as the rest: 26.7 minutes become 20. Faster than the main road nothing is.
    expect(slow - workspace.ask('travel.pair', intoBlock).estimateMinutes!).toBeCloseTo(20 / 3, -1);
    expect(workspace.ask('travel.summary', {}).start).toMatchObject({ sideKmPerHour: 30, villageKmPerHour: 30 });
    await workspace.act('history.undo', {});
    await workspace.act('history.undo', {});
    expect(workspace.ask('travel.pair', pair)).toEqual(before);
  });
});
