// The timeline: all that has days on one scale, what hangs on what, and bars that can be pulled to see what would follow.
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { useSession } from '../../store.ts';
import { useWords } from '../../words.ts';
import { dayFromNumber } from '../../../shared/dates.ts';
import type { Outline } from '../../../shared/model/timeline.ts';
import { useOrderWords } from './conflictWords.ts';
import { conflictLines } from './ghosts.ts';
import type { Ghosts } from './ghosts.ts';
import { Arrows } from './Arrows.tsx';
import { linksSeen } from './arrowPaths.ts';
import { useLinkWords } from './linkWords.ts';
import type { PlacedLink } from './Arrows.tsx';
import { Backdrop } from './Backdrop.tsx';
import { Row } from './TimelineBarRow.tsx';
import { keyOf, knownOf, rowsOf } from './timelineRows.ts';
import type { KnownRow, TimelineRow } from './timelineRows.ts';
import { leftOf, placeOf, scaleOf } from './timeScale.ts';
import type { Zoom } from './timeScale.ts';
import { TimelineHead } from './TimelineHead.tsx';
import { timelineKey } from './timelineKeys.ts';
import type { Trial } from './trial.ts';
import { useBars } from './useBars.ts';
import { useBarDrag } from './useBarDrag.ts';
import { nearPixels, useScrollWindow, useSize } from './useScrollWindow.ts';
import './timeline.css';

interface Props {
  outline: Outline;
  zoom: Zoom;
  onZoom: (zoom: Zoom) => void;
  /** Counts how often today was asked for. */
  toToday: number;
  /** What is tried now, and what it would do. */
  trial: Trial | null;
  ghosts: Ghosts;
  onTrial: (trial: Trial | null) => void;
  onDone: (trial: Trial) => void;
  onOpen: (row: TimelineRow) => void;
  /** To the links of the row in hand; with one, to that one. */
  onLinks: (linkId: string | null) => void;
  /** The row in hand, each time it is another. */
  onActive: (row: TimelineRow | null) => void;
  /** A row to go to, each time it is another object. */
  goTo: { key: string } | null;
  /** A link to show. */
  picked: string | null;
  /** Programme shown beside the timeline. */
  openId: string | null;
}

const headHeight = 46;
const blackoutHeight = 18;

export function TimelineView({ outline, zoom, onZoom, toToday, trial, ghosts, onTrial, onDone, onOpen, onLinks, onActive, goTo: wantedRow, picked, openId }: Props) {
  const t = useWords('programmes');
  const words = useOrderWords();
  const dense = useSession((session) => session.density === 'dense');
  const rowHeight = dense ? 26 : 32;
  const gridId = useId();
  const scrollRef = useRef<HTMLDivElement>(null);
  const { wide, high } = useSize(scrollRef);
  const namesWide = Math.round(Math.min(250, Math.max(172, wide * 0.3)));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const { blackouts, today } = outline;

  const ends = useMemo(() => {
    let [first, last] = [Infinity, -Infinity];
    for (const day of outline.from) if (day < first) first = day;
    for (const day of outline.to) if (day > last) last = day;
    return first <= last ? [dayFromNumber(first), dayFromNumber(last)] : [];
  }, [outline]);
  const triedLast = useMemo(() => { let last = ''; for (const { toDay } of ghosts.moves.values()) if (toDay > last) last = toDay; return last; }, [ghosts]);
  const scale = useMemo(() => scaleOf(zoom, [...ends, triedLast, today], Math.max(0, wide - namesWide)), [zoom, ends, triedLast, today, wide, namesWide]);
  const rows = useMemo(() => rowsOf(outline, open), [outline, open]);
  const rowAt = useMemo(() => new Map(rows.map(({ key }, at) => [key, at])), [rows]);
  const headAll = headHeight + (blackouts.length > 0 ? blackoutHeight : 0);
  const { seen, centre } = useScrollWindow(scrollRef, scale, { rows: rows.length, rowHeight, namesWide, wide, high: high - headAll, today });

  const says = useLinkWords();
  const { bars, links } = useBars(outline, rows[seen.first]?.at ?? 0, rows[Math.max(0, seen.last - 1)]?.at ?? 0);
  const daysOf = useCallback(({ id, at }: TimelineRow) => ({ id, fromDay: dayFromNumber(outline.from[at]!), toDay: dayFromNumber(outline.to[at]!) }), [outline]);

  const openKey = openId === null ? null : keyOf('programme', openId);
  // Whoever asks for a programme from elsewhere finds it chosen.
  const [followed, setFollowed] = useState<string | null>(null);
  if (followed !== openKey) {
    setFollowed(openKey);
    if (openKey !== null) setActiveKey(openKey);
  }
  // As many rows as can be in sight at once, each drawn in the place of one that is out of it.
  const slots = 2 ** Math.ceil(Math.log2(Math.max(32, high / rowHeight + 32)));
  const [wentTo, setWentTo] = useState(wantedRow);
  if (wentTo !== wantedRow) {
    setWentTo(wantedRow);
    if (wantedRow !== null && rowAt.has(wantedRow.key)) setActiveKey(wantedRow.key);
  }
  const active = activeKey === null ? -1 : (rowAt.get(activeKey) ?? -1);

  const placed = useMemo(() => links.flatMap((link): (PlacedLink & { fromRow: number; toRow: number })[] => {
    const fromKey = keyOf(link.fromKind, link.fromId);
    const toKey = keyOf(link.toKind, link.toId);
    const fromRow = rowAt.get(fromKey);
    const toRow = rowAt.get(toKey);
    if (fromRow === undefined || toRow === undefined) return [];
    return [{ link, fromRow, toRow, from: ghosts.moves.get(fromKey) ?? link.from, to: ghosts.moves.get(toKey) ?? link.to, broken: ghosts.moves.size > 0 ? ghosts.broken.has(link.id) : link.broken }];
  }), [links, rowAt, ghosts]);
  /** What each row hangs on, in words: arrows are only seen. */
  const hangsOn = useMemo(() => {
    const found = new Map<string, string>();
    for (const link of links) {
      const key = keyOf(link.toKind, link.toId);
      found.set(key, [...(found.has(key) ? [found.get(key)!] : []), says.whole(link)].join('; '));
    }
    return found;
  }, [links, says]);
  const arrows = useMemo(() => linksSeen(placed, seen.first, seen.last), [placed, seen.first, seen.last]);

  const showRow = useCallback((index: number) => {
    const element = scrollRef.current;
    const row = rows[index];
    if (!element || !row) return;
    const top = index * rowHeight;
    const below = element.clientHeight - headAll - rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + below) element.scrollTop = top - below;
    const days = daysOf(row);
    const { left, width } = placeOf(scale, days.fromDay, days.toDay);
    const chart = element.clientWidth - namesWide;
    // A bar of which some days are in sight stays where it is.
    if (left + width < element.scrollLeft + 20) centre(left + width, 0.6);
    else if (left > element.scrollLeft + chart - 40) centre(left, 0.3);
  }, [rows, rowHeight, headAll, scale, namesWide, centre, daysOf]);
  const show = useCallback((day: string) => centre(leftOf(scale, day), 0.3), [scale, centre]);
  const goTo = useCallback((index: number) => { setActiveKey(rows[index]?.key ?? null); showRow(index); }, [rows, showRow]);
  const activeRow = active < 0 ? undefined : rows[active];
  useEffect(() => { onActive(activeRow ?? null); }, [activeRow, onActive]);
  const gone = useRef<object | null>(null);
  useEffect(() => {
    if (wantedRow === null || gone.current === wantedRow) return;
    gone.current = wantedRow;
    const index = rowAt.get(wantedRow.key);
    if (index !== undefined) showRow(index);
    scrollRef.current?.focus({ preventScroll: true });
  }, [wantedRow, rowAt, showRow]);
  const wished = useRef(0);
  useEffect(() => {
    if (toToday === wished.current) return;
    wished.current = toToday;
    if (today !== '') centre(leftOf(scale, today), 0.4);
  }, [toToday, today, scale, centre]);
  // What is tried is in sight: its end, when the view has grown narrow beside a panel.
  const triedEnd = trial?.toDay ?? null;
  useEffect(() => {
    const element = scrollRef.current;
    if (triedEnd === null || !element || wide === 0) return;
    const x = leftOf(scale, triedEnd) + scale.perDay;
    if (x > element.scrollLeft + wide - namesWide - 60) centre(x, 0.75);
    else if (x < element.scrollLeft + 40) centre(x, 0.25);
  }, [triedEnd, scale, wide, namesWide, centre]);
  // And in sight.
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (openKey === shown.current || wide === 0) return;
    shown.current = openKey;
    if (openKey !== null && rowAt.has(openKey)) showRow(rowAt.get(openKey)!);
  }, [openKey, rowAt, showRow, wide]);

  const toggle = useCallback((key: string) => setOpen((now) => { const next = new Set(now); if (!next.delete(key)) next.add(key); return next; }), []);
  const click = useCallback((id: string) => { const row = rows[rowAt.get(keyOf('programme', id)) ?? -1]; if (row) { setActiveKey(row.key); onOpen(row); } }, [rows, rowAt, onOpen]);
  const grip = useBarDrag(scrollRef, scale.perDay, namesWide, { onTrial, onDone, onClick: click });
  const onGrip = useCallback((event: PointerEvent, bar: KnownRow['bar'], which: 'start' | 'end' | 'bar') => { setActiveKey(keyOf('programme', bar.id)); scrollRef.current?.focus({ preventScroll: true }); grip(event, bar, which); }, [grip]);
  const openRow = useCallback((row: TimelineRow) => { setActiveKey(row.key); onOpen(row); }, [onOpen]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget) return;
    const pageRows = Math.max(1, Math.floor((high - headAll) / rowHeight) - 1);
    const onToday = () => { if (today !== '') centre(leftOf(scale, today), 0.4); };
    if (!timelineKey(event, { rows, active, open, trial, zoom, pageRows, daysOf, onActive: goTo, onToggle: toggle, onZoom, onToday, onTrial, onDone, onOpen, onLinks: () => onLinks(null) })) return;
    event.preventDefault();
    event.stopPropagation();
  }
  /** A press on an arrow: the row that hangs on the other, and its link. */
  function chooseLink(id: string): void {
    const link = links.find((one) => one.id === id);
    if (!link) return;
    setActiveKey(keyOf(link.toKind, link.toId));
    onLinks(id);
  }
  /** A press beside the bars and on names chooses the row; a second one opens it. */
  function rowUnder(event: PointerEvent | MouseEvent): TimelineRow | undefined {
    const body = scrollRef.current?.querySelector('.tl-body')?.getBoundingClientRect();
    return body ? rows[Math.floor((event.clientY - body.top) / rowHeight)] : undefined;
  }
  return (
    <div
      ref={scrollRef} className="tl" role="treegrid" aria-label={t('timelineLabel')} aria-rowcount={rows.length + 1} aria-colcount={2} tabIndex={0} onKeyDown={onKeyDown}
      aria-activedescendant={active >= seen.first && active < seen.last ? `${gridId}-${active}` : undefined} data-pulling={trial ? true : undefined}
      style={{ '--tl-names': `${namesWide}px`, '--tl-row': `${rowHeight}px`, '--tl-head': `${headAll}px`, '--tl-chart': `${Math.max(0, wide - namesWide)}px`, '--tl-day': `${scale.perDay}px`, '--tl-days': scale.days } as CSSProperties}
    >
      <TimelineHead scale={scale} fromX={seen.fromX} toX={seen.toX} today={today} blackouts={blackouts} corner={t('title')} />
      <div
        className="tl-body" role="rowgroup" style={{ height: rows.length * rowHeight }}
        onClick={(event) => { const link = (event.target as Element).closest('.tl-arrow')?.getAttribute('data-link'); if (link) { chooseLink(link); return; } if ((event.target as Element).closest('button, .tl-bar')) return; const row = rowUnder(event); if (!row) return; setActiveKey(row.key); if ((event.target as Element).closest('.tl-name')) onOpen(row); }}
      >
        <div className="tl-chart">
          <Backdrop scale={scale} fromX={seen.fromX} toX={seen.toX} today={today} blackouts={blackouts} />
          {active >= 0 ? <i className="tl-active" style={{ top: active * rowHeight, height: rowHeight }} /> : null}
          <Arrows links={arrows} scale={scale} rowHeight={rowHeight} firstRow={seen.first} activeRow={ghosts.moves.size > 0 ? -1 : active} picked={picked} />
        </div>
        <div className="tl-ground" aria-hidden="true" />
        {rows.slice(seen.first, seen.last).map((row, at) => {
          const index = seen.first + at;
          const bar = bars.get(keyOf(row.kind, row.id));
          const levelId = knownOf(row, bar)?.levelId ?? null;
          const moveKey = levelId === null ? row.key : keyOf('phase', row.id, levelId);
          const { left, width } = placeOf(scale, dayFromNumber(outline.from[row.at]!), dayFromNumber(outline.to[row.at]!));
          const outside = left + width <= seen.left ? 'before' : left >= seen.right + nearPixels ? 'after' : undefined;
          const against = ghosts.conflicts.get(moveKey);
          return (
            <Row
              key={index % slots} id={`${gridId}-${index}`} outside={outside} onShow={show} row={row} bar={bar} index={index} top={index * rowHeight} height={rowHeight} origin={scale.fromDay} today={today} active={index === active} isOpen={open.has(row.key)}
              ghost={ghosts.moves.get(moveKey)} against={against ? conflictLines(against).map(({ conflict, more }) => words.conflict(conflict, more)).join('\n') : undefined} hangsOn={row.phaseAt === null ? hangsOn.get(row.key) : undefined} onlyWarns={against?.every(({ code }) => code === 'blackout') ?? false} onToggle={toggle} onGrip={onGrip} onOpen={openRow}
            />
          );
        })}
      </div>
    </div>
  );
}
