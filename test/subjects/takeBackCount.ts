// Which columns of the record name a unit, told by their names, against the references the file declares.
import { untracked } from '../../electron/store/shapes.ts';
import type { TestWorkspace } from '../help/workspace.ts';

export function countedByHand(workspace: TestWorkspace): { referring: string[]; silent: string[] } {
  const columns = workspace.rows<{ name: string; column: string }>(
    `SELECT schema.name, info.name AS "column" FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS info
     WHERE schema.type = 'table' AND (info.name = 'unitId' OR info.name LIKE '%UnitId')`);
  const declared = new Set(workspace.rows<{ name: string; column: string }>(
    `SELECT schema.name, link."from" AS "column" FROM sqlite_schema AS schema, pragma_foreign_key_list(schema.name) AS link WHERE link."table" = 'unit'`)
    .map(({ name, column }) => `${name}.${column}`));
  return {
    referring: [...new Set([...declared].map((text) => text.split('.')[0] as string))],
    silent: columns.filter(({ name }) => !untracked.has(name)).map(({ name, column }) => `${name}.${column}`).filter((text) => !declared.has(text)),
  };
}
