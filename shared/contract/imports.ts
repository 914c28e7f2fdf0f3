// Calls about earlier imports: which there were, and taking one back without what was built on it since.
import { z } from 'zod';
import { PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import type { EarlierImport, TakeBackPreview } from '../model/takeBack.ts';
import { query, readingJob, writingJob } from './kinds.ts';

const ofImport = z.object({ seq: z.int().min(1) });

export const importsCalls = {
  /** Imports that stand (not undone), the newest first. */
  'imports.list': query(PageInput).gives<Page<EarlierImport>>(),
  /** What taking an import back would do; changes nothing. Throws `imports.gone`. */
  'imports.takeBackPreview': readingJob(ofImport).gives<TakeBackPreview>(),
  /** Takes away what is still as the import wrote it and what nothing leans on. Throws `imports.gone`, `imports.nothingToTake`. */
  'imports.takeBack': writingJob(ofImport).gives<{ removed: number; kept: number }>(),
};
