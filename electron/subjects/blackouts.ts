// Blackout days: kept one by one, and brought in from a sheet.
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Blackout, BlackoutMapping } from '../../shared/model/blackout.ts';
import { guessBlackouts } from '../../shared/rules/blackouts/guessBlackouts.ts';
import { blackoutKey, planBlackouts } from '../../shared/rules/blackouts/planBlackouts.ts';
import type { BlackoutPlan } from '../../shared/rules/blackouts/planBlackouts.ts';
import type { Calls, JobContext } from '../calls.ts';
import { readTable } from '../sheets/readTable.ts';
import type { Table } from '../sheets/table.ts';
import { insertRow } from '../store/insertRow.ts';
import type { ReadDb } from '../store/sql.ts';
import { unitFinder } from './people/unitFinder.ts';
import { blackoutsOf } from './programme/blackouts.ts';

const rowsShown = 30;
const firstShown = 200;
const badShown = 1000;
/** A calendar, not a list of voters. */
const mostRows = 20_000;
const mostUnitsOfLevel = 2000;

export const blackouts = {
  'blackouts.list': ({ db }, asked) => blackoutsOf(db, asked),
  'blackouts.save': ({ db, newId, summarise }, { id: known, fields }) => {
    const { nameEn, nameHi, kind, fromDay, toDay, unitId } = fields;
    if (toDay < fromDay) throw new AppError('dates.endBeforeStart', { fromDay, toDay });
    if (unitId !== null && !db.get('SELECT 1 FROM unit WHERE id = ?', unitId)) throw new AppError('units.gone');
    const id = known ?? newId();
    if (known === null) insertRow(db, 'blackout', { id, ...fields });
    else if (db.run('UPDATE blackout SET nameEn = ?, nameHi = ?, kind = ?, fromDay = ?, toDay = ?, unitId = ? WHERE id = ?', nameEn, nameHi, kind, fromDay, toDay, unitId, id) === 0) throw new AppError('blackouts.gone');
    summarise('blackouts.save', { nameEn, nameHi });
    return { id };
  },
  'blackouts.remove': ({ db, summarise }, { ids }) => {
    const gone = db.all<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM blackout WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
    if (gone.length === 0) throw new AppError('blackouts.gone');
    db.run('DELETE FROM blackout WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
    summarise('blackouts.remove', { ...gone[0]!, count: gone.length });
    return null;
  },
  'blackouts.inspect': async (context, { token }) => {
    const { rows, name } = await readSheet(context, token);
    const guess = guessBlackouts(rows);
    return { name, rows: rows.length - (guess?.headerRow ?? -1) - 1, sample: rows.slice(0, rowsShown), guess };
  },
  'blackouts.preview': async (context, { token, mapping }) => {
    const { added, there, bad } = planSheet(context.db, await readSheet(context, token), mapping);
    const first = added.slice(0, firstShown).map((fields) => {
      const unit = fields.unitId === null ? undefined : context.db.get<{ nameEn: string; nameHi: string | null }>('SELECT nameEn, nameHi FROM unit WHERE id = ?', fields.unitId);
      return { ...fields, unitNameEn: unit?.nameEn ?? null, unitNameHi: unit?.nameHi ?? null };
    });
    return { added: added.length, first, there, bad: bad.slice(0, badShown) };
  },
  'blackouts.import': async (context, { token, mapping }) => {
    const sheet = await readSheet(context, token);
    const { added } = planSheet(context.db, sheet, mapping);
    if (added.length === 0) throw new AppError('blackouts.nothingNew');
    for (const fields of added) insertRow(context.db, 'blackout', { id: context.newId(), ...fields });
    context.summarise('blackouts.import', { count: added.length, fileName: sheet.name });
    return { added: added.length };
  },
} satisfies Calls<'blackouts'>;

async function readSheet(context: JobContext, token: string): Promise<Table & { name: string }> {
  const path = context.pathOf(token);
  const name = basename(path);
  context.progress('exchange.read', 0, 1);
  const table = await readTable(path).catch((error: unknown) => { throw error instanceof AppError ? error : new AppError('exchange.fileGone', { name }); });
  if (table.rows.length > mostRows) throw new AppError('import.tooManyRows', { limit: mostRows });
  return { ...table, name };
}

const everywhere = /^(?:whole state|entire state|state|all|पूरा प्रदेश|संपूर्ण प्रदेश|प्रदेश|पूरा राज्य|राज्य|सभी)$/i;

/** From the top level down: "Dhanbad" is the district before it is a block. Levels of very many units are not looked through. */
function placeFinder(db: ReadDb): (name: string) => string | 'unknown' | 'unclear' | null {
  const find = unitFinder(db);
  const levels = db.all<{ levelId: string }>(
    'SELECT levelId FROM tally JOIN level ON level.id = levelId WHERE unitId = (SELECT id FROM unit WHERE parentId IS NULL AND closedDay IS NULL ORDER BY path LIMIT 1) AND units <= ? ORDER BY ordinal', mostUnitsOfLevel);
  const top = db.get<{ id: string; levelId: string }>('SELECT id, levelId FROM unit WHERE parentId IS NULL AND closedDay IS NULL ORDER BY path LIMIT 1');
  return (name) => {
    if (name === '' || everywhere.test(name)) return null;
    for (const levelId of new Set([...(top ? [top.levelId] : []), ...levels.map((level) => level.levelId)])) {
      const found = find('', [{ levelId, name }]);
      if (found !== 'unknown') return found === top?.id ? null : found;
    }
    return 'unknown';
  };
}

function planSheet(db: ReadDb, { rows, rowNumbers }: Table, mapping: BlackoutMapping): BlackoutPlan {
  const known = new Set<string>();
  for (const { nameEn, nameHi, fromDay, toDay, unitId } of db.all<Blackout>('SELECT nameEn, nameHi, fromDay, toDay, unitId FROM blackout')) {
    for (const name of [nameEn, nameHi]) if (name) known.add(blackoutKey(name, fromDay, toDay, unitId));
  }
  return planBlackouts(rows, rowNumbers, mapping, { findUnit: placeFinder(db), has: (key) => known.has(key) });
}
