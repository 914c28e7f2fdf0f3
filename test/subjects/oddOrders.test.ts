// Orders with days at which calendars stumble: what the preview says is what comes, taken back in any order nothing is lost.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../shared/errors.ts';
import { addDays } from '../../shared/dates.ts';
import type { InputOf } from '../../shared/contract.ts';
import { smallState } from '../help/randomActs.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { seeded } from '../rules/seeded.ts';

let file: TestWorkspace;
let metricId: string;
beforeAll(async () => {
  file = await smallState();
  metricId = file.rows<{ id: string }>(`SELECT id FROM metric WHERE nameEn = 'Members'`)[0]!.id;
});
afterAll(() => file.close());

type Order = InputOf<'programmes.previewOrder'>;
const make = async (nameEn: string, fromDay: string, toDay: string, phases: { levelId: string; fromDay: string; toDay: string }[] = []) =>
  (await file.act('programmes.save', { id: null, fields: { nameEn, nameHi: null, fromDay, toDay, phases, metricIds: [metricId] } })).id;
const tie = (fromId: string, toId: string, kind: 'startsAfter' | 'keepsGap' | 'mustNotOverlap', days: number) =>
  file.act('programmes.saveLink', { id: null, fields: { fromKind: 'programme', fromId, toKind: 'programme', toId, kind, days } });
const daysOf = (id: string) => file.rows<{ fromDay: string; toDay: string }>('SELECT fromDay, toDay FROM programme WHERE id = ?', id)[0]!;
const preview = (order: Order) => file.ask('programmes.previewOrder', order);
const give = (order: Order) => file.act('programmes.order', { ...order, orderBy: 'State' });

/** Gives the order, holds the file against its preview, and undoes it. */
async function holds(order: Order): Promise<void> {
  const before = file.record();
  const shown = preview(order);
  await file.act('programmes.order', { ...order, orderBy: 'State', mark: shown.mark });
  for (const move of shown.moves) {
    const now = move.kind === 'phase' ? file.rows('SELECT fromDay, toDay FROM phase WHERE programmeId = ? AND levelId = ?', move.id, move.levelId)[0] : daysOf(move.id);
    expect(now).toEqual({ fromDay: move.newFromDay, toDay: move.newToDay });
  }
  const moved = new Set(shown.moves.map(({ id }) => id));
  for (const stay of shown.stays) expect([moved.has(stay.id), daysOf(stay.id)]).toEqual([false, { fromDay: stay.fromDay, toDay: stay.toDay }]);
  await file.act('history.undo', {});
  expect(file.record()).toBe(before);
}

test('29 February, the turn of the year and a programme of four hundred days move by whole days', async () => {
  const leap = await make('Leap', '2024-02-20', '2024-02-29');
  const after = await make('After', '2024-03-01', '2024-03-01');
  await tie(leap, after, 'keepsGap', 0);
  await holds({ programmeId: leap, kind: 'extension', orderDay: '2024-02-01', toDay: '2025-02-28' });
  expect(preview({ programmeId: leap, kind: 'extension', orderDay: '2024-02-01', toDay: '2024-12-31' }).moves.map(({ newFromDay }) => newFromDay)).toEqual(['2024-02-20', addDays('2024-03-01', 306)]);
  const long = await make('Long', '2021-12-31', addDays('2021-12-31', 400));
  await holds({ programmeId: long, kind: 'postponement', orderDay: '2021-12-01', fromDay: '2024-02-29' });
});

test('an extension backwards or by no day is refused in words', async () => {
  const id = await make('Zero', '2022-04-10', '2022-04-12');
  for (const toDay of ['2022-04-12', '2022-04-11', '2021-04-12']) expect(() => preview({ programmeId: id, kind: 'extension', orderDay: '2022-04-01', toDay })).toThrow(AppError);
  expect(() => preview({ programmeId: id, kind: 'postponement', orderDay: '2022-04-01', fromDay: '2022-04-10' })).toThrow(AppError);
});

test('where an order would move anything beyond the days there are, it is refused', async () => {
  const id = await make('Far', '2022-04-10', '2022-04-12');
  const next = await make('Farther', '2022-04-20', '2022-04-22');
  await tie(id, next, 'startsAfter', 3);
  const order: Order = { programmeId: id, kind: 'extension', orderDay: '2022-04-01', toDay: '9999-12-31' };
  expect(() => preview(order)).toThrow(AppError);
  await expect(give(order)).rejects.toMatchObject({ code: 'programmes.orderTooFar' });
});

test('taken back, due days that lay one behind the other are all where they were, and those on the new day stay', async () => {
  const id = await make('Due', '2022-05-10', '2022-05-20');
  const units = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' ORDER BY path`).map((unit) => unit.id);
  const due = async (at: number, dueDay: string) => file.act('targets.set', { programmeId: id, metricId, unitId: units[at]!, value: 10, dueDay });
  await due(0, '2022-05-12');
  await due(1, '2022-05-14');
  await due(2, '2022-05-16');
  await due(3, '2022-05-08');
  const said = () => file.rows<{ dueDay: string }>('SELECT dueDay FROM target WHERE programmeId = ? ORDER BY unitId', id).map(({ dueDay }) => dueDay);
  const before = said();
  const { id: orderId } = await give({ programmeId: id, kind: 'advance', orderDay: '2022-05-01', fromDay: '2022-05-08' });
  expect(said()).toEqual(['2022-05-10', '2022-05-12', '2022-05-14', '2022-05-08']);
  await file.act('programmes.takeBackOrder', { id: orderId });
  expect(said()).toEqual(before);
});

test('taken back, what already stood on the new day before the order stays there: due days, promises and responsibilities', async () => {
  const id = await make('Stood', '2022-05-10', '2022-05-20', [{ levelId: 'district', fromDay: '2022-05-10', toDay: '2022-05-20' }]);
  const units = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' ORDER BY path`).map((unit) => unit.id);
  const due = async (at: number, dueDay: string) => file.act('targets.set', { programmeId: id, metricId, unitId: units[at]!, value: 10, dueDay });
  await due(0, '2022-05-20');
  await due(1, '2022-05-25');
  await due(2, '2022-05-22');
  const { id: personId } = await file.act('people.save', { id: null, fields: { nameEn: 'One', nameHi: null, phones: [], veteran: false } });
  const charge = (at: number, toDay: string) => file.act('charges.handOut', { fromDay: '2022-05-01', toDay, programmeId: id, lines: [{ personId, unitIds: [units[at]!] }] });
  await charge(0, '2022-05-20');
  await charge(1, '2022-05-22');
  await charge(2, '2022-05-25');
  const said = () => [
    file.rows<{ dueDay: string }>('SELECT dueDay FROM target WHERE programmeId = ? ORDER BY unitId', id).map(({ dueDay }) => dueDay),
    file.rows<{ toDay: string }>('SELECT toDay FROM responsibility WHERE programmeId = ? ORDER BY unitId', id).map(({ toDay }) => toDay),
  ];
  const before = said();
  const { id: orderId } = await give({ programmeId: id, kind: 'extension', orderDay: '2022-05-01', toDay: '2022-05-25' });
  expect(said()).toEqual([['2022-05-25', '2022-05-25', '2022-05-22'], ['2022-05-25', '2022-05-25', '2022-05-25']]);
  await file.act('programmes.takeBackOrder', { id: orderId });
  expect(said()).toEqual(before);
});

test('taken back, a level cancelled and a follower postponed before the order are so again, and no others', async () => {
  const days = { fromDay: '2022-07-01', toDay: '2022-07-02' };
  const id = await make('Levels', '2022-07-01', '2022-07-10', [{ levelId: 'district', ...days }, { levelId: 'booth', fromDay: '2022-07-09', toDay: '2022-07-10' }]);
  const next = await make('Next', '2022-07-12', '2022-07-13');
  await tie(id, next, 'startsAfter', 2);
  await give({ programmeId: next, kind: 'postponement', orderDay: '2022-06-01', fromDay: '2022-07-14' });
  await file.act('programmes.setPhaseState', { id, levelId: 'booth', said: 'cancelled' });
  const said = () => [file.rows('SELECT levelId, state, said FROM phase WHERE programmeId = ? ORDER BY levelId', id), file.rows('SELECT id, state, fromDay FROM programme WHERE id IN (?, ?) ORDER BY id', id, next)];
  const before = said();
  for (const order of [{ kind: 'untilFurtherNotice' as const, part: 'whole' as const }, { kind: 'extension' as const, toDay: '2022-07-20' }, { kind: 'cancellation' as const, part: 'whole' as const }]) {
    const given = await give({ programmeId: id, orderDay: '2022-06-01', ...order });
    await file.act('programmes.takeBackOrder', { id: given.id });
    expect(said()).toEqual(before);
  }
  // What is said of a level after the order stays when the order goes.
  const stays = await give({ programmeId: id, orderDay: '2022-06-01', kind: 'extension', toDay: '2022-07-20' });
  await file.act('programmes.setPhaseState', { id, levelId: 'district', said: 'cancelled' });
  await file.act('programmes.takeBackOrder', { id: stays.id });
  expect(file.rows('SELECT state FROM phase WHERE programmeId = ? AND levelId = ?', id, 'district')).toEqual([{ state: 'cancelled' }]);
  await file.act('programmes.setPhaseState', { id, levelId: 'district', said: 'byDays' });
  // Taken up again by an order with days, then that order taken back: without days, as it was.
  await give({ programmeId: id, orderDay: '2022-06-01', kind: 'untilFurtherNotice', part: 'whole' });
  const stopped = said();
  const again = await give({ programmeId: id, orderDay: '2022-06-01', kind: 'postponement', fromDay: '2022-08-01' });
  await file.act('programmes.takeBackOrder', { id: again.id });
  expect(said()).toEqual(stopped);
});

test('ten orders on one programme, taken back from either end: the last one out leaves the first days', async () => {
  const id = await make('Ten', '2022-06-01', '2022-06-10');
  const ids: string[] = [];
  for (let at = 1; at <= 10; at++) ids.push((await give({ programmeId: id, kind: 'extension', orderDay: '2022-05-01', toDay: addDays('2022-06-10', at) })).id);
  // The first one's days are long gone: nothing goes back, and it says so.
  expect(await file.act('programmes.takeBackOrder', { id: ids[0]! })).toEqual({ back: 0, left: 1 });
  expect(daysOf(id)).toEqual({ fromDay: '2022-06-01', toDay: '2022-06-20' });
  for (const orderId of ids.slice(1).toReversed()) expect(await file.act('programmes.takeBackOrder', { id: orderId })).toEqual({ back: 1, left: 0 });
  expect(daysOf(id)).toEqual({ fromDay: '2022-06-01', toDay: '2022-06-11' });
});

test('for orders of every kind with any days over programmes of any length: preview = result, and undone all is as it was', async () => {
  const random = seeded(29);
  const ids: string[] = [];
  const day = () => addDays('2023-12-20', random.whole(0, 90));
  for (let at = 0; at < 10; at++) {
    const fromDay = day();
    const toDay = addDays(fromDay, at === 3 ? 400 : random.whole(0, 9));
    ids.push(await make(`R${at}`, fromDay, toDay, random.next() < 0.5 ? [{ levelId: 'district', fromDay, toDay: fromDay }, { levelId: 'booth', fromDay: toDay, toDay }] : []));
  }
  for (let at = 0; at < 14; at++) {
    const from = random.whole(0, 8);
    await tie(ids[from]!, ids[random.whole(from + 1, 9)]!, (['startsAfter', 'keepsGap', 'mustNotOverlap'] as const)[random.whole(0, 2)]!, random.whole(0, 4)).catch(() => undefined);
  }
  let given = 0;
  for (let at = 0; at < 60; at++) {
    const order: Order = {
      programmeId: ids[random.whole(0, 9)]!, kind: (['extension', 'advance', 'postponement', 'untilFurtherNotice', 'cancellation'] as const)[random.whole(0, 4)]!, orderDay: day(),
      fromDay: random.next() < 0.7 ? day() : null, toDay: random.next() < 0.7 ? day() : null, phases: (['last', 'shift', 'stay'] as const)[random.whole(0, 2)]!, part: random.next() < 0.5 ? 'whole' : 'rest',
      heldBack: random.next() < 0.4 ? [{ kind: 'programme', id: ids[random.whole(0, 9)]! }] : [],
    };
    try {
      await holds(order);
      given += 1;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'bug') throw error;
    }
  }
  expect(given).toBeGreaterThan(15);
});
