// What handing out, handing over, renewing and ending do to the responsibilities of one unit: periods are cut and joined, never doubled.
import type { ChargeTerms } from '../../../shared/model/charge.ts';
import { AppError } from '../../../shared/errors.ts';
import { addDays } from '../../../shared/dates.ts';
import { cutOut, hull, touching } from '../../../shared/rules/charges/periods.ts';
import type { Period } from '../../../shared/rules/charges/periods.ts';
import type { CommandContext } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';

export interface StoredCharge extends ChargeTerms {
  id: string;
  personId: string;
  unitId: string;
}

const columns = 'id, personId, unitId, fromDay, toDay, programmeId, kind, orderBy, orderDay';

export function checkPeriod({ fromDay, toDay }: Period): void {
  if (toDay < fromDay) throw new AppError('dates.endBeforeStart', { fromDay, toDay });
}

export function chargeOf(db: ReadDb, id: string): StoredCharge {
  const row = db.get<StoredCharge>(`SELECT ${columns} FROM responsibility WHERE id = ?`, id);
  if (!row) throw new AppError('charges.gone');
  return row;
}

/** Leaves of a responsibility only the pieces given; the first keeps its id. */
export function keepPieces({ db, newId }: CommandContext, charge: StoredCharge, pieces: readonly Period[]): void {
  const [first, ...others] = pieces;
  if (!first) {
    db.run('DELETE FROM responsibility WHERE id = ?', charge.id);
    return;
  }
  if (first.fromDay !== charge.fromDay || first.toDay !== charge.toDay) db.run('UPDATE responsibility SET fromDay = ?, toDay = ? WHERE id = ?', first.fromDay, first.toDay, charge.id);
  for (const piece of others) insertRow(db, 'responsibility', { ...charge, ...piece, id: newId() });
}

/** Gives one unit: what the person has of it already and touches becomes one with it; in another role or by another order it gives way. */
export function give(context: CommandContext, personId: string, unitId: string, terms: ChargeTerms): void {
  const { db, newId } = context;
  const own = db.all<StoredCharge>(`SELECT ${columns} FROM responsibility WHERE unitId = ? AND personId = ? AND programmeId IS ? ORDER BY fromDay`, unitId, personId, terms.programmeId);
  const joins = own.filter((row) => row.kind === terms.kind && (terms.orderBy === '' || (row.orderBy === terms.orderBy && row.orderDay === terms.orderDay)) && touching(row, terms));
  for (const row of own) if (!joins.includes(row)) keepPieces(context, row, cutOut(row, terms));
  const [first, ...others] = joins;
  if (!first) {
    const { fromDay, toDay, programmeId, kind, orderBy, orderDay } = terms;
    insertRow(db, 'responsibility', { id: newId(), personId, unitId, fromDay, toDay, programmeId, kind, orderBy, orderDay });
    return;
  }
  for (const row of others) keepPieces(context, row, []);
  keepPieces(context, first, [hull([terms, first, ...others])]);
}

/** Whoever else is in charge of the unit for the same programme gives it up for the days given; true when there was somebody. */
export function takeOver(context: CommandContext, personId: string, unitId: string, terms: ChargeTerms): boolean {
  const others = context.db.all<StoredCharge>(
    `SELECT ${columns} FROM responsibility WHERE unitId = ? AND personId <> ? AND programmeId IS ? AND kind = 'inCharge' AND fromDay <= ? AND toDay >= ?`,
    unitId, personId, terms.programmeId, terms.toDay, terms.fromDay);
  for (const row of others) keepPieces(context, row, cutOut(row, terms));
  return others.length > 0;
}

/** Units that are there and open, each given once. */
export function checkUnits(db: ReadDb, unitIds: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of unitIds) {
    const unit = unitOf(db, id);
    if (unit.closedDay !== null) throw new AppError('charges.closed', { nameEn: unit.nameEn, nameHi: unit.nameHi });
    if (seen.has(id)) throw new AppError('charges.twice', { nameEn: unit.nameEn, nameHi: unit.nameHi });
    seen.add(id);
  }
}

/** Names the leader on the targets the unit has in the programme (null: in every programme). */
export function nameOnTargets({ db }: CommandContext, personId: string, unitId: string, programmeId: string | null): void {
  db.run('UPDATE target SET personId = ? WHERE unitId = ? AND (? IS NULL OR programmeId = ?) AND personId IS NOT ?', personId, unitId, programmeId, programmeId, personId);
}

/** Hands one responsibility on from `day`: the old period ends the day before, the new one begins. */
export function handOn(context: CommandContext, charge: StoredCharge, toPersonId: string, day: string, order: { orderBy: string; orderDay: string | null }): void {
  keepPieces(context, charge, charge.fromDay < day ? [{ fromDay: charge.fromDay, toDay: addDays(day, -1) }] : []);
  const fromDay = charge.fromDay < day ? day : charge.fromDay;
  give(context, toPersonId, charge.unitId, { ...charge, fromDay, ...(order.orderBy === '' ? {} : order) });
}

/** Everything of a person that still runs or is to come on `day`, at the units given (null: all). */
export function chargesFrom(db: ReadDb, personId: string, day: string, unitIds: readonly string[] | null): StoredCharge[] {
  return db.all<StoredCharge>(
    `SELECT ${columns} FROM responsibility WHERE personId = ? AND toDay >= ? AND (? IS NULL OR unitId IN (SELECT value FROM json_each(?))) ORDER BY fromDay, id`,
    personId, day, unitIds === null ? null : 1, JSON.stringify(unitIds ?? []));
}
