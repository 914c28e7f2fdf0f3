// Searches orders whose days hold: travel and breaches together, where the shortest order alone does not fit into the days.
import { pathTravel } from './pathCosts.ts';
import type { PathCosts } from './pathCosts.ts';
import type { Random } from './random.ts';
import type { DaySplitter } from './splitDays.ts';

/** An order of stops with what its best split into days is worth. */
export interface Candidate {
  order: number[];
  weight: number;
  /** Minutes of travel, with the price of days, a trace for nights elsewhere and one of unevenness. */
  travel: number;
}

export interface AnnealOptions {
  rounds: number;
  /** Positions below this one and from `to` on stay: the fixed first and last. */
  from: number;
  to: number;
  /** Several leaders. */
  several: boolean;
  /** Travel below which nothing better can be: with no breach left, the search ends there. */
  enough: number;
  shouldStop?: () => boolean;
  /** Called with the rounds done, when a better one was found and now and then besides. */
  onRound?: (done: number, best: Candidate) => void;
}

/** What a minute of breach counts against a minute of travel, at first and at last; the best is kept by breaches first. */
const firstBreachPrice = 1;
const lastBreachPrice = 40;
const hottestMinutes = 60;
const coldestMinutes = 0.5;
const roundsBetweenReports = 64;

/** Null when the breaches weigh more than `limit`. */
export function weigh(splitter: DaySplitter, order: number[], limit = Infinity): Candidate | null {
  if (!splitter.split(order, order.length, limit)) return null;
  return { order, weight: splitter.weight, travel: splitter.travel };
}

export function isBetter(a: Candidate, b: Candidate): boolean {
  return a.weight < b.weight || (a.weight === b.weight && a.travel < b.travel - 1e-9);
}

/** Simulated annealing, cooled by rounds, never by the clock: the same random numbers give the same answer anywhere. */
export function annealDays(
  costs: PathCosts,
  splitter: DaySplitter,
  start: Candidate,
  random: Random,
  options: AnnealOptions,
): Candidate {
  const { rounds, from, to, enough, several } = options;
  let best = start;
  if (to - from < 2) return best;
  let current = start;
  const cooling = Math.log(coldestMinutes / hottestMinutes);
  for (let round = 0; round < rounds; round++) {
    // A whole minute less is no longer possible then; below that there is only balance.
    if (best.weight === 0 && best.travel < enough + 1) break;
    if (round % roundsBetweenReports === 0) {
      if (options.shouldStop?.()) break;
      options.onRound?.(round, best);
    }
    const heat = hottestMinutes * Math.exp((cooling * round) / rounds);
    const breachPrice = firstBreachPrice * (lastBreachPrice / firstBreachPrice) ** (round / rounds);
    const allowed = breachPrice * current.weight + current.travel - heat * Math.log(1 - random.next());
    const order = changed(current.order, from, to, random);
    // Several leaders share the order, so its travel says little then.
    const room = several ? allowed : allowed - pathTravel(costs, order);
    if (room < 0) continue;
    const tried = weigh(splitter, order, room / breachPrice);
    if (!tried || breachPrice * tried.weight + tried.travel > allowed) continue;
    current = tried;
    if (!isBetter(current, best)) continue;
    best = current;
    options.onRound?.(round, best);
  }
  return best;
}

/** One of three: a piece of up to three stops elsewhere (either way round), a stretch turned round, two stops exchanged. */
function changed(order: readonly number[], from: number, to: number, random: Random): number[] {
  const next = [...order];
  const kind = random.next();
  const span = to - from;
  if (kind < 0.55) {
    const length = 1 + random.below(Math.min(3, span - 1));
    const piece = next.splice(from + random.below(span - length + 1), length);
    if (random.next() < 0.5) piece.reverse();
    next.splice(from + random.below(span - length + 1), 0, ...piece);
    return next;
  }
  const i = from + random.below(span);
  let j = from + random.below(span - 1);
  if (j >= i) j++;
  if (kind < 0.8) {
    const [low, high] = [Math.min(i, j), Math.max(i, j)];
    next.splice(low, high - low + 1, ...next.slice(low, high + 1).reverse());
  } else [next[i], next[j]] = [next[j]!, next[i]!];
  return next;
}
