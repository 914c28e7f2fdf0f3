// Orders that move days: what one would do, doing it, and what was done.
import type { Calls } from '../../calls.ts';
import { giveOrder } from './giveOrder.ts';
import { orderPlan } from './orderPlan.ts';
import { linesOf, orderOf, ordersOf } from './orderRecord.ts';
import { takeBackOrder } from './takeBackOrder.ts';
import { toTell } from './toTell.ts';

/** What a person can look through; the totals say how much there is. */
const linesShown = 1000;

export const orderCalls = {
  'programmes.previewOrder': ({ db }, { most, ...input }) => {
    const { root, newFromDay, newToDay, reopens, offLevels, heldUnits, moves, stays, conflicts, dueDays, charges, mark } = orderPlan(db, input);
    const { kind, id, nameEn, nameHi, fromDay, toDay } = root;
    const followers = moves.filter(({ by }) => by !== null);
    const count = (wanted: 'programme' | 'tour' | 'meeting'): number => followers.filter((move) => move.kind === wanted).length;
    return {
      programme: { kind, id, nameEn, nameHi, fromDay, toDay }, newFromDay, newToDay, reopens, offLevels, heldUnits,
      moves: moves.slice(0, most), movesTotal: moves.length,
      moved: { programmes: count('programme'), tours: count('tour'), meetings: count('meeting') },
      stays: stays.slice(0, most), staysTotal: stays.length,
      conflicts: conflicts.slice(0, most), conflictsTotal: conflicts.length,
      dueDays, charges, mark,
    };
  },
  'programmes.order': (context, order) => giveOrder(context, order),
  'programmes.orders': ({ db }, { programmeId, offset, limit }) => ordersOf(db, programmeId, offset, limit),
  'programmes.getOrder': ({ db }, { id }) => {
    const order = orderOf(db, id);
    const { lines, total } = linesOf(db, id, linesShown);
    return { ...order, lines, linesTotal: total, tell: toTell(db, order) };
  },
  'programmes.takeBackOrder': (context, { id }) => takeBackOrder(context, id),
} satisfies Pick<Calls<'programmes'>, 'programmes.takeBackOrder' | 'programmes.previewOrder' | 'programmes.order' | 'programmes.orders' | 'programmes.getOrder'>;
