// Committees and the hand-out board narrowed to a class: the very units that stand in it, counted from the booths and their seats.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GroupFilter } from '../../shared/model/group.ts';
import type { ProblemKind } from '../../shared/model/charge.ts';
import { bigWorkspace } from '../help/bigWorkspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

const day = '2022-04-14';
const period = { fromDay: day, toDay: '2022-04-30' };
const levelIds = ['district', 'block', 'town', 'panchayat', 'ward', 'booth'];
let file: TestWorkspace;
let rootId = '';
let groups: GroupFilter[] = [];

/** Units in a class wholly or partly. Of a seat: units of which at least one booth has the seat. */
function inSeat(seatId: string): Set<string> {
  const units = file.rows<{ id: string; path: string }>('SELECT id, path FROM unit WHERE parentId IS NOT NULL AND closedDay IS NULL');
  const booths = file.rows<{ path: string }>(`SELECT path FROM unit WHERE levelId = 'booth' AND closedDay IS NULL AND constituencyId IN (SELECT id FROM constituency WHERE id = ? OR parentId = ?)`, seatId, seatId).map(({ path }) => path);
  return new Set(units.filter(({ path }) => booths.some((booth) => booth.startsWith(path))).map(({ id }) => id));
}
const insideOf = (group: GroupFilter): Set<string> =>
  group.classificationId === 'assembly' || group.classificationId === 'lokSabha' ? inSeat(group.classId)
    : new Set(file.rows<{ id: string }>(`SELECT below.id FROM unitClass JOIN unit ON unit.id = unitClass.unitId JOIN unit AS below ON below.path >= unit.path AND below.path < unit.path || '{' OR substr(unit.path, 1, length(below.path)) = below.path
      WHERE classId = ? AND below.parentId IS NOT NULL`, group.classId).map(({ id }) => id));

beforeAll(async () => {
  file = await bigWorkspace({ state: 'small', leaders: true, programme: true });
  rootId = file.rows<{ id: string }>('SELECT id FROM unit WHERE parentId IS NULL')[0]!.id;
  const { id } = await file.act('groups.save', { id: null, fields: { nameEn: 'Zone', nameHi: null } });
  const east = await file.act('groups.saveClass', { id: null, fields: { classificationId: id, nameEn: 'East', nameHi: null, code: null, number: null } });
  const [district] = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district'`);
  const blocks = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'block' AND parentId <> ? LIMIT 2`, district!.id);
  await file.act('groups.put', { classificationId: id, classId: east.id, unitIds: [district!.id, ...blocks.map((row) => row.id)] });
  const people = file.rows<{ id: string }>('SELECT id FROM person ORDER BY id LIMIT 6').map((row) => row.id);
  for (const [at, levelId] of (['block', 'panchayat', 'booth'] as const).entries()) {
    const units = file.rows<{ id: string }>('SELECT id FROM unit WHERE levelId = ? ORDER BY path', levelId).map((row) => row.id).filter((_, n) => n % 3 !== 0);
    await file.act('charges.handOut', { ...period, lines: [{ personId: people[at]!, unitIds: units }] });
    await file.act('charges.handOut', { ...period, lines: [{ personId: people[at + 3]!, unitIds: units.slice(0, 2) }] });
  }
  await file.act('people.addAway', { personId: people[1]!, fromDay: '2022-04-10', toDay: '2022-05-20', reason: '' });
  const seats = file.rows<{ id: string; kind: string }>('SELECT id, kind FROM constituency ORDER BY kind, number');
  groups = [...seats.map((seat) => ({ classificationId: seat.kind, classId: seat.id })), { classificationId: id, classId: east.id }];
}, 60_000);
afterAll(() => file.close());

describe('the hand-out board in groups', () => {
  it('has every unit of each class under its head, also narrowed to a class of another classification and to what is free or held', () => {
    const classifications = [...new Set(groups.map((group) => group.classificationId))];
    for (const classificationId of classifications) {
      const classIds = [...groups.filter((group) => group.classificationId === classificationId).map((group) => group.classId), `none:${classificationId}`];
      for (const group of [null, ...classifications.map((id) => groups.find((one) => one.classificationId === id)!)]) {
        for (const levelId of ['district', 'block', 'panchayat', 'booth']) {
          for (const only of ['all', 'free', 'held'] as const) {
            const ask = { ...period, levelId, only };
            const narrowed = group === null ? null : new Set(file.ask('charges.unitIds', { ...ask, group }).unitIds);
            const expected = new Map(classIds.map((classId) => [classId, file.ask('charges.unitIds', { ...ask, group: { classificationId, classId } }).unitIds.filter((id) => narrowed === null || narrowed.has(id))] as const)
              .filter(([classId, ids]) => ids.length > 0 && (group?.classificationId !== classificationId || group.classId === classId)));
            const { total } = file.ask('charges.grouped', { ...ask, classificationId, group, limit: 1 });
            const lines = Array.from({ length: Math.ceil(total / 70) }, (_, page) => file.ask('charges.grouped', { ...ask, classificationId, group, offset: page * 70, limit: 70 }).rows).flat();
            expect(lines).toHaveLength(total);
            const found = new Map<string, string[]>();
            for (const line of lines) {
              if (line.kind === 'class') found.set(line.key, []);
              else [...found.values()].at(-1)!.push(line.unit.id);
              if (line.kind === 'class') expect(line.count).toBe(expected.get(line.key)?.length);
            }
            expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()));
            const folded = [...expected.keys()];
            expect(file.ask('charges.grouped', { ...ask, classificationId, group, folded }).rows.map(({ kind }) => kind)).toEqual(folded.map(() => 'class'));
          }
        }
      }
    }
  });
});

describe('problems and vacant seats in groups', () => {
  it('have every line of each class under its head, narrowed also to a class of another classification, in windows as in one', () => {
    const classifications = [...new Set(groups.map((group) => group.classificationId))];
    const seen = new Set<string>();
    const district = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district'`)[0]!.id;
    type Line = { kind: string; key: string; count?: number; id: string; whole: boolean };
    for (const classificationId of classifications) {
      const classIds = [...groups.filter((group) => group.classificationId === classificationId).map((group) => group.classId), `none:${classificationId}`];
      for (const group of [null, ...classifications.map((id) => groups.find((one) => one.classificationId === id)!)]) {
        const check = (what: string, listOf: (one: GroupFilter | null) => string[], pageOf: (offset: number, limit: number, folded: string[]) => { total: number; rows: Line[] }) => {
          const narrowed = group === null ? null : new Set(listOf(group));
          const expected = new Map(classIds.map((classId) => [classId, listOf({ classificationId, classId }).filter((id) => narrowed === null || narrowed.has(id))] as const)
            .filter(([classId, ids]) => ids.length > 0 && (group?.classificationId !== classificationId || group.classId === classId)));
          const { total } = pageOf(0, 1, []);
          const found = new Map<string, string[]>();
          for (const line of Array.from({ length: Math.ceil(total / 40) }, (_, page) => pageOf(page * 40, 40, []).rows).flat()) {
            if (line.kind === 'class') { found.set(line.key, []); expect([what, line.count]).toEqual([what, expected.get(line.key)?.length]); } else [...found.values()].at(-1)!.push(line.id);
          }
          expect([what, [...found].sort()]).toEqual([what, [...expected].sort()]);
          expect(pageOf(0, 500, [...expected.keys()]).rows.map(({ kind }) => kind)).toEqual([...expected.keys()].map(() => 'class'));
          if (expected.size > 0) seen.add(what.split(' ')[0]!);
        };
        for (const levelId of ['district', 'block', 'panchayat']) {
          for (const unitId of [null, district]) {
            for (const kind of ['nobody', 'soon', 'double', 'away', 'vacant'] as const) {
              const ask = { kind, levelId, unitId, day, withinDays: 30 };
              check(`${kind} ${levelId}`, (one) => file.ask('charges.problems', { ...ask, group: one, limit: 500 }).rows.map((row) => row.id),
                (offset, limit, folded) => { const page = file.ask('charges.problemsGrouped', { ...ask, group, classificationId, offset, limit, folded }); return { total: page.total, rows: page.rows.map((line) => (line.kind === 'class' ? { ...line, id: '', whole: true } : { ...line, id: line.problem.id })) }; });
            }
            for (const on of [day, '2022-06-01']) {
              check(`seats ${levelId} ${on}`, (one) => file.ask('committees.vacant', { levelId, unitId, group: one, day: on, limit: 500 }).rows.map((row) => row.unitId),
                (offset, limit, folded) => { const page = file.ask('committees.vacantGrouped', { levelId, unitId, day: on, group, classificationId, offset, limit, folded }); return { total: page.total, rows: page.rows.map((line) => (line.kind === 'class' ? { ...line, id: '', whole: true } : { ...line, id: line.unit.unitId })) }; });
            }
          }
          for (const unitId of [null, district]) {
            const rows = file.ask('committees.classes', { levelId, unitId, day, group, classificationId, limit: 500 }).rows;
            const vacantOf = (one: GroupFilter | null) => new Map(file.ask('committees.vacant', { levelId, unitId, day, group: one, limit: 500 }).rows.map((row) => [row.unitId, row.vacant]));
            const narrowed = group === null ? null : vacantOf(group);
            for (const row of rows) {
              const listed = vacantOf({ classificationId, classId: row.class.id });
              if (listed.size >= 500) continue;
              const expected = [...listed].reduce((sum, [id, vacant]) => sum + (narrowed === null || narrowed.has(id) ? vacant : 0), 0);
              if (narrowed === null || narrowed.size < 500) expect([levelId, row.class.nameEn, row.vacant]).toEqual([levelId, row.class.nameEn, expected]);
              expect(row.filled + row.vacant).toBe(row.seats);
            }
            expect(rows.length).toBeGreaterThan(0);
            seen.add('classes');
          }
          const many = { kind: 'tooMany' as const, levelId, day, mostUnits: 1 };
          if (group === null) {
            check('tooMany', (one) => file.ask('charges.problems', { ...many, group: one, limit: 500 }).rows.map((row) => row.id),
              (offset, limit, folded) => { const page = file.ask('charges.problemsGrouped', { ...many, group, classificationId, offset, limit, folded }); return { total: page.total, rows: page.rows.map((line) => (line.kind === 'class' ? { ...line, id: '', whole: true } : { ...line, id: line.problem.id })) }; });
          }
        }
      }
    }
    expect([...seen].sort()).toEqual(['away', 'classes', 'double', 'nobody', 'seats', 'soon', 'tooMany', 'vacant']);
  });
});

describe('the hand-out board in a class', () => {
  it('lists, counts, draws and chooses the units that stand in it, at every level', () => {
    for (const group of groups) {
      const inside = insideOf(group);
      for (const levelId of levelIds) {
        for (const only of ['all', 'free', 'held'] as const) {
          const whole = file.ask('charges.board', { ...period, levelId, only, limit: 500 }).rows;
          const expected = whole.filter((row) => inside.has(row.id));
          const found = file.ask('charges.board', { ...period, levelId, only, group, limit: 500 });
          expect(found.rows).toEqual(expected);
          expect(found.total).toBe(expected.length);
          expect(file.ask('charges.unitIds', { ...period, levelId, only, group })).toEqual({ total: expected.length, unitIds: expected.map((row) => row.id) });
        }
        const map = file.ask('charges.map', { ...period, levelId, group });
        expect(map.shapes.reduce((sum, shape) => sum + shape.units, 0) + map.unplaced).toBe(file.ask('charges.board', { ...period, levelId, group }).total);
        expect(map.shapes.filter((shape) => !inside.has(shape.id))).toEqual([]);
      }
    }
  });

  it('tells the problems there, in lists, counts and maps alike', () => {
    const kinds: ProblemKind[] = ['nobody', 'ranOut', 'soon', 'double', 'away', 'vacant'];
    const seen = new Set<string>();
    for (const group of groups) {
      const inside = insideOf(group);
      for (const levelId of levelIds) {
        for (const kind of kinds) {
          const ask = { kind, levelId, day, withinDays: 30 };
          const expected = file.ask('charges.problems', { ...ask, limit: 500 }).rows.filter((row) => inside.has(row.unit!.id));
          const found = file.ask('charges.problems', { ...ask, group, limit: 500 });
          expect([kind, levelId, found.rows]).toEqual([kind, levelId, expected]);
          expect(file.ask('charges.problemCount', { ...ask, group }).total).toBe(expected.length);
          const units = new Set(expected.map((row) => row.unit!.id)).size;
          expect([kind, levelId, file.ask('charges.problemMap', { ...ask, group }).shapes.reduce((sum, shape) => sum + shape.held, 0)]).toEqual([kind, levelId, units]);
          if (units > 0) seen.add(kind);
        }
        const many = file.ask('charges.problems', { kind: 'tooMany', levelId, day, mostUnits: 1, limit: 500 }).rows;
        const holders = new Set(file.ask('charges.board', { fromDay: day, toDay: day, levelId, group, limit: 500 }).rows.flatMap((row) => row.holders.map((one) => one.personId)));
        expect(file.ask('charges.problems', { kind: 'tooMany', levelId, day, mostUnits: 1, group, limit: 500 }).rows).toEqual(many.filter((row) => holders.has(row.id)));
      }
    }
    expect([...seen].sort()).toEqual(['away', 'double', 'nobody', 'soon', 'vacant']);
  });
});

describe('committees in a class', () => {
  it.each([day, '2022-06-01'])('on %s: seats, posts, lines and vacancies of the units in it, a shared unit with its own committee', async (on) => {
    const posts = file.rows<{ id: string; unitId: string }>('SELECT id, unitId FROM post WHERE unitId IS NOT NULL ORDER BY id').filter((_, n) => n % 4 === 0);
    for (const post of posts.slice(0, 5)) await file.act('posts.end', { id: post.id, toDay: '2022-05-15' });
    for (const group of groups) {
      const inside = insideOf(group);
      const held = new Map(file.rows<{ unitId: string; postKindId: string; n: number }>(
        `SELECT unitId, postKindId, COUNT(*) AS n FROM post WHERE ? BETWEEN COALESCE(fromDay, '') AND COALESCE(toDay, '9') GROUP BY unitId, postKindId`, on).map((row) => [`${row.unitId} ${row.postKindId}`, row.n]));
      const seats = file.rows<{ levelId: string; postKindId: string; seats: number }>('SELECT levelId, postKindId, seats FROM committeeSeat');
      const cells = file.rows<{ id: string; levelId: string; path: string }>('SELECT id, levelId, path FROM unit WHERE closedDay IS NULL').filter(({ id }) => inside.has(id))
        .flatMap((unit) => seats.filter((seat) => seat.levelId === unit.levelId).map((seat) => ({ ...unit, ...seat, filled: Math.min(seat.seats, held.get(`${unit.id} ${seat.postKindId}`) ?? 0) })));
      const sum = (of: typeof cells) => ({ seats: of.reduce((all, cell) => all + cell.seats, 0), filled: of.reduce((all, cell) => all + cell.filled, 0) });
      for (const unitId of [rootId, file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district'`)[0]!.id]) {
        const { path } = file.ask('units.get', { id: unitId });
        const here = cells.filter((cell) => cell.path.startsWith(path));
        const levels = file.ask('committees.levels', { unitId, group, day: on });
        expect(levels.map((level) => level.levelId).sort()).toEqual([...new Set(here.map((cell) => cell.levelId))].sort());
        for (const level of levels) {
          const ofLevel = here.filter((cell) => cell.levelId === level.levelId);
          expect(level).toMatchObject({ units: new Set(ofLevel.map((cell) => cell.id)).size, ...sum(ofLevel) });
          for (const kind of file.ask('committees.kinds', { unitId, levelId: level.levelId, group, day: on })) expect(kind).toMatchObject(sum(ofLevel.filter((cell) => cell.postKindId === kind.postKindId)));
          const board = file.ask('committees.board', { unitId, levelId: level.levelId, group, day: on, limit: 500 }).rows.filter((line) => line.unitId !== unitId);
          for (const line of board) expect(line).toMatchObject(sum(ofLevel.filter((cell) => cell.path.startsWith(file.ask('units.get', { id: line.unitId }).path))));
          if (board.length > 0) expect(board.reduce((all, line) => all + line.units, 0)).toBe(level.units);
          const vacant = new Set(ofLevel.filter((cell) => cell.filled < cell.seats).map((cell) => cell.id));
          const list = file.ask('committees.vacant', { unitId, levelId: level.levelId, group, day: on, limit: 500 });
          expect(list.total).toBe(vacant.size);
          expect(new Set(list.rows.map((row) => row.unitId))).toEqual(vacant);
        }
      }
    }
  });
});
