// Takes an order back when undo is out of reach: what it moved and nobody moved since goes back to its days, the order stays on record.
import { daysBetween } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { OrderLine, OrderRow } from '../../../shared/model/order.ts';
import type { CommandContext } from '../../calls.ts';
import type { WriteDb } from '../../store/sql.ts';
import { moveDueDays } from './dueDays.ts';
import type { PhaseBefore } from './giveOrder.ts';
import { chargesBack } from './keptDays.ts';
import { linesOf, orderOf } from './orderRecord.ts';
import { shiftTour } from './shiftTour.ts';

const everyLine = 1_000_000;

/** `left`: lines whose days somebody changed since, or that are gone. Throws `programmes.orderGone`, `programmes.orderTakenBack`. */
export function takeBackOrder({ db, today, summarise }: CommandContext, id: string): { back: number; left: number } {
  const order = orderOf(db, id);
  if (order.takenBackDay !== null) throw new AppError('programmes.orderTakenBack', { day: order.takenBackDay });
  const moved = linesOf(db, id, everyLine).lines.filter(({ role }) => role === 'moved');
  const main = moved.filter(({ kind }) => kind !== 'dueDay' && kind !== 'responsibility');
  const back = main.filter((line) => putBack(db, line));
  const programmes = new Set(back.filter(({ kind }) => kind === 'programme').map(({ itemId }) => itemId));
  const standing = moved.filter((line) => programmes.has(line.itemId));
  moveDueDays(db, standing.filter(({ kind }) => kind === 'dueDay').map(({ itemId, oldToDay, newToDay }) => ({ programmeId: itemId, oldDay: newToDay, newDay: oldToDay })), { today, keptBy: id, reason: `↩ ${[order.orderBy, order.reason].filter(Boolean).join(' · ')}` });
  chargesBack(db, id, standing.filter(({ kind }) => kind === 'responsibility').map(({ itemId, oldToDay, newToDay }) => ({ programmeId: itemId, oldDay: oldToDay, newDay: newToDay })));
  const { said, phaseSaid, phases } = JSON.parse(db.get<{ detail: string }>('SELECT detail FROM programmeOrder WHERE id = ?', id)!.detail) as { said: string; phaseSaid?: string; phases?: PhaseBefore[] };
  if (order.levelId !== null && phaseSaid !== undefined) {
    const apart = phaseSaid === 'running' || phaseSaid === 'postponed';
    if (back.some(({ kind, levelId }) => kind === 'phase' && levelId === order.levelId)) db.run('UPDATE phase SET state = ?, said = ? WHERE programmeId = ? AND levelId = ?', apart ? 'byDays' : phaseSaid, apart ? phaseSaid : null, order.programmeId, order.levelId);
  } else if (programmes.has(order.programmeId)) {
    db.run('UPDATE programme SET state = ? WHERE id = ?', said, order.programmeId);
    const off = said === 'untilFurtherNotice' || said === 'cancelled';
    if (phases) levelsBack(db, order, phases, off);
    else if (!off) db.run(`UPDATE phase SET state = 'byDays' WHERE programmeId = ? AND state IN ('untilFurtherNotice', 'cancelled')`, order.programmeId);
  }
  for (const line of back) if (line.kind === 'programme' && line.byId !== null && (line.detail['said'] ?? 'byDays') === 'byDays') db.run(`UPDATE programme SET state = 'byDays' WHERE id = ? AND state = 'postponed'`, line.itemId);
  db.run('UPDATE programmeOrder SET takenBackDay = ? WHERE id = ?', today, id);
  summarise('programmes.takeBackOrder', { nameEn: order.nameEn, nameHi: order.nameHi, orderDay: order.orderDay });
  return { back: back.length, left: main.length - back.length };
}

/** What was said of a level before the order stands again where the order said otherwise and nobody has since. */
function levelsBack(db: WriteDb, { id, kind, programmeId }: OrderRow, before: readonly PhaseBefore[], reopened: boolean): void {
  const stopped = new Set(db.raw<[string]>(`SELECT levelId FROM orderLine WHERE orderId = ? AND kind = 'phase' AND code = 'off'`, id).map(([levelId]) => levelId));
  for (const { levelId, state, said } of before) {
    const left = stopped.has(levelId) ? (kind === 'cancellation' ? 'cancelled' : 'untilFurtherNotice') : reopened && (state === 'untilFurtherNotice' || state === 'cancelled') ? 'byDays' : null;
    if (left !== null) db.run('UPDATE phase SET state = ?, said = ? WHERE programmeId = ? AND levelId = ? AND state = ?', state, said, programmeId, levelId, left);
  }
}

/** Only where it still has the days the order gave it. */
function putBack(db: WriteDb, { kind, itemId, levelId, oldFromDay, oldToDay, newFromDay, newToDay }: OrderLine): boolean {
  switch (kind) {
    case 'programme': return db.run('UPDATE programme SET fromDay = ?, toDay = ? WHERE id = ? AND fromDay = ? AND toDay = ?', oldFromDay, oldToDay, itemId, newFromDay, newToDay) > 0;
    case 'phase': return db.run('UPDATE phase SET fromDay = ?, toDay = ? WHERE programmeId = ? AND levelId = ? AND fromDay = ? AND toDay = ?', oldFromDay, oldToDay, itemId, levelId, newFromDay, newToDay) > 0;
    case 'meeting': return db.run('UPDATE meeting SET day = ? WHERE id = ? AND day = ?', oldFromDay, itemId, newFromDay) > 0;
    case 'tour': {
      if (!db.get('SELECT 1 FROM tour WHERE id = ? AND fromDay = ? AND toDay = ?', itemId, newFromDay, newToDay)) return false;
      shiftTour(db, itemId, daysBetween(newFromDay, oldFromDay));
      return true;
    }
    default: return false;
  }
}
