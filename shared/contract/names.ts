// Calls about names in the second language: what is missing, what the app proposed, and making proposals right.
import { z } from 'zod';
import { Id, Name, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import { GroupFilter } from '../model/group.ts';
import type { NameCount, NameRow } from '../model/names.ts';
import { command, query, writingJob } from './kinds.ts';

/** Units at or below one (null: all) that stand in a class (null: all), wholly or partly. */
const place = { unitId: Id.nullable(), group: GroupFilter.nullable().default(null) };
/** The same of one level (null: all levels). */
const within = { ...place, levelId: Id.nullable() };
const NameState = z.enum(['missing', 'proposed']);

export const namesCalls = {
  /** Open units per level: how many have no Hindi name, a proposed one, a confirmed one. */
  'names.counts': query(z.object(place)).gives<NameCount[]>(),
  /** Level by level along the tree. Of those without a name, what would be proposed stands in `proposal`. */
  'names.list': query(PageInput.extend({ ...within, state: NameState })).gives<Page<NameRow>>(),
  /** Proposed names, beside this one, that have the same word for the same English word. */
  'names.sameWord': query(z.object({ ...place, english: Name, hindi: Name })).gives<{ units: number }>(),
  /** Writes a proposed Hindi name wherever one is missing. */
  'names.propose': writingJob(z.object(within)).gives<{ proposed: number; left: number }>(),
  /** Hindi names as a person has typed or pasted them; they are confirmed by it. */
  'names.set': command(z.object({ names: z.array(z.object({ id: Id, nameHi: Name })).min(1).max(2000) })).gives<{ changed: number }>(),
  'names.confirmAll': writingJob(z.object(within)).gives<{ confirmed: number }>(),
  /** Puts another Hindi word for an English one into every proposed name that has both; they stay proposed. */
  'names.replaceWord': writingJob(z.object({ ...place, english: Name, fromHindi: Name, toHindi: Name })).gives<{ changed: number }>(),
};
