// The calendar: tour stops, meetings, programmes and days away in one picture; what is dragged is checked before it is written.
import { ActionIcon, Button, Checkbox, Popover, SegmentedControl, Stack } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFilter, IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { Calendar } from 'react-big-calendar';
import withDragAndDrop from 'react-big-calendar/lib/addons/dragAndDrop';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useQuery, useRemembered, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useLanguage, usePick, useWords } from '../../words.ts';
import { addDays } from '../../../shared/dates.ts';
import './calendar.css';
import { agendaDays, calendarViews, dateOf, dayOf, formatsIn, localizer, minuteOf, minutesBetween, rangeInWords, rangeOf, turned } from './calendarTime.ts';
import type { CalendarView } from './calendarTime.ts';
import { DoubtBar } from './DoubtBar.tsx';
import { entryKinds, hoursShown, moveOf, shownEntries } from './entries.ts';
import type { ShownEntry } from './entries.ts';
import { AgendaLabel, EntryLabel } from './EntryLabel.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import { useMoves } from './useMoves.tsx';

const DragCalendar = withDragAndDrop<ShownEntry>(Calendar<ShownEntry>);
const keyMinutes = 30;
/** A meeting that was not drawn over free time. */
const ordinarySlot = { begin: 10 * 60, minutes: 60 };

type Side = { kind: 'entry'; key: string } | { kind: 'meeting'; id: string | null; slot: { day: string; begin: number; minutes: number } };

export default function CalendarScreen() {
  const t = useWords('calendar');
  const language = useLanguage();
  const pick = usePick();
  const today = useToday();
  const route = useSession((session) => session.route);
  const unitId = useSession((session) => session.scopeUnitId);
  const [view, setView] = useRemembered<CalendarView>('calendar.view', 'month');
  const [hidden, setHidden] = useRemembered<string[]>('calendar.hidden', []);
  const [personId, setPersonId] = useState<string | null>(route.params['personId'] ?? null);
  const [wantedDay, setDay] = useState<string | null>(route.params['day'] ?? null);
  const [side, setSide] = useState<Side | null>(null);
  const day = wantedDay ?? today;
  const range = day === '' ? null : rangeOf(view, day);
  const answer = useQuery('calendar.range', range && { ...range, personId, unitId }, { keep: true });
  const entries = useMemo(() => answer.data ?? [], [answer.data]);
  const moves = useMoves(entries);
  const { pending } = moves;
  const fromDay = range?.fromDay ?? '';
  const shown = useMemo(
    () => shownEntries(entries, { hidden, view, fromDay, pending, titleOf: (entry) => titleIn(entry, pick) }),
    [entries, hidden, view, fromDay, pending, pick],
  );
  const formats = useMemo(() => formatsIn(language), [language]);
  const { fromHour, toHour } = hoursShown(entries);
  const chosen = side?.kind === 'entry' ? shown.find((entry) => entry.key === side.key) : undefined;

  // An entry moved by keys is drawn anew elsewhere; the focus goes with it.
  const frame = useRef<HTMLDivElement>(null);
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (moves.doubt || !shown.some((entry) => entry.key === followed.current)) return;
    const label = frame.current?.querySelector(`[data-entry="${CSS.escape(followed.current ?? '')}"]`);
    label?.closest<HTMLElement>('[tabindex="0"]')?.focus();
    if (!moves.busy) followed.current = null;
  }, [shown, moves.doubt, moves.busy]);

  const onKey = (event: ShownEntry, synthetic: SyntheticEvent<HTMLElement>) => {
    const key = synthetic as KeyboardEvent<HTMLElement>;
    if (key.ctrlKey || key.altKey || key.metaKey || key.shiftKey) return;
    if (key.key === 'Enter' || key.key === ' ') {
      key.preventDefault();
      setSide({ kind: 'entry', key: event.key });
      return;
    }
    const step = arrows[key.key];
    if (!step || !event.entry.movable || event.allDay) return;
    key.preventDefault();
    followed.current = event.key;
    const now = moveOf(event.entry);
    const begin = now.begin + step.minutes;
    if (begin >= 0 && begin < 1440) void moves.tryMove({ ...now, begin, day: addDays(now.day, step.days) });
  };

  // A drop on the row of whole days keeps the hour.
  const onDrop = ({ event, start, end, isAllDay }: { event: ShownEntry; start: Date | string; end: Date | string; isAllDay?: boolean }) => {
    const [from, to] = [new Date(start), new Date(end)];
    const now = moveOf(event.entry);
    const keepsHour = isAllDay || view === 'month';
    void moves.tryMove(keepsHour ? { ...now, day: dayOf(from) } : { entry: event.entry, day: dayOf(from), begin: minuteOf(from), minutes: minutesBetween(from, to) });
  };

  return (
    <div className="screen">
      <ScreenHeader
        title={t('title')} note={day === '' ? undefined : rangeInWords(view, day, language)}
        action={(
          <Button leftSection={<IconPlus size={16} />} onClick={() => setSide({ kind: 'meeting', id: null, slot: { day, ...ordinarySlot } })}>{t('newMeeting')}</Button>
        )}
      >
        <SegmentedControl value={view} onChange={(next) => setView(next as CalendarView)} aria-label={t('view')} data={calendarViews.map((value) => ({ value, label: t(`views.${value}`) }))} />
      </ScreenHeader>
      <Toolbar label={t('toolbar')}>
        <ActionIcon variant="default" size={32} aria-label={t('previous')} onClick={() => setDay(turned(view, day, -1))}><IconChevronLeft size={17} /></ActionIcon>
        <Button variant="default" onClick={() => setDay(today)}>{t('today')}</Button>
        <ActionIcon variant="default" size={32} aria-label={t('next')} onClick={() => setDay(turned(view, day, 1))}><IconChevronRight size={17} /></ActionIcon>
        <PersonPicker aria-label={t('leaderFilter')} placeholder={t('everybody')} clearable value={personId} onChange={setPersonId} w={230} />
        <Popover position="bottom-start">
          <Popover.Target>
            <Button variant="default" leftSection={<IconFilter size={15} />}>{hidden.length === 0 ? t('showAll') : t('showSome', { done: entryKinds.length - hidden.length, total: entryKinds.length })}</Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap={8} role="group" aria-label={t('whatIsShown')}>
              {entryKinds.map((kind) => (
                <Checkbox
                  key={kind} size="sm" label={t(`kinds.${kind}`)} checked={!hidden.includes(kind)}
                  onChange={(event) => setHidden(event.currentTarget.checked ? hidden.filter((other) => other !== kind) : [...hidden, kind])}
                />
              ))}
            </Stack>
          </Popover.Dropdown>
        </Popover>
      </Toolbar>
      <LoadingLine shown={answer.loading} />
      {answer.error ? <div style={{ padding: '0 16px' }}><ErrorPanel error={answer.error} onRetry={answer.refresh} /></div> : null}
      <p id="calendar-help" className="unseen">{t('keysHelp')}</p>
      <div className="calendar" data-view={view}>
        <div className="calendar-scroll" ref={frame} aria-describedby="calendar-help">
          {day === '' ? null : (
            <DragCalendar
              key={view} localizer={localizer} formats={formats} messages={messagesIn(t)} culture={language}
              date={dateOf(day)} getNow={() => dateOf(today, 12 * 60)} view={view} views={calendarViews} toolbar={false} length={agendaDays}
              onNavigate={(date) => setDay(dayOf(date))} onView={(next) => setView(next as CalendarView)}
              onDrillDown={(date) => { setDay(dayOf(date)); setView('day'); }}
              events={shown} titleAccessor="title" startAccessor="start" endAccessor="end" allDayAccessor="allDay"
              tooltipAccessor={({ entry, title }) => [title, pick(entry.placeEn, entry.placeHi)].filter(Boolean).join(' · ')}
              draggableAccessor={({ entry }) => entry.movable} resizableAccessor={({ entry }) => entry.movable && view !== 'month'} resizable
              selected={chosen} onSelectEvent={(event) => setSide({ kind: 'entry', key: event.key })} onKeyPressEvent={onKey}
              onEventDrop={onDrop} onEventResize={onDrop}
              selectable="ignoreEvents" longPressThreshold={300}
              onSelectSlot={({ start, end, action }) => {
                if (view === 'month' && action !== 'doubleClick') return;
                const slot = view === 'month' ? { day: dayOf(start), ...ordinarySlot } : { day: dayOf(start), begin: minuteOf(start), minutes: Math.max(15, minutesBetween(start, end)) };
                if (action === 'click') return;
                setSide({ kind: 'meeting', id: null, slot });
              }}
              step={15} timeslots={4} dayLayoutAlgorithm="no-overlap" popup showMultiDayTimes={false}
              min={dateOf(day, fromHour * 60)} max={toHour === 24 ? dateOf(day, 1439) : dateOf(day, toHour * 60)} scrollToTime={dateOf(day, 7 * 60)}
              eventPropGetter={({ entry, waiting }) => ({ className: [`kind-${entry.kind}`, entry.problems.length > 0 ? 'wrong' : '', waiting ? 'waiting' : ''].join(' ') })}
              components={{ event: EntryLabel, agenda: { event: AgendaLabel } }}
            />
          )}
          {moves.doubt ? <DoubtBar doubt={moves.doubt} busy={moves.busy} onAccept={() => void moves.accept()} onLeave={moves.leave} /> : null}
        </div>
        {chosen ? (
          <EntryPanel
            key={chosen.key} entry={chosen.entry} busy={moves.busy} onMove={(move) => void moves.tryMove(move)} onClose={() => setSide(null)}
            onEdit={() => setSide({ kind: 'meeting', id: chosen.entry.id, slot: { day, ...ordinarySlot } })}
          />
        ) : null}
        {side?.kind === 'meeting' ? (
          <MeetingForm key={side.id ?? `${side.slot.day} ${side.slot.begin}`} meetingId={side.id} slot={side.slot} personId={personId} onClose={() => setSide(null)} />
        ) : null}
      </div>
    </div>
  );
}

const arrows: Record<string, { days: number; minutes: number }> = {
  ArrowUp: { days: 0, minutes: -keyMinutes }, ArrowDown: { days: 0, minutes: keyMinutes }, ArrowLeft: { days: -1, minutes: 0 }, ArrowRight: { days: 1, minutes: 0 },
};

function titleIn(entry: ShownEntry['entry'], pick: (en: string, hi: string) => string): string {
  const title = pick(entry.titleEn, entry.titleHi);
  return entry.kind === 'away' && entry.placeEn !== '' ? `${title}: ${pick(entry.placeEn, entry.placeHi)}` : title;
}

function messagesIn(t: ReturnType<typeof useWords>) {
  return {
    date: t('columns.date'), time: t('columns.time'), event: t('columns.entry'), allDay: t('wholeDay'),
    noEventsInRange: t('nothingHere'), showMore: (count: number) => t('showMore', { count }),
  };
}
