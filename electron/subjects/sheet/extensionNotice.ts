// The notice of an order that moves days: by whom and why, what moves, what stays, and who must be told.
import type { SheetModel } from '../../../shared/model/sheet.ts';
import type { QueryContext } from '../../calls.ts';
import { orderOf } from '../programme/orderRecord.ts';
import { officeOf } from './office.ts';
import { joined, nameOf, t } from './wording.ts';

/** Throws `programmes.orderGone`. */
export function extensionNotice({ db, today }: QueryContext, orderId: string): SheetModel {
  const order = orderOf(db, orderId);
  const name = t('तिथि विस्तार की सूचना', 'Notice of extension');
  return {
    kind: 'extensionNotice', party: officeOf(db), title: joined([name, nameOf(order)], ': '), facts: [], sections: [], signatures: [],
    footer: joined([nameOf(order), name], ' · '), printedOn: today,
  };
}
