// Writes a file wholly or not at all: beside it first, then under its name.
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';

/** The chosen path with the extension; where that had to be added, no file that is there already is written over. */
export function withExtension(path: string, extension: string): string {
  if (path.toLowerCase().endsWith(`.${extension}`)) return path;
  let wanted = `${path}.${extension}`;
  for (let n = 2; existsSync(wanted); n++) wanted = `${path} (${n}).${extension}`;
  return wanted;
}

/** Throws `sheets.notWritten` {name, reason}: reason is the system's code, such as ENOSPC or EBUSY (open in Excel). */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw new AppError('sheets.notWritten', { name: basename(path), reason: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' });
  }
}
