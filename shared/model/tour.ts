// A leader's tour as it is shown: its stops, the plan, its versions, and what the calendar shows beside it.
import type { BlackoutKind } from './blackout.ts';
import type { Id, Named } from './common.ts';
import type { LeaderRules, TourFields, TourRules } from './tourFields.ts';

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
