// What programmes count: metrics made, changed and taken away.
import { AppError } from '../../../shared/errors.ts';
import type { Metric } from '../../../shared/model/programme.ts';
import type { Calls } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { asMetric, metricColumns, metricInUse } from './read.ts';
import type { StoredMetric } from './read.ts';
import { addStarterMetrics } from './starterMetrics.ts';
import { insertMetric, updateMetric } from './writeMetric.ts';

function metricOf(db: ReadDb, id: string): Metric | undefined {
  const row = db.get<StoredMetric>(`SELECT ${metricColumns} FROM metric WHERE id = ?`, id);
  return row && asMetric(row);
}

export const metricCalls = {
  'programmes.metrics': ({ db }) => db.all<StoredMetric>(`SELECT ${metricColumns} FROM metric ORDER BY nameEn`).map(asMetric),
  'programmes.saveMetric': ({ db, newId, summarise }, { id, fields }) => {
    if (fields.kind === 'onePerUnit' && fields.countLevelId === null) throw new AppError('programmes.metricNeedsLevel');
    if (fields.kind === 'share' && (fields.ofMetricId === null || fields.ofMetricId === id)) throw new AppError('programmes.metricNeedsWhole');
    if (fields.kind === 'money' && (fields.ofMetricId === id && id !== null || (fields.rate !== null && fields.ofMetricId === null))) throw new AppError('programmes.metricNeedsWhole');
    if (id !== null) {
      const now = metricOf(db, id);
      if (!now) throw new AppError('programmes.gone');
      // Figures already set or told would mean something else.
      const otherwise = now.kind !== fields.kind || now.direction !== fields.direction || (now.kind === 'onePerUnit' && now.countLevelId !== fields.countLevelId) || (now.kind === 'share' && now.ofMetricId !== fields.ofMetricId);
      if (otherwise && db.get('SELECT 1 FROM target WHERE metricId = ? UNION SELECT 1 FROM report WHERE metricId = ? LIMIT 1', id, id)) throw new AppError('programmes.metricInUse');
    }
    const whole = fields.kind === 'share' || fields.kind === 'money' ? fields.ofMetricId : null;
    // What a share or a fee is counted from must add up by itself.
    if (whole !== null && !['sum', 'last'].includes(metricOf(db, whole)?.kind ?? '')) throw new AppError('programmes.metricNeedsWhole');
    for (const levelId of [...fields.levelIds, ...(fields.countLevelId === null ? [] : [fields.countLevelId])]) if (!db.get('SELECT 1 FROM level WHERE id = ?', levelId)) throw new AppError('levels.gone');
    const metricId = id ?? newId();
    if (id === null) insertMetric(db, metricId, fields);
    else updateMetric(db, id, fields);
    summarise('programmes.saveMetric', { nameEn: fields.nameEn, nameHi: fields.nameHi });
    return { id: metricId };
  },
  'programmes.addStarterMetrics': ({ db, newId, summarise }) => {
    const added = addStarterMetrics(db, newId);
    summarise('programmes.addStarterMetrics', { count: added });
    return { added };
  },
  'programmes.removeMetric': ({ db, summarise }, { id }) => {
    const metric = metricOf(db, id);
    if (!metric) throw new AppError('programmes.gone');
    if (db.get(`SELECT 1 FROM metric WHERE id = ? AND ${metricInUse}`, id)) throw new AppError('programmes.metricInUse');
    db.run('DELETE FROM metric WHERE id = ?', id);
    summarise('programmes.removeMetric', { nameEn: metric.nameEn, nameHi: metric.nameHi });
    return null;
  },
} satisfies Pick<Calls<'programmes'>, 'programmes.metrics' | 'programmes.saveMetric' | 'programmes.addStarterMetrics' | 'programmes.removeMetric'>;
