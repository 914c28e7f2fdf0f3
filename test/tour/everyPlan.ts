// Goes through every schedule a handful of stops can have, by the check alone: what the best plan is worth, without any of the solver's code.
import { checkWith } from '../../shared/tour/checkTour.ts';
import type { TourEntry, TourPlan } from '../../shared/tour/plan.ts';
import { leadersOf } from '../../shared/tour/problem.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';
import { comparePlans } from '../../shared/tour/rankPlan.ts';
import { timetable } from '../../shared/tour/timetable.ts';

/**
 * The best of all schedules that break nothing; null where each breaks something. Every optional stop is tried with and without,
 * every order, every day and leader. Nothing is won by beginning later than one can, so begins are left open, but for locked days.
 */
export function bestOfEveryPlan(problem: TourProblem): TourPlan | null {
  const table = timetable(problem);
  const leaders = leadersOf(problem);
  const slotCount = leaders.length * problem.days.length;
  const slots = Array.from({ length: slotCount }, (): TourEntry[] => []);
  const isLocked = (slot: number): boolean => leaders[Math.floor(slot / problem.days.length)]!.lockedDays?.includes(slot % problem.days.length) === true;
  const fixed = new Set<string>();
  for (const entry of problem.start ?? []) {
    const slot = (entry.leader ?? 0) * problem.days.length + entry.day;
    if (!isLocked(slot)) continue;
    fixed.add(entry.stopId);
    slots[slot]!.push(entry);
  }
  const stops = problem.stops.filter((stop) => !fixed.has(stop.id));
  let best: TourPlan | null = null;
  const place = (at: number): void => {
    if (at === stops.length) {
      const plan = checkWith(table, slots.flat(), { lower: 0 });
      if (plan.violations.length === 0 && (!best || comparePlans(problem, plan, best) < 0)) best = plan;
      return;
    }
    const stop = stops[at]!;
    if (!table.must[table.stopIndex.get(stop.id)!]) place(at + 1);
    for (let slot = 0; slot < slotCount; slot++) {
      const [leader, day] = [Math.floor(slot / problem.days.length), slot % problem.days.length];
      const duty = (leaders[leader]!.days ?? problem.days)[day]!;
      if (isLocked(slot) || duty.dutyTo <= duty.dutyFrom || (stop.leader !== undefined && stop.leader !== leader)) continue;
      if (stop.pinned && stop.pinned.day !== day) continue;
      if (stop.windows && !stop.windows.some((one) => one.day === day)) continue;
      const line = slots[slot]!;
      for (let position = 0; position <= line.length; position++) {
        line.splice(position, 0, { stopId: stop.id, day, leader });
        place(at + 1);
        line.splice(position, 1);
      }
    }
  };
  place(0);
  return best;
}
