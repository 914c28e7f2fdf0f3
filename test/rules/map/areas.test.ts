// Outline files: what is read of them, how they are thinned with shared borders kept, and whose each area is.
import { describe, expect, test } from 'vitest';
import { guessChoice, matchAreas } from '../../../shared/rules/map/matchAreas.ts';
import type { AreaUnit } from '../../../shared/rules/map/matchAreas.ts';
import { readAreas } from '../../../shared/rules/map/readAreas.ts';
import { ringArea } from '../../../shared/rules/map/rings.ts';
import type { Point, Ring } from '../../../shared/rules/map/rings.ts';
import { simplifyAreas, thinLine } from '../../../shared/rules/map/simplify.ts';
import { seeded } from '../seeded.ts';

const square = (west: number, south: number, size = 1): Ring => [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
const feature = (properties: Record<string, unknown>, coordinates: unknown, type = 'Polygon') => ({ type: 'Feature', properties, geometry: { type, coordinates } });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const codeOf = (act: () => unknown): unknown => {
  try { act(); } catch (error) { return (error as { code?: string }).code ?? error; }
  return 'no error';
};

describe('reading', () => {
  test('areas with holes and islands, features without an area passed over, properties as texts', () => {
    const { areas, withoutArea, notes } = readAreas(collection(
      feature({ dtname: ' Dhanbad ', LGD: 349, nothing: null, list: [1] }, [square(86, 23), square(86.4, 23.4, 0.2)]),
      feature({ dtname: 'Bokaro' }, [[square(85, 23)], [square(85.2, 24.5, 0.1)]], 'MultiPolygon'),
      feature({ dtname: 'A town' }, [86, 23], 'Point'), { type: 'Feature', geometry: null }, null, 7,
    ));
    expect(areas.map(({ number, rings }) => [number, rings.length])).toEqual([[1, 2], [2, 2]]);
    expect([...areas[0]!.properties]).toEqual([['dtname', 'Dhanbad'], ['LGD', '349']]);
    expect([withoutArea, notes]).toEqual([4, []]);
  });

  test('a ring left open is closed, heights are dropped, one of two corners is none', () => {
    const { areas } = readAreas(collection(feature({}, [[[86, 23, 210], [87, 23, 200], [87, 24, 220]], [[86, 23], [87, 24]]])));
    expect(areas[0]!.rings).toEqual([[[86, 23], [87, 23], [87, 24], [86, 23]]]);
  });

  test('latitude before longitude is put right, and said', () => {
    const { areas, notes } = readAreas(collection(feature({}, [square(23, 86).map(([x, y]) => [x, y])])));
    expect(notes).toEqual(['swapped']);
    expect(areas[0]!.rings[0]![0]).toEqual([86, 23]);
  });

  test('TopoJSON is unfolded: shared arcs forwards and backwards, numbers turned into degrees', () => {
    // Two squares side by side that share the arc between them.
    const topology = {
      type: 'Topology', transform: { scale: [0.5, 0.5], translate: [86, 23] },
      arcs: [[[2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2], [2, 0]], [[2, 0], [2, 0], [0, 2], [-2, 0]]],
      objects: { blocks: { type: 'GeometryCollection', geometries: [
        { type: 'Polygon', properties: { name: 'West' }, arcs: [[0, 1]] }, { type: 'Polygon', properties: { name: 'East' }, arcs: [[2, -1]] },
      ] } },
    };
    const { areas } = readAreas(topology);
    expect(areas.map(({ rings, properties }) => [properties.get('name'), ringArea(rings[0]!), rings[0]![0]])).toEqual([['West', 1, [87, 23]], ['East', 1, [87, 23]]]);
  });

  test('what is no file of areas is refused, each with its own reason', () => {
    for (const bad of [null, 7, 'text', [], {}, { type: 'FeatureCollection' }, collection(), collection({ type: 'Feature', geometry: { type: 'Point', coordinates: [1, 2] } }), { type: 'Topology' }]) {
      expect(codeOf(() => readAreas(bad))).toBe('outlines.notAreas');
    }
    expect(codeOf(() => readAreas(collection(feature({}, [[[86, 23], ['87', 23], [87, 24], [86, 23]]]))))).toBe('outlines.badCorner');
    expect(codeOf(() => readAreas(collection(feature({}, [[[86, 23], [null, 23], [87, 24], [86, 23]]]))))).toBe('outlines.badCorner');
    expect(codeOf(() => readAreas(collection(feature({}, [square(400_000, 2_500_000, 1000)]))))).toBe('outlines.projected');
    let deep: unknown = { type: 'Polygon', coordinates: [square(86, 23)] };
    for (let depth = 0; depth < 1000; depth++) deep = { type: 'GeometryCollection', geometries: [deep] };
    expect(codeOf(() => readAreas({ type: 'Feature', geometry: deep }))).toBe('outlines.notAreas');
  });
});

describe('thinning', () => {
  /** A border between two squares that wanders by `wild` degrees. */
  const border = (seed: number, corners: number, wild: number): Point[] => {
    const { next } = seeded(seed);
    return Array.from({ length: corners + 1 }, (_, at): Point => [87 + (at === 0 || at === corners ? 0 : (next() - 0.5) * wild), 23 + at / corners]);
  };

  test('neighbours keep exactly the same border, the area stays, and there is far less of it', () => {
    const shared = border(3, 4000, 0.004);
    const west: Ring = [[86, 23], ...shared, [86, 24], [86, 23]];
    const east: Ring = [[88, 24], ...shared.toReversed(), [88, 23], [88, 24]];
    const [thinWest, thinEast] = simplifyAreas([{ rings: [west] }, { rings: [east] }]);
    const inner = (rings: Ring[]) => rings[0]!.filter(([x]) => x > 86.5 && x < 87.5).map(String).sort();
    const [a, b] = [new Set(inner(thinWest!)), new Set(inner(thinEast!))];
    expect([...a].sort()).toEqual([...b].sort());
    expect(a.size).toBeLessThan(500);
    expect(a.size).toBeGreaterThan(5);
    expect(Math.abs(ringArea(thinWest![0]!) / ringArea(west) - 1)).toBeLessThan(0.002);
    for (const [ring] of [thinWest!, thinEast!]) expect(ring!.at(-1)).toEqual(ring![0]);
  });

  test('an island that nobody touches is thinned whichever way round it goes, a tiny one stays when it is all there is', () => {
    const round = Array.from({ length: 720 }, (_, at): Point => [86 + Math.cos((at * Math.PI) / 360), 23 + Math.sin((at * Math.PI) / 360)]);
    const ring: Ring = [...round, round[0]!];
    const [one, other, tiny] = simplifyAreas([{ rings: [ring] }, { rings: [ring.toReversed().map(([x, y]): Point => [x + 5, y])] }, { rings: [square(90, 23, 0.0001)] }]);
    expect(one![0]!.length).toBeLessThan(200);
    expect(Math.abs(ringArea(one![0]!) / Math.PI - 1)).toBeLessThan(0.01);
    expect(Math.abs(ringArea(other![0]!) / Math.PI - 1)).toBeLessThan(0.01);
    expect(tiny).toHaveLength(1);
  });

  test('a line keeps its ends and its sharpest corner', () => {
    expect(thinLine([[0, 0], [1, 0.49], [2, 1], [3, 0.51], [4, 0]], 0.2)).toEqual([[0, 0], [2, 1], [4, 0]]);
    expect(thinLine([[0, 0], [1, 1]], 1)).toEqual([[0, 0], [1, 1]]);
  });
});

describe('matching', () => {
  const unit = (id: string, nameEn: string, over: Partial<AreaUnit> = {}): AreaUnit =>
    ({ id, levelId: 'block', nameEn, nameHi: null, code: null, lat: null, lon: null, parentEn: 'Dhanbad', parentHi: 'धनबाद', ...over });
  const match = (features: unknown[], units: AreaUnit[], codeProperty: string | null = null, nameProperty: string | null = 'name') => {
    const { areas } = readAreas(collection(...features));
    const { matches, unmatched } = matchAreas(areas, areas.map(({ rings }) => rings), units, { codeProperty, nameProperty });
    return { matches: matches.map(({ unit: found, area }) => [area.number, found.id]), unmatched: unmatched.map(({ number, cause }) => [number, cause]), rings: matches.map(({ rings }) => rings.length) };
  };

  test('by code with or without leading zeros, else by name in either script and spelling', () => {
    const units = [unit('a', 'Baghmara', { code: '02601' }), unit('b', 'Jharia', { nameHi: 'झरिया' }), unit('c', 'Purvi Tundi')];
    const found = match([feature({ code: 2601, name: 'x' }, [square(86, 23)]), feature({ name: 'झरिया' }, [square(87, 23)]), feature({ name: 'PURVITUNDI' }, [square(88, 23)]), feature({ name: 'Nirsa' }, [square(89, 23)]), feature({}, [square(90, 23)])], units, 'code');
    expect(found).toMatchObject({ matches: [[1, 'a'], [2, 'b'], [3, 'c']], unmatched: [[4, 'unknown'], [5, 'noName']] });
  });

  test('equal names are told apart by the district the area names, else by where the unit lies, else not at all', () => {
    const units = [unit('d', 'Tundi', { lat: 23.5, lon: 86.5 }), unit('g', 'Tundi', { parentEn: 'Giridih', parentHi: null, lat: 23.5, lon: 88.5 })];
    expect(match([feature({ name: 'Tundi', district: 'Giridih' }, [square(86, 23)])], units).matches).toEqual([[1, 'g']]);
    expect(match([feature({ name: 'Tundi' }, [square(86, 23)])], units).matches).toEqual([[1, 'd']]);
    expect(match([feature({ name: 'Tundi' }, [square(80, 23)])], units)).toMatchObject({ matches: [], unmatched: [[1, 'ambiguous']] });
  });

  test('an island as an area of its own is added, the same area again is not', () => {
    expect(match([feature({ name: 'Tundi' }, [square(86, 23)]), feature({ name: 'Tundi' }, [square(88, 23)]), feature({ name: 'Tundi' }, [square(86, 23)])], [unit('d', 'Tundi')]))
      .toEqual({ matches: [[1, 'd']], unmatched: [[3, 'twice']], rings: [2] });
  });

  test('guesses level and properties by what finds different units, not by what is the same everywhere', () => {
    const blocks = ['Baghmara', 'Jharia', 'Tundi', 'Nirsa'].map((name, at) => unit(`b${at}`, name, { code: String(2601 + at) }));
    const district = unit('dh', 'Dhanbad', { levelId: 'district', code: '349' });
    const { areas } = readAreas(collection(...blocks.map((block, at) => feature({ dist: 'Dhanbad', dcode: 349, sdt: block.nameEn.toUpperCase(), sdtcode: 2601 + at, objectid: at + 1 }, [square(86 + at, 23)]))));
    expect(guessChoice(areas, [district, ...blocks])).toEqual({ levelId: 'block', codeProperty: 'sdtcode', nameProperty: 'sdt' });
    expect(guessChoice(areas, [unit('x', 'Ranchi')])).toBeNull();
  });
});
