// The day of a tour: which stop is now and next, what became of each, and what being late does to the rest.
import { AppError } from '../../shared/errors.ts';
import type { VisitMark } from '../../shared/model/onTheDay.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import { applyLate } from './road/applyLate.ts';
import { latePlan } from './road/lateDay.ts';
import { roadDay } from './road/roadDay.ts';
import { toursOnRoad } from './road/toursOnRoad.ts';

/** Throws `onTheDay.badTimes`: held before arrived, or over before begun. */
function checkTimes({ arrivedMinute, heldFrom, heldTo }: VisitMark): void {
  const known = [arrivedMinute, heldFrom, heldTo].filter((minute) => minute !== null);
  if (known.some((minute, index) => index > 0 && minute < known[index - 1]!)) throw new AppError('onTheDay.badTimes', { arrivedMinute, heldFrom, heldTo });
}

const unmarked: Omit<VisitMark, 'state'> = { arrivedMinute: null, heldFrom: null, heldTo: null, attendance: null, note: '' };

export const onTheDay = {
  'onTheDay.tours': ({ db, today }, { day }) => toursOnRoad(db, day ?? today),

  'onTheDay.day': ({ db }, { tourId, personId, day }) => roadDay(db, tourId, personId, day),

  'onTheDay.late': ({ db, today }, question) => latePlan(db, today, question),

  'onTheDay.applyLate': (context, answer) => applyLate(context, answer),

  'onTheDay.mark': ({ db, today, newId, summarise }, { stopId, mark: change }) => {
    const stop = db.get<{ unitId: string; personId: string; day: string | null; nameEn: string; nameHi: string | null }>(
      `SELECT tourStop.unitId, COALESCE(tourStop.personId, tour.personId) AS personId, tourStop.day, unit.nameEn, unit.nameHi
       FROM tourStop JOIN tour ON tour.id = tourStop.tourId JOIN unit ON unit.id = tourStop.unitId WHERE tourStop.id = ?`, stopId,
    );
    if (!stop) throw new AppError('tours.stopGone');
    const { unitId, personId, day, nameEn, nameHi } = stop;
    if (day === null) throw new AppError('tours.notPlanned', { nameEn, nameHi });
    const known = db.get<VisitMark & { id: string }>('SELECT id, state, arrivedMinute, heldFrom, heldTo, attendance, note FROM visit WHERE stopId = ?', stopId);
    const state = change?.state ?? known?.state;
    if (change && !state) throw new AppError('onTheDay.notMarked', { nameEn, nameHi });
    const mark: VisitMark | null = change && state ? { ...(known ?? unmarked), ...change, state } : null;
    if (mark && mark.state !== 'skipped' && day > today) throw new AppError('onTheDay.inFuture', { nameEn, nameHi, day, today });
    if (mark) checkTimes(mark);
    if (mark && known) {
      db.run(
        'UPDATE visit SET unitId = ?, personId = ?, day = ?, state = ?, arrivedMinute = ?, heldFrom = ?, heldTo = ?, attendance = ?, note = ? WHERE id = ?',
        unitId, personId, day, mark.state, mark.arrivedMinute, mark.heldFrom, mark.heldTo, mark.attendance, mark.note, known.id,
      );
    } else if (mark) insertRow(db, 'visit', { id: newId(), stopId, unitId, personId, day, ...mark });
    else if (known) db.run('DELETE FROM visit WHERE id = ?', known.id);
    summarise(mark ? `onTheDay.${mark.state}` : 'onTheDay.unmark', { nameEn, nameHi, attendance: mark?.attendance ?? null });
    return null;
  },
} satisfies Calls<'onTheDay'>;
