// Calls about people who may be one: proposals, side by side, merging, taking apart, and "not the same".
import { z } from 'zod';
import { Id, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import type { DuplicateCompare, DuplicatePair, MergeRow } from '../model/duplicate.ts';
import { GroupFilter } from '../model/group.ts';
import { PersonFields } from '../model/person.ts';
import { command, query, readingJob } from './kinds.ts';

const pair = z.object({ aId: Id, bId: Id });

export const duplicatesCalls = {
  /** The surest first, at most `limit` of `total`; `group`: pairs of which one stands or answers in the class. */
  'duplicates.find': readingJob(z.object({ limit: z.number().int().min(1).max(1000).default(300), group: GroupFilter.nullable().default(null) })).gives<{ total: number; pairs: DuplicatePair[] }>(),
  'duplicates.compare': query(pair).gives<DuplicateCompare>(),
  /** What hangs on `goneId` goes over to `keptId`, who is then as `fields` say; the names of both stay findable. */
  'duplicates.merge': command(z.object({ keptId: Id, goneId: Id, fields: PersonFields })).gives<{ id: string }>(),
  /** At any later time: what moved goes back, unless it was removed or given to somebody else since. */
  'duplicates.takeApart': command(z.object({ id: Id })).gives<{ back: number; stayed: number }>(),
  'duplicates.notSame': command(pair).gives<null>(),
  /** The newest first. */
  'duplicates.merges': query(PageInput).gives<Page<MergeRow>>(),
};
