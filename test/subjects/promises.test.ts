// Targets as promises (issued, revised with a reason, closed), figures told for single days, corrected and doubted, and the kinds of metric.
import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/contract.ts';
import { targetWorkspace } from './targetCase.ts';

const { workspace, of } = await targetWorkspace();

const key = () => ({ programmeId: of.drive, metricId: of.members });
const line = (unitId: string) => workspace.ask('targets.board', { ...key(), unitId }).unit;
const codeOf = async (act: Promise<unknown>) => act.then(() => 'done', (error: { code: string }) => error.code);
const undoTo = async (record: string) => {
  while (workspace.record() !== record) await workspace.act('history.undo', {});
};

describe('A target that is issued', () => {
  test('changes only with a reason; what it was is kept, and undo brings everything back', async () => {
    const before = workspace.record();
    const unitId = of.unit('Dhanbad', 'district');
    await workspace.act('targets.set', { ...key(), unitId, value: 80_000, dueDay: '2022-04-10', author: 'State president' });
    expect(line(unitId)).toMatchObject({ promise: 'draft', revision: 0 });
    await workspace.act('targets.set', { ...key(), unitId, value: 90_000 });
    expect(workspace.ask('targets.revisions', { ...key(), unitId })).toEqual([]);
    await workspace.act('targets.issue', { ...key(), unitId, wholeTree: false });
    expect(line(unitId)).toMatchObject({ promise: 'issued', revision: 1 });

    const issued = workspace.record();
    expect(await codeOf(workspace.act('targets.set', { ...key(), unitId, value: 95_000 }))).toBe('targets.issued');
    expect(await codeOf(workspace.act('targets.set', { ...key(), unitId, dueDay: '2022-04-15' }))).toBe('targets.issued');
    expect(await codeOf(workspace.act('targets.setMany', { ...key(), values: [{ unitId, value: null }] }))).toBe('targets.issued');
    expect(await codeOf(workspace.act('targets.apportion', { ...key(), unitId: of.state, method: 'electors', total: 1_500_000, toLevelId: 'district' }))).toBe('targets.issued');
    expect(workspace.record()).toBe(issued);
    // Who answers for it, a lock, and the same figure again break no promise.
    await workspace.act('targets.lock', { ...key(), unitIds: [unitId], locked: true });
    await workspace.act('targets.set', { ...key(), unitId, value: 90_000 });
    await workspace.act('targets.lock', { ...key(), unitIds: [unitId], locked: false });
    expect(line(unitId).revision).toBe(1);

    await workspace.act('targets.set', { ...key(), unitId, value: 95_000, reason: 'Drive extended to 15 April' });
    expect(line(unitId)).toMatchObject({ own: 95_000, promise: 'revised', revision: 2 });
    await workspace.act('targets.apportion', { ...key(), unitId: of.state, method: 'electors', total: 1_500_000, toLevelId: 'district', reason: 'Divided again' });
    expect(line(unitId)).toMatchObject({ promise: 'revised', revision: 3 });
    expect(workspace.ask('targets.revisions', { ...key(), unitId }).map(({ revision, value, dueDay, author, reason }) => [revision, value, dueDay, author, reason])).toEqual([
      [2, 95_000, '2022-04-10', 'State president', 'Divided again'], [1, 90_000, '2022-04-10', 'State president', 'Drive extended to 15 April'],
    ]);
    // The other districts were drafts: nothing of theirs is kept.
    expect(workspace.rows('SELECT COUNT(*) AS n FROM targetRevision')).toEqual([{ n: 2 }]);
    await undoTo(before);
  });

  test('is issued for a whole tree at once, closed and opened again', async () => {
    const before = workspace.record();
    await workspace.act('targets.apportion', { ...key(), unitId: of.state, method: 'electors', total: 1_500_000, toLevelId: 'block' });
    const units = workspace.rows<{ n: number }>('SELECT COUNT(*) AS n FROM target WHERE programmeId = ? AND metricId = ?', of.drive, of.members)[0]!.n;
    const dhanbad = of.unit('Dhanbad', 'district');
    const inDhanbad = workspace.rows<{ n: number }>('SELECT COUNT(*) AS n FROM target JOIN unit ON unit.id = unitId WHERE programmeId = ? AND metricId = ? AND (unit.id = ? OR unit.parentId = ?)', of.drive, of.members, dhanbad, dhanbad)[0]!.n;
    const all = { ...key(), unitId: of.state };
    // The workspace looks from 16 April; who answers for a unit then answers for its target, too.
    const answered = workspace.rows<{ n: number }>(`SELECT COUNT(DISTINCT unitId) AS n FROM responsibility JOIN target USING (unitId) WHERE target.programmeId = ? AND metricId = ? AND responsibility.fromDay <= '2022-04-16' AND toDay >= '2022-04-16'`, of.drive, of.members)[0]!.n;
    expect(answered).toBeGreaterThan(10);
    expect(await workspace.act('targets.issueCounts', all)).toEqual({ drafts: units, issued: 0, closed: 0, draftsWithoutLeader: units - answered });
    expect(await workspace.act('targets.issue', { ...key(), unitId: dhanbad })).toEqual({ changed: inDhanbad });
    expect(await workspace.act('targets.issueCounts', all)).toMatchObject({ drafts: units - inDhanbad, issued: inDhanbad });
    expect(await workspace.act('targets.issue', all)).toEqual({ changed: units - inDhanbad });
    expect(await codeOf(workspace.act('targets.issue', all))).toBe('targets.nothingToIssue');
    expect(await workspace.act('targets.close', all)).toEqual({ changed: units });
    expect(await codeOf(workspace.act('targets.set', { ...key(), unitId: dhanbad, value: 1, reason: 'Because' }))).toBe('targets.closed');
    expect(await workspace.act('targets.reopen', { ...key(), unitId: dhanbad })).toEqual({ changed: inDhanbad });
    await workspace.act('targets.set', { ...key(), unitId: dhanbad, value: 1, reason: 'Because' });
    expect(line(dhanbad)).toMatchObject({ own: 1, promise: 'revised', revision: 2 });
    await undoTo(before);
  });
});

describe('An order that moves the days', () => {
  test('keeps what was promised until now, moves drafts silently, leaves closed targets, and is undone whole', async () => {
    const before = workspace.record();
    const [issued, draft, closed] = ['Dhanbad', 'Pakur', 'Godda'].map((name) => of.unit(name, 'district')) as [string, string, string];
    const { toDay } = workspace.ask('programmes.get', { id: of.drive });
    for (const unitId of [issued, draft, closed]) await workspace.act('targets.set', { ...key(), unitId, value: 1_000, dueDay: toDay });
    await workspace.act('targets.issue', { ...key(), unitId: issued, wholeTree: false });
    await workspace.act('targets.issue', { ...key(), unitId: closed, wholeTree: false });
    await workspace.act('targets.close', { ...key(), unitId: closed, wholeTree: false });
    const given = workspace.record();
    const { id } = await workspace.act('programmes.order', { programmeId: of.drive, kind: 'extension', toDay: '2022-04-30', orderDay: '2022-04-14', orderBy: 'National office', reason: 'Fifteen days more' });
    expect(line(issued)).toMatchObject({ dueDay: '2022-04-30', promise: 'revised', revision: 2 });
    expect(workspace.ask('targets.revisions', { ...key(), unitId: issued })).toMatchObject([{ revision: 1, dueDay: toDay, reason: 'National office · Fifteen days more' }]);
    expect(line(draft)).toMatchObject({ dueDay: '2022-04-30', promise: 'draft', revision: 0 });
    expect(line(closed)).toMatchObject({ dueDay: toDay, promise: 'closed', revision: 1 });
    await workspace.act('programmes.takeBackOrder', { id });
    expect(line(issued)).toMatchObject({ dueDay: toDay, revision: 3 });
    for (let step = 0; step < 2; step++) await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(given);
    await undoTo(before);
  });
});

describe('Figures told', () => {
  const record = (unitId: string, value: number, more: Partial<InputOf<'progress.record'>> = {}) =>
    workspace.act('progress.record', { ...key(), unitId, day: '2022-04-10', value, source: 'phone', ...more });
  const told = (unitId: string) => workspace.ask('progress.ofUnit', { ...key(), unitId });

  test('for single days add up on what stood before them, in the order of the days', async () => {
    const before = workspace.record();
    const unitId = of.unit('Pakur', 'district');
    await record(unitId, 50, { day: '2022-04-03', counting: 'day' });
    await record(unitId, 30, { day: '2022-04-05', counting: 'day' });
    expect(line(unitId).achieved).toBe(80);
    // Told late: a whole figure for the day between them.
    await record(unitId, 100, { day: '2022-04-04' });
    expect(line(unitId).achieved).toBe(130);
    await record(unitId, 7, { day: '2022-04-05', counting: 'day' });
    expect(told(unitId).map(({ day, value, dayValue }) => [day, value, dayValue])).toEqual([['2022-04-05', 137, 7], ['2022-04-05', 130, 30], ['2022-04-04', 100, null], ['2022-04-03', 50, 50]]);

    const whole = told(unitId)[2]!;
    await workspace.act('progress.correct', { id: whole.id, value: 90, reason: 'Ten counted twice' });
    expect(line(unitId).achieved).toBe(127);
    expect(told(unitId)[2]).toMatchObject({ value: 90, versions: [{ number: 1, value: 100, dayValue: null, reason: 'Ten counted twice' }] });
    await workspace.act('progress.judge', { ids: [whole.id], state: 'doubted' });
    expect(line(unitId)).toMatchObject({ achieved: 87, lastReportDay: '2022-04-05' });
    await workspace.act('progress.judge', { ids: [whole.id], state: 'confirmed' });
    expect(line(unitId).achieved).toBe(127);
    expect(told(unitId)[2]!.state).toBe('confirmed');
    await workspace.act('progress.remove', { id: whole.id });
    expect(line(unitId).achieved).toBe(87);
    await undoTo(before);
  });

  test('a doubted figure alone counts for nothing, here and above; the figure before it counts again', async () => {
    const before = workspace.record();
    const unitId = of.unit('Pakur', 'district');
    await record(unitId, 500, { day: '2022-04-01' });
    await record(unitId, 9_000, { day: '2022-04-09' });
    await workspace.act('progress.judge', { ids: [told(unitId)[0]!.id], state: 'doubted' });
    expect(line(unitId)).toMatchObject({ achieved: 500, lastReportDay: '2022-04-01' });
    expect(line(of.state).achieved).toBe(500);
    await workspace.act('progress.judge', { ids: [told(unitId)[1]!.id], state: 'doubted' });
    expect(line(unitId)).toMatchObject({ achieved: null, lastReportDay: null });
    expect(line(of.state).achieved).toBeNull();
    await undoTo(before);
  });

  test('in one call for many units and metrics are one step', async () => {
    const before = workspace.record();
    const [pakur, godda] = ['Pakur', 'Godda'].map((name) => of.unit(name, 'district')) as [string, string];
    await workspace.act('progress.recordMany', {
      programmeId: of.drive, day: '2022-04-12', source: 'phone', toldBy: 'Coordinator', notedBy: 'Office', figures: [
        { metricId: of.members, unitId: pakur, value: 400 }, { metricId: of.members, unitId: godda, value: 600 }, { metricId: of.share, unitId: pakur, value: 100 },
      ],
    });
    expect(line(of.state).achieved).toBe(1_000);
    expect(told(pakur)[0]).toMatchObject({ toldBy: 'Coordinator', notedBy: 'Office', state: 'reported' });
    expect(await codeOf(workspace.act('progress.recordMany', { programmeId: of.drive, day: '2023-04-12', source: 'phone', figures: [{ metricId: of.members, unitId: pakur, value: 1 }] }))).toBe('progress.inFuture');
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
  });
});

describe('The list one telephones down', () => {
  const list = (more: Partial<InputOf<'progress.callList'>> = {}) => workspace.ask('progress.callList', { ...key(), unitId: of.state, levelId: 'district', ...more });

  test('has who was never heard of first, then the longest silence; a doubted word is none', async () => {
    const before = workspace.record();
    const say = (name: string, day: string) => workspace.act('progress.record', { ...key(), unitId: of.unit(name, 'district'), day, value: 100, source: 'phone' });
    await say('Pakur', '2022-04-15');
    await say('Godda', '2022-04-01');
    const { id } = await say('Giridih', '2022-04-02');
    await workspace.act('progress.judge', { ids: [id], state: 'doubted' });
    const { total, lines } = list();
    expect(total).toBe(24);
    expect(lines.slice(-2).map(({ nameEn, lastDay, achieved }) => [nameEn, lastDay, achieved])).toEqual([['Godda', '2022-04-01', 100], ['Pakur', '2022-04-15', 100]]);
    expect(lines.filter(({ lastDay }) => lastDay === null)).toHaveLength(22);
    // The workspace looks from 16 April: Godda has been silent for 15 days.
    expect(list({ silentDays: 15 }).total).toBe(23);
    expect(list({ silentDays: 16 }).total).toBe(22);
    expect(list({ limit: 3 })).toMatchObject({ total: 24, lines: { length: 3 } });
    const block = list({ unitId: of.unit('Dhanbad', 'district'), levelId: 'block' });
    expect(block.lines.every(({ withinEn }) => withinEn === 'Dhanbad')).toBe(true);
    expect(lines.some(({ phone, personEn }) => personEn !== null && phone !== null)).toBe(true);
    await undoTo(before);
  });
});

describe('Kinds of metric', () => {
  const metrics = () => workspace.ask('programmes.metrics', {});

  test('the usual ones are added once; in English and Hindi, with fee and share resting on the members', async () => {
    const before = workspace.record();
    const there = metrics().length;
    const { added } = await workspace.act('programmes.addStarterMetrics', {});
    expect(metrics()).toHaveLength(there + added);
    expect(added).toBeGreaterThan(9);
    const fee = metrics().find(({ nameEn }) => nameEn === 'Membership fee');
    expect(fee).toMatchObject({ kind: 'money', rate: 5, ofMetricId: of.members, nameHi: 'सदस्यता शुल्क' });
    expect(metrics().find(({ nameEn }) => nameEn === 'Monthly meetings held')).toMatchObject({ kind: 'repeated', every: 'month', levelIds: ['block', 'panchayat', 'ward'] });
    expect(metrics().every(({ nameHi }) => nameHi !== null && nameHi !== '')).toBe(true);
    expect(await workspace.act('programmes.addStarterMetrics', {})).toEqual({ added: 0 });
    await undoTo(before);
  });

  test('keep only what their kind uses, and rest on what adds up by itself', async () => {
    const before = workspace.record();
    const fields = { nameEn: 'Fee', nameHi: null, countLevelId: null, ofMetricId: of.members } as const;
    const { id } = await workspace.act('programmes.saveMetric', { id: null, fields: { ...fields, kind: 'money', rate: 5, every: 'month' } });
    expect(metrics().find((metric) => metric.id === id)).toMatchObject({ kind: 'money', rate: 5, every: null });
    expect(await codeOf(workspace.act('programmes.saveMetric', { id: null, fields: { ...fields, kind: 'money', ofMetricId: of.share, rate: 5 } }))).toBe('programmes.metricNeedsWhole');
    expect(await codeOf(workspace.act('programmes.saveMetric', { id: null, fields: { ...fields, kind: 'money', ofMetricId: null, rate: 5 } }))).toBe('programmes.metricNeedsWhole');
    await workspace.act('programmes.saveMetric', { id, fields: { ...fields, kind: 'repeated', every: 'week' } });
    expect(metrics().find((metric) => metric.id === id)).toMatchObject({ kind: 'repeated', every: 'week', rate: null, ofMetricId: null });
    await undoTo(before);
  });

  test('less is better: vacant seats are done at the target or below, and nothing told is not "none left"', async () => {
    const before = workspace.record();
    const { id } = await workspace.act('programmes.saveMetric', { id: null, fields: { nameEn: 'Vacant seats', nameHi: null, kind: 'last', countLevelId: null, ofMetricId: null, direction: 'down' } });
    const programme = workspace.ask('programmes.get', { id: of.drive });
    await workspace.act('programmes.save', { id: of.drive, fields: { ...programme, phases: programme.phases.map(({ levelId, fromDay, toDay }) => ({ levelId, fromDay, toDay })), metricIds: [...programme.metrics.map((metric) => metric.id), id] } });
    const unitId = of.unit('Pakur', 'district');
    const cell = { programmeId: of.drive, metricId: id, unitId };
    await workspace.act('targets.set', { ...cell, value: 10 });
    const state = () => workspace.ask('targets.board', cell).unit.state;
    expect(state()).toBeNull();
    await workspace.act('progress.record', { ...cell, day: '2022-04-10', value: 25, source: 'phone' });
    expect(state()).toBe('critical');
    await workspace.act('progress.record', { ...cell, day: '2022-04-12', value: 10, source: 'phone' });
    expect(state()).toBe('done');
    await undoTo(before);
  });
});
