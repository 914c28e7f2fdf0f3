// Opens a workspace file: checks that it is one of ours and whole, copies it before changing its shape, and migrates it.
import { copyFileSync, existsSync, openSync, readSync, closeSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import { currentVersion, migrations } from './migrations/all.ts';
import type { Migration } from './migrations/all.ts';
import { completeEarlierShape } from './migrations/earlierShape.ts';

/** "Sang" in the header tells our files from other SQLite files. */
const applicationId = 0x53616e67;

/** Refuses what is not a database at all before SQLite sees it, so that the message can say so. */
function checkHeader(path: string): void {
  if (!existsSync(path)) throw new AppError('file.missing');
  if (statSync(path).size === 0) throw new AppError('file.notOurs');
  const header = Buffer.alloc(16);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, header, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1') !== 'SQLite format 3\0') throw new AppError('file.notOurs');
}

function prepareConnection(connection: Database.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('recursive_triggers = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('busy_timeout = 5000');
  // An import of 2,20,000 units takes half the time when its pages need not leave memory before the commit.
  connection.pragma('cache_size = -200000');
  connection.pragma('journal_size_limit = 67108864');
  connection.pragma('temp_store = MEMORY');
}

function migrate(connection: Database.Database, path: string, list: readonly Migration[]): void {
  const found = Number(connection.pragma('user_version', { simple: true }));
  const known = list[list.length - 1]?.version ?? 0;
  if (found > known) throw new AppError('file.newer', { found, known });
  const pending = list.filter((migration) => migration.version > found);
  if (pending.length === 0) return;
  if (found > 0) {
    connection.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(path, `${path}.before-${known}`);
  }
  connection.transaction(() => {
    completeEarlierShape(connection);
    for (const migration of pending) connection.exec(migration.sql);
    connection.pragma(`application_id = ${applicationId}`);
    connection.pragma(`user_version = ${known}`);
  }).immediate();
}

/** SQLite keeps its own tables (statistics) under names that nobody else can use. */
const shapeOf = (connection: Database.Database) =>
  JSON.stringify(connection.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE substr(name, 1, 7) <> 'sqlite_' ORDER BY type, name`).raw().all());

/** Refuses a file whose tables, views or triggers are not exactly ours: a trigger somebody slipped in would run with every act. */
function checkShape(connection: Database.Database, list: readonly Migration[]): void {
  const fresh = new Database(':memory:');
  try {
    for (const migration of list) fresh.exec(migration.sql);
    if (shapeOf(fresh) !== shapeOf(connection)) throw new AppError('file.broken');
  } finally {
    fresh.close();
  }
}

/** SQLite's own errors in words the renderer knows; anything else goes on as it is. */
function asRefusal(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_NOTADB')) return new AppError('file.notOurs');
  if (code.startsWith('SQLITE_CORRUPT')) return new AppError('file.broken');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new AppError('file.inUse');
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return new AppError('file.notWritable');
  if (code.startsWith('SQLITE_FULL')) return new AppError('file.diskFull');
  return error;
}

/**
 * Opens for writing, migrating where needed. Throws `file.missing`, `file.notOurs`, `file.newer`, `file.broken`, `file.inUse`,
 * `file.notWritable`, `file.diskFull`. With `create`, a new empty file is made (an existing one is never overwritten: `file.exists`).
 * `whole`: the caller knows that it is, and the file is not read through.
 */
export function openFile(path: string, { create = false, whole = false, list = migrations }: { create?: boolean; whole?: boolean; list?: readonly Migration[] } = {}): Database.Database {
  let connection: Database.Database | undefined;
  try {
    if (create) {
      if (existsSync(path)) throw new AppError('file.exists');
    } else {
      checkHeader(path);
    }
    connection = new Database(path);
    if (!create) {
      if (Number(connection.pragma('application_id', { simple: true })) !== applicationId) throw new AppError('file.notOurs');
      const found = Number(connection.pragma('user_version', { simple: true }));
      const known = list[list.length - 1]?.version ?? currentVersion;
      if (found > known) throw new AppError('file.newer', { found, known });
      if (!whole && connection.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new AppError('file.broken');
    }
    prepareConnection(connection);
    migrate(connection, path, list);
    checkShape(connection, list);
    return connection;
  } catch (error) {
    connection?.close();
    throw asRefusal(error);
  }
}

/** A second connection that can only read; the writer has opened and migrated the file before. */
export function openReader(path: string): Database.Database {
  const connection = new Database(path, { readonly: true });
  connection.pragma('busy_timeout = 5000');
  connection.pragma('cache_size = -64000');
  connection.pragma('query_only = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('mmap_size = 268435456');
  return connection;
}

/** Reads the file through; false also where it cannot be read at all. */
export function isWhole(path: string): boolean {
  try {
    const connection = openReader(path);
    try {
      return connection.pragma('quick_check(1)', { simple: true }) === 'ok';
    } finally {
      connection.close();
    }
  } catch {
    return false;
  }
}

/** Whether a file that is known to be whole can be read as it is: ours, and of the shape this program writes. */
export function isCurrent(path: string): boolean {
  try {
    checkHeader(path);
    const connection = openReader(path);
    try {
      return Number(connection.pragma('application_id', { simple: true })) === applicationId && Number(connection.pragma('user_version', { simple: true })) === currentVersion;
    } finally {
      connection.close();
    }
  } catch {
    return false;
  }
}
