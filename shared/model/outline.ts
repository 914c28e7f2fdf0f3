// Outlines that come in from a GeoJSON or TopoJSON file: what is in the file, which unit each area is meant for.
import { z } from 'zod';
import { Id } from './common.ts';
import type { Named } from './common.ts';

/** A property of the file's areas, with a few of its values. */
export interface OutlineProperty {
  name: string;
  samples: string[];
  /** In how many areas it is filled. */
  filled: number;
}

/** Which level the areas are of, and which property says whose each is; at least one of code and name. */
export const OutlineChoice = z.object({
  levelId: Id,
  /** Only units below this one (null: everywhere) are looked at. */
  unitId: Id.nullable(),
  codeProperty: z.string().max(200).nullable(),
  nameProperty: z.string().max(200).nullable(),
}).refine((choice) => choice.codeProperty !== null || choice.nameProperty !== null, { message: 'code or name' });
export type OutlineChoice = z.infer<typeof OutlineChoice>;

/** swapped: latitude stood before longitude and was put right. */
export type OutlineNote = 'swapped';

export interface OutlineFile {
  token: string;
  name: string;
  areas: number;
  /** Features without an area: points, lines, nothing. */
  withoutArea: number;
  properties: OutlineProperty[];
  notes: OutlineNote[];
  guess: Pick<OutlineChoice, 'levelId' | 'codeProperty' | 'nameProperty'> | null;
}

export const outlineCauses = ['unknown', 'ambiguous', 'noName', 'twice'] as const;
export type OutlineCause = (typeof outlineCauses)[number];

/** An area nobody can be found for; `number` is its place in the file, from 1. */
export interface OutlineUnmatched {
  number: number;
  code: string;
  name: string;
  cause: OutlineCause;
}

export interface OutlinePreview {
  matched: number;
  /** Of those, units that have an outline already. */
  replaced: number;
  /** Units of the level that stay without one. */
  without: number;
  unmatched: OutlineUnmatched[];
  unmatchedCount: number;
  /** What would be drawn, as far as one map shows it. */
  shapes: (Named & { id: Id; rings: [number, number][][] })[];
}

/** How many units of a level have an outline. */
export interface OutlineLevel {
  levelId: Id;
  units: number;
  outlines: number;
}

/** Limits that keep a file from filling the memory. */
export const outlineLimits = { bytes: 200 * 1024 * 1024, areas: 100_000, corners: 3_000_000, properties: 100, unmatchedShown: 2000 };
