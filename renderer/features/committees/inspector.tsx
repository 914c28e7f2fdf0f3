// The committee of the unit shown, at a glance: filled of how many seats, which posts are vacant.
import { useQuery } from '../../hooks.ts';
import type { InspectorSection } from '../../screens.tsx';
import { useSession } from '../../store.ts';
import { Figure } from '../../ui/Figure.tsx';
import { usePick, useWords } from '../../words.ts';
import './committees.css';
import { SeatBar } from './SeatBar.tsx';

function Section({ unitId }: { unitId: string }) {
  const t = useWords('committees');
  const pick = usePick();
  const go = useSession((session) => session.go);
  const committee = useQuery('committees.of', { unitId }).data;
  if (!committee || committee.seats.length === 0) return null;
  const seats = committee.seats.reduce((sum, seat) => sum + seat.seats, 0);
  const filled = committee.seats.reduce((sum, seat) => sum + Math.min(seat.seats, seat.holders.length), 0);
  const vacant = committee.seats.filter((seat) => seat.holders.length < seat.seats);
  return (
    <section className="seat-part">
      <header>
        <h3>{t('committee')}</h3>
        <Figure onOpen={() => go('committees', { unitId, levelId: committee.levelId })} label={t('openCommittee')}>{t('filledOf', { filled, seats })}</Figure>
      </header>
      <SeatBar seats={seats} filled={filled} wide />
      {vacant.length > 0 ? <p className="committees-gaps">{t('vacantList', { posts: vacant.map((seat) => `${pick(seat.nameEn, seat.nameHi)}${seat.seats - seat.holders.length > 1 ? ` ${seat.seats - seat.holders.length}` : ''}`).join(' · ') })}</p> : null}
    </section>
  );
}

export default { order: 25, Section } satisfies InspectorSection;
