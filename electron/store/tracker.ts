// Sees every row that changes on the writing connection, through temporary triggers: nobody has to think of the history.
import type Database from 'better-sqlite3';
import { marksOf, packRuns, sameValue, unpackRuns } from './runs.ts';
import type { ChangeKind, Run, RunMark } from './runs.ts';
import { currentShapes } from './shapes.ts';
import type { Shape } from './shapes.ts';
import type { SqlValue } from './sql.ts';

/** How many changes make a piece: large enough to pack well, small enough to be held at once. */
const rowsPerPiece = 4000;

export interface Piece {
  rows: number;
  marks: RunMark[];
  data: Buffer;
}

export interface Tracker {
  /** From now on changes are kept (or no longer, and what was kept is forgotten). */
  record(on: boolean): void;
  /** Runs one statement; when it fails, the changes it had made until then are forgotten, as the database forgets them. */
  guard<Value>(statement: () => Value): Value;
  /** Full pieces since the last call; with `rest` the last, begun one too. */
  pieces(rest?: boolean): Piece[];
}

/** Puts the triggers on this connection. Call once, after opening. */
export function trackChanges(connection: Database.Database): Tracker {
  const shapes = new Map<number, Shape>(currentShapes(connection).map((shape) => [shape.id, shape]));
  let recording = false;
  let open: Run[] = [];
  let openRows = 0;
  let full: Piece[] = [];

  const close = () => {
    if (openRows === 0) return;
    full.push({ rows: openRows, marks: marksOf(open), data: packRuns(open) });
    open = [];
    openRows = 0;
  };
  const runFor = (shapeId: number, kind: ChangeKind, width: number, changed: number[]): Run => {
    const last = open[open.length - 1];
    if (last && last.shapeId === shapeId && last.kind === kind && last.changed.length === changed.length && last.changed.every((column, at) => column === changed[at])) return last;
    const run: Run = { shapeId, kind, count: 0, columns: Array.from({ length: width }, () => []), changed, after: changed.map(() => []) };
    open.push(run);
    return run;
  };
  const keep = (run: Run) => {
    run.count += 1;
    openRows += 1;
    if (openRows >= rowsPerPiece) close();
    return null;
  };
  const whole = (kind: ChangeKind) => (shapeId: number, ...values: SqlValue[]) => {
    if (!recording) return null;
    const run = runFor(shapeId, kind, values.length, []);
    for (let column = 0; column < values.length; column++) run.columns[column]!.push(values[column]!);
    return keep(run);
  };
  const updated = (shapeId: number, ...values: SqlValue[]) => {
    if (!recording) return null;
    const width = values.length / 2;
    const changed: number[] = [];
    for (let column = 0; column < width; column++) if (!sameValue(values[column]!, values[width + column]!)) changed.push(column);
    if (changed.length === 0) return null;
    const run = runFor(shapeId, 'update', width, changed);
    for (let column = 0; column < width; column++) run.columns[column]!.push(values[column]!);
    for (let at = 0; at < changed.length; at++) run.after[at]!.push(values[width + changed[at]!]!);
    return keep(run);
  };
  /** Forgets all but the first `rows` changes of what is not yet full. */
  const cutTo = (rows: number) => {
    while (openRows > rows) {
      const last = open[open.length - 1] as Run;
      const dropped = Math.min(last.count, openRows - rows);
      last.count -= dropped;
      openRows -= dropped;
      for (const column of [...last.columns, ...last.after]) column.length = last.count;
      if (last.count === 0) open.pop();
    }
  };

  const options = { varargs: true, directOnly: false, deterministic: false };
  connection.function('trackInsert', options, whole('insert'));
  connection.function('trackDelete', options, whole('delete'));
  connection.function('trackUpdate', options, updated);
  for (const { id, table, columns } of shapes.values()) {
    const row = (side: 'NEW' | 'OLD') => columns.map((column) => `${side}."${column}"`).join(', ');
    connection.exec(`
      CREATE TEMP TRIGGER "track_${table}_insert" AFTER INSERT ON main."${table}" BEGIN SELECT trackInsert(${id}, ${row('NEW')}); END;
      CREATE TEMP TRIGGER "track_${table}_update" AFTER UPDATE ON main."${table}" BEGIN SELECT trackUpdate(${id}, ${row('OLD')}, ${row('NEW')}); END;
      CREATE TEMP TRIGGER "track_${table}_delete" AFTER DELETE ON main."${table}" BEGIN SELECT trackDelete(${id}, ${row('OLD')}); END;`);
  }

  return {
    record: (on) => {
      recording = on;
      open = [];
      openRows = 0;
      full = [];
    },
    guard: (statement) => {
      const rowsBefore = openRows;
      const fullBefore = full.length;
      try {
        return statement();
      } catch (error) {
        const begun = full[fullBefore];
        if (begun) {
          open = unpackRuns(begun.data);
          openRows = begun.rows;
          full.length = fullBefore;
        }
        cutTo(rowsBefore);
        throw error;
      }
    },
    pieces: (rest = false) => {
      if (rest) close();
      const taken = full;
      full = [];
      return taken;
    },
  };
}
