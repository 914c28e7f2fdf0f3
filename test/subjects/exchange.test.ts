// Imports flat sheets into a real file: right parents, bad rows left out, one undo, cancel without a trace, and quickly.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { importNewOnly } from '../../shared/model/importing.ts';
import type { ImportMapping } from '../../shared/model/importing.ts';
import { guessColumns } from '../../shared/rules/importing/guessColumns.ts';
import { readTableBytes } from '../../electron/sheets/readTable.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let folder: string;
let workspace: TestWorkspace;

beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'sangathan-import-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => workspace.close());

const empty = () => testWorkspace({ kind: 'new', nameEn: 'Jharkhand', nameHi: 'झारखंड' });

/** Writes a CSV and gives what the calls need to import it. */
async function sheet(name: string, lines: string[]): Promise<{ files: Record<string, string>; choice: { token: string; rootId: string | null; mapping: ImportMapping } }> {
  const path = join(folder, name);
  const text = `${lines.join('\n')}\n`;
  writeFileSync(path, text);
  const { rows } = await readTableBytes(name, new TextEncoder().encode(text));
  const mapping = guessColumns(rows, workspace.ask('units.levels', {}));
  expect(mapping).not.toBeNull();
  const rootId = workspace.rows<{ id: string }>('SELECT id FROM unit WHERE parentId IS NULL')[0]!.id;
  return { files: { chosen: path }, choice: { token: 'chosen', rootId, mapping: mapping! } };
}

/** Every unit as its way from the top. */
const ways = (): string[] => {
  const units = new Map(workspace.rows<{ id: string; parentId: string | null; nameEn: string; levelId: string }>('SELECT id, parentId, nameEn, levelId FROM unit').map((unit) => [unit.id, unit]));
  const way = (id: string | null): string => {
    const unit = id === null ? undefined : units.get(id);
    return unit ? `${way(unit.parentId)}/${unit.levelId}:${unit.nameEn}` : '';
  };
  return [...units.keys()].map(way).sort();
};

const twoDistricts = [
  'District,District (Hindi),Block,Block (Hindi),Electors',
  'Dhanbad,धनबाद,Baghmara,बाघमारा,1200',
  'Dhanbad,धनबाद,Tundi,टुंडी,"1,300"',
  'Giridih,गिरिडीह,Bengabad,बेंगाबाद,',
  ',,Nirsa,निरसा,5',
  'Giridih,गिरिडीह,Tundi,टुंडी,900',
  'Giridih,गिरिडीह,Bagodar,बगोदर,many',
  'Total,,,,3400',
];

test('blocks of two districts under an empty state: right parents, bad rows listed, nothing attached by guess', async () => {
  workspace = await empty();
  const { files, choice } = await sheet('blocks.csv', twoDistricts);
  const before = workspace.record();
  const preview = await workspace.act('exchange.preview', choice, files);
  expect(workspace.record()).toBe(before);
  expect(preview).not.toHaveProperty('adds');
  expect(preview.countsPerLevel).toEqual([{ levelId: 'district', add: 2, existing: 0 }, { levelId: 'block', add: 4, existing: 0 }]);
  expect(preview.totalsSkipped).toBe(1);
  expect(preview.badRows).toEqual([
    { rowNumber: 5, column: 'District', cause: 'parentBlank', value: '' },
    { rowNumber: 7, column: 'Electors', cause: 'badNumber', value: 'many' },
  ]);

  expect(await workspace.act('exchange.apply', choice, files)).toMatchObject({ added: 6 });
  expect(ways()).toEqual([
    '/state:Jharkhand',
    '/state:Jharkhand/district:Dhanbad',
    '/state:Jharkhand/district:Dhanbad/block:Baghmara',
    '/state:Jharkhand/district:Dhanbad/block:Tundi',
    '/state:Jharkhand/district:Giridih',
    '/state:Jharkhand/district:Giridih/block:Bengabad',
    '/state:Jharkhand/district:Giridih/block:Tundi',
  ]);
  const dhanbad = workspace.rows<{ id: string; nameHi: string }>(`SELECT id, nameHi FROM unit WHERE nameEn = 'Dhanbad'`)[0]!;
  expect(dhanbad.nameHi).toBe('धनबाद');
  expect(workspace.ask('units.get', { id: dhanbad.id }).electors).toBe(2500);
});

test('importing the same sheet again adds nothing, and says so', async () => {
  workspace = await empty();
  const { files, choice } = await sheet('again.csv', twoDistricts);
  await workspace.act('exchange.apply', choice, files);
  const preview = await workspace.act('exchange.preview', choice, files);
  expect(preview.countsPerLevel.map(({ add }) => add)).toEqual([0, 0]);
  expect(preview.matched).toBe(6);
  await expect(workspace.act('exchange.apply', choice, files)).rejects.toMatchObject({ code: 'exchange.nothingToAdd' });
});

test('a later sheet goes behind what is there: paths stay unique and children follow their parents', async () => {
  workspace = await empty();
  const first = await sheet('first.csv', twoDistricts);
  await workspace.act('exchange.apply', first.choice, first.files);
  const second = await sheet('second.csv', ['District,Block,Panchayat', 'Dhanbad,Topchanchi,Chitarpur', 'Bokaro,Chas,Radhanagar', 'Dhanbad,Tundi,Kolhar']);
  await workspace.act('exchange.apply', second.choice, second.files);
  const wrong = workspace.rows('SELECT child.nameEn FROM unit AS child JOIN unit AS parent ON parent.id = child.parentId WHERE substr(child.path, 1, length(child.path) - 4) <> parent.path');
  expect(wrong).toEqual([]);
  expect(ways()).toContain('/state:Jharkhand/district:Dhanbad/block:Tundi/panchayat:Kolhar');
  expect(ways()).toContain('/state:Jharkhand/district:Dhanbad/block:Topchanchi/panchayat:Chitarpur');
});

test('one undo takes the whole import back, one redo brings it again', async () => {
  workspace = await empty();
  const { files, choice } = await sheet('undo.csv', twoDistricts);
  const before = workspace.record();
  await workspace.act('exchange.apply', choice, files);
  const after = workspace.record();
  expect(after).not.toBe(before);
  expect(workspace.ask('history.list', {})[0]?.summary).toEqual({ key: 'exchange.apply', detail: { count: 6, fileName: 'undo.csv' } });
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
  await workspace.act('history.redo', {});
  expect(workspace.record()).toBe(after);
});

test('booths get their seat and part; a part already given out is a bad row', async () => {
  workspace = await testWorkspace();
  const block = workspace.rows<{ id: string }>(`SELECT unit.id FROM unit JOIN unit AS d ON d.id = unit.parentId WHERE unit.nameEn = 'Tundi' AND unit.levelId = 'block' AND d.nameEn = 'Dhanbad'`)[0]!;
  const seat = workspace.rows<{ id: string; number: number; taken: string }>(
    `SELECT c.id, c.number, u.partNumber AS taken FROM constituency AS c JOIN unit AS u ON u.constituencyId = c.id WHERE c.kind = 'assembly' LIMIT 1`)[0]!;
  const { files, choice } = await sheet('booths.csv', [
    'Panchayat,AC No,Part No,Booth,Electors',
    `New panchayat,${seat.number},9001,School,812`,
    `New panchayat,${seat.number},${seat.taken},Hall,700`,
    'New panchayat,999,1,Shed,650',
  ]);
  const preview = await workspace.act('exchange.preview', { ...choice, rootId: block.id }, files);
  expect(preview.badRows.map(({ rowNumber, cause }) => [rowNumber, cause])).toEqual([[3, 'partTaken'], [4, 'unknownSeat']]);
  await workspace.act('exchange.apply', { ...choice, rootId: block.id }, files);
  expect(workspace.rows(`SELECT nameEn, constituencyId, partNumber, electors, demonstration FROM unit WHERE partNumber = '9001'`))
    .toEqual([{ nameEn: 'School', constituencyId: seat.id, partNumber: '9001', electors: 812, demonstration: 0 }]);
});

test('nothing is hung under a closed unit', async () => {
  workspace = await empty();
  const { files, choice } = await sheet('closed.csv', twoDistricts);
  await workspace.act('exchange.apply', choice, files);
  const dhanbad = workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE nameEn = 'Dhanbad'`)[0]!;
  await workspace.act('units.close', { id: dhanbad.id, day: '2022-04-10' });
  await expect(workspace.act('exchange.preview', { ...choice, rootId: dhanbad.id }, files)).rejects.toMatchObject({ code: 'exchange.rootGone' });
  const preview = await workspace.act('exchange.preview', choice, files);
  expect(preview.countsPerLevel.find(({ levelId }) => levelId === 'district')).toEqual({ levelId: 'district', add: 1, existing: 1 });
});

test('a file that is gone, and a token nobody gave out, are refused', async () => {
  workspace = await empty();
  const { choice } = await sheet('gone.csv', twoDistricts);
  await expect(workspace.act('exchange.preview', choice, { chosen: join(folder, 'nowhere.csv') })).rejects.toMatchObject({ code: 'exchange.fileGone', detail: { name: 'nowhere.csv' } });
  await expect(workspace.act('exchange.preview', choice, {})).rejects.toMatchObject({ code: 'exchange.chooseAgain' });
});

test('a file is read once for looking, checking and taking in; anew when it changed, when another was looked at, and after it was taken in', async () => {
  workspace = await empty();
  const { files, choice } = await sheet('once.csv', twoDistricts);
  const other = await sheet('other.csv', twoDistricts.slice(0, 3));
  const run = async (call: 'exchange.inspect' | 'exchange.preview' | 'exchange.apply', over: Record<string, string> = files) => {
    const stages = new Set<string>();
    const input = call === 'exchange.inspect' ? { token: 'chosen', more: [] } : { ...choice, more: [], wanted: importNewOnly };
    const answer = await workspace.engine.run(call, input, over, { progress: (stage) => stages.add(stage), cancelled: () => false });
    return { read: stages.has('exchange.read'), answer };
  };
  expect((await run('exchange.inspect')).read).toBe(true);
  expect((await run('exchange.inspect')).read).toBe(false);
  const first = await run('exchange.preview');
  expect(first.read).toBe(false);

  await sheet('once.csv', [...twoDistricts, 'Giridih,गिरिडीह,Gandey,गांडेय,7']);
  const changed = await run('exchange.preview');
  expect(changed.read).toBe(true);
  expect((changed.answer as { rowsRead: number }).rowsRead).toBe((first.answer as { rowsRead: number }).rowsRead + 1);

  expect((await run('exchange.inspect', other.files)).read).toBe(true);
  expect((await run('exchange.preview')).read).toBe(true);
  expect((await run('exchange.apply')).read).toBe(false);
  expect((await run('exchange.preview')).read).toBe(true);
});

/** As many units as Jharkhand has: 24 districts, 264 blocks, 4,350 panchayats, 29,500 booths. */
function wholeState(): string[] {
  const lines = ['District,Block,Panchayat,Booth,Electors'];
  for (let booth = 0; booth < 29_500; booth++) {
    const panchayat = booth % 4350;
    const block = panchayat % 264;
    lines.push(`District ${block % 24},Block ${block},Panchayat ${panchayat},Booth ${booth},${500 + (booth % 700)}`);
  }
  return lines;
}

test('a whole state of 34,138 units: imported whole, cancelled without a trace', { timeout: 120_000 }, async () => {
  workspace = await empty();
  const { files, choice } = await sheet('state.csv', wholeState());
  const before = workspace.record();

  const stages: string[] = [];
  let planned = 0;
  const during = { progress: (stage: string, done: number) => { stages.push(stage); if (stage === 'exchange.plan') planned = done; }, cancelled: () => planned > 10_000 };
  for (const call of ['exchange.preview', 'exchange.apply'] as const) {
    planned = 0;
    await expect(workspace.engine.run(call, { ...choice, wanted: importNewOnly }, files, during)).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(planned).toBeGreaterThan(10_000);
    expect(planned).toBeLessThan(20_000);
  }
  expect(stages).not.toContain('exchange.write');
  expect(workspace.record()).toBe(before);

  let reports = 0;
  const stop = { progress: (stage: string) => { if (stage === 'exchange.write') reports++; }, cancelled: () => reports > 20 };
  await expect(workspace.engine.run('exchange.apply', { ...choice, wanted: importNewOnly }, files, stop)).rejects.toMatchObject({ code: 'job.cancelled' });
  expect(reports).toBe(21);
  expect(workspace.record()).toBe(before);

  expect(await workspace.act('exchange.apply', choice, files)).toMatchObject({ added: 34_138 });
  expect(workspace.rows('SELECT levelId, COUNT(*) AS units FROM unit GROUP BY levelId ORDER BY units')).toEqual([
    { levelId: 'state', units: 1 }, { levelId: 'district', units: 24 }, { levelId: 'block', units: 264 }, { levelId: 'panchayat', units: 4350 }, { levelId: 'booth', units: 29_500 },
  ]);
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
});
