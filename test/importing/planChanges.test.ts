// A newer version of a list: what is renamed, moved, new in its details and gone is found, and nothing is found that is not so.
import { expect, test } from 'vitest';
import type { ImportUnit, LevelsMapping } from '../../shared/model/importing.ts';
import { planImport } from '../../shared/rules/importing/planImport.ts';
import { counter, existing, numbers, unit } from './help.ts';

const tree: ImportUnit[] = [
  unit('dh', 'jh', 'district', 'Dhanbad', 'धनबाद', '349'), unit('bo', 'jh', 'district', 'Bokaro', null, '355'),
  unit('ba', 'dh', 'block', 'Baghmara', 'बाघमारा', '2601'), unit('ju', 'dh', 'block', 'Jharia', null, '2602'),
  unit('ch', 'bo', 'block', 'Chas', null, '2701'), unit('own', 'dh', 'block', 'City block', null, null),
];
const mapping: LevelsMapping = {
  form: 'levels', headerRow: 0, extras: { electors: 5 },
  columns: [
    { column: 0, role: 'code', levelId: 'district' }, { column: 1, role: 'name', levelId: 'district' },
    { column: 2, role: 'code', levelId: 'block' }, { column: 3, role: 'name', levelId: 'block' }, { column: 4, role: 'nameHi', levelId: 'block' },
  ],
};
const head = ['District Code', 'District', 'Block Code', 'Block', 'Block (Hindi)', 'Electors'];
function plan(body: string[][], units = tree, over: Partial<LevelsMapping> = {}) {
  const rows = [head, ...body];
  return planImport(rows, numbers(rows), { ...mapping, ...over }, existing(units), 'jh', counter());
}
const same = [
  ['349', 'Dhanbad', '2601', 'Baghmara', 'बाघमारा', ''], ['349', 'Dhanbad', '2602', 'Jharia', '', ''], ['355', 'Bokaro', '2701', 'Chas', '', ''],
];

test('the same list once more says nothing new, and what the party made itself is not gone', () => {
  const { adds, badRows, changes, matched } = plan(same);
  expect({ adds, badRows, matched }).toEqual({ adds: [], badRows: [], matched: 5 });
  expect(changes).toEqual({ renames: [], moves: [], details: [], gone: [] });
});

test('another name under the same code is a new name; blanks, capitals and chandrabindu are none', () => {
  const { changes, badRows } = plan([
    ['349', 'DHANBAD', '2601', 'Baghmara  Kalan', '', ''], ['349', 'Dhanbad', '2602', ' jharia', '', ''], ['355', 'Bokaro', '2701', 'Chas', '', ''],
  ]);
  expect(badRows).toEqual([]);
  expect(changes.renames).toEqual([
    { id: 'ba', levelId: 'block', nameEn: 'Baghmara', nameHi: 'बाघमारा', parentEn: 'Dhanbad', parentHi: 'धनबाद', rowNumber: 2, basis: 'code', toEn: 'Baghmara  Kalan', toHi: null },
  ]);
  expect([changes.moves, changes.gone]).toEqual([[], []]);
});

test('a block under another district has moved, also when that district is new in the list', () => {
  const { adds, changes, badRows } = plan([
    ['349', 'Dhanbad', '2601', 'Baghmara', '', ''], ['400', 'Jharia Nagar', '2602', 'Jharia', '', ''], ['349', 'Dhanbad', '2701', 'Chas', '', ''],
  ]);
  expect(badRows).toEqual([]);
  expect(adds).toMatchObject([{ id: 'new1', levelId: 'district', nameEn: 'Jharia Nagar', code: '400' }]);
  expect(changes.moves.map(({ id, parentEn, toId, toEn }) => [id, parentEn, toId, toEn])).toEqual([['ju', 'Dhanbad', 'new1', 'Jharia Nagar'], ['ch', 'Bokaro', 'dh', 'Dhanbad']]);
  // Bokaro is not in this list of districts any more; its block is, elsewhere.
  expect(changes.gone.map(({ id, below }) => [id, below])).toEqual([['bo', 1]]);
});

test('what the list no longer has is gone only where it lists others of the kind, and not when its row was left out', () => {
  expect(plan(same.slice(0, 1)).changes.gone.map(({ id }) => id)).toEqual(['bo', 'ju']);
  const withBadRow = plan([same[0]!, ['349', 'Dhanbad', '2602', 'Jharia', '', 'many'], same[2]!]);
  expect(withBadRow.badRows).toMatchObject([{ cause: 'badNumber' }]);
  expect(withBadRow.changes.gone).toEqual([]);
  // A list of districts alone says nothing about blocks.
  const districts = { ...mapping, columns: mapping.columns.filter(({ levelId }) => levelId === 'district') };
  expect(plan(same, tree, districts).changes.gone).toEqual([]);
});

test('codes, Hindi names and figures that were missing or are others are details', () => {
  const units = tree.map((each) => (each.id === 'ju' ? { ...each, code: null, electors: 900 } : each));
  const { changes } = plan([same[0]!, ['349', 'Dhanbad', '2602', 'Jharia', 'झरिया', '1,000'], same[2]!], units);
  expect(changes.renames).toEqual([]);
  expect(changes.details.map(({ id, field, from, to }) => [id, field, from, to])).toEqual([
    ['ju', 'nameHi', '', 'झरिया'], ['ju', 'code', '', '2602'], ['ju', 'electors', '900', '1000'],
  ]);
});

test('an English name in the column for the local one is not taken for Hindi', () => {
  const { changes } = plan([same[0]!, ['349', 'Dhanbad', '2602', 'Jharia', 'Jharia', ''], same[2]!]);
  expect(changes.details).toEqual([]);
});

test('without codes a spelling apart is the same unit, with what stands below it; two that could be meant are none', () => {
  const names = { columns: [{ column: 1, role: 'name' as const, levelId: 'district' }, { column: 3, role: 'name' as const, levelId: 'block' }], extras: {} };
  const { adds, changes } = plan([['', 'Dhanbaad', '', 'Bagmara', '', ''], ['', 'Dhanbaad', '', 'Jharia', '', ''], ['', 'Bokaro', '', 'Chas', '', ''], ['', 'Dhanbaad', '', 'City block', '', '']], tree, names);
  expect(adds).toEqual([]);
  expect(changes.renames.map(({ id, toEn, basis }) => [id, toEn, basis])).toEqual([['dh', 'Dhanbaad', 'spelling'], ['ba', 'Bagmara', 'spelling']]);
  expect(changes.gone).toEqual([]);
  const twins = [...tree, unit('b2', 'dh', 'block', 'Bagmaara')];
  const unsure = plan([['', 'Dhanbad', '', 'Bhagmara', '', '']], twins, names);
  expect(unsure.adds).toMatchObject([{ nameEn: 'Bhagmara' }]);
  expect(unsure.changes.renames).toEqual([]);
});

test('a spelling that stands in the list beside the unit’s own is another unit', () => {
  const names = { columns: [{ column: 1, role: 'name' as const, levelId: 'district' }, { column: 3, role: 'name' as const, levelId: 'block' }], extras: {} };
  const { adds, changes } = plan([['', 'Dhanbad', '', 'Bagmara', '', ''], ['', 'Dhanbad', '', 'Baghmara', '', '']], tree, names);
  expect(adds).toMatchObject([{ nameEn: 'Bagmara', parentId: 'dh' }]);
  expect(changes.renames).toEqual([]);
});

test('where offices see a unit under the district the party has divided, it has not moved', () => {
  const units = [...tree.filter(({ id }) => id !== 'ju'), unit('gr', 'jh', 'district', 'Dhanbad Gramin'), { ...unit('ju', 'gr', 'block', 'Jharia', null, '2602'), officialParentId: 'dh' }];
  const { changes, badRows } = plan(same, units);
  expect(badRows).toEqual([]);
  expect(changes).toEqual({ renames: [], moves: [], details: [], gone: [] });
});

test('one code under two districts in one list is a contradiction, not a move', () => {
  const { badRows, changes } = plan([...same, ['355', 'Bokaro', '2602', 'Jharia', '', '']]);
  expect(badRows).toMatchObject([{ rowNumber: 5, cause: 'otherParent' }]);
  expect(changes.moves).toEqual([]);
});

test('names that changed places under their codes are two new names', () => {
  const { changes, badRows } = plan([['349', 'Dhanbad', '2601', 'Jharia', '', ''], ['349', 'Dhanbad', '2602', 'Baghmara', '', ''], same[2]!]);
  expect(badRows).toEqual([]);
  expect(changes.renames.map(({ id, toEn }) => [id, toEn])).toEqual([['ba', 'Jharia'], ['ju', 'Baghmara']]);
});
