// One command, one transaction, one step: rows before and after are written by temporary triggers, so nobody can forget them.
import type Database from 'better-sqlite3';
import { AppError } from '../../shared/errors.ts';
import type { HistoryRow } from '../../shared/contract/sheets.ts';
import { rebuildDerived, refreshDerived } from './derived.ts';
import type { RowChange } from './rowChange.ts';
import { marks, sqlOf } from './sql.ts';
import type { SqlValue, WriteDb } from './sql.ts';

/** Tables that are not part of the record itself: the history, and what is derived. */
const untracked = new Set(['step', 'stepShape', 'stepChange', 'tally', 'unitSum', 'rollup', 'searchGroup', 'searchPlaces', 'searchWords', 'searchFresh', 'chargePlace']);

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

interface Shape {
  id: number;
  table: string;
  columns: string[];
  keys: string[];
}

function trackedTables(connection: Database.Database): string[] {
  const rows = connection.prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).pluck().all() as string[];
  return rows.filter((name) => !untracked.has(name));
}

/** Finds or records the shape (columns and keys) under which a table's rows are kept in the history. */
function shapeOf(connection: Database.Database, table: string): Shape {
  const info = connection.pragma(`table_info(${table})`) as { name: string; pk: number }[];
  const columns = info.map((column) => column.name);
  const keys = info.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk).map((column) => column.name);
  const asText = JSON.stringify(columns);
  const known = connection.prepare('SELECT id FROM stepShape WHERE tableName = ? AND columns = ?').pluck().get(table, asText) as number | undefined;
  const id = known ?? Number(connection.prepare('INSERT INTO stepShape (tableName, columns, keyColumns) VALUES (?, ?, ?)').run(table, asText, JSON.stringify(keys)).lastInsertRowid);
  return { id, table, columns, keys };
}

/** Puts the triggers on this connection. Call once, after opening. */
export function trackSteps(connection: Database.Database): void {
  connection.exec('CREATE TEMP TABLE currentStep (seq INTEGER)');
  for (const table of trackedTables(connection)) {
    const shape = shapeOf(connection, table);
    const image = (row: 'NEW' | 'OLD') => `json_array(${shape.columns.map((column) => `${row}."${column}"`).join(', ')})`;
    const write = (before: string, after: string) =>
      `WHEN (SELECT seq FROM currentStep) IS NOT NULL BEGIN INSERT INTO stepChange (stepSeq, shapeId, before, after) VALUES ((SELECT seq FROM currentStep), ${shape.id}, ${before}, ${after}); END`;
    connection.exec(`
      CREATE TEMP TRIGGER "track_${table}_insert" AFTER INSERT ON main."${table}" ${write('NULL', image('NEW'))};
      CREATE TEMP TRIGGER "track_${table}_update" AFTER UPDATE ON main."${table}" ${write(image('OLD'), image('NEW'))};
      CREATE TEMP TRIGGER "track_${table}_delete" AFTER DELETE ON main."${table}" ${write(image('OLD'), 'NULL')};`);
  }
}

/** The rows of a step, in the order they changed. */
export function changesOf(db: WriteDb, stepSeq: number): RowChange[] {
  const shapes = new Map<number, Shape>();
  for (const row of db.all<{ id: number; tableName: string; columns: string; keyColumns: string }>('SELECT * FROM stepShape')) {
    shapes.set(row.id, { id: row.id, table: row.tableName, columns: JSON.parse(row.columns), keys: JSON.parse(row.keyColumns) });
  }
  return db.raw<[number, string | null, string | null]>('SELECT shapeId, before, after FROM stepChange WHERE stepSeq = ? ORDER BY ord', stepSeq).map(([shapeId, before, after]) => {
    const shape = shapes.get(shapeId);
    if (!shape) throw new Error(`step ${stepSeq} has an unknown shape ${shapeId}`);
    return {
      table: shape.table, columns: shape.columns, keys: shape.keys,
      before: before === null ? null : (JSON.parse(before) as SqlValue[]),
      after: after === null ? null : (JSON.parse(after) as SqlValue[]),
    };
  });
}

function reversed(changes: RowChange[]): RowChange[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}

/** Brings rows from `before` to `after`; a row that is not as expected stops everything. */
function applyChanges(db: WriteDb, changes: RowChange[]): void {
  for (const { table, columns, keys, before, after } of changes) {
    const keyIndex = keys.map((key) => columns.indexOf(key));
    const where = keys.map((key) => `"${key}" = ?`).join(' AND ');
    const keysOf = (row: SqlValue[]) => keyIndex.map((index) => row[index] ?? null);
    let done: number;
    if (after === null) done = db.run(`DELETE FROM "${table}" WHERE ${where}`, ...keysOf(before as SqlValue[]));
    else if (before === null) done = db.run(`INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${marks(columns.length)})`, ...after);
    else done = db.run(`UPDATE "${table}" SET ${columns.map((name) => `"${name}" = ?`).join(', ')} WHERE ${where}`, ...after, ...keysOf(before));
    if (done !== 1) throw new AppError('history.outOfStep');
  }
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
  run<Value>(meta: StepMeta, act: (tools: StepTools) => Value | Promise<Value>): Promise<Value>;
  undo(meta: StepMeta): Promise<HistoryRow | null>;
  redo(meta: StepMeta): Promise<HistoryRow | null>;
  /** Writes what a new file begins with: no step, nothing to undo. */
  fill(act: () => void): Promise<void>;
}

/** The step machine over a connection that `trackSteps` has prepared. */
export function stepsOver(connection: Database.Database): Steps {
  const db = sqlOf(connection);
  connection.exec('DELETE FROM temp.currentStep');
  connection.exec('INSERT INTO temp.currentStep VALUES (NULL)');
  const setCurrent = (seq: number | null) => db.run('UPDATE temp.currentStep SET seq = ?', seq);
  const nextSeq = () => (db.get<{ seq: number }>('SELECT COALESCE(MAX(seq), 0) + 1 AS seq FROM step') as { seq: number }).seq;
  const record = (seq: number, meta: StepMeta, kind: HistoryRow['kind'], ofSeq: number | null, summary: Summary, changes: number) =>
    db.run('INSERT INTO step (seq, id, at, actor, call, kind, ofSeq, summary, state, changes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
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
      setCurrent(null);
    }
  };
  const reverse = async (meta: StepMeta, kind: 'undo' | 'redo', row: HistoryRow | null): Promise<HistoryRow | null> => {
    if (!row) return null;
    return inTransaction(() => {
      connection.pragma('defer_foreign_keys = ON');
      const changes = changesOf(db, row.seq);
      const wanted = kind === 'undo' ? reversed(changes) : changes;
      applyChanges(db, wanted);
      db.run('UPDATE step SET state = ? WHERE seq = ?', kind === 'undo' ? 'undone' : 'done', row.seq);
      record(nextSeq(), meta, kind, row.seq, row.summary, changes.length);
      refreshDerived(db, wanted);
      return row;
    });
  };
  return {
    db,
    run: (meta, act) =>
      inTransaction(async () => {
        const seq = nextSeq();
        let summary: Summary = { key: meta.call, detail: {} };
        setCurrent(seq);
        const value = await act({ summarise: (key, detail = {}) => { summary = { key, detail }; } });
        setCurrent(null);
        const changes = changesOf(db, seq);
        if (changes.length > 0) {
          // What was undone before this act can no longer be redone: it would be laid over other rows.
          db.run(`UPDATE step SET state = 'dropped' WHERE state = 'undone'`);
          record(seq, meta, 'do', null, summary, changes.length);
          refreshDerived(db, changes);
        }
        return value;
      }),
    fill: (act) =>
      inTransaction(() => {
        act();
        rebuildDerived(db);
      }),
    undo: (meta) => reverse(meta, 'undo', undoState(db).undo),
    redo: (meta) => reverse(meta, 'redo', undoState(db).redo),
  };
}
