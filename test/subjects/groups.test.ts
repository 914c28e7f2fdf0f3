// Second classifications on a small made state: sums against a walk by hand, acts taken back to the identical record, and what is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bigWorkspace } from '../help/bigWorkspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { expectClassesRight } from './classesByHand.ts';

let file: TestWorkspace;
let about: { programmeId: string; metricId: string };
let rootId = '';
let own: string[] = [];
/** The districts, those that most seats share first, and the block of the first with most below it. */
let districts: { id: string; nameEn: string; nameHi: string; code: string }[] = [];
let block = '';
const size = { districts: 5, blocks: 15, towns: 5 };
const total = 12_345;
beforeAll(async () => {
  file = await bigWorkspace({ state: 'small', size, leaders: true, programme: true });
  rootId = file.rows<{ id: string }>('SELECT id FROM unit WHERE parentId IS NULL')[0]!.id;
  const [programme] = file.ask('programmes.list', {});
  about = { programmeId: programme!.id, metricId: programme!.metrics.find((metric) => metric.kind === 'sum')!.id };
  await file.act('targets.apportion', { ...about, unitId: rootId, method: 'electors', total, toLevelId: 'booth' });
  districts = file.rows(`SELECT district.id, district.nameEn, district.nameHi, district.code FROM unit AS district JOIN unit AS booth ON booth.levelId = 'booth' AND substr(booth.path, 1, length(district.path)) = district.path
    WHERE district.levelId = 'district' GROUP BY district.id ORDER BY COUNT(DISTINCT booth.constituencyId) DESC, district.path`);
  block = file.rows<{ id: string }>(`SELECT unit.id FROM unit JOIN unitSum ON unitSum.unitId = unit.id WHERE levelId = 'block' AND parentId = ? ORDER BY children DESC LIMIT 1`, districts[0]!.id)[0]!.id;
  own = file.ask('groups.list', {}).filter((one) => !one.builtIn).map((one) => one.id);
});
afterAll(() => file.close());

const below = (parentId: string) => file.ask('units.children', { parentId, limit: 500 }).rows;
const codeOf = (act: Promise<unknown>) => act.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
const right = () => expectClassesRight(file, ['assembly', 'lokSabha', ...own], about);

async function actAndUndo(act: () => Promise<unknown>, check: () => void = () => undefined): Promise<void> {
  const before = file.record();
  await act();
  const ids = own;
  own = file.ask('groups.list', {}).filter((one) => !one.builtIn).map((one) => one.id);
  right();
  check();
  const after = file.record();
  expect(after).not.toBe(before);
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
  own = ids;
  right();
  await file.act('history.redo', {});
  expect(file.record()).toBe(after);
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
}

async function division(): Promise<{ id: string; north: string; south: string }> {
  const { id } = await file.act('groups.save', { id: null, fields: { nameEn: 'Zone', nameHi: 'अंचल' } });
  const fields = { classificationId: id, code: null, number: null };
  const north = await file.act('groups.saveClass', { id: null, fields: { ...fields, nameEn: 'North', nameHi: 'उत्तर' } });
  const south = await file.act('groups.saveClass', { id: null, fields: { ...fields, nameEn: 'South', nameHi: 'दक्षिण' } });
  own = [...own, id];
  return { id, north: north.id, south: south.id };
}
async function takeBackDivision(): Promise<void> {
  for (let step = 0; step < 3; step++) await file.act('history.undo', {});
  own = file.ask('groups.list', {}).filter((one) => !one.builtIn).map((one) => one.id);
}

describe('the seats', () => {
  it('add up to the state, by hand and as kept', () => {
    right();
    const rows = file.ask('groups.board', { ...about, classificationId: 'assembly', unitId: rootId }).rows;
    expect(rows).toHaveLength(5);
    expect(rows.reduce((sum, row) => sum + (row.target ?? 0), 0)).toBe(total);
    expect(rows.reduce((sum, row) => sum + row.booths, 0)).toBe(240);
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 5 }, (_, at) => at + 1));
  });

  it('below a district and a block: the parts there, as the sums of the booths say', () => {
    for (const unitId of [districts[0]!.id, block]) {
      const { path } = file.ask('units.get', { id: unitId });
      const expected = Object.fromEntries(file.rows<{ id: string; booths: number; electors: number; target: number }>(
        `SELECT constituencyId AS id, COUNT(*) AS booths, SUM(electors) AS electors, SUM(target.value) AS target FROM unit JOIN target ON target.unitId = unit.id AND target.metricId = ?
         WHERE levelId = 'booth' AND path >= ? AND path < ? GROUP BY constituencyId`, about.metricId, path, `${path}{`).map(({ id, ...row }) => [id, row]));
      const found = Object.fromEntries(file.ask('groups.board', { ...about, classificationId: 'assembly', unitId }).rows.map(({ id, booths, electors, target }) => [id, { booths, electors, target }]));
      expect(found).toEqual(expected);
    }
  });

  it('follow a report, a target and a booth that changes its seat', async () => {
    const booth = file.rows<{ id: string; constituencyId: string }>(`SELECT id, constituencyId FROM unit WHERE levelId = 'booth' LIMIT 1`)[0]!;
    const other = file.ask('units.constituencies', {}).find((seat) => seat.kind === 'assembly' && seat.id !== booth.constituencyId)!;
    await actAndUndo(() => file.act('progress.record', { ...about, unitId: booth.id, day: '2022-04-14', value: 77, source: 'phone', toldBy: 'X', note: '' }));
    const before = new Map(file.ask('groups.board', { ...about, classificationId: 'assembly', unitId: rootId }).rows.map((row) => [row.id, row.undivided]));
    await actAndUndo(() => file.act('progress.record', { ...about, unitId: districts[0]!.id, day: '2022-04-14', value: 7700, source: 'phone', toldBy: 'X', note: '' }), () => {
      const rows = file.ask('groups.board', { ...about, classificationId: 'assembly', unitId: rootId }).rows;
      const cutting = file.rows<{ n: number }>(`SELECT COUNT(DISTINCT constituencyId) AS n FROM unit WHERE levelId = 'booth' AND path >= ? AND path < ?`, file.ask('units.get', { id: districts[0]!.id }).path, `${file.ask('units.get', { id: districts[0]!.id }).path}{`)[0]!.n;
      expect(cutting).toBeGreaterThan(1);
      expect(rows.filter((row) => row.undivided > (before.get(row.id) ?? 0))).toHaveLength(cutting);
    });
    await actAndUndo(() => file.act('targets.set', { ...about, unitId: booth.id, value: 999 }));
    await actAndUndo(() => file.act('units.update', { id: booth.id, fields: { constituencyId: other.id } }));
    const place = below(block)[0]!.id;
    const seatThere = file.ask('groups.ofUnit', { unitId: place }).find((one) => one.classificationId === 'assembly')!.whole?.id;
    const elsewhere = file.ask('units.constituencies', {}).find((seat) => seat.kind === 'assembly' && seat.id !== seatThere)!;
    await actAndUndo(() => file.act('groups.put', { classificationId: 'assembly', classId: elsewhere.id, unitIds: [place] }));
    await actAndUndo(() => file.act('units.close', { id: block, day: '2022-04-16' }));
    await actAndUndo(() => file.act('units.move', { id: block, parentId: districts[1]!.id }));
  });
});

describe("the user's own classification", () => {
  it('districts in, a block out, a panchayat elsewhere: the nearest said counts, sums are right', async () => {
    const { id, north, south } = await division();
    const [first, second] = [districts[0]!.id, districts[1]!.id];
    await actAndUndo(() => file.act('groups.put', { classificationId: id, classId: north, unitIds: [first, second] }), () => {
      const [row] = file.ask('groups.classes', { classificationId: id }).filter((one) => one.id === north);
      expect(row!.electors).toBe(file.ask('units.get', { id: first }).electors + file.ask('units.get', { id: second }).electors);
      expect(row!.levels.find(({ levelId }) => levelId === 'district')).toEqual({ levelId: 'district', units: 2, partly: 0 });
    });
    await file.act('groups.put', { classificationId: id, classId: north, unitIds: [first, second] });
    await actAndUndo(() => file.act('groups.put', { classificationId: id, classId: null, unitIds: [block] }), () => {
      expect(file.ask('groups.ofUnit', { unitId: block }).find((one) => one.classificationId === id)).toMatchObject({ whole: null, said: true });
      expect(file.ask('groups.ofUnit', { unitId: first }).find((one) => one.classificationId === id)).toMatchObject({ whole: null, said: true, partCount: 2 });
    });
    await actAndUndo(() => file.act('groups.put', { classificationId: id, classId: south, unitIds: [below(block)[0]!.id, below(block)[1]!.id] }), () => {
      expect(file.ask('groups.ofUnit', { unitId: below(block)[0]!.id }).find((one) => one.classificationId === id)).toMatchObject({ whole: { id: south }, said: true });
      const inherited = file.ask('groups.ofUnit', { unitId: below(block)[2]!.id }).find((one) => one.classificationId === id);
      expect(inherited).toMatchObject({ whole: { id: north }, said: false, saidAbove: { id: first } });
    });
    await actAndUndo(() => file.act('groups.takeOut', { classificationId: id, unitIds: [first] }));
    await actAndUndo(() => file.act('groups.removeClass', { id: north }));
    await actAndUndo(() => file.act('groups.remove', { id }));
    await actAndUndo(() => file.act('groups.put', { classificationId: id, classId: south, unitIds: [rootId] }), () => {
      expect(file.ask('groups.classes', { classificationId: id }).find((one) => one.id === south)!.levels.find(({ levelId }) => levelId === 'district')!.units).toBe(3);
    });
    await file.act('history.undo', {});
    await takeBackDivision();
  });

  it('a class under another: what stands in it stands in the one above too, until it is taken from there', async () => {
    const { id, north, south } = await division();
    const [first, second] = [districts[0]!.id, districts[1]!.id];
    const under = (parentId: string | null) => file.act('groups.saveClass', { id: south, fields: { classificationId: id, nameEn: 'South', nameHi: 'दक्षिण', code: null, number: null, parentId } });
    const districtsOf = (classId: string) => file.ask('groups.classes', { classificationId: id }).find((one) => one.id === classId)!.levels.find(({ levelId }) => levelId === 'district')?.units ?? 0;
    await file.act('groups.put', { classificationId: id, classId: north, unitIds: [first] });
    await file.act('groups.put', { classificationId: id, classId: south, unitIds: [second] });
    const before = file.record();
    await under(north);
    expect([districtsOf(north), districtsOf(south)]).toEqual([2, 1]);
    expect(file.ask('groups.classes', { classificationId: id }).find((one) => one.id === south)!.parentId).toBe(north);
    expect(await codeOf(file.act('groups.saveClass', { id: north, fields: { classificationId: id, nameEn: 'North', nameHi: 'उत्तर', code: null, number: null, parentId: south } }))).toBe('groups.underItself');
    await under(null);
    expect([districtsOf(north), districtsOf(south)]).toEqual([1, 1]);
    await file.act('history.undo', {});
    expect([districtsOf(north), districtsOf(south)]).toEqual([2, 1]);
    await file.act('history.undo', {});
    expect(file.record()).toBe(before);
    await file.act('history.undo', {});
    await file.act('history.undo', {});
    await takeBackDivision();
  });

  it('all blocks of some districts at once; a unit added below follows', async () => {
    const { id, north } = await division();
    const first = districts[0]!.id;
    await actAndUndo(() => file.act('groups.putBelow', { classificationId: id, classId: north, levelId: 'block', unitIds: [first] }), () => {
      const blocks = below(first).filter((row) => row.levelId === 'block').length;
      expect(file.ask('groups.classes', { classificationId: id })[0]!.levels.find(({ levelId }) => levelId === 'block')!.units).toBe(blocks);
    });
    await file.act('groups.put', { classificationId: id, classId: north, unitIds: [first] });
    await actAndUndo(() => file.act('units.add', { parentId: block, levelId: 'panchayat', nameEn: 'Naya Tola' }));
    await file.act('history.undo', {});
    await takeBackDivision();
  });

  it('from a sheet: by code and by name, classes made, what is not understood told by line', async () => {
    const { id } = await division();
    const [first, second, third, fourth] = districts;
    const rows = [{ unit: `00${first!.code}`, class: 'north' }, { unit: second!.nameHi, class: 'West' }, { unit: 'Atlantis', class: 'North' }, { unit: fourth!.nameEn, class: '' }, { unit: '', class: '' }, { unit: third!.nameEn.toLowerCase(), class: 'west' }];
    const preview = file.ask('groups.pastePreview', { classificationId: id, levelId: 'district', rows, make: true });
    expect(preview).toEqual({ units: 3, made: ['West'], wrongCount: 2, wrong: [{ line: 3, text: 'Atlantis', why: 'noUnit' }, { line: 4, text: '', why: 'noClass' }] });
    await actAndUndo(() => file.act('groups.paste', { classificationId: id, levelId: 'district', rows, make: true }), () => {
      const classes = file.ask('groups.classes', { classificationId: id });
      expect(classes.map((one) => [one.nameEn, one.levels.find(({ levelId }) => levelId === 'district')?.units ?? 0])).toEqual([['North', 1], ['South', 0], ['West', 2], ['', 2]]);
    });
    await takeBackDivision();
  });

  it('one class for each district with its code, and the grouped list has every block once or under each class that shares it', async () => {
    await actAndUndo(() => file.act('groups.fromLevel', { levelId: 'district' }), () => {
      expect(file.ask('groups.classes', { classificationId: 'administrative' })).toHaveLength(5);
      const membership = file.ask('groups.ofUnit', { unitId: block }).find((one) => one.classificationId === 'administrative');
      expect(membership).toMatchObject({ nameEn: 'Administrative district', nameHi: 'प्रशासनिक जिला', whole: { nameEn: districts[0]!.nameEn, code: districts[0]!.code }, saidAbove: { nameEn: districts[0]!.nameEn } });
      const first = file.ask('groups.units', { classificationId: 'administrative', id: null, levelId: 'block', limit: 500 });
      expect(first.total).toBe(15 + 5);
      const again = [0, 4, 8, 12, 16].flatMap((offset) => file.ask('groups.units', { classificationId: 'administrative', id: null, levelId: 'block', limit: 4, offset }).rows);
      expect(again).toEqual(first.rows);
      expect(first.rows.filter((row) => row.kind === 'class').reduce((sum, row) => sum + (row.kind === 'class' ? row.count : 0), 0)).toBe(15);
    });
  });
});

describe('the list in groups', () => {
  it.each(['assembly', 'lokSabha'])('by %s, in the state, a district and a block: every unit under each class it stands in, as the filter says, in windows as in one', (classificationId) => {
    for (const id of [null, districts[0]!.id, block]) {
      for (const levelId of ['district', 'block', 'panchayat', 'booth']) {
        const ask = (offset: number, limit: number) => file.ask('groups.units', { classificationId, id, levelId, offset, limit });
        const first = ask(0, 400);
        const heads = first.rows.flatMap((row) => (row.kind === 'class' ? [row] : [])).slice(0, 3);
        for (const head of heads) {
          const listed = file.ask('units.list', { id, levelId, group: { classificationId, classId: head.class.id }, limit: 500 });
          expect([head.class.nameEn, levelId, listed.total]).toEqual([head.class.nameEn, levelId, head.count]);
          const at = first.rows.indexOf(head);
          const here = first.rows.slice(at + 1, at + 1 + head.count).flatMap((row) => (row.kind === 'unit' ? [row.unit.id] : []));
          expect(here).toEqual(listed.rows.map((row) => row.id).slice(0, here.length));
        }
        const pieces = Array.from({ length: 10 }, (_, piece) => ask(piece * 37, 37).rows).flat();
        expect(pieces).toEqual(first.rows.slice(0, 370));
      }
    }
  });
});

describe('the list in groups, narrowed to a class of another classification', () => {
  it.each([['assembly', 'lokSabha'], ['lokSabha', 'assembly']])('by %s within one of %s: under each head those that stand in both, in windows as in one', (classificationId, narrowId) => {
    const group = { classificationId: narrowId, classId: file.ask('groups.classes', { classificationId: narrowId })[0]!.id };
    for (const id of [null, districts[0]!.id]) {
      for (const levelId of ['district', 'block', 'panchayat', 'booth']) {
        const listed = (one: { classificationId: string; classId: string }) => file.ask('units.list', { id, levelId, group: one, limit: 500 });
        const within = new Set(listed(group).rows.map((row) => row.id));
        const ask = (offset: number, limit: number) => file.ask('groups.units', { classificationId, id, levelId, group, offset, limit });
        const all = ask(0, 500).rows;
        const found = new Map(all.flatMap((row, at) => (row.kind === 'class' ? [[row.class.id, all.slice(at + 1, at + 1 + row.count).flatMap((line) => (line.kind === 'unit' ? [line.unit.id] : []))] as const] : [])));
        if (listed(group).total > 500) continue;
        for (const { id: classId } of file.ask('groups.classes', { classificationId })) {
          const both = listed({ classificationId, classId });
          if (both.total <= 500) expect([levelId, found.get(classId) ?? []]).toEqual([levelId, both.rows.map((row) => row.id).filter((unitId) => within.has(unitId))]);
        }
        expect(Array.from({ length: 14 }, (_, piece) => ask(piece * 37, 37).rows).flat()).toEqual(all);
      }
    }
  });
});

describe('what must not be is refused, and nothing changes', () => {
  it('in words', async () => {
    const { id, north } = await division();
    const before = file.record();
    const first = districts[0]!.id;
    const seat = file.ask('units.constituencies', {})[0]!;
    expect(await codeOf(file.act('groups.put', { classificationId: id, classId: seat.id, unitIds: [first] }))).toBe('groups.classGone');
    expect(await codeOf(file.act('groups.put', { classificationId: 'lokSabha', classId: null, unitIds: [first] }))).toBe('groups.lokSabhaFollows');
    expect(await codeOf(file.act('groups.put', { classificationId: 'nothing', classId: null, unitIds: [first] }))).toBe('groups.gone');
    expect(await codeOf(file.act('groups.put', { classificationId: id, classId: north, unitIds: ['nobody'] }))).toBe('units.gone');
    expect(await codeOf(file.act('groups.remove', { id: 'assembly' }))).toBe('groups.builtIn');
    expect(await codeOf(file.act('groups.removeClass', { id: seat.id }))).toBe('groups.builtIn');
    expect(await codeOf(file.act('groups.saveClass', { id: null, fields: { classificationId: id, nameEn: 'NORTH', nameHi: null, code: null, number: null } }))).toBe('groups.nameTaken');
    expect(await codeOf(file.act('groups.saveClass', { id: north, fields: { classificationId: id, nameEn: 'North', nameHi: null, code: null, number: null, parentId: north } }))).toBe('groups.underItself');
    expect(await codeOf(file.act('groups.putBelow', { classificationId: id, classId: north, levelId: 'state', unitIds: [first] }))).toBe('groups.nothingBelow');
    expect(file.record()).toBe(before);
    await takeBackDivision();
  });
});
