// Levels in a real file: their order, what may stand under what, and what refuses to be taken away; every step is undone whole.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
beforeAll(async () => { file = await testWorkspace(); });
afterAll(() => file.close());

const cluster = { nameEn: 'Cluster', nameHi: 'संकुल', pluralEn: 'Clusters', pluralHi: null, under: ['panchayat', 'ward'] };
const order = (): string[] => file.ask('levels.list', {}).map(({ id }) => id);
const fieldsOf = (id: string) => {
  const { nameEn, nameHi, pluralEn, pluralHi, under } = file.ask('levels.list', {}).find((level) => level.id === id)!;
  return { nameEn, nameHi, pluralEn, pluralHi, under };
};

describe('levels', () => {
  it('counts the open units of each', () => {
    const levels = new Map(file.ask('levels.list', {}).map((level) => [level.id, level.units]));
    expect([levels.get('state'), levels.get('district'), levels.get('mandal')]).toEqual([1, 24, 0]);
    expect(levels.get('booth')).toBe(file.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE levelId = 'booth' AND closedDay IS NULL`)[0]!.n);
  });

  it('a new one takes its place, units can be added at it, and it goes away again; undo gives the same file', async () => {
    const before = file.record();
    const { id } = await file.act('levels.save', { id: null, afterId: 'ward', fields: cluster });
    expect(order().slice(-3)).toEqual(['ward', id, 'booth']);
    expect(fieldsOf(id)).toEqual({ ...cluster, pluralHi: 'संकुल' });
    const panchayat = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'panchayat' ORDER BY path LIMIT 1`)[0]!.id;
    const unit = await file.act('units.add', { parentId: panchayat, levelId: id, nameEn: 'North', nameHi: null });
    await expect(file.act('levels.remove', { id })).rejects.toMatchObject({ code: 'levels.inUse' });
    await file.act('units.remove', { id: unit.id });
    await file.act('levels.remove', { id });
    expect(order()).not.toContain(id);
    for (let step = 0; step < 4; step++) await file.act('history.undo', {});
    expect(file.record()).toBe(before);
  });

  it('is put elsewhere in the order, but never above what it stands under', async () => {
    const before = file.record();
    await file.act('levels.save', { id: 'town', afterId: 'district', fields: fieldsOf('town') });
    expect(order().indexOf('town')).toBe(order().indexOf('district') + 1);
    await expect(file.act('levels.save', { id: 'block', afterId: 'state', fields: fieldsOf('block') })).rejects.toMatchObject({ code: 'levels.notAbove', detail: { nameEn: 'Block', otherEn: 'District' } });
    await expect(file.act('levels.save', { id: 'block', afterId: 'panchayat', fields: fieldsOf('block') })).rejects.toMatchObject({ code: 'levels.notAbove', detail: { otherEn: 'Block' } });
    await expect(file.act('levels.save', { id: 'block', afterId: null, fields: fieldsOf('block') })).rejects.toMatchObject({ code: 'levels.topFirst' });
    await file.act('history.undo', {});
    expect(file.record()).toBe(before);
  });

  it('refuses what makes no sense, and nothing is changed by it', async () => {
    const before = file.record();
    await expect(file.act('levels.save', { id: null, afterId: 'ward', fields: { ...cluster, under: [] } })).rejects.toMatchObject({ code: 'levels.standsNowhere' });
    await expect(file.act('levels.save', { id: null, afterId: 'ward', fields: { ...cluster, under: ['booth'] } })).rejects.toMatchObject({ code: 'levels.notAbove' });
    await expect(file.act('levels.save', { id: null, afterId: 'ward', fields: { ...cluster, under: ['nobody'] } })).rejects.toMatchObject({ code: 'levels.gone' });
    await expect(file.act('levels.save', { id: null, afterId: 'ward', fields: { ...cluster, nameHi: 'पंचायत' } })).rejects.toMatchObject({ code: 'levels.nameTaken', detail: { nameEn: 'Panchayat' } });
    await expect(file.act('levels.save', { id: 'panchayat', afterId: 'mandal', fields: { ...fieldsOf('panchayat'), under: ['mandal'] } })).rejects.toMatchObject({ code: 'levels.unitsStandThere' });
    await expect(file.act('levels.save', { id: 'nobody', afterId: 'ward', fields: cluster })).rejects.toMatchObject({ code: 'levels.gone' });
    await expect(file.act('levels.remove', { id: 'booth' })).rejects.toMatchObject({ code: 'levels.inUse' });
    expect(file.record()).toBe(before);
  });
});
