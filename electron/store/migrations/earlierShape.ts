// Brings a file of version 95 from before there were classes to what that version became: parts of it were added below its number.
import type Database from 'better-sqlite3';
import { charges } from './0040-charges.ts';
import { groups } from './0060-groups.ts';
import { people } from './0030-people.ts';
import { store } from './0020-store.ts';

/** A statement as it stands in a migration, so that the file's shape is the same to the letter. */
function statement(sql: string, begin: string): string {
  const at = sql.indexOf(begin);
  if (at < 0) throw new Error(`no migration has ${begin}`);
  return sql.slice(at, sql.indexOf(';', at) + 1);
}

const added: readonly [table: string, sql: string, begins: readonly string[]][] = [
  ['stepImport', store, ['CREATE TABLE stepImport ']],
  ['committeeSum', people, ['CREATE TABLE committeeSum ']],
  ['committeeFull', people, ['CREATE TABLE committeeFull ', 'CREATE INDEX committeeFullByUnit ']],
  ['personOrder', people, ['CREATE TABLE personOrder ', 'CREATE INDEX personOrderEn ', 'CREATE INDEX personOrderHi ']],
  ['committeeDay', people, ['CREATE TABLE committeeDay ']],
];

/** To be called inside the migrating transaction, before what is pending. Files of any other version are left alone. */
export function completeEarlierShape(connection: Database.Database): void {
  const has = (table: string) => connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = ?`).get(table) !== undefined;
  if (Number(connection.pragma('user_version', { simple: true })) !== 95 || has('classification')) return;
  for (const [table, sql, begins] of added) if (!has(table)) for (const begin of begins) connection.exec(statement(sql, begin));
  connection.exec(`DROP INDEX chargePlaceByPerson; ${statement(charges, 'CREATE INDEX chargePlaceByPerson ')}`);
  connection.exec(groups);
  // Without words to search by, everything derived is worked out anew when the file opens.
  connection.exec('DELETE FROM searchGroup');
}
