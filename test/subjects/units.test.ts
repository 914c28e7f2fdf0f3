// The tree of units on a real file: paging and order, counts against a count by hand, search in both scripts, and the indexes that carry it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract.ts';
import { compareNames } from '../../shared/text/sorting.ts';
import type { QueryContext } from '../../electron/calls.ts';
import { openReader } from '../../electron/store/open.ts';
import { sqlOf } from '../../electron/store/sql.ts';
import type { ReadDb, SqlValue } from '../../electron/store/sql.ts';
import { functions } from '../../electron/subjects/all.ts';
import { testWorkspace } from '../help/workspace.ts';
import { expectTalliesRight } from './countByHand.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
beforeAll(async () => { file = await testWorkspace(); });
afterAll(() => file.close());

const idOf = (levelId: string, nameEn: string): string => {
  const found = file.rows<{ id: string }>('SELECT id FROM unit WHERE levelId = ? AND nameEn = ?', levelId, nameEn);
  if (found.length === 0) throw new Error(`no ${levelId} ${nameEn}`);
  return found[0]!.id;
};
const childrenOf = (parentId: string | null, input: { offset?: number; limit?: number; language?: 'en' | 'hi'; closed?: boolean } = {}) => file.ask('units.children', { parentId, ...input });

describe('children', () => {
  it('begin at the state', () => {
    const top = childrenOf(null);
    expect(top).toMatchObject({ total: 1, offset: 0, rows: [{ nameEn: 'Jharkhand', levelId: 'state', parentId: null, children: 24, booths: 29500, demonstration: false }] });
  });

  it('are sorted by the name shown, in either language', () => {
    const state = idOf('state', 'Jharkhand');
    const en = childrenOf(state, { language: 'en' }).rows.map((row) => row.nameEn);
    expect(en).toHaveLength(24);
    expect(en).toEqual([...en].sort(compareNames('en')));
    const hi = childrenOf(state, { language: 'hi' }).rows.map((row) => row.nameHi!);
    expect(hi).toEqual([...hi].sort());
    expect(hi).not.toEqual(childrenOf(state, { language: 'en' }).rows.map((row) => row.nameHi!));
  });

  it('put blocks before towns, and Ward 2 before Ward 10', () => {
    const levels = childrenOf(idOf('district', 'Dhanbad')).rows.map((row) => row.levelId);
    expect(levels).toEqual([...levels].sort());
    expect(new Set(levels)).toEqual(new Set(['block', 'town']));
    const town = idOf('town', 'Dhanbad');
    const wards = childrenOf(town, { limit: 500 }).rows.map((row) => row.nameEn);
    expect(wards.length).toBeGreaterThan(100);
    expect(wards).toEqual(wards.map((_, at) => `Ward ${at + 1}`));
    expect(childrenOf(town, { limit: 500, language: 'hi' }).rows.map((row) => row.nameHi)).toEqual(wards.map((_, at) => `वार्ड ${at + 1}`));
  });

  it('come a window at a time: the windows together are the whole, each unit once', () => {
    const town = idOf('town', 'Dhanbad');
    const whole = childrenOf(town, { limit: 500 });
    const windows = [];
    for (let offset = 0; offset < whole.total; offset += 37) {
      const page = childrenOf(town, { offset, limit: 37 });
      expect(page).toMatchObject({ total: whole.total, offset });
      windows.push(...page.rows);
    }
    expect(windows).toEqual(whole.rows);
    expect(new Set(windows.map((row) => row.id)).size).toBe(whole.total);
    expect(childrenOf(town, { offset: whole.total, limit: 37 }).rows).toEqual([]);
  });

  it('say what a booth is: its own electors, demonstration, its seat and part', () => {
    const [booth] = file.rows<{ id: string; electors: number; partNumber: string }>(`SELECT id, electors, partNumber FROM unit WHERE levelId = 'booth' LIMIT 1`);
    const got = file.ask('units.get', { id: booth!.id });
    expect(got).toMatchObject({ electors: booth!.electors, ownElectors: booth!.electors, partNumber: booth!.partNumber, booths: 1, children: 0, demonstration: true, counts: [] });
    expect(got.constituency).toMatchObject({ kind: 'assembly', id: file.rows<{ constituencyId: string }>('SELECT constituencyId FROM unit WHERE id = ?', booth!.id)[0]!.constituencyId });
    expect(got.lokSabha).toMatchObject({ kind: 'lokSabha', id: got.constituency!.parentId });
    expect(got.ancestors.map((crumb) => crumb.levelId).slice(0, 2)).toEqual(['state', 'district']);
  });
});

describe('counts', () => {
  it('of every unit equal a count by hand', () => {
    expectTalliesRight(file);
    expect(file.ask('units.counts', { id: null })).toEqual([
      { levelId: 'district', units: 24 }, { levelId: 'block', units: 264 }, { levelId: 'town', units: 24 },
      { levelId: 'panchayat', units: file.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE levelId = 'panchayat'`)[0]!.n },
      { levelId: 'ward', units: file.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE levelId = 'ward'`)[0]!.n },
      { levelId: 'booth', units: 29500 },
    ]);
  });

  it('lead to the units they are made of', () => {
    const dhanbad = idOf('district', 'Dhanbad');
    for (const { levelId, units } of file.ask('units.counts', { id: dhanbad })) {
      const list = file.ask('units.list', { id: dhanbad, levelId, limit: 500 });
      expect(list.total).toBe(units);
      expect(list.rows.every((row) => row.levelId === levelId && row.withinEn.startsWith('Dhanbad'))).toBe(true);
    }
    const byElectors = file.ask('units.list', { id: null, levelId: 'district', order: 'electors' }).rows.map((row) => row.electors);
    expect(byElectors).toHaveLength(24);
    expect(byElectors).toEqual([...byElectors].sort((a, b) => b - a));
    const names = file.ask('units.list', { id: null, levelId: 'block', order: 'name', limit: 500 }).rows.map((row) => row.nameEn.toLowerCase());
    expect(names).toEqual([...names].sort());
  });

  it('of a seat are its booths, of a Lok Sabha seat those of its seats', () => {
    const seats = file.ask('units.constituencies', {});
    const dhanbad = seats.find((seat) => seat.kind === 'assembly' && seat.nameEn === 'Dhanbad')!;
    const own = file.rows<{ n: number; electors: number }>('SELECT COUNT(*) AS n, SUM(electors) AS electors FROM unit WHERE constituencyId = ?', dhanbad.id)[0]!;
    expect(file.ask('units.list', { id: null, levelId: 'booth', constituencyId: dhanbad.id }).total).toBe(own.n);
    expect(own.electors).toBe(dhanbad.electors);
    const below = seats.filter((seat) => seat.parentId === dhanbad.parentId).map((seat) => seat.id);
    const wide = file.rows<{ n: number }>('SELECT COUNT(*) AS n FROM unit WHERE constituencyId IN (SELECT value FROM json_each(?))', JSON.stringify(below))[0]!.n;
    expect(file.ask('units.list', { id: null, levelId: 'booth', constituencyId: dhanbad.parentId }).total).toBe(wide);
    expect(wide).toBeGreaterThan(own.n);
  });
});

describe('search', () => {
  const hits = (text: string, kinds: ('unit' | 'constituency' | 'person')[] = ['unit']) => file.ask('units.search', { text, kinds });
  const first = (text: string) => hits(text)[0]?.nameEn;

  it.each(['ranchi', 'Ranchi', 'RANCHI', 'राँची', 'रांची', 'ranc', 'रांच'])('finds Ranchi first by %s', (text) => {
    expect(hits(text)[0]).toMatchObject({ nameEn: 'Ranchi', levelId: 'district' });
  });

  it.each(['dhanbad', 'धनबाद', 'dhanbaad', 'danbad', 'धनबा'])('finds Dhanbad first by %s', (text) => {
    expect(hits(text)[0]).toMatchObject({ nameEn: 'Dhanbad', levelId: 'district' });
  });

  it.each(['singhbhum', 'singbhum', 'सिंहभूम', 'सिंहभूम ', 'singhbhoom', 'singh', 'सिंह', 'SINGHBH'])('finds both Singhbhums first by %s', (text) => {
    expect(new Set(hits(text).slice(0, 2).map((hit) => hit.nameEn))).toEqual(new Set(['East Singhbhum', 'West Singhbhum']));
  });

  it('finds East Singhbhum by either of its words, in either order', () => {
    expect(first('east singhbhum')).toBe('East Singhbhum');
    expect(first('singhbhum east')).toBe('East Singhbhum');
    expect(first('पूर्वी सिंहभूम')).toBe('East Singhbhum');
  });

  it('puts the name itself before longer names higher up', () => {
    expect(hits('Singho')[0]).toMatchObject({ nameEn: 'Singho', levelId: 'panchayat' });
    expect(hits('booth 12', ['unit'])[0]).toMatchObject({ nameEn: 'Booth 12' });
  });

  it('finds by code, also by one with letters', async () => {
    const dhanbad = idOf('district', 'Dhanbad');
    const { code } = file.ask('units.get', { id: dhanbad });
    expect(hits(code!)[0]!.id).toBe(dhanbad);
    await file.act('units.update', { id: dhanbad, fields: { code: 'CQ-7F/b' } });
    for (const text of ['CQ-7F/b', 'cq-7f', 'CQ-7F/B']) expect(hits(text)[0]?.id, text).toBe(dhanbad);
    await file.act('history.undo', {});
    expect(hits('CQ-7F/b')).toEqual([]);
  });

  it('tells namesakes apart by where they stand, and finds seats and people too', () => {
    const baghmara = hits('baghmara').find((hit) => hit.levelId === 'block')!;
    expect(baghmara).toMatchObject({ nameEn: 'Baghmara', withinEn: 'Dhanbad', withinHi: 'धनबाद' });
    expect(hits('dhanbad', ['constituency']).map((hit) => hit.kind)).toContain('constituency');
    expect(hits('जिला समन्वयक धनबाद', ['person'])[0]).toMatchObject({ kind: 'person', nameEn: 'District coordinator, Dhanbad', withinEn: 'District coordinator, Dhanbad', withinHi: 'जिला समन्वयक, धनबाद' });
  });

  it('finds nothing by nothing, and is not upset by signs', () => {
    for (const text of ['', '   ', '"', "'", '-', '()', '*', 'zzzzqqq', '। ॥']) expect(hits(text), text).toEqual([]);
    for (const text of ['dhanbad"', '(dhanbad', 'dhanbad*', 'dhanbad:', '^dhanbad']) expect(hits(text)[0]?.nameEn, text).toBe('Dhanbad');
    expect(() => hits('NEAR(')).not.toThrow();
  });

  it('follows a new name at once, and its undo', async () => {
    const block = idOf('block', 'Baghmara');
    await file.act('units.update', { id: block, fields: { nameEn: 'Nayapur', nameHi: 'नयापुर' } });
    expect(first('nayapur')).toBe('Nayapur');
    expect(hits('नयापुर')[0]!.id).toBe(block);
    expect(hits('baghmara').map((hit) => hit.id)).not.toContain(block);
    await file.act('history.undo', {});
    expect(hits('baghmara').map((hit) => hit.id)).toContain(block);
    expect(hits('nayapur').map((hit) => hit.id)).not.toContain(block);
  });
});

/** What the queries asked inside `work` send to the database. */
function asked(work: (ask: TestWorkspace['ask']) => void): { sql: string; values: SqlValue[] }[] {
  const statements: { sql: string; values: SqlValue[] }[] = [];
  const reader = openReader(file.path);
  const real = sqlOf(reader);
  const noting = (read: (sql: string, ...values: SqlValue[]) => unknown) => (sql: string, ...values: SqlValue[]) => {
    statements.push({ sql, values });
    return read(sql, ...values);
  };
  const db = { all: noting(real.all), get: noting(real.get), raw: noting(real.raw) } as unknown as ReadDb;
  try {
    work((name, input) => (functions[name] as (context: QueryContext, input: unknown) => never)({ db, today: '2022-04-18' }, contract[name].input.parse(input)));
  } finally {
    reader.close();
  }
  return statements;
}

describe('indexes carry the large tree', () => {
  const planOf = (sql: string, ...values: SqlValue[]) => file.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...(values as string[])).map((line) => line.detail);
  const scans = (plan: string[]) => plan.filter((line) => /^SCAN (unit|tally|unitSum|searchKey|person|responsibility)\b/.test(line));

  it('no query of the tree reads all units', () => {
    const dhanbad = idOf('district', 'Dhanbad');
    const statements = asked((ask) => {
      ask('units.children', { parentId: dhanbad });
      ask('units.children', { parentId: null });
      ask('units.children', { parentId: dhanbad, closed: true, language: 'hi' });
      ask('units.get', { id: dhanbad });
      ask('units.counts', { id: null });
      ask('units.map', { id: dhanbad });
      ask('units.search', { text: 'dhanbad' });
      ask('units.list', { id: dhanbad, levelId: 'booth' });
      ask('units.list', { id: null, levelId: 'booth', constituencyId: file.ask('units.constituencies', {})[0]!.id });
      ask('charges.board', { levelId: 'block', unitId: dhanbad, fromDay: '2022-04-18', toDay: '2022-04-18', only: 'free' });
      for (const kind of ['nobody', 'ranOut', 'soon', 'double', 'away', 'tooMany', 'vacant'] as const) ask('charges.problems', { kind, levelId: 'block', unitId: dhanbad, day: '2022-04-18' });
      ask('people.ofUnit', { unitId: dhanbad });
    });
    expect(statements.length).toBeGreaterThan(15);
    for (const { sql, values } of statements) expect({ sql, scans: scans(planOf(sql, ...values)) }).toEqual({ sql, scans: [] });
  });

  it('a subtree is one range of the paths', () => {
    const plan = planOf('SELECT id FROM unit WHERE path >= ? AND path < ?', '0001', '0001{');
    expect(plan).toEqual([expect.stringMatching(/^SEARCH unit USING INDEX .*\(path>\? AND path<\?\)$/)]);
  });
});
