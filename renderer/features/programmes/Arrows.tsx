// Links between the rows seen, as arrows; the rule in words at the one under the pointer and at those of the row in hand.
import { memo, useState } from 'react';
import { useLinkWords } from './linkWords.ts';
import type { LinkRow } from '../../../shared/model/schedule.ts';
import { corners, pathThrough } from './arrowPaths.ts';
import { placeOf } from './timeScale.ts';
import type { Scale } from './timeScale.ts';

export interface PlacedLink {
  link: LinkRow;
  fromRow: number;
  toRow: number;
  /** Days its ends have now, or would have. */
  from: { fromDay: string; toDay: string };
  to: { fromDay: string; toDay: string };
  /** It does not hold: now, or in what is tried. */
  broken: boolean;
}

interface Props {
  links: readonly PlacedLink[];
  scale: Scale;
  rowHeight: number;
  /** The first row drawn. */
  firstRow: number;
  /** Row the keyboard or pointer is at. */
  activeRow: number;
  /** The link chosen in the strip below. */
  picked: string | null;
}

export const Arrows = memo(function Arrows({ links, scale, rowHeight, firstRow, activeRow, picked }: Props) {
  const says = useLinkWords();
  const [hovered, setHovered] = useState<string | null>(null);
  const drawn = links.map(({ link, fromRow, toRow, from, to, broken }) => {
    const a = placeOf(scale, from.fromDay, from.toDay);
    const b = placeOf(scale, to.fromDay, to.toDay);
    const end = { x: a.left + a.width, y: fromRow * rowHeight + rowHeight / 2 };
    const begin = { x: b.left, y: toRow * rowHeight + rowHeight / 2 };
    const points = corners(end, begin, rowHeight);
    return { link, broken, points, begin, active: picked === null ? fromRow === activeRow || toRow === activeRow || link.id === hovered : link.id === picked || link.id === hovered, chosen: link.id === picked, path: pathThrough(points) };
  });
  const told = drawn.filter(({ active, link }) => (hovered === null ? active : link.id === hovered));
  // What is chosen is drawn last: over the others.
  drawn.sort((a, b) => Number(a.active) - Number(b.active));
  return (
    <>
      <svg className="tl-arrows" width="1" height="1" role="presentation" style={{ top: firstRow * rowHeight }}>
        <g transform={`translate(0 ${-firstRow * rowHeight})`}>
        {drawn.map(({ link, broken, path, begin, active, chosen }) => (
          <g key={link.id} className="tl-arrow" data-link={link.id} data-kind={link.kind} data-chosen={chosen || undefined} data-broken={broken || undefined} data-active={active || undefined} onPointerEnter={() => setHovered(link.id)} onPointerLeave={() => setHovered(null)}>
            <path className="tl-arrow-catch" d={path} />
            <path className="tl-arrow-line" d={path} />
            {link.kind === 'mustNotOverlap'
              ? <path className="tl-arrow-head" d={`M${begin.x - 2.5} ${begin.y - 5}v10h2v-10z`} />
              : <path className="tl-arrow-head" d={`M${begin.x} ${begin.y}l-7 -4v8z`} />}
          </g>
        ))}
        </g>
      </svg>
      {told.map(({ link, begin, broken }) => <div key={link.id} className="tl-rule" data-broken={broken || undefined} aria-hidden="true" style={{ left: begin.x - 8, top: begin.y - rowHeight / 2 - 6 }}>{says.short(link)}</div>)}
    </>
  );
});
