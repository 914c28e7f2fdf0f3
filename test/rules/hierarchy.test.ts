// Checks which level may stand where, and that path keys sort and cut out subtrees as an index would.
import { describe, expect, it } from 'vitest';
import { ancestorPaths, childPath, mayStandUnder, pathDepth, subtreeRange } from '../../shared/rules/hierarchy.ts';

const levels = [
  { id: 'state', under: [] },
  { id: 'district', under: ['state'] },
  { id: 'block', under: ['district'] },
  { id: 'town', under: ['district'] },
  { id: 'panchayat', under: ['block'] },
  { id: 'ward', under: ['town', 'ghost'] },
  { id: 'booth', under: ['panchayat', 'ward'] },
];

describe('mayStandUnder', () => {
  it('follows the levels, rural and urban, and never upside down', () => {
    expect(mayStandUnder(levels, 'booth', 'panchayat')).toBe(true);
    expect(mayStandUnder(levels, 'booth', 'ward')).toBe(true);
    expect(mayStandUnder(levels, 'booth', 'town')).toBe(false);
    expect(mayStandUnder(levels, 'panchayat', 'booth')).toBe(false);
    expect(mayStandUnder(levels, 'block', 'block')).toBe(false);
  });
  it('lets only levels without an upper one stand at the top', () => {
    expect(mayStandUnder(levels, 'state', null)).toBe(true);
    expect(mayStandUnder(levels, 'district', null)).toBe(false);
  });
  it('is false for levels that do not exist', () => {
    expect(mayStandUnder(levels, 'ghost', null)).toBe(false);
    expect(mayStandUnder(levels, 'ward', 'ghost')).toBe(false);
  });
});

describe('path keys', () => {
  it('are four base-36 characters per unit', () => {
    expect(childPath('', 0)).toBe('0000');
    expect(childPath('0000', 35)).toBe('0000000z');
    expect(childPath('0000', 36)).toBe('00000010');
    expect(childPath('0000', 36 ** 4 - 1)).toBe('0000zzzz');
    expect(pathDepth('')).toBe(0);
    expect(pathDepth('0000000z')).toBe(2);
    expect(ancestorPaths('000000010002')).toEqual(['0000', '00000001']);
    expect(ancestorPaths('0000')).toEqual([]);
  });
  it('sort in binary order with the parent first and siblings by number', () => {
    const root = childPath('', 0);
    const paths = [root, childPath(root, 9), childPath(childPath(root, 9), 1679615), childPath(root, 10), childPath(root, 36), childPath(root, 1296)];
    const bytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    expect(paths.toReversed().toSorted(bytes)).toEqual(paths);
  });
  it('cut out the unit and all below it, the last sibling key too, and nobody else', () => {
    const unit = childPath('0000', 1);
    const [from, toExclusive] = subtreeRange(unit);
    const within = (path: string): boolean => path >= from && path < toExclusive;
    expect([unit, childPath(unit, 0), childPath(unit, 1679615), childPath(childPath(unit, 1679615), 1679615)].every(within)).toBe(true);
    expect(['0000', childPath('0000', 0), childPath(childPath('0000', 0), 1679615), childPath('0000', 2), '0001'].some(within)).toBe(false);
  });
  it('refuse a sibling beyond the key and a path that is none', () => {
    expect(() => childPath('0000', 36 ** 4)).toThrow('hierarchy.badSibling');
    expect(() => childPath('0000', -1)).toThrow('hierarchy.badSibling');
    expect(() => childPath('000', 1)).toThrow('hierarchy.badPath');
    expect(() => subtreeRange("0000'--")).toThrow('hierarchy.badPath');
    expect(() => pathDepth('000A')).toThrow('hierarchy.badPath');
  });
});
