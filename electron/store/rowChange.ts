// The rows of a step, before and after, and how to read them.
import type { SqlValue } from './sql.ts';

/** One row of a step: arrays in the order of the shape's columns; null where the row was not there. */
export interface RowChange {
  table: string;
  columns: string[];
  keys: string[];
  before: SqlValue[] | null;
  after: SqlValue[] | null;
}

/** All rows of a step, in the order they changed. There may be 2,20,000 of them, so they are unpacked a piece at a time: go through them once. */
export interface Changes {
  readonly count: number;
  readonly tables: ReadonlySet<string>;
  /** The changes to these tables only; pieces that hold none are not unpacked. */
  of(...tables: string[]): Iterable<RowChange>;
}

/** The value of a column before or after the change; undefined where the row was not there. */
export function valueOf(change: RowChange, side: 'before' | 'after', column: string): SqlValue | undefined {
  return change[side]?.[change.columns.indexOf(column)];
}

interface Which {
  /** Stop reading once there are more values than this. */
  atMost?: number;
  /** An update counts only when one of these columns changed; a row that came or went always counts. */
  by?: readonly string[];
}

/** Texts of columns on either side of every change to a table. */
export function touched(changes: Changes, table: string, columns: string | readonly string[], { atMost = Infinity, by }: Which = {}): Set<string> {
  const values = new Set<string>();
  if (!changes.tables.has(table)) return values;
  const names = typeof columns === 'string' ? [columns] : columns;
  for (const change of changes.of(table)) {
    const { before, after } = change;
    const indexOf = (name: string) => change.columns.indexOf(name);
    if (by && before && after && by.every((name) => before[indexOf(name)] === after[indexOf(name)])) continue;
    for (const name of names) {
      for (const value of [before?.[indexOf(name)], after?.[indexOf(name)]]) if (typeof value === 'string') values.add(value);
    }
    if (values.size > atMost) break;
  }
  return values;
}
