// Changes of rows, column by column, and how they are packed: equal neighbours cost nothing, and a piece is deflated.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { SqlValue } from './sql.ts';

export type ChangeKind = 'insert' | 'delete' | 'update';
const kinds: readonly ChangeKind[] = ['insert', 'delete', 'update'];

/** Changes of one kind to rows of one shape, one after the other. */
export interface Run {
  shapeId: number;
  kind: ChangeKind;
  count: number;
  /** Per column of the shape, a value per row: as inserted, as deleted, or as before the update. */
  columns: SqlValue[][];
  /** Update: the columns that changed, by index, rising, and their values afterwards. */
  changed: number[];
  after: SqlValue[][];
}

type PackedColumn = SqlValue[] | { same: SqlValue } | { blobs: (string | null)[] };
type PackedRun = [shapeId: number, kind: number, count: number, columns: PackedColumn[], changed: number[], after: PackedColumn[]];

/** Quick rather than small: columns of equal or rising texts shrink well at the lowest level. */
const level = 1;

function packColumn(values: SqlValue[]): PackedColumn {
  const first = values[0] ?? null;
  if (values.some((value) => value instanceof Uint8Array)) {
    return { blobs: values.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : null)) };
  }
  return values.every((value) => value === first) ? { same: first } : values;
}

function unpackColumn(packed: PackedColumn, count: number): SqlValue[] {
  if (Array.isArray(packed)) return packed;
  if ('same' in packed) return Array.from({ length: count }, () => packed.same);
  return packed.blobs.map((text) => (text === null ? null : Buffer.from(text, 'base64')));
}

/** One piece of the history. */
export function packRuns(runs: readonly Run[]): Buffer {
  const packed = runs.map(({ shapeId, kind, count, columns, changed, after }): PackedRun => [shapeId, kinds.indexOf(kind), count, columns.map(packColumn), changed, after.map(packColumn)]);
  return deflateRawSync(JSON.stringify(packed), { level });
}

/** The runs of a piece, as they were packed. */
export function unpackRuns(data: Uint8Array): Run[] {
  const packed = JSON.parse(inflateRawSync(data).toString('utf8')) as PackedRun[];
  return packed.map(([shapeId, kind, count, columns, changed, after]) => ({
    shapeId, kind: kinds[kind] as ChangeKind, count, columns: columns.map((column) => unpackColumn(column, count)), changed, after: after.map((column) => unpackColumn(column, count)),
  }));
}

/** What a piece holds of one shape: inserts (0), deletes (1), or updates (2) of these columns. Files of before kept the shape alone. */
export type RunMark = number | [shapeId: number, kind: number, ...changed: number[]];

/** So many different marks say less than the shapes alone and cost more. */
const mostMarks = 40;

/** What a piece's runs are of, each kind once, so that a reader can pass it over. */
export function marksOf(runs: readonly Run[]): RunMark[] {
  const known = new Map<string, RunMark>();
  for (const { shapeId, kind, changed } of runs) known.set(`${shapeId} ${kind} ${changed.join()}`, [shapeId, kinds.indexOf(kind), ...changed]);
  return known.size > mostMarks ? [...new Set(runs.map(({ shapeId }) => shapeId))] : [...known.values()];
}

export const shapeOfMark = (mark: RunMark): number => (typeof mark === 'number' ? mark : mark[0]);

/** Whether what is marked may concern these columns: an update only when it changed one of them. */
export function mayChange(mark: RunMark, columns: ReadonlySet<number> | null): boolean {
  if (columns === null || typeof mark === 'number' || kinds[mark[1]] !== 'update') return true;
  return mark.slice(2).some((column) => columns.has(column));
}

/** Whether two values of a column are one and the same. */
export function sameValue(a: SqlValue, b: SqlValue): boolean {
  return a === b || (a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0);
}
