// Lists of one level in any order and from any place: the same as putting everything in order, without reading everything.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../shared/contract.ts';
import { subtreeRange } from '../../shared/rules/hierarchy.ts';
import { byName } from '../../electron/subjects/unitRows.ts';
import { unitList } from '../../electron/subjects/unitList.ts';
import { openReader } from '../../electron/store/open.ts';
import { sqlOf } from '../../electron/store/sql.ts';
import type { ReadDb, SqlValue } from '../../electron/store/sql.ts';
import { bigWorkspace } from '../help/bigWorkspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
beforeAll(async () => {
  file = await bigWorkspace({ state: 'small' });
  // A few closed units, and some without a Hindi name or electors, as files have them.
  const some = file.rows<{ id: string; levelId: string }>(`SELECT id, levelId FROM unit WHERE levelId IN ('booth', 'panchayat', 'block') ORDER BY nameEn`);
  for (const { id, levelId } of some.filter((_, at) => at % 37 === 3)) {
    if (levelId === 'booth') await file.act('units.update', { id, fields: { electors: null, nameHi: null } });
    else await file.act('units.close', { id, day: '2022-04-01' });
  }
});
afterAll(() => file.close());

const orders = ['tree', 'name', 'booths', 'electors'] as const;
const languages = ['en', 'hi'] as const;
const levels = ['state', 'district', 'block', 'town', 'panchayat', 'ward', 'booth'];

/** Everything of the level in order, by one plain statement. */
function plainly(id: string | null, levelId: string, seat: string | null, order: (typeof orders)[number], language: 'en' | 'hi'): string[] {
  const [from, to] = subtreeRange(id === null ? '' : file.ask('units.get', { id }).path);
  const keys = { tree: '', name: `${byName(language)},`, booths: `(SELECT units FROM tally WHERE unitId = unit.id AND levelId = 'booth') DESC,`, electors: 'COALESCE(NULLIF((SELECT electors FROM unitSum WHERE unitId = unit.id), 0), electors, 0) DESC,' };
  return file.rows<{ id: string }>(
    `SELECT id FROM unit WHERE levelId = ? AND path >= ? AND path < ? AND closedDay IS NULL
     ${seat === null ? '' : 'AND constituencyId IN (SELECT id FROM constituency WHERE id = ? OR parentId = ?)'} ORDER BY ${keys[order]} path`,
    levelId, from, to, ...(seat === null ? [] : [seat, seat]),
  ).map((row) => row.id);
}

describe('a list of one level', () => {
  const idOf = (sql: string) => file.rows<{ id: string }>(sql)[0]!.id;
  it.each(orders.flatMap((order) => languages.map((language) => ({ order, language }))))('by $order in $language is whole, from any place, in any scope', ({ order, language }) => {
    const scopes = [null, idOf(`SELECT id FROM unit WHERE levelId = 'state'`), idOf(`SELECT id FROM unit WHERE levelId = 'district' LIMIT 1`), idOf(`SELECT id FROM unit WHERE levelId = 'town' LIMIT 1`), idOf(`SELECT id FROM unit WHERE levelId = 'block' AND closedDay IS NULL LIMIT 1`)];
    for (const id of scopes) {
      for (const levelId of levels) {
        const wanted = plainly(id, levelId, null, order, language);
        for (const offset of [0, 7, Math.floor(wanted.length * 0.6), Math.max(0, wanted.length - 3), wanted.length + 5]) {
          const { total, rows } = file.ask('units.list', { id, levelId, order, language, offset, limit: 9 });
          expect({ id, levelId, offset, total, ids: rows.map((row) => row.id) }).toEqual({ id, levelId, offset, total: wanted.length, ids: wanted.slice(offset, offset + 9) });
        }
      }
    }
  });

  it.each(orders)('of a seat by %s', (order) => {
    for (const kind of ['assembly', 'lokSabha']) {
      const seat = idOf(`SELECT id FROM constituency WHERE kind = '${kind}' LIMIT 1`);
      const wanted = plainly(null, 'booth', seat, order === 'booths' ? 'tree' : order, 'hi');
      expect(wanted.length).toBeGreaterThan(20);
      const { total, rows } = file.ask('units.list', { id: null, levelId: 'booth', constituencyId: seat, order, language: 'hi', offset: 11, limit: 500 });
      expect({ total, ids: rows.map((row) => row.id) }).toEqual({ total: wanted.length, ids: wanted.slice(11) });
    }
  });
});

describe('indexes carry the large lists', () => {
  /** The plans of the statements a list is made with. */
  function plansOf(input: object): string[] {
    const reader = openReader(file.path);
    const real = sqlOf(reader);
    const plans: string[] = [];
    const noting = (of: (sql: string, ...values: SqlValue[]) => unknown) => (sql: string, ...values: SqlValue[]) => {
      plans.push(...reader.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values).map((row) => (row as { detail: string }).detail));
      return of(sql, ...values);
    };
    try {
      unitList({ all: noting(real.all), get: noting(real.get), raw: noting(real.raw) } as unknown as ReadDb, contract['units.list'].input.parse(input));
      return plans;
    } finally {
      reader.close();
    }
  }
  const sorting = (plans: string[]) => plans.filter((line) => /TEMP B-TREE/.test(line));

  it('the booths of a state are never put in order by hand: tree, names in either language from either end, electors', () => {
    for (const order of ['tree', 'name', 'electors']) {
      for (const language of languages) for (const offset of [0, 100, 230]) expect({ order, language, offset, sorting: sorting(plansOf({ id: null, levelId: 'booth', order, language, offset, limit: 5 })) }).toEqual({ order, language, offset, sorting: [] });
    }
    expect(plansOf({ id: null, levelId: 'booth', order: 'name', language: 'hi', limit: 5 })).toContainEqual(expect.stringMatching(/^SEARCH unit USING (COVERING )?INDEX unitByNameHi/));
    expect(plansOf({ id: null, levelId: 'booth', order: 'tree' })).toContainEqual('SEARCH unit USING COVERING INDEX unitByLevel (levelId=? AND path>? AND path<?)');
    expect(plansOf({ id: null, levelId: 'booth', order: 'electors' })).toContainEqual('SEARCH unit USING COVERING INDEX unitByElectors (levelId=? AND closedDay=?)');
  });

  it('counts come from what is kept, not from counting', () => {
    expect(plansOf({ id: null, levelId: 'booth' }).filter((line) => /unitByParent|tally/.test(line)).length).toBeGreaterThan(0);
    expect(plansOf({ id: null, levelId: 'booth' }).filter((line) => /^SCAN (unit|tally)/.test(line))).toEqual([]);
  });
});
