// Orders that move the days of a programme: what is asked, what would happen, and what is kept of them for ever after.
import { z } from 'zod';
import { DayText, Id } from './common.ts';
import type { Named } from './common.ts';
import { DatedKind } from './schedule.ts';
import type { Dated, LinkKind } from './schedule.ts';

/**
 * extension: the last day moves later. advance: everything earlier, or only the last day. postponement: what has not been held moves later.
 * untilFurtherNotice: no days in force, wholly or what has not been held. cancellation: it is not held.
 */
export const OrderKind = z.enum(['extension', 'advance', 'postponement', 'untilFurtherNotice', 'cancellation']);
export type OrderKind = z.infer<typeof OrderKind>;

/** A line of a preview that can be held back. */
export const ItemRef = z.object({ kind: DatedKind, id: Id });
export type ItemRef = z.infer<typeof ItemRef>;

/**
 * The decision an order is. New days: extension takes `toDay`; postponement `fromDay` (of what has not been held) and perhaps `toDay`;
 * advance `fromDay` or `toDay`; the other two take none.
 */
export const OrderInput = z.object({
  programmeId: Id,
  /** Only this level of it: its own days, and those of the whole only where it would reach beyond them. Null: the programme. */
  levelId: Id.nullable().default(null),
  kind: OrderKind,
  /** The day of the order: what was over by then is held and never moves. */
  orderDay: DayText,
  fromDay: DayText.nullable().default(null),
  toDay: DayText.nullable().default(null),
  /** untilFurtherNotice, cancellation: all of it, or only what has not been held yet. */
  part: z.enum(['whole', 'rest']).default('rest'),
  /** extension: phases that end with the programme are prolonged (last), phases not begun are shifted (shift), or none changes (stay). */
  phases: z.enum(['last', 'shift', 'stay']).default('last'),
  heldBack: z.array(ItemRef).max(5000).default([]),
  /** Due days of targets follow the days they stood on. */
  dueDays: z.boolean().default(true),
  /** Responsibilities for a programme that moves, which ended with it, end with it again. */
  prolong: z.boolean().default(true),
});
export type OrderInput = z.infer<typeof OrderInput>;

/** Which link made a line move, and after what. */
export interface ByLink extends Named {
  linkId: Id;
  kind: LinkKind;
  days: number;
  fromKind: DatedKind;
  fromId: Id;
}

/** `kind` phase: `id` is the programme's, `levelId` says which; it moves with its programme. */
export interface OrderMove extends Named {
  kind: DatedKind | 'phase';
  id: Id;
  levelId: Id | null;
  oldFromDay: string;
  oldToDay: string;
  newFromDay: string;
  newToDay: string;
  /** Days its first day moves; where that stays, its last. */
  days: number;
  /** Null for the programme of the order and its phases. */
  by: ByLink | null;
  /** A part of it was held and stays; these are the days of the rest. */
  begun: boolean;
}

/**
 * finished, begun: it was over or had begun on the day of the order. pinned: an appointment, or a tour with pinned stops. heldBack: by the user.
 * slack: it is late enough already. saidOff: cancelled or until further notice. noDate: what it hangs on has no days any more. byHand: a link that moves nothing.
 */
export type StayReason = 'finished' | 'begun' | 'pinned' | 'heldBack' | 'slack' | 'saidOff' | 'noDate' | 'byHand';

export interface OrderStay extends Named {
  kind: DatedKind;
  id: Id;
  fromDay: string;
  toDay: string;
  reason: StayReason;
  /** Where it would have moved; null with slack, saidOff and noDate. */
  wantedFromDay: string | null;
  by: ByLink | null;
}

/**
 * pinned: it would have to move and must not. link: a link does not hold in the result. blackout: new days fall on one (name in `detail`).
 * away: who leads or attends is away. busy: who attends a moved meeting has something else at that hour. chargeEnds: responsibilities end before the new last day.
 * waits: what it hangs on has no days any more. tour: a tour laid on the old days, not linked, lies less on the new ones.
 */
export type OrderConflictCode = 'pinned' | 'link' | 'tour' | 'blackout' | 'away' | 'busy' | 'chargeEnds' | 'waits';

export interface OrderConflict extends Named {
  code: OrderConflictCode;
  kind: DatedKind | 'phase';
  id: Id;
  levelId: Id | null;
  /** The days it is about. */
  fromDay: string;
  toDay: string;
  by: ByLink | null;
  /** Why it could not move (link); else null. */
  reason: StayReason | null;
  /** It was so before the order. */
  before: boolean;
  /** blackout: {nameEn, nameHi, unitNameEn, unitNameHi}; away: {nameEn, nameHi}; busy: {nameEn, nameHi, otherEn, otherHi}; chargeEnds: {count}; tour: {ofEn, ofHi, newFrom, newTo}; pinned, of a tour: {placeEn, placeHi, pinnedDay, pinnedAt}, the first such stop. */
  detail: Record<string, string | number | null>;
}

/** Targets whose due day follows. */
export interface DueMove extends Named {
  programmeId: Id;
  oldDay: string;
  newDay: string;
  targets: number;
}

/** Responsibilities for a programme that would run out before its new last day; prolonged where asked. */
export interface ChargeMove extends Named {
  programmeId: Id;
  oldDay: string;
  newDay: string;
  responsibilities: number;
}

export interface OrderPreview {
  programme: Dated;
  newFromDay: string;
  newToDay: string;
  /** It was done, cancelled or postponed and is taken up again. */
  reopens: boolean;
  /** Phases that have no days in force any more (untilFurtherNotice, cancellation); the others were held. */
  offLevels: Id[];
  /** Units that have said they held it: they are done whatever the order says. */
  heldUnits: number;
  /** The order itself first, then in the order in which one follows from the other. At most 1000 of `movesTotal`. */
  moves: OrderMove[];
  movesTotal: number;
  /** Programmes, tours and meetings among the moves, without phases. */
  moved: { programmes: number; tours: number; meetings: number };
  stays: OrderStay[];
  staysTotal: number;
  conflicts: OrderConflict[];
  conflictsTotal: number;
  dueDays: DueMove[];
  charges: ChargeMove[];
  /** Give it back with the order: another outcome (somebody changed something meanwhile) is refused. */
  mark: string;
}

export const OrderTerms = z.object({
  orderBy: z.string().trim().min(1).max(200),
  reason: z.string().trim().max(1000).default(''),
  mark: z.string().max(64).nullable().default(null),
});

export interface OrderRow extends Named {
  id: Id;
  programmeId: Id;
  kind: OrderKind;
  orderBy: string;
  orderDay: string;
  reason: string;
  /** The level it was about; null: the whole. */
  levelId: Id | null;
  oldFromDay: string;
  oldToDay: string;
  newFromDay: string;
  newToDay: string;
  /** Lines that moved besides its own. */
  followers: number;
  conflicts: number;
  /** Null: it stands. */
  takenBackDay: string | null;
}

/** A line as it was kept with the order. */
export interface OrderLine extends Named {
  ordinal: number;
  role: 'moved' | 'stays' | 'conflict';
  kind: DatedKind | 'phase' | 'dueDay' | 'responsibility' | 'link';
  itemId: Id;
  levelId: Id | null;
  oldFromDay: string;
  oldToDay: string;
  newFromDay: string;
  newToDay: string;
  linkKind: LinkKind | null;
  linkDays: number | null;
  byKind: DatedKind | null;
  byId: Id | null;
  byNameEn: string | null;
  byNameHi: string | null;
  code: string;
  detail: Record<string, string | number | null>;
}

/** Somebody who must be told, and of what. */
export interface ToTell extends Named {
  personId: Id;
  titleEn: string;
  titleHi: string | null;
  phone: string | null;
  /** leader: of a programme; inCharge: of a unit taking part; tour: goes on it; meeting: attends it. */
  as: 'leader' | 'inCharge' | 'tour' | 'meeting';
  /** The programme, tour, meeting or unit. */
  ofEn: string;
  ofHi: string | null;
}

export interface OrderDetail extends OrderRow {
  lines: OrderLine[];
  linesTotal: number;
  tell: ToTell[];
}

/** Days a programme or phase had until an order. */
export interface EarlierDays {
  orderId: Id;
  orderDay: string;
  orderBy: string;
  reason: string;
  kind: OrderKind;
  /** The programme the order was about; another one when this one only followed. */
  ofEn: string;
  ofHi: string | null;
  levelId: Id | null;
  fromDay: string;
  toDay: string;
  newFromDay: string;
  newToDay: string;
  takenBackDay: string | null;
}
