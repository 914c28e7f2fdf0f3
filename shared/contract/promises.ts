// Calls about what was promised: written down at a stop, kept for the next visit, ticked off.
import { z } from 'zod';
import { DayText, Id, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import { PromiseFields } from '../model/promise.ts';
import type { PromiseRow } from '../model/promise.ts';
import { command, query } from './kinds.ts';

export const promisesCalls = {
  /** Of a unit and everything below it, the open ones first, the longest due on top; `null`: everywhere. */
  'promises.list': query(
    PageInput.extend({ unitId: Id.nullable(), personId: Id.nullable().default(null), only: z.enum(['all', 'open', 'overdue']).default('all') }),
  ).gives<Page<PromiseRow>>(),
  'promises.save': command(z.object({ id: Id.nullable(), fields: PromiseFields })).gives<{ id: string }>(),
  /** `day` null: open again. */
  'promises.settle': command(z.object({ id: Id, day: DayText.nullable(), note: z.string().trim().max(500).default('') })).gives<null>(),
  'promises.remove': command(z.object({ id: Id })).gives<null>(),
};
