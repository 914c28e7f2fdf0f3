// The way to the next card: kilometres and minutes, where they come from, how much of it is in the dark; pressed, they can be corrected.
import { Popover } from '@mantine/core';
import { IconMoonStars, IconRoad } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { TourDay, TourDetail, TourVisit } from '../../../shared/model/tour.ts';
import { LegForm } from './LegFix.tsx';
import { LegMark } from './LegMark.tsx';
import { eveningLeg, legTo } from './legs.ts';
import type { Leg } from './legs.ts';
import { LegSlot } from './slots.ts';
import styles from './board.module.css';

export function BoardLeg({ tour, day, visit }: { tour: TourDetail; day: TourDay; visit: TourVisit }) {
  const leg = legTo(tour, visit, usePick());
  if (!leg) return null;
  return (
    <li className={styles.leg}>
      <LegFigures tour={tour} leg={leg} />
      {LegSlot ? <LegSlot tour={tour} day={day} visit={visit} /> : null}
    </li>
  );
}

/** After the last visit, to a night elsewhere. */
export function EveningLeg({ tour, leg }: { tour: TourDetail; leg: TourDay['evening'][number] }) {
  const t = useWords('tours');
  const shown = eveningLeg(tour, leg, usePick());
  return (
    <div className={styles.leg}>
      <IconRoad size={13} aria-hidden />
      <LegFigures tour={tour} leg={shown}>{t('thereAt', { arrive: leg.arrive })}</LegFigures>
    </div>
  );
}

function LegFigures({ tour, leg, children }: { tour: TourDetail; leg: Leg; children?: ReactNode }) {
  const t = useWords('tours');
  const { duration } = useNumbers();
  const [opened, setOpened] = useState(false);
  const figures = `${t('km', { km: Math.round(leg.km) })} · ${duration(leg.minutes)}`;
  const source = t(`travel:source.${leg.source}`);
  const dark = leg.darkMinutes > 0 ? t(tour.rules.slowInDark ? 'darkSlower' : 'darkPart', { minutes: leg.darkMinutes }) : null;
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="right" width={300} withinPortal>
      <Popover.Target>
        <button
          type="button" data-source={leg.source} title={[`${t('leg', leg.names)}: ${source}`, dark].filter(Boolean).join(' · ')}
          aria-label={[`${t('correctLeg', leg.names)}: ${figures}`, source, dark].filter(Boolean).join(', ')} onClick={() => setOpened(!opened)}
        >
          <LegMark source={leg.source} /> {figures}{leg.darkMinutes > 0 ? ' ' : null}
          {leg.darkMinutes > 0 ? <IconMoonStars size={13} className={styles.darkLeg} aria-hidden /> : null} {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown>{opened ? <LegForm tourId={tour.id} leg={leg} onDone={() => setOpened(false)} /> : null}</Popover.Dropdown>
    </Popover>
  );
}
