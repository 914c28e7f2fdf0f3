// Units of the organisation, their levels and the seats booths belong to.
import { z } from 'zod';
import { DayText, Id, Name, OptionalName } from './common.ts';
import type { Named } from './common.ts';

/** A level of the tree: data, not code. `under` lists the levels a unit of this level may stand under. */
export interface Level extends Named {
  id: Id;
  pluralEn: string;
  pluralHi: string;
  /** Order from the state down; also the order of columns in reports. */
  ordinal: number;
  under: Id[];
}

/** A unit as the tree shows it. `electors` and `children` are sums over what stands below it. */
export interface UnitRow extends Named {
  id: Id;
  parentId: Id | null;
  levelId: Id;
  /** The Hindi name was written by the app, and nobody has confirmed it. */
  nameHiProposed: boolean;
  code: string | null;
  electors: number;
  children: number;
  booths: number;
  demonstration: boolean;
  closedDay: string | null;
}

/** A unit in the tree: how many lines stand below it while whole levels are open (0 where its own is not). */
export interface TreeRow extends UnitRow {
  lines: number;
}

/** A unit in a flat list, with where it stands, from the top: "Dhanbad, Baghmara". */
export interface UnitListRow extends UnitRow {
  withinEn: string;
  withinHi: string;
}

/** A unit's counts per level below it. */
export interface LevelCount {
  levelId: Id;
  units: number;
}

/** A step of the way down to a unit. */
export interface Crumb extends Named {
  id: Id;
  levelId: Id;
}

/** A seat: Assembly seats belong to Lok Sabha seats. */
export interface Constituency extends Named {
  id: Id;
  kind: 'assembly' | 'lokSabha';
  number: number;
  reservation: string;
  parentId: Id | null;
  electors: number | null;
}

/** Everything the inspector shows of one unit. */
export interface UnitDetail extends UnitRow {
  path: string;
  placeEn: string | null;
  placeHi: string | null;
  lat: number | null;
  lon: number | null;
  ownElectors: number | null;
  partNumber: string | null;
  constituency: Constituency | null;
  lokSabha: Constituency | null;
  ancestors: Crumb[];
  counts: LevelCount[];
}

/** What a person may type into a unit's form. */
export const UnitFields = z.object({
  nameEn: Name,
  nameHi: OptionalName,
  code: z.string().trim().max(40).nullable(),
  placeEn: OptionalName,
  placeHi: OptionalName,
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  electors: z.number().int().min(0).max(1_000_000_000).nullable(),
  constituencyId: Id.nullable(),
  partNumber: z.string().trim().max(20).nullable(),
});
export type UnitFields = z.infer<typeof UnitFields>;

export const NewUnit = UnitFields.partial().extend({ parentId: Id.nullable(), levelId: Id, nameEn: Name });
export type NewUnit = z.infer<typeof NewUnit>;

/** A hit of the search over everything. */
export interface SearchHit extends Named {
  kind: 'unit' | 'constituency' | 'person';
  id: Id;
  nameHiProposed: boolean;
  levelId: Id | null;
  /** Seats only: Assembly or Lok Sabha, and its number. */
  seat: { kind: 'assembly' | 'lokSabha'; number: number } | null;
  /** Where it stands, from the top: "Dhanbad, Baghmara"; of a person: title and unit. */
  withinEn: string;
  withinHi: string;
}

/**
 * Where a shape comes from: an official outline; a cell, what is nearer to its point than to its neighbours'; one laid out in order, where
 * no place is known at all; or a bare point.
 */
export const shapeBases = ['outline', 'cell', 'order', 'point'] as const;
export type ShapeBasis = (typeof shapeBases)[number];

/** A shape of the map: rings as [longitude, latitude] read even-odd, or a point, or both. `lat`, `lon` are the unit's own. */
export interface MapShape extends Named {
  id: Id;
  levelId: Id;
  lat: number | null;
  lon: number | null;
  rings: [number, number][][] | null;
  basis: ShapeBasis;
}

/** A unit on the map, with what it may be coloured by. */
export interface MapUnit extends MapShape {
  electors: number;
  booths: number;
  children: number;
}

/** `self` is drawn around everything. `unplaced`: units that cannot be drawn, because only others beside them have a place. */
export interface UnitMap {
  self: MapShape | null;
  shapes: MapUnit[];
  unplaced: number;
}

export const CloseUnit = z.object({ id: Id, day: DayText });
