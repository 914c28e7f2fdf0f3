// Tries to make do with fewer days, where the days are alike: the last one is closed and its stops must find room elsewhere.
import type { RouteSearch } from './annealRoutes.ts';
import type { Random } from './random.ts';
import type { Timetable } from './timetable.ts';

/** Each attempt has `rounds`; as long as one succeeds, the next follows. */
export function fewerDays(table: Timetable, search: RouteSearch, rounds: number, random: Random, shouldStop?: () => boolean): void {
  if (table.leaderCount > 1 || !areAlike(table)) return;
  const least = daysNeeded(table);
  while (search.score.missing === 0 && search.score.days > least) {
    const wanted = search.score.days - 1;
    search.run(rounds, random, { openDays: wanted, enough: -1, shouldStop: () => search.score.days <= wanted || shouldStop?.() === true });
    if (search.score.days > wanted) return;
  }
}

/** Is every day as good as every other for every stop? */
export function areAlike(table: Timetable): boolean {
  const { dutyFrom, dutyTo, maxDrivingMinutes, reserved, locked, windows, pinDay } = table;
  return windows.every((one) => one === null) && pinDay.every((day) => day < 0) && !locked.includes(true)
    && reserved.every((parts) => parts.length === 0)
    && dutyTo.every((to, day) => to === dutyTo[0] && dutyFrom[day] === dutyFrom[0] && maxDrivingMinutes[day] === maxDrivingMinutes[0]);
}

/** No plan needs less: the meetings and the shortest legs to each must fit, and `enough`, which no travel is below. */
export function daysNeeded(table: Timetable, enough = 0): number {
  const { placeCount, travelMinutes, place } = table;
  let need = 0;
  table.must.forEach((must, stop) => {
    if (!must) return;
    let nearest = table.place.filter((other) => other === place[stop]).length > 1 ? 0 : Infinity;
    for (let from = 0; from < placeCount; from++) {
      if (from !== place[stop]) nearest = Math.min(nearest, travelMinutes[from * placeCount + place[stop]!]!);
    }
    need += table.durationMinutes[stop]! + (nearest < Infinity ? nearest : 0);
  });
  const meetings = table.must.reduce((sum, must, stop) => (must ? sum + table.durationMinutes[stop]! : sum), 0);
  need = Math.max(need, meetings + enough);
  return Math.max(1, Math.ceil(need / (table.dutyTo[0]! - table.dutyFrom[0]!) - 1e-9));
}
