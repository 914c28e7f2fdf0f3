// The page of the calendar that is shown, and those before and after it asked beforehand, so that turning shows them at once.
import { useMemo, useState } from 'react';
import { usePrepared, useQuery } from '../../hooks.ts';
import { useLanguage } from '../../words.ts';
import type { EntryKind, PageEntry } from '../../../shared/model/calendar.ts';
import { daysFrom } from '../../../shared/dates.ts';
import { rangeOf, turned } from './calendarTime.ts';
import type { CalendarView } from './calendarTime.ts';
import { entryKinds, sameAsBefore } from './entries.ts';

interface Choice {
  view: CalendarView;
  /** Empty until it is known. */
  day: string;
  personIds: readonly string[];
  unitId: string | null;
  hidden: readonly string[];
}

/** Height of a month's lines and of all of it, at least, as calendar.css has them; and what stands above. */
const lineHeight = 20;
const leastMonthHeight = 860;
const aboveMonth = 160;

/** One more than a day of the month has lines for. */
function mostOfMonth(fromDay: string, toDay: string): number {
  const weeks = daysFrom(fromDay, toDay).length / 7;
  return Math.ceil(Math.max(leastMonthHeight, window.innerHeight - aboveMonth) / weeks / lineHeight) + 1;
}

const nothing: PageEntry[] = [];

export function usePage({ view, day, personIds, unitId, hidden }: Choice) {
  const language = useLanguage();
  const kinds = entryKinds.filter((kind): kind is EntryKind => !hidden.includes(kind));
  const asked = (on: string) => ({ ...rangeOf(view, on), personIds: [...personIds] });
  const ofPage = (on: string) => {
    const days = asked(on);
    return { ...days, unitId, kinds, mostPerDay: view === 'month' ? mostOfMonth(days.fromDay, days.toDay) : null };
  };
  const isPage = day !== '' && view !== 'tour';
  const ways = view === 'lanes' || ((view === 'week' || view === 'day') && personIds.length === 1);
  const page = useQuery('calendar.page', isPage ? ofPage(day) : null, { keep: true });
  const legs = useQuery('calendar.travel', isPage && ways ? asked(day) : null, { keep: true });
  const leaders = useQuery('calendar.leaders', isPage && view === 'lanes' ? { ...asked(day), unitId, language } : null, { keep: true });
  const near = isPage ? [turned(view, day, 1), turned(view, day, -1)] : [];
  usePrepared('calendar.page', near.map(ofPage), page.data);
  usePrepared('calendar.travel', ways ? near.map(asked) : [], legs.data);
  usePrepared('calendar.leaders', view === 'lanes' ? near.map((on) => ({ ...asked(on), unitId, language })) : [], leaders.data);

  const [known, setKnown] = useState({ given: nothing, entries: nothing });
  const given = page.data?.entries ?? nothing;
  let { entries } = known;
  if (given !== known.given) {
    entries = sameAsBefore(given, known.entries);
    setKnown({ given, entries });
  }
  const more = useMemo(() => new Map((page.data?.more ?? []).map((one) => [one.day, one.count])), [page.data]);
  return { page, entries, more, legs: ways ? legs.data ?? [] : [], leaders: leaders.data };
}
