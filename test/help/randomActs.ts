// Acts of every kind about programmes, days, tours and promises, drawn at random over a small state: what a hurried office could do in any order.
import type { NamesOf } from '../../shared/contract.ts';
import { addDays } from '../../shared/dates.ts';
import { AppError } from '../../shared/errors.ts';
import type { LinkKind } from '../../shared/model/schedule.ts';
import type { OrderKind } from '../../shared/model/order.ts';
import { seeded } from '../rules/seeded.ts';
import { testWorkspace } from './workspace.ts';
import type { TestWorkspace } from './workspace.ts';

export type Act = [name: NamesOf<'command' | 'job'>, input: Record<string, unknown>, files?: Record<string, string>];

export interface RandomActs {
  /** A number of its own from `from` to `to`, for whoever drives the acts. */
  whole(from: number, to: number): number;
  next(): Act;
}

/** A state of five districts with points, ten blocks and four leaders. */
export async function smallState(): Promise<TestWorkspace> {
  const file = await testWorkspace({ kind: 'new', nameEn: 'Small State', nameHi: 'छोटा प्रदेश' });
  const root = file.ask('workspace.get', {}).rootUnitId as string;
  for (let at = 0; at < 5; at++) {
    const { id } = await file.act('units.add', { parentId: root, levelId: 'district', nameEn: `District ${at}`, lat: 22 + at / 3, lon: 84 + ((at * 7) % 5) / 3, electors: 1000 * at });
    for (let block = 0; block < 2; block++) await file.act('units.add', { parentId: id, levelId: 'block', nameEn: `Block ${at}${block}`, lat: 22.1 + at / 3, lon: 84 + ((at * 7) % 5) / 3 + block / 9 });
  }
  for (let at = 0; at < 4; at++) await file.act('people.save', { id: null, fields: { nameEn: `Leader ${at}`, nameHi: null, phones: [], veteran: false }, ends: [] });
  await file.act('programmes.saveMetric', { id: null, fields: { nameEn: 'Members', nameHi: null, kind: 'sum', countLevelId: null, ofMetricId: null } });
  return file;
}

/** Days around one spring, and now and then one at which calendars stumble. */
const oddDays = ['2022-02-28', '2024-02-29', '2020-02-29', '2021-12-31', '2022-01-01', '2022-12-31', '2023-01-01', '1999-12-31'];
const orders: OrderKind[] = ['extension', 'extension', 'advance', 'postponement', 'untilFurtherNotice', 'cancellation'];
const links: LinkKind[] = ['startsAfter', 'keepsGap', 'mustNotOverlap', 'mustEndBefore'];
const levelIds = ['state', 'division', 'district', 'block', 'town', 'mandal', 'panchayat', 'ward', 'booth'];

export function randomActs(file: TestWorkspace, seed: number): RandomActs {
  const { next: chance, whole } = seeded(seed);
  const pick = <Value>(list: readonly Value[]): Value => list[whole(0, list.length - 1)] as Value;
  const often = (share: number): boolean => chance() < share;
  const day = (): string => (often(0.08) ? pick(oddDays) : addDays('2022-03-15', whole(0, 60)));
  const span = (): { fromDay: string; toDay: string } => {
    const fromDay = day();
    return { fromDay, toDay: addDays(fromDay, often(0.05) ? 400 : often(0.05) ? -1 : whole(0, 12)) };
  };
  const maybe = <Value>(value: Value): Value | null => (often(0.3) ? null : value);
  const minute = (): number => 15 * whole(0, 96);
  const ids = (sql: string): string[] => file.rows<{ id: string }>(`SELECT id FROM ${sql} ORDER BY id`).map(({ id }) => id);
  const one = (sql: string): string => {
    const found = ids(sql);
    return found.length === 0 || often(0.02) ? 'gone' : pick(found);
  };
  const some = (sql: string, most: number): string[] => ids(sql).filter(() => often(0.5)).slice(0, most);
  const unit = (): string => one('unit');
  const person = (): string => one('person');
  const programme = (): string => one('programme');
  const tour = (): string => one(often(0.6) ? 'tour WHERE onCalendar = 1 OR EXISTS (SELECT 1 FROM tourStop WHERE tourId = tour.id)' : 'tour');
  const stop = (): string => one(often(0.6) ? 'tourStop WHERE day IS NOT NULL' : 'tourStop');
  const meeting = (): string => one('meeting');
  const pointed = 'unit WHERE lat IS NOT NULL';
  const dayOf = (tourId: string): string => {
    const [frame] = file.rows<{ fromDay: string; toDay: string }>('SELECT fromDay, toDay FROM tour WHERE id = ?', tourId);
    return frame ? addDays(frame.fromDay, whole(0, 4)) : day();
  };
  const item = () => (often(0.6) ? { kind: 'programme', id: programme() } : often(0.5) ? { kind: 'meeting', id: meeting() } : { kind: 'tour', id: tour() });
  let names = 0;
  const named = (what: string) => ({ nameEn: `${what} ${names++}`, nameHi: maybe(`नाम ${names}`) });
  const meetingFields = () => ({ titleEn: `Meeting ${names++}`, titleHi: null, day: day(), begin: minute(), minutes: 15 * whole(1, 12), unitId: maybe(unit()), placeEn: null, placeHi: null, personIds: some('person', 3), pinned: often(0.2) });
  const rule = () => ({ freq: pick(['daily', 'weekly', 'monthly']), every: whole(1, 3), weekdays: some('level', 0).length === 0 ? [whole(0, 6)] : [], monthDay: null, nth: maybe(whole(1, 4)), untilDay: null, times: whole(1, 6) });
  const tourFields = () => {
    const places = ids(pointed);
    const unitIds = some(pointed, 6);
    return {
      ...named('Tour'), personId: person(), ...span(), firstUnitId: maybe(pick(places)), lastUnitId: maybe(pick(places)), unitIds, meetingMinutes: 30 * whole(1, 4), dutyFrom: 540, dutyTo: 1140, roadFactor: 1.3, speedKmPerHour: 35,
      rules: often(0.5) ? undefined : { leaderIds: some('person', 1), nightUnitIds: some(pointed, 3), driveOn: often(0.5), fewestDays: often(0.3), wanted: some(pointed, 3).map((unitId) => ({ unitId, worth: whole(1, 9) })) },
    };
  };
  const drop = () => {
    const stopId = stop();
    const [found] = file.rows<{ tourId: string }>('SELECT tourId FROM tourStop WHERE id = ?', stopId);
    return { stopId, to: maybe({ day: dayOf(found?.tourId ?? 'gone'), index: whole(0, 3) }) };
  };

  const kinds: (() => Act)[] = [
    () => ['programmes.save', {
      id: maybe(programme()),
      fields: { ...named('Programme'), ...span(), phases: [...new Set([pick(levelIds), pick(levelIds)])].filter(() => often(0.6)).map((levelId) => ({ levelId, ...span() })), metricIds: some('metric', 2), unitId: maybe(unit()), personId: maybe(person()), unitIds: some('unit', 3) },
    }],
    () => ['programmes.save', { id: null, fields: { ...named('Programme'), ...span(), phases: [], metricIds: [] } }],
    () => ['programmes.setState', { id: programme(), said: pick(['byDays', 'running', 'done', 'postponed', 'untilFurtherNotice', 'cancelled']) }],
    () => ['programmes.setPhaseState', { id: programme(), levelId: pick(levelIds), said: pick(['byDays', 'done', 'untilFurtherNotice', 'cancelled']) }],
    () => ['programmes.setHeld', { id: programme(), unitIds: [unit(), unit()], day: maybe(day()) }],
    () => ['programmes.remove', { id: programme() }],
    () => {
      const [from, to] = [item(), item()];
      return ['programmes.saveLink', { id: often(0.8) ? null : one('programmeLink'), fields: { fromKind: from.kind, fromId: from.id, toKind: to.kind, toId: to.id, kind: pick(links), days: whole(0, 4) } }];
    },
    () => ['programmes.removeLink', { id: one('programmeLink') }],
    () => ['programmes.order', {
      programmeId: programme(), kind: pick(orders), orderDay: day(), fromDay: maybe(day()), toDay: maybe(day()), part: pick(['whole', 'rest']), phases: pick(['last', 'shift', 'stay']), heldBack: often(0.3) ? [item()] : [], orderBy: 'State office', dueDays: often(0.8), prolong: often(0.8),
    }],
    () => ['programmes.takeBackOrder', { id: one('programmeOrder WHERE takenBackDay IS NULL') }],
    () => ['blackouts.save', { id: maybe(one('blackout')), fields: { ...named('Festival'), kind: pick(['festival', 'exam', 'modelCode']), ...span(), unitId: maybe(unit()) } }],
    () => ['blackouts.remove', { ids: [one('blackout')] }],
    () => ['calendar.saveMeeting', { id: maybe(meeting()), fields: meetingFields(), repeat: maybe(rule()), scope: pick(['one', 'later', 'all']), accept: true }],
    () => ['calendar.saveMeeting', { id: null, fields: meetingFields(), repeat: rule(), accept: true }],
    () => ['calendar.move', { kind: 'meeting', id: meeting(), day: day(), begin: minute(), minutes: 60, scope: pick(['one', 'later', 'all']), accept: true }],
    () => ['calendar.move', { kind: 'stop', id: stop(), day: day(), begin: minute(), minutes: 60, accept: true }],
    () => ['calendar.copy', often(0.5) ? { kind: 'meeting', id: meeting(), day: day(), begin: minute(), accept: true } : { kind: 'stop', id: stop(), day: day(), begin: minute(), accept: true }],
    () => ['calendar.removeMeeting', { id: meeting(), scope: pick(['one', 'later', 'all']) }],
    () => ['calendar.cancelMeeting', { id: meeting(), scope: pick(['one', 'later', 'all']), cancelled: often(0.6) }],
    () => ['calendar.setRules', { checks: Object.fromEntries(['overlap', 'travel', 'hours', 'away', 'blackout', 'busy', 'pinned', 'tour'].map((check) => [check, pick(['warn', 'warn', 'refuse'])])) }],
    () => ['calendar.removeBusy', { personId: person() }],
    () => ['people.addAway', { personId: person(), ...span(), reason: '' }],
    () => ['people.removeAway', { id: one('dayAway') }],
    () => ['tours.save', { id: often(0.7) ? null : tour(), fields: tourFields(), draft: often(0.5) }],
    () => ['tours.plan', { id: tour(), improve: often(0.5) }],
    () => ['tours.remove', { id: tour() }],
    () => ['tours.move', { ...drop(), accept: true }],
    () => ['tours.setStop', { stopId: stop(), wishes: { must: often(0.5), worth: whole(1, 9), minutes: maybe(30 * whole(1, 4)), beginFrom: maybe(600), beginTo: maybe(900), onlyFromDay: maybe(day()), onlyToDay: maybe(day()) } }],
    () => ['tours.addStop', { id: tour(), unitId: one(pointed), must: often(0.5), accept: true }],
    () => ['tours.removeStop', { stopId: stop() }],
    () => {
      const id = tour();
      return ['tours.setDay', { id, day: dayOf(id), dutyFrom: maybe(600), dutyTo: maybe(1080), locked: often(0.3) }];
    },
    () => {
      const id = tour();
      return ['tours.reserve', { id, day: dayOf(id), from: 720, to: 720 + 30 * whole(0, 4) }];
    },
    () => ['tours.unreserve', { reservedId: one('tourReserved') }],
    () => ['tours.copyVersion', { id: tour() }],
    () => ['tours.chooseVersion', { id: tour() }],
    () => ['tours.putOnCalendar', { id: tour(), onCalendar: often(0.7), accept: true }],
    () => ['tours.pin', { stopId: stop(), pinned: often(0.6) }],
    () => ['onTheDay.mark', { stopId: stop(), mark: maybe({ state: pick(['arrived', 'held', 'skipped']), arrivedMinute: maybe(600), heldFrom: maybe(610), heldTo: maybe(660), attendance: maybe(whole(0, 500)), note: '' }) }],
    () => ['promises.save', { id: maybe(one('promise')), fields: { kind: pick(['promise', 'task']), unitId: unit(), personId: person(), madeDay: day(), stopId: maybe(stop()), meetingId: maybe(meeting()), text: 'A road', who: '', dueDay: maybe(day()) } }],
    () => ['promises.settle', { id: one('promise'), day: maybe(day()) }],
    () => ['promises.remove', { id: one('promise') }],
    () => ['travel.set', { lines: [{ fromUnitId: one(pointed), toUnitId: one(pointed), distanceKm: maybe(whole(5, 300)), travelMinutes: maybe(whole(5, 600)), bothWays: often(0.7) }] }],
    () => ['travel.import', { token: null, text: `From\tTo\tkm\n${[0, 1, 2].map(() => `District ${whole(0, 4)}\tDistrict ${whole(0, 4)}\t${whole(5, 300)}`).join('\n')}` }],
    () => ['travel.clear', {}],
    () => ['travel.setStart', { roadFactor: 1 + whole(0, 20) / 10, speedKmPerHour: whole(20, 60) }],
    () => ['levels.save', { id: often(0.7) ? null : one('level'), afterId: pick(levelIds), fields: { ...named('Level'), pluralEn: `Levels ${names}`, pluralHi: null, under: [pick(levelIds)] } }],
    () => ['levels.remove', { id: one('level') }],
    () => ['units.add', { parentId: one(`unit WHERE levelId = 'district'`), levelId: 'block', nameEn: `Block ${names++}`, lat: 22.5, lon: 85 }],
    () => ['units.remove', { id: one(`unit WHERE levelId = 'block'`) }],
    () => ['units.move', { id: one(`unit WHERE levelId = 'block'`), parentId: one(`unit WHERE levelId = 'district'`) }],
    () => ['people.remove', { id: person() }],
    () => {
      const rows = file.rows<{ programmeId: string; metricId: string }>('SELECT programmeId, metricId FROM programmeMetric ORDER BY programmeId, metricId');
      const target = rows.length === 0 ? undefined : pick(rows);
      return ['targets.set', { programmeId: target?.programmeId ?? 'gone', metricId: target?.metricId ?? 'gone', unitId: unit(), value: whole(0, 1000), dueDay: day() }];
    },
    () => ['charges.handOut', { ...span(), programmeId: maybe(programme()), lines: [{ personId: person(), unitIds: some('unit', 3) }] }],
  ];
  /** What takes away comes seldom, or there would be nothing left to do anything with. */
  const next = (): Act => {
    const act = pick(kinds)();
    return /remove|clear/i.test(act[0]) && often(0.7) ? next() : act;
  };
  return { whole, next };
}

/** What came of an act: done, or refused with a code; anything else is a fault and thrown. */
export async function tryAct(file: TestWorkspace, [name, input, files]: Act): Promise<string> {
  try {
    await file.act(name, input as never, files);
    return 'done';
  } catch (error) {
    if (error instanceof AppError && error.code !== 'bug') return error.code;
    throw new Error(`${name} ${JSON.stringify(input)}`, { cause: error });
  }
}
