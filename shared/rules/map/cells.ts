// Areas where only points are known: every point gets what lies nearer to it than to any other, cut at the outline around them.
import { Delaunay } from 'd3-delaunay';
import { clipRing, isInside, nearestOn, ringArea } from './rings.ts';
import type { Point, Ring } from './rings.ts';

/** Longitude and latitude in degrees. */
export interface Place {
  id: string;
  lon: number;
  lat: number;
}

/** Of the way to the nearest other place: so far apart places that share a point are put, in a ring around it. */
const apart = 0.15;
/** A hull around bare points is this much wider than they are. */
const hullMargin = 0.12;

const turn = Math.PI * (3 - Math.sqrt(5));

/** Puts places that share one point side by side, so that each gets a part of their area. */
function parted(points: Point[], size: number): Point[] {
  const groups = new Map<string, number[]>();
  points.forEach(([x, y], at) => {
    const key = `${x.toFixed(6)} ${y.toFixed(6)}`;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  });
  if (groups.size === points.length) return points;
  const distinct = [...groups.values()].map(([first]) => points[first!]!);
  const delaunay = distinct.length > 1 ? Delaunay.from(distinct) : null;
  const result = [...points];
  [...groups.values()].forEach((members, group) => {
    if (members.length === 1) return;
    const [x, y] = distinct[group]!;
    let nearest = size / 4;
    for (const other of delaunay?.neighbors(group) ?? []) nearest = Math.min(nearest, Math.hypot(distinct[other]![0] - x, distinct[other]![1] - y));
    members.forEach((at, order) => {
      const radius = nearest * apart * Math.sqrt((order + 0.5) / members.length);
      result[at] = [x + Math.cos(order * turn) * radius, y + Math.sin(order * turn) * radius];
    });
  });
  return result;
}

/** An outline around bare points: their convex hull, drawn a little wider; around one or two, a square. */
export function hullOf(places: readonly Place[]): Ring[] {
  const lons = places.map(({ lon }) => lon);
  const lats = places.map(({ lat }) => lat);
  if (places.length === 0) return [];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const margin = Math.max(east - west, north - south, 0.02) * hullMargin;
  const box: Ring = [[west - margin, south - margin], [east + margin, south - margin], [east + margin, north + margin], [west - margin, north + margin], [west - margin, south - margin]];
  if (places.length < 3) return [box];
  const hull = Delaunay.from(places.map(({ lon, lat }): Point => [lon, lat])).hullPolygon();
  // Nearly in one line: a hull without breadth is no area.
  if (hull.length < 4 || ringArea(hull as Point[]) < ringArea(box) * 0.05) return [box];
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const wider = hull.map(([lon, lat]): Point => {
    const length = Math.hypot(lon - x, lat - y) || 1;
    return [lon + ((lon - x) / length) * margin, lat + ((lat - y) / length) * margin];
  });
  return [wider];
}

/**
 * The cell of every place within `frame` (rings in degrees, even-odd): together they fill the frame, and none lies over another
 * (G. Voronoi 1908; Delaunay triangulation by d3-delaunay; rings cut by Sutherland and Hodgman's method, 1974). Distances are
 * taken on the plane at the frame's middle latitude. A place outside the frame counts as the frame's nearest point; places
 * that share a point divide its cell. Rings are closed. No places: no cells.
 */
export function cellsWithin(places: readonly Place[], frame: readonly Ring[]): Map<string, Ring[]> {
  const cells = new Map<string, Ring[]>();
  const corners = frame.flat();
  if (places.length === 0 || corners.length < 3) return cells;
  const lats = corners.map(([, lat]) => lat);
  const shrink = Math.cos((((Math.min(...lats) + Math.max(...lats)) / 2) * Math.PI) / 180);
  const flat = frame.map((ring) => ring.map(([lon, lat]): Point => [lon * shrink, lat]));
  const xs = flat.flat().map(([x]) => x);
  const bounds = { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...lats), north: Math.max(...lats) };
  const size = Math.max(bounds.east - bounds.west, bounds.north - bounds.south);
  const within = places.map(({ lon, lat }): Point => {
    const point: Point = [lon * shrink, lat];
    return isInside(point, flat) ? point : nearestOn(point, flat);
  });
  const points = parted(within, size);
  // Four places far outside, too far to take anything of the frame: places in one line would have no triangles among themselves.
  const far = 10 * size;
  const [x, y] = [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2];
  const voronoi = Delaunay.from([...points, [x - far, y], [x + far, y], [x, y - far], [x, y + far]]).voronoi([x - far, y - far, x + far, y + far]);
  places.forEach(({ id }, at) => {
    const cell = voronoi.cellPolygon(at) as Point[] | null;
    if (!cell) return;
    const rings = flat.map((ring) => clipRing(ring, cell)).filter((ring) => ring.length > 3 && ringArea(ring) !== 0);
    if (rings.length > 0) cells.set(id, rings.map((ring) => ring.map(([east, north]): Point => [east / shrink, north])));
  });
  return cells;
}

/**
 * Places in rows over the frame, in the order given: for units of which nobody knows where they lie. Not where they are; only
 * so that each has an area of about the same size to be coloured.
 */
export function placesInOrder(ids: readonly string[], frame: readonly Ring[]): Place[] {
  const corners = frame.flat();
  if (ids.length === 0 || corners.length < 3) return [];
  const [west, east] = [Math.min(...corners.map(([lon]) => lon)), Math.max(...corners.map(([lon]) => lon))];
  const [south, north] = [Math.min(...corners.map(([, lat]) => lat)), Math.max(...corners.map(([, lat]) => lat))];
  // A grid fine enough that as many of its points lie inside as are needed; then every so-many-th is taken, from the north-west on.
  for (let lines = Math.ceil(Math.sqrt(ids.length)); lines < 4000; lines = Math.ceil(lines * 1.15) + 1) {
    const columns = Math.max(1, Math.round(lines * ((east - west) / Math.max(north - south, 1e-9))));
    const inside: Point[] = [];
    for (let line = 0; line < lines; line++) {
      for (let column = 0; column < columns; column++) {
        const point: Point = [west + ((column + 0.5) / columns) * (east - west), north - ((line + 0.5) / lines) * (north - south)];
        if (isInside(point, frame)) inside.push(point);
      }
    }
    if (inside.length >= ids.length) return ids.map((id, at) => {
      const [lon, lat] = inside[Math.floor(((at + 0.5) * inside.length) / ids.length)]!;
      return { id, lon, lat };
    });
  }
  return [];
}
