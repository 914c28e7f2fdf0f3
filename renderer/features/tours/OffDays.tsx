// Under the board: the stops that are on no day, each with the reason; they are dragged onto a day, and cards are dropped here.
import { useNamed, useWords } from '../../words.ts';
import type { BoardShared } from './BoardDay.tsx';
import styles from './board.module.css';

export function OffDays({ tour, held, press, keys, aimed }: BoardShared & { aimed: boolean }) {
  const t = useWords('tours');
  const named = useNamed();
  const musts = tour.leftOut.filter((stop) => stop.must).length;
  if (tour.leftOut.length === 0 && !held) return null;
  return (
    <section className={styles.off} data-board-off data-aimed={aimed || undefined} data-missing={musts > 0 || undefined} aria-label={t('offDays')}>
      <h3>{t('offDaysCount', { count: tour.leftOut.length })}</h3>
      <ul>
        {tour.leftOut.map((stop) => {
          const what = { stopId: stop.stopId, name: named(stop), from: null };
          const reason = t(`reason.${stop.reason}`);
          const label = t('liftOff', { place: named(stop), reason });
          return (
            <li key={stop.stopId} data-stop-off={stop.stopId} data-held={held?.stopId === stop.stopId || undefined} data-wanted={!stop.must || undefined} onPointerDown={(event) => press(event, what)}>
              <button type="button" data-grip aria-label={label} title={reason} aria-pressed={held?.stopId === stop.stopId} onKeyDown={(event) => keys(event, what)}>
                {named(stop)}{stop.must ? null : <em>{t('wantedTag', { worth: stop.worth })}</em>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
