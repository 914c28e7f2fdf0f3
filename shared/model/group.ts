// Second classifications: a unit stands in the tree, and beside it in a district of the administration, a seat, a division, a cluster.
import { z } from 'zod';
import { Id, Name, OptionalName } from './common.ts';
import type { Named } from './common.ts';
import type { BoardRow } from './target.ts';
import type { UnitListRow } from './unit.ts';

/** One class of one classification: what lists, boards and maps are filtered by. `none:` and the classification's id: those in no class. */
export const GroupFilter = z.object({ classificationId: Id, classId: z.string().min(1).max(80) });
export type GroupFilter = z.infer<typeof GroupFilter>;

/** Classifications the app brings: their classes are the seats, and booths belong to them. */
export const builtInClassifications = ['assembly', 'lokSabha'] as const;
export const isBuiltIn = (classificationId: string): boolean => (builtInClassifications as readonly string[]).includes(classificationId);

export interface Classification extends Named {
  id: Id;
  ordinal: number;
  builtIn: boolean;
  classes: number;
}

/** A class as it is named anywhere. Of no class: both names empty. */
export interface ClassName extends Named {
  id: string;
  code: string | null;
  number: number | null;
}

/** How many units of a level stand in a class; `partly`: how many more it cuts. */
export interface ClassCount {
  levelId: Id;
  units: number;
  partly: number;
}

export interface ClassRow extends ClassName {
  parentId: Id | null;
  electors: number;
  booths: number;
  levels: ClassCount[];
}

/** A line of the board grouped by class: the sums over its whole units. */
export interface ClassBoardRow extends ClassName, Pick<BoardRow, 'achieved' | 'percent' | 'sharePercent' | 'state' | 'lastReportDay'> {
  electors: number;
  booths: number;
  target: number | null;
  /** Units that the class cuts and that have a target or a report of their own: it cannot be divided, and is not in the sums. */
  undivided: number;
  /** Units directly below the scope that the class cuts. */
  partly: number;
}

export interface ClassBoard {
  rows: ClassBoardRow[];
}

/** Where a unit stands in one classification. */
export interface Membership extends Named {
  classificationId: Id;
  builtIn: boolean;
  /** The class it stands in with everything below it; null: in none, or in several. */
  whole: ClassName | null;
  /** The classes that share it, where several do (the first twenty), and how many they are. */
  parts: ClassName[];
  partCount: number;
  /** It was said of this unit itself; else of the one above that is named, or it follows from what stands below. */
  said: boolean;
  saidAbove: (Named & { id: Id }) | null;
}

/** A member of a class: a largest whole unit, or one that the class cuts. */
export interface ClassMember extends UnitListRow {
  whole: boolean;
  /** It was said of this unit itself, so it can be taken out here. */
  said: boolean;
}

/** A line of a list in groups: the head of a class, or a unit in it. */
export type GroupedLine =
  | { kind: 'class'; key: string; class: ClassName; count: number }
  | { kind: 'unit'; key: string; unit: UnitListRow; whole: boolean };

/** Which classes a unit of a map stands in: one, or the several that share it. */
export interface UnitClasses {
  unitId: Id;
  classIds: string[];
}

export const ClassificationFields = z.object({ nameEn: Name, nameHi: OptionalName });
export const ClassFields = z.object({
  classificationId: Id,
  nameEn: Name,
  nameHi: OptionalName,
  code: z.string().trim().max(40).nullable(),
  number: z.number().int().min(0).max(1_000_000).nullable(),
  parentId: Id.nullable().default(null),
});
export type ClassFields = z.infer<typeof ClassFields>;

/** Lines pasted from a sheet: a unit's code (or name) and the class's code, number or name. */
export const ClassPaste = z.object({
  classificationId: Id,
  /** The level the codes are of; null: any level, the highest first. */
  levelId: Id.nullable(),
  rows: z.array(z.object({ unit: z.string().trim().max(200), class: z.string().trim().max(200) })).min(1).max(20_000),
  /** Classes that are not there yet are made. */
  make: z.boolean(),
});
export type ClassPaste = z.infer<typeof ClassPaste>;

/** What became (or would become) of pasted lines; of what was not understood the first fifty, by line. */
export interface PasteResult {
  units: number;
  made: string[];
  wrong: { line: number; text: string; why: 'noUnit' | 'severalUnits' | 'noClass' }[];
  wrongCount: number;
}
