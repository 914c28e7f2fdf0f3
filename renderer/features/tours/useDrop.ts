// A stop held over the board, by pointer or by keys: where it would go, what that would make of the tour, and the drop.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommand, useQuery } from '../../hooks.ts';
import { clearNotices } from '../../toasts.tsx';
import type { CallError } from '../../api.ts';
import type { TourProblem, TriedDrop } from '../../../shared/model/tour.ts';

/** Where a stop stands or would stand: before the `index`-th other of that day's leader; null: on no day. */
export type Spot = { day: string; index: number; personId: string | null } | null;

export interface Held {
  stopId: string;
  name: string;
  from: Spot;
  by: 'pointer' | 'keys';
}

export interface DropAnswer {
  kind: 'doubtful' | 'impossible';
  held: Held;
  to: Spot;
  problems: TourProblem[];
}

const same = (a: Spot, b: Spot): boolean => a?.day === b?.day && a?.index === b?.index && a?.personId === b?.personId;

export interface Drop {
  held: Held | null;
  spot: Spot;
  /** What the spot would make of the tour; undefined until answered, and where the stop came from. */
  tried: TriedDrop | undefined;
  /** Refused, or asked about. The stop meanwhile is shown where the hand has put it. */
  answer: DropAnswer | null;
  busy: boolean;
  lift: (held: Held) => void;
  over: (spot: Spot) => void;
  drop: () => void;
  cancel: () => void;
  acceptAll: () => void;
}

export function useDrop(): Drop {
  const [held, setHeld] = useState<Held | null>(null);
  const [spot, setSpot] = useState<Spot>(null);
  const [answer, setAnswer] = useState<DropAnswer | null>(null);
  const [move, { busy }] = useCommand('tours.move');
  // The pointer's listeners live as long as the hold; they read the newest state here.
  const now = useRef({ held, spot });
  useEffect(() => { now.current = { held, spot }; }, [held, spot]);

  const shown = answer ?? (held && !same(held.from, spot) ? { held, to: spot } : null);
  // While the next spot is asked about, the last one stays shown; not another stop's.
  const newest = useQuery('tours.tryMove', shown ? { stopId: shown.held.stopId, to: shown.to } : null, { keep: true }).data;
  const isMine = shown !== null && (shown.to === null || newest?.days.some((day) => day.visits.some((visit) => visit.stopId === shown.held.stopId)));
  const tried = isMine ? newest : undefined;

  const lift = useCallback((next: Held) => {
    clearNotices();
    setAnswer(null);
    setHeld(next);
    setSpot(next.from);
  }, []);
  const over = useCallback((next: Spot) => setSpot((old) => (same(old, next) ? old : next)), []);
  const cancel = useCallback(() => {
    setHeld(null);
    setAnswer(null);
  }, []);
  const send = useCallback(async (what: Held, to: Spot, accept: boolean) => {
    await move({ stopId: what.stopId, to, accept }, {
      undoToast: true,
      onRefused: ({ code, detail }: CallError) => {
        if (code !== 'calendar.doubtful' && code !== 'calendar.impossible') return false;
        setAnswer({ kind: code === 'calendar.doubtful' ? 'doubtful' : 'impossible', held: what, to, problems: detail['problems'] as TourProblem[] });
        return true;
      },
    });
    setHeld(null);
  }, [move]);
  const drop = useCallback(() => {
    const { held: what, spot: to } = now.current;
    if (!what) return;
    if (same(what.from, to)) setHeld(null);
    else void send(what, to, false);
  }, [send]);
  const acceptAll = useCallback(() => {
    if (!answer) return;
    setAnswer(null);
    void send(answer.held, answer.to, true);
  }, [answer, send]);

  return { held: held ?? answer?.held ?? null, spot: answer ? answer.to : spot, tried, answer, busy, lift, over, drop, cancel, acceptAll };
}
