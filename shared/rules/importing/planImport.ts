// Plans what an import would add to the tree, before anything is added.
import type { ImportExisting, ImportMapping, ImportPlan } from '../../model/importing.ts';
import { createFindings } from './findings.ts';
import type { PlanProgress } from './findings.ts';
import { planLevels } from './planLevels.ts';
import { planLocalBodies } from './planLocalBodies.ts';
import { planParentCodes } from './planParentCodes.ts';
import { planSeatBooths } from './planSeatBooths.ts';
import { planSubdistricts } from './planSubdistricts.ts';
import { sameNameKey } from './readCells.ts';
import { newSeats } from './seatBook.ts';
import { createUnitIndex } from './unitIndex.ts';

/** Whether a name stands in a sheet for a level, in the mapping's name columns. */
function namesInSheet(rows: string[][], mapping: ImportMapping, existing: ImportExisting): (levelId: string, nameKey: string) => boolean {
  // Without units below the root there is nothing to know again.
  if (mapping.form !== 'levels' || existing.units.length < 2) return () => true;
  const names = new Map<string, Set<string>>();
  for (const { column, role, levelId } of mapping.columns) {
    if (role === 'code') continue;
    const known = names.get(levelId) ?? new Set<string>();
    let before = '';
    for (const row of rows) {
      const cell = row[column] ?? '';
      if (cell !== before) known.add(sameNameKey(cell));
      before = cell;
    }
    names.set(levelId, known);
  }
  return (levelId, nameKey) => names.get(levelId)?.has(nameKey) ?? true;
}

/**
 * Reads a flat sheet as the mapping says and returns the units to add, parents first, what the sheet says otherwise of those
 * that are there (other names, other places, other figures, no longer in the sheet), and everything that was not taken.
 *
 * `rows` are the table's rows with the head among them, `rowNumbers` their numbers as the user sees them. `rootId` is the unit
 * imported into (null: an empty tree). A row is taken whole or not at all, and never attached by guess: a blank level above
 * the unit, a code with two names, a unit under two parents all make it a bad row. An existing unit (same code at the level, same
 * seat and part, same name under the same parent, or there the only one whose name differs by spelling alone) is matched,
 * never doubled. Linear in rows and units. `progress` is told rows done of rows, every few thousand; what it throws ends the planning,
 * else nothing is thrown.
 */
export function planImport(
  rows: string[][], rowNumbers: number[], mapping: ImportMapping, existing: ImportExisting, rootId: string | null, newId: () => string,
  progress?: PlanProgress,
): ImportPlan {
  progress?.(0, rows.length);
  const index = createUnitIndex(existing.units, namesInSheet(rows, mapping, existing));
  const findings = createFindings(rows, rowNumbers, mapping.headerRow, index, newId, mapping.form === 'parentCode' || mapping.form === 'localBodies' ? 2 : 1, progress);
  if (mapping.form === 'levels') planLevels(rows, mapping, existing, rootId, index, findings);
  else if (mapping.form === 'parentCode') planParentCodes(rows, mapping, existing, rootId, index, findings);
  else if (mapping.form === 'seatBooths') planSeatBooths(rows, mapping, existing, rootId, index, findings);
  const bodies = mapping.form === 'localBodies' ? planLocalBodies(rows, mapping, existing, rootId, index, findings) : [];
  const groups = mapping.form === 'subdistricts' ? planSubdistricts(rows, mapping, existing, rootId, index, findings) : null;
  const plan = findings.plan(existing.levels);
  return { ...plan, bodies, groups, seats: newSeats(rows, mapping, existing, plan.adds, plan.changes.details) };
}
