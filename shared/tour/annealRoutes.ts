// Searches routes by ruin and recreate with annealing: the way for windows, pins, optional stops, free nights and several leaders.
import { beginTimes } from './beginTimes.ts';
import type { BeginTimes } from './beginTimes.ts';
import { nightSetter } from './freeNights.ts';
import type { Random } from './random.ts';
import { recreator } from './recreate.ts';
import { copyRoutes, daysUsedOf, emptyRoutes, link, orderOf, putIn, refresh, travelOf } from './routes.ts';
import type { Routes } from './routes.ts';
import { moveNight, neighboursOf, ruin } from './ruin.ts';
import { daySplitter } from './splitDays.ts';
import type { Timetable } from './timetable.ts';

/** What a plan without breaches is worth, in the order of what is wanted. */
export interface RouteScore {
  /** Musts that stand nowhere. */
  missing: number;
  worth: number;
  days: number;
  travel: number;
}

export interface RouteSearch {
  best: Routes;
  score: RouteScore;
  /** Takes the best split of an order of stops into days, if it breaks nothing and is better. */
  offerOrder(order: readonly number[]): boolean;
  /** Takes a schedule, slot by slot, if it holds and is better. */
  offerDays(slots: readonly (readonly number[])[]): boolean;
  /** Takes a schedule, slot by slot; what does not hold is left out. */
  offerSlots(slots: readonly (readonly number[])[]): void;
  /** So many rounds of annealing from the best; gives the best of this run, which may be less than the best of all. */
  run(rounds: number, random: Random, options: RunOptions): RouteScore;
  /** Evens out the days of the best, where that costs nothing. */
  balance(): void;
  /** The musts that stand nowhere in the best. */
  missing(): number[];
}

export interface RunOptions {
  /** Days of each leader that may be used. */
  openDays?: number;
  /** Travel that nothing can be below: the search ends there, when nothing is missing and nothing optional is left. */
  enough: number;
  /** The rounds it would take to cool down; `rounds` where not said. */
  cooling?: number;
  /** From nothing, instead of from the best. */
  fresh?: boolean;
  /** From nothing, with the nights of all days but the last at these places, which do not change. */
  nights?: readonly number[];
  /** Of the hottest temperature: less when a good plan is only to be bettered. */
  heat?: number;
  shouldStop?: () => boolean;
  onRound?: (done: number, isBetter: boolean) => void;
}

const hottestLegs = 3;
const coldestLegs = 0.01;
const mustPrice = 1e7;
const roundsBetweenSplits = 400;
const roundsBetweenReports = 64;
const moveNightShare = 0.15;

export function isBetterScore(a: RouteScore, b: RouteScore): boolean {
  if (a.missing !== b.missing) return a.missing < b.missing;
  if (Math.abs(a.worth - b.worth) > 1e-9) return a.worth > b.worth;
  return a.days !== b.days ? a.days < b.days : a.travel < b.travel - 1e-9;
}

export function routeSearch(table: Timetable, active: number[]): RouteSearch {
  const times: BeginTimes = beginTimes(table);
  const { freeNights, must, worth, slotCount } = table;
  const fewest = table.problem.fewestDays === true;
  const unit = meanNearLeg(table, active);
  // A day saved is worth a long way, yet not so much that no round ever uses one more.
  const dayPrice = fewest ? 15 * unit : 0;
  const neighbours = neighboursOf(table);
  const puts = recreator(table, active, dayPrice);
  const splitter = daySplitter(table);
  const optional = active.filter((stop) => !must[stop]);
  const meanWorth = optional.reduce((sum, stop) => sum + worth[stop]!, 0) / Math.max(1, optional.length);
  const worthPrice = meanWorth > 0 ? (20 * unit) / meanWorth : 0;
  const [current, tried, best] = [emptyRoutes(table, times), emptyRoutes(table, times), emptyRoutes(table, times)];
  const setNights = nightSetter(best, dayPrice);
  if (freeNights) for (const routes of [current, tried, best]) setNights(routes, false);

  function scoreOf(routes: Routes): RouteScore {
    let [missing, total] = [0, 0];
    for (const stop of active) {
      if (routes.slotOf[stop]! >= 0) total += must[stop] ? 0 : worth[stop]!;
      else if (must[stop]) missing++;
    }
    return { missing, worth: total, days: fewest ? daysUsedOf(routes) : 0, travel: travelOf(routes) };
  }

  const search: RouteSearch = {
    best,
    score: scoreOf(best),
    offerOrder(order) {
      return split(order) && keep(tried);
    },
    offerDays: (lists) => fill(tried, lists) && keep(tried),
    offerSlots(lists) {
      if (fill(tried, lists)) keep(tried);
      else {
        // Stop by stop, as far as it holds.
        fill(tried, []);
        lists.forEach((list, slot) => list.forEach((stop) => {
          copyRoutes(tried, current);
          putIn(current, stop, slot, current.length[slot]!);
          if (holds(current)) copyRoutes(current, tried);
        }));
        keep(tried);
      }
    },
    run(rounds, random, { openDays = table.dayCount, enough, cooling = rounds, heat = 1, shouldStop, onRound, fresh, nights }) {
      if (fresh || nights) fill(current, []);
      else copyRoutes(best, current);
      current.openDays = openDays;
      if (nights) setRow(current, nights);
      if (openDays < table.dayCount) closeDays(current, openDays);
      const setsNights = freeNights && !nights;
      let score = scoreOf(current);
      let bestOfRun = score;
      const hot = hottestLegs * unit * heat * (optional.length > 0 && meanWorth > 0 ? 3 : 1);
      const cold = coldestLegs * unit * (optional.length > 0 && meanWorth > 0 ? 8 : 1);
      const ratio = Math.log(cold / hot);
      for (let round = 0; round < rounds; round++) {
        if (round % roundsBetweenReports === 0) {
          if (shouldStop?.()) break;
          onRound?.(round, false);
        }
        if (search.score.missing === 0 && search.score.travel < enough + 1e-6) break;
        const temperature = hot * Math.exp((ratio * round) / cooling);
        copyRoutes(current, tried);
        if (setsNights && random.next() < moveNightShare && !moveNight(tried, random)) continue;
        if (!ruin(tried, neighbours, random)) continue;
        puts.recreate(tried, random);
        if (setsNights && !setNights(tried, score.missing === 0 && optional.length === 0)) continue;
        const next = scoreOf(tried);
        const isPlaced = score.missing > 0 && next.missing <= score.missing && leftOverSum(tried) < leftOverSum(current);
        if (!isPlaced && priceOf(next) > priceOf(score) - temperature * Math.log(1 - random.next())) continue;
        copyRoutes(tried, current);
        score = next;
        if (isBetterScore(score, bestOfRun)) bestOfRun = score;
        if (keep(tried)) onRound?.(round, true);
        if (nights || round % roundsBetweenSplits !== 0 || !split(orderOf(current))) continue;
        const again = scoreOf(tried);
        if (priceOf(again) > priceOf(score) - 1e-9) continue;
        copyRoutes(tried, current);
        score = again;
        keep(tried);
      }
      return bestOfRun;
    },
    balance() {
      if (search.score.missing > 0 || !split(orderOf(best))) return;
      const even = scoreOf(tried);
      if (isBetterScore(search.score, even)) return;
      copyRoutes(tried, best);
      search.score = even;
    },
    missing: () => active.filter((stop) => must[stop] && best.slotOf[stop]! < 0),
  };

  function setRow(routes: Routes, nights: readonly number[]): void {
    for (let slot = 0; slot < slotCount; slot++) {
      routes.morning[slot] = slot === 0 ? table.startPlace[0]! : nights[slot - 1]!;
      routes.evening[slot] = nights[slot] ?? table.returnTo[0]!;
      refresh(routes, slot);
    }
  }

  /** Lays the best split of an order into `tried`; false where every split breaks something. */
  function split(order: readonly number[]): boolean {
    if (!splitter.split(order, order.length, 0)) return false;
    const lists = Array.from({ length: slotCount }, (): number[] => []);
    splitter.slots().forEach((slot, index) => lists[slot]!.push(order[index]!));
    return fill(tried, lists);
  }

  function priceOf(score: RouteScore): number {
    return score.missing * mustPrice + score.days * dayPrice - score.worth * worthPrice + score.travel;
  }

  /** Stops that were often left over are worth placing even at the price of others (Christiaens and Vanden Berghe 2020). */
  function leftOverSum(routes: Routes): number {
    let sum = 0;
    for (const stop of active) if (must[stop] && routes.slotOf[stop]! < 0) sum += puts.leftOver[stop]!;
    return sum;
  }

  function fill(routes: Routes, lists: readonly (readonly number[])[]): boolean {
    routes.length.fill(0);
    routes.slotOf.fill(-1);
    lists.forEach((list, slot) => {
      routes.stops.set(list, slot * routes.stride);
      routes.length[slot] = list.length;
      for (const stop of list) routes.slotOf[stop] = slot;
    });
    return holds(routes);
  }

  function holds(routes: Routes): boolean {
    if (freeNights) {
      if (!setNights(routes, true)) return false;
    } else link(routes, true);
    for (let slot = 0; slot < slotCount; slot++) {
      if ((freeNights || routes.length[slot]! > 0) && !refresh(routes, slot)) return false;
    }
    for (const stop of active) {
      if (routes.slotOf[stop]! >= 0 && !times.slotsOf[stop]!.includes(routes.slotOf[stop]!)) return false;
    }
    return true;
  }

  /** Empties the days from `openDays` on: their stops must find room elsewhere. */
  function closeDays(routes: Routes, openDays: number): void {
    const lists = Array.from({ length: slotCount }, (_, slot) => (
      slot % table.dayCount < openDays ? [...routes.stops.subarray(slot * routes.stride, slot * routes.stride + routes.length[slot]!)] : []
    ));
    if (!fill(routes, lists)) fill(routes, []);
  }

  function keep(routes: Routes): boolean {
    const score = scoreOf(routes);
    if (!isBetterScore(score, search.score)) return false;
    // Taking out a day's last stop may make the next morning's drive longer than that day can bear.
    if (!freeNights && !holds(routes)) return false;
    copyRoutes(routes, best);
    best.openDays = table.dayCount;
    search.score = score;
    return true;
  }

  return search;
}

/** Mean of each stop's three shortest legs: the scale of a step in this tour. */
export function meanNearLeg(table: Timetable, active: readonly number[]): number {
  const { placeCount, travelMinutes, place } = table;
  let [total, count] = [0, 0];
  for (const stop of active) {
    const legs = active.flatMap((other) => (other === stop ? [] : [travelMinutes[place[stop]! * placeCount + place[other]!]!]));
    for (const leg of legs.sort((a, b) => a - b).slice(0, 3)) {
      total += leg;
      count++;
    }
  }
  return Math.max(total / Math.max(1, count), 1e-3);
}
