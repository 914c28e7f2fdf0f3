// What rescheduling is told and what it answers: numbers of days and keys, nothing else. Days are day numbers of `shared/dates.ts`.
import type { LinkKind } from '../../model/schedule.ts';
import type { StayReason } from '../../model/order.ts';

export interface PhaseIn {
  key: string;
  from: number;
  to: number;
  /** Somebody said it is done, whatever its days. */
  held: boolean;
  /** Somebody said it has begun before its days. */
  begun?: boolean;
  /** It has no days in force: it counts as not begun. */
  off: boolean;
}

export interface ItemIn {
  key: string;
  from: number;
  to: number;
  /** In any order; a tour or a meeting has none. */
  phases: readonly PhaseIn[];
  /** Said to be done; to have begun before its days; cancelled or until further notice; may not move (an appointment, a tour with pinned stops). */
  said: 'done' | 'begun' | 'off' | 'pinned' | null;
}

export interface LinkIn {
  from: string;
  to: string;
  kind: LinkKind;
  days: number;
}

/** New days of the item an order is about; `off`: it has none any more. */
export interface RootChange {
  key: string;
  from: number;
  to: number;
  phases: ReadonlyMap<string, { from: number; to: number }>;
  off: boolean;
}

export interface RescheduleInput {
  items: readonly ItemIn[];
  links: readonly LinkIn[];
  root: RootChange;
  /** What was over before this day is held; what began before it has begun. */
  orderDay: number;
  heldBack: ReadonlySet<string>;
}

/** `link`: index of the link it follows; null for the root. `phase` null: the item itself. */
export interface MoveOut {
  key: string;
  phase: string | null;
  from: number;
  to: number;
  newFrom: number;
  newTo: number;
  link: number | null;
  begun: boolean;
}

export interface StayOut {
  key: string;
  reason: StayReason;
  wantedFrom: number | null;
  link: number;
}

/** A link that does not hold in the result. `reason`: why `to` could not give way. `before`: nor did it before. */
export interface BrokenOut {
  link: number;
  reason: StayReason | null;
  before: boolean;
}

export interface Rescheduled {
  /** The root, then each item after all it follows; an item before its phases. */
  moves: MoveOut[];
  stays: StayOut[];
  broken: BrokenOut[];
  /** Items that hang on a root without days: indexes of the links. */
  waits: number[];
}
