// The days of a plan as they are shown: every leader's visits, nights and drives of a day together, with its hours and what is free.
import { travelSources } from '../../../shared/rules/travel.ts';
import type { LeaderDay, LegSource, TourDay, TourNight, TourProblem as ShownProblem, TourVisit } from '../../../shared/model/tour.ts';
import type { TourDayPlan, TourPlan, TourVisit as PlannedVisit } from '../../../shared/tour/plan.ts';
import { isAvoided } from './closedDays.ts';
import type { TourCase } from './tourCase.ts';

export function shownDays(one: TourCase, plan: TourPlan, problems: readonly ShownProblem[]): TourDay[] {
  return one.days.map((_, index) => dayOf(one, index, plan.days.filter((day) => day.day === index), problems));
}

function dayOf(one: TourCase, index: number, lines: readonly TourDayPlan[], problems: readonly ShownProblem[]): TourDay {
  const day = one.days[index]!;
  const own = one.dayRules.get(day);
  const nights = lines.flatMap((line) => nightOf(one, line));
  const first = nights.find((night) => night.personId === one.leaders[0]!.personId);
  const { dutyFrom, dutyTo } = one.duties[0]![index]!;
  return {
    day,
    leaders: one.leaders.map((leader, at) => leaderDay(one, leader.personId, at, index, lines)),
    light: one.light[index] ?? null,
    blackouts: blackoutsOf(one, day),
    visits: lines.flatMap((line) => line.visits.flatMap((visit) => visitOf(one, visit, personOf(one, line), index))),
    nightUnitId: first?.unitId ?? null,
    nightPlaceEn: first?.placeEn ?? null,
    nightPlaceHi: first?.placeHi ?? null,
    nights,
    drivingMinutes: sum(lines, (line) => line.drivingMinutes),
    drivingKm: sum(lines, (line) => line.drivingKm),
    problems: problems.filter((problem) => problem.day === day),
    dutyFrom, dutyTo,
    ownHours: own !== undefined && (own.dutyFrom !== null || own.dutyTo !== null),
    locked: own?.locked ?? false,
    reserved: one.reserved.filter((part) => part.day === day).map((part) => ({ id: part.id, from: part.fromMinute, to: part.toMinute, note: part.note })),
    others: [...one.engagements.values(), ...one.placeless].filter((other) => other.day === day)
      .map(({ kind, id, personId, titleEn, titleHi, begin, end }) => ({ kind, id, personId, titleEn, titleHi, begin, end })),
    freeMinutes: sum(lines, (line) => freeOf(one, line)),
    evening: lines.flatMap((line) => eveningOf(one, line)),
  };
}

const personOf = (one: TourCase, { leader = 0 }: TourDayPlan): string => one.leaders[leader]!.personId;

function nightOf(one: TourCase, line: TourDayPlan): TourNight[] {
  if (line.nightPlace === null) return [];
  const { unitId, placeEn, placeHi } = one.places[line.nightPlace]!;
  return [{ personId: personOf(one, line), unitId, placeEn, placeHi }];
}

function eveningOf(one: TourCase, line: TourDayPlan): TourDay['evening'] {
  const leg = line.eveningLeg;
  if (!leg || leg.fromPlace === leg.toPlace) return [];
  const { unitId, placeEn, placeHi } = one.places[leg.toPlace]!;
  const { depart, arrive, legKm, legMinutes } = leg;
  return [{
    personId: personOf(one, line), unitId, placeEn, placeHi, depart, arrive, legKm, legMinutes, darkMinutes: darkOf(one, line.day, depart, arrive),
    fromUnitId: one.places[leg.fromPlace]!.unitId, ...sourceOf(one, leg.fromPlace, leg.toPlace),
  }];
}

function leaderDay(one: TourCase, personId: string, at: number, index: number, lines: readonly TourDayPlan[]): LeaderDay {
  const { dutyFrom, dutyTo } = one.duties[at]![index]!;
  const mine = lines.filter(({ leader = 0 }) => leader === at);
  return {
    personId, dutyFrom, dutyTo, away: one.away[at]!.has(one.days[index]!), freeMinutes: sum(mine, (line) => freeOf(one, line)),
    drivingKm: sum(mine, (line) => line.drivingKm), drivingMinutes: sum(mine, (line) => line.drivingMinutes),
  };
}

/** Of the state, and of places the tour goes to. */
function blackoutsOf({ blackouts, stops, tour }: TourCase, day: string): TourDay['blackouts'] {
  return blackouts.filter(({ fromDay, toDay, path }) => fromDay <= day && day <= toDay && stops.some((stop) => stop.path.startsWith(path)))
    .map((found) => ({ nameEn: found.nameEn, nameHi: found.nameHi, kind: found.kind, unitNameEn: found.unitNameEn, unitNameHi: found.unitNameHi, avoided: isAvoided(tour, found) }));
}

/** Minutes of a drive before sunrise or after sunset. */
function darkOf({ light }: TourCase, day: number, depart: number, arrive: number): number {
  const sun = light[day];
  return sun ? Math.round(Math.max(0, arrive - Math.max(depart, sun.set)) + Math.max(0, Math.min(arrive, sun.rise) - depart)) : 0;
}

function sourceOf({ places, source, corrected }: TourCase, from: number, to: number): { source: LegSource; corrected: boolean } {
  const cell = from * places.length + to;
  return { source: travelSources[source[cell]!]!, corrected: corrected[cell] === 1 };
}

/** Minutes of duty in which nobody drives, meets or is kept free. */
function freeOf(one: TourCase, line: TourDayPlan): number {
  const { dutyFrom, dutyTo, reserved } = one.duties[line.leader ?? 0]![line.day]!;
  const within = (from: number, to: number): number => Math.max(0, Math.min(to, dutyTo) - Math.max(from, dutyFrom));
  const busy = line.visits.flatMap((visit) => [[visit.depart, visit.arrive], [visit.begin, visit.leave]] as [number, number][]);
  if (line.eveningLeg) busy.push([line.eveningLeg.depart, line.eveningLeg.arrive]);
  for (const part of reserved) busy.push([part.from, part.to]);
  busy.sort((a, b) => a[0] - b[0]);
  let taken = 0;
  let until = dutyFrom;
  for (const [from, to] of busy) {
    taken += within(Math.max(from, until), to);
    until = Math.max(until, to);
  }
  return Math.max(0, dutyTo - dutyFrom - taken);
}

function visitOf(one: TourCase, visit: PlannedVisit, personId: string, day: number): TourVisit[] {
  const stop = one.stopById.get(visit.stopId);
  if (!stop) return [];
  const { arrive, begin, leave, legKm, legMinutes, fromPlace, place } = visit;
  const { unitId, nameEn, nameHi, placeEn, placeHi, lat, lon, pinned, dayPinned, levelId, must, worth, beginFrom, beginTo, onlyFromDay, onlyToDay } = stop;
  return [{
    stopId: stop.id, unitId, nameEn, nameHi, placeEn, placeHi, lat, lon, arrive, begin, leave, legKm, legMinutes,
    fromUnitId: fromPlace === null ? null : one.places[fromPlace]!.unitId,
    ...(fromPlace === null ? { source: null, corrected: false } : sourceOf(one, fromPlace, place)),
    darkMinutes: fromPlace === null ? 0 : darkOf(one, day, arrive - legMinutes, arrive),
    pinned, dayPinned, levelId, must, worth, beginFrom, beginTo, onlyFromDay, onlyToDay, personId,
    marked: stop.marked,
    ownMinutes: stop.ownLength ? stop.minutes : null,
  }];
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
