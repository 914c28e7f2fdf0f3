// What is in the tree already, as an import needs to know it.
import type { ImportExisting, ImportLevel, ImportUnit } from '../../../shared/model/importing.ts';
import type { ReadDb } from '../../store/sql.ts';

type UnitRow = [
  id: string, parentId: string | null, levelId: string, nameEn: string, nameHi: string | null, code: string | null,
  constituencyNumber: number | null, partNumber: string | null, path: string, closedDay: string | null,
  electors: number | null, lat: number | null, lon: number | null, nameHiProposed: number,
];

export function importLevels(db: ReadDb): ImportLevel[] {
  const under = new Map<string, string[]>();
  for (const [levelId, parentLevelId] of db.raw<[string, string]>('SELECT levelId, parentLevelId FROM levelUnder')) {
    under.set(levelId, [...(under.get(levelId) ?? []), parentLevelId]);
  }
  return db.raw<[string, string, string | null]>('SELECT id, nameEn, nameHi FROM level ORDER BY ordinal')
    .map(([id, nameEn, nameHi]) => ({ id, nameEn, nameHi, under: under.get(id) ?? [] }));
}

/**
 * Units the party made by dividing an official one, with that one: `keepAdministrativeCode` says where they come from. Offices go on
 * listing what stands below them under the official unit.
 */
function dividedFrom(db: ReadDb): Map<string, string> {
  return new Map(db.raw<[string, string]>(
    `SELECT party.id, official.id FROM unitClass AS own JOIN unit AS party ON party.id = own.unitId JOIN class ON class.id = own.classId
     JOIN unitClass AS other ON other.classId = own.classId JOIN unit AS official ON official.id = other.unitId
     WHERE own.classificationId GLOB 'administrative*' AND class.code IS NOT NULL AND official.code = class.code AND official.levelId = party.levelId AND party.id <> official.id AND party.code IS NULL`));
}

/** Open units only: nothing may be hung under a unit that is closed, or under one below it. */
function openUnits(db: ReadDb): ImportUnit[] {
  const rows = db.raw<UnitRow>(
    `SELECT unit.id, unit.parentId, unit.levelId, unit.nameEn, unit.nameHi, unit.code, seat.number, unit.partNumber, unit.path, unit.closedDay, unit.electors, unit.lat, unit.lon, unit.nameHiProposed
     FROM unit LEFT JOIN constituency AS seat ON seat.id = unit.constituencyId ORDER BY unit.path`,
  );
  const official = dividedFrom(db);
  const units: ImportUnit[] = [];
  let closed: string | null = null;
  for (const [id, parentId, levelId, nameEn, nameHi, code, constituencyNumber, partNumber, path, closedDay, electors, lat, lon, nameHiProposed] of rows) {
    if (closed !== null && path.startsWith(closed)) continue;
    closed = closedDay === null ? null : path;
    if (closed !== null) continue;
    const officialParentId = parentId === null ? undefined : official.get(parentId);
    units.push({ id, parentId, levelId, nameEn, nameHi, code, constituencyNumber, partNumber, electors, lat, lon, ...(nameHiProposed === 1 ? { isHindiProposed: true } : {}), ...(officialParentId === undefined ? {} : { officialParentId }) });
  }
  return units;
}

/** Ids of the Assembly seats by number: booths are told apart by them. */
export function seatsByNumber(db: ReadDb): Map<number, string> {
  return new Map(db.raw<[number, string]>(`SELECT number, id FROM constituency WHERE kind = 'assembly'`));
}

export function existingFor(db: ReadDb): ImportExisting {
  return { units: openUnits(db), levels: importLevels(db), constituencyNumbers: [...seatsByNumber(db).keys()] };
}
