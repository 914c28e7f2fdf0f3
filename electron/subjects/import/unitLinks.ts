// Which records lean on units: found through the file's own references, so that a new kind of record is never forgotten.
import type { StayReason } from '../../../shared/model/takeBack.ts';
import type { Changes } from '../../store/rowChange.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';

interface Link {
  table: string;
  column: string;
}

/** Every column of the file that refers to a unit, but for the tree itself. */
function linksToUnits(db: ReadDb): Link[] {
  return db.all<Link>(
    `SELECT schema.name AS "table", link."from" AS "column" FROM sqlite_schema AS schema, pragma_foreign_key_list(schema.name) AS link
     WHERE schema.type = 'table' AND schema.name <> 'unit' AND link."table" = 'unit'`);
}

/** A row as one text, whatever the order of its columns; columns of a later version that hold nothing don't count. */
const asText = (row: Record<string, SqlValue>) => JSON.stringify(Object.entries(row).filter(([, value]) => value !== null).sort(([a], [b]) => (a < b ? -1 : 1)));

function addedTo(table: string, changes: Changes): Set<string> {
  const rows = new Set<string>();
  for (const { before, after, columns } of changes.of(table)) {
    if (before === null && after !== null) rows.add(asText(Object.fromEntries(columns.map((column, at) => [column, after[at] ?? null]))));
  }
  return rows;
}

/** Each record that leans on a unit and was not written so by the step itself; the reason is the name of its table. */
export function* unitLinks(db: ReadDb, changes: Changes): Generator<{ unitId: string; reason: StayReason }> {
  for (const { table, column } of linksToUnits(db)) {
    if (!changes.tables.has(table)) {
      for (const [unitId] of db.raw<[string]>(`SELECT DISTINCT "${column}" FROM "${table}" WHERE "${column}" IS NOT NULL`)) yield { unitId, reason: table };
      continue;
    }
    const own = addedTo(table, changes);
    for (const row of db.all<Record<string, SqlValue>>(`SELECT * FROM "${table}" WHERE "${column}" IS NOT NULL`)) {
      if (!own.has(asText(row))) yield { unitId: String(row[column]), reason: table };
    }
  }
}

/** Statements that take away what the step itself wrote beside a unit (`?` is the unit), so that the unit can go. */
export function removalsBeside(db: ReadDb, changes: Changes): string[] {
  return linksToUnits(db).filter(({ table }) => changes.tables.has(table)).map(({ table, column }) => `DELETE FROM "${table}" WHERE "${column}" = ?`);
}
