// Under whose name a sheet goes out: the party, else the workspace's own name.
import type { Text } from '../../../shared/model/sheet.ts';
import type { ReadDb } from '../../store/sql.ts';
import { nameOf } from './wording.ts';

export function officeOf(db: ReadDb): Text {
  const kept = new Map(db.all<{ key: string; value: string }>(`SELECT key, value FROM workspace WHERE key IN ('party', 'partyHi', 'nameEn', 'nameHi')`).map(({ key, value }) => [key, value.trim()]));
  const party = nameOf({ nameEn: kept.get('party') ?? '', nameHi: kept.get('partyHi') ?? '' });
  return party.hi === '' ? nameOf({ nameEn: kept.get('nameEn') ?? '', nameHi: kept.get('nameHi') ?? '' }) : party;
}
