// The two faces of the database that subjects see: one that can only read, one that can also write.
import Database from 'better-sqlite3';

export type SqlValue = string | number | null | Uint8Array;

declare const readOnly: unique symbol;
declare const readWrite: unique symbol;

/** Reads. A query gets nothing else, so it cannot write by mistake. */
export interface ReadDb {
  readonly [readOnly]: true;
  all<Row>(sql: string, ...values: SqlValue[]): Row[];
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined;
  /** Rows as arrays, for the large lists where objects would cost more than the reading. */
  raw<Row extends unknown[]>(sql: string, ...values: SqlValue[]): Row[];
}

/** Reads and writes; only inside a step. */
export interface WriteDb extends ReadDb {
  readonly [readWrite]: true;
  run(sql: string, ...values: SqlValue[]): number;
}

/** Wraps a connection; statements are prepared once and kept. */
export function sqlOf(connection: Database.Database): WriteDb {
  const kept = new Map<string, Database.Statement>();
  const rawKept = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    let statement = kept.get(sql);
    if (!statement) {
      statement = connection.prepare(sql);
      kept.set(sql, statement);
    }
    return statement;
  };
  const face = {
    all: (sql: string, ...values: SqlValue[]) => prepared(sql).all(...values),
    get: (sql: string, ...values: SqlValue[]) => prepared(sql).get(...values),
    raw: (sql: string, ...values: SqlValue[]) => {
      let statement = rawKept.get(sql);
      if (!statement) {
        statement = connection.prepare(sql).raw(true);
        rawKept.set(sql, statement);
      }
      return statement.all(...values);
    },
    run: (sql: string, ...values: SqlValue[]) => prepared(sql).run(...values).changes,
  };
  return face as unknown as WriteDb;
}

/** `?, ?, ?` for as many values. */
export function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}
