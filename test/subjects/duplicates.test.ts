// Merging on a real file: everything that points at a person moves, names stay findable, and taking apart later gives back what was.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
beforeAll(async () => { file = await testWorkspace(); });
afterAll(() => file.close());

const idOf = (levelId: string, nameEn: string): string => file.rows<{ id: string }>('SELECT id FROM unit WHERE levelId = ? AND nameEn = ?', levelId, nameEn)[0]!.id;
const personOf = (nameEn: string): string => file.rows<{ id: string }>('SELECT id FROM person WHERE nameEn = ?', nameEn)[0]!.id;
const codeOf = (act: Promise<unknown>) => act.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
const undo = () => file.act('history.undo', {});
const post = { titleEn: '', titleHi: null, toDay: null, orderBy: '', orderDay: null };
const keep = { nameEn: 'District coordinator, Dhanbad', nameHi: 'जिला समन्वयक, धनबाद', phones: [{ kind: 'mobile' as const, number: '0000000122' }, { kind: 'whatsapp' as const, number: '0000 555' }], veteran: false };

/** A second record of the coordinator of Dhanbad, with something in every table; gives both ids. */
async function twoRecords(): Promise<{ keptId: string; goneId: string }> {
  const keptId = personOf('District coordinator, Dhanbad');
  const unitId = idOf('district', 'Dhanbad');
  const { id: goneId } = await file.act('people.save', {
    id: null, fields: { nameEn: 'Karu Bhuiyan', nameHi: 'कारू भुइयाँ', phones: [{ kind: 'mobile', number: '+91 0000000122' }], veteran: false },
    post: { ...post, postKindId: 'districtCoordinator', unitId, fromDay: '2021-01-01' },
  });
  await file.act('posts.save', { id: null, personId: goneId, fields: { ...post, postKindId: 'observer', unitId: idOf('block', 'Baghmara'), fromDay: null } });
  await file.act('people.addAway', { personId: goneId, fromDay: '2022-04-20', toDay: '2022-04-21', reason: 'x' });
  await file.act('calendar.saveMeeting', { id: null, fields: { titleEn: 'Both', titleHi: null, day: '2022-05-05', begin: 600, minutes: 60, unitId: null, placeEn: null, placeHi: null, personIds: [keptId, goneId] } });
  await file.act('calendar.saveMeeting', { id: null, fields: { titleEn: 'One', titleHi: null, day: '2022-05-06', begin: 600, minutes: 60, unitId: null, placeEn: null, placeHi: null, personIds: [goneId] } });
  await file.act('tours.save', { id: null, fields: { nameEn: 'A tour', nameHi: null, personId: goneId, fromDay: '2022-04-18', toDay: '2022-04-26', unitIds: [idOf('district', 'Ranchi')], firstUnitId: null, lastUnitId: null, meetingMinutes: 90, dutyFrom: 480, dutyTo: 1200, roadFactor: 1.3, speedKmPerHour: 40 } });
  return { keptId, goneId };
}
const stepsOfTwo = 6;

describe('a merge', () => {
  it('is proposed with its reasons, moves everything, keeps both names findable, and is undone to the identical record', async () => {
    const { keptId, goneId } = await twoRecords();
    const { pairs } = await file.act('duplicates.find', {});
    expect(pairs[0]!.reasons).toEqual(expect.arrayContaining(['phone', 'samePost', 'sameUnit']));
    expect(new Set([pairs[0]!.a.id, pairs[0]!.b.id])).toEqual(new Set([keptId, goneId]));
    const division = file.ask('groups.list', {}).find(({ nameEn }) => nameEn === 'Division')!;
    for (const { id: classId } of file.ask('groups.classes', { classificationId: division.id })) {
      const group = { classificationId: division.id, classId };
      const here = new Set(Array.from({ length: 4 }, (_, page) => file.ask('people.list', { group, limit: 500, offset: page * 500 }).rows).flat().map(({ id }) => id));
      expect((await file.act('duplicates.find', { group })).pairs).toEqual(pairs.filter(({ a, b }) => here.has(a.id) || here.has(b.id)));
    }
    expect(file.ask('duplicates.compare', { aId: keptId, bId: goneId }).b.ties).toEqual({ posts: 2, responsibilities: 0, daysAway: 1, targets: 0, meetings: 2, tours: 1 });
    const before = file.record();
    await file.act('duplicates.merge', { keptId, goneId, fields: keep });
    const person = file.ask('people.get', { id: keptId });
    // The same post is not held twice; the other one came along.
    expect(person.posts.map(({ titleEn }) => titleEn)).toEqual(['District coordinator', 'Observer']);
    expect(person).toMatchObject({ phones: keep.phones, daysAway: [expect.objectContaining({ fromDay: '2022-04-20' })] });
    for (const table of ['post', 'dayAway', 'meetingPerson', 'tour', 'responsibility', 'target']) expect(file.rows(`SELECT 1 FROM ${table} WHERE personId = ?`, goneId), table).toEqual([]);
    expect(file.rows('SELECT 1 FROM meetingPerson WHERE personId = ? AND meetingId IN (SELECT id FROM meeting WHERE day > ?)', keptId, '2022-05-01')).toHaveLength(2);
    for (const text of ['Karu Bhuiyan', 'कारू भुइयाँ', '0000 555']) {
      expect(file.ask('people.list', { text }).rows.map((row) => row.id), text).toEqual([keptId]);
      expect(file.ask('units.search', { text, kinds: ['person'] }).map((hit) => hit.id)).toContain(keptId);
      expect(file.ask('units.search', { text, kinds: ['person'] }).map((hit) => hit.id)).not.toContain(goneId);
    }
    expect((await file.act('duplicates.find', {})).pairs.some(({ a, b }) => a.id === goneId || b.id === goneId)).toBe(false);
    await undo();
    expect(file.record()).toBe(before);
    for (let step = 0; step < stepsOfTwo; step++) await undo();
  });

  it('is taken apart later: what moved goes back, what was changed since stays; the record is as before but for the merge itself', async () => {
    const { keptId, goneId } = await twoRecords();
    const tables = ['person', 'post', 'personPhone', 'dayAway', 'meetingPerson', 'tour', 'responsibility', 'target'];
    const rows = () => tables.map((table) => file.rows(`SELECT * FROM ${table} ORDER BY 1, 2`));
    const before = rows();
    const { id } = await file.act('duplicates.merge', { keptId, goneId, fields: keep });
    // Later acts of other people come in between.
    await file.act('people.addAway', { personId: keptId, fromDay: '2022-06-01', toDay: '2022-06-01', reason: 'later' });
    expect(file.ask('duplicates.merges', {}).rows[0]).toMatchObject({ id, apartDay: null, goneEn: 'Karu Bhuiyan', moved: 6 });
    expect(await file.act('duplicates.takeApart', { id })).toEqual({ back: 6, stayed: 0 });
    const later = file.rows<{ id: string }>(`SELECT id FROM dayAway WHERE reason = 'later' AND personId = ?`, keptId);
    expect(later).toHaveLength(1);
    await file.act('people.removeAway', { id: later[0]!.id });
    expect(rows()).toEqual(before);
    expect(file.ask('people.list', { text: 'Karu Bhuiyan' }).rows.map((row) => row.id)).toEqual([goneId]);
    expect(await codeOf(file.act('duplicates.takeApart', { id }))).toBe('duplicates.apartAlready');
    for (let step = 0; step < stepsOfTwo + 4; step++) await undo();
  });

  it('keeps a name corrected after it, and a record given away since', async () => {
    const { keptId, goneId } = await twoRecords();
    const { id } = await file.act('duplicates.merge', { keptId, goneId, fields: keep });
    await file.act('people.save', { id: keptId, fields: { ...keep, nameEn: 'Corrected' } });
    const away = file.rows<{ id: string }>('SELECT id FROM dayAway WHERE personId = ? AND fromDay = ?', keptId, '2022-04-20')[0]!;
    await file.act('people.removeAway', { id: away.id });
    expect(await file.act('duplicates.takeApart', { id })).toEqual({ back: 5, stayed: 1 });
    expect(file.ask('people.get', { id: keptId })).toMatchObject({ nameEn: 'Corrected', phones: [{ number: '0000000122' }] });
    for (let step = 0; step < stepsOfTwo + 4; step++) await undo();
  });

  it('of merges upon merges is taken apart from the last one backwards', async () => {
    const [a, b, c] = [personOf('Veteran leader 1'), personOf('Veteran leader 2'), personOf('Veteran leader 3')];
    const fields = { nameEn: 'One', nameHi: null, phones: [], veteran: true };
    const before = file.record();
    const first = await file.act('duplicates.merge', { keptId: b, goneId: a, fields });
    const second = await file.act('duplicates.merge', { keptId: c, goneId: b, fields });
    expect(file.ask('people.list', { text: 'Veteran leader 1' }).rows.map((row) => row.id)).toEqual([c]);
    expect(await codeOf(file.act('duplicates.takeApart', { id: first.id }))).toBe('duplicates.mergedOn');
    await file.act('duplicates.takeApart', { id: second.id });
    await file.act('duplicates.takeApart', { id: first.id });
    expect(file.rows('SELECT personId, unitId FROM responsibility WHERE personId IN (?, ?, ?) ORDER BY id', a, b, c).length).toBeGreaterThan(0);
    for (let step = 0; step < 4; step++) await undo();
    expect(file.record()).toBe(before);
    await file.act('duplicates.merge', { keptId: b, goneId: a, fields });
    await file.act('people.remove', { id: b });
    expect(file.rows('SELECT 1 FROM person WHERE id IN (?, ?)', a, b)).toEqual([]);
    await undo();
    await undo();
    expect(file.record()).toBe(before);
  });
});

it('two people said to be two are not proposed again', async () => {
  const { keptId, goneId } = await twoRecords();
  const total = async () => (await file.act('duplicates.find', {})).total;
  const many = await total();
  await file.act('duplicates.notSame', { aId: keptId, bId: goneId });
  expect(await total()).toBe(many - 1);
  await undo();
  expect(await total()).toBe(many);
  for (let step = 0; step < stepsOfTwo; step++) await undo();
});

it.each([
  ['duplicates.same', () => file.act('duplicates.merge', { keptId: personOf('Veteran leader 1'), goneId: personOf('Veteran leader 1'), fields: keep })],
  ['people.gone', () => file.act('duplicates.merge', { keptId: personOf('Veteran leader 1'), goneId: 'nobody', fields: keep })],
  ['duplicates.noMerge', () => file.act('duplicates.takeApart', { id: 'none' })],
] as const)('what must not be is refused, and nothing changes: %s', async (code, act) => {
  const before = file.record();
  expect(await codeOf(act())).toBe(code);
  expect(file.record()).toBe(before);
});
