// In the inspector: when a leader comes to this unit next, or was there last.
import { useQuery, useToday } from '../../hooks.ts';
import type { InspectorSection } from '../../screens.tsx';
import { useSession } from '../../store.ts';
import { usePick, useWords } from '../../words.ts';
import { addDays } from '../../../shared/dates.ts';
import styles from './tours.module.css';

/** How far back and ahead a visit still matters here. */
const daysAround = 120;

function NextVisit({ unitId }: { unitId: string }) {
  const t = useWords('tours');
  const pick = usePick();
  const today = useToday();
  const around = today === '' ? null : { fromDay: addDays(today, -daysAround), toDay: addDays(today, daysAround), unitId };
  const visits = (useQuery('calendar.range', around).data ?? []).filter((entry) => entry.kind === 'stop' && entry.unitId === unitId);
  const next = visits.find((visit) => visit.fromDay >= today);
  const shown = next ?? visits.at(-1);
  const leaderId = shown?.personIds[0] ?? null;
  const leader = useQuery('people.get', leaderId === null ? null : { id: leaderId }).data;
  if (!shown) return null;
  const { fromDay, begin, end, tourId } = shown;
  return (
    <section className={styles.nextVisit}>
      <h3>{t(next ? 'nextVisit' : 'lastVisit')}</h3>
      <p>
        <button type="button" onClick={() => useSession.getState().go('tours', tourId === null ? {} : { tourId })}>
          {t('visitLine', { day: fromDay, begin, leave: end })}
        </button>
      </p>
      {leader ? <p>{pick(leader.nameEn, leader.nameHi)}</p> : null}
    </section>
  );
}

const section: InspectorSection = { order: 60, Section: NextVisit };
export default section;
