// Reads a plan with other eyes than the planner's: every time against the matrix, every rule against what the plan reports.
import type { TourPlan, TourViolationCode } from '../../shared/tour/plan.ts';
import { leadersOf } from '../../shared/tour/problem.ts';
import type { TourDuty, TourProblem, TourStop } from '../../shared/tour/problem.ts';

const slack = 1e-6;

/** Sentences, one for everything that is not as it should be; none for a sound plan. */
export function auditPlan(problem: TourProblem, plan: TourPlan): string[] {
  const { placeCount: n, travelMinutes, stops } = problem;
  const faults: string[] = [];
  const say = (ok: boolean, sentence: string): void => { if (!ok) faults.push(sentence); };
  const stopById = new Map(stops.map((stop) => [stop.id, stop]));
  const visits = plan.days.flatMap((day) => day.visits);
  const seen = [...visits.map(({ stopId }) => stopId), ...plan.leftOut.map(({ stopId }) => stopId)].sort();
  say(JSON.stringify(seen) === JSON.stringify(stops.map(({ id }) => id).sort()), 'every stop is once in the days or among those left out');
  const leaders = leadersOf(problem);
  say(plan.days.length === problem.days.length * leaders.length, 'a day for every day of every leader');
  let travel = 0;
  let worth = 0;
  leaders.forEach((leader, index) => {
    let here = leader.startPlace ?? null;
    let first = true;
    for (const day of plan.days.filter((one) => (one.leader ?? 0) === index)) {
      const duty = (leader.days ?? problem.days)[day.day]!;
      const told = (code: TourViolationCode, stopId?: string): boolean => day.problems.some((one) => one.code === code && (stopId === undefined || one.stopId === stopId));
      let free = duty.dutyFrom;
      let driven = 0;
      for (const visit of day.visits) {
        const stop = stopById.get(visit.stopId)!;
        const where = `day ${day.day}, ${visit.stopId}`;
        say(visit.place === stop.place && visit.fromPlace === (first && here === null ? null : here), `${where}: begins where the one before ended`);
        const leg = here === null ? 0 : travelMinutes[here * n + stop.place]!;
        say(Math.abs(visit.legMinutes - leg) < slack && Math.abs(visit.arrive - visit.depart - leg) < slack, `${where}: the leg is that of the matrix`);
        say(Math.abs(visit.leave - visit.begin - stop.durationMinutes) < slack, `${where}: as long as it should be`);
        auditVisit(where, stop, visit, duty, { free, leg, isFirst: here === null }, told, say);
        if (stop.leader !== undefined && stop.leader !== index) say(told('wrongLeader', stop.id), `${where}: another leader's, and not told`);
        free = Math.max(free, visit.leave);
        here = stop.place;
        first = false;
        driven += leg;
        worth += stop.worth;
      }
      if (day.eveningLeg) {
        const { fromPlace, toPlace, depart, arrive, legMinutes } = day.eveningLeg;
        const leg = travelMinutes[fromPlace * n + toPlace]!;
        say(fromPlace === here && Math.abs(legMinutes - leg) < slack && Math.abs(arrive - depart - leg) < slack && depart >= free - slack, `day ${day.day}: the evening's drive fits`);
        if (arrive > duty.dutyTo + slack && leg > 0) say(told('late') || told('outsideDuty'), `day ${day.day}: home late, and not told`);
        here = toPlace;
        driven += leg;
      }
      if (day.nightPlace !== null) {
        say(day.nightPlace === here, `day ${day.day}: sleeps where it is`);
        if (problem.nightPlaces && !problem.nightPlaces.includes(day.nightPlace) && duty.nightPlace === undefined) say(told('noNight'), `day ${day.day}: no night there, and not told`);
      }
      say(Math.abs(driven - day.drivingMinutes) < slack, `day ${day.day}: driving adds up`);
      if (driven > (duty.maxDrivingMinutes ?? Infinity) + slack) say(told('tooMuchDriving'), `day ${day.day}: drives too much, and it is not told`);
      travel += driven;
    }
  });
  say(Math.abs(travel - plan.totals.travelMinutes) < slack, 'the travel adds up');
  say(Math.abs(worth - plan.totals.worth) < slack, 'the worth adds up');
  say(plan.bound.lower <= travel + slack, 'the bound is not above the travel');
  const told = new Set(plan.violations.filter(({ code }) => code === 'stopLeftOut').map(({ stopId }) => stopId));
  for (const { stopId } of plan.leftOut) if (stopById.get(stopId)!.must) say(told.has(stopId), `${stopId}: a must is left out, and it is not told`);
  return faults;
}

type Visit = TourPlan['days'][number]['visits'][number];

function auditVisit(
  where: string, stop: TourStop, visit: Visit, duty: TourDuty, { free, leg, isFirst }: { free: number; leg: number; isFirst: boolean },
  told: (code: TourViolationCode, stopId?: string) => boolean, say: (ok: boolean, sentence: string) => void,
): void {
  const needs = (broken: boolean, codes: TourViolationCode[], what: string): void => say(!broken || codes.some((code) => told(code, stop.id)), `${where}: ${what}, and it is not told`);
  needs(!isFirst && visit.begin < free - slack, ['overlap', 'outsideDuty', 'notEnoughTravel'], 'begins before the one before ends');
  needs(visit.begin < visit.arrive - slack, ['notEnoughTravel', 'overlap'], 'begins before it arrives');
  needs(visit.begin < duty.dutyFrom - slack, ['outsideDuty'], 'begins before duty');
  needs(visit.leave > duty.dutyTo + slack, ['late', 'outsideDuty'], 'ends after duty');
  needs(duty.reserved.some((part) => visit.begin < part.to - slack && visit.leave > part.from + slack && stop.durationMinutes > 0), ['reserved'], 'is in a reserved time');
  const day = stop.pinned?.day;
  needs(stop.pinned !== undefined && (day !== undefined && !where.startsWith(`day ${day},`) || (stop.pinned.begin !== undefined && Math.abs(stop.pinned.begin - visit.begin) > slack)), ['pinnedMissed'], 'is not at its pin');
  const open = (stop.windows ?? []).some((one) => where.startsWith(`day ${one.day},`) && one.from <= visit.begin + slack && visit.begin <= one.to + slack);
  needs(stop.windows !== undefined && !open, ['windowMissed'], 'is outside its windows');
  const dark = (duty.noDrivingFrom !== undefined && visit.arrive > duty.noDrivingFrom + slack) || (duty.noDrivingUntil !== undefined && visit.depart < duty.noDrivingUntil - slack);
  needs(leg > 0 && dark, ['dark'], 'drives in the dark');
}
