// What the whole file is about: its name, the party and office on its sheets, the day it looks from.
import { isDay } from '../../shared/dates.ts';
import { AppError } from '../../shared/errors.ts';
import type { Calls } from '../calls.ts';
import { rootOf } from './units.ts';

export const workspace = {
  'workspace.get': ({ db, today }) => {
    const values = new Map(db.raw<[string, string]>('SELECT key, value FROM workspace'));
    return {
      nameEn: values.get('nameEn') ?? '', nameHi: values.get('nameHi') || (values.get('nameEn') ?? ''),
      party: values.get('party') ?? '', partyHi: values.get('partyHi') ?? '',
      today, asOfDay: values.get('asOfDay') || null, demonstration: values.get('demonstration') === '1', rootUnitId: rootOf(db),
    };
  },
  'workspace.set': ({ db, summarise }, input) => {
    if (input.asOfDay && !isDay(input.asOfDay)) throw new AppError('dates.notADay', { text: input.asOfDay });
    for (const [key, value] of Object.entries(input)) {
      if (value === undefined) continue;
      if (value === null) db.run('DELETE FROM workspace WHERE key = ?', key);
      else db.run('INSERT INTO workspace (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value', key, value);
    }
    summarise('workspace.set');
    return null;
  },
} satisfies Calls<'workspace'>;
