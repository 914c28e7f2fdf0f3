// The app's own log: one small file in the user's folder, in which no text of the workspace can appear.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const largestBytes = 500_000;

const mostFrames = 12;
/** A frame's place, of which only the last two names are kept: what stands before them is the folder of whoever is logged in. */
const place = /(?:file:\/\/)?(?:[A-Za-z]:)?[^\s()]*[\\/]([^\\/()]+[\\/][^\\/()]+:\d+:\d+\)?)$/;

/** Name, code and stack frames of an error. Its message is left out, also where it has lines like frames: it may carry a name or a telephone number. */
export function tracesOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Z\d_]+$/.test(error.code) ? ` ${error.code}` : '';
  const stack = error.stack ?? '';
  const behind = error.message === '' ? 0 : stack.indexOf(error.message);
  const frames = behind < 0 ? [] : stack.slice(behind + error.message.length).split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return [`${/^\w+$/.test(error.name) ? error.name : 'Error'}${code}`, ...frames.slice(0, mostFrames).map((frame) => frame.replace(place, '$1'))].join('\n');
}

/** Appends lines with their time to sangathan.log; the file before it is kept once when it grows too large. */
export function openLog(folder: string): (line: string) => void {
  const path = join(folder, 'sangathan.log');
  mkdirSync(folder, { recursive: true });
  return (line) => {
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) renameSync(path, `${path}.old`);
      appendFileSync(path, `${new Date().toISOString()} ${line}\n`);
    } catch {
      // A full or read-only disk must not stop the app from running.
    }
  };
}
