// Periods cut, joined and covered, against a count of single days.
import { describe, expect, it } from 'vitest';
import { dayFromNumber, daysFrom } from '../../../shared/dates.ts';
import { cutOut, daysCovered, hull, overlap, touching } from '../../../shared/rules/charges/periods.ts';
import type { Period } from '../../../shared/rules/charges/periods.ts';
import { seededRandom } from '../../../shared/tour/random.ts';

const random = seededRandom(40);
const period = (): Period => {
  const from = 19_000 + random.below(20);
  return { fromDay: dayFromNumber(from), toDay: dayFromNumber(from + random.below(12)) };
};
const days = (periods: readonly Period[]) => periods.flatMap(({ fromDay, toDay }) => daysFrom(fromDay, toDay));

describe('periods', () => {
  it('cut, touch and cover as their single days say', () => {
    for (let round = 0; round < 3000; round++) {
      const [a, b] = [period(), period()];
      const inB = new Set(days([b]));
      const left = cutOut(a, b);
      expect(days(left)).toEqual(days([a]).filter((day) => !inB.has(day)));
      expect(left.length).toBeLessThanOrEqual(2);
      expect(overlap(a, b)).toBe(days([a]).some((day) => inB.has(day)));
      const both = new Set(days([a, b])).size;
      expect(touching(a, b)).toBe(days([hull([a, b])]).length === both);
      const away = [period(), period(), period()];
      const gone = new Set(days(away));
      expect(daysCovered(a, away)).toBe(days([a]).filter((day) => gone.has(day)).length);
    }
  });

  it('keeps what lies outside when cut in the middle', () => {
    expect(cutOut({ fromDay: '2022-04-01', toDay: '2022-04-30' }, { fromDay: '2022-04-10', toDay: '2022-04-12' }))
      .toEqual([{ fromDay: '2022-04-01', toDay: '2022-04-09' }, { fromDay: '2022-04-13', toDay: '2022-04-30' }]);
    expect(cutOut({ fromDay: '2022-04-10', toDay: '2022-04-12' }, { fromDay: '2022-04-01', toDay: '2022-04-30' })).toEqual([]);
  });
});
