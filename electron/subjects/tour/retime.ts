// After a road has become longer or shorter: the hours of the visits it leads to, and of all that follow on the day.
import { checkTour } from '../../../shared/tour/checkTour.ts';
import { entriesOf } from '../../../shared/tour/plan.ts';
import type { TourDayPlan, TourEntry, TourPlan } from '../../../shared/tour/plan.ts';
import type { WriteDb } from '../../store/sql.ts';
import { roundedEntries } from './roundBegins.ts';
import { tourCase } from './tourCase.ts';
import type { TourCase } from './tourCase.ts';
import { writeEntries } from './tourWrite.ts';

const keyOf = ({ day, leader = 0 }: TourDayPlan): string => `${day} ${leader}`;
const waysOf = ({ visits, eveningLeg }: TourDayPlan): string => JSON.stringify([...visits.map(({ legMinutes }) => legMinutes), eveningLeg?.legMinutes ?? 0]);

/**
 * Visits of the days whose ways differ between `before` and now begin as soon as they can, in their order; what is fixed to its
 * hour stays, and so does a locked day and what is over. Gives how many begin at another hour than before.
 */
export function retimeTour(db: WriteDb, tourId: string, before: TourPlan, today: string): number {
  const one = tourCase(db, tourId);
  const now = checkTour(one.problem, one.entries);
  const old = new Map(before.days.map((line) => [keyOf(line), waysOf(line)]));
  const changed = now.days.filter((line) => line.visits.length > 0 && old.get(keyOf(line)) !== waysOf(line) && isOpen(one, line, today));
  if (changed.length === 0) return 0;
  const lines = new Set(changed.map(keyOf));
  const fixed = new Set(one.problem.stops.filter((stop) => stop.pinned?.begin !== undefined).map((stop) => stop.id));
  const free = now.days.flatMap((line) => entriesOf({ ...now, days: [line] }).map((entry): TourEntry => {
    if (!lines.has(keyOf(line)) || fixed.has(entry.stopId)) return entry;
    const { begin: _begin, ...rest } = entry;
    return rest;
  }));
  const exact = checkTour(one.problem, free);
  const entries = roundedEntries(one.problem, exact, new Set(changed.map(({ day }) => day)));
  const begins = new Map(entries.map(({ stopId, begin }) => [stopId, Math.round(begin!)]));
  const moved = one.stops.filter((stop) => begins.has(stop.id) && begins.get(stop.id) !== stop.beginMinute).length;
  if (moved > 0) writeEntries(db, one, entries);
  return moved;
}

function isOpen({ days, dayRules }: TourCase, { day }: TourDayPlan, today: string): boolean {
  return days[day]! >= today && !dayRules.get(days[day]!)?.locked;
}
