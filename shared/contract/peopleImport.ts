// Calls about leaders that come in from a sheet: what it is, what would be added, and adding them in one step.
import { z } from 'zod';
import { Id } from '../model/common.ts';
import { PeopleMapping } from '../model/peopleImport.ts';
import type { PeoplePreview, PeopleSheet } from '../model/peopleImport.ts';
import { readingJob, writingJob } from './kinds.ts';

const choice = z.object({ token: Id, mapping: PeopleMapping });

export const peopleImportCalls = {
  'peopleImport.inspect': readingJob(z.object({ token: Id })).gives<PeopleSheet>(),
  'peopleImport.preview': readingJob(choice).gives<PeoplePreview>(),
  /** Rows that are bad or there already are left out. */
  'peopleImport.apply': writingJob(choice).gives<{ added: number }>(),
};
