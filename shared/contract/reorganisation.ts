// Calls about reorganising the tree from a day on, and about how it was on an earlier one.
import { z } from 'zod';
import { DayText, Id, Language, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import { Act } from '../model/reorganisation.ts';
import type { ActPreview, ActRow, PartNumberHit, RenumberPreview, TreeThen } from '../model/reorganisation.ts';
import { effect, query, readingJob, writingJob } from './kinds.ts';

const onDay = PageInput.extend({ day: DayText, unitId: Id, language: Language.default('en') });
const renumbering = z.object({ token: Id, day: DayText, orderBy: z.string().trim().max(200), reason: z.string().trim().max(500) });

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
  /** Asks for the mapping sheet of new part numbers. */
  'reorganisation.chooseSheet': effect(z.object({})).gives<{ token: string; name: string } | null>(),
  'reorganisation.previewRenumber': readingJob(renumbering).gives<RenumberPreview>(),
  'reorganisation.renumber': writingJob(renumbering).gives<{ id: string; renumbered: number; split: number; merged: number }>(),
  /** Booths of a seat that have a part number, or had it once. */
  'reorganisation.partNumber': query(z.object({ constituencyId: Id, partNumber: z.string().trim().min(1).max(20) })).gives<PartNumberHit[]>(),
};
