// Calls about filled sheets that come back: looked at, booked as progress in one step each, listed.
import { z } from 'zod';
import { Id } from '../model/common.ts';
import { ReturnAsk } from '../model/returns.ts';
import type { ReceivedSheet, ReturnPreview } from '../model/returns.ts';
import { query, readingJob, writingJob } from './kinds.ts';

export const returnsCalls = {
  /** Throws `returns.notOurs`, `returns.otherCampaign`, `returns.columnGone`, and what reading a workbook throws. Changes nothing. */
  'returns.inspect': readingJob(ReturnAsk).gives<ReturnPreview>(),
  /** Books what the preview called `toBook`, but for the units left out. Refused with `returns.bookedBefore` and `returns.nothingToBook`. */
  'returns.book': writingJob(ReturnAsk.extend({ leaveOut: z.array(Id).max(5000).default([]), notedBy: z.string().trim().max(200).default('') })).gives<{ booked: number }>(),
  'returns.list': query(z.object({ limit: z.number().int().min(1).max(500).default(100) })).gives<ReceivedSheet[]>(),
};
