// What a new, empty workspace begins with: levels, the state itself, and the metrics nearly every party counts.
import { childPath } from '../../shared/rules/hierarchy.ts';
import { seedCommittees } from '../store/migrations/0030-people.ts';
import type { WriteDb } from '../store/sql.ts';
import { insertRow } from '../store/insertRow.ts';
import { addStarterMetrics } from '../subjects/programme/starterMetrics.ts';
import { fillLevels } from './startingLevels.ts';

export function fillNew(db: WriteDb, newId: () => string, names: { nameEn: string; nameHi: string }): void {
  fillLevels(db);
  db.run(seedCommittees);
  const nameHi = names.nameHi === '' ? null : names.nameHi;
  insertRow(db, 'workspace', { key: 'nameEn', value: names.nameEn });
  insertRow(db, 'workspace', { key: 'nameHi', value: names.nameHi });
  insertRow(db, 'unit', { id: newId(), parentId: null, levelId: 'state', path: childPath('', 1), nameEn: names.nameEn, nameHi });
  addStarterMetrics(db, newId);
}
