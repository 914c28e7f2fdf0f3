// The baseline for everything that writes: the same number of bare rows put into a bare table of a file, in one transaction.
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Writes `rows` rows of id, parent, name and value; nothing else: no keys but the first, no history, no sums, no search. */
export function plainCopy(path: string, rows: number): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
  const connection = new Database(path);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.exec('CREATE TABLE bare (id TEXT PRIMARY KEY, parentId TEXT, name TEXT, value INTEGER) WITHOUT ROWID');
  const insert = connection.prepare('INSERT INTO bare VALUES (?, ?, ?, ?)');
  connection.transaction(() => {
    for (let row = 0; row < rows; row++) insert.run(`01916b6e-0000-7000-8000-${String(row).padStart(12, '0')}`, '01916b6e-0000-7000-8000-000000000000', `Booth ${row}`, row);
  })();
  connection.close();
}
