// One tour: what it adds up to, its days in a table, and its route on the map.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useWords } from '../../words.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import { DayTable } from './DayTable.tsx';
import { LeftOut } from './LeftOut.tsx';
import { TourMap } from './TourMap.tsx';
import { TourSummary } from './TourSummary.tsx';
import styles from './tours.module.css';

interface TourViewProps {
  tour: TourDetail;
  /** A panel stands beside it. */
  narrow: boolean;
  planning: boolean;
  onPlan: () => void;
}

export function TourView({ tour, narrow, planning, onPlan }: TourViewProps) {
  const t = useWords('tours');
  // Under the pointer or the focus; the day pressed stays.
  const [hovered, setHovered] = useState<string | null>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  const [unitId, setUnitId] = useState<string | null>(null);
  const shownDay = hovered ?? pressed;
  const isPlanned = tour.totals.visits > 0;
  return (
    <div className={styles.view} data-narrow={narrow || undefined}>
      <div className={styles.left}>
        <TourSummary tour={tour} />
        {isPlanned ? (
          <DayTable
            tour={tour} shownDay={shownDay} pressedDay={pressed} unitId={unitId}
            onHover={setHovered} onPress={(day) => setPressed(day === pressed ? null : day)} onUnit={setUnitId}
          />
        ) : (
          <EmptyState
            title={t('notPlannedTitle', { count: tour.unitIds.length })} text={t('notPlannedText')}
            action={<Button loading={planning} onClick={onPlan}>{t('plan')}</Button>}
          />
        )}
        {isPlanned && tour.leftOut.length > 0 ? <LeftOut tour={tour} /> : null}
      </div>
      {narrow ? null : (
        <div className={styles.right}>
          <TourMap
            tour={tour} shownDay={shownDay} pressedDay={pressed} unitId={unitId}
            onHover={setHovered} onPress={(day) => setPressed(day === pressed ? null : day)} onUnit={setUnitId}
          />
        </div>
      )}
    </div>
  );
}
