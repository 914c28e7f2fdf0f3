// The units directly below one, with what a sheet says of each: counts per level, electors, target.
import type { Language } from '../../../shared/model/common.ts';
import { compareNames } from '../../../shared/text/sorting.ts';
import type { ReadDb } from '../../store/sql.ts';

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

/** Open units directly below, level by level, then by name in the alphabet of the language. */
export function unitsBelow(db: ReadDb, parentId: string, programmeId: string, metricId: string, language: Language): SheetUnit[] {
  const rows = db.all<Omit<SheetUnit, 'counts'> & { ordinal: number }>(
    `SELECT unit.id, unit.levelId, unit.nameEn, unit.nameHi, unit.partNumber, seat.nameEn AS seatEn, seat.nameHi AS seatHi, level.ordinal,
       COALESCE(NULLIF(sums.electors, 0), unit.electors, 0) AS electors, target.value AS target
     FROM unit JOIN level ON level.id = unit.levelId
     LEFT JOIN unitSum AS sums ON sums.unitId = unit.id
     LEFT JOIN constituency AS seat ON seat.id = unit.constituencyId
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id
     WHERE unit.parentId = ? AND unit.closedDay IS NULL`,
    programmeId, metricId, parentId,
  );
  const counts = new Map<string, Map<string, number>>();
  for (const [unitId, levelId, units] of db.raw<[string, string, number]>(
    'SELECT tally.unitId, tally.levelId, tally.units FROM unit JOIN tally ON tally.unitId = unit.id WHERE unit.parentId = ?', parentId,
  )) {
    const own = counts.get(unitId) ?? new Map<string, number>();
    counts.set(unitId, own.set(levelId, units));
  }
  const byName = compareNames(language);
  const shown = (unit: { nameEn: string; nameHi: string | null }): string => (language === 'hi' ? unit.nameHi || unit.nameEn : unit.nameEn);
  return rows
    .map(({ ordinal, ...unit }) => ({ ordinal, unit: { ...unit, counts: counts.get(unit.id) ?? new Map<string, number>() } }))
    .sort((a, b) => a.ordinal - b.ordinal || byName(shown(a.unit), shown(b.unit)) || (a.unit.id < b.unit.id ? -1 : 1))
    .map(({ unit }) => unit);
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
