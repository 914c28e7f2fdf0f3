// What programmes count: metrics made, changed and taken away.
import { AppError } from '../../../shared/errors.ts';
import type { Metric } from '../../../shared/model/programme.ts';
import type { Calls } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { ReadDb } from '../../store/sql.ts';
import { metricColumns } from './read.ts';

const metricOf = (db: ReadDb, id: string): Metric | undefined => db.get<Metric>(`SELECT ${metricColumns} FROM metric WHERE id = ?`, id);

export const metricCalls = {
  'programmes.metrics': ({ db }) => db.all<Metric>(`SELECT ${metricColumns} FROM metric ORDER BY nameEn`),
  'programmes.saveMetric': ({ db, newId, summarise }, { id, fields }) => {
    if (fields.kind === 'onePerUnit' && fields.countLevelId === null) throw new AppError('programmes.metricNeedsLevel');
    if (fields.kind === 'share' && (fields.ofMetricId === null || fields.ofMetricId === id)) throw new AppError('programmes.metricNeedsWhole');
    if (id !== null) {
      const now = metricOf(db, id);
      if (!now) throw new AppError('programmes.gone');
      // Figures already set or told would mean something else.
      const otherwise = now.kind !== fields.kind || (now.kind === 'onePerUnit' && now.countLevelId !== fields.countLevelId) || (now.kind === 'share' && now.ofMetricId !== fields.ofMetricId);
      if (otherwise && db.get('SELECT 1 FROM target WHERE metricId = ? UNION SELECT 1 FROM report WHERE metricId = ? LIMIT 1', id, id)) throw new AppError('programmes.metricInUse');
    }
    const countLevelId = fields.kind === 'onePerUnit' ? fields.countLevelId : null;
    const ofMetricId = fields.kind === 'share' ? fields.ofMetricId : null;
    const metricId = id ?? newId();
    if (id === null) insertRow(db, 'metric', { id: metricId, nameEn: fields.nameEn, nameHi: fields.nameHi, kind: fields.kind, countLevelId, ofMetricId });
    else db.run('UPDATE metric SET nameEn = ?, nameHi = ?, kind = ?, countLevelId = ?, ofMetricId = ? WHERE id = ?', fields.nameEn, fields.nameHi, fields.kind, countLevelId, ofMetricId, id);
    summarise('programmes.saveMetric', { nameEn: fields.nameEn, nameHi: fields.nameHi });
    return { id: metricId };
  },
  'programmes.removeMetric': ({ db, summarise }, { id }) => {
    const metric = metricOf(db, id);
    if (!metric) throw new AppError('programmes.gone');
    const used = ['programmeMetric WHERE metricId', 'target WHERE metricId', 'targetVersion WHERE metricId', 'report WHERE metricId', 'metric WHERE ofMetricId'].some((use) => db.get(`SELECT 1 FROM ${use} = ? LIMIT 1`, id) !== undefined);
    if (used) throw new AppError('programmes.metricInUse');
    db.run('DELETE FROM metric WHERE id = ?', id);
    summarise('programmes.removeMetric', { nameEn: metric.nameEn, nameHi: metric.nameHi });
    return null;
  },
} satisfies Pick<Calls<'programmes'>, 'programmes.metrics' | 'programmes.saveMetric' | 'programmes.removeMetric'>;
