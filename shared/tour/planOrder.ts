// Finds the shortest order of the musts, days left aside, and proves how short any can be.
import type { RouteSearch } from './annealRoutes.ts';
import { travelBound } from './bound.ts';
import { branchedBound } from './branchedBound.ts';
import { insertCheapest } from './insertCheapest.ts';
import { pathCosts, pathTravel } from './pathCosts.ts';
import type { Random } from './random.ts';
import { shortestOrder } from './shortestPath.ts';
import type { Timetable } from './timetable.ts';

const firstKicksPerStop = 100;
const moreKicksPerStop = 300;
/** Rounds of the bound beside the very first plan. */
const quickRounds = 60;
const mostTrees = 40_000;
/** Trees times their entries: about a quarter of a second. */
const treeWork = 1.2e8;

export interface PlanOrderOptions {
  /** Called at once with an order to show; `lower` as below, not yet raised far. */
  onFirst: (order: readonly number[], lower: number) => void;
  shouldStop?: () => boolean;
}

/** Offers the best split of the shortest order found; gives the travel that nothing can be below (0: nothing known). */
export function planOrder(table: Timetable, search: RouteSearch, musts: readonly number[], random: Random, { onFirst, shouldStop }: PlanOrderOptions): number {
  if (musts.length === 0) return 0;
  const costs = pathCosts(table, table.problem.stops.map((_, index) => index));
  const first = insertCheapest(costs, musts);
  const known = pathTravel(costs, first);
  onFirst(first, travelBound(table, musts, known, quickRounds));
  const lower = travelBound(table, musts, known);
  if (table.leaderCount > 1 || musts.some((stop) => table.windows[stop] !== null)) return lower;
  const hurried = shortestOrder(costs, first, random, { rounds: firstKicksPerStop * musts.length, enough: lower, shouldStop });
  search.offerOrder(hurried);
  const travel = pathTravel(costs, hurried);
  if (table.must.includes(false) || travel <= lower + 1e-6) return lower;
  const trees = Math.min(mostTrees, Math.ceil(treeWork / costs.size ** 2));
  const raised = Math.max(lower, branchedBound(table, musts, travel, { trees, shouldStop }));
  if (travel <= raised + 1e-6) return raised;
  search.offerOrder(shortestOrder(costs, hurried, random, { rounds: moreKicksPerStop * musts.length, enough: raised, shouldStop }));
  return raised;
}
