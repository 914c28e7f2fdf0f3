// Moving and enlarging a drawing with the mouse, a pen, the wheel, buttons or keys.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PointerEvent, RefObject } from 'react';
import { mostZoom, wholeMap } from './mapView.ts';
import type { Sight } from './mapView.ts';

/** A press that moves less than this is a click. */
const clickPixels = 4;

export interface PanZoom {
  sight: Sight;
  /** True from the moment a press has become a drag until just after it ends. */
  dragged: RefObject<boolean>;
  pan(dx: number, dy: number): void;
  /** Enlarges by `factor` about a point of the drawing (default: its middle). */
  zoom(factor: number, x?: number, y?: number): void;
  whole(): void;
  handlers: {
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(event: PointerEvent): void;
    onPointerCancel(event: PointerEvent): void;
  };
}

/** Keeps at least a part of the drawing in sight. */
function within(sight: Sight, width: number, height: number): Sight {
  const zoom = Math.min(mostZoom, Math.max(1, sight.zoom));
  const clamp = (value: number, size: number) => Math.min(size * 0.4, Math.max(size * (0.6 - zoom), value));
  return zoom === 1 && sight.zoom < 1 ? wholeMap : { zoom, x: clamp(sight.x, width), y: clamp(sight.y, height) };
}

export function usePanZoom(box: RefObject<Element | null>, width: number, height: number): PanZoom {
  const [sight, setSight] = useState<Sight>(wholeMap);
  const dragged = useRef(false);
  const press = useRef<{ x: number; y: number; pointerId: number } | null>(null);

  const pan = useCallback((dx: number, dy: number) => {
    setSight((old) => within({ ...old, x: old.x + dx, y: old.y + dy }, width, height));
  }, [width, height]);
  const zoom = useCallback((factor: number, x = width / 2, y = height / 2) => {
    setSight((old) => {
      const next = Math.min(mostZoom, Math.max(1, old.zoom * factor));
      const times = next / old.zoom;
      return within({ zoom: next, x: x - (x - old.x) * times, y: y - (y - old.y) * times }, width, height);
    });
  }, [width, height]);
  const whole = useCallback(() => setSight(wholeMap), []);

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    // React's own wheel listeners are passive; this one must keep the page from scrolling.
    const onWheel = (event: Event) => {
      const wheel = event as WheelEvent;
      wheel.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      zoom(Math.exp(-wheel.deltaY * 0.0016), wheel.clientX - left, wheel.clientY - top);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [box, zoom]);

  return {
    sight,
    dragged,
    pan,
    zoom,
    whole,
    handlers: {
      onPointerDown: (event) => {
        dragged.current = false;
        if (event.button === 0) press.current = { x: event.clientX, y: event.clientY, pointerId: event.pointerId };
      },
      onPointerMove: (event) => {
        const from = press.current;
        if (!from || from.pointerId !== event.pointerId) return;
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
        if (!dragged.current && Math.hypot(dx, dy) < clickPixels) return;
        if (!dragged.current) event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = true;
        press.current = { ...from, x: event.clientX, y: event.clientY };
        pan(dx, dy);
      },
      onPointerUp: () => { press.current = null; },
      onPointerCancel: () => { press.current = null; },
    },
  };
}
