// Rolls a tree up as it was on a day: counts, electors, targets and progress of every unit from those below it.

/** A unit on the day: its parent then (null at the top) and its own electors then. */
export interface UnitOnDay {
  id: string;
  parentId: string | null;
  booth: boolean;
  electors: number | null;
}

export interface SumsOnDay {
  children: number;
  booths: number;
  electors: number;
  own: number | null;
  below: number | null;
  achieved: number | null;
}

const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);

/** True where the unit was there on the day. `openedDay` is the first day it is (null: since ever), `closedDay` the first it no longer is. */
export function existsOn(openedDay: string | null, closedDay: string | null, day: string): boolean {
  return (openedDay === null || openedDay <= day) && (closedDay === null || closedDay > day);
}

/**
 * Sums per unit id, by the rules of the present's boards: a unit counts above with its own target, else with the sum below
 * it; with its own figure of progress, else with the sum below it; with the electors below it, else its own. Units whose
 * parent is not in the list add to nobody. Any order; O(n).
 */
export function sumsOn(units: readonly UnitOnDay[], targets: ReadonlyMap<string, number | null>, reported: ReadonlyMap<string, number>): Map<string, SumsOnDay> {
  const sums = new Map<string, SumsOnDay>();
  const electorsBelow = new Map<string, number>();
  const waiting = new Map<string, number>();
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  for (const unit of units) {
    sums.set(unit.id, { children: 0, booths: unit.booth ? 1 : 0, electors: 0, own: targets.get(unit.id) ?? null, below: null, achieved: null });
    if (unit.parentId !== null) waiting.set(unit.parentId, (waiting.get(unit.parentId) ?? 0) + 1);
  }
  // A unit is ready when all below it have been added to it: the leaves first.
  const ready = units.filter((unit) => !waiting.has(unit.id));
  for (let unit = ready.pop(); unit; unit = ready.pop()) {
    const mine = sums.get(unit.id)!;
    mine.electors = electorsBelow.get(unit.id) || unit.electors || 0;
    mine.achieved = reported.get(unit.id) ?? mine.achieved;
    const parent = unit.parentId === null ? undefined : byId.get(unit.parentId);
    if (!parent) continue;
    const above = sums.get(parent.id)!;
    above.children += 1;
    if (!parent.booth) above.booths += mine.booths;
    electorsBelow.set(parent.id, (electorsBelow.get(parent.id) ?? 0) + mine.electors);
    above.below = plus(above.below, mine.own ?? mine.below);
    above.achieved = plus(above.achieved, mine.achieved);
    const left = waiting.get(parent.id)! - 1;
    waiting.set(parent.id, left);
    if (left === 0) ready.push(parent);
  }
  return sums;
}
