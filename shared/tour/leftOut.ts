// Says why a stop stands in no day of a plan: no day could hold it, no room was left, or it would still fit.
import { dayClock, eveningWeight, startDay, visit } from './dayClock.ts';
import type { DayLine } from './nights.ts';
import type { LeftOutReason } from './plan.ts';
import { fitsSlot, nightBetween, rounding } from './timetable.ts';
import type { Timetable } from './timetable.ts';

/** Tries every place of every day, nights as they are; "fits" means that nothing is broken which was not broken before. */
export function leftOutReason(table: Timetable, lines: readonly DayLine[], nights: readonly number[], stop: number): LeftOutReason {
  let anyDay = false;
  for (let slot = 0; slot < table.slotCount; slot++) {
    if (!fitsSlot(table, stop, slot)) continue;
    anyDay = true;
    const { stops } = lines[slot]!;
    const leader = Math.floor(slot / table.dayCount);
    // Not before the fixed first, not after the fixed last.
    const [first, last] = [table.firstStop[leader]!, table.lastStop[leader]!];
    if (lines.slice(slot + 1, (leader + 1) * table.dayCount).some((line) => first >= 0 && line.stops.includes(first))) continue;
    if (lines.slice(leader * table.dayCount, slot).some((line) => last >= 0 && line.stops.includes(last))) continue;
    const from = first >= 0 && stops[0] === first ? 1 : 0;
    const to = last >= 0 && stops.at(-1) === last ? stops.length - 1 : stops.length;
    for (let at = from; at <= to; at++) if (fits(table, lines, nights, slot, stop, at)) return 'roomLeft';
  }
  return anyDay ? 'noRoom' : 'noDay';
}

/** With nights where the last visit is, a stop at a day's end also changes where the next day begins. */
function fits(table: Timetable, lines: readonly DayLine[], nights: readonly number[], slot: number, stop: number, at: number): boolean {
  const line = lines[slot]!;
  const longer = { stops: line.stops.toSpliced(at, 0, stop), begins: line.begins.toSpliced(at, 0, Number.NaN) };
  const night = nights[slot]!;
  const end = (Math.floor(slot / table.dayCount) + 1) * table.dayCount;
  let next = slot + 1;
  while (next < end && lines[next]!.stops.length === 0) next++;
  const before = place(table, lines, nights, slot);
  const isEnd = at === line.stops.length;
  const moves = isEnd && !table.freeNights && table.chosenNight[slot]! < 0 && next < end;
  if (!moves) return weight(table, slot, before, longer, night) <= weight(table, slot, before, line, night) + rounding;
  const after = lines[next]!;
  const moved = nightBetween(table, Math.floor(slot / table.dayCount), table.place[stop]!, table.place[after.stops[0]!]!);
  const now = weight(table, slot, before, line, night) + weight(table, next, place(table, lines, nights, next), after, nights[next]!);
  return weight(table, slot, before, longer, moved) + weight(table, next, moved, after, nights[next]!) <= now + rounding;
}

/** Where the leader wakes on the morning of a slot. */
function place(table: Timetable, lines: readonly DayLine[], nights: readonly number[], slot: number): number {
  const leader = Math.floor(slot / table.dayCount);
  for (let day = slot - 1; day >= leader * table.dayCount; day--) {
    if (nights[day]! >= 0) return nights[day]!;
    if (lines[day]!.stops.length > 0) return table.place[lines[day]!.stops.at(-1)!]!;
  }
  return table.startPlace[leader]!;
}

function weight(table: Timetable, slot: number, morning: number, line: DayLine, night: number): number {
  const clock = dayClock();
  startDay(clock, table, slot, morning);
  line.stops.forEach((stop, at) => visit(clock, table, stop, line.begins[at]!));
  return clock.weight + eveningWeight(clock, table, night);
}
