// What a sheet says of itself: stamps, states, seats, two-row heads, and what is neither head nor unit.
import { expect, test } from 'vitest';
import { bodyKeys, bodyTypeOf } from '../../shared/rules/importing/bodyNames.ts';
import { guessSheet, shapeOf } from '../../shared/rules/importing/guessSheet.ts';
import { levelNames } from '../../shared/rules/importing/levelNames.ts';
import { readCode, readNames, sameCodeKey } from '../../shared/rules/importing/readCells.ts';
import { readSeat, readStamp, readState, recogniseSheet } from '../../shared/rules/importing/recogniseSheet.ts';
import { mergeHeads, tidySheet } from '../../shared/rules/importing/tidySheet.ts';
import { levels, numbers } from './help.ts';

test('days in time stamps, however they are written', () => {
  for (const text of ['Report generated on : 23-09-2026 11:02:47', '23/9/2026', '23.09.2026', 'as of 2026-09-23', '23-Sep-2026', '23rd September, 2026', 'Wed Sep 23 11:04:10 IST 2026', 'दिनांक २३-०९-२०२६']) {
    expect(readStamp(text), text).toBe('2026-09-23');
  }
  for (const text of ['', 'Blocks', '31-02-2026', '12345', '99/99/2026']) expect(readStamp(text), text).toBeNull();
});

test('the state in a title', () => {
  expect(readState('List of Blocks of JHARKHAND (State)')?.nameHi).toBe('झारखंड');
  expect(readState('Jammu & Kashmir')?.nameEn).toBe('Jammu and Kashmir');
  expect(readState('झारखण्ड के जिले')?.nameEn).toBe('Jharkhand');
  expect(readState('Goalpara')).toBeNull();
});

test('the seat a file is about, by title or name; a bare number only where the name is nothing else', () => {
  for (const name of ['AC 38', 'AC038', 'AC-38 Form 20', 'AC No. 38 - Sindri', '38-Sindri AC', 'Assembly Constituency 38', 'S27A38', 'विधानसभा क्षेत्र सं. ३८', 'विधान सभा 38']) expect(readSeat(name, false), name).toBe(38);
  expect(readSeat('38', true)).toBe(38);
  expect(readSeat('38 Sindri', true)).toBe(38);
  expect(readSeat('Form20_38', true)).toBe(38);
  for (const name of ['38', '2019 results', 'booths 2024', 'list']) expect(readSeat(name, false), name).toBeNull();
  for (const name of ['result', 'Form 20', 'FORM-20', '2024', 'booths 2024-25']) expect(readSeat(name, true), name).toBeNull();
});

test('a two-row head becomes one; what stands above several columns goes before each', () => {
  expect(mergeHeads(['Polling Station', '', 'Electors', '', ''], ['Part No', 'Part Name', 'Male', 'Female', 'Total'])).toEqual(
    ['Polling Station Part No', 'Polling Station Part Name', 'Electors Male', 'Electors Female', 'Electors Total']);
  expect(mergeHeads(['S.No.', 'District Name', ''], ['S.No.', '(In English)', ' (In\n Local)'])).toEqual(['S.No.', 'District Name (In English)', 'District Name (In Local)']);
});

const tidy = (rows: string[][]) => tidySheet(rows, numbers(rows), levelNames(levels));

test('titles, column numbers, heads and titles printed again, and notes are set aside; units never are', () => {
  const rows = [
    ['Blocks of Jharkhand'], ['District', 'Block', ''], ['', '(In English)', '(In Local)'], ['1', '2', '3'],
    ['Dhanbad', 'Tundi', ''], ['Blocks of Jharkhand'], ['District', 'Block', ''], ['', '(In English)', '(In Local)'], ['Dhanbad', 'Nirsa', ''], ['Source: office, 23-09-2026'],
  ];
  expect(tidy(rows)).toEqual({
    rows: [['Blocks of Jharkhand'], ['District', 'Block (In English)', 'Block (In Local)'], ['Dhanbad', 'Tundi', ''], ['District', 'Block (In English)', 'Block (In Local)'], ['Dhanbad', 'Nirsa', '']],
    rowNumbers: [1, 3, 5, 7, 9], headerRow: 1, titles: ['Blocks of Jharkhand'], notes: ['Source: office, 23-09-2026'],
  });
  // A first row of units is not the second half of a head, nor a last unit a note.
  const plain = [['District', 'Block', 'Panchayat'], ['', '', 'Kolhar'], ['Dhanbad', 'Tundi', 'Part Name']];
  expect(tidy(plain)).toMatchObject({ rows: plain, headerRow: 0, notes: [] });
  expect(tidy([['a'], ['b']])).toMatchObject({ headerRow: -1, titles: [], notes: [] });
  expect(tidy([['State: Jharkhand', 'Date: 23-09-2026'], ['District', 'Block'], ['Dhanbad', 'Tundi']])).toMatchObject({ headerRow: 1, titles: ['State: Jharkhand Date: 23-09-2026'] });
});

test('official lists by their heads alone; a column more makes it somebody\'s own', () => {
  const kind = (heads: string[]) => recogniseSheet(heads, [], [], []).official;
  expect(kind(['S. No.', 'District Code', 'District Version', 'District Name (In English)', 'District Name (In Local)', 'Census 2001 Code', 'Census 2011 Code'])).toBe('lgdDistricts');
  expect(kind(['S.No.', 'District Code', 'District Name (In English)  ', 'Block Code', 'Block Version', 'Block Name (In English)', 'Block Name  (In Local)'])).toBe('lgdBlocks');
  expect(kind(['S.No.', 'Localbody Type Code', 'Localbody Type Name', 'Localbody Code', 'Localbody Version', 'Localbody Name (In English)', 'Localbody Name (In Local)', 'Parent Localbody Code'])).toBe('lgdLocalBodies');
  expect(kind(['S.No.', 'Localbody Type Code', 'Localbody Type Name', 'Localbody Code', 'Localbody Version', 'Local Body Name', 'Local Body Name', 'Census 2001 Code', 'Census 2011 Code'])).toBe('lgdTowns');
  expect(kind(['District Code', 'District Name', 'Block Code', 'Block Name', 'Our president'])).toBeNull();
  expect(kind(['Block', 'Panchayat', 'Part No', 'Part Name', 'Electors'])).toBeNull();
  expect(kind(['Part No', 'Part Name', 'Male', 'Female', 'Other', 'Total No. of electors'])).toBe('form20');
});

test('names by their script, codes as they were meant', () => {
  expect(readNames('Ranchi', 'RANCHI')).toEqual({ name: 'Ranchi', nameHi: '' });
  expect(readNames('राँची', 'Ranchi')).toEqual({ name: 'Ranchi', nameHi: 'राँची' });
  expect(readNames('Ranchi', 'राँची (Ranchi)')).toEqual({ name: 'Ranchi', nameHi: 'राँची (Ranchi)' });
  expect(readNames('', 'Ranchi')).toEqual({ name: 'Ranchi', nameHi: '' });
  expect(readNames('Ranchi', 'ରାଞ୍ଚି')).toEqual({ name: 'Ranchi', nameHi: '' });
  for (const code of ['354', '0354', '354.0', '3.54E+2', '\'00354', '३५४', ' 354 ']) expect(sameCodeKey(code), code).toBe('354');
  expect(readCode('\'00354')).toBe('00354');
  expect(sameCodeKey('0')).toBe('0');
  expect(sameCodeKey('00')).toBe('0');
  expect(sameCodeKey('BH-012')).not.toBe(sameCodeKey('BH-12'));
  expect(sameCodeKey('3540')).not.toBe(sameCodeKey('354'));
});

test('bodies by type and name', () => {
  expect(['1', '02', '3.0', 'Gram Panchayat', 'Zilla Parishad', 'Municipality', '4', ''].map(bodyTypeOf)).toEqual([1, 2, 3, 3, 1, null, null, null]);
  expect(bodyKeys('BAGODAR PANCHAYAT SAMITI', 'बगोदर')).toEqual(['bagodar', 'बगोदर']);
  expect(bodyKeys('Seraikela-Kharsawan Zilla Parishad', '')).toEqual(bodyKeys('Seraikela Kharsawan', ''));
  // No spelling is forgiven.
  expect(bodyKeys('Sahebganj', '')).not.toEqual(bodyKeys('Sahibganj', ''));
  expect(bodyKeys('Block', '')).toEqual(['block']);
});

test('the shape of a sheet is that of its heads; where the tree has no level for a list nothing is guessed', () => {
  expect(shapeOf(['District ', 'Block\nName'])).toBe(shapeOf(['district', 'block name']));
  expect(shapeOf(['a', 'bc'])).not.toBe(shapeOf(['ab', 'c']));
  const villages = [['Village Code', 'Village Name', 'Local Body Code', 'Local Body Name'], ['1', 'Kharni', '111722', 'Bagdaha']];
  expect(guessSheet('lgdVillages', villages, 0, levels, '')).toEqual({ kind: 'lgdVillages', mapping: null });
  const withVillages = [...levels, { id: 'village', nameEn: 'Village', nameHi: 'गाँव', under: ['panchayat'] }];
  expect(guessSheet('lgdVillages', villages, 0, withVillages, '').mapping).toMatchObject({ form: 'parentCode', levelId: 'village', code: 0, nameEn: 1, parentCode: 2 });
});
