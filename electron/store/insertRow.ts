// Writes a plain record into the table of its name: the columns are the record's own keys.
import { marks } from './sql.ts';
import type { SqlValue, WriteDb } from './sql.ts';

/** Keys come from our own code only, never from a file. */
export function insertRow(db: WriteDb, table: string, row: Record<string, SqlValue>): void {
  const columns = Object.keys(row);
  db.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks(columns.length)})`, ...Object.values(row));
}
