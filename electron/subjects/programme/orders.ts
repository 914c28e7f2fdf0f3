// Orders that move days: what one would do, and doing it.
import { AppError } from '../../../shared/errors.ts';
import type { Calls } from '../../calls.ts';
import { linesOf, orderOf, ordersOf } from './orderRecord.ts';

const linesShown = 2000;

export const orderCalls = {
  'programmes.previewOrder': () => { throw new AppError('programmes.gone'); },
  'programmes.order': () => { throw new AppError('programmes.gone'); },
  'programmes.orders': ({ db }, { programmeId, offset, limit }) => ordersOf(db, programmeId, offset, limit),
  'programmes.getOrder': ({ db }, { id }) => {
    const { lines, total } = linesOf(db, id, linesShown);
    return { ...orderOf(db, id), lines, linesTotal: total, tell: [] };
  },
} satisfies Pick<Calls<'programmes'>, 'programmes.previewOrder' | 'programmes.order' | 'programmes.orders' | 'programmes.getOrder'>;
