// Opening a file: ours and whole, or refused with a code that says why.
import { copyFileSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../electron/store/migrations/all.ts';
import { openFile } from '../../electron/store/open.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

const shapeOf = (connection: Database.Database) => connection.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('opening a file', () => {
  let folder: string;
  let workspace: TestWorkspace;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sangathan-open-'));
    workspace = await testWorkspace({ kind: 'new', nameEn: 'Jharkhand', nameHi: 'झारखंड' });
  });
  afterAll(() => {
    workspace.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const copied = async (name: string) => {
    const path = join(folder, name);
    await workspace.engine.backup(path);
    return path;
  };

  it('refuses a file that is missing, empty, of another kind, or another program\'s database', () => {
    expect(refusal(() => openFile(join(folder, 'no.sangathan')))).toMatchObject({ code: 'file.missing' });
    const empty = join(folder, 'empty.sangathan');
    writeFileSync(empty, '');
    expect(refusal(() => openFile(empty))).toMatchObject({ code: 'file.notOurs' });
    const text = join(folder, 'text.sangathan');
    writeFileSync(text, 'a letter to the district president, long enough to have a header');
    expect(refusal(() => openFile(text))).toMatchObject({ code: 'file.notOurs' });
    const foreign = join(folder, 'foreign.sangathan');
    const connection = new Database(foreign);
    connection.exec('CREATE TABLE voters (name TEXT)');
    connection.close();
    expect(refusal(() => openFile(foreign))).toMatchObject({ code: 'file.notOurs' });
  });

  it('refuses a newer file with both versions, and leaves it as it was', async () => {
    const path = await copied('newer.sangathan');
    const connection = new Database(path);
    connection.pragma('user_version = 9990');
    connection.close();
    expect(refusal(() => openFile(path))).toMatchObject({ code: 'file.newer', detail: { found: 9990, known: migrations.at(-1)?.version } });
    const again = new Database(path, { readonly: true });
    expect(again.pragma('user_version', { simple: true })).toBe(9990);
    again.close();
  });

  it('refuses a broken file', async () => {
    const path = await copied('broken.sangathan');
    truncateSync(path, 40_960);
    expect(refusal(() => openFile(path))).toMatchObject({ code: 'file.broken' });
  });

  it('refuses a file in which somebody has hidden a trigger', async () => {
    const path = await copied('trapped.sangathan');
    const connection = new Database(path);
    connection.exec('CREATE TRIGGER trap AFTER INSERT ON target BEGIN DELETE FROM person; END');
    connection.close();
    expect(refusal(() => openFile(path))).toMatchObject({ code: 'file.broken' });
  });

  it('never overwrites a file that is there', async () => {
    const path = await copied('there.sangathan');
    expect(refusal(() => openFile(path, { create: true }))).toMatchObject({ code: 'file.exists' });
  });

  it('migrates in one transaction after a copy, and the upgraded file has the shape of a fresh one', async () => {
    const path = await copied('old.sangathan');
    const list = [...migrations, { version: 9000, sql: 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT' }];
    const upgraded = openFile(path, { list });
    const fresh = openFile(join(folder, 'fresh.sangathan'), { create: true, list });
    expect(shapeOf(upgraded)).toEqual(shapeOf(fresh));
    upgraded.close();
    fresh.close();
    expect(readdirSync(folder)).toContain('old.sangathan.before-9000');
  });

  it('leaves the file at its version when a migration fails', async () => {
    const path = await copied('failing.sangathan');
    const list = [...migrations, { version: 9000, sql: 'CREATE TABLE later (id TEXT) STRICT; CREATE TABLE later (id TEXT) STRICT' }];
    expect(refusal(() => openFile(path, { list }))).toBeInstanceOf(Error);
    copyFileSync(path, join(folder, 'after.sangathan'));
    const after = openFile(join(folder, 'after.sangathan'));
    expect(after.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.version);
    expect(after.prepare(`SELECT COUNT(*) FROM sqlite_schema WHERE name = 'later'`).pluck().get()).toBe(0);
    after.close();
  });
});
