// The lines of a target board: a unit's own target, the sum below it, what is achieved, and whether it is in time.
import type { BoardRow } from '../../shared/model/target.ts';
import type { Metric, Programme } from '../../shared/model/programme.ts';
import { pace } from '../../shared/rules/pace.ts';
import { periodOf } from '../../shared/rules/period.ts';
import type { ReadDb, SqlValue } from '../store/sql.ts';
import { asUnitRow, unitColumns, unitJoins } from './unitRows.ts';
import type { StoredUnitRow } from './unitRows.ts';

type StoredLine = StoredUnitRow & Pick<BoardRow, 'own' | 'below' | 'achieved' | 'fromDay' | 'dueDay' | 'basis' | 'personId' | 'personNameEn' | 'personNameHi' | 'lastReportDay'> & {
  locked: number;
  promiseState: 'draft' | 'issued' | 'closed' | null;
  revision: number | null;
  achievedBelow: number | null;
  whole: number | null;
};

const whole = (part: number, of: number) => Math.round((part / of) * 100);

function asLine(row: StoredLine, programme: Programme, metric: Metric, today: string): BoardRow {
  const { achievedBelow, whole: wholeAchieved, locked, promiseState, revision, ...rest } = asUnitRow(row);
  const isShare = metric.kind === 'share';
  const below = isShare ? null : rest.below;
  const { own, achieved } = rest;
  const sharePercent = isShare && achieved !== null && wholeAchieved ? whole(achieved, wholeAchieved) : null;
  const goal = own ?? below;
  const reached = isShare ? sharePercent : achieved;
  const down = metric.direction === 'down';
  const percent = !down && goal !== null && goal > 0 && reached !== null ? whole(reached, goal) : null;
  // Where less is better, nothing told is not "nothing left".
  const judged = goal !== null && (down ? reached !== null : goal > 0);
  const state = judged ? pace({ target: goal, achieved: reached ?? 0, ...periodOf(programme, rest.levelId, rest.dueDay, rest.fromDay), today, direction: metric.direction }).state : null;
  return {
    ...rest, own, below, achieved, achievedBelow, sharePercent, percent, state,
    difference: own !== null && below !== null ? own - below : null,
    locked: locked === 1,
    promise: own === null ? null : promiseState === 'issued' && (revision ?? 0) > 1 ? 'revised' : promiseState,
    revision: revision ?? 0,
    reportsConflict: achieved !== null && achievedBelow !== null && achieved !== achievedBelow,
  };
}

const percentOf = 'CAST(rollup.achieved AS REAL) / NULLIF(COALESCE(target.value, rollup.below), 0)';
const percentOfShare = 'CAST(rollup.achieved AS REAL) / NULLIF(ofWhole.achieved, 0) / NULLIF(target.value, 0)';

/** What a board may be sorted by, as SQL; the same figures as its lines show. */
export const boardOrder = (isShare: boolean) => ({
  own: 'target.value', below: 'rollup.below', difference: 'target.value - rollup.below', achieved: 'rollup.achieved',
  percent: isShare ? percentOfShare : percentOf, electors: 'COALESCE(NULLIF(sums.electors, 0), unit.electors, 0)',
});

/** Board lines for the units that `where` (over `unit`) picks out. */
export function boardLines(db: ReadDb, { programme, metric, today }: { programme: Programme; metric: Metric; today: string }, where: string, ...values: SqlValue[]): BoardRow[] {
  const rows = db.all<StoredLine>(
    `SELECT ${unitColumns}, target.value AS own, target.fromDay, target.dueDay, target.state AS promiseState, target.revision, target.basis, COALESCE(target.locked, 0) AS locked, target.personId,
       person.nameEn AS personNameEn, person.nameHi AS personNameHi, rollup.below, rollup.achieved, rollup.achievedBelow, rollup.lastReportDay,
       ofWhole.achieved AS whole
     FROM unit ${unitJoins} JOIN level ON level.id = unit.levelId
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id
     LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = unit.id
     LEFT JOIN rollup AS ofWhole ON ofWhole.programmeId = ? AND ofWhole.metricId = ? AND ofWhole.unitId = unit.id
     LEFT JOIN person ON person.id = target.personId
     WHERE ${where}`,
    programme.id, metric.id, programme.id, metric.id, programme.id, metric.ofMetricId, ...values,
  );
  return rows.map((row) => asLine(row, programme, metric, today));
}
