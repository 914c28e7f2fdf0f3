// Puts stops that stand nowhere back into the routes, one after the other, each where it adds least travel.
import { cheapestInsertion } from './insertion.ts';
import type { Insertion } from './insertion.ts';
import type { Random } from './random.ts';
import { putIn } from './routes.ts';
import type { Routes } from './routes.ts';
import type { Timetable } from './timetable.ts';

/** Optional stops tried in one round, so that a round of a tour with hundreds of them stays short. */
const mostOptional = 70;

export interface Recreator {
  /** Puts in what finds room. `random` null: in the given order, every place looked at. */
  recreate(routes: Routes, random: Random): void;
  /** The stops that may stand in a slot at all. */
  active: number[];
  /** How often each stop was left over: what is hard to place goes first. */
  leftOver: Float64Array;
}

export function recreator(table: Timetable, active: number[], dayPrice: number): Recreator {
  const { stopCount, placeCount, travelMinutes, place, worth, must, durationMinutes } = table;
  const keys = new Float64Array(stopCount);
  const leftOver = new Float64Array(stopCount);
  const best: Insertion = { slot: -1, at: 0, added: 0 };
  const far = new Float64Array(stopCount);
  const width = new Float64Array(stopCount);
  const centre = table.startPlace[0]! >= 0 ? table.startPlace[0]! : place[Math.max(0, table.firstStop[0]!)] ?? 0;
  for (const stop of active) {
    far[stop] = travelMinutes[centre * placeCount + place[stop]!]!;
    width[stop] = windowWidth(table, stop);
  }
  const hasOptional = active.some((stop) => !must[stop]);
  const hasWindows = active.some((stop) => width[stop]! < 1e9);
  const list: number[] = [];

  function recreate(routes: Routes, random: Random): void {
    list.length = 0;
    let optional = 0;
    for (const stop of active) {
      if (routes.slotOf[stop]! >= 0) continue;
      list.push(stop);
      if (!must[stop]) optional++;
    }
    const pass = optional > mostOptional ? mostOptional / optional : 1;
    const way = random.next() * (hasOptional ? 16 : hasWindows ? 10 : 8);
    for (const stop of list) {
      if (way >= 10) {
        if (!must[stop] && pass < 1 && random.next() > pass) {
          keys[stop] = Infinity;
          continue;
        }
        cheapestInsertion(routes, stop, dayPrice, null, best);
        const cost = best.added + 0.02 * durationMinutes[stop]! + 1e-3;
        keys[stop] = best.slot < 0 ? Infinity : -(worth[stop]! / Math.max(1e-3, cost)) * (0.7 + 0.6 * random.next());
        if (best.slot < 0 && !must[stop]) continue;
      } else if (way < 4) keys[stop] = random.next();
      else if (way < 6) keys[stop] = -far[stop]!;
      else if (way < 7) keys[stop] = far[stop]!;
      else if (way < 8) keys[stop] = hasOptional ? -worth[stop]! : -durationMinutes[stop]! * (0.8 + 0.4 * random.next());
      else keys[stop] = width[stop]! * (0.8 + 0.4 * random.next());
      if (!must[stop] && pass < 1 && random.next() > pass) keys[stop] = Infinity;
      // Ends first, then musts, those first that were often left over.
      if (must[stop]) keys[stop]! -= isEnd(table, stop) ? 1e15 : 1e13;
    }
    list.sort((a, b) => keys[a]! - keys[b]!);
    for (const stop of list) {
      if (keys[stop] === Infinity) {
        if (!must[stop]) break;
      }
      cheapestInsertion(routes, stop, dayPrice, random, best);
      if (best.slot >= 0) putIn(routes, stop, best.slot, best.at);
      else leftOver[stop]!++;
    }
  }

  return { recreate, active, leftOver };
}

function isEnd(table: Timetable, stop: number): boolean {
  return table.firstStop.includes(stop) || table.lastStop.includes(stop);
}

function windowWidth(table: Timetable, stop: number): number {
  if (table.pinDay[stop]! >= 0) return 0;
  const windows = table.problem.stops[stop]!.windows;
  return windows ? windows.reduce((sum, { from, to }) => sum + to - from, 0) : 1e9;
}
