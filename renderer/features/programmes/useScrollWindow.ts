// What is seen of the timeline, in steps, and the day in its middle kept when the scale changes.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { windowOf } from './timelineRows.ts';
import { leftOf } from './timeScale.ts';
import type { Scale } from './timeScale.ts';

export interface Seen {
  first: number;
  last: number;
  /** In pixels of the scale. */
  fromX: number;
  toX: number;
  /** Where the view begins and ends, to the nearest few days: for what lies outside it. */
  left: number;
  right: number;
}

const stepPixels = 400;
/** `left` and `right` of what is seen may be so much too small. */
export const nearPixels = 40;

/** Width and height of an element, 0 before it is there. */
export function useSize(ref: RefObject<HTMLElement | null>): { wide: number; high: number } {
  const [size, setSize] = useState({ wide: 0, high: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setSize((now) => (now.wide === element.clientWidth && now.high === element.clientHeight ? now : { wide: element.clientWidth, high: element.clientHeight }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** `namesWide`: pixels the names take at the left. `today` stands in the first third when it opens. */
export function useScrollWindow(ref: RefObject<HTMLDivElement | null>, scale: Scale, { rows, rowHeight, namesWide, wide, high, today }: { rows: number; rowHeight: number; namesWide: number; wide: number; high: number; today: string }) {
  const [seen, setSeen] = useState<Seen>({ first: 0, last: 0, fromX: 0, toX: 0, left: 0, right: 0 });
  /** The day, with its fraction, in the middle of what is seen, counted from the scale's first. */
  const middle = useRef<{ fromDay: string; days: number } | null>(null);
  const chart = Math.max(0, wide - namesWide);

  const look = useCallback(() => {
    const element = ref.current;
    if (!element) return;
    const { scrollLeft, scrollTop } = element;
    middle.current = { fromDay: scale.fromDay, days: (scrollLeft + chart / 2) / scale.perDay };
    const { first, last } = windowOf(scrollTop, high, rowHeight, rows);
    const fromX = Math.max(0, Math.floor(scrollLeft / stepPixels) * stepPixels - stepPixels);
    const toX = Math.ceil((scrollLeft + chart) / stepPixels) * stepPixels + stepPixels;
    const left = Math.floor(scrollLeft / nearPixels) * nearPixels;
    setSeen((now) => (now.first === first && now.last === last && now.left === left && now.toX === toX && now.right === left + chart ? now : { first, last, fromX, toX, left, right: left + chart }));
  }, [ref, scale, chart, high, rowHeight, rows]);

  const centre = useCallback((x: number, share = 0.5) => {
    if (ref.current) ref.current.scrollLeft = x - chart * share;
  }, [ref, chart]);
  useLayoutEffect(() => {
    if (chart === 0) return;
    if (middle.current !== null) centre((leftOf(scale, middle.current.fromDay) / scale.perDay + middle.current.days) * scale.perDay);
    else if (today !== '') centre(leftOf(scale, today), 0.4);
    look();
  }, [scale, chart, today, centre, look]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [ref, look]);
  return { seen, centre };
}
