// Calls about targets, apportioning and progress.
import { z } from 'zod';
import { DayText, Id, PageInput } from '../model/common.ts';
import { GroupFilter } from '../model/group.ts';
import { Amount, ApportionInput, IssueInput, ManyReports, ReportFields, ReportState, TargetKey } from '../model/target.ts';
import type { ApportionPreview, Board, CallLine, IssueCounts, Report, TargetRevision } from '../model/target.ts';
import { command, query, readingJob, writingJob } from './kinds.ts';

const ofRecord = z.object({ id: Id });
const cell = TargetKey.extend({ unitId: Id });
/** Why issued targets are changed: without it they are refused with `targets.issued`. */
const reason = z.string().trim().max(500).default('');

export const targetsCalls = {
  /** A unit and the units directly below it, as the board shows them. */
  'targets.board': query(
    TargetKey.extend({
      unitId: Id,
      language: z.enum(['en', 'hi']).default('en'),
      sort: z.enum(['name', 'own', 'below', 'difference', 'achieved', 'percent', 'electors']).default('name'),
      descending: z.boolean().default(false),
      /** Only units that stand in a class; of those it cuts the part inside. */
      group: GroupFilter.nullable().default(null),
    }).extend(PageInput.shape),
  ).gives<Board>(),
  /** Sets or clears (null) what is given; what is not given stays. */
  'targets.set': command(
    cell.extend({
      value: Amount.nullable().optional(),
      fromDay: DayText.nullable().optional(),
      dueDay: DayText.nullable().optional(),
      personId: Id.nullable().optional(),
      author: z.string().trim().max(200).optional(),
      reason,
    }),
  ).gives<null>(),
  /** A column pasted from Excel: one step. */
  'targets.setMany': command(
    TargetKey.extend({ values: z.array(z.object({ unitId: Id, value: Amount.nullable() })).min(1).max(5000), reason }),
  ).gives<null>(),
  'targets.lock': command(TargetKey.extend({ unitIds: z.array(Id).min(1).max(5000), locked: z.boolean() })).gives<null>(),
  'targets.apportionPreview': readingJob(ApportionInput).gives<ApportionPreview>(),
  'targets.apportion': writingJob(ApportionInput).gives<{ targets: number }>(),
  'targets.issueCounts': readingJob(IssueInput).gives<IssueCounts>(),
  /** From now on these change only with a reason, and what they were is kept. */
  'targets.issue': writingJob(IssueInput).gives<{ changed: number }>(),
  /** From now on these do not change at all. */
  'targets.close': writingJob(IssueInput).gives<{ changed: number }>(),
  'targets.reopen': writingJob(IssueInput).gives<{ changed: number }>(),
  'targets.revisions': query(cell).gives<TargetRevision[]>(),
};

export const progressCalls = {
  'progress.ofUnit': query(cell).gives<Report[]>(),
  /** Units of a level in the scope that told nothing for so many days (0: all), longest silence first; at most `limit` of `total`. */
  'progress.callList': query(TargetKey.extend({ unitId: Id, levelId: Id, silentDays: z.number().int().min(0).max(3650).default(0), limit: z.number().int().min(1).max(500).default(300) })).gives<{ total: number; lines: CallLine[] }>(),
  'progress.record': command(ReportFields).gives<{ id: string }>(),
  'progress.recordMany': command(ManyReports).gives<{ recorded: number }>(),
  /** `value`: as it was told, for the day alone or the whole; the old figure is kept. */
  'progress.correct': command(z.object({ id: Id, value: Amount, reason: z.string().trim().max(500) })).gives<null>(),
  'progress.judge': command(z.object({ ids: z.array(Id).min(1).max(5000), state: ReportState })).gives<null>(),
  'progress.remove': command(ofRecord).gives<null>(),
};
