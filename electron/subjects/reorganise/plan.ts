// What an act would write, as data: the preview shows it, the act carries it out, and nobody decides anything twice.
import { AppError } from '../../../shared/errors.ts';
import { mayStandUnder } from '../../../shared/rules/hierarchy.ts';
import type { ActPreview } from '../../../shared/model/reorganisation.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';
import { levelsOf } from '../levels.ts';
import type { Cell, TargetRow } from './reading.ts';
import type { UnitRole } from './record.ts';
import type { DatedFields } from './versions.ts';

export type Row = Record<string, SqlValue>;

/** A change to one row of a table whose key is `id`. */
export type RowWrite =
  | { table: string; insert: Row }
  | { table: string; id: string; set: Row }
  | { table: string; id: string; remove: true };

export interface Plan {
  /** Rows of `unit` without their path, parents before children. */
  adds: Row[];
  fields: { unitId: string; fields: DatedFields }[];
  places: { unitId: string; parentId: string }[];
  closes: string[];
  /** `row` null: the target is taken away; how it was is kept either way. */
  targets: { cell: Cell; unitId: string; row: TargetRow | null }[];
  reports: { cell: Cell; unitId: string; day: string; value: number }[];
  rows: RowWrite[];
  aliases: { unitId: string; name: string }[];
  /** `rings` null: the unit is drawn as a point until a new outline comes. */
  outlines: { unitId: string; rings: string | null }[];
  /** What is said of a unit in a second classification; null: it stands in none. */
  classes: { unitId: string; classificationId: string; classId: string | null }[];
  /** New units that keep the administrative code of the one they come from. */
  codes: { unitId: string; newUnitId: string }[];
  /** Units that take part in a programme from now on, instead of another or beside it. */
  partakers: { programmeId: string; unitId: string; insteadOf: string | null }[];
  parts: { unitId: string; role: UnitRole }[];
  preview: ActPreview;
}

export const emptyPlan = (): Plan => ({
  adds: [], fields: [], places: [], closes: [], targets: [], reports: [], rows: [], aliases: [], outlines: [], classes: [], codes: [], partakers: [], parts: [],
  preview: { units: [], figures: [], carry: [], moves: 0 },
});

/** What a plan may use: it only reads. Ids come from outside, so that a preview uses none up. */
export interface PlanContext {
  db: ReadDb;
  today: string;
  newId(): string;
}

/** Throws `units.wrongLevel` where a unit of the level may not stand under the parent. */
export function checkLevel(db: ReadDb, levelId: string, parentId: string): void {
  const parentLevelId = unitOf(db, parentId).levelId;
  if (!mayStandUnder(levelsOf(db), levelId, parentLevelId)) throw new AppError('units.wrongLevel', { levelId, parentLevelId });
}

/** A rule is shown only where it touches something. */
export function say(plan: Plan, rule: string, count: number): void {
  if (count > 0) plan.preview.carry.push({ rule, count });
}
