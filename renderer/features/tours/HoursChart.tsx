// The hours by distance: for every day a line from its first hour, rising on the road and level while he meets.
import { useNumbers, useWords } from '../../words.ts';
import type { TourDay, TourDetail } from '../../../shared/model/tour.ts';
import { dayColour } from './dayColours.ts';
import styles from './tours.module.css';

interface HoursChartProps {
  tour: TourDetail;
  /** Null: a line for each leader. */
  personId: string | null;
  shownDay: string | null;
  onHover: (day: string | null) => void;
}

const [width, height] = [420, 132];
const [left, right, top, bottom] = [40, 8, 8, 20];

/** Minute and kilometre since the morning, at every change. */
function pointsOf(day: TourDay, personId: string): [minute: number, km: number][] {
  const points: [number, number][] = [];
  let km = 0;
  for (const visit of day.visits.filter((one) => one.personId === personId)) {
    points.push([visit.arrive - visit.legMinutes, km]);
    km += visit.legKm;
    points.push([visit.arrive, km], [visit.leave, km]);
  }
  for (const leg of day.evening.filter((one) => one.personId === personId)) {
    points.push([leg.depart, km]);
    km += leg.legKm;
    points.push([leg.arrive, km]);
  }
  return points;
}

export function HoursChart({ tour, personId, shownDay, onHover }: HoursChartProps) {
  const t = useWords('tours');
  const { time, number } = useNumbers();
  const whose = personId === null ? tour.leaders.map((leader) => leader.personId) : [personId];
  const lines = tour.days.flatMap((day, index) => whose.map((id) => ({ day: day.day, key: `${day.day} ${id}`, index, points: pointsOf(day, id) }))).filter(({ points }) => points.length > 0);
  const minutes = lines.flatMap(({ points }) => points.map(([minute]) => minute));
  const from = Math.floor(Math.min(tour.dutyFrom, ...minutes) / 60) * 60;
  const to = Math.ceil(Math.max(tour.dutyTo, ...minutes) / 60) * 60;
  const step = niceStep(Math.max(1, ...lines.map(({ points }) => points.at(-1)![1])) / 3);
  const most = step * Math.ceil(Math.max(1, ...lines.map(({ points }) => points.at(-1)![1])) / step);
  const x = (minute: number) => left + ((minute - from) / (to - from)) * (width - left - right);
  const y = (km: number) => height - bottom - (km / most) * (height - top - bottom);
  const hours = Array.from({ length: Math.floor((to - from) / 180) + 1 }, (_, at) => from + at * 180);
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('chartLabel')}>
        {Array.from({ length: Math.round(most / step) + 1 }, (_, at) => at * step).map((km) => (
          <g key={km}><line x1={left} x2={width - right} y1={y(km)} y2={y(km)} /><text x={left - 5} y={y(km)} dy="0.35em" textAnchor="end">{number(km)}</text></g>
        ))}
        {hours.map((minute) => <text key={minute} x={x(minute)} y={height - 6} textAnchor={x(minute) > width - right - 14 ? 'end' : 'middle'}>{time(minute)}</text>)}
        <text x={left + 4} y={top + 6} textAnchor="start">{t('kilometresShort')}</text>
        {lines.map(({ day, key, index, points }) => (
          <polyline
            key={key} points={points.map(([minute, km]) => `${x(minute)},${y(km)}`).join(' ')} style={dayColour(index)} data-dim={(shownDay !== null && shownDay !== day) || undefined}
            data-strong={shownDay === day || undefined} onPointerEnter={() => onHover(day)} onPointerLeave={() => onHover(null)}
          >
            <title>{t('chartDay', { number: index + 1, km: Math.round(points.at(-1)![1]) })}</title>
          </polyline>
        ))}
      </svg>
    </figure>
  );
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
}
