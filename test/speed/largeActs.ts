// The long acts on Uttar Pradesh, each in a process of its own so that its memory is its own: importing, apportioning to every booth, undoing that.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ImportMapping } from '../../shared/model/importing.ts';
import { bigFile } from '../help/bigWorkspace.ts';
import { writeBigSheet } from '../help/bigSheet.ts';
import { statesBySize } from '../help/bigState.ts';
import { openWorkspace } from '../help/workspace.ts';
import { below, mb, ms, within } from './table.ts';
import type { BenchLine } from './table.ts';

const seed = 7;
const mostTimesBare = 3;
const actLimit = 5_000;

const timed = async (work: () => unknown): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

interface Measured {
  milliseconds: Record<string, number>;
  /** The most memory the process ever held. */
  peakBytes: number;
  path?: string;
}

const done = (milliseconds: Measured['milliseconds']): Measured => ({ milliseconds, peakBytes: process.resourceUsage().maxRSS * 1024 });

/** In its own process: the sheet into a file that has the state and its seats (booths are told apart by them), as the wizard does it; the file is left at `keepAt`. */
async function importOnce(sheet: string, keepAt: string): Promise<Measured> {
  const empty = await bigFile({ state: 'up', size: { districts: 0, blocks: 0, panchayats: 0, towns: 0, wards: 0, booths: 0 } });
  const workspace = await openWorkspace((to) => copyFileSync(empty, to), { kind: 'none' });
  try {
    const files = { sheet };
    let mapping: ImportMapping | null = null;
    const inspect = await timed(async () => { mapping = (await workspace.act('exchange.inspect', { token: 'sheet' }, files)).guess; });
    if (mapping === null) throw new Error('the sheet was not understood');
    const choice = { token: 'sheet', rootId: workspace.ask('workspace.get', {}).rootUnitId, mapping };
    const apply = await timed(() => workspace.act('exchange.apply', choice, files));
    await workspace.engine.backup(keepAt);
    return done({ inspect, apply });
  } finally {
    workspace.close();
  }
}

async function apportionOnce(path: string): Promise<Measured> {
  const workspace = await openWorkspace((to) => copyFileSync(path, to), { kind: 'none' });
  try {
    const { id: metricId } = await workspace.act('programmes.saveMetric', { id: null, fields: { nameEn: 'Households visited', nameHi: 'घर-घर संपर्क', kind: 'sum', countLevelId: null, ofMetricId: null } });
    const { id: programmeId } = await workspace.act('programmes.save', { id: null, fields: { nameEn: 'Contact', nameHi: 'संपर्क', fromDay: '2022-04-01', toDay: '2022-04-30', phases: [], metricIds: [metricId] } });
    const input = { programmeId, metricId, unitId: workspace.ask('workspace.get', {}).rootUnitId as string, method: 'electors' as const, total: 15_00_000, toLevelId: 'booth' };
    const preview = await timed(() => workspace.act('targets.apportionPreview', input));
    const apportion = await timed(() => workspace.act('targets.apportion', input));
    const undo = await timed(() => workspace.act('history.undo', {}));
    const again = await timed(() => workspace.act('history.redo', {}));
    return done({ preview, apportion, undo, again });
  } finally {
    workspace.close();
  }
}

/** The barest loop: the units of a file into one table with the same columns and the same indexes, nothing else. */
async function bareOnce(path: string, folder: string): Promise<Measured> {
  const from = new Database(path, { readonly: true });
  const shape = from.prepare(`SELECT sql FROM sqlite_schema WHERE tbl_name = 'unit' AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC`).pluck().all() as string[];
  const rows = from.prepare('SELECT * FROM unit ORDER BY path').raw().all() as unknown[][];
  from.close();
  const target = join(folder, 'bare.db');
  for (const ending of ['', '-wal', '-shm']) rmSync(target + ending, { force: true });
  const bare = await timed(() => {
    const to = new Database(target);
    to.pragma('journal_mode = WAL');
    to.pragma('synchronous = FULL');
    to.pragma('foreign_keys = OFF');
    to.pragma('cache_size = -64000');
    for (const sql of shape) to.exec(sql);
    const insert = to.prepare(`INSERT INTO unit VALUES (${(rows[0] ?? []).map(() => '?').join(', ')})`);
    to.transaction(() => { for (const row of rows) insert.run(...row); })();
    to.close();
  });
  return done({ bare });
}

/** What a child process is asked for; called by `build/bench.mjs` alone. */
export async function child(act: string, ...words: [string, string]): Promise<void> {
  const acts: Record<string, (a: string, b: string) => Promise<Measured>> = { import: importOnce, apportion: apportionOnce, bare: bareOnce };
  console.log(JSON.stringify(await acts[act]!(...words)));
}

const best = (runsOfIt: readonly Measured[], what: string): number => Math.min(...runsOfIt.map(({ milliseconds }) => milliseconds[what] ?? Number.NaN));
const runs = (runsOfIt: readonly Measured[], what: string): string => runsOfIt.map(({ milliseconds }) => ((milliseconds[what] ?? Number.NaN) / 1000).toFixed(1)).join(', ');
const most = (runsOfIt: readonly Measured[]): number => Math.max(...runsOfIt.map(({ peakBytes }) => peakBytes));

export async function largeLines(root: string, folder: string): Promise<BenchLine[]> {
  const inChild = (act: string, ...words: string[]): Measured =>
    JSON.parse(execFileSync(process.execPath, [join(root, 'build/bench.mjs'), '--child', act, ...words], { encoding: 'utf8', maxBuffer: 1e8 }).trim().split('\n').at(-1) ?? '') as Measured;
  const sheet = join(folder, 'up.csv');
  mkdirSync(folder, { recursive: true });
  const rows = writeBigSheet(seed, statesBySize.up, sheet);
  const imported = join(folder, 'imported.sangathan');
  // What else the machine does makes one run waver by half: turn about, and the best of three of each side.
  const turns = [1, 2, 3].map(() => ({ import: inChild('import', sheet, imported), bare: inChild('bare', imported, folder) }));
  const importing = turns.map((turn) => turn.import);
  const bare = turns.map((turn) => turn.bare);
  const units = new Database(imported, { readonly: true }).prepare('SELECT COUNT(*) FROM unit').pluck().get() as number;
  const full = await bigFile({ leaders: true, programme: true });
  const acts = [1, 2, 3].map(() => inChild('apportion', full, ''));
  return [
    within(`import a CSV of ${rows} rows (${units} units then)`, best(importing, 'apply'), mostTimesBare, 'the same rows by the barest loop into one table with the same columns and indexes', best(bare, 'bare')),
    { what: 'every run of the two, turn about', figure: `${runs(importing, 'apply')} s`, beside: `${runs(bare, 'bare')} s` },
    { what: 'looking at the sheet first (what it is, which columns)', figure: ms(best(importing, 'inspect')), beside: `the sheet has ${mb(statSync(sheet).size)}` },
    { what: 'memory at most while importing', figure: mb(most(importing)), beside: 'main process with its writing side' },
    { what: 'file after the import', figure: mb(statSync(imported).size), beside: `${(statSync(imported).size / units).toFixed(0)} bytes a unit, search and history included` },
    { what: 'file with 58,748 leaders and a target for every unit besides', figure: mb(statSync(full).size) },
    below('preview of 15,00,000 over every unit', best(acts, 'preview'), actLimit),
    below('apportion it to every booth', best(acts, 'apportion'), actLimit),
    below('undo that', best(acts, 'undo'), actLimit),
    below('do it again', best(acts, 'again'), actLimit),
    { what: 'memory at most while apportioning, undoing, redoing', figure: mb(most(acts)), beside: 'main process with its writing side' },
  ];
}
