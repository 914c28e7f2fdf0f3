// Holds how well real spellings find each other: 558 pairs of the same place, one stored, the other typed. `npm run bench:names` prints the figures.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFile } from '../../electron/store/open.ts';
import { sqlOf } from '../../electron/store/sql.ts';
import type { SearchHit } from '../../shared/model/unit.ts';
import { measureSearch, namePairs, placesOfSample } from '../help/namePairs.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
beforeAll(async () => { file = await testWorkspace(); });
afterAll(() => file.close());

describe('search by every usual spelling', () => {
  const hits = (text: string, kinds: SearchHit['kind'][] = ['unit']) => file.ask('units.search', { text, kinds });

  it.each([
    ['sahebganj', 'Sahibganj'], ['साहेबगंज', 'Sahibganj'], ['sahib ganj', 'Sahibganj'], ['purvi singhbhum', 'East Singhbhum'], ['w singhbhum', 'West Singhbhum'], ['hazari bagh', 'Hazaribagh'],
    ['rachni', 'Ranchi'], ['dhnabad', 'Dhanbad'], ['jamtada', 'Jamtara'], ['lohardagga', 'Lohardaga'], ['giridhi', 'Giridih'],
  ])('%s finds %s', (text, name) => expect(hits(text).map((hit) => hit.nameEn)).toContain(name));

  it('puts what lies in the scope first among equals', () => {
    const id = (name: string) => file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' AND nameEn = ?`, name)[0]!.id;
    for (const name of ['Dhanbad', 'Palamu', 'Godda']) {
      const [first] = file.ask('units.search', { text: 'rampur', kinds: ['unit'], scopeId: id(name) });
      const there = file.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM unit JOIN unit AS top ON unit.path >= top.path AND unit.path < top.path || '{' WHERE top.id = ? AND unit.nameEn = 'Rampur'`, id(name))[0]!.n;
      if (there > 0) expect(first!.withinEn).toMatch(new RegExp(`^${name}`));
    }
  });

  it('is found by an earlier name and by another spelling that was noted', async () => {
    const block = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'block' AND nameEn = 'Baghmara'`)[0]!.id;
    const connection = openFile(file.path);
    connection.prepare('INSERT INTO unitVersion (unitId, untilDay, parentId, levelId, nameEn, nameHi) SELECT id, ?, parentId, levelId, ?, ? FROM unit WHERE id = ?').run('2020-01-01', 'Zorawarkhand', 'ज़ोरावरखंड', block);
    connection.close();
    await file.act('units.update', { id: block, fields: { code: 'Z-1' } });
    for (const text of ['zorawarkhand', 'jorawar', 'ज़ोरावर']) expect(hits(text).map((hit) => hit.id), text).toContain(block);
    expect(hits('Z-1')[0]!.id).toBe(block);
    await file.act('history.undo', {});
  });

  it('follows a thousand changes as it follows one', async () => {
    await file.act('names.propose', { unitId: null, levelId: 'panchayat' });
    const [row] = file.rows<{ id: string; nameHi: string }>(`SELECT id, nameHi FROM unit WHERE nameHiProposed = 1 AND nameEn = 'Telmocho'`);
    expect(hits(row!.nameHi)[0]!.id).toBe(row!.id);
    await file.act('history.undo', {});
  });

  it('answers the longest text a person may type, and odd ones', () => {
    for (const text of ['ram '.repeat(25), 'र'.repeat(100), '्ं़ा', '🙂 ram', 'a-b-c-d-e-f-g-h-i-j', '%_\\', '\u0000']) expect(() => hits(text.slice(0, 100)), text).not.toThrow();
  });
});

describe('pairs of spellings', () => {
  it('are at least 300, each of two different spellings', () => {
    const pairs = namePairs();
    expect(pairs.length).toBeGreaterThanOrEqual(550);
    for (const { kind, level, one, other } of pairs) expect([kind, level, one, other].every((cell) => cell !== '') && one !== other, `${one} ${other}`).toBe(true);
  });

  it('find the place, or a namesake of it, first in 90 %, and the place itself among five in 92 %', () => {
    const connection = openFile(file.path);
    try {
      connection.exec('BEGIN');
      const db = sqlOf(connection);
      const ids = placesOfSample(db);
      expect(ids.size).toBeGreaterThanOrEqual(490);
      const lines = measureSearch(db, ids, { baseline: false });
      const all = lines.at(-1)!;
      expect(all.pairs).toBeGreaterThanOrEqual(1200);
      expect(all.named1 / all.pairs).toBeGreaterThanOrEqual(0.9);
      expect(all.at5 / all.pairs).toBeGreaterThanOrEqual(0.92);
      for (const { what, pairs, at5 } of lines) if (pairs >= 30) expect(at5 / pairs, what).toBeGreaterThanOrEqual(0.8);
    } finally {
      connection.exec('ROLLBACK');
      connection.close();
    }
  });
});
