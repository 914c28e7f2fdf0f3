// Thins outlines to what a screen can show, so that neighbours keep exactly the same shared border.
import { ringArea } from './rings.ts';
import type { Point, Ring } from './rings.ts';

/** Corners are put on a grid of 0.00001 degrees, about a metre: borders drawn twice fall together. */
const grid = 1e5;
const columns = 180 * 2 * grid + 1;
const keyOf = ([x, y]: Point): number => Math.round((x + 180) * grid) * columns + Math.round((y + 180) * grid);
const onGrid = ([x, y]: Point): Point => [Math.round(x * grid) / grid, Math.round(y * grid) / grid];

/** Corners where more than two ways meet, in all rings together: there an arc ends. */
function junctionsOf(rings: readonly Ring[]): Set<number> {
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  const junctions = new Set<number>();
  const meet = (one: number, other: number): void => {
    const a = first.get(one);
    if (a === undefined) first.set(one, other);
    else if (a !== other) {
      const b = second.get(one);
      if (b === undefined) second.set(one, other);
      else if (b !== other) junctions.add(one);
    }
  };
  for (const ring of rings) {
    for (let at = 0; at < ring.length - 1; at++) {
      const [here, next] = [keyOf(ring[at]!), keyOf(ring[at + 1]!)];
      if (here === next) continue;
      meet(here, next);
      meet(next, here);
    }
  }
  return junctions;
}

/**
 * Drops the corners of an open line that matter least, both ends stay (Visvalingam and Whyatt 1993, "Line generalisation by
 * repeated elimination of points"). `leastArea`: square degrees a kept corner spans with its neighbours.
 */
export function thinLine(line: readonly Point[], leastArea: number): Point[] {
  const last = line.length - 1;
  if (last < 2) return [...line];
  const before = Int32Array.from(line, (_, at) => at - 1);
  const after = Int32Array.from(line, (_, at) => at + 1);
  const areas = new Float64Array(line.length).fill(Infinity);
  const areaAt = (at: number): number => {
    const [a, b, c] = [line[before[at]!]!, line[at]!, line[after[at]!]!];
    return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
  };
  // A heap of corners by area; one whose area has changed since is pushed again and passed over when it comes up.
  const heap: [area: number, at: number][] = [];
  const push = (area: number, at: number): void => {
    heap.push([area, at]);
    for (let i = heap.length - 1; i > 0;) {
      const up = (i - 1) >> 1;
      if (heap[up]![0] <= heap[i]![0]) break;
      [heap[up], heap[i]] = [heap[i]!, heap[up]!];
      i = up;
    }
  };
  const pop = (): [number, number] => {
    const top = heap[0]!;
    const end = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = end;
      for (let i = 0; ;) {
        const [left, right] = [2 * i + 1, 2 * i + 2];
        let least = i;
        if (left < heap.length && heap[left]![0] < heap[least]![0]) least = left;
        if (right < heap.length && heap[right]![0] < heap[least]![0]) least = right;
        if (least === i) break;
        [heap[least], heap[i]] = [heap[i]!, heap[least]!];
        i = least;
      }
    }
    return top;
  };
  for (let at = 1; at < last; at++) push((areas[at] = areaAt(at)), at);
  const dropped = new Uint8Array(line.length);
  while (heap.length > 0 && heap[0]![0] < leastArea) {
    const [area, at] = pop();
    if (dropped[at] === 1 || area !== areas[at]) continue;
    dropped[at] = 1;
    const [left, right] = [before[at]!, after[at]!];
    after[left] = right;
    before[right] = left;
    for (const near of [left, right]) {
      if (near === 0 || near === last) continue;
      // Never less than what was dropped already, or a corner would vanish because its neighbour did.
      areas[near] = Math.max(area, areaAt(near));
      push(areas[near], near);
    }
  }
  return line.filter((_, at) => dropped[at] === 0);
}

/** The open pieces of a closed ring between junctions, the first beginning at one if there is any. */
function arcsOf(ring: Ring, junctions: ReadonlySet<number>): Point[][] {
  const open = ring.slice(0, -1);
  const start = Math.max(0, open.findIndex((corner) => junctions.has(keyOf(corner))));
  const turned = [...open.slice(start), ...open.slice(0, start), open[start]!];
  const arcs: Point[][] = [];
  let arc: Point[] = [];
  turned.forEach((corner, at) => {
    arc.push(corner);
    if (at > 0 && (junctions.has(keyOf(corner)) || at === turned.length - 1)) {
      arcs.push(arc);
      arc = [corner];
    }
  });
  return arcs;
}

function thinRing(ring: Ring, junctions: ReadonlySet<number>, leastArea: number): Ring {
  const result: Ring = [];
  for (const arc of arcsOf(ring, junctions)) {
    // Both neighbours walk the same arc, one of them backwards: it is thinned in one agreed direction.
    const [head, tail] = [keyOf(arc[0]!), keyOf(arc[arc.length - 1]!)];
    const backwards = head > tail || (head === tail && arc.length > 2 && keyOf(arc[1]!) > keyOf(arc[arc.length - 2]!));
    const thin = thinLine(backwards ? arc.toReversed() : arc, leastArea);
    result.push(...(backwards ? thin.toReversed() : thin).slice(result.length === 0 ? 0 : 1));
  }
  return result;
}

/**
 * Thins the rings of all areas of a file together. How far: to a four-hundredth of the middle area's size, so that the finest
 * detail is about one pixel when that area fills a screen. Small islands and holes that would be less than a pixel go; an area
 * never loses its last ring. Rings are closed before and after.
 */
export function simplifyAreas(areas: readonly { rings: Ring[] }[]): Ring[][] {
  const snapped = areas.map(({ rings }) => rings.map((ring) => ring.map(onGrid)));
  const sizes = snapped.map((rings) => {
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const ring of rings) for (const [x, y] of ring) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    return Math.max(east - west, north - south);
  }).sort((a, b) => a - b);
  const detail = (sizes[Math.floor(sizes.length / 2)] ?? 0) / 400;
  const leastArea = (detail * detail) / 2;
  const junctions = junctionsOf(snapped.flat());
  return snapped.map((rings) => {
    const thin = rings.map((ring) => thinRing(ring, junctions, leastArea));
    const kept = thin.filter((ring) => ring.length > 3 && ringArea(ring) > leastArea * 8);
    if (kept.length > 0) return kept;
    // Smaller than a detail of the others: as it came.
    return rings;
  });
}
