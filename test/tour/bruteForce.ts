// Every possible plan of a small tour, one after the other: what is best, found without any of the planner's code.
import type { TourProblem } from '../../shared/tour/problem.ts';

export interface BestPlan {
  worth: number;
  days: number;
  travel: number;
}

/**
 * Of all plans that visit every must and break nothing: most worth, then fewest days where asked, then least travel; null where
 * there is none. One leader, nights where the last visit was. As soon as possible is always right: nothing is won by waiting.
 */
export function bestOfAll(problem: TourProblem): BestPlan | null {
  const { placeCount: n, travelMinutes, stops, days, startPlace, returnTo, firstStopId, lastStopId } = problem;
  let best: BestPlan | null = null;
  const isBetter = (one: BestPlan): boolean => best === null || one.worth > best.worth
    || (one.worth === best.worth && ((problem.fewestDays === true && one.days < best.days) || ((problem.fewestDays !== true || one.days === best.days) && one.travel < best.travel - 1e-9)));
  const mustMask = stops.reduce((mask, stop, at) => (stop.must || stop.id === firstStopId || stop.id === lastStopId ? mask | (1 << at) : mask), 0);
  const leg = (from: number | undefined, to: number): number => (from === undefined ? 0 : travelMinutes[from * n + to]!);
  /** The earliest time from `from` on so long that nothing reserved is touched. */
  const clear = (day: number, from: number, length: number): number => {
    let begin = from;
    for (let moved = true; moved;) {
      moved = false;
      for (const part of days[day]!.reserved) if (length > 0 && begin < part.to && begin + length > part.from) [begin, moved] = [part.to, true];
    }
    return begin;
  };
  const beginOf = (at: number, day: number, arrive: number): number | null => {
    const { pinned, windows, durationMinutes } = stops[at]!;
    if (pinned && (pinned.day !== day || (pinned.begin !== undefined && pinned.begin < arrive))) return null;
    if (pinned?.begin !== undefined) return clear(day, pinned.begin, durationMinutes) === pinned.begin ? pinned.begin : null;
    if (!windows) return clear(day, arrive, durationMinutes);
    const begins = windows.filter((one) => one.day === day).map((one) => ({ begin: clear(day, Math.max(arrive, one.from), durationMinutes), to: one.to })).filter(({ begin, to }) => begin <= to).map(({ begin }) => begin);
    return begins.length === 0 ? null : Math.min(...begins);
  };
  const end = (here: number | undefined, mask: number, last: number, day: number, time: number, driven: number, travel: number, used: number, worth: number): void => {
    if ((mask & mustMask) !== mustMask) return;
    if (lastStopId !== undefined && (last < 0 || stops[last]!.id !== lastStopId)) return;
    let whole = travel;
    if (returnTo !== undefined && last >= 0) {
      const home = leg(here, returnTo);
      const depart = clear(day, time, home);
      if (depart + home > days[day]!.dutyTo || driven + home > (days[day]!.maxDrivingMinutes ?? Infinity)) return;
      whole += home;
    }
    const one = { worth, days: used, travel: whole };
    if (isBetter(one)) best = one;
  };
  const go = (here: number | undefined, mask: number, last: number, day: number, time: number, driven: number, travel: number, used: number, worth: number): void => {
    end(here, mask, last, day, time, driven, travel, used, worth);
    for (let at = 0; at < stops.length; at++) {
      if (mask & (1 << at) || (mask === 0 && firstStopId !== undefined && stops[at]!.id !== firstStopId)) continue;
      for (let on = day; on < days.length; on++) {
        const duty = days[on]!;
        if (duty.dutyTo <= duty.dutyFrom) continue;
        const fresh = on !== day || last < 0;
        const minutes = leg(here, stops[at]!.place);
        const begunAt = fresh ? duty.dutyFrom : time;
        const depart = clear(on, begunAt, minutes);
        const begin = beginOf(at, on, depart + minutes);
        const drivenNow = (fresh ? 0 : driven) + minutes;
        if (begin === null || begin + stops[at]!.durationMinutes > duty.dutyTo || drivenNow > (duty.maxDrivingMinutes ?? Infinity)) continue;
        go(stops[at]!.place, mask | (1 << at), at, on, begin + stops[at]!.durationMinutes, drivenNow, travel + minutes, used + (fresh ? 1 : 0), worth + stops[at]!.worth);
      }
    }
  };
  go(startPlace, 0, -1, 0, days[0]?.dutyFrom ?? 0, 0, 0, 0, 0);
  return best;
}
