// Progress told for units: how it adds up, what counts where two figures stand, and that the sums kept are never wrong.
import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract.ts';
import { seeded } from '../rules/seeded.ts';
import { targetWorkspace } from './targetCase.ts';

const { workspace, of } = await targetWorkspace();

const key = () => ({ programmeId: of.drive, metricId: of.members });
const report = (unitId: string, value: number, more: Partial<InputOf<'progress.record'>> = {}) =>
  workspace.act('progress.record', { ...key(), unitId, day: '2022-04-10', value, source: 'phone', ...more });
const line = (unitId: string, more: Partial<InputOf<'targets.board'>> = {}) => workspace.ask('targets.board', { ...key(), unitId, ...more }).unit;
const below = (unitId: string) => workspace.ask('targets.board', { ...key(), unitId }).rows;

describe('Figures told', () => {
  test('add up from booth to state; the newest day counts, a unit\'s own figure before the sum below it', async () => {
    const before = workspace.record();
    const dhanbad = of.unit('Dhanbad', 'district');
    const [first, second] = below(dhanbad);
    await report(first!.id, 700);
    await report(first!.id, 650, { day: '2022-04-08', source: 'sheet' });
    await report(second!.id, 300, { day: '2022-04-12' });
    expect(line(dhanbad)).toMatchObject({ achieved: 1_000, achievedBelow: 1_000, lastReportDay: '2022-04-12', reportsConflict: false });
    expect(line(of.state)).toMatchObject({ achieved: 1_000, lastReportDay: '2022-04-12' });
    await report(dhanbad, 1_200, { day: '2022-04-11', toldBy: 'Coordinator', note: 'by telephone' });
    expect(line(dhanbad)).toMatchObject({ achieved: 1_200, achievedBelow: 1_000, reportsConflict: true, lastReportDay: '2022-04-12' });
    expect(line(of.state)).toMatchObject({ achieved: 1_200, achievedBelow: 1_200, reportsConflict: false });
    await report(second!.id, 500, { day: '2022-04-13' });
    expect(line(dhanbad)).toMatchObject({ achieved: 1_200, achievedBelow: 1_200, reportsConflict: false });
    const told = workspace.ask('progress.ofUnit', { ...key(), unitId: first!.id });
    expect(told.map(({ day, value, source }) => [day, value, source])).toEqual([['2022-04-10', 700, 'phone'], ['2022-04-08', 650, 'sheet']]);
    await workspace.act('progress.remove', { id: told[0]!.id });
    expect(line(first!.id).achieved).toBe(650);
    for (let n = 0; n < 6; n++) await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
    expect(line(of.state)).toMatchObject({ achieved: null, lastReportDay: null });
  });

  test('stand against the target in percent and in pace', async () => {
    const unitId = of.unit('Pakur', 'district');
    const before = workspace.record();
    // The drive ran 46 days from 1 March; the workspace looks from 16 April. A due day of 16 April: 47 days, all gone.
    await workspace.act('targets.set', { ...key(), unitId, value: 1_000, dueDay: '2022-04-16' });
    await report(unitId, 950);
    expect(line(unitId)).toMatchObject({ percent: 95, state: 'onPace' });
    await report(unitId, 940, { day: '2022-04-11' });
    expect(line(unitId)).toMatchObject({ percent: 94, state: 'behind' });
    await report(unitId, 400, { day: '2022-04-12' });
    expect(line(unitId)).toMatchObject({ percent: 40, state: 'critical' });
    await report(unitId, 1_000, { day: '2022-04-13' });
    expect(line(unitId)).toMatchObject({ percent: 100, state: 'done' });
    for (let n = 0; n < 5; n++) await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('of a share are counts, read against what the whole has achieved', async () => {
    const unitId = of.unit('Godda', 'district');
    const shares = { programmeId: of.drive, metricId: of.share };
    await workspace.act('targets.set', { ...shares, unitId, value: 40 });
    await report(unitId, 90, shares);
    expect(line(unitId, shares)).toMatchObject({ achieved: 90, sharePercent: null, percent: null });
    await report(unitId, 300);
    expect(line(unitId, shares)).toMatchObject({ own: 40, achieved: 90, sharePercent: 30, percent: 75, below: null });
    for (let n = 0; n < 3; n++) await workspace.act('history.undo', {});
  });

  test('are refused for a day to come, for a unit or programme that is not there', async () => {
    await expect(report(of.state, 5, { day: '2022-04-17' })).rejects.toMatchObject({ code: 'progress.inFuture', detail: { day: '2022-04-17', today: '2022-04-16' } });
    await expect(report('nowhere', 5)).rejects.toMatchObject({ code: 'units.gone' });
    await expect(report(of.state, 5, { metricId: 'none' })).rejects.toMatchObject({ code: 'programmes.gone' });
    await expect(workspace.act('progress.remove', { id: 'none' })).rejects.toMatchObject({ code: 'progress.gone' });
  });
});

interface Sums { below: number | null; achieved: number | null; achievedBelow: number | null; lastReportDay: string | null }

/** The sums of every unit worked out from nothing: slowly, from the definition. */
function fromNothing(): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  const units = workspace.rows<{ id: string; parentId: string | null; closedDay: string | null }>('SELECT id, parentId, closedDay FROM unit');
  const children = Map.groupBy(units.filter(({ closedDay }) => closedDay === null), ({ parentId }) => parentId);
  for (const { programmeId, metricId } of workspace.rows<{ programmeId: string; metricId: string }>('SELECT programmeId, metricId FROM target UNION SELECT programmeId, metricId FROM report')) {
    const targets = new Map(workspace.rows<{ unitId: string; value: number | null }>('SELECT unitId, value FROM target WHERE programmeId = ? AND metricId = ?', programmeId, metricId).map(({ unitId, value }) => [unitId, value]));
    const reports = Map.groupBy(workspace.rows<{ unitId: string; day: string; id: string; value: number }>('SELECT unitId, day, id, value FROM report WHERE programmeId = ? AND metricId = ?', programmeId, metricId), ({ unitId }) => unitId);
    const add = (parts: (number | null)[]) => { const given = parts.filter((part) => part !== null); return given.length === 0 ? null : given.reduce((sum, part) => sum + part, 0); };
    const workOut = (id: string): Sums => {
      const parts = (children.get(id) ?? []).map((child) => ({ target: targets.get(child.id) ?? null, sums: workOut(child.id) }));
      const own = (reports.get(id) ?? []).toSorted((a, b) => (a.day < b.day || (a.day === b.day && a.id < b.id) ? -1 : 1)).at(-1);
      const achievedBelow = add(parts.map((part) => part.sums.achieved));
      const mine = {
        below: add(parts.map((part) => part.target ?? part.sums.below)), achieved: own?.value ?? achievedBelow, achievedBelow,
        lastReportDay: [own?.day, ...parts.map((part) => part.sums.lastReportDay)].filter((day) => typeof day === 'string').sort().at(-1) ?? null,
      };
      if (mine.below !== null || mine.achieved !== null) sums.set(`${programmeId} ${metricId} ${id}`, mine);
      return mine;
    };
    // Closed units are nobody's child, but keep sums of their own.
    for (const unit of units) if (unit.parentId === null || unit.closedDay !== null) workOut(unit.id);
  }
  return sums;
}

function asKept(): Map<string, Sums> {
  return new Map(workspace.rows<Sums & { programmeId: string; metricId: string; unitId: string }>('SELECT * FROM rollup').map(({ programmeId, metricId, unitId, ...sums }) => [`${programmeId} ${metricId} ${unitId}`, sums]));
}

test.each([1, 2, 3])('The sums kept are those worked out from nothing, after any acts and undos (seed %i)', { timeout: 240_000 }, async (seed) => {
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[random.whole(0, items.length - 1)]!;
  const units = workspace.rows<{ id: string; levelId: string; parentId: string | null }>('SELECT id, levelId, parentId FROM unit');
  const upper = units.filter(({ levelId }) => levelId !== 'booth');
  const blocks = units.filter(({ levelId }) => levelId === 'block');
  const districts = units.filter(({ levelId }) => levelId === 'district');
  const cells = [key(), { programmeId: of.dialogue, metricId: of.committee }, { programmeId: of.dialogue, metricId: of.members }];
  const acts: (() => Promise<unknown>)[] = [
    () => workspace.act('targets.set', { ...pick(cells), unitId: pick(units).id, value: random.whole(0, 5) === 0 ? null : random.whole(0, 900) }),
    () => workspace.act('targets.setMany', { ...pick(cells), values: Array.from({ length: random.whole(1, 40) }, () => ({ unitId: pick(units).id, value: random.whole(0, 900) })) }),
    () => workspace.act('targets.lock', { ...pick(cells), unitIds: [pick(upper).id], locked: random.whole(0, 2) > 0 }),
    () => report(pick(random.whole(0, 1) === 0 ? units : upper).id, random.whole(0, 5_000), { ...pick(cells), day: `2022-04-0${random.whole(1, 9)}` }),
    async () => { const told = workspace.rows<{ id: string }>('SELECT id FROM report'); if (told.length > 0) await workspace.act('progress.remove', { id: pick(told).id }); },
    () => workspace.act('targets.apportion', { ...key(), unitId: pick(districts).id, method: pick(['electors', 'booths', 'equal'] as const), total: random.whole(100_000, 200_000), toLevelId: pick(['block', 'panchayat', 'booth']) }),
    () => workspace.act('units.move', { id: pick(blocks).id, parentId: pick(districts).id }),
    () => workspace.act('units.close', { id: pick(upper.filter(({ levelId }) => levelId !== 'state' && levelId !== 'district')).id, day: '2022-04-05' }),
    async () => { const closed = workspace.rows<{ id: string }>('SELECT id FROM unit WHERE closedDay IS NOT NULL'); if (closed.length > 0) await workspace.act('units.reopen', { id: pick(closed).id }); },
    () => workspace.act('units.add', { parentId: pick(blocks).id, levelId: 'panchayat', nameEn: `New ${random.whole(1, 999)}` }),
    () => workspace.act('history.undo', {}),
    () => workspace.act('history.redo', {}),
  ];
  const before = workspace.record();
  let refused = 0;
  for (let round = 0; round < 70; round++) {
    const act = pick(acts);
    await act().catch((error: unknown) => {
      // What the rules refuse (locks that do not fit, closed parents) is part of the play; anything else is a fault.
      if (!(error instanceof Error) || error.name !== 'AppError') throw error;
      refused++;
    });
    if (round % 5 === 4) expect(asKept()).toEqual(fromNothing());
  }
  expect(refused).toBeLessThan(35);
  expect(asKept()).toEqual(fromNothing());
  while (workspace.ask('history.state', {}).undo) await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
  expect(asKept()).toEqual(fromNothing());
});
