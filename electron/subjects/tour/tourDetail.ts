// A tour as the screens and sheets show it: day by day with arrivals, legs, nights, and everything that cannot be.
import type { TourDay, TourDetail, TourVisit } from '../../../shared/model/tour.ts';
import { travelSources } from '../../../shared/rules/travel.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { TourDayPlan, TourPlan, TourVisit as PlannedVisit } from '../../../shared/tour/plan.ts';
import type { ReadDb } from '../../store/sql.ts';
import { tourCase } from './tourCase.ts';
import type { TourCase } from './tourCase.ts';
import { shownProblems } from './tourProblems.ts';
import { isPlanned } from './tourRecord.ts';

/** Throws `tours.gone`. */
export function tourDetail(db: ReadDb, tourId: string): TourDetail {
  const one = tourCase(db, tourId);
  const plan = checkTour(one.problem, one.entries);
  const isOpen = !one.stops.some(isPlanned);
  // Before anything is planned every stop is left out: that is no fault.
  const problems = shownProblems(one, plan).filter((problem) => !(isOpen && problem.code === 'stopLeftOut'));
  const reasons = new Map(plan.leftOut.map(({ stopId, reason }) => [stopId, reason as string]));
  const { tour, stops } = one;
  const days = plan.days.map((day) => dayOf(one, day, problems.filter((problem) => problem.day === one.days[day.day])));
  return {
    ...tour,
    unitIds: stops.map((stop) => stop.unitId),
    days,
    leftOut: stops.filter((stop) => !isPlanned(stop) || stop.lat === null).map((stop) => ({
      unitId: stop.unitId, nameEn: stop.nameEn, nameHi: stop.nameHi,
      reason: stop.lat === null || stop.lon === null ? 'noPoint' : isOpen ? 'notPlanned' : reasons.get(stop.id) ?? 'noRoom',
    })),
    problems,
    totals: {
      travelMinutes: plan.totals.travelMinutes,
      distanceKm: plan.totals.distanceKm,
      visits: days.reduce((sum, day) => sum + day.visits.length, 0),
      daysUsed: days.filter((day) => day.visits.length > 0).length,
    },
    bound: boundOf(plan),
  };
}

function boundOf({ bound }: TourPlan): TourDetail['bound'] {
  return { travelMinutes: bound.lower, gapPercent: bound.gap === null ? null : bound.gap * 100 };
}

function dayOf(one: TourCase, day: TourDayPlan, problems: TourDay['problems']): TourDay {
  const night = day.nightPlace === null ? null : one.places[day.nightPlace]!;
  return {
    day: one.days[day.day]!,
    visits: day.visits.flatMap((visit) => visitOf(one, visit)),
    nightUnitId: night?.unitId ?? null,
    nightPlaceEn: night?.placeEn ?? null,
    nightPlaceHi: night?.placeHi ?? null,
    drivingMinutes: day.drivingMinutes,
    drivingKm: day.drivingKm,
    problems,
  };
}

function visitOf(one: TourCase, visit: PlannedVisit): TourVisit[] {
  const stop = one.stopById.get(visit.stopId);
  if (!stop) return [];
  const { arrive, begin, leave, legKm, legMinutes, fromPlace, place } = visit;
  return [{
    stopId: stop.id, unitId: stop.unitId, nameEn: stop.nameEn, nameHi: stop.nameHi, placeEn: stop.placeEn, placeHi: stop.placeHi,
    lat: stop.lat, lon: stop.lon, arrive, begin, leave, legKm, legMinutes,
    fromUnitId: fromPlace === null ? null : one.places[fromPlace]!.unitId,
    source: fromPlace === null ? null : travelSources[one.source[fromPlace * one.places.length + place]!]!,
    corrected: fromPlace !== null && one.corrected[fromPlace * one.places.length + place] === 1,
    pinned: stop.pinned,
  }];
}
