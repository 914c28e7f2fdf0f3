// The clock and the ids made from it: handed in, so that tests can set the day.
import { randomFillSync } from 'node:crypto';
import { uuidV7 } from '../shared/rules/ids.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  newId(): string;
}

const bytesPerId = 8;
const idsPerDraw = 512;

/** Ids of one laptop rise strictly: rows added together lie together in the file, which makes large imports twice as quick. */
export function idsFrom(now: () => number): () => string {
  const random = new Uint8Array(bytesPerId * idsPerDraw);
  let drawn = idsPerDraw;
  let time = 0;
  let counter = 0;
  return () => {
    const reading = now();
    if (reading > time) {
      time = reading;
      counter = 0;
    } else if (++counter > 0xfff) {
      // More than 4096 in a millisecond, or a clock set back: borrow from the time to come, as the RFC allows.
      time += 1;
      counter = 0;
    }
    if (drawn === idsPerDraw) {
      randomFillSync(random);
      drawn = 0;
    }
    return uuidV7(time, counter, random, bytesPerId * drawn++);
  };
}

export const systemClock: Clock = {
  now: () => Date.now(),
  newId: idsFrom(Date.now),
};

/** The day on this laptop's calendar, `YYYY-MM-DD`. */
export function localDay(milliseconds: number): string {
  const date = new Date(milliseconds);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}
