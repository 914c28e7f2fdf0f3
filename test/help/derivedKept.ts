// Holds what is kept beside the record against what one pass over everything gives.
import { expect } from 'vitest';
import { rebuildChargePlaces } from '../../electron/store/chargePlaces.ts';
import { rebuildClasses } from '../../electron/store/classes.ts';
import { rebuildCommittees } from '../../electron/store/committees.ts';
import { openFile } from '../../electron/store/open.ts';
import { rebuildRollups } from '../../electron/store/rollups.ts';
import { sqlOf } from '../../electron/store/sql.ts';
import { rebuildTallies } from '../../electron/store/tallies.ts';
import type { TestWorkspace } from './workspace.ts';

const derived = ['tally', 'unitSum', 'rollup', 'chargePlace', 'committeeSum', 'committeeFull', 'personOrder', 'classPart', 'classTally', 'classSum', 'classRollup'];

type Named = { table: string; rows: string[] };
const linesOf = (rows: (table: string) => unknown[]): Named[] => derived.map((table) => ({ table, rows: rows(table).map((row) => JSON.stringify(row)).sort() }));

/** Compares what is kept with what one pass over everything gives, on a copy of the file. */
export async function expectKept(file: TestWorkspace, at: string): Promise<void> {
  const copy = `${file.path}.${at}`;
  await file.engine.backup(copy);
  const connection = openFile(copy, { whole: true });
  try {
    const kept = linesOf((table) => connection.prepare(`SELECT * FROM ${table}`).all());
    connection.exec('BEGIN');
    for (const rebuild of [rebuildTallies, rebuildChargePlaces, rebuildCommittees, rebuildRollups, rebuildClasses]) rebuild(sqlOf(connection));
    expect({ at, kept }).toEqual({ at, kept: linesOf((table) => connection.prepare(`SELECT * FROM ${table}`).all()) });
  } finally {
    connection.close();
  }
}
