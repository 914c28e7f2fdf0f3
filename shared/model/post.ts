// Posts: what somebody is, where, from when to when and by whose order; and the kinds of post a party has.
import { z } from 'zod';
import { DayText, Id, Name, OptionalName } from './common.ts';
import type { Named } from './common.ts';

/** A post as the party knows it, such as block president. `rank`: the smaller, the higher. */
export interface PostKind extends Named {
  id: Id;
  nameHi: string;
  rank: number;
}

/** Of two days `null` means since ever, and until further notice; both days count. */
export const PostFields = z.object({
  postKindId: Id.nullable(),
  /** Only where it says more than the kind; empty otherwise. */
  titleEn: z.string().trim().max(200),
  titleHi: OptionalName,
  unitId: Id.nullable(),
  fromDay: DayText.nullable(),
  toDay: DayText.nullable(),
  /** By whose order, and of what day the order is. */
  orderBy: z.string().trim().max(200),
  orderDay: DayText.nullable(),
});
export type PostFields = z.infer<typeof PostFields>;

/** Posts that end because another begins. */
export const PostIds = z.array(Id).max(50).default([]);

/** A post of one person, with its title in words (the kind's, unless it has its own) and where it is. */
export interface Post extends PostFields {
  id: Id;
  personId: Id;
  unitNameEn: string | null;
  unitNameHi: string | null;
  unitLevelId: Id | null;
  rank: number;
}

/** Somebody who holds a seat. */
export interface Holder extends Named {
  personId: Id;
  postId: Id;
  phone: string | null;
  fromDay: string | null;
  toDay: string | null;
}

/** What the committee's template says to one more holder of a post at a unit; `seats` is null where it names no such seat. */
export interface SeatCheck {
  seats: number | null;
  holders: Holder[];
}

export const PostKindFields = z.object({ nameEn: Name, nameHi: Name });
export type PostKindFields = z.infer<typeof PostKindFields>;
