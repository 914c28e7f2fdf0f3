// Sheets of roads as they should not be: of odd sizes, negative, without figures, asymmetric, in two scripts, far too large; what is good is taken, what is not is told, and all of it is one undo.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let workspace: TestWorkspace;
let atStart: string;
beforeAll(async () => { workspace = await testWorkspace(); atStart = workspace.record(); });
afterAll(() => workspace.close());
beforeEach(async () => {
  while (workspace.record() !== atStart) await workspace.act('history.undo', {});
});

const paste = (text: string) => ({ token: null, text });
const preview = (text: string) => workspace.act('travel.preview', paste(text));
const roads = () => workspace.ask('travel.list', { limit: 500 }).rows
  .filter((row) => [row.from.placeEn, row.to.placeEn].every((name) => ['Khunti', 'Simdega', 'Gumla'].includes(name)))
  .map(({ from, to, distanceKm, travelMinutes, bothWays }) => `${from.placeEn}-${to.placeEn} ${distanceKm ?? '–'} ${travelMinutes ?? '–'} ${bothWays ? 'both' : 'one'}`);
const importUndone = async (text: string): Promise<string[]> => {
  const before = workspace.record();
  await workspace.act('travel.import', paste(text));
  const found = roads();
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
  return found;
};

it('takes rows that are too short, and tells every figure that has no place beside or above it', async () => {
  const text = ['minutes\tGumla\tKhunti\tSimdega', 'Gumla\t\t90', 'Khunti\t95\t\t150\t777', 'Simdega\t100', '\t5\t6\t7', 'Gumla, Khunti\t1'].join('\n');
  const { kind, bad, added } = await preview(text);
  expect(kind).toBe('matrix');
  expect(bad.map(({ rowNumber, cause, value }) => [rowNumber, cause, value])).toEqual([
    [3, 'toMissing', 'Khunti: 777'], [5, 'fromMissing', 'Gumla: 5'], [5, 'fromMissing', 'Khunti: 6'], [5, 'fromMissing', 'Simdega: 7'], [6, 'fromUnknown', 'Gumla, Khunti'],
  ]);
  expect(added).toBe(4);
  expect(await importUndone(text)).toEqual(['Gumla-Khunti – 90 one', 'Khunti-Gumla – 95 one', 'Khunti-Simdega – 150 both', 'Simdega-Gumla – 100 both']);
});

it('refuses cell by cell what is no length: negative, zero, words, formulas, endless and enormous figures', async () => {
  const cells = ['-40', '0', 'far', '=A1*2', 'Infinity', '1e999', '99999999', 'NaN', '4O', '<b>5</b>', "'; DROP TABLE unit", '#REF!'];
  const text = ['km\tGumla\tKhunti', ...cells.map((cell) => `Khunti\t${cell}\t`), 'Gumla\t\t101'].join('\n');
  const { bad, added } = await preview(text);
  // A zero says nothing, as on the diagonal.
  expect(bad.map(({ value, cause }) => [value, cause])).toEqual(cells.filter((cell) => cell !== '0').map((cell) => [`Gumla: ${cell}`, 'kmWrong']));
  expect(added).toBe(1);
  expect(await importUndone(text)).toEqual(['Gumla-Khunti 101 – both']);
});

it('knows a matrix whose top is in one script and whose side is in the other, or both in one cell', async () => {
  for (const text of [
    'मिनट\tगुमला\tखूँटी\tसिमडेगा\nGumla\t\t90\t100\nKhunti\t95\t\t150\nSimdega\t100\t150\t',
    'मिनट\tGumla / गुमला\tKhunti (खूँटी)\tSimdega\nगुमला\t\t90\t100\nKhunti / खूंटी\t95\t\t150\nसिमडेगा\t100\t150\t',
  ]) {
    const { kind, bad, figure } = await preview(text);
    expect([kind, figure, bad]).toEqual(['matrix', 'minutes', []]);
    expect(await importUndone(text)).toEqual(['Gumla-Khunti – 90 one', 'Gumla-Simdega – 100 both', 'Khunti-Gumla – 95 one', 'Khunti-Simdega – 150 both']);
  }
  // Two names that mean two places are not guessed.
  expect((await preview('From\tTo\tkm\nGumla / Khunti\tSimdega\t50')).bad).toMatchObject([{ cause: 'fromUnknown' }]);
});

it('of a place nobody knows says so once, and of the same pair with two figures keeps the first', async () => {
  const text = 'km\tGumla\tAtlantis\tKhunti\nGumla\t\t5\t101\nAtlantis\t5\t\t7\nKhunti\t101\t7\t\nGumla\t\t\t110';
  const { bad } = await preview(text);
  expect(bad.map(({ cause, rowNumber }) => [cause, rowNumber])).toEqual([['toUnknown', 2], ['fromUnknown', 3], ['twice', 5]]);
  expect(await importUndone(text)).toEqual(['Gumla-Khunti 101 – both']);
});

it('refuses a matrix of ten thousand places, a thousand places and a broken file in clear words, and changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'roads-'));
  const from = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return workspace.act('travel.import', { token: 'file', text: null }, { file: path });
  };
  const wide = Array.from({ length: 10_000 }, (_, at) => `P${at}`);
  await expect(from('wide.csv', [`km,${wide.join(',')}`, ...wide.slice(0, 50).map((name) => `${name},${'7,'.repeat(9999)}`)].join('\n'))).rejects.toMatchObject({ code: 'import.tooManyColumns' });
  const names = wide.slice(0, 600);
  await expect(workspace.act('travel.import', paste([['km', ...names].join('\t'), ...names.map((name) => [name, ...names.map(() => '7')].join('\t'))].join('\n')))).rejects.toMatchObject({ code: 'travel.tooManyRoads' });
  await expect(from('empty.csv', '')).rejects.toMatchObject({ code: 'import.empty' });
  await expect(from('broken.xlsx', 'PK\u0003\u0004 not a workbook')).rejects.toMatchObject({ code: expect.stringMatching(/^import\./) });
  await expect(workspace.act('travel.import', paste('\n\t\n'))).rejects.toMatchObject({ code: 'travel.nothingNew' });
  expect(workspace.record()).toBe(atStart);
});
