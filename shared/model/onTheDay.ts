// The day of a tour as the aide in the car has it: stops with what became of them, and what being late does to the rest.
import { z } from 'zod';
import { DayText, Id, MinuteOfDay } from './common.ts';
import type { Named } from './common.ts';
import type { TourProblem, TourVisit } from './tour.ts';

export const VisitState = z.enum(['arrived', 'held', 'skipped']);
export type VisitState = z.infer<typeof VisitState>;

/** What became of a stop. Times are minutes of the day; what nobody noted is null. */
export const VisitMark = z.object({
  state: VisitState,
  arrivedMinute: MinuteOfDay.nullable(),
  heldFrom: MinuteOfDay.nullable(),
  heldTo: MinuteOfDay.nullable(),
  attendance: z.number().int().min(0).max(1_000_000).nullable(),
  /** Of a skipped stop: why. */
  note: z.string().trim().max(1000),
});
export type VisitMark = z.infer<typeof VisitMark>;

export interface Receiver extends Named {
  personId: Id;
  titleEn: string;
  titleHi: string | null;
  phone: string | null;
}

export interface RoadStop extends TourVisit {
  mark: VisitMark | null;
  /** Who answers for the unit, else who has a post there. */
  receiver: Receiver | null;
  openPromises: number;
}

/** A leader of a tour with stops on the day asked for, else on the next day after it, else on the last before. */
export interface TourOnRoad extends Named {
  tourId: Id;
  personId: Id;
  personNameEn: string;
  personNameHi: string | null;
  day: string;
  stops: number;
}

export interface RoadDay extends Named {
  tourId: Id;
  personId: Id;
  personNameEn: string;
  personNameHi: string | null;
  day: string;
  /** All days of the tour that have stops. */
  days: string[];
  dutyTo: number;
  stops: RoadStop[];
  nightPlaceEn: string | null;
  nightPlaceHi: string | null;
  drivingKm: number;
  drivingMinutes: number;
  problems: TourProblem[];
}

/** A stop that is still held today, and when. */
export interface LateStop extends Named {
  stopId: Id;
  unitId: Id;
  placeEn: string;
  placeHi: string;
  pinned: boolean;
  /** As planned until now. */
  wasBegin: number;
  begin: number;
  minutes: number;
}

/** A stop for which no time is left today, with the later days on which it would fit. */
export interface FallenOut extends Named {
  stopId: Id;
  unitId: Id;
  placeEn: string;
  placeHi: string;
  pinned: boolean;
  wasBegin: number;
  minutes: number;
  /** Later days on which it would fit, the least extra driving first. */
  offers: { day: string; begin: number; extraMinutes: number }[];
}

export interface LatePlan {
  /** Held, skipped, or under way: not touched. */
  settled: number;
  stays: LateStop[];
  fallsOut: FallenOut[];
  /** When the day's last meeting ends. */
  ends: number | null;
  /** What this would newly break, on the following days too. */
  problems: TourProblem[];
}

const ofLeader = { tourId: Id, personId: Id, day: DayText, lateMinutes: z.number().int().min(0).max(1440) };

export const LateQuestion = z.object({
  ...ofLeader,
  /** Meetings that are not pinned may be cut down to this; null: not at all. */
  shortestMinutes: z.number().int().min(5).max(720).nullable().default(null),
});
export type LateQuestion = z.infer<typeof LateQuestion>;

/** What was seen and is wanted: the times of today's rest, and on which day each stop that falls out is held (null: it waits without a day). */
export const LateAnswer = z.object({
  ...ofLeader,
  stays: z.array(z.object({ stopId: Id, begin: MinuteOfDay, minutes: z.number().int().min(5).max(1440) })).max(100),
  fallsOut: z.array(z.object({ stopId: Id, day: DayText.nullable() })).max(100),
});
export type LateAnswer = z.infer<typeof LateAnswer>;
