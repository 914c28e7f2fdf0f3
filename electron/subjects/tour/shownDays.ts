// The days of a plan as they are shown: every leader's visits, nights and drives of a day together, with its hours and what is free.
import { travelSources } from '../../../shared/rules/travel.ts';
import type { TourDay, TourNight, TourProblem as ShownProblem, TourVisit } from '../../../shared/model/tour.ts';
import type { TourDayPlan, TourPlan, TourVisit as PlannedVisit } from '../../../shared/tour/plan.ts';
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
    visits: lines.flatMap((line) => line.visits.flatMap((visit) => visitOf(one, visit, personOf(one, line)))),
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
  return [{ personId: personOf(one, line), unitId, placeEn, placeHi, depart, arrive, legKm, legMinutes }];
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

function visitOf(one: TourCase, visit: PlannedVisit, personId: string): TourVisit[] {
  const stop = one.stopById.get(visit.stopId);
  if (!stop) return [];
  const { arrive, begin, leave, legKm, legMinutes, fromPlace, place } = visit;
  const cell = fromPlace === null ? null : fromPlace * one.places.length + place;
  const { unitId, nameEn, nameHi, placeEn, placeHi, lat, lon, pinned, dayPinned, levelId, must, worth, beginFrom, beginTo, onlyFromDay, onlyToDay } = stop;
  return [{
    stopId: stop.id, unitId, nameEn, nameHi, placeEn, placeHi, lat, lon, arrive, begin, leave, legKm, legMinutes,
    fromUnitId: fromPlace === null ? null : one.places[fromPlace]!.unitId,
    source: cell === null ? null : travelSources[one.source[cell]!]!,
    corrected: cell !== null && one.corrected[cell] === 1,
    pinned, dayPinned, levelId, must, worth, beginFrom, beginTo, onlyFromDay, onlyToDay, personId,
    marked: stop.marked,
    ownMinutes: stop.ownLength ? stop.minutes : null,
  }];
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
