// Roads take longer in the dark: how long a leg is that begins at some minute, and plans that leave room for it.
import { checkTour } from './checkTour.ts';
import type { TourPlan } from './plan.ts';
import { entriesOf } from './plan.ts';
import type { TourDuty, TourProblem } from './problem.ts';
import { comparePlans } from './rankPlan.ts';

/** The same problem as if it never grew dark: what the solver plans by. */
export function inLight({ darkTravelMinutes: _dark, ...problem }: TourProblem): TourProblem {
  return problem;
}

/** By when a day must be over as if it never grew dark, so that it surely is by `dutyTo` though all that is left after dusk is driven. */
export function lightEnd({ dutyTo, darkFrom }: TourDuty, share: number): number {
  return darkFrom === undefined || darkFrom >= dutyTo ? dutyTo : Math.floor(darkFrom + (dutyTo - darkFrom) * share);
}

/** How much of the speed the slowest road keeps in the dark; 1 where none grows slower. */
export function darkShare({ travelMinutes, darkTravelMinutes }: TourProblem): number {
  let share = 1;
  for (let cell = 0; cell < (darkTravelMinutes?.length ?? 0); cell++) {
    const dark = darkTravelMinutes![cell]!;
    if (dark > 0) share = Math.min(share, travelMinutes[cell]! / dark);
  }
  return share;
}

/**
 * `solve` plans as if it never grew dark; what comes of it in truth is reckoned afterwards, every visit that is not fixed as soon
 * as it can be. Where that breaks something that held before, it is planned once more with days that end earlier by what the dark
 * can cost, and the better of both in truth is given. Hours of fixed visits stay.
 */
export function solveInDark(problem: TourProblem, solve: (problem: TourProblem) => TourPlan): TourPlan {
  const share = darkShare(problem);
  if (share >= 1) return solve(inLight(problem));
  const light = inLight(problem);
  const planned = solve(light);
  const first = inTruth(problem, planned);
  if (first.violations.length <= planned.violations.length) return first;
  const sooner = (days: readonly TourDuty[]): TourDuty[] => days.map((day) => ({ ...day, dutyTo: lightEnd(day, share) }));
  const { leaders } = light;
  const second = inTruth(problem, solve({
    ...light, days: sooner(light.days), ...(leaders ? { leaders: leaders.map(({ days, ...one }) => ({ ...one, ...(days ? { days: sooner(days) } : {}) })) } : {}),
  }));
  return comparePlans(problem, second, first) < 0 ? second : first;
}

/** The plan's order of visits, with the hours it has when the dark counts. */
function inTruth(problem: TourProblem, plan: TourPlan): TourPlan {
  const fixed = new Set(problem.stops.filter((stop) => stop.pinned?.begin !== undefined).map((stop) => stop.id));
  const locked = (leader: number, day: number): boolean => (problem.leaders?.[leader]?.lockedDays ?? problem.lockedDays ?? []).includes(day);
  const entries = entriesOf(plan).map(({ begin, ...entry }) => (fixed.has(entry.stopId) || locked(entry.leader ?? 0, entry.day) ? { ...entry, ...(begin === undefined ? {} : { begin }) } : entry));
  const told = checkTour(problem, entries);
  const { provedBest: _proved, ...rest } = plan;
  return { ...rest, ...told, seed: plan.seed };
}
