// Checks proposing, confirming and correcting Hindi names on a real file, and what undo brings back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
let before: string;
beforeAll(async () => { file = await testWorkspace(); });
afterAll(() => file.close());
beforeEach(() => { before = file.record(); });

const undo = async () => {
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
};
const dhanbad = () => file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' AND nameEn = 'Dhanbad'`)[0]!.id;
const all = { unitId: null, levelId: null };
const countOf = (levelId: string, unitId: string | null = null) => file.ask('names.counts', { unitId }).find((row) => row.levelId === levelId);

describe('names in Hindi', () => {
  it('counts per level what is missing, the scope itself included', () => {
    const panchayats = file.rows<{ n: number; missing: number }>(`SELECT COUNT(*) AS n, SUM(nameHi IS NULL) AS missing FROM unit WHERE levelId = 'panchayat'`)[0]!;
    expect(panchayats.missing).toBeGreaterThan(3000);
    expect(countOf('panchayat')).toEqual({ levelId: 'panchayat', units: panchayats.n, missing: panchayats.missing, proposed: 0 });
    expect(countOf('district')).toEqual({ levelId: 'district', units: 24, missing: 0, proposed: 0 });
    expect(countOf('state')).toEqual({ levelId: 'state', units: 1, missing: 0, proposed: 0 });
    expect(countOf('district', dhanbad())).toEqual({ levelId: 'district', units: 1, missing: 0, proposed: 0 });
  });

  it('only of a class: the list, the counts and what is proposed, to the very units that stand in it', async () => {
    const division = file.ask('groups.list', {}).find(({ nameEn }) => nameEn === 'Division')!;
    const [one] = file.ask('groups.classes', { classificationId: division.id });
    const [seat] = file.ask('groups.classes', { classificationId: 'assembly' });
    for (const group of [{ classificationId: division.id, classId: one!.id }, { classificationId: 'assembly', classId: seat!.id }]) {
      for (const unitId of [null, dhanbad()]) {
        const inClass = Array.from({ length: 4 }, (_, page) => file.ask('units.list', { id: unitId, levelId: 'panchayat', group, limit: 500, offset: page * 500 }).rows).flat();
        const missing = inClass.filter(({ nameHi }) => nameHi === null).map(({ id }) => id);
        const list = file.ask('names.list', { unitId, group, levelId: 'panchayat', state: 'missing', limit: 500 });
        expect([list.total, new Set(list.rows.map(({ id }) => id))]).toEqual([missing.length, new Set(missing.slice(0, 500))]);
        expect(file.ask('names.counts', { unitId, group }).find(({ levelId }) => levelId === 'panchayat')?.units ?? 0).toBe(inClass.length);
        if (missing.length === 0) continue;
        const { proposed, left } = await file.act('names.propose', { unitId, group, levelId: 'panchayat' });
        expect(proposed + left).toBe(missing.length);
        expect(file.rows<{ n: number }>('SELECT COUNT(*) AS n FROM unit WHERE nameHiProposed = 1')[0]!.n).toBe(proposed);
        expect((await file.act('names.confirmAll', { unitId, group, levelId: null })).confirmed).toBe(proposed);
        await file.act('history.undo', {});
        await undo();
      }
    }
  });

  it('shows what it would propose without writing it', () => {
    const { total, rows } = file.ask('names.list', { ...all, state: 'missing', limit: 20 });
    expect(total).toBe(countOf('panchayat')!.missing);
    for (const row of rows) expect(row).toMatchObject({ nameHi: null, proposal: expect.stringMatching(/^[\p{Script=Devanagari}\d ()./-]+$/u) });
    expect(file.record()).toBe(before);
  });

  it('proposes for a scope, a level, or everything; one undo takes it back', async () => {
    const unitId = dhanbad();
    const { missing } = countOf('panchayat', unitId)!;
    expect(await file.act('names.propose', { unitId, levelId: 'block' })).toEqual({ proposed: 0, left: 0 });
    const { proposed, left } = await file.act('names.propose', { unitId, levelId: null });
    expect(proposed + left).toBe(missing);
    expect(left).toBe(0);
    expect(countOf('panchayat', unitId)).toMatchObject({ missing: 0, proposed: missing });
    expect(countOf('panchayat')!.proposed).toBe(missing);
    await undo();
  });

  it('finds a proposed name by search, and shows it as proposed', async () => {
    await file.act('names.propose', all);
    const [row] = file.rows<{ id: string; nameHi: string }>(`SELECT id, nameHi FROM unit WHERE nameHiProposed = 1 AND nameEn = 'Maheshpur 1'`);
    expect(row).toMatchObject({ nameHi: 'महेशपुर 1' });
    expect(file.ask('units.search', { text: 'महेशपुर 1', kinds: ['unit'] })[0]!.id).toBe(row!.id);
    expect(file.ask('units.get', { id: row!.id }).nameHiProposed).toBe(true);
    await undo();
  });

  it('is confirmed by another name, by the same name typed again, or saved in the form; nothing else confirms it', async () => {
    const unitId = dhanbad();
    await file.act('names.propose', { unitId, levelId: null });
    const [a, b, c, d] = file.ask('names.list', { unitId, levelId: 'panchayat', state: 'proposed', limit: 4 }).rows;
    expect(await file.act('names.set', { names: [{ id: a!.id, nameHi: 'सही नाम' }] })).toEqual({ changed: 1 });
    expect(await file.act('names.set', { names: [{ id: b!.id, nameHi: b!.nameHi! }] })).toEqual({ changed: 1 });
    await file.act('units.update', { id: c!.id, fields: { nameHi: c!.nameHi } });
    await file.act('units.update', { id: d!.id, fields: { nameEn: 'Another' } });
    const flag = (id: string) => file.ask('units.get', { id }).nameHiProposed;
    expect([a, b, c, d].map((row) => flag(row!.id))).toEqual([false, false, false, true]);
    expect(file.ask('units.get', { id: a!.id }).nameHi).toBe('सही नाम');
    expect(await file.act('names.confirmAll', { unitId, levelId: 'panchayat' })).toEqual({ confirmed: countOf('panchayat', unitId)!.units - 3 });
    expect(countOf('panchayat', unitId)).toMatchObject({ missing: 0, proposed: 0 });
    for (let step = 0; step < 6; step++) await file.act('history.undo', {});
    expect(file.record()).toBe(before);
  });

  it('puts one word right in every proposed name that has it, and in no confirmed one', async () => {
    await file.act('names.propose', all);
    const having = file.rows<{ id: string; nameHi: string }>(`SELECT id, nameHi FROM unit WHERE nameHiProposed = 1 AND (nameEn LIKE '% West' OR nameEn LIKE 'West %' OR nameEn LIKE '% West %')`);
    expect(having.length).toBeGreaterThan(20);
    const proposed = file.record();
    await file.act('names.set', { names: [{ id: having[0]!.id, nameHi: having[0]!.nameHi }] });
    expect(file.ask('names.sameWord', { unitId: null, english: 'West', hindi: 'पश्चिमी' })).toEqual({ units: having.length - 1 });
    expect(await file.act('names.replaceWord', { unitId: null, english: 'west', fromHindi: 'पश्चिमी', toHindi: 'पश्चिम' })).toEqual({ changed: having.length - 1 });
    expect(file.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE nameHiProposed = 1 AND nameEn LIKE '%West%' AND nameHi LIKE '%पश्चिमी%'`)[0]!.n).toBe(0);
    expect(file.ask('units.get', { id: having[0]!.id }).nameHi).toContain('पश्चिमी');
    await file.act('history.undo', {});
    await file.act('history.undo', {});
    expect(file.record()).toBe(proposed);
    await undo();
  });

  it('learns from the names of the file before it proposes', async () => {
    const ids = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'panchayat' AND nameEn LIKE '% East' LIMIT 12`).map(({ id }) => id);
    await file.act('names.set', { names: ids.map((id) => ({ id, nameHi: `${file.ask('units.get', { id }).nameEn.split(' ').slice(0, -1).map(() => 'क').join(' ')} पूरब` })) });
    await file.act('names.propose', all);
    const [row] = file.rows<{ nameHi: string }>(`SELECT nameHi FROM unit WHERE nameHiProposed = 1 AND nameEn LIKE '% East' LIMIT 1`);
    expect(row!.nameHi).toMatch(/ पूरब$/);
    await file.act('history.undo', {});
    await undo();
  });

  it('leaves names without Latin letters, and refuses units that are gone', async () => {
    const { id } = await file.act('units.add', { parentId: file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'block' LIMIT 1`)[0]!.id, levelId: 'panchayat', nameEn: '1234' });
    expect(await file.act('names.propose', { unitId: id, levelId: null })).toEqual({ proposed: 0, left: 1 });
    await expect(file.act('names.set', { names: [{ id: 'nobody', nameHi: 'क' }] })).rejects.toMatchObject({ code: 'units.gone' });
    await undo();
  });
});

it('missing and proposed names are counted and paged in an index alone', () => {
  for (const [state, index] of [['nameHi IS NULL', 'unitWithoutHindi'], ['nameHiProposed = 1', 'unitProposed']] as const) {
    const where = `levelId = 'booth' AND path >= '0' AND path < '{' AND unit.${state} AND unit.closedDay IS NULL`;
    for (const sql of [`SELECT COUNT(*) FROM unit WHERE ${where}`, `SELECT id FROM unit WHERE ${where} ORDER BY path LIMIT 50 OFFSET 100`]) {
      expect(file.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => detail)).toEqual([expect.stringContaining(`COVERING INDEX ${index} `)]);
    }
  }
});
