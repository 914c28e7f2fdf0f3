// One instance per user folder: a lock file with the holder's process id; a second instance leaves its arguments there.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const beatMilliseconds = 2000;
const staleMilliseconds = 15_000;

/** A holder that died, or whose number another process has got since, holds nothing. */
function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return Date.now() - statSync(lock).mtimeMs < staleMilliseconds;
  } catch {
    return false;
  }
}

function take(lock: string): boolean {
  for (let tries = 0; tries < 5; tries += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return true;
    } catch {
      if (isHeld(lock)) return false;
      rmSync(lock, { force: true });
    }
  }
  return false;
}

/** Says how to let go, or null where another instance holds the folder; that one's `onSecond` is called then. */
export function lockInstance(folder: string, onSecond: (argv: string[], workingDirectory: string) => void): (() => void) | null {
  const lock = join(folder, 'instance.lock');
  const letters = join(folder, 'instance.letters');
  mkdirSync(letters, { recursive: true });
  if (!take(lock)) {
    const letter = join(letters, `${process.pid}.json`);
    writeFileSync(`${letter}.part`, JSON.stringify({ argv: process.argv, folder: process.cwd() }));
    renameSync(`${letter}.part`, letter);
    return null;
  }
  const readLetters = (): void => {
    for (const name of readdirSync(letters)) {
      if (!name.endsWith('.json')) continue;
      try {
        const { argv, folder: from } = JSON.parse(readFileSync(join(letters, name), 'utf8')) as { argv: string[]; folder: string };
        rmSync(join(letters, name), { force: true });
        onSecond(argv, from);
      } catch {
        // Read by the watcher's earlier call.
      }
    }
  };
  const watcher = watch(letters, readLetters);
  watcher.unref();
  const beat = setInterval(() => {
    try {
      utimesSync(lock, new Date(), new Date());
    } catch {
      // The folder has been taken away; there is nothing left to hold.
    }
  }, beatMilliseconds);
  beat.unref();
  return () => {
    clearInterval(beat);
    watcher.close();
    rmSync(lock, { force: true });
  };
}
