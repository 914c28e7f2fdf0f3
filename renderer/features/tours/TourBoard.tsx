// The board: days side by side, stops as cards; a card is dragged anywhere, and before it is dropped the board shows what comes of it.
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useNamed, useWords } from '../../words.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import { BoardAnswer } from './BoardAnswer.tsx';
import { BoardDay } from './BoardDay.tsx';
import { OffDays } from './OffDays.tsx';
import { spotAt, stepped } from './spots.ts';
import { useDrop } from './useDrop.ts';
import type { Held, Spot } from './useDrop.ts';
import styles from './board.module.css';

interface TourBoardProps {
  tour: TourDetail;
  /** Only this leader's row; null: a row for each. */
  personId: string | null;
  pressedDay: string | null;
  unitId: string | null;
  onHover: (day: string | null) => void;
  onPress: (day: string) => void;
  onUnit: (unitId: string | null) => void;
}

/** So far the pointer moves before a press is a drag. */
const dragPixels = 5;
/** This near to an edge the board scrolls along. */
const edgePixels = 48;

export function TourBoard({ tour, personId, pressedDay, unitId, onHover, onPress, onUnit }: TourBoardProps) {
  const t = useWords('tours');
  const named = useNamed();
  const drop = useDrop();
  const { held, tried, answer } = drop;
  const board = useRef<HTMLDivElement>(null);
  const [pointer, setPointer] = useState<{ x: number; y: number } | null>(null);
  const ending = useRef<(() => void) | null>(null);
  useEffect(() => () => ending.current?.(), []);

  /** Called by a card; becomes a drag once the pointer has moved. */
  const press = (event: PointerEvent, what: Omit<Held, 'by'>) => {
    if (event.button !== 0 || (event.target as Element).closest('button:not([data-grip]), input, a, [role=dialog]')) return;
    const start = { x: event.clientX, y: event.clientY };
    let dragging = false;
    const onMove = (move: globalThis.PointerEvent) => {
      if (!dragging && Math.hypot(move.clientX - start.x, move.clientY - start.y) < dragPixels) return;
      if (!dragging) {
        dragging = true;
        drop.lift({ ...what, by: 'pointer' });
      }
      move.preventDefault();
      setPointer({ x: move.clientX, y: move.clientY });
      scrollAlong(board.current, move.clientX, move.clientY);
      const spot = spotAt(move.clientX, move.clientY, what.stopId);
      if (spot !== undefined) drop.over(spot);
    };
    const end = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('keydown', onKey, true);
      ending.current = null;
      setPointer(null);
    };
    const onUp = () => {
      end();
      if (dragging) drop.drop();
    };
    const onKey = (key: globalThis.KeyboardEvent) => {
      if (key.key !== 'Escape' || !dragging) return;
      key.stopPropagation();
      end();
      drop.cancel();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('keydown', onKey, true);
    ending.current = end;
  };

  /** On a card's grip: space or Enter lifts and drops, arrows carry, Escape puts it back. */
  const keys = (event: KeyboardEvent, what: Omit<Held, 'by'>) => {
    const isHeld = held?.stopId === what.stopId && held.by === 'keys' && !answer;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (isHeld) drop.drop();
      else drop.lift({ ...what, by: 'keys' });
    } else if (isHeld && event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      drop.cancel();
    } else if (isHeld && event.key === 'Delete') drop.over(null);
    else if (isHeld && event.key.startsWith('Arrow')) {
      event.preventDefault();
      drop.over(stepped(tour, drop.spot, what.stopId, rows.map((row) => row.personId), event.key));
    }
  };

  const rows = tour.leaders.filter((leader) => personId === null || leader.personId === personId);
  const preview = new Map(tried?.days.map((day) => [day.day, day]));
  const wrong = tried ? [...tried.hard, ...tried.soft] : [];
  const shared = { tour, held, unitId, onUnit, press, keys, spotOf: spotOf(tour) };
  return (
    <div className={styles.frame} data-held={held ? '' : undefined} data-by={held?.by}>
      <div className={styles.board} ref={board} role="region" aria-label={t('board')} tabIndex={-1}>
        {rows.map((leader, row) => (
          <section key={leader.personId} className={styles.lane} aria-label={named(leader)} data-several={rows.length > 1 || undefined}>
            {rows.length > 1 ? (
              <header className={styles.laneHead}>
                <h3>{named(leader)}</h3>
                <p>{t('laneSums', { count: leader.visits, km: Math.round(leader.distanceKm), minutes: leader.travelMinutes, nights: t('nightCount', { count: leader.nights }) })}</p>
              </header>
            ) : null}
            <ol className={styles.days}>
              {tour.days.map((day, index) => (
                <BoardDay
                  key={day.day} {...shared} personId={leader.personId} isFirst={row === 0} day={preview.get(day.day) ?? day} number={index + 1} wrong={wrong.filter((problem) => problem.day === day.day)}
                  changed={preview.has(day.day)} aimed={held !== null && drop.spot?.day === day.day && (drop.spot.personId ?? tour.personId) === leader.personId} pressed={pressedDay === day.day}
                  onHover={onHover} onPress={() => onPress(day.day)}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      <OffDays {...shared} aimed={held !== null && drop.spot === null} />
      <BoardAnswer tour={tour} drop={drop} />
      {pointer && held?.by === 'pointer' ? <div className={styles.floating} style={{ left: pointer.x + 12, top: pointer.y + 8 }} aria-hidden>{held.name}</div> : null}
    </div>
  );
}

function spotOf(tour: TourDetail): (stopId: string) => Spot {
  return (stopId) => {
    for (const day of tour.days) {
      const visit = day.visits.find((one) => one.stopId === stopId);
      if (!visit) continue;
      const mine = day.visits.filter((one) => one.personId === visit.personId);
      return { day: day.day, index: mine.indexOf(visit), personId: visit.personId };
    }
    return null;
  };
}

function scrollAlong(board: HTMLElement | null, x: number, y: number): void {
  if (!board) return;
  const { left, right, top, bottom } = board.getBoundingClientRect();
  // Below the board is the tray: only a pointer still over the board scrolls it down.
  if (y < top + edgePixels) board.scrollTop -= 8;
  else if (y > bottom - edgePixels && y < bottom) board.scrollTop += 8;
  if (x > right - edgePixels) board.scrollLeft += 12;
  else if (x < left + edgePixels) board.scrollLeft -= 12;
}
