// One day of a tour with everything the aide in the car needs of each stop.
import type { RoadDay, RoadStop, VisitMark } from '../../../shared/model/onTheDay.ts';
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

/** Throws `tours.gone`. A day without stops is an empty one. */
export function roadDay(db: ReadDb, tourId: string, day: string): RoadDay {
  const tour = tourDetail(db, tourId);
  const found = tour.days.find((one) => one.day === day);
  const marks = marksOf(db, tourId);
  const { nameEn, nameHi, personId, personNameEn, personNameHi, dutyTo } = tour;
  return {
    tourId, nameEn, nameHi, personId, personNameEn, personNameHi, day, dutyTo,
    days: tour.days.filter((one) => one.visits.length > 0).map((one) => one.day),
    stops: (found?.visits ?? []).map((visit): RoadStop => {
      const receiver = receiverAt(db, visit.unitId, day);
      return {
        ...visit,
        mark: marks.get(visit.stopId) ?? null,
        receiver: receiver ? { personId: receiver.id, nameEn: receiver.nameEn, nameHi: receiver.nameHi, titleEn: receiver.titleEn, titleHi: receiver.titleHi, phone: receiver.phone } : null,
        openPromises: db.get<{ n: number }>('SELECT COUNT(*) AS n FROM promise WHERE unitId = ? AND doneDay IS NULL', visit.unitId)!.n,
      };
    }),
    nightPlaceEn: found?.nightPlaceEn ?? null,
    nightPlaceHi: found?.nightPlaceHi ?? null,
    drivingKm: found?.drivingKm ?? 0,
    drivingMinutes: found?.drivingMinutes ?? 0,
    problems: found?.problems ?? [],
  };
}
