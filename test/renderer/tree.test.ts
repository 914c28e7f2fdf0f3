// The tree's lines and the small readings of its screens: what is laid out before it is asked for, colours, points, periods, names.
import { describe, expect, it } from 'vitest';
import { classesOf, colourOf } from '../../renderer/features/organisation/classes.ts';
import { pointText, readCount, readPoint } from '../../renderer/features/organisation/fields.ts';
import { keyOf, layOut, pageRows, pagesToFind } from '../../renderer/features/organisation/treeLayout.ts';
import type { PageKey } from '../../renderer/features/organisation/treeLayout.ts';
import { oneMonthFrom, standing } from '../../renderer/features/people/period.ts';
import { latinName } from '../../renderer/latinName.ts';
import type { Page } from '../../shared/model/common.ts';
import type { UnitRow } from '../../shared/model/unit.ts';

const unit = (id: string, parentId: string | null, children: number): UnitRow =>
  ({ id, parentId, levelId: 'x', nameEn: id, nameHi: null, nameHiProposed: false, code: null, electors: 0, children, booths: 0, demonstration: false, closedDay: null });

/** A state with 250 districts of 3 blocks each; only the windows named are there. */
function held(...keys: string[]) {
  const rowsOf = (parentId: string | null): UnitRow[] => {
    if (parentId === null) return [unit('s', null, 250)];
    if (parentId === 's') return Array.from({ length: 250 }, (_, at) => unit(`d${at}`, 's', 3));
    return Array.from({ length: 3 }, (_, at) => unit(`${parentId}b${at}`, parentId, 0));
  };
  return ({ parentId, page }: PageKey): Page<UnitRow> | undefined => {
    if (!keys.includes(keyOf({ parentId, page }))) return undefined;
    const rows = rowsOf(parentId);
    return { total: rows.length, offset: page * pageRows, rows: rows.slice(page * pageRows, (page + 1) * pageRows) };
  };
}

describe('lines of the tree', () => {
  it('one empty line before anything is known', () => {
    const { lines } = layOut(new Set(['s']), held());
    expect(lines).toEqual([{ parentId: null, index: 0, siblings: 1, depth: 0, row: undefined, expanded: false }]);
  });

  it('an open branch takes its whole place before its children are there', () => {
    const { lines, open } = layOut(new Set(['s']), held(' 0'));
    expect(lines).toHaveLength(251);
    expect(lines[250]).toEqual({ parentId: 's', index: 249, siblings: 250, depth: 1, row: undefined, expanded: false });
    expect(open).toEqual(new Set([null, 's']));
  });

  it('children stand directly below theirs, and only of what is open, known and has any', () => {
    const { lines } = layOut(new Set(['s', 'd1', 'd120', 'd0b0']), held(' 0', 's 0', 'd1 0'));
    expect(lines.slice(0, 7).map((line) => [line.row?.id, line.depth, line.expanded])).toEqual([
      ['s', 0, true], ['d0', 1, false], ['d1', 1, true], ['d1b0', 2, false], ['d1b1', 2, false], ['d1b2', 2, false], ['d2', 1, false],
    ]);
    // d120 stands in a window not asked for yet: it is laid out closed.
    expect(lines).toHaveLength(1 + 250 + 3);
    expect(layOut(new Set(['s', 'd1', 'd120']), held(' 0', 's 0', 's 1', 'd1 0')).lines).toHaveLength(1 + 250 + 3 + 3);
  });

  it('a unit far down is looked for in the windows of the lowest open parent on its way', () => {
    const find = (expanded: string[], keys: string[]) => pagesToFind(['s', 'd220', 'd220b1'], layOut(new Set(expanded), held(...keys)).lines, held(...keys)).map(keyOf);
    expect(find([], [])).toEqual([' 0']);
    expect(find(['s'], [' 0', 's 0'])).toEqual(['s 0', 's 1', 's 2']);
    expect(find(['s', 'd220'], [' 0', 's 0', 's 1', 's 2'])).toEqual(['d220 0']);
    expect(find(['s', 'd220'], [' 0', 's 0', 's 1', 's 2', 'd220 0'])).toEqual([]);
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
