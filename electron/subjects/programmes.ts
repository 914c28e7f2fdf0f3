// Programmes with their dates per level, and the metrics they are measured by.
import type { Metric, Phase, Programme } from '../../shared/model/programme.ts';
import { AppError } from '../../shared/errors.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import type { ReadDb } from '../store/sql.ts';

const metricColumns = 'metric.id, metric.nameEn, metric.nameHi, metric.kind, metric.countLevelId, metric.ofMetricId';

const metricOf = (db: ReadDb, id: string): Metric | undefined => db.get<Metric>(`SELECT ${metricColumns} FROM metric WHERE id = ?`, id);

/** All programmes with their phases and metrics, in order of their first day. */
export function programmesOf(db: ReadDb): Programme[] {
  const phases = db.all<Phase & { programmeId: string }>('SELECT programmeId, levelId, fromDay, toDay FROM phase JOIN level ON level.id = levelId ORDER BY ordinal');
  const metrics = db.all<Metric & { programmeId: string }>(`SELECT programmeMetric.programmeId, ${metricColumns} FROM programmeMetric JOIN metric ON metric.id = metricId ORDER BY ordinal`);
  return db.all<Omit<Programme, 'phases' | 'metrics'>>('SELECT id, nameEn, nameHi, fromDay, toDay FROM programme ORDER BY fromDay, nameEn')
    .map((programme) => ({
      ...programme,
      phases: phases.filter(({ programmeId }) => programmeId === programme.id).map(({ levelId, fromDay, toDay }) => ({ levelId, fromDay, toDay })),
      metrics: metrics.filter(({ programmeId }) => programmeId === programme.id).map(({ id, nameEn, nameHi, kind, countLevelId, ofMetricId }) => ({ id, nameEn, nameHi, kind, countLevelId, ofMetricId })),
    }));
}

/** The programme and the metric a board, a sheet or a report is about; `programmes.gone` where either is not there or the programme does not count it. */
export function programmeAndMetric(db: ReadDb, programmeId: string, metricId: string): { programme: Programme; metric: Metric } {
  const programme = programmesOf(db).find((candidate) => candidate.id === programmeId);
  const metric = programme?.metrics.find((candidate) => candidate.id === metricId);
  if (!programme || !metric) throw new AppError('programmes.gone');
  return { programme, metric };
}

export const programmes = {
  'programmes.list': ({ db }) => programmesOf(db),
  'programmes.metrics': ({ db }) => db.all<Metric>(`SELECT ${metricColumns} FROM metric ORDER BY nameEn`),
  'programmes.save': ({ db, newId, summarise }, { id, fields }) => {
    const { phases, metricIds, ...programme } = fields;
    for (const period of [programme, ...phases]) if (period.toDay < period.fromDay) throw new AppError('dates.endBeforeStart', { fromDay: period.fromDay, toDay: period.toDay });
    const twice = phases.find((phase, at) => phases.findIndex((other) => other.levelId === phase.levelId) !== at);
    if (twice) throw new AppError('programmes.phaseTwice', { levelId: twice.levelId });
    if (metricIds.some((metricId) => metricOf(db, metricId) === undefined)) throw new AppError('programmes.gone');
    const programmeId = id ?? newId();
    if (id === null) insertRow(db, 'programme', { id: programmeId, ...programme });
    else if (db.run('UPDATE programme SET nameEn = ?, nameHi = ?, fromDay = ?, toDay = ? WHERE id = ?', programme.nameEn, programme.nameHi, programme.fromDay, programme.toDay, id) === 0) throw new AppError('programmes.gone');
    const dropped = db.all<{ metricId: string }>('SELECT metricId FROM programmeMetric WHERE programmeId = ?', programmeId).filter(({ metricId }) => !metricIds.includes(metricId));
    for (const { metricId } of dropped) {
      if (db.get('SELECT 1 FROM target WHERE programmeId = ? AND metricId = ? UNION SELECT 1 FROM report WHERE programmeId = ? AND metricId = ? LIMIT 1', programmeId, metricId, programmeId, metricId)) {
        throw new AppError('programmes.metricInUse');
      }
    }
    db.run('DELETE FROM phase WHERE programmeId = ?', programmeId);
    for (const phase of phases) insertRow(db, 'phase', { programmeId, ...phase });
    db.run('DELETE FROM programmeMetric WHERE programmeId = ?', programmeId);
    metricIds.forEach((metricId, ordinal) => insertRow(db, 'programmeMetric', { programmeId, metricId, ordinal }));
    summarise(id === null ? 'programmes.add' : 'programmes.save', { nameEn: programme.nameEn, nameHi: programme.nameHi });
    return { id: programmeId };
  },
  'programmes.remove': ({ db, summarise }, { id }) => {
    const programme = db.get<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM programme WHERE id = ?', id);
    if (!programme) throw new AppError('programmes.gone');
    for (const table of ['report', 'target', 'targetVersion', 'programmeMetric', 'phase']) db.run(`DELETE FROM ${table} WHERE programmeId = ?`, id);
    db.run('DELETE FROM programme WHERE id = ?', id);
    summarise('programmes.remove', { ...programme });
    return null;
  },
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
} satisfies Calls<'programmes'>;
