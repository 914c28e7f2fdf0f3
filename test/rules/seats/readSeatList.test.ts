// Lists of seats as they are handed about: heads in either language, number and name in one cell, reservation in brackets.
import { expect, test } from 'vitest';
import { readSeatList } from '../../../shared/rules/seats/readSeatList.ts';

test('a list with both names, reservation and Lok Sabha seat', () => {
  const { seats, bad } = readSeatList([
    ['List of Assembly Constituencies', '', ''], ['S.No.', 'AC No.', 'AC Name', 'AC Name (Hindi)', 'Reservation', 'District', 'PC No', 'PC Name', 'Electors'],
    ['1', '38', 'Sindri', 'सिंदरी', 'GEN', 'Dhanbad', '7', 'Dhanbad', '3,21,000'], ['2', '39', 'Nirsa', '', '', 'Dhanbad', '7', 'DHANBAD', ''], ['Total', '', '', '', '', '', '', '', '321000'],
  ]);
  expect(bad).toEqual([]);
  expect(seats).toEqual([
    { number: 38, nameEn: 'Sindri', nameHi: 'सिंदरी', reservation: 'GEN', lokSabha: { number: 7, nameEn: 'Dhanbad', nameHi: null }, electors: 321_000 },
    { number: 39, nameEn: 'Nirsa', nameHi: null, reservation: '', lokSabha: { number: 7, nameEn: 'DHANBAD', nameHi: null }, electors: null },
  ]);
});

test('Hindi heads, number and name in one cell, the reservation behind the name', () => {
  const { seats } = readSeatList([['विधानसभा संख्या', 'विधानसभा क्षेत्र का नाम', 'लोकसभा संख्या'], ['३८', '38 - सिंदरी (अजा)', '७'], ['39', '39. निरसा', '']]);
  expect(seats).toMatchObject([{ number: 38, nameEn: 'सिंदरी', nameHi: 'सिंदरी', reservation: 'SC', lokSabha: { number: 7, nameEn: null } }, { number: 39, nameEn: 'निरसा', lokSabha: null }]);
});

test('rows that cannot be taken are listed with their place and cause', () => {
  const { seats, bad } = readSeatList([
    ['AC No', 'Name', 'PC No', 'PC Name'], ['x', 'Sindri', '', ''], ['1', '', '', ''], ['2', 'Borio', '1', 'Rajmahal'], ['2', 'Barhait', '', ''], ['3', 'Litipara', '1', 'Dumka'], ['4', 'x'.repeat(250), '', ''],
  ]);
  expect(seats.map(({ number }) => number)).toEqual([2]);
  expect(bad.map(({ row, cause }) => [row, cause])).toEqual([[2, 'noNumber'], [3, 'noName'], [5, 'twice'], [6, 'lokSabhaTwoNames'], [7, 'tooLong']]);
});

test('without heads for number and name nothing is guessed', () => {
  expect(() => readSeatList([['38', 'Sindri'], ['39', 'Nirsa']])).toThrow(expect.objectContaining({ code: 'seats.noHead' }));
});
