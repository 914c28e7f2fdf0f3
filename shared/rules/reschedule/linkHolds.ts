// Whether two stretches of days keep the link between them, and with how many days to spare.
import type { LinkKind } from '../../model/schedule.ts';

/** First and last day as day numbers (`shared/dates.ts`), both counted. */
export interface Stretch {
  from: number;
  to: number;
}

/** Whether the stretches have a day in common. */
export const overlap = (a: Stretch, b: Stretch): boolean => a.from <= b.to && b.from <= a.to;

/** The first day `to` may begin after `from`; null where the link sets none. */
export function earliestBegin(kind: LinkKind, days: number, from: Stretch): number | null {
  if (kind === 'startsAfter') return from.to + days;
  if (kind === 'mustEndBefore') return from.to + Math.max(1, days);
  return null;
}

/** Days to spare: below zero the link does not hold. Null for links that know no slack. */
export function slackOf(kind: LinkKind, days: number, from: Stretch, to: Stretch): number | null {
  const earliest = earliestBegin(kind, days, from);
  return earliest === null ? null : to.from - earliest;
}

/** keepsGap compares two plans, so by itself it always holds. */
export function linkHolds(kind: LinkKind, days: number, from: Stretch, to: Stretch): boolean {
  if (kind === 'mustNotOverlap') return !overlap(from, to);
  return (slackOf(kind, days, from, to) ?? 0) >= 0;
}
