// How much of every earlier import is still there, counted when units come or go and not when somebody looks.
import type { Changes } from './rowChange.ts';
import type { WriteDb } from './sql.ts';

/** Above so many changed units every import is counted anew: that is one pass over the keys, and the rest of the changes need not be unpacked. */
const allAbove = 4000;

/** Counts those imports anew between whose lowest and highest id units came or went in this step. */
export function refreshImportCounts(db: WriteDb, changes: Changes): void {
  let [first, last] = ['', ''];
  let seen = 0;
  for (const { run, columns } of changes.runs('unit', ['id'])) {
    for (const id of run.columns[columns.indexOf('id')] ?? []) {
      if (typeof id !== 'string') continue;
      if (first === '' || id < first) first = id;
      if (id > last) last = id;
    }
    seen += run.count;
    if (seen > allAbove) {
      db.run('UPDATE stepImport SET there = (SELECT COUNT(*) FROM unit WHERE unit.id BETWEEN stepImport.firstId AND stepImport.lastId)');
      return;
    }
  }
  if (first === '') return;
  db.run('UPDATE stepImport SET there = (SELECT COUNT(*) FROM unit WHERE unit.id BETWEEN stepImport.firstId AND stepImport.lastId) WHERE lastId >= ? AND firstId <= ?', first, last);
}
