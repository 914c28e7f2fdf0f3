// What new days would run into: tours laid on the old days, blackout days, leaders who are away or elsewhere, responsibilities that end too early.
import { addDays, daysBetween } from '../../../shared/dates.ts';
import type { Blackout } from '../../../shared/model/blackout.ts';
import type { ChargeMove, OrderConflict, OrderMove } from '../../../shared/model/order.ts';
import type { ReadDb } from '../../store/sql.ts';
import { awayOf, engagementsOf } from '../tour/engagements.ts';
import { blackoutsOf } from './blackouts.ts';
import { keyOf } from './dated.ts';
import type { OrderCase } from './orderCase.ts';

interface Span {
  fromDay: string;
  toDay: string;
}

/** A move that has days in force: a phase, or what has no phases that move. */
const leavesOf = (moves: readonly OrderMove[], phases: ReadonlyMap<string, unknown>): OrderMove[] =>
  moves.filter((move) => (move.oldFromDay !== move.newFromDay || move.oldToDay !== move.newToDay) && !(move.kind === 'programme' && phases.has(move.id)));

const touch = (a: Span, fromDay: string, toDay: string): boolean => a.fromDay <= toDay && a.toDay >= fromDay;
/** On the new days, and not on the old ones already. */
const newlyOn = (span: Span, move: OrderMove): boolean => touch(span, move.newFromDay, move.newToDay) && !touch(span, move.oldFromDay, move.oldToDay);

const about = ({ kind, id, levelId, nameEn, nameHi }: OrderMove, { fromDay, toDay }: Span): Omit<OrderConflict, 'code' | 'detail'> =>
  ({ kind, id, levelId, nameEn, nameHi, fromDay, toDay, by: null, reason: null, before: false });

/** Throws nothing; lines in the order of the moves, blackouts first. */
export function conflictsOf(db: ReadDb, found: OrderCase, moves: readonly OrderMove[], phases: ReadonlyMap<string, unknown>, charges: readonly ChargeMove[]): OrderConflict[] {
  const leaves = leavesOf(moves, phases);
  const first = leaves[0];
  if (!first) return [];
  const [fromDay, toDay] = leaves.reduce(([from, to], move) => [move.newFromDay < from ? move.newFromDay : from, move.newToDay > to ? move.newToDay : to], [first.newFromDay, first.newToDay]);
  return [
    ...toursLeftBehind(db, moves, found),
    ...blackoutConflicts(db, leaves, fromDay, toDay, found),
    ...awayConflicts(db, leaves, fromDay, toDay, found),
    ...busyConflicts(db, leaves, moves, fromDay, toDay),
    ...charges.map(({ programmeId, nameEn, nameHi, oldDay, newDay, responsibilities }): OrderConflict =>
      ({ code: 'chargeEnds', kind: 'programme', id: programmeId, levelId: null, nameEn, nameHi, fromDay: oldDay, toDay: newDay, by: null, reason: null, before: false, detail: { count: responsibilities, general: 0 } })),
    ...generalCharges(db, moves, found),
  ];
}

/** Where each thing takes place, as paths: below one of them, or above it. Nothing: everywhere. */
function areasOf(db: ReadDb, { things }: OrderCase): (move: OrderMove) => readonly string[] {
  const paths = new Map(db.raw<[string, string]>(
    `SELECT id, path FROM unit WHERE id IN (SELECT value FROM json_each(?))`, JSON.stringify([...new Set([...things.values()].map(({ unitId }) => unitId).filter((id) => id !== null))])));
  const listed = new Map<string, string[]>();
  for (const [programmeId, path] of db.raw<[string, string]>('SELECT programmeId, path FROM programmeUnit CROSS JOIN unit ON unit.id = unitId')) listed.set(programmeId, [...(listed.get(programmeId) ?? []), path]);
  return (move) => {
    const thing = things.get(keyOf(move.kind === 'phase' ? 'programme' : move.kind, move.id))!;
    const own = thing.unitId === null ? undefined : paths.get(thing.unitId);
    return listed.get(thing.id) ?? (own === undefined ? [] : [own]);
  };
}

function blackoutConflicts(db: ReadDb, leaves: readonly OrderMove[], fromDay: string, toDay: string, found: OrderCase): OrderConflict[] {
  const blackouts = blackoutsOf(db, { fromDay, toDay });
  if (blackouts.length === 0) return [];
  const areas = areasOf(db, found);
  const paths = new Map(db.raw<[string, string]>('SELECT DISTINCT unit.id, unit.path FROM blackout CROSS JOIN unit ON unit.id = blackout.unitId WHERE blackout.unitId IS NOT NULL'));
  const here = (blackout: Blackout, move: OrderMove): boolean => {
    const path = blackout.unitId === null ? undefined : paths.get(blackout.unitId);
    if (path === undefined) return true;
    const places = areas(move);
    return places.length === 0 || places.some((place) => place.startsWith(path) || path.startsWith(place));
  };
  const onDays = blackoutsBy(blackouts);
  const conflicts: OrderConflict[] = [];
  for (const move of leaves) {
    for (const blackout of onDays(move.newFromDay, move.newToDay)) {
      if (!newlyOn(blackout, move) || !here(blackout, move)) continue;
      conflicts.push({
        ...about(move, { fromDay: blackout.fromDay < move.newFromDay ? move.newFromDay : blackout.fromDay, toDay: blackout.toDay > move.newToDay ? move.newToDay : blackout.toDay }),
        code: 'blackout', detail: { nameEn: blackout.nameEn, nameHi: blackout.nameHi, kind: blackout.kind, unitNameEn: blackout.unitNameEn, unitNameHi: blackout.unitNameHi },
      });
    }
  }
  return conflicts;
}

/**
 * Those that touch some days, out of a list in the order of first days: by halving to the last that has begun by then, and back from there
 * as far as any before it still lasts.
 */
function blackoutsBy(blackouts: readonly Blackout[]): (fromDay: string, toDay: string) => Blackout[] {
  let latest = '';
  /** The latest last day up to each. */
  const lasts = blackouts.map(({ toDay }) => (latest = toDay > latest ? toDay : latest));
  return (fromDay, toDay) => {
    let [low, high] = [0, blackouts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (blackouts[middle]!.fromDay <= toDay) low = middle + 1;
      else high = middle;
    }
    const found: Blackout[] = [];
    for (let at = low - 1; at >= 0 && lasts[at]! >= fromDay; at--) if (blackouts[at]!.toDay >= fromDay) found.unshift(blackouts[at]!);
    return found;
  };
}

/** Who leads, goes or attends, by the move's key. */
function peopleOf(db: ReadDb, leaves: readonly OrderMove[], { things }: OrderCase): (move: OrderMove) => readonly string[] {
  const meetings = JSON.stringify(leaves.filter(({ kind }) => kind === 'meeting').map(({ id }) => id));
  const tours = JSON.stringify(leaves.filter(({ kind }) => kind === 'tour').map(({ id }) => id));
  const found = new Map<string, string[]>();
  const add = (key: string, personId: string): void => { found.set(key, [...(found.get(key) ?? []), personId]); };
  for (const [id, personId] of db.raw<[string, string]>('SELECT meetingId, personId FROM meetingPerson WHERE meetingId IN (SELECT value FROM json_each(?))', meetings)) add(`meeting ${id}`, personId);
  for (const [id, personId] of db.raw<[string, string]>('SELECT tourId, personId FROM tourLeader WHERE tourId IN (SELECT value FROM json_each(?))', tours)) add(`tour ${id}`, personId);
  return ({ kind, id }) => {
    const key = keyOf(kind === 'phase' ? 'programme' : kind, id);
    const leader = things.get(key)!.personId;
    const others = found.get(key) ?? [];
    return leader === null ? others : [leader, ...others];
  };
}

function awayConflicts(db: ReadDb, leaves: readonly OrderMove[], fromDay: string, toDay: string, found: OrderCase): OrderConflict[] {
  const people = peopleOf(db, leaves, found);
  const all = new Set<string>();
  for (const move of leaves) for (const personId of people(move)) all.add(personId);
  if (all.size === 0) return [];
  const away = awayOf(db, { fromDay, toDay, personIds: [...all] });
  if (away.length === 0) return [];
  const byPerson = Map.groupBy(away, ({ personId }) => personId);
  const names = new Map(db.all<{ id: string; nameEn: string; nameHi: string | null }>('SELECT id, nameEn, nameHi FROM person WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify([...byPerson.keys()])).map((one) => [one.id, one]));
  return leaves.flatMap((move) => people(move).flatMap((personId) => (byPerson.get(personId) ?? []).filter((span) => newlyOn(span, move)).map((span): OrderConflict => ({
    ...about(move, span), code: 'away', detail: { nameEn: names.get(personId)!.nameEn, nameHi: names.get(personId)!.nameHi },
  }))));
}

/** Meetings that move onto an hour at which somebody who attends has something else; what moves too counts where it goes. */
function busyConflicts(db: ReadDb, leaves: readonly OrderMove[], moves: readonly OrderMove[], fromDay: string, toDay: string): OrderConflict[] {
  const meetings = new Map(leaves.filter(({ kind }) => kind === 'meeting').map((move) => [move.id, move]));
  if (meetings.size === 0) return [];
  const moved = new Map(moves.filter(({ kind }) => kind === 'meeting' || kind === 'tour').map((move) => [`${move.kind} ${move.id}`, move]));
  const attending = db.all<{ meetingId: string; personId: string; begin: number; end: number; nameEn: string; nameHi: string | null }>(
    `SELECT meetingId, personId, beginMinute AS begin, beginMinute + minutes AS "end", person.nameEn, person.nameHi
     FROM meetingPerson JOIN meeting ON meeting.id = meetingId JOIN person ON person.id = personId WHERE meetingId IN (SELECT value FROM json_each(?))`, JSON.stringify([...meetings.keys()]));
  const earliest = moves.reduce((least, { oldFromDay }) => (oldFromDay < least ? oldFromDay : least), fromDay);
  const engagements = engagementsOf(db, { fromDay: earliest, toDay, personIds: [...new Set(attending.map(({ personId }) => personId))] });
  const places = engagements.map((one) => {
    const move = one.kind === 'meeting' ? moved.get(`meeting ${one.id}`) : moved.get(`tour ${one.tourId}`);
    return { ...one, dayNow: move ? addDays(one.day, daysBetween(move.oldFromDay, move.newFromDay)) : one.day };
  });
  const byPersonDay = Map.groupBy(places, ({ personId, dayNow }) => `${personId} ${dayNow}`);
  return attending.flatMap(({ meetingId, personId, begin, end, nameEn, nameHi }) => {
    const move = meetings.get(meetingId)!;
    return (byPersonDay.get(`${personId} ${move.newFromDay}`) ?? [])
      .filter((other) => !(other.kind === 'meeting' && other.id === meetingId) && other.begin < end && begin < other.end)
      .map((other): OrderConflict => ({ ...about(move, { fromDay: move.newFromDay, toDay: move.newToDay }), code: 'busy', detail: { nameEn, nameHi, otherEn: other.titleEn, otherHi: other.titleHi } }));
  });
}

/**
 * Tours on the calendar that were laid on the old days of a programme and lie less on its new ones, without a link that would report or move
 * them: of the programme's own leader, or any where the programme is the whole state's.
 */
function toursLeftBehind(db: ReadDb, moves: readonly OrderMove[], { things }: OrderCase): OrderConflict[] {
  const programmes = moves.filter((move) => move.kind === 'programme' && (move.oldFromDay !== move.newFromDay || move.newToDay < move.oldToDay));
  const first = programmes[0];
  if (!first) return [];
  const [from, to] = programmes.reduce(([least, most], { oldFromDay, oldToDay }) => [oldFromDay < least ? oldFromDay : least, oldToDay > most ? oldToDay : most], [first.oldFromDay, first.oldToDay]);
  const tours = db.all<Span & { id: string; personId: string; nameEn: string; nameHi: string | null }>(
    'SELECT id, personId, nameEn, nameHi, fromDay, toDay FROM tour WHERE onCalendar = 1 AND versionOf IS NULL AND fromDay <= ? AND toDay >= ? ORDER BY fromDay, id', to, from)
    .filter(({ id }) => !things.has(keyOf('tour', id)));
  if (tours.length === 0) return [];
  const shared = (a: Span, b: Span): number => Math.max(0, daysBetween(a.fromDay > b.fromDay ? a.fromDay : b.fromDay, a.toDay < b.toDay ? a.toDay : b.toDay) + 1);
  return programmes.flatMap((move) => {
    const thing = things.get(keyOf('programme', move.id))!;
    const [before, after] = [{ fromDay: move.oldFromDay, toDay: move.oldToDay }, { fromDay: move.newFromDay, toDay: move.newToDay }];
    return tours.filter((tour) => (tour.personId === thing.personId || thing.unitId === null) && touch(tour, move.oldFromDay, move.oldToDay) && shared(tour, after) < shared(tour, before)).map((tour): OrderConflict => ({
      code: 'tour', kind: 'tour', id: tour.id, levelId: null, nameEn: tour.nameEn, nameHi: tour.nameHi, fromDay: tour.fromDay, toDay: tour.toDay, by: null, reason: null, before: false,
      detail: { ofEn: thing.nameEn, ofHi: thing.nameHi, newFrom: move.newFromDay, newTo: move.newToDay },
    }));
  });
}

/** Responsibilities for every programme that reached the old last day and end before the new one: of programmes of the whole state. */
function generalCharges(db: ReadDb, moves: readonly OrderMove[], { things }: OrderCase): OrderConflict[] {
  const listed = new Set(db.raw<[string]>('SELECT DISTINCT programmeId FROM programmeUnit').map(([id]) => id));
  const later = moves.filter(({ kind, id, oldToDay, newToDay }) => kind === 'programme' && newToDay > oldToDay && things.get(keyOf('programme', id))!.unitId === null && !listed.has(id));
  const first = later[0];
  if (!first) return [];
  const [from, to] = later.reduce(([least, most], move) => [move.oldToDay < least ? move.oldToDay : least, move.newToDay > most ? move.newToDay : most], [first.oldToDay, first.newToDay]);
  const ends = db.raw<[string, number]>('SELECT toDay, COUNT(*) FROM responsibility WHERE programmeId IS NULL AND toDay >= ? AND toDay < ? GROUP BY toDay', from, to);
  if (ends.length === 0) return [];
  return later.flatMap((move) => {
    const count = ends.reduce((sum, [day, many]) => (day >= move.oldToDay && day < move.newToDay ? sum + many : sum), 0);
    return count === 0 ? [] : [{ ...about(move, { fromDay: move.oldToDay, toDay: move.newToDay }), code: 'chargeEnds' as const, detail: { count, general: 1 } }];
  });
}
