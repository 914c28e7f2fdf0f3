/*
 * Makes the tree of a state of any size from a seed: the same seed gives the same units, in the same order, with the same ids.
 *
 *   for (const unit of bigState(7, statesBySize.up).units()) …            // parents first, in tree order
 *   writeBigSheet(7, statesBySize.up, 'up.csv')                           // the same as one flat sheet (bigSheet.ts)
 *   const up = await bigWorkspace({ state: 'up' })                        // the same in a workspace file (bigWorkspace.ts)
 */
import { childPath } from '../../shared/rules/hierarchy.ts';
import { seededRandom } from '../../shared/tour/random.ts';
import { cut, middle, ringOf, uneven, wholeLand, within } from './bigLand.ts';
import type { Area, Point } from './bigLand.ts';
import { makeName, namesWithin } from './bigNames.ts';
import type { Name } from './bigNames.ts';

export interface BigSize {
  nameEn: string;
  nameHi: string;
  districts: number;
  blocks: number;
  panchayats: number;
  towns: number;
  wards: number;
  booths: number;
  assemblySeats: number;
  lokSabhaSeats: number;
}

export const statesBySize = {
  /** Uttar Pradesh: its districts, blocks, panchayats and booths, and a town with twelve wards in every district: 2,21,574 units. */
  up: { nameEn: 'Uttar Pradesh', nameHi: 'उत्तर प्रदेश', districts: 75, blocks: 828, panchayats: 57_695, towns: 75, wards: 900, booths: 162_000, assemblySeats: 403, lokSabhaSeats: 80 },
  jharkhand: { nameEn: 'Jharkhand', nameHi: 'झारखंड', districts: 24, blocks: 264, panchayats: 4_350, towns: 24, wards: 900, booths: 29_500, assemblySeats: 81, lokSabhaSeats: 14 },
  /** For tests that only want a tree with everything in it. */
  small: { nameEn: 'Small State', nameHi: 'छोटा प्रदेश', districts: 3, blocks: 9, panchayats: 80, towns: 3, wards: 12, booths: 240, assemblySeats: 5, lokSabhaSeats: 2 },
} satisfies Record<string, BigSize>;

export type BigStateName = keyof typeof statesBySize;

/** How many units a state of this size has, itself included. */
export const unitsOf = (size: BigSize): number => 1 + size.districts + size.blocks + size.panchayats + size.towns + size.wards + size.booths;

export interface BigUnit extends Point {
  id: string;
  parentId: string | null;
  levelId: 'state' | 'district' | 'block' | 'town' | 'panchayat' | 'ward' | 'booth';
  path: string;
  nameEn: string;
  nameHi: string;
  /** As in the Local Government Directory; booths have a part number instead. */
  code: string | null;
  electors: number | null;
  /** Number of the Assembly seat, of booths alone. */
  seat: number | null;
  partNumber: string | null;
}

export interface BigSeat {
  id: string;
  kind: 'assembly' | 'lokSabha';
  number: number;
  nameEn: string;
  nameHi: string;
  reservation: 'General' | 'SC';
  parentId: string | null;
}

export interface BigState {
  size: BigSize;
  seats: BigSeat[];
  /** Outer ring per district, in the order of the districts. */
  rings: [number, number][][];
  units(): Generator<BigUnit>;
}

/** Ids with the look of UUIDv7, in the order they are given out. */
function idGiver(seed: number, kind: string): () => string {
  let count = 0;
  return () => `0190${(seed & 0xffff).toString(16).padStart(4, '0')}-${kind}-7000-8000-${(++count).toString(16).padStart(12, '0')}`;
}

function seatsOf(seed: number, size: BigSize): BigSeat[] {
  const random = seededRandom(seed ^ 0x5ea7);
  const newId = idGiver(seed, '0005');
  const kind = (what: BigSeat['kind'], count: number, parent: (at: number) => string | null): BigSeat[] => {
    const names = namesWithin();
    return Array.from({ length: count }, (_, at) => {
      const name = names(() => makeName.place(random));
      return { id: newId(), kind: what, number: at + 1, nameEn: name.en, nameHi: name.hi, reservation: random.below(5) === 0 ? 'SC' : 'General', parentId: parent(at) };
    });
  };
  const lokSabha = kind('lokSabha', size.lokSabhaSeats, () => null);
  return [...lokSabha, ...kind('assembly', size.assemblySeats, (at) => lokSabha[Math.floor((at * size.lokSabhaSeats) / size.assemblySeats)]?.id ?? null)];
}

export function bigState(seed: number, size: BigSize): BigState {
  const areas = cut(wholeLand, size.districts).slice(0, size.districts);
  return { size, seats: seatsOf(seed, size), rings: areas.map(ringOf), units: () => makeUnits(seed, size, areas) };
}

function* makeUnits(seed: number, size: BigSize, areas: readonly Area[]): Generator<BigUnit> {
  const random = seededRandom(seed);
  const newId = idGiver(seed, '0001');
  const blocksOf = uneven(random, size.blocks, size.districts);
  const panchayatsOf = uneven(random, size.panchayats, size.blocks);
  const townsOf = uneven(random, size.towns, size.districts);
  const wardsOf = uneven(random, size.wards, size.towns);
  const places = size.panchayats + size.wards;
  const boothsOf = uneven(random, size.booths, places);
  const codes = { district: 118, block: 1_200, town: 9_000, panchayat: 44_000, ward: 110_000 };
  const parts = new Int32Array(size.assemblySeats + 1);
  let place = 0;
  let block = 0;
  let town = 0;

  const unit = (parent: BigUnit | null, sibling: number, levelId: BigUnit['levelId'], name: Name, point: Point, own: Partial<BigUnit> = {}): BigUnit => ({
    id: newId(), parentId: parent?.id ?? null, levelId, path: childPath(parent?.path ?? '', sibling), nameEn: name.en, nameHi: name.hi, ...point,
    code: levelId in codes ? String(codes[levelId as keyof typeof codes]++) : null, electors: null, seat: null, partNumber: null, ...own,
  });
  /** A panchayat or ward with its booths: places follow each other over the seats, so that a seat is one stretch of land. */
  function* placeWithBooths(parent: BigUnit, sibling: number, levelId: 'panchayat' | 'ward', name: Name, area: Area): Generator<BigUnit> {
    const mine = unit(parent, sibling, levelId, name, within(random, area));
    yield mine;
    const seat = Math.min(size.assemblySeats, 1 + Math.floor((place * size.assemblySeats) / places));
    const names = namesWithin();
    const booths = boothsOf[place++] ?? 0;
    for (let at = 1; at <= booths; at++) {
      const part = ++parts[seat]!;
      const scattered = { lat: Math.round((mine.lat + (random.next() - 0.5) / 50) * 10_000) / 10_000, lon: Math.round((mine.lon + (random.next() - 0.5) / 50) * 10_000) / 10_000 };
      yield unit(mine, at, 'booth', names(() => makeName.booth(random, part, name)), scattered, { electors: 500 + random.below(900), seat, partNumber: String(part) });
    }
  }

  const state = unit(null, 1, 'state', { en: size.nameEn, hi: size.nameHi }, middle(wholeLand), { code: '9' });
  yield state;
  const districtNames = namesWithin();
  for (const [at, area] of areas.entries()) {
    const district = unit(state, at + 1, 'district', districtNames(() => makeName.place(random)), middle(area));
    yield district;
    const names = namesWithin();
    const blockAreas = cut(area, blocksOf[at] ?? 0);
    let sibling = 0;
    for (let here = 0; here < (blocksOf[at] ?? 0); here++) {
      const blockArea = blockAreas[here] as Area;
      const mine = unit(district, ++sibling, 'block', names(() => makeName.place(random)), middle(blockArea));
      yield mine;
      const villages = namesWithin();
      const count = panchayatsOf[block++] ?? 0;
      for (let number = 1; number <= count; number++) yield* placeWithBooths(mine, number, 'panchayat', villages(() => makeName.village(random)), blockArea);
    }
    for (let here = 0; here < (townsOf[at] ?? 0); here++) {
      // The first town has the district's own name, as headquarters have.
      const mine = unit(district, ++sibling, 'town', here === 0 ? names(() => ({ en: district.nameEn, hi: district.nameHi })) : names(() => makeName.place(random)), middle(area));
      yield mine;
      const wards = wardsOf[town++] ?? 0;
      const wardNames = namesWithin();
      for (let number = 1; number <= wards; number++) yield* placeWithBooths(mine, number, 'ward', wardNames(() => makeName.ward(random, number)), area);
    }
  }
}
