// Posts on a real file: held on a day, ended into history, full seats told, kinds ranked; every act with its undo.
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '../../electron/store/migrations/all.ts';
import { openFile } from '../../electron/store/open.ts';
import type { PostFields } from '../../shared/model/post.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
beforeAll(async () => { file = await testWorkspace(); });
afterAll(() => file.close());

const idOf = (levelId: string, nameEn: string): string => file.rows<{ id: string }>('SELECT id FROM unit WHERE levelId = ? AND nameEn = ?', levelId, nameEn)[0]!.id;
const personOf = (nameEn: string): string => file.rows<{ id: string }>('SELECT id FROM person WHERE nameEn = ?', nameEn)[0]!.id;
const postOf = (personId: string): string => file.rows<{ id: string }>('SELECT id FROM post WHERE personId = ?', personId)[0]!.id;
const codeOf = (act: Promise<unknown>) => act.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
const undo = () => file.act('history.undo', {});
const post = (change: Partial<PostFields>): PostFields =>
  ({ postKindId: null, titleEn: '', titleHi: null, unitId: null, fromDay: null, toDay: null, orderBy: '', orderDay: null, ...change });

async function actAndUndo(act: () => Promise<unknown>, check: () => void): Promise<void> {
  const before = file.record();
  await act();
  check();
  expect(file.record()).not.toBe(before);
  await undo();
  expect(file.record()).toBe(before);
}

describe('what somebody is', () => {
  it('is the highest post held on the day; one that is over or yet to come does not count', async () => {
    const personId = personOf('Veteran leader 2');
    const unitId = idOf('block', 'Baghmara');
    const before = file.record();
    const is = () => file.ask('people.get', { id: personId });
    expect(is()).toMatchObject({ titleEn: '', unitId: null, posts: [] });
    await file.act('posts.save', { id: null, personId, fields: post({ postKindId: 'districtPresident', unitId: idOf('district', 'Dhanbad'), fromDay: '2019-01-01', toDay: '2022-04-15' }) });
    await file.act('posts.save', { id: null, personId, fields: post({ postKindId: 'stateInCharge', fromDay: '2022-04-17' }) });
    expect(is()).toMatchObject({ titleEn: '', unitId: null });
    await file.act('posts.save', { id: null, personId, fields: post({ postKindId: 'observer', unitId, fromDay: '2022-04-16', toDay: '2022-04-16', orderBy: 'State president', orderDay: '2022-04-01' }) });
    await file.act('posts.save', { id: null, personId, fields: post({ titleEn: 'Chief guest', titleHi: 'मुख्य अतिथि' }) });
    expect(is()).toMatchObject({ titleEn: 'Observer', titleHi: 'पर्यवेक्षक', unitNameEn: 'Baghmara' });
    expect(is().posts.map(({ titleEn }) => titleEn)).toEqual(['Observer', 'Chief guest', 'State in-charge', 'District president']);
    expect(file.ask('people.ofUnit', { unitId }).posts.map((row) => row.titleEn)).toContain('Observer');
    expect(file.ask('units.search', { text: 'Veteran leader 2', kinds: ['person'] })[0]).toMatchObject({ withinEn: 'Observer, Baghmara', withinHi: 'पर्यवेक्षक, बाघमारा' });
    expect(file.ask('people.list', { unitId, text: 'Veteran' }).rows.map((row) => row.id)).toEqual([personId]);
    for (let step = 0; step < 4; step++) await undo();
    expect(file.record()).toBe(before);
  });

  it('ends with a day and stays in the history', async () => {
    const personId = personOf('Block president, Baghmara');
    await actAndUndo(() => file.act('posts.end', { id: postOf(personId), toDay: '2022-04-15' }), () => {
      expect(file.ask('people.get', { id: personId })).toMatchObject({ titleEn: '', posts: [{ titleEn: 'Block president', toDay: '2022-04-15' }] });
      expect(file.ask('people.ofUnit', { unitId: idOf('block', 'Baghmara') }).posts).toEqual([]);
    });
    await actAndUndo(() => file.act('posts.end', { id: postOf(personId), toDay: '2022-04-16' }), () => {
      expect(file.ask('people.get', { id: personId }).titleEn).toBe('Block president');
    });
    await actAndUndo(() => file.act('posts.remove', { id: postOf(personId) }), () => expect(file.ask('people.get', { id: personId }).posts).toEqual([]));
  });

  it('says when a seat is taken, and hands it over from a day on in one step', async () => {
    const unitId = idOf('block', 'Baghmara');
    const holder = personOf('Block president, Baghmara');
    const personId = personOf('Veteran leader 3');
    expect(file.ask('posts.check', { unitId, postKindId: 'blockPresident' })).toMatchObject({ seats: 1, holders: [{ personId: holder }] });
    expect(file.ask('posts.check', { unitId, postKindId: 'vicePresident' })).toEqual({ seats: 3, holders: [] });
    expect(file.ask('posts.check', { unitId, postKindId: 'observer' })).toEqual({ seats: null, holders: [] });
    await actAndUndo(
      () => file.act('posts.save', { id: null, personId, fields: post({ postKindId: 'blockPresident', unitId, fromDay: '2022-04-16' }), ends: [postOf(holder)] }),
      () => {
        expect(file.ask('posts.check', { unitId, postKindId: 'blockPresident' }).holders.map((one) => one.personId)).toEqual([personId]);
        expect(file.ask('posts.check', { unitId, postKindId: 'blockPresident', day: '2022-04-15' }).holders.map((one) => one.personId)).toEqual([holder]);
      });
  });

  it('keeps a title of its own only where it says more than the kind, and is found by either', async () => {
    const personId = personOf('Veteran leader 4');
    await file.act('posts.save', { id: null, personId, fields: post({ postKindId: 'observer', titleEn: 'Observer', titleHi: 'पर्यवेक्षक' }) });
    expect(file.rows('SELECT titleEn, titleHi FROM post WHERE personId = ?', personId)).toEqual([{ titleEn: '', titleHi: null }]);
    expect(file.ask('people.list', { text: 'पर्यवेक्षक' }).rows.map((row) => row.id)).toEqual([personId]);
    await file.act('posts.saveKind', { id: 'observer', fields: { nameEn: 'Overseer', nameHi: 'निरीक्षक' } });
    expect(file.ask('people.list', { text: 'निरीक्षक' }).rows[0]).toMatchObject({ id: personId, titleEn: 'Overseer' });
    await undo();
    await undo();
    expect(file.ask('people.list', { text: 'निरीक्षक' }).total).toBe(0);
  });
});

describe('what must not be is refused, and nothing changes', () => {
  it.each([
    ['posts.gone', () => file.act('posts.end', { id: 'none', toDay: '2022-04-16' })],
    ['posts.noTitle', () => file.act('posts.save', { id: null, personId: personOf('Veteran leader 1'), fields: post({}) })],
    ['posts.kindGone', () => file.act('posts.save', { id: null, personId: personOf('Veteran leader 1'), fields: post({ postKindId: 'none' }) })],
    ['units.gone', () => file.act('posts.save', { id: null, personId: personOf('Veteran leader 1'), fields: post({ postKindId: 'worker', unitId: 'none' }) })],
    ['people.gone', () => file.act('posts.save', { id: null, personId: 'none', fields: post({ postKindId: 'worker' }) })],
    ['dates.endBeforeStart', () => file.act('posts.save', { id: null, personId: personOf('Veteran leader 1'), fields: post({ postKindId: 'worker', fromDay: '2022-04-16', toDay: '2022-04-15' }) })],
    ['posts.kindTwice', () => file.act('posts.saveKind', { id: null, fields: { nameEn: 'observer', nameHi: 'कुछ' } })],
    ['posts.kindInUse', () => file.act('posts.removeKind', { id: 'blockPresident' })],
    ['posts.gone', () => file.act('posts.save', { id: postOf(personOf('State president')), personId: personOf('Veteran leader 1'), fields: post({ postKindId: 'worker' }) })],
  ] as const)('%s', async (code, act) => {
    const before = file.record();
    expect(await codeOf(act())).toBe(code);
    expect(file.record()).toBe(before);
  });
});

describe('kinds', () => {
  it('stand in an order that can be changed, and every act can be undone', async () => {
    const names = () => file.ask('posts.kinds', {}).map((kind) => kind.nameEn);
    await actAndUndo(() => file.act('posts.saveKind', { id: null, fields: { nameEn: 'Organising secretary', nameHi: 'संगठन सचिव' }, afterId: 'treasurer' }), () => {
      expect(names()[names().indexOf('Treasurer') + 1]).toBe('Organising secretary');
    });
    await actAndUndo(() => file.act('posts.saveKind', { id: 'worker', fields: { nameEn: 'Worker', nameHi: 'कार्यकर्ता' }, afterId: null }), () => expect(names()[0]).toBe('Worker'));
    await actAndUndo(() => file.act('posts.removeKind', { id: 'convener' }), () => expect(names()).not.toContain('Convener'));
  });
});

it('a file from before keeps its people\'s titles, units and numbers as posts and phones', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sangathan-posts-'));
  try {
    const path = join(folder, 'old.sangathan');
    const old = openFile(path, { create: true, list: migrations.filter(({ version }) => version < 30) });
    old.exec(`INSERT INTO level VALUES ('panchayat', 'Panchayat', 'पंचायत', 'Panchayats', 'पंचायतें', 10);
      INSERT INTO unit (id, levelId, path, nameEn) VALUES ('u', 'panchayat', '0001', 'Tola');
      INSERT INTO person VALUES ('a', 'A', NULL, 'Panchayat president', 'पंचायत अध्यक्ष', 'u', '0000 1', 0), ('b', 'B', NULL, 'Chief', 'मुखिया', 'u', NULL, 0), ('c', 'C', NULL, 'Veteran leader', 'पुराने नेता', NULL, '2', 1), ('d', 'D', NULL, '', NULL, NULL, NULL, 0)`);
    old.close();
    openFile(path).close();
    const now = new Database(path, { readonly: true });
    expect(now.prepare('SELECT personId, postKindId, titleEn, titleHi, unitId FROM postTitled ORDER BY personId').raw().all()).toEqual([
      ['a', 'panchayatPresident', 'Panchayat president', 'पंचायत अध्यक्ष', 'u'], ['b', null, 'Chief', 'मुखिया', 'u'],
    ]);
    expect(now.prepare('SELECT personId, number FROM personPhone ORDER BY personId').raw().all()).toEqual([['a', '0000 1'], ['c', '2']]);
    expect(now.prepare('SELECT postKindId, seats FROM committeeSeat ORDER BY ordinal').raw().all()).toEqual([['panchayatPresident', 1], ['vicePresident', 2], ['generalSecretary', 9]]);
    now.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
