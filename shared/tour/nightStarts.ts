// Begins the search from many different rows of nights, where they may be anywhere and the rest is choice: each row is a valley of its own.
import type { RouteScore, RouteSearch } from './annealRoutes.ts';
import { isBetterScore } from './annealRoutes.ts';
import { seededRandom } from './random.ts';
import type { Timetable } from './timetable.ts';

/** Rounds for each row of nights, and how many rows go on to the next heat, the best ones. */
const heats = [
  { rounds: 3, rows: 1200 },
  { rounds: 40, rows: 48 },
  { rounds: 250, rows: 12 },
  { rounds: 1200, rows: 4 },
];

/** About what all heats together cost, in rounds. */
export const nightStartRounds = 14_000;

export function hasNightChoice(table: Timetable): boolean {
  return table.freeNights && table.leaderCount === 1 && table.dayCount > 1 && table.nightPlaces.length > 1
    && table.must.filter(Boolean).length * 2 < table.stopCount && !table.problem.fewestDays && table.chosenNight.every((night) => night < 0);
}

/** Heats, as in a race: rows of nights that lead nowhere are given up early. The best is kept by the search itself. */
export function startFromNights(table: Timetable, search: RouteSearch, seed: number, shouldStop?: () => boolean): void {
  let rows = rowsOfNights(table, heats[0]!.rows, seed);
  for (const { rounds, rows: most } of heats) {
    const ranked: { row: number[]; score: RouteScore }[] = [];
    for (const [index, row] of rows.slice(0, most).entries()) {
      if (shouldStop?.()) return;
      const score = search.run(rounds, seededRandom(seed * 7919 + rounds + index), { enough: -1, nights: row, shouldStop });
      ranked.push({ row, score });
    }
    ranked.sort((a, b) => (isBetterScore(a.score, b.score) ? -1 : isBetterScore(b.score, a.score) ? 1 : 0));
    rows = ranked.map(({ row }) => row);
  }
}

/** Rows of nights whose days can be driven at all: every one, or as many as asked for, drawn at random. */
function rowsOfNights(table: Timetable, most: number, seed: number): number[][] {
  const { dayCount, nightPlaces, placeCount, travelMinutes } = table;
  const random = seededRandom(seed);
  const [start, home] = [table.startPlace[0]!, table.returnTo[0]!];
  const canDrive = (day: number, from: number, to: number): boolean =>
    from < 0 || to < 0 || travelMinutes[from * placeCount + to]! <= Math.min(table.dutyTo[day]! - table.dutyFrom[day]!, table.maxDrivingMinutes[day]!);
  const isWhole = nightPlaces.length ** (dayCount - 1) <= most;
  const rows: number[][] = [];
  const grow = (row: number[]): void => {
    const day = row.length;
    const from = day === 0 ? start : row[day - 1]!;
    if (day === dayCount - 1) {
      if (canDrive(day, from, home)) rows.push(row);
      return;
    }
    for (const place of nightPlaces) if (canDrive(day, from, place)) grow([...row, place]);
  };
  if (isWhole) {
    grow([]);
    return rows;
  }
  for (let draw = 0; draw < 20 * most && rows.length < most; draw++) {
    const row = Array.from({ length: dayCount - 1 }, () => nightPlaces[random.below(nightPlaces.length)]!);
    if ([...row, home].every((to, day) => canDrive(day, day === 0 ? start : row[day - 1]!, to))) rows.push(row);
  }
  return rows;
}
