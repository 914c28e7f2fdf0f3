// Calls about leaders, the days they are away, and the units they answer for.
import { z } from 'zod';
import { Id, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import { AwayFields, PersonFields } from '../model/person.ts';
import { GroupFilter } from '../model/group.ts';
import { PostFields, PostIds } from '../model/post.ts';
import type { Answering, GroupedPerson, PersonDetail, PersonRow } from '../model/person.ts';
import { command, query } from './kinds.ts';

const ofPerson = z.object({ id: Id });

const peopleHere = PageInput.extend({
  unitId: Id.nullable().default(null),
  text: z.string().max(100).default(''),
  /** Only those with a post or a responsibility in a class. */
  group: GroupFilter.nullable().default(null),
  language: z.enum(['en', 'hi']).default('en'),
});

export const peopleCalls = {
  /** People at or below a unit, or all; `text` narrows by name, title or phone in either script. */
  'people.list': query(peopleHere).gives<Page<PersonRow>>(),
  /** The same people under the heads of the classes that the units of their posts stand in: those of the whole state first, those in no class last. */
  'people.grouped': query(peopleHere.extend({ classificationId: Id, folded: z.array(z.string().max(80)).max(500).default([]) })).gives<Page<GroupedPerson>>(),
  'people.get': query(ofPerson).gives<PersonDetail>(),
  /** People of one unit: those with a post there and those who answer for it today. */
  'people.ofUnit': query(z.object({ unitId: Id })).gives<{ posts: PersonRow[]; responsible: Answering[] }>(),
  /** Units of a level (default: districts), everywhere or at and below one unit, nobody answers for on the workspace's day; at most 500. */
  /** `post`: the first one of somebody new; later ones come by `posts.save`. */
  'people.save': command(z.object({ id: Id.nullable(), fields: PersonFields, post: PostFields.nullable().default(null), ends: PostIds })).gives<{ id: string }>(),
  'people.remove': command(ofPerson).gives<null>(),
  'people.addAway': command(AwayFields).gives<{ id: string }>(),
  'people.removeAway': command(ofPerson).gives<null>(),
};
