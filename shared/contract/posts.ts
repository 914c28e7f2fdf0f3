// Calls about posts: the kinds there are, giving one, ending one, taking back one that was a mistake.
import { z } from 'zod';
import { DayText, Id } from '../model/common.ts';
import { PostFields, PostIds, PostKindFields } from '../model/post.ts';
import type { PostKind, SeatCheck } from '../model/post.ts';
import { command, query } from './kinds.ts';

export const postsCalls = {
  /** All kinds, the highest first. */
  'posts.kinds': query(z.object({})).gives<PostKind[]>(),
  /** Who sits there already on a day, and how many seats the template of the unit's level has for the post. */
  'posts.check': query(z.object({ unitId: Id, postKindId: Id, day: DayText.nullable().default(null), exceptPostId: Id.nullable().default(null) })).gives<SeatCheck>(),
  /** `ends`: posts of others that end the day before this one begins. */
  'posts.save': command(z.object({ id: Id.nullable(), personId: Id, fields: PostFields, ends: PostIds })).gives<{ id: string }>(),
  /** Ends a post with its last day; it stays in the person's history. */
  'posts.end': command(z.object({ id: Id, toDay: DayText })).gives<null>(),
  /** Takes back a post that never was. */
  'posts.remove': command(z.object({ id: Id })).gives<null>(),
  /** A new kind stands behind `afterId` in rank (null: first); one that is there is renamed or moved. */
  'posts.saveKind': command(z.object({ id: Id.nullable(), fields: PostKindFields, afterId: Id.nullable().optional() })).gives<{ id: string }>(),
  /** Refused while a post or a committee's template names it. */
  'posts.removeKind': command(z.object({ id: Id })).gives<null>(),
};
