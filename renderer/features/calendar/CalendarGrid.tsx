// The calendar itself: react-big-calendar in our words, with entries moved by mouse or keys and meetings drawn over free time.
import { useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { useLanguage, usePick, useWords } from '../../words.ts';
import { addDays } from '../../../shared/dates.ts';
import type { View } from 'react-big-calendar';
import { agendaDays, dateOf, dayOf, formatsIn, localizer, minuteOf, minutesBetween } from './calendarTime.ts';
import type { CalendarView } from './calendarTime.ts';
import { DragCalendar } from './DragCalendar.ts';
import { moveOf } from './entries.ts';
import type { EntryMove, ShownEntry } from './entries.ts';
import { fewPerDay, mostPerDay } from './fewPerDay.ts';
import { AgendaLabel, EntryLabel } from './EntryLabel.tsx';
import { usePlainRoles } from './usePlainRoles.ts';

/** Free time for a meeting. */
export interface Slot {
  day: string;
  begin: number;
  minutes: number;
}

interface CalendarGridProps {
  view: CalendarView;
  day: string;
  today: string;
  shown: ShownEntry[];
  /** The ways of the one leader chosen. */
  legs: ShownEntry[];
  /** Full hours the time grid spans. */
  fromHour: number;
  toHour: number;
  chosen: ShownEntry | undefined;
  busy: boolean;
  /** A question is open: the focus is there. */
  isAsked: boolean;
  onDay: (day: string, view?: CalendarView) => void;
  onChoose: (key: string) => void;
  onMove: (move: EntryMove) => void;
  onSlot: (slot: Slot) => void;
}

const keyMinutes = 30;
const shortestSlot = 15;
/** A meeting that was not drawn over free time. */
export const ordinarySlot = { begin: 10 * 60, minutes: 60 };

const arrows: Record<string, { days: number; minutes: number }> = {
  ArrowUp: { days: 0, minutes: -keyMinutes }, ArrowDown: { days: 0, minutes: keyMinutes }, ArrowLeft: { days: -1, minutes: 0 }, ArrowRight: { days: 1, minutes: 0 },
};

export function CalendarGrid(props: CalendarGridProps) {
  const { view, day, today, shown, legs, fromHour, toHour, chosen, busy, isAsked, onDay, onChoose, onMove, onSlot } = props;
  const t = useWords('calendar');
  const language = useLanguage();
  const pick = usePick();
  const formats = useMemo(() => formatsIn(language), [language]);
  // A new Date in every render would scroll back each time.
  const morning = useMemo(() => dateOf(day, 7 * 60), [day]);
  const frame = useRef<HTMLDivElement>(null);

  const { few, more } = useMemo(() => fewPerDay(shown, view === 'month' ? mostPerDay : Infinity), [shown, view]);

  usePlainRoles(frame);
  const withControl = useControlKey();

  // An entry moved by keys is drawn anew elsewhere; the focus goes with it.
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (isAsked || !shown.some((entry) => entry.key === followed.current)) return;
    const label = frame.current?.querySelector(`[data-entry="${CSS.escape(followed.current ?? '')}"]`);
    label?.closest<HTMLElement>('[tabindex="0"]')?.focus();
    if (!busy) followed.current = null;
  }, [shown, isAsked, busy]);

  // A month is taller than the window: begin at the week that matters.
  useEffect(() => {
    if (view !== 'month' || day === '') return;
    const week = frame.current?.querySelector('.rbc-today, .rbc-now')?.closest<HTMLElement>('.rbc-month-row');
    if (week && frame.current) frame.current.scrollTop = Math.max(0, week.offsetTop - 30);
  }, [view, day]);

  const onKey = (event: ShownEntry, synthetic: SyntheticEvent<HTMLElement>) => {
    const key = synthetic as KeyboardEvent<HTMLElement>;
    if (key.ctrlKey || key.altKey || key.metaKey) return;
    if (key.key === 'Enter' || key.key === ' ') {
      key.preventDefault();
      onChoose(event.key);
      return;
    }
    const step = arrows[key.key];
    if (!step || !event.entry.movable || event.allDay) return;
    key.preventDefault();
    const now = moveOf(event.entry);
    if (key.shiftKey) {
      const minutes = now.minutes + step.minutes / 2;
      if (step.days !== 0 || minutes < 5) return;
      followed.current = event.key;
      onMove({ ...now, minutes });
      return;
    }
    const begin = now.begin + step.minutes;
    if (begin < 0 || begin >= 1440) return;
    followed.current = event.key;
    onMove({ ...now, begin, day: addDays(now.day, step.days) });
  };

  // A drop on a day of the month, or on the row of whole days, keeps the hour.
  const onDrop = ({ event, start, end, isAllDay }: { event: ShownEntry; start: Date | string; end: Date | string; isAllDay?: boolean }) => {
    const [from, to] = [new Date(start), new Date(end)];
    const now = moveOf(event.entry);
    const copy = withControl.current ? { copy: true } : {};
    onMove({ ...copy, ...(isAllDay || view === 'month' ? { ...now, day: dayOf(from) } : { entry: event.entry, day: dayOf(from), begin: minuteOf(from), minutes: minutesBetween(from, to) }) });
  };

  const messages = useMemo(() => ({
    date: t('columns.date'), time: t('columns.time'), event: t('columns.entry'), allDay: t('wholeDay'),
    noEventsInRange: t('nothingHere'),
    showMore: (count: number, behind: ShownEntry[] = []) => t('showMore', { count: count + (more.get(dayOf(behind.find(({ allDay }) => !allDay)?.start ?? new Date(0))) ?? 0) }),
  }), [t, more]);
  return (
    <div className="calendar-scroll" ref={frame} aria-describedby="calendar-help">
      <p id="calendar-help" className="unseen">{t('keysHelp')}</p>
      <DragCalendar
        key={view} backgroundEvents={legs} localizer={localizer} formats={formats} messages={messages} culture={language} components={components}
        date={dateOf(day)} getNow={() => dateOf(today, 12 * 60)} view={view as View} views={gridViews} toolbar={false} length={agendaDays}
        onNavigate={(date) => onDay(dayOf(date))} onView={() => undefined} onDrillDown={(date) => onDay(dayOf(date), 'day')}
        events={few} titleAccessor="title" startAccessor="start" endAccessor="end" allDayAccessor="allDay"
        tooltipAccessor={({ entry, title, isLeg }) => isLeg ? title : [title, pick(entry.placeEn, entry.placeHi)].filter(Boolean).join(' · ')}
        draggableAccessor={({ entry, isLeg }) => entry.movable && !isLeg} resizableAccessor={({ entry, isLeg }) => entry.movable && !isLeg && view !== 'month'} resizable
        selected={chosen} onSelectEvent={(event) => { if (!event.isLeg) onChoose(event.key); }} onKeyPressEvent={onKey} onEventDrop={onDrop} onEventResize={onDrop}
        selectable="ignoreEvents" longPressThreshold={300}
        onSelectSlot={({ start, end, action }) => {
          if (view === 'month' && action === 'doubleClick') onSlot({ day: dayOf(start), ...ordinarySlot });
          if (view !== 'month' && action !== 'click') onSlot({ day: dayOf(start), begin: minuteOf(start), minutes: Math.max(shortestSlot, minutesBetween(start, end)) });
        }}
        step={shortestSlot} timeslots={4} dayLayoutAlgorithm="no-overlap" popup={more.size === 0}
        min={dateOf(day, fromHour * 60)} max={dateOf(day, toHour === 24 ? 1439 : toHour * 60)} scrollToTime={morning}
        eventPropGetter={({ entry, waiting, isLeg }) => ({ className: isLeg ? `leg ${waiting ? 'missing' : ''}` : [`kind-${entry.kind}`, entry.problems.length > 0 ? 'wrong' : '', waiting ? 'waiting' : '', entry.cancelled ? 'cancelled' : ''].join(' ') })}
      />
    </div>
  );
}

const gridViews: View[] = ['month', 'week', 'day', 'agenda'];

/** Whether Ctrl is held while something is dropped: the calendar's own events do not say. */
function useControlKey() {
  const held = useRef(false);
  useEffect(() => {
    const read = (event: globalThis.KeyboardEvent | MouseEvent) => { held.current = event.ctrlKey || event.metaKey; };
    const names = ['keydown', 'keyup', 'mousemove', 'mouseup'] as const;
    for (const name of names) window.addEventListener(name, read, true);
    return () => { for (const name of names) window.removeEventListener(name, read, true); };
  }, []);
  return held;
}

const components = { event: EntryLabel, agenda: { event: AgendaLabel } };
