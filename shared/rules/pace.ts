// Says whether a target is being reached in time, from the days gone and what is achieved.
import type { Day } from '../dates.ts';
import { daysBetween } from '../dates.ts';
import { AppError } from '../errors.ts';

export interface PaceInput {
  target: number;
  achieved: number;
  /** First and last day of the period, both counted. */
  fromDay: Day;
  toDay: Day;
  today: Day;
  /** down: less is better (vacant seats), the target is what may be left. Default up. */
  direction?: 'up' | 'down';
}

export interface Pace {
  state: 'ahead' | 'onPace' | 'behind' | 'critical' | 'done' | 'notStarted';
  /** What an even pace gives by the end of today; not rounded. */
  expected: number;
  /** Achieved minus expected. */
  difference: number;
  /** What each remaining day must bring, today not counted (today on the last day), rounded up; 0 when done, null past the end. */
  requiredPerDay: number | null;
  /** Days from today to the last day: 0 on the last day, negative after it. */
  daysLeft: number;
}

/** Within this share of what is expected, either way, a unit is on pace. */
export const onPaceWithin = 0.05;
/** Below this share of what is expected it is critical. */
export const criticalBelow = 0.5;

/**
 * Even pace over the days of the period. In this order: `done` when the target is reached; `notStarted` before the first
 * day; `critical` past the end; then by achieved against expected: `critical` below 50 %, `behind` below 95 %,
 * `onPace` to 105 %, `ahead` above. Where less is better: `done` at the target or below it, else `behind` until the last
 * day and `critical` past it; from where it began nobody knows, so no pace is asked of a day. Throws `pace.badPeriod` {fromDay, toDay} when the end is before the beginning.
 */
export function pace({ target, achieved, fromDay, toDay, today, direction = 'up' }: PaceInput): Pace {
  const days = daysBetween(fromDay, toDay) + 1;
  if (!(days >= 1)) throw new AppError('pace.badPeriod', { fromDay, toDay });
  const daysGone = Math.min(Math.max(daysBetween(fromDay, today) + 1, 0), days);
  const daysLeft = daysBetween(today, toDay);
  const expected = (target * daysGone) / days;
  const difference = achieved - expected;
  const remaining = target - achieved;
  if (direction === 'down') {
    const state = achieved <= target ? 'done' : daysGone === 0 ? 'notStarted' : daysLeft < 0 ? 'critical' : 'behind';
    return { state, expected: target, difference: target - achieved, requiredPerDay: state === 'done' ? 0 : null, daysLeft };
  }
  if (remaining <= 0) return { state: 'done', expected, difference, requiredPerDay: 0, daysLeft };
  const daysToUse = daysGone === 0 ? days : Math.max(daysLeft, 1);
  const requiredPerDay = daysLeft < 0 ? null : Math.ceil(remaining / daysToUse);
  // Compared in whole hundredths of target-days, so that exactly 50, 95 and 105 % fall on the side the text says.
  const achievedHundredths = achieved * days * 100;
  const expectedBy = (share: number): number => Math.round(share * 100) * target * daysGone;
  let state: Pace['state'];
  if (daysGone === 0) state = 'notStarted';
  else if (daysLeft < 0 || achievedHundredths < expectedBy(criticalBelow)) state = 'critical';
  else if (achievedHundredths < expectedBy(1 - onPaceWithin)) state = 'behind';
  else if (achievedHundredths > expectedBy(1 + onPaceWithin)) state = 'ahead';
  else state = 'onPace';
  return { state, expected, difference, requiredPerDay, daysLeft };
}
