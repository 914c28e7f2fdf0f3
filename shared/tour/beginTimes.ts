// Knows, for every stop in every slot, when it may begin, and when a drive may happen: windows, pins, duty and reserved times in one.
import { afterReserved } from './dayClock.ts';
import { fitsSlot, rounding } from './timetable.ts';
import type { Timetable } from './timetable.ts';

/** For stop s in slot d the intervals `from[k]`–`to[k]`, k from `first[s * slotCount + d]` and below the next entry of `first`. */
export interface BeginTimes {
  first: Int32Array;
  from: Float64Array;
  to: Float64Array;
  /** By slot: nothing but the end of duty stands in the way of driving. */
  plainDrive: Uint8Array;
  /** Of each stop, the slots that could hold it. */
  slotsOf: Int32Array[];
}

export function beginTimes(table: Timetable): BeginTimes {
  const { stopCount, slotCount } = table;
  const first = new Int32Array(stopCount * slotCount + 1);
  const spans: [number, number][] = [];
  const slotsOf: Int32Array[] = [];
  for (let stop = 0; stop < stopCount; stop++) {
    const slots: number[] = [];
    for (let slot = 0; slot < slotCount; slot++) {
      const before = spans.length;
      if (fitsSlot(table, stop, slot)) spans.push(...spansOf(table, stop, slot));
      if (spans.length > before) slots.push(slot);
      first[stop * slotCount + slot + 1] = spans.length;
    }
    slotsOf.push(Int32Array.from(slots));
  }
  return {
    first,
    from: Float64Array.from(spans, (span) => span[0]),
    to: Float64Array.from(spans, (span) => span[1]),
    plainDrive: Uint8Array.from(table.reserved, (parts, slot) =>
      Number(parts.length === 0 && table.driveFrom[slot]! <= table.dutyFrom[slot]! && table.driveTo[slot]! >= table.dutyTo[slot]!)),
    slotsOf,
  };
}

function spansOf(table: Timetable, stop: number, slot: number): [number, number][] {
  const duration = table.durationMinutes[stop]!;
  const [open, close] = [table.dutyFrom[slot]!, table.dutyTo[slot]! - duration];
  const pin = table.pinBegin[stop]!;
  let spans: [number, number][] = [[open, close]];
  if (!Number.isNaN(pin)) spans = [[pin, pin]];
  const windows = table.windows[stop]?.get(slot % table.dayCount);
  if (table.windows[stop]) spans = spans.flatMap(([from, to]) => (windows ?? []).map((w): [number, number] => [Math.max(from, w.from), Math.min(to, w.to)]));
  spans = spans.map(([from, to]) => [Math.max(from, open), Math.min(to, close)]);
  for (const part of duration > 0 ? table.reserved[slot]! : []) {
    spans = spans.flatMap(([from, to]): [number, number][] => {
      if (part.to <= from || part.from - duration >= to) return [[from, to]];
      return [[from, Math.min(to, part.from - duration)], [Math.max(from, part.to), to]];
    });
  }
  const sorted = spans.filter(([from, to]) => from <= to + rounding).sort((a, b) => a[0] - b[0]);
  // Spans that overlap, or lie one in the other, are one: the last must be the one that ends last.
  return sorted.reduce<[number, number][]>((joined, [from, to]) => {
    const before = joined.at(-1);
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else joined.push([from, to]);
    return joined;
  }, []);
}

/** When the stop begins if the leader comes at `arrive`; Infinity if it cannot any more. */
export function beginAt(times: BeginTimes, cell: number, arrive: number): number {
  const { first, from, to } = times;
  const end = first[cell + 1]!;
  for (let k = first[cell]!; k < end; k++) {
    if (arrive > to[k]! + rounding) continue;
    return arrive > from[k]! ? arrive : from[k]!;
  }
  return Infinity;
}

/** The latest begin not after `latest`; -Infinity if there is none. */
export function latestBegin(times: BeginTimes, cell: number, latest: number): number {
  const { first, from, to } = times;
  const start = first[cell]!;
  for (let k = first[cell + 1]! - 1; k >= start; k--) {
    if (latest < from[k]! - rounding) continue;
    return latest < to[k]! ? latest : to[k]!;
  }
  return -Infinity;
}

/** When a drive of `leg` minutes is over that may begin at `time`; Infinity where it cannot be that day. */
export function arrival(table: Timetable, slot: number, time: number, leg: number): number {
  if (leg === 0) return time;
  const depart = afterReserved(table, slot, Math.max(time, table.driveFrom[slot]!), leg);
  return depart + leg <= table.driveTo[slot]! + rounding ? depart + leg : Infinity;
}

/** The latest departure for a drive of `leg` minutes to be over by `arrive`; -Infinity where it cannot be. */
export function latestDeparture(table: Timetable, slot: number, arrive: number, leg: number): number {
  if (leg === 0) return arrive;
  let depart = Math.min(arrive, table.driveTo[slot]!) - leg;
  const parts = table.reserved[slot]!;
  for (let k = parts.length - 1; k >= 0; k--) {
    if (depart < parts[k]!.to && depart + leg > parts[k]!.from) depart = parts[k]!.from - leg;
  }
  return depart >= table.driveFrom[slot]! - rounding ? depart : -Infinity;
}
