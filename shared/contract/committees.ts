// Calls about committees: the template of each level, who sits where, and what is vacant.
import { z } from 'zod';
import { DayText, Id, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import { GroupFilter } from '../model/group.ts';
import { SeatFields, SortBy } from '../model/committee.ts';
import type { Committee, CommitteeClass, CommitteeLine, CommitteeTemplate, GroupedVacant, KindSeats, LevelSeats, VacantUnit } from '../model/committee.ts';
import { command, query } from './kinds.ts';

/** `unitId`: at and below it (null: everywhere). `group`: only what stands in the class; a committee of a unit it cuts counts whole. `day`: null is the workspace's day. */
const below = z.object({ unitId: Id.nullable().default(null), group: GroupFilter.nullable().default(null), day: DayText.nullable().default(null) });

export const committeesCalls = {
  /** Of every level but the state's top, in the order of the levels. */
  'committees.templates': query(z.object({})).gives<CommitteeTemplate[]>(),
  /** The whole template of one level anew; posts that are not named any more keep their holders. */
  'committees.saveTemplate': command(z.object({ levelId: Id, seats: z.array(SeatFields).max(40) })).gives<null>(),
  'committees.of': query(z.object({ unitId: Id, day: DayText.nullable().default(null) })).gives<Committee>(),
  /** Levels that have a template and units there. */
  'committees.levels': query(below).gives<LevelSeats[]>(),
  'committees.kinds': query(below.extend({ levelId: Id })).gives<KindSeats[]>(),
  /** Units directly below (and the unit itself where it is of the level) with the seats of the level's committees there. */
  'committees.board': query(below.extend({ ...PageInput.shape, levelId: Id, sort: SortBy.default('name'), language: z.enum(['en', 'hi']).default('en') })).gives<Page<CommitteeLine>>(),
  /** The same seats by class, in the classes' order; those in no class at the end. */
  'committees.classes': query(below.extend({ ...PageInput.shape, levelId: Id, classificationId: Id })).gives<Page<CommitteeClass>>(),
  /** Units of a level with a vacant seat, of one post or any, in the order of the tree. */
  'committees.vacant': query(below.extend({ ...PageInput.shape, levelId: Id, postKindId: Id.nullable().default(null) })).gives<Page<VacantUnit>>(),
  /** The same under the heads of their classes; one that several classes share stands under each. */
  'committees.vacantGrouped': query(
    below.extend({ ...PageInput.shape, levelId: Id, postKindId: Id.nullable().default(null), classificationId: Id, folded: z.array(z.string().max(80)).max(500).default([]) }),
  ).gives<Page<GroupedVacant>>(),
};
