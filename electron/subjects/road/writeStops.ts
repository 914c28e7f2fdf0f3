// Writes new stops and new hours into a tour, and refuses what would break more than was broken before.
import { AppError } from '../../../shared/errors.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { CommandContext } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { WriteDb } from '../../store/sql.ts';
import { tourCase } from '../tour/tourCase.ts';

export interface NewStop {
  unitId: string;
  day: string;
  begin: number;
  minutes: number;
  worth: number;
  personId: string | null;
}

/** A wanted stop with its day and hour; one that waits without a day takes it. Throws `road.inTour`. */
export function putStop({ db, newId }: Pick<CommandContext, 'db' | 'newId'>, tourId: string, { unitId, day, begin, minutes, worth, personId }: NewStop): string {
  const known = db.get<{ id: string; day: string | null; nameEn: string; nameHi: string | null }>(
    'SELECT tourStop.id, tourStop.day, unit.nameEn, unit.nameHi FROM tourStop JOIN unit ON unit.id = tourStop.unitId WHERE tourId = ? AND unitId = ?', tourId, unitId,
  );
  if (known && known.day !== null) throw new AppError('road.inTour', { nameEn: known.nameEn, nameHi: known.nameHi });
  if (known) {
    db.run('UPDATE tourStop SET day = ?, beginMinute = ?, minutes = ?, personId = ? WHERE id = ?', day, begin, minutes, personId, known.id);
    return known.id;
  }
  const id = newId();
  insertRow(db, 'tourStop', { id, tourId, unitId, day, beginMinute: begin, minutes, must: 0, worth, personId });
  return id;
}

/** Moves a stop of the tour to another hour; one that has none, or is not the tour's, is left. */
export function putHour(db: WriteDb, tourId: string, stopId: string, begin: number): void {
  db.run('UPDATE tourStop SET beginMinute = ? WHERE id = ? AND tourId = ? AND beginMinute IS NOT ?', begin, stopId, tourId, begin);
}

/** How much is wrong with the plan as it stands: problems, and the minutes they say. */
export function wrongs(db: WriteDb, tourId: string): { count: number; minutes: number } {
  const { problem, entries } = tourCase(db, tourId);
  const { violations } = checkTour(problem, entries);
  return { count: violations.length, minutes: violations.reduce((sum, { minutes = 0 }) => sum + minutes, 0) };
}

/** Runs `act`; throws `road.changed` where it left more wrong than there was. */
export function withoutNewWrongs<Value>(db: WriteDb, tourId: string, act: () => Value): Value {
  const before = wrongs(db, tourId);
  const value = act();
  const after = wrongs(db, tourId);
  if (after.count > before.count || after.minutes > before.minutes) throw new AppError('road.changed');
  return value;
}
