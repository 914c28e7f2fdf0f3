// Calls about the tree of units, its levels, its seats and its map.
import { z } from 'zod';
import { Id, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import { GroupFilter } from '../model/group.ts';
import { CloseUnit, NewUnit, UnitFields } from '../model/unit.ts';
import type { Constituency, Level, LevelCount, SearchHit, TreeRow, UnitDetail, UnitListRow, UnitMap, UnitRow } from '../model/unit.ts';
import { command, query } from './kinds.ts';

const ofUnit = z.object({ id: Id });

export const unitsCalls = {
  'units.levels': query(z.object({})).gives<Level[]>(),
  /** The units directly under one (null: the top), sorted by name, a window at a time. */
  'units.children': query(
    PageInput.extend({ parentId: Id.nullable(), language: z.enum(['en', 'hi']).default('en'), closed: z.boolean().default(false) }),
  ).gives<Page<UnitRow>>(),
  /** Windows of several branches at once, as the tree shows them; `openTo`: every unit above this level stands open, and each row says how many lines that makes below it. */
  'units.branches': query(
    z.object({
      of: z.array(z.object({ parentId: Id.nullable(), offset: z.number().int().min(0) })).min(1).max(60),
      limit: PageInput.shape.limit,
      language: z.enum(['en', 'hi']).default('en'),
      closed: z.boolean().default(false),
      openTo: Id.nullable().default(null),
    }),
  ).gives<Page<TreeRow>[]>(),
  /** All open units of one level at or below a unit (null: the top) or of a seat, however deep: what a count is made of. */
  'units.list': query(
    PageInput.extend({
      id: Id.nullable(),
      levelId: Id,
      constituencyId: Id.nullable().default(null),
      /** Only units that stand in a class, wholly or partly. */
      group: GroupFilter.nullable().default(null),
      order: z.enum(['tree', 'name', 'booths', 'electors']).default('tree'),
      language: z.enum(['en', 'hi']).default('en'),
    }),
  ).gives<Page<UnitListRow>>(),
  'units.get': query(ofUnit).gives<UnitDetail>(),
  'units.counts': query(z.object({ id: Id.nullable() })).gives<LevelCount[]>(),
  'units.search': query(
    z.object({
      text: z.string().max(100),
      limit: z.number().int().min(1).max(50).default(12),
      kinds: z.array(z.enum(['unit', 'constituency', 'person'])).max(3).default(['unit', 'constituency', 'person']),
      /** What lies at or below it comes first among equals. */
      scopeId: Id.nullable().default(null),
    }),
  ).gives<SearchHit[]>(),
  /** The unit's own outline, and the shapes of the units directly below it. */
  /** What stands directly below a unit, or all units of a level below it. Error `map.tooMany` {units, most}. */
  'units.map': query(z.object({ id: Id.nullable(), levelId: Id.nullable().default(null) })).gives<UnitMap>(),
  'units.constituencies': query(z.object({})).gives<Constituency[]>(),
  'units.add': command(NewUnit).gives<{ id: string }>(),
  'units.update': command(z.object({ id: Id, fields: UnitFields.partial() })).gives<null>(),
  'units.move': command(z.object({ id: Id, parentId: Id })).gives<null>(),
  'units.close': command(CloseUnit).gives<null>(),
  'units.reopen': command(ofUnit).gives<null>(),
  'units.remove': command(ofUnit).gives<null>(),
};
