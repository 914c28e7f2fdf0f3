// What a careful clerk would do: always the nearest next, the order untangled by 2-opt, the days filled one after the other.
import { checkTour } from '../../shared/tour/checkTour.ts';
import type { TourEntry, TourPlan } from '../../shared/tour/plan.ts';
import { isMust, leadersOf } from '../../shared/tour/problem.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';

/** Windows and pins are looked at only for the day they name; several leaders get one stretch of the order each. */
export function baselinePlan(problem: TourProblem): TourPlan {
  const leaders = leadersOf(problem);
  const order = untangled(problem, nearest(problem));
  const part = Math.ceil(order.length / leaders.length);
  const entries = leaders.flatMap((leader, index) => filled(problem, order.slice(index * part, (index + 1) * part), leader.startPlace, leaders.length > 1 ? index : undefined));
  return checkTour(problem, entries);
}

const minutes = ({ travelMinutes, placeCount, stops }: TourProblem, from: number, to: number): number => travelMinutes[stops[from]!.place * placeCount + stops[to]!.place]!;

function nearest(problem: TourProblem): number[] {
  const { stops, firstStopId, lastStopId } = problem;
  const first = Math.max(0, stops.findIndex(({ id }) => id === firstStopId));
  const last = stops.findIndex(({ id }) => id === lastStopId);
  const open = new Set(stops.keys());
  open.delete(first);
  if (last >= 0) open.delete(last);
  const order = [first];
  while (open.size > 0) {
    const here = order.at(-1)!;
    const next = [...open].reduce((best, one) => (minutes(problem, here, one) < minutes(problem, here, best) ? one : best));
    open.delete(next);
    order.push(next);
  }
  return last >= 0 && last !== first ? [...order, last] : order;
}

/** 2-opt to the end; a fixed first and last stay. */
function untangled(problem: TourProblem, order: number[]): number[] {
  const to = problem.lastStopId === undefined ? order.length : order.length - 1;
  const leg = (a: number | undefined, b: number | undefined): number => (a === undefined || b === undefined ? 0 : minutes(problem, a, b));
  for (let better = true; better;) {
    better = false;
    for (let i = 1; i < to - 1; i++) {
      for (let j = i + 1; j < to; j++) {
        const now = leg(order[i - 1], order[i]) + leg(order[j], order[j + 1]);
        if (leg(order[i - 1], order[j]) + leg(order[i], order[j + 1]) < now - 1e-9) {
          order.splice(i, j - i + 1, ...order.slice(i, j + 1).reverse());
          better = true;
        }
      }
    }
  }
  return order;
}

/** A stop goes on the running day if it ends within duty, else on the next; wanted ones that fit nowhere any more are left out. */
function filled(problem: TourProblem, order: readonly number[], startPlace: number | undefined, leader: number | undefined): TourEntry[] {
  const { days, stops, placeCount, travelMinutes } = problem;
  const entries: TourEntry[] = [];
  let [on, here] = [0, startPlace];
  let time = days[0]?.dutyFrom ?? 0;
  for (const index of order) {
    const stop = stops[index]!;
    const leg = here === undefined ? 0 : travelMinutes[here * placeCount + stop.place]!;
    const named = stop.pinned?.day;
    if (named !== undefined) [on, time] = named === on ? [on, time] : [named, days[named]!.dutyFrom];
    else if (time + leg + stop.durationMinutes > days[on]!.dutyTo) {
      if (on + 1 < days.length) [on, time] = [on + 1, days[on + 1]!.dutyFrom];
      else if (!isMust(problem, stop)) continue;
    }
    entries.push({ stopId: stop.id, day: on, ...(leader === undefined ? {} : { leader }) });
    time += leg + stop.durationMinutes;
    here = stop.place;
  }
  return entries;
}
