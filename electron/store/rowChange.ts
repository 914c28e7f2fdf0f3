// One row of a step, before and after, and how to read it.
import type { SqlValue } from './sql.ts';

/** One row of a step: arrays in the order of the shape's columns; null where the row was not there. */
export interface RowChange {
  table: string;
  columns: string[];
  keys: string[];
  before: SqlValue[] | null;
  after: SqlValue[] | null;
}

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
