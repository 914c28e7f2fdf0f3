// One lane for each leader: the hours of a day across, what he does in it, and the ways between as hatched time.
import { IconPlane } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { PageEntry, CalendarLeader, TravelLeg } from '../../../shared/model/calendar.ts';
import type { Slot } from './CalendarGrid.tsx';
import { keyOf, moveOf, peopleOf } from './entries.ts';
import type { EntryMove } from './entries.ts';
import { hoursOf, inTracks, snapped, snapMinutes } from './lanes.ts';
import { LaneCard } from './LaneCard.tsx';
import { Bands, LaneEntry, LaneLeg } from './LaneParts.tsx';
import './lanes.css';

interface LanesViewProps {
  day: string;
  entries: readonly PageEntry[];
  legs: readonly TravelLeg[];
  leaders: readonly CalendarLeader[];
  pending: EntryMove | null;
  chosenKey: string | null;
  onChoose: (key: string) => void;
  onMove: (move: EntryMove) => void;
  onSlot: (slot: Slot, personId: string) => void;
}

/** What the hand holds: an entry moved (perhaps over another leader's lane) or made longer, or a new time drawn. */
type Held = { kind: 'move' | 'resize'; entry: PageEntry; from: number; by: number; laneId: string; overId: string } | { kind: 'draw'; personId: string; from: number; to: number };

const shortest = 5;

export function LanesView({ day, entries, legs, leaders, pending, chosenKey, onChoose, onMove, onSlot }: LanesViewProps) {
  const t = useWords('calendar');
  const pick = usePick();
  const { time } = useNumbers();
  const track = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const lines = useMemo(() => entries.flatMap((entry) => {
    if (entry.begin === null || entry.end === null) return [];
    const waits = pending !== null && keyOf(pending.entry) === keyOf(entry) ? pending : null;
    const now = waits ?? moveOf(entry);
    return now.day === day ? [{ entry, begin: now.begin, end: now.begin + now.minutes, personIds: peopleOf(now) }] : [];
  }), [entries, pending, day]);
  const bands = entries.filter((entry) => entry.begin === null && entry.kind !== 'away' && entry.fromDay <= day && day <= entry.toDay);
  const ofDay = useMemo(() => legs.filter((leg) => leg.day === day), [legs, day]);
  const { from, to } = hoursOf(lines, ofDay);
  const hours = Array.from({ length: to - from }, (_, at) => from + at);
  const share = (minutes: number): string => `${((minutes - from * 60) / ((to - from) * 60)) * 100}%`;
  const minutesAt = (clientX: number): number => {
    const box = track.current!.getBoundingClientRect();
    return from * 60 + ((clientX - box.left) / box.width) * (to - from) * 60;
  };
  const heldMove = (one: Held): EntryMove | null => {
    if (one.kind === 'draw') return null;
    const now = moveOf(one.entry);
    const handOver = one.overId === one.laneId ? {} : { handOver: { fromPersonId: one.laneId, toPersonId: one.overId } };
    return one.kind === 'move'
      ? { ...now, ...handOver, begin: Math.min(1439, Math.max(0, snapped(now.begin + one.by))) }
      : { ...now, minutes: Math.min(1440, Math.max(shortest, snapped(now.minutes + one.by))) };
  };

  const onDown = (event: PointerEvent<HTMLElement>, next: Held) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld(next);
  };
  const pulledTo = (one: Held, event: PointerEvent<HTMLElement>): Held => {
    const at = minutesAt(event.clientX);
    return one.kind === 'draw' ? { ...one, to: at } : { ...one, by: at - one.from, overId: one.kind === 'move' ? laneAt(event) ?? one.overId : one.laneId };
  };
  const onPull = (event: PointerEvent<HTMLElement>) => { if (held) setHeld(pulledTo(held, event)); };
  const onUp = (event: PointerEvent<HTMLElement>) => {
    if (!held) return;
    setHeld(null);
    drop(pulledTo(held, event), event.ctrlKey);
  };
  // Where the hand is let go counts, not where it was last drawn: on a slow machine the two differ.
  const drop = (held: Held, copy: boolean) => {
    if (held.kind === 'draw') {
      const [begin, end] = [Math.min(held.from, held.to), Math.max(held.from, held.to)].map((minutes) => Math.min(1440, Math.max(0, snapped(minutes))));
      if (end! - begin! >= snapMinutes) onSlot({ day, begin: begin!, minutes: end! - begin! }, held.personId);
      return;
    }
    if (Math.abs(held.by) < snapMinutes / 2 && held.overId === held.laneId) {
      if (held.kind === 'move') onChoose(keyOf(held.entry));
      return;
    }
    const move = heldMove(held);
    if (move) onMove(copy && held.kind === 'move' ? { ...move, copy: true } : move);
  };
  const beside = (laneId: string, step: number): string | undefined => leaders[leaders.findIndex(({ id }) => id === laneId) + step]?.id;
  const onKey = (entry: PageEntry, laneId: string) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(keyOf(entry));
      return;
    }
    const lanes = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const toPersonId = lanes === undefined ? undefined : beside(laneId, lanes);
    if (event.altKey && toPersonId !== undefined && entry.movable) {
      event.preventDefault();
      onMove({ ...moveOf(entry), handOver: { fromPersonId: laneId, toPersonId } });
      return;
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined || !entry.movable || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const now = moveOf(entry);
    if (event.shiftKey) {
      if (now.minutes + step * snapMinutes >= shortest) onMove({ ...now, minutes: now.minutes + step * snapMinutes });
    } else if (now.begin + step * 30 >= 0 && now.begin + step * 30 < 1440) onMove({ ...now, begin: now.begin + step * 30 });
  };

  const handed = held && held.kind !== 'draw' ? heldMove(held) : null;
  if (leaders.length === 0) return <EmptyState text={t('noLeaders')} />;
  return (
    <div className="lanes-scroll" role="group" aria-label={t('views.lanes')} aria-describedby="lanes-help">
      <p id="lanes-help" className="unseen">{t('lanesHelp')}</p>
      <div className="lanes" style={{ '--hours': hours.length } as CSSProperties}>
        <div className="lanes-head">
          <div className="lane-name">{t('leaders', { count: leaders.length })}</div>
          <div className="lane-track" ref={track}>{hours.map((hour) => <span key={hour} style={{ left: share(hour * 60) }}>{time(hour * 60)}</span>)}</div>
        </div>
        {bands.length > 0 ? <Bands bands={bands} chosenKey={chosenKey} onChoose={onChoose} /> : null}
        {leaders.map((leader) => {
          const mine = lines.filter((line) => line.personIds.includes(leader.id));
          const { placed, tracks } = inTracks(mine);
          const away = entries.find((entry) => entry.kind === 'away' && entry.personIds.includes(leader.id) && entry.fromDay <= day && day <= entry.toDay);
          const drawn = held?.kind === 'draw' && held.personId === leader.id ? [Math.min(held.from, held.to), Math.max(held.from, held.to)].map(snapped) : null;
          const name = pick(leader.nameEn, leader.nameHi);
          return (
            <section key={leader.id} className="lane" data-leader={leader.id} data-over={(handed?.handOver?.toPersonId === leader.id) || undefined} aria-label={name} data-away={away ? '' : undefined} style={{ '--tracks': tracks } as CSSProperties}>
              <div className="lane-name"><b>{name}</b><small>{pick(leader.titleEn, leader.titleHi) === name ? '' : pick(leader.titleEn, leader.titleHi)}</small></div>
              <div
                className="lane-track" onPointerMove={onPull} onPointerUp={onUp}
                onPointerDown={(event) => { const at = minutesAt(event.clientX); onDown(event, { kind: 'draw', personId: leader.id, from: at, to: at }); }}
              >
                {away ? <div className="lane-away"><IconPlane size={14} aria-hidden /> {t('kind.away')}{away.placeEn === '' ? '' : `: ${pick(away.placeEn, away.placeHi)}`}</div> : null}
                {ofDay.filter((leg) => leg.personId === leader.id).map((leg) => <LaneLeg key={`${leg.fromKey} ${leg.toKey}`} leg={leg} share={share} entries={entries} />)}
                {placed.map(({ entry, begin, end, track: on }) => {
                  const moved = held && held.kind !== 'draw' && keyOf(held.entry) === keyOf(entry) ? handed : null;
                  return (
                    <LaneEntry
                      key={keyOf(entry)} entry={entry} begin={moved?.begin ?? begin} end={moved ? moved.begin + moved.minutes : end} track={on} share={share}
                      chosen={chosenKey === keyOf(entry)} held={moved !== null} waits={pending !== null && keyOf(pending.entry) === keyOf(entry)} onKey={onKey(entry, leader.id)} onChoose={() => onChoose(keyOf(entry))}
                      onTake={(event, kind) => { if (entry.movable) onDown(event, { kind, entry, from: minutesAt(event.clientX), by: 0, laneId: leader.id, overId: leader.id }); else event.stopPropagation(); }}
                    />
                  );
                })}
                {handed?.handOver?.toPersonId === leader.id ? <div className="lane-drawn" aria-hidden="true" style={{ left: share(handed.begin), width: `calc(${share(handed.begin + handed.minutes)} - ${share(handed.begin)})` }}>{time(handed.begin)}–{time(handed.begin + handed.minutes)}</div> : null}
                {drawn ? <div className="lane-drawn" style={{ left: share(drawn[0]!), width: `calc(${share(drawn[1]!)} - ${share(drawn[0]!)})` }}>{time(drawn[0]!)}–{time(drawn[1]!)}</div> : null}
              </div>
            </section>
          );
        })}
      </div>
      {handed ? <LaneCard move={handed} leader={leaders.find(({ id }) => id === handed.handOver?.toPersonId) ?? null} /> : null}
    </div>
  );
}

/** Over whose lane the hand is. */
const laneAt = ({ clientX, clientY }: PointerEvent): string | undefined =>
  document.elementsFromPoint(clientX, clientY).map((element) => element.closest<HTMLElement>('[data-leader]')?.dataset['leader']).find((id) => id !== undefined);
