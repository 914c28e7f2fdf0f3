// A file is read through before it is opened unless it is just as this laptop left it; then it is opened at once and read through a little later.
import { execFileSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { openFiles } from '../../electron/openFiles.ts';
import type { OpenFiles } from '../../electron/openFiles.ts';
import { userSettings } from '../../electron/userSettings.ts';
import type { UserSettings } from '../../electron/userSettings.ts';
import type { Host } from '../../electron/host.ts';
import { bigFile } from '../help/bigWorkspace.ts';

const root = join(import.meta.dirname, '../..');
const none = { kind: 'none' } as const;
let folder: string;
let path: string;
let settings: UserSettings;
let files: OpenFiles;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'build/bundle.mjs')]);
  folder = mkdtempSync(join(tmpdir(), 'sangathan-whole-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  path = join(folder, `${Math.random()}.sangathan`);
  copyFileSync(await bigFile({ state: 'small' }), path);
  const userFolder = mkdtempSync(join(folder, 'user-'));
  settings = userSettings(userFolder);
  const host = { userFolder, documentsFolder: folder, version: '0', shell: 'test' } as Host;
  files = openFiles(host, settings, join(root, '.out/electron/worker.js'), () => undefined, () => undefined, { writer: 60_000, backup: 60_000, check: 0 });
});

/** Writes over pages that opening does not look at, and leaves the file's size and time as they were. */
function spoil({ quietly }: { quietly: boolean }): void {
  const connection = new Database(path, { readonly: true });
  const pages = connection.prepare(`SELECT pageno FROM dbstat WHERE name = 'unitByCode' AND pagetype = 'leaf'`).pluck().all() as number[];
  connection.close();
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  expect(pages.length).toBeGreaterThan(0);
  const { mtimeMs } = statSync(path);
  const handle = openSync(path, 'r+');
  for (const page of pages) writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096);
  closeSync(handle);
  // The middle of the same millisecond: a Date would round up to the next one half of the time.
  const sameMoment = (Math.floor(mtimeMs) + 0.5) / 1000;
  if (quietly) utimesSync(path, sameMoment, sameMoment);
}
const units = () => files.current()?.db.get<{ n: number }>('SELECT COUNT(*) AS n FROM level')?.n;
const run = (name: 'levels.save', input: object) => files.current()!.writer.run('one', name, input, {}, () => undefined);
const level = { id: null, afterId: 'ward', fields: { nameEn: 'Cluster', nameHi: null, pluralEn: 'Clusters', pluralHi: null, under: ['panchayat'] } };

it('opens what it left at once, writes when asked, and leaves nothing beside it', async () => {
  expect(await files.open(path, none, () => undefined)).toBe(true);
  await files.close();
  expect(settings.recent()[0]?.mark).toMatchObject({ size: statSync(path).size });
  expect(await files.open(path, none, () => undefined)).toBe(true);
  expect(units()).toBe(9);
  await run('levels.save', level);
  expect(units()).toBe(10);
  await files.close();
  expect(await files.open(path, none, () => undefined)).toBe(true);
  expect(units()).toBe(10);
  await files.close();
  expect([`${path}-wal`, `${path}-shm`].filter((beside) => existsSync(beside))).toEqual([]);
});

it('refuses a broken file that somebody else wrote, before anything of it is shown', async () => {
  await files.open(path, none, () => undefined);
  await files.close();
  await new Promise((resolve) => setTimeout(resolve, 20));
  spoil({ quietly: false });
  expect(await files.open(path, none, () => undefined)).toBe(false);
  expect(files.state().refused).toMatchObject({ code: 'file.broken' });
  expect(files.current()).toBeNull();
});

it('puts a file away that broke on the disk without a trace, once it has been read through', async () => {
  await files.open(path, none, () => undefined);
  await files.close();
  // Read through yesterday: today it is due again.
  const known = settings.recent()[0]!;
  settings.remember({ ...known, mark: { ...known.mark!, checkedDay: '2020-01-01' } });
  spoil({ quietly: true });
  const before = readFileSync(path);
  expect(await files.open(path, none, () => undefined)).toBe(true);
  await expect.poll(() => files.state().refused?.code, { timeout: 20_000 }).toBe('file.broken');
  expect(files.current()).toBeNull();
  expect(settings.recent()[0]).toMatchObject({ path, problem: 'file.broken', mark: null });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(await files.open(path, none, () => undefined)).toBe(false);
});
