// Leaders: who they are, by which numbers they are reached, when they cannot come, which units they answer for.
import { z } from 'zod';
import { DayText, Id, Name, OptionalName } from './common.ts';
import type { Named } from './common.ts';
import type { ClassName } from './group.ts';
import type { Post } from './post.ts';

export interface DayAway {
  id: Id;
  personId: Id;
  fromDay: string;
  toDay: string;
  reason: string;
}

/** A person answers for a unit over a period (the post is what he is, this is what he does). */
export interface Responsibility {
  id: Id;
  personId: Id;
  unitId: Id;
  unitNameEn: string;
  unitNameHi: string | null;
  unitLevelId: Id;
  fromDay: string;
  toDay: string;
  kind: 'inCharge' | 'coInCharge';
  /** null: for every programme. */
  programmeId: Id | null;
  orderBy: string;
  orderDay: string | null;
}

export const PersonPhone = z.object({
  kind: z.enum(['mobile', 'whatsapp', 'office']),
  /** As typed; digits, blanks, + and - only. */
  number: z.string().trim().regex(/^[0-9+\- ]{3,20}$/),
});
export type PersonPhone = z.infer<typeof PersonPhone>;

/** Title and unit are those of the highest post held on the workspace's day; empty and null without one. */
export interface PersonRow extends Named {
  id: Id;
  titleEn: string;
  titleHi: string | null;
  unitId: Id | null;
  unitNameEn: string | null;
  unitNameHi: string | null;
  /** The first of the person's numbers. */
  phone: string | null;
  veteran: boolean;
  /** How many units the person answers for today. */
  charges: number;
}

/** A line of people in groups: the head of a class, or somebody whose post is at a unit in it (`whole` false: at one that the class shares). */
export type GroupedPerson =
  | { kind: 'class'; key: string; class: ClassName; count: number }
  | { kind: 'person'; key: string; person: PersonRow; whole: boolean };

/** Somebody who answers for the unit asked about, as what, and from when to when. */
export interface Answering extends PersonRow {
  responsibilityId: Id;
  kind: 'inCharge' | 'coInCharge';
  fromDay: string;
  toDay: string;
}

export interface PersonDetail extends PersonRow {
  phones: PersonPhone[];
  /** Held today first, the highest before; then those to come, then those that are over, the latest first. */
  posts: Post[];
  daysAway: DayAway[];
  responsibilities: Responsibility[];
}

/** The first of `phones` stands on sheets. */
export const PersonFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  phones: z.array(PersonPhone).max(6),
  veteran: z.boolean(),
});
export type PersonFields = z.infer<typeof PersonFields>;

export const AwayFields = z.object({ personId: Id, fromDay: DayText, toDay: DayText, reason: z.string().trim().max(200) });
