// The places a tour should visit and does not, each with the reason.
import { useNamed, useWords } from '../../words.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import styles from './tours.module.css';

export function LeftOut({ tour }: { tour: TourDetail }) {
  const t = useWords('tours');
  const named = useNamed();
  // What was only wanted stands on the board, and is no fault.
  const musts = tour.leftOut.filter((stop) => stop.must);
  if (musts.length === 0) return null;
  return (
    <section className={styles.leftOut} aria-label={t('leftOut')}>
      <h2>{t('leftOutCount', { count: musts.length })}</h2>
      <ul>
        {musts.map((stop) => <li key={stop.unitId}><b>{named(stop)}</b> – {t(`reason.${stop.reason}`)}</li>)}
      </ul>
    </section>
  );
}
