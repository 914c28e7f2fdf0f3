// Reorganisation as a dated act: what may be decided, what it would carry, what was done, and how things were on a day.
import { z } from 'zod';
import { DayText, Id, Name, OptionalName } from './common.ts';
import type { Named } from './common.ts';
import type { Crumb } from './unit.ts';

const Code = z.string().trim().max(40).nullable();
const order = {
  day: DayText, orderBy: z.string().trim().max(200), reason: z.string().trim().max(500),
  /** The party's own act: administrative codes and other classifications stay as they are. */
  keepClasses: z.boolean().default(true),
};

/** Some of the units below go to a new unit beside it; a unit with none below gives a share in percent. */
export const SplitAct = z.object({
  kind: z.literal('split'), ...order,
  unitId: Id,
  childIds: z.array(Id).max(2000),
  percent: z.number().int().min(1).max(99).nullable(),
  nameEn: Name, nameHi: OptionalName, code: Code,
  partNumber: z.string().trim().max(20).nullable(),
  /** Whoever answers for the divided unit from that day on also answers for the new one. */
  runOn: z.boolean(),
});

/** `unitIds` go into `unitId`, which may take a new name. */
export const MergeAct = z.object({
  kind: z.literal('merge'), ...order,
  unitId: Id,
  unitIds: z.array(Id).min(1).max(50),
  nameEn: Name.nullable(), nameHi: OptionalName,
});

export const MoveAct = z.object({ kind: z.literal('move'), ...order, unitIds: z.array(Id).min(1).max(500), parentId: Id });

export const RenameAct = z.object({ kind: z.literal('rename'), ...order, unitId: Id, nameEn: Name, nameHi: OptionalName, code: Code });

export const Act = z.discriminatedUnion('kind', [SplitAct, MergeAct, MoveAct, RenameAct]);
export type Act = z.infer<typeof Act>;
export type SplitAct = z.infer<typeof SplitAct>;
export type MergeAct = z.infer<typeof MergeAct>;
export type MoveAct = z.infer<typeof MoveAct>;
export type RenameAct = z.infer<typeof RenameAct>;

export type ActKind = 'split' | 'merge' | 'move' | 'rename' | 'renumber' | 'close' | 'import';
export type UnitRole = 'divided' | 'new' | 'into' | 'merged' | 'moved' | 'from' | 'to' | 'renamed' | 'renumbered' | 'closed';

/** What stands below a unit. */
export interface UnitCounts {
  children: number;
  booths: number;
  electors: number;
}

/** A unit the act changes, with its counts on either side of the day; null where it is not there. */
export interface ActUnit extends Named {
  /** Null for the unit that the act makes. */
  id: Id | null;
  levelId: Id;
  role: UnitRole;
  before: UnitCounts | null;
  after: UnitCounts | null;
}

/** Own target, sum of the targets below, achieved; nulls mean "none". */
export interface ActSums {
  own: number | null;
  below: number | null;
  achieved: number | null;
}

/** A programme's metric at one of the units, on either side of the day. */
export interface ActFigure extends Named {
  unitId: Id | null;
  programmeEn: string;
  programmeHi: string | null;
  metricEn: string;
  metricHi: string | null;
  before: ActSums;
  after: ActSums;
  /** What the own target was divided by. */
  basis: DivisionBasis | null;
}

/** Children's own targets, electors, booths, the number of units, or the percentage given for a unit with none below. */
export type DivisionBasis = 'targets' | 'electors' | 'booths' | 'units' | 'counted' | 'percent';

/** One rule of carrying, as `reorganisation.json` words it under `carry`, and how many records it touches. */
export interface CarryLine {
  rule: string;
  count: number;
}

/** What an act would do: worked out by the function that does it. */
export interface ActPreview {
  units: ActUnit[];
  figures: ActFigure[];
  carry: CarryLine[];
  /** Units whose own name or place changes, themselves and what hangs below them. */
  moves: number;
}

export interface ActPart extends Named {
  unitId: Id;
  levelId: Id;
  role: UnitRole;
}

/** An act as the list tells it. */
export interface ActRow {
  id: Id;
  day: string;
  kind: ActKind;
  orderBy: string;
  reason: string;
  detail: Record<string, unknown>;
  /** At most 20; `units` says how many there are. */
  parts: ActPart[];
  units: number;
}

/** A unit's figures on a day. */
export interface SumsThen extends UnitCounts, ActSums {}

/** `progress`: only more was reported since. */
export type ChangeSince = 'same' | 'progress' | 'renamed' | 'figures' | 'gone' | 'moved' | 'new' | 'arrived';

/** A unit as it was on the day beside what it is now; one side is null where it did not stand here then, or no longer does. */
export interface ThenRow extends Named {
  id: Id;
  levelId: Id;
  code: string | null;
  partNumber: string | null;
  was: SumsThen | null;
  now: SumsThen | null;
  /** Where it is called otherwise now. */
  nowEn: string | null;
  nowHi: string | null;
  change: ChangeSince;
}

/** A unit, the way down to it and what stood directly below it on a day, beside today. */
export interface TreeThen {
  day: string;
  unit: ThenRow;
  ancestors: Crumb[];
  rows: ThenRow[];
  total: number;
}

/** A row of the mapping sheet that cannot be used, or that the person should look at. Words under `renumber.problems`. */
export interface RenumberProblem {
  rowNumber: number | null;
  code: 'noSeat' | 'noOld' | 'noNew' | 'unknownSeat' | 'unknownPart' | 'severalOld' | 'twice' | 'missing' | 'taken' | 'mergeAndSplit' | 'newTooLong';
  /** Its number; where no seat is meant, what the sheet says. */
  seat: number | string | null;
  old: string;
  new: string;
  /** True where the sheet cannot be applied as it is. */
  blocks: boolean;
}

export interface RenumberLine {
  seat: number;
  old: string;
  new: string;
  nameEn: string;
  nameHi: string | null;
  kind: 'renumbered' | 'split' | 'merged' | 'same';
}

export interface RenumberPreview {
  fileName: string;
  seats: number;
  rows: number;
  renumbered: number;
  same: number;
  split: number;
  merged: number;
  /** At most 500 of each; the counts are whole. */
  lines: RenumberLine[];
  problems: RenumberProblem[];
  problemCount: number;
  blocking: number;
}

/** A part number that a booth has or once had. */
export interface PartNumberHit extends Named {
  unitId: Id;
  partNumber: string | null;
  asked: string;
  /** Null: it still has it. */
  untilDay: string | null;
  closedDay: string | null;
}
