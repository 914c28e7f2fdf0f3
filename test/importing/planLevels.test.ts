// A sheet with a column per level: what is added, what is refused, and that nothing hangs on a wrong parent.
import { expect, test } from 'vitest';
import type { ImportUnit, LevelsMapping } from '../../shared/model/importing.ts';
import { planImport } from '../../shared/rules/importing/planImport.ts';
import { counter, existing, jharkhand, numbers, unit, ways } from './help.ts';

const head = ['District', 'Block', 'Panchayat', 'Booth', 'Electors'];
const mapping: LevelsMapping = {
  form: 'levels', headerRow: 0, extras: { electors: 4 },
  columns: ['district', 'block', 'panchayat', 'booth'].map((levelId, column) => ({ column, role: 'name' as const, levelId })),
};

function plan(body: string[][], over: Partial<LevelsMapping> = {}, units: ImportUnit[] = [], seats: number[] = [], top = head) {
  const rows = [top, ...body];
  const result = planImport(rows, numbers(rows), { ...mapping, ...over }, existing(units, seats), 'jh', counter());
  return { ...result, ways: ways(result, [jharkhand, ...units]), causes: result.badRows.map((bad) => `${bad.rowNumber} ${bad.column} ${bad.cause}`) };
}

test('blocks of one name in two districts stay two, and each keeps its own panchayats', () => {
  const result = plan([
    ['Dhanbad', 'Sadar', 'Alpha', '', '100'],
    ['Ranchi', 'Sadar', 'Alpha', '', '200'],
    ['Dhanbad', 'Sadar', 'Beta', '', '300'],
  ]);
  expect(result.ways).toEqual([
    '/Jharkhand/Dhanbad', '/Jharkhand/Dhanbad/Sadar', '/Jharkhand/Dhanbad/Sadar/Alpha',
    '/Jharkhand/Ranchi', '/Jharkhand/Ranchi/Sadar', '/Jharkhand/Ranchi/Sadar/Alpha',
    '/Jharkhand/Dhanbad/Sadar/Beta',
  ]);
  expect(result.adds.map((add) => add.electors)).toEqual([null, null, 100, null, null, 200, 300]);
  expect(result.countsPerLevel).toEqual([
    { levelId: 'district', add: 2, existing: 0 }, { levelId: 'block', add: 2, existing: 0 }, { levelId: 'panchayat', add: 3, existing: 0 },
  ]);
  expect(result.badRows).toEqual([]);
});

test('a panchayat named like its block, and a block like its district, are units of their own', () => {
  expect(plan([['Dhanbad', 'Dhanbad', 'Dhanbad', 'Dhanbad', '']]).ways).toEqual([
    '/Jharkhand/Dhanbad', '/Jharkhand/Dhanbad/Dhanbad', '/Jharkhand/Dhanbad/Dhanbad/Dhanbad', '/Jharkhand/Dhanbad/Dhanbad/Dhanbad/Dhanbad',
  ]);
});

test('cells left blank by merging are not carried from above unless the user says so', () => {
  const merged = [
    ['Dhanbad', 'Baghmara', 'Alpha', '', ''],
    ['', '', 'Beta', '', ''],
    ['', 'Topchanchi', 'Gamma', '', ''],
    ['Ranchi', '', 'Delta', '', ''],
    ['', 'Kanke', 'Epsilon', '', ''],
  ];
  const strict = plan(merged);
  expect(strict.causes).toEqual(['3 District parentBlank', '4 District parentBlank', '5 Block parentBlank', '6 District parentBlank']);
  expect(strict.ways).toEqual(['/Jharkhand/Dhanbad', '/Jharkhand/Dhanbad/Baghmara', '/Jharkhand/Dhanbad/Baghmara/Alpha']);

  const filled = plan(merged, { fillDown: true });
  // Row 5 begins a new district, so the block above it, of the old district, does not count for it.
  expect(filled.causes).toEqual(['5 Block parentBlank']);
  expect(filled.ways.filter((way) => way.split('/').length === 5)).toEqual([
    '/Jharkhand/Dhanbad/Baghmara/Alpha', '/Jharkhand/Dhanbad/Baghmara/Beta', '/Jharkhand/Dhanbad/Topchanchi/Gamma', '/Jharkhand/Ranchi/Kanke/Epsilon',
  ]);
});

const townHead = ['District', 'Block', 'Town', 'Panchayat', 'Ward', 'Booth'];
const townMapping = {
  extras: {},
  columns: ['district', 'block', 'town', 'panchayat', 'ward', 'booth'].map((levelId, column) => ({ column, role: 'name' as const, levelId })),
};

test('rural and urban rows stand side by side, and a row that is both is refused', () => {
  const result = plan([
    ['Dhanbad', 'Jharia', '', 'Alpha', '', 'B1'],
    ['Dhanbad', '', 'Jharia', '', 'Ward 1', 'B1'],
    ['Dhanbad', 'Jharia', 'Jharia', 'Alpha', '', 'B2'],
    ['Dhanbad', '', '', '', 'Ward 1', 'B3'],
    ['Dhanbad', 'Jharia', '', '', '', 'B4'],
    ['Dhanbad', 'Jharia', '', '', 'Ward 1', 'B5'],
  ], townMapping, [], [], townHead);
  expect(result.causes.map((cause) => cause.split(' ')[0])).toEqual(['4', '5', '6', '7']);
  expect(result.causes.slice(1, 3)).toEqual(['5 Town parentBlank', '6 Panchayat parentBlank']);
  expect(result.adds.filter((add) => add.levelId === 'booth')).toHaveLength(2);
});

test('filling down never carries a block into a town, nor a town into a block', () => {
  const result = plan([
    ['Dhanbad', 'Jharia', '', 'Alpha', '', 'B1'],
    ['', '', 'Katras', '', 'Ward 1', 'B2'],
    ['', '', '', '', '', 'B3'],
    ['', '', '', 'Beta', '', 'B4'],
  ], { ...townMapping, fillDown: true }, [], [], townHead);
  expect(result.ways.filter((way) => /B\d$/.test(way))).toEqual(['/Jharkhand/Dhanbad/Jharia/Alpha/B1', '/Jharkhand/Dhanbad/Katras/Ward 1/B2', '/Jharkhand/Dhanbad/Katras/Ward 1/B3']);
  expect(result.causes).toEqual(['5 Block parentBlank']);
});

test('units that exist are matched by name in either script, never doubled and never given a second parent', () => {
  const units = [
    unit('dh', 'jh', 'district', 'Dhanbad', 'धनबाद', '324'), unit('ra', 'jh', 'district', 'Ranchi', 'राँची', '364'),
    unit('sd', 'dh', 'block', 'Sadar', 'सदर'),
  ];
  const result = plan([['dhanbad ', 'SADAR', 'Alpha', '', ''], ['धनबाद', 'सदर', 'Beta', '', ''], ['रांची', 'सदर', 'Gamma', '', '']], {}, units);
  expect(result.ways).toEqual(['/Jharkhand/Dhanbad/Sadar/Alpha', '/Jharkhand/Dhanbad/Sadar/Beta', '/Jharkhand/Ranchi/सदर', '/Jharkhand/Ranchi/सदर/Gamma']);
  expect(result.matched).toBe(3);
  expect(result.adds[2]).toMatchObject({ nameEn: 'सदर', nameHi: 'सदर' });
});

const codeHead = ['District', 'Block code', 'Block', 'Block (Hindi)', 'Panchayat'];
const codes: Partial<LevelsMapping> = {
  extras: {},
  columns: [
    { column: 0, role: 'name', levelId: 'district' }, { column: 1, role: 'code', levelId: 'block' }, { column: 2, role: 'name', levelId: 'block' },
    { column: 3, role: 'nameHi', levelId: 'block' }, { column: 4, role: 'name', levelId: 'panchayat' },
  ],
};

test('one code with two names, one name with two codes, and a code under another parent are refused', () => {
  const result = plan([
    ['Dhanbad', '3064', 'Bermo', 'बेरमो', 'Alpha'],
    ['Dhanbad', '3064', 'Chas', '', 'Beta'],
    ['Bokaro', '3064', 'Bermo', '', 'Gamma'],
    ['Dhanbad', '3065', 'Bermo', '', 'Delta'],
    ['Dhanbad', '3064', '', '', 'Epsilon'],
    ['Dhanbad', '9999', '', '', 'Zeta'],
    ['Dhanbad', '', 'Bermo', '', 'Eta'],
  ], codes, [], [], codeHead);
  expect(result.causes).toEqual(['3 Block code codeTwoNames', '4 Block code otherParent', '5 Block code nameTwoCodes', '7 Block code unknownCode']);
  // The refused rows left nothing: no Bokaro, no Chas.
  expect(result.ways).toEqual([
    '/Jharkhand/Dhanbad', '/Jharkhand/Dhanbad/Bermo', '/Jharkhand/Dhanbad/Bermo/Alpha', '/Jharkhand/Dhanbad/Bermo/Epsilon', '/Jharkhand/Dhanbad/Bermo/Eta',
  ]);
  expect(result.adds[1]).toMatchObject({ code: '3064', nameEn: 'Bermo', nameHi: 'बेरमो' });
});

test('against existing units a code bears with another spelling, but not with the name of a sibling or another parent', () => {
  const units = [
    unit('dh', 'jh', 'district', 'Dhanbad'), unit('bo', 'jh', 'district', 'Bokaro'),
    unit('b1', 'bo', 'block', 'Bermo', 'बेरमो', '3064'), unit('b2', 'bo', 'block', 'Chas', 'चास', '3066'),
  ];
  const result = plan([
    ['Bokaro', '3064', 'Bermoo', '', 'Alpha'],
    ['Bokaro', '3064', 'Chas', '', 'Beta'],
    ['Dhanbad', '3064', 'Bermo', '', 'Gamma'],
    ['Bokaro', '3066', 'Chaas', '', 'Delta'],
    ['Bokaro', '3066', 'Chaass', '', 'Epsilon'],
    ['Bokaro', '03064', 'Bermo', '', 'Zeta'],
  ], codes, units, [], codeHead);
  expect(result.causes).toEqual(['3 Block code codeTwoNames', '4 Block code otherParent', '6 Block code codeTwoNames', '7 Block code codeTwoNames']);
  expect(result.ways).toEqual(['/Jharkhand/Bokaro/Bermo/Alpha', '/Jharkhand/Bokaro/Chas/Delta']);
});

test('two existing units of one Hindi name: the sheet cannot mean either', () => {
  const units = [unit('dh', 'jh', 'district', 'Dhanbad'), unit('n1', 'dh', 'block', 'Nawadih', 'नवाडीह'), unit('n2', 'dh', 'block', 'Navadih', 'नवाडीह')];
  const result = plan([['Dhanbad', 'नवाडीह', 'Alpha', '', ''], ['Dhanbad', 'Navadih', 'Alpha', '', '']], {}, units);
  expect(result.causes).toEqual(['2 Block ambiguousName']);
  expect(result.adds.map((add) => add.parentId)).toEqual(['n2']);
});

test('sums are skipped and counted, places that only begin like one are not', () => {
  const result = plan([
    ['Dhanbad', 'कुलडीहा', 'Totalabad', '', '10'],
    ['Dhanbad', 'Total', '', '', '10'],
    ['Dhanbad Total', '', '', '', '10'],
    ['कुल', '', '', '', '10'],
    ['महायोग', '', '', '', '10'],
    ['Grand Total', '', '', '', '10'],
    ['District', 'Block', 'Panchayat', 'Booth', 'Electors'],
  ]);
  expect(result.totalsSkipped).toBe(5);
  expect(result.headsSkipped).toBe(1);
  expect(result.rowsRead).toBe(7);
  expect(result.ways).toEqual(['/Jharkhand/Dhanbad', '/Jharkhand/Dhanbad/कुलडीहा', '/Jharkhand/Dhanbad/कुलडीहा/Totalabad']);
});

test('a repeated row is a duplicate, a repeated unit with other figures is refused', () => {
  const result = plan([
    ['Dhanbad', 'Jharia', 'Alpha', '', '100'], ['Dhanbad', 'Jharia', 'Alpha', '', '100'], ['Dhanbad', 'Jharia', 'Alpha', '', '101'],
    ['Dhanbad', 'Jharia', '', '', '5,000'],
  ]);
  expect(result.duplicates).toBe(1);
  expect(result.causes).toEqual(['4 Panchayat otherData']);
  expect(result.adds.map((add) => add.electors)).toEqual([null, 5000, 100]);
});

test('figures that cannot be are refused with their column', () => {
  const geo = { extras: { electors: 4, lat: 5, lon: 6 } };
  const result = plan([
    ['Dhanbad', 'A', '', '', 'many', '', ''],
    ['Dhanbad', 'B', '', '', '-5', '', ''],
    ['Dhanbad', 'C', '', '', '1,2,3', '', ''],
    ['Dhanbad', 'D', '', '', '', '86.2', '23.7'],
    ['Dhanbad', 'E', '', '', '', '23.7', ''],
    ['Dhanbad', 'F', '', '', '१५,००,०००', '23.79', '86.43'],
  ], geo, [], [], [...head, 'Lat', 'Lon']);
  expect(result.causes).toEqual(['2 Electors badNumber', '3 Electors badNumber', '4 Electors badNumber', '5 Lat badPoint', '6 Lon badPoint']);
  expect(result.adds[1]).toMatchObject({ nameEn: 'F', electors: 1_500_000, lat: 23.79, lon: 86.43 });
  expect(result.badRows[0]).toEqual({ rowNumber: 2, column: 'Electors', cause: 'badNumber', value: 'many' });
});

test('booths: the part number is theirs alone within a seat, also against booths that exist', () => {
  const boothHead = [...head, 'AC', 'Part'];
  const booths = { extras: { electors: 4, seatNumber: 5, partNumber: 6 } };
  const units: ImportUnit[] = [
    unit('dh', 'jh', 'district', 'Dhanbad'), unit('jb', 'dh', 'block', 'Jharia'), unit('al', 'jb', 'panchayat', 'Alpha'),
    { ...unit('bx', 'al', 'booth', 'Old school'), constituencyNumber: 41, partNumber: '9' },
  ];
  const result = plan([
    ['Dhanbad', 'Jharia', 'Alpha', 'Middle School', '900', '41 - Jharia', '1'],
    ['Dhanbad', 'Jharia', 'Alpha', 'Middle School', '800', '41', '2'],
    ['Dhanbad', 'Jharia', 'Alpha', 'Middle School', '900', '41', '1'],
    ['Dhanbad', 'Jharia', 'Alpha', 'High School', '700', '41', '2'],
    ['Dhanbad', 'Jharia', 'Beta', 'Middle School', '700', '41', '2'],
    ['Dhanbad', 'Jharia', 'Alpha', 'Club', '700', '40', '02 a'],
    ['Dhanbad', 'Jharia', 'Alpha', 'Camp', '700', '99', '2'],
    ['Dhanbad', 'Jharia', 'Alpha', 'Camp', '700', '', '2'],
    ['Dhanbad', 'Jharia', 'Alpha', 'Camp', '700', '41', ''],
    ['Dhanbad', 'Jharia', 'Alpha', 'Camp', '700', '41', '9'],
    ['Dhanbad', 'Jharia', 'Alpha', 'Old School', '700', '41', '9'],
  ], booths, units, [40, 41], boothHead);
  expect(result.causes).toEqual(['5 Part partTaken', '6 Part partTaken', '8 AC unknownSeat', '9 AC seatBlank', '10 Part partBlank', '12 Part partTaken']);
  // Two names for the part of a booth that is there: the first is its new name, the second contradicts it.
  expect(result.changes.renames).toMatchObject([{ id: 'bx', nameEn: 'Old school', toEn: 'Camp', basis: 'part', rowNumber: 11 }]);
  expect(result.adds.map((add) => [add.nameEn, add.parentId, add.constituencyNumber, add.partNumber])).toEqual([
    ['Middle School', 'al', 41, '1'], ['Middle School', 'al', 41, '2'], ['Club', 'al', 40, '2A'],
  ]);
  expect(result.duplicates).toBe(1);
});

test('a row about another state, or about a district other than the one imported into, is refused', () => {
  const rows = [['State', 'District', 'Block'], ['Jharkhand', 'Dhanbad', 'Jharia'], ['Bihar', 'Gaya', 'Sadar'], ['झारखण्ड', 'Dhanbad', 'X'], ['झारखंड', 'Ranchi', 'Kanke'], ['', 'Dhanbad', 'Y']];
  const columns = ['state', 'district', 'block'].map((levelId, column) => ({ column, role: 'name' as const, levelId }));
  const state = planImport(rows, numbers(rows), { form: 'levels', headerRow: 0, columns, extras: {} }, existing(), 'jh', counter());
  expect(state.badRows.map((bad) => [bad.rowNumber, bad.column, bad.cause])).toEqual([[3, 'State', 'outsideRoot'], [4, 'State', 'outsideRoot'], [6, 'State', 'parentBlank']]);

  const district = unit('dh', 'jh', 'district', 'Dhanbad', 'धनबाद');
  const inside = planImport(rows, numbers(rows), { form: 'levels', headerRow: 0, columns, extras: {} }, existing([district]), 'dh', counter());
  expect(ways(inside, [jharkhand, district])).toEqual(['/Jharkhand/Dhanbad/Jharia']);
  expect(inside.badRows.find((bad) => bad.rowNumber === 5)).toMatchObject({ column: 'District', cause: 'outsideRoot' });
});

test('a sheet that leaves a whole level out cannot be attached', () => {
  const columns = [{ column: 0, role: 'name' as const, levelId: 'district' }, { column: 1, role: 'name' as const, levelId: 'panchayat' }];
  const rows = [['District', 'Panchayat'], ['Dhanbad', 'Alpha']];
  const result = planImport(rows, numbers(rows), { form: 'levels', headerRow: 0, columns, extras: {} }, existing(), 'jh', counter());
  expect(result.adds).toEqual([]);
  expect(result.badRows[0]).toMatchObject({ cause: 'levelNotAllowed', column: 'Panchayat' });
});

test('35,000 booths are planned, parents first', () => {
  const body: string[][] = [];
  for (let i = 0; i < 35_000; i++) {
    const panchayat = i % 4345;
    const block = panchayat % 264;
    body.push([`District ${block % 24}`, `प्रखंड ${block}`, `Panchayat ${panchayat}`, `Booth ${i}`, String(700 + (i % 500)), String(1 + (i % 81)), String(1 + Math.floor(i / 81))]);
  }
  const rows = [[...head, 'AC', 'Part'], ...body];
  const seats = Array.from({ length: 81 }, (_, index) => index + 1);
  const result = planImport(rows, numbers(rows), { ...mapping, extras: { electors: 4, seatNumber: 5, partNumber: 6 } }, existing([], seats), 'jh', counter());
  expect(result.countsPerLevel.map((count) => count.add)).toEqual([24, 264, 4345, 35_000]);
  expect(result.badRows).toEqual([]);
  const seen = new Set(['jh']);
  expect(result.adds.every((add) => seen.has(add.parentId!) && seen.add(add.id))).toBe(true);
});
