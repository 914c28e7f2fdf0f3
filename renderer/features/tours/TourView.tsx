// One tour: what it adds up to, its days on the board or in a table, its route on the map with the hours by distance.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRemembered } from '../../hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useWords } from '../../words.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import type { PlanChange } from '../../../shared/model/tourFields.ts';
import { TourBoard } from './TourBoard.tsx';
import { CompareView } from './CompareView.tsx';
import { DayTable } from './DayTable.tsx';
import { HoursChart } from './HoursChart.tsx';
import { LeftOut } from './LeftOut.tsx';
import { Offers } from './Offers.tsx';
import { PlanBar } from './PlanBar.tsx';
import type { TourViewKind } from './PlanBar.tsx';
import { TourMap } from './TourMap.tsx';
import { TourSummary } from './TourSummary.tsx';
import styles from './tours.module.css';

interface TourViewProps {
  tour: TourDetail;
  /** A panel stands beside it. */
  narrow: boolean;
  planning: boolean;
  onPlan: (options?: { improve?: boolean; change?: PlanChange }) => void;
  onVersion: (tourId: string) => void;
}

export function TourView({ tour, narrow, planning, onPlan, onVersion }: TourViewProps) {
  const t = useWords('tours');
  // Under the pointer or the focus; the day pressed stays.
  const [hovered, setHovered] = useState<string | null>(null);
  const [pressed, setPressed] = useState<string | null>(null);
  const [unitId, setUnitId] = useState<string | null>(null);
  const [kept, keepView] = useRemembered<TourViewKind>('tours.view', 'board');
  const [comparing, setComparing] = useState(false);
  const [chosenPerson, setPerson] = useState<string | null>(null);
  const [mapShown, showMap] = useRemembered('tours.map', true);
  const personId = tour.leaders.length === 1 ? tour.personId : tour.leaders.some((leader) => leader.personId === chosenPerson) ? chosenPerson : null;
  const shownDay = hovered ?? pressed;
  const isPlanned = tour.totals.visits > 0;
  const view = comparing && tour.versions.length > 1 ? 'compare' : kept === 'table' ? 'table' : 'board';
  const setView = (next: TourViewKind) => {
    setComparing(next === 'compare');
    if (next !== 'compare') keepView(next);
  };
  const press = (day: string) => setPressed(day === pressed ? null : day);
  const shared = { tour, shownDay, unitId, onHover: setHovered, onPress: press, onUnit: setUnitId };
  const one = tour.leaders.length > 1 ? personId ?? undefined : undefined;
  return (
    <div className={styles.page}>
      <div className={styles.over}>
        <TourSummary tour={tour} mapShown={mapShown} onMap={view === 'compare' || narrow ? undefined : () => showMap(!mapShown)}>
          {isPlanned ? <Offers key={tour.id} tour={tour} planning={planning} onTake={(change) => onPlan({ change })} /> : null}
        </TourSummary>
        {isPlanned ? (
          <PlanBar
            tour={tour} view={view} personId={personId} improving={planning} onView={setView} onPerson={setPerson} onImprove={() => onPlan({ improve: true })}
            onVersion={(id) => { setComparing(false); onVersion(id); }}
          />
        ) : null}
      </div>
      {view === 'compare' && isPlanned ? <CompareView tour={tour} onChosen={onVersion} /> : (
        <div className={styles.view} data-narrow={narrow || undefined} data-view={view}>
          <div className={styles.left}>
            {isPlanned ? view === 'board' ? <TourBoard {...shared} pressedDay={pressed} personId={personId} /> : <DayTable {...shared} personId={personId} pressedDay={pressed} /> : (
              <EmptyState
                title={t('notPlannedTitle', { count: tour.unitIds.length })} text={t(tour.days.every((day) => day.blackouts.some((one) => one.avoided)) ? 'allBlackout' : 'notPlannedText')}
                action={<Button loading={planning} onClick={() => onPlan()}>{t('plan')}</Button>}
              />
            )}
            {isPlanned && view === 'table' && tour.leftOut.length > 0 ? <LeftOut tour={tour} /> : null}
          </div>
          {narrow || !mapShown ? null : (
            <div className={styles.side}>
              <div className={styles.right}><TourMap {...shared} personId={one} withoutLegend pressedDay={pressed} /></div>
              {isPlanned ? <HoursChart tour={tour} personId={personId} shownDay={shownDay} onHover={setHovered} /> : null}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
