// Carries out what the plan of an order says: new days, what stands on them, and the order with its lines for ever after.
import { daysBetween } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { OrderInput, OrderMove } from '../../../shared/model/order.ts';
import type { CommandContext } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { SqlValue, WriteDb } from '../../store/sql.ts';
import { moveDueDays } from './dueDays.ts';
import { keepDays } from './keptDays.ts';
import { orderPlan } from './orderPlan.ts';
import type { OrderPlan } from './orderPlan.ts';
import { shiftTour } from './shiftTour.ts';

export interface PhaseBefore {
  levelId: string;
  state: string;
  said: string | null;
}

type Order = OrderInput & { orderBy: string; reason: string; mark: string | null };

/** Throws what `orderPlan` throws, and `programmes.changedMeanwhile` where it is not what the preview showed. */
export function giveOrder({ db, today, newId, summarise }: CommandContext, order: Order): { id: string; moved: number } {
  const plan = orderPlan(db, order);
  if (order.mark !== null && order.mark !== plan.mark) throw new AppError('programmes.changedMeanwhile');
  const id = newId();
  const { orderBy, reason, mark: _, ...input } = order;
  insertRow(db, 'programmeOrder', {
    id, programmeId: plan.root.id, kind: order.kind, orderBy, orderDay: order.orderDay, reason,
    oldFromDay: plan.root.fromDay, oldToDay: plan.root.toDay, newFromDay: plan.newFromDay, newToDay: plan.newToDay, detail: JSON.stringify({ ...input, said: plan.root.said, phases: phasesOf(db, plan.root.id), ...(order.levelId === null ? {} : { phaseSaid: saidOfLevel(db, plan.root.id, order.levelId) }) }),
  });
  putLines(db, id, plan);
  for (const move of plan.moves) moveThing(db, move);
  setStates(db, plan, order);
  keepDays(db, id, plan.dueDays, plan.charges);
  moveDueDays(db, plan.dueDays, { today, reason: [orderBy, reason].filter(Boolean).join(' · ') });
  for (const { programmeId, oldDay, newDay } of plan.charges) db.run('UPDATE responsibility SET toDay = ? WHERE programmeId = ? AND toDay = ?', newDay, programmeId, oldDay);
  const followers = plan.moves.filter(({ kind, by }) => kind !== 'phase' && by !== null).length;
  const detail = { nameEn: plan.root.nameEn, nameHi: plan.root.nameHi, count: followers };
  if (order.kind === 'extension') summarise('programmes.orderExtension', { ...detail, toDay: plan.newToDay });
  else if (order.kind === 'advance') summarise('programmes.orderAdvance', detail);
  else if (order.kind === 'postponement') summarise('programmes.orderPostponement', { ...detail, fromDay: plan.newFromDay });
  else summarise(order.kind === 'cancellation' ? 'programmes.orderCancellation' : 'programmes.orderUntilFurtherNotice', detail);
  return { id, moved: followers };
}

const saidOfLevel = (db: WriteDb, programmeId: string, levelId: string): string => db.get<{ said: string }>('SELECT COALESCE(said, state) AS said FROM phase WHERE programmeId = ? AND levelId = ?', programmeId, levelId)!.said;

/** As they are before the order: taking it back puts those states back, and no others. */
const phasesOf = (db: WriteDb, programmeId: string): PhaseBefore[] => db.all<PhaseBefore>('SELECT levelId, state, said FROM phase WHERE programmeId = ?', programmeId);

function moveThing(db: WriteDb, { kind, id, levelId, oldFromDay, oldToDay, newFromDay, newToDay }: OrderMove): void {
  if (oldFromDay === newFromDay && oldToDay === newToDay) return;
  if (kind === 'programme') db.run('UPDATE programme SET fromDay = ?, toDay = ? WHERE id = ?', newFromDay, newToDay, id);
  if (kind === 'phase') db.run('UPDATE phase SET fromDay = ?, toDay = ? WHERE programmeId = ? AND levelId = ?', newFromDay, newToDay, id, levelId);
  if (kind === 'meeting') db.run('UPDATE meeting SET day = ? WHERE id = ?', newFromDay, id);
  if (kind === 'tour') shiftTour(db, id, daysBetween(oldFromDay, newFromDay));
}

/** What was said of the programme of the order; what followed it to later days is postponed to them until it begins. */
function setStates(db: WriteDb, plan: OrderPlan, { kind, levelId }: Order): void {
  const { root, off, offLevels, moves, reopens } = plan;
  for (const move of moves) {
    if (move.kind === 'programme' && move.by !== null && !move.begun && move.days > 0) db.run(`UPDATE programme SET state = 'postponed' WHERE id = ? AND state = 'byDays'`, move.id);
  }
  if (levelId !== null) {
    const [state, said] = kind === 'cancellation' ? ['cancelled', null] : kind === 'untilFurtherNotice' ? [kind, null] : ['byDays', kind === 'postponement' ? 'postponed' : null];
    // One that has begun early is prolonged without being taken back.
    db.run(`UPDATE phase SET state = ?, said = CASE WHEN said = 'running' AND ? = 'extension' THEN said ELSE ? END WHERE programmeId = ? AND levelId = ?`, state, kind, said, root.id, levelId);
    return;
  }
  if (off) {
    const said = kind === 'cancellation' ? 'cancelled' : 'untilFurtherNotice';
    db.run('UPDATE programme SET state = ? WHERE id = ?', said, root.id);
    for (const level of offLevels) db.run('UPDATE phase SET state = ?, said = NULL WHERE programmeId = ? AND levelId = ?', said, root.id, level);
    return;
  }
  const said = kind === 'postponement' ? 'postponed' : reopens || (root.said === 'postponed' && kind === 'advance') ? 'byDays' : root.said;
  if (said !== root.said) db.run('UPDATE programme SET state = ? WHERE id = ?', said, root.id);
  if (reopens) db.run(`UPDATE phase SET state = 'byDays' WHERE programmeId = ? AND state IN ('untilFurtherNotice', 'cancelled')`, root.id);
}

/** Moved, then what stays, then conflicts: as the preview showed them, so that the notice can be printed years later. */
function putLines(db: WriteDb, orderId: string, plan: OrderPlan): void {
  let ordinal = 0;
  const put = (line: Record<string, SqlValue>): void => insertRow(db, 'orderLine', { orderId, ordinal: ordinal++, ...line });
  const link = (by: OrderMove['by']): Record<string, SqlValue> => (by === null ? {}
    : { linkKind: by.kind, linkDays: by.days, byKind: by.fromKind, byId: by.fromId, byNameEn: by.nameEn, byNameHi: by.nameHi });
  for (const { kind, id, levelId, nameEn, nameHi, oldFromDay, oldToDay, newFromDay, newToDay, by, begun } of plan.moves) {
    put({ role: 'moved', kind, itemId: id, levelId, nameEn, nameHi, oldFromDay, oldToDay, newFromDay, newToDay, ...link(by), code: begun ? 'begun' : '', detail: JSON.stringify(kind === 'programme' && by !== null ? { said: plan.saidOf(id) } : {}) });
  }
  const phases = db.all<{ levelId: string; fromDay: string; toDay: string }>('SELECT levelId, fromDay, toDay FROM phase JOIN level ON level.id = levelId WHERE programmeId = ? ORDER BY ordinal', plan.root.id);
  for (const { levelId, fromDay, toDay } of phases.filter((phase) => plan.offLevels.includes(phase.levelId))) {
    put({ role: 'moved', kind: 'phase', itemId: plan.root.id, levelId, nameEn: plan.root.nameEn, nameHi: plan.root.nameHi, oldFromDay: fromDay, oldToDay: toDay, newFromDay: fromDay, newToDay: toDay, code: 'off' });
  }
  for (const { programmeId, nameEn, nameHi, oldDay, newDay, targets } of plan.dueDays) {
    put({ role: 'moved', kind: 'dueDay', itemId: programmeId, nameEn, nameHi, oldFromDay: oldDay, oldToDay: oldDay, newFromDay: newDay, newToDay: newDay, detail: JSON.stringify({ count: targets }) });
  }
  for (const { programmeId, nameEn, nameHi, oldDay, newDay, responsibilities } of plan.charges) {
    put({ role: 'moved', kind: 'responsibility', itemId: programmeId, nameEn, nameHi, oldFromDay: oldDay, oldToDay: oldDay, newFromDay: newDay, newToDay: newDay, detail: JSON.stringify({ count: responsibilities }) });
  }
  for (const { kind, id, nameEn, nameHi, fromDay, toDay, reason, wantedFromDay, by } of plan.stays) {
    put({ role: 'stays', kind, itemId: id, nameEn, nameHi, oldFromDay: fromDay, oldToDay: toDay, newFromDay: fromDay, newToDay: toDay, ...link(by), code: reason, detail: JSON.stringify({ wantedFromDay }) });
  }
  for (const { code, kind, id, levelId, nameEn, nameHi, fromDay, toDay, by, reason, before, detail } of plan.conflicts) {
    put({ role: 'conflict', kind, itemId: id, levelId, nameEn, nameHi, oldFromDay: fromDay, oldToDay: toDay, newFromDay: fromDay, newToDay: toDay, ...link(by), code, detail: JSON.stringify({ ...detail, reason, before: before ? 1 : 0 }) });
  }
}
