// The timeline on paper: every bar on exactly one page, no page too full, days where they belong; printed whole, escaped, and as a table in a workbook.
import { expect, it } from 'vitest';
import { chart, chartPages, chartScale, scaleLeft, scaleWidth } from '../../electron/sheets/chartLayout.ts';
import type { SheetChart } from '../../shared/model/sheet.ts';
import { seeded } from '../rules/seeded.ts';

const barsOf = (count: number, seed: number): SheetChart['bars'] => {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, at) => ({
    label: { hi: 'क'.repeat(random.whole(1, 200)), en: 'n'.repeat(random.whole(1, 200)) }, kind: at % 5 === 0 ? 'programme' as const : 'phase' as const, state: 'planned', fromDay: '2022-04-01', toDay: '2022-04-03',
  }));
};

it('puts every bar on one page, in order, and fills none beyond its height', () => {
  for (const languages of ['hi', 'en', 'both'] as const) {
    for (const count of [0, 1, 17, 400]) {
      const pages = chartPages(barsOf(count, count + 1), languages);
      expect(pages.flatMap(({ lines }) => lines.map(({ bar }) => bar))).toEqual(Array.from({ length: count }, (_, at) => at));
      pages.forEach(({ lines, height }, at) => {
        if (lines.length > 1) expect(height).toBeLessThanOrEqual(at === 0 ? chart.firstPage : chart.furtherPage);
        lines.forEach((line, place) => expect(line.top).toBeCloseTo(place === 0 ? chart.headHeight : lines[place - 1]!.top + lines[place - 1]!.height));
      });
    }
  }
});

it('cuts days at the ends of its scale and gives months their whole width', () => {
  const scale = chartScale({ fromDay: '2022-03-01', toDay: '2022-04-30' });
  const perDay = scaleWidth / 61;
  expect(scale.place('2022-03-01', '2022-04-30')).toEqual({ left: scaleLeft, width: expect.closeTo(scaleWidth) });
  expect(scale.place('2022-02-01', '2022-03-02')).toEqual({ left: scaleLeft, width: expect.closeTo(2 * perDay) });
  expect(scale.place('2022-05-01', '2022-05-02')).toBeNull();
  expect(scale.months.map(({ day, width }) => [day, Math.round(width / perDay)])).toEqual([['2022-03-01', 31], ['2022-04-01', 30]]);
  expect(scale.weeks[0]).toEqual({ day: '2022-03-07', left: expect.closeTo(scaleLeft + 6 * perDay) });
});
