// Assembly and Lok Sabha seats: changed by hand, or taken from a list.
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { ListedSeat, SeatRow } from '../../shared/model/seat.ts';
import type { Constituency } from '../../shared/model/unit.ts';
import { readSeatList } from '../../shared/rules/seats/readSeatList.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import { readTable } from '../sheets/readTable.ts';
import type { ReadDb } from '../store/sql.ts';

const columns = 'id, kind, number, nameEn, nameHi, reservation, parentId, electors';
const mostRows = 1000;

const allSeats = (db: ReadDb): Constituency[] => db.all<Constituency>(`SELECT ${columns} FROM constituency ORDER BY kind DESC, number`);

type Change = { seat: ListedSeat; there: Constituency | undefined; parentId: string | null };

/** What of a list differs from the file; `parentId` null where its Lok Sabha seat is new or unknown. */
function changesOf(db: ReadDb, listed: readonly ListedSeat[]): Change[] {
  const seats = allSeats(db);
  const at = (kind: Constituency['kind'], number: number) => seats.find((seat) => seat.kind === kind && seat.number === number);
  return listed.map((seat) => ({ seat, there: at('assembly', seat.number), parentId: seat.lokSabha === null ? null : at('lokSabha', seat.lokSabha.number)?.id ?? null }));
}

function differs({ seat, there, parentId }: Change): boolean {
  if (!there) return true;
  return there.nameEn !== seat.nameEn || (seat.nameHi !== null && there.nameHi !== seat.nameHi) || (seat.reservation !== '' && there.reservation !== seat.reservation)
    || (seat.lokSabha !== null && (parentId === null || there.parentId !== parentId)) || (seat.electors !== null && there.electors !== seat.electors);
}

const newLokSabha = (changes: readonly Change[]): Set<number> => new Set(changes.flatMap(({ seat, parentId }) => (seat.lokSabha !== null && parentId === null ? [seat.lokSabha.number] : [])));

export const seats = {
  'seats.list': ({ db }) => {
    const booths = new Map(db.raw<[string, number]>('SELECT constituencyId, COUNT(*) FROM unit WHERE constituencyId IS NOT NULL AND closedDay IS NULL GROUP BY constituencyId'));
    const rows = allSeats(db).map((seat): SeatRow => ({ ...seat, booths: booths.get(seat.id) ?? 0 }));
    for (const seat of rows) if (seat.kind === 'lokSabha') seat.booths = rows.reduce((sum, other) => sum + (other.parentId === seat.id ? other.booths : 0), 0);
    return rows;
  },

  'seats.save': ({ db, newId, summarise }, { id, fields }) => {
    const { kind, number, parentId } = fields;
    const same = db.get<{ id: string }>('SELECT id FROM constituency WHERE kind = ? AND number = ?', kind, number);
    if (same && same.id !== id) throw new AppError('seats.numberTaken', { number });
    const parent = kind === 'lokSabha' ? null : parentId;
    if (parent !== null && !db.get(`SELECT 1 FROM constituency WHERE id = ? AND kind = 'lokSabha'`, parent)) throw new AppError('seats.gone');
    summarise(id === null ? 'seats.add' : 'seats.save', { nameEn: fields.nameEn, nameHi: fields.nameHi, number });
    const seatId = id ?? newId();
    if (id === null) insertRow(db, 'constituency', { ...fields, id: seatId, parentId: parent });
    else {
      const changed = db.run(
        'UPDATE constituency SET number = ?, nameEn = ?, nameHi = ?, reservation = ?, parentId = ?, electors = ? WHERE id = ? AND kind = ?',
        number, fields.nameEn, fields.nameHi, fields.reservation, parent, fields.electors, seatId, kind);
      if (changed === 0) throw new AppError('seats.gone');
    }
    return { id: seatId };
  },

  'seats.remove': ({ db, summarise }, { id }) => {
    const seat = db.get<Constituency>(`SELECT ${columns} FROM constituency WHERE id = ?`, id);
    if (!seat) throw new AppError('seats.gone');
    const uses = ['unit WHERE constituencyId', 'constituency WHERE parentId', 'unitVersion WHERE constituencyId'].some((use) => db.get(`SELECT 1 FROM ${use} = ? LIMIT 1`, id));
    if (uses) throw new AppError('seats.inUse', { nameEn: seat.nameEn, nameHi: seat.nameHi });
    db.run('DELETE FROM constituency WHERE id = ?', id);
    summarise('seats.remove', { nameEn: seat.nameEn, nameHi: seat.nameHi });
    return null;
  },

  'seats.read': async (context, { token }) => {
    context.progress('exchange.read', 0, 1);
    const path = context.pathOf(token);
    const { rows } = await readTable(path).catch((error: unknown) => { throw error instanceof AppError ? error : new AppError('exchange.fileGone', { name: basename(path) }); });
    return { rows: rows.slice(0, mostRows).map((row) => row.slice(0, 40).map((cell) => cell.slice(0, 300))) };
  },

  'seats.preview': ({ db }, { rows }) => {
    const list = readSeatList(rows);
    const changes = changesOf(db, list.seats);
    const added = changes.filter(({ there }) => !there).length;
    const changed = changes.filter((change) => change.there && differs(change)).length;
    return { ...list, added, changed, same: changes.length - added - changed, lokSabhaAdded: newLokSabha(changes).size };
  },

  'seats.apply': ({ db, newId, summarise }, { rows }) => {
    const changes = changesOf(db, readSeatList(rows).seats);
    const made = new Map<number, string>();
    for (const number of newLokSabha(changes)) {
      const said = changes.map(({ seat }) => seat.lokSabha).filter((above) => above?.number === number);
      const nameEn = said.find((above) => above?.nameEn)?.nameEn ?? String(number);
      const id = newId();
      insertRow(db, 'constituency', { id, kind: 'lokSabha', number, nameEn, nameHi: said.find((above) => above?.nameHi)?.nameHi ?? null, reservation: '', parentId: null, electors: null });
      made.set(number, id);
    }
    let done = 0;
    for (const change of changes) {
      if (!differs(change)) continue;
      const { seat, there } = change;
      const parentId = change.parentId ?? (seat.lokSabha === null ? there?.parentId ?? null : made.get(seat.lokSabha.number) ?? null);
      done += 1;
      if (!there) insertRow(db, 'constituency', { id: newId(), kind: 'assembly', number: seat.number, nameEn: seat.nameEn, nameHi: seat.nameHi, reservation: seat.reservation, parentId, electors: seat.electors });
      else db.run('UPDATE constituency SET nameEn = ?, nameHi = ?, reservation = ?, parentId = ?, electors = ? WHERE id = ?', seat.nameEn, seat.nameHi ?? there.nameHi, seat.reservation || there.reservation, parentId, seat.electors ?? there.electors, there.id);
    }
    if (done === 0) throw new AppError('seats.nothingNew');
    summarise('seats.apply', { count: done });
    return { seats: done };
  },
} satisfies Calls<'seats'>;
