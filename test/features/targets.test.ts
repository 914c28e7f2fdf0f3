// The board's own arithmetic: moves and selections as in a spreadsheet, columns to and from Excel, classes of the map, a programme's form.
import { describe, expect, test } from 'vitest';
import { draftOf, fieldsOf, newDraft, nextPhase, spreadPhases, wrongIn } from '../../renderer/features/programmes/draft.ts';
import { pastedColumn, typedTarget } from '../../renderer/features/targets/clipboard.ts';
import { asTabbed } from '../../renderer/ui/clipboard.ts';
import { at, moved, rangeOf } from '../../renderer/features/targets/gridModel.ts';
import { evenClasses, percentClasses } from '../../renderer/features/targets/mapClasses.ts';

describe('Moving through the grid', () => {
  const size = { rows: 25, columns: 12, page: 10 };
  const after = (row: number, column: number, ...keys: string[]) => {
    let selection = at(row, column);
    for (const key of keys) {
      const parts = key.split('+');
      selection = moved(selection, { key: parts.at(-1)!, shift: parts.includes('Shift'), ctrl: parts.includes('Control') }, size) ?? selection;
    }
    return selection;
  };
  test.each([
    [[0, 0], ['ArrowUp', 'ArrowLeft'], [0, 0]],
    [[24, 11], ['ArrowDown', 'ArrowRight', 'PageDown'], [24, 11]],
    [[3, 3], ['Enter', 'Enter', 'Shift+Enter'], [4, 3]],
    [[3, 3], ['Tab', 'Tab', 'Shift+Tab'], [3, 4]],
    [[3, 3], ['PageDown'], [13, 3]],
    [[3, 3], ['End'], [3, 11]],
    [[3, 3], ['Control+End'], [24, 11]],
    [[3, 3], ['Control+Home'], [0, 0]],
  ] as const)('from %j by %j to %j', ([row, column], keys, [toRow, toColumn]) => {
    expect(after(row, column, ...keys).active).toEqual({ row: toRow, column: toColumn });
  });
  test('Shift draws a selection in either direction, a plain arrow ends it', () => {
    expect(rangeOf(after(5, 3, 'Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowRight'))).toEqual({ fromRow: 3, toRow: 5, fromColumn: 3, toColumn: 4 });
    expect(rangeOf(after(5, 3, 'Shift+ArrowUp', 'ArrowDown'))).toEqual({ fromRow: 5, toRow: 5, fromColumn: 3, toColumn: 3 });
    expect(rangeOf(after(5, 3, 'Control+a'))).toEqual({ fromRow: 0, toRow: 24, fromColumn: 0, toColumn: 11 });
  });
  test('Tab leaves the grid at its edges', () => {
    expect(moved(at(2, 11), { key: 'Tab', shift: false, ctrl: false }, size)).toBeNull();
    expect(moved(at(2, 0), { key: 'Tab', shift: true, ctrl: false }, size)).toBeNull();
    expect(moved(at(0, 0), { key: 'ArrowDown', shift: false, ctrl: false }, { ...size, rows: 0 })).toBeNull();
  });
});

describe('To and from Excel', () => {
  test('a column with lakhs, Devanagari digits, quotes and gaps', () => {
    expect(pastedColumn('15 लाख\r\n"1,20,000"\r\n\r\n२५०\textra\r\n', 1e12)).toEqual({ values: [1_500_000, 120_000, null, 250] });
  });
  test('names the line that is no whole number', () => {
    expect(pastedColumn('5\n1.5\n7', 1e12)).toEqual({ wrongLine: 2, wrongText: '1.5' });
    expect(pastedColumn('5\n-3', 1e12)).toEqual({ wrongLine: 2, wrongText: '-3' });
    expect(pastedColumn('101', 100)).toEqual({ wrongLine: 1, wrongText: '101' });
  });
  test('a target typed: cleared, read or refused', () => {
    expect([typedTarget('', 9), typedTarget('–', 9), typedTarget('33%', 100), typedTarget('1,5', 1e12), typedTarget('1.2 lakh', 1e12)]).toEqual([null, null, 33, undefined, 120_000]);
  });
  test('what is copied holds bare numbers, and no name becomes a formula', () => {
    expect(asTabbed([['=1+1', 1_500_000, null], ['A\tB\nC', -21_900, '@x']])).toBe(`'=1+1\t1500000\t\nA B C\t-21900\t'@x`);
  });
});

describe('Classes of the map', () => {
  test('percentages by quarters, what is reached apart', () => {
    const { classOf } = percentClasses();
    expect([null, 0, 24, 25, 74, 99, 100, 230].map(classOf)).toEqual([null, 1, 1, 2, 3, 4, 5, 5]);
  });
  test('as many units in each class as can be; one class where all are alike', () => {
    const values = Array.from({ length: 25 }, (_, index) => index * 3);
    const { classOf, limits } = evenClasses(values);
    expect([1, 2, 3, 4, 5].map((wanted) => values.filter((value) => classOf(value) === wanted).length)).toEqual([5, 5, 5, 5, 5]);
    expect(limits.at(-1)).toEqual({ from: 60, upTo: 72 });
    expect(evenClasses([7, 7, 7]).limits).toEqual([{ from: 7, upTo: 7 }]);
    expect(evenClasses([]).limits).toEqual([]);
  });
});

describe('A programme\'s form', () => {
  const levels = ['state', 'district', 'block', 'town', 'panchayat', 'booth'];
  test('shares nine days out over four levels, the last taking the odd one', () => {
    expect(spreadPhases(['district', 'block', 'panchayat', 'booth'], '2022-04-18', '2022-04-26').map(({ fromDay, toDay }) => [fromDay, toDay])).toEqual([
      ['2022-04-18', '2022-04-19'], ['2022-04-20', '2022-04-21'], ['2022-04-22', '2022-04-23'], ['2022-04-24', '2022-04-26'],
    ]);
    expect(spreadPhases(['district', 'block', 'booth'], '2022-04-18', '2022-04-18').every(({ fromDay, toDay }) => fromDay === '2022-04-18' && toDay === '2022-04-18')).toBe(true);
  });
  test('offers the next level from the day after the last', () => {
    const draft = { ...newDraft('2022-04-18'), phases: [{ levelId: 'district', fromDay: '2022-04-18', toDay: '2022-04-19' }] };
    expect(nextPhase(draft, levels)).toEqual({ levelId: 'block', fromDay: '2022-04-20', toDay: '2022-04-26' });
    expect(nextPhase({ ...draft, phases: levels.map((levelId) => ({ levelId, fromDay: null, toDay: null })) }, levels)).toBeNull();
  });
  test('says everything that is wrong, and saves what is right under one name for both scripts', () => {
    const empty = newDraft('');
    expect(wrongIn(empty).map(({ key }) => key)).toEqual(['noName', 'noDays']);
    const draft = { ...newDraft('2022-04-18'), nameHi: ' पदयात्रा ', phases: [
      { levelId: 'district', fromDay: '2022-04-17', toDay: '2022-04-19' }, { levelId: 'block', fromDay: '2022-04-20', toDay: '2022-04-19' },
      { levelId: 'booth', fromDay: null, toDay: null }, { levelId: 'district', fromDay: '2022-04-18', toDay: '2022-04-18' },
    ] };
    expect(wrongIn(draft)).toEqual([
      { key: 'phaseOutside', levelId: 'district' }, { key: 'phaseEndBeforeStart', levelId: 'block' }, { key: 'phaseNoDays', levelId: 'booth' }, { key: 'phaseTwice', levelId: 'district' },
    ]);
    expect(wrongIn({ ...draft, fromDay: '2022-04-27', phases: [] })).toEqual([{ key: 'endBeforeStart' }]);
    const fields = fieldsOf({ ...draft, phases: [] });
    expect(fields).toMatchObject({ nameEn: 'पदयात्रा', nameHi: 'पदयात्रा', fromDay: '2022-04-18', toDay: '2022-04-26' });
    expect(wrongIn(draftOf({ ...fields, id: 'x', said: 'byDays', state: 'planned', unitId: null, unitNameEn: null, unitNameHi: null, personId: null, personNameEn: null, personNameHi: null, unitIds: [], metrics: [], phases: [] }))).toEqual([]);
  });
});
