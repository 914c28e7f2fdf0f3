// The sums the file keeps below every unit, worked out again by hand: slowly, and without the code that keeps them.
import { expect } from 'vitest';
import type { TestWorkspace } from '../help/workspace.ts';

interface Stored { id: string; parentId: string | null; levelId: string; electors: number | null; closedDay: string | null }
interface Sums { levels: Record<string, number>; electors: number; children: number }

const nothing = (): Sums => ({ levels: {}, electors: 0, children: 0 });

/** Counts per level, electors and children below every unit, worked out by walking up from each open unit. */
function countedByHand(file: TestWorkspace): Map<string, Sums> {
  const all = file.rows<Stored>('SELECT id, parentId, levelId, electors, closedDay FROM unit');
  const byId = new Map(all.map((unit) => [unit.id, unit]));
  const parents = new Set(all.filter((unit) => unit.closedDay === null).map((unit) => unit.parentId));
  const counts = new Map(all.map((unit) => [unit.id, nothing()]));
  for (const unit of all) {
    if (unit.closedDay !== null) continue;
    if (unit.parentId) counts.get(unit.parentId)!.children += 1;
    for (let above = unit.parentId; above; above = byId.get(above)!.parentId) {
      const count = counts.get(above)!;
      count.levels[unit.levelId] = (count.levels[unit.levelId] ?? 0) + 1;
      // Only what has nothing below it brings electors of its own.
      if (!parents.has(unit.id)) count.electors += unit.electors ?? 0;
      if (byId.get(above)!.closedDay !== null) break;
    }
  }
  return counts;
}

export function expectTalliesRight(file: TestWorkspace): void {
  const byHand = countedByHand(file);
  const kept = new Map([...byHand.keys()].map((id) => [id, nothing()]));
  for (const { unitId, levelId, units } of file.rows<{ unitId: string; levelId: string; units: number }>('SELECT * FROM tally')) kept.get(unitId)!.levels[levelId] = units;
  for (const { unitId, electors, children } of file.rows<{ unitId: string; electors: number; children: number }>('SELECT * FROM unitSum')) Object.assign(kept.get(unitId)!, { electors, children });
  expect(kept).toEqual(byHand);
}
