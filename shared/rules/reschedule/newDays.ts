// What an order makes of its own programme: new days for it and its phases, by rules that are said beside the preview.
import { AppError } from '../../errors.ts';
import { dayFromNumber } from '../../dates.ts';
import type { OrderKind } from '../../model/order.ts';
import { hasBegun, isOpen } from './part.ts';
import type { ItemIn, RootChange } from './types.ts';

export interface Wanted {
  kind: OrderKind;
  from: number | null;
  to: number | null;
  phases: 'last' | 'shift' | 'stay';
  orderDay: number;
}

type Days = { from: number; to: number };

/**
 * extension: the first day stays. Phases: `last` prolongs those that end with the programme, `shift` moves those not begun by as many days, `stay` none.
 * advance with a first day, postponement: what has not been held moves as a whole, phases with it. A programme until further notice gets days again this way.
 * advance with a last day only: what lies behind it is cut off there.
 * untilFurtherNotice, cancellation: days stay as they were, but hold no longer.
 * Throws `programmes.orderNeedsDay`, `orderLater`, `orderEarlier`, `orderHeld`, `allHeld`, `orderNothing`.
 */
export function newDays(item: ItemIn, { kind, from, to, phases: rule, orderDay }: Wanted): RootChange {
  const changed = new Map<string, Days>();
  const off = kind === 'untilFurtherNotice' || kind === 'cancellation';
  if (off) return { key: item.key, from: item.from, to: item.to, phases: changed, off };
  const refuse = (reason: string, detail: Record<string, unknown> = {}): never => { throw new AppError(`programmes.${reason}`, detail); };
  const shift = (by: number): void => {
    for (const phase of item.phases) if (isOpen(phase, orderDay)) changed.set(phase.key, { from: phase.from + by, to: phase.to + by });
  };
  const day = (number: number): string => dayFromNumber(number);

  if (kind === 'extension') {
    if (to === null) return refuse('orderNeedsDay');
    if (to <= item.to) return refuse('orderLater', { toDay: day(item.to) });
    if (to < orderDay) return refuse('orderHeld', { orderDay: day(orderDay) });
    if (rule === 'shift') shift(to - item.to);
    if (rule === 'last') for (const phase of item.phases) if (phase.to === item.to) changed.set(phase.key, { from: phase.from, to });
    return { key: item.key, from: item.from, to, phases: changed, off };
  }

  if (kind === 'advance' && from === null) {
    if (to === null) return refuse('orderNeedsDay');
    if (to >= item.to) return refuse('orderEarlier');
    if (to < Math.max(orderDay, item.from)) return refuse('orderHeld', { orderDay: day(Math.max(orderDay, item.from)) });
    for (const phase of item.phases) if (phase.to > to) changed.set(phase.key, { from: Math.min(phase.from, to), to });
    return { key: item.key, from: item.from, to, phases: changed, off };
  }

  if (from === null) return refuse('orderNeedsDay');
  if (from < orderDay) return refuse('orderHeld', { orderDay: day(orderDay) });
  const open = item.phases.filter((phase) => isOpen(phase, orderDay));
  const again = item.said === 'off';
  const begun = hasBegun(item, orderDay) && !(again && item.phases.length === 0) && (item.said === 'begun' || open.length < item.phases.length);
  if (hasBegun(item, orderDay) && !again && open.length === 0) return refuse('allHeld');
  if (item.phases.length > 0 && open.length === 0) return refuse('allHeld');
  const partFrom = begun ? Math.min(...open.map((phase) => phase.from)) : item.from;
  const by = from - partFrom;
  if (by === 0 && !again && (to === null || to === item.to)) return refuse('orderNothing');
  if (kind === 'advance' && by >= 0) return refuse('orderEarlier');
  if (kind === 'postponement' && by < 0 && !again) return refuse('orderNothing');
  shift(by);
  const last = to ?? item.to + by;
  if (last < from) throw new AppError('dates.endBeforeStart', { fromDay: day(from), toDay: day(last) });
  // A last day of its own cuts what would lie behind it.
  if (to !== null) for (const [key, days] of changed) changed.set(key, { from: Math.min(days.from, to), to: Math.min(days.to, to) });
  return { key: item.key, from: begun ? item.from : from, to: last, phases: changed, off };
}
