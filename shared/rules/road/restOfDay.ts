// Says what of a day is still held when the leader is late, and what falls out.
import { advance, timesOf } from './dayLine.ts';
import type { LineDay, LineState, LineStop, Travel } from './dayLine.ts';

/** A stop that has not begun, in the order of the day. */
export interface OpenStop extends LineStop {
  must: boolean;
  /** Whole, above 0. */
  worth: number;
  /** A meeting may be cut down to this. */
  shortestMinutes: number;
}

export interface RestOfDay {
  stays: { id: string; begin: number; minutes: number }[];
  fallsOut: string[];
  ends: number | null;
}

/** Up to here every order of the rest is tried; above, the planned order stays and stops only fall out. */
const mostReordered = 7;

interface Found {
  order: OpenStop[];
  /** One figure after the other decides: pins kept, musts kept, worth kept, fewer stops out of their order, less delay. */
  score: number[];
}

const isBetter = (a: number[], b: number[]): boolean => {
  const at = a.findIndex((figure, index) => figure !== b[index]);
  return at >= 0 && a[at]! > b[at]!;
};

/**
 * `state`: where the leader is and when he can leave. No stop begins before the minute people were told, pins begin at theirs.
 * Kept is, in this order: pinned stops, musts, worth; then the planned order, then the least delay. Meetings are cut down, all by
 * the same rule, only where otherwise something falls out, and only as far as that needs (to the full five minutes).
 */
export function restOfDay(day: LineDay, travel: Travel, state: LineState, open: readonly OpenStop[]): RestOfDay {
  const whole = best(day, travel, state, open);
  if (whole.order.length === open.length || open.every((stop) => stop.shortestMinutes >= stop.minutes)) return answer(day, travel, state, whole.order, open);
  // The least cut that keeps as much as the deepest would.
  const cutBy = (minutes: number): OpenStop[] => open.map((stop) => ({ ...stop, minutes: Math.max(Math.min(stop.minutes, stop.shortestMinutes), stop.minutes - minutes) }));
  const deepest = Math.max(...open.map((stop) => stop.minutes - stop.shortestMinutes));
  const keeps = (stops: OpenStop[]): number[] => best(day, travel, state, stops).score.slice(0, 3);
  const goal = keeps(cutBy(deepest));
  let [least, most] = [0, Math.ceil(deepest / 5)];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (isBetter(goal, keeps(cutBy(middle * 5)))) least = middle + 1;
    else most = middle;
  }
  const cut = cutBy(least * 5);
  return answer(day, travel, state, best(day, travel, state, cut).order, cut);
}

function answer(day: LineDay, travel: Travel, state: LineState, order: OpenStop[], open: readonly OpenStop[]): RestOfDay {
  const times = timesFrom(day, travel, state, order);
  const kept = new Set(order.map((stop) => stop.id));
  return {
    stays: order.map(({ id, minutes }, index) => ({ id, begin: times[index]!, minutes })),
    fallsOut: open.filter((stop) => !kept.has(stop.id)).map((stop) => stop.id),
    ends: order.length === 0 ? null : times.at(-1)! + order.at(-1)!.minutes,
  };
}

function timesFrom(day: LineDay, travel: Travel, state: LineState, order: readonly OpenStop[]): number[] {
  return timesOf({ ...day, startPlace: state.place, startAt: state.free }, travel, order)!.begins;
}

/** Depth first over what comes next, giving up where even all that is left could not make it better. */
function best(day: LineDay, travel: Travel, start: LineState, open: readonly OpenStop[]): Found {
  const reorder = open.length <= mostReordered;
  const figures = (stops: readonly OpenStop[]): number[] => [
    stops.filter((stop) => stop.exactly !== null).length, stops.filter((stop) => stop.must).length, stops.reduce((sum, stop) => sum + stop.worth, 0),
  ];
  const swaps = (order: readonly OpenStop[]): number => order.filter((stop, index) => index > 0 && open.indexOf(order[index - 1]!) > open.indexOf(stop)).length;
  let found: Found = { order: [], score: [0, 0, 0, 0, 0] };
  const go = (state: LineState, order: OpenStop[], left: readonly OpenStop[], delay: number): void => {
    const score = [...figures(order), -swaps(order), -delay];
    if (isBetter(score, found.score)) found = { order, score };
    if (!isBetter([...figures([...order, ...left]), -swaps(order), -delay], found.score)) return;
    left.forEach((stop, index) => {
      const next = advance(day, travel, state, stop);
      const rest = reorder ? left.toSpliced(index, 1) : left.slice(index + 1);
      if (next) go(next, [...order, stop], rest, delay + next.begin - stop.notBefore);
    });
  };
  go(start, [], open, 0);
  return found;
}
