// What a new, empty workspace begins with: levels, the state itself, and the metrics nearly every campaign counts.
import { childPath } from '../../shared/rules/hierarchy.ts';
import { seedCommittees } from '../store/migrations/0030-people.ts';
import type { WriteDb } from '../store/sql.ts';
import { insertRow } from '../store/insertRow.ts';
import { fillLevels } from './startingLevels.ts';

export function fillNew(db: WriteDb, newId: () => string, names: { nameEn: string; nameHi: string }): void {
  fillLevels(db);
  db.run(seedCommittees);
  const nameHi = names.nameHi === '' ? null : names.nameHi;
  insertRow(db, 'workspace', { key: 'nameEn', value: names.nameEn });
  insertRow(db, 'workspace', { key: 'nameHi', value: names.nameHi });
  insertRow(db, 'unit', { id: newId(), parentId: null, levelId: 'state', path: childPath('', 1), nameEn: names.nameEn, nameHi });
  const members = newId();
  insertRow(db, 'metric', { id: members, nameEn: 'Members enrolled', nameHi: 'नए सदस्य', kind: 'sum' });
  insertRow(db, 'metric', { id: newId(), nameEn: "Women's share", nameHi: 'महिलाओं का अनुपात', kind: 'share', ofMetricId: members });
  insertRow(db, 'metric', { id: newId(), nameEn: 'Panchayat committees formed', nameHi: 'पंचायत समिति गठित', kind: 'onePerUnit', countLevelId: 'panchayat' });
}
