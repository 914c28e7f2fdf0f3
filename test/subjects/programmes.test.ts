// Programmes and metrics on a real file: saved, changed, refused, taken away with what hangs on them, and back.
import { expect, test } from 'vitest';
import type { ProgrammeFields } from '../../shared/model/programme.ts';
import { targetWorkspace } from './targetCase.ts';

const { workspace, of } = await targetWorkspace();

const fields = (change: Partial<ProgrammeFields> = {}): ProgrammeFields => ({ nameEn: 'Foot march', nameHi: 'पदयात्रा', fromDay: '2022-05-01', toDay: '2022-05-09', phases: [], metricIds: [], ...change });
const list = () => workspace.ask('programmes.list', {});

test('A programme is made with its days per level and metrics in the order given, and one undo takes it back', async () => {
  const before = workspace.record();
  const { id } = await workspace.act('programmes.save', {
    id: null, fields: fields({ phases: [{ levelId: 'booth', fromDay: '2022-05-05', toDay: '2022-05-09' }, { levelId: 'district', fromDay: '2022-05-01', toDay: '2022-05-04' }], metricIds: [of.committee, of.members] }),
  });
  const made = list().find((programme) => programme.id === id)!;
  expect(made).toMatchObject({ nameEn: 'Foot march', nameHi: 'पदयात्रा', fromDay: '2022-05-01', toDay: '2022-05-09' });
  expect(made.phases.map(({ levelId }) => levelId)).toEqual(['district', 'booth']);
  expect(made.metrics.map((metric) => metric.id)).toEqual([of.committee, of.members]);
  await workspace.act('programmes.save', { id, fields: fields({ nameEn: 'March on foot', metricIds: [of.members] }) });
  expect(list().find((programme) => programme.id === id)).toMatchObject({ nameEn: 'March on foot', phases: [], metrics: [{ id: of.members }] });
  await workspace.act('history.undo', {});
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
});

test('Days that end before they begin, of the programme or of a level, are refused', async () => {
  const before = workspace.record();
  const wrong = { code: 'dates.endBeforeStart', detail: { fromDay: '2022-05-09', toDay: '2022-05-01' } };
  await expect(workspace.act('programmes.save', { id: null, fields: fields({ fromDay: '2022-05-09', toDay: '2022-05-01' }) })).rejects.toMatchObject(wrong);
  await expect(workspace.act('programmes.save', { id: of.drive, fields: fields({ phases: [{ levelId: 'booth', fromDay: '2022-05-09', toDay: '2022-05-01' }] }) })).rejects.toMatchObject(wrong);
  const days = { levelId: 'booth', fromDay: '2022-05-01', toDay: '2022-05-02' };
  await expect(workspace.act('programmes.save', { id: null, fields: fields({ phases: [days, days] }) })).rejects.toMatchObject({ code: 'programmes.phaseTwice', detail: { levelId: 'booth' } });
  await expect(workspace.act('programmes.save', { id: 'none', fields: fields() })).rejects.toMatchObject({ code: 'programmes.gone' });
  expect(workspace.record()).toBe(before);
});

test('A metric with targets cannot be taken out of its programme; without them it can', async () => {
  const drive = list().find(({ id }) => id === of.drive)!;
  const kept = { nameEn: drive.nameEn, nameHi: drive.nameHi, fromDay: drive.fromDay, toDay: drive.toDay, phases: drive.phases };
  await workspace.act('targets.set', { programmeId: of.drive, metricId: of.members, unitId: of.state, value: 5 });
  await expect(workspace.act('programmes.save', { id: of.drive, fields: { ...kept, metricIds: [of.share] } })).rejects.toMatchObject({ code: 'programmes.metricInUse' });
  await workspace.act('targets.set', { programmeId: of.drive, metricId: of.members, unitId: of.state, value: null });
  await workspace.act('programmes.save', { id: of.drive, fields: { ...kept, metricIds: [of.share] } });
  expect(list().find(({ id }) => id === of.drive)!.metrics.map(({ id }) => id)).toEqual([of.share]);
  for (let n = 0; n < 3; n++) await workspace.act('history.undo', {});
});

test('A programme goes with its targets and reports, and comes back with them', async () => {
  const about = { programmeId: of.drive, metricId: of.members };
  await workspace.act('targets.apportion', { ...about, unitId: of.state, method: 'booths', total: 100_000, toLevelId: 'block' });
  await workspace.act('progress.record', { ...about, unitId: of.state, day: '2022-04-01', value: 77, source: 'own' });
  const before = workspace.record();
  await workspace.act('programmes.remove', { id: of.drive });
  expect(list().map(({ id }) => id)).toEqual([of.dialogue]);
  expect(workspace.rows('SELECT 1 FROM target UNION ALL SELECT 1 FROM report UNION ALL SELECT 1 FROM rollup')).toEqual([]);
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
  expect(workspace.ask('targets.board', { ...about, unitId: of.state }).unit).toMatchObject({ own: 100_000, below: 100_000, achieved: 77 });
});

test('Metrics: one per unit needs its level, a share its whole; one in use stays', async () => {
  const metric = { nameEn: 'Ward committee', nameHi: null, countLevelId: null, ofMetricId: null };
  const save = (id: string | null, change: object) => workspace.act('programmes.saveMetric', { id, fields: { ...metric, kind: 'sum', ...change } });
  await expect(save(null, { kind: 'onePerUnit' })).rejects.toMatchObject({ code: 'programmes.metricNeedsLevel' });
  await expect(save(null, { kind: 'share' })).rejects.toMatchObject({ code: 'programmes.metricNeedsWhole' });
  await expect(save(of.share, { kind: 'share', ofMetricId: of.share })).rejects.toMatchObject({ code: 'programmes.metricNeedsWhole' });
  const { id } = await save(null, { kind: 'onePerUnit', countLevelId: 'ward', ofMetricId: of.members });
  expect(workspace.ask('programmes.metrics', {}).find((one) => one.id === id)).toMatchObject({ kind: 'onePerUnit', countLevelId: 'ward', ofMetricId: null });
  await workspace.act('programmes.removeMetric', { id });
  for (const used of [of.members, of.share, of.committee]) await expect(workspace.act('programmes.removeMetric', { id: used })).rejects.toMatchObject({ code: 'programmes.metricInUse' });
});

test('A metric that is not there cannot be changed or removed, nor be counted by a programme', async () => {
  const before = workspace.record();
  await expect(workspace.act('programmes.saveMetric', { id: 'none', fields: { nameEn: 'X', nameHi: null, kind: 'sum', countLevelId: null, ofMetricId: null } })).rejects.toMatchObject({ code: 'programmes.gone' });
  await expect(workspace.act('programmes.removeMetric', { id: 'none' })).rejects.toMatchObject({ code: 'programmes.gone' });
  await expect(workspace.act('programmes.save', { id: null, fields: fields({ metricIds: ['none'] }) })).rejects.toMatchObject({ code: 'programmes.gone' });
  await expect(workspace.act('targets.set', { programmeId: of.drive, metricId: of.committee, unitId: of.state, value: 3 })).rejects.toMatchObject({ code: 'programmes.gone' });
  expect(workspace.record()).toBe(before);
});

test('Changing what kind a metric is, once figures hang on it, is refused', async () => {
  await workspace.act('targets.set', { programmeId: of.drive, metricId: of.members, unitId: of.state, value: 500 });
  const renamed = { nameEn: 'New members', nameHi: 'नए सदस्य', kind: 'sum' as const, countLevelId: null, ofMetricId: null };
  await workspace.act('programmes.saveMetric', { id: of.members, fields: renamed });
  await expect(workspace.act('programmes.saveMetric', { id: of.members, fields: { ...renamed, kind: 'share', ofMetricId: of.committee } })).rejects.toMatchObject({ code: 'programmes.metricInUse' });
});

test('A programme has its place, its leader and its units; what is not given stays; neither can be taken away from under it', async () => {
  const [dhanbad, ranchi] = [of.unit('Dhanbad', 'district'), of.unit('Ranchi', 'district')];
  const person = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn = 'Veteran leader 1'`)[0]!;
  const { id } = await workspace.act('programmes.save', { id: null, fields: fields({ unitId: of.state, personId: person.id, unitIds: [ranchi, dhanbad, ranchi] }) });
  const get = () => workspace.ask('programmes.get', { id });
  expect(get()).toMatchObject({ unitNameEn: 'Jharkhand', personNameEn: 'Veteran leader 1', state: 'planned' });
  expect(get().units.map(({ nameEn }) => nameEn).toSorted()).toEqual(['Dhanbad', 'Ranchi']);
  await workspace.act('programmes.save', { id, fields: fields({ nameEn: 'Long march' }) });
  expect(get()).toMatchObject({ nameEn: 'Long march', personId: person.id, unitId: of.state });
  expect(get().unitIds.toSorted()).toEqual([dhanbad, ranchi].toSorted());
  await expect(workspace.act('programmes.save', { id, fields: fields({ unitIds: ['none'] }) })).rejects.toMatchObject({ code: 'units.gone' });
  await expect(workspace.act('programmes.save', { id, fields: fields({ personId: 'none' }) })).rejects.toMatchObject({ code: 'people.gone' });
  await expect(workspace.act('units.remove', { id: dhanbad })).rejects.toMatchObject({ code: 'units.inUse' });
  await workspace.act('people.remove', { id: person.id });
  expect(get().personId).toBeNull();
  await workspace.act('history.undo', {});
  expect(get().personNameEn).toBe('Veteran leader 1');
});

test('How it stands follows from the days unless somebody says otherwise, and what was said of it ends where the days say it anew', async () => {
  const state = async (from: string, to: string, said: 'byDays' | 'running' | 'done' | 'postponed' | 'untilFurtherNotice' | 'cancelled' = 'byDays') => {
    const { id } = await workspace.act('programmes.save', { id: null, fields: fields({ fromDay: from, toDay: to, phases: [{ levelId: 'district', fromDay: from, toDay: from }, { levelId: 'booth', fromDay: to, toDay: to }] }) });
    if (said !== 'byDays') await workspace.act('programmes.setState', { id, said });
    const found = workspace.ask('programmes.get', { id });
    return [found.state, ...found.phases.map((phase) => phase.state)].join(' ');
  };
  // The sample looks from 16 April 2022.
  expect(await state('2022-04-17', '2022-04-20')).toBe('planned planned planned');
  expect(await state('2022-04-15', '2022-04-20')).toBe('running done planned');
  expect(await state('2022-04-01', '2022-04-15')).toBe('done done done');
  expect(await state('2022-04-17', '2022-04-20', 'running')).toBe('running planned planned');
  expect(await state('2022-04-01', '2022-04-15', 'running')).toBe('done done done');
  expect(await state('2022-04-15', '2022-04-20', 'done')).toBe('done done done');
  expect(await state('2022-04-17', '2022-04-20', 'postponed')).toBe('postponed postponed postponed');
  // What was held runs on; what is left is postponed to its new days.
  expect(await state('2022-04-15', '2022-04-20', 'postponed')).toBe('running done postponed');
  expect(await state('2022-04-15', '2022-04-20', 'untilFurtherNotice')).toBe('untilFurtherNotice done untilFurtherNotice');
  expect(await state('2022-04-15', '2022-04-20', 'cancelled')).toBe('cancelled done cancelled');
});
