// Lets one process at a time do a piece of work: the others wait until it has ended or died.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';

/**
 * The lock is SQLite's own on a small file: the system takes it back when a process dies, however it dies, and two who wait
 * can never both get it. (A file with a process number in it can be taken over by two at once.)
 * @template Value
 * @param {string} name a path; `.lock` is added
 * @param {() => Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function withLock(name, work) {
  const path = `${name}.lock`;
  await mkdir(dirname(path), { recursive: true });
  const file = new Database(path, { timeout: 0 });
  try {
    for (;;) {
      try {
        file.exec('BEGIN EXCLUSIVE');
        break;
      } catch (error) {
        if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
        await pause(100);
      }
    }
    return await work();
  } finally {
    file.close();
  }
}
