// The board's map: coloured by who has what, chosen by click, Ctrl, or an area drawn with Shift; what is chosen is dragged away from it.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLasso } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { StateMap } from '../../ui/map/StateMap.tsx';
import { pathOf } from '../../ui/map/mapView.ts';
import { useNamed, useWords } from '../../words.ts';
import type { ChargeShape } from '../../../shared/model/charge.ts';
import { beginDrag } from './dragged.ts';
import { MapColours } from './MapColours.tsx';
import type { Board } from './useBoard.ts';

interface Props {
  board: Board;
  /** What the pointer carries while dragging. */
  ghost: string;
  titleOf: (shape: ChargeShape) => string;
  fillOf: (shape: ChargeShape) => string | undefined;
  /** A click where units above stand for too many: look there. */
  onGoDown: (unitId: string) => void;
  label: string;
  byClass: boolean;
  onByClass: (byClass: boolean) => void;
}

interface Band { x: number; y: number; width: number; height: number }

export function BoardMap({ board, ghost, titleOf, fillOf, onGoDown, label, byClass, onByClass }: Props) {
  const t = useWords('charges');
  const named = useNamed();
  const frame = useRef<HTMLDivElement>(null);
  const start = useRef<{ x: number; y: number; pointerId: number } | null>(null);
  const adds = useRef(false);
  const [drawing, setDrawing] = useState(false);
  const [band, setBand] = useState<Band | null>(null);
  const [overChosen, setOverChosen] = useState(false);
  const { map, selected, setSelected } = board;
  if (!map) return <div className="charges-map" />;
  const byId = new Map(map.shapes.map((shape) => [shape.id, shape]));
  const blanks = map.isLevel ? map.shapes.filter((shape) => shape.rings !== null && !byClass && board.holderOf(shape) === null && !selected.has(shape.id)) : [];
  const shapeAt = (event: { target: EventTarget | null }) => (event.target instanceof Element ? event.target.closest('[data-shape]')?.getAttribute('data-shape') ?? null : null);

  function choose(id: string): void {
    if (!map?.isLevel) { onGoDown(id); return; }
    if (!adds.current) { setSelected(selected.size === 1 && selected.has(id) ? [] : [id]); return; }
    setSelected(selected.has(id) ? [...selected].filter((other) => other !== id) : [...selected, id]);
  }
  function onDown(event: PointerEvent): void {
    adds.current = event.ctrlKey || event.metaKey || event.shiftKey;
    if (event.button !== 0 || !map?.isLevel) return;
    const onShape = shapeAt(event);
    // A drag that begins on what is chosen carries it; it must not move the map.
    if (onShape !== null && selected.has(onShape) && !event.shiftKey && !drawing) { event.stopPropagation(); return; }
    if (!event.shiftKey && !drawing) return;
    event.stopPropagation();
    start.current = { x: event.clientX, y: event.clientY, pointerId: event.pointerId };
  }
  function onMove(event: PointerEvent): void {
    const from = start.current;
    if (from && from.pointerId === event.pointerId) {
      const { left, top } = frame.current!.getBoundingClientRect();
      if (!band && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 4) return;
      if (!band) frame.current!.setPointerCapture(event.pointerId);
      setBand({ x: Math.min(from.x, event.clientX) - left, y: Math.min(from.y, event.clientY) - top, width: Math.abs(event.clientX - from.x), height: Math.abs(event.clientY - from.y) });
      return;
    }
    const id = shapeAt(event);
    setOverChosen(id !== null && selected.has(id) && !event.shiftKey && !drawing);
  }
  function onUp(): void {
    start.current = null;
    if (!band) return;
    const { left, top } = frame.current!.getBoundingClientRect();
    const inside = [...frame.current!.querySelectorAll('[data-shape]')].flatMap((element) => {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2 - left, box.top + box.height / 2 - top];
      return x >= band.x && x <= band.x + band.width && y >= band.y && y <= band.y + band.height ? [element.getAttribute('data-shape')!] : [];
    });
    setSelected([...selected, ...inside]);
    setBand(null);
    setDrawing(false);
  }
  return (
    <div
      ref={frame} className="charges-map" data-drawing={drawing || undefined} draggable={overChosen} onPointerDownCapture={onDown} onPointerMove={onMove} onPointerUp={onUp} onPointerCancel={onUp}
      onDragStart={(event) => beginDrag(event, [...selected], ghost)} onKeyDownCapture={(event) => { adds.current = event.ctrlKey || event.metaKey || event.shiftKey || event.key === ' '; }}
    >
      <StateMap
        shapes={map.shapes.map((shape) => ({ id: shape.id, label: named(shape), rings: shape.rings, lat: shape.lat, lon: shape.lon, basis: shape.basis }))} outline={map.self?.rings ?? null} ariaLabel={label}
        selectedId={selected.size === 1 ? [...selected][0]! : null} onSelect={choose} isPressed={(id) => selected.has(id)}
        fillOf={(id) => fillOf(byId.get(id)!)} titleOf={(id) => titleOf(byId.get(id)!)}
        legend={board.classes ? <MapColours classes={board.classes} byClass={byClass} onByClass={onByClass} /> : undefined}
      >
        {(view) => [...blanks.map((shape) => <path key={`blank ${shape.id}`} className="charges-blank" d={pathOf(shape.rings!, view)} />), ...[...selected].flatMap((id) => {
          const shape = byId.get(id);
          if (!shape) return [];
          if (shape.rings) return [<path key={id} className="charges-chosen" d={pathOf(shape.rings, view)} />];
          if (shape.lat === null || shape.lon === null) return [];
          const [cx, cy] = view.project(shape.lat, shape.lon);
          return [<circle key={id} className="charges-chosen" cx={cx} cy={cy} r={7} />];
        })]}
      </StateMap>
      {map.isLevel ? (
        <Tooltip label={t('drawArea')} position="right">
          <ActionIcon className="charges-draw" variant={drawing ? 'filled' : 'default'} size="md" aria-label={t('drawArea')} aria-pressed={drawing} onClick={() => setDrawing(!drawing)}><IconLasso size={16} stroke={1.7} /></ActionIcon>
        </Tooltip>
      ) : <p className="charges-map-note">{t('standsFor')}</p>}
      {map.unplaced > 0 ? <p className="charges-map-note" data-low>{t('unplaced', { count: map.unplaced })}</p> : null}
      {band ? <div className="charges-band" style={{ left: band.x, top: band.y, width: band.width, height: band.height }} /> : null}
    </div>
  );
}
