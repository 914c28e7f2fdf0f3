// Keeps what is derived in step with what changed: counts per level, electors, where responsibilities lie, sums of targets and progress, search keys.
import { rebuildChargePlaces, refreshChargePlaces } from './chargePlaces.ts';
import { rebuildRollups, refreshRollups } from './rollups.ts';
import { rebuildSearch, refreshSearch, searched } from './searchKeys.ts';
import { rebuildTallies, refreshTallies } from './tallies.ts';
import type { RowChange } from './rowChange.ts';
import { touched } from './rowChange.ts';
import type { WriteDb } from './sql.ts';

/** Called inside the step's transaction, after its rows and before the commit. */
export function refreshDerived(db: WriteDb, changes: readonly RowChange[]): void {
  const tables = new Set(changes.map((change) => change.table));
  if (tables.has('unit')) refreshTallies(db, touched(changes, 'unit', 'path'));
  if (tables.has('unit') || tables.has('responsibility')) refreshChargePlaces(db, changes);
  if (tables.has('unit') || tables.has('target') || tables.has('report')) refreshRollups(db, changes);
  if (searched.some((table) => tables.has(table))) refreshSearch(db, changes);
}

/** Everything derived, from nothing: for a new file. */
export function rebuildDerived(db: WriteDb): void {
  rebuildTallies(db);
  rebuildChargePlaces(db);
  rebuildRollups(db);
  rebuildSearch(db);
}
