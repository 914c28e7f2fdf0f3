// What is seen of the timeline, in steps, and the day in its middle kept when the scale changes.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { windowOf } from './timelineRows.ts';
import { leftOf } from './timeScale.ts';
import type { Scale } from './timeScale.ts';

export interface Seen {
  first: number;
  last: number;
  /** What is drawn of the scale, in pixels of it. */
  fromX: number;
  toX: number;
  /** Where the view begins and ends, to the nearest few days: for what lies outside it. */
  left: number;
  right: number;
}

/** The day, with its fraction, in the middle of what is seen, counted from the scale's first. */
interface Middle {
  fromDay: string;
  days: number;
}

const stepPixels = 400;
/** `left` and `right` of what is seen may be so much wrong. */
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

const leftAt = (scale: Scale, { fromDay, days }: Middle, chart: number): number => Math.max(0, leftOf(scale, fromDay) + days * scale.perDay - chart / 2);

/**
 * `namesWide`: pixels the names take at the left. `today` stands in the first third when it opens.
 * What is seen is kept in days, so that another scale is drawn once, around the same day, and not first in the wrong place.
 */
export function useScrollWindow(ref: RefObject<HTMLDivElement | null>, scale: Scale, { rows, rowHeight, namesWide, wide, high, today }: { rows: number; rowHeight: number; namesWide: number; wide: number; high: number; today: string }) {
  const [at, setAt] = useState<{ first: number; last: number; middle: Middle | null }>({ first: 0, last: 0, middle: null });
  const middle = useRef<Middle | null>(null);
  const chart = Math.max(0, wide - namesWide);

  const look = useCallback(() => {
    const element = ref.current;
    if (!element) return;
    const { scrollLeft, scrollTop } = element;
    const now: Middle = { fromDay: scale.fromDay, days: (scrollLeft + chart / 2) / scale.perDay };
    middle.current = now;
    const { first, last } = windowOf(scrollTop, high, rowHeight, rows);
    setAt((known) => (known.first === first && known.last === last && known.middle !== null && Math.abs(leftAt(scale, known.middle, chart) - scrollLeft) < nearPixels ? known : { first, last, middle: now }));
  }, [ref, scale, chart, high, rowHeight, rows]);

  const centre = useCallback((x: number, share = 0.5) => {
    if (ref.current) ref.current.scrollLeft = x - chart * share;
  }, [ref, chart]);
  useLayoutEffect(() => {
    if (chart === 0) return;
    if (middle.current !== null) centre(leftOf(scale, middle.current.fromDay) + middle.current.days * scale.perDay);
    else if (today !== '') centre(leftOf(scale, today), 0.4);
    look();
  }, [scale, chart, today, centre, look]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [ref, look]);

  const { first, last } = at;
  const left = at.middle === null ? 0 : leftAt(scale, at.middle, chart);
  const seen = useMemo((): Seen => ({
    first, last, left, right: left + chart,
    fromX: Math.max(0, Math.floor((left - nearPixels) / stepPixels) * stepPixels - stepPixels), toX: Math.ceil((left + nearPixels + chart) / stepPixels) * stepPixels + stepPixels,
  }), [first, last, left, chart]);
  return { seen, centre };
}
