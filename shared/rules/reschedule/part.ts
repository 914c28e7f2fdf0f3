// What of an item can still move on the day of an order: all of it, what has not been held yet, or nothing.
import type { StayReason } from '../../model/order.ts';
import type { ItemIn, PhaseIn } from './types.ts';

export interface Part {
  /** First day of what can still move; where nothing can, of the whole. */
  from: number;
  /** Why nothing of it moves. */
  blocked: StayReason | null;
  /** A part was held and stays. */
  begun: boolean;
}

/** Neither said to be done or begun, nor begun before the day; a phase without days in force has not begun whatever its days. */
export const isOpen = (phase: PhaseIn, orderDay: number): boolean => !phase.held && phase.begun !== true && (phase.off || phase.from >= orderDay);

/** By its days before the day of the order, or because somebody said so. */
export const hasBegun = (item: ItemIn, orderDay: number): boolean => item.from < orderDay || item.said === 'begun';

/** The part of a running programme that is left are its phases not begun; one without phases is held as a whole. */
export function partOf(item: ItemIn, orderDay: number, heldBack: boolean): Part {
  const whole = (blocked: StayReason | null): Part => ({ from: item.from, blocked, begun: false });
  if (item.said === 'off') return whole('saidOff');
  if (item.said === 'done' || item.to < orderDay) return whole('finished');
  if (heldBack) return whole('heldBack');
  if (item.said === 'pinned') return whole('pinned');
  if (!hasBegun(item, orderDay)) return whole(null);
  const left = item.phases.filter((phase) => isOpen(phase, orderDay));
  if (left.length === 0) return whole('begun');
  return { from: Math.min(...left.map(({ from }) => from)), blocked: null, begun: true };
}
