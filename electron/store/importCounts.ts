// How much of every earlier import is still there, counted when units come or go and not when somebody looks.
import type { Changes } from './rowChange.ts';
import type { WriteDb } from './sql.ts';

/** Counts those imports anew between whose lowest and highest id units came or went in this step. */
export function refreshImportCounts(db: WriteDb, changes: Changes): void {
  let [first, last] = ['', ''];
  for (const { run, columns } of changes.runs('unit', ['id'])) {
    for (const id of run.columns[columns.indexOf('id')] ?? []) {
      if (typeof id !== 'string') continue;
      if (first === '' || id < first) first = id;
      if (id > last) last = id;
    }
  }
  if (first === '') return;
  db.run('UPDATE stepImport SET there = (SELECT COUNT(*) FROM unit WHERE unit.id BETWEEN stepImport.firstId AND stepImport.lastId) WHERE lastId >= ? AND firstId <= ?', first, last);
}
