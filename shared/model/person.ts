// Leaders: who they are, what post they hold, when they cannot come, which units they answer for.
import { z } from 'zod';
import { DayText, Id, Name, OptionalName, Phone } from './common.ts';
import type { Named } from './common.ts';

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
}

export interface PersonRow extends Named {
  id: Id;
  titleEn: string;
  titleHi: string | null;
  unitId: Id | null;
  unitNameEn: string | null;
  unitNameHi: string | null;
  phone: string | null;
  veteran: boolean;
  /** How many units the person answers for today. */
  charges: number;
}

/** Somebody who answers for the unit asked about, and until when. */
export interface Answering extends PersonRow {
  responsibilityId: Id;
  fromDay: string;
  toDay: string;
}

export interface PersonDetail extends PersonRow {
  daysAway: DayAway[];
  responsibilities: Responsibility[];
}

export const PersonFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  titleEn: z.string().trim().max(200),
  titleHi: OptionalName,
  unitId: Id.nullable(),
  phone: Phone,
  veteran: z.boolean(),
});
export type PersonFields = z.infer<typeof PersonFields>;

export const AwayFields = z.object({ personId: Id, fromDay: DayText, toDay: DayText, reason: z.string().trim().max(200) });

/** A unit nobody answers for on a day. */
export interface Gap extends Named {
  unitId: Id;
  levelId: Id;
  /** The unit above, for telling equal names apart. */
  parentNameEn: string | null;
  parentNameHi: string | null;
}
