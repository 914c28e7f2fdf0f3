// The area of any unit on the map: its own outline, else the cell of its point within the area of the unit above it.
import type { ShapeBasis } from '../../../shared/model/unit.ts';
import { cellsWithin, hullOf, placesInOrder } from '../../../shared/rules/map/cells.ts';
import type { Place } from '../../../shared/rules/map/cells.ts';
import type { Ring } from '../../../shared/rules/map/rings.ts';
import type { ReadDb } from '../../store/sql.ts';

/** `basis` null: the unit cannot be drawn, while others beside it can. */
export interface Area {
  rings: Ring[] | null;
  basis: ShapeBasis | null;
}

type Row = [id: string, lat: number | null, lon: number | null, rings: string | null];

/** Where nothing at all is known of a state, its parts are laid out in order over this square. */
const anySquare: Ring[] = [[[78, 22], [82, 22], [82, 26], [78, 26], [78, 22]]];
const noArea: Area = { rings: null, basis: null };

const ringsOf = (text: string): Ring[] => JSON.parse(text) as Ring[];

/** The middle of what stands directly below, or two levels down, for units whose own point nobody has entered. */
function middlesOf(db: ReadDb, ids: string[]): Map<string, [lat: number, lon: number]> {
  const found = new Map<string, [number, number]>();
  const asked = JSON.stringify(ids);
  const below = `SELECT unit.parentId, AVG(unit.lat), AVG(unit.lon) FROM unit WHERE unit.parentId IN (SELECT value FROM json_each(?)) AND unit.lat IS NOT NULL AND unit.closedDay IS NULL GROUP BY unit.parentId`;
  const deeper = `SELECT above.parentId, AVG(unit.lat), AVG(unit.lon) FROM unit AS above JOIN unit ON unit.parentId = above.id
    WHERE above.parentId IN (SELECT value FROM json_each(?)) AND unit.lat IS NOT NULL AND unit.closedDay IS NULL GROUP BY above.parentId`;
  for (const sql of [deeper, below]) for (const [id, lat, lon] of db.raw<[string, number, number]>(sql, asked)) found.set(id, [lat, lon]);
  return found;
}

/** Areas of the units asked for; what stands beside and above them is worked out once in a reader's life. */
export interface AreaReader {
  areaOf(unitId: string): Area;
}

export function areaReader(db: ReadDb): AreaReader {
  const below = new Map<string, Map<string, Area>>();
  const parents = new Map<string, string | null>();

  const parentOf = (id: string): string | null => {
    let parentId = parents.get(id);
    if (parentId === undefined) parents.set(id, (parentId = db.get<{ parentId: string | null }>('SELECT parentId FROM unit WHERE id = ?', id)?.parentId ?? null));
    return parentId;
  };
  const outlineOf = (id: string): Ring[] | null => {
    const text = db.get<{ rings: string }>('SELECT rings FROM outline WHERE unitId = ?', id)?.rings;
    return text === undefined ? null : ringsOf(text);
  };

  /** Every child's place: its point, the middle of what stands below it, else none. */
  const placesBelow = (rows: readonly Row[]): Map<string, Place> => {
    const places = new Map<string, Place>();
    for (const [id, lat, lon] of rows) if (lat !== null && lon !== null) places.set(id, { id, lat, lon });
    const missing = rows.filter(([id]) => !places.has(id)).map(([id]) => id);
    if (missing.length > 0) for (const [id, [lat, lon]] of middlesOf(db, missing)) places.set(id, { id, lat, lon });
    return places;
  };

  const areasBelow = (parentId: string): Map<string, Area> => {
    const known = below.get(parentId);
    if (known) return known;
    const areas = new Map<string, Area>();
    below.set(parentId, areas);
    const rows = db.raw<Row>('SELECT unit.id, unit.lat, unit.lon, outline.rings FROM unit LEFT JOIN outline ON outline.unitId = unit.id WHERE unit.parentId = ? AND unit.closedDay IS NULL ORDER BY unit.path', parentId);
    for (const [id] of rows) parents.set(id, parentId);
    if (rows.length > 0 && rows.every(([, , , rings]) => rings !== null)) {
      for (const [id, , , rings] of rows) areas.set(id, { rings: ringsOf(rings!), basis: 'outline' });
      return areas;
    }
    const places = placesBelow(rows);
    const frame = frameAround(parentId, [...places.values()]);
    const isPlaced = places.size > 0;
    const cells = cellsWithin(isPlaced ? [...places.values()] : placesInOrder(rows.map(([id]) => id), frame), frame);
    for (const [id, lat, , rings] of rows) {
      const cell = cells.get(id);
      if (rings !== null) areas.set(id, { rings: ringsOf(rings), basis: 'outline' });
      else if (cell) areas.set(id, { rings: cell, basis: isPlaced ? 'cell' : 'order' });
      else areas.set(id, lat === null ? noArea : { rings: null, basis: 'point' });
    }
    return areas;
  };

  const frameAround = (unitId: string, places: readonly Place[]): Ring[] => {
    const own = outlineOf(unitId) ?? (parentOf(unitId) === null ? null : areaOf(unitId).rings);
    if (own) return own;
    return places.length > 0 ? hullOf(places) : anySquare;
  };

  const areaOf = (unitId: string): Area => {
    const parentId = parentOf(unitId);
    if (parentId !== null) return areasBelow(parentId).get(unitId) ?? noArea;
    const rings = outlineOf(unitId);
    return rings ? { rings, basis: 'outline' } : noArea;
  };

  return { areaOf };
}
