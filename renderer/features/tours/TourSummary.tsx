// What a tour adds up to, and how near it is to the shortest possible travel.
import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMap } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNumbers, useWords } from '../../words.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import { LegMark } from './LegMark.tsx';
import { countSources } from './legs.ts';
import styles from './tours.module.css';

/** `children` stand beside what is said of the plan. `onMap`: shows or hides the map; without it there is no such choice. */
export function TourSummary({ tour, mapShown, onMap, children }: { tour: TourDetail; mapShown: boolean; onMap?: () => void; children?: ReactNode }) {
  const t = useWords('tours');
  const { number, duration } = useNumbers();
  const { totals, bound, problems, unitIds, rules } = tour;
  const wanted = tour.days.reduce((sum, day) => sum + day.visits.filter((visit) => !visit.must).length, 0);
  const isPlanned = totals.visits > 0;
  const figures: [key: string, value: ReactNode][] = [
    ['stops', t('ofTotal', { done: totals.visits - wanted, total: unitIds.length })],
    ...(rules.wanted.length > 0 ? [['wantedStops', t('ofTotal', { done: wanted, total: rules.wanted.length })] as [string, ReactNode]] : []),
    ['daysUsed', t('ofTotal', { done: totals.daysUsed, total: tour.days.length })],
    ['distance', t('km', { km: Math.round(totals.distanceKm) })],
    ['driving', duration(totals.travelMinutes)],
    ['free', isPlanned ? duration(totals.freeMinutes) : number(null)],
  ];
  return (
    <section className={styles.summary} aria-label={t('summary')}>
      <dl>
        {figures.map(([key, value]) => <div key={key}><dt>{t(key)}</dt><dd>{value}</dd></div>)}
      </dl>
      {onMap ? <ActionIcon variant={mapShown ? 'light' : 'subtle'} color={mapShown ? undefined : 'gray'} size={30} className={styles.mapSwitch} aria-pressed={mapShown} aria-label={t('showMap')} title={t('showMap')} onClick={onMap}><IconMap size={17} /></ActionIcon> : null}
      {isPlanned ? (
        <div className={styles.verdicts}>
          <p data-good={problems.length === 0 || undefined} data-bad={problems.length > 0 || undefined}>
            {problems.length === 0 ? <IconCheck size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
            {problems.length === 0 ? t('nothingWrong') : t('problemCount', { count: problems.length })}
          </p>
          {bound.travelMinutes > 0 ? <p title={t('gapHelp')}>{gapInWords(t, bound, totals.travelMinutes)}</p> : null}
          {children}
          <ul className={styles.sources} aria-label={t('sourceCounts')}>
            {countSources(tour).map(({ source, count }) => <li key={source}><LegMark source={source} /> {number(count)} {t(`travel:source.${source}`)}</li>)}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

/** Rounded up: what is shown must hold. */
function gapInWords(t: ReturnType<typeof useWords>, { gapPercent, travelMinutes }: TourDetail['bound'], travelled: number): string {
  if (gapPercent === null) return t('gapUnknown', { minutes: travelMinutes });
  const minutes = Math.ceil(travelled - travelMinutes - 1e-6);
  return minutes <= 0 ? t('gapNone') : t('gap', { minutes });
}
