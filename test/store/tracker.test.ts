// What the history keeps, and gives back: every kind of value, statements that fail halfway, large acts, files of older versions.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { first } from '../../electron/store/migrations/0010-first.ts';
import { migrations } from '../../electron/store/migrations/all.ts';
import { openFile } from '../../electron/store/open.ts';
import { packRuns, unpackRuns } from '../../electron/store/runs.ts';
import type { Run } from '../../electron/store/runs.ts';
import { changesOf } from '../../electron/store/stepRows.ts';
import { stepsOver } from '../../electron/store/steps.ts';
import type { Steps } from '../../electron/store/steps.ts';
import { recordOf } from '../help/workspace.ts';
import { seeded } from '../rules/seeded.ts';

const meta = (call: string) => ({ id: `${call}-${Math.random()}`, at: '2022-04-14T10:00:00.000Z', actor: 'test', call });
/** A table with every kind of column, beside our own. */
const list = [...migrations, { version: 9000, sql: 'CREATE TABLE thing (a TEXT NOT NULL, b INTEGER NOT NULL, text TEXT UNIQUE, whole INTEGER, real REAL, bytes BLOB, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;' }];

describe('what the history keeps', () => {
  let folder: string;
  let connection: Database.Database;
  let steps: Steps;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sangathan-tracker-'));
    connection = openFile(join(folder, 'test.sangathan'), { create: true, list });
    steps = stepsOver(connection);
  });
  afterEach(() => {
    connection.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (act: () => void) => steps.run(meta('test'), act);
  const add = (b: number, text: string | null = null) => steps.db.run('INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?)', 'key', b, text, 2 ** 40 + b, b / 7, b % 3 === 0 ? null : Buffer.from([b % 256, 0, 255]));

  it('takes back and does again texts, whole and broken numbers, bytes and nothing, to the last bit', async () => {
    const empty = recordOf(connection);
    await run(() => { for (let b = 0; b < 50; b++) add(b, b % 2 ? `हिन्दी "${b}"\n` : null); });
    const added = recordOf(connection);
    await run(() => {
      steps.db.run('UPDATE thing SET bytes = ?, real = real * 3 WHERE b < 20', Buffer.from('more'));
      steps.db.run('UPDATE thing SET b = b + 1000 WHERE b >= 40');
      steps.db.run('DELETE FROM thing WHERE b BETWEEN 20 AND 29');
      steps.db.run(`UPDATE thing SET text = NULL, whole = whole`);
    });
    const changed = recordOf(connection);
    await steps.undo(meta('undo'));
    expect(recordOf(connection)).toBe(added);
    await steps.undo(meta('undo'));
    expect(recordOf(connection)).toBe(empty);
    await steps.redo(meta('redo'));
    await steps.redo(meta('redo'));
    expect(recordOf(connection)).toBe(changed);
  });

  const tried = (statement: () => unknown) => {
    try {
      statement();
    } catch (error) {
      expect(String(error)).toContain('UNIQUE');
    }
  };

  it('any mixture of acts comes back exactly, over several pieces (seeds 1 and 2)', async () => {
    let done = 0;
    for (const seed of [1, 2]) {
      const { whole } = seeded(seed);
      const records = [recordOf(connection)];
      for (let act = 0; act < 4; act++) {
        await run(() => {
          for (let statement = 0; statement < 12; statement++) {
            const [kind, from, size] = [whole(0, 3), whole(0, 2999), whole(1, 1500)];
            const range = [from, from + size] as const;
            if (kind === 0) for (let b = from; b < from + size; b++) steps.db.run('INSERT INTO thing VALUES (?, ?, NULL, ?, NULL, NULL) ON CONFLICT DO NOTHING', 'key', b, b);
            if (kind === 1) steps.db.run('UPDATE thing SET whole = whole + 1, real = whole / 3.0 WHERE b BETWEEN ? AND ? AND b % 3 = 0', ...range);
            if (kind === 2) steps.db.run('DELETE FROM thing WHERE b BETWEEN ? AND ? AND b % 2 = 0', ...range);
            // Two rows may want one key: then the statement fails halfway, and the act goes on without it.
            if (kind === 3) tried(() => steps.db.run(`UPDATE thing SET a = CASE a WHEN 'key' THEN 'kez' ELSE 'key' END WHERE b BETWEEN ? AND ?`, ...range));
          }
        });
        records.push(recordOf(connection));
      }
      const changed = records.filter((record, at) => at === 0 || record !== records[at - 1]);
      done += changed.length - 1;
      for (const record of changed.slice(0, -1).toReversed()) {
        await steps.undo(meta('undo'));
        expect(recordOf(connection)).toBe(record);
      }
      for (const record of changed.slice(1)) {
        await steps.redo(meta('redo'));
        expect(recordOf(connection)).toBe(record);
      }
    }
    expect(done).toBe(8);
  });

  it('a statement that fails halfway leaves no trace in the history, even across pieces', async () => {
    const before = recordOf(connection);
    await run(() => {
      for (let b = 0; b < 9000; b++) add(b, b === 8999 ? 'same' : null);
      // All rows but the last are changed before the last one breaks the rule.
      expect(() => steps.db.run(`UPDATE thing SET text = CASE WHEN b = 8000 THEN 'same' ELSE 'text ' || b END WHERE b < 8999`)).toThrow('UNIQUE');
      steps.db.run('UPDATE thing SET whole = 1 WHERE b = 5');
    });
    const seq = connection.prepare('SELECT MAX(seq) FROM step').pluck().get() as number;
    expect(changesOf(steps.db, seq).count).toBe(9001);
    await steps.undo(meta('undo'));
    expect(recordOf(connection)).toBe(before);
  });

  it('an update that changes nothing is no change, and an act of such updates no step', async () => {
    await run(() => add(1, 'one'));
    await run(() => { steps.db.run(`UPDATE thing SET text = 'one', bytes = bytes`); });
    expect(connection.prepare('SELECT COUNT(*) FROM step').pluck().get()).toBe(1);
  });

  it('says which rows changed in a column without unpacking what concerns others', async () => {
    await run(() => { for (let b = 0; b < 5000; b++) add(b); });
    await run(() => {
      steps.db.run(`UPDATE thing SET text = 'text ' || b WHERE b < 4500`);
      steps.db.run('UPDATE thing SET whole = -1 WHERE b = 4700');
      steps.db.run('DELETE FROM thing WHERE b = 4800');
    });
    const changes = changesOf(steps.db, connection.prepare('SELECT MAX(seq) FROM step').pluck().get() as number);
    const rowsOf = (by?: string[]) => [...changes.runs('thing', by)].map(({ run: { kind, count } }) => [kind, count]);
    expect(rowsOf(['whole'])).toEqual([['update', 1], ['delete', 1]]);
    expect(rowsOf(['b']).at(-1)).toEqual(['delete', 1]);
    expect(rowsOf().reduce((sum, [, count]) => sum + Number(count), 0)).toBe(4502);
    // The first piece holds nothing but texts: it may be broken, and nobody asks.
    connection.prepare(`UPDATE stepChunk SET data = x'00' WHERE ord = 0 AND stepSeq = (SELECT MAX(seq) FROM step)`).run();
    expect(rowsOf(['whole'])).toHaveLength(2);
    expect(() => rowsOf()).toThrow();
    // Files of before kept the shapes alone: every piece is looked into.
    connection.prepare(`UPDATE stepChunk SET shapes = json_array(json_extract(shapes, '$[0][0]'))`).run();
    expect(() => rowsOf(['whole'])).toThrow();
  });

  it('a large act takes little room', async () => {
    await run(() => { for (let b = 0; b < 20_000; b++) steps.db.run('INSERT INTO thing VALUES (?, ?, NULL, ?, NULL, NULL)', 'key', b, b % 50); });
    const bytes = connection.prepare('SELECT SUM(LENGTH(data)) FROM stepChunk').pluck().get() as number;
    expect(bytes / 20_000).toBeLessThan(12);
  });
});

it('packed runs are unpacked as they were', () => {
  const runs: Run[] = [
    { shapeId: 3, kind: 'update', count: 2, columns: [['a', 'b'], [1.5, null], [Buffer.from([1, 2]), null]], changed: [1], after: [[null, -0.25]] },
    { shapeId: 4, kind: 'insert', count: 3, columns: [['x', 'x', 'x'], [null, null, null]], changed: [], after: [] },
  ];
  expect(unpackRuns(packRuns(runs))).toEqual(runs);
});

it('acts of a file of the first version can still be undone and done again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sangathan-old-'));
  try {
    const path = join(folder, 'old.sangathan');
    const old = openFile(path, { create: true, list: [{ version: 10, sql: first }] });
    const columns = (table: string) => (old.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
    old.exec(`INSERT INTO level VALUES ('state', 'State', 'प्रदेश', 'States', 'प्रदेश', 10), ('district', 'District', 'जिला', 'Districts', 'जिले', 20)`);
    old.exec(`INSERT INTO unit (id, parentId, levelId, path, nameEn) VALUES ('s', NULL, 'state', '0001', 'Jharkhand'), ('d', 's', 'district', '00010001', 'Dhanbad Town')`);
    const row = (name: string) => JSON.stringify(columns('unit').map((column) => ({ id: 'd', parentId: 's', levelId: 'district', path: '00010001', nameEn: name, demonstration: 0 } as Record<string, unknown>)[column] ?? null));
    old.prepare('INSERT INTO stepShape VALUES (1, ?, ?, ?)').run('unit', JSON.stringify(columns('unit')), '["id"]');
    const step = old.prepare(`INSERT INTO step VALUES (?, ?, '2022-04-01T10:00:00.000Z', '', ?, 'do', NULL, ?, 'done', 1)`);
    step.run(1, 'one', 'units.add', '{"key":"units.add","detail":{}}');
    step.run(2, 'two', 'units.update', '{"key":"units.update","detail":{}}');
    const change = old.prepare('INSERT INTO stepChange (stepSeq, shapeId, before, after) VALUES (?, 1, ?, ?)');
    change.run(1, null, row('Dhanbad'));
    change.run(2, row('Dhanbad'), row('Dhanbad Town'));
    old.close();
    const connection = openFile(path);
    const steps = stepsOver(connection);
    const names = () => connection.prepare('SELECT nameEn FROM unit ORDER BY path').pluck().all();
    await steps.fill(() => undefined);
    await steps.undo(meta('undo'));
    expect(names()).toEqual(['Jharkhand', 'Dhanbad']);
    await steps.undo(meta('undo'));
    expect(names()).toEqual(['Jharkhand']);
    await steps.redo(meta('redo'));
    await steps.redo(meta('redo'));
    expect(names()).toEqual(['Jharkhand', 'Dhanbad Town']);
    connection.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
