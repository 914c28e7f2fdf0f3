// Says how far a place lies from the straight line of a leg, and in which box everything near that line lies.
export interface Point {
  lat: number;
  lon: number;
}

/** Kilometres of one degree of latitude on the mean earth. */
const kmPerDegree = 111.195;
const radians = Math.PI / 180;

/** Kilometres east and north of `origin`, on the plane that touches the earth at `midLat`. */
function onPlane(point: Point, origin: Point, midLat: number): [east: number, north: number] {
  return [(point.lon - origin.lon) * kmPerDegree * Math.cos(midLat * radians), (point.lat - origin.lat) * kmPerDegree];
}

/**
 * Kilometres from the point to the straight line between the ends (to the nearer end where it lies beyond one), and how much of
 * the line lies before it, 0 to 1. Equirectangular: legs of some hundred kilometres are measured within one percent.
 */
export function offLeg(point: Point, from: Point, to: Point): { km: number; along: number } {
  const midLat = (from.lat + to.lat) / 2;
  const [east, north] = onPlane(point, from, midLat);
  const [legEast, legNorth] = onPlane(to, from, midLat);
  const length = legEast * legEast + legNorth * legNorth;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (east * legEast + north * legNorth) / length));
  return { km: Math.hypot(east - along * legEast, north - along * legNorth), along };
}

export interface Box {
  latFrom: number;
  latTo: number;
  lonFrom: number;
  lonTo: number;
}

/** Everything within `km` of the line lies in it; what lies in it may still be farther away. */
export function boxAround(from: Point, to: Point, km: number): Box {
  const latMargin = (km / kmPerDegree) * 1.01;
  const highest = Math.min(89, Math.max(Math.abs(from.lat), Math.abs(to.lat)) + latMargin);
  const lonMargin = latMargin / Math.cos(highest * radians);
  return {
    latFrom: Math.min(from.lat, to.lat) - latMargin, latTo: Math.max(from.lat, to.lat) + latMargin,
    lonFrom: Math.min(from.lon, to.lon) - lonMargin, lonTo: Math.max(from.lon, to.lon) + lonMargin,
  };
}
