// Blackout days: kept one by one, and brought in from a sheet.
import { AppError } from '../../shared/errors.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import { blackoutsOf } from './programme/blackouts.ts';

export const blackouts = {
  'blackouts.list': ({ db }, asked) => blackoutsOf(db, asked),
  'blackouts.save': ({ db, newId, summarise }, { id: known, fields }) => {
    const { nameEn, nameHi, kind, fromDay, toDay, unitId } = fields;
    if (toDay < fromDay) throw new AppError('dates.endBeforeStart', { fromDay, toDay });
    if (unitId !== null && !db.get('SELECT 1 FROM unit WHERE id = ?', unitId)) throw new AppError('units.gone');
    const id = known ?? newId();
    if (known === null) insertRow(db, 'blackout', { id, ...fields });
    else if (db.run('UPDATE blackout SET nameEn = ?, nameHi = ?, kind = ?, fromDay = ?, toDay = ?, unitId = ? WHERE id = ?', nameEn, nameHi, kind, fromDay, toDay, unitId, id) === 0) throw new AppError('blackouts.gone');
    summarise('blackouts.save', { nameEn, nameHi });
    return { id };
  },
  'blackouts.remove': ({ db, summarise }, { ids }) => {
    const gone = db.all<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM blackout WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
    if (gone.length === 0) throw new AppError('blackouts.gone');
    db.run('DELETE FROM blackout WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
    summarise('blackouts.remove', { ...gone[0]!, count: gone.length });
    return null;
  },
  'blackouts.inspect': () => { throw new AppError('blackouts.gone'); },
  'blackouts.preview': () => { throw new AppError('blackouts.gone'); },
  'blackouts.import': () => { throw new AppError('blackouts.gone'); },
} satisfies Calls<'blackouts'>;
