// How one unit stands: target, achieved, pace, the way there drawn, and the reports it is made of.
import { useQuery, useToday } from '../../hooks.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import type { BoardRow } from '../../../shared/model/target.ts';
import { pace } from '../../../shared/rules/pace.ts';
import { periodOf } from '../../../shared/rules/period.ts';
import './progress.css';
import { PercentBar } from './PercentBar.tsx';
import { ProgressChart } from './ProgressChart.tsx';
import { ReportList } from './ReportList.tsx';
import { RevisionList } from './RevisionList.tsx';

export function UnitProgress({ programme, metric, unit }: { programme: Programme; metric: Metric; unit: BoardRow }) {
  const t = useWords('targets');
  const today = useToday();
  const { exact, percent, day } = useNumbers();
  const reports = useQuery('progress.ofUnit', { programmeId: programme.id, metricId: metric.id, unitId: unit.id }).data ?? [];
  const isShare = metric.kind === 'share';
  const goal = unit.own ?? unit.below;
  const period = periodOf(programme, unit.levelId, unit.dueDay, unit.fromDay);
  const now = !isShare && goal !== null && goal > 0 && today !== '' ? pace({ target: goal, achieved: unit.achieved ?? 0, ...period, today }) : null;
  return (
    <div className="unit-progress">
      <dl className="target-facts">
        <dt>{t('own')}</dt><dd>{isShare ? percent(unit.own) : exact(unit.own)}{unit.promise !== null && unit.promise !== 'draft' ? ` · ${t(`promise.${unit.promise}`, { number: unit.revision })}` : ''}</dd>
        {unit.below !== null ? <><dt>{t('below')}</dt><dd>{exact(unit.below)}</dd></> : null}
        <dt>{t('achieved')}</dt><dd>{exact(unit.achieved)}{isShare && unit.sharePercent !== null ? ` · ${percent(unit.sharePercent)}` : ''}</dd>
        <dt>{t('column.dueDay')}</dt><dd>{day(unit.dueDay ?? period.toDay)}</dd>
      </dl>
      {unit.percent !== null || unit.state !== null ? <div className="unit-state"><PercentBar percent={unit.percent} state={unit.state} /><StatusMark state={unit.state} /></div> : null}
      {now && now.requiredPerDay !== null && now.requiredPerDay > 0 ? <p className="dim">{t('perDay', { size: exact(now.requiredPerDay), count: Math.max(0, now.daysLeft), toDay: day(period.toDay) })}</p> : null}
      {unit.reportsConflict ? <p className="conflict-note">{t('conflict', { own: unit.achieved, below: unit.achievedBelow })}</p> : null}
      {reports.length > 0 ? <ProgressChart reports={reports} goal={isShare ? null : goal} {...period} today={today} /> : null}
      <ReportList reports={reports} />
      {unit.revision > 1 ? <RevisionList programmeId={programme.id} metric={metric} unitId={unit.id} /> : null}
    </div>
  );
}
