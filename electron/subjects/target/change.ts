// Changes one target. An issued one is a promise: it changes only with a reason, and what it was is kept as a revision.
import { AppError } from '../../../shared/errors.ts';
import type { ReadDb, WriteDb } from '../../store/sql.ts';

export interface Cell {
  programmeId: string;
  metricId: string;
  unitId: string;
}

export type Change = Partial<{ value: number | null; fromDay: string | null; dueDay: string | null; personId: string | null; locked: number; basis: string | null; author: string }>;

/** Why an issued target is changed, and on which day. */
export interface Revising {
  reason: string;
  today: string;
}

export interface StoredTarget {
  value: number | null;
  fromDay: string | null;
  dueDay: string | null;
  state: 'draft' | 'issued' | 'closed';
}

const ofCell = 'programmeId = ? AND metricId = ? AND unitId = ?';

export const targetOf = (db: ReadDb, { programmeId, metricId, unitId }: Cell): StoredTarget | undefined =>
  db.get<StoredTarget>(`SELECT value, fromDay, dueDay, state FROM target WHERE ${ofCell}`, programmeId, metricId, unitId);

/** What was promised: how much, and by when. Who answers for it and whether it is locked may change freely. */
const promised = ['value', 'fromDay', 'dueDay'] as const;

/**
 * Whether the change breaks what was promised. Throws `targets.closed` where nothing may change any more, and
 * `targets.issued` where it may, but nobody said why.
 */
export function breaksPromise(now: StoredTarget | undefined, given: Change, reason: string): boolean {
  if (!now || now.state === 'draft' || !promised.some((column) => given[column] !== undefined && given[column] !== now[column])) return false;
  if (now.state === 'closed') throw new AppError('targets.closed');
  if (reason === '') throw new AppError('targets.issued');
  return true;
}

/** What of a target a revision keeps. */
export const revisionColumns = 'programmeId, metricId, unitId, revision, value, fromDay, dueDay, personId, basis, author, issuedDay';

/** Keeps what is promised now, under its number, and counts on. */
export function keepRevision(db: WriteDb, { programmeId, metricId, unitId }: Cell, { reason, today }: Revising): void {
  db.run(
    `INSERT INTO targetRevision (${revisionColumns}, untilDay, reason) SELECT ${revisionColumns}, ?, ? FROM target WHERE ${ofCell}`,
    today, reason, programmeId, metricId, unitId,
  );
  db.run(`UPDATE target SET revision = revision + 1, issuedDay = ? WHERE ${ofCell}`, today, programmeId, metricId, unitId);
}

/** Changes what is given; a draft that then holds nothing at all is taken away. Throws like `breaksPromise`. */
export function changeTarget(db: WriteDb, cell: Cell, given: Change, revising: Revising): void {
  const columns = Object.entries(given).filter(([, value]) => value !== undefined);
  if (columns.length === 0) return;
  const { programmeId, metricId, unitId } = cell;
  if (breaksPromise(targetOf(db, cell), given, revising.reason)) keepRevision(db, cell, revising);
  db.run('INSERT INTO target (programmeId, metricId, unitId) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', programmeId, metricId, unitId);
  for (const [column, value] of columns) db.run(`UPDATE target SET ${column} = ? WHERE ${ofCell} AND ${column} IS NOT ?`, value ?? null, programmeId, metricId, unitId, value ?? null);
  db.run(`DELETE FROM target WHERE ${ofCell} AND value IS NULL AND fromDay IS NULL AND dueDay IS NULL AND personId IS NULL AND locked = 0 AND state = 'draft'`, programmeId, metricId, unitId);
}
