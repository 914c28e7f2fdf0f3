// What lies on the road between two stops, and what a tour's free time could be filled with.
import { z } from 'zod';
import { DayText, Id, MinuteOfDay } from './common.ts';
import type { Named } from './common.ts';

/** How far from the straight line of a leg a unit may lie, kilometres. */
export const CorridorKm = z.number().min(1).max(100);

/** The way to one stop of a planned tour, and what is looked for beside it. */
export const RoadsideQuestion = z.object({
  tourId: Id,
  /** The stop the leg leads to. */
  stopId: Id,
  levelId: Id,
  corridorKm: CorridorKm,
});
export type RoadsideQuestion = z.infer<typeof RoadsideQuestion>;

export interface RoadsideUnit extends Named {
  unitId: Id;
  placeEn: string;
  placeHi: string;
  /** Above it, from the top: "Dhanbad". */
  withinEn: string;
  withinHi: string;
  lat: number;
  lon: number;
  /** From the straight line of the leg. */
  offKm: number;
  /** from→unit→to minus from→to, by the travel table. */
  detourMinutes: number;
  detourKm: number;
  /** Of anybody, there or below it; null: never. */
  lastVisitDay: string | null;
  daysSince: number | null;
  /** Of its target in the programme of the answer; null without a target. */
  percent: number | null;
  state: string | null;
  /** level: a programme is at this level on the day. */
  programme: 'level' | 'running' | null;
  blackoutEn: string | null;
  blackoutHi: string | null;
  /** 1 to 100. */
  worth: number;
  /** When the meeting would begin; null: there is no time for it on this leg. */
  begin: number | null;
}

export interface RoadsideAnswer {
  day: string;
  fromUnitId: Id;
  fromPlaceEn: string;
  fromPlaceHi: string;
  toPlaceEn: string;
  toPlaceHi: string;
  legMinutes: number;
  legKm: number;
  /** Of the day: duty in which nobody drives or meets. */
  freeMinutes: number;
  meetingMinutes: number;
  /** Whose targets are shown, and which of its programmes is at the level that day. */
  programmeEn: string | null;
  programmeHi: string | null;
  metricEn: string | null;
  metricHi: string | null;
  /** In the corridor, also those that are not listed. */
  total: number;
  /** Most worth first, of equals the smaller detour. */
  units: RoadsideUnit[];
}

export const FillQuestion = z.object({
  tourId: Id,
  levelId: Id,
  corridorKm: CorridorKm,
  meetingMinutes: z.number().int().min(10).max(720),
  /** Only these days; null: all that are still ahead. */
  days: z.array(DayText).max(92).nullable().default(null),
});
export type FillQuestion = z.infer<typeof FillQuestion>;

export interface FilledDay {
  day: string;
  /** Whose day it is, where several leaders share the tour; null: the tour's own leader. */
  personId: Id | null;
  extraMinutes: number;
  freeMinutes: number;
  freeAfter: number;
  added: (RoadsideUnit & { begin: number; minutes: number })[];
  /** Stops that begin later than now. */
  later: (Named & { stopId: Id; placeEn: string; placeHi: string; wasBegin: number; begin: number })[];
}

export interface FillProposal {
  /** Units in the corridors that could be visited at all. */
  considered: number;
  worth: number;
  extraMinutes: number;
  days: FilledDay[];
}

/** What was seen and is wanted: new stops with their hours, and the new hours of stops that are there. */
export const FillAnswer = z.object({
  tourId: Id,
  added: z.array(z.object({ unitId: Id, personId: Id.nullable().default(null), day: DayText, begin: MinuteOfDay, minutes: z.number().int().min(10).max(720), worth: z.number().int().min(1).max(1000) })).min(1).max(300),
  later: z.array(z.object({ stopId: Id, begin: MinuteOfDay })).max(400),
});
export type FillAnswer = z.infer<typeof FillAnswer>;
