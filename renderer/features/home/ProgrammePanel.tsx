// One programme: days left, and each metric against its target with the pace it needs.
import { useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { Words } from '../../words.ts';
import type { HomeSummary } from '../../../shared/contract/sheets.ts';
import { daysBetween } from '../../../shared/dates.ts';

type Programme = HomeSummary['programmes'][number];
type Metric = Programme['metrics'][number];

function daysInWords({ fromDay, daysLeft }: Programme, today: string, t: Words): string {
  const until = daysBetween(today, fromDay);
  if (until > 0) return t('beginsIn', { count: until });
  if (daysLeft < 0) return t('endedAgo', { count: -daysLeft });
  return daysLeft === 0 ? t('lastDay') : t('daysLeft', { count: daysLeft });
}

/** Share of the programme's days that are over, 0 to 1. */
function elapsed({ fromDay, toDay }: Programme, today: string): number {
  const days = daysBetween(fromDay, toDay) + 1;
  return Math.min(1, Math.max(0, (daysBetween(fromDay, today) + 1) / days));
}

function MetricLine({ programme, metric, today }: { programme: Programme; metric: Metric; today: string }) {
  const t = useWords('home');
  const named = useNamed();
  const { number, percent } = useNumbers();
  const go = useSession((session) => session.go);
  const setScope = useSession((session) => session.setScope);
  const metrics = useQuery('programmes.metrics', {}).data;
  const isShare = metrics?.find(({ id }) => id === metric.metricId)?.kind === 'share';
  const goal = metric.target ?? metric.below;
  const done = goal && metric.achieved !== null ? metric.achieved / goal : null;
  const read = isShare ? percent : number;
  const open = () => { setScope(null); go('targets', { programmeId: programme.id, metricId: metric.metricId }); };
  const over = elapsed(programme, today);
  if (goal === null && metric.achieved === null) {
    return (
      <li className="home-metric-head">
        <span className="home-metric-name">{named(metric)}</span>
        <span className="home-dim"><Figure onOpen={open} label={t('openTargets')}>{t('noTarget')}</Figure></span>
      </li>
    );
  }
  return (
    <li className="home-metric">
      <div className="home-metric-head">
        <span className="home-metric-name">{named(metric)}</span>
        <StatusMark state={goal === null ? null : metric.state} />
      </div>
      <div className="home-metric-figures">
        <Figure onOpen={open} label={t('openTargets')}>{metric.achieved === null ? '0' : read(metric.achieved)}</Figure>
        <span className="home-dim">{goal === null ? t('noTarget') : t('ofTarget', { target: isShare ? percent(goal) : goal })}</span>
        <span className="home-fill" />
        {metric.requiredPerDay !== null && metric.requiredPerDay > 0 ? <span className="home-dim">{t('perDay', { count: Math.ceil(metric.requiredPerDay) })}</span> : null}
        {done !== null && !isShare ? <b>{percent(done * 100)}</b> : null}
      </div>
      {done !== null && !isShare ? (
        <div className="home-bar" data-state={metric.state ?? undefined} aria-hidden="true">
          <i style={{ width: `${Math.min(100, done * 100)}%` }} />
          {over > 0 && over < 1 ? <u style={{ left: `${over * 100}%` }} title={t('shouldBe')} /> : null}
        </div>
      ) : null}
    </li>
  );
}

export function ProgrammePanel({ programme, today }: { programme: Programme; today: string }) {
  const t = useWords('home');
  const named = useNamed();
  const ends = programme.daysLeft < 0 ? 'over' : programme.daysLeft <= 3 && programme.fromDay <= today ? 'soon' : undefined;
  return (
    <Panel title={named(programme)} aside={<span className="home-days" data-when={ends}>{daysInWords(programme, today, t)}</span>}>
      <div className="home-dim home-dates">{t('fromTo', { from: programme.fromDay, to: programme.toDay })}</div>
      <ul className="home-metrics">
        {programme.metrics.map((metric) => <MetricLine key={metric.metricId} programme={programme} metric={metric} today={today} />)}
      </ul>
    </Panel>
  );
}
