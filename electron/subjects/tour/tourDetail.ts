// A tour as the screens and sheets show it: day by day with arrivals, legs, nights, and everything that cannot be.
import { BlackoutKind } from '../../../shared/model/blackout.ts';
import type { TourDay, TourDetail, TourLeaderRow } from '../../../shared/model/tour.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { TourPlan } from '../../../shared/tour/plan.ts';
import type { ReadDb } from '../../store/sql.ts';
import { tourCase } from './tourCase.ts';
import { shownDays } from './shownDays.ts';
import { shownProblems } from './tourProblems.ts';
import { isPlanned } from './tourRecord.ts';
import type { SharingLeader, TourRecord } from './tourRecord.ts';

/** Throws `tours.gone`. */
export function tourDetail(db: ReadDb, tourId: string): TourDetail {
  const one = tourCase(db, tourId);
  const plan = checkTour(one.problem, one.entries);
  const isOpen = !one.stops.some(isPlanned);
  // Before anything is planned every stop is left out: that is no fault.
  const problems = shownProblems(one, plan).filter((problem) => !(isOpen && problem.code === 'stopLeftOut'));
  const reasons = new Map(plan.leftOut.map(({ stopId, reason }) => [stopId, reason as string]));
  const { tour, stops, leaders, nightUnitIds } = one;
  const days = shownDays(one, plan, problems);
  const { id, nameEn, nameHi, personId, personNameEn, personNameHi, fromDay, toDay, firstUnitId, lastUnitId } = tour;
  const { meetingMinutes, dutyFrom, dutyTo } = tour;
  const { roadFactor, speedKmPerHour } = tour.ownRoads === 1 ? tour : { roadFactor: null, speedKmPerHour: null };
  return {
    id, nameEn, nameHi, personId, personNameEn, personNameHi, fromDay, toDay, firstUnitId, lastUnitId,
    meetingMinutes, dutyFrom, dutyTo, roadFactor, speedKmPerHour,
    unitIds: stops.filter((stop) => stop.must).map((stop) => stop.unitId),
    rules: {
      leaderIds: leaders.slice(1).map((leader) => leader.personId),
      leaderRules: leaders.slice(1).map(({ nameEn: _en, nameHi: _hi, ...own }) => own),
      darkBySun: tour.darkBySun === 1, slowInDark: tour.slowInDark === 1, avoidBlackouts: BlackoutKind.options.filter((kind) => tour.avoidBlackouts.split(' ').includes(kind)),
      darkFrom: tour.darkFrom, darkUntil: tour.darkUntil, maxDrivingMinutes: tour.maxDrivingMinutes,
      fewestDays: tour.fewestDays === 1, driveOn: tour.driveOn === 1, nightUnitIds, wantedMinutes: tour.wantedMinutes,
      wanted: stops.filter((stop) => !stop.must).map(({ unitId, worth }) => ({ unitId, worth })),
    },
    leaders: leaders.map((leader, at) => ({ ...leader, ...doneBy(plan, at, days, leader.personId) })),
    figures: { roadFactor: tour.roadFactor, speedKmPerHour: tour.speedKmPerHour },
    onCalendar: tour.onCalendar === 1,
    versionOf: tour.versionOf,
    versions: versionsOf(db, tour),
    days,
    leftOut: stops.filter((stop) => !isPlanned(stop) || stop.lat === null).map((stop) => ({
      stopId: stop.id, unitId: stop.unitId, nameEn: stop.nameEn, nameHi: stop.nameHi, must: stop.must, worth: stop.worth,
      reason: stop.lat === null || stop.lon === null ? 'noPoint' : isOpen ? 'notPlanned' : reasons.get(stop.id) ?? 'noRoom',
    })),
    problems,
    totals: {
      travelMinutes: plan.totals.travelMinutes,
      distanceKm: plan.totals.distanceKm,
      visits: days.reduce((sum, day) => sum + day.visits.length, 0),
      daysUsed: days.filter((day) => day.visits.length > 0).length,
      nights: days.reduce((sum, day) => sum + day.nights.length, 0),
      worth: stops.filter((stop) => isPlanned(stop) && !stop.must).reduce((sum, stop) => sum + stop.worth, 0),
      freeMinutes: days.reduce((sum, day) => sum + day.freeMinutes, 0),
    },
    bound: boundOf(plan),
  };
}

/** What one of the leaders does of the plan. */
function doneBy(plan: TourPlan, at: number, days: readonly TourDay[], personId: string): Omit<TourLeaderRow, keyof SharingLeader> {
  const mine = plan.days.filter(({ leader = 0 }) => leader === at);
  const visits = days.map((day) => day.visits.filter((visit) => visit.personId === personId).length);
  return {
    visits: visits.reduce((sum, count) => sum + count, 0),
    daysUsed: visits.filter((count) => count > 0).length,
    distanceKm: mine.reduce((sum, line) => sum + line.drivingKm, 0),
    travelMinutes: mine.reduce((sum, line) => sum + line.drivingMinutes, 0),
    nights: mine.filter(({ nightPlace }) => nightPlace !== null).length,
  };
}

function boundOf({ bound }: TourPlan): TourDetail['bound'] {
  return { travelMinutes: bound.lower, gapPercent: bound.gap === null ? null : bound.gap * 100 };
}

/** The tour itself and its other versions, by number. */
function versionsOf(db: ReadDb, { id, versionOf }: TourRecord): TourDetail['versions'] {
  const family = versionOf ?? id;
  const rows = db.all<{ id: string; number: number; note: string }>(
    'SELECT id, versionNumber AS number, versionNote AS note FROM tour WHERE id = ? OR versionOf = ? ORDER BY versionNumber, id', family, family,
  );
  return rows.map((row) => ({ ...row, chosen: row.id === family }));
}
