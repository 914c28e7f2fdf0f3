// The straight line between two points of the earth.
const earthRadiusKm = 6371.0088;
const radians = Math.PI / 180;

export interface Point {
  lat: number;
  lon: number;
}

/** Kilometres along the great circle (haversine formula, mean earth radius). */
export function straightLineKm(a: Point, b: Point): number {
  const halfLat = Math.sin(((b.lat - a.lat) * radians) / 2);
  const halfLon = Math.sin(((b.lon - a.lon) * radians) / 2);
  const h = halfLat * halfLat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * halfLon * halfLon;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}
