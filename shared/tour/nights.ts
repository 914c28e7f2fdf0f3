// Finds where the leader sleeps between the days of a schedule, and what all its breaches then weigh.
import { dayClock, eveningWeight, startDay, visit } from './dayClock.ts';
import { nightChoices, nightDetour } from './timetable.ts';
import type { Timetable } from './timetable.ts';

/** What a day of a schedule holds: stops in order, and the begin of each (NaN: as soon as it can). */
export interface DayLine {
  stops: number[];
  begins: number[];
}

export interface Nights {
  /** The place of each day's night; -1 where the day has no visits or nothing follows. */
  places: number[];
  weight: number;
}

interface Way {
  morning: number;
  weight: number;
  extra: number;
  places: number[];
}

/**
 * The nights that break least, then need least travel, then most often are where the last visit was: exact, since each night
 * has at most two places to choose from. `chosen`: nights the user has fixed, by day.
 */
export function chooseNights(
  table: Timetable,
  lines: readonly DayLine[],
  chosen: readonly (number | null | undefined)[] = [],
): Nights {
  const used = lines.flatMap((line, day) => (line.stops.length > 0 ? [day] : []));
  const clock = dayClock();
  let ways: Way[] = [{ morning: table.startPlace, weight: 0, extra: 0, places: lines.map(() => -1) }];
  used.forEach((day, index) => {
    const { stops, begins } = lines[day]!;
    const here = table.place[stops.at(-1)!]!;
    const nextDay = used[index + 1];
    const next = nextDay === undefined ? -1 : table.place[lines[nextDay]!.stops[0]!]!;
    const picked = chosen[day] ?? -1;
    let nights = [-1];
    if (next >= 0) nights = picked >= 0 ? [picked] : nightChoices(table, here, next);
    const best = new Map<number, Way>();
    for (const way of ways) {
      startDay(clock, table, day, way.morning);
      stops.forEach((stop, at) => visit(clock, table, stop, begins[at]!));
      for (const night of nights) {
        const weight = way.weight + clock.weight + eveningWeight(clock, table, next < 0 ? table.returnTo : night);
        const extra = way.extra + (next < 0 ? 0 : nightDetour(table, here, night, next));
        const known = best.get(night);
        if (known && (known.weight < weight || (known.weight === weight && known.extra <= extra))) continue;
        best.set(night, { morning: night, weight, extra, places: way.places.with(day, night) });
      }
    }
    ways = [...best.values()];
  });
  ways.sort((a, b) => a.weight - b.weight || a.extra - b.extra);
  return { places: ways[0]!.places, weight: ways[0]!.weight };
}
