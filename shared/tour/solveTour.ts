// Plans a tour: which day, which leader and in which order every stop is visited.
import { routeSearch } from './annealRoutes.ts';
import type { RouteSearch } from './annealRoutes.ts';
import { beginTimes } from './beginTimes.ts';
import { travelBound } from './bound.ts';
import { checkWith, gapOver } from './checkTour.ts';
import { exactDays, hasExactDays } from './exactDays.ts';
import { mostExactStops } from './exactPlan.ts';
import { areAlike, fewerDays } from './fewerDays.ts';
import { hasNightChoice, startFromNights } from './nightStarts.ts';
import { orderSearch } from './searchOrders.ts';
import { withLockedTimes } from './lockedTimes.ts';
import { planExactly } from './planExactly.ts';
import type { Exactness } from './planExactly.ts';
import { planOrder } from './planOrder.ts';
import type { TourEntry, TourPlan } from './plan.ts';
import type { TourProblem } from './problem.ts';
import { seededRandom } from './random.ts';
import { comparePlans } from './rankPlan.ts';
import { orderOf } from './routes.ts';
import { entriesFor, softSearch } from './softSearch.ts';
import { daySplitter } from './splitDays.ts';
import { fitsSlot, timetable } from './timetable.ts';
import type { Timetable } from './timetable.ts';
import { inEvening, oneMoreDay } from './oneMoreDay.ts';
import { tripSearch } from './searchTrips.ts';
import { workBudget } from './workBudget.ts';

export interface SolveProgress {
  done: number;
  of: number;
  /** The best so far. */
  plan: TourPlan;
}

export interface SolveOptions {
  /** The same problem, seed and seconds give the same plan on any machine, unless it was stopped. */
  seed: number;
  /** How much to search, as seconds of an ordinary laptop; counted in rounds, never by the clock. More is never worse. */
  seconds?: number;
  /** True: no search for what would help where not everything can be held. */
  noAdvice?: boolean;
  /** Asked often; once true, the best so far is returned. */
  shouldStop?: () => boolean;
  /** Called with the first plan and at most a few dozen times after. */
  onProgress?: (progress: SolveProgress) => void;
}

const usualSeconds = 0.5;
/** Steps of `exactDays`: two seconds of an ordinary laptop at most, mostly far fewer. */
const daysWork = 4e7;
const softRoundsPerStop = 400;
/** Rounds of the bound beside a plan that is only shown on the way. */
const quickRounds = 60;

/**
 * All musts, nothing broken, most worth, fewest days where asked, least travel, even days: as far as was found, in this order.
 * Where everything cannot be held, every must has a day all the same, and what breaks is told, with advice. Never worse than
 * `problem.start`. Throws as `checkProblem` does.
 */
export function solveTour(problem: TourProblem, options: SolveOptions): TourPlan {
  const { seed, shouldStop } = options;
  const table = timetable(withLockedTimes(problem));
  const all = problem.stops.map((_, index) => index);
  const active = all.filter((stop) => table.hasDuty.some((_, slot) => fitsSlot(table, stop, slot)));
  const musts = active.filter((stop) => table.must[stop]);
  const random = seededRandom(seed);
  const budget = workBudget(table, active, options.seconds ?? usualSeconds);
  const search = routeSearch(table, active);

  let best = null as TourPlan | null;
  // Proven for all musts, where nothing else is to be visited.
  let lower: number | null = null;
  const offer = (entries: readonly TourEntry[]): boolean => {
    const plan = checkWith(table, entries, { seed, boundRounds: quickRounds, ...(lower !== null && entries.length === musts.length ? { lower } : {}) });
    // Of equals the later one, whose days are more even.
    if (best && comparePlans(problem, plan, best) > 0) return false;
    best = plan;
    return true;
  };
  const report = (done: number): void => options.onProgress?.({ done, of: budget.rounds, plan: best! });

  if (problem.start) offer(problem.start);
  const isWhole = musts.length === active.length;
  const enough = planOrder(table, search, musts, random, {
    onFirst: (order, quick) => {
      if (isWhole) lower = quick;
      offer(search.offerOrder(order) ? entriesOfRoutes(table, search) : entriesFor(table, daySplitter(table), { order: [...order] }));
      report(0);
    },
    shouldStop,
  });
  if (isWhole) lower = enough;
  const isRoutes = isRepresentable(table);
  const exact = active.length <= mostExactStops ? planExactly(table, search, active, random, isRoutes, offer, shouldStop) : 'unknown';
  const byDays = isRoutes && isWhole && exact === 'unknown' ? planDays(table, search, musts, enough, random, options) : null;
  if (byDays && byDays.lower < Infinity) lower = Math.max(enough, byDays.lower);
  let late = null as number[] | null;
  if (exact === 'proved' || byDays?.is === 'proved') {
    search.balance();
    if (isRoutes) offer(entriesOfRoutes(table, search));
  } else if (isRoutes && exact === 'unknown') late = searchRoutes(table, search, active, lower ?? enough, options, budget, (done) => {
    if (offer(entriesOfRoutes(table, search)) || done === 0) report(done);
  });
  if (!best || best.violations.length > 0) {
    // A must too long for any day, or pinned to a day away, is planned all the same and marked; only without any duty it cannot be.
    const wanted = table.hasDuty.includes(true) ? all.filter((stop) => table.must[stop]) : [];
    offer(softSearch(table, wanted, random, {
      rounds: Math.min(budget.softRounds, softRoundsPerStop * wanted.length), orders: [orderOf(search.best), ...(late ? [late] : [])], shouldStop,
    }));
    report(budget.rounds);
  }
  const isHopeless = all.some((stop) => table.must[stop] && !active.includes(stop));
  const proven = lower ?? travelBound(table, stopsOf(table, best!), best!.totals.travelMinutes);
  return finished(problem, withBound(best!, proven, isWhole), options, isHopeless ? 'none' : byDays && byDays.is !== 'unknown' ? byDays.is : exact, isRoutes ? search.missing() : null);
}

/** Where the days are nearly full, the shortest order does not hold: then the days themselves are gone through. */
function planDays(
  table: Timetable, search: RouteSearch, musts: readonly number[], enough: number, random: ReturnType<typeof seededRandom>, { seconds = usualSeconds, shouldStop }: SolveOptions,
): { is: Exactness; lower: number } | null {
  const isReached = (): boolean => search.score.missing === 0 && search.score.travel <= enough + 1e-6;
  if (isReached() || !hasExactDays(table, musts)) return null;
  search.run(100 * musts.length, random, { enough, shouldStop });
  if (isReached()) return null;
  const known = search.score.missing === 0 ? search.score.travel : Infinity;
  const found = exactDays(table, beginTimes(table), musts, known, { work: daysWork * Math.min(4, seconds / usualSeconds), shouldStop });
  if (found.order) search.offerOrder(found.order);
  if (!found.isProved) return { is: 'unknown', lower: found.lower };
  if (found.lower === Infinity) return { is: 'none', lower: Infinity };
  return { is: search.score.missing === 0 && search.score.travel <= found.lower + 1e-6 ? 'proved' : 'unknown', lower: found.lower };
}

/** Says whether the plan is proved best, and what would help where it breaks something. */
function finished(problem: TourProblem, plan: TourPlan, options: SolveOptions, exact: Exactness, missing: readonly number[] | null): TourPlan {
  const isExact = exact === 'proved';
  const holds = plan.violations.length === 0;
  const { travelMinutes } = plan.totals;
  if (!holds) {
    const drop = missing && missing.length > 0 ? missing.map((stop) => problem.stops[stop]!.id) : null;
    return { ...plan, provedBest: false, ...(options.noAdvice ? {} : { advice: { oneMoreDay: oneMoreDay(problem, options, solveTour), inEvening: inEvening(problem, options, solveTour), drop, provedNone: exact === 'none' } }) };
  }
  // Among all plans of the same stops none is shorter; with few days wanted, or stops left out, that alone is no proof.
  const isShortest = plan.bound.gap === 0 && plan.leftOut.length === 0 && problem.fewestDays !== true;
  const bound = isExact ? { lower: travelMinutes, gap: 0 } : plan.bound;
  return { ...plan, bound, provedBest: isExact || isShortest };
}

function stopsOf(table: Timetable, plan: TourPlan): number[] {
  return plan.days.flatMap((day) => day.visits.map(({ stopId }) => table.stopIndex.get(stopId)!));
}

/** A plan of an earlier hour, with what was proven since, for all stops or for its own. */
function withBound(plan: TourPlan, lower: number, isOfAll: boolean): TourPlan {
  const { bound, totals, leftOut } = plan;
  if ((isOfAll && leftOut.length > 0) || lower <= bound.lower) return plan;
  return { ...plan, bound: { lower, gap: bound.gap === null ? null : gapOver(lower, totals.travelMinutes) } };
}

/** Gives the least late order found, where no plan was found that breaks nothing. */
function searchRoutes(
  table: Timetable, search: RouteSearch, active: number[], enough: number, options: SolveOptions,
  budget: ReturnType<typeof workBudget>, onBetter: (done: number) => void,
): number[] | null {
  const { shouldStop, seed } = options;
  let reported = -1;
  const onRound = (offset: number) => (done: number, isBetter: boolean): void => {
    const step = Math.floor(((offset + done) * 20) / budget.rounds);
    if (!isBetter || step === reported) return;
    reported = step;
    onBetter(offset + done);
  };
  const random = seededRandom(seed + 1);
  const trips = tripSearch(table, search, active, enough);
  const orders = trips ? null : orderSearch(table, search, active, enough);
  // Where worth counts the row itself finds more from the first run on.
  const tripsFrom = hasOptional(table) ? 0 : 1;
  const mayEnd = hasOptional(table) || table.problem.fewestDays === true ? -1 : enough;
  let [done, isStopped] = [0, false];
  if (search.score.missing === 0) onBetter(0);
  for (const [index, { size, cooling }] of budget.runs.entries()) {
    isStopped = shouldStop?.() === true;
    if (isStopped) break;
    // Now and then from nothing: the best so far may be in the wrong valley.
    const isFresh = index % 3 === 2 && !hasNightChoice(table);
    if (index === 2 && hasNightChoice(table)) startFromNights(table, search, seed, shouldStop);
    if (trips && index >= tripsFrom) {
      if (search.score.missing === 0 && search.score.travel < mayEnd + 1e-6) break;
      trips({ index: index - tripsFrom, steps: size * budget.stepsPerRound, cooling: cooling * budget.stepsPerRound, random, shouldStop, onBetter: () => onBetter(done) });
      done += size;
      continue;
    }
    // Now and then a run goes to the routes: each kind of search finds what the other misses.
    if (orders && (index % 2 === 0 || (search.score.missing > 0 && index % 3 === 1 && table.dayCount > 1))) {
      orders.run({ index, seconds: size / budget.perSecond, coolingSeconds: cooling / budget.perSecond, random, shouldStop });
      done += size;
      onBetter(done);
      continue;
    }
    if (index > 0 && table.problem.fewestDays) fewerDays(table, search, size, random, shouldStop);
    search.run(size, random, { cooling, enough: hasOptional(table) ? -1 : enough, heat: index === 0 || isFresh ? 1 : 0.5, fresh: isFresh, openDays: openDaysOf(table, search), shouldStop, onRound: onRound(done) });
    done += size;
    onBetter(done);
  }
  if (search.score.missing > 0 && !isStopped) orders?.rescue(seed, shouldStop);
  search.balance();
  onBetter(done);
  return orders?.leastLate() ?? null;
}

/** Where few days are wanted and all are alike, those behind the ones used are not worth looking at. */
function openDaysOf(table: Timetable, search: RouteSearch): number {
  const isKnown = table.problem.fewestDays === true && search.score.missing === 0 && table.leaderCount === 1 && areAlike(table);
  return isKnown ? Math.min(table.dayCount, search.score.days + 30) : table.dayCount;
}

function hasOptional(table: Timetable): boolean {
  return table.must.includes(false);
}

/** Routes know nights at the last visit or free ones, not a rule in between; nights of one leader's own are seen by the check alone. */
function isRepresentable(table: Timetable): boolean {
  return table.freeNights || [...table.place].every((place) => table.nightAllowed[place]);
}

function entriesOfRoutes(table: Timetable, search: RouteSearch): TourEntry[] {
  const { best } = search;
  return orderOf(best).map((stop) => ({
    stopId: table.problem.stops[stop]!.id,
    day: best.slotOf[stop]! % table.dayCount,
    leader: Math.floor(best.slotOf[stop]! / table.dayCount),
  }));
}
