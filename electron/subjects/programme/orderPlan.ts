// What an order comes to, whole: the one function behind the preview and the order itself.
import { dayFromNumber, dayNumber } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ByLink, ChargeMove, DueMove, OrderConflict, OrderInput, OrderMove, OrderStay } from '../../../shared/model/order.ts';
import { levelDays } from '../../../shared/rules/reschedule/levelDays.ts';
import { newDays } from '../../../shared/rules/reschedule/newDays.ts';
import { isOpen } from '../../../shared/rules/reschedule/part.ts';
import { reschedule } from '../../../shared/rules/reschedule/reschedule.ts';
import type { BrokenOut, ItemIn } from '../../../shared/rules/reschedule/types.ts';
import type { ReadDb } from '../../store/sql.ts';
import { keyOf } from './dated.ts';
import { conflictsOf } from './orderConflicts.ts';
import { orderCase } from './orderCase.ts';
import type { OrderCase, Thing } from './orderCase.ts';
import { chargesOf, dueDaysOf, phasesIn } from './orderFollowers.ts';
import { outcomeMark } from './outcomeMark.ts';
import { firstPins } from './pinned.ts';

export interface OrderPlan {
  root: Thing;
  newFromDay: string;
  newToDay: string;
  off: boolean;
  reopens: boolean;
  /** Phases an order without new days is about. */
  offLevels: string[];
  heldUnits: number;
  moves: OrderMove[];
  stays: OrderStay[];
  conflicts: OrderConflict[];
  dueDays: DueMove[];
  charges: ChargeMove[];
  mark: string;
  /** What is said of a programme that follows, before the order. */
  saidOf: (programmeId: string) => Thing['said'];
}

/** Throws `programmes.gone`, `programmes.orderTooFar` and what `newDays` throws. */
export function orderPlan(db: ReadDb, input: OrderInput): OrderPlan {
  const found = orderCase(db, input.programmeId);
  const { root, things, items, links } = found;
  const orderDay = dayNumber(input.orderDay);
  const item = items.find(({ key }) => key === keyOf('programme', root.id))!;
  const number = (day: string | null): number | null => (day === null ? null : dayNumber(day));
  const { kind, levelId } = input;
  const wanted = { kind, from: number(input.fromDay), to: number(input.toDay), orderDay };
  const change = levelId === null ? newDays(item, { ...wanted, phases: input.phases }) : levelDays(item, { ...wanted, level: levelId });
  const offLevels = change.off ? levelsWithoutDays(item, input.part, orderDay) : levelId !== null && (kind === 'untilFurtherNotice' || kind === 'cancellation') ? [levelId] : [];
  const heldBack = new Set(input.heldBack.map(({ kind, id }) => keyOf(kind, id)));
  const result = reschedule({
    items, root: change, orderDay, heldBack,
    links: links.map(({ fromKind, fromId, toKind, toId, kind, days }) => ({ from: keyOf(fromKind, fromId), to: keyOf(toKind, toId), kind, days })),
  });

  const day = daysRead();
  const by = linksRead(found);
  const moves = result.moves.map((move): OrderMove => {
    const thing = things.get(move.key)!;
    return {
      kind: move.phase === null ? thing.kind : 'phase', id: thing.id, levelId: move.phase, nameEn: thing.nameEn, nameHi: thing.nameHi,
      oldFromDay: day(move.from), oldToDay: day(move.to), newFromDay: day(move.newFrom), newToDay: day(move.newTo),
      days: move.newFrom - move.from || move.newTo - move.to, by: by(move.link), begun: move.begun,
    };
  });
  const stays = result.stays.map(({ key, reason, wantedFrom, link }): OrderStay => {
    const { kind, id, nameEn, nameHi, fromDay, toDay } = things.get(key)!;
    return { kind, id, nameEn, nameHi, fromDay, toDay, reason, wantedFromDay: wantedFrom === null ? null : day(wantedFrom), by: by(link) };
  });
  const phases = phasesIn(moves);
  const dueDays = input.dueDays ? dueDaysOf(db, found, moves, phases) : [];
  const charges = chargesOf(db, moves);
  const conflicts = [
    ...withPins(db, brokenLinks(found, result.broken, moves)),
    ...(input.kind === 'untilFurtherNotice' ? result.waits.map((link) => waiting(found, link)) : []),
    ...conflictsOf(db, found, moves, phases, input.prolong ? [] : charges),
  ];
  return {
    root, newFromDay: dayFromNumber(change.from), newToDay: dayFromNumber(change.to), off: change.off,
    reopens: levelId === null && !change.off && (item.said === 'off' || item.said === 'done'),
    offLevels, heldUnits: db.get<{ count: number }>('SELECT COUNT(*) AS count FROM programmeHeld WHERE programmeId = ?', root.id)!.count, moves, stays, conflicts, dueDays, charges: input.prolong ? charges : [],
    saidOf: (id) => things.get(keyOf('programme', id))!.said,
    mark: outcomeMark(moves, stays, conflicts, dueDays, charges),
  };
}

/** Throws `programmes.allHeld` where only what has not been held is meant and nothing is left. */
function levelsWithoutDays(item: ItemIn, part: 'whole' | 'rest', orderDay: number): string[] {
  if (part === 'whole') return item.phases.filter(({ held }) => !held).map(({ key }) => key);
  if (item.said === 'done' || item.to < orderDay) throw new AppError('programmes.allHeld');
  const open = item.phases.filter((phase) => isOpen(phase, orderDay));
  if (item.phases.length > 0 && open.length === 0) throw new AppError('programmes.allHeld');
  return open.map(({ key }) => key);
}

/** A year of five figures would stand before all others wherever days are compared. */
const lastDay = dayNumber('9999-12-31');

/** Throws `programmes.orderTooFar` behind the last day. Days as text, each worked out once: thousands of lines share few days. */
function daysRead(): (number: number) => string {
  const known = new Map<number, string>();
  return (number) => {
    if (number > lastDay) throw new AppError('programmes.orderTooFar');
    let day = known.get(number);
    if (day === undefined) known.set(number, day = dayFromNumber(number));
    return day;
  };
}

/** A programme and its phases follow one link: it is told once. */
function linksRead(found: OrderCase): (index: number | null) => ByLink | null {
  const known = new Map<number, ByLink | null>();
  return (index) => {
    if (index === null) return null;
    let by = known.get(index);
    if (by === undefined) known.set(index, by = byLink(found, index));
    return by;
  };
}

function byLink({ links, things }: OrderCase, index: number | null): ByLink | null {
  const link = index === null ? undefined : links[index];
  if (!link) return null;
  const from = things.get(keyOf(link.fromKind, link.fromId))!;
  return { linkId: link.id, kind: link.kind, days: link.days, fromKind: link.fromKind, fromId: link.fromId, nameEn: from.nameEn, nameHi: from.nameHi };
}

function brokenLinks(found: OrderCase, broken: readonly BrokenOut[], moves: readonly OrderMove[]): OrderConflict[] {
  if (broken.length === 0) return [];
  const newDaysOf = new Map(moves.filter(({ kind }) => kind !== 'phase').map((move) => [`${move.kind} ${move.id}`, move]));
  return broken.map((one) => brokenLink(found, one, newDaysOf));
}

function brokenLink(found: OrderCase, { link: index, reason, before }: BrokenOut, newDaysOf: ReadonlyMap<string, OrderMove>): OrderConflict {
  const link = found.links[index]!;
  const to = found.things.get(keyOf(link.toKind, link.toId))!;
  const moved = newDaysOf.get(keyOf(link.toKind, link.toId));
  return {
    code: reason === 'pinned' ? 'pinned' : 'link', kind: to.kind, id: to.id, levelId: null, nameEn: to.nameEn, nameHi: to.nameHi,
    fromDay: moved?.newFromDay ?? to.fromDay, toDay: moved?.newToDay ?? to.toDay, by: byLink(found, index), reason, before, detail: {},
  };
}

/** A tour stays for the sake of a stop: which one, and when. */
function withPins(db: ReadDb, conflicts: readonly OrderConflict[]): OrderConflict[] {
  const pins = firstPins(db, conflicts.flatMap(({ code, kind, id }) => (code === 'pinned' && kind === 'tour' ? [id] : [])));
  return conflicts.map((conflict) => ({ ...conflict, detail: pins.get(conflict.id) ?? conflict.detail }));
}

function waiting(found: OrderCase, index: number): OrderConflict {
  const link = found.links[index]!;
  const { kind, id, nameEn, nameHi, fromDay, toDay } = found.things.get(keyOf(link.toKind, link.toId))!;
  return { code: 'waits', kind, id, levelId: null, nameEn, nameHi, fromDay, toDay, by: byLink(found, index), reason: null, before: false, detail: {} };
}
