// The tree of units: its rows, its levels and seats, its map, and the acts that change it.
import type { Constituency, LevelCount, UnitDetail } from '../../shared/model/unit.ts';
import { AppError } from '../../shared/errors.ts';
import { mayStandUnder, subtreeRange } from '../../shared/rules/hierarchy.ts';
import type { Calls, CommandContext } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import type { ReadDb, SqlValue } from '../store/sql.ts';
import { levelsOf } from './levels.ts';
import { unitMap } from './outline/unitMap.ts';
import { crumbsOf, nextChildPath, unitOf } from './unitPlace.ts';
import type { StoredUnit } from './unitPlace.ts';
import { asUnitRow, unitColumns, unitJoins } from './unitRows.ts';
import type { StoredUnitRow } from './unitRows.ts';
import { branchesOf, childrenOf } from './unitBranches.ts';
import { unitList } from './unitList.ts';
import { searchEverything } from './unitSearch.ts';

const constituencyColumns = 'id, kind, number, nameEn, nameHi, reservation, parentId, electors';

/** The top of the tree. */
export function rootOf(db: ReadDb): string | null {
  return db.get<{ id: string }>('SELECT id FROM unit WHERE parentId IS NULL ORDER BY path LIMIT 1')?.id ?? null;
}

function checkPlace(db: ReadDb, levelId: string, parentLevelId: string | null): void {
  if (!mayStandUnder(levelsOf(db), levelId, parentLevelId)) throw new AppError('units.wrongLevel', { levelId, parentLevelId });
}

/** Nothing open stands below what is closed. */
function checkOpen(unit: StoredUnit | null): void {
  if (unit && unit.closedDay !== null) throw new AppError('units.parentClosed', { nameEn: unit.nameEn, nameHi: unit.nameHi, closedDay: unit.closedDay });
}


function setClosed(context: CommandContext, id: string, day: string | null): void {
  const { db } = context;
  const unit = unitOf(db, id);
  const [from, to] = subtreeRange(unit.path);
  if (day === null) db.run('UPDATE unit SET closedDay = NULL WHERE path >= ? AND path < ? AND closedDay = ?', from, to, unit.closedDay);
  else db.run('UPDATE unit SET closedDay = ? WHERE path >= ? AND path < ? AND closedDay IS NULL', day, from, to);
  context.summarise(day === null ? 'units.reopen' : 'units.close', { nameEn: unit.nameEn, nameHi: unit.nameHi, day });
}

export const units = {
  'units.levels': ({ db }) => levelsOf(db),
  'units.children': ({ db }, input) => childrenOf(db, input),
  'units.branches': ({ db }, input) => branchesOf(db, input),
  'units.list': ({ db }, input) => unitList(db, input),
  'units.get': ({ db }, { id }) => {
    const row = db.get<StoredUnitRow & { path: string; constituencyId: string | null } & Pick<UnitDetail, 'placeEn' | 'placeHi' | 'lat' | 'lon' | 'ownElectors' | 'partNumber'>>(
      `SELECT ${unitColumns}, unit.path, unit.placeEn, unit.placeHi, unit.lat, unit.lon, unit.electors AS ownElectors, unit.partNumber, unit.constituencyId
       FROM unit ${unitJoins} WHERE unit.id = ?`, id);
    if (!row) throw new AppError('units.gone');
    const { constituencyId, ...unit } = row;
    const seat = (seatId: string | null) => (seatId === null ? null : db.get<Constituency>(`SELECT ${constituencyColumns} FROM constituency WHERE id = ?`, seatId) ?? null);
    const constituency = seat(constituencyId);
    return {
      ...asUnitRow(unit), constituency, lokSabha: seat(constituency?.parentId ?? null), ancestors: crumbsOf(db, unit.path),
      counts: db.all<LevelCount>('SELECT levelId, units FROM tally JOIN level ON level.id = tally.levelId WHERE unitId = ? ORDER BY level.ordinal', id),
    };
  },
  'units.counts': ({ db }, { id }) =>
    db.all<LevelCount>('SELECT levelId, units FROM tally JOIN level ON level.id = tally.levelId WHERE unitId = ? ORDER BY level.ordinal', id ?? rootOf(db)),
  'units.search': ({ db, today }, input) => searchEverything(db, today, input),
  'units.map': ({ db }, { id, levelId }) => {
    const unitId = id ?? rootOf(db);
    return unitId === null ? { self: null, shapes: [], unplaced: 0 } : unitMap(db, unitId, levelId);
  },
  'units.constituencies': ({ db }) => db.all<Constituency>(`SELECT ${constituencyColumns} FROM constituency ORDER BY kind DESC, number`),
  'units.add': (context, { parentId, levelId, ...fields }) => {
    const { db, newId, summarise } = context;
    const parent = parentId === null ? null : unitOf(db, parentId);
    checkPlace(db, levelId, parent?.levelId ?? null);
    checkOpen(parent);
    const id = newId();
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Record<string, SqlValue>;
    insertRow(db, 'unit', { id, parentId, levelId, path: nextChildPath(db, parentId, parent?.path ?? ''), ...given });
    summarise('units.add', { nameEn: fields.nameEn, nameHi: fields.nameHi ?? null, levelId });
    return { id };
  },
  'units.update': ({ db, summarise }, { id, fields }) => {
    const unit = unitOf(db, id);
    // Who writes the Hindi name, or saves it as it stands, has confirmed it.
    if (fields.nameHi !== undefined) db.run('UPDATE unit SET nameHiProposed = 0 WHERE id = ? AND nameHiProposed = 1', id);
    for (const [column, value] of Object.entries(fields)) if (value !== undefined) db.run(`UPDATE unit SET ${column} = ? WHERE id = ? AND ${column} IS NOT ?`, value, id, value);
    summarise('units.update', { nameEn: fields.nameEn ?? unit.nameEn, nameHi: fields.nameHi ?? unit.nameHi, beforeEn: unit.nameEn, beforeHi: unit.nameHi });
    return null;
  },
  'units.move': ({ db, summarise }, { id, parentId }) => {
    const unit = unitOf(db, id);
    const parent = unitOf(db, parentId);
    if (parent.path.startsWith(unit.path)) throw new AppError('units.underItself');
    if (unit.parentId === parentId) return null;
    checkPlace(db, unit.levelId, parent.levelId);
    if (unit.closedDay === null) checkOpen(parent);
    const path = nextChildPath(db, parentId, parent.path);
    const [from, to] = subtreeRange(unit.path);
    db.run('UPDATE unit SET parentId = ? WHERE id = ?', parentId, id);
    db.run('UPDATE unit SET path = ? || substr(path, ?) WHERE path >= ? AND path < ?', path, unit.path.length + 1, from, to);
    summarise('units.move', { nameEn: unit.nameEn, nameHi: unit.nameHi, toEn: parent.nameEn, toHi: parent.nameHi });
    return null;
  },
  'units.close': (context, { id, day }) => {
    setClosed(context, id, day);
    return null;
  },
  'units.reopen': (context, { id }) => {
    const unit = unitOf(context.db, id);
    if (unit.closedDay === null) return null;
    checkOpen(unit.parentId === null ? null : unitOf(context.db, unit.parentId));
    setClosed(context, id, null);
    return null;
  },
  'units.remove': ({ db, summarise }, { id }) => {
    const unit = unitOf(db, id);
    const uses = ['unit WHERE parentId', 'post WHERE unitId', 'responsibility WHERE unitId', 'target WHERE unitId', 'report WHERE unitId', 'tourStop WHERE unitId', 'tour WHERE firstUnitId', 'tour WHERE lastUnitId', 'tourNight WHERE unitId', 'tourLeader WHERE firstUnitId', 'tourLeader WHERE lastUnitId', 'tourLeaderNight WHERE unitId', 'meeting WHERE unitId', 'visit WHERE unitId', 'promise WHERE unitId', 'programme WHERE unitId', 'programmeUnit WHERE unitId', 'programmeHeld WHERE unitId', 'blackout WHERE unitId', 'reorganisationUnit WHERE unitId', 'unitVersion WHERE unitId', 'unitVersion WHERE parentId', 'targetVersion WHERE unitId', 'targetRevision WHERE unitId', 'receivedSheet WHERE unitId']
      .some((use) => db.get(`SELECT 1 FROM ${use} = ? LIMIT 1`, id) !== undefined);
    if (uses) throw new AppError('units.inUse');
    db.run('DELETE FROM travelCorrection WHERE fromUnitId = ? OR toUnitId = ?', id, id);
    db.run('DELETE FROM unit WHERE id = ?', id);
    summarise('units.remove', { nameEn: unit.nameEn, nameHi: unit.nameHi });
    return null;
  },
} satisfies Calls<'units'>;
