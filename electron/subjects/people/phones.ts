// The numbers of a person, the first of which stands on sheets.
import type { PersonPhone } from '../../../shared/model/person.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { ReadDb, WriteDb } from '../../store/sql.ts';

export const phonesOf = (db: ReadDb, personId: string): PersonPhone[] => db.all<PersonPhone>('SELECT kind, number FROM personPhone WHERE personId = ? ORDER BY ordinal', personId);

/** Writes the numbers anew only where they differ, so that an undo step holds nothing that did not change. */
export function savePhones(db: WriteDb, personId: string, phones: readonly PersonPhone[]): void {
  if (JSON.stringify(phonesOf(db, personId)) === JSON.stringify(phones.map(({ kind, number }) => ({ kind, number })))) return;
  db.run('DELETE FROM personPhone WHERE personId = ?', personId);
  phones.forEach(({ kind, number }, at) => insertRow(db, 'personPhone', { personId, ordinal: at + 1, kind, number }));
}
