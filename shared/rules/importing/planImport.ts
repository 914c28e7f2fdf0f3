// Plans what an import would add to the tree, before anything is added.
import type { ImportExisting, ImportMapping, ImportPlan } from '../../model/importing.ts';
import { createFindings } from './findings.ts';
import { planLevels } from './planLevels.ts';
import { planParentCodes } from './planParentCodes.ts';
import { createUnitIndex } from './unitIndex.ts';

/**
 * Reads a flat sheet as the mapping says and returns the units to add, parents first, beside everything that was not taken.
 *
 * `rows` are the table's rows with the head among them, `rowNumbers` their numbers as the user sees them. `rootId` is the unit
 * imported into (null: an empty tree). A row is taken whole or not at all, and never attached by guess: a blank level above
 * the unit, a code under another parent, a code with two names all make it a bad row. An existing unit (same code at the level,
 * or same name under the same parent) is matched, never doubled and never changed. Linear in rows and units. Throws nothing.
 */
export function planImport(
  rows: string[][], rowNumbers: number[], mapping: ImportMapping, existing: ImportExisting, rootId: string | null, newId: () => string,
): ImportPlan {
  const index = createUnitIndex(existing.units);
  const findings = createFindings(rows, rowNumbers, mapping.headerRow, index, newId);
  if (mapping.form === 'levels') planLevels(rows, mapping, existing, rootId, index, findings);
  else planParentCodes(rows, mapping, existing, rootId, index, findings);
  return findings.plan(existing.levels);
}
