// The way to the next card: kilometres and minutes and where they come from; pressed, they can be corrected.
import { Popover } from '@mantine/core';
import { IconArrowNarrowDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { TourDay, TourDetail, TourVisit } from '../../../shared/model/tour.ts';
import { LegForm } from './LegFix.tsx';
import { LegSlot } from './slots.ts';
import styles from './board.module.css';

export function BoardLeg({ tour, day, visit }: { tour: TourDetail; day: TourDay; visit: TourVisit }) {
  const t = useWords('tours');
  const pick = usePick();
  const { duration } = useNumbers();
  const [opened, setOpened] = useState(false);
  const { fromUnitId, legKm, legMinutes, source } = visit;
  if (fromUnitId === null) return null;
  const from = tour.days.flatMap((one) => one.visits).find((other) => other.unitId === fromUnitId);
  const names = { from: from ? pick(from.placeEn, from.placeHi) : '', to: pick(visit.placeEn, visit.placeHi) };
  const figures = `${t('km', { km: Math.round(legKm) })} · ${duration(legMinutes)}`;
  const sourceWords = t(`travel:source.${source ?? 'estimate'}`);
  return (
    <li className={styles.leg} data-source={source ?? undefined}>
      <IconArrowNarrowDown size={14} aria-hidden />
      <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="right" width={290} withinPortal>
        <Popover.Target>
          <button type="button" aria-label={`${t('correctLeg', names)}: ${figures}, ${sourceWords}`} title={`${t('leg', names)}: ${sourceWords}`} onClick={() => setOpened(!opened)}>{figures}</button>
        </Popover.Target>
        <Popover.Dropdown>
          <LegForm visit={visit} fromUnitId={fromUnitId} names={names} onDone={() => setOpened(false)} />
        </Popover.Dropdown>
      </Popover>
      {LegSlot ? <LegSlot tour={tour} day={day} visit={visit} /> : null}
    </li>
  );
}
