// Calls about reorganising the tree from a day on, and about how it was on an earlier one.
import { DayText, Id, Language, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import { Act } from '../model/reorganisation.ts';
import type { ActPreview, ActRow, TreeThen } from '../model/reorganisation.ts';
import { query, readingJob, writingJob } from './kinds.ts';

const onDay = PageInput.extend({ day: DayText, unitId: Id, language: Language.default('en') });
export const reorganisationCalls = {
  /** What was done, the latest day first; of one unit (any part it had) or all. */
  'reorganisation.list': query(PageInput.extend({ unitId: Id.nullable().default(null) })).gives<Page<ActRow>>(),
  /** What an act would do and carry, by the function that does it. Refuses what the act would refuse. */
  'reorganisation.preview': readingJob(Act).gives<ActPreview>(),
  'reorganisation.apply': writingJob(Act).gives<{ id: string; newUnitId: string | null }>(),
  /** A unit and what stood directly below it on a day, with counts, beside today; a window of the units below. */
  'reorganisation.treeOn': readingJob(onDay).gives<TreeThen>(),
  /** The same with own targets, sums below and progress as they counted on that day. */
  'reorganisation.boardOn': readingJob(onDay.extend({ programmeId: Id, metricId: Id })).gives<TreeThen>(),
};
