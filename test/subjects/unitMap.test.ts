// The map of any level: official outlines where there are any, else areas from points that fill the unit above, else laid out in order.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInside, ringArea } from '../../shared/rules/map/rings.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';

type Rings = [number, number][][];
const areaOf = (rings: Rings) => rings.reduce((sum, ring) => sum + ringArea(ring), 0);

describe('the sample', () => {
  let file: TestWorkspace;
  beforeAll(async () => { file = await testWorkspace(); });
  afterAll(() => file.close());
  const idOf = (levelId: string, nameEn: string) => file.rows<{ id: string }>('SELECT id FROM unit WHERE levelId = ? AND nameEn = ?', levelId, nameEn)[0]!.id;

  it('has official outlines of districts', () => {
    const { self, shapes, unplaced } = file.ask('units.map', { id: null });
    expect(shapes.map(({ basis }) => basis)).toEqual(Array.from({ length: 24 }, () => 'outline'));
    expect(unplaced).toBe(0);
    // Nobody has given the state's own outline, and its districts' need none around them.
    expect(self).toMatchObject({ nameEn: 'Jharkhand', rings: null });
    expect(shapes.every(({ electors, booths, children }) => electors > 0 && booths > 0 && children > 0)).toBe(true);
  });

  it('draws blocks and panchayats from their points, booths without any in order, filling the unit above to a thousandth', () => {
    const panchayat = file.rows<{ id: string }>('SELECT id FROM unit WHERE parentId = ? ORDER BY path LIMIT 1', idOf('block', 'Baghmara'))[0]!.id;
    for (const [id, below, basis] of [[idOf('district', 'Dhanbad'), 'block', 'cell'], [idOf('block', 'Baghmara'), 'panchayat', 'cell'], [panchayat, 'booth', 'order']]) {
      const { self, shapes } = file.ask('units.map', { id: id! });
      expect(shapes.length).toBeGreaterThan(1);
      expect(shapes.filter((shape) => shape.basis !== basis)).toEqual([]);
      expect(shapes.some(({ levelId }) => levelId === below)).toBe(true);
      const filled = shapes.reduce((sum, shape) => sum + areaOf(shape.rings!), 0);
      expect(Math.abs(filled / areaOf(self!.rings!) - 1)).toBeLessThan(0.001);
    }
  });

  it('draws all 264 blocks of the state at once, each within its own district', () => {
    const districts = new Map(file.ask('units.map', { id: null }).shapes.map((shape) => [shape.id, shape]));
    const { shapes } = file.ask('units.map', { id: null, levelId: 'block' });
    expect(shapes).toHaveLength(264);
    const parents = new Map(file.rows<{ id: string; parentId: string }>(`SELECT id, parentId FROM unit WHERE levelId = 'block'`).map(({ id, parentId }) => [id, parentId]));
    for (const shape of shapes) {
      const ring = shape.rings![0]!;
      const middle: [number, number] = [shape.lon!, shape.lat!];
      const district = districts.get(parents.get(shape.id)!)!;
      // A point drawn in from outside its district has its cell, but not itself, within.
      if (isInside(middle, district.rings!)) expect(isInside(middle, shape.rings!)).toBe(true);
      expect(ring.length).toBeGreaterThan(3);
    }
    expect(() => file.ask('units.map', { id: null, levelId: 'booth' })).toThrow(expect.objectContaining({ code: 'map.tooMany' }));
  });

  it('draws a unit without a point where what stands below it lies', async () => {
    const [district, block] = [idOf('district', 'Dhanbad'), idOf('block', 'Baghmara')];
    await file.act('units.update', { id: block, fields: { lat: null, lon: null } });
    const shape = file.ask('units.map', { id: district }).shapes.find(({ id }) => id === block)!;
    expect(shape.basis).toBe('cell');
    const [at] = file.rows<{ lat: number; lon: number }>('SELECT AVG(lat) AS lat, AVG(lon) AS lon FROM unit WHERE parentId = ?', block);
    expect(isInside([at!.lon, at!.lat], shape.rings!)).toBe(true);
    await file.act('history.undo', {});
  });

  it('leaves closed units out', async () => {
    const [district, block] = [idOf('district', 'Dhanbad'), idOf('block', 'Baghmara')];
    const before = file.ask('units.map', { id: district }).shapes.length;
    await file.act('units.close', { id: block, day: '2022-04-10' });
    expect(file.ask('units.map', { id: district }).shapes).toHaveLength(before - 1);
    await file.act('history.undo', {});
  });
});

describe('a state of which only names are known', () => {
  let file: TestWorkspace;
  let root: string;
  beforeAll(async () => {
    file = await testWorkspace({ kind: 'new', nameEn: 'Nowhere', nameHi: '' });
    root = file.ask('workspace.get', {}).rootUnitId!;
    for (let at = 0; at < 9; at++) await file.act('units.add', { parentId: root, levelId: 'district', nameEn: `District ${at}` });
  });
  afterAll(() => file.close());

  it('lays its districts out in order, and says so', () => {
    const { shapes, unplaced } = file.ask('units.map', { id: null });
    expect(shapes.map(({ nameEn, basis }) => [nameEn, basis])).toEqual(Array.from({ length: 9 }, (_, at) => [`District ${at}`, 'order']));
    expect(unplaced).toBe(0);
  });

  it('draws those with a point once one has, and counts the others', async () => {
    const [first, second] = file.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' ORDER BY path`);
    await file.act('units.update', { id: first!.id, fields: { lat: 23, lon: 85 } });
    await file.act('units.update', { id: second!.id, fields: { lat: 23.5, lon: 86 } });
    const { shapes, unplaced } = file.ask('units.map', { id: null });
    expect(shapes.map(({ basis }) => basis)).toEqual(['cell', 'cell']);
    expect(unplaced).toBe(7);
  });
});
