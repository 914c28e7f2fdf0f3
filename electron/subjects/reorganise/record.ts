// Writes down that an act was done, from which day, by whose order, and which units had which part in it.
import { insertRow } from '../../store/insertRow.ts';
import type { WriteDb } from '../../store/sql.ts';

export type ActKind = 'split' | 'merge' | 'move' | 'rename' | 'renumber' | 'close' | 'import';
export type UnitRole = 'divided' | 'new' | 'into' | 'merged' | 'moved' | 'from' | 'to' | 'renamed' | 'renumbered' | 'closed';

export interface ActRecord {
  id: string;
  day: string;
  kind: ActKind;
  orderBy: string;
  reason: string;
  /** What the list shows besides the units: figures and names, as plain data. */
  detail: Record<string, unknown>;
}

export function recordAct(db: WriteDb, { detail, ...act }: ActRecord): void {
  insertRow(db, 'reorganisation', { ...act, detail: JSON.stringify(detail) });
}

/** A unit can have several parts in one act (moved and renamed in one import), each once. */
export function recordPart(db: WriteDb, reorganisationId: string, unitId: string, role: UnitRole): void {
  db.run('INSERT INTO reorganisationUnit (reorganisationId, unitId, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', reorganisationId, unitId, role);
}
