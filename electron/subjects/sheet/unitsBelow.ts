// The units directly below one, or all of a level below it, with what a sheet says of each: counts per level, electors, target.
import { AppError } from '../../../shared/errors.ts';
import type { Language, Named } from '../../../shared/model/common.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { Text } from '../../../shared/model/sheet.ts';
import { ancestorPaths, subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { compareNames } from '../../../shared/text/sorting.ts';
import type { ReadDb } from '../../store/sql.ts';
import { isInClass, unitsInClass } from '../group/filter.ts';
import type { Piece } from '../group/filter.ts';
import type { StoredUnit } from '../unitPlace.ts';
import { joined, nameOf } from './wording.ts';

/** As many lines as a sheet takes: a seat has some hundred booths. */
const mostUnits = 2000;

export interface SheetUnit {
  id: string;
  levelId: string;
  nameEn: string;
  nameHi: string | null;
  partNumber: string | null;
  seatEn: string | null;
  seatHi: string | null;
  electors: number;
  target: number | null;
  /** Of the target; 0 while it is a draft. */
  revision: number;
  path: string;
  /** Its own target, else the sum below. */
  asked: number | null;
  /** What stands between the scope and it, where all of a level are listed. */
  within: Text | null;
  /** Only a part of it is in the class: the figures are the part's. */
  partly: boolean;
  /** Units below per level. */
  counts: Map<string, number>;
}

export interface SheetLevel {
  id: string;
  nameEn: string;
  nameHi: string;
  pluralEn: string;
  pluralHi: string;
  ordinal: number;
}

export function levelsOf(db: ReadDb): Map<string, SheetLevel> {
  return new Map(db.all<SheetLevel>('SELECT id, nameEn, nameHi, pluralEn, pluralHi, ordinal FROM level ORDER BY ordinal').map((level) => [level.id, level]));
}

export interface UnitsAsk {
  unit: StoredUnit;
  programmeId: string;
  metricId: string;
  language: Language;
  /** All units of this level below; null: those directly below. */
  levelId?: string | null;
  group?: GroupFilter | null;
}

type Row = Omit<SheetUnit, 'counts' | 'within' | 'partly'> & { ordinal: number; seatNumber: number | null };

/** Which units: a part of a statement over `unit`. */
function which({ unit, levelId = null, group = null }: UnitsAsk): Piece {
  const range = subtreeRange(unit.path);
  if (levelId === null) {
    const inside = group === null ? { sql: '1', values: [] } : isInClass(group);
    return { sql: `unit.parentId = ? AND ${inside.sql}`, values: [unit.id, ...inside.values] };
  }
  if (group === null) return { sql: 'unit.levelId = ? AND unit.path > ? AND unit.path < ?', values: [levelId, ...range] };
  const units = unitsInClass(group.classId, levelId, range);
  return { sql: `unit.id IN (SELECT id FROM (${units.sql})) AND unit.id <> ?`, values: [...units.values, unit.id] };
}

/** "Baghmara, Katras": what stands between the scope and each path. */
function betweens(db: ReadDb, scope: string, paths: readonly string[]): Map<string, Text> {
  const above = (path: string): string[] => ancestorPaths(path).filter((one) => one.length > scope.length);
  const names = new Map(db.all<Named & { path: string }>('SELECT path, nameEn, nameHi FROM unit WHERE path IN (SELECT value FROM json_each(?))', JSON.stringify([...new Set(paths.flatMap(above))]))
    .map((one) => [one.path, nameOf(one)]));
  return new Map(paths.map((path) => [path, joined(above(path).flatMap((one) => names.get(one) ?? []), ', ')]));
}

/**
 * Open units directly below, level by level, then by name in the alphabet of the language; all of a level by what is around them, booths
 * by seat and part. Throws `sheets.tooMany` {limit}.
 */
export function unitsBelow(db: ReadDb, ask: UnitsAsk): SheetUnit[] {
  const { unit: scope, programmeId, metricId, language, levelId = null } = ask;
  const here = which(ask);
  const rows = db.all<Row>(
    `SELECT unit.id, unit.path, unit.levelId, unit.nameEn, unit.nameHi, unit.partNumber, seat.nameEn AS seatEn, seat.nameHi AS seatHi, seat.number AS seatNumber, level.ordinal,
       COALESCE(NULLIF(sums.electors, 0), unit.electors, 0) AS electors, target.value AS target, COALESCE(target.revision, 0) AS revision, COALESCE(target.value, rollup.below) AS asked
     FROM unit JOIN level ON level.id = unit.levelId
     LEFT JOIN unitSum AS sums ON sums.unitId = unit.id
     LEFT JOIN constituency AS seat ON seat.id = unit.constituencyId
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id
     LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = unit.id
     WHERE ${here.sql} AND unit.closedDay IS NULL LIMIT ${mostUnits + 1}`,
    programmeId, metricId, programmeId, metricId, ...here.values,
  );
  if (rows.length > mostUnits) throw new AppError('sheets.tooMany', { limit: mostUnits });
  const counts = new Map<string, Map<string, number>>();
  for (const [unitId, countedId, units] of db.raw<[string, string, number]>(
    'SELECT tally.unitId, tally.levelId, tally.units FROM json_each(?) AS found JOIN tally ON tally.unitId = found.value', JSON.stringify(rows.map(({ id }) => id)),
  )) {
    const own = counts.get(unitId) ?? new Map<string, number>();
    counts.set(unitId, own.set(countedId, units));
  }
  const within = betweens(db, scope.path, levelId === null ? [] : rows.map(({ path }) => path));
  const byName = compareNames(language);
  const shown = (unit: Named): string => (language === 'hi' ? unit.nameHi || unit.nameEn : unit.nameEn);
  const around = ({ path }: Row): string => within.get(path)?.[language] ?? '';
  const bySeat = (a: Row, b: Row): number => (levelId === 'booth' ? (a.seatNumber ?? 0) - (b.seatNumber ?? 0) || byName(a.partNumber ?? '', b.partNumber ?? '') : 0);
  return rows
    .sort((a, b) => a.ordinal - b.ordinal || bySeat(a, b) || byName(around(a), around(b)) || byName(shown(a), shown(b)) || (a.id < b.id ? -1 : 1))
    .map(({ ordinal: _ordinal, seatNumber: _seatNumber, ...unit }) => ({ ...unit, within: within.get(unit.path) ?? null, partly: false, counts: counts.get(unit.id) ?? new Map<string, number>() }));
}

/** The levels between these units and their booths, generation by generation: panchayats and wards are one. */
export function generationsBelow(db: ReadDb, units: readonly SheetUnit[], levels: ReadonlyMap<string, SheetLevel>): SheetLevel[][] {
  const present = new Set(units.flatMap((unit) => [...unit.counts.keys()]));
  present.delete('booth');
  const parents = db.all<{ levelId: string; parentLevelId: string }>('SELECT levelId, parentLevelId FROM levelUnder');
  const generations: SheetLevel[][] = [];
  let above = new Set(units.map((unit) => unit.levelId));
  while (present.size > 0) {
    const next = new Set(parents.filter((row) => above.has(row.parentLevelId) && present.has(row.levelId)).map((row) => row.levelId));
    const generation = next.size > 0 ? next : new Set(present);
    for (const id of generation) present.delete(id);
    generations.push([...levels.values()].filter((level) => generation.has(level.id)));
    above = generation;
  }
  return generations;
}
