// Responsibilities: who answers for which units, when, for which programme, as what, by whose order; and what is wrong with them.
import { z } from 'zod';
import { mostSharedUnits, mostUnitsAtOnce } from '../limits.ts';
import { DayText, Id } from './common.ts';
import type { Named } from './common.ts';
import { GroupFilter } from './group.ts';
import type { ClassName } from './group.ts';
import type { MapShape } from './unit.ts';

export const ChargeKind = z.enum(['inCharge', 'coInCharge']);
export type ChargeKind = z.infer<typeof ChargeKind>;

/** What holds for a whole handing out. `programmeId` null: for every programme. */
export const ChargeTerms = z.object({
  fromDay: DayText,
  toDay: DayText,
  programmeId: Id.nullable().default(null),
  kind: ChargeKind.default('inCharge'),
  orderBy: z.string().trim().max(200).default(''),
  orderDay: DayText.nullable().default(null),
});
export type ChargeTerms = z.infer<typeof ChargeTerms>;

/** `takeOver`: who has the units then for the same programme as in-charge gives them up for those days. `nameOnTargets`: the leader is also named on the units' targets. */
export const HandOut = ChargeTerms.extend({
  lines: z.array(z.object({ personId: Id, unitIds: z.array(Id).min(1).max(mostUnitsAtOnce) })).min(1).max(500),
  takeOver: z.boolean().default(false),
  nameOnTargets: z.boolean().default(false),
});
export type HandOut = z.infer<typeof HandOut>;

/** From `day` on `toPersonId` has what `fromPersonId` had: all of it, or the units given. */
export const HandOver = z.object({
  fromPersonId: Id,
  toPersonId: Id,
  day: DayText,
  unitIds: z.array(Id).max(mostUnitsAtOnce).nullable().default(null),
  targets: z.boolean().default(true),
  orderBy: z.string().trim().max(200).default(''),
  orderDay: DayText.nullable().default(null),
});
export type HandOver = z.infer<typeof HandOver>;

/** What a board, a map or a list of problems looks at: units of a level at and below one (null: all). `programmeId` null: any responsibility counts. `group`: only units (also partly) in a class. */
export const ChargeView = z.object({ levelId: Id, unitId: Id.nullable().default(null), programmeId: Id.nullable().default(null), group: GroupFilter.nullable().default(null), fromDay: DayText, toDay: DayText });
export type ChargeView = z.infer<typeof ChargeView>;

/** Somebody who has a unit for a time. */
export interface Holder extends Named {
  responsibilityId: Id;
  personId: Id;
  kind: ChargeKind;
  programmeId: Id | null;
  fromDay: string;
  toDay: string;
}

/** A unit as the hand-out board lists it. */
export interface ChargeUnit extends Named {
  id: Id;
  levelId: Id;
  withinEn: string;
  withinHi: string;
  electors: number;
  booths: number;
  /** Of the programme's first metric; null: no programme or none set. */
  target: number | null;
  achieved: number | null;
  holders: Holder[];
}

/** A line of the board in groups: the head of a class, or a unit in it (`whole` false: the class shares it). */
export type GroupedCharge =
  | { kind: 'class'; key: string; class: ClassName; count: number }
  | { kind: 'unit'; key: string; unit: ChargeUnit; whole: boolean };

/** A shape of the board's map. Where the level has too many units to draw, those above stand for them. */
export interface ChargeShape extends MapShape {
  /** Units of the level in it: 1 where it is one itself. */
  units: number;
  /** How many of them somebody has in the period. */
  held: number;
  electors: number;
  /** Who has it; empty for shapes that stand for others. */
  personIds: Id[];
}

export interface ChargeMap {
  self: MapShape | null;
  /** True: the units of the level themselves are drawn; false: units above them, which hold too many to draw. */
  isLevel: boolean;
  shapes: ChargeShape[];
  /** Units of the level without a place on the map. */
  unplaced: number;
  /** Names of those who have something here. */
  people: (Named & { id: Id; units: number })[];
}

/** A leader as the board lists him, with what he has at the level in the period, everywhere. */
export interface LeaderLoad extends Named {
  id: Id;
  titleEn: string;
  titleHi: string | null;
  unitNameEn: string | null;
  unitNameHi: string | null;
  phone: string | null;
  veteran: boolean;
  units: number;
  electors: number;
  target: number | null;
  achieved: number | null;
  /** Days of the period on which he cannot come. */
  awayDays: number;
}

export const problemKinds = ['nobody', 'tooMany', 'ranOut', 'soon', 'double', 'away', 'vacant'] as const;
export const ProblemKind = z.enum(problemKinds);
export type ProblemKind = z.infer<typeof ProblemKind>;

/** What is asked of a kind of problem on a day. Limits of `tooMany`: more than `mostUnits`, or more than `mostElectors` (null: no such limit). */
export const ProblemView = z.object({
  kind: ProblemKind,
  levelId: Id,
  unitId: Id.nullable().default(null),
  programmeId: Id.nullable().default(null),
  group: GroupFilter.nullable().default(null),
  day: DayText,
  withinDays: z.number().int().min(1).max(366).default(14),
  mostUnits: z.number().int().min(1).max(100_000).default(3),
  mostElectors: z.number().int().min(1).max(1_000_000_000).nullable().default(null),
});
export type ProblemView = z.infer<typeof ProblemView>;

/** One line of a list of problems: a unit, a person, or a responsibility (both). */
export interface Problem {
  id: string;
  unit: (Named & { id: Id; withinEn: string; withinHi: string; electors: number }) | null;
  person: (Named & { id: Id }) | null;
  /** All who have the unit at the same time (double). */
  others: (Named & { id: Id })[];
  responsibilityId: Id | null;
  fromDay: string | null;
  toDay: string | null;
  programmeId: Id | null;
  /** Units and electors of a person with too many; posts of a unit that are vacant. */
  units: number;
  electors: number;
  /** Until when he is away. */
  awayUntil: string | null;
}

/** Each of the leaders gets neighbouring ones of the units. `perLeader` null: all are shared out. `balance` says what is made equal. */
export const ShareRule = z.object({
  unitIds: z.array(Id).min(1).max(mostSharedUnits),
  personIds: z.array(Id).min(1).max(500),
  perLeader: z.number().int().min(1).max(mostSharedUnits).nullable().default(null),
  balance: z.enum(['count', 'electors', 'booths']).default('count'),
  /** Near his own place, as far as neighbours allow. */
  nearHome: z.boolean().default(true),
  /** Nobody gets the unit his own post is in. */
  avoidOwn: z.boolean().default(false),
  fromDay: DayText,
  toDay: DayText,
  seed: z.number().int().min(0).max(1_000_000).default(1),
});
export type ShareRule = z.infer<typeof ShareRule>;

/** A unit of a proposal and who would get it; null: left over. */
export interface ShareLine extends Named {
  unitId: Id;
  withinEn: string;
  withinHi: string;
  electors: number;
  booths: number;
  personId: Id | null;
  /** Numbers of the lines whose units are next to it. */
  neighbours: number[];
}

/** What sharing out by rule comes to, before anything is given. */
export interface Proposal {
  lines: ShareLine[];
  leaders: (Named & { id: Id; titleEn: string; titleHi: string | null; awayDays: number; ownUnitId: Id | null })[];
}

/** A line of problems in groups: the head of a class, or a problem of a unit in it. */
export type GroupedProblem =
  | { kind: 'class'; key: string; class: ClassName; count: number }
  | { kind: 'problem'; key: string; problem: Problem; whole: boolean };
