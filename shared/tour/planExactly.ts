// Plans few stops for certain, and holds what was found against the check before it is called proved.
import type { RouteSearch } from './annealRoutes.ts';
import { checkWith } from './checkTour.ts';
import { dayPrice, exactPlan } from './exactPlan.ts';
import type { TourEntry } from './plan.ts';
import type { Random } from './random.ts';
import type { Timetable } from './timetable.ts';

/** proved: what was offered is the best there is; none: every plan breaks something or leaves out a must. */
export type Exactness = 'proved' | 'none' | 'unknown';

/** What is found is offered as it is, for routes do not know every rule of nights, and is proved where the check says the same of it. */
export function planExactly(
  table: Timetable, search: RouteSearch, active: number[], random: Random, isRoutes: boolean,
  offer: (entries: readonly TourEntry[]) => boolean, shouldStop?: () => boolean,
): Exactness {
  // Routes drive past a night chosen by hand on a day without visits: their travel may be less than there is.
  const isKnown = isRoutes && table.ownNights.every((own) => own === null) && table.chosenNight.every((night) => night < 0);
  // A good plan first: what cannot become shorter need not be followed.
  if (isKnown) search.run(100 * active.length, random, { enough: -1, shouldStop });
  if (shouldStop?.()) return 'unknown';
  const exact = exactPlan(table, active, isKnown && search.score.missing === 0 ? search.score.travel : Infinity);
  if (!exact) return 'unknown';
  if (!exact.slots) return isKnown && search.score.missing === 0 ? 'unknown' : 'none';
  if (isKnown) search.offerSlots(exact.slots);
  const entries = exact.slots.flatMap((stops, slot) => stops.map((stop) => (
    { stopId: table.problem.stops[stop]!.id, day: slot % table.dayCount, leader: Math.floor(slot / table.dayCount) })));
  const { violations, totals } = checkWith(table, entries, { lower: 0 });
  if (violations.length > 0 || totals.travelMinutes + (table.problem.fewestDays ? dayPrice * totals.daysUsed : 0) > exact.cost + 1e-5) return 'unknown';
  offer(entries);
  return 'proved';
}
