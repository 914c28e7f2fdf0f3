// Committees on a real file: template, one unit's committee, sums held against a count by hand after any acts, vacancies by the page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildCommittees } from '../../electron/store/committees.ts';
import { openFile } from '../../electron/store/open.ts';
import { sqlOf } from '../../electron/store/sql.ts';
import type { PostFields } from '../../shared/model/post.ts';
import { seededRandom } from '../../shared/tour/random.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
beforeAll(async () => { file = await testWorkspace(); });
afterAll(() => file.close());

const today = '2022-04-16';
const idOf = (levelId: string, nameEn: string): string => file.rows<{ id: string }>('SELECT id FROM unit WHERE levelId = ? AND nameEn = ?', levelId, nameEn)[0]!.id;
const personOf = (nameEn: string): string => file.rows<{ id: string }>('SELECT id FROM person WHERE nameEn = ?', nameEn)[0]!.id;
const codeOf = (act: Promise<unknown>) => act.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
const undo = () => file.act('history.undo', {});
const post = (change: Partial<PostFields>): PostFields =>
  ({ postKindId: null, titleEn: '', titleHi: null, unitId: null, fromDay: null, toDay: null, orderBy: '', orderDay: null, ...change });

interface Seat { unitId: string; path: string; levelId: string; postKindId: string; seats: number; held: number }

/** Every seat of every open unit with its holders on the day, counted post by post. */
function byHand(day: string): Seat[] {
  const template = file.rows<{ levelId: string; postKindId: string; seats: number }>('SELECT levelId, postKindId, seats FROM committeeSeat');
  const posts = Map.groupBy(
    file.rows<{ unitId: string; postKindId: string; fromDay: string | null; toDay: string | null }>('SELECT unitId, postKindId, fromDay, toDay FROM post')
      .filter(({ fromDay, toDay }) => (fromDay ?? '0') <= day && day <= (toDay ?? '9')),
    ({ unitId, postKindId }) => `${unitId} ${postKindId}`);
  return file.rows<{ id: string; path: string; levelId: string }>('SELECT id, path, levelId FROM unit WHERE closedDay IS NULL').flatMap((unit) =>
    template.filter((seat) => seat.levelId === unit.levelId).map((seat) => (
      { unitId: unit.id, path: unit.path, levelId: unit.levelId, postKindId: seat.postKindId, seats: seat.seats, held: posts.get(`${unit.id} ${seat.postKindId}`)?.length ?? 0 })));
}

function summed(seats: Seat[]) {
  const sum = (of: (seat: Seat) => number) => seats.reduce((all, seat) => all + of(seat), 0);
  const filled = sum(({ seats: most, held }) => Math.min(most, held));
  const total = sum((seat) => seat.seats);
  return { seats: total, filled, vacant: total - filled, over: sum(({ seats: most, held }) => Math.max(0, held - most)) };
}

/** All counts the app gives for a day, against those by hand. */
function expectTrue(day: string, unitIds: string[]): void {
  const all = byHand(day);
  for (const unitId of unitIds) {
    const { path } = file.rows<{ path: string }>('SELECT path FROM unit WHERE id = ?', unitId)[0]!;
    const here = all.filter((seat) => seat.path.startsWith(path));
    const levels = file.ask('committees.levels', { unitId, day });
    expect(new Set(levels.map((level) => level.levelId))).toEqual(new Set(here.map((seat) => seat.levelId)));
    for (const level of levels) {
      const ofLevel = here.filter((seat) => seat.levelId === level.levelId);
      expect(level, `${level.levelId} on ${day}`).toEqual({ levelId: level.levelId, units: new Set(ofLevel.map((seat) => seat.unitId)).size, ...summed(ofLevel) });
      for (const kind of file.ask('committees.kinds', { unitId, levelId: level.levelId, day })) expect(kind).toMatchObject(summed(ofLevel.filter((seat) => seat.postKindId === kind.postKindId)));
      const board = file.ask('committees.board', { unitId, levelId: level.levelId, day, limit: 500 }).rows;
      for (const line of board) {
        const linePath = file.rows<{ path: string }>('SELECT path FROM unit WHERE id = ?', line.unitId)[0]!.path;
        const own = linePath === path ? ofLevel.filter((seat) => seat.unitId === unitId) : ofLevel.filter((seat) => seat.path.startsWith(linePath));
        if (linePath !== path) expect(line).toMatchObject(summed(own));
      }
      const vacant = new Set(ofLevel.filter(({ seats, held }) => held < seats).map((seat) => seat.unitId));
      const { total, rows } = file.ask('committees.vacant', { unitId, levelId: level.levelId, day, limit: 20 });
      expect(total).toBe(vacant.size);
      for (const row of rows) {
        expect(vacant.has(row.unitId)).toBe(true);
        expect(row).toMatchObject({ vacant: summed(ofLevel.filter((seat) => seat.unitId === row.unitId)).vacant });
      }
    }
  }
}

describe('the template', () => {
  it('begins with 1 president, 2 vice-presidents and 9 general secretaries for a panchayat', () => {
    const panchayat = file.ask('committees.templates', {}).find((template) => template.levelId === 'panchayat')!;
    expect(panchayat.seats.map(({ nameEn, seats }) => [nameEn, seats])).toEqual([['Panchayat president', 1], ['Vice-president', 2], ['General secretary', 9]]);
    expect(panchayat.units).toBe(file.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE levelId = 'panchayat'`)[0]!.n);
  });

  it('is changed in one step and counted anew; undo gives the identical record and the same counts', async () => {
    const before = file.record();
    const counts = file.ask('committees.levels', {});
    await file.act('committees.saveTemplate', { levelId: 'panchayat', seats: [{ postKindId: 'vicePresident', seats: 3 }, { postKindId: 'panchayatPresident', seats: 1 }] });
    expect(file.ask('committees.templates', {}).find((template) => template.levelId === 'panchayat')!.seats.map((seat) => seat.postKindId)).toEqual(['vicePresident', 'panchayatPresident']);
    expectTrue(today, [idOf('district', 'Dhanbad')]);
    await undo();
    expect(file.record()).toBe(before);
    expect(file.ask('committees.levels', {})).toEqual(counts);
  });

  it.each([
    ['committees.postTwice', { levelId: 'block', seats: [{ postKindId: 'treasurer', seats: 1 }, { postKindId: 'treasurer', seats: 2 }] }],
    ['committees.noLevel', { levelId: 'nowhere', seats: [] }],
    ['posts.kindGone', { levelId: 'block', seats: [{ postKindId: 'none', seats: 1 }] }],
  ])('is not changed into what cannot be: %s', async (code, input) => {
    const before = file.record();
    expect(await codeOf(file.act('committees.saveTemplate', input))).toBe(code);
    expect(file.record()).toBe(before);
  });
});

it('one unit: seats in their order, who sits there, and who holds a post beside them', async () => {
  const unitId = idOf('block', 'Baghmara');
  await file.act('posts.save', { id: null, personId: personOf('Veteran leader 1'), fields: post({ postKindId: 'observer', unitId }) });
  const committee = file.ask('committees.of', { unitId });
  expect(committee.seats.map(({ postKindId, seats, holders }) => [postKindId, seats, holders.map((holder) => holder.nameEn)])).toEqual([
    ['blockPresident', 1, ['Block president, Baghmara']], ['vicePresident', 3, []], ['generalSecretary', 6, []], ['treasurer', 1, []],
  ]);
  expect(committee.others).toMatchObject([{ nameEn: 'Veteran leader 1', titleEn: 'Observer' }]);
  await undo();
});

it('counts of every unit, level and post are those by hand, today and on other days, after any acts and undos', async () => {
  const random = seededRandom(30);
  const dhanbad = idOf('district', 'Dhanbad');
  const units = file.rows<{ id: string; levelId: string }>(`SELECT id, levelId FROM unit WHERE levelId IN ('district', 'block', 'panchayat', 'booth')`).slice(0, 4000);
  const places = file.rows<{ id: string }>(`SELECT id FROM unit WHERE parentId = ? OR id = ?`, dhanbad, dhanbad).map(({ id }) => id);
  const people = file.rows<{ id: string }>('SELECT id FROM person').map(({ id }) => id);
  const kinds = file.rows<{ levelId: string; postKindId: string }>('SELECT levelId, postKindId FROM committeeSeat');
  const days = [null, null, '2019-01-01', '2022-04-10', '2022-04-16', '2022-04-17', '2022-06-01'];
  const pick = <Value>(list: readonly Value[]): Value => list[random.below(list.length)]!;
  const used = new Set<string>([dhanbad]);
  for (let step = 0; step < 60; step++) {
    const unitId = random.below(2) > 0 ? pick(places) : pick(units).id;
    const levelId = file.rows<{ levelId: string }>('SELECT levelId FROM unit WHERE id = ?', unitId)[0]!.levelId;
    const fromDay = pick(days);
    const toDay = pick(days);
    const fields = post({ postKindId: pick(kinds.filter((kind) => kind.levelId === levelId)).postKindId, unitId, fromDay, toDay: toDay !== null && fromDay !== null && toDay < fromDay ? null : toDay });
    const doing = random.below(10);
    if (doing < 6) await file.act('posts.save', { id: null, personId: pick(people), fields });
    else if (doing < 7) await file.act('posts.remove', { id: pick(file.rows<{ id: string }>('SELECT id FROM post')).id });
    else if (doing < 8) await undo();
    else await codeOf(file.act('units.move', { id: pick(file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'panchayat' AND closedDay IS NULL`)).id, parentId: pick(places.filter((id) => id !== dhanbad)) }));
    used.add(unitId);
  }
  const sample = [dhanbad, ...[...used].slice(0, 6)];
  for (const day of [today, '2022-04-17', '2022-04-15', '2019-06-01', '2022-12-31']) expectTrue(day, sample);
  expectTrue(today, [idOf('state', 'Jharkhand')]);
  // What is kept is what one pass over everything gives.
  const kept = file.rows('SELECT * FROM committeeSum');
  const copy = `${file.path}.copy`;
  await file.engine.backup(copy);
  const connection = openFile(copy);
  rebuildCommittees(sqlOf(connection));
  expect(kept).toEqual(connection.prepare('SELECT * FROM committeeSum').all());
  connection.close();
}, 60_000);

it('a closed unit has no vacancies', async () => {
  const unitId = idOf('block', 'Baghmara');
  const before = file.ask('committees.levels', {});
  await file.act('units.close', { id: unitId, day: today });
  expectTrue(today, [idOf('district', 'Dhanbad')]);
  await undo();
  expect(file.ask('committees.levels', {})).toEqual(before);
});
