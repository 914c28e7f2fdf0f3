// The leaders who have something in the days shown: one lane each.
import type { CalendarLeader } from '../../../shared/model/calendar.ts';
import type { Language } from '../../../shared/model/common.ts';
import { compareNames } from '../../../shared/text/sorting.ts';
import { joinHeld, titleColumns } from '../../store/heldPost.ts';
import type { ReadDb } from '../../store/sql.ts';
import { busyEntries, meetingEntries, stopEntries } from './entries.ts';
import type { Wanted } from './entries.ts';

/** By name as shown; those asked for by name also without entries. */
export function leadersOf(db: ReadDb, wanted: Wanted, language: Language): CalendarLeader[] {
  const entries = new Map<string, number>((wanted.personIds ?? []).map((id) => [id, 0]));
  for (const { personIds } of [...stopEntries(db, wanted), ...meetingEntries(db, wanted), ...busyEntries(db, wanted)]) {
    for (const id of personIds) if (wanted.personIds === null || wanted.personIds.includes(id)) entries.set(id, (entries.get(id) ?? 0) + 1);
  }
  const rows = db.all<Omit<CalendarLeader, 'entries'>>(
    `SELECT person.id, person.nameEn, person.nameHi, ${titleColumns} FROM person ${joinHeld} WHERE person.id IN (SELECT value FROM json_each(?))`,
    wanted.fromDay, JSON.stringify([...entries.keys()]),
  );
  const byName = compareNames(language);
  const shown = ({ nameEn, nameHi }: { nameEn: string; nameHi: string | null }): string => (language === 'hi' ? nameHi ?? nameEn : nameEn);
  return rows.map((row) => ({ ...row, entries: entries.get(row.id) ?? 0 })).sort((a, b) => byName(shown(a), shown(b)) || (a.id < b.id ? -1 : 1));
}
