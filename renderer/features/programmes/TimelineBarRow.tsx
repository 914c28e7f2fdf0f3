// One row of the timeline: the name that stays at the left, the bar with its handle, where it would move, what stands against it.
import { IconAlertTriangleFilled, IconCalendarEvent, IconChevronDown, IconChevronLeft, IconChevronRight, IconPin, IconRoute } from '@tabler/icons-react';
import { memo } from 'react';
import type { PointerEvent, ReactElement } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { stateShapes } from './StateMark.tsx';
import type { Ghost } from './ghosts.ts';
import { knownOf } from './timelineRows.ts';
import type { KnownRow, TimelineRow } from './timelineRows.ts';
import { daysBetween } from '../../../shared/dates.ts';
import { inDays, styleOf } from './timeScale.ts';
import type { Grip } from './trial.ts';

interface Props {
  row: TimelineRow;
  /** Undefined while it is on its way. */
  bar: KnownRow['bar'] | undefined;
  index: number;
  top: number;
  height: number;
  /** The day the scale begins with. */
  origin: string;
  today: string;
  active: boolean;
  isOpen: boolean;
  ghost: Ghost | undefined;
  /** What stands against it in what is tried, in words. */
  against: string | undefined;
  /** Its links, for whoever doesn't see the arrows. */
  hangsOn: string | undefined;
  /** No more than blackout days stand against it. */
  onlyWarns: boolean;
  id: string;
  /** Its days lie before or after those in sight. */
  outside: 'before' | 'after' | undefined;
  onShow: (day: string) => void;
  onToggle: (key: string) => void;
  onGrip: (event: PointerEvent, bar: KnownRow['bar'], grip: Grip) => void;
  onOpen: (row: TimelineRow) => void;
}

function KindMark({ row }: { row: KnownRow }): ReactElement {
  if (row.bar.kind === 'tour') return <IconRoute size={14} aria-hidden="true" />;
  if (row.bar.kind === 'meeting') return <IconCalendarEvent size={14} aria-hidden="true" />;
  return <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">{stateShapes[row.state]}</svg>;
}

export const Row = memo(function Row({ bar, ...rest }: Props) {
  const known = knownOf(rest.row, bar);
  if (!known) return <div className="tl-row" role="row" aria-rowindex={rest.index + 2} style={{ top: rest.top, height: rest.height }}><div className="tl-name" role="rowheader" /></div>;
  return <Whole {...rest} known={known} />;
});

function Whole({ row, known, index, top, height, origin, today, active, isOpen, ghost, against, hangsOn, onlyWarns, id, outside, onShow, onToggle, onGrip, onOpen }: Omit<Props, 'bar'> & { known: KnownRow }) {
  const t = useWords('programmes');
  const named = useNamed();
  const level = useLevelName();
  const { day } = useNumbers();
  const { bar, levelId, fromDay, toDay, state } = known;
  const isPhase = levelId !== null;
  const name = isPhase ? level(levelId) : named(bar);
  const isMeeting = bar.kind === 'meeting' && !isPhase;
  /** A meeting is a mark on its day, whatever a day's width. */
  const whereOf = (from: string, to: string) => (isMeeting ? { left: inDays(daysBetween(origin, from) + 0.5, -6), width: 12 } : styleOf(origin, from, to));
  const place = whereOf(fromDay, toDay);
  const days = fromDay === toDay ? day(fromDay) : t('fromTo', { from: day(fromDay), to: day(toDay) });
  const pullable = bar.kind === 'programme' && !isPhase;
  const ghostPlace = ghost && whereOf(ghost.fromDay, ghost.toDay);
  const elapsed = state === 'running' && today >= fromDay && today < toDay ? daysBetween(fromDay, today) + 1 : 0;
  const said = [
    bar.kind === 'programme' ? t(`state.${state}`) : t(`kindOf.${bar.kind}`), days, ghost ? t('wouldBe', { from: day(ghost.fromDay), to: day(ghost.toDay) }) : '', against ?? '',
  ].filter(Boolean).join(', ');
  return (
    <div
      id={id} className="tl-row" role="row" aria-rowindex={index + 2} aria-level={isPhase ? 2 : 1} aria-selected={active} {...(row.phases > 0 ? { 'aria-expanded': isOpen } : {})}
      data-phase={isPhase || undefined} data-against={against ? (onlyWarns ? 'warn' : 'wrong') : undefined} data-moves={ghost ? true : undefined} style={{ top, height }}
    >
      <div className="tl-name" role="rowheader" title={`${name}\n${days}`}>
        {row.phases > 0
          ? <button type="button" className="tl-open" tabIndex={-1} aria-label={t(isOpen ? 'closePhases' : 'openPhases', { name })} onClick={() => onToggle(row.key)}>{isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}</button>
          : <span className="tl-open" />}
        <span className="tl-kind" data-state={state} data-kind={bar.kind}><KindMark row={known} /></span>
        <span className="tl-name-text">{name}</span>
        {against ? <IconAlertTriangleFilled className="tl-against" size={14} aria-hidden="true" /> : null}
      </div>
      <div className="tl-cell" role="gridcell">
        <span className="unseen">{hangsOn ? `${said}. ${hangsOn}` : said}</span>
        {outside ? (
          <button type="button" tabIndex={-1} aria-hidden="true" className="tl-outside" data-side={outside} title={t('showBar', { days })} onClick={() => onShow(fromDay)}>
            {outside === 'before' ? <IconChevronLeft size={13} /> : null}{day(fromDay).slice(0, 5)}{outside === 'after' ? <IconChevronRight size={13} /> : null}
          </button>
        ) : null}
        {levelId === null ? bar.earlier.map((old) => {
          const was = styleOf(origin, old.fromDay, old.toDay);
          return <i key={`${old.orderDay} ${old.fromDay} ${old.toDay}`} className="tl-earlier" title={t('earlierSays', { days: t('fromTo', { from: day(old.fromDay), to: day(old.toDay) }), order: day(old.orderDay) })} style={was} />;
        }) : null}
        <div
          aria-hidden="true" className="tl-bar" data-kind={isPhase ? 'phase' : bar.kind} data-state={state} title={`${name}\n${said}`} style={place}
          onPointerDown={pullable ? (event) => onGrip(event, bar, 'bar') : undefined} onClick={pullable ? undefined : () => onOpen(row)}
        >
          {elapsed > 0 ? <i className="tl-elapsed" style={{ width: inDays(elapsed) }} /> : null}
          {bar.pinned && !isPhase && !isMeeting ? <IconPin className="tl-pin" size={13} aria-hidden="true" /> : null}
          {isPhase || isMeeting ? null : <span className="tl-bar-text">{name}</span>}
          {pullable ? <i className="tl-handle" onPointerDown={(event) => { event.stopPropagation(); onGrip(event, bar, 'end'); }} /> : null}
        </div>
        {ghost && ghostPlace ? (
          <div aria-hidden="true" className="tl-ghost" data-phase={isPhase || undefined} data-meeting={isMeeting || undefined} style={ghostPlace}>
            <span>{day(ghost.fromDay).slice(0, 5)}{ghost.toDay === ghost.fromDay ? '' : ` – ${day(ghost.toDay).slice(0, 5)}`}</span>
          </div>
        ) : null}
        {against ? <span className="tl-conflict" title={against} style={{ left: inDays(daysBetween(origin, ghost && ghost.toDay > toDay ? ghost.toDay : toDay) + 1, 6) }}><IconAlertTriangleFilled size={14} aria-hidden="true" /></span> : null}
      </div>
    </div>
  );
}
