// Says why a stop stands in no day of a plan: no day could hold it, no room was left, or it would still fit.
import { chooseNights } from './nights.ts';
import type { DayLine } from './nights.ts';
import type { LeftOutReason } from './plan.ts';
import { fitsDay } from './timetable.ts';
import type { Timetable } from './timetable.ts';

/** Tries every place of every day; "fits" means that nothing is broken which was not broken before. */
export function leftOutReason(
  table: Timetable,
  lines: readonly DayLine[],
  stop: number,
  chosen?: readonly (number | null | undefined)[],
): LeftOutReason {
  const before = chooseNights(table, lines, chosen).weight;
  const order = lines.flatMap((line) => line.stops);
  const lowest = order.length > 0 && order[0] === table.firstStop ? 1 : 0;
  const highest = order.length > 0 && order.at(-1) === table.lastStop ? order.length - 1 : order.length;
  let anyDay = false;
  let behind = 0;
  for (let day = 0; day < table.dayCount; day++) {
    const { stops, begins } = lines[day]!;
    if (fitsDay(table, stop, day)) {
      anyDay = true;
      for (let at = 0; at <= stops.length; at++) {
        // Not before the fixed first, not after the fixed last.
        if (behind + at < lowest || behind + at > highest) continue;
        const line = { stops: stops.toSpliced(at, 0, stop), begins: begins.toSpliced(at, 0, Number.NaN) };
        if (chooseNights(table, lines.with(day, line), chosen).weight <= before) return 'roomLeft';
      }
    }
    behind += stops.length;
  }
  return anyDay ? 'noRoom' : 'noDay';
}
