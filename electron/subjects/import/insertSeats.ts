// Makes the Assembly seats that come with a sheet, in a file that has none yet.
import type { ImportSeat } from '../../../shared/model/importing.ts';
import type { CommandContext } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';

/** Their reservation and Lok Sabha seat are not in such sheets: both stay open. */
export function insertSeats({ db, newId }: Pick<CommandContext, 'db' | 'newId'>, seats: readonly ImportSeat[]): void {
  for (const { number, nameEn, nameHi } of seats) {
    insertRow(db, 'constituency', { id: newId(), kind: 'assembly', number, nameEn, nameHi, reservation: '', parentId: null, electors: null });
  }
}
