// Outlines brought into a real file: matched, kept in one step, replaced, taken away, undone; hostile files change nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { seeded } from '../rules/seeded.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let folder: string;
let file: TestWorkspace;
let dhanbad: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sangathan-outlines-'));
  file = await testWorkspace();
  dhanbad = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' AND nameEn = 'Dhanbad'`)[0]!.id;
});
afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string | Uint8Array): Record<string, string> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return { chosen: path };
}

/** The cells of Dhanbad's blocks, as an office might hand them out: with codes and the names in capitals. */
function blocksFile(): string {
  const { shapes } = file.ask('units.map', { id: dhanbad });
  const features = shapes.filter(({ levelId }) => levelId === 'block').map(({ id, nameEn, rings }) => ({
    type: 'Feature', properties: { sdtname: nameEn.toUpperCase(), sdtcode: file.ask('units.get', { id }).code, dtname: 'DHANBAD' }, geometry: { type: 'Polygon', coordinates: [rings![0]] },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features: [...features, { type: 'Feature', properties: { sdtname: 'NOWHERE' }, geometry: { type: 'Polygon', coordinates: [[[80, 20], [81, 20], [81, 21], [80, 20]]] } }] });
}

test('blocks are recognised by code and name, shown, kept in one step, and undone', async () => {
  const files = write('blocks.geojson', blocksFile());
  const before = file.record();
  const found = await file.act('outlines.inspect', { token: 'chosen', unitId: null }, files);
  expect(found).toMatchObject({ name: 'blocks.geojson', areas: 11, withoutArea: 0, notes: [], guess: { levelId: 'block', codeProperty: 'sdtcode', nameProperty: 'sdtname' } });
  const choice = { ...found.guess!, unitId: dhanbad };
  const preview = await file.act('outlines.preview', { token: 'chosen', choice }, files);
  expect(preview).toMatchObject({ matched: 10, replaced: 0, without: 0, unmatchedCount: 1, unmatched: [{ name: 'NOWHERE', cause: 'unknown' }] });
  expect(file.record()).toBe(before);

  expect(await file.act('outlines.apply', { token: 'chosen', choice }, files)).toEqual({ outlines: 10 });
  expect(file.ask('outlines.levels', { unitId: dhanbad }).find(({ levelId }) => levelId === 'block')).toEqual({ levelId: 'block', units: 10, outlines: 10 });
  expect(new Set(file.ask('units.map', { id: dhanbad }).shapes.filter(({ levelId }) => levelId === 'block').map(({ basis }) => basis))).toEqual(new Set(['outline']));
  expect(await file.act('outlines.preview', { token: 'chosen', choice }, files)).toMatchObject({ replaced: 10 });

  expect(await file.act('outlines.remove', { unitId: dhanbad, levelId: 'block' })).toEqual({ outlines: 10 });
  expect(file.record()).toBe(before);
  await file.act('history.undo', {});
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
});

test('files that are none, or not meant so, are refused in words and change nothing', async () => {
  const before = file.record();
  const refused = async (name: string, content: string | Uint8Array): Promise<string> => {
    const files = write(name, content);
    return file.act('outlines.inspect', { token: 'chosen', unitId: null }, files).then(() => 'read', (error: AppError) => error.code);
  };
  expect(await refused('empty.json', '')).toBe('outlines.notAreas');
  expect(await refused('half.json', blocksFile().slice(0, 4000))).toBe('outlines.notAreas');
  expect(await refused('other.json', '{"type":"FeatureCollection","features":[{"type":"Feature"}]}')).toBe('outlines.notAreas');
  expect(await refused('deep.json', '['.repeat(200_000))).toBe('outlines.notAreas');
  expect(await refused('metres.json', '{"type":"Polygon","coordinates":[[[400000,2500000],[400100,2500000],[400100,2500100],[400000,2500000]]]}')).toBe('outlines.projected');
  expect(await refused('infinite.json', '{"type":"Polygon","coordinates":[[[1e999,23],[87,23],[87,24],[86,23]]]}')).toBe('outlines.badCorner');
  expect(await refused('bom.json', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(blocksFile(), 'utf16le')]))).toBe('read');
  await expect(file.act('outlines.inspect', { token: 'chosen', unitId: null }, { chosen: join(folder, 'gone.json') })).rejects.toMatchObject({ code: 'exchange.fileGone' });
  const files = write('wrong-level.geojson', blocksFile());
  await expect(file.act('outlines.apply', { token: 'chosen', choice: { levelId: 'booth', unitId: dhanbad, codeProperty: null, nameProperty: 'dtname' } }, files)).rejects.toMatchObject({ code: 'outlines.nothingMatched' });
  expect(file.record()).toBe(before);
});

test('three hundred damaged files neither crash nor change anything', async () => {
  const { whole, next } = seeded(11);
  const text = blocksFile();
  const before = file.record();
  for (let run = 0; run < 300; run++) {
    const bytes = Buffer.from(text);
    const damage = run % 4;
    for (let hit = 0; hit < 1 + whole(0, 20); hit++) bytes[whole(0, bytes.length - 1)] = damage === 0 ? whole(0, 255) : damage === 1 ? 0x39 : damage === 2 ? 0x5d : 0x2d;
    const files = write('damaged.json', next() < 0.2 ? bytes.subarray(0, whole(0, bytes.length)) : bytes);
    await file.act('outlines.preview', { token: 'chosen', choice: { levelId: 'block', unitId: null, codeProperty: 'sdtcode', nameProperty: 'sdtname' } }, files).catch((error: unknown) => {
      expect(error).toBeInstanceOf(AppError);
    });
  }
  expect(file.record()).toBe(before);
});
