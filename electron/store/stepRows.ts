// The rows a step changed, as the file keeps them: written piece by piece, read back, laid over the tables in either direction.
import { AppError } from '../../shared/errors.ts';
import type { Changes, RowChange } from './rowChange.ts';
import { mayChange, shapeOfMark, unpackRuns } from './runs.ts';
import type { Run, RunMark } from './runs.ts';
import { allShapes } from './shapes.ts';
import type { Shape } from './shapes.ts';
import { marks } from './sql.ts';
import type { ReadDb, SqlValue, WriteDb } from './sql.ts';
import type { Piece } from './tracker.ts';

export function writePieces(db: WriteDb, stepSeq: number, firstOrd: number, pieces: readonly Piece[]): void {
  pieces.forEach(({ rows, marks: held, data }, at) =>
    db.run('INSERT INTO stepChunk (stepSeq, ord, rows, shapes, data) VALUES (?, ?, ?, ?, ?)', stepSeq, firstOrd + at, rows, JSON.stringify(held), data));
}

type OldRow = [shapeId: number, before: string | null, after: string | null];

/** A row as files of version 10 kept it, as a run of one. */
function oldRun([shapeId, before, after]: OldRow): Run {
  const columnsOf = (text: string) => (JSON.parse(text) as SqlValue[]).map((value) => [value]);
  const columns = columnsOf((before ?? after) as string);
  if (before === null || after === null) return { shapeId, kind: before === null ? 'insert' : 'delete', count: 1, columns, changed: [], after: [] };
  const now = columnsOf(after);
  const different = columns.flatMap(([value], at) => (value === now[at]![0] ? [] : [at]));
  const changed = different.length > 0 ? different : columns.map((_, at) => at);
  return { shapeId, kind: 'update', count: 1, columns, changed, after: changed.map((at) => now[at]!) };
}

/** The runs of a step, a piece at a time; `backwards` the last piece first (its runs still in their own order). Only pieces with a mark that is wanted. */
function* runsOf(db: ReadDb, stepSeq: number, backwards: boolean, wanted: (mark: RunMark) => boolean = () => true): Generator<Run[]> {
  const direction = backwards ? 'DESC' : 'ASC';
  const pieces = db.raw<[number, string]>(`SELECT ord, shapes FROM stepChunk WHERE stepSeq = ? ORDER BY ord ${direction}`, stepSeq);
  if (pieces.length === 0) {
    const old = db.raw<OldRow>('SELECT shapeId, before, after FROM stepChange WHERE stepSeq = ? ORDER BY ord', stepSeq);
    if (old.length > 0) yield old.map(oldRun);
  }
  for (const [ord, held] of pieces) {
    if (!(JSON.parse(held) as RunMark[]).some(wanted)) continue;
    const piece = db.get<{ data: Uint8Array }>('SELECT data FROM stepChunk WHERE stepSeq = ? AND ord = ?', stepSeq, ord);
    yield unpackRuns(piece!.data);
  }
}

function* rowsOf(run: Run, { table, columns, keys }: Shape): Generator<RowChange> {
  for (let at = 0; at < run.count; at++) {
    const row = run.columns.map((column) => column[at] ?? null);
    let before: SqlValue[] | null = row;
    let after: SqlValue[] | null = null;
    if (run.kind === 'insert') [before, after] = [null, row];
    if (run.kind === 'update') {
      after = [...row];
      run.changed.forEach((column, index) => { after![column] = run.after[index]?.[at] ?? null; });
    }
    yield { table, columns, keys, before, after };
  }
}

/** What a step changed. */
export function changesOf(db: ReadDb, stepSeq: number): Changes {
  const shapes = allShapes(db);
  const shapeOf = (id: number) => {
    const shape = shapes.get(id);
    if (!shape) throw new Error(`step ${stepSeq} has an unknown shape ${id}`);
    return shape;
  };
  const packed = db.raw<[number, string]>('SELECT rows, shapes FROM stepChunk WHERE stepSeq = ?', stepSeq);
  const old = db.raw<[number, number]>('SELECT COUNT(*), shapeId FROM stepChange WHERE stepSeq = ? GROUP BY shapeId', stepSeq);
  const used = new Set([...packed.flatMap(([, held]) => (JSON.parse(held) as RunMark[]).map(shapeOfMark)), ...old.map(([, id]) => id)]);
  const runs: Changes['runs'] = function* (table, by) {
    const columnsBy = new Map<number, ReadonlySet<number> | null>();
    for (const id of used) {
      const shape = shapeOf(id);
      if (shape.table === table) columnsBy.set(id, by ? new Set(by.map((name) => shape.columns.indexOf(name))) : null);
    }
    if (columnsBy.size === 0) return;
    const isWanted = (mark: RunMark) => columnsBy.has(shapeOfMark(mark)) && mayChange(mark, columnsBy.get(shapeOfMark(mark)) ?? null);
    for (const piece of runsOf(db, stepSeq, false, isWanted)) {
      for (const run of piece) {
        const columns = columnsBy.get(run.shapeId);
        if (columns === undefined || (columns && run.kind === 'update' && !run.changed.some((column) => columns.has(column)))) continue;
        yield { run, columns: shapeOf(run.shapeId).columns };
      }
    }
  };
  return {
    count: [...packed, ...old].reduce((sum, [rows]) => sum + rows, 0),
    tables: new Set([...used].map((id) => shapeOf(id).table)),
    runs,
    *of(...tables) {
      const wanted = new Set([...used].filter((id) => tables.includes(shapeOf(id).table)));
      if (wanted.size === 0) return;
      for (const runs of runsOf(db, stepSeq, false, (mark) => wanted.has(shapeOfMark(mark)))) for (const run of runs) if (wanted.has(run.shapeId)) yield* rowsOf(run, shapeOf(run.shapeId));
    },
  };
}

/** The statement that brings a row of a run from one side to the other, and the values it wants of each row. */
function statementFor(run: Run, { table, columns, keys }: Shape, backwards: boolean): { sql: string; wants: SqlValue[][] } {
  const where = keys.map((key) => `"${key}" = ?`).join(' AND ');
  const keyIndexes = keys.map((key) => columns.indexOf(key));
  if (run.kind === 'update') {
    const sql = `UPDATE "${table}" SET ${run.changed.map((column) => `"${columns[column]}" = ?`).join(', ')} WHERE ${where}`;
    const before = (column: number) => run.columns[column]!;
    const after = (column: number) => run.after[run.changed.indexOf(column)] ?? before(column);
    const [now, then] = backwards ? [after, before] : [before, after];
    return { sql, wants: [...run.changed.map(then), ...keyIndexes.map(now)] };
  }
  if ((run.kind === 'insert') === backwards) return { sql: `DELETE FROM "${table}" WHERE ${where}`, wants: keyIndexes.map((index) => run.columns[index]!) };
  return { sql: `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${marks(columns.length)})`, wants: run.columns };
}

/** Lays a step over the rows once more, or takes it back. A row that is not as expected stops everything (`history.outOfStep`). */
export function applyStep(db: WriteDb, stepSeq: number, backwards: boolean, progress: (done: number) => void): void {
  const shapes = allShapes(db);
  let done = 0;
  for (const runs of runsOf(db, stepSeq, backwards)) {
    progress(done);
    for (const run of backwards ? runs.reverse() : runs) {
      const { sql, wants } = statementFor(run, shapes.get(run.shapeId) as Shape, backwards);
      const values: SqlValue[] = [];
      for (let count = 0; count < run.count; count++) {
        const at = backwards ? run.count - 1 - count : count;
        for (let index = 0; index < wants.length; index++) values[index] = wants[index]![at]!;
        if (db.run(sql, ...values) !== 1) throw new AppError('history.outOfStep');
      }
      done += run.count;
    }
  }
}
