// A bar pulled with the pointer: days counted while it moves, the view following at its edges, Escape giving up.
import { useCallback, useEffect, useRef } from 'react';
import type { PointerEvent, RefObject } from 'react';
import { pulled } from './trial.ts';
import type { Grip, Trial } from './trial.ts';

interface Held {
  bar: { id: string; fromDay: string; toDay: string };
  grip: Grip;
  startX: number;
  startScroll: number;
  x: number;
  days: number;
  moved: boolean;
  frame: number;
}

const startsAfterPixels = 4;
const edge = 48;

export interface DragTold {
  onTrial: (trial: Trial | null) => void;
  onDone: (trial: Trial) => void;
  /** Pressed and let go without moving. */
  onClick: (id: string) => void;
}

export function useBarDrag(scrollRef: RefObject<HTMLDivElement | null>, perDay: number, namesWide: number, told: DragTold) {
  const held = useRef<Held | null>(null);
  const latest = useRef(told);
  useEffect(() => { latest.current = told; });

  const follow = useCallback(() => {
    const now = held.current;
    const element = scrollRef.current;
    if (!now || !element) return;
    const days = Math.round((now.x - now.startX + element.scrollLeft - now.startScroll) / perDay);
    if (days === now.days) return;
    now.days = days;
    latest.current.onTrial(pulled(now.bar, now.grip, days));
  }, [scrollRef, perDay]);

  const stop = useCallback((): Held | null => {
    const now = held.current;
    held.current = null;
    if (now) cancelAnimationFrame(now.frame);
    return now;
  }, []);

  useEffect(() => {
    const onMove = (event: globalThis.PointerEvent) => {
      const now = held.current;
      if (!now) return;
      now.x = event.clientX;
      now.moved ||= Math.abs(now.x - now.startX) >= startsAfterPixels;
      if (now.moved) follow();
    };
    const onUp = () => {
      const now = stop();
      if (!now) return;
      if (!now.moved) latest.current.onClick(now.bar.id);
      else if (now.days === 0) latest.current.onTrial(null);
      else latest.current.onDone(pulled(now.bar, now.grip, now.days));
    };
    const giveUp = () => { if (stop()?.moved) latest.current.onTrial(null); };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !held.current) return;
      event.preventDefault();
      event.stopPropagation();
      giveUp();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', giveUp);
    window.addEventListener('keydown', onKey, true);
    return () => {
      stop();
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', giveUp);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [follow, stop]);

  return useCallback((event: PointerEvent, bar: Held['bar'], grip: Grip) => {
    if (event.button !== 0) return;
    event.preventDefault();
    /** While the pointer rests at an edge the view moves under it. */
    function drift(): void {
      const now = held.current;
      const element = scrollRef.current;
      if (!now || !element) return;
      const box = element.getBoundingClientRect();
      const by = now.x > box.right - edge ? now.x - box.right + edge : now.x < box.left + namesWide + edge ? now.x - box.left - namesWide - edge : 0;
      if (now.moved && by !== 0) {
        element.scrollLeft += by / 3;
        follow();
      }
      now.frame = requestAnimationFrame(drift);
    }
    held.current = { bar, grip, startX: event.clientX, startScroll: scrollRef.current?.scrollLeft ?? 0, x: event.clientX, days: 0, moved: false, frame: requestAnimationFrame(drift) };
  }, [scrollRef, namesWide, follow]);
}
