// Keeps what is derived in step with what changed: counts per level, electors, where responsibilities lie, filled seats, sums of targets and progress, classes, search keys.
import { rebuildChargePlaces, refreshChargePlaces } from './chargePlaces.ts';
import { rebuildClasses, refreshClasses } from './classes.ts';
import { committeeTables, rebuildCommittees, refreshCommittees } from './committees.ts';
import { refreshImportCounts } from './importCounts.ts';
import { rebuildRollups, refreshRollups } from './rollups.ts';
import { rebuildSearch, refreshSearch, searched } from './searchKeys.ts';
import { rebuildTallies, refreshTallies } from './tallies.ts';
import type { Changes } from './rowChange.ts';
import type { WriteDb } from './sql.ts';
import { unwatched } from './stepProgress.ts';
import type { StepProgress } from './stepProgress.ts';

/** Called inside the step's transaction, after its rows and before the commit. `progress` may throw, which stops the step. */
export function refreshDerived(db: WriteDb, changes: Changes, progress: StepProgress = unwatched): void {
  const { tables } = changes;
  if (tables.has('unit')) refreshTallies(db, changes, progress);
  if (tables.has('unit')) refreshImportCounts(db, changes);
  if (tables.has('unit') || tables.has('responsibility')) refreshChargePlaces(db, changes);
  if (committeeTables.some((table) => tables.has(table))) refreshCommittees(db, changes);
  if (tables.has('unit') || tables.has('target') || tables.has('report')) refreshRollups(db, changes, progress);
  refreshClasses(db, changes, progress);
  if (searched.some((table) => tables.has(table))) refreshSearch(db, changes, progress);
}

/** Everything derived, from nothing: for a new file. */
export function rebuildDerived(db: WriteDb): void {
  rebuildTallies(db);
  rebuildChargePlaces(db);
  rebuildCommittees(db);
  rebuildRollups(db);
  rebuildClasses(db);
  rebuildSearch(db);
}
