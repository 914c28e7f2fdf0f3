// Arrows between bars: from one bar's edge to another's with right angles and round corners, never through either bar.

/** A bar's edge: `x` in pixels; `y` the middle of its row. */
export interface ArrowEnd {
  x: number;
  y: number;
}

const stub = 9;
const radius = 5;

type Point = [number, number];

/** The corners of a way from `from`'s right to `to`'s left (`rowHeight` apart or more), as [x, y]. */
export function corners(from: ArrowEnd, to: ArrowEnd, rowHeight: number): Point[] {
  const out = from.x + stub;
  const into = to.x - stub;
  if (from.y === to.y) {
    // In one row: over the gap below it, unless the way is free.
    if (to.x >= from.x) return [[from.x, from.y], [to.x, to.y]];
    const below = from.y + rowHeight / 2;
    return [[from.x, from.y], [out, from.y], [out, below], [into, below], [into, to.y], [to.x, to.y]];
  }
  if (into >= out) return [[from.x, from.y], [out, from.y], [out, to.y], [to.x, to.y]];
  // The other begins before this one ends: back through the gap beside the other's row.
  const between = to.y + (to.y > from.y ? -rowHeight / 2 : rowHeight / 2);
  return [[from.x, from.y], [out, from.y], [out, between], [into, between], [into, to.y], [to.x, to.y]];
}

/** The way as an SVG path with round corners, each as round as its shorter side lets it be. */
export function pathThrough(points: readonly Point[]): string {
  let path = `M${points[0]![0]} ${points[0]![1]}`;
  for (let at = 1; at < points.length - 1; at++) {
    const [before, corner, after] = [points[at - 1]!, points[at]!, points[at + 1]!];
    const long = (a: Point, b: Point) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
    const round = Math.min(radius, long(before, corner) / 2, long(corner, after) / 2);
    const towards = (target: Point): Point => [corner[0] + Math.sign(target[0] - corner[0]) * round, corner[1] + Math.sign(target[1] - corner[1]) * round];
    const [start, end] = [towards(before), towards(after)];
    path += `L${start[0]} ${start[1]}Q${corner[0]} ${corner[1]} ${end[0]} ${end[1]}`;
  }
  const last = points.at(-1)!;
  return `${path}L${last[0]} ${last[1]}`;
}

/** Links worth drawing: those with at least one end among the rows seen. Lines that only pass through say nothing. */
export const linksSeen = <Link extends { fromRow: number; toRow: number }>(links: readonly Link[], first: number, last: number): Link[] =>
  links.filter(({ fromRow, toRow }) => (fromRow >= first && fromRow < last) || (toRow >= first && toRow < last));
