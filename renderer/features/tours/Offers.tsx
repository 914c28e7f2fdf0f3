// When a plan cannot be kept: what would make it hold, each tried before; a press takes it up in one step.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '../../hooks.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { TourDetail, TourOffer } from '../../../shared/model/tour.ts';
import type { PlanChange } from '../../../shared/model/tourFields.ts';
import styles from './tours.module.css';

export function Offers({ tour, planning, onTake }: { tour: TourDetail; planning: boolean; onTake: (change: PlanChange) => void }) {
  const t = useWords('tours');
  const named = useNamed();
  const { dayWords } = useNumbers();
  // A festival is for people to weigh: no other plan would make it go away.
  const isBroken = tour.problems.some(({ code }) => code !== 'blackout');
  // Working it out plans the tour several times: only when somebody asks.
  const [asked, setAsked] = useState(false);
  const answer = useQuery('tours.offers', isBroken && asked ? { id: tour.id } : null).data;
  if (!isBroken) return null;
  if (!asked) return <div className={styles.offers}><Button size="compact-sm" variant="light" onClick={() => setAsked(true)}>{t('askOffers')}</Button></div>;
  const offers = answer ?? [];
  const labelOf = (offer: TourOffer): string => {
    if (offer.kind === 'oneMoreDay') return t('offerDay', { day: dayWords(offer.toDay) });
    if (offer.kind === 'longerDays') return t('offerHours', { until: offer.dutyTo });
    if (offer.kind === 'planAgain') return t('offerAgain');
    return t(offer.kind === 'unpinStops' ? 'offerUnpin' : 'offerDrop', { count: offer.stops.length, names: offer.stops.slice(0, 4).map(named).join(', ') });
  };
  const changeOf = (offer: TourOffer): PlanChange => {
    if (offer.kind === 'oneMoreDay') return { toDay: offer.toDay };
    if (offer.kind === 'planAgain') return {};
    if (offer.kind === 'unpinStops') return { unpinStopIds: offer.stops.map((stop) => stop.stopId) };
    return offer.kind === 'longerDays' ? { dutyTo: offer.dutyTo } : { dropStopIds: offer.stops.map((stop) => stop.stopId) };
  };
  return (
    <div className={styles.offers} role="group" aria-label={t('offers')}>
      <span role="status">{t(answer === undefined ? 'offersComing' : offers.length === 0 ? 'noOffers' : 'offers')}</span>
      {offers.map((offer) => <Button key={offer.kind} size="compact-sm" variant="light" disabled={planning} onClick={() => onTake(changeOf(offer))}>{labelOf(offer)}</Button>)}
    </div>
  );
}
