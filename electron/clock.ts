// The clock and the ids made from it: handed in, so that tests can set the day.
import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../shared/rules/ids.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  newId: () => uuidV7(Date.now(), randomBytes(10)),
};

/** The day on this laptop's calendar, `YYYY-MM-DD`. */
export function localDay(milliseconds: number): string {
  const date = new Date(milliseconds);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}
