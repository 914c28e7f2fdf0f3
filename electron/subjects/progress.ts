// Progress: figures told for a unit, with day and source. A figure is the whole achieved up to that day.
import type { Report } from '../../shared/model/target.ts';
import { AppError } from '../../shared/errors.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import { programmeAndMetric } from './programmes.ts';
import { unitOf } from './unitPlace.ts';

export const progress = {
  'progress.ofUnit': ({ db }, { programmeId, metricId, unitId }) =>
    db.all<Report>('SELECT id, programmeId, metricId, unitId, day, value, source, toldBy, note, reorganisationId FROM report WHERE programmeId = ? AND metricId = ? AND unitId = ? ORDER BY day DESC, id DESC', programmeId, metricId, unitId),
  'progress.record': ({ db, today, newId, summarise }, report) => {
    const unit = unitOf(db, report.unitId);
    programmeAndMetric(db, report.programmeId, report.metricId);
    if (report.day > today) throw new AppError('progress.inFuture', { day: report.day, today });
    const id = newId();
    insertRow(db, 'report', { id, ...report });
    summarise('progress.record', { unitEn: unit.nameEn, unitHi: unit.nameHi, value: report.value });
    return { id };
  },
  'progress.remove': ({ db, summarise }, { id }) => {
    const report = db.get<{ unitId: string; value: number }>('SELECT unitId, value FROM report WHERE id = ?', id);
    if (!report) throw new AppError('progress.gone');
    const unit = unitOf(db, report.unitId);
    db.run('DELETE FROM report WHERE id = ?', id);
    summarise('progress.remove', { unitEn: unit.nameEn, unitHi: unit.nameHi, value: report.value });
    return null;
  },
} satisfies Calls<'progress'>;
