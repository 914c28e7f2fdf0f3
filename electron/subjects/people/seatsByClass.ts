// The seats of a level's committees by class, a window of classes at a time.
import type { CommitteeClass, SeatCount } from '../../../shared/model/committee.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { ReadDb } from '../../store/sql.ts';
import { classesOf, noClass } from '../group/classNames.ts';
import { unitsByClass } from '../group/unitsByClass.ts';
import { insideOf, levelSeats, placeOf, shiftsTo, unitsInside } from './committeeSums.ts';
import type { Place, Shift } from './committeeSums.ts';
import { templateOf } from './vacancies.ts';

interface Ask {
  unitId: string | null;
  group: GroupFilter | null;
  levelId: string;
  classificationId: string;
  offset: number;
  limit: number;
}

/** Where two classifications narrow at once no sums are kept: each unit's own committee is added up. */
function seatsInBoth(db: ReadDb, place: Place, levelId: string, units: number, shifts: readonly Shift[]): SeatCount {
  const inside = unitsInside(place, levelId)!;
  const isInside = insideOf(db, place);
  const sums = db.get<{ filled: number; over: number }>(
    `SELECT COALESCE(SUM(filled), 0) AS filled, COALESCE(SUM(over), 0) AS over FROM committeeSum WHERE levelId = ? AND unitId IN (${inside.sql})`, levelId, ...inside.values)!;
  const more = shifts.filter((shift) => shift.levelId === levelId && isInside(shift.path));
  const filled = more.reduce((sum, shift) => sum + shift.filled, sums.filled);
  const over = more.reduce((sum, shift) => sum + shift.over, sums.over);
  const seats = units * templateOf(db, levelId).reduce((sum, seat) => sum + seat.seats, 0);
  return { seats, filled, vacant: seats - filled, over };
}

export function seatsByClass(db: ReadDb, ask: Ask, day: string): Page<CommitteeClass> {
  const { unitId, levelId, classificationId, group, offset, limit } = ask;
  const counts = unitsByClass(db, ask);
  const same = group?.classificationId === classificationId ? group : null;
  const also = same ? null : group;
  const shown = [...classesOf(db, classificationId), noClass(classificationId)].filter(({ id }) => (counts.get(id) ?? 0) > 0 && (!same || same.classId === id));
  const shifts = shiftsTo(db, day);
  const rows = shown.slice(offset, offset + limit).map(({ id, nameEn, nameHi, code, number }): CommitteeClass => {
    const units = counts.get(id) ?? 0;
    const place = placeOf(db, unitId, { classificationId, classId: id }, also);
    const found = also ? seatsInBoth(db, place, levelId, units, shifts) : levelSeats(db, place, day, levelId, shifts)[0];
    const { seats = 0, filled = 0, vacant = 0, over = 0 } = found ?? {};
    return { class: { id, nameEn, nameHi, code, number }, units, seats, filled, vacant, over };
  });
  return { total: shown.length, offset, rows };
}
