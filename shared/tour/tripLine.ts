// Holds a row of visits and nights while it is searched, so that a change is weighed by what it touches alone.
import type { TripNodes } from './tripNodes.ts';

/** The first `count` of `next` in place of positions `from` to `to` (below `from`: nothing goes); nights must be as many as before. */
export interface TripChange {
  from: number;
  to: number;
  count: number;
  next: Int32Array;
  /** Of the last one weighed: travel, minutes beyond the ends of days, and worth, that it adds. */
  travel: number;
  over: number;
  points: number;
}

export interface TripLine {
  row: Int32Array;
  length: number;
  /** Of each stop; -1: not in the row. */
  position: Int32Array;
  travel: number;
  over: number;
  points: number;
  change: TripChange;
  /** Adds everything up anew. */
  measure(): void;
  weigh(): void;
  /** Makes the change that was weighed last. */
  replace(): void;
}

/** Minutes beyond a day's end that are rounding. */
export const overTolerance = 1e-7;

export function tripLine(nodes: TripNodes, start: readonly number[]): TripLine {
  const { size, stopCount, leg, service, worth, limit } = nodes;
  const row = new Int32Array(stopCount + limit.length + 2);
  row.set(start);
  const position = new Int32Array(size).fill(-1);
  // Minutes of the day gone when a position is left; minutes from there to the day's end; the day it is on.
  const gone = new Float64Array(row.length);
  const rest = new Float64Array(row.length);
  const day = new Int32Array(row.length);
  const next = new Int32Array(row.length + 8);
  const change: TripChange = { from: 0, to: 0, count: 0, next, travel: 0, over: 0, points: 0 };
  const line: TripLine = { row, length: start.length, position, travel: 0, over: 0, points: 0, change, measure, weigh, replace };

  function measure(): void {
    line.travel = line.over = line.points = 0;
    let [on, time] = [0, 0];
    gone[0] = 0;
    day[0] = 0;
    for (let k = 1; k < line.length; k++) {
      const node = row[k]!;
      const drive = leg[row[k - 1]! * size + node]!;
      line.travel += drive;
      time += drive;
      if (node < stopCount) {
        position[node] = k;
        time += service[node]!;
        line.points += worth[node]!;
        gone[k] = time;
      } else {
        if (time > limit[on]! + overTolerance) line.over += time - limit[on]!;
        time = 0;
        on++;
        gone[k] = 0;
      }
      day[k] = on;
    }
    rest[line.length - 1] = 0;
    for (let k = line.length - 2; k >= 0; k--) {
      const node = row[k + 1]!;
      rest[k] = leg[row[k]! * size + node]! + (node < stopCount ? service[node]! + rest[k + 1]! : 0);
    }
  }

  function weigh(): void {
    const { from, to, count } = change;
    let before = row[from - 1]!;
    let time = gone[from - 1]!;
    let on = day[from - 1]!;
    let [driven, late, gain] = [0, 0, 0];
    for (let k = 0; k < count; k++) {
      const node = next[k]!;
      const drive = leg[before * size + node]!;
      driven += drive;
      time += drive;
      if (node < stopCount) {
        time += service[node]!;
        gain += worth[node]!;
      } else {
        if (time > limit[on]! + overTolerance) late += time - limit[on]!;
        time = 0;
        on++;
      }
      before = node;
    }
    const after = row[to + 1]!;
    const drive = leg[before * size + after]!;
    driven += drive;
    time += drive + (after < stopCount ? service[after]! + rest[to + 1]! : 0);
    if (time > limit[on]! + overTolerance) late += time - limit[on]!;
    // As it was.
    before = row[from - 1]!;
    on = day[from - 1]!;
    for (let k = from; k <= to; k++) {
      const node = row[k]!;
      driven -= leg[before * size + node]!;
      if (node < stopCount) gain -= worth[node]!;
      else {
        const used = gone[k - 1]! + leg[before * size + node]!;
        if (used > limit[on]! + overTolerance) late -= used - limit[on]!;
        on++;
      }
      before = node;
    }
    driven -= leg[before * size + after]!;
    const used = gone[to < from ? from - 1 : to]! + rest[to < from ? from - 1 : to]!;
    if (used > limit[on]! + overTolerance) late -= used - limit[on]!;
    change.travel = driven;
    change.over = late;
    change.points = gain;
  }

  function replace(): void {
    const { from, to, count } = change;
    for (let k = from; k <= to; k++) if (row[k]! < stopCount) position[row[k]!] = -1;
    const shift = count - (to - from + 1);
    let tail = from + count;
    if (shift !== 0) {
      row.copyWithin(to + 1 + shift, to + 1, line.length);
      rest.copyWithin(to + 1 + shift, to + 1, line.length);
      line.length += shift;
      tail = line.length;
    }
    for (let k = 0; k < count; k++) row[from + k] = next[k]!;
    line.travel += change.travel;
    line.over += change.over;
    line.points += change.points;
    // Forward to the end of the day behind the change, or of the row where positions have shifted.
    let time = gone[from - 1]!;
    let on = day[from - 1]!;
    for (let k = from; k < line.length; k++) {
      const node = row[k]!;
      if (node < stopCount) {
        time += leg[row[k - 1]! * size + node]! + service[node]!;
        position[node] = k;
      } else {
        time = 0;
        on++;
      }
      gone[k] = time;
      day[k] = on;
      if (node >= stopCount && k >= tail) break;
    }
    // Backward to the begin of the day before it.
    for (let k = from + count - 1; k >= 0; k--) {
      const node = row[k + 1]!;
      rest[k] = leg[row[k]! * size + node]! + (node < stopCount ? service[node]! + rest[k + 1]! : 0);
      if (k < from && row[k]! >= stopCount) break;
    }
  }

  measure();
  return line;
}
