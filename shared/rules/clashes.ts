// Finds where one leader would be in two places at once, or has too little time to travel between two entries.
import type { Day, Minutes } from '../dates.ts';

/** Anything that takes a leader's time on one day. Place null: nobody knows where, so travel is not judged. */
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
  /** Only for `notEnoughTravel`: minutes of travel, and minutes between the two entries. */
  needMinutes?: number;
  haveMinutes?: number;
}

export type TravelMinutesBetween = (fromPlace: number, toPlace: number) => number;

/**
 * Every pair that overlaps, and every entry that cannot be reached from the one that ended last before it on the same day.
 * Sorted by person, day and the later entry's begin. Time: n log n, plus one step for each clash found.
 */
export function clashes(entries: readonly ClashEntry[], travelMinutes: TravelMinutesBetween): Clash[] {
  const sorted = [...entries].sort(byPersonAndTime);
  const found: Clash[] = [];
  let running: ClashEntry[] = [];
  let endedLast: ClashEntry | null = null;
  let before: ClashEntry | null = null;
  for (const entry of sorted) {
    if (before && (before.personId !== entry.personId || before.day !== entry.day)) {
      running = [];
      endedLast = null;
    }
    const stillRunning: ClashEntry[] = [];
    for (const other of running) {
      if (other.end <= entry.begin) {
        // What has ended leaves the list for good: of these only the one that ended last matters, for travel.
        if (!endedLast || other.end > endedLast.end) endedLast = other;
        continue;
      }
      stillRunning.push(other);
      if (other.begin < entry.end) {
        found.push({ kind: 'overlap', firstId: other.id, secondId: entry.id, personId: entry.personId });
      }
    }
    const clash = endedLast ? tooLittleTravel(endedLast, entry, travelMinutes) : null;
    if (clash) found.push(clash);
    stillRunning.push(entry);
    running = stillRunning;
    before = entry;
  }
  return found;
}

/** The clashes of one entry, as dragged, with the others; an older self among them (same id) is passed over. */
export function clashesOf(entry: ClashEntry, others: readonly ClashEntry[], travelMinutes: TravelMinutesBetween): Clash[] {
  const near = others.filter((o) => o.id !== entry.id && o.personId === entry.personId && o.day === entry.day);
  return clashes([...near, entry], travelMinutes).filter((c) => c.firstId === entry.id || c.secondId === entry.id);
}

function tooLittleTravel(first: ClashEntry, second: ClashEntry, travelMinutes: TravelMinutesBetween): Clash | null {
  if (first.place === null || second.place === null || first.place === second.place) return null;
  const needMinutes = travelMinutes(first.place, second.place);
  const haveMinutes = second.begin - first.end;
  if (needMinutes <= haveMinutes) return null;
  return { kind: 'notEnoughTravel', firstId: first.id, secondId: second.id, personId: second.personId, needMinutes, haveMinutes };
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
