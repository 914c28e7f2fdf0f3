// Reads an outline file from the disk: how large it may be, in what script, and that it is JSON at all.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { outlineLimits } from '../../../shared/model/outline.ts';
import { readAreas } from '../../../shared/rules/map/readAreas.ts';
import type { ReadAreas } from '../../../shared/rules/map/readAreas.ts';

const decoderOf = (bytes: Uint8Array) =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le') : bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be') : new TextDecoder('utf-8');

/** Throws `exchange.fileGone` {name}, `outlines.tooLarge` {megabytes}, `outlines.notAreas`, and what `readAreas` throws. */
export async function readOutlines(path: string): Promise<ReadAreas> {
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > outlineLimits.bytes) throw new AppError('outlines.tooLarge', { megabytes: outlineLimits.bytes / 1024 / 1024 });
    bytes = await readFile(path);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('exchange.fileGone', { name });
  }
  return readAreas(parsed(bytes));
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoderOf(bytes).decode(bytes)) as unknown;
  } catch {
    throw new AppError('outlines.notAreas');
  }
}
