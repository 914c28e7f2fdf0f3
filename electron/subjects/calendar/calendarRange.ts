// Gathers what the calendar shows between two days, every stop and meeting with what is wrong with it.
import type { CalendarEntry } from '../../../shared/model/calendar.ts';
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';
import { engagementsOf } from '../tour/engagements.ts';
import type { Engagement } from '../tour/engagements.ts';
import { unitOf } from '../unitPlace.ts';
import { awayBands, blackoutBands, programmeBands } from './bands.ts';
import { clashProblems } from './clashProblems.ts';
import { busyEntries, meetingEntries, stopEntries } from './entries.ts';
import type { Wanted } from './entries.ts';
import { onItsOwn } from './onItsOwn.ts';
import { stopProblems } from './stopProblems.ts';

interface Asked {
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
  const problems = problemsByKey(db, engagementsOf(db, wanted), wanted);
  const timed = [...stopEntries(db, wanted), ...meetingEntries(db, wanted), ...busyEntries(db, wanted)];
  return [
    ...timed.map((entry) => ({ ...entry, problems: problems.get(`${entry.kind} ${entry.id}`) ?? [] })),
    ...programmeBands(db, wanted),
    ...blackoutBands(db, wanted, asked.unitId),
    ...awayBands(db, wanted),
  ];
}

/** Clashes of each leader, what is wrong with an entry by itself, and what the tours' own check says. */
function problemsByKey(db: ReadDb, engagements: readonly Engagement[], wanted: Wanted): Map<string, ShownProblem[]> {
  const found = onItsOwn(db, engagements, wanted);
  const add = (key: string, problem: ShownProblem): void => {
    const known = found.get(key);
    if (known) known.push(problem);
    else found.set(key, [problem]);
  };
  for (const { keys, problem } of clashProblems(db, engagements)) for (const key of keys) add(key, problem);
  for (const tourId of new Set(engagements.map((one) => one.tourId))) {
    if (tourId === null) continue;
    for (const problem of stopProblems(db, tourId)) add(`stop ${String(problem.detail['stopId'])}`, problem);
  }
  return found;
}
