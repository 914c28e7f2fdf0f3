// A real workspace file in a temporary folder, driven through the contract without a window.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { contract } from '../../shared/contract.ts';
import type { CallName, InputOf, NamesOf, OutputOf } from '../../shared/contract.ts';
import type { QueryContext } from '../../electron/calls.ts';
import { openEngine } from '../../electron/engine.ts';
import type { Engine, Filling } from '../../electron/engine.ts';
import { sqlOf } from '../../electron/store/sql.ts';
import { openReader } from '../../electron/store/open.ts';
import { functions } from '../../electron/subjects/all.ts';
import { workspaceDay } from '../../electron/workspaceDay.ts';
import { sampleFile } from './sampleFile.ts';

export interface TestWorkspace {
  path: string;
  engine: Engine;
  /** A query, on a connection that can only read. */
  ask<Name extends NamesOf<'query'>>(name: Name, input: InputOf<Name>): OutputOf<Name>;
  /** A command or job. `files` maps tokens to paths. */
  act<Name extends NamesOf<'command' | 'job'>>(name: Name, input: InputOf<Name>, files?: Record<string, string>): Promise<OutputOf<Name>>;
  /** Rows straight from the file. */
  rows<Row>(sql: string, ...values: (string | number | null)[]): Row[];
  /** All rows of all tables but the history's and the derived ones', as one text: two files with the same record give the same. */
  record(): string;
  close(): void;
}

const notOfTheRecord = /^(sqlite_|step|search|tally$|unitSum$|rollup$|class(Part|Tally|Sum|Rollup)$|chargePlace$|committee(Sum|Full|Day)$|personOrder$|calendarSent)/;

/** All rows of the tables that make up the record. */
export function recordOf(connection: Database.Database): string {
  const tables = connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all() as string[];
  const parts: string[] = [];
  for (const table of tables) {
    if (notOfTheRecord.test(table)) continue;
    const rows = connection.prepare(`SELECT * FROM "${table}"`).raw().all().map((row) => JSON.stringify(row)).sort();
    parts.push(`## ${table}\n${rows.join('\n')}`);
  }
  return parts.join('\n');
}

/** Opens a new workspace (by default the Jharkhand sample) in a folder of its own, removed by `close`. */
export async function testWorkspace(filling: Filling = { kind: 'sample' }): Promise<TestWorkspace> {
  if (filling.kind !== 'sample') return openWorkspace(() => undefined, filling);
  const kept = await sampleFile();
  return openWorkspace((path) => copyFileSync(kept, path), { kind: 'none' });
}

/** The same over a file that `prepare` may have put at the path before. */
export async function openWorkspace(prepare: (path: string) => void, filling: Filling): Promise<TestWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), 'sangathan-'));
  const path = join(folder, 'test.sangathan');
  prepare(path);
  const engine = await openEngine(path, { filling });
  const reader = openReader(path);
  const db = sqlOf(reader);
  const workspace: TestWorkspace = {
    path,
    engine,
    ask: (name, input) => {
      const checked = contract[name].input.parse(input);
      const query = functions[name] as (context: QueryContext, input: unknown) => never;
      return query({ db, today: workspaceDay(db, Date.now()) }, checked);
    },
    act: (name, input, files = {}) => {
      const checked = contract[name as CallName].input.parse(input);
      return workspace.engine.run(name, checked, files, { progress: () => undefined, cancelled: () => false }) as Promise<never>;
    },
    rows: (sql, ...values) => reader.prepare(sql).all(...values) as never,
    record: () => recordOf(reader),
    close: () => {
      reader.close();
      workspace.engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return workspace;
}
