// The app's own log: one small file in the user's folder, in which no text of the workspace can appear.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const largestBytes = 500_000;

/** Name, code and stack frames of an error. Its message is left out: it may carry a name or a telephone number. */
export function tracesOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames].join('\n');
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
