// The table of roads: the user's own distances and times between places, each beside the estimate.
import { z } from 'zod';
import { mostPastedRoads } from '../limits.ts';
import { Id } from './common.ts';

/** One road as a person gives it. Both figures null: it is taken away, the estimate counts again. */
export const TravelLine = z.object({
  fromUnitId: Id,
  toUnitId: Id,
  distanceKm: z.number().positive().max(5000).nullable(),
  travelMinutes: z.number().int().positive().max(6000).nullable(),
  /** False: in this direction only. */
  bothWays: z.boolean().default(true),
});
export type TravelLine = z.infer<typeof TravelLine>;

/** A sheet of roads: a chosen file, or cells as pasted (tabs between, a line a row). */
export const TravelSheetInput = z.object({
  token: Id.nullable(),
  text: z.string().max(mostPastedRoads).nullable(),
  /** What the cells of a matrix are; null: told by the sheet. */
  figure: z.enum(['km', 'minutes', 'hours']).nullable().default(null),
  /** A pair whose way back is not in the sheet holds both ways. */
  bothWays: z.boolean().default(true),
});
export type TravelSheetInput = z.infer<typeof TravelSheetInput>;

export interface TravelEnd {
  unitId: Id;
  levelId: string;
  placeEn: string;
  placeHi: string;
  /** What it lies in, to tell namesakes apart; null at the top. */
  withinEn: string | null;
  withinHi: string | null;
}

export interface TravelRow {
  from: TravelEnd;
  to: TravelEnd;
  /** Null where only the time is known. */
  distanceKm: number | null;
  /** Null where the speed gives it. */
  travelMinutes: number | null;
  origin: 'typed' | 'imported';
  bothWays: boolean;
  /** As if this road were not known, from all the others; null where a place has no point. */
  estimateKm: number | null;
  estimateMinutes: number | null;
  /** By how much the figure is above the estimate: of the kilometres, else of the time; 0.2 is a fifth more. */
  deviation: number | null;
}

/** How far estimates are off on average, and over how many known roads that was found. */
export interface TravelError {
  share: number;
  /** Two of three are off by no more than this. */
  usual: number;
  count: number;
}

export interface TravelSummary {
  pairs: number;
  withMinutes: number;
  imported: number;
  /** What the plain estimate starts from, and where the user's roads have led it: factor over the straight line, km/h on main roads. */
  start: { roadFactor: number; speedKmPerHour: number; sideKmPerHour: number; villageKmPerHour: number };
  learned: { roadFactor: number; speedKmPerHour: number };
  errors: { plain: TravelError; improved: TravelError; plainTime: TravelError; improvedTime: TravelError };
  /** False: too few roads of one's own, so the errors are those found in Jharkhand. */
  ownErrors: boolean;
  /** For the drawing: estimate (as if not known) against known kilometres, at most 500. */
  points: { fromUnitId: Id; toUnitId: Id; fromEn: string; fromHi: string; toEn: string; toHi: string; estimateKm: number; distanceKm: number }[];
}

export interface TravelBadRow {
  rowNumber: number;
  value: string;
  cause: string;
  /** The line is taken all the same. */
  taken: boolean;
}

export interface TravelPreview {
  name: string | null;
  kind: 'pairs' | 'matrix';
  heads: string[];
  figure: 'km' | 'minutes' | 'hours' | null;
  added: number;
  changed: number;
  same: number;
  bad: TravelBadRow[];
  /** More than are listed. */
  badCount: number;
  /** The first lines that would be written. */
  first: { from: string; fromHi: string; to: string; toHi: string; distanceKm: number | null; travelMinutes: number | null; bothWays: boolean }[];
}

/** What is known of one pair before it is added. */
export interface TravelPair {
  estimateKm: number | null;
  estimateMinutes: number | null;
  improved: boolean;
  own: { distanceKm: number | null; travelMinutes: number | null; bothWays: boolean } | null;
}
