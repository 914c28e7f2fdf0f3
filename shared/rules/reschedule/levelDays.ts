// What an order about one level of a programme makes of it: that level's days, and the programme's only where they would reach beyond it.
import { AppError } from '../../errors.ts';
import { dayFromNumber } from '../../dates.ts';
import type { OrderKind } from '../../model/order.ts';
import type { ItemIn, RootChange } from './types.ts';

export interface WantedOfLevel {
  kind: OrderKind;
  level: string;
  from: number | null;
  to: number | null;
  orderDay: number;
}

/**
 * The first day of the programme stays unless the level begins earlier, its last unless the level ends later: what hangs on the programme moves only then.
 * Days as day numbers. Throws `programmes.phaseGone`, `orderNeedsDay`, `orderLater`, `orderEarlier`, `orderHeld`, `allHeld`, `orderNothing`, `dates.endBeforeStart`.
 */
export function levelDays(item: ItemIn, { kind, level, from, to, orderDay }: WantedOfLevel): RootChange {
  const refuse = (reason: string, detail: Record<string, unknown> = {}): never => { throw new AppError(`programmes.${reason}`, detail); };
  const phase = item.phases.find(({ key }) => key === level);
  if (!phase) return refuse('phaseGone');
  if (phase.held) return refuse('allHeld');
  const still = { key: item.key, from: item.from, to: item.to, phases: new Map<string, { from: number; to: number }>(), off: false };
  if (kind === 'untilFurtherNotice' || kind === 'cancellation') return still;
  const day = dayFromNumber;
  const begun = !phase.off && (phase.begun === true || phase.from < orderDay);

  let days: { from: number; to: number };
  if (kind === 'extension' || (kind === 'advance' && from === null)) {
    if (to === null) return refuse('orderNeedsDay');
    if (kind === 'extension' && to <= phase.to) return refuse('orderLater', { toDay: day(phase.to) });
    if (kind === 'advance' && to >= phase.to) return refuse('orderEarlier');
    const least = kind === 'extension' ? orderDay : Math.max(orderDay, phase.from);
    if (to < least) return refuse('orderHeld', { orderDay: day(least) });
    days = { from: phase.from, to };
  } else {
    if (from === null) return refuse('orderNeedsDay');
    if (begun) return refuse('allHeld');
    if (from < orderDay) return refuse('orderHeld', { orderDay: day(orderDay) });
    if (kind === 'advance' && from >= phase.from) return refuse('orderEarlier');
    if (kind === 'postponement' && !phase.off && (from < phase.from || (from === phase.from && (to === null || to === phase.to)))) return refuse('orderNothing');
    days = { from, to: to ?? phase.to + from - phase.from };
    if (days.to < days.from) throw new AppError('dates.endBeforeStart', { fromDay: day(days.from), toDay: day(days.to) });
  }
  still.phases.set(level, days);
  return { ...still, from: Math.min(item.from, days.from), to: Math.max(item.to, days.to) };
}
