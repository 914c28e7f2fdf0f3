// A returned sheet is read by its hidden marks: sorted, with columns put in, rows added, copied, damaged.
import { describe, expect, test } from 'vitest';
import { headMark, headSign, readHeadMark, readRowMark, rowMark } from '../../../shared/rules/returns/identity.ts';
import { planReturn } from '../../../shared/rules/returns/planReturn.ts';
import type { KnownCell } from '../../../shared/rules/returns/planReturn.ts';
import { readReturn } from '../../../shared/rules/returns/readReturn.ts';

const about = { programmeId: 'drive', metricId: 'members', revision: 1 };
const mark = (unitId: string) => rowMark({ ...about, unitId });
const heads = ['No.', 'Block', 'Target', 'Achieved', 'Remarks'];
const column = (at: number) => ({ at, head: headSign(heads[at]!) });
const head = (rows = 3) => headMark({ ...about, unitId: 'dhanbad', rows, name: column(1), value: column(3), note: column(4) });
const row = (no: string, name: string, value: string, note = '', of = mark(name.toLowerCase())) => [no, name, '100', value, note, of];
const table = (...rows: string[][]) => ({ sheetName: 'Blocks', rows: [['Assignment sheet'], [...heads, head()], ...rows], rowNumbers: Array.from({ length: rows.length + 2 }, (_, at) => at + 1) });
const read = (...rows: string[][]) => readReturn([table(...rows)]);
const figures = ({ rows }: ReturnType<typeof readReturn>) => Object.fromEntries(rows.map(({ unitId, value }) => [unitId, value]));

describe('Marks', () => {
  test('read back what they were made of, and nothing else', () => {
    const identity = { ...about, unitId: 'a' };
    expect(readRowMark(rowMark(identity))).toEqual(identity);
    expect(readHeadMark(head())).toMatchObject({ unitId: 'dhanbad', rows: 3, value: { at: 3 } });
    expect(readRowMark(head())).toBeNull();
    expect(readHeadMark(mark('a'))).toBeNull();
    for (const text of ['', 'S1', 'S1|r|a|b|c|1|0000', rowMark(identity).replace('|a|', '|b|'), `${rowMark(identity)}0`, rowMark(identity).slice(0, -1)]) expect(readRowMark(text)).toBeNull();
  });
});

describe('A table that came back', () => {
  test('gives each figure to its unit, in whichever order the rows stand; sums and empty rows are passed over', () => {
    const answer = read(row('3', 'Topchanchi', '1,250'), row('1', 'Baghmara', '१२', 'by phone'), row('2', 'Tundi', ''), ['', 'Total', '300', '1262', '', '']);
    expect(figures(answer)).toEqual({ topchanchi: 1250, baghmara: 12 });
    expect(answer).toMatchObject({ empty: 1, missing: 0, unread: [], columnGone: false });
    expect(answer.rows[1]).toMatchObject({ note: 'by phone', rowNumber: 4 });
  });

  test('finds its columns by their heads where others were put in or taken out', () => {
    const wide = { sheetName: 'Blocks', rowNumbers: [1, 2, 3], rows: [['x'], ['No.', 'Block', 'Mine', 'Target', 'Achieved', 'Remarks', head(1)], ['1', 'Tundi', '7', '100', '55', 'ok', mark('tundi')]] };
    expect(readReturn([wide]).rows).toMatchObject([{ unitId: 'tundi', value: 55, note: 'ok', name: 'Tundi' }]);
    const narrow = { sheetName: 'Blocks', rowNumbers: [1, 2], rows: [['Block', 'Achieved', head(1)], ['Tundi', '55', mark('tundi')]] };
    expect(readReturn([narrow]).rows).toMatchObject([{ value: 55, note: '' }]);
    const renamed = { sheetName: 'Blocks', rowNumbers: [1, 2], rows: [['No.', 'Block', 'Target', 'Done so far', 'Remarks', head(1)], ['1', 'Tundi', '100', '55', '', mark('tundi')]] };
    expect(readReturn([renamed]).rows).toMatchObject([{ value: 55 }]);
    const gone = { sheetName: 'Blocks', rowNumbers: [1, 2], rows: [['No.', 'Block', 'Target', 'Remarks', head(1)], ['1', 'Tundi', '100', 'none', mark('tundi')]] };
    expect(readReturn([gone])).toMatchObject({ columnGone: true, rows: [] });
  });

  test('names what it cannot read: text, minus, formulas, rows of one\'s own, damaged marks, one unit twice', () => {
    const rows = [row('1', 'Tundi', 'about 50'), row('2', 'Baghmara', '-5'), row('3', 'Topchanchi', '1.5'), ['4', 'New village', '', '70', '', ''], row('5', 'Jharia', '9', '', mark('jharia').replace('jharia', 'dhanbad')),
      row('6', 'Govindpur', '12'), row('6', 'Govindpur', '13'), row('6', 'Govindpur', '12'), row('7', 'Nirsa', '30')];
    const { unread, rows: good } = readReturn([{ ...table(...rows), formulas: new Set(['11:3']) }]);
    expect(unread.map(({ rowNumber, cause }) => [rowNumber, cause])).toEqual([[3, 'notANumber'], [4, 'negative'], [5, 'notANumber'], [6, 'noMark'], [7, 'damaged'], [9, 'twice'], [11, 'formula']]);
    expect(good.map(({ unitId, value }) => [unitId, value])).toEqual([['govindpur', 12]]);
  });

  test('counts what did not come back, over all its worksheets; a sheet without marks is not ours', () => {
    expect(read(row('1', 'Tundi', '5')).missing).toBe(2);
    expect(readReturn([table(row('1', 'Tundi', '5')), { ...table(row('1', 'Jharia', '6')), sheetName: 'More' }])).toMatchObject({ missing: 4 });
    expect(readReturn([{ sheetName: 'x', rows: [['a', 'b'], ['1', '2']], rowNumbers: [1, 2] }]).head).toBeNull();
  });
});

describe('A figure', () => {
  const known: KnownCell = { nameEn: 'Tundi', nameHi: 'टुंडी', closed: false, last: 50, lastDay: '2022-04-10', target: 100, revision: 1, most: 1000, mayFall: false };
  const judged = (value: string, cell: Partial<KnownCell> | null = {}, name = 'Tundi', day = '2022-04-16') =>
    planReturn(readReturn([table([...row('1', name, value, '', mark('tundi'))])]).rows, () => (cell === null ? null : { ...known, ...cell }), day)[0]!;

  test('is booked, doubted or refused by what the file knows', () => {
    expect(judged('60')).toMatchObject({ refused: null, doubts: [], same: false, before: 50 });
    expect(judged('40').doubts).toEqual(['lower']);
    expect(judged('40', { mayFall: true }).doubts).toEqual([]);
    expect(judged('1001').doubts).toEqual(['tooMuch']);
    expect(judged('60', { revision: 2 }).doubts).toEqual(['oldRevision']);
    expect(judged('60', null).refused).toBe('unitGone');
    expect(judged('60', { closed: true }).refused).toBe('closed');
  });

  test('is told apart where only the visible columns were sorted: the name is another unit\'s', () => {
    expect(judged('60', {}, 'Baghmara').refused).toBe('otherName');
    for (const name of ['टुंडी', 'टुंडी\nTundi', ' TUNDI ', 'Tundi (part)', '']) expect(judged('60', {}, name).refused).toBeNull();
  });

  test('is the same when it stands there for that day or a later one', () => {
    expect(judged('50').same).toBe(false);
    expect(judged('50', { lastDay: '2022-04-16' }).same).toBe(true);
  });
});
