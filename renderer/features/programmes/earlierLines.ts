// The orders that touched a programme, latest first: those about it, and those of others which it followed.
import type { OutputOf } from '../../../shared/contract.ts';
import type { EarlierDays, OrderKind } from '../../../shared/model/order.ts';

export interface EarlierLine {
  orderId: string;
  kind: OrderKind;
  orderDay: string;
  orderBy: string;
  reason: string;
  takenBackDay: string | null;
  /** The order was about this programme. */
  own: boolean;
  ofEn: string;
  ofHi: string | null;
  /** Null where the order left the days of the whole as they were. */
  days: Pick<EarlierDays, 'fromDay' | 'toDay' | 'newFromDay' | 'newToDay'> | null;
  /** The level it was about; null: the whole. */
  levelId: string | null;
  /** Levels that had other days, in their order. */
  levels: Pick<EarlierDays, 'levelId' | 'fromDay' | 'toDay' | 'newFromDay' | 'newToDay'>[];
}

export function earlierLines(detail: Pick<OutputOf<'programmes.get'>, 'orders' | 'earlier'>): EarlierLine[] {
  const whole = detail.earlier.filter(({ levelId }) => levelId === null);
  const own = new Map(detail.orders.map((order) => [order.id, order]));
  const levels = Map.groupBy(detail.earlier.filter((line) => line.levelId !== null && (line.fromDay !== line.newFromDay || line.toDay !== line.newToDay)), ({ orderId }) => orderId);
  const moved = new Set(whole.map(({ orderId }) => orderId));
  const lines: EarlierLine[] = whole.map(({ orderId, kind, orderDay, orderBy, reason, takenBackDay, ofEn, ofHi, ...days }) => ({ orderId, kind, orderDay, orderBy, reason, takenBackDay, ofEn, ofHi, own: own.has(orderId), levelId: own.get(orderId)?.levelId ?? null, days, levels: levels.get(orderId) ?? [] }));
  for (const { id, kind, orderDay, orderBy, reason, takenBackDay, levelId, nameEn, nameHi } of detail.orders) {
    if (!moved.has(id)) lines.push({ orderId: id, kind, orderDay, orderBy, reason, takenBackDay, ofEn: nameEn, ofHi: nameHi, own: true, levelId, days: null, levels: levels.get(id) ?? [] });
  }
  // Those taken back stand below the ones in force.
  return lines.sort((a, b) => Number(a.takenBackDay !== null) - Number(b.takenBackDay !== null) || (a.orderDay < b.orderDay ? 1 : a.orderDay > b.orderDay ? -1 : 0));
}
