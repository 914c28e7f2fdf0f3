// The places a tour should visit and does not, each with the reason.
import { useNamed, useWords } from '../../words.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import styles from './tours.module.css';

export function LeftOut({ tour }: { tour: TourDetail }) {
  const t = useWords('tours');
  const named = useNamed();
  return (
    <section className={styles.leftOut} aria-label={t('leftOut')}>
      <h2>{t('leftOutCount', { count: tour.leftOut.length })}</h2>
      <ul>
        {tour.leftOut.map((stop) => <li key={stop.unitId}><b>{named(stop)}</b> – {t(`reason.${stop.reason}`)}</li>)}
      </ul>
    </section>
  );
}
