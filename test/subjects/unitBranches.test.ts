// Branches of the tree, many at once: the same as one by one, and how many lines stand below each while whole levels are open.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bigWorkspace } from '../help/bigWorkspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
beforeAll(async () => {
  file = await bigWorkspace({ state: 'small' });
  const some = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId IN ('booth', 'panchayat', 'block') ORDER BY nameEn`);
  for (const { id } of some.filter((_, at) => at % 41 === 3)) await file.act('units.close', { id, day: '2022-04-01' });
  // A booth directly below a block, and a panchayat without booths, as files have them.
  const block = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'block' AND closedDay IS NULL LIMIT 1`)[0]!.id;
  await file.act('units.add', { parentId: block, levelId: 'booth', nameEn: 'Booth of the block', electors: 900 });
  await file.act('units.add', { parentId: block, levelId: 'panchayat', nameEn: 'New panchayat' });
});
afterAll(() => file.close());

/** Lines below a unit, by walking: every unit of a level above `openTo` stands open. */
function walked(openTo: string | null): Map<string, number> {
  const ordinals = new Map(file.ask('units.levels', {}).map((level) => [level.id, level.ordinal]));
  const below = new Map<string, number>();
  for (const { id, parentId, levelId } of file.rows<{ id: string; parentId: string | null; levelId: string }>('SELECT id, parentId, levelId FROM unit WHERE closedDay IS NULL ORDER BY path DESC')) {
    const isOpen = openTo !== null && (ordinals.get(levelId) ?? 0) < (ordinals.get(openTo) ?? 0);
    if (!isOpen) below.set(id, 0);
    if (parentId !== null) below.set(parentId, (below.get(parentId) ?? 0) + 1 + (below.get(id) ?? 0));
  }
  return below;
}

describe('branches', () => {
  it.each([null, 'district', 'block', 'town', 'panchayat', 'ward', 'booth'])('open down to %s: each row says how many lines stand below it', (openTo) => {
    const lines = walked(openTo);
    const parents = file.rows<{ id: string }>('SELECT unit.id FROM unit JOIN unitSum ON unitSum.unitId = unit.id WHERE closedDay IS NULL').map((row) => row.id);
    const of = [null, ...parents].map((parentId) => ({ parentId, offset: 0 }));
    let rows = 0;
    for (let from = 0; from < of.length; from += 60) {
      for (const page of file.ask('units.branches', { of: of.slice(from, from + 60), openTo })) {
        for (const row of page.rows) {
          rows += 1;
          expect({ name: row.nameEn, lines: row.lines }).toEqual({ name: row.nameEn, lines: lines.get(row.id) ?? 0 });
        }
      }
    }
    expect(rows).toBeGreaterThan(300);
  });

  it('are the same windows as asked one by one, in either language, closed ones too; one that has gone is empty', () => {
    const [root, ...others] = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId IN ('state', 'district', 'block') ORDER BY path`).map((row) => row.id);
    for (const language of ['en', 'hi'] as const) {
      for (const closed of [false, true]) {
        const of = [{ parentId: null, offset: 0 }, { parentId: root!, offset: 1 }, ...others.map((parentId) => ({ parentId, offset: 2 }))];
        const many = file.ask('units.branches', { of, limit: 4, language, closed });
        const alone = of.map((branch) => file.ask('units.children', { ...branch, limit: 4, language, closed }));
        expect(many.map(({ rows, ...page }) => ({ ...page, rows: rows.map((row) => ({ ...row, lines: undefined })) }))).toEqual(alone.map(({ rows, ...page }) => ({ ...page, rows: rows.map((row) => ({ ...row, lines: undefined })) })));
      }
    }
    expect(file.ask('units.branches', { of: [{ parentId: 'gone', offset: 0 }] })).toEqual([{ total: 0, offset: 0, rows: [] }]);
  });
});
