// 2,500 damaged files through the real calls: none crashes them, hangs them, or changes what is kept.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '../../electron/sheets/readTable.ts';
import { AppError } from '../../shared/errors.ts';
import type { ImportMapping } from '../../shared/model/importing.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

const runs = 2500;
const folder = join(import.meta.dirname, 'files');
let temporary: string;
let workspace: TestWorkspace;
let rootId: string;

/** Mulberry32: the same damage from the same seed, so that a failure can be had again. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Damage = (bytes: Buffer, below: (limit: number) => number) => Buffer;
const span = (bytes: Buffer, below: (limit: number) => number, most: number): [number, number] => {
  const from = below(Math.max(1, bytes.length));
  return [from, Math.min(bytes.length, from + 1 + below(most))];
};
const nasty = ['"', '""', '\r', '\n', '\0', '\uFEFF', '<', '>', '&', ']]>', '<!--', '<![CDATA[', '<!DOCTYPE a [<!ENTITY b "c">]>', '&b;', '&#0;', '=cmd()', '😀', '\uFFFD', '१२', '-1', '1e999', 'NaN', ','.repeat(300), 'x'.repeat(20_000), 'sep=\t\r\n', '</Row>', '<Row ss:Index="99999999">', '<Cell ss:Index="0">', '<Cell ss:MergeDown="999999999">', 'Total'];

const damages: Record<string, Damage> = {
  cut: (bytes, below) => bytes.subarray(0, below(bytes.length + 1)),
  behead: (bytes, below) => bytes.subarray(below(bytes.length + 1)),
  flip: (bytes, below) => {
    const copy = Buffer.from(bytes);
    for (let count = 1 + below(20); count > 0 && copy.length > 0; count--) copy[below(copy.length)]! ^= 1 << below(8);
    return copy;
  },
  noise: (bytes, below) => {
    const copy = Buffer.from(bytes);
    const [from, to] = span(copy, below, 60);
    for (let at = from; at < to; at++) copy[at] = below(256);
    return copy;
  },
  drop: (bytes, below) => {
    const [from, to] = span(bytes, below, 200);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  twice: (bytes, below) => {
    const [from, to] = span(bytes, below, 400);
    const at = below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, to), bytes.subarray(at)]);
  },
  often: (bytes, below) => Buffer.concat(Array.from({ length: 2 + below(12) }, () => bytes)),
  insert: (bytes, below) => {
    const at = below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(nasty[below(nasty.length)]!), bytes.subarray(at)]);
  },
  zeros: (bytes, below) => {
    const copy = Buffer.from(bytes);
    const [from, to] = span(copy, below, 100);
    return copy.fill(0, from, to);
  },
  utf16: (bytes, below) => {
    const wide = Buffer.from(bytes.toString('utf8'), 'utf16le');
    return below(2) === 0 ? wide : Buffer.from(wide.subarray(0, wide.length & ~1)).swap16();
  },
  latin: (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  marked: (bytes, below) => Buffer.concat([Buffer.from([[0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0]][below(5)]!), bytes]),
  shuffle: (bytes, below) => {
    const lines = bytes.toString('latin1').split('\n');
    for (let at = lines.length - 1; at > 0; at--) {
      const other = below(at + 1);
      [lines[at], lines[other]] = [lines[other]!, lines[at]!];
    }
    return Buffer.from(lines.join('\n'), 'latin1');
  },
};

async function asWorkbook(name: string): Promise<Buffer> {
  const { rows } = await readTable(join(folder, name));
  const book = new Workbook();
  book.addWorksheet('Sheet1').addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'sangathan-damaged-'));
  workspace = await testWorkspace({ kind: 'new', nameEn: 'Jharkhand', nameHi: 'झारखंड' });
  rootId = workspace.rows<{ id: string }>('SELECT id FROM unit')[0]!.id;
});
afterAll(() => {
  workspace.close();
  rmSync(temporary, { recursive: true, force: true });
});

test(`${runs} damaged files neither crash, hang, nor change the store`, { timeout: 300_000 }, async () => {
  const path = join(temporary, 'AC 38.xls');
  const files = { chosen: path };
  const sources: { name: string; bytes: Buffer; mapping: ImportMapping | null }[] = [];
  for (const name of readdirSync(folder).filter((each) => !each.endsWith('.pdf')).sort()) {
    const { guess: mapping } = await workspace.act('exchange.inspect', { token: 'chosen' }, { chosen: join(folder, name) });
    sources.push({ name, bytes: readFileSync(join(folder, name)), mapping });
  }
  for (const name of ['lgd-blocks.xls', 'lgd-local-bodies.xls', 'booths-hindi.csv']) {
    sources.push({ name: `${name} as xlsx`, bytes: await asWorkbook(name), mapping: sources.find((source) => source.name === name)!.mapping });
  }
  // Something has to be there for damage to be done to.
  const blocks = sources.find(({ name }) => name === 'lgd-blocks.xls')!;
  await workspace.act('exchange.apply', { token: 'chosen', rootId, mapping: blocks.mapping! }, { chosen: join(folder, 'lgd-blocks.xls') });
  const before = workspace.record();

  /** The answer, or null for a refusal in words; anything else is a failure of the app. */
  const answer = async <Value>(what: string, asked: Promise<Value>): Promise<Value | null> => {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof AppError && error.code !== 'bug') return null;
      throw new Error(`${what}: ${String(error)}`, { cause: error });
    }
  };
  const kinds = Object.keys(damages);
  const told = { refused: 0, read: 0, applied: 0 };
  for (let run = 0; run < runs; run++) {
    const below = seeded(run);
    const { name, bytes, mapping } = sources[run % sources.length]!;
    const kind = kinds[below(kinds.length)]!;
    let damaged = damages[kind]!(bytes, below);
    if (below(3) === 0) damaged = damages[kinds[below(kinds.length)]!]!(damaged, below);
    writeFileSync(path, damaged);
    const what = `run ${run}: ${name}, ${kind}`;
    const seen = await answer(`${what}, inspect`, workspace.act('exchange.inspect', { token: 'chosen' }, files));
    const use = seen?.guess ?? mapping;
    if (!use) continue;
    const choice = { token: 'chosen', rootId, mapping: use };
    const preview = await answer(`${what}, preview`, workspace.act('exchange.preview', choice, files));
    if (seen === null) expect(preview, what).toBeNull();
    told[preview === null ? 'refused' : 'read']++;
    // What can still be read may be taken in, but then as one step that is wholly undone.
    if (preview === null || run % 2 === 0) {
      const done = await answer(`${what}, apply`, workspace.act('exchange.apply', choice, files));
      if (preview === null) expect(done, what).toBeNull();
      if (done) {
        told.applied++;
        await workspace.act('history.undo', {});
      }
    }
    if (run % 100 === 99) expect(workspace.record(), what).toBe(before);
  }
  expect(workspace.record()).toBe(before);
  // The damage must be real, and must not always be hopeless: else this proves nothing.
  expect(told.refused).toBeGreaterThan(runs / 10);
  expect(told.read).toBeGreaterThan(runs / 10);
  expect(told.applied).toBeGreaterThan(50);
});
