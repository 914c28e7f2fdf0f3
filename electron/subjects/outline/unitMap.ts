// The map of what stands below a unit, directly or at a level further down.
import { AppError } from '../../../shared/errors.ts';
import { mostMapUnits } from '../../../shared/limits.ts';
import type { MapShape, MapUnit, UnitMap } from '../../../shared/model/unit.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';
import { unitJoins } from '../unitRows.ts';
import { areaReader } from './areas.ts';
import type { AreaReader } from './areas.ts';

type Row = Omit<MapUnit, 'rings' | 'basis'>;

const columns = `unit.id, unit.levelId, unit.nameEn, unit.nameHi, unit.lat, unit.lon, COALESCE(NULLIF(sums.electors, 0), unit.electors, 0) AS electors,
  COALESCE(sums.children, 0) AS children, CASE WHEN unit.levelId = 'booth' THEN 1 ELSE COALESCE(booths.units, 0) END AS booths`;

function rowsOf(db: ReadDb, unitId: string, path: string, levelId: string | null): Row[] {
  if (levelId === null) return db.all<Row>(`SELECT ${columns} FROM unit ${unitJoins} WHERE unit.parentId = ? AND unit.closedDay IS NULL ORDER BY unit.path LIMIT ?`, unitId, mostMapUnits);
  const [from, to] = subtreeRange(path);
  const units = db.get<{ units: number }>('SELECT units FROM tally WHERE unitId = ? AND levelId = ?', unitId, levelId)?.units ?? 0;
  if (units > mostMapUnits) throw new AppError('map.tooMany', { units, most: mostMapUnits });
  return db.all<Row>(`SELECT ${columns} FROM unit ${unitJoins} WHERE unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL ORDER BY unit.path`, levelId, from, to);
}

/** What is drawn around everything: the unit's own area, where there is one. */
function selfOf(db: ReadDb, reader: AreaReader, unitId: string): MapShape | null {
  const row = db.get<Omit<MapShape, 'rings' | 'basis'>>('SELECT id, levelId, nameEn, nameHi, lat, lon FROM unit WHERE id = ?', unitId);
  if (!row) return null;
  const { rings, basis } = reader.areaOf(unitId);
  return { ...row, rings, basis: basis ?? 'point' };
}

/** Official outlines come last, so that they are drawn over the cells beside them. Throws `units.gone`, `map.tooMany`. */
export function unitMap(db: ReadDb, unitId: string, levelId: string | null): UnitMap {
  const { path } = unitOf(db, unitId);
  const reader = areaReader(db);
  const shapes: MapUnit[] = [];
  let unplaced = 0;
  for (const row of rowsOf(db, unitId, path, levelId)) {
    const { rings, basis } = reader.areaOf(row.id);
    if (basis === null) unplaced += 1;
    else shapes.push({ ...row, rings, basis });
  }
  shapes.sort((a, b) => Number(a.basis === 'outline') - Number(b.basis === 'outline'));
  return { self: selfOf(db, reader, unitId), shapes, unplaced };
}
