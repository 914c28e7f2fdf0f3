// A mapping sheet of part numbers: what each row means, every kind of wrong row, and numbers that change places.
import { describe, expect, test } from 'vitest';
import { mappingColumns, partKey, planRenumber, renumberedName } from '../../../shared/rules/reorganise/renumber.ts';

const seats = [{ number: 40, nameEn: 'Dhanbad', nameHi: 'धनबाद' }, { number: 41, nameEn: 'Jharia', nameHi: 'झरिया' }];
const booths = ['1', '2', '3', '4', '5'].map((partNumber) => ({ id: `b${partNumber}`, seat: 40, partNumber }));
const head = ['Assembly', 'Old part', 'New part'];
const plan = (...rows: string[][]) => planRenumber([head, ...rows], [1, ...rows.map((_, at) => at + 2)], seats, booths);
const codes = (found: ReturnType<typeof plan>) => found.problems.map(({ rowNumber, code, blocks }) => [rowNumber, code, blocks]);
const all = (...news: string[]) => booths.map((booth, at) => ['40', booth.partNumber, news[at] ?? booth.partNumber]);

test('numbers change places, all at once; those that stay are counted', () => {
  const found = plan(...all('2', '1', '7'));
  expect(found.numbers).toEqual([{ boothId: 'b1', seat: 40, old: '1', new: '2' }, { boothId: 'b2', seat: 40, old: '2', new: '1' }, { boothId: 'b3', seat: 40, old: '3', new: '7' }]);
  expect(found).toMatchObject({ same: 2, seats: 1, rows: 5, problems: [], splits: [], merges: [] });
});

test('one old number with two new ones splits, two with one new merge; the booth that has the number keeps it', () => {
  const found = plan(['40', '1', '1A'], ['40', '1', '1'], ['40', '2', '3'], ['40', '3', '3'], ['40', '4', '4'], ['40', '5', '5']);
  expect(found.splits).toEqual([{ boothId: 'b1', seat: 40, old: '1', news: ['1', '1A'] }]);
  expect(found.merges).toEqual([{ boothIds: ['b3', 'b2'], seat: 40, olds: ['3', '2'], new: '3' }]);
  expect(found.problems).toEqual([]);
});

describe('rows that cannot be used', () => {
  test('say what is missing or unknown, with their row', () => {
    expect(codes(plan(['', '1', '2'], ['99', '1', '2'], ['40', '', '2'], ['40', '1', ''], ['40', '77', '78'], ['40', '1', 'x'.repeat(21)], ['', '', '']))).toEqual(expect.arrayContaining([
      [2, 'noSeat', true], [3, 'unknownSeat', true], [4, 'noOld', true], [5, 'noNew', true], [6, 'unknownPart', true], [7, 'newTooLong', true],
    ]));
  });
  test('a repeated row counts once and is told', () => {
    const found = plan(...all('9'), ['40', '1', '9']);
    expect(codes(found)).toEqual([[7, 'twice', false]]);
    expect(found.numbers).toHaveLength(1);
  });
  test('a booth that is not named keeps its number, which nobody else may take', () => {
    expect(codes(plan(['40', '1', '2']))).toEqual(expect.arrayContaining([[2, 'taken', true], [null, 'missing', false]]));
    expect(codes(plan(['40', '1', '9'])).filter(([, , blocks]) => blocks)).toEqual([]);
  });
  test('two booths with one number, and a number split and merged at once', () => {
    const twice = planRenumber([head, ['40', '1', '9']], [1, 2], seats, [...booths, { id: 'other', seat: 40, partNumber: '01' }]);
    expect(codes(twice)).toEqual(expect.arrayContaining([[2, 'severalOld', true]]));
    expect(codes(plan(['40', '1', '8'], ['40', '1', '9'], ['40', '2', '9'], ['40', '3', '3'], ['40', '4', '4'], ['40', '5', '5']))).toEqual([[2 + 1, 'mergeAndSplit', true]]);
  });
});

test('seats by number, by name in either script, or both; numbers with zeros and Devanagari digits', () => {
  for (const seat of ['40', '040', '40 - Dhanbad', 'Dhanbad', 'धनबाद', '४०']) expect(plan([seat, '००१', '०9']).numbers).toEqual([{ boothId: 'b1', seat: 40, old: '1', new: '9' }]);
  expect([partKey('012 A'), partKey('१२a'), partKey('0')]).toEqual(['12a', '12a', '0']);
});

test('columns are found by their heads, also in Hindi and in another order; without a head they are seat, old, new', () => {
  expect(mappingColumns([['List of parts'], ['नई भाग संख्या', 'पुरानी भाग संख्या', 'विधानसभा क्षेत्र']])).toEqual({ first: 2, seat: 2, old: 1, new: 0 });
  expect(mappingColumns([['40', '1', '2']])).toEqual({ first: 0, seat: 0, old: 1, new: 2 });
});

test('a name that is word and number follows its number, any other name stays', () => {
  expect([renumberedName('Booth 12', '12', '15'), renumberedName('बूथ 12', '12', '12A'), renumberedName('School 112', '12', '15'), renumberedName('12 Chowk', '12', '15')]).toEqual(['Booth 15', 'बूथ 12A', 'School 112', '12 Chowk']);
});
