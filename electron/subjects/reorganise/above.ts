// What changes above when units go from one place to another: the sums, and figures told for a unit above as a whole.
import type { ActSums } from '../../../shared/model/reorganisation.ts';
import { ancestorPaths } from '../../../shared/rules/hierarchy.ts';
import { daysFromReports, valueOn } from '../../../shared/rules/reorganise/figuresFrom.ts';
import type { Plan, PlanContext } from './plan.ts';
import { achievedOn, childFigures, reportsNow, sumsNow, unitNow } from './reading.ts';
import type { Cell, UnitNow } from './reading.ts';

export interface Around {
  unit: UnitNow;
  /** −1 loses what moves, +1 gains it, per moved unit. */
  moves: { moved: UnitNow; sign: 1 | -1 }[];
}

/** Every unit above that gains or loses something, deepest first, and the nearest one above them all, where the sums should come out even. */
export function aroundOf({ db }: PlanContext, moved: readonly UnitNow[], parent: UnitNow): Around[] {
  const found = new Map<string, Around>();
  const at = (path: string): Around | null => {
    const id = db.get<{ id: string }>('SELECT id FROM unit WHERE path = ?', path)?.id;
    if (!id) return null;
    let around = found.get(id);
    if (!around) found.set(id, (around = { unit: unitNow(db, id), moves: [] }));
    return around;
  };
  const up = [...ancestorPaths(parent.path), parent.path];
  let common = up;
  for (const unit of moved) {
    const down = ancestorPaths(unit.path);
    for (const path of down) if (!up.includes(path)) at(path)?.moves.push({ moved: unit, sign: -1 });
    for (const path of up) if (!down.includes(path)) at(path)?.moves.push({ moved: unit, sign: 1 });
    common = common.filter((path) => down.includes(path));
  }
  const top = common.at(-1);
  if (top !== undefined) at(top);
  return [...found.values()].toSorted((a, b) => b.unit.path.length - a.unit.path.length);
}

const goalOf = ({ own, below }: ActSums) => own ?? below;
const sum = (values: Iterable<number | null>): number | null => [...values].reduce((all, value) => (value === null ? all : (all ?? 0) + value), null);

/**
 * One programme's metric, from the bottom up. A figure told for a unit above as a whole holds what moves away in it, and lacks
 * what comes: it is carried, so that the sums above stay true.
 */
export function shiftCell(plan: Plan, { db }: PlanContext, { day, parentId }: { day: string; parentId: string }, cell: Cell, arounds: readonly Around[]): void {
  const afterwards = new Map<string, ActSums>();
  for (const { unit, moves } of arounds) {
    const before = sumsNow(db, cell, unit.id);
    const below = new Map(childFigures(db, cell, unit.id).map(({ id, goal, achieved }) => [id, { goal, achieved }]));
    for (const id of below.keys()) {
      const after = afterwards.get(id);
      if (after) below.set(id, { goal: goalOf(after), achieved: after.achieved });
    }
    for (const { moved, sign } of moves) {
      const sums = sumsNow(db, cell, moved.id);
      if (sign === -1) below.delete(moved.id);
      else if (unit.id === parentId) below.set(moved.id, { goal: goalOf(sums), achieved: sums.achieved });
    }
    const after: ActSums = { own: before.own, below: sum([...below.values()].map(({ goal }) => goal)), achieved: sum([...below.values()].map(({ achieved }) => achieved)) };
    const told = reportsNow(db, cell, unit.id);
    if (told.length > 0) after.achieved = before.achieved;
    for (const on of daysFromReports([told], day)) {
      const value = valueOn(told, on);
      if (value === null) continue;
      const by = moves.reduce((sum, { moved, sign }) => sum + sign * (achievedOn(db, cell, moved, on) ?? 0), 0);
      if (by === 0) continue;
      after.achieved = Math.max(0, value + by);
      plan.reports.push({ cell, unitId: unit.id, day: on, value: after.achieved });
    }
    afterwards.set(unit.id, { ...after });
    if (cell.kind === 'share') before.below = after.below = null;
    if ([before, after].every(({ own, below, achieved }) => own === null && below === null && achieved === null)) continue;
    const { programmeEn, programmeHi, metricEn, metricHi } = cell;
    plan.preview.figures.push({ unitId: unit.id, nameEn: unit.nameEn, nameHi: unit.nameHi, programmeEn, programmeHi, metricEn, metricHi, basis: null, before, after });
  }
}
