// Keeps what is derived in step with what changed: counts per level, electors, sums of targets and progress, search keys.
import { rebuildRollups, refreshRollups } from './rollups.ts';
import { rebuildSearch, refreshSearch } from './searchKeys.ts';
import { rebuildTallies, refreshTallies } from './tallies.ts';
import type { RowChange } from './steps.ts';
import type { SqlValue, WriteDb } from './sql.ts';

/** The value of a column before or after the change; undefined where the row was not there. */
export function valueOf(change: RowChange, side: 'before' | 'after', column: string): SqlValue | undefined {
  return change[side]?.[change.columns.indexOf(column)];
}

/** Values of a column on either side of every change to a table. */
export function touched(changes: readonly RowChange[], table: string, column: string): Set<string> {
  const values = new Set<string>();
  for (const change of changes) {
    if (change.table !== table) continue;
    for (const side of ['before', 'after'] as const) {
      const value = valueOf(change, side, column);
      if (typeof value === 'string') values.add(value);
    }
  }
  return values;
}

/** Called inside the step's transaction, after its rows and before the commit. */
export function refreshDerived(db: WriteDb, changes: readonly RowChange[]): void {
  const tables = new Set(changes.map((change) => change.table));
  if (tables.has('unit')) refreshTallies(db, touched(changes, 'unit', 'path'));
  if (tables.has('unit') || tables.has('target') || tables.has('report')) refreshRollups(db, changes);
  if (tables.has('unit') || tables.has('person') || tables.has('constituency')) refreshSearch(db, changes);
}

/** Everything derived, from nothing: for a new file. */
export function rebuildDerived(db: WriteDb): void {
  rebuildTallies(db);
  rebuildRollups(db);
  rebuildSearch(db);
}
