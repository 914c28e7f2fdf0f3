// Reads programmes as everybody shows them: days, state, place, leader, phases and metrics.
import type { Metric, PhaseSaid, Programme, ProgrammeSaid } from '../../../shared/model/programme.ts';
import { AppError } from '../../../shared/errors.ts';
import { phaseState, programmeState } from '../../../shared/rules/programmeState.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { workspaceDay } from '../../workspaceDay.ts';

export const metricColumns = `metric.id, metric.nameEn, metric.nameHi, COALESCE(metric.form, metric.kind) AS kind, metric.countLevelId, metric.ofMetricId, metric.wordEn, metric.wordHi, metric.direction, metric.every,
  metric.rate, (SELECT json_group_array(levelId) FROM (SELECT levelId FROM metricLevel JOIN level ON level.id = levelId WHERE metricId = metric.id ORDER BY ordinal)) AS levelIds`;

/** Over `metric`: a programme counts it, a figure was set or told for it, or another metric is counted from it. */
export const metricInUse = `(${['programmeMetric WHERE metricId', 'target WHERE metricId', 'targetVersion WHERE metricId', 'targetRevision WHERE metricId', 'report WHERE metricId', 'receivedSheet WHERE metricId', 'metric AS other WHERE other.ofMetricId'].map((use) => `EXISTS (SELECT 1 FROM ${use} = metric.id)`).join(' OR ')})`;

export type StoredMetric = Omit<Metric, 'levelIds'> & { levelIds: string };

/** A metric as read with `metricColumns`; what else stands in the row is left behind. */
export const asMetric = ({ id, nameEn, nameHi, kind, countLevelId, ofMetricId, wordEn, wordHi, direction, every, rate, levelIds }: StoredMetric): Metric =>
  ({ id, nameEn, nameHi, kind, countLevelId, ofMetricId, wordEn, wordHi, direction, every, rate, levelIds: JSON.parse(levelIds) as string[] });

interface StoredPhase {
  programmeId: string;
  levelId: string;
  fromDay: string;
  toDay: string;
  said: PhaseSaid;
}

function grouped<Row extends { programmeId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(row.programmeId);
    if (known) known.push(row);
    else groups.set(row.programmeId, [row]);
  }
  return groups;
}

/** Phases of the programmes (null: of all), by programme, in the order of the levels. */
export function phasesOf(db: ReadDb, ids: readonly string[] | null): Map<string, StoredPhase[]> {
  return grouped(db.all<StoredPhase>(
    `SELECT programmeId, levelId, fromDay, toDay, COALESCE(said, state) AS said FROM phase JOIN level ON level.id = levelId
     ${ids === null ? '' : 'WHERE programmeId IN (SELECT value FROM json_each(?))'} ORDER BY ordinal`, ...(ids === null ? [] : [JSON.stringify(ids)])));
}

/** Programmes with all that hangs on them, first day first; `ids` null: all. */
export function programmesOf(db: ReadDb, today: string = workspaceDay(db, Date.now()), ids: readonly string[] | null = null): Programme[] {
  const among = (column: string): string => (ids === null ? '' : `WHERE ${column} IN (SELECT value FROM json_each(?))`);
  const asked: SqlValue[] = ids === null ? [] : [JSON.stringify(ids)];
  const phases = phasesOf(db, ids);
  const metrics = grouped(db.all<StoredMetric & { programmeId: string }>(`SELECT programmeMetric.programmeId, ${metricColumns} FROM programmeMetric JOIN metric ON metric.id = metricId ${among('programmeId')} ORDER BY ordinal`, ...asked));
  // CROSS: from the few that take part to their units, never through all units in their order.
  const units = grouped(db.all<{ programmeId: string; unitId: string }>(`SELECT programmeId, unitId FROM programmeUnit CROSS JOIN unit ON unit.id = unitId ${among('programmeId')} ORDER BY path`, ...asked));
  const rows = db.all<Omit<Programme, 'phases' | 'metrics' | 'unitIds' | 'state'> & { said: ProgrammeSaid }>(
    `SELECT programme.id, programme.nameEn, programme.nameHi, programme.fromDay, programme.toDay, programme.state AS said,
       programme.unitId, unit.nameEn AS unitNameEn, unit.nameHi AS unitNameHi, programme.personId, person.nameEn AS personNameEn, person.nameHi AS personNameHi
     FROM programme LEFT JOIN unit ON unit.id = programme.unitId LEFT JOIN person ON person.id = programme.personId ${among('programme.id')}
     ORDER BY programme.fromDay, programme.nameEn`, ...asked);
  return rows.map((row) => ({
    ...row,
    state: programmeState(row.said, row, today),
    unitIds: (units.get(row.id) ?? []).map(({ unitId }) => unitId),
    phases: (phases.get(row.id) ?? []).map(({ levelId, fromDay, toDay, said }) => ({ levelId, fromDay, toDay, said, state: phaseState(said, row.said, { fromDay, toDay }, today) })),
    metrics: (metrics.get(row.id) ?? []).map(asMetric),
  }));
}

/** Throws `programmes.gone`. */
export function programmeOf(db: ReadDb, id: string, today?: string): Programme {
  const [programme] = programmesOf(db, today, [id]);
  if (!programme) throw new AppError('programmes.gone');
  return programme;
}

/** The programme and the metric a board, a sheet or a report is about; `programmes.gone` where either is not there or the programme does not count it. */
export function programmeAndMetric(db: ReadDb, programmeId: string, metricId: string): { programme: Programme; metric: Metric } {
  const programme = programmeOf(db, programmeId);
  const metric = programme.metrics.find((candidate) => candidate.id === metricId);
  if (!metric) throw new AppError('programmes.gone');
  return { programme, metric };
}
