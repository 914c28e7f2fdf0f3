// Targets on the Jharkhand sample: divided to every booth, locked, divided again, compared, undone; every sum read from the file.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import type { InputOf } from '../../shared/contract.ts';
import { seeded } from '../rules/seeded.ts';
import { targetWorkspace } from './targetCase.ts';

const { workspace, of } = await targetWorkspace();
const lakh15 = 1_500_000;
const boothCount = 29_500;

const key = () => ({ programmeId: of.drive, metricId: of.members });
const divide = (change: Partial<InputOf<'targets.apportion'>> = {}): InputOf<'targets.apportion'> =>
  ({ ...key(), unitId: of.state, method: 'electors', total: lakh15, toLevelId: 'booth', ...change });
const board = (unitId: string, more: Partial<InputOf<'targets.board'>> = {}) => workspace.ask('targets.board', { ...key(), unitId, ...more });

/** Runs acts and takes every one of them back; the record must then be what it was. */
async function andBack(acts: () => Promise<void>): Promise<void> {
  const before = workspace.record();
  const newest = () => workspace.ask('history.state', {}).undo?.seq ?? 0;
  const start = newest();
  try {
    await acts();
  } finally {
    while (newest() > start) await workspace.act('history.undo', {});
  }
  expect(workspace.record()).toBe(before);
}
const refusal = async (run: () => unknown): Promise<AppError> => {
  try {
    await run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('not refused');
};

test('15,00,000 reaches every booth by electors, exact at every level, and one undo takes it back', () =>
  andBack(async () => {
    await workspace.act('targets.set', { ...key(), unitId: of.state, value: lakh15 });
    const preview = await workspace.act('targets.apportionPreview', divide());
    expect(preview).toMatchObject({ total: lakh15, locked: 0, exact: true });
    expect(preview.lines).toHaveLength(24);
    expect(preview.lines.reduce((sum, { after }) => sum + after, 0)).toBe(lakh15);
    expect(preview.levels.find(({ levelId }) => levelId === 'booth')).toMatchObject({ units: boothCount, sum: lakh15 });
    const { targets } = await workspace.act('targets.apportion', divide());
    expect(targets).toBe(workspace.rows<{ n: number }>('SELECT COUNT(*) AS n FROM unit WHERE closedDay IS NULL')[0]!.n);
    expect(of.value(of.state)).toBe(lakh15);
    expect(of.atLevel('district')).toEqual({ sum: lakh15, units: 24 });
    expect(of.atLevel('block').sum + of.atLevel('town').sum).toBe(lakh15);
    expect(of.atLevel('booth')).toEqual({ sum: lakh15, units: boothCount });
    expect(of.unequal()).toBe(0);
    // In proportion: no district is further than one from its exact share of the electors.
    const electors = new Map(board(of.state).rows.map((row) => [row.id, row.electors]));
    const all = [...electors.values()].reduce((sum, n) => sum + n, 0);
    for (const line of preview.lines) {
      expect(Math.abs(line.after - (lakh15 * electors.get(line.unitId)!) / all)).toBeLessThan(1);
      expect(of.value(line.unitId)).toBe(line.after);
    }
    expect(board(of.state).unit).toMatchObject({ own: lakh15, below: lakh15, difference: 0 });
    expect(workspace.ask('history.list', { limit: 1 })[0]?.summary).toMatchObject({ key: 'targets.apportion', detail: { total: lakh15, toLevelId: 'booth', units: boothCount, method: 'electors', locked: 0 } });
  }));

test('Two locked districts keep their targets, with everything below them, while the rest is divided again', () =>
  andBack(async () => {
    await workspace.act('targets.apportion', divide());
    const dhanbad = of.unit('Dhanbad', 'district');
    const ranchi = of.unit('Ranchi', 'district');
    await workspace.act('targets.setMany', { ...key(), values: [{ unitId: dhanbad, value: 150_000 }, { unitId: ranchi, value: 90_001 }] });
    await workspace.act('targets.lock', { ...key(), unitIds: [dhanbad, ranchi], locked: true });
    expect(await workspace.act('targets.apportionPreview', divide())).toMatchObject({ locked: 2, exact: true });
    await workspace.act('targets.apportion', divide());
    expect(of.value(dhanbad)).toBe(150_000);
    expect(of.value(ranchi)).toBe(90_001);
    expect(of.atLevel('district').sum).toBe(lakh15);
    expect(of.atLevel('booth').sum).toBe(lakh15);
    expect(of.unequal()).toBe(0);
    expect(board(dhanbad).unit).toMatchObject({ own: 150_000, below: 150_000, locked: true });
    const others = board(of.state).rows.filter(({ id }) => id !== dhanbad && id !== ranchi).reduce((sum, { own }) => sum + own!, 0);
    expect(others).toBe(lakh15 - 150_000 - 90_001);
  }));

test('A norm of 50 for each booth leaves the announced 15,00,000 standing, 25,000 short', () =>
  andBack(async () => {
    await workspace.act('targets.set', { ...key(), unitId: of.state, value: lakh15 });
    await workspace.act('targets.apportion', divide({ method: 'norm', total: 50 }));
    expect(of.atLevel('booth')).toEqual({ sum: boothCount * 50, units: boothCount });
    expect(board(of.state).unit).toMatchObject({ own: lakh15, below: 1_475_000, difference: 25_000 });
    const rows = board(of.state).rows;
    for (const row of rows) expect(row.own).toBe(row.booths * 50);
  }));

test('Where nothing was announced the sum of the norm is the target, and a second norm replaces it', () =>
  andBack(async () => {
    await workspace.act('targets.apportion', divide({ method: 'norm', total: 50 }));
    expect(of.value(of.state)).toBe(1_475_000);
    await workspace.act('targets.apportion', divide({ method: 'norm', total: 40 }));
    expect(board(of.state).unit).toMatchObject({ own: 1_180_000, below: 1_180_000, difference: 0 });
  }));

test('Rounding to hundreds down to blocks, with a minimum for each unit', () =>
  andBack(async () => {
    await workspace.act('targets.apportion', divide({ toLevelId: 'block', step: 100, minimum: 4_000 }));
    const values = workspace.rows<{ levelId: string; value: number }>('SELECT levelId, value FROM target JOIN unit ON unit.id = unitId');
    expect(values.length).toBe(1 + 24 + workspace.rows(`SELECT 1 FROM unit WHERE levelId IN ('block', 'town')`).length);
    expect(values.every(({ value }) => value % 100 === 0 && value >= 4_000)).toBe(true);
    expect(values.some(({ levelId, value }) => levelId === 'block' && value === 4_000)).toBe(true);
    expect(of.unequal()).toBe(0);
    expect(of.atLevel('booth')).toEqual({ sum: 0, units: 0 });
  }));

test('Equally and by booths, below one district', () =>
  andBack(async () => {
    const simdega = of.unit('Simdega', 'district');
    const below = () => board(simdega).rows;
    await workspace.act('targets.apportion', divide({ unitId: simdega, method: 'equal', total: 1_000, toLevelId: 'block' }));
    const equal = below().map(({ own }) => own!);
    expect(Math.max(...equal) - Math.min(...equal)).toBe(1);
    expect(equal.reduce((sum, n) => sum + n, 0)).toBe(1_000);
    await workspace.act('targets.apportion', divide({ unitId: simdega, method: 'booths', total: 40_000, toLevelId: 'block' }));
    const booths = below().reduce((sum, row) => sum + row.booths, 0);
    for (const row of below()) expect(Math.abs(row.own! - (40_000 * row.booths) / booths)).toBeLessThan(1);
    expect(of.value(simdega)).toBe(40_000);
  }));

test('What cannot be is refused with its code, figures and unit, and changes nothing', () =>
  andBack(async () => {
    const dhanbad = of.unit('Dhanbad', 'district');
    await workspace.act('targets.set', { ...key(), unitId: dhanbad, value: 1_600_000 });
    await workspace.act('targets.lock', { ...key(), unitIds: [dhanbad], locked: true });
    const before = workspace.record();
    const above = await refusal(() => workspace.act('targets.apportion', divide()));
    expect(above).toMatchObject({ code: 'apportion.locksAboveTotal', detail: { locked: 1_600_000, total: lakh15, unitEn: 'Jharkhand', unitHi: 'झारखंड' } });
    const minimum = await refusal(() => workspace.act('targets.apportionPreview', divide({ total: 3_000_000, minimum: 100 })));
    expect(minimum).toMatchObject({ code: 'apportion.minimumAboveTotal', detail: { total: 3_000_000, unitEn: 'Jharkhand' } });
    expect(minimum.detail['minimum']).toBeGreaterThan(2_700_000);
    // Deep down: the district's own budget is what does not fit, and it is the one named.
    const block = board(dhanbad).rows.find(({ levelId }) => levelId === 'block')!;
    await workspace.act('targets.set', { ...key(), unitId: block.id, value: 1_600_001 });
    await workspace.act('targets.lock', { ...key(), unitIds: [block.id], locked: true });
    const deep = await refusal(() => workspace.act('targets.apportionPreview', divide({ total: 3_000_000 })));
    expect(deep).toMatchObject({ code: 'apportion.locksAboveTotal', detail: { locked: 1_600_001, total: 1_600_000, unitEn: 'Dhanbad', unitHi: 'धनबाद' } });
    const same = await refusal(() => workspace.act('targets.apportion', divide({ unitId: dhanbad, total: 5 })));
    expect(same).toMatchObject({ code: 'apportion.unitLocked', detail: { locked: 1_600_000, total: 5, unitEn: 'Dhanbad' } });
    const upward = await refusal(() => workspace.act('targets.apportion', divide({ unitId: dhanbad, total: 1_600_000, toLevelId: 'district' })));
    expect(upward.code).toBe('apportion.levelNotBelow');
    await workspace.act('targets.lock', { ...key(), unitIds: [block.id], locked: false });
    await workspace.act('targets.set', { ...key(), unitId: block.id, value: null });
    expect(workspace.record()).toBe(before);
    const booth = workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'booth' LIMIT 1`)[0]!.id;
    expect((await refusal(() => workspace.act('targets.apportion', divide({ unitId: booth, total: 5 })))).code).toBe('apportion.levelNotBelow');
  }));

test('Every unit below locked and short of the total is refused', () =>
  andBack(async () => {
    const khunti = of.unit('Khunti', 'district');
    await workspace.act('targets.apportion', divide({ unitId: khunti, total: 20_000, toLevelId: 'block' }));
    await workspace.act('targets.lock', { ...key(), unitIds: board(khunti).rows.map(({ id }) => id), locked: true });
    expect(await refusal(() => workspace.act('targets.apportion', divide({ unitId: khunti, total: 20_001, toLevelId: 'block' })))).toMatchObject({ code: 'apportion.locksBelowTotal', detail: { locked: 20_000, total: 20_001, unitEn: 'Khunti' } });
  }));

test('A due day is given to every unit reached, and one that stands is kept where none is given', () =>
  andBack(async () => {
    const garhwa = of.unit('Garhwa', 'district');
    await workspace.act('targets.set', { ...key(), unitId: garhwa, dueDay: '2022-04-12' });
    expect(of.value(garhwa)).toBeNull();
    await workspace.act('targets.apportion', divide({ toLevelId: 'district' }));
    expect(board(garhwa).unit.dueDay).toBe('2022-04-12');
    await workspace.act('targets.apportion', divide({ toLevelId: 'district', dueDay: '2022-04-15' }));
    expect(workspace.rows('SELECT DISTINCT dueDay FROM target')).toEqual([{ dueDay: '2022-04-15' }]);
  }));

test('A target that holds nothing any more leaves no row; a lock or a leader keeps it', () =>
  andBack(async () => {
    const latehar = of.unit('Latehar', 'district');
    await workspace.act('targets.set', { ...key(), unitId: latehar, value: 5 });
    await workspace.act('targets.set', { ...key(), unitId: latehar, value: null });
    expect(of.value(latehar)).toBeUndefined();
    const personId = workspace.rows<{ id: string }>('SELECT id FROM person LIMIT 1')[0]!.id;
    await workspace.act('targets.set', { ...key(), unitId: latehar, value: 7, personId });
    await workspace.act('targets.set', { ...key(), unitId: latehar, value: null });
    expect(board(latehar).unit).toMatchObject({ own: null, personId, basis: null });
  }));

test('A share gives everyone the same percentage, above 100 it is refused', () =>
  andBack(async () => {
    const shares = { programmeId: of.drive, metricId: of.share };
    await workspace.act('targets.apportion', divide({ ...shares, total: 33 }));
    expect(workspace.rows('SELECT DISTINCT value, basis FROM target WHERE unitId <> ?', of.state)).toEqual([{ value: 33, basis: 'share' }]);
    expect(of.atLevel('booth', of.share).units).toBe(boothCount);
    expect((await workspace.act('targets.apportionPreview', divide({ ...shares, total: 33 }))).exact).toBeNull();
    expect(workspace.ask('targets.board', { ...shares, unitId: of.state }).unit).toMatchObject({ own: 33, below: null, difference: null });
    for (const total of [101, 1_000]) expect((await refusal(() => workspace.act('targets.apportion', divide({ ...shares, total })))).code).toBe('apportion.shareAbove100');
    expect((await refusal(() => workspace.act('targets.set', { ...shares, unitId: of.state, value: 101 }))).code).toBe('apportion.shareAbove100');
  }));

test('One for each panchayat: every unit gets as many as stand below it', () =>
  andBack(async () => {
    const committees = { programmeId: of.dialogue, metricId: of.committee };
    await workspace.act('targets.apportion', divide({ ...committees, total: 0, toLevelId: 'panchayat' }));
    const panchayats = workspace.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE levelId = 'panchayat'`)[0]!.n;
    expect(of.value(of.state, of.committee)).toBe(panchayats);
    for (const row of workspace.ask('targets.board', { ...committees, unitId: of.state }).rows) {
      const [{ n } = { n: -1 }] = workspace.rows<{ n: number }>(`WITH RECURSIVE below(id) AS (SELECT ? UNION ALL SELECT unit.id FROM unit JOIN below ON unit.parentId = below.id) SELECT COUNT(*) AS n FROM unit JOIN below USING (id) WHERE levelId = 'panchayat'`, row.id);
      expect(row.own).toBe(n);
    }
  }));

test('The board in pages is the board at once, sorted by what it shows, with nothing given last', () =>
  andBack(async () => {
    const random = seeded(7);
    const rows = board(of.state).rows;
    await workspace.act('targets.setMany', { ...key(), values: rows.slice(0, 20).map(({ id }) => ({ unitId: id, value: random.whole(0, 50) * 10 })) });
    for (const { id } of rows.slice(4, 20)) await workspace.act('progress.record', { ...key(), unitId: id, day: '2022-04-01', value: random.whole(0, 400), source: 'phone' });
    const blocks = rows.slice(0, 3).flatMap(({ id }) => board(id).rows.slice(0, 2));
    await workspace.act('targets.setMany', { ...key(), values: blocks.map(({ id }) => ({ unitId: id, value: random.whole(1, 90) })) });
    for (const sort of ['own', 'below', 'difference', 'achieved', 'percent', 'electors'] as const) {
      for (const descending of [false, true]) {
        const whole = board(of.state, { sort, descending });
        const paged = [0, 7, 14, 21].flatMap((offset) => board(of.state, { sort, descending, offset, limit: 7 }).rows);
        expect(paged.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id));
        expect(whole.total).toBe(24);
        const figures = whole.rows.map((row) => row[sort]);
        const given = figures.filter((figure) => figure !== null);
        expect(given.length).toBeGreaterThan(sort === 'below' || sort === 'difference' ? 2 : 10);
        expect(figures.slice(given.length).every((figure) => figure === null)).toBe(true);
        expect(given).toEqual([...given].sort((a, b) => (descending ? b - a : a - b)));
      }
    }
    const names = (descending: boolean, language: 'en' | 'hi') => board(of.state, { descending, language }).rows.map(({ id }) => id);
    expect(names(true, 'en')).toEqual(names(false, 'en').reverse());
    expect(names(false, 'hi')).not.toEqual(names(false, 'en'));
  }));

describe('Apportioning by more than one thing', () => {
  const preview = (more: object) => workspace.act('targets.apportionPreview', { programmeId: of.drive, metricId: of.members, unitId: of.state, total: 100_000, toLevelId: 'district', method: 'electors', ...more });

  test('half by electors and half by booths lies between the two, and adds up', async () => {
    const [electors, booths, mixed] = await Promise.all([preview({}), preview({ method: 'booths' }), preview({ method: 'mixed', electorsPart: 50 })]);
    expect(mixed).toMatchObject({ total: 100_000, exact: true });
    mixed.lines.forEach(({ after }, at) => {
      const [low, high] = [electors.lines[at]!.after, booths.lines[at]!.after].sort((a, b) => a - b) as [number, number];
      expect(after).toBeGreaterThanOrEqual(low - 1);
      expect(after).toBeLessThanOrEqual(high + 1);
    });
    expect((await preview({ method: 'mixed', electorsPart: 100 })).lines).toEqual(electors.lines);
    expect((await preview({ method: 'mixed', electorsPart: 0 })).lines).toEqual(booths.lines);
  });

  test('by present strength: who has twice as many gets twice as much; where nobody has any, electors count', async () => {
    const before = workspace.record();
    expect((await preview({ method: 'strength' })).lines).toEqual((await preview({})).lines);
    for (const [name, value] of [['Pakur', 2000], ['Godda', 1000]] as const) {
      await workspace.act('progress.record', { programmeId: of.dialogue, metricId: of.members, unitId: of.unit(name, 'district'), day: '2022-04-10', value, source: 'phone' });
    }
    const { lines } = await preview({ method: 'strength', total: 300, strengthOf: { programmeId: of.dialogue, metricId: of.members } });
    expect(Object.fromEntries(lines.filter(({ after }) => after > 0).map(({ nameEn, after }) => [nameEn, after]))).toEqual({ Pakur: 200, Godda: 100 });
    for (let step = 0; step < 2; step++) await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });

  test('no district above the maximum; a maximum that cannot hold the total is named with the figure', async () => {
    const { lines } = await preview({ maximum: 5_000 });
    expect(Math.max(...lines.map(({ after }) => after))).toBe(5_000);
    expect(lines.reduce((sum, { after }) => sum + after, 0)).toBe(100_000);
    await expect(preview({ maximum: 4_000 })).rejects.toMatchObject({ code: 'apportion.maximumBelowTotal', detail: { maximum: 96_000, total: 100_000, unitEn: 'Jharkhand' } });
  });
});
