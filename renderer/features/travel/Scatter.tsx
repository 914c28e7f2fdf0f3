// Estimate against known kilometres: a dot a road, the line on which they agree, and the band of the usual error.
import { useState } from 'react';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { TravelSummary } from '../../../shared/model/travel.ts';

type Point = TravelSummary['points'][number];

const size = 300;
const left = 40;
const bottom = 34;
const top = 10;

/** A round step so that an axis has about five marks. */
function stepFor(most: number): number {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? rough;
}

export function Scatter({ points, share, onSeek }: { points: readonly Point[]; share: number; onSeek: (text: string) => void }) {
  const t = useWords('travel');
  const pick = usePick();
  const { exact } = useNumbers();
  const [over, setOver] = useState<Point | null>(null);
  const largest = Math.max(10, ...points.map(({ estimateKm, distanceKm }) => Math.max(estimateKm, distanceKm)));
  const step = stepFor(largest);
  const most = Math.ceil(largest / step) * step;
  const span = size - left - 8;
  const x = (km: number): number => left + (Math.min(km, most) / most) * span;
  const y = (km: number): number => top + (1 - Math.min(km, most) / most) * (size - top - bottom);
  const marks = Array.from({ length: Math.round(most / step) + 1 }, (_, at) => at * step);
  const names = (point: Point): string => t('pair', { from: pick(point.fromEn, point.fromHi), to: pick(point.toEn, point.toHi) });
  const line = (point: Point): string => t('dot', { pair: names(point), known: exact(Math.round(point.distanceKm)), estimate: exact(Math.round(point.estimateKm)) });
  const radius = points.length > 150 ? 2.5 : 4;
  return (
    <figure className="travel-scatter">
      <figcaption>{t('scatter')}</figcaption>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('scatterLabel', { count: points.length, percent: Math.round(share * 100) })}>
        {marks.map((km) => (
          <g key={km} className="travel-axis">
            <line x1={left} x2={size - 8} y1={y(km)} y2={y(km)} />
            <line x1={x(km)} x2={x(km)} y1={top} y2={size - bottom} />
            <text x={left - 5} y={y(km) + 4} textAnchor="end">{exact(km)}</text>
            <text x={x(km)} y={size - bottom + 15} textAnchor="middle">{exact(km)}</text>
          </g>
        ))}
        <path className="travel-band" d={`M${x(0)} ${y(0)} L${x(most / (1 + share))} ${y(most)} L${x(most)} ${y(most)} L${x(most)} ${y(most * (1 - share))} Z`} />
        <line className="travel-agree" x1={x(0)} y1={y(0)} x2={x(most)} y2={y(most)} />
        {points.map((point) => (
          <circle
            key={`${point.fromUnitId} ${point.toUnitId}`} className="travel-dot" cx={x(point.estimateKm)} cy={y(point.distanceKm)} r={over === point ? radius + 2 : radius}
            data-far={Math.abs(point.distanceKm / point.estimateKm - 1) > 0.35 || undefined}
            onPointerEnter={() => setOver(point)} onPointerLeave={() => setOver(null)} onClick={() => onSeek(`${pick(point.fromEn, point.fromHi)} ${pick(point.toEn, point.toHi)}`)}
          ><title>{line(point)}</title></circle>
        ))}
        <text className="travel-axis-name" x={left + span / 2} y={size - 4} textAnchor="middle">{t('axisEstimate')}</text>
        <text className="travel-axis-name" x={11} y={top + (size - top - bottom) / 2} textAnchor="middle" transform={`rotate(-90 11 ${top + (size - top - bottom) / 2})`}>{t('axisKnown')}</text>
      </svg>
      <p className="travel-note" aria-hidden="true">{over ? line(over) : t('scatterNote')}</p>
    </figure>
  );
}
