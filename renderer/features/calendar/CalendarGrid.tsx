// The calendar itself: react-big-calendar in our words, with entries moved by mouse or keys and meetings drawn over free time.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { ComponentType, KeyboardEvent, ReactElement, ReactNode, SyntheticEvent } from 'react';
import { useLanguage, useNumbers, usePick, useWords } from '../../words.ts';
import { addDays } from '../../../shared/dates.ts';
import type { CalendarProps, Components, SlotInfo, View } from 'react-big-calendar';
import { agendaDays, dateOf, dayOf, formatsIn, localizer, minuteOf, minutesBetween } from './calendarTime.ts';
import type { CalendarView } from './calendarTime.ts';
import type { Dropped } from './calendarParts.ts';
import { DragCalendar } from './DragCalendar.tsx';
import { moveOf } from './entries.ts';
import type { EntryMove, ShownEntry } from './entries.ts';
import { AgendaLabel, LabelWords, WayLabel } from './EntryBox.tsx';
import { useControlKey } from './useControlKey.ts';
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
  /** By day, how many more there are than are shown. */
  more: ReadonlyMap<string, number>;
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
  const { view, day, today, shown, more, legs, fromHour, toHour, chosen, busy, isAsked, onDay, onChoose, onMove, onSlot } = props;
  const t = useWords('calendar');
  const language = useLanguage();
  const pick = usePick();
  const numbers = useNumbers();
  const labelWords = useMemo(() => ({ t, pick, numbers }), [t, pick, numbers]);
  const frame = useRef<HTMLDivElement>(null);

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

  // What the hand does is answered as things are then; that it may be otherwise next time draws nothing anew.
  const onDrop = ({ event, start, end, isAllDay }: Dropped) => {
    const [from, to] = [new Date(start), new Date(end)];
    const now = moveOf(event.entry);
    const copy = withControl.current ? { copy: true } : {};
    // A drop on a day of the month, or on the row of whole days, keeps the hour.
    onMove({ ...copy, ...(isAllDay || view === 'month' ? { ...now, day: dayOf(from) } : { entry: event.entry, day: dayOf(from), begin: minuteOf(from), minutes: minutesBetween(from, to) }) });
  };
  const onSelectSlot = ({ start, end, action }: SlotInfo) => {
    if (view === 'month' && action === 'doubleClick') onSlot({ day: dayOf(start), ...ordinarySlot });
    if (view !== 'month' && action !== 'click') onSlot({ day: dayOf(start), begin: minuteOf(start), minutes: Math.max(shortestSlot, minutesBetween(start, end)) });
  };
  const live = useRef({ onDrop, onKey, onSelectSlot, onDay, onChoose });
  useLayoutEffect(() => { live.current = { onDrop, onKey, onSelectSlot, onDay, onChoose }; });
  const dropped = useCallback((one: Dropped) => live.current.onDrop(one), []);

  const calendar = useMemo((): CalendarProps<ShownEntry> => ({
    backgroundEvents: legs, localizer, formats: formatsIn(language), culture: language,
    messages: {
      date: t('columns.date'), time: t('columns.time'), event: t('columns.entry'), allDay: t('wholeDay'), noEventsInRange: t('nothingHere'),
      showMore: (count, behind = []) => t('showMore', { count: count + (more.get(dayOf((behind as ShownEntry[]).find(({ allDay }) => !allDay)?.start ?? new Date(0))) ?? 0) }),
    },
    date: dateOf(day), getNow: () => dateOf(today, 12 * 60), view: view as View, views: gridViews, toolbar: false, length: agendaDays,
    onNavigate: (date) => live.current.onDay(dayOf(date)), onView: () => undefined, onDrillDown: (date) => live.current.onDay(dayOf(date), 'day'),
    events: shown, titleAccessor: 'title', startAccessor: 'start', endAccessor: 'end', allDayAccessor: 'allDay', tooltipAccessor: null,
    selected: chosen, onSelectEvent: (event) => { if (!event.isLeg) live.current.onChoose(event.key); }, onKeyPressEvent: (event, press) => live.current.onKey(event, press),
    longPressThreshold: 300, onSelectSlot: (slot) => live.current.onSelectSlot(slot),
    step: shortestSlot, timeslots: 4, dayLayoutAlgorithm: 'no-overlap', popup: more.size === 0,
    min: dateOf(day, fromHour * 60), max: dateOf(day, toHour === 24 ? 1439 : toHour * 60), scrollToTime: dateOf(day, 7 * 60), eventPropGetter: classOf,
  }), [view, day, today, shown, more, legs, fromHour, toHour, chosen, language, t]);
  return (
    <LabelWords value={labelWords}>
      <div className="calendar-scroll" ref={frame} aria-describedby="calendar-help">
        <p id="calendar-help" className="unseen">{t('keysHelp')}</p>
        <DragCalendar key={view} calendar={calendar} components={components} onDrop={dropped} />
      </div>
    </LabelWords>
  );
}

const classOf = ({ entry, waiting, isLeg }: ShownEntry) => (
  { className: isLeg ? `leg ${waiting ? 'missing' : ''}` : [`kind-${entry.kind}`, entry.problemCount > 0 ? 'wrong' : '', waiting ? 'waiting' : '', entry.cancelled ? 'cancelled' : ''].join(' ') }
);

const gridViews: View[] = ['month', 'week', 'day', 'agenda'];

/** Of the four quarters of an hour only the gutter's first says something: the others are seen by nobody, and there are hundreds in a week. */
const HourLine = ({ children }: { children?: ReactElement<{ children?: ReactNode }> }) => (children?.props.children ? children : null);

const components: Components<ShownEntry> = { event: WayLabel, agenda: { event: AgendaLabel }, timeSlotWrapper: HourLine as ComponentType };
