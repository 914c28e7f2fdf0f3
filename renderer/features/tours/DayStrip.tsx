// A day as a strip of hours: driving, meetings, what is kept free; under the cards' times it shows at a glance where room is left.
import { useWords } from '../../words.ts';
import type { LeaderDay, TourDay } from '../../../shared/model/tour.ts';
import styles from './board.module.css';

interface Part {
  from: number;
  to: number;
  kind: 'drive' | 'meeting' | 'taken';
}

/** What takes a leader's hours on a day. */
export function partsOf(day: TourDay, personId: string): Part[] {
  return [
    ...day.visits.filter((visit) => visit.personId === personId).flatMap((visit): Part[] => [
      { from: visit.arrive - visit.legMinutes, to: visit.arrive, kind: 'drive' },
      { from: visit.begin, to: visit.leave, kind: 'meeting' },
    ]),
    ...day.evening.filter((leg) => leg.personId === personId).map((leg): Part => ({ from: leg.depart, to: leg.arrive, kind: 'drive' })),
    ...day.reserved.map((part): Part => ({ from: part.from, to: part.to, kind: 'taken' })),
    ...day.others.filter((other) => other.personId === personId).map((other): Part => ({ from: other.begin, to: other.end, kind: 'taken' })),
  ].filter((part) => part.to > part.from);
}

export function DayStrip({ day, leader }: { day: TourDay; leader: LeaderDay }) {
  const t = useWords('tours');
  const { personId, dutyFrom, dutyTo, freeMinutes } = leader;
  const parts = partsOf(day, personId);
  const from = Math.min(dutyFrom, ...parts.map((part) => part.from));
  const to = Math.max(dutyTo, dutyFrom + 60, ...parts.map((part) => part.to));
  const at = (minute: number) => ((minute - from) / (to - from)) * 100;
  return (
    <div className={styles.strip} role="img" aria-label={t('stripLabel', { free: freeMinutes })}>
      <span data-kind="duty" style={{ left: `${at(dutyFrom)}%`, width: `${at(Math.max(dutyTo, dutyFrom)) - at(dutyFrom)}%` }} />
      {parts.map((part) => <span key={`${part.kind} ${part.from}`} data-kind={part.kind} style={{ left: `${at(part.from)}%`, width: `${at(part.to) - at(part.from)}%` }} />)}
      {day.light && day.light.set < to ? <span data-kind="dark" style={{ left: `${at(Math.max(from, day.light.set))}%`, width: `${100 - at(Math.max(from, day.light.set))}%` }} /> : null}
    </div>
  );
}
