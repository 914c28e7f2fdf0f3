// A leader's tour: its frame, its stops, the plan as shown, and what the calendar shows beside it.
import { z } from 'zod';
import { DayText, Id, MinuteOfDay, Name, OptionalName } from './common.ts';
import type { Named } from './common.ts';

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
  roadFactor: z.number().min(1).max(3),
  speedKmPerHour: z.number().min(5).max(120),
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
  source: 'estimate' | 'improved' | 'typed' | 'imported' | null;
  corrected: boolean;
  pinned: boolean;
}

export interface TourDay {
  day: string;
  visits: TourVisit[];
  nightUnitId: Id | null;
  nightPlaceEn: string | null;
  nightPlaceHi: string | null;
  drivingMinutes: number;
  drivingKm: number;
  problems: TourProblem[];
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
}

export interface TourDetail extends TourFields {
  id: Id;
  personNameEn: string;
  personNameHi: string | null;
  days: TourDay[];
  leftOut: { unitId: Id; nameEn: string; nameHi: string | null; reason: string }[];
  problems: TourProblem[];
  totals: { travelMinutes: number; distanceKm: number; visits: number; daysUsed: number };
  /** Least travel any order could need, proven; the gap in percent. */
  bound: { travelMinutes: number; gapPercent: number | null };
}
