// Proposes which units on the road fill a tour's free time: day by day the set with most worth, nothing of the plan but hours changed.
import type { FilledDay, FillProposal, FillQuestion } from '../../../shared/model/road.ts';
import type { LineStop } from '../../../shared/rules/road/dayLine.ts';
import { fillDay } from '../../../shared/rules/road/fillDay.ts';
import type { FillCandidate } from '../../../shared/rules/road/fillDay.ts';
import { insertAt } from '../../../shared/rules/road/insertStop.ts';
import type { JobContext } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { roadsBetween } from '../tour/roads.ts';
import { asRoadside, asStop, travelWith } from './alongLeg.ts';
import { unitsNearLeg } from './nearLeg.ts';
import type { NearUnit } from './nearLeg.ts';
import { factsOn, judgeOn } from './roadsideFacts.ts';
import type { UnitFacts } from './roadsideFacts.ts';
import { dayOnRoad, leaderOfDay, tourLine } from './tourLine.ts';
import type { DayOnRoad, TourLine } from './tourLine.ts';

/** As many as one day is weighed with at once. */
const mostOfADay = 40;

interface OnLeg {
  near: NearUnit;
  leg: number;
  facts: UnitFacts;
}

/** A day, what lies on its legs, and what was chosen of it. */
interface OpenDay {
  on: DayOnRoad;
  found: OnLeg[];
  chosen: OnLeg[];
}

/** Everything on the legs of the day that would fit in alone. */
function openDay(db: ReadDb, today: string, tour: TourLine, on: DayOnRoad, { levelId, corridorKm, meetingMinutes }: FillQuestion): OpenDay {
  const known = new Set(tour.one.stops.flatMap((stop) => (stop.day === null ? [] : [stop.unitId])));
  const judge = judgeOn(db, today, on.day);
  const found = on.plan.visits.flatMap((visit, leg) => {
    if (visit.fromPlace === null || visit.legMinutes === 0) return [];
    const [from, to] = [tour.one.places[visit.fromPlace]!, tour.one.places[visit.place]!];
    const { units } = unitsNearLeg(db, { from, to, roads: tour.one.tour }, levelId, corridorKm, known);
    const fits = units.filter((near) => insertAt(on.line, travelWith(on, leg, near), on.stops, asStop(near.unitId, on.travel.placeCount, meetingMinutes), leg) !== null);
    const facts = factsOn(db, judge, on.day, fits);
    return fits.map((near) => ({ near, leg, facts: facts.get(near.unitId)! }));
  });
  return { on, found, chosen: [] };
}

/** The best filling of the day with these candidates, over the true roads between all of them. */
function chooseFor(db: ReadDb, tour: TourLine, { on }: OpenDay, among: readonly OnLeg[], minutes: number): OnLeg[] {
  const some = among.toSorted((a, b) => b.facts.worth / (minutes + b.near.detourMinutes) - a.facts.worth / (minutes + a.near.detourMinutes) || (a.near.path < b.near.path ? -1 : 1)).slice(0, mostOfADay);
  if (some.length === 0) return [];
  const places = [...on.places, ...some.map(({ near }) => near)];
  const roads = roadsBetween(db, places, tour.one.tour);
  const candidates = some.map(({ near, leg, facts }, index): FillCandidate => ({ ...asStop(near.unitId, on.places.length + index, minutes), leg, along: near.along, worth: facts.worth }));
  const filled = fillDay(on.line, { placeCount: places.length, minutes: roads.travelMinutes }, on.stops, candidates);
  const added = new Set(filled?.visits.filter((visit) => visit.added).map((visit) => visit.id));
  return some.filter(({ near }) => added.has(near.unitId));
}

function shownDay(db: ReadDb, tour: TourLine, { on, chosen }: OpenDay, minutes: number): FilledDay {
  const places = [...on.places, ...chosen.map(({ near }) => near)];
  const roads = roadsBetween(db, places, tour.one.tour);
  const candidates = chosen.map(({ near, leg, facts }, index): FillCandidate => ({ ...asStop(near.unitId, on.places.length + index, minutes), leg, along: near.along, worth: facts.worth }));
  const filled = fillDay(on.line, { placeCount: places.length, minutes: roads.travelMinutes }, on.stops, candidates)!;
  const begins = new Map(filled.visits.map((visit) => [visit.id, visit.begin]));
  const driven = on.plan.visits.reduce((sum, visit) => sum + visit.legMinutes, 0);
  const later = on.stops.flatMap((stop: LineStop): FilledDay['later'] => {
    const [begin, shown] = [begins.get(stop.id)!, tour.one.stopById.get(stop.id)];
    return shown && begin !== stop.notBefore ? [{ stopId: stop.id, nameEn: shown.nameEn, nameHi: shown.nameHi, placeEn: shown.placeEn, placeHi: shown.placeHi, wasBegin: stop.notBefore, begin }] : [];
  });
  const added = chosen.filter(({ near }) => begins.has(near.unitId)).map(({ near, facts }) => ({ ...asRoadside(db, near, facts, null), begin: begins.get(near.unitId)!, minutes }));
  const extraMinutes = filled.driven - driven;
  return {
    day: on.day, personId: leaderOfDay(tour, on.plan), freeMinutes: on.freeMinutes, freeAfter: Math.max(0, on.freeMinutes - extraMinutes - added.length * minutes),
    added: added.toSorted((a, b) => a.begin - b.begin), later, extraMinutes,
  };
}

/**
 * Each unit goes first to the leg where its detour is least; what no day took is offered to the other days' rest. Each day's
 * choice is the best for that day (fillDay), the whole is not proven.
 */
export function fillTour(context: Pick<JobContext, 'db' | 'today' | 'progress'>, question: FillQuestion): FillProposal {
  const { db, today, progress } = context;
  const tour = tourLine(db, question.tourId);
  const wanted = question.days === null ? null : new Set(question.days);
  const plans = tour.plan.days.filter((plan) => plan.visits.length > 0);
  const days: OpenDay[] = [];
  plans.forEach((plan, index) => {
    progress('road', index, plans.length * 2);
    const on = dayOnRoad(tour, plan, today);
    if (!on.shut && (wanted === null || wanted.has(on.day))) days.push(openDay(db, today, tour, on, question));
  });
  const best = new Map<string, OnLeg>();
  for (const each of days.flatMap((day) => day.found)) {
    const other = best.get(each.near.unitId);
    if (!other || each.near.detourMinutes < other.near.detourMinutes) best.set(each.near.unitId, each);
  }
  const taken = new Set<string>();
  const take = (day: OpenDay, among: readonly OnLeg[]): void => {
    for (const { near } of day.chosen) taken.delete(near.unitId);
    day.chosen = chooseFor(db, tour, day, among, question.meetingMinutes);
    for (const { near } of day.chosen) taken.add(near.unitId);
  };
  days.forEach((day, index) => {
    progress('road', plans.length + index, plans.length * 2);
    take(day, bestOfEach(day.found.filter((each) => best.get(each.near.unitId) === each)));
  });
  for (const day of days) {
    const mine = new Set(day.chosen);
    take(day, bestOfEach(day.found.filter((each) => mine.has(each) || !taken.has(each.near.unitId))));
  }
  const shown = days.filter((day) => day.chosen.length > 0).map((day) => shownDay(db, tour, day, question.meetingMinutes));
  return {
    considered: best.size,
    worth: shown.reduce((sum, day) => sum + day.added.reduce((worth, unit) => worth + unit.worth, 0), 0),
    extraMinutes: shown.reduce((sum, day) => sum + day.extraMinutes, 0),
    days: shown,
  };
}

/** A unit beside two legs of one day counts on the one where it is nearer; what was chosen there comes first. */
function bestOfEach(found: readonly OnLeg[]): OnLeg[] {
  const best = new Map<string, OnLeg>();
  for (const each of found) {
    const other = best.get(each.near.unitId);
    if (!other || each.near.detourMinutes < other.near.detourMinutes) best.set(each.near.unitId, each);
  }
  return [...best.values()];
}
