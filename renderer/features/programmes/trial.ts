// A trial: a bar held by its beginning, its end or its middle, and the days it would have.
import { addDays } from '../../../shared/dates.ts';

export type Grip = 'start' | 'end' | 'bar';

export interface Trial {
  programmeId: string;
  grip: Grip;
  /** Days the gripped part is moved by; negative: earlier. */
  days: number;
  fromDay: string;
  toDay: string;
}

/** What holding a bar of these days and pulling by so many makes of them; a bar always keeps one day. */
export function pulled({ id, fromDay, toDay }: { id: string; fromDay: string; toDay: string }, grip: Grip, days: number): Trial {
  if (grip === 'bar') return { programmeId: id, grip, days, fromDay: addDays(fromDay, days), toDay: addDays(toDay, days) };
  if (grip === 'end') {
    const end = addDays(toDay, days);
    return { programmeId: id, grip, days, fromDay, toDay: end < fromDay ? fromDay : end };
  }
  const start = addDays(fromDay, days);
  return { programmeId: id, grip, days, fromDay: start > toDay ? toDay : start, toDay };
}

/** A trial that would change something. */
export const changes = (trial: Trial | null, now: { fromDay: string; toDay: string }): boolean => trial !== null && (trial.fromDay !== now.fromDay || trial.toDay !== now.toDay);
