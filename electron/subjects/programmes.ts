// Programmes with everything that hangs on their days: links, orders, the timeline; and the metrics they are measured by.
import type { Calls } from '../calls.ts';
import { earlierDays, ordersOf } from './programme/orderRecord.ts';
import { linkCalls, linksOf } from './programme/links.ts';
import { metricCalls } from './programme/metrics.ts';
import { orderCalls } from './programme/orders.ts';
import { programmeOf, programmesOf } from './programme/read.ts';
import { phaseCalls } from './programme/phaseUnits.ts';
import { recordCalls } from './programme/records.ts';
import { outlineCalls } from './programme/outline.ts';
import { timelineCalls } from './programme/timeline.ts';

export { programmeAndMetric, programmesOf } from './programme/read.ts';

const ordersShown = 100;
const heldShown = 500;

export const programmes = {
  'programmes.list': ({ db, today }) => programmesOf(db, today),
  'programmes.get': ({ db, today }, { id }) => {
    const programme = programmeOf(db, id, today);
    const units = db.all<{ id: string; nameEn: string; nameHi: string | null; levelId: string }>(
      'SELECT unit.id, nameEn, nameHi, levelId FROM programmeUnit CROSS JOIN unit ON unit.id = unitId WHERE programmeId = ? ORDER BY path', id);
    const held = db.all<{ unitId: string; day: string; nameEn: string; nameHi: string | null }>(
      'SELECT unitId, day, nameEn, nameHi FROM programmeHeld CROSS JOIN unit ON unit.id = unitId WHERE programmeId = ? ORDER BY path LIMIT ?', id, heldShown);
    return {
      ...programme, units, held,
      heldTotal: db.get<{ count: number }>('SELECT COUNT(*) AS count FROM programmeHeld WHERE programmeId = ?', id)!.count,
      links: linksOf(db, { kind: 'programme', id }), orders: ordersOf(db, id, 0, ordersShown).rows, earlier: earlierDays(db, id),
    };
  },
  ...recordCalls,
  ...phaseCalls,
  ...linkCalls,
  ...timelineCalls,
  ...outlineCalls,
  ...orderCalls,
  ...metricCalls,
} satisfies Calls<'programmes'>;
