// What a tour adds up to, and how near it is to the shortest possible travel.
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNumbers, useWords } from '../../words.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import styles from './tours.module.css';

export function TourSummary({ tour }: { tour: TourDetail }) {
  const t = useWords('tours');
  const { number, duration } = useNumbers();
  const { totals, bound, problems, unitIds } = tour;
  const isPlanned = totals.visits > 0;
  const figures: [key: string, value: ReactNode][] = [
    ['stops', t('ofTotal', { done: totals.visits, total: unitIds.length })],
    ['daysUsed', t('ofTotal', { done: totals.daysUsed, total: tour.days.length })],
    ['distance', t('km', { km: Math.round(totals.distanceKm) })],
    ['driving', duration(totals.travelMinutes)],
    ['perDay', totals.daysUsed > 0 ? t('km', { km: Math.round(totals.distanceKm / totals.daysUsed) }) : number(null)],
  ];
  return (
    <section className={styles.summary} aria-label={t('summary')}>
      <dl>
        {figures.map(([key, value]) => <div key={key}><dt>{t(key)}</dt><dd>{value}</dd></div>)}
      </dl>
      {isPlanned ? (
        <div className={styles.verdicts}>
          <p data-good={problems.length === 0 || undefined} data-bad={problems.length > 0 || undefined}>
            {problems.length === 0 ? <IconCheck size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
            {problems.length === 0 ? t('nothingWrong') : t('problemCount', { count: problems.length })}
          </p>
          <p title={t('gapHelp')}>{gapInWords(t, bound)}</p>
        </div>
      ) : null}
    </section>
  );
}

/** The gap is rounded up: what is shown must hold. */
function gapInWords(t: ReturnType<typeof useWords>, { gapPercent, travelMinutes }: TourDetail['bound']): string {
  if (gapPercent === null) return t('gapUnknown', { minutes: travelMinutes });
  const percent = Math.ceil(gapPercent - 1e-9);
  return percent <= 0 ? t('gapNone') : t('gap', { percent });
}
