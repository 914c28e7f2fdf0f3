// Orders on a real file: the story's own, what it moves and reports, preview = result, undo = the identical record, taken back long after.
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '../../shared/contract.ts';
import { addDays } from '../../shared/dates.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { seeded } from '../rules/seeded.ts';
import { targetCase } from './targetCase.ts';
import type { TargetCase } from './targetCase.ts';

let workspace: TestWorkspace;
let of: TargetCase;
let atStart: string;
let storyOrder: string;

beforeAll(async () => {
  workspace = await testWorkspace();
  of = targetCase(workspace);
  storyOrder = workspace.ask('programmes.orders', {}).rows[0]!.id;
  // The story from its beginning: before the drive was extended.
  await workspace.act('programmes.takeBackOrder', { id: storyOrder });
  atStart = workspace.record();
});
afterAll(() => workspace.close());
const undoAll = async () => {
  while (workspace.rows(`SELECT 1 FROM step WHERE kind = 'do' AND state = 'done' AND seq > 1`).length > 0) await workspace.act('history.undo', {});
};
beforeEach(() => expect(workspace.record()).toBe(atStart));
afterEach(undoAll);

type Order = InputOf<'programmes.previewOrder'>;
const extension = (more: Partial<Order> = {}): Order => ({ programmeId: of.drive, kind: 'extension', orderDay: '2022-03-31', toDay: '2022-04-15', ...more });
const preview = (more: Partial<Order> = {}) => workspace.ask('programmes.previewOrder', extension(more));
const give = (more: Partial<Order> = {}, mark: string | null = null) => workspace.act('programmes.order', { ...extension(more), orderBy: 'National office', reason: 'Fifteen days more', mark });
const programme = (id: string) => workspace.ask('programmes.get', { id });
const said = ({ moves }: OutputOf<'programmes.previewOrder'>) => moves.map((move) => `${move.nameEn}${move.levelId ? ` ${move.levelId}` : ''} ${move.oldFromDay}–${move.oldToDay} → ${move.newFromDay}–${move.newToDay}${move.by ? ` by ${move.by.kind} ${move.by.days} of ${move.by.nameEn}` : ''}`);
const meeting = (nameEn: string) => workspace.rows<{ id: string; day: string }>('SELECT id, day FROM meeting WHERE titleEn = ?', nameEn)[0]!;

describe('the order of the story', () => {
  test('the drive until 15 April takes the dialogue from 12 to 18 April, and the review meeting to the day after it', async () => {
    const shown = preview();
    expect(said(shown)).toEqual([
      'Membership drive 2022-03-01–2022-03-31 → 2022-03-01–2022-04-15',
      'Dialogue programme 2022-04-12–2022-04-20 → 2022-04-18–2022-04-26 by startsAfter 3 of Membership drive',
      'Dialogue programme district 2022-04-12–2022-04-13 → 2022-04-18–2022-04-19 by startsAfter 3 of Membership drive',
      'Dialogue programme block 2022-04-14–2022-04-16 → 2022-04-20–2022-04-22 by startsAfter 3 of Membership drive',
      'Dialogue programme panchayat 2022-04-17–2022-04-18 → 2022-04-23–2022-04-24 by startsAfter 3 of Membership drive',
      'Dialogue programme booth 2022-04-19–2022-04-20 → 2022-04-25–2022-04-26 by startsAfter 3 of Membership drive',
      'State review meeting 2022-04-21–2022-04-21 → 2022-04-27–2022-04-27 by startsAfter 1 of Dialogue programme',
    ]);
    expect(shown.moved).toEqual({ programmes: 1, tours: 0, meetings: 1 });
    expect(shown.conflicts.map(({ code, detail, fromDay }) => `${code} ${detail['nameEn']} ${fromDay}`)).toEqual([
      'blackout Sarhul 2022-04-04', 'blackout Ram Navami 2022-04-10', 'blackout Mahavir and Ambedkar Jayanti 2022-04-14', 'blackout Good Friday 2022-04-15',
    ]);
    const { id, moved } = await give({}, shown.mark);
    expect(moved).toBe(2);
    expect(programme(of.drive)).toMatchObject({ fromDay: '2022-03-01', toDay: '2022-04-15' });
    expect(programme(of.dialogue)).toMatchObject({ fromDay: '2022-04-18', toDay: '2022-04-26', state: 'postponed' });
    expect(programme(of.dialogue).phases.map(({ fromDay, toDay }) => `${fromDay} ${toDay}`)).toEqual(['2022-04-18 2022-04-19', '2022-04-20 2022-04-22', '2022-04-23 2022-04-24', '2022-04-25 2022-04-26']);
    expect(meeting('State review meeting').day).toBe('2022-04-27');
    expect(workspace.ask('programmes.getOrder', { id })).toMatchObject({ orderBy: 'National office', reason: 'Fifteen days more', oldToDay: '2022-03-31', newToDay: '2022-04-15', followers: 2, conflicts: 4 });
  });

  test('every earlier date is kept: with the programme ordered, and with what only followed', async () => {
    const { id } = await give();
    const second = await give({ orderDay: '2022-04-14', toDay: '2022-04-20' });
    const earlier = programme(of.dialogue).earlier.filter(({ levelId }) => levelId === null);
    expect(earlier.slice(0, 2).map(({ orderId, fromDay, toDay, ofEn }) => [orderId, fromDay, toDay, ofEn])).toEqual([[second.id, '2022-04-18', '2022-04-26', 'Membership drive'], [id, '2022-04-12', '2022-04-20', 'Membership drive']]);
    const { bars } = workspace.ask('programmes.timeline', { fromDay: '2022-03-01', toDay: '2022-05-31' });
    expect(bars.find((bar) => bar.id === of.dialogue)!.earlier.map(({ fromDay }) => fromDay)).toContain('2022-04-12');
  });

  test('undone, the record is the identical one; done again, too', async () => {
    await give();
    const after = workspace.record();
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(atStart);
    await workspace.act('history.redo', {});
    expect(workspace.record()).toBe(after);
  });

  test('a preview that is no longer true is not carried out', async () => {
    const { mark } = preview();
    await workspace.act('programmes.saveLink', { id: null, fields: { fromKind: 'programme', fromId: of.drive, toKind: 'meeting', toId: meeting('State review meeting').id, kind: 'keepsGap' } });
    await expect(give({}, mark)).rejects.toMatchObject({ code: 'programmes.changedMeanwhile' });
    expect(workspace.rows('SELECT 1 FROM programmeOrder WHERE takenBackDay IS NULL')).toEqual([]);
  });
});

describe('what must not move', () => {
  const link = (fields: InputOf<'programmes.saveLink'>['fields']) => workspace.act('programmes.saveLink', { id: null, fields });
  async function tour(linked = true): Promise<string> {
    const person = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE nameEn = 'State in-charge'`)[0]!;
    const { id } = await workspace.act('tours.save', { id: null, fields: {
      nameEn: 'Tour of the districts', nameHi: null, personId: person.id, fromDay: '2022-04-12', toDay: '2022-04-20', firstUnitId: of.unit('East Singhbhum', 'district'), lastUnitId: null,
      unitIds: [of.unit('East Singhbhum', 'district'), of.unit('Dhanbad', 'district')], meetingMinutes: 90, dutyFrom: 540, dutyTo: 1200, roadFactor: 1.3, speedKmPerHour: 40 } });
    await workspace.act('tours.plan', { id });
    if (linked) await link({ fromKind: 'programme', fromId: of.dialogue, toKind: 'tour', toId: id, kind: 'keepsGap' });
    return id;
  }
  test('a tour whose first day is pinned is reported with where it would have gone; freed, it moves with all its stops', async () => {
    const id = await tour();
    const [stop] = workspace.rows<{ id: string; day: string }>('SELECT id, day FROM tourStop WHERE tourId = ? ORDER BY day, beginMinute', id);
    await workspace.act('tours.pin', { stopId: stop!.id, pinned: true });
    const shown = preview();
    expect(shown.stays).toContainEqual(expect.objectContaining({ kind: 'tour', id, reason: 'pinned', wantedFromDay: '2022-04-18', fromDay: '2022-04-12' }));
    expect(shown.conflicts).toContainEqual(expect.objectContaining({ code: 'pinned', kind: 'tour', id, by: expect.objectContaining({ kind: 'keepsGap', nameEn: 'Dialogue programme' }) }));
    await workspace.act('tours.pin', { stopId: stop!.id, pinned: false });
    const days = () => workspace.rows<{ day: string }>('SELECT day FROM tourStop WHERE tourId = ? ORDER BY day', id).map(({ day }) => Number(day.slice(8)));
    const before = days();
    await give();
    expect(workspace.rows('SELECT fromDay, toDay FROM tour WHERE id = ?', id)).toEqual([{ fromDay: '2022-04-18', toDay: '2022-04-26' }]);
    expect(days()).toEqual(before.map((day) => day + 6));
  });

  test('a tour laid on the old days without a link is reported, drafts and tours on the new days are not', async () => {
    const id = await tour(false);
    await workspace.act('tours.putOnCalendar', { id, onCalendar: true, accept: true });
    expect(preview().conflicts).toContainEqual(expect.objectContaining({ code: 'tour', kind: 'tour', id, fromDay: '2022-04-12', detail: { ofEn: 'Dialogue programme', ofHi: 'संवाद कार्यक्रम', newFrom: '2022-04-18', newTo: '2022-04-26' } }));
    await workspace.act('tours.putOnCalendar', { id, onCalendar: false });
    expect(preview().conflicts.filter(({ code }) => code === 'tour')).toEqual([]);
  });

  test('a pinned appointment is reported, not moved', async () => {
    const { id } = meeting('State review meeting');
    const pin = (pinned: number) => {
      const file = new Database(workspace.path);
      file.prepare('UPDATE meeting SET pinned = ? WHERE id = ?').run(pinned, id);
      file.close();
    };
    pin(1);
    expect(preview().conflicts).toContainEqual(expect.objectContaining({ code: 'pinned', kind: 'meeting', id, fromDay: '2022-04-21' }));
    await give();
    expect(meeting('State review meeting').day).toBe('2022-04-21');
    pin(0);
  });

  test('a line held back stays, and what hangs on it with it; the result is the preview', async () => {
    const heldBack = [{ kind: 'programme' as const, id: of.dialogue }];
    const shown = preview({ heldBack });
    expect(said(shown)).toEqual(['Membership drive 2022-03-01–2022-03-31 → 2022-03-01–2022-04-15']);
    expect(shown.stays).toEqual([expect.objectContaining({ id: of.dialogue, reason: 'heldBack', wantedFromDay: '2022-04-18' })]);
    expect(shown.conflicts).toContainEqual(expect.objectContaining({ code: 'link', id: of.dialogue, reason: 'heldBack' }));
    await give({ heldBack }, shown.mark);
    expect(programme(of.dialogue).fromDay).toBe('2022-04-12');
    expect(meeting('State review meeting').day).toBe('2022-04-21');
  });

  test('new days on which the leader is away are named', async () => {
    await workspace.act('people.addAway', { personId: programme(of.dialogue).personId!, fromDay: '2022-04-23', toDay: '2022-04-24', reason: 'Wedding' });
    expect(preview().conflicts.filter(({ code }) => code === 'away').map(({ levelId, detail }) => [levelId, detail['nameEn']])).toEqual([['panchayat', 'State in-charge'], ['booth', 'State in-charge']].slice(0, 1));
  });
});

describe('what stands on the days', () => {
  const about = () => ({ programmeId: of.drive, metricId: of.members });
  test('targets due on the last day are due on the new one; others stay', async () => {
    await workspace.act('targets.apportion', { ...about(), unitId: of.state, method: 'booths', total: 100_000, toLevelId: 'district', dueDay: '2022-03-31' });
    await workspace.act('targets.set', { ...about(), unitId: of.unit('Dhanbad', 'district'), dueDay: '2022-03-15' });
    expect(preview().dueDays).toEqual([expect.objectContaining({ programmeId: of.drive, oldDay: '2022-03-31', newDay: '2022-04-15', targets: 24 })]);
    await give();
    expect(workspace.rows('SELECT dueDay, COUNT(*) AS n FROM target GROUP BY dueDay')).toEqual([{ dueDay: '2022-03-15', n: 1 }, { dueDay: '2022-04-15', n: 24 }]);
  });
  test('responsibilities for the programme that end with it would run out: prolonged with it, or reported', async () => {
    const person = workspace.rows<{ id: string }>(`SELECT id FROM person WHERE veteran = 1`)[0]!;
    await workspace.act('charges.handOut', { fromDay: '2022-03-01', toDay: '2022-03-31', programmeId: of.drive, lines: [{ personId: person.id, unitIds: [of.unit('Latehar', 'district'), of.unit('Pakur', 'district')] }] });
    expect(preview().charges).toEqual([expect.objectContaining({ oldDay: '2022-03-31', newDay: '2022-04-15', responsibilities: 2 })]);
    expect(preview({ prolong: false }).conflicts).toContainEqual(expect.objectContaining({ code: 'chargeEnds', detail: { count: 2, general: 0 } }));
    await give();
    expect(workspace.rows('SELECT toDay, COUNT(*) AS n FROM responsibility WHERE programmeId IS NOT NULL GROUP BY toDay')).toEqual([{ toDay: '2022-04-15', n: 2 }]);
  });
  test('responsibilities for every programme that end between the days are counted', () => {
    expect(workspace.ask('programmes.previewOrder', { programmeId: of.dialogue, kind: 'postponement', orderDay: '2022-04-01', fromDay: '2022-04-28' }).conflicts.find(({ code }) => code === 'chargeEnds')!.detail).toEqual({ count: 42, general: 1 });
  });
});

describe('other orders', () => {
  const dialogue = (more: Partial<Order>) => ({ programmeId: of.dialogue, orderDay: '2022-04-14', orderBy: 'State president', kind: 'untilFurtherNotice' as const, ...more });
  test('until further notice, only what has not been held: the district phase stays held; a new day takes it up again', async () => {
    await workspace.act('programmes.order', dialogue({}));
    expect(programme(of.dialogue)).toMatchObject({ state: 'untilFurtherNotice', fromDay: '2022-04-12', phases: [{ state: 'done' }, { state: 'untilFurtherNotice' }, { state: 'untilFurtherNotice' }, { state: 'untilFurtherNotice' }] });
    expect(workspace.ask('programmes.getOrder', { id: programme(of.dialogue).orders[0]!.id }).lines.filter(({ role }) => role === 'conflict')).toEqual([expect.objectContaining({ code: 'waits', nameEn: 'State review meeting' })]);
    await workspace.act('programmes.order', dialogue({ kind: 'postponement', fromDay: '2022-05-02' }));
    expect(programme(of.dialogue)).toMatchObject({ fromDay: '2022-04-12', toDay: '2022-05-08', phases: [{ fromDay: '2022-04-12' }, { fromDay: '2022-05-02' }, { fromDay: '2022-05-05' }, { fromDay: '2022-05-07' }] });
    expect(meeting('State review meeting').day).toBe('2022-05-09');
  });
  test('what has no days in force asks nothing of today: not on home, called off in the calendar, said on the sheet; what was held stays', async () => {
    await workspace.act('programmes.order', dialogue({}));
    expect(workspace.ask('home.summary', {}).programmes.map(({ nameEn }) => nameEn)).not.toContain('Dialogue programme');
    const bands = workspace.ask('calendar.range', { fromDay: '2022-04-12', toDay: '2022-04-20' }).filter((entry) => entry.id.startsWith(of.dialogue));
    expect(bands.map(({ titleEn, cancelled }) => [titleEn, cancelled])).toEqual([
      ['Dialogue programme', true], ['Dialogue programme: District', false], ['Dialogue programme: Block', true], ['Dialogue programme: Panchayat', true], ['Dialogue programme: Booth', true]]);
    const sheet = workspace.ask('sheets.model', { sheet: { kind: 'assignment', unitId: of.unit('Dhanbad', 'district'), programmeId: of.dialogue, metricId: of.members } });
    expect(sheet.facts.map(({ label, value }) => `${label.en}: ${value.hi}`)).toEqual(expect.arrayContaining(['Period: अगले आदेश तक स्थगित', expect.stringContaining('Dates by level: जिला: 12 से 13 अप्रैल · प्रखंड: अगले आदेश तक स्थगित')]));
  });
  test('units that have held their part are kept and counted', async () => {
    const held = [of.unit('Dhanbad', 'district'), of.unit('Ranchi', 'district')];
    await workspace.act('programmes.setHeld', { id: of.dialogue, unitIds: held, day: '2022-04-13' });
    expect(programme(of.dialogue)).toMatchObject({ heldTotal: 2, held: [{ nameEn: 'Dhanbad', day: '2022-04-13' }, { nameEn: 'Ranchi', day: '2022-04-13' }] });
    expect(workspace.ask('programmes.previewOrder', dialogue({}))).toMatchObject({ heldUnits: 2, offLevels: ['block', 'panchayat', 'booth'] });
    await workspace.act('programmes.setHeld', { id: of.dialogue, unitIds: held.slice(0, 1), day: null });
    expect(programme(of.dialogue).heldTotal).toBe(1);
  });
  test('cancelled as a whole; nothing that hangs on it moves, and it says so', async () => {
    const shown = workspace.ask('programmes.previewOrder', dialogue({ kind: 'cancellation', part: 'whole' }));
    expect(shown.stays).toEqual([expect.objectContaining({ nameEn: 'State review meeting', reason: 'noDate' })]);
    await workspace.act('programmes.order', dialogue({ kind: 'cancellation', part: 'whole' }));
    expect(programme(of.dialogue).phases.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
  });
  test('taken back when other acts came after: what nobody moved since goes back, the rest and the order stay', async () => {
    const { id } = await give();
    const review = workspace.ask('calendar.meeting', { id: meeting('State review meeting').id });
    await workspace.act('calendar.move', { kind: 'meeting', id: review.id, day: '2022-04-29', begin: review.begin, minutes: review.minutes, accept: true });
    expect(await workspace.act('programmes.takeBackOrder', { id })).toEqual({ back: 6, left: 1 });
    expect(programme(of.dialogue)).toMatchObject({ fromDay: '2022-04-12', toDay: '2022-04-20', said: 'byDays' });
    expect(meeting('State review meeting').day).toBe('2022-04-29');
    expect(programme(of.drive).orders.map((order) => [order.id === id || order.id === storyOrder, order.takenBackDay])).toEqual([[true, '2022-04-16'], [true, '2022-04-16']]);
    await expect(workspace.act('programmes.takeBackOrder', { id })).rejects.toMatchObject({ code: 'programmes.orderTakenBack' });
  });
});

describe('links', () => {
  const fields = (fromId: string, toId: string, more: object = {}) => ({ fromKind: 'programme' as const, fromId, toKind: 'programme' as const, toId, kind: 'startsAfter' as const, ...more });
  test('a cycle is refused with its names in both languages; twice, to itself and to what is gone, too', async () => {
    await expect(workspace.act('programmes.saveLink', { id: null, fields: fields(of.dialogue, of.drive) })).rejects.toMatchObject({
      code: 'programmes.cycle', detail: { namesEn: 'Dialogue programme → Membership drive → Dialogue programme', namesHi: 'संवाद कार्यक्रम → सदस्यता अभियान → संवाद कार्यक्रम' },
    });
    await expect(workspace.act('programmes.saveLink', { id: null, fields: fields(of.drive, of.dialogue) })).rejects.toMatchObject({ code: 'programmes.linkTwice' });
    await expect(workspace.act('programmes.saveLink', { id: null, fields: fields(of.drive, of.drive) })).rejects.toMatchObject({ code: 'programmes.linkToItself' });
    await expect(workspace.act('programmes.saveLink', { id: null, fields: fields(of.drive, 'none') })).rejects.toMatchObject({ code: 'programmes.linkEndGone' });
    await workspace.act('programmes.saveLink', { id: null, fields: fields(of.dialogue, of.drive, { kind: 'mustNotOverlap' }) });
  });
  test('how links hold is told, and what is taken away takes its links with it', async () => {
    expect(programme(of.drive).links).toEqual([expect.objectContaining({ kind: 'startsAfter', days: 3, slackDays: 9, broken: false })]);
    await workspace.act('programmes.remove', { id: of.drive });
    expect(programme(of.dialogue).links.map(({ toKind }) => toKind)).toEqual(['meeting']);
    await workspace.act('calendar.removeMeeting', { id: meeting('State review meeting').id });
    expect(workspace.rows('SELECT 1 FROM programmeLink')).toEqual([]);
  });
  test('what can be linked is found in either script, nearest to today first', () => {
    expect(workspace.ask('programmes.linkable', { text: 'sanvad' }).map(({ nameEn }) => nameEn)).toEqual(['Dialogue programme']);
    expect(workspace.ask('programmes.linkable', { not: { kind: 'programme', id: of.drive } }).map(({ kind }) => kind)).toEqual(['programme', 'meeting', 'meeting']);
  });
});

test('for any web of programmes, links and orders: the result is the preview, and undone the record is the identical one', async () => {
  const random = seeded(7);
  const ids: string[] = [];
  for (let at = 0; at < 14; at++) {
    const from = random.whole(1, 20);
    const day = (number: number) => `2022-05-${String(number).padStart(2, '0')}`;
    const to = from + random.whole(0, 8);
    const { id } = await workspace.act('programmes.save', { id: null, fields: { nameEn: `P${at}`, nameHi: null, fromDay: day(from), toDay: day(to), metricIds: [], phases: random.next() < 0.4 ? [{ levelId: 'district', fromDay: day(from), toDay: day(from) }, { levelId: 'booth', fromDay: day(to), toDay: day(to) }] : [] } });
    ids.push(id);
  }
  const kinds = ['startsAfter', 'keepsGap', 'mustNotOverlap', 'mustEndBefore'] as const;
  for (let at = 0; at < 20; at++) {
    const from = random.whole(0, 12);
    await workspace.act('programmes.saveLink', { id: null, fields: { fromKind: 'programme', fromId: ids[from]!, toKind: 'programme', toId: ids[random.whole(from + 1, 13)]!, kind: kinds[random.whole(0, 3)]!, days: random.whole(0, 4) } }).catch(() => undefined);
  }
  for (let at = 0; at < 8; at++) {
    const programmeId = ids[random.whole(0, 5)]!;
    const before = workspace.record();
    const { toDay } = programme(programmeId);
    const order = { programmeId, kind: 'extension' as const, orderDay: `2022-05-0${random.whole(1, 9)}`, toDay: addDays(toDay, random.whole(1, 12)), phases: (['last', 'shift', 'stay'] as const)[random.whole(0, 2)]!, heldBack: random.next() < 0.5 ? [{ kind: 'programme' as const, id: ids[random.whole(6, 13)]! }] : [] };
    const shown = workspace.ask('programmes.previewOrder', order);
    await workspace.act('programmes.order', { ...order, orderBy: 'State', mark: shown.mark });
    for (const move of shown.moves) {
      const now = programme(move.id);
      expect(move.kind === 'phase' ? now.phases.find(({ levelId }) => levelId === move.levelId) : now).toMatchObject({ fromDay: move.newFromDay, toDay: move.newToDay });
    }
    const moved = new Set(shown.moves.map(({ id }) => id));
    for (const stay of shown.stays) expect([moved.has(stay.id), programme(stay.id).fromDay]).toEqual([false, stay.fromDay]);
    await workspace.act('history.undo', {});
    expect(workspace.record()).toBe(before);
    if (at % 2 === 0) await workspace.act('history.redo', {});
  }
});
