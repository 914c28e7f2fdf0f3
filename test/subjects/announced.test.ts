// The real case: 15,00,000 members announced for the state against 50 at each of 29,562 booths. The board must say 21,900 short.
import { expect, test } from 'vitest';
import { targetWorkspace } from './targetCase.ts';

const { workspace, of } = await targetWorkspace();
const boothsOfTheSample = 29_500;
const booths = 29_562;

test('15,00,000 announced, 50 a booth at 29,562 booths is 14,78,100: the board says 21,900 short, and undo takes it all back', async () => {
  const before = workspace.record();
  const { undo } = workspace.ask('history.state', {});
  const panchayat = workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'panchayat' ORDER BY path LIMIT 1`)[0]!.id;
  for (let booth = boothsOfTheSample; booth < booths; booth++) await workspace.act('units.add', { parentId: panchayat, levelId: 'booth', nameEn: `Booth ${booth + 1}` });
  const key = { programmeId: of.drive, metricId: of.members };
  await workspace.act('targets.set', { ...key, unitId: of.state, value: 1_500_000 });
  await workspace.act('targets.apportion', { ...key, unitId: of.state, method: 'norm', total: 50, toLevelId: 'booth' });

  expect(of.atLevel('booth')).toEqual({ sum: 1_478_100, units: booths });
  const board = workspace.ask('targets.board', { ...key, unitId: of.state });
  expect(board.unit).toMatchObject({ own: 1_500_000, below: 1_478_100, difference: 21_900 });
  // Only what was announced differs: below the state every unit is the sum of its own units.
  expect(of.unequal()).toBe(1);
  expect(board.rows.reduce((sum, { own }) => sum + own!, 0)).toBe(1_478_100);

  while ((workspace.ask('history.state', {}).undo?.seq ?? 0) > (undo?.seq ?? 0)) await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
});
