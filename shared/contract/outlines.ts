// Calls about outlines: how many there are, and bringing them in from a file.
import { z } from 'zod';
import { Id } from '../model/common.ts';
import { OutlineChoice } from '../model/outline.ts';
import type { OutlineFile, OutlineLevel, OutlinePreview } from '../model/outline.ts';
import { command, effect, query, readingJob, writingJob } from './kinds.ts';

const token = z.string().min(1).max(64);

export const outlinesCalls = {
  'outlines.levels': query(z.object({ unitId: Id.nullable() })).gives<OutlineLevel[]>(),
  'outlines.choose': effect(z.object({})).gives<{ token: string; name: string } | null>(),
  'outlines.inspect': readingJob(z.object({ token, unitId: Id.nullable() })).gives<OutlineFile>(),
  'outlines.preview': readingJob(z.object({ token, choice: OutlineChoice })).gives<OutlinePreview>(),
  'outlines.apply': writingJob(z.object({ token, choice: OutlineChoice })).gives<{ outlines: number }>(),
  /** Back to areas drawn from points. */
  'outlines.remove': command(z.object({ unitId: Id.nullable(), levelId: Id })).gives<{ outlines: number }>(),
};
