// Searches orders of stops for tours with windows, pins or days nearly full, run by run: each from the best so far or anew.
import { orderAnnealer } from './annealOrder.ts';
import { meanNearLeg } from './annealRoutes.ts';
import type { RouteSearch } from './annealRoutes.ts';
import { beginTimes } from './beginTimes.ts';
import { insertTimed } from './insertTimed.ts';
import { mendOrder } from './mendOrder.ts';
import { hasOrderClock, orderClock } from './orderClock.ts';
import { pathCosts } from './pathCosts.ts';
import { seededRandom } from './random.ts';
import type { Random } from './random.ts';
import { orderOf } from './routes.ts';
import type { Timetable } from './timetable.ts';

export interface OrderSearch {
  /** Part of a run as long as `seconds`, of the whole cooling of which it may be a part. Anything better is offered to the routes. */
  run(round: { index: number; seconds: number; coolingSeconds: number; random: Random; shouldStop?: () => boolean }): void;
  /** Where the runs have found no plan that keeps everything: some more mending from the beginning, the same however long they were. */
  rescue(seed: number, shouldStop?: () => boolean): void;
  /** The least late order of all, where none was found that keeps everything. */
  leastLate(): number[] | null;
}

const rescues = 4;
const rescueRounds = 300;
const rescueMoves = 200_000;
/** Where the cooling begins, in legs between neighbours, run after run: an order that keeps everything must not be lost in the heat. */
const heats = [0.3, 0.1, 1];

/** Null where the clock of orders does not tell all: see `hasOrderClock`, and all active stops must be musts. */
export function orderSearch(table: Timetable, search: RouteSearch, active: readonly number[], enough: number): OrderSearch | null {
  const isWhole = active.length === table.stopCount && active.every((stop) => table.must[stop]);
  if (!hasOrderClock(table) || !isWhole || active.length < 4 || table.problem.fewestDays) return null;
  const isTimed = table.windows.some((one) => one !== null) || table.pinDay.some((day) => day >= 0);
  // A shortest order that fits into the days leaves nothing to look for here.
  if (!isTimed && search.score.missing === 0) return null;
  const unit = meanNearLeg(table, active);
  const costs = pathCosts(table, active);
  const clock = orderClock(table, beginTimes(table), costs, Math.max(unit / 2, 1));
  const annealer = orderAnnealer(costs, clock, active, unit);
  const movesPerSecond = 1e6 / (0.3 + 0.008 * active.length);
  const mendsPerSecond = 1e6 / (100 + 4 * active.length);
  let mended: { order: number[]; late: number } | null = null;

  /** What is late is left to the routes: they may find room for it. */
  function withoutLate(order: readonly number[]): number[] {
    let [before, free, driven] = [costs.begin, 0, 0];
    return order.filter((stop) => {
      clock.step(before, stop, free, driven);
      if (clock.late > 0) return false;
      [before, free, driven] = [stop, clock.free, clock.driven];
      return true;
    });
  }

  return {
    run({ index, seconds, coolingSeconds, random, shouldStop }) {
      const isWarm = search.score.missing === 0;
      const [rounds, cooling] = [Math.round(seconds * movesPerSecond), Math.max(1, Math.round(coolingSeconds * movesPerSecond))];
      let start = isWarm ? orderOf(search.best) : [];
      if (!isWarm) {
        mended = mendOrder(costs, clock, active, mended?.order ?? insertTimed(costs, clock, active), random, {
          rounds: Math.ceil(seconds * mendsPerSecond), patience: unit / 2, shouldStop,
        });
        start = mended.order;
        search.offerOrder(mended.late === 0 ? start : withoutLate(start));
        // Where every stop has its hour, annealing sets right what mending could not.
        if (mended.late > 0 && table.dayCount > 1) return;
      }
      const heat = isWarm ? heats[index % heats.length]! : table.dayCount > 1 ? heats[0]! : 1;
      const found = annealer.run(start, random, { rounds, cooling, enough, heat, shouldStop });
      if (found.late === 0) search.offerOrder(found.order);
    },
    rescue(seed, shouldStop) {
      for (let attempt = 0; attempt < rescues && search.score.missing > 0; attempt++) {
        if (shouldStop?.()) return;
        const random = seededRandom(seed * 31 + attempt);
        const found = mendOrder(costs, clock, active, insertTimed(costs, clock, active), random, { rounds: rescueRounds, patience: unit / 2, shouldStop });
        if (!mended || found.late < mended.late) mended = found;
        if (found.late > 0) continue;
        search.offerOrder(found.order);
        search.offerOrder(annealer.run(found.order, random, { rounds: rescueMoves, enough, heat: heats[0]!, shouldStop }).order);
      }
    },
    leastLate: () => (search.score.missing > 0 ? mended?.order ?? null : null),
  };
}
