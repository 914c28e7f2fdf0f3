// Leaders on a real file: the list, search, charges and gaps on the workspace's day, and every act with its undo.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonFields } from '../../shared/model/person.ts';
import type { PostFields } from '../../shared/model/post.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

let file: TestWorkspace;
beforeAll(async () => { file = await testWorkspace(); });
afterAll(() => file.close());

const idOf = (levelId: string, nameEn: string): string => file.rows<{ id: string }>('SELECT id FROM unit WHERE levelId = ? AND nameEn = ?', levelId, nameEn)[0]!.id;
const personOf = (nameEn: string): string => file.rows<{ id: string }>('SELECT id FROM person WHERE nameEn = ?', nameEn)[0]!.id;
const codeOf = (act: Promise<unknown>) => act.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
const gapNames = () => file.ask('home.summary', {}).gaps.map((gap) => gap.nameEn);
const fields = (change: Partial<PersonFields> = {}): PersonFields =>
  ({ nameEn: 'A new worker', nameHi: 'नए कार्यकर्ता', phones: [], veteran: false, ...change });
const post = (change: Partial<PostFields> = {}): PostFields =>
  ({ postKindId: 'worker', titleEn: '', titleHi: null, unitId: null, fromDay: null, toDay: null, orderBy: '', orderDay: null, ...change });
const undo = () => file.act('history.undo', {});

/** Does, checks, takes back, and expects the identical record. */
async function actAndUndo(act: () => Promise<unknown>, check: () => void): Promise<void> {
  const before = file.record();
  await act();
  check();
  expect(file.record()).not.toBe(before);
  await undo();
  expect(file.record()).toBe(before);
}

async function expectRefused(code: string, act: () => Promise<unknown>): Promise<void> {
  const before = file.record();
  expect(await codeOf(act())).toBe(code);
  expect(file.record()).toBe(before);
}

describe('the list', () => {
  it('comes a window at a time, each person once, veterans last', () => {
    const all = [];
    const { total } = file.ask('people.list', { limit: 50 });
    for (let offset = 0; offset < total; offset += 50) all.push(...file.ask('people.list', { offset, limit: 50 }).rows);
    expect(total).toBe(file.rows<{ n: number }>('SELECT COUNT(*) AS n FROM person')[0]!.n);
    expect(new Set(all.map((person) => person.id)).size).toBe(total);
    expect(all.slice(-6).every((person) => person.veteran)).toBe(true);
    expect(all.slice(0, -6).some((person) => person.veteran)).toBe(false);
    expect(all[0]!.titleEn).toMatch(/in-charge|president/i);
  });

  it('of a unit holds who has a post at or below it and who answers for something there', () => {
    const dhanbad = idOf('district', 'Dhanbad');
    const path = file.rows<{ path: string }>('SELECT path FROM unit WHERE id = ?', dhanbad)[0]!.path;
    const byHand = new Set(file.rows<{ id: string }>(
      `SELECT personId AS id FROM post JOIN unit ON unit.id = post.unitId WHERE unit.path LIKE ? || '%'
       UNION SELECT personId FROM responsibility JOIN unit ON unit.id = responsibility.unitId WHERE unit.path LIKE ? || '%'`, path, path).map(({ id }) => id));
    const { rows, total } = file.ask('people.list', { unitId: dhanbad, limit: 500 });
    expect(new Set(rows.map((person) => person.id))).toEqual(byHand);
    expect(total).toBe(byHand.size);
    expect(rows.some((person) => person.veteran)).toBe(true);
  });

  it('is narrowed by name, title or phone, in either script', () => {
    const dhanbad = personOf('District coordinator, Dhanbad');
    const { phone } = file.ask('people.get', { id: dhanbad });
    for (const text of ['coordinator dhanbad', 'धनबाद समन्वयक', 'dhanbaad coord', phone!]) {
      expect(file.ask('people.list', { text }).rows.map((person) => person.id), text).toEqual([dhanbad]);
    }
    expect(file.ask('people.list', { text: 'समन्वयक' }).total).toBe(24);
    expect(file.ask('people.list', { text: 'coordinator', unitId: idOf('district', 'Ranchi') }).rows.map((person) => person.nameEn)).toEqual(['District coordinator, Ranchi']);
    expect(file.ask('people.list', { text: 'nobodyatall' })).toEqual({ total: 0, offset: 0, rows: [] });
  });

  it('counts the units a person answers for today, each once', async () => {
    const veteran = personOf('Veteran leader 1');
    const charges = () => file.ask('people.get', { id: veteran }).charges;
    const units = file.rows<{ unitId: string }>('SELECT unitId FROM responsibility WHERE personId = ?', veteran).map(({ unitId }) => unitId);
    expect(charges()).toBe(units.length);
    await file.act('charges.handOut', { fromDay: '2022-04-10', toDay: '2022-05-31', lines: [{ personId: veteran, unitIds: [units[0]!] }] });
    expect(charges()).toBe(units.length);
    const here = file.ask('people.ofUnit', { unitId: units[0]! }).responsible.filter((person) => person.id === veteran);
    expect(here.map((person) => person.toDay)).toEqual(['2022-05-31']);
    await file.act('charges.handOut', { fromDay: '2022-05-01', toDay: '2022-05-31', lines: [{ personId: veteran, unitIds: [idOf('district', 'Pakur')] }] });
    expect(charges()).toBe(units.length);
    await undo();
    await undo();
  });
});

describe('gaps', () => {
  it('are the districts nobody answers for today', () => {
    expect(gapNames()).toEqual(['Latehar', 'Pakur', 'Simdega']);
  });

  it('close when somebody is assigned for a period with today in it, and open again by its undo', async () => {
    const pakur = idOf('district', 'Pakur');
    const personId = personOf('District coordinator, Pakur');
    await actAndUndo(
      () => file.act('charges.handOut', { fromDay: '2022-04-16', toDay: '2022-05-15', lines: [{ personId, unitIds: [pakur, idOf('district', 'Simdega')] }] }),
      () => {
        expect(gapNames()).toEqual(['Latehar']);
        expect(file.ask('people.ofUnit', { unitId: pakur }).responsible).toEqual([expect.objectContaining({ id: personId, charges: 2, fromDay: '2022-04-16', toDay: '2022-05-15', unitNameEn: 'Pakur' })]);
        expect(file.ask('people.get', { id: personId })).toMatchObject({
          charges: 2, responsibilities: [expect.objectContaining({ unitId: pakur, fromDay: '2022-04-16', toDay: '2022-05-15', unitNameHi: 'पाकुड़' }), expect.anything()],
        });
      },
    );
    expect(gapNames()).toEqual(['Latehar', 'Pakur', 'Simdega']);
  });

  it('stay open when the period is over or yet to come', async () => {
    const personId = personOf('District coordinator, Pakur');
    const unitIds = [idOf('district', 'Pakur')];
    await file.act('charges.handOut', { fromDay: '2022-03-01', toDay: '2022-04-15', lines: [{ personId, unitIds }] });
    await file.act('charges.handOut', { fromDay: '2022-04-17', toDay: '2022-05-31', lines: [{ personId, unitIds }] });
    expect(file.ask('workspace.get', {}).today).toBe('2022-04-16');
    expect(gapNames()).toContain('Pakur');
    await undo();
    await undo();
  });

  it('open when a charge is taken away', async () => {
    const [row] = file.rows<{ id: string; unitId: string }>(`SELECT id, unitId FROM responsibility WHERE personId = ?`, personOf('District coordinator, Dhanbad'));
    const others = file.rows<{ id: string }>('SELECT id FROM responsibility WHERE unitId = ? AND id <> ?', row!.unitId, row!.id);
    const before = file.record();
    for (const { id } of [row!, ...others]) await file.act('charges.remove', { ids: [id] });
    expect(JSON.parse(file.rows<{ summary: string }>('SELECT summary FROM step ORDER BY seq DESC LIMIT 1')[0]!.summary)).toMatchObject({ detail: { unitEn: 'Dhanbad', unitHi: 'धनबाद' } });
    expect(gapNames()).toContain('Dhanbad');
    for (let step = 0; step <= others.length; step++) await undo();
    expect(file.record()).toBe(before);
  });
});

describe('acts, each taken back to the identical record', () => {
  it('add a leader, found at once', async () => {
    const unitId = idOf('block', 'Baghmara');
    await actAndUndo(
      () => file.act('people.save', { id: null, fields: fields({ phones: [{ kind: 'mobile', number: '0000 009999' }, { kind: 'office', number: '0651-1' }], veteran: true }), post: post({ unitId }) }),
      () => {
        const person = file.ask('people.list', { text: 'नए कार्य' }).rows[0]!;
        expect(person).toMatchObject({ nameEn: 'A new worker', titleEn: 'Worker', titleHi: 'कार्यकर्ता', unitNameEn: 'Baghmara', phone: '0000 009999', veteran: true, charges: 0 });
        expect(file.ask('people.ofUnit', { unitId }).posts.map(({ id }) => id)).toContain(person.id);
      },
    );
    expect(file.ask('people.list', { text: 'नए कार्य' }).total).toBe(0);
  });

  it('correct one', async () => {
    const id = personOf('State president');
    await actAndUndo(
      () => file.act('people.save', { id, fields: fields({ nameEn: 'Another name', nameHi: null }) }),
      () => expect(file.ask('people.get', { id })).toMatchObject({ nameEn: 'Another name', nameHi: null, titleEn: 'State president', unitNameEn: 'Jharkhand', phone: null, phones: [] }),
    );
  });

  it('days away: added, removed', async () => {
    const personId = personOf('State president');
    const before = file.ask('people.get', { id: personId }).daysAway;
    await actAndUndo(
      () => file.act('people.addAway', { personId, fromDay: '2022-04-20', toDay: '2022-04-20', reason: 'विवाह' }),
      () => expect(file.ask('people.get', { id: personId }).daysAway).toEqual([...before, expect.objectContaining({ fromDay: '2022-04-20', toDay: '2022-04-20', reason: 'विवाह' })]),
    );
    const [away] = file.rows<{ id: string; personId: string }>('SELECT id, personId FROM dayAway');
    await actAndUndo(() => file.act('people.removeAway', { id: away!.id }), () => expect(file.ask('people.get', { id: away!.personId }).daysAway).toEqual([]));
  });

  it('remove one with all that hangs on the person', async () => {
    const id = personOf('Veteran leader 1');
    await actAndUndo(() => file.act('people.remove', { id }), () => {
      expect(file.rows('SELECT 1 FROM responsibility WHERE personId = ?', id)).toEqual([]);
      expect(file.ask('people.list', { text: 'Veteran leader' }).total).toBe(5);
    });
  });
});

describe('what must not be is refused, and nothing changes', () => {
  it('periods that end before they begin', async () => {
    const personId = personOf('State president');
    await expectRefused('dates.endBeforeStart', () => file.act('charges.handOut', { fromDay: '2022-04-18', toDay: '2022-04-17', lines: [{ personId, unitIds: [idOf('district', 'Pakur')] }] }));
    await expectRefused('dates.endBeforeStart', () => file.act('people.addAway', { personId, fromDay: '2022-04-18', toDay: '2022-04-17', reason: '' }));
  });

  it('people and units that are not there; one bad unit keeps the whole assignment out', async () => {
    await expectRefused('people.gone', () => file.act('people.save', { id: 'nobody', fields: fields() }));
    await expectRefused('units.gone', () => file.act('people.save', { id: null, fields: fields(), post: post({ unitId: 'nowhere' }) }));
    await expectRefused('units.gone', () => file.act('charges.handOut', { fromDay: '2022-04-18', toDay: '2022-04-30', lines: [{ personId: personOf('State president'), unitIds: [idOf('district', 'Pakur'), 'nowhere'] }] }));
    await expectRefused('people.gone', () => file.act('charges.handOut', { fromDay: '2022-04-18', toDay: '2022-04-30', lines: [{ personId: 'nobody', unitIds: [idOf('district', 'Pakur')] }] }));
  });

  it('removing a leader who is on tour', async () => {
    const personId = personOf('State in-charge');
    await file.act('tours.save', { id: null, fields: { nameEn: 'A tour', nameHi: null, personId, fromDay: '2022-04-18', toDay: '2022-04-26', unitIds: [idOf('district', 'Ranchi'), idOf('district', 'Dhanbad')], firstUnitId: null, lastUnitId: null, meetingMinutes: 90, dutyFrom: 480, dutyTo: 1200, roadFactor: 1.3, speedKmPerHour: 40 } });
    await expectRefused('people.hasTours', () => file.act('people.remove', { id: personId }));
    await undo();
  });
});
