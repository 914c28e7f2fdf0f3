// Filled sheets that come back: looked at, then booked as progress with the sheet as their source, one step a sheet.
import { AppError } from '../../shared/errors.ts';
import type { ReceivedSheet } from '../../shared/model/returns.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import { insertReport } from './progress.ts';
import { bookable, planOf } from './returns/plan.ts';

const linesShown = 2000;
const unreadShown = 500;

export const returns = {
  'returns.inspect': async (context, { token, day }) => {
    const { fileName, head, programme, metric, unit, read, lines, earlier } = await planOf(context, token, day);
    const revisionNow = context.db.get<{ revision: number }>('SELECT revision FROM target WHERE programmeId = ? AND metricId = ? AND unitId = ?', programme.id, metric.id, unit.id)?.revision ?? 0;
    return {
      fileName, programmeEn: programme.nameEn, programmeHi: programme.nameHi, metricEn: metric.nameEn, metricHi: metric.nameHi, unitEn: unit.nameEn, unitHi: unit.nameHi,
      revision: head.revision, revisionNow, bookedDay: earlier && !lines.some(bookable) ? earlier.receivedDay : null, lines: lines.slice(0, linesShown), unread: read.unread.slice(0, unreadShown),
      counts: {
        toBook: lines.filter(bookable).length, same: lines.filter(({ same, refused }) => same && refused === null).length, doubtful: lines.filter((line) => bookable(line) && line.doubts.length > 0).length,
        refused: lines.filter(({ refused }) => refused !== null).length, unread: read.unread.length, empty: read.empty, missing: read.missing,
      },
    };
  },
  'returns.book': async (context, { token, day, leaveOut, notedBy }) => {
    const { db, today, newId, progress, summarise } = context;
    const { fileName, programme, metric, unit, head, lines, fingerprint, earlier } = await planOf(context, token, day);
    const not = new Set(leaveOut);
    const taken = lines.filter((line) => bookable(line) && !not.has(line.unitId));
    if (taken.length === 0) throw earlier ? new AppError('returns.bookedBefore', { name: fileName, day: earlier.receivedDay }) : new AppError('returns.nothingToBook', { name: fileName });
    const sheetId = earlier?.id ?? newId();
    // What was left out when it came first is booked to the same sheet.
    if (earlier) db.run('UPDATE receivedSheet SET figures = figures + ? WHERE id = ?', taken.length, sheetId);
    else insertRow(db, 'receivedSheet', { id: sheetId, fingerprint, fileName, receivedDay: today, figures: taken.length, programmeId: programme.id, metricId: metric.id, unitId: unit.id, revision: head.revision });
    taken.forEach(({ unitId, value, note }, at) => {
      if (at % 200 === 0) progress('returns.book', at, taken.length);
      insertReport(context, { programmeId: programme.id, metricId: metric.id, unitId, day, value, note, source: 'sheet', toldBy: '', notedBy, toldDay: null, state: 'reported', counting: 'total' }, sheetId);
    });
    summarise('returns.book', { count: taken.length, unitEn: unit.nameEn, unitHi: unit.nameHi, fileName });
    return { booked: taken.length };
  },
  'returns.list': ({ db }, { limit }) => db.all<ReceivedSheet>(
    `SELECT receivedSheet.id, fileName, receivedDay, figures, programme.nameEn AS programmeEn, programme.nameHi AS programmeHi, metric.nameEn AS metricEn, metric.nameHi AS metricHi,
       unit.id AS unitId, unit.nameEn AS unitEn, unit.nameHi AS unitHi
     FROM receivedSheet JOIN programme ON programme.id = programmeId JOIN metric ON metric.id = metricId JOIN unit ON unit.id = receivedSheet.unitId ORDER BY receivedDay DESC, receivedSheet.id DESC LIMIT ?`, limit),
} satisfies Calls<'returns'>;
