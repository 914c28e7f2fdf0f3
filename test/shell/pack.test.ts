// Packs the app, looks into its app.asar, and starts what lies in it.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchApp } from '../help/launch.ts';

const root = join(import.meta.dirname, '../..');
let archive = '';
let folder = '';

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(root, 'build/pack.mjs')], { cwd: root });
  const inside = await readdir(join(root, '.out/packed'), { recursive: true });
  archive = join(root, '.out/packed', inside.find((path) => path.endsWith('app.asar')) ?? 'app.asar is missing');
  folder = await mkdtemp(join(tmpdir(), 'packed-'));
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('holds the bundles and better-sqlite3 for this system, and nothing else', () => {
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  const top = new Set(paths.map((path) => path.split('/').slice(1, 3).join('/')));
  expect([...top].toSorted()).toEqual(['.out', '.out/electron', '.out/renderer', 'node_modules', 'node_modules/better-sqlite3', 'package.json']);
  for (const path of ['/.out/electron/main.js', '/.out/electron/worker.js', '/.out/electron/preload.cjs', '/.out/renderer/index.html']) expect(paths).toContain(path);
  expect(paths.filter((path) => /\.tsx?$|playwright|standin|\.map$|\.cc?$|\.gyp/.test(path))).toEqual([]);
  const binaries = paths.filter((path) => path.endsWith('.node'));
  expect(binaries).toContain(`/node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`);
  expect(binaries.filter((path) => !path.includes(process.platform))).toEqual([]);
});

it('names its main file and carries no development packages', () => {
  const inside = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>;
  expect(inside).toMatchObject({ main: '.out/electron/main.js', productName: 'Sangathan' });
  expect(inside['devDependencies']).toBeUndefined();
});

it('starts and shows its first screen', async () => {
  extractAll(archive, folder);
  const app = await launchApp({ main: join(folder, '.out/electron/main.js') });
  try {
    expect(await app.page.locator('#root').innerText()).not.toBe('');
    expect(app.problems).toEqual([]);
  } finally {
    expect(await app.close()).toBe(0);
  }
});
