// The shapes (columns and keys) under which tables' rows are kept in the history: a later version may have other columns.
import type Database from 'better-sqlite3';

export interface Shape {
  id: number;
  table: string;
  columns: string[];
  keys: string[];
}

/** Tables that are not part of the record itself: the history, and what is derived. */
export const untracked = new Set(['step', 'stepShape', 'stepChange', 'stepChunk', 'stepImport', 'tally', 'unitSum', 'rollup', 'classPart', 'classTally', 'classSum', 'classRollup', 'searchGroup', 'searchPlaces', 'searchWords', 'searchFresh', 'chargePlace', 'committeeSum', 'committeeFull', 'committeeDay', 'personOrder', 'calendarSent', 'calendarSentTo']);

function trackedTables(connection: Database.Database): string[] {
  const rows = connection.prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).pluck().all() as string[];
  return rows.filter((name) => !untracked.has(name));
}

/** Finds or records the shape a table has now. */
function shapeOf(connection: Database.Database, table: string): Shape {
  const info = connection.pragma(`table_info(${table})`) as { name: string; pk: number }[];
  const columns = info.map((column) => column.name);
  const keys = info.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk).map((column) => column.name);
  const asText = JSON.stringify(columns);
  const known = connection.prepare('SELECT id FROM stepShape WHERE tableName = ? AND columns = ?').pluck().get(table, asText) as number | undefined;
  const id = known ?? Number(connection.prepare('INSERT INTO stepShape (tableName, columns, keyColumns) VALUES (?, ?, ?)').run(table, asText, JSON.stringify(keys)).lastInsertRowid);
  return { id, table, columns, keys };
}

/** The shapes of all tables of the record, as they are now. */
export function currentShapes(connection: Database.Database): Shape[] {
  return connection.transaction(() => trackedTables(connection).map((table) => shapeOf(connection, table)))();
}

type StoredShape = { id: number; tableName: string; columns: string; keyColumns: string };

/** Every shape there has been, by id. */
export function allShapes(db: { all<Row>(sql: string): Row[] }): Map<number, Shape> {
  return new Map(db.all<StoredShape>('SELECT * FROM stepShape').map(({ id, tableName, columns, keyColumns }) =>
    [id, { id, table: tableName, columns: JSON.parse(columns) as string[], keys: JSON.parse(keyColumns) as string[] }]));
}
