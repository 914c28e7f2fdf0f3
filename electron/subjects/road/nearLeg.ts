// The units of a level that lie beside a leg, with the detour by the travel table.
import { boxAround, offLeg } from '../../../shared/rules/road/corridor.ts';
import { straightLineKm } from '../../../shared/rules/travel.ts';
import type { ReadDb } from '../../store/sql.ts';
import { placeColumns } from '../tour/places.ts';
import type { UnitPlace } from '../tour/places.ts';
import { roadsBetween } from '../tour/roads.ts';
import type { RoadOptions } from '../tour/roads.ts';

export interface NearUnit extends UnitPlace {
  lat: number;
  lon: number;
  levelId: string;
  offKm: number;
  along: number;
  detourMinutes: number;
  detourKm: number;
  /** By the travel table: to it, and from it on. */
  minutesTo: number;
  minutesOn: number;
}

type Measured = 'detourMinutes' | 'detourKm' | 'minutesTo' | 'minutesOn';

/** More than these nobody looks through; the nearest by the straight detour are kept. */
export const mostNear = 200;
/** Few at a time: a table of all roads among them is made. */
const atOnce = 12;

interface Leg {
  from: UnitPlace;
  to: UnitPlace;
  roads: RoadOptions;
}

/** Units named in `without` are left out. `total` counts also those that are not among the nearest. */
export function unitsNearLeg(db: ReadDb, { from, to, roads }: Leg, levelId: string, corridorKm: number, without: ReadonlySet<string>): { total: number; units: NearUnit[] } {
  const [a, b] = [pointOf(from), pointOf(to)];
  if (!a || !b) return { total: 0, units: [] };
  const { latFrom, latTo, lonFrom, lonTo } = boxAround(a, b, corridorKm);
  const inBox = db.raw<[id: string, lat: number, lon: number]>(
    'SELECT id, lat, lon FROM unit INDEXED BY unitByPoint WHERE levelId = ? AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? AND lat IS NOT NULL AND closedDay IS NULL',
    levelId, latFrom, latTo, lonFrom, lonTo,
  );
  const near = inBox.flatMap(([id, lat, lon]) => {
    if (without.has(id)) return [];
    const { km, along } = offLeg({ lat, lon }, a, b);
    return km <= corridorKm ? [{ id, offKm: km, along, straight: straightLineKm(a, { lat, lon }) + straightLineKm({ lat, lon }, b) }] : [];
  });
  const kept = new Map(near.toSorted((p, q) => p.straight - q.straight).slice(0, mostNear).map((one) => [one.id, one]));
  const rows = db.all<Omit<NearUnit, 'offKm' | 'along' | Measured>>(
    `SELECT ${placeColumns}, unit.levelId FROM json_each(?) AS wanted JOIN unit ON unit.id = wanted.value`, JSON.stringify([...kept.keys()]),
  );
  return { total: near.length, units: withDetours(db, { from, to, roads }, rows.map((row) => ({ ...row, offKm: kept.get(row.unitId)!.offKm, along: kept.get(row.unitId)!.along }))) };
}

function withDetours(db: ReadDb, { from, to, roads }: Leg, units: Omit<NearUnit, Measured>[]): NearUnit[] {
  const found: NearUnit[] = [];
  for (let at = 0; at < units.length; at += atOnce) {
    const some = units.slice(at, at + atOnce);
    const table = roadsBetween(db, [from, to, ...some], roads);
    const count = some.length + 2;
    const detour = (of: ArrayLike<number>, index: number): number => of[index]! + of[index * count + 1]! - of[1]!;
    some.forEach((unit, index) => found.push({
      ...unit, detourMinutes: detour(table.travelMinutes, index + 2), detourKm: detour(table.distanceKm, index + 2),
      minutesTo: table.travelMinutes[index + 2]!, minutesOn: table.travelMinutes[(index + 2) * count + 1]!,
    }));
  }
  return found;
}

function pointOf({ lat, lon }: UnitPlace): { lat: number; lon: number } | null {
  return lat === null || lon === null ? null : { lat, lon };
}
