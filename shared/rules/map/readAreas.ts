// Reads areas out of GeoJSON (RFC 7946) or TopoJSON that came from anywhere: only what is understood is taken, nothing is trusted.
import { AppError } from '../../errors.ts';
import { outlineLimits } from '../../model/outline.ts';
import type { OutlineNote } from '../../model/outline.ts';
import type { Ring } from './rings.ts';
import { unfoldTopology } from './topology.ts';

/** One area of the file: its rings (even-odd, closed, longitude first) and what is said of it, as texts. */
export interface ReadArea {
  /** Its place in the file, from 1. */
  number: number;
  rings: Ring[];
  properties: Map<string, string>;
}

export interface ReadAreas {
  areas: ReadArea[];
  withoutArea: number;
  notes: OutlineNote[];
}

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

const longestText = 300;
/** Geometry collections hang in one another no deeper than this. */
const deepest = 5;

function propertiesOf(feature: Plain): Map<string, string> {
  const found = new Map<string, string>();
  if (!isPlain(feature['properties'])) return found;
  for (const [name, value] of Object.entries(feature['properties'])) {
    if (found.size >= outlineLimits.properties) break;
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const text = String(value).trim().slice(0, longestText);
    if (text !== '' && name.length <= 200) found.set(name, text);
  }
  return found;
}

/**
 * Throws `outlines.notAreas` (neither GeoJSON nor TopoJSON, or no area in it), `outlines.tooMany` {most} (areas or corners),
 * `outlines.badCorner` {number} (a coordinate that is no number), `outlines.projected` (metres instead of degrees).
 */
export function readAreas(json: unknown): ReadAreas {
  const source = isPlain(json) && json['type'] === 'Topology' ? unfoldTopology(json) : json;
  const features = featuresOf(source);
  if (features.length > outlineLimits.areas) throw new AppError('outlines.tooMany', { most: outlineLimits.areas });
  let corners = 0;
  let number = 0;

  const ringOf = (value: unknown): Ring | null => {
    if (!Array.isArray(value)) return null;
    corners += value.length;
    if (corners > outlineLimits.corners) throw new AppError('outlines.tooMany', { most: outlineLimits.corners });
    const ring: Ring = [];
    for (const corner of value as unknown[]) {
      const [x, y] = Array.isArray(corner) ? (corner as unknown[]) : [];
      if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) throw new AppError('outlines.badCorner', { number });
      ring.push([x, y]);
    }
    if (ring.length < 3) return null;
    const [first, last] = [ring[0]!, ring[ring.length - 1]!];
    if (first[0] !== last[0] || first[1] !== last[1]) ring.push([first[0], first[1]]);
    return ring.length < 4 ? null : ring;
  };
  const ringsOf = (geometry: unknown, depth: number): Ring[] => {
    if (!isPlain(geometry) || depth > deepest) return [];
    const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
    if (geometry['type'] === 'Polygon') return polygonRings(list(geometry['coordinates']));
    if (geometry['type'] === 'MultiPolygon') return list(geometry['coordinates']).flatMap((value) => polygonRings(list(value)));
    if (geometry['type'] === 'GeometryCollection') return list(geometry['geometries']).flatMap((one) => ringsOf(one, depth + 1));
    return [];
  };
  const polygonRings = (values: unknown[]): Ring[] => {
    const rings: Ring[] = [];
    for (const value of values) {
      const ring = ringOf(value);
      if (ring) rings.push(ring);
    }
    return rings;
  };

  const areas: ReadArea[] = [];
  let withoutArea = 0;
  for (const feature of features) {
    number += 1;
    const rings = isPlain(feature) ? ringsOf(feature['geometry'] ?? null, 0) : [];
    if (rings.length === 0) withoutArea += 1;
    else areas.push({ number, rings, properties: propertiesOf(feature as Plain) });
  }
  if (areas.length === 0) throw new AppError('outlines.notAreas');
  return { areas, withoutArea, notes: turnRound(areas) };
}

function featuresOf(json: unknown): unknown[] {
  if (!isPlain(json)) throw new AppError('outlines.notAreas');
  if (json['type'] === 'FeatureCollection' && Array.isArray(json['features'])) return json['features'] as unknown[];
  if (json['type'] === 'Feature') return [json];
  if (json['type'] === 'Polygon' || json['type'] === 'MultiPolygon' || json['type'] === 'GeometryCollection') return [{ geometry: json }];
  throw new AppError('outlines.notAreas');
}

/** Degrees are degrees; and in India longitudes are above 60 and latitudes below 40, so it shows when they changed places. */
function turnRound(areas: ReadArea[]): OutlineNote[] {
  let [mostX, mostY] = [0, 0];
  let [x, y, corners] = [0, 0, 0];
  for (const { rings } of areas) for (const ring of rings) for (const corner of ring) {
    mostX = Math.max(mostX, Math.abs(corner[0]));
    mostY = Math.max(mostY, Math.abs(corner[1]));
    x += corner[0];
    y += corner[1];
    corners += 1;
  }
  if (mostX > 180 || mostY > 180) throw new AppError('outlines.projected');
  const isSwapped = mostY > 90 || (x / corners < 40 && y / corners > 60);
  if (!isSwapped) return [];
  for (const { rings } of areas) for (const ring of rings) for (const corner of ring) [corner[0], corner[1]] = [corner[1], corner[0]];
  return ['swapped'];
}
