// Killed, stopped or out of room at random moments of a long act: the file opens, is whole, and holds what was before or what comes after.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobContext } from '../../electron/calls.ts';
import { systemClock } from '../../electron/clock.ts';
import { openEngine } from '../../electron/engine.ts';
import type { Engine } from '../../electron/engine.ts';
import { guessColumns } from '../../shared/rules/importing/guessColumns.ts';
import { readTable } from '../../electron/sheets/readTable.ts';
import { openFile } from '../../electron/store/open.ts';
import { stepsOver } from '../../electron/store/steps.ts';
import { functions } from '../../electron/subjects/all.ts';
import { plainError } from '../../electron/workers/plainError.ts';
import { writeBigSheet } from '../help/bigSheet.ts';
import { statesBySize } from '../help/bigState.ts';
import { testWorkspace, recordOf } from '../help/workspace.ts';
import { seeded } from '../rules/seeded.ts';

const root = join(import.meta.dirname, '../..');
const workerPath = join(root, '.out/electron/worker.js');
/** Every sixth cuts off an apportionment, the others an import. */
const kills = 62;

interface Act {
  name: 'exchange.apply' | 'targets.apportion';
  input: unknown;
  paths: Record<string, string>;
}

describe('a long act that is cut off', { timeout: 180_000 }, () => {
  let folder: string;
  /** The file before each act, and the ways to it. */
  const starts: { path: string; act: Act; before: string; after: string; milliseconds: number }[] = [];
  const copyOf = (path: string): string => {
    const copy = join(folder, 'copy.sangathan');
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(copy + ending, { force: true });
    copyFileSync(path, copy);
    return copy;
  };
  /** The record with ids as numbers in the order they come, so that two runs of one import are the same. */
  const read = (path: string): { record: string; steps: number } => {
    const connection = new Database(path, { readonly: true });
    try {
      const ids = new Map<string, string>();
      const order = connection.prepare('SELECT id FROM unit ORDER BY path').pluck().all() as string[];
      order.forEach((id, at) => ids.set(id, `unit ${at}`));
      const record = recordOf(connection).replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => ids.get(id) ?? id);
      return { record: record.split('\n').toSorted().join('\n'), steps: connection.prepare('SELECT COUNT(*) FROM step').pluck().get() as number };
    } finally {
      connection.close();
    }
  };
  const isWhole = (path: string) => {
    const connection = new Database(path);
    try {
      expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(connection.pragma('foreign_key_check')).toEqual([]);
    } finally {
      connection.close();
    }
  };
  const runIn = (engine: Engine, { name, input, paths }: Act, watch = { progress: () => undefined, cancelled: () => false } as Parameters<Engine['run']>[3]) => engine.run(name, input, paths, watch);

  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, 'build/bundle.mjs')]);
    folder = mkdtempSync(join(tmpdir(), 'sangathan-killed-'));
    const sheet = join(folder, 'state.csv');
    writeBigSheet(11, { ...statesBySize.small, districts: 4, blocks: 24, panchayats: 500, booths: 2000, assemblySeats: 8 }, sheet);
    const workspace = await testWorkspace({ kind: 'new', nameEn: 'Small State', nameHi: 'छोटा प्रदेश' });
    try {
      const rootId = workspace.ask('workspace.get', {}).rootUnitId as string;
      const mapping = guessColumns((await readTable(sheet)).rows, workspace.ask('units.levels', {}));
      expect(mapping).not.toBeNull();
      const metric = await workspace.act('programmes.saveMetric', { id: null, fields: { nameEn: 'Members', nameHi: null, kind: 'sum', countLevelId: null, ofMetricId: null } });
      const programme = await workspace.act('programmes.save', { id: null, fields: { nameEn: 'Drive', nameHi: null, fromDay: '2022-04-01', toDay: '2022-04-30', phases: [], metricIds: [metric.id] } });
      const importing: Act = { name: 'exchange.apply', input: { token: 'sheet', more: [], rootId, mapping: { ...mapping!, extras: {} }, wanted: { add: true, renames: false, moves: false, details: false, gone: false, day: null, opensNew: false, heldBack: [] } }, paths: { sheet } };
      const apportioning: Act = { name: 'targets.apportion', input: { programmeId: programme.id, metricId: metric.id, unitId: rootId, method: 'equal', total: 150_000, toLevelId: 'booth', step: 1, minimum: 0, dueDay: null }, paths: {} };
      for (const act of [importing, apportioning]) {
        const path = join(folder, `${act.name}.sangathan`);
        await workspace.engine.backup(path);
        const before = read(path).record;
        const begun = performance.now();
        await runIn(workspace.engine, act);
        const milliseconds = performance.now() - begun;
        const done = join(folder, 'done.sangathan');
        await workspace.engine.backup(done);
        const after = read(done).record;
        expect(after).not.toBe(before);
        expect(after.length).toBeGreaterThan(100_000);
        starts.push({ path, act, before, after, milliseconds });
      }
    } finally {
      workspace.close();
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(`${kills} kills at random moments leave the record before or the record after, and the act runs anew`, async () => {
    const script = join(folder, 'child.mjs');
    writeFileSync(script, `
      import { Worker } from 'node:worker_threads';
      const [path, act] = process.argv.slice(2);
      const { name, input, paths } = JSON.parse(act);
      const worker = new Worker(${JSON.stringify(workerPath)}, { workerData: { path, filling: { kind: 'none' }, actor: '', cancel: new SharedArrayBuffer(4) } });
      worker.on('message', (message) => {
        if (message.type === 'ready') { process.stdout.write('ready '); worker.postMessage({ type: 'call', id: 'k', ticket: 1, name, input, paths }); }
        if (message.type === 'answer') process.stdout.write('done ');
        if (message.type === 'failed' || message.type === 'refused') process.stdout.write('failed ' + JSON.stringify(message.error));
      });
      setInterval(() => undefined, 1000);`);
    const random = seeded(20220412);
    const ends = { before: 0, after: 0 };
    for (let kill = 0; kill < kills; kill++) {
      const { path, act, before, after, milliseconds } = starts[kill % 6 === 5 ? 1 : 0]!;
      const copy = copyOf(path);
      const wait = random.next() * milliseconds * 1.6;
      const child = spawn(process.execPath, [script, copy, JSON.stringify(act)], { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      const gone = new Promise((resolve) => child.on('exit', resolve));
      child.stdout.on('data', (data: Buffer) => {
        if (said === '') setTimeout(() => child.kill('SIGKILL'), wait);
        said += data.toString();
      });
      await gone;
      expect(said).not.toContain('failed');
      // Nothing lies about that a program would have to clear away: the next opening reads it and goes on.
      const engine = await openEngine(copy);
      const { record, steps } = read(copy);
      const end = record === before ? 'before' : 'after';
      expect(record === before || record === after, `kill ${kill} after ${Math.round(wait)} ms`).toBe(true);
      // What was answered is kept.
      if (said.includes('done')) expect(end).toBe('after');
      ends[end] += 1;
      if (kill % 10 === 0 && end === 'before') {
        await runIn(engine, act);
        expect(read(copy)).toMatchObject({ record: after, steps: steps + 1 });
      }
      engine.close();
      isWhole(copy);
    }
    expect(ends.before).toBeGreaterThan(10);
    expect(ends.before + ends.after).toBe(kills);
  });

  it('stopped at any of its signs of life, an act leaves nothing', async () => {
    const random = seeded(7);
    for (const { path, act, before, after } of starts) {
      const copy = copyOf(path);
      const engine = await openEngine(copy);
      let signs = 0;
      const stages = new Set<string>();
      await runIn(engine, act, { progress: (stage) => { signs += 1; stages.add(stage); }, cancelled: () => false });
      expect(stages).toContain('save');
      await engine.run('history.undo', {}, {}, { progress: () => undefined, cancelled: () => false });
      const undone = read(copy);
      expect(undone.record).toBe(before);
      // The last sign comes right before the commit; undoing and doing again can be stopped as well.
      for (const at of [1, signs, ...Array.from({ length: 8 }, () => random.whole(2, signs))]) {
        let seen = 0;
        // A sheet that looks changed is read anew: otherwise the reading's signs of life would be missing after the first time.
        for (const sheet of Object.values(act.paths)) utimesSync(sheet, new Date(), new Date());
        await expect(runIn(engine, act, { progress: () => undefined, cancelled: () => ++seen >= at })).rejects.toMatchObject({ code: 'job.cancelled' });
        expect(read(copy)).toEqual(undone);
      }
      for (const name of ['history.redo', 'history.undo'] as const) {
        const now = read(copy);
        await expect(engine.run(name, {}, {}, { progress: () => undefined, cancelled: () => true })).rejects.toMatchObject({ code: 'job.cancelled' });
        expect(read(copy)).toEqual(now);
        await engine.run(name, {}, {}, { progress: () => undefined, cancelled: () => false });
        expect(read(copy).record).toBe(name === 'history.redo' ? after : before);
      }
      engine.close();
      isWhole(copy);
    }
  });

  it('out of room, an act is refused with a code that has words, and the file is as it was', async () => {
    for (const { path, act, before, after } of starts) {
      const copy = copyOf(path);
      const connection = openFile(copy);
      const steps = stepsOver(connection);
      const pages = Number(connection.pragma('page_count', { simple: true }));
      const apply = functions[act.name] as unknown as (context: JobContext, input: unknown) => unknown;
      const attempt = () =>
        steps.run({ id: `step-${Math.random()}`, at: '2022-04-14T10:00:00.000Z', actor: '', call: act.name }, ({ summarise }) =>
          apply({ db: steps.db, today: '2022-04-14', newId: systemClock.newId, summarise, progress: () => undefined, cancelled: () => false, pathOf: (token) => act.paths[token] ?? '' }, act.input));
      for (const room of [5, 40, 120]) {
        connection.pragma(`max_page_count = ${pages + room}`);
        const error: unknown = await attempt().then(() => null, (thrown: unknown) => thrown);
        expect(plainError(error)).toMatchObject({ code: 'file.diskFull' });
        expect(read(copy).record).toBe(before);
      }
      connection.pragma('max_page_count = 1000000');
      await attempt();
      expect(read(copy).record).toBe(after);
      connection.close();
      isWhole(copy);
    }
  });
});
