// Plane geometry of outlines: areas, what lies inside, the nearest point of a border, and a ring cut by a convex one.

export type Point = [x: number, y: number];
/** A closed or open line around an area; several together are read even-odd: holes and islands need no telling apart. */
export type Ring = Point[];

/** Twice-counted corners and direction do not matter. */
export function ringArea(ring: readonly Point[]): number {
  let area = 0;
  for (let at = 0; at < ring.length; at++) {
    const [ax, ay] = ring[at]!;
    const [bx, by] = ring[(at + 1) % ring.length]!;
    area += ax * by - bx * ay;
  }
  return Math.abs(area) / 2;
}

/** Even-odd: inside an odd number of the rings. Points on a border may count either way. */
export function isInside([x, y]: Point, rings: readonly (readonly Point[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [ax, ay] = ring[at]!;
      const [bx, by] = ring[before]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** The point of the rings' borders that is nearest to a point. */
export function nearestOn([x, y]: Point, rings: readonly (readonly Point[])[]): Point {
  let best: Point = [x, y];
  let least = Infinity;
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at++) {
      const [ax, ay] = ring[at]!;
      const [bx, by] = ring[(at + 1) % ring.length]!;
      const [dx, dy] = [bx - ax, by - ay];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
      const [px, py] = [ax + along * dx, ay + along * dy];
      const distance = (px - x) ** 2 + (py - y) ** 2;
      if (distance < least) [least, best] = [distance, [px, py]];
    }
  }
  return best;
}

/** What of a ring lies within a convex one, closed; where the ring is cut into pieces they hang together by lines without width. */
export function clipRing(ring: readonly Point[], convex: readonly Point[]): Ring {
  let kept: Point[] = ring.slice(0, isClosed(ring) ? -1 : undefined);
  const corners = isClosed(convex) ? convex.slice(0, -1) : [...convex];
  // Which side of an edge is inside depends on which way round the corners go.
  let signed = 0;
  corners.forEach(([ax, ay], at) => { const [bx, by] = corners[(at + 1) % corners.length]!; signed += ax * by - bx * ay; });
  const side = Math.sign(signed);
  for (let at = 0; at < corners.length && kept.length > 0; at++) {
    const [ax, ay] = corners[at]!;
    const [bx, by] = corners[(at + 1) % corners.length]!;
    const off = ([x, y]: Point): number => side * ((bx - ax) * (y - ay) - (by - ay) * (x - ax));
    const next: Point[] = [];
    let from = kept[kept.length - 1]!;
    let fromOff = off(from);
    for (const to of kept) {
      const toOff = off(to);
      if (fromOff >= 0 !== toOff >= 0) {
        const along = fromOff / (fromOff - toOff);
        next.push([from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along]);
      }
      if (toOff >= 0) next.push(to);
      [from, fromOff] = [to, toOff];
    }
    kept = next;
  }
  if (kept.length > 0) kept.push(kept[0]!);
  return kept;
}

function isClosed(ring: readonly Point[]): boolean {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return ring.length > 1 && first![0] === last![0] && first![1] === last![1];
}
