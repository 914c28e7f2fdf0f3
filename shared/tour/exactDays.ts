// Finds for certain the shortest way of one leader through a few dozen stops that keeps the days, or that there is none.
import type { BeginTimes } from './beginTimes.ts';
import { roundedBound } from './bound.ts';
import { dayLine } from './dayLine.ts';
import { joinWays } from './joinWays.ts';
import { pathCosts, forbidden } from './pathCosts.ts';
import { relaxedWays } from './relaxedWays.ts';
import type { RelaxedWays, WayNodes } from './relaxedWays.ts';
import type { Timetable } from './timetable.ts';

/** A set of stops must fit into the bits of one number. */
export const mostStopsOfDays = 31;
const remembered = 5;
const mostRemembered = 11;
const mostRounds = 90;
/** Share of a row's work after which the ways are joined, however far they are from each other. */
const shareForRounds = 0.6;

export interface ExactDays {
  /** The shortest order, where it is shorter than the one known; null: none is. */
  order: number[] | null;
  /** No plan's travel is below; Infinity: there is no plan. */
  lower: number;
  /** Nothing was left open. */
  isProved: boolean;
}

/** Does this describe the problem whole: one leader, nights at the last visit, no wish that counts before travel? */
export function hasExactDays(table: Timetable, stops: readonly number[]): boolean {
  return table.leaderCount === 1 && stops.length <= mostStopsOfDays && stops.length > 1 && !table.freeNights && table.problem.fewestDays !== true
    && stops.every((stop) => table.nightAllowed[table.place[stop]!]!) && table.chosenNight.every((night) => night < 0)
    && table.maxDrivingMinutes.every((most) => most === Infinity) && table.hasDuty.includes(true) && !table.locked.includes(true);
}

/**
 * Ways that may come twice to a stop bound the true ones; prizes for each stop, raised by subgradient where it is missed and lowered
 * where it is met twice, and a longer memory around what is met twice draw the two together (Baldacci, Mingozzi and Roberti 2012;
 * Roberti and Mingozzi 2014). Then the true ways are followed from the start, and those dropped that no relaxed way could end below
 * what is known. `known`: travel of a plan there is, Infinity without one. `work`: steps of all this, about twenty million a second.
 */
export function exactDays(
  table: Timetable, times: BeginTimes, stops: readonly number[], known: number, { work, shouldStop }: { work: number; shouldStop?: () => boolean },
): ExactDays {
  const nodes = wayNodes(table, times, stops);
  const { count } = nodes;
  // No plan drives longer than the days are without the meetings.
  const most = capacity(table) - stops.reduce((sum, stop) => sum + table.durationMinutes[stop]!, 0);
  const step = table.wholeMinutes ? 1 : 1e-6;
  const limit = (known < Infinity ? known - step : most) + step / 2;
  const proved: ExactDays = { order: null, lower: known, isProved: true };
  if (limit <= 0) return proved;
  const prizes = new Float64Array(count);
  const keeps = nearest(nodes);
  let best: { ways: RelaxedWays; prizes: Float64Array } | null = null;
  let [scale, sinceBetter, spent] = [0.5, 0, 0];
  for (let round = 0; round < mostRounds; round++) {
    if (spent > shareForRounds * work || shouldStop?.()) break;
    const ways = relaxedWays(nodes, prizes, keeps, limit);
    spent += ways.work;
    if (ways.value > limit) return proved;
    const isBetter = !best || ways.value > best.ways.value + 1e-9;
    if (isBetter) best = { ways, prizes: prizes.slice() };
    sinceBetter = isBetter ? 0 : sinceBetter + 1;
    if (sinceBetter >= 4) {
      scale /= 2;
      sinceBetter = 0;
    }
    const met = new Int32Array(count);
    for (const node of ways.way) met[node]!++;
    const miss = met.reduce((sum, times) => sum + (times - 1) ** 2, 0);
    if (miss === 0 || scale < 0.05) break;
    if (round >= 8) remember(nodes, ways.way, keeps);
    const change = (scale * Math.max(limit - ways.value, 0.002 * limit)) / miss;
    for (let node = 0; node < count; node++) prizes[node]! += change * (1 - met[node]!);
  }
  if (!best || shouldStop?.()) return { order: null, lower: 0, isProved: false };
  const lower = roundedBound(table, best.ways.value);
  const joined = joinWays(nodes, best.prizes, best.ways, limit, { work: work - spent, shouldStop });
  if (!joined) return { order: null, lower, isProved: false };
  return joined.way ? { order: joined.way.map((node) => stops[node]!), lower: joined.travel, isProved: true } : proved;
}

function wayNodes(table: Timetable, times: BeginTimes, stops: readonly number[]): WayNodes {
  const count = stops.length;
  const { size, begin, end, cost } = pathCosts(table, stops);
  const orNever = (minutes: number): number => (minutes >= forbidden ? Infinity : minutes);
  const nodes: WayNodes = {
    count, stops, line: dayLine(table, times),
    leg: new Float64Array(count * count), enter: new Float64Array(count), exit: new Float64Array(count),
    mayStand: (node, at) => (nodes.enter[node] !== Infinity || at > 0) && (nodes.exit[node] !== Infinity || at < count - 1)
      && (at === 0 || stops[node] !== table.firstStop[0]) && (at === count - 1 || stops[node] !== table.lastStop[0]),
    earliest: new Float64Array(count * count).fill(Infinity),
  };
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) nodes.leg[i * count + j] = cost[i * size + j]!;
    nodes.enter[i] = orNever(cost[begin * size + i]!);
    nodes.exit[i] = orNever(cost[i * size + end]!);
  }
  const { line, leg, enter, earliest } = nodes;
  for (let at = 0; at < count; at++) {
    for (let node = 0; node < count; node++) {
      if (!nodes.mayStand(node, at)) continue;
      const isLast = at === count - 1;
      let first = at === 0 ? line.leave(stops[node]!, line.start, enter[node]!, isLast) : Infinity;
      for (let before = at > 0 ? 0 : count; before < count; before++) {
        const free = earliest[(at - 1) * count + before]!;
        if (before !== node && free < Infinity) first = Math.min(first, line.leave(stops[node]!, free, leg[before * count + node]!, isLast));
      }
      earliest[at * count + node] = first;
    }
  }
  return nodes;
}

function capacity(table: Timetable): number {
  let minutes = 0;
  for (let day = 0; day < table.dayCount; day++) if (table.hasDuty[day]) minutes += table.dutyTo[day]! - table.dutyFrom[day]!;
  return minutes;
}

/** At first each stop keeps its nearest in mind. */
function nearest({ count, leg }: WayNodes): Int32Array {
  return Int32Array.from({ length: count }, (_, node) => {
    const others = Array.from({ length: count }, (__, other) => other).sort((a, b) => leg[node * count + a]! - leg[node * count + b]! || a - b);
    return others.filter((other) => other !== node).slice(0, remembered - 1).reduce((bits, other) => bits | (1 << other), 1 << node);
  });
}

/** What lies between two visits to a stop shall keep it in mind, as far as there is room. */
function remember({ count }: WayNodes, way: readonly number[], keeps: Int32Array): void {
  const seen = new Int32Array(count).fill(-1);
  way.forEach((node, at) => {
    const before = seen[node]!;
    seen[node] = at;
    if (before < 0) return;
    const between = way.slice(before + 1, at);
    if (between.some((other) => bitCount(keeps[other]! | (1 << node)) > mostRemembered)) return;
    for (const other of between) keeps[other]! |= 1 << node;
  });
}

function bitCount(bits: number): number {
  let left = bits;
  let ones = 0;
  for (; left !== 0; left &= left - 1) ones++;
  return ones;
}
