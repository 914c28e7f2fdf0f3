// Lets one process at a time do a piece of work: the others wait until it has ended or died.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * @template Value
 * @param {string} name a path; `.lock` is added
 * @param {() => Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function withLock(name, work) {
  const path = `${name}.lock`;
  await mkdir(dirname(path), { recursive: true });
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (holder > 0 && !isAlive(holder)) await rm(path, { force: true });
      else await pause(100);
    }
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}
