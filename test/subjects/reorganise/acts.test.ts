// Every rule of carrying on the sample: what goes where, that nothing is lost, that undo gives the identical record, and what is refused.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '../../../shared/model/reorganisation.ts';
import { testWorkspace } from '../../help/workspace.ts';
import type { TestWorkspace } from '../../help/workspace.ts';
import { expectTalliesRight } from '../countByHand.ts';
import { targetCase } from '../targetCase.ts';
import type { TargetCase } from '../targetCase.ts';

let file: TestWorkspace;
let about: TargetCase;
let dhanbad: string;
let block: string;
let other: string;
const day = '2022-04-10';
const order = { day, orderBy: 'State president', reason: 'Too large', keepClasses: true };
const key = () => ({ programmeId: about.drive, metricId: about.members });
const board = (unitId: string) => file.ask('targets.board', { ...key(), unitId }).unit;
const carry = (preview: { carry: { rule: string; count: number }[] }) => Object.fromEntries(preview.carry.map(({ rule, count }) => [rule, count]));
const codeOf = (act: Promise<unknown>) => act.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
const people = () => file.rows<{ id: string }>('SELECT id FROM person ORDER BY id');

beforeAll(async () => {
  file = await testWorkspace();
  about = targetCase(file);
  dhanbad = about.unit('Dhanbad', 'district');
  block = about.unit('Baghmara', 'block');
  other = about.unit('Topchanchi', 'block');
  await file.act('targets.apportion', { ...key(), unitId: about.state, method: 'electors', total: 1_500_000, toLevelId: 'booth' });
  await file.act('progress.record', { ...key(), unitId: dhanbad, day: '2022-04-05', value: 40_000, source: 'phone' });
  await file.act('progress.record', { ...key(), unitId: dhanbad, day: '2022-04-14', value: 60_001, source: 'phone' });
  await file.act('progress.record', { ...key(), unitId: block, day: '2022-04-08', value: 900, source: 'phone' });
  await file.act('progress.record', { ...key(), unitId: other, day: '2022-04-09', value: 80, source: 'phone' });
});
afterAll(() => file.close());

/** Preview, act, checks, undo to the identical record, redo to the identical after, undo. */
async function carried(act: Act, check: (done: { id: string; newUnitId: string | null }, rules: Record<string, number>) => Promise<void> | void): Promise<void> {
  const before = file.record();
  const preview = await file.act('reorganisation.preview', act);
  expect(file.record()).toBe(before);
  const done = await file.act('reorganisation.apply', act);
  const after = file.record();
  expectTalliesRight(file);
  await check(done, carry(preview));
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
  await file.act('history.redo', {});
  expect(file.record()).toBe(after);
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
}

const split = (given: Partial<Extract<Act, { kind: 'split' }>> = {}): Act =>
  ({ kind: 'split', ...order, unitId: dhanbad, childIds: [block, other], percent: null, nameEn: 'Baghmara district', nameHi: 'बाघमारा जिला', code: null, partNumber: null, runOn: true, ...given });

describe('the 25th district committee', () => {
  it('takes people, targets and told figures along by the rule, for every day since', async () => {
    const was = board(dhanbad);
    const state = board(about.state);
    await carried(split(), async ({ newUnitId }, rules) => {
      const [old, fresh] = [board(dhanbad), board(newUnitId!)];
      expect(old.own! + fresh.own!).toBe(was.own);
      expect([old.difference, fresh.difference]).toEqual([0, 0]);
      expect(old.achieved! + fresh.achieved!).toBe(60_001);
      expect(board(about.state)).toMatchObject({ own: state.own, below: state.below, achieved: state.achieved, electors: state.electors });
      // Nobody told the new one anything yet; the old one was told on the 14th.
      expect([old.lastReportDay, file.ask('progress.ofUnit', { ...key(), unitId: newUnitId! }).every((report) => report.reorganisationId !== null)]).toEqual(['2022-04-14', true]);
      expect(file.rows('SELECT lastReportDay FROM rollup WHERE unitId = ? AND metricId = ?', newUnitId!, about.members)).toEqual([{ lastReportDay: '2022-04-09' }]);
      const share = fresh.own! / was.own!;
      expect(Math.abs(fresh.achieved! - 60_001 * share)).toBeLessThan(1);
      // The figure of the 5th holds on the day of the act, the later one on its own day; the earlier days are as they were.
      const on = async (at: string) => (await file.act('reorganisation.boardOn', { ...key(), unitId: about.state, day: at, limit: 500 })).rows.filter((row) => [dhanbad, newUnitId].includes(row.id)).map((row) => row.was?.achieved ?? null);
      expect((await on('2022-04-09')).filter((value) => value !== null)).toEqual([40_000]);
      expect((await on('2022-04-12')).reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(40_000);
      expect(rules).toMatchObject({ 'split.units': 2, 'split.targets': 1, 'split.progress': 2 });
      const charges = (unitId: string) => file.rows<{ n: number }>('SELECT COUNT(*) AS n FROM responsibility WHERE unitId = ? AND toDay >= ?', unitId, day)[0]!.n;
      expect(charges(newUnitId!)).toBe(charges(dhanbad));
      expect(file.rows('SELECT 1 FROM responsibility WHERE unitId = ? AND fromDay < ?', newUnitId!, day)).toEqual([]);
      expect(file.rows('SELECT 1 FROM post WHERE unitId = ?', newUnitId!)).toEqual([]);
      expect(file.rows('SELECT 1 FROM outline WHERE unitId = ?', dhanbad)).toEqual([]);
      expect(file.rows('SELECT untilDay FROM outlineVersion WHERE unitId = ?', dhanbad)).toEqual([{ untilDay: day }]);
      expect(file.rows('SELECT openedDay FROM unit WHERE id = ?', newUnitId!)).toEqual([{ openedDay: day }]);
      // Two committees, one administrative district with its code.
      const classes = file.rows<{ unitId: string; classId: string; code: string }>(`SELECT unitId, classId, class.code FROM unitClass JOIN class ON class.id = classId WHERE unitClass.classificationId = 'administrative' AND unitId IN (?, ?)`, dhanbad, newUnitId!);
      expect(new Set(classes.map(({ classId }) => classId)).size).toBe(1);
      expect(classes.map(({ code }) => code)).toEqual([file.ask('units.get', { id: dhanbad }).code, file.ask('units.get', { id: dhanbad }).code]);
      expect(file.ask('reorganisation.list', { unitId: block }).rows[0]!.parts.map(({ role }) => role)).toEqual(['divided', 'new', 'moved', 'moved']);
    });
  });

  it('leaves responsibilities alone where the person says so; locks and leaders of the target hold for both', async () => {
    await file.act('targets.lock', { ...key(), unitIds: [dhanbad], locked: true });
    await file.act('targets.set', { ...key(), unitId: dhanbad, personId: people()[3]!.id, dueDay: '2022-04-20' });
    await carried(split({ runOn: false }), ({ newUnitId }) => {
      expect(file.rows('SELECT 1 FROM responsibility WHERE unitId = ?', newUnitId!)).toEqual([]);
      expect(file.rows('SELECT locked, dueDay, personId FROM target WHERE unitId = ?', newUnitId!)).toEqual([{ locked: 1, dueDay: '2022-04-20', personId: null }]);
    });
    await carried(split(), ({ newUnitId }) => expect(file.rows('SELECT personId FROM target WHERE unitId = ?', newUnitId!)).toEqual([{ personId: people()[3]!.id }]));
  });

  it('is refused where it makes no sense', async () => {
    const blocks = file.ask('units.children', { parentId: dhanbad, limit: 100 }).rows.map(({ id }) => id);
    const before = file.record();
    for (const [code, act] of [
      ['reorganisation.futureDay', split({ day: '2030-01-01' })], ['reorganisation.chooseChildren', split({ childIds: [] })],
      ['reorganisation.nothingStays', split({ childIds: blocks })], ['reorganisation.notBelow', split({ childIds: [about.unit('Chas', 'block')] })],
      ['reorganisation.topUnit', split({ unitId: about.state, childIds: [dhanbad] })],
      ['reorganisation.sharePercent', split({ unitId: file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'booth' LIMIT 1`)[0]!.id, childIds: [] })],
      ['reorganisation.differentLevels', { kind: 'merge', ...order, unitId: dhanbad, unitIds: [about.unit('Chas', 'block')], nameEn: null, nameHi: null }],
      ['reorganisation.intoItself', { kind: 'merge', ...order, unitId: block, unitIds: [block], nameEn: null, nameHi: null }],
      ['reorganisation.alreadyThere', { kind: 'move', ...order, unitIds: [block], parentId: dhanbad }],
      ['units.wrongLevel', { kind: 'move', ...order, unitIds: [block], parentId: other }],
      ['reorganisation.nothingChanges', { kind: 'rename', ...order, unitId: block, nameEn: 'Baghmara', nameHi: file.ask('units.get', { id: block }).nameHi, code: file.ask('units.get', { id: block }).code }],
    ] as [string, Act][]) {
      expect([code, await codeOf(file.act('reorganisation.preview', act))]).toEqual([code, code]);
      expect([code, await codeOf(file.act('reorganisation.apply', act))]).toEqual([code, code]);
    }
    expect(file.record()).toBe(before);
    await file.act('reorganisation.apply', split());
    expect(await codeOf(file.act('reorganisation.apply', { kind: 'move', ...order, day: '2022-04-01', unitIds: [block], parentId: about.unit('Bokaro', 'district') }))).toBe('reorganisation.laterAct');
    await file.act('history.undo', {});
  });
});

describe('merging two blocks', () => {
  const merge = (): Act => ({ kind: 'merge', ...order, unitId: block, unitIds: [other], nameEn: 'Baghmara-Topchanchi', nameHi: 'बाघमारा-तोपचांची' });

  it('adds up targets and progress, runs responsibilities on, ends posts, takes visits and meetings over, and still finds the old name', async () => {
    const [a, b] = [board(block), board(other)];
    const [first, second] = people();
    await file.act('charges.handOut', { fromDay: '2022-04-01', toDay: '2022-05-01', lines: [{ personId: first!.id, unitIds: [other] }] });
    await file.act('charges.handOut', { fromDay: '2022-04-01', toDay: '2022-05-01', lines: [{ personId: second!.id, unitIds: [block, other] }] });
    const posts = file.rows<{ n: number }>('SELECT COUNT(*) AS n FROM post WHERE unitId = ?', other)[0]!.n;
    const tour = await file.act('tours.save', { id: null, fields: { nameEn: 'Tour', nameHi: null, personId: first!.id, fromDay: '2022-04-18', toDay: '2022-04-26', firstUnitId: other, lastUnitId: dhanbad, unitIds: [other, dhanbad], meetingMinutes: 60, dutyFrom: 540, dutyTo: 1200, roadFactor: 1.2, speedKmPerHour: 40 } });
    const meeting = await file.act('calendar.saveMeeting', { id: null, fields: { titleEn: 'Review', titleHi: null, day: '2022-04-20', begin: 600, minutes: 60, unitId: other, placeEn: null, placeHi: null, personIds: [] } });
    await file.act('promises.save', { id: null, fields: { kind: 'promise', unitId: other, personId: first!.id, madeDay: '2022-03-01', stopId: null, text: 'A hall', who: '', dueDay: null } });
    await carried(merge(), async (_, rules) => {
      expect(file.rows('SELECT unitId FROM promise WHERE text = ?', 'A hall')).toEqual([{ unitId: block }]);
      const joined = board(block);
      expect(joined).toMatchObject({ own: a.own! + b.own!, achieved: 980, nameEn: 'Baghmara-Topchanchi', children: a.children + b.children, electors: a.electors + b.electors });
      expect(file.rows('SELECT closedDay FROM unit WHERE id = ?', other)).toEqual([{ closedDay: day }]);
      expect(file.rows('SELECT personId, fromDay, toDay FROM responsibility WHERE unitId = ? ORDER BY fromDay', block).filter((row) => JSON.stringify(row).includes(first!.id))).toEqual([{ personId: first!.id, fromDay: day, toDay: '2022-05-01' }]);
      // Who answered for both answers for the one, once.
      expect(file.rows('SELECT 1 FROM responsibility WHERE unitId = ? AND personId = ? AND toDay >= ?', block, second!.id, day)).toHaveLength(1);
      expect(file.rows('SELECT toDay FROM responsibility WHERE unitId = ? AND personId = ?', other, first!.id)).toEqual([{ toDay: '2022-04-09' }]);
      expect(file.rows('SELECT 1 FROM post WHERE unitId = ? AND (toDay IS NULL OR toDay >= ?)', other, day)).toEqual([]);
      expect(rules['merge.posts'] ?? 0).toBe(posts);
      expect(file.rows('SELECT unitId FROM tourStop WHERE tourId = ? ORDER BY unitId', tour.id).map((row) => (row as { unitId: string }).unitId).toSorted()).toEqual([block, dhanbad].toSorted());
      expect(file.rows('SELECT firstUnitId FROM tour WHERE id = ?', tour.id)).toEqual([{ firstUnitId: block }]);
      expect(file.rows('SELECT unitId FROM meeting WHERE id = ?', (meeting as { id: string }).id)).toEqual([{ unitId: block }]);
      expect(file.ask('units.search', { text: 'topchanchi' }).map(({ id }) => id)).toContain(block);
      const before = await file.act('reorganisation.boardOn', { ...key(), unitId: dhanbad, day: '2022-04-09', limit: 100 });
      expect(before.rows.find((row) => row.id === other)).toMatchObject({ change: 'gone', was: { own: b.own, achieved: 80, children: b.children } });
      expect(before.rows.find((row) => row.id === block)).toMatchObject({ nameEn: 'Baghmara', nowEn: 'Baghmara-Topchanchi', was: { own: a.own, achieved: 900 } });
    });
  });
});

describe('programmes and blackout days', () => {
  it('go on at the unit that stays, hold for both parts of a divided one, and stay as they were where they are over', async () => {
    const ids = { old: 'programme-old', now: 'programme-now', wide: 'programme-wide' };
    const programme = (id: string, toDay: string, unitId: string | null, units: string[]) =>
      file.act('programmes.save', { id: null, fields: { nameEn: id, nameHi: null, fromDay: '2022-03-01', toDay, phases: [], metricIds: [], unitId, unitIds: units } });
    const steps = [await programme(ids.old, '2022-03-05', other, [other]), await programme(ids.now, '2022-04-30', other, [other]), await programme(ids.wide, '2022-04-30', null, [block, other, dhanbad])];
    const [old, now, wide] = steps.map(({ id }) => id) as [string, string, string];
    const blackout = (unitId: string, fromDay: string, toDay: string) => file.act('blackouts.save', { id: null, fields: { nameEn: `Fair ${fromDay}`, nameHi: null, kind: 'festival', fromDay, toDay, unitId } });
    await blackout(other, '2022-04-20', '2022-04-21');
    await blackout(other, '2022-03-20', '2022-03-21');
    await blackout(dhanbad, '2022-04-25', '2022-04-25');
    const unitsOf = (id: string) => file.rows<{ unitId: string }>('SELECT unitId FROM programmeUnit WHERE programmeId = ?', id).map(({ unitId }) => unitId).sort();
    const placeOf = (id: string) => file.rows<{ unitId: string }>('SELECT unitId FROM programme WHERE id = ?', id)[0]!.unitId;
    const blackoutsAt = (unitId: string) => file.rows<{ fromDay: string }>('SELECT fromDay FROM blackout WHERE unitId = ? ORDER BY fromDay', unitId).map(({ fromDay }) => fromDay);
    await carried({ kind: 'merge', ...order, unitId: block, unitIds: [other], nameEn: null, nameHi: null }, (_done, rules) => {
      expect(rules).toMatchObject({ 'merge.programmes': 2, 'merge.blackouts': 1 });
      expect([unitsOf(old), unitsOf(now), unitsOf(wide)]).toEqual([[other], [block], [block, dhanbad].sort()]);
      expect([placeOf(old), placeOf(now)]).toEqual([other, block]);
      expect([blackoutsAt(other), blackoutsAt(block)]).toEqual([['2022-03-20'], ['2022-04-20']]);
    });
    await carried(split(), ({ newUnitId }, rules) => {
      expect(rules).toMatchObject({ 'split.programmes': 1, 'split.blackouts': 1 });
      expect(unitsOf(wide)).toEqual([block, other, dhanbad, newUnitId!].sort());
      expect([blackoutsAt(dhanbad), blackoutsAt(newUnitId!)]).toEqual([['2022-04-25'], ['2022-04-25']]);
    });
    for (let step = 0; step < 6; step++) await file.act('history.undo', {});
  });
});

describe('moving a block to another district', () => {
  it('changes the sums above from the day on, also in a figure told for the district as a whole', async () => {
    const bokaro = about.unit('Bokaro', 'district');
    const [was, before, own] = [board(dhanbad), board(bokaro), board(block)];
    await carried({ kind: 'move', ...order, unitIds: [block], parentId: bokaro }, () => {
      expect(board(dhanbad)).toMatchObject({ own: was.own, below: was.below! - own.own!, achieved: 60_001 - 900 });
      expect(board(bokaro)).toMatchObject({ own: before.own, below: before.below! + own.own!, achieved: (before.achieved ?? 0) + 900 });
      expect(board(block)).toMatchObject({ own: own.own, achieved: 900 });
    });
  });
});

describe('the administrative district of a moved block', () => {
  it('stays where the party moves the block, and changes where the administration does', async () => {
    const bokaro = about.unit('Bokaro', 'district');
    await file.act('reorganisation.apply', split({ keepClasses: true }));
    const classOf = (unitId: string) => file.rows<{ classId: string | null }>(
      `SELECT classId FROM unit JOIN unit AS self ON self.id = ? AND substr(self.path, 1, length(unit.path)) = unit.path JOIN unitClass ON unitClass.unitId = unit.id AND classificationId = 'administrative' ORDER BY unit.path DESC LIMIT 1`, unitId)[0]?.classId;
    const [own, theirs] = [classOf(dhanbad), classOf(bokaro)];
    expect(own).not.toBe(theirs);
    const moved: Act = { kind: 'move', ...order, unitIds: [about.unit('Nirsa', 'block')], parentId: bokaro };
    await carried(moved, (_, rules) => {
      expect(classOf(about.unit('Nirsa', 'block'))).toBe(own);
      expect(rules['move.classes']).toBe(1);
    });
    await carried({ ...moved, keepClasses: false }, () => expect(classOf(about.unit('Nirsa', 'block'))).toBe(theirs));
    await file.act('history.undo', {});
  });
});

describe('new part numbers from a sheet', () => {
  it('are given at once, with a split and a merger, and the old ones are still found', async () => {
    const booths = file.rows<{ id: string; partNumber: string; seat: number; seatId: string; electors: number }>(
      `SELECT unit.id, unit.partNumber, seat.number AS seat, seat.id AS seatId, unit.electors FROM unit JOIN constituency AS seat ON seat.id = unit.constituencyId WHERE seat.number = 40 ORDER BY CAST(partNumber AS INTEGER)`);
    const [one, two, three, four] = booths;
    const last = booths.at(-1)!;
    const rows = [[40, one!.partNumber, two!.partNumber], [40, two!.partNumber, one!.partNumber], [40, three!.partNumber, three!.partNumber], [40, three!.partNumber, `${three!.partNumber}A`], [40, four!.partNumber, last.partNumber], ...booths.slice(4).map((booth) => [40, booth.partNumber, booth.partNumber])];
    const path = join(dirname(file.path), 'mapping.csv');
    writeFileSync(path, `Assembly,Old part,New part\n${rows.map((row) => row.join(',')).join('\n')}\n`);
    const choice = { token: 'sheet', day, orderBy: '', reason: '' };
    const files = { sheet: path };
    const preview = await file.act('reorganisation.previewRenumber', choice, files);
    expect(preview).toMatchObject({ blocking: 0, renumbered: 2, split: 1, merged: 1, seats: 1 });
    const before = file.record();
    const state = board(about.state);
    expect(await file.act('reorganisation.renumber', choice, files)).toMatchObject({ renumbered: 2, split: 1, merged: 1 });
    const part = (id: string) => file.rows<{ partNumber: string; nameEn: string; electors: number; closedDay: string | null }>('SELECT partNumber, nameEn, electors, closedDay FROM unit WHERE id = ?', id)[0]!;
    expect([part(one!.id).partNumber, part(two!.id).partNumber]).toEqual([two!.partNumber, one!.partNumber]);
    expect(part(one!.id).nameEn).toBe(`Booth ${two!.partNumber}`);
    expect(part(four!.id).closedDay).toBe(day);
    expect(part(last.id).electors).toBe(last.electors + four!.electors);
    const fresh = file.rows<{ electors: number; nameEn: string; openedDay: string }>('SELECT electors, nameEn, openedDay FROM unit WHERE constituencyId = ? AND partNumber = ?', one!.seatId, `${three!.partNumber}A`)[0]!;
    expect(fresh).toMatchObject({ nameEn: `Booth ${three!.partNumber}A`, openedDay: day });
    expect(fresh.electors + part(three!.id).electors).toBe(three!.electors);
    expect(board(about.state)).toMatchObject({ own: state.own, below: state.below, electors: state.electors, booths: state.booths });
    expectTalliesRight(file);
    const hits = file.ask('reorganisation.partNumber', { constituencyId: one!.seatId, partNumber: `0${one!.partNumber}` });
    expect(hits.map(({ unitId, untilDay }) => [unitId, untilDay])).toEqual([[one!.id, day], [two!.id, null]]);
    const panchayat = file.rows<{ parentId: string }>('SELECT parentId FROM unit WHERE id = ?', one!.id)[0]!.parentId;
    const was = await file.act('reorganisation.treeOn', { unitId: panchayat, day: '2022-04-09', limit: 500 });
    expect(was.rows.find((row) => row.id === one!.id)).toMatchObject({ nameEn: `Booth ${one!.partNumber}`, partNumber: one!.partNumber, change: 'renamed' });
    await file.act('history.undo', {});
    expect(file.record()).toBe(before);
    writeFileSync(path, 'Assembly,Old part,New part\n40,99999,1\n');
    expect(await codeOf(file.act('reorganisation.renumber', choice, files))).toBe('reorganisation.mappingBlocked');
    writeFileSync(path, 'nothing,of,use\n');
    expect(await codeOf(file.act('reorganisation.renumber', choice, files))).toMatch(/^reorganisation\./);
    expect(file.record()).toBe(before);
  });
});
