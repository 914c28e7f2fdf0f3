// The levels of the tree: named, put in order, allowed to stand under one another, and taken away where nothing is of them.
import { AppError } from '../../shared/errors.ts';
import type { LevelRow } from '../../shared/model/level.ts';
import type { Level } from '../../shared/model/unit.ts';
import { foldKey } from '../../shared/rules/fold.ts';
import type { Calls, CommandContext } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import type { ReadDb } from '../store/sql.ts';
import { metricInUse } from './programme/read.ts';

const mostLevels = 40;

/** The levels in order, each with the levels it may stand under. */
export function levelsOf(db: ReadDb): Level[] {
  const under = db.raw<[string, string]>('SELECT levelId, parentLevelId FROM levelUnder');
  return db.all<Omit<Level, 'under'>>('SELECT id, nameEn, nameHi, pluralEn, pluralHi, ordinal FROM level ORDER BY ordinal')
    .map((level) => ({ ...level, under: under.filter(([id]) => id === level.id).map(([, parent]) => parent) }));
}

/** Every column that points at a level and would be left hanging; its place in the order and its own committee go with it. */
function usesOf(db: ReadDb, levelId: string): boolean {
  const links = db.all<{ table: string; column: string }>(
    `SELECT schema.name AS "table", link."from" AS "column" FROM sqlite_schema AS schema, pragma_foreign_key_list(schema.name) AS link
     WHERE schema.type = 'table' AND link."table" = 'level' AND schema.name NOT IN ('levelUnder', 'committeeSeat', 'metricLevel', 'metric')`,
  );
  return links.some(({ table, column }) => db.get(`SELECT 1 FROM "${table}" WHERE "${column}" = ? LIMIT 1`, levelId) !== undefined) || db.get(`SELECT 1 FROM metric WHERE countLevelId = ? AND ${metricInUse} LIMIT 1`, levelId) !== undefined;
}

/** Ids in their new order; throws `levels.topFirst` where something would come before the topmost. */
function orderWith(db: ReadDb, id: string, afterId: string | null): string[] {
  const ids = levelsOf(db).map((level) => level.id);
  const others = ids.filter((other) => other !== id);
  if (afterId === null) {
    if (ids.length > 0 && ids[0] !== id) throw new AppError('levels.topFirst');
    return [id, ...others];
  }
  const at = others.indexOf(afterId);
  if (at < 0) throw new AppError('levels.gone');
  return others.toSpliced(at + 1, 0, id);
}

function checkNames(db: ReadDb, id: string, nameEn: string, nameHi: string | null): void {
  const wanted = new Set([nameEn, ...(nameHi === null ? [] : [nameHi])].map(foldKey));
  const same = levelsOf(db).find((level) => level.id !== id && [level.nameEn, level.nameHi ?? ''].some((name) => name !== '' && wanted.has(foldKey(name))));
  if (same) throw new AppError('levels.nameTaken', { nameEn: same.nameEn, nameHi: same.nameHi });
}

/** Every level but the topmost stands under at least one, and only under levels that come before it: so no circle can be. */
function checkOrder(db: ReadDb): void {
  const levels = levelsOf(db);
  const rank = new Map(levels.map((level, index) => [level.id, index]));
  for (const [index, level] of levels.entries()) {
    if (index > 0 && level.under.length === 0) throw new AppError('levels.standsNowhere', { nameEn: level.nameEn, nameHi: level.nameHi });
    const below = level.under.find((id) => (rank.get(id) ?? Infinity) >= index);
    const other = levels.find(({ id }) => id === below);
    if (other) throw new AppError('levels.notAbove', { nameEn: level.nameEn, nameHi: level.nameHi, otherEn: other.nameEn, otherHi: other.nameHi });
    if (below !== undefined) throw new AppError('levels.gone');
  }
}

function checkUnits(db: ReadDb, id: string): void {
  const homeless = db.get(
    `SELECT 1 FROM unit JOIN unit AS parent ON parent.id = unit.parentId
     WHERE unit.levelId = ? AND parent.levelId NOT IN (SELECT parentLevelId FROM levelUnder WHERE levelId = ?) LIMIT 1`, id, id,
  );
  if (homeless) throw new AppError('levels.unitsStandThere', { levelId: id });
}

function putUnder({ db }: CommandContext, id: string, under: readonly string[]): void {
  const known = new Set(levelsOf(db).map((level) => level.id));
  if (under.some((parentId) => !known.has(parentId))) throw new AppError('levels.gone');
  const there = db.raw<[string]>('SELECT parentLevelId FROM levelUnder WHERE levelId = ?', id).map(([parentId]) => parentId);
  for (const parentId of there) if (!under.includes(parentId)) db.run('DELETE FROM levelUnder WHERE levelId = ? AND parentLevelId = ?', id, parentId);
  for (const parentLevelId of new Set(under)) if (!there.includes(parentLevelId)) insertRow(db, 'levelUnder', { levelId: id, parentLevelId });
}

export const levels = {
  'levels.list': ({ db }) => {
    const units = new Map(db.raw<[string, number]>('SELECT levelId, COUNT(*) FROM unit WHERE closedDay IS NULL GROUP BY levelId'));
    return levelsOf(db).map((level): LevelRow => ({ ...level, units: units.get(level.id) ?? 0 }));
  },

  'levels.save': (context, { id: known, afterId, fields }) => {
    const { db, newId, summarise } = context;
    const { under, ...names } = fields;
    const id = known ?? newId();
    if (known === null && levelsOf(db).length >= mostLevels) throw new AppError('levels.tooMany', { most: mostLevels });
    if (known !== null && !db.get('SELECT 1 FROM level WHERE id = ?', known)) throw new AppError('levels.gone');
    const nameHi = names.nameHi ?? names.nameEn;
    checkNames(db, id, names.nameEn, nameHi);
    const order = orderWith(db, id, afterId);
    const row = { ...names, nameHi, pluralHi: names.pluralHi ?? nameHi };
    if (known === null) insertRow(db, 'level', { id, ...row, ordinal: order.indexOf(id) * 10 });
    else db.run('UPDATE level SET nameEn = ?, nameHi = ?, pluralEn = ?, pluralHi = ? WHERE id = ?', row.nameEn, row.nameHi, row.pluralEn, row.pluralHi, id);
    order.forEach((other, index) => db.run('UPDATE level SET ordinal = ? WHERE id = ? AND ordinal <> ?', (index + 1) * 10, other, (index + 1) * 10));
    putUnder(context, id, under);
    checkOrder(db);
    checkUnits(db, id);
    summarise(known === null ? 'levels.add' : 'levels.save', { nameEn: names.nameEn, nameHi });
    return { id };
  },

  'levels.remove': ({ db, summarise }, { id }) => {
    const level = levelsOf(db).find((one) => one.id === id);
    if (!level) throw new AppError('levels.gone');
    if (usesOf(db, id)) throw new AppError('levels.inUse', { nameEn: level.nameEn, nameHi: level.nameHi });
    db.run('DELETE FROM levelUnder WHERE levelId = ? OR parentLevelId = ?', id, id);
    db.run('DELETE FROM committeeSeat WHERE levelId = ?', id);
    db.run('DELETE FROM metricLevel WHERE levelId = ?', id);
    db.run('DELETE FROM metric WHERE countLevelId = ?', id);
    db.run('DELETE FROM level WHERE id = ?', id);
    checkOrder(db);
    summarise('levels.remove', { nameEn: level.nameEn, nameHi: level.nameHi });
    return null;
  },
} satisfies Calls<'levels'>;
