// Which places lie next to each other: by the border their outlines share, else as points with nothing between them.

export interface Place {
  /** Outline rings as [longitude, latitude]; null: only the point is known. */
  rings: readonly (readonly (readonly [number, number])[])[] | null;
  lat: number | null;
  lon: number | null;
}

/** A place in kilometres on a plane about the middle of all: true enough within one state. */
export interface PlanePoint {
  x: number;
  y: number;
}

const kmPerDegree = 111.2;
/** Points nearer than this are nobody's neighbours of neighbours: more are never needed. */
const nearest = 12;

/** The middle of the largest ring, else the point; null where neither is known. */
export function middleOfPlace({ rings, lat, lon }: Place): { lat: number; lon: number } | null {
  let best = 0;
  let middle: { lat: number; lon: number } | null = null;
  for (const ring of rings ?? []) {
    let [area, x, y] = [0, 0, 0];
    ring.forEach(([lonA, latA], at) => {
      const [lonB, latB] = ring[(at + 1) % ring.length]!;
      const cross = lonA * latB - lonB * latA;
      area += cross;
      x += (lonA + lonB) * cross;
      y += (latA + latB) * cross;
    });
    if (Math.abs(area) > best) {
      best = Math.abs(area);
      middle = { lat: y / (3 * area), lon: x / (3 * area) };
    }
  }
  return middle ?? (lat !== null && lon !== null ? { lat, lon } : null);
}

/** All on one plane, in kilometres; null stays null. */
export function onPlane(points: readonly ({ lat: number; lon: number } | null)[]): (PlanePoint | null)[] {
  const known = points.filter((point) => point !== null);
  const lat0 = known.reduce((sum, point) => sum + point.lat, 0) / Math.max(1, known.length);
  const east = Math.cos((lat0 * Math.PI) / 180) * kmPerDegree;
  return points.map((point) => (point === null ? null : { x: point.lon * east, y: point.lat * kmPerDegree }));
}

const squared = (a: PlanePoint, b: PlanePoint): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

/** Links places whose outlines have at least one edge's two ends in common (to about a metre); a common corner alone is none. */
function sharedBorders(places: readonly Place[], link: (a: number, b: number) => void): void {
  const atPoint = new Map<string, number[]>();
  places.forEach(({ rings }, at) => {
    for (const key of new Set((rings ?? []).flat().map(([lon, lat]) => `${lon.toFixed(5)} ${lat.toFixed(5)}`))) {
      const here = atPoint.get(key);
      if (here) here.push(at);
      else atPoint.set(key, [at]);
    }
  });
  const common = new Map<number, number>();
  for (const here of atPoint.values()) {
    for (let i = 0; i < here.length; i++) for (let j = i + 1; j < here.length; j++) {
      const pair = here[i]! * places.length + here[j]!;
      common.set(pair, (common.get(pair) ?? 0) + 1);
    }
  }
  for (const [pair, points] of common) if (points >= 2) link(Math.floor(pair / places.length), pair % places.length);
}

/**
 * Links points with no third one inside or on the circle over them (Gabriel & Sokal 1969, "A new statistical approach to geographic
 * variation analysis"). Whoever lies in that circle is nearer than the other end, so looking among the nearest is exact.
 */
function gabriel(points: readonly (PlanePoint | null)[], which: readonly number[], link: (a: number, b: number) => void): void {
  const known = points.flatMap((point, at) => (point ? [at] : []));
  for (const a of which) {
    const from = points[a];
    if (!from) continue;
    const near = known.filter((b) => b !== a).map((b) => ({ b, far: squared(from, points[b]!) })).sort((p, q) => p.far - q.far || p.b - q.b).slice(0, nearest);
    for (const { b, far } of near) {
      const to = points[b]!;
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      if (!near.some(({ b: c }) => c !== b && squared(middle, points[c]!) <= (far / 4) * (1 + 1e-9))) link(a, b);
    }
  }
}

/** The parts a net falls into, each as the numbers of its members. */
export function partsOf(members: readonly number[], neighbours: readonly (readonly number[])[]): number[][] {
  const left = new Set(members);
  const parts: number[][] = [];
  for (const start of members) {
    if (!left.delete(start)) continue;
    const part = [start];
    for (let at = 0; at < part.length; at++) for (const next of neighbours[part[at]!]!) if (left.delete(next)) part.push(next);
    parts.push(part);
  }
  return parts;
}

/** Joins parts that nothing links by their nearest two points, so that every place can be reached. */
function joinParts(points: readonly (PlanePoint | null)[], lists: readonly number[][], link: (a: number, b: number) => void): void {
  const known = points.flatMap((point, at) => (point ? [at] : []));
  for (let parts = partsOf(known, lists); parts.length > 1; parts = partsOf(known, lists)) {
    parts.sort((a, b) => a.length - b.length);
    const [part, ...others] = parts;
    let best = { a: -1, b: -1, far: Infinity };
    for (const a of part!) for (const b of others.flat()) {
      const far = squared(points[a]!, points[b]!);
      if (far < best.far) best = { a, b, far };
    }
    link(best.a, best.b);
  }
}

/** For each place the numbers of its neighbours, ascending. Places without outline and point have none. */
export function neighboursOf(places: readonly Place[]): number[][] {
  const points = onPlane(places.map(middleOfPlace));
  const sets = places.map(() => new Set<number>());
  const lists: number[][] = places.map(() => []);
  const link = (a: number, b: number) => {
    if (a === b || sets[a]!.has(b)) return;
    sets[a]!.add(b);
    sets[b]!.add(a);
    lists[a]!.push(b);
    lists[b]!.push(a);
  };
  sharedBorders(places, link);
  gabriel(points, places.flatMap((_, at) => (sets[at]!.size === 0 ? [at] : [])), link);
  joinParts(points, lists, link);
  return lists.map((list) => [...list].sort((a, b) => a - b));
}
