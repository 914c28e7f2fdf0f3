// The timeline's pure parts: the scale of days, rows and their window, ways of arrows, what pulling a bar makes of its days.
import { describe, expect, it } from 'vitest';
import { corners, linksSeen, pathThrough } from '../../renderer/features/programmes/arrowPaths.ts';
import { knownOf, rowsOf, windowOf } from '../../renderer/features/programmes/timelineRows.ts';
import { dayAt, dayHeads, leftOf, monthHeads, placeOf, scaleOf, zooms } from '../../renderer/features/programmes/timeScale.ts';
import { pulled } from '../../renderer/features/programmes/trial.ts';
import { addDays, weekday } from '../../shared/dates.ts';
import type { FullBar } from '../../shared/model/timeline.ts';
import { seeded } from '../rules/seeded.ts';

describe('the scale', () => {
  it('begins on a Monday, two weeks or more before the first day, and reaches past the last and over the whole width', () => {
    for (const zoom of zooms) {
      const scale = scaleOf(zoom, ['2022-04-18', '', '2022-03-01', '2022-04-26'], 3000);
      expect(weekday(scale.fromDay)).toBe(0);
      expect(scale.fromDay <= '2022-02-15').toBe(true);
      expect(addDays(scale.fromDay, scale.days) > '2022-06-09').toBe(true);
      expect(scale.width).toBeGreaterThanOrEqual(3000);
      expect(scale.width).toBe(scale.days * scale.perDay);
    }
  });
  it('finds the day under a pixel again', () => {
    const scale = scaleOf('month', ['2022-03-01', '2022-04-26'], 0);
    for (const day of ['2022-03-01', '2022-04-15', '2022-04-30']) {
      expect(dayAt(scale, leftOf(scale, day))).toBe(day);
      expect(dayAt(scale, leftOf(scale, day) + scale.perDay - 1)).toBe(day);
    }
    expect(placeOf(scale, '2022-04-18', '2022-04-26').width).toBe(9 * scale.perDay);
  });
  it('has heads without a gap or an overlap, whatever part is seen', () => {
    for (const zoom of zooms) {
      const scale = scaleOf(zoom, ['2021-11-15', '2024-03-10'], 0);
      const months = monthHeads(scale, 0, scale.width);
      expect(months[0]!.left).toBe(0);
      months.forEach((cell, at) => { if (at > 0) expect(cell.left).toBe(months[at - 1]!.left + months[at - 1]!.width); });
      const last = months.at(-1)!;
      expect(last.left + last.width).toBe(scale.width);
      expect(months.slice(1).every(({ day }) => day.endsWith('-01'))).toBe(true);
      const part = monthHeads(scale, 1000, 1500);
      expect(part[0]!.left).toBeLessThanOrEqual(1000);
      expect(part.at(-1)!.left + part.at(-1)!.width).toBeGreaterThanOrEqual(1500);
      const days = dayHeads(scale, 1000, 1500);
      expect(days[0]!.left).toBeLessThanOrEqual(1000);
      expect(days.every(({ day }) => zoom === 'week' || weekday(day) === 0)).toBe(true);
    }
  });
});

describe('rows', () => {
  const outline = { kinds: 'pppt', ids: ['drive', 'dialogue', 'camp', 'round'], phases: [0, 2, 0, 0] };
  it('stand in the order given, phases below what is open', () => {
    expect(rowsOf(outline, new Set()).map(({ key }) => key)).toEqual(['programme:drive', 'programme:dialogue', 'programme:camp', 'tour:round']);
    expect(rowsOf(outline, new Set(['programme:dialogue', 'programme:drive'])).map(({ key }) => key)).toEqual(['programme:drive', 'programme:dialogue', 'programme:dialogue#0', 'programme:dialogue#1', 'programme:camp', 'tour:round']);
  });
  it('of a phase that is gone meanwhile show nothing', () => {
    const [, , phase] = rowsOf(outline, new Set(['programme:dialogue']));
    const bar = { kind: 'programme', id: 'dialogue', fromDay: '2022-04-18', toDay: '2022-04-26', state: 'planned', phases: [{ levelId: 'district', fromDay: '2022-04-18', toDay: '2022-04-19', said: 'byDays', state: 'planned' }] } as unknown as FullBar;
    expect(knownOf(phase!, bar)).toMatchObject({ levelId: 'district', toDay: '2022-04-19' });
    expect(knownOf(phase!, { ...bar, phases: [] })).toBeUndefined();
    expect(knownOf(phase!, undefined)).toBeUndefined();
  });
  it('are drawn wherever they are seen, and not many more', () => {
    const { next } = seeded(7);
    for (let round = 0; round < 200; round++) {
      const rows = Math.floor(next() * 5000);
      const scrolled = Math.floor(next() * rows * 30);
      const { first, last } = windowOf(scrolled, 700, 30, rows);
      expect(first).toBeLessThanOrEqual(Math.max(0, Math.floor(scrolled / 30)));
      expect(last).toBeGreaterThanOrEqual(Math.min(rows, Math.floor((scrolled + 700) / 30)));
      expect(last - first).toBeLessThan(60);
    }
  });
});

describe('arrows', () => {
  it('turn at right angles, leave to the right and arrive from the left, whichever way', () => {
    const { next } = seeded(3);
    for (let round = 0; round < 300; round++) {
      const from = { x: Math.floor(next() * 900), y: 15 + 30 * Math.floor(next() * 20) };
      const to = { x: Math.floor(next() * 900), y: 15 + 30 * Math.floor(next() * 20) };
      const points = corners(from, to, 30);
      expect(points[0]).toEqual([from.x, from.y]);
      expect(points.at(-1)).toEqual([to.x, to.y]);
      for (let at = 1; at < points.length; at++) expect(points[at]![0] === points[at - 1]![0] || points[at]![1] === points[at - 1]![1]).toBe(true);
      expect(points[1]![0]).toBeGreaterThanOrEqual(points[0]![0]);
      expect(points.at(-2)![0]).toBeLessThanOrEqual(points.at(-1)![0]);
      expect(pathThrough(points)).not.toMatch(/NaN|undefined/);
    }
  });
  it('are left out where neither end is seen', () => {
    expect(linksSeen([{ fromRow: 1, toRow: 4000 }, { fromRow: 10, toRow: 12 }, { fromRow: 12, toRow: 3000 }], 10, 20)).toHaveLength(2);
  });
});

describe('pulling a bar', () => {
  const drive = { id: 'drive', fromDay: '2022-03-01', toDay: '2022-03-31' };
  it('moves its end, its beginning or both, and leaves it a day', () => {
    expect(pulled(drive, 'end', 15)).toMatchObject({ fromDay: '2022-03-01', toDay: '2022-04-15' });
    expect(pulled(drive, 'bar', -2)).toMatchObject({ fromDay: '2022-02-27', toDay: '2022-03-29' });
    expect(pulled(drive, 'end', -60)).toMatchObject({ fromDay: '2022-03-01', toDay: '2022-03-01' });
    expect(pulled(drive, 'start', 60)).toMatchObject({ fromDay: '2022-03-31', toDay: '2022-03-31' });
  });
});
