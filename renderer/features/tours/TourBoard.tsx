// The board: days side by side, stops as cards; a card is dragged anywhere, and before it is dropped the board shows what comes of it.
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useWords } from '../../words.ts';
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
  personId: string;
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
      scrollAlong(board.current, move.clientX);
      const spot = spotAt(move.clientX, move.clientY, what.stopId, personId);
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
      drop.over(stepped(tour, drop.spot, what.stopId, personId, event.key));
    }
  };

  const preview = new Map(tried?.days.map((day) => [day.day, day]));
  const wrong = tried ? [...tried.hard, ...tried.soft] : [];
  const shared = { tour, personId, held, unitId, onUnit, press, keys, spotOf: spotOf(tour) };
  return (
    <div className={styles.frame} data-held={held ? '' : undefined} data-by={held?.by}>
      <div className={styles.board} ref={board} role="region" aria-label={t('board')} tabIndex={-1}>
        <ol className={styles.days}>
          {tour.days.map((day, index) => (
            <BoardDay
              key={day.day} {...shared} day={preview.get(day.day) ?? day} number={index + 1} wrong={wrong.filter((problem) => problem.day === day.day)}
              changed={preview.has(day.day)} aimed={held !== null && drop.spot?.day === day.day} pressed={pressedDay === day.day}
              onHover={onHover} onPress={() => onPress(day.day)}
            />
          ))}
        </ol>
      </div>
      <OffDays {...shared} aimed={held !== null && drop.spot === null} />
      <BoardAnswer tour={tour} drop={drop} personId={personId} />
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

function scrollAlong(board: HTMLElement | null, x: number): void {
  if (!board) return;
  const { left, right } = board.getBoundingClientRect();
  if (x > right - edgePixels) board.scrollLeft += 12;
  else if (x < left + edgePixels) board.scrollLeft -= 12;
}
