// Taking an earlier import back: what nobody touched goes, what was built on stays with its reason, and one undo brings all of it again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { guessColumns } from '../../shared/rules/importing/guessColumns.ts';
import { readTableBytes } from '../../electron/sheets/readTable.ts';
import { countedByHand } from './takeBackCount.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let folder: string;
let workspace: TestWorkspace;
let rootId: string;

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'sangathan-back-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  workspace = await testWorkspace({ kind: 'new', nameEn: 'Jharkhand', nameHi: 'झारखंड' });
  rootId = workspace.ask('workspace.get', {}).rootUnitId as string;
});
afterEach(() => workspace.close());

/** Imports a CSV and gives the step's number. */
async function bring(name: string, lines: string[]): Promise<number> {
  const path = join(folder, name);
  const text = `${lines.join('\n')}\n`;
  writeFileSync(path, text);
  const { rows } = await readTableBytes(name, new TextEncoder().encode(text));
  const mapping = guessColumns(rows, workspace.ask('units.levels', {}));
  await workspace.act('exchange.apply', { token: 'chosen', rootId, mapping: mapping! }, { chosen: path });
  return workspace.rows<{ seq: number }>('SELECT MAX(seq) AS seq FROM step')[0]!.seq;
}

const idOf = (nameEn: string): string => {
  const found = workspace.rows<{ id: string }>('SELECT id FROM unit WHERE nameEn = ?', nameEn);
  if (found.length !== 1) throw new Error(`${found.length} units called ${nameEn}`);
  return found[0]!.id;
};
const names = () => workspace.rows<{ nameEn: string }>('SELECT nameEn FROM unit WHERE parentId IS NOT NULL ORDER BY nameEn').map(({ nameEn }) => nameEn);
const blocks = ['District,Block,Panchayat', 'North,Alpha,A1', 'North,Alpha,A2', 'North,Beta,B1', 'South,Gamma,G1', 'South,Delta,D1'];
const everything = ['A1', 'A2', 'Alpha', 'B1', 'Beta', 'D1', 'Delta', 'G1', 'Gamma', 'North', 'South'];
const stayingOf = (preview: { staying: { nameEn: string; reasons: string[] }[] }) => Object.fromEntries(preview.staying.map(({ nameEn, reasons }) => [nameEn, reasons.toSorted()]));

test('an import nobody has touched goes whole, also when something else came after; undo brings it back to the letter', async () => {
  const before = workspace.record();
  const seq = await bring('first.csv', blocks);
  await workspace.act('units.add', { parentId: rootId, levelId: 'district', nameEn: 'By hand' });
  const between = workspace.record();
  expect(workspace.ask('imports.list', {})).toMatchObject({ total: 1, rows: [{ seq, fileName: 'first.csv', added: 11, there: 11 }] });
  expect(await workspace.act('imports.takeBackPreview', { seq })).toMatchObject({ fileName: 'first.csv', goes: 11, stays: 0, gone: 0, reasons: [], staying: [] });
  expect(workspace.record()).toBe(between);

  expect(await workspace.act('imports.takeBack', { seq })).toEqual({ removed: 11, kept: 0 });
  expect(names()).toEqual(['By hand']);
  expect(workspace.ask('units.counts', { id: null })).toEqual([{ levelId: 'district', units: 1 }]);
  expect(workspace.ask('units.search', { text: 'gamma' })).toEqual([]);
  expect(workspace.ask('imports.list', {}).rows[0]).toMatchObject({ added: 11, there: 0 });
  expect(workspace.ask('history.list', {})[0]?.summary).toMatchObject({ key: 'imports.takeBack', detail: { count: 11, fileName: 'first.csv' } });
  await expect(workspace.act('imports.takeBack', { seq })).rejects.toMatchObject({ code: 'imports.nothingToTake' });

  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(between);
  expect(workspace.ask('imports.list', {}).rows[0]).toMatchObject({ there: 11 });
  await workspace.act('history.undo', {});
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
  expect(workspace.ask('imports.list', {})).toMatchObject({ total: 0, rows: [] });
  await expect(workspace.act('imports.takeBackPreview', { seq })).rejects.toMatchObject({ code: 'imports.gone' });
});

test('what was edited, closed, moved or grown below stays, with everything above it; the rest goes', async () => {
  const seq = await bring('worked.csv', blocks);
  await workspace.act('units.update', { id: idOf('A1'), fields: { nameHi: 'ए एक' } });
  await workspace.act('units.close', { id: idOf('B1'), day: '2022-04-10' });
  await workspace.act('units.add', { parentId: idOf('Delta'), levelId: 'panchayat', nameEn: 'New one' });
  await workspace.act('units.move', { id: idOf('Gamma'), parentId: idOf('North') });
  const preview = await workspace.act('imports.takeBackPreview', { seq });
  expect(stayingOf(preview)).toEqual({ North: ['below'], Alpha: ['below'], A1: ['edited'], Beta: ['below'], B1: ['closed'], South: ['below'], Delta: ['below'], Gamma: ['moved'] });
  // Gamma stays although its only panchayat, moved along with it and otherwise untouched, goes.
  expect(preview).toMatchObject({ goes: 3, stays: 8, gone: 0 });
  expect(Object.fromEntries(preview.reasons.map(({ reason, units }) => [reason, units]))).toEqual({ below: 5, edited: 1, moved: 1, closed: 1 });
  expect(preview.reasons[0]?.reason).toBe('below');
  expect(preview.staying.find(({ nameEn }) => nameEn === 'A1')).toMatchObject({ levelId: 'panchayat', withinEn: 'North, Alpha' });
  await workspace.act('imports.takeBack', { seq });
  expect(names()).toEqual(['A1', 'Alpha', 'B1', 'Beta', 'Delta', 'Gamma', 'New one', 'North', 'South']);
});

test('a unit something leans on stays, whatever leans on it, and whatever is undone lets it go again', async () => {
  const seq = await bring('leaned.csv', blocks);
  const metric = await workspace.act('programmes.saveMetric', { id: null, fields: { nameEn: 'Members', nameHi: null, kind: 'sum', countLevelId: null, ofMetricId: null } });
  const programme = await workspace.act('programmes.save', { id: null, fields: { nameEn: 'Drive', nameHi: null, fromDay: '2022-04-01', toDay: '2022-04-30', phases: [], metricIds: [metric.id] } });
  const key = { programmeId: programme.id, metricId: metric.id };
  await workspace.act('targets.set', { ...key, unitId: idOf('A1'), value: 10 });
  await workspace.act('progress.record', { ...key, unitId: idOf('B1'), day: '2022-04-02', value: 3, source: 'phone', toldBy: 'Somebody', note: '' });
  const person = await workspace.act('people.save', { id: null, fields: { nameEn: 'Block president', nameHi: null, phones: [], veteran: false }, post: { postKindId: null, titleEn: 'Convener', titleHi: null, unitId: idOf('G1'), fromDay: null, toDay: null, orderBy: '', orderDay: null } });
  await workspace.act('charges.handOut', { fromDay: '2022-04-01', toDay: '2022-04-30', lines: [{ personId: person.id, unitIds: [idOf('D1')] }] });
  const preview = await workspace.act('imports.takeBackPreview', { seq });
  expect(stayingOf(preview)).toMatchObject({ A1: ['target'], B1: ['report'], G1: ['post'], D1: ['responsibility'], North: ['below'] });
  expect(preview).toMatchObject({ goes: 1, stays: 10 });
  await workspace.act('history.undo', {});
  expect(stayingOf(await workspace.act('imports.takeBackPreview', { seq }))).not.toHaveProperty('D1');
});

test('every record that refers to a unit holds it: no table of the file is forgotten', () => {
  const { referring, silent } = countedByHand(workspace);
  expect(referring).toContain('target');
  // A column that names a unit without a reference would let the unit go from under it.
  expect(silent).toEqual([]);
});

test('the second of two imports goes without the first, and the first stays where the second hangs below it', async () => {
  const first = await bring('one.csv', ['District,Block', 'North,Alpha', 'South,Gamma']);
  const second = await bring('two.csv', ['District,Block,Panchayat', 'North,Alpha,A1', 'West,Omega,O1']);
  expect(workspace.ask('imports.list', {}).rows.map(({ seq, added, there }) => [seq, added, there])).toEqual([[second, 4, 4], [first, 4, 4]]);
  expect(await workspace.act('imports.takeBack', { seq: first })).toEqual({ removed: 2, kept: 2 });
  expect(names()).toEqual(['A1', 'Alpha', 'North', 'O1', 'Omega', 'West']);
  expect(await workspace.act('imports.takeBack', { seq: second })).toEqual({ removed: 4, kept: 0 });
  // Now nothing leans on the first any more.
  expect(await workspace.act('imports.takeBackPreview', { seq: first })).toMatchObject({ goes: 2, stays: 0, gone: 2 });
});

test('a unit changed and changed back counts as untouched', async () => {
  const seq = await bring('back.csv', blocks);
  await workspace.act('units.update', { id: idOf('A1'), fields: { nameEn: 'Other' } });
  await workspace.act('units.update', { id: idOf('Other'), fields: { nameEn: 'A1' } });
  expect(await workspace.act('imports.takeBackPreview', { seq })).toMatchObject({ goes: everything.length, stays: 0 });
});

test('stopped in the middle, nothing was taken', async () => {
  const seq = await bring('stopped.csv', ['District,Block', ...Array.from({ length: 3000 }, (_, at) => `District ${at % 30},Block ${at}`)]);
  const before = workspace.record();
  let seen = 0;
  const stopping = { progress: (stage: string) => { if (stage === 'imports.remove') seen++; }, cancelled: () => seen > 3 };
  await expect(workspace.engine.run('imports.takeBack', { seq }, {}, stopping)).rejects.toMatchObject({ code: 'job.cancelled' });
  expect(workspace.record()).toBe(before);
});

test('what is still there of each import is kept, and is what a count gives, whatever comes and goes', async () => {
  const first = await bring('first.csv', blocks);
  const second = await bring('second.csv', ['District,Block,Panchayat', 'North,Alpha,A3', 'East,Epsilon,E1']);
  const expectCounted = (there: Record<number, number>) => {
    expect(Object.fromEntries(workspace.ask('imports.list', {}).rows.map((row) => [row.seq, row.there]))).toEqual(there);
    for (const { kept, counted } of workspace.rows<{ kept: number; counted: number }>('SELECT there AS kept, (SELECT COUNT(*) FROM unit WHERE id BETWEEN firstId AND lastId) AS counted FROM stepImport')) expect(kept).toBe(counted);
  };
  expectCounted({ [first]: 11, [second]: 4 });
  await workspace.act('units.remove', { id: idOf('D1') });
  expectCounted({ [first]: 10, [second]: 4 });
  await workspace.act('imports.takeBack', { seq: second });
  expectCounted({ [first]: 10, [second]: 0 });
  await workspace.act('history.undo', {});
  await workspace.act('history.undo', {});
  expectCounted({ [first]: 11, [second]: 4 });
  await workspace.act('history.undo', {});
  expectCounted({ [first]: 11 });
  await workspace.act('history.redo', {});
  expectCounted({ [first]: 11, [second]: 4 });
});
