// Orders as they were kept: the order, its lines, and the days everything had before.
import { AppError } from '../../../shared/errors.ts';
import type { EarlierDays, OrderLine, OrderRow } from '../../../shared/model/order.ts';
import type { ReadDb } from '../../store/sql.ts';

const columns = `programmeOrder.id, programmeOrder.programmeId, programmeOrder.kind, programmeOrder.orderBy, programmeOrder.orderDay, programmeOrder.reason, json_extract(programmeOrder.detail, '$.levelId') AS levelId,
  programmeOrder.oldFromDay, programmeOrder.oldToDay, programmeOrder.newFromDay, programmeOrder.newToDay, programmeOrder.takenBackDay, programme.nameEn, programme.nameHi,
  (SELECT COUNT(*) FROM orderLine WHERE orderId = programmeOrder.id AND role = 'moved' AND orderLine.kind IN ('programme', 'tour', 'meeting') AND itemId <> programmeOrder.programmeId) AS followers,
  (SELECT COUNT(*) FROM orderLine WHERE orderId = programmeOrder.id AND role = 'conflict') AS conflicts`;

/** Latest first. `programmeId` null: of all programmes. */
export function ordersOf(db: ReadDb, programmeId: string | null, offset: number, limit: number): { total: number; rows: OrderRow[] } {
  const of = programmeId === null ? '' : 'WHERE programmeId = ?';
  const values = programmeId === null ? [] : [programmeId];
  return {
    total: db.get<{ count: number }>(`SELECT COUNT(*) AS count FROM programmeOrder ${of}`, ...values)!.count,
    rows: db.all<OrderRow>(`SELECT ${columns} FROM programmeOrder JOIN programme ON programme.id = programmeOrder.programmeId ${of} ORDER BY orderDay DESC, programmeOrder.id DESC LIMIT ? OFFSET ?`, ...values, limit, offset),
  };
}

/** Throws `programmes.orderGone`. */
export function orderOf(db: ReadDb, id: string): OrderRow {
  const order = db.get<OrderRow>(`SELECT ${columns} FROM programmeOrder JOIN programme ON programme.id = programmeOrder.programmeId WHERE programmeOrder.id = ?`, id);
  if (!order) throw new AppError('programmes.orderGone');
  return order;
}

/** The first lines of an order, and how many it has. */
export function linesOf(db: ReadDb, orderId: string, limit: number): { lines: OrderLine[]; total: number } {
  const rows = db.all<Omit<OrderLine, 'detail'> & { detail: string }>('SELECT * FROM orderLine WHERE orderId = ? ORDER BY ordinal LIMIT ?', orderId, limit);
  return {
    lines: rows.map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) as OrderLine['detail'] })),
    total: db.get<{ count: number }>('SELECT COUNT(*) AS count FROM orderLine WHERE orderId = ?', orderId)!.count,
  };
}

/** All days a programme and its phases had until an order, latest order first. */
export function earlierDays(db: ReadDb, programmeId: string): EarlierDays[] {
  return db.all<EarlierDays>(
    `SELECT programmeOrder.id AS orderId, orderDay, orderBy, reason, programmeOrder.kind, programme.nameEn AS ofEn, programme.nameHi AS ofHi,
       orderLine.levelId, orderLine.oldFromDay AS fromDay, orderLine.oldToDay AS toDay, orderLine.newFromDay, orderLine.newToDay, takenBackDay
     FROM orderLine JOIN programmeOrder ON programmeOrder.id = orderId JOIN programme ON programme.id = programmeOrder.programmeId
     WHERE itemId = ? AND role = 'moved' AND orderLine.kind IN ('programme', 'phase') ORDER BY orderDay DESC, orderId DESC, ordinal LIMIT 500`, programmeId);
}
