// One command, one transaction, one step: rows before and after are kept by themselves, so nobody can forget them.
import type Database from 'better-sqlite3';
import type { HistoryRow } from '../../shared/contract/sheets.ts';
import { rebuildDerived, refreshDerived } from './derived.ts';
import { sqlOf } from './sql.ts';
import type { WriteDb } from './sql.ts';
import { unwatched } from './stepProgress.ts';
import type { StepProgress } from './stepProgress.ts';
import { applyStep, changesOf, writePieces } from './stepRows.ts';
import { trackChanges } from './tracker.ts';

export interface Summary {
  key: string;
  detail: Record<string, unknown>;
}

export interface StepMeta {
  id: string;
  at: string;
  actor: string;
  call: string;
}

const historyColumns = 'seq, at, actor, kind, summary, state, changes';
type StoredStep = Omit<HistoryRow, 'summary'> & { summary: string };

/** A step as the history tells it. */
export function asHistoryRow(row: StoredStep): HistoryRow {
  return { ...row, summary: JSON.parse(row.summary) as Summary };
}

/** The step an undo would take back, and the one a redo would do again. */
export function undoState(db: Pick<WriteDb, 'get'>): { undo: HistoryRow | null; redo: HistoryRow | null } {
  const undo = db.get<StoredStep>(`SELECT ${historyColumns} FROM step WHERE kind = 'do' AND state = 'done' ORDER BY seq DESC LIMIT 1`);
  const redo = db.get<StoredStep>(
    `SELECT ${historyColumns} FROM step WHERE kind = 'do' AND state = 'undone' ORDER BY seq LIMIT 1`,
  );
  return { undo: undo ? asHistoryRow(undo) : null, redo: redo ? asHistoryRow(redo) : null };
}

/** What a step's function may use to say what it did. */
export interface StepTools {
  summarise(key: string, detail?: Record<string, unknown>): void;
}

export interface Steps {
  db: WriteDb;
  /** Runs `act` as one step. An error leaves the file as it was. The caller lets one act end before the next begins. */
  run<Value>(meta: StepMeta, act: (tools: StepTools) => Value | Promise<Value>, progress?: StepProgress): Promise<Value>;
  undo(meta: StepMeta, progress?: StepProgress): Promise<HistoryRow | null>;
  redo(meta: StepMeta, progress?: StepProgress): Promise<HistoryRow | null>;
  /** Writes what a new file begins with: no step, nothing to undo. */
  fill(act: () => void): Promise<void>;
}

/** The step machine over an open file. Call once for a connection. */
export function stepsOver(connection: Database.Database): Steps {
  const bare = sqlOf(connection);
  const tracker = trackChanges(connection);
  /** Step under way, and how many pieces of it are in the file. */
  let current: { seq: number; pieces: number } | null = null;
  const keepPieces = (rest: boolean) => {
    const pieces = tracker.pieces(rest);
    if (!current || pieces.length === 0) return;
    writePieces(bare, current.seq, current.pieces, pieces);
    current.pieces += pieces.length;
  };
  const db: WriteDb = {
    ...bare,
    run: (sql, ...values) => {
      const done = tracker.guard(() => bare.run(sql, ...values));
      keepPieces(false);
      return done;
    },
  };
  const nextSeq = () => (bare.get<{ seq: number }>('SELECT COALESCE(MAX(seq), 0) + 1 AS seq FROM step') as { seq: number }).seq;
  const record = (seq: number, meta: StepMeta, kind: HistoryRow['kind'], ofSeq: number | null, summary: Summary, changes: number) =>
    bare.run('INSERT INTO step (seq, id, at, actor, call, kind, ofSeq, summary, state, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      seq, meta.id, meta.at, meta.actor, meta.call, kind, ofSeq, JSON.stringify(summary), 'done', changes);
  const inTransaction = async <Value>(act: () => Value | Promise<Value>): Promise<Value> => {
    connection.exec('BEGIN IMMEDIATE');
    try {
      const value = await act();
      connection.exec('COMMIT');
      return value;
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    } finally {
      current = null;
      tracker.record(false);
    }
  };
  const reverse = async (meta: StepMeta, kind: 'undo' | 'redo', row: HistoryRow | null, progress: StepProgress): Promise<HistoryRow | null> => {
    if (!row) return null;
    return inTransaction(() => {
      connection.pragma('defer_foreign_keys = ON');
      applyStep(bare, row.seq, kind === 'undo', (done) => progress(`history.${kind}`, done, row.changes));
      bare.run('UPDATE step SET state = ? WHERE seq = ?', kind === 'undo' ? 'undone' : 'done', row.seq);
      record(nextSeq(), meta, kind, row.seq, row.summary, row.changes);
      refreshDerived(bare, changesOf(bare, row.seq), progress);
      progress('save', 0, 1);
      return row;
    });
  };
  return {
    db,
    run: (meta, act, progress = unwatched) =>
      inTransaction(async () => {
        const seq = nextSeq();
        let summary: Summary = { key: meta.call, detail: {} };
        current = { seq, pieces: 0 };
        tracker.record(true);
        const value = await act({ summarise: (key, detail = {}) => { summary = { key, detail }; } });
        keepPieces(true);
        tracker.record(false);
        const changes = changesOf(bare, seq);
        if (changes.count > 0) {
          // What was undone before this act can no longer be redone: it would be laid over other rows.
          bare.run(`UPDATE step SET state = 'dropped' WHERE state = 'undone'`);
          record(seq, meta, 'do', null, summary, changes.count);
          refreshDerived(bare, changes, progress);
          progress('save', 0, 1);
        }
        return value;
      }),
    fill: (act) =>
      inTransaction(() => {
        act();
        rebuildDerived(bare);
      }),
    undo: (meta, progress = unwatched) => reverse(meta, 'undo', undoState(bare).undo, progress),
    redo: (meta, progress = unwatched) => reverse(meta, 'redo', undoState(bare).redo, progress),
  };
}
