// Tells whether a file is still as this laptop left it, so that what was found whole need not be read through again before the first screen.
import { statSync } from 'node:fs';
import { z } from 'zod';

export const FileMark = z.object({
  size: z.number(),
  modified: z.number(),
  /** The day the whole file was last read through and found whole. */
  checkedDay: z.string(),
});
export type FileMark = z.infer<typeof FileMark>;

/** The mark of a file that has just been closed, or is not open yet. */
export function markOf(path: string, checkedDay: string): FileMark {
  const { size, mtimeMs } = statSync(path);
  return { size, modified: Math.floor(mtimeMs), checkedDay };
}

/** Nobody has written since the mark was taken, and it was closed well then: nothing waits beside it to be taken over. */
export function isAsLeft(path: string, mark: FileMark | null): boolean {
  if (!mark) return false;
  try {
    const { size, mtimeMs } = statSync(path);
    const waiting = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    return size === mark.size && Math.floor(mtimeMs) === mark.modified && waiting === 0;
  } catch {
    return false;
  }
}
