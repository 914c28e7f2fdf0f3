// The rows of a step, before and after, and how to read them.
import type { Run } from './runs.ts';
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
  /** The same as they lie packed, many alike together, with the names of their columns; `by`: updates only when one of these columns changed. */
  runs(table: string, by?: readonly string[]): Iterable<{ run: Run; columns: readonly string[] }>;
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
  const add = (found: readonly SqlValue[] | undefined, count: number) => {
    if (found) for (let at = 0; at < count; at++) if (typeof found[at] === 'string') values.add(found[at] as string);
  };
  for (const { run, columns: known } of changes.runs(table, by)) {
    for (const name of names) {
      const column = known.indexOf(name);
      add(run.columns[column], run.count);
      add(run.after[run.changed.indexOf(column)], run.count);
    }
    if (values.size > atMost) break;
  }
  return values;
}
