// Moves everything that hangs on new days: once through the links in their order, each item as far as it must and no further.
import { linkHolds, slackOf } from './linkHolds.ts';
import type { Stretch } from './linkHolds.ts';
import { linkOrder } from './linkOrder.ts';
import { hasBegun, isOpen, partOf } from './part.ts';
import type { Part } from './part.ts';
import type { ItemIn, LinkIn, RescheduleInput, Rescheduled } from './types.ts';

/** Of an item: what of it can move, where that lies before and after, and how far its last day goes. */
interface Place {
  item: ItemIn;
  part: Part;
  old: Stretch;
  now: Stretch;
  by: number;
  off: boolean;
  /** Its new days are known. */
  settled: boolean;
  /** Days can come to it from the root. */
  reached: boolean;
}

interface Incoming {
  link: LinkIn;
  index: number;
  /** The place at the other end. */
  other: number;
  /** It lies at the link's `to`. */
  isTo: boolean;
}

/**
 * Pure, deterministic and total: the same input gives the same answer, and every input has one. Linear in items and links but for a queue.
 *
 * An item moves later just far enough for every startsAfter and mustNotOverlap behind it, and by as many days as the last day it keeps a gap to
 * (several: the farthest). A link that did not hold before is not healed by the way, unless what it hangs on moves later. Of two that must not
 * overlap the later one gives way. What cannot move stays, what hangs on it is reckoned from where it stays, and every link that does not hold
 * in the end is reported. A later order never makes anything end up earlier.
 */
export function reschedule({ items, links, root, orderDay, heldBack }: RescheduleInput): Rescheduled {
  const numbers = new Map(items.map((item, number) => [item.key, number]));
  const touching: Incoming[][] = items.map(() => []);
  /** Where days go on to; and what must be settled before what. */
  const onward: number[][] = items.map(() => []);
  const after: number[][] = items.map(() => []);
  links.forEach((link, index) => {
    const from = numbers.get(link.from);
    const to = numbers.get(link.to);
    if (from === undefined || to === undefined || from === to) return;
    touching[to]!.push({ link, index, other: from, isTo: true });
    touching[from]!.push({ link, index, other: to, isTo: false });
    if (link.kind === 'mustEndBefore') return;
    onward[from]!.push(to);
    if (link.kind === 'mustNotOverlap') onward[to]!.push(from);
    else after[from]!.push(to);
  });

  const rootNumber = numbers.get(root.key)!;
  const rootItem = items[rootNumber]!;
  const places: Place[] = [];
  const placeOf = (number: number): Place => places[number] ??= placed(items[number]!, orderDay, heldBack.has(items[number]!.key));
  places[rootNumber] = {
    item: rootItem, part: { from: rootItem.from, blocked: null, begun: hasBegun(rootItem, orderDay) }, old: { from: rootItem.from, to: rootItem.to },
    now: { from: root.from, to: root.to }, by: root.to - rootItem.to, off: root.off, settled: true, reached: true,
  };

  const reached = reach(rootNumber, onward, placeOf);
  const order = linkOrder(reached, (number) => after[number]!, (number) => (number === rootNumber ? -Infinity : placeOf(number).old.from));
  const result: Rescheduled = { moves: [], stays: [], broken: [], waits: [] };
  moveRoot(result, rootItem, root, orderDay);

  for (const number of order) {
    if (number === rootNumber) continue;
    const place = placeOf(number);
    const { want, link } = wanted(place, touching[number]!, placeOf, orderDay);
    const by = want - place.old.from;
    if (by !== 0 && place.part.blocked === null) {
      place.by = by;
      place.now = { from: want, to: place.old.to + by };
      move(result, place, by, link, orderDay);
    } else {
      stay(result, place, by, want, link, touching[number]!, placeOf, rootNumber);
    }
    place.settled = true;
  }

  const seen = new Set<number>();
  for (const number of order) {
    for (const { link, index, other, isTo } of touching[number]!) {
      if (seen.has(index)) continue;
      seen.add(index);
      check(result, index, link, placeOf(isTo ? other : number), placeOf(isTo ? number : other));
    }
  }
  return result;
}

function placed(item: ItemIn, orderDay: number, heldBack: boolean): Place {
  const part = partOf(item, orderDay, heldBack);
  const old = { from: part.from, to: item.to };
  return { item, part, old, now: old, by: 0, off: item.said === 'off', settled: false, reached: false };
}

/** Everything days can reach from the root, along links that carry them. */
function reach(root: number, onward: readonly (readonly number[])[], placeOf: (number: number) => Place): number[] {
  const reached = [root];
  for (let at = 0; at < reached.length; at++) {
    for (const next of onward[reached[at]!]!) {
      const place = placeOf(next);
      if (place.reached) continue;
      place.reached = true;
      reached.push(next);
    }
  }
  return reached;
}

function moveRoot(result: Rescheduled, item: ItemIn, root: RescheduleInput['root'], orderDay: number): void {
  const begun = hasBegun(item, orderDay);
  if (root.off || root.from !== item.from || root.to !== item.to || root.phases.size > 0) {
    result.moves.push({ key: item.key, phase: null, from: item.from, to: item.to, newFrom: root.from, newTo: root.to, link: null, begun });
  }
  for (const { key, from, to } of item.phases) {
    const now = root.phases.get(key);
    if (now && (now.from !== from || now.to !== to)) result.moves.push({ key: item.key, phase: key, from, to, newFrom: now.from, newTo: now.to, link: null, begun });
  }
}

function move(result: Rescheduled, { item, part }: Place, by: number, link: number | null, orderDay: number): void {
  result.moves.push({ key: item.key, phase: null, from: item.from, to: item.to, newFrom: part.begun ? item.from : item.from + by, newTo: item.to + by, link, begun: part.begun });
  for (const phase of item.phases) {
    if (phase.held || (part.begun && !isOpen(phase, orderDay))) continue;
    result.moves.push({ key: item.key, phase: phase.key, from: phase.from, to: phase.to, newFrom: phase.from + by, newTo: phase.to + by, link, begun: part.begun });
  }
}

/** The first day the item's open part must have, and the link that says so. */
function wanted(place: Place, incoming: readonly Incoming[], placeOf: (number: number) => Place, orderDay: number): { want: number; link: number | null } {
  let want = place.old.from;
  let deciding: number | null = null;
  let gap: number | null = null;
  for (const { link, index, other, isTo } of incoming) {
    if (link.kind !== 'keepsGap' || !isTo) continue;
    const source = placeOf(other);
    if (source.off || (gap !== null && place.old.from + source.by <= gap)) continue;
    gap = place.old.from + source.by;
    deciding = source.by === 0 ? null : index;
  }
  // Nothing is brought forward to before the order was given.
  want = Math.max(gap ?? want, Math.min(want, orderDay));
  for (const { link, index, other, isTo } of incoming) {
    const source = placeOf(other);
    if (source.off) continue;
    let least: number | null = null;
    if (link.kind === 'startsAfter' && isTo) {
      const held = (slackOf(link.kind, link.days, source.old, place.old) ?? 0) >= 0;
      if (held || source.by > 0) least = source.now.to + link.days;
    }
    if (link.kind === 'mustNotOverlap' && (source.settled || !source.reached)) {
      const after = place.old.from > source.old.to;
      const pushed = source.by > 0 && place.old.from >= source.old.from && linkHolds(link.kind, link.days, source.old, place.old) === false;
      if (after || pushed) least = source.now.to + 1;
    }
    if (least !== null && least > want) [want, deciding] = [least, index];
  }
  return { want, link: deciding };
}

/** Said of what hangs on something that moved: it need not, or must not. */
function stay(
  result: Rescheduled, place: Place, by: number, want: number, deciding: number | null, incoming: readonly Incoming[], placeOf: (number: number) => Place, root: number,
): void {
  const { key } = place.item;
  const sources = incoming.filter(({ link, other, isTo }) => placeOf(other).settled && (isTo || link.kind === 'mustNotOverlap'));
  const off = sources.find(({ link, other }) => other === root && placeOf(other).off && (link.kind === 'startsAfter' || link.kind === 'keepsGap'));
  if (off) {
    result.stays.push({ key, reason: 'noDate', wantedFrom: null, link: off.index });
    result.waits.push(off.index);
    return;
  }
  const moved = sources.find(({ other, index }) => (deciding === null ? changed(placeOf(other)) : index === deciding));
  if (!moved) return;
  const reason = by !== 0 ? place.part.blocked! : place.part.blocked === 'saidOff' ? 'saidOff' : 'slack';
  result.stays.push({ key, reason, wantedFrom: reason === 'slack' || reason === 'saidOff' ? null : want, link: moved.index });
}

const changed = ({ old, now }: Place): boolean => old.from !== now.from || old.to !== now.to;

function check(result: Rescheduled, index: number, { kind, days }: LinkIn, from: Place, to: Place): void {
  if (from.off || to.off || (!changed(from) && !changed(to))) return;
  const holds = kind === 'keepsGap' ? from.by === to.now.from - to.old.from : linkHolds(kind, days, from.now, to.now);
  if (holds) return;
  const before = kind !== 'keepsGap' && !linkHolds(kind, days, from.old, to.old);
  const reason = kind === 'mustEndBefore' ? 'byHand' : to.part.blocked ?? (kind === 'mustNotOverlap' ? from.part.blocked : null);
  result.broken.push({ link: index, reason, before });
}
