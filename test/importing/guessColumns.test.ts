// The guess of what a sheet's columns mean, on heads as they are met in offices and official lists.
import { expect, test } from 'vitest';
import { guessColumns } from '../../shared/rules/importing/guessColumns.ts';
import { isTotalLabel, readPart, readSeatNumber, readWhole } from '../../shared/rules/importing/readCells.ts';
import { levels } from './help.ts';

test('English heads under title rows', () => {
  expect(guessColumns([
    ['Block wise booth list of the State'],
    ['As on 01-04-2022'],
    ['S.No.', 'District Name', 'Block Name', 'Gram Panchayat', 'Booth No.', 'Name of Polling Station', 'AC No', 'Male electors', 'Female electors', 'Total electors', 'Latitude', 'Longitude'],
    ['1', 'Dhanbad', 'Jharia', 'Alpha', '12', 'Middle School', '41', '400', '380', '780', '23.7', '86.4'],
  ], levels)).toEqual({
    form: 'levels', headerRow: 2,
    columns: [
      { column: 1, role: 'name', levelId: 'district' }, { column: 2, role: 'name', levelId: 'block' },
      { column: 3, role: 'name', levelId: 'panchayat' }, { column: 5, role: 'name', levelId: 'booth' },
    ],
    extras: { partNumber: 4, seatNumber: 6, electors: 9, lat: 10, lon: 11 },
  });
});

test('Hindi heads', () => {
  expect(guessColumns([
    ['क्र.सं.', 'जिला', 'प्रखण्ड का नाम', 'पंचायत', 'बूथ संख्या', 'बूथ का नाम', 'विधानसभा संख्या', 'कुल मतदाता', 'अक्षांश', 'देशांतर'],
    ['१', 'धनबाद', 'झरिया', 'अल्फा', '१२', 'मध्य विद्यालय', '४१', '७८०', '23.7', '86.4'],
  ], levels)).toEqual({
    form: 'levels', headerRow: 0,
    columns: [
      { column: 1, role: 'name', levelId: 'district' }, { column: 2, role: 'name', levelId: 'block' },
      { column: 3, role: 'name', levelId: 'panchayat' }, { column: 5, role: 'name', levelId: 'booth' },
    ],
    extras: { partNumber: 4, seatNumber: 6, electors: 7, lat: 8, lon: 9 },
  });
});

test('names in both scripts and codes, told apart by head and by what the cells hold', () => {
  const guess = guessColumns([
    ['District Code', 'District', 'जिला', 'Block Code', 'Block Name (In English)', 'Block Name (In Hindi)', 'Panchayat', 'Panchayat'],
    ['322', 'Bokaro', 'बोकारो', '3064', 'Bermo', 'बेरमो', '111122', 'Armo'],
  ], levels);
  expect(guess).toMatchObject({
    columns: [
      { column: 1, role: 'name', levelId: 'district' }, { column: 2, role: 'nameHi', levelId: 'district' }, { column: 0, role: 'code', levelId: 'district' },
      { column: 4, role: 'name', levelId: 'block' }, { column: 5, role: 'nameHi', levelId: 'block' }, { column: 3, role: 'code', levelId: 'block' },
      { column: 7, role: 'name', levelId: 'panchayat' }, { column: 6, role: 'code', levelId: 'panchayat' },
    ],
  });
});

test('a list whose own columns say only name and code takes its level from the sheet name or from the level above', () => {
  const head = ['lgd_code', 'lgd_version', 'name_en', 'name_hi', 'district_lgd_code', 'district_name', 'subdistrict_lgd_code', 'census2011_code', 'lat', 'lon', 'coord_source'];
  const row = ['3064', '2', 'Bermo', 'बेरमो', '322', 'Bokaro', '2590', '02590', '23.78', '85.93', 'hq'];
  const expected = {
    form: 'levels', headerRow: 0,
    columns: [
      { column: 5, role: 'name', levelId: 'district' }, { column: 4, role: 'code', levelId: 'district' },
      { column: 2, role: 'name', levelId: 'block' }, { column: 3, role: 'nameHi', levelId: 'block' }, { column: 0, role: 'code', levelId: 'block' },
    ],
    extras: { lat: 8, lon: 9 },
  };
  expect(guessColumns([head, row], levels)).toEqual(expected);
  expect(guessColumns([head, row], levels, 'blocks.csv')).toEqual(expected);
  expect(guessColumns([head, row], levels, 'towns.csv')).toMatchObject({ columns: [{}, {}, { levelId: 'town' }, { levelId: 'town' }, { levelId: 'town' }] });
});

test('a column that only mentions a level is not that level', () => {
  expect(guessColumns([['lgd_code', 'name_en', 'name_hi', 'hq_town', 'lat', 'lon', 'n_blocks'], ['322', 'Bokaro', 'बोकारो', 'Chas', '23.6', '86.1', '9']], levels, 'districts')).toEqual({
    form: 'levels', headerRow: 0, extras: { lat: 4, lon: 5 },
    columns: [{ column: 1, role: 'name', levelId: 'district' }, { column: 2, role: 'nameHi', levelId: 'district' }, { column: 0, role: 'code', levelId: 'district' }],
  });
});

test('code with parent code', () => {
  expect(guessColumns([['Code', 'Parent code', 'Level', 'Name (English)', 'Name (Hindi)', 'Electors'], ['1', '', 'State', 'Jharkhand', 'झारखंड', '26000000']], levels)).toEqual({
    form: 'parentCode', headerRow: 0, code: 0, parentCode: 1, level: 2, nameEn: 3, nameHi: 4, extras: { electors: 5 },
  });
  expect(guessColumns([['कोड', 'ऊपरी कोड', 'स्तर', 'नाम'], ['1', '', 'प्रदेश', 'झारखंड']], levels)).toMatchObject({ form: 'parentCode', code: 0, parentCode: 1, level: 2, nameEn: 3 });
});

test('a sheet about something else is not guessed at', () => {
  expect(guessColumns([['Date', 'Amount', 'Paid to'], ['1-4-2022', '500', 'Printer']], levels)).toBeNull();
  expect(guessColumns([], levels)).toBeNull();
});

test('cells: seats, whole numbers, sums', () => {
  expect(['38', '38 - Jharia', '38. झरिया', '38-Jharia', '४१', 'Jharia', '38A', ''].map(readSeatNumber)).toEqual([38, 38, 38, 38, 41, null, null, null]);
  expect(['15,00,000', '1,500,000', '१२', '12.0', '12.5', '-1', '1e3', '1,2'].map(readWhole)).toEqual([1_500_000, 1_500_000, 12, 12, null, null, null, null]);
  expect(['12', '012', '12 a', '१२', '12.0', '0', 'A', '12AB'].map(readPart)).toEqual(['12', '12', '12A', '12', '12', null, null, null]);
  expect(['Total', 'Sub-total', 'TOTAL:', 'Dhanbad Total', 'कुल', 'कुल योग', 'योग -'].every(isTotalLabel)).toBe(true);
  expect(['Totalabad', 'कुलडीहा', 'योगीडीह', 'कुल टोला', 'Subtotali'].some(isTotalLabel)).toBe(false);
});
