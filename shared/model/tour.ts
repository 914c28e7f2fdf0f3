// A leader's tour: its frame, its stops, the plan as shown, and what the calendar shows beside it.
import { z } from 'zod';
import { BlackoutKind } from './blackout.ts';
import { DayText, Id, MinuteOfDay, Name, OptionalName } from './common.ts';
import type { Named } from './common.ts';

const Worth = z.number().int().min(1).max(1000);
const Length = z.number().int().min(10).max(720);

/** What a leader who shares a tour brings along. Null: open, and as the tour's. */
export const LeaderRules = z.object({
  personId: Id,
  firstUnitId: Id.nullable().default(null),
  lastUnitId: Id.nullable().default(null),
  dutyFrom: MinuteOfDay.nullable().default(null),
  dutyTo: MinuteOfDay.nullable().default(null),
  /** The only places for his nights; none: those of the tour. */
  nightUnitIds: z.array(Id).max(400).default([]),
});
export type LeaderRules = z.infer<typeof LeaderRules>;

/** What the planner must keep to besides days, hours and places. Null: no such rule. */
export const TourRules = z.object({
  /** Leaders who share the places with the tour's own. */
  leaderIds: z.array(Id).max(10).default([]),
  /** Of those among them who differ from the tour. */
  leaderRules: z.array(LeaderRules).max(10).default([]),
  /** Nobody drives between the day's own sunset and sunrise; the hours below then do not count. */
  darkBySun: z.boolean().default(false),
  /** Estimated roads take longer after sunset and before sunrise. */
  slowInDark: z.boolean().default(true),
  /** Nothing is planned on blackout days of these kinds, of the state or of the stop's place. */
  avoidBlackouts: z.array(BlackoutKind).max(4).default([...BlackoutKind.options]),
  /** Nobody drives from `darkFrom` in the evening until `darkUntil` in the morning. */
  darkFrom: MinuteOfDay.nullable().default(null),
  darkUntil: MinuteOfDay.nullable().default(null),
  maxDrivingMinutes: z.number().int().min(30).max(1440).nullable().default(null),
  /** As few days as will do, not all the days given. */
  fewestDays: z.boolean().default(false),
  /** In the evening on to where the next day begins, where the days do not hold otherwise. */
  driveOn: z.boolean().default(false),
  /** The only places for a night; none: everywhere. */
  nightUnitIds: z.array(Id).max(400).default([]),
  /** Length of a meeting that is wanted, not a must. */
  wantedMinutes: Length.default(60),
  /** Visited where time is left, the more worth the sooner. */
  wanted: z.array(z.object({ unitId: Id, worth: Worth.default(1) })).max(400).default([]),
});
export type TourRules = z.infer<typeof TourRules>;

/** What one stop asks for. Left out: stays as it is. */
export const StopWishes = z.object({
  must: z.boolean().optional(),
  worth: Worth.optional(),
  /** Null: as long as the tour's other meetings. */
  minutes: Length.nullable().optional(),
  /** The meeting begins within these minutes of the day, on these days; null: whenever. */
  beginFrom: MinuteOfDay.nullable().optional(),
  beginTo: MinuteOfDay.nullable().optional(),
  onlyFromDay: DayText.nullable().optional(),
  onlyToDay: DayText.nullable().optional(),
});
export type StopWishes = z.infer<typeof StopWishes>;

/** Where a card is dropped: before the visit that stands at `index` of that day now, not counting itself; null: off the days. */
export const StopDrop = z.object({
  stopId: Id,
  to: z.object({ day: DayText, index: z.number().int().min(0).max(400), personId: Id.nullable().default(null) }).nullable(),
});
export type StopDrop = z.infer<typeof StopDrop>;

/** The frame of a tour; everything the planner needs besides points and distances. */
export const TourFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  personId: Id,
  fromDay: DayText,
  toDay: DayText,
  firstUnitId: Id.nullable(),
  lastUnitId: Id.nullable(),
  unitIds: z.array(Id).max(400),
  meetingMinutes: z.number().int().min(10).max(720),
  dutyFrom: MinuteOfDay,
  dutyTo: MinuteOfDay,
  /** Both null: roads are estimated as everywhere in the file. */
  roadFactor: z.number().min(1).max(3).nullable(),
  speedKmPerHour: z.number().min(5).max(120).nullable(),
  /** Left out: stays as it is; for a new tour nothing is asked. */
  rules: TourRules.optional(),
});
export type TourFields = z.infer<typeof TourFields>;

/** Why a day or a visit cannot be: a code with words in both languages, and the figures for the sentence. */
export interface TourProblem {
  code: string;
  day: string | null;
  unitId: Id | null;
  detail: Record<string, unknown>;
}

/** A unit as a place to stop at: called by its headquarters town. */
export interface TourPlace extends Named {
  unitId: Id;
  placeEn: string;
  placeHi: string;
  lat: number | null;
  lon: number | null;
}

export interface TourVisit extends Named {
  stopId: Id;
  unitId: Id;
  placeEn: string;
  placeHi: string;
  lat: number | null;
  lon: number | null;
  arrive: number;
  begin: number;
  leave: number;
  legKm: number;
  legMinutes: number;
  /** Place the leg comes from. */
  fromUnitId: Id | null;
  /** Where the leg's figures come from; null without a leg. */
  source: LegSource | null;
  corrected: boolean;
  /** Minutes of the leg after sunset or before sunrise. */
  darkMinutes: number;
  pinned: boolean;
  /** Put on this day by hand; the hour may change. */
  dayPinned: boolean;
  levelId: string;
  must: boolean;
  worth: number;
  /** Null where it is as long as the tour's others. */
  ownMinutes: number | null;
  beginFrom: number | null;
  beginTo: number | null;
  onlyFromDay: string | null;
  onlyToDay: string | null;
  /** Who comes. */
  personId: Id;
  /** What became of it on the day; then it moves no more. */
  marked: 'arrived' | 'held' | 'skipped' | null;
}

export interface ReservedPart {
  id: Id;
  from: number;
  to: number;
  note: string;
}

/** Something else the leader does that day, fixed elsewhere. */
export interface OtherEngagement {
  kind: string;
  id: Id;
  personId: Id;
  titleEn: string;
  titleHi: string;
  begin: number;
  end: number;
}

/** A day as one of the leaders has it. */
export interface LeaderDay {
  personId: Id;
  dutyFrom: number;
  dutyTo: number;
  freeMinutes: number;
  drivingKm: number;
  drivingMinutes: number;
  away: boolean;
}

/** Where a leg's figures come from. */
export type LegSource = 'estimate' | 'improved' | 'typed' | 'imported';

export interface TourDay {
  day: string;
  /** The tour's own first. */
  leaders: LeaderDay[];
  /** When the sun rises last and sets first at the tour's places; null where that is not known. */
  light: { rise: number; set: number } | null;
  /** Days on which nothing should be held, of the state or of places of the tour; `avoided`: the planner keeps clear of them. */
  blackouts: (Named & { kind: BlackoutKind; unitNameEn: string | null; unitNameHi: string | null; avoided: boolean })[];
  visits: TourVisit[];
  nightUnitId: Id | null;
  nightPlaceEn: string | null;
  nightPlaceHi: string | null;
  drivingMinutes: number;
  drivingKm: number;
  problems: TourProblem[];
  /** The hours of this day; `dutyTo` not after `dutyFrom`: no duty. `ownHours`: other than the tour's. */
  dutyFrom: number;
  dutyTo: number;
  ownHours: boolean;
  locked: boolean;
  reserved: ReservedPart[];
  others: OtherEngagement[];
  /** Minutes of duty in which nobody drives, meets or is reserved; of all leaders. */
  freeMinutes: number;
  /** Drives after the last visit, to a night elsewhere. */
  evening: (TourNight & { depart: number; arrive: number; legKm: number; legMinutes: number; darkMinutes: number; fromUnitId: Id; source: LegSource; corrected: boolean })[];
  /** Where each leader sleeps. */
  nights: TourNight[];
}

export interface TourNight {
  personId: Id;
  unitId: Id;
  placeEn: string;
  placeHi: string;
}

/** One of the plans of a tour; only the chosen one, the tour itself, may stand on the calendar. */
export interface TourVersion {
  id: Id;
  number: number;
  note: string;
  /** The tour itself. */
  chosen: boolean;
}

export interface TourRow extends Named {
  id: Id;
  personId: Id;
  personNameEn: string;
  personNameHi: string | null;
  fromDay: string;
  toDay: string;
  stops: number;
  planned: number;
  onCalendar: boolean;
  versions: number;
}

/** One who shares a tour, with what he does of it. */
export interface TourLeaderRow extends Named, LeaderRules {
  visits: number;
  distanceKm: number;
  travelMinutes: number;
  nights: number;
  daysUsed: number;
}

export interface TourDetail extends TourFields {
  id: Id;
  rules: TourRules;
  /** The tour's own first. */
  leaders: TourLeaderRow[];
  /** What its roads are estimated by: its own figures, or the file's. */
  figures: { roadFactor: number; speedKmPerHour: number };
  onCalendar: boolean;
  /** The tour this is a version of; null for the tour itself. */
  versionOf: Id | null;
  versions: TourVersion[];
  personNameEn: string;
  personNameHi: string | null;
  days: TourDay[];
  leftOut: { stopId: Id; unitId: Id; nameEn: string; nameHi: string | null; must: boolean; worth: number; reason: string }[];
  problems: TourProblem[];
  totals: { travelMinutes: number; distanceKm: number; visits: number; daysUsed: number; nights: number; worth: number; freeMinutes: number };
  /** Least travel any order could need, proven; the gap in percent. */
  bound: { travelMinutes: number; gapPercent: number | null };
}

/** What a drop would make of the tour. */
export interface TriedDrop {
  /** What cannot be, and what is only doubtful: of the dropped stop, and what it newly breaks of others. */
  hard: TourProblem[];
  soft: TourProblem[];
  /** The days that change, as they would be. */
  days: TourDay[];
  /** More (less: negative) on the road than now. */
  travelMinutes: number;
  distanceKm: number;
}

/** What would make a plan hold that does not. */
export type TourOffer =
  | { kind: 'oneMoreDay'; toDay: string }
  | { kind: 'longerDays'; dutyTo: number }
  | { kind: 'dropStops'; stops: (Named & { stopId: Id })[] }
  /** The stops stay musts and may be planned for other days and hours. */
  | { kind: 'unpinStops'; stops: (Named & { stopId: Id })[] }
  /** Nothing but planning the rest anew. */
  | { kind: 'planAgain' };

/** What is changed with the planning, in one step: an offer taken up. */
export const PlanChange = z.object({
  toDay: DayText.optional(),
  dutyTo: MinuteOfDay.optional(),
  /** These are only wanted from now on. */
  dropStopIds: z.array(Id).max(400).optional(),
  /** These are pinned no more. */
  unpinStopIds: z.array(Id).max(400).optional(),
});
export type PlanChange = z.infer<typeof PlanChange>;
