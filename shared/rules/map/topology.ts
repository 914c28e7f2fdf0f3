// Unfolds TopoJSON into GeoJSON: arcs that neighbours share are put together into rings again (TopoJSON specification 1.0, M. Bostock).
import { AppError } from '../../errors.ts';
import { outlineLimits } from '../../model/outline.ts';

type Plain = Record<string, unknown>;
type Corner = [number, number];
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const figure = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

function arcsOf(topology: Plain): Corner[][] {
  const transform = isPlain(topology['transform']) ? topology['transform'] : null;
  const [scaleX = 1, scaleY = 1] = list(transform?.['scale']).map(figure);
  const [moveX = 0, moveY = 0] = list(transform?.['translate']).map(figure);
  let corners = 0;
  return list(topology['arcs']).map((arc) => {
    let [x, y] = [0, 0];
    return list(arc).map((corner): Corner => {
      if (++corners > outlineLimits.corners) throw new AppError('outlines.tooMany', { most: outlineLimits.corners });
      const [dx, dy] = list(corner).map(figure);
      if (!transform) return [dx ?? Number.NaN, dy ?? Number.NaN];
      x += dx ?? Number.NaN;
      y += dy ?? Number.NaN;
      return [x * scaleX + moveX, y * scaleY + moveY];
    });
  });
}

/** All objects of a topology as one feature collection. What is no polygon becomes a feature without geometry. Throws `outlines.tooMany`. */
export function unfoldTopology(topology: Plain): unknown {
  const arcs = arcsOf(topology);
  let corners = 0;
  const ringOf = (indexes: unknown): Corner[] => {
    const ring: Corner[] = [];
    for (const index of list(indexes)) {
      const at = figure(index);
      const arc = arcs[at < 0 ? ~at : at] ?? [];
      const way = at < 0 ? arc.toReversed() : arc;
      corners += way.length;
      if (corners > outlineLimits.corners) throw new AppError('outlines.tooMany', { most: outlineLimits.corners });
      // An arc begins where the one before it ends.
      ring.push(...(ring.length === 0 ? way : way.slice(1)));
    }
    return ring;
  };
  const features: unknown[] = [];
  const add = (geometry: unknown, depth: number): void => {
    if (!isPlain(geometry) || depth > 5 || features.length > outlineLimits.areas) return;
    const properties = geometry['properties'];
    if (geometry['type'] === 'GeometryCollection') for (const one of list(geometry['geometries'])) add(one, depth + 1);
    else if (geometry['type'] === 'Polygon') features.push({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: list(geometry['arcs']).map(ringOf) } });
    else if (geometry['type'] === 'MultiPolygon') features.push({ type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates: list(geometry['arcs']).map((polygon) => list(polygon).map(ringOf)) } });
    else features.push({ type: 'Feature', properties, geometry: null });
  };
  if (isPlain(topology['objects'])) for (const object of Object.values(topology['objects'])) add(object, 0);
  return { type: 'FeatureCollection', features };
}
