// The writing thread as it ships: progress, cancelling without a trace, refusals, and a process killed in the middle of an act.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWriter } from '../../electron/writer.ts';
import type { Writer } from '../../electron/writer.ts';
import { recordOf } from '../help/workspace.ts';

const root = join(import.meta.dirname, '../..');
const workerPath = join(root, '.out/electron/worker.js');
const silent = () => undefined;

describe('the writing thread', () => {
  let folder: string;
  let path: string;
  let writer: Writer;
  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, 'build/bundle.mjs')]);
    folder = mkdtempSync(join(tmpdir(), 'sangathan-writer-'));
    path = join(folder, 'sample.sangathan');
    writer = await startWriter(workerPath, { path, filling: { kind: 'sample' }, actor: 'test' }, silent, silent);
  });
  afterAll(async () => {
    await writer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const read = <Value>(use: (connection: Database.Database) => Value): Value => {
    const connection = new Database(path, { readonly: true });
    try {
      return use(connection);
    } finally {
      connection.close();
    }
  };
  const division = () => read((connection) => ({
    unitId: connection.prepare('SELECT id FROM unit WHERE parentId IS NULL').pluck().get() as string,
    ...(connection.prepare(`SELECT programmeId, metricId FROM programmeMetric JOIN metric ON metric.id = metricId WHERE kind = 'sum' LIMIT 1`).get() as { programmeId: string; metricId: string }),
    method: 'electors', total: 1_500_000, toLevelId: 'booth', step: 1, minimum: 0, dueDay: null,
  }));
  const record = () => read(recordOf);

  it('reports progress and leaves its work in the file', async () => {
    const before = record();
    const seen: [string, number, number][] = [];
    const { targets } = (await writer.run('one', 'targets.apportion', division(), {}, (stage, done, total) => seen.push([stage, done, total]))) as { targets: number };
    expect(targets).toBeGreaterThan(29_500);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.every(([, done, total]) => done <= total)).toBe(true);
    expect(read((connection) => connection.prepare('SELECT COUNT(*) FROM target').pluck().get())).toBe(targets);
    await writer.run('two', 'history.undo', {}, {}, silent);
    expect(record()).toBe(before);
  });

  it('a cancelled job leaves nothing, and the next call runs', async () => {
    const before = record();
    const steps = read((connection) => connection.prepare('SELECT COUNT(*) FROM step').pluck().get());
    const running = writer.run('three', 'targets.apportion', division(), {}, () => writer.cancel('three'));
    await expect(running).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(record()).toBe(before);
    expect(read((connection) => connection.prepare('SELECT COUNT(*) FROM step').pluck().get())).toBe(steps);
    await expect(writer.run('four', 'targets.apportion', { ...division(), toLevelId: 'district' }, {}, silent)).resolves.toMatchObject({ targets: 25 });
    await writer.run('five', 'history.undo', {}, {}, silent);
  });

  it('cancelling one call stops that call and no other, whether it runs or waits', async () => {
    const before = record();
    const first = writer.run('six', 'targets.apportion', division(), {}, () => writer.cancel('six'));
    const second = writer.run('seven', 'targets.apportion', { ...division(), toLevelId: 'district' }, {}, silent);
    const third = writer.run('eight', 'targets.apportion', division(), {}, silent);
    writer.cancel('eight');
    await expect(first).rejects.toMatchObject({ code: 'job.cancelled' });
    await expect(second).resolves.toMatchObject({ targets: 25 });
    await expect(third).rejects.toMatchObject({ code: 'job.cancelled' });
    await writer.run('nine', 'history.undo', {}, {}, silent);
    expect(record()).toBe(before);
  });

  it('refuses with the code of the refusal', async () => {
    const foreign = join(folder, 'letter.sangathan');
    writeFileSync(foreign, 'not a workspace at all, only a letter');
    await expect(startWriter(workerPath, { path: foreign, filling: { kind: 'none' }, actor: '' }, silent, silent)).rejects.toMatchObject({ code: 'file.notOurs' });
  });

  it('a process killed in the middle of an act leaves the file as it was before the act', async () => {
    const before = record();
    const script = join(folder, 'killed.mjs');
    writeFileSync(script, `
      import { Worker } from 'node:worker_threads';
      const worker = new Worker(${JSON.stringify(workerPath)}, { workerData: { path: ${JSON.stringify(path)}, filling: { kind: 'none' }, actor: '', cancel: new SharedArrayBuffer(4) } });
      worker.on('message', (message) => {
        if (message.type === 'ready') worker.postMessage({ type: 'call', id: 'k', ticket: 1, name: 'targets.apportion', input: ${JSON.stringify(division())}, paths: {} });
        if (message.type === 'progress' && message.done > 5000) console.log('writing');
        if (message.type === 'answer') console.log('done');
      });`);
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const words = await new Promise<string>((resolve) => child.stdout.on('data', (data: Buffer) => {
      child.kill('SIGKILL');
      resolve(data.toString());
    }));
    await new Promise((resolve) => child.on('exit', resolve));
    expect(words).toContain('writing');
    expect(words).not.toContain('done');
    expect(record()).toBe(before);
    expect(read((connection) => connection.pragma('quick_check', { simple: true }))).toBe('ok');
  });
});
