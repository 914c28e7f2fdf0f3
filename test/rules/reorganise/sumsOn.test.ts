// Rolling a tree up as it was: counts by hand, in any order of the rows.
import { expect, test } from 'vitest';
import { existsOn, sumsOn } from '../../../shared/rules/reorganise/sumsOn.ts';
import { daysFromReports, valueOn } from '../../../shared/rules/reorganise/figuresFrom.ts';

const units = [
  { id: 'state', parentId: null, booth: false, electors: null },
  { id: 'east', parentId: 'state', booth: false, electors: 9999 },
  { id: 'west', parentId: 'state', booth: false, electors: 500 },
  { id: 'b1', parentId: 'east', booth: true, electors: 700 },
  { id: 'b2', parentId: 'east', booth: true, electors: 800 },
  { id: 'stray', parentId: 'closed', booth: true, electors: 100 },
];

test('sums as the boards of the present have them', () => {
  const targets = new Map<string, number | null>([['east', 100], ['b1', 40], ['b2', 50], ['west', null]]);
  const reported = new Map([['b1', 7], ['b2', 8], ['east', 20], ['stray', 1000]]);
  for (const order of [units, units.toReversed()]) {
    const sums = sumsOn(order, targets, reported);
    expect(sums.get('east')).toEqual({ children: 2, booths: 2, electors: 1500, own: 100, below: 90, achieved: 20 });
    expect(sums.get('west')).toEqual({ children: 0, booths: 0, electors: 500, own: null, below: null, achieved: null });
    expect(sums.get('state')).toEqual({ children: 2, booths: 2, electors: 2000, own: null, below: 100, achieved: 20 });
  }
});

test('a unit is there from its first day and gone on the day it closes', () => {
  expect([existsOn(null, null, '2022-04-01'), existsOn('2022-04-01', null, '2022-03-31'), existsOn('2022-04-01', null, '2022-04-01')]).toEqual([true, false, true]);
  expect([existsOn(null, '2022-04-01', '2022-03-31'), existsOn(null, '2022-04-01', '2022-04-01'), existsOn('2022-04-01', '2022-04-01', '2022-04-01')]).toEqual([true, false, false]);
});

test('a figure as it stood on a day, and the days on which it changed since', () => {
  const told = [{ day: '2022-04-02', value: 5 }, { day: '2022-04-05', value: 9 }, { day: '2022-04-05', value: 8 }];
  expect([valueOn(told, '2022-04-01'), valueOn(told, '2022-04-04'), valueOn(told, '2022-04-05')]).toEqual([null, 5, 8]);
  expect(daysFromReports([told, [{ day: '2022-04-09', value: 1 }]], '2022-04-03')).toEqual(['2022-04-03', '2022-04-05', '2022-04-09']);
});
