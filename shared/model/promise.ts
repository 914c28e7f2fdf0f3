// What was promised to a unit on the road or in a meeting, and what the unit took on itself.
import { z } from 'zod';
import { DayText, Id } from './common.ts';
import type { Named } from './common.ts';

/** promise: the leader promised it to the unit. task: the unit is to do it; an open one is a follow-up of the next visit. */
export const PromiseKind = z.enum(['promise', 'task']);
export type PromiseKind = z.infer<typeof PromiseKind>;

export const PromiseFields = z.object({
  kind: PromiseKind,
  unitId: Id,
  /** The leader who promised, or who was told. */
  personId: Id,
  madeDay: DayText,
  /** The stop or the meeting where it was said, if it was said at one of them. */
  stopId: Id.nullable().default(null),
  meetingId: Id.nullable().default(null),
  text: z.string().trim().min(1).max(500),
  /** To whom it was promised, or who is to do it. */
  who: z.string().trim().max(200),
  dueDay: DayText.nullable(),
});
export type PromiseFields = z.infer<typeof PromiseFields>;

export interface PromiseRow extends Named {
  id: Id;
  kind: PromiseKind;
  unitId: Id;
  levelId: Id;
  personId: Id;
  personNameEn: string;
  personNameHi: string | null;
  madeDay: string;
  meetingId: Id | null;
  text: string;
  who: string;
  dueDay: string | null;
  doneDay: string | null;
  doneNote: string;
  /** Days past its due day; null where it is done, not due yet, or has no due day. */
  overdueDays: number | null;
}
