// Entries as the calendar draws them; what has not changed since the last time is the same object and is not drawn again.
import { useState } from 'react';
import { usePick } from '../../words.ts';
import type { PageEntry } from '../../../shared/model/calendar.ts';
import type { CalendarView } from './calendarTime.ts';
import { shownEntries } from './entries.ts';
import type { EntryMove, ShownEntry } from './entries.ts';

interface Drawn {
  entries: readonly PageEntry[];
  view: CalendarView;
  fromDay: string;
  pending: EntryMove | null;
  pick: ReturnType<typeof usePick>;
  shown: ShownEntry[];
}

export function useShown(entries: readonly PageEntry[], view: CalendarView, fromDay: string, pending: EntryMove | null): ShownEntry[] {
  const pick = usePick();
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const sameWay = drawn?.view === view && drawn.fromDay === fromDay && drawn.pick === pick;
  if (drawn && sameWay && drawn.entries === entries && drawn.pending === pending) return drawn.shown;
  const shown = shownEntries(entries, { view, fromDay, pending, pick }, sameWay ? drawn.shown : []);
  setDrawn({ entries, view, fromDay, pending, pick, shown });
  return shown;
}
