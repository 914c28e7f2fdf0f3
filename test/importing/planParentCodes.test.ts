// A sheet with code and parent code: rows in any order, parents found by code, everything doubtful refused.
import { expect, test } from 'vitest';
import type { ImportUnit, ParentCodeMapping } from '../../shared/model/importing.ts';
import { planImport } from '../../shared/rules/importing/planImport.ts';
import { counter, existing, jharkhand, levels, numbers, unit, ways } from './help.ts';

const head = ['Code', 'Parent code', 'Level', 'Name', 'नाम', 'Electors'];
const mapping: ParentCodeMapping = { form: 'parentCode', headerRow: 0, code: 0, parentCode: 1, level: 2, nameEn: 3, nameHi: 4, extras: { electors: 5 } };

function plan(body: string[][], units: ImportUnit[] = []) {
  const rows = [head, ...body];
  const result = planImport(rows, numbers(rows), mapping, existing(units), 'jh', counter());
  return { ...result, ways: ways(result, [jharkhand, ...units]), causes: result.badRows.map((bad) => `${bad.rowNumber} ${bad.column} ${bad.cause}`) };
}

test('children may come before their parents, and are added after them', () => {
  const result = plan([
    ['900', '3064', 'Panchayat', 'Armo', '', '1,200'],
    ['3064', '322', 'प्रखंड', 'Bermo', 'बेरमो', ''],
    ['322', '20', 'जिला', 'Bokaro', 'बोकारो', ''],
    ['20', '', 'State', 'Jharkhand', '', ''],
  ]);
  expect(result.ways).toEqual(['/Jharkhand/Bokaro', '/Jharkhand/Bokaro/Bermo', '/Jharkhand/Bokaro/Bermo/Armo']);
  expect(result.adds[2]).toMatchObject({ code: '900', electors: 1200, nameHi: null });
  expect(result.badRows).toEqual([]);
});

test('both ways through the rows are told, rows done of rows, and an error stops them', () => {
  const rows = [head, ['1', '', 'District', 'Bokaro', '', ''], ...Array.from({ length: 20_000 }, (_, at) => [String(at + 2), '1', 'Block', `Block ${at}`, '', ''])];
  const told: number[] = [];
  planImport(rows, numbers(rows), mapping, existing(), 'jh', counter(), (done, total) => {
    expect(total).toBe(rows.length);
    told.push(done);
  });
  expect(told).toEqual([0, 2000, 4000, 6000, 8000, 10_000, 12_000, 14_000, 16_000, 18_000, 20_000]);
  let made = 0;
  const stopping = () => planImport(rows, numbers(rows), mapping, existing(), 'jh', () => `new${++made}`, (done) => { if (done > 12_000) throw new Error('enough'); });
  expect(stopping).toThrow('enough');
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(20_000);
});

test('a code used at two levels is told apart by which level may be the parent', () => {
  const result = plan([
    ['322', '', 'District', 'Bokaro', '', ''], ['322', '322', 'Block', 'Bermo', '', ''], ['1', '322', 'Panchayat', 'Armo', '', ''], ['2', '322', 'Block', 'Chas', '', ''],
  ]);
  expect(result.ways).toEqual(['/Jharkhand/Bokaro', '/Jharkhand/Bokaro/Bermo', '/Jharkhand/Bokaro/Bermo/Armo', '/Jharkhand/Bokaro/Chas']);
});

test('where both a panchayat and a ward could be the parent, a booth is refused', () => {
  const result = plan([
    ['1', '', 'District', 'Bokaro', '', ''], ['2', '1', 'Block', 'Bermo', '', ''], ['3', '1', 'Town', 'Chas', '', ''],
    ['7', '2', 'Panchayat', 'Armo', '', ''], ['7', '3', 'Ward', 'Ward 7', '', ''], ['8', '7', 'Booth', 'School', '', ''],
  ]);
  expect(result.causes).toEqual(['7 Parent code ambiguousParent']);
});

test('unknown and blank parents, unknown levels and skipped levels are refused, and so is all below them', () => {
  const result = plan([
    ['1', '', 'District', 'Bokaro', '', ''],
    ['2', '99', 'Block', 'Bermo', '', ''],
    ['3', '2', 'Panchayat', 'Armo', '', ''],
    ['4', '', 'Block', 'Chas', '', ''],
    ['5', '1', 'Panchayat', 'Pindrajora', '', ''],
    ['6', '1', 'Sarkar', 'X', '', ''],
    ['', '1', 'Block', 'Y', '', ''],
    ['8', '1', 'Block', '', '', ''],
  ]);
  expect(result.ways).toEqual(['/Jharkhand/Bokaro']);
  expect(result.causes).toEqual([
    '3 Parent code unknownParent', '4 Parent code parentBad', '5 Parent code parentBlank', '6 Level levelNotAllowed',
    '7 Level unknownLevel', '8 Code codeBlank', '9 Name nameBlank',
  ]);
});

test('one district without a parent among others that have one is a hole, not a child of the root', () => {
  expect(plan([['1', '20', 'District', 'Bokaro', '', ''], ['2', '', 'District', 'Ranchi', '', '']]).causes).toEqual(['3 Parent code parentBlank']);
});

test('one code with two names: neither row is taken, nor what hangs on them', () => {
  const result = plan([
    ['1', '', 'District', 'Bokaro', '', ''], ['2', '1', 'Block', 'Bermo', '', ''], ['2', '1', 'Block', 'Chas', '', ''],
    ['3', '2', 'Panchayat', 'Armo', '', ''], ['1', '', 'District', 'Bokaro', '', ''],
  ]);
  expect(result.causes).toEqual(['3 Code codeTwoNames', '4 Code codeTwoNames', '5 Parent code parentBad']);
  expect(result.duplicates).toBe(1);
});

test('a ring of parents is refused whole, and a long chain of a self-nesting level is not too deep', () => {
  const nesting = [...levels, { id: 'area', nameEn: 'Area of charge', nameHi: 'प्रभार क्षेत्र', under: ['state', 'area'] }];
  const chain = Array.from({ length: 20_000 }, (_, index) => [`k${20_000 - index}`, index === 19_999 ? '20' : `k${19_999 - index}`, 'area', `A${20_000 - index}`, '', '']);
  const rows = [head, ['a', 'b', 'area', 'A', '', ''], ['b', 'c', 'area', 'B', '', ''], ['c', 'a', 'area', 'C', '', ''], ['d', 'd', 'area', 'D', '', ''], ...chain];
  const result = planImport(rows, numbers(rows), mapping, { units: [jharkhand], levels: nesting, constituencyNumbers: [] }, 'jh', counter());
  expect(result.badRows.map((bad) => [bad.rowNumber, bad.cause])).toEqual([[2, 'parentBad'], [3, 'parentBad'], [4, 'cycle'], [5, 'cycle']]);
  expect(result.adds).toHaveLength(20_000);
  expect(result.adds[0]).toMatchObject({ parentId: 'jh', nameEn: 'A1' });
});

test('existing units are matched by code; one under another parent has moved', () => {
  const units = [unit('bo', 'jh', 'district', 'Bokaro', null, '322'), unit('dh', 'jh', 'district', 'Dhanbad', null, '324'), unit('be', 'bo', 'block', 'Bermo', null, '3064')];
  const result = plan([['3064', '322', 'Block', 'Bermo', '', ''], ['900', '3064', 'Panchayat', 'Armo', '', '']], units);
  expect(result.adds).toMatchObject([{ parentId: 'be', nameEn: 'Armo' }]);
  expect(result.matched).toBe(1);
  const moved = plan([['3064', '324', 'Block', 'Bermo', '', '']], units);
  expect(moved.causes).toEqual([]);
  expect(moved.changes.moves).toMatchObject([{ id: 'be', nameEn: 'Bermo', parentEn: 'Bokaro', toId: 'dh', toEn: 'Dhanbad', rowNumber: 2 }]);
});

test('a parent outside the unit imported into is refused', () => {
  const units = [unit('bo', 'jh', 'district', 'Bokaro', null, '322'), unit('dh', 'jh', 'district', 'Dhanbad', null, '324')];
  const rows = [head, ['1', '322', 'Block', 'Bermo', '', ''], ['2', '324', 'Block', 'Jharia', '', '']];
  const result = planImport(rows, numbers(rows), mapping, existing(units), 'dh', counter());
  expect(result.adds).toMatchObject([{ parentId: 'dh', nameEn: 'Jharia' }]);
  expect(result.badRows).toMatchObject([{ rowNumber: 2, cause: 'outsideRoot' }]);
});
