// Moves everything that hangs on new days: once through the links in their order, each item as far as it must and no further.
import { linkHolds, slackOf } from './linkHolds.ts';
import type { Stretch } from './linkHolds.ts';
import { linkOrder } from './linkOrder.ts';
import { isOpen, partOf } from './part.ts';
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
}

interface Incoming {
  link: LinkIn;
  index: number;
  other: string;
}

/** Whether days move along the link; mustEndBefore only warns. */
const carries = ({ kind }: LinkIn): boolean => kind !== 'mustEndBefore';

/**
 * Pure, deterministic and total: the same input gives the same answer, and every input has one. Linear in items and links but for a queue.
 *
 * An item moves later just far enough for every startsAfter and mustNotOverlap behind it, and by as many days as the last day it keeps a gap to
 * (several: the farthest). A link that did not hold before is not healed by the way, unless what it hangs on moves later. Of two that must not
 * overlap the later one gives way. What cannot move stays, what hangs on it is reckoned from where it stays, and every link that does not hold
 * in the end is reported. A later order never makes anything end up earlier.
 */
export function reschedule({ items, links, root, orderDay, heldBack }: RescheduleInput): Rescheduled {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const outgoing = new Map<string, string[]>();
  const touching = new Map<string, Incoming[]>();
  const put = <Value>(map: Map<string, Value[]>, key: string, value: Value): void => {
    const known = map.get(key);
    if (known) known.push(value);
    else map.set(key, [value]);
  };
  links.forEach((link, index) => {
    if (!byKey.has(link.from) || !byKey.has(link.to)) return;
    put(touching, link.to, { link, index, other: link.from });
    put(touching, link.from, { link, index, other: link.to });
    if (carries(link)) put(outgoing, link.from, link.to);
    if (link.kind === 'mustNotOverlap') put(outgoing, link.to, link.from);
  });

  const affected = reach(root.key, outgoing);
  const places = new Map<string, Place>();
  const placeOf = (key: string): Place => {
    const known = places.get(key);
    if (known) return known;
    const item = byKey.get(key)!;
    const part = partOf(item, orderDay, heldBack.has(key));
    const old = { from: part.from, to: item.to };
    const place = { item, part, old, now: old, by: 0, off: item.said === 'off' };
    places.set(key, place);
    return place;
  };
  const rootItem = byKey.get(root.key)!;
  const rootOld = { from: rootItem.from, to: rootItem.to };
  places.set(root.key, {
    item: rootItem, part: { from: rootItem.from, blocked: null, begun: rootItem.from < orderDay }, old: rootOld, now: { from: root.from, to: root.to }, by: root.to - rootItem.to, off: root.off,
  });

  const directed = (key: string): string[] => (touching.get(key) ?? []).filter(({ link, other }) => link.from === key && other !== key && (link.kind === 'startsAfter' || link.kind === 'keepsGap')).map(({ other }) => other);
  const order = linkOrder(affected, directed, (key) => (key === root.key ? -Infinity : placeOf(key).old.from));
  const settled = new Set<string>([root.key]);
  const result: Rescheduled = { moves: [], stays: [], broken: [], waits: [] };
  moveRoot(result, rootItem, root, orderDay);

  for (const key of order) {
    if (key === root.key) continue;
    const place = placeOf(key);
    const { want, link } = wanted(place, touching.get(key) ?? [], placeOf, (other) => settled.has(other) || !affected.has(other));
    const by = want - place.old.from;
    if (by !== 0 && place.part.blocked === null) {
      place.by = by;
      place.now = { from: want, to: place.old.to + by };
      move(result, place, by, link, orderDay);
    } else {
      stay(result, place, by, want, link, touching.get(key) ?? [], placeOf, settled, root.key);
    }
    settled.add(key);
  }

  const seen = new Set<number>();
  for (const key of order) {
    for (const { link, index } of touching.get(key) ?? []) {
      if (seen.has(index)) continue;
      seen.add(index);
      check(result, index, link, placeOf(link.from), placeOf(link.to));
    }
  }
  return result;
}

/** Everything days can reach from the root, along links that carry them. */
function reach(root: string, outgoing: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set([root]);
  for (const key of reached) for (const next of outgoing.get(key) ?? []) reached.add(next);
  return reached;
}

function moveRoot(result: Rescheduled, item: ItemIn, root: RescheduleInput['root'], orderDay: number): void {
  const begun = item.from < orderDay;
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
function wanted(place: Place, incoming: readonly Incoming[], placeOf: (key: string) => Place, known: (key: string) => boolean): { want: number; link: number | null } {
  let want = place.old.from;
  let deciding: number | null = null;
  let gap: number | null = null;
  for (const { link, index, other } of incoming) {
    if (link.kind !== 'keepsGap' || link.to !== place.item.key) continue;
    const source = placeOf(other);
    if (source.off || (gap !== null && place.old.from + source.by <= gap)) continue;
    gap = place.old.from + source.by;
    deciding = source.by === 0 ? null : index;
  }
  want = gap ?? want;
  for (const { link, index, other } of incoming) {
    const source = placeOf(other);
    if (source.off) continue;
    let least: number | null = null;
    if (link.kind === 'startsAfter' && link.to === place.item.key) {
      const held = (slackOf(link.kind, link.days, source.old, place.old) ?? 0) >= 0;
      if (held || source.by > 0) least = source.now.to + link.days;
    }
    if (link.kind === 'mustNotOverlap' && known(other)) {
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
  result: Rescheduled, place: Place, by: number, want: number, deciding: number | null, incoming: readonly Incoming[], placeOf: (key: string) => Place, settled: ReadonlySet<string>, rootKey: string,
): void {
  const { key } = place.item;
  const sources = incoming.filter(({ link, other }) => settled.has(other) && (link.to === key || link.kind === 'mustNotOverlap'));
  const off = sources.find(({ link, other }) => other === rootKey && placeOf(other).off && (link.kind === 'startsAfter' || link.kind === 'keepsGap'));
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
