// Gathers what the calendar shows between two days, every stop and meeting with what is wrong with it.
import type { CalendarEntry } from '../../../shared/model/calendar.ts';
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';
import { engagementsOf } from '../tour/engagements.ts';
import { unitOf } from '../unitPlace.ts';
import { awayBands, blackoutBands, programmeBands } from './bands.ts';
import { clashProblems } from './clashProblems.ts';
import { busyEntries, meetingEntries, stopEntries } from './entries.ts';
import type { Wanted } from './entries.ts';
import { onItsOwn } from './onItsOwn.ts';
import { stopProblems } from './stopProblems.ts';

export interface Asked {
  fromDay: string;
  toDay: string;
  /** Empty: everybody. */
  personIds: readonly string[];
  unitId: string | null;
}

/** Throws `units.gone`. */
export function wantedOf(db: ReadDb, { fromDay, toDay, personIds, unitId }: Asked): Wanted {
  const [pathFrom, pathTo] = unitId === null ? [null, null] : subtreeRange(unitOf(db, unitId).path);
  return { fromDay, toDay, personIds: personIds.length === 0 ? null : personIds, pathFrom, pathTo };
}

/** Timed entries first, in their order; then bands. Throws `units.gone`. */
export function calendarRange(db: ReadDb, asked: Asked): CalendarEntry[] {
  const wanted = wantedOf(db, asked);
  const timed = timedEntries(db, wanted);
  const problems = problemsByKey(db, wanted, timed);
  return [...timed.map((entry) => ({ ...entry, problems: problems.get(`${entry.kind} ${entry.id}`) ?? [] })), ...bandsOf(db, wanted, asked.unitId)];
}

export const timedEntries = (db: ReadDb, wanted: Wanted): Omit<CalendarEntry, 'problems'>[] => [...stopEntries(db, wanted), ...meetingEntries(db, wanted), ...busyEntries(db, wanted)];

export const bandsOf = (db: ReadDb, wanted: Wanted, unitId: string | null): CalendarEntry[] => [...programmeBands(db, wanted), ...blackoutBands(db, wanted, unitId), ...awayBands(db, wanted)];

/** What is wrong with these entries, as with any other of their days: clashes of each leader, each by itself, and what the tours' own check says. */
export function problemsByKey(db: ReadDb, wanted: Wanted, entries: readonly Pick<CalendarEntry, 'tourId'>[]): Map<string, ShownProblem[]> {
  const engagements = engagementsOf(db, wanted);
  const found = onItsOwn(db, engagements, wanted);
  const add = (key: string, problem: ShownProblem): void => {
    const known = found.get(key);
    if (known) known.push(problem);
    else found.set(key, [problem]);
  };
  for (const { keys, problem } of clashProblems(db, engagements)) for (const key of keys) add(key, problem);
  for (const tourId of new Set(entries.map((one) => one.tourId))) {
    if (tourId === null) continue;
    for (const problem of stopProblems(db, tourId)) add(`stop ${String(problem.detail['stopId'])}`, problem);
  }
  return found;
}
