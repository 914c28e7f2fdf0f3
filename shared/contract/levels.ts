// Calls about the levels of the tree: which there are, in which order, and what may stand under what.
import { z } from 'zod';
import { Id } from '../model/common.ts';
import { LevelFields } from '../model/level.ts';
import type { LevelRow } from '../model/level.ts';
import { command, query } from './kinds.ts';

export const levelsCalls = {
  'levels.list': query(z.object({})).gives<LevelRow[]>(),
  /** `afterId`: the level it comes after in lists and reports. */
  'levels.save': command(z.object({ id: Id.nullable(), afterId: Id.nullable(), fields: LevelFields })).gives<{ id: string }>(),
  'levels.remove': command(z.object({ id: Id })).gives<null>(),
};
