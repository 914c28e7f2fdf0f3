// Lists and boards narrowed to a class on the sample: the same units and figures as counted from the booths, parts of what the class cuts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupedPerson, PersonRow } from '../../shared/model/person.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { expectClassesRight } from './classesByHand.ts';

let file: TestWorkspace;
let about: { programmeId: string; metricId: string };
let rootId = '';
let kolhan = { classificationId: '', classId: '' };
beforeAll(async () => {
  file = await testWorkspace();
  rootId = file.rows<{ id: string }>('SELECT id FROM unit WHERE parentId IS NULL')[0]!.id;
  const [programme] = file.ask('programmes.list', {});
  about = { programmeId: programme!.id, metricId: programme!.metrics.find((metric) => metric.kind === 'sum')!.id };
  await file.act('targets.apportion', { ...about, unitId: rootId, method: 'electors', total: 1_500_000, toLevelId: 'booth' });
  const division = file.ask('groups.list', {}).find((one) => one.nameEn === 'Division')!;
  kolhan = { classificationId: division.id, classId: file.ask('groups.classes', { classificationId: division.id }).find((one) => one.nameEn === 'Kolhan')!.id };
});
afterAll(() => file.close());

const idOf = (levelId: string, nameEn: string): string => file.rows<{ id: string }>('SELECT id FROM unit WHERE levelId = ? AND nameEn = ?', levelId, nameEn)[0]!.id;
const everyone = (): PersonRow[] => {
  const rows: PersonRow[] = [];
  for (let offset = 0, total = 1; offset < total; offset += 500) { const page = file.ask('people.list', { offset, limit: 500 }); total = page.total; rows.push(...page.rows); }
  return rows;
};
const kolhanDistricts = ['East Singhbhum', 'Seraikela-Kharsawan', 'West Singhbhum'];
/** A seat that two districts share. */
const sharedSeat = () => {
  const [row] = file.rows<{ seat: string }>(`SELECT constituencyId AS seat FROM unit WHERE levelId = 'booth' GROUP BY constituencyId HAVING COUNT(DISTINCT substr(path, 1, 8)) > 1 ORDER BY constituencyId LIMIT 1`);
  return row?.seat ?? null;
};

describe('the sample has its five divisions', () => {
  it('with all 24 districts in them, and every sum of divisions and seats as by hand', () => {
    expectClassesRight(file, ['assembly', 'lokSabha', kolhan.classificationId], about);
    const rows = file.ask('groups.classes', { classificationId: kolhan.classificationId });
    expect(rows.map((row) => [row.nameEn, row.levels.find(({ levelId }) => levelId === 'district')?.units])).toEqual([['Palamu', 3], ['North Chotanagpur', 7], ['South Chotanagpur', 5], ['Kolhan', 3], ['Santhal Pargana', 6]]);
    const board = file.ask('groups.board', { ...about, classificationId: kolhan.classificationId, unitId: rootId }).rows;
    expect(board.reduce((sum, row) => sum + (row.target ?? 0), 0)).toBe(1_500_000);
  });
});

describe('a list', () => {
  it('of a division: its districts, its blocks, its booths, in any order and place', () => {
    expect(file.ask('units.list', { id: null, levelId: 'district', group: kolhan, order: 'name' }).rows.map((row) => row.nameEn)).toEqual(kolhanDistricts);
    for (const levelId of ['block', 'booth']) {
      const inside = new Set(kolhanDistricts.flatMap((name) => file.ask('units.list', { id: idOf('district', name), levelId, limit: 500 }).rows.map((row) => row.id)));
      const list = file.ask('units.list', { id: null, levelId, group: kolhan, limit: 500 });
      expect(list.total).toBe(file.rows<{ n: number }>(`SELECT SUM(units) AS n FROM tally WHERE levelId = ? AND unitId IN (SELECT id FROM unit WHERE levelId = 'district' AND nameEn IN (?, ?, ?))`, levelId, ...kolhanDistricts)[0]!.n);
      if (levelId === 'block') expect(new Set(list.rows.map((row) => row.id))).toEqual(inside);
    }
    for (const order of ['tree', 'name', 'booths', 'electors'] as const) {
      const whole = file.ask('units.list', { id: null, levelId: 'block', group: kolhan, order, limit: 500 }).rows;
      const pieces = [0, 10, 20, 30].flatMap((offset) => file.ask('units.list', { id: null, levelId: 'block', group: kolhan, order, limit: 10, offset }).rows);
      expect(pieces).toEqual(whole.slice(0, 40));
    }
    expect(file.ask('units.list', { id: idOf('district', 'Dhanbad'), levelId: 'block', group: kolhan }).total).toBe(0);
    expect(file.ask('units.list', { id: idOf('district', 'East Singhbhum'), levelId: 'block', group: kolhan }).total).toBe(file.ask('units.list', { id: idOf('district', 'East Singhbhum'), levelId: 'block' }).total);
  });

  it('of the people', () => {
    const units = new Set(file.rows<{ id: string }>(`SELECT below.id FROM unit JOIN unit AS below ON below.path >= unit.path AND below.path < unit.path || '{' WHERE unit.levelId = 'district' AND unit.nameEn IN (?, ?, ?)`, ...kolhanDistricts).map(({ id }) => id));
    const expected = new Set([
      ...file.rows<{ personId: string; unitId: string }>('SELECT personId, unitId FROM post WHERE unitId IS NOT NULL'),
      ...file.rows<{ personId: string; unitId: string }>('SELECT personId, unitId FROM responsibility'),
    ].filter(({ unitId }) => units.has(unitId)).map(({ personId }) => personId));
    const found = file.ask('people.list', { group: kolhan, limit: 500 });
    expect(new Set(found.rows.map((row) => row.id))).toEqual(expected);
    expect(found.total).toBe(expected.size);
  });
});

it('units by the ten thousand are not put in one by one', async () => {
  await expect(file.act('groups.putBelow', { ...kolhan, levelId: 'booth', unitIds: [rootId] })).rejects.toMatchObject({ code: 'groups.tooMany' });
});

describe('people in groups', () => {
  it.each(['Division', 'assembly'])('by %s: the unit of the post decides, whoever stands above all classes first, whoever has no unit last, in windows as in one', (which) => {
    const classificationId = which === 'Division' ? kolhan.classificationId : which;
    const all: GroupedPerson[] = [];
    for (let offset = 0, total = 1; offset < total; offset += 90) { const page = file.ask('people.grouped', { classificationId, offset, limit: 90 }); total = page.total; all.push(...page.rows); }
    const own = new Map(everyone().map((row) => [row.id, row.unitId]));
    const expected = new Map<string, Set<string>>();
    const put = (key: string, id: string) => (expected.get(key) ?? expected.set(key, new Set()).get(key)!).add(id);
    for (const [id, unitId] of own) {
      if (unitId === rootId) { put('top:', id); continue; }
      const stands = unitId === null ? undefined : file.ask('groups.ofUnit', { unitId }).find((one) => one.classificationId === classificationId)!;
      const classes = stands?.whole ? [stands.whole.id] : stands?.parts.map((part) => part.id) ?? [];
      for (const key of classes.length === 0 ? [`none:${classificationId}`] : classes) put(key, id);
    }
    const found = new Map<string, Set<string>>();
    let head = '';
    for (const line of all) {
      if (line.kind === 'class') { head = line.key; found.set(head, new Set()); expect([line.class.nameEn, line.count]).toEqual([line.class.nameEn, expected.get(head)?.size]); }
      else { found.get(head)!.add(line.person.id); expect(line.key).toBe(`${head} ${line.person.id}`); }
    }
    expect(found).toEqual(expected);
    expect(all[0]).toMatchObject({ kind: 'class', key: 'top:', class: { nameEn: 'Jharkhand' } });
    const [first] = all;
    const folded = file.ask('people.grouped', { classificationId, folded: [first!.key], limit: 2 });
    expect(folded.rows.map((row) => row.kind)).toEqual(['class', 'class']);
  });

  it('narrowed to a class of the same kind: one head with all whom the list has; a moved block takes its people along and back', async () => {
    const list = file.ask('people.list', { group: kolhan, limit: 500 });
    const grouped = file.ask('people.grouped', { classificationId: kolhan.classificationId, group: kolhan, limit: 500 });
    expect(grouped.rows[0]).toMatchObject({ kind: 'class', count: list.total });
    expect(grouped.rows.slice(1).map((row) => row.kind === 'person' && row.person.id)).toEqual(list.rows.map((row) => row.id));
    const block = idOf('block', 'Baghmara');
    await file.act('people.save', { id: null, fields: { nameEn: 'Mover', nameHi: null, phones: [], veteran: false }, post: { postKindId: 'blockPresident', titleEn: '', titleHi: null, unitId: block, fromDay: null, toDay: null, orderBy: '', orderDay: null } });
    const headOf = () => {
      let head = '';
      for (const row of file.ask('people.grouped', { classificationId: kolhan.classificationId, text: 'Mover', limit: 500 }).rows) { if (row.kind === 'class') head = row.class.nameEn; else if (row.person.nameEn === 'Mover') return head; }
      return '';
    };
    expect(headOf()).toBe('North Chotanagpur');
    await file.act('units.move', { id: block, parentId: idOf('district', 'East Singhbhum') });
    expect(headOf()).toBe('Kolhan');
    await file.act('history.undo', {});
    expect(headOf()).toBe('North Chotanagpur');
    await file.act('history.undo', {});
  });
});

describe('the board', () => {
  it('of a division has its districts as they are, and the division as the first line', () => {
    const board = file.ask('targets.board', { ...about, unitId: rootId, group: kolhan });
    const all = file.ask('targets.board', { ...about, unitId: rootId, limit: 100 });
    expect(board.rows).toEqual(all.rows.filter((row) => kolhanDistricts.includes(row.nameEn)));
    expect(board.total).toBe(3);
    expect(board.unit).toMatchObject({ partly: true, own: null, below: board.rows.reduce((sum, row) => sum + (row.own ?? 0), 0), electors: board.rows.reduce((sum, row) => sum + row.electors, 0) });
  });

  it('of a seat shows of a district it cuts the part inside, and sorts by the part', () => {
    const classId = sharedSeat() ?? file.ask('units.constituencies', {}).find((seat) => seat.kind === 'assembly')!.id;
    const group = { classificationId: 'assembly', classId };
    const expected = file.rows<{ id: string; below: number; electors: number; booths: number }>(
      `SELECT district.id, SUM(target.value) AS below, SUM(booth.electors) AS electors, COUNT(*) AS booths FROM unit AS booth JOIN unit AS district ON district.path = substr(booth.path, 1, 8)
       JOIN target ON target.unitId = booth.id AND target.metricId = ? AND target.programmeId = ? WHERE booth.constituencyId = ? GROUP BY district.id ORDER BY 2 DESC`, about.metricId, about.programmeId, classId);
    const board = file.ask('targets.board', { ...about, unitId: rootId, group, sort: 'below', descending: true });
    expect(board.rows.map(({ id, below, electors, booths }) => ({ id, below, electors, booths }))).toEqual(expected);
    expect(board.rows.every((row) => row.partly === true && row.own === null)).toBe(true);
    const inDistrict = file.ask('targets.board', { ...about, unitId: board.rows[0]!.id, group });
    expect(inDistrict.unit.below).toBe(expected[0]!.below);
    expect(inDistrict.rows.reduce((sum, row) => sum + (row.partly ? row.below ?? 0 : row.own ?? row.below ?? 0), 0)).toBe(expected[0]!.below);
  });
});

describe('a district that is divided', () => {
  it('stays in its division, and both parts keep the administrative code', async () => {
    const before = file.record();
    const dhanbad = idOf('district', 'Dhanbad');
    const blocks = file.ask('units.children', { parentId: dhanbad, limit: 100 }).rows.filter((row) => row.levelId === 'block');
    const { newUnitId } = await file.act('reorganisation.apply', { kind: 'split', day: '2022-04-16', orderBy: '', reason: '', unitId: dhanbad, nameEn: 'Dhanbad Rural', nameHi: 'धनबाद ग्रामीण', code: null, childIds: blocks.slice(0, 3).map((row) => row.id), percent: null, partNumber: null, runOn: false });
    const of = (unitId: string, id: string) => file.ask('groups.ofUnit', { unitId }).find((one) => one.classificationId === id)?.whole;
    for (const unitId of [dhanbad, newUnitId!, blocks[0]!.id]) {
      expect(of(unitId, 'administrative')).toMatchObject({ nameEn: 'Dhanbad', code: '325' });
      expect(of(unitId, kolhan.classificationId)).toMatchObject({ nameEn: 'North Chotanagpur' });
    }
    expect(file.ask('groups.classes', { classificationId: 'administrative' }).find((one) => one.code === '325')!.levels.find(({ levelId }) => levelId === 'district')!.units).toBe(2);
    await file.act('history.undo', {});
    expect(file.record()).toBe(before);
  });
});
