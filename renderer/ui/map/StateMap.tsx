// An offline map: outlines and points, one of them selected, filled by value, with room for a route or marks drawn over it.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useLanguage, useWords } from '../../words.ts';
import { MapBasis } from './MapBasis.tsx';
import { MapButtons } from './MapButtons.tsx';
import { mapView, middleOf, pathOf } from './mapView.ts';
import type { MapShapeView, MapView, Ring } from './mapView.ts';
import { placeLabels } from './placeLabels.ts';
import type { Box } from './placeLabels.ts';
import styles from './StateMap.module.css';
import { usePanZoom } from './usePanZoom.ts';

export interface StateMapProps {
  /** What can be chosen. Those without rings are points; those with neither rings nor point are not drawn. */
  shapes: readonly MapShapeView[];
  /** Drawn around everything, without being chosen. */
  outline?: readonly Ring[] | null;
  selectedId?: string | null;
  /** A click, or the space bar. */
  onSelect?: (id: string) => void;
  /** A double click, or Enter. */
  onOpen?: (id: string) => void;
  onHover?: (id: string | null) => void;
  /** Where several can be chosen: which are. */
  isPressed?: (id: string) => boolean;
  fillOf?: (id: string) => string | undefined;
  /** The name written on the map; undefined: none. By default the shape's label. */
  labelOf?: (id: string) => string | undefined;
  /** What the pointer is told and the screen reader reads; by default the shape's label. */
  titleOf?: (id: string) => string;
  /** Drawn over the shapes, under the names. */
  children?: (view: MapView) => ReactNode;
  /** Boxes that names must not cover, such as the marks drawn by `children`. */
  keepClear?: (view: MapView) => Box[];
  legend?: ReactNode;
  ariaLabel: string;
  margin?: number;
}

/** Letters grow with the map; Devanagari needs a little more from the start. */
const labelSizeOf = (width: number, language: 'en' | 'hi'): number => (width >= 640 ? 13 : language === 'hi' ? 12 : 11);
const panStep = 48;

export function StateMap(props: StateMapProps) {
  const { shapes, outline, selectedId = null, onSelect, onOpen, onHover, fillOf, titleOf, children, keepClear, legend, ariaLabel, margin = 16 } = props;
  const t = useWords('map');
  const helpId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [{ width, height }, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const labelSize = labelSizeOf(width, useLanguage());
  const panZoom = usePanZoom(box, width, height);
  const { sight, dragged, handlers } = panZoom;

  const view = useMemo(() => mapView(shapes, outline ?? [], width, height, margin, sight), [shapes, outline, width, height, margin, sight]);
  const middles = useMemo(() => shapes.flatMap((shape) => {
    const middle = middleOf(shape);
    return middle ? [{ shape, ...middle }] : [];
  }), [shapes]);
  const drawn = useMemo(() => middles.map(({ shape, lat, lon }) => ({
    shape,
    path: shape.rings && shape.rings.length > 0 ? pathOf(shape.rings, view) : null,
    at: view.project(lat, lon),
  })), [middles, view]);
  const outlinePath = useMemo(() => (outline ? pathOf(outline, view) : null), [outline, view]);

  const labelOf = props.labelOf ?? ((id: string) => shapes.find((shape) => shape.id === id)?.label);
  const labels = placeLabels(
    middles.flatMap(({ shape, lat, lon, size }) => {
      const text = labelOf(shape.id);
      if (!text) return [];
      const [x, y] = view.project(lat, lon);
      const isPoint = size === 0;
      return [{ id: shape.id, text, x, y: isPoint ? y - 10 : y, priority: shape.id === selectedId ? Infinity : size }];
    }),
    labelSize,
    keepClear?.(view),
  );

  // One stop for the Tab key: the selected shape, else the first; arrows go to the neighbour in that direction.
  const tabId = drawn.some(({ shape }) => shape.id === selectedId) ? selectedId : drawn[0]?.shape.id;
  const focusOn = (id: string) => box.current?.querySelector<SVGElement>(`[data-shape="${CSS.escape(id)}"]`)?.focus();

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    const focused = (event.target as Element).getAttribute('data-shape');
    if (event.key === '+' || event.key === '=') panZoom.zoom(1.5);
    else if (event.key === '-') panZoom.zoom(1 / 1.5);
    else if (event.key === '0') panZoom.whole();
    else if (arrow && event.shiftKey) panZoom.pan(-arrow[0] * panStep, -arrow[1] * panStep);
    else if (arrow && focused) {
      const next = neighbour(drawn.map(({ shape, at }) => ({ id: shape.id, at })), focused, arrow);
      if (next) focusOn(next);
    } else if (event.key === ' ' && focused) onSelect?.(focused);
    else if (event.key === 'Enter' && focused) (onOpen ?? onSelect)?.(focused);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.frame}>
      <div ref={box} className={styles.box} {...handlers} onKeyDown={onKeyDown} data-map>
        {width > 0 && height > 0 && (
          <svg className={styles.drawing} width={width} height={height} role="group" aria-label={ariaLabel} aria-describedby={helpId}>
            {outlinePath && <path className={styles.outline} d={outlinePath} />}
            {drawn.map(({ shape, path, at }) => {
              const common = {
                'data-shape': shape.id,
                'data-selected': shape.id === selectedId || undefined,
                'data-basis': shape.basis,
                className: path ? styles.shape : styles.point,
                style: { fill: fillOf?.(shape.id) },
                role: onSelect || onOpen ? 'button' : 'img',
                'aria-label': titleOf?.(shape.id) ?? shape.label,
                'aria-pressed': onSelect ? (props.isPressed?.(shape.id) ?? shape.id === selectedId) : undefined,
                tabIndex: onSelect || onOpen ? (shape.id === tabId ? 0 : -1) : undefined,
                onClick: () => { if (!dragged.current) onSelect?.(shape.id); },
                onDoubleClick: () => onOpen?.(shape.id),
                onPointerEnter: () => onHover?.(shape.id),
                onPointerLeave: () => onHover?.(null),
              };
              const title = <title>{titleOf?.(shape.id) ?? shape.label}</title>;
              return path
                ? <path key={shape.id} d={path} fillRule="evenodd" {...common}>{title}</path>
                : <circle key={shape.id} cx={at[0]} cy={at[1]} r={shape.id === selectedId ? 6 : 4} {...common}>{title}</circle>;
            })}
            {/* Drawn once more on top: a neighbour's border would cover half of it. */}
            {drawn.map(({ shape, path }) => shape.id === selectedId && path && <path key="selected" className={styles.selected} d={path} />)}
            {children?.(view)}
            <g aria-hidden className={styles.labels} fontSize={labelSize}>
              {labels.map(({ id, text, x, y }) => <text key={id} x={x} y={y} dy="0.35em" data-selected={id === selectedId || undefined}>{text}</text>)}
            </g>
          </svg>
        )}
        <span id={helpId} className={styles.help}>{t('help')}</span>
      </div>
      <MapButtons zoom={sight.zoom} onZoom={panZoom.zoom} onWhole={panZoom.whole} isWhole={sight.zoom === 1 && sight.x === 0 && sight.y === 0} />
      <MapBasis shapes={shapes} />
      {legend && <div className={styles.legend}>{legend}</div>}
    </div>
  );
}

const arrows: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest in the direction of an arrow; what lies aside counts as further. */
function neighbour(places: readonly { id: string; at: [number, number] }[], fromId: string, [dx, dy]: readonly [number, number]): string | null {
  const from = places.find(({ id }) => id === fromId)?.at;
  if (!from) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const { id, at } of places) {
    const along = (at[0] - from[0]) * dx + (at[1] - from[1]) * dy;
    const aside = Math.abs((at[0] - from[0]) * dy) + Math.abs((at[1] - from[1]) * dx);
    if (along <= 1 || along + 2 * aside >= least) continue;
    least = along + 2 * aside;
    best = id;
  }
  return best;
}
