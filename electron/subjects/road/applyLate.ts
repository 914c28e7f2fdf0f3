// Writes the rest of a late day as it was seen, and puts what fell out on later days or lets it wait.
import { AppError } from '../../../shared/errors.ts';
import type { LateAnswer } from '../../../shared/model/onTheDay.ts';
import type { CommandContext } from '../../calls.ts';
import { entriesAfter, lateDay } from './lateDay.ts';
import { onLaterDay } from './laterOffers.ts';

/** Throws `road.changed` where the open stops or their times are no longer those that were seen, `road.noRoom`. */
export function applyLate({ db, today, summarise }: CommandContext, { tourId, personId, day, lateMinutes, stays, fallsOut }: LateAnswer): null {
  const shortestMinutes = stays.length === 0 ? null : Math.min(...stays.map((stay) => stay.minutes));
  const late = lateDay(db, today, { tourId, personId, day, lateMinutes, shortestMinutes });
  if (!late) throw new AppError('road.changed');
  const { tour } = late;
  const own = late.open.filter((stop) => tour.one.stopById.has(stop.id));
  const said = new Map([...stays.map((stay) => [stay.stopId, stay] as const), ...fallsOut.map((out) => [out.stopId, null] as const)]);
  if (said.size !== stays.length + fallsOut.length || own.length !== said.size || own.some((stop) => !said.has(stop.id))) throw new AppError('road.changed');
  // What was seen is held, not what would be worked out now.
  const seen = { ...late, rest: { ...late.rest, stays: stays.map(({ stopId, begin, minutes }) => ({ id: stopId, begin, minutes })), fallsOut: fallsOut.map(({ stopId }) => stopId) } };
  for (const { stopId, begin, minutes } of stays) db.run('UPDATE tourStop SET beginMinute = ?, minutes = ? WHERE id = ? AND (beginMinute IS NOT ? OR minutes <> ?)', begin, minutes, stopId, begin, minutes);
  let entries = entriesAfter(seen);
  for (const { stopId, day: to } of fallsOut) {
    if (to === null) {
      db.run('UPDATE tourStop SET day = NULL, beginMinute = NULL, pinned = 0, dayPinned = 0 WHERE id = ?', stopId);
      continue;
    }
    const found = to > day ? onLaterDay(tour, entries, stopId, to, late.on.plan.leader ?? 0, today) : null;
    const stop = tour.one.stopById.get(stopId)!;
    if (!found) throw new AppError('road.noRoom', { nameEn: stop.nameEn, nameHi: stop.nameHi, day: to });
    entries = found.entries;
    db.run('UPDATE tourStop SET day = ?, beginMinute = ?, pinned = 0, dayPinned = 0 WHERE id = ?', to, found.insertion.begin, stopId);
    for (const entry of entries) {
      if (tour.one.stopById.has(entry.stopId) && entry.stopId !== stopId) db.run('UPDATE tourStop SET beginMinute = ? WHERE id = ? AND beginMinute IS NOT ?', entry.begin!, entry.stopId, entry.begin!);
    }
  }
  const { nameEn, nameHi } = tour.one.tour;
  summarise('onTheDay.late', { nameEn, nameHi, count: fallsOut.length, lateMinutes });
  return null;
}
