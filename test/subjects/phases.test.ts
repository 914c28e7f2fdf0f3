// Levels of a programme on a real file: what is said of one alone, an order about one alone, the units that take part and which have held it; and the timeline narrowed to a district or a class.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { targetCase } from './targetCase.ts';
import type { TargetCase } from './targetCase.ts';

let workspace: TestWorkspace;
let of: TargetCase;
let atStart: string;

beforeAll(async () => {
  workspace = await testWorkspace();
  of = targetCase(workspace);
  atStart = workspace.record();
});
afterAll(() => workspace.close());
afterEach(async () => {
  while (workspace.rows(`SELECT 1 FROM step WHERE kind = 'do' AND state = 'done'`).length > 0) await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(atStart);
});

const dialogue = () => workspace.ask('programmes.get', { id: of.dialogue });
const phases = () => dialogue().phases.map(({ levelId, fromDay, toDay, state }) => `${levelId} ${fromDay.slice(8)}–${toDay.slice(8)} ${state}`);
const counts = (unitId: string | null = null) => workspace.ask('programmes.phaseCounts', { id: of.dialogue, unitId });

// The sample looks from 16 April; the dialogue runs 18 to 26 April: district 18–19, block 20–22, panchayat 23–24, booth 25–26.
test('A level is begun, held, stopped, cancelled and taken up again on its own', async () => {
  const say = async (levelId: string, said: 'byDays' | 'running' | 'done' | 'untilFurtherNotice' | 'cancelled') => { await workspace.act('programmes.setPhaseState', { id: of.dialogue, levelId, said }); };
  await say('district', 'running');
  await say('block', 'done');
  await say('panchayat', 'untilFurtherNotice');
  await say('booth', 'cancelled');
  const state = () => phases().map((one) => one.split(' ')[2]);
  expect(state()).toEqual(['running', 'done', 'untilFurtherNotice', 'cancelled']);
  // What has begun or was held stays where the whole is moved; what has no days in force gets days again with it.
  const { moves } = workspace.ask('programmes.previewOrder', { programmeId: of.dialogue, kind: 'postponement', orderDay: '2022-04-16', fromDay: '2022-05-02' });
  expect(moves.filter(({ levelId }) => levelId !== null).map(({ levelId, newFromDay }) => `${levelId} ${newFromDay}`)).toEqual(['panchayat 2022-05-02', 'booth 2022-05-04']);
  for (const levelId of ['district', 'block', 'panchayat', 'booth']) await say(levelId, 'byDays');
  expect(new Set(state()).size).toBe(1);
  await expect(say('ward', 'done')).rejects.toMatchObject({ code: 'programmes.phaseGone' });
});

const order = (more: object) => ({ programmeId: of.dialogue, levelId: 'block', kind: 'postponement' as const, orderDay: '2022-04-16', orderBy: 'State president', ...more });

test('An order about one level moves it alone while it stays within the programme, and says so', async () => {
  const before = workspace.record();
  const preview = workspace.ask('programmes.previewOrder', order({ fromDay: '2022-04-23' }));
  expect(preview.moves.map(({ kind, levelId, oldFromDay, newFromDay, newToDay }) => [kind, levelId, oldFromDay, newFromDay, newToDay])).toEqual([
    ['programme', null, '2022-04-18', '2022-04-18', '2022-04-26'], ['phase', 'block', '2022-04-20', '2022-04-23', '2022-04-25'],
  ]);
  const { id } = await workspace.act('programmes.order', order({ fromDay: '2022-04-23', mark: preview.mark }));
  const [, block] = dialogue().phases;
  expect(block).toMatchObject({ levelId: 'block', fromDay: '2022-04-23', toDay: '2022-04-25', state: 'postponed' });
  expect(workspace.ask('programmes.getOrder', { id })).toMatchObject({ levelId: 'block' });
  expect(dialogue().earlier.find(({ levelId }) => levelId === 'block')).toMatchObject({ fromDay: '2022-04-20', toDay: '2022-04-22', newFromDay: '2022-04-23' });
  const notice = workspace.ask('sheets.model', { sheet: { kind: 'extensionNotice', orderId: id } });
  expect(notice.title).toMatchObject({ en: expect.stringContaining('Block') as unknown, hi: expect.stringContaining('प्रखंड') as unknown });
  const facts = (orderId: string) => workspace.ask('sheets.model', { sheet: { kind: 'extensionNotice', orderId } }).facts.filter(({ label }) => label.en.endsWith(' dates')).map(({ label, value }) => `${label.en}: ${value.en}`);
  // Only the level's own days: the programme runs from 18 to 26 April before and after.
  expect(facts(id)).toEqual(['Old dates: 20-04-2022 to 22-04-2022', 'New dates: 23-04-2022 to 25-04-2022']);
  await workspace.act('history.undo', {});
  expect(workspace.record()).toBe(before);
  const longer = await workspace.act('programmes.order', order({ kind: 'extension', toDay: '2022-04-24' }));
  expect(facts(longer.id)).toEqual(['Old dates: 20-04-2022 to 22-04-2022', 'New dates: 20-04-2022 to 24-04-2022']);
  await workspace.act('history.undo', {});
  const stopped = await workspace.act('programmes.order', order({ kind: 'untilFurtherNotice' }));
  expect(facts(stopped.id)).toEqual(['Old dates: 20-04-2022 to 22-04-2022', 'New dates: postponed until further notice']);
});

test('Where a level reaches beyond the programme, its last day and what hangs on it go along; taken back, all is as it was', async () => {
  const preview = workspace.ask('programmes.previewOrder', order({ levelId: 'booth', fromDay: '2022-04-28' }));
  expect(preview).toMatchObject({ newFromDay: '2022-04-18', newToDay: '2022-04-29' });
  expect(preview.moves.filter(({ kind }) => kind === 'meeting').map(({ newFromDay }) => newFromDay)).toEqual(['2022-04-30']);
  const { id } = await workspace.act('programmes.order', order({ levelId: 'booth', fromDay: '2022-04-28' }));
  expect(phases().at(-1)).toBe('booth 28–29 postponed');
  expect(dialogue().toDay).toBe('2022-04-29');
  await workspace.act('programmes.takeBackOrder', { id });
  expect(phases()).toEqual(['district 18–19 postponed', 'block 20–22 postponed', 'panchayat 23–24 postponed', 'booth 25–26 postponed']);
  expect(workspace.rows('SELECT said FROM phase WHERE said IS NOT NULL')).toEqual([]);
  expect(dialogue().toDay).toBe('2022-04-26');
});

test('Stopping or cancelling one level leaves the others and the programme as they are; held ones and impossible days are refused', async () => {
  await workspace.act('programmes.order', order({ kind: 'untilFurtherNotice' }));
  expect(phases()[1]).toBe('block 20–22 untilFurtherNotice');
  expect(dialogue().state).toBe('postponed');
  const again = await workspace.act('programmes.order', order({ fromDay: '2022-04-24' }));
  expect(phases()[1]).toBe('block 24–26 postponed');
  await workspace.act('programmes.takeBackOrder', again);
  expect(phases()[1]).toBe('block 20–22 untilFurtherNotice');
  await workspace.act('programmes.setPhaseState', { id: of.dialogue, levelId: 'district', said: 'done' });
  const refused = (more: object, code: string) => expect(workspace.act('programmes.order', order(more))).rejects.toMatchObject({ code });
  await refused({ levelId: 'district', fromDay: '2022-04-30' }, 'programmes.allHeld');
  await refused({ levelId: 'ward', fromDay: '2022-04-30' }, 'programmes.phaseGone');
  await refused({ levelId: 'booth', fromDay: '2022-04-15' }, 'programmes.orderHeld');
  await refused({ levelId: 'booth', fromDay: '2022-04-25' }, 'programmes.orderNothing');
  await refused({ levelId: 'booth', fromDay: '2022-04-28', toDay: '2022-04-27' }, 'dates.endBeforeStart');
  await refused({ levelId: 'booth', kind: 'extension', toDay: '2022-04-26' }, 'programmes.orderLater');
});

test('The units of a level are listed and ticked, one by one or all below a district, and what is left is counted', async () => {
  const districts = workspace.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE levelId = 'district' AND closedDay IS NULL`)[0]!.n;
  expect(counts()[0]).toEqual({ levelId: 'district', units: districts, held: 0 });
  const dhanbad = of.unit('Dhanbad', 'district');
  const inDhanbad = workspace.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM unit JOIN unit AS top ON top.id = ? AND unit.path LIKE top.path || '%' WHERE unit.levelId = 'block' AND unit.closedDay IS NULL`, dhanbad)[0]!.n;
  expect(counts(dhanbad).find(({ levelId }) => levelId === 'block')).toEqual({ levelId: 'block', units: inDhanbad, held: 0 });
  const page = (only: 'all' | 'held' | 'open', offset = 0, limit = 100) => workspace.ask('programmes.phaseUnits', { id: of.dialogue, levelId: 'district', only, offset, limit });
  const [first, second] = page('all').rows;
  expect(first).toMatchObject({ withinEn: 'Jharkhand', day: null });
  await workspace.act('programmes.setHeld', { id: of.dialogue, unitIds: [second!.id], day: '2022-04-16' });
  expect(page('held')).toMatchObject({ total: 1, rows: [{ id: second!.id, day: '2022-04-16' }] });
  expect(page('open').total).toBe(districts - 1);
  expect(page('open', 0, 1).rows[0]!.id).toBe(first!.id);
  expect(await workspace.act('programmes.setPhaseHeld', { id: of.dialogue, levelId: 'block', unitId: dhanbad, day: '2022-04-16' })).toEqual({ changed: inDhanbad });
  expect(counts().map(({ held }) => held)).toEqual([1, inDhanbad, 0, 0]);
  expect(await workspace.act('programmes.setPhaseHeld', { id: of.dialogue, levelId: 'block', unitId: dhanbad, day: null })).toEqual({ changed: inDhanbad });
  expect(counts()[1]!.held).toBe(0);
});

test('Only units that take part are listed, also where one of them stands within another', async () => {
  const [dhanbad, ranchi] = [of.unit('Dhanbad', 'district'), of.unit('Ranchi', 'district')];
  const [block] = workspace.ask('programmes.phaseUnits', { id: of.dialogue, levelId: 'block', unitId: dhanbad }).rows;
  const programme = dialogue();
  await workspace.act('programmes.save', { id: of.dialogue, fields: { nameEn: programme.nameEn, nameHi: programme.nameHi, fromDay: programme.fromDay, toDay: programme.toDay, phases: programme.phases, metricIds: programme.metrics.map(({ id }) => id), unitIds: [dhanbad, ranchi, block!.id] } });
  expect(counts()[0]).toMatchObject({ levelId: 'district', units: 2 });
  const blocks = (unitId: string | null) => workspace.ask('programmes.phaseUnits', { id: of.dialogue, levelId: 'block', unitId, limit: 500 });
  const both = blocks(null);
  expect(both.total).toBe(blocks(dhanbad).total + blocks(ranchi).total);
  expect(new Set(both.rows.map(({ id }) => id)).size).toBe(both.total);
  const half = Math.ceil(both.total / 2);
  const paged = [0, half].flatMap((offset) => workspace.ask('programmes.phaseUnits', { id: of.dialogue, levelId: 'block', offset, limit: half }).rows);
  expect(paged).toEqual(both.rows);
  expect(blocks(of.unit('Bokaro', 'district')).total).toBe(0);
});

test('Narrowed to a district or a class stand only what concerns it, and how many there are in all', async () => {
  const [dhanbad, ranchi] = [of.unit('Dhanbad', 'district'), of.unit('Ranchi', 'district')];
  const [block] = workspace.ask('programmes.phaseUnits', { id: of.dialogue, levelId: 'block', unitId: ranchi }).rows;
  const made = async (nameEn: string, more: object) => workspace.act('programmes.save', { id: null, fields: { nameEn, nameHi: null, fromDay: '2022-05-01', toDay: '2022-05-02', phases: [], metricIds: [], ...more } });
  const inDhanbad = await made('In Dhanbad', { unitId: dhanbad });
  const inBlock = await made('In a block of Ranchi', { unitIds: [block!.id] });
  const ids = (more: object) => workspace.ask('programmes.outline', { onlyProgrammes: true, ...more });
  expect(ids({}).programmes).toBe(4);
  expect(ids({ unitId: dhanbad })).toMatchObject({ programmes: 3, programmesInAll: 4 });
  expect(ids({ unitId: dhanbad }).ids).toContain(inDhanbad.id);
  expect(ids({ unitId: dhanbad }).ids).not.toContain(inBlock.id);
  expect(ids({ unitId: ranchi }).ids).toContain(inBlock.id);
  expect(ids({ unitId: of.state }).programmes).toBe(4);
  const classes = workspace.ask('groups.classes', { classificationId: 'lokSabha' });
  const seat = classes.find(({ nameEn }) => nameEn === 'Dhanbad')!;
  const narrowed = ids({ group: { classificationId: 'lokSabha', classId: seat.id } });
  expect(narrowed.ids).toContain(inDhanbad.id);
  expect(narrowed.ids).not.toContain(inBlock.id);
  expect(ids({ unitId: ranchi, group: { classificationId: 'lokSabha', classId: seat.id } }).ids).not.toContain(inDhanbad.id);
  await expect(async () => ids({ unitId: 'none' })).rejects.toMatchObject({ code: 'units.gone' });
});
