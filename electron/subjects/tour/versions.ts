// Other plans of the same tour: copied beside it, and taken on by it while its stops keep their identity.
import type { CommandContext } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { SqlValue } from '../../store/sql.ts';
import { setColumns, sideTables } from './tourWrite.ts';
import { tourOf } from './tourRecord.ts';

type Row = Record<string, SqlValue>;

const rowsOf = ({ db }: CommandContext, table: string, tourId: string): Row[] => db.all<Row>(`SELECT * FROM ${table} WHERE tourId = ? ORDER BY 1, 2`, tourId);

/** A whole tour beside the one it is a version of, never on the calendar. Throws `tours.gone`. */
export function copyVersion(context: CommandContext, id: string, note: string): string {
  const { db, newId } = context;
  const from = tourOf(db, id);
  const family = from.versionOf ?? id;
  const last = db.get<{ number: number }>('SELECT MAX(versionNumber) AS number FROM tour WHERE id = ? OR versionOf = ?', family, family)!;
  const copyId = newId();
  const row = db.get<Row>('SELECT * FROM tour WHERE id = ?', id)!;
  insertRow(db, 'tour', { ...row, id: copyId, versionOf: family, versionNumber: last.number + 1, versionNote: note, onCalendar: 0 });
  for (const table of [...sideTables, 'tourStop']) {
    for (const side of rowsOf(context, table, id)) {
      insertRow(db, table, { ...side, tourId: copyId, ...('id' in side ? { id: newId() } : {}) });
    }
  }
  return copyId;
}

/** What makes a row this very row, not the plan in it. */
const identity = new Set(['id', 'tourId', 'unitId', 'versionOf', 'onCalendar']);
const plan = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([column]) => !identity.has(column)));

/** The tour and its version exchange their plans; ids of tours, and of stops at units both visit, stay where they are. Gives the tour's id. */
export function chooseVersion(context: CommandContext, versionId: string): string {
  const { db } = context;
  const tourId = tourOf(db, versionId).versionOf ?? versionId;
  if (tourId === versionId) return tourId;
  const [tour, version] = [tourId, versionId].map((id) => db.get<Row>('SELECT * FROM tour WHERE id = ?', id)!);
  setColumns(db, 'tour', tourId, plan(version!) as never);
  setColumns(db, 'tour', versionId, plan(tour!) as never);
  for (const table of sideTables) {
    const sides = [tourId, versionId].map((id) => rowsOf(context, table, id));
    for (const id of [tourId, versionId]) db.run(`DELETE FROM ${table} WHERE tourId = ?`, id);
    for (const row of sides[0]!) insertRow(db, table, { ...row, tourId: versionId });
    for (const row of sides[1]!) insertRow(db, table, { ...row, tourId });
  }
  const mine = new Map(rowsOf(context, 'tourStop', tourId).map((stop) => [stop['unitId'], stop]));
  for (const other of rowsOf(context, 'tourStop', versionId)) {
    const own = mine.get(other['unitId']!);
    mine.delete(other['unitId']!);
    if (own) {
      setColumns(db, 'tourStop', own['id'] as string, plan(other) as never);
      setColumns(db, 'tourStop', other['id'] as string, plan(own) as never);
    } else db.run('UPDATE tourStop SET tourId = ? WHERE id = ?', tourId, other['id']!);
  }
  for (const own of mine.values()) db.run('UPDATE tourStop SET tourId = ? WHERE id = ?', versionId, own['id']!);
  return tourId;
}
