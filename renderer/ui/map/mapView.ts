// Turns degrees into points of the drawing: the whole of what is shown fitted in, then moved and enlarged by hand.
import { geoMercator } from 'd3-geo';
import type { ShapeBasis } from './MapBasis.tsx';

export type Ring = readonly (readonly [lon: number, lat: number])[];

/** Something with a place on the map: an outline, or a point, or both. */
export interface MapShapeView {
  id: string;
  label: string;
  rings: readonly Ring[] | null;
  lat: number | null;
  lon: number | null;
  /** Where its rings come from: the map says so. */
  basis?: ShapeBasis;
}

/** How the map is moved: the fitted drawing times `zoom`, then shifted by x and y in pixels. */
export interface Sight {
  zoom: number;
  x: number;
  y: number;
}

export const wholeMap: Sight = { zoom: 1, x: 0, y: 0 };
export const mostZoom = 24;

/** What is drawn over the map needs this to find its places. Pixels of the drawing. */
export interface MapView {
  width: number;
  height: number;
  zoom: number;
  project(lat: number, lon: number): [x: number, y: number];
}

/** About 30 km across a window: nothing is drawn larger before somebody zooms in. */
const mostScale = 200_000;

/** Kept free at the right for the three buttons, so that they cover neither land nor names. */
const buttonRoom = 36;

/** Fits all rings and points into width × height, `margin` pixels kept free all round and the room of the buttons at the right. */
export function mapView(shapes: readonly MapShapeView[], outline: readonly Ring[], width: number, height: number, margin: number, sight: Sight): MapView {
  const points: [number, number][] = [];
  const addRing = (ring: Ring) => { for (const [lon, lat] of ring) points.push([lon, lat]); };
  outline.forEach(addRing);
  for (const shape of shapes) {
    shape.rings?.forEach(addRing);
    if (shape.lat !== null && shape.lon !== null) points.push([shape.lon, shape.lat]);
  }
  const free = Math.min(margin, width / 4, height / 4);
  const projection = geoMercator();
  if (points.length > 0) projection.fitExtent([[free, free], [width - free - (width > 3 * buttonRoom ? buttonRoom : 0), height - free]], { type: 'MultiPoint', coordinates: points });
  // A single point fits at any size, a few neighbouring ones too large to make sense of: then their surroundings are shown, about the middle.
  if (!(projection.scale() < mostScale)) {
    const middle = (values: number[], none: number) => (values.length === 0 ? none : (Math.min(...values) + Math.max(...values)) / 2);
    const centre: [number, number] = [middle(points.map(([lon]) => lon), 85), middle(points.map(([, lat]) => lat), 23.5)];
    projection.scale(mostScale).center(centre).translate([width / 2, height / 2]);
  }
  return {
    width,
    height,
    zoom: sight.zoom,
    project: (lat, lon) => {
      const [x, y] = projection([lon, lat])!;
      return [x * sight.zoom + sight.x, y * sight.zoom + sight.y];
    },
  };
}

/** SVG path of rings. */
export function pathOf(rings: readonly Ring[], view: MapView): string {
  return rings
    .map((ring) => `M${ring.map(([lon, lat]) => view.project(lat, lon).map((n) => n.toFixed(1)).join(',')).join('L')}Z`)
    .join('');
}

/** Where a shape's name goes: the middle of its largest ring, else its point; null where it has neither. In degrees. */
export function middleOf(shape: MapShapeView): { lat: number; lon: number; size: number } | null {
  let best: { lat: number; lon: number; size: number } | null = null;
  for (const ring of shape.rings ?? []) {
    let [area, lat, lon] = [0, 0, 0];
    ring.forEach(([lonA, latA], at) => {
      const [lonB, latB] = ring[(at + 1) % ring.length]!;
      const cross = lonA * latB - lonB * latA;
      area += cross;
      lon += (lonA + lonB) * cross;
      lat += (latA + latB) * cross;
    });
    if (area !== 0 && (!best || Math.abs(area) > best.size)) best = { lat: lat / (3 * area), lon: lon / (3 * area), size: Math.abs(area) };
  }
  if (best) return best;
  return shape.lat !== null && shape.lon !== null ? { lat: shape.lat, lon: shape.lon, size: 0 } : null;
}
