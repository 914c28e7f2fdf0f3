// Reads what an act has to carry: units with their counts, targets, told figures, and the sums below.
import type { ActSums, UnitCounts } from '../../../shared/model/reorganisation.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { valueOn } from '../../../shared/rules/reorganise/figuresFrom.ts';
import type { DatedValue } from '../../../shared/rules/reorganise/figuresFrom.ts';
import { sumsOn } from '../../../shared/rules/reorganise/sumsOn.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitColumns, unitJoins } from '../unitRows.ts';

/** A programme and one of its metrics. */
export interface Cell {
  programmeId: string;
  metricId: string;
  kind: 'sum' | 'onePerUnit' | 'share';
  countLevelId: string | null;
  programmeEn: string;
  programmeHi: string | null;
  metricEn: string;
  metricHi: string | null;
}

export interface TargetRow {
  value: number | null;
  dueDay: string | null;
  personId: string | null;
  basis: string | null;
  locked: number;
}

/** A unit as it stands; `electors` and counts are what lists show, `ownElectors` its own figure. */
export interface UnitNow extends UnitCounts {
  id: string;
  parentId: string | null;
  levelId: string;
  path: string;
  nameEn: string;
  nameHi: string | null;
  code: string | null;
  closedDay: string | null;
  ownElectors: number | null;
  constituencyId: string | null;
  partNumber: string | null;
  lat: number | null;
  lon: number | null;
  placeEn: string | null;
  placeHi: string | null;
}

const unitNowSelect = `SELECT ${unitColumns}, unit.path, unit.electors AS ownElectors, unit.constituencyId, unit.partNumber, unit.lat, unit.lon, unit.placeEn, unit.placeHi
  FROM unit ${unitJoins}`;

export function unitNow(db: ReadDb, id: string): UnitNow {
  const unit = db.get<UnitNow>(`${unitNowSelect} WHERE unit.id = ?`, id);
  if (!unit) throw new AppError('units.gone');
  return unit;
}

export const countsOf = ({ children, booths, electors }: UnitCounts): UnitCounts => ({ children, booths, electors });

/** The open units directly below. */
export function childrenNow(db: ReadDb, parentId: string): UnitNow[] {
  return db.all<UnitNow>(`${unitNowSelect} WHERE unit.parentId = ? AND unit.closedDay IS NULL ORDER BY unit.path`, parentId);
}

/** Every programme with each of its metrics. */
export function cellsOf(db: ReadDb): Cell[] {
  return db.all<Cell>(
    `SELECT programmeMetric.programmeId, programmeMetric.metricId, metric.kind, metric.countLevelId,
       programme.nameEn AS programmeEn, programme.nameHi AS programmeHi, metric.nameEn AS metricEn, metric.nameHi AS metricHi
     FROM programmeMetric JOIN programme ON programme.id = programmeId JOIN metric ON metric.id = metricId ORDER BY programme.fromDay, programme.id, ordinal`);
}

export function targetNow(db: ReadDb, { programmeId, metricId }: Cell, unitId: string): TargetRow | null {
  return db.get<TargetRow>('SELECT value, dueDay, personId, basis, locked FROM target WHERE programmeId = ? AND metricId = ? AND unitId = ?', programmeId, metricId, unitId) ?? null;
}

/** The figures told for the unit itself, earliest first. */
export function reportsNow(db: ReadDb, { programmeId, metricId }: Cell, unitId: string): DatedValue[] {
  return db.all<DatedValue>(`SELECT day, value FROM report WHERE programmeId = ? AND metricId = ? AND unitId = ? AND state <> 'doubted' ORDER BY day, id`, programmeId, metricId, unitId);
}

/** Own target, sum below and achieved as the boards show them. */
export function sumsNow(db: ReadDb, { programmeId, metricId }: Cell, unitId: string): ActSums {
  return db.get<ActSums>(
    `SELECT target.value AS own, rollup.below, rollup.achieved FROM unit
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id
     LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = unit.id WHERE unit.id = ?`,
    programmeId, metricId, programmeId, metricId, unitId) ?? { own: null, below: null, achieved: null };
}

export interface ChildFigures {
  id: string;
  goal: number | null;
  achieved: number | null;
  counted: number;
}

/** Goal (own target, else the sum below) and achieved of each open unit directly below, and how many of the counted level it holds. */
export function childFigures(db: ReadDb, { programmeId, metricId, countLevelId }: Cell, parentId: string): ChildFigures[] {
  return db.all<ChildFigures>(
    `SELECT unit.id, COALESCE(target.value, rollup.below) AS goal, rollup.achieved, CASE WHEN unit.levelId = ? THEN 1 ELSE COALESCE(counted.units, 0) END AS counted FROM unit
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id
     LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = unit.id
     LEFT JOIN tally AS counted ON counted.unitId = unit.id AND counted.levelId = ?
     WHERE unit.parentId = ? AND unit.closedDay IS NULL ORDER BY unit.path`,
    countLevelId, programmeId, metricId, programmeId, metricId, countLevelId, parentId);
}

/** Days of the figures told anywhere at or below a unit, after `day`. */
export function reportDaysBelow(db: ReadDb, { programmeId, metricId }: Cell, path: string, day: string): DatedValue[] {
  const [from, to] = subtreeRange(path);
  return db.all<DatedValue>(
    `SELECT DISTINCT report.day, 0 AS value FROM unit CROSS JOIN report ON report.programmeId = ? AND report.metricId = ? AND report.unitId = unit.id AND report.day > ?
     WHERE unit.path >= ? AND unit.path < ? ORDER BY report.day`, programmeId, metricId, day, from, to);
}

/** What the unit had achieved by a day: told for it as a whole, else together from what stands below it now. */
export function achievedOn(db: ReadDb, cell: Cell, unit: { id: string; path: string }, day: string): number | null {
  const own = valueOn(reportsNow(db, cell, unit.id), day);
  if (own !== null) return own;
  const [from, to] = subtreeRange(unit.path);
  const units = db.raw<[string, string]>('SELECT id, parentId FROM unit WHERE path >= ? AND path < ? AND closedDay IS NULL', from, to)
    .map(([id, parentId]) => ({ id, parentId, booth: false, electors: null }));
  const reported = new Map(db.raw<[string, number]>(
    `SELECT report.unitId, report.value FROM unit CROSS JOIN report ON report.programmeId = ? AND report.metricId = ? AND report.unitId = unit.id AND report.day <= ?
     WHERE unit.path >= ? AND unit.path < ? ORDER BY report.day, report.id`, cell.programmeId, cell.metricId, day, from, to));
  return sumsOn(units, new Map(), reported).get(unit.id)?.achieved ?? null;
}
