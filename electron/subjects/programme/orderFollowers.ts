// What stands on a programme's days without being linked: due days of its targets, and responsibilities for it.
import { addDays, daysBetween } from '../../../shared/dates.ts';
import type { ChargeMove, DueMove, OrderMove } from '../../../shared/model/order.ts';
import type { ReadDb } from '../../store/sql.ts';
import type { OrderCase } from './orderCase.ts';

const programmesIn = (moves: readonly OrderMove[]): OrderMove[] => moves.filter(({ kind, oldToDay, newToDay, oldFromDay, newFromDay }) => kind === 'programme' && (oldToDay !== newToDay || oldFromDay !== newFromDay));

/** Phases that move, by their programme. */
export function phasesIn(moves: readonly OrderMove[]): Map<string, OrderMove[]> {
  const found = new Map<string, OrderMove[]>();
  for (const move of moves) {
    if (move.kind !== 'phase') continue;
    const known = found.get(move.id);
    if (known) known.push(move);
    else found.set(move.id, [move]);
  }
  return found;
}

/**
 * Where a due day goes: one on the last day of a phase or of the programme stays on it; within a part that moves as a whole it moves along;
 * any other stays where somebody put it.
 */
export function newDueDay(dueDay: string, programme: OrderMove, phases: readonly OrderMove[]): string {
  const phase = phases.find(({ oldToDay }) => oldToDay === dueDay);
  if (phase) return phase.newToDay;
  if (dueDay === programme.oldToDay) return programme.newToDay;
  const by = programme.begun ? (phases[0] ? daysBetween(phases[0].oldFromDay, phases[0].newFromDay) : 0) : daysBetween(programme.oldFromDay, programme.newFromDay);
  const from = programme.begun ? phases[0]?.oldFromDay ?? programme.oldToDay : programme.oldFromDay;
  return by !== 0 && dueDay >= from && dueDay < programme.oldToDay ? addDays(dueDay, by) : dueDay;
}

export function dueDaysOf(db: ReadDb, { things }: OrderCase, moves: readonly OrderMove[], phases: ReadonlyMap<string, OrderMove[]>): DueMove[] {
  const programmes = programmesIn(moves);
  const byId = new Map(programmes.map((move) => [move.id, move]));
  const rows = db.raw<[string, string, number]>(
    `SELECT programmeId, dueDay, COUNT(*) FROM target WHERE dueDay IS NOT NULL AND state <> 'closed' AND programmeId IN (SELECT value FROM json_each(?)) GROUP BY programmeId, dueDay ORDER BY programmeId, dueDay`,
    JSON.stringify(programmes.map(({ id }) => id)));
  return rows.flatMap(([programmeId, oldDay, targets]) => {
    const newDay = newDueDay(oldDay, byId.get(programmeId)!, phases.get(programmeId) ?? []);
    const { nameEn, nameHi } = things.get(`programme ${programmeId}`)!;
    return newDay === oldDay ? [] : [{ programmeId, nameEn, nameHi, oldDay, newDay, targets }];
  });
}

/** Responsibilities for a programme that reached its old last day and end before the new one. */
export function chargesOf(db: ReadDb, moves: readonly OrderMove[]): ChargeMove[] {
  const later = new Map(programmesIn(moves).filter(({ oldToDay, newToDay }) => newToDay > oldToDay).map((move) => [move.id, move]));
  const rows = db.raw<[string, string, number]>(
    `SELECT programmeId, toDay, COUNT(*) FROM responsibility WHERE programmeId IS NOT NULL AND programmeId IN (SELECT value FROM json_each(?)) GROUP BY programmeId, toDay ORDER BY programmeId, toDay`,
    JSON.stringify([...later.keys()]));
  return rows.flatMap(([programmeId, oldDay, responsibilities]) => {
    const { nameEn, nameHi, oldToDay, newToDay } = later.get(programmeId)!;
    return oldDay >= oldToDay && oldDay < newToDay ? [{ programmeId, nameEn, nameHi, oldDay, newDay: newToDay, responsibilities }] : [];
  });
}
