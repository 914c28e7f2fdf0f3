// Finds where one more stop fits into a day with the least extra driving; everything there keeps its order.
import { timesOf } from './dayLine.ts';
import type { LineDay, LineStop, LineTimes, Travel } from './dayLine.ts';

export interface Insertion {
  /** The stop goes before the one that stands there now. */
  index: number;
  begin: number;
  extraMinutes: number;
  times: LineTimes;
}

/** At one place of the order, or null where something would not hold. */
export function insertAt(day: LineDay, travel: Travel, stops: readonly LineStop[], added: LineStop, index: number): Insertion | null {
  const times = timesOf(day, travel, stops.toSpliced(index, 0, added));
  return times && { index, begin: times.begins[index]!, extraMinutes: extraMinutes(day, travel, stops, added, index), times };
}

/** The best of all places; of two with the same driving the earlier one. `behindLast` false: the day ends where it ends now. */
export function insertBest(day: LineDay, travel: Travel, stops: readonly LineStop[], added: LineStop, behindLast: boolean): Insertion | null {
  let best: Insertion | null = null;
  const places = stops.length + (behindLast || stops.length === 0 ? 1 : 0);
  for (let index = 0; index < places; index++) {
    const found = insertAt(day, travel, stops, added, index);
    if (found && (best === null || found.extraMinutes < best.extraMinutes)) best = found;
  }
  return best;
}

/** from→stop→to minus from→to; at an end of the day only one of the legs is there. */
function extraMinutes({ startPlace }: LineDay, travel: Travel, stops: readonly LineStop[], { place }: LineStop, index: number): number {
  const leg = (from: number | null | undefined, to: number | null | undefined): number =>
    (from == null || to == null ? 0 : travel.minutes[from * travel.placeCount + to]!);
  const from = index === 0 ? startPlace : stops[index - 1]!.place;
  const to = stops[index]?.place;
  return leg(from, place) + leg(place, to) - leg(from, to);
}
