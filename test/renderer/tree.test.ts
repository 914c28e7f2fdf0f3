// The tree's lines and the small readings of its screens: what is laid out before it is asked for, colours, points, periods, names.
import { describe, expect, it } from 'vitest';
import { classesOf, colourOf } from '../../renderer/features/organisation/classes.ts';
import { pointText, readCount, readPoint } from '../../renderer/features/organisation/fields.ts';
import { keyOf, layOut, pageRows, pagesToFind } from '../../renderer/features/organisation/treeLayout.ts';
import type { Opening, PageKey, TreeLayout } from '../../renderer/features/organisation/treeLayout.ts';
import { standing } from '../../renderer/features/people/period.ts';
import { oneMonthFrom } from '../../shared/rules/charges/periods.ts';
import { latinName } from '../../renderer/latinName.ts';
import type { Page } from '../../shared/model/common.ts';
import type { TreeRow } from '../../shared/model/unit.ts';

const unit = (id: string, parentId: string | null, levelId: string, children: number, lines = 0): TreeRow =>
  ({ id, parentId, levelId, nameEn: id, nameHi: null, nameHiProposed: false, code: null, electors: 0, children, booths: 0, demonstration: false, closedDay: null, lines });

/** A state with 250 districts, district n with n % 5 blocks; only the windows named are there. */
function held(levels: string[], ...keys: string[]) {
  const blocks = (at: number) => at % 5;
  const all = Array.from({ length: 250 }, (_, at) => blocks(at)).reduce((a, b) => a + b);
  const rowsOf = (parentId: string | null): TreeRow[] => {
    if (parentId === null) return [unit('s', null, 'state', 250, levels.includes('state') ? 250 + (levels.includes('district') ? all : 0) : 0)];
    if (parentId === 's') return Array.from({ length: 250 }, (_, at) => unit(`d${at}`, 's', 'district', blocks(at), levels.includes('district') ? blocks(at) : 0));
    return Array.from({ length: blocks(Number(parentId.slice(1))) }, (_, at) => unit(`${parentId}b${at}`, parentId, 'block', 0));
  };
  return ({ parentId, page }: PageKey): Page<TreeRow> | undefined => {
    if (!keys.includes(keyOf({ parentId, page }))) return undefined;
    const rows = rowsOf(parentId);
    return { total: rows.length, offset: page * pageRows, rows: rows.slice(page * pageRows, (page + 1) * pageRows) };
  };
}

const parentOfKey = (key: string): string | null => key.split(' ')[0] || null;
function laid(given: { levels?: string[]; opened?: string[]; shut?: string[] }, ...keys: string[]): TreeLayout {
  const { levels = [], opened = [], shut = [] } = given;
  const opening: Opening = { levels: new Set(levels), opened: new Set(opened), shut: new Set(shut) };
  return layOut(opening, held(levels, ...keys), new Set(keys.map(parentOfKey)));
}
const all = (layout: TreeLayout) => Array.from({ length: layout.total }, (_, at) => layout.lineAt(at));
const windows = ['s 0', 's 1', 's 2'];
const everyBranch = Array.from({ length: 250 }, (_, at) => `d${at} 0`);

describe('lines of the tree', () => {
  it('one empty line before anything is known', () => {
    const layout = laid({ opened: ['s'] });
    expect(layout.total).toBe(1);
    expect(layout.lineAt(0)).toEqual({ parentId: null, index: 0, siblings: 1, depth: 0, row: undefined, expanded: false, pages: [{ parentId: null, page: 0 }] });
  });

  it('an open branch takes its whole place before its children are there', () => {
    const layout = laid({ opened: ['s'] }, ' 0');
    expect(layout.total).toBe(251);
    expect(layout.lineAt(250)).toEqual({ parentId: 's', index: 249, siblings: 250, depth: 1, row: undefined, expanded: false, pages: [{ parentId: null, page: 0 }, { parentId: 's', page: 2 }] });
    expect(layout.indexOf('d3')).toBe(-1);
  });

  it('children stand directly below theirs, and only of what is open, known and has any', () => {
    const layout = laid({ opened: ['s', 'd2', 'd123', 'd5'] }, ' 0', 's 0', 'd2 0');
    expect(all(layout).slice(0, 7).map((line) => [line.row?.id, line.depth, line.expanded])).toEqual([
      ['s', 0, true], ['d0', 1, false], ['d1', 1, false], ['d2', 1, true], ['d2b0', 2, false], ['d2b1', 2, false], ['d3', 1, false],
    ]);
    // d123 stands in a window not asked for yet: it is laid out shut. d5 has nothing below.
    expect(layout.total).toBe(1 + 250 + 2);
    expect(laid({ opened: ['s', 'd2', 'd123'] }, ' 0', 's 0', 's 1', 'd2 0').total).toBe(1 + 250 + 2 + 3);
  });

  it('whole levels open take their whole place before anything below is there, and keep it as it comes', () => {
    const levels = ['state', 'district'];
    const lines = 1 + 250 + 500;
    expect(laid({ levels }, ' 0').total).toBe(lines);
    expect(laid({ levels }, ' 0', 's 1').total).toBe(lines);
    expect(laid({ levels }, ' 0', ...windows).total).toBe(lines);
    expect(laid({ levels }, ' 0', ...windows, 'd4 0', 'd249 0').total).toBe(lines);
    expect(laid({ levels }, ' 0', ...windows, ...everyBranch).total).toBe(lines);
  });

  it('a line not there yet says which windows it waits for, from the top down', () => {
    const levels = ['state', 'district'];
    const waiting = laid({ levels }, ' 0', ...windows).lineAt(5);
    expect(waiting).toMatchObject({ row: undefined, parentId: 'd2', depth: 2, pages: [{ parentId: null, page: 0 }, { parentId: 's', page: 0 }, { parentId: 'd2', page: 0 }] });
    const far = laid({ levels }, ' 0').lineAt(700);
    expect(far).toMatchObject({ row: undefined, parentId: 's', pages: [{ parentId: null, page: 0 }, { parentId: 's', page: 2 }] });
  });

  it('every unit is found on the line it stands on, whatever is there', () => {
    for (const keys of [[], ['s 1'], windows, [...windows, 'd4 0', 'd133 0'], [...windows, ...everyBranch]]) {
      for (const given of [{ levels: ['state', 'district'] }, { levels: ['state', 'district'], shut: ['d4', 'd133'] }, { opened: ['s', 'd4', 'd133'] }]) {
        const layout = laid(given, ' 0', ...keys);
        let before = '';
        all(layout).forEach((line, at) => {
          if (line.row) expect(layout.indexOf(line.row.id)).toBe(at);
          if (line.row) expect(line.row.id).not.toBe(before);
          before = line.row?.id ?? before;
        });
      }
    }
  });

  it('shut by hand under open levels takes one line', () => {
    const layout = laid({ levels: ['state', 'district'], shut: ['d4'] }, ' 0', ...windows);
    expect(layout.total).toBe(1 + 250 + 500 - 4);
    expect(layout.lineAt(layout.indexOf('d4'))).toMatchObject({ expanded: false });
    expect(layout.lineAt(layout.indexOf('d4') + 1).row?.id).toBe('d5');
  });

  it('a unit far down is looked for in the windows of the lowest open parent on its way', () => {
    const find = (opened: string[], keys: string[]) => pagesToFind(['s', 'd223', 'd223b1'], laid({ opened }, ...keys), held([], ...keys)).map(keyOf);
    expect(find([], [])).toEqual([' 0']);
    expect(find(['s'], [' 0', 's 0'])).toEqual(['s 0', 's 1', 's 2']);
    expect(find(['s', 'd223'], [' 0', 's 0', 's 1', 's 2'])).toEqual(['d223 0']);
    expect(find(['s', 'd223'], [' 0', 's 0', 's 1', 's 2', 'd223 0'])).toEqual([]);
  });
});

describe('classes of a map', () => {
  it('five of about as many units each, without a gap or an overlap', () => {
    const values = Array.from({ length: 24 }, (_, at) => (at * 7919) % 1000);
    const classes = classesOf(values);
    expect(classes).toHaveLength(5);
    const sizes = classes.map(({ from, to }) => values.filter((value) => value >= from && value <= to).length);
    expect(sizes.reduce((a, b) => a + b)).toBe(24);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(new Set(values.map((value) => colourOf(value, classes))).size).toBe(5);
    expect(colourOf(Math.min(...values), classes)).toBe('var(--ramp-1)');
    expect(colourOf(Math.max(...values), classes)).toBe('var(--ramp-5)');
  });

  it('equal values never part; few values make few classes; none makes none', () => {
    expect(classesOf([5, 5, 5, 5, 5, 5, 9])).toEqual([{ from: 5, to: 5 }, { from: 9, to: 9 }]);
    expect(classesOf([7])).toEqual([{ from: 7, to: 7 }]);
    expect(classesOf([])).toEqual([]);
    expect(colourOf(undefined, classesOf([1, 2]))).toBe('var(--ramp-none)');
  });
});

describe('what is typed', () => {
  it.each([
    ['23.7957, 86.4304', [23.7957, 86.4304]], ['23.7957 86.4304', [23.7957, 86.4304]], ['23.79° N, 86.43° E', [23.79, 86.43]], ['२३.५, ८६', [23.5, 86]], ['-1,-2', [-1, -2]], ['  ', null],
    ['23.7', undefined], ['91, 80', undefined], ['23, 181', undefined], ['Dhanbad', undefined], ['23,79, 86,43', undefined],
  ])('point %s', (text, point) => expect(readPoint(text)).toEqual(point));

  it('a point shown is read back as itself', () => {
    expect(readPoint(pointText(23.79833, 86.43388))).toEqual([23.79833, 86.43388]);
    expect(pointText(null, 86)).toBe('');
  });

  it.each([['1,234', 1234], ['१२', 12], ['1.2 lakh', 120000], ['', null], ['1.5', undefined], ['-3', undefined], ['abc', undefined], ['1001000', undefined]])('count %s', (text, count) => expect(readCount(text, 1_000_000)).toBe(count));

  it('a Hindi name alone gives an English one to begin with', () => {
    expect(latinName('नया टोला')).toBe('Naya Tola');
    expect(latinName('बूथ 12 (पूर्वी)')).toMatch(/^B\S+ 12 \(P\S+\)$/);
    expect(latinName('')).toBe('');
  });
});

describe('periods', () => {
  it.each([['2022-04-16', '2022-05-15'], ['2022-04-01', '2022-04-30'], ['2022-01-31', '2022-02-28'], ['2024-01-30', '2024-02-29'], ['2022-12-10', '2023-01-09'], ['2022-03-01', '2022-03-31']])('one month from %s ends on %s', (from, to) => expect(oneMonthFrom(from)).toBe(to));

  it('over, running, to come: first and last day belong to it', () => {
    const at = (today: string) => standing('2022-04-10', '2022-04-20', today);
    expect(['2022-04-09', '2022-04-10', '2022-04-20', '2022-04-21'].map(at)).toEqual(['coming', 'now', 'now', 'over']);
  });
});
