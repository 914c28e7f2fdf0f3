// An entry in the calendar, in as few elements as will do (a full week draws hundreds): its picture, hours and name; taken, and pulled by its edges.
import { cloneElement, createContext, use } from 'react';
import type { MouseEvent, ReactElement, ReactNode, TouchEvent } from 'react';
import type { EventProps } from 'react-big-calendar';
import type { Numbers, Words } from '../../words.ts';
import { timeAsRead } from '../../../shared/dates.ts';
import { foldKey } from '../../../shared/rules/fold.ts';
import { DragContext } from './calendarParts.ts';
import { minuteOf } from './calendarTime.ts';
import type { ShownEntry } from './entries.ts';
import { EntryIcon } from './EntryIcon.tsx';

/** The words of all entries, heard of once for all of them. */
export const LabelWords = createContext<{ t: Words; pick: (en: string, hi: string) => string; numbers: Numbers } | null>(null);

interface EntryBoxProps {
  /** In a row (month, whole days), or at its hours. */
  type: 'date' | 'time';
  event: ShownEntry & { __isPreview?: boolean };
  children: ReactElement<{ className?: string; children?: ReactNode }>;
}

/** Pixels at the ends of an entry by which it is pulled, and how short it may be for its hours to stand beside its name, in minutes. */
const edges = { top: 4, bottom: 8 };
const shortMinutes = 35;

export function EntryBox({ type, event, children }: EntryBoxProps) {
  const { t, pick, numbers } = use(LabelWords)!;
  const { draggable } = use(DragContext);
  const { entry, title, start, end, allDay } = event;
  const [begin, until] = [timeAsRead(minuteOf(start)), timeAsRead(minuteOf(end))];
  const hours = allDay ? null : type === 'date' ? begin : `${begin} – ${until}`;
  const place = pick(entry.placeEn, entry.placeHi);
  const hasPlace = place !== '' && foldKey(entry.placeEn) !== foldKey(entry.titleEn);
  // The addon's own mark on what hangs at the hand.
  const { '__isPreview': isPreview = false } = event;
  const isTaken = draggable.dragAndDropAction.interacting && draggable.dragAndDropAction.event === event;
  // What is read stands in it as it is read.
  const read = [hours, title, type === 'time' && hasPlace ? place : ''].filter(Boolean).join(' ');
  const said = [
    `${t(`kind.${entry.kind}`)}, ${numbers.dayWords(entry.fromDay)}: ${read}`, entry.pinned ? t('pinned') : '',
    entry.seriesId === null ? '' : t('repeats'), entry.problemCount > 0 ? t('problemCount', { count: entry.problemCount }) : '',
  ].filter(Boolean).join(', ');
  const take = (press: MouseEvent<HTMLElement> | TouchEvent<HTMLElement>) => {
    if ('button' in press && press.button !== 0) return;
    const box = press.currentTarget.getBoundingClientRect();
    const at = 'clientY' in press ? press.clientY : box.top + box.height / 2;
    const edge = type === 'date' ? null : at > box.bottom - edges.bottom ? 'DOWN' : at < box.top + edges.top ? 'UP' : null;
    if (edge) draggable.onBeginAction(event, 'resize', edge);
    else draggable.onBeginAction(event, 'move');
  };
  return cloneElement(children, {
    className: `${children.props.className ?? ''} ${isPreview ? 'rbc-addons-dnd-drag-preview' : isTaken ? 'rbc-addons-dnd-dragged-event' : ''}`,
    'data-entry': event.key, 'data-short': (type === 'time' && end.getTime() - start.getTime() <= shortMinutes * 60_000) || undefined,
    tabIndex: 0, role: 'button', 'aria-label': said, title: [hours, title, hasPlace ? place : ''].filter(Boolean).join(' · '),
    ...(entry.movable && !isPreview ? { onMouseDown: take, onTouchStart: take } : {}),
    children: (
      <>
        {type === 'time' ? <time>{hours} </time> : null}
        <EntryIcon of={entry.problemCount > 0 ? 'wrong' : entry.kind} />
        {type === 'date' && hours ? <time>{hours} </time> : null}
        {entry.pinned ? <EntryIcon of="pinned" size={11} /> : null}
        {entry.seriesId === null ? null : <EntryIcon of="repeats" size={11} />}
        <b>{title} </b>
        {type === 'time' && hasPlace ? <small>{place}</small> : null}
      </>
    ),
  } as object);
}

/** The way to an entry, behind it: all else is drawn by its box. */
export function WayLabel({ event }: EventProps<ShownEntry>) {
  return event.isLeg ? <span className="leg-label"><EntryIcon of="way" size={12} /> {event.title}</span> : null;
}

/** As it stands in the agenda: the whole line as a button. */
export function AgendaLabel({ event }: EventProps<ShownEntry>) {
  const { t, numbers } = use(LabelWords)!;
  const { entry, title } = event;
  return (
    <button type="button" className="entry" data-entry={event.key}>
      <EntryIcon of={entry.problemCount > 0 ? 'wrong' : entry.kind} size={14} label={[t(`kind.${entry.kind}`), entry.problemCount > 0 ? t('problemCount', { count: entry.problemCount }) : ''].filter(Boolean).join(', ')} />
      <b>{title}</b>
      {entry.begin === null && entry.fromDay !== entry.toDay ? <small>{numbers.day(entry.fromDay)} – {numbers.day(entry.toDay)}</small> : null}
    </button>
  );
}
