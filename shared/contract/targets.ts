// Calls about targets, apportioning and progress.
import { z } from 'zod';
import { DayText, Id, PageInput } from '../model/common.ts';
import { GroupFilter } from '../model/group.ts';
import { Amount, ApportionInput, ReportFields, TargetKey } from '../model/target.ts';
import type { ApportionPreview, Board, Report } from '../model/target.ts';
import { command, query, readingJob, writingJob } from './kinds.ts';

const ofRecord = z.object({ id: Id });
const cell = TargetKey.extend({ unitId: Id });

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
      dueDay: DayText.nullable().optional(),
      personId: Id.nullable().optional(),
    }),
  ).gives<null>(),
  /** A column pasted from Excel: one step. */
  'targets.setMany': command(
    TargetKey.extend({ values: z.array(z.object({ unitId: Id, value: Amount.nullable() })).min(1).max(5000) }),
  ).gives<null>(),
  'targets.lock': command(TargetKey.extend({ unitIds: z.array(Id).min(1).max(5000), locked: z.boolean() })).gives<null>(),
  'targets.apportionPreview': readingJob(ApportionInput).gives<ApportionPreview>(),
  'targets.apportion': writingJob(ApportionInput).gives<{ targets: number }>(),
};

export const progressCalls = {
  'progress.ofUnit': query(cell).gives<Report[]>(),
  'progress.record': command(ReportFields).gives<{ id: string }>(),
  'progress.remove': command(ofRecord).gives<null>(),
};
