// What the calendar's entries look like to react-big-calendar, and which of them are shown.
import { addDays } from '../../../shared/dates.ts';
import type { PageEntry, EntryKind, TravelLeg } from '../../../shared/model/calendar.ts';
import { dateOf } from './calendarTime.ts';
import type { CalendarView } from './calendarTime.ts';

export const entryKinds: EntryKind[] = ['stop', 'meeting', 'programme', 'phase', 'blackout', 'away', 'busy'];

export interface ShownEntry {
  key: string;
  entry: PageEntry;
  title: string;
  start: Date;
  end: Date;
  allDay: boolean;
  /** Moved on the screen, and not yet in the file. */
  waiting: boolean;
  /** Not an entry: the way to one. */
  isLeg: boolean;
}

/** Entries that say the same as before are the same objects: what is drawn of them stays as it is. */
export function sameAsBefore(entries: readonly PageEntry[], before: readonly PageEntry[]): PageEntry[] {
  const known = new Map(before.map((entry) => [keyOf(entry), entry]));
  return entries.map((entry) => {
    const old = known.get(keyOf(entry));
    return old && JSON.stringify(old) === JSON.stringify(entry) ? old : entry;
  });
}

export const keyOf = ({ kind, id }: Pick<PageEntry, 'kind' | 'id'>): string => `${kind} ${id}`;

/** Where an entry is to be. */
export interface EntryMove {
  entry: PageEntry;
  day: string;
  begin: number;
  minutes: number;
  /** A copy is made there, and the entry stays. */
  copy?: boolean;
  /** It goes from one leader to another. */
  handOver?: { fromPersonId: string; toPersonId: string };
}

export function moveOf(entry: PageEntry): EntryMove {
  return { entry, day: entry.fromDay, begin: entry.begin ?? 0, minutes: (entry.end ?? 0) - (entry.begin ?? 0) };
}

/** True when the entry is where the move wants it. */
export function isThere(entry: PageEntry, move: EntryMove): boolean {
  return keyOf(entry) === keyOf(move.entry) && entry.fromDay === move.day && entry.begin === move.begin && entry.end === move.begin + move.minutes && (!move.handOver || entry.personIds.includes(move.handOver.toPersonId));
}

/** Whose entry it is once the move is made. */
export const peopleOf = ({ entry, handOver }: EntryMove): readonly string[] => (handOver ? entry.personIds.map((id) => (id === handOver.fromPersonId ? handOver.toPersonId : id)) : entry.personIds);

interface Wish {
  view: CalendarView;
  fromDay: string;
  /** Shown where the hand has put it until the file says the same. */
  pending: EntryMove | null;
  /** The text in the language read. */
  pick: (en: string, hi: string) => string;
}

/** `before`: those shown last, with the same `view`, `fromDay` and language; what is as it was is the same object. */
export function shownEntries(entries: readonly PageEntry[], { view, fromDay, pending, pick }: Wish, before: readonly ShownEntry[] = []): ShownEntry[] {
  const known = new Map(before.map((shown) => [shown.entry, shown]));
  return entries.map((entry) => {
    const waits = pending !== null && keyOf(pending.entry) === keyOf(entry) && !isThere(entry, pending);
    const old = known.get(entry);
    if (old && !waits && !old.waiting) return old;
    const common = { key: keyOf(entry), entry, title: titleOf(entry, pick), waiting: waits, isLeg: false };
    if (entry.begin === null || entry.end === null) {
      // In the agenda a band stands once, not on every day it lasts.
      const from = view === 'agenda' && entry.fromDay < fromDay ? fromDay : entry.fromDay;
      const to = view === 'agenda' ? from : entry.toDay;
      return { ...common, allDay: true, start: dateOf(from), end: dateOf(addDays(to, 1)) };
    }
    const { day, begin, minutes } = waits ? pending : moveOf(entry);
    return { ...common, allDay: false, start: dateOf(day, begin), end: dateOf(day, begin + minutes) };
  });
}

/** Full hours that hold all timed entries, and at least an ordinary day. */
export function hoursShown(entries: readonly PageEntry[]): { fromHour: number; toHour: number } {
  const timed = entries.flatMap(({ begin, end }) => (begin === null || end === null ? [] : [{ begin, end }]));
  return {
    fromHour: Math.max(0, Math.min(6, ...timed.map(({ begin }) => Math.floor(begin / 60)))),
    toHour: Math.min(24, Math.max(23, ...timed.map(({ end }) => Math.ceil(end / 60)))),
  };
}

/** Who is away alone says too little. */
function titleOf(entry: PageEntry, pick: Wish['pick']): string {
  const title = pick(entry.titleEn, entry.titleHi);
  return entry.kind === 'away' && entry.placeEn !== '' ? `${title}: ${pick(entry.placeEn, entry.placeHi)}` : title;
}

/** The ways of a leader as times behind his entries. */
export function shownLegs(legs: readonly TravelLeg[], entries: readonly PageEntry[], inWords: (leg: TravelLeg) => string): ShownEntry[] {
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return legs.flatMap((leg) => {
    const entry = byKey.get(leg.toKey);
    return entry ? [{ key: `leg ${leg.fromKey} ${leg.toKey}`, entry, title: inWords(leg), allDay: false, waiting: leg.missing > 0, isLeg: true, start: dateOf(leg.day, Math.max(0, leg.begin)), end: dateOf(leg.day, leg.end) }] : [];
  });
}
