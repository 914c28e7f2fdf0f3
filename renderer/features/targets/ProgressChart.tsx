// What was reported over time against the even way to the target: a small drawing that needs no colour to be read.
import { useNumbers, useWords } from '../../words.ts';
import { daysBetween } from '../../../shared/dates.ts';
import type { Report } from '../../../shared/model/target.ts';

const width = 260;
const height = 92;
const edge = { left: 4, right: 6, top: 8, bottom: 16 };

interface Props {
  reports: readonly Report[];
  /** What is to be reached; null where there is no target. */
  goal: number | null;
  fromDay: string;
  toDay: string;
  today: string;
}

export function ProgressChart({ reports, goal, fromDay, toDay, today }: Props) {
  const t = useWords('targets');
  const { exact, day } = useNumbers();
  const byDay = [...reports].sort((a, b) => (a.day < b.day ? -1 : 1));
  const latest = byDay.at(-1);
  if (!latest) return null;
  const first = byDay[0]!.day < fromDay ? byDay[0]!.day : fromDay;
  const last = [toDay, latest.day, today].sort().at(-1)!;
  const days = Math.max(1, daysBetween(first, last));
  const most = Math.max(goal ?? 0, ...byDay.map(({ value }) => value), 1);
  const x = (of: string) => edge.left + (daysBetween(first, of) / days) * (width - edge.left - edge.right);
  const y = (value: number) => height - edge.bottom - (value / most) * (height - edge.top - edge.bottom);
  const line = byDay.map((report) => `${x(report.day).toFixed(1)},${y(report.value).toFixed(1)}`).join(' ');
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('chartSays', { count: byDay.length, value: latest.value, day: day(latest.day), goal: goal === null ? '–' : exact(goal) })}>
      <line className="chart-ground" x1={edge.left} x2={width - edge.right} y1={y(0)} y2={y(0)} />
      {goal !== null ? <line className="chart-way" x1={x(fromDay)} y1={y(0)} x2={x(toDay)} y2={y(goal)} /> : null}
      {today >= first ? <line className="chart-today" x1={x(today)} x2={x(today)} y1={edge.top} y2={y(0)} /> : null}
      <polyline className="chart-line" points={line} />
      {byDay.map((report) => <circle key={report.id} className="chart-point" cx={x(report.day)} cy={y(report.value)} r={2.6}><title>{`${day(report.day)}: ${exact(report.value)}`}</title></circle>)}
      <text x={edge.left} y={height - 4}>{day(first).slice(0, 5)}</text>
      <text x={width - edge.right} y={height - 4} textAnchor="end">{day(last).slice(0, 5)}</text>
    </svg>
  );
}
