// What has days and hangs on other days: programmes, tours and meetings, and the links between them.
import { z } from 'zod';
import { Id } from './common.ts';
import type { Named } from './common.ts';

/** What a link can tie together. */
export const DatedKind = z.enum(['programme', 'tour', 'meeting']);
export type DatedKind = z.infer<typeof DatedKind>;

/**
 * startsAfter: `to` begins at least `days` days after the last day of `from` (15 April and 3 days: 18 April).
 * keepsGap: `to` moves by as many days as the last day of `from`, either way.
 * mustNotOverlap: no day in common; of the two the later one gives way. It has no direction.
 * mustEndBefore: `from` ends at least `days` days (at least one) before the first day of `to`. It moves nothing: a breach is reported.
 */
export const LinkKind = z.enum(['startsAfter', 'keepsGap', 'mustNotOverlap', 'mustEndBefore']);
export type LinkKind = z.infer<typeof LinkKind>;

export const LinkFields = z.object({
  fromKind: DatedKind,
  fromId: Id,
  toKind: DatedKind,
  toId: Id,
  kind: LinkKind,
  days: z.number().int().min(0).max(1000).default(0),
  note: z.string().trim().max(200).default(''),
});
export type LinkFields = z.infer<typeof LinkFields>;

/** A programme, a tour or a meeting with its days; a meeting has one. */
export interface Dated extends Named {
  kind: DatedKind;
  id: Id;
  fromDay: string;
  toDay: string;
}

export interface LinkRow extends LinkFields {
  id: Id;
  from: Dated;
  to: Dated;
  /** The days as they are now do not keep it. */
  broken: boolean;
  /** startsAfter, mustEndBefore: days to spare (below zero: broken). keepsGap: the gap in days. mustNotOverlap: null. */
  slackDays: number | null;
}
