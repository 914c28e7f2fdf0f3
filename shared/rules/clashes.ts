// Finds where one leader would be in two places at once, or has too little time to travel between two entries; and the ways he travels.
import type { Day, Minutes } from '../dates.ts';

/** Anything that takes a leader's time on one day. Place null: nobody knows where, so the way there is not judged. */
export interface ClashEntry {
  id: string;
  personId: string;
  day: Day;
  begin: Minutes;
  end: Minutes;
  place: number | null;
}

export interface Clash {
  kind: 'overlap' | 'notEnoughTravel';
  /** The entry that begins first. */
  firstId: string;
  secondId: string;
  personId: string;
  /** Only for `notEnoughTravel`: minutes of travel, and minutes free between the two entries. */
  needMinutes?: number;
  haveMinutes?: number;
}

export type TravelMinutesBetween = (fromPlace: number, toPlace: number) => number;

/** A way from the entry that ended last at a known place to the next one at another. */
export interface Way {
  firstId: string;
  secondId: string;
  personId: string;
  fromPlace: number;
  toPlace: number;
  /** Minutes between the two that no entry without a place takes. */
  haveMinutes: number;
}

interface Pass {
  overlap(first: ClashEntry, second: ClashEntry): void;
  way(way: Way): void;
}

/** One pass over each leader's days in order. Time: n log n, plus one step for each overlap found. */
function pass(entries: readonly ClashEntry[], { overlap, way }: Pass): void {
  const sorted = [...entries].sort(byPersonAndTime);
  let running: ClashEntry[] = [];
  let placed: ClashEntry | null = null;
  /** Minutes since the placed one ended that entries without a place take, and until when they are counted. */
  let taken = 0;
  let takenUntil = 0;
  let before: ClashEntry | null = null;
  const ended = (other: ClashEntry): void => {
    if (other.place !== null) {
      if (placed && other.end <= placed.end) return;
      placed = other;
      taken = 0;
      takenUntil = other.end;
    } else if (placed && other.end > takenUntil) {
      taken += other.end - Math.max(other.begin, takenUntil);
      takenUntil = other.end;
    }
  };
  for (const entry of sorted) {
    if (before && (before.personId !== entry.personId || before.day !== entry.day)) {
      running = [];
      placed = null;
    }
    const stillRunning: ClashEntry[] = [];
    const over: ClashEntry[] = [];
    for (const other of running) {
      // What has ended leaves the list for good.
      if (other.end <= entry.begin) over.push(other);
      else {
        stillRunning.push(other);
        if (other.begin < entry.end) overlap(other, entry);
      }
    }
    for (const other of over.sort((a, b) => a.end - b.end)) ended(other);
    const from = placed as ClashEntry | null;
    if (from && from.place !== null && entry.place !== null && from.place !== entry.place) {
      way({ firstId: from.id, secondId: entry.id, personId: entry.personId, fromPlace: from.place, toPlace: entry.place, haveMinutes: entry.begin - from.end - taken });
    }
    stillRunning.push(entry);
    running = stillRunning;
    before = entry;
  }
}

/**
 * Every pair that overlaps, and every entry that cannot be reached from the one at a known place that ended last before it on the
 * same day. Sorted by person, day and the later entry's begin.
 */
export function clashes(entries: readonly ClashEntry[], travelMinutes: TravelMinutesBetween): Clash[] {
  const found: Clash[] = [];
  pass(entries, {
    overlap: (first, second) => found.push({ kind: 'overlap', firstId: first.id, secondId: second.id, personId: second.personId }),
    way: ({ firstId, secondId, personId, fromPlace, toPlace, haveMinutes }) => {
      const needMinutes = travelMinutes(fromPlace, toPlace);
      if (needMinutes > haveMinutes) found.push({ kind: 'notEnoughTravel', firstId, secondId, personId, needMinutes, haveMinutes });
    },
  });
  return found;
}

/** Every way between two entries, in the same order. */
export function waysBetween(entries: readonly ClashEntry[]): Way[] {
  const found: Way[] = [];
  pass(entries, { overlap: () => undefined, way: (way) => found.push(way) });
  return found;
}

/** The clashes of one entry, as dragged, with the others; an older self among them (same id) is passed over. */
export function clashesOf(entry: ClashEntry, others: readonly ClashEntry[], travelMinutes: TravelMinutesBetween): Clash[] {
  const near = others.filter((o) => o.id !== entry.id && o.personId === entry.personId && o.day === entry.day);
  return clashes([...near, entry], travelMinutes).filter((c) => c.firstId === entry.id || c.secondId === entry.id);
}

function byPersonAndTime(a: ClashEntry, b: ClashEntry): number {
  return (
    compare(a.personId, b.personId) || compare(a.day, b.day) || a.begin - b.begin || a.end - b.end || compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
