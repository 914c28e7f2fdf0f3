// One day of a tour with everything the aide in the car needs of each stop.
import type { Receiver, RoadDay, RoadStop, VisitMark } from '../../../shared/model/onTheDay.ts';
import type { TourDay } from '../../../shared/model/tour.ts';
import type { ReadDb } from '../../store/sql.ts';
import { receiverAt } from '../sheet/leaders.ts';
import { tourDetail } from '../tour/tourDetail.ts';

/** What became of the stops of a tour, by stop. */
export function marksOf(db: ReadDb, tourId: string): Map<string, VisitMark> {
  const rows = db.all<VisitMark & { stopId: string }>(
    `SELECT visit.stopId, visit.state, visit.arrivedMinute, visit.heldFrom, visit.heldTo, visit.attendance, visit.note
     FROM tourStop JOIN visit ON visit.stopId = tourStop.id WHERE tourStop.tourId = ?`, tourId,
  );
  return new Map(rows.map(({ stopId, ...mark }) => [stopId, mark]));
}

/** What one leader has on the day. Throws `tours.gone`. A day without stops is an empty one. */
export function roadDay(db: ReadDb, tourId: string, personId: string, day: string): RoadDay {
  const tour = tourDetail(db, tourId);
  const found = tour.days.find((one) => one.day === day);
  const marks = marksOf(db, tourId);
  const leader = tour.leaders.find((one) => one.personId === personId) ?? tour.leaders[0]!;
  const { nameEn, nameHi } = tour;
  const mine = (one: TourDay): TourDay['visits'] => one.visits.filter((visit) => visit.personId === leader.personId);
  const visits = found ? mine(found) : [];
  const night = found?.nights.find((one) => one.personId === leader.personId);
  return {
    tourId, nameEn, nameHi, personId: leader.personId, personNameEn: leader.nameEn, personNameHi: leader.nameHi, day, dutyTo: found?.leaders.find((one) => one.personId === leader.personId)?.dutyTo ?? tour.dutyTo,
    days: tour.days.filter((one) => mine(one).length > 0).map((one) => one.day),
    stops: visits.map((visit): RoadStop => ({
      ...visit,
      mark: marks.get(visit.stopId) ?? null,
      receiver: receiverOf(db, visit.unitId, day),
      openPromises: db.get<{ n: number }>('SELECT COUNT(*) AS n FROM promise WHERE unitId = ? AND doneDay IS NULL', visit.unitId)!.n,
    })),
    nightPlaceEn: night?.placeEn ?? null,
    nightPlaceHi: night?.placeHi ?? null,
    drivingKm: visits.reduce((sum, visit) => sum + visit.legKm, 0),
    drivingMinutes: visits.reduce((sum, visit) => sum + visit.legMinutes, 0),
    problems: found?.problems ?? [],
  };
}

function receiverOf(db: ReadDb, unitId: string, day: string): Receiver | null {
  const found = receiverAt(db, unitId, day);
  return found ? { personId: found.id, nameEn: found.nameEn, nameHi: found.nameHi, titleEn: found.titleEn, titleHi: found.titleHi, phone: found.phone } : null;
}
