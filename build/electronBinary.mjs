// Electron's binary: there, fetched by its own installer, or remembered for a day as not to be had.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const folder = join(root, 'node_modules/electron');
const noteOfFailure = join(root, '.cache/electron-missing.json');
const downloads = join(root, '.cache/electron-download');
const rememberMilliseconds = 24 * 3600 * 1000;
const stillMilliseconds = 60_000;

/** @returns {string} */
export function electronVersion() {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/** @returns {string | null} the program's path */
export function findElectron() {
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

function failedLately() {
  try {
    const { version, time } = JSON.parse(readFileSync(noteOfFailure, 'utf8'));
    return version === electronVersion() && Date.now() - time < rememberMilliseconds;
  } catch {
    return false;
  }
}

/** Bytes fetched so far. */
function downloadedBytes() {
  try {
    return readdirSync(downloads, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  } catch {
    return 0;
  }
}

/** Runs Electron's installer; ends it when nothing has arrived for a minute. */
async function fetchElectron() {
  mkdirSync(downloads, { recursive: true });
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: downloads, TEMP: downloads, TMP: downloads },
  });
  let bytes = 0;
  let since = Date.now();
  const watch = setInterval(() => {
    const now = downloadedBytes();
    if (now !== bytes) {
      bytes = now;
      since = Date.now();
    } else if (Date.now() - since > stillMilliseconds) {
      child.kill();
    }
  }, 1000);
  await new Promise((resolve) => {
    child.on('exit', resolve);
    child.on('error', resolve);
  });
  clearInterval(watch);
  rmSync(downloads, { recursive: true, force: true });
}

/** @returns {Promise<string | null>} */
export async function electronOrNull() {
  const there = findElectron();
  if (there || failedLately()) return there;
  console.log(`Fetching Electron ${electronVersion()}.`);
  await fetchElectron();
  const fetched = findElectron();
  if (!fetched) {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(noteOfFailure, JSON.stringify({ version: electronVersion(), time: Date.now() }));
  }
  return fetched;
}
