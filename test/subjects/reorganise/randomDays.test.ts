// Random acts on random days on a small tree: every day's tree and totals, as recorded on that day, are found again from the last day.
import { describe, expect, test } from 'vitest';
import type { Act, ActPreview, SumsThen } from '../../../shared/model/reorganisation.ts';
import { addDays } from '../../../shared/dates.ts';
import { testWorkspace } from '../../help/workspace.ts';
import type { TestWorkspace } from '../../help/workspace.ts';
import { seeded } from '../../rules/seeded.ts';
import { expectTalliesRight } from '../countByHand.ts';

interface Line { id: string; parentId: string | null; nameEn: string; sums: SumsThen }
interface Unit { id: string; parentId: string | null; levelId: string; nameEn: string; path: string }

const lastDays = 10;
const firstDay = '2022-04-01';

async function smallFile(seed: number) {
  const file = await testWorkspace({ kind: 'new', nameEn: 'Small state', nameHi: '' });
  const random = seeded(seed);
  const state = file.rows<{ id: string }>('SELECT id FROM unit')[0]!.id;
  const metrics = file.rows<{ id: string; kind: string }>('SELECT id, kind FROM metric');
  const metricId = (kind: string) => metrics.find((metric) => metric.kind === kind)!.id;
  const add = (parentId: string, levelId: string, nameEn: string, electors?: number) => file.act('units.add', { parentId, levelId, nameEn, electors: electors ?? null });
  for (let d = 1; d <= 3; d++) {
    const district = (await add(state, 'district', `District ${d}`)).id;
    for (let b = 1; b <= 3; b++) {
      const block = (await add(district, 'block', `Block ${d}.${b}`)).id;
      for (let p = 1; p <= random.whole(2, 4); p++) await add(block, 'panchayat', `Panchayat ${d}.${b}.${p}`, random.whole(0, 9) === 0 ? undefined : random.whole(200, 3000));
    }
  }
  const programme = await file.act('programmes.save', { id: null, fields: { nameEn: 'Drive', nameHi: null, fromDay: firstDay, toDay: '2022-05-01', phases: [], metricIds: metrics.map(({ id }) => id) } });
  return { file, random, state, programmeId: programme.id, members: metricId('sum'), share: metricId('share'), committees: metricId('onePerUnit') };
}

const openUnits = (file: TestWorkspace) => file.rows<Unit>('SELECT id, parentId, levelId, nameEn, path FROM unit WHERE closedDay IS NULL ORDER BY path');

/** What the present's boards say of every open unit. */
function recorded(file: TestWorkspace, programmeId: string, metricId: string): Line[] {
  const share = file.rows<{ kind: string }>('SELECT kind FROM metric WHERE id = ?', metricId)[0]!.kind === 'share';
  return openUnits(file).map(({ id, parentId, nameEn }) => {
    const { unit } = file.ask('targets.board', { programmeId, metricId, unitId: id });
    const { children, booths, electors, own, below, achieved } = unit;
    return { id, parentId, nameEn, sums: { children, booths, electors, own, below: share ? null : below, achieved } };
  });
}

/** What the state has achieved and, where goals add up, what the units below it are to reach. */
function totals(file: TestWorkspace, programmeId: string, metricIds: string[], unitId: string) {
  const [members, share] = metricIds.map((metricId) => file.ask('targets.board', { programmeId, metricId, unitId }).unit);
  return { achieved: members!.achieved, below: members!.below, shareCounted: share!.achieved };
}

/** The preview's counts and figures are those of the boards afterwards. */
function expectForeseen(file: TestWorkspace, { units, figures }: ActPreview, programmeId: string): void {
  const newId = file.rows<{ unitId: string }>(`SELECT unitId FROM reorganisationUnit WHERE role = 'new' AND reorganisationId = (SELECT MAX(id) FROM reorganisation)`)[0]?.unitId ?? '';
  const metricOf = new Map(file.rows<{ id: string; nameEn: string }>('SELECT id, nameEn FROM metric').map(({ id, nameEn }) => [nameEn, id]));
  const closed = new Set(file.rows<{ id: string }>('SELECT id FROM unit WHERE closedDay IS NOT NULL').map(({ id }) => id));
  for (const { id, nameEn, after } of units) {
    if (after === null) { expect(closed.has(id!)).toBe(true); continue; }
    const { children, booths, electors, ...now } = file.ask('units.get', { id: id ?? newId });
    expect({ nameEn, after: { children, booths, electors } }).toEqual({ nameEn: now.nameEn, after });
  }
  for (const { unitId, nameEn, metricEn, after } of figures) {
    if (closed.has(unitId ?? newId)) continue;
    const metricId = metricOf.get(metricEn)!;
    const { own, below, achieved } = file.ask('targets.board', { programmeId, metricId, unitId: unitId ?? newId }).unit;
    expect({ nameEn, metricEn, own, below: metricEn.startsWith('Women') ? null : below, achieved }).toEqual({ nameEn, metricEn, ...after });
  }
}

/** One act that may be refused for a good reason; then nothing happens that day. */
function anyAct(units: Unit[], random: ReturnType<typeof seeded>, day: string, at: number): Act {
  const order = { day, orderBy: 'State office', reason: '', keepClasses: true };
  const pick = <Row,>(rows: Row[]): Row => rows[random.whole(0, rows.length - 1)]!;
  const unit = pick(units.filter((one) => one.parentId !== null));
  const below = units.filter((one) => one.parentId === unit.id);
  const beside = units.filter((one) => one.levelId === unit.levelId && one.id !== unit.id);
  switch (random.whole(0, 4)) {
    case 0: case 1:
      return { kind: 'split', ...order, unitId: unit.id, childIds: below.filter(() => random.whole(0, 1) === 1).map(({ id }) => id), percent: below.length === 0 ? random.whole(1, 99) : null, nameEn: `New ${at}`, nameHi: null, code: null, partNumber: null, runOn: true };
    case 2:
      return { kind: 'merge', ...order, unitId: unit.id, unitIds: [pick(beside.length > 0 ? beside : units).id], nameEn: random.whole(0, 1) === 1 ? `Merged ${at}` : null, nameHi: null };
    case 3:
      return { kind: 'move', ...order, unitIds: [unit.id], parentId: pick(units).id };
    default:
      return { kind: 'rename', ...order, unitId: unit.id, nameEn: `Renamed ${at}`, nameHi: null, code: null };
  }
}

describe.each([1, 2, 3])('seed %i', (seed) => {
  test('the last day still knows every day before', async () => {
    const { file, random, state, programmeId, members, share, committees } = await smallFile(seed);
    try {
      for (const unit of openUnits(file)) {
        for (const metricId of [members, share, committees]) {
          if (random.whole(0, 2) > 0) await file.act('targets.set', { programmeId, metricId, unitId: unit.id, value: random.whole(0, metricId === share ? 100 : 500) });
        }
      }
      const days: { day: string; lines: Map<string, Line[]> }[] = [];
      let acts = 0;
      for (let n = 0; n < lastDays; n++) {
        const day = addDays(firstDay, n);
        await file.act('workspace.set', { asOfDay: day });
        for (let at = 0; at < 4; at++) {
          const unit = openUnits(file)[random.whole(0, openUnits(file).length - 1)]!;
          if (random.whole(0, 1) === 0) {
            const metricId = [members, share, committees][random.whole(0, 2)]!;
            await file.act('progress.record', { programmeId, metricId, unitId: unit.id, day, value: random.whole(0, 400), source: 'phone' });
          } else {
            const before = file.record();
            const act = anyAct(openUnits(file), random, day, n * 10 + at);
            const foreseen = await file.act('reorganisation.preview', act).catch(() => null);
            const totalsBefore = totals(file, programmeId, [members, share], state);
            const done = await file.act('reorganisation.apply', act).then(() => true, (error: { code?: string }) => { expect(error.code).toMatch(/^(reorganisation|units)\./); return false; });
            if (!done) { expect(file.record()).toBe(before); continue; }
            acts += 1;
            expectForeseen(file, foreseen!, programmeId);
            if (act.kind === 'split' || act.kind === 'rename') expect({ act, ...totals(file, programmeId, [members, share], state) }).toEqual({ act, ...totalsBefore });
            const after = file.record();
            await file.act('history.undo', {});
            expect(file.record()).toBe(before);
            await file.act('history.redo', {});
            expect(file.record()).toBe(after);
          }
        }
        expectTalliesRight(file);
        days.push({ day, lines: new Map([members, share, committees].map((metricId) => [metricId, recorded(file, programmeId, metricId)])) });
      }
      expect(acts).toBeGreaterThan(5);
      for (const { day, lines } of days) {
        for (const [metricId, units] of lines) {
          const top = await file.act('reorganisation.boardOn', { day, unitId: state, programmeId, metricId });
          expect({ day, metricId, ...top.unit.was }).toEqual({ day, metricId, ...units.find(({ id }) => id === state)!.sums });
          for (const parent of units.filter(({ sums }) => sums.children > 0)) {
            const board = await file.act('reorganisation.boardOn', { day, unitId: parent.id, programmeId, metricId, limit: 500 });
            const found = board.rows.filter((row) => row.was !== null).map(({ id, nameEn, was: sums }) => ({ id, nameEn, sums })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
            const was = units.filter((unit) => unit.parentId === parent.id).map(({ id, nameEn, sums }) => ({ id, nameEn, sums })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
            expect({ day, parent: parent.nameEn, found }).toEqual({ day, parent: parent.nameEn, found: was });
          }
        }
      }
    } finally {
      file.close();
    }
  }, 120_000);
});
