// Writes a metric: how it adds up is its kind, what it means beyond that its form.
import type { MetricFields } from '../../../shared/model/programme.ts';
import { isDivided } from '../../../shared/rules/metricKinds.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { WriteDb } from '../../store/sql.ts';

/** Only what its kind uses is kept. */
function rowOf({ nameEn, nameHi, kind, countLevelId, ofMetricId, wordEn, wordHi, direction, every, rate }: MetricFields) {
  const adds = isDivided(kind);
  return {
    nameEn, nameHi, kind: adds ? 'sum' : kind, form: adds && kind !== 'sum' ? kind : null,
    countLevelId: kind === 'onePerUnit' ? countLevelId : null, ofMetricId: kind === 'share' || kind === 'money' ? ofMetricId : null,
    wordEn, wordHi, direction, every: kind === 'repeated' ? every ?? 'month' : null, rate: kind === 'money' && ofMetricId !== null ? rate : null,
  };
}

function writeLevels(db: WriteDb, metricId: string, levelIds: readonly string[]): void {
  db.run('DELETE FROM metricLevel WHERE metricId = ?', metricId);
  for (const levelId of new Set(levelIds)) insertRow(db, 'metricLevel', { metricId, levelId });
}

export function insertMetric(db: WriteDb, id: string, fields: MetricFields): void {
  insertRow(db, 'metric', { id, ...rowOf(fields) });
  writeLevels(db, id, fields.levelIds);
}

export function updateMetric(db: WriteDb, id: string, fields: MetricFields): void {
  const row = rowOf(fields);
  db.run(`UPDATE metric SET ${Object.keys(row).map((column) => `${column} = ?`).join(', ')} WHERE id = ?`, ...Object.values(row), id);
  writeLevels(db, id, fields.levelIds);
}
