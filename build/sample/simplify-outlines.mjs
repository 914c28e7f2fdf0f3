// Thins district outlines so that neighbours keep exactly the same shared border.
// Method: cut every ring into arcs where three lines meet, thin each arc once
// (Visvalingam & Whyatt 1993, "Line generalisation by repeated elimination of points"), put the rings together again.

/** @typedef {[number, number]} Point lon, lat */

const key = (/** @type {Point} */ point) => point.join(' ');

/** @param {Point} a @param {Point} b @param {Point} c @returns {number} in square degrees */
const triangleArea = (a, b, c) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

/**
 * Drops the points of an open line that matter least; its two ends always stay.
 * @param {Point[]} line
 * @param {number} minArea square degrees a kept point must span with its neighbours
 * @returns {Point[]}
 */
export function thinLine(line, minArea) {
  const kept = [...line];
  for (;;) {
    let least = minArea;
    let at = 0;
    for (const [i, point] of kept.entries()) {
      const before = kept[i - 1];
      const after = kept[i + 1];
      const area = before && after ? triangleArea(before, point, after) : Infinity;
      if (area < least) {
        least = area;
        at = i;
      }
    }
    if (at === 0) return kept;
    kept.splice(at, 1);
  }
}

/**
 * The points where an arc must end: those with more than two different neighbours in all rings together.
 * @param {Point[][]} rings @returns {Set<string>}
 */
function junctionsOf(rings) {
  /** @type {Map<string, Set<string>>} */
  const neighbours = new Map();
  const meet = (/** @type {string} */ one, /** @type {string} */ other) => {
    neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
  };
  for (const ring of rings) {
    const keys = ring.map(key);
    for (const [i, here] of keys.slice(0, -1).entries()) {
      const next = keys[i + 1] ?? here;
      meet(here, next);
      meet(next, here);
    }
  }
  return new Set([...neighbours].filter(([, others]) => others.size > 2).map(([point]) => point));
}

/** @param {Point[]} ring @param {Set<string>} junctions @returns {Point[][]} */
function arcsOf(ring, junctions) {
  const open = ring.slice(0, -1);
  const start = Math.max(0, open.findIndex((point) => junctions.has(key(point))));
  const turned = [...open.slice(start), ...open.slice(0, start), ...open.slice(start, start + 1)];
  /** @type {Point[][]} */
  const arcs = [];
  /** @type {Point[]} */
  let arc = [];
  for (const [i, point] of turned.entries()) {
    arc.push(point);
    if (i > 0 && (junctions.has(key(point)) || i === turned.length - 1)) {
      arcs.push(arc);
      arc = [point];
    }
  }
  return arcs;
}

/**
 * @param {Point[][]} rings closed rings (first point = last point), neighbours sharing equal points
 * @param {number} minArea square degrees
 * @param {number} decimals of the result
 * @returns {Point[][]} closed rings in the same order and with the same winding
 */
export function simplifyRings(rings, minArea, decimals) {
  const junctions = junctionsOf(rings);
  const round = (/** @type {number} */ value) => Number(value.toFixed(decimals));
  return rings.map((ring) => {
    /** @type {Point[]} */
    const result = [];
    for (const arc of arcsOf(ring, junctions)) {
      // Both neighbours walk the same arc, one of them backwards: thin it in one agreed direction.
      const backwards = arc.map(key).join() > arc.map(key).reverse().join();
      const thin = thinLine(backwards ? [...arc].reverse() : arc, minArea);
      for (const [lon, lat] of backwards ? thin.reverse() : thin) {
        const last = result.at(-1);
        if (last?.[0] !== round(lon) || last[1] !== round(lat)) result.push([round(lon), round(lat)]);
      }
    }
    return result;
  });
}
