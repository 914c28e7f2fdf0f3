// The calendar: tour stops, meetings, programmes and days away in one picture; what is dragged is checked before it is written.
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useRemembered, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useLanguage, useWords } from '../../words.ts';
import { AnswerBar } from './AnswerBar.tsx';
import { CalendarGrid, ordinarySlot } from './CalendarGrid.tsx';
import type { Slot } from './CalendarGrid.tsx';
import { calendarViews, rangeInWords, rangeOf, turned } from './calendarTime.ts';
import type { CalendarView } from './calendarTime.ts';
import { CalendarToolbar } from './CalendarToolbar.tsx';
import type { CalendarAct } from './CalendarToolbar.tsx';
import { hoursShown, shownLegs } from './entries.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { LanesView } from './LanesView.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import { OwnCalendarPanel } from './OwnCalendarPanel.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { RulesPanel } from './RulesPanel.tsx';
import { SendPanel } from './SendPanel.tsx';
import { TourTable } from './TourTable.tsx';
import { useMoves } from './useMoves.tsx';
import { usePage } from './usePage.ts';
import { useShown } from './useShown.ts';
import './calendar.css';

/** What stands beside the calendar. */
type Side = { kind: 'entry'; key: string } | { kind: 'meeting'; id: string | null; slot: Slot; personIds: readonly string[] } | { kind: CalendarAct };

export default function CalendarScreen() {
  const t = useWords('calendar');
  const language = useLanguage();
  const today = useToday();
  const route = useSession((session) => session.route);
  const unitId = useSession((session) => session.scopeUnitId);
  const [view, setView] = useRemembered<CalendarView>('calendar.view', 'month');
  const [hidden, setHidden] = useRemembered<string[]>('calendar.hidden', []);
  const [keptPeople, keepPeople] = useRemembered<string[]>('calendar.leaders', []);
  const [led, setLed] = useState<string | null>(route.params['personId'] ?? null);
  const [wantedDay, setDay] = useState<string | null>(route.params['day'] ?? null);
  const [side, setSide] = useState<Side | null>(null);

  // Whoever led here wants one leader; what the person chooses himself is remembered.
  const personIds = useMemo(() => (led === null ? keptPeople : [led]), [led, keptPeople]);
  const setPeople = (ids: string[]) => { setLed(null); keepPeople(ids); };
  const day = wantedDay ?? today;
  const fromDay = day === '' ? '' : rangeOf(view, day).fromDay;
  const { page: answer, entries, more, legs, leaders } = usePage({ view, day, personIds, unitId, hidden });
  const moves = useMoves(entries);
  const { pending } = moves;
  const shown = useShown(entries, view, fromDay, pending);
  const shownWays = useMemo(() => (view === 'lanes' ? [] : shownLegs(legs, entries, (leg) => t('legShort', { minutes: leg.minutes }))), [view, legs, entries, t]);
  const chosen = side?.kind === 'entry' ? shown.find((entry) => entry.key === side.key) : undefined;
  const addMeeting = (slot: Slot, people: readonly string[] = personIds) => setSide({ kind: 'meeting', id: null, slot, personIds: people });
  const close = () => setSide(null);
  const asks = moves.answer !== null && moves.answer.kind !== 'impossible';

  return (
    <div className="screen">
      <ScreenHeader
        title={t('title')} note={day === '' || view === 'tour' ? undefined : rangeInWords(view, day, language)}
        action={<Button leftSection={<IconPlus size={16} />} onClick={() => addMeeting({ day, ...ordinarySlot })}>{t('newMeeting')}</Button>}
      >
        <SegmentedControl value={view} onChange={(next) => setView(next as CalendarView)} aria-label={t('view')} data={calendarViews.map((value) => ({ value, label: t(`views.${value}`) }))} />
      </ScreenHeader>
      <CalendarToolbar
        onTurn={view === 'tour' ? null : (by) => setDay(by === 0 ? today : turned(view, day, by))}
        personIds={personIds} onPeople={setPeople} hidden={hidden} onHidden={setHidden} onAct={(kind) => setSide({ kind })}
      />
      <LoadingLine shown={answer.loading} />
      {answer.error ? <div style={{ padding: '0 16px' }}><ErrorPanel error={answer.error} onRetry={answer.refresh} /></div> : null}
      <div className="calendar" data-view={view}>
        <div className="calendar-main">
          {moves.answer ? <AnswerBar answer={moves.answer} busy={moves.busy} onAccept={(scope) => void moves.accept(scope)} onLeave={moves.leave} /> : null}
          {day === '' ? null : view === 'tour' ? (
            <TourTable personIds={personIds} onStop={(stopId, on) => { setDay(on); setSide({ kind: 'entry', key: `stop ${stopId}` }); }} />
          ) : view === 'lanes' ? (
            leaders ? (
              <LanesView
                day={day} entries={entries} legs={legs} leaders={leaders} pending={pending} chosenKey={chosen?.key ?? null}
                onChoose={(key) => setSide({ kind: 'entry', key })} onMove={(move) => void moves.tryMove(move)} onSlot={(slot, personId) => addMeeting(slot, [personId])}
              />
            ) : null
          ) : (
            <CalendarGrid
              view={view} day={day} today={today} shown={shown} more={more} legs={shownWays} {...hoursShown(entries)} chosen={chosen} busy={moves.busy} isAsked={asks}
              onDay={(next, nextView) => { setDay(next); if (nextView) setView(nextView); }}
              onChoose={(key) => setSide({ kind: 'entry', key })} onMove={(move) => void moves.tryMove(move)} onSlot={addMeeting}
            />
          )}
        </div>
        {chosen ? (
          <EntryPanel
            key={chosen.key} entry={chosen.entry} busy={moves.busy} onMove={(move) => void moves.tryMove(move)} onClose={close}
            onEdit={() => setSide({ kind: 'meeting', id: chosen.entry.id, slot: { day, ...ordinarySlot }, personIds: [] })}
          />
        ) : null}
        {side?.kind === 'meeting' ? (
          <MeetingForm key={side.id ?? `${side.slot.day} ${side.slot.begin}`} meetingId={side.id} slot={side.slot} personIds={side.personIds} onClose={close} />
        ) : null}
        {side?.kind === 'rules' ? <RulesPanel onClose={close} /> : null}
        {side?.kind === 'send' ? <SendPanel personIds={personIds} onClose={close} /> : null}
        {side?.kind === 'own' ? <OwnCalendarPanel personIds={personIds} onClose={close} /> : null}
        {side?.kind === 'print' ? <PrintDialog day={day} view={view} personIds={personIds} unitId={unitId} hidden={hidden} onClose={close} /> : null}
      </div>
    </div>
  );
}
