// Keeps the sheet read last for a few minutes, so that looking at it, checking it and taking it in do not read its files three times.
import { stat } from 'node:fs/promises';
import type { ImportLevel } from '../../../shared/model/importing.ts';
import type { JobContext } from '../../calls.ts';
import { readSheets } from './readSheets.ts';
import type { ReadSheets } from './readSheets.ts';

const keptFor = 5 * 60_000;

let kept: { key: string; sheet: ReadSheets; until: NodeJS.Timeout } | null = null;

/** Which files, how large, when last written, and with which levels' names they are understood; null where a file is gone. */
async function keyOf(paths: string[], levels: ImportLevel[]): Promise<string | null> {
  try {
    const files = await Promise.all(paths.map((path) => stat(path, { bigint: true })));
    return JSON.stringify([files.map(({ size, mtimeNs }, at) => [paths[at], String(size), String(mtimeNs)]), levels]);
  } catch {
    return null;
  }
}

/** The kept sheet is needed no more. */
export function letGo(): void {
  clearTimeout(kept?.until);
  kept = null;
}

/** As `readSheets`, but what was read last and has not changed since is not read again. Its rows are shared: nobody may change them. */
export async function readOnce(context: JobContext, files: { token: string; more?: string[] | undefined }, levels: ImportLevel[]): Promise<ReadSheets> {
  const paths = [files.token, ...(files.more ?? [])].map(context.pathOf);
  const key = await keyOf(paths, levels);
  if (kept && kept.key === key) {
    kept.until.refresh();
    return kept.sheet;
  }
  // Before reading: two large sheets need not be in memory at once.
  letGo();
  const sheet = await readSheets(context, files, levels);
  // A file that changes while it is read is read anew the next time.
  if (key !== null && key === await keyOf(paths, levels)) kept = { key, sheet, until: setTimeout(letGo, keptFor).unref() };
  return sheet;
}
