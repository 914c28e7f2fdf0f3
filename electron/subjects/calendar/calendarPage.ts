// What one view of the calendar draws: no more of a day than it has room for, and of each entry only how much is wrong with it.
import type { CalendarEntry, CalendarPage, EntryKind } from '../../../shared/model/calendar.ts';
import type { ReadDb } from '../../store/sql.ts';
import { bandsOf, problemsByKey, timedEntries, wantedOf } from './calendarRange.ts';
import type { Asked } from './calendarRange.ts';

type Unjudged = Omit<CalendarEntry, 'problems'>;

interface Page extends Asked {
  kinds: readonly EntryKind[];
  mostPerDay: number | null;
}

/** Throws `units.gone`. */
export function calendarPage(db: ReadDb, { kinds, mostPerDay, ...asked }: Page): CalendarPage {
  const wanted = wantedOf(db, asked);
  const shown = (entry: Pick<CalendarEntry, 'kind'>): boolean => kinds.includes(entry.kind);
  const { few, more } = firstOfDays(timedEntries(db, wanted).filter(shown), mostPerDay ?? Infinity);
  const problems = problemsByKey(db, wanted, few);
  return {
    entries: [
      ...few.map((entry) => ({ ...entry, problemCount: problems.get(`${entry.kind} ${entry.id}`)?.length ?? 0 })),
      ...bandsOf(db, wanted, asked.unitId).filter(shown).map(({ problems: none, ...band }) => ({ ...band, problemCount: none.length })),
    ],
    more,
  };
}

/** The first of each day by their hour. */
function firstOfDays(entries: readonly Unjudged[], most: number): { few: Unjudged[]; more: CalendarPage['more'] } {
  const taken = new Map<string, number>();
  const few = entries.toSorted((a, b) => (a.begin ?? 0) - (b.begin ?? 0)).filter(({ fromDay }) => {
    const count = (taken.get(fromDay) ?? 0) + 1;
    taken.set(fromDay, count);
    return count <= most;
  });
  return { few, more: [...taken].filter(([, count]) => count > most).map(([day, count]) => ({ day, count: count - most })) };
}
