// While an entry is held: where it would be, and what stands against it, said before it is let go.
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useQuery } from '../../hooks.ts';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { CalendarLeader } from '../../../shared/model/calendar.ts';
import { moveOf } from './entries.ts';
import type { EntryMove } from './entries.ts';

const mostReasons = 3;

/** `leader`: to whom it would go; null: it stays whose it is. */
export function LaneCard({ move, leader }: { move: EntryMove; leader: CalendarLeader | null }) {
  const t = useWords('calendar');
  const pick = usePick();
  const inWords = useProblemWords();
  const { time } = useNumbers();
  const { entry, day, begin, minutes, handOver = null } = move;
  const now = moveOf(entry);
  const isMoved = handOver !== null || begin !== now.begin || minutes !== now.minutes;
  const kind = entry.kind === 'meeting' ? 'meeting' as const : 'stop' as const;
  const { data } = useQuery('calendar.check', isMoved ? { kind, id: entry.id, day, begin, minutes, handOver, scope: 'one' } : null, { keep: true });
  if (!isMoved) return null;
  const problems = data ? [...data.hard, ...data.soft] : [];
  const state = !data ? 'asked' : data.hard.length > 0 ? 'hard' : data.soft.length > 0 ? 'soft' : 'fits';
  return (
    <div className="lane-card" data-state={state} aria-live="polite">
      <b>{[pick(entry.titleEn, entry.titleHi), leader ? pick(leader.nameEn, leader.nameHi) : '', `${time(begin)}–${time(begin + minutes)}`].filter(Boolean).join(' · ')}</b>
      {state === 'fits' ? <span>{t('held.fits')}</span> : null}
      {problems.slice(0, mostReasons).map((problem) => <span key={`${problem.code} ${JSON.stringify(problem.detail)}`}>{inWords(problem)}</span>)}
      {problems.length > mostReasons ? <span>+ {problems.length - mostReasons}</span> : null}
    </div>
  );
}
