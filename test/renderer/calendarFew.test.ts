// A month's days with more entries than they have room for: the first are drawn, the rest is counted, bands always stay.
import { expect, it } from 'vitest';
import { fewPerDay } from '../../renderer/features/calendar/fewPerDay.ts';
import type { ShownEntry } from '../../renderer/features/calendar/entries.ts';

const entry = (key: string, day: number, hour: number, allDay = false): ShownEntry =>
  ({ key, allDay, start: new Date(2022, 3, day, hour), end: new Date(2022, 3, day, hour + 1), title: key, waiting: false, isLeg: false, entry: {} as ShownEntry['entry'] });

it('keeps the earliest of each day whatever their order, and counts what is left', () => {
  const shown = [entry('late', 4, 18), entry('band', 4, 0, true), entry('early', 4, 9), entry('noon', 4, 12), entry('other', 5, 8)];
  const { few, more } = fewPerDay(shown, 2);
  expect(few.map(({ key }) => key)).toEqual(['band', 'early', 'noon', 'other']);
  expect([...more]).toEqual([['2022-04-04', 1]]);
});

it('leaves out nothing where a day has room', () => {
  const shown = [entry('b', 4, 12), entry('a', 4, 9)];
  const { few, more } = fewPerDay(shown, 2);
  expect(few).toHaveLength(2);
  expect(more.size).toBe(0);
});
