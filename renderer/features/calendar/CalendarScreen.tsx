// The calendar: tour stops, meetings, programmes and days away in one picture; what is dragged is checked before it is written.
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useQuery, useRemembered, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useLanguage, usePick, useWords } from '../../words.ts';
import { AnswerBar } from './AnswerBar.tsx';
import { CalendarGrid, ordinarySlot } from './CalendarGrid.tsx';
import type { Slot } from './CalendarGrid.tsx';
import { calendarViews, rangeInWords, rangeOf, turned } from './calendarTime.ts';
import type { CalendarView } from './calendarTime.ts';
import { CalendarToolbar } from './CalendarToolbar.tsx';
import { hoursShown, shownEntries } from './entries.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { MeetingForm } from './MeetingForm.tsx';
import { useMoves } from './useMoves.tsx';
import './calendar.css';

/** What stands beside the calendar. */
type Side = { kind: 'entry'; key: string } | { kind: 'meeting'; id: string | null; slot: Slot };

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
  const answer = useQuery('calendar.range', range && { ...range, personIds: personId === null ? [] : [personId], unitId }, { keep: true });
  const entries = useMemo(() => answer.data ?? [], [answer.data]);
  const moves = useMoves(entries);
  const { pending } = moves;
  const fromDay = range?.fromDay ?? '';
  const shown = useMemo(() => shownEntries(entries, { hidden, view, fromDay, pending, pick }), [entries, hidden, view, fromDay, pending, pick]);
  const chosen = side?.kind === 'entry' ? shown.find((entry) => entry.key === side.key) : undefined;
  const addMeeting = (slot: Slot) => setSide({ kind: 'meeting', id: null, slot });

  return (
    <div className="screen">
      <ScreenHeader
        title={t('title')} note={day === '' ? undefined : rangeInWords(view, day, language)}
        action={<Button leftSection={<IconPlus size={16} />} onClick={() => addMeeting({ day, ...ordinarySlot })}>{t('newMeeting')}</Button>}
      >
        <SegmentedControl value={view} onChange={(next) => setView(next as CalendarView)} aria-label={t('view')} data={calendarViews.map((value) => ({ value, label: t(`views.${value}`) }))} />
      </ScreenHeader>
      <CalendarToolbar
        onTurn={(by) => setDay(by === 0 ? today : turned(view, day, by))}
        personId={personId} onPerson={setPersonId} hidden={hidden} onHidden={setHidden}
      />
      <LoadingLine shown={answer.loading} />
      {answer.error ? <div style={{ padding: '0 16px' }}><ErrorPanel error={answer.error} onRetry={answer.refresh} /></div> : null}
      <div className="calendar" data-view={view}>
        <div className="calendar-main">
          {moves.answer ? <AnswerBar answer={moves.answer} busy={moves.busy} onAccept={() => void moves.accept()} onLeave={moves.leave} /> : null}
          {day === '' ? null : (
            <CalendarGrid
              view={view} day={day} today={today} shown={shown} {...hoursShown(entries)} chosen={chosen} busy={moves.busy} isAsked={moves.answer?.kind === 'doubtful'}
              onDay={(next, nextView) => { setDay(next); if (nextView) setView(nextView); }}
              onChoose={(key) => setSide({ kind: 'entry', key })} onMove={(move) => void moves.tryMove(move)} onSlot={addMeeting}
            />
          )}
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
