// What the calendar shows and what may be done in it: entries, meetings and their rules, travel between them, and how it judges.
import { z } from 'zod';
import { checkKinds, mostOccurrences } from '../limits.ts';
import { DayText, Id, MinuteOfDay, Name, OptionalName } from './common.ts';
import type { Named } from './common.ts';
import type { TourProblem } from './tour.ts';

export const EntryKind = z.enum(['stop', 'meeting', 'programme', 'phase', 'blackout', 'away', 'busy']);
export type EntryKind = z.infer<typeof EntryKind>;

/** Anything the calendar shows. `begin` and `end` are minutes of `fromDay`; null for what fills whole days. */
export interface CalendarEntry {
  id: Id;
  kind: EntryKind;
  titleEn: string;
  titleHi: string;
  placeEn: string;
  placeHi: string;
  fromDay: string;
  toDay: string;
  begin: number | null;
  end: number | null;
  personIds: Id[];
  unitId: Id | null;
  tourId: Id | null;
  /** Of a meeting that comes again. */
  seriesId: Id | null;
  movable: boolean;
  /** An appointment that must not move, or a stop fixed by hand. */
  pinned: boolean;
  cancelled: boolean;
  problems: TourProblem[];
}

/** As a view draws it: how much is wrong with it rather than what. */
export interface PageEntry extends Omit<CalendarEntry, 'problems'> {
  problemCount: number;
}

/** What a view of the calendar draws, and how many more there are on a day than it was ready to draw. */
export interface CalendarPage {
  entries: PageEntry[];
  more: { day: string; count: number }[];
}

/** The way from one entry to the next of the same leader: his time as well. It is driven at the end of the time between them. */
export interface TravelLeg {
  personId: Id;
  day: string;
  /** Keys of the two entries, `kind id`. */
  fromKey: string;
  toKey: string;
  /** Minutes of the day between which he drives; begins before the first entry ends where the time is too short. */
  begin: number;
  end: number;
  minutes: number;
  distanceKm: number;
  /** Minutes that are missing; 0 where there is time enough. */
  missing: number;
}

/** A leader with something in these days. */
export interface CalendarLeader extends Named {
  id: Id;
  titleEn: string;
  titleHi: string | null;
  entries: number;
}

/** For one meeting of a series: this one, this and all later, all. */
export const SeriesScope = z.enum(['one', 'later', 'all']);
export type SeriesScope = z.infer<typeof SeriesScope>;

/**
 * How a meeting comes again, from its own day on. Weekdays: 0 Monday to 6 Sunday. A month's day is `monthDay` (-1: the last),
 * or the `nth` (-1: the last) of `weekdays[0]`. It ends on a day or after so many times.
 */
export const SeriesRule = z.object({
  freq: z.enum(['daily', 'weekly', 'monthly']),
  every: z.number().int().min(1).max(99),
  weekdays: z.array(z.number().int().min(0).max(6)).max(7),
  monthDay: z.number().int().min(-1).max(31).refine((day) => day !== 0).nullable(),
  nth: z.number().int().min(-1).max(4).refine((nth) => nth !== 0).nullable(),
  untilDay: DayText.nullable(),
  times: z.number().int().min(1).max(mostOccurrences).nullable(),
}).refine(({ untilDay, times }) => (untilDay === null) !== (times === null), { message: 'one end' });
export type SeriesRule = z.infer<typeof SeriesRule>;

const minutes = z.number().int().min(5).max(1440);

export const HandOver = z.object({ fromPersonId: Id, toPersonId: Id });
export type HandOver = z.infer<typeof HandOver>;

export const MoveEntry = z.object({
  kind: z.enum(['stop', 'meeting']),
  id: Id,
  day: DayText,
  begin: MinuteOfDay,
  minutes,
  /** For a meeting that comes again. */
  scope: SeriesScope.default('one'),
  /** From whose lane to whose it goes: of a meeting who attends instead, of a stop which leader of the tour comes. Null: the same people. */
  handOver: HandOver.nullable().default(null),
  /** True when the person saw what is only warned of (outside working hours …) and wants it all the same. */
  accept: z.boolean().default(false),
});
export type MoveEntry = z.infer<typeof MoveEntry>;

export const MeetingFields = z.object({
  titleEn: Name,
  titleHi: OptionalName,
  day: DayText,
  begin: MinuteOfDay,
  minutes,
  unitId: Id.nullable(),
  placeEn: OptionalName,
  placeHi: OptionalName,
  personIds: z.array(Id).max(200),
  /** An appointment that must not move: an extension never moves it, and the hand is asked. */
  pinned: z.boolean().default(false),
});
export type MeetingFields = z.infer<typeof MeetingFields>;

export interface Meeting extends MeetingFields {
  id: Id;
  cancelled: boolean;
  seriesId: Id | null;
  repeat: SeriesRule | null;
  /** Of the series: how many there are now, the first and the last day. */
  occurrences: { count: number; firstDay: string; lastDay: string } | null;
}

export type CheckKind = (typeof checkKinds)[number];

/** How the calendar judges what is dragged or typed: each kind of problem is refused, or warned of. Working hours in minutes of the day. */
export const CalendarRules = z.object({
  checks: z.record(z.enum(checkKinds), z.enum(['refuse', 'warn'])),
  dutyFrom: MinuteOfDay,
  dutyTo: MinuteOfDay,
});
export type CalendarRules = z.infer<typeof CalendarRules>;

/** Whose entries are sent out as iCalendar. */
export const IcsScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: Id }),
  z.object({ kind: z.literal('unit'), id: Id }),
  z.object({ kind: z.literal('tour'), id: Id }),
  z.object({ kind: z.literal('all') }),
]);
export type IcsScope = z.infer<typeof IcsScope>;

export interface IcsDone {
  name: string;
  events: number;
  /** Of these: not sent before, and sent before but otherwise. */
  added: number;
  changed: number;
  /** Sent before and gone since: sent as called off. */
  cancelled: number;
}

/** A line of a calendar file that could not be taken, and why: a code with words in `calendar.json`. */
export interface BadIcsLine {
  line: number;
  code: string;
  text: string;
}

/** What reading a leader's own calendar would change, or has changed. */
export interface BusyPreview {
  name: string;
  events: number;
  /** Busy times within the window, each day counted. */
  times: number;
  added: number;
  changed: number;
  same: number;
  cancelled: number;
  /** Older than what is known already; free time; outside the window. */
  older: number;
  free: number;
  outside: number;
  /** Known here from earlier files and not in this one. */
  missing: number;
  fromDay: string;
  toDay: string;
  /** The first bad lines; `badTotal` says how many there are. */
  bad: BadIcsLine[];
  badTotal: number;
  /** Busy times that stand on something in this calendar. */
  clashes: number;
}

/** A printed calendar. `fortnight` is one leader's. */
export const CalendarSheet = z.object({
  kind: z.enum(['month', 'week', 'fortnight']),
  day: DayText,
  personIds: z.array(Id).max(100).default([]),
  unitId: Id.nullable().default(null),
  kinds: z.array(EntryKind).max(10).default([...EntryKind.options]),
});
export type CalendarSheet = z.infer<typeof CalendarSheet>;
