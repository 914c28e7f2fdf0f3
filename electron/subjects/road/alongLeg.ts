// What lies beside one leg of a planned tour, most worth first.
import { AppError } from '../../../shared/errors.ts';
import type { RoadsideAnswer, RoadsideQuestion, RoadsideUnit } from '../../../shared/model/road.ts';
import { insertAt } from '../../../shared/rules/road/insertStop.ts';
import type { LineStop, Travel } from '../../../shared/rules/road/dayLine.ts';
import type { ReadDb } from '../../store/sql.ts';
import { crumbsOf, withinOf } from '../unitPlace.ts';
import { unitsNearLeg } from './nearLeg.ts';
import type { NearUnit } from './nearLeg.ts';
import { factsOn, judgeOn } from './roadsideFacts.ts';
import type { UnitFacts } from './roadsideFacts.ts';
import { legTo, tourLine, wantedMinutesOf } from './tourLine.ts';
import type { DayOnRoad } from './tourLine.ts';

/** The day's own places, and one more behind them that lies on the leg. */
export function travelWith({ travel, line }: DayOnRoad, leg: number, near: NearUnit): Travel {
  const count = travel.placeCount;
  const to = leg + (line.startPlace === null ? 0 : 1);
  // Nothing else of the unit is ever asked than the way to it and on from it.
  const minutes: number[] = [];
  for (let i = 0; i <= count; i++) {
    for (let j = 0; j <= count; j++) minutes.push(i < count && j < count ? travel.minutes[i * count + j]! : i === to - 1 ? near.minutesTo : j === to ? near.minutesOn : 0);
  }
  return { placeCount: count + 1, minutes };
}

export const asStop = (unitId: string, place: number, minutes: number): LineStop => ({ id: unitId, place, minutes, notBefore: 0, exactly: null });

/** With the unit's own facts; the hour it would begin is asked of the day. */
export function asRoadside(db: ReadDb, near: NearUnit, facts: UnitFacts, begin: number | null): RoadsideUnit {
  const { unitId, nameEn, nameHi, placeEn, placeHi, lat, lon, offKm, detourMinutes, detourKm, path } = near;
  return { unitId, nameEn, nameHi, placeEn, placeHi, lat, lon, offKm, detourMinutes, detourKm, ...withinOf(crumbsOf(db, path)), ...facts, begin };
}

/** Throws `tours.gone`, `road.noLeg` where the stop is not planned or nothing leads to it. */
export function alongLeg(db: ReadDb, today: string, { tourId, stopId, levelId, corridorKm }: RoadsideQuestion): RoadsideAnswer {
  const tour = tourLine(db, tourId);
  const found = legTo(tour, stopId, today);
  const visit = found?.on.plan.visits[found.leg];
  if (!found || visit === undefined || visit.fromPlace === null) throw new AppError('road.noLeg');
  const { on, leg } = found;
  const { one } = tour;
  const [from, to] = [one.places[visit.fromPlace]!, one.places[visit.place]!];
  const known = new Set(one.stops.flatMap((stop) => (stop.day === null ? [] : [stop.unitId])));
  const near = unitsNearLeg(db, { from, to, roads: one.tour }, levelId, corridorKm, known);
  const judge = judgeOn(db, today, on.day);
  const facts = factsOn(db, judge, on.day, near.units);
  const meetingMinutes = wantedMinutesOf(db, tourId);
  const units = near.units.map((unit) => {
    const added = asStop(unit.unitId, on.travel.placeCount, meetingMinutes);
    const begin = on.shut ? null : insertAt(on.line, travelWith(on, leg, unit), on.stops, added, leg)?.begin ?? null;
    return { unit, facts: facts.get(unit.unitId)!, begin };
  }).toSorted((a, b) => b.facts.worth - a.facts.worth || a.unit.detourMinutes - b.unit.detourMinutes || (a.unit.path < b.unit.path ? -1 : 1));
  return {
    day: on.day, fromUnitId: from.unitId, fromPlaceEn: from.placeEn, fromPlaceHi: from.placeHi, toPlaceEn: to.placeEn, toPlaceHi: to.placeHi,
    legMinutes: visit.legMinutes, legKm: visit.legKm, freeMinutes: on.freeMinutes, meetingMinutes,
    programmeEn: judge.aim?.programme.nameEn ?? null, programmeHi: judge.aim?.programme.nameHi ?? null,
    metricEn: judge.aim?.metric.nameEn ?? null, metricHi: judge.aim?.metric.nameHi ?? null,
    total: near.total,
    units: units.map(({ unit, facts: own, begin }) => asRoadside(db, unit, own, begin)),
  };
}
