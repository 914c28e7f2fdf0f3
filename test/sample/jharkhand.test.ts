// Checks that the Jharkhand sample is whole: counts, sums, parents, names in both scripts, seats, outlines, and equal to the facts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { jharkhandSample } from '../../electron/sample/jharkhand.ts';
import type { SampleData } from '../../electron/sample/sample-data.ts';

const shippedFolder = join(import.meta.dirname, '../../electron/sample/data');
const factsFolder = join(import.meta.dirname, '../../../shared/data/jharkhand');

function table(folder: string, name: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, name), 'utf8').normalize('NFC'), { columns: true });
}

function build(): SampleData {
  let count = 0;
  return jharkhandSample(() => `id${(count += 1)}`);
}

const sample = build();
const { units, constituencies, people, outlines } = sample;
const unitById = new Map(units.map((unit) => [unit.id, unit]));
const personById = new Map(people.map((person) => [person.id, person]));
const atLevel = (levelId: string) => units.filter((unit) => unit.levelId === levelId);
const booths = atLevel('booth');
const boothsBySeat = Map.groupBy(booths, (booth) => booth.constituencyId);
const assembly = constituencies.filter(({ kind }) => kind === 'assembly');

function ancestor(unitId: string, levelId: string) {
  let unit = unitById.get(unitId);
  while (unit && unit.levelId !== levelId) unit = unit.parentId === null ? undefined : unitById.get(unit.parentId);
  return unit;
}

describe('counts', () => {
  test('units of each level', () => {
    const counts = Object.fromEntries([...Map.groupBy(units, ({ levelId }) => levelId)].map(([level, all]) => [level, all.length]));
    expect(counts).toEqual({ state: 1, district: 24, block: 264, town: 24, panchayat: 3989, ward: counts['ward'], booth: 29_500 });
    expect(counts['ward']).toBeGreaterThan(29_500 * 0.15 / 5);
  });

  test('81 Assembly seats in 14 Lok Sabha seats, reserved as the law has it', () => {
    const kinds = (kind: string, reservation: string) => constituencies.filter((seat) => seat.kind === kind && seat.reservation === reservation).length;
    expect(assembly.map(({ number }) => number)).toEqual(Array.from({ length: 81 }, (_, i) => i + 1));
    expect([kinds('assembly', 'GEN'), kinds('assembly', 'ST'), kinds('assembly', 'SC')]).toEqual([44, 28, 9]);
    expect([kinds('lokSabha', 'GEN'), kinds('lokSabha', 'ST'), kinds('lokSabha', 'SC')]).toEqual([8, 5, 1]);
    const at = new Map(constituencies.map((seat, index) => [seat.id, index]));
    for (const seat of assembly) {
      expect(constituencies[at.get(seat.parentId!)!]!.kind).toBe('lokSabha');
      expect(at.get(seat.parentId!)).toBeLessThan(at.get(seat.id)!);
    }
    const dhanbad = assembly.find(({ number }) => number === 40)!;
    expect(dhanbad).toMatchObject({ nameEn: 'Dhanbad', nameHi: 'धनबाद', electors: 351_901 });
    expect(constituencies.find(({ id }) => id === dhanbad.parentId)).toMatchObject({ number: 7, nameEn: 'Dhanbad' });
  });
});

describe('tree', () => {
  test('ids are unique and every parent comes before its children, on a level that may carry them', () => {
    const mayStandUnder: Record<string, string[]> = {
      district: ['state'], block: ['district'], town: ['district'], panchayat: ['block'], ward: ['town'], booth: ['panchayat', 'ward', 'block'],
    };
    const seen = new Map<string, string>();
    for (const unit of units) {
      if (unit.levelId === 'state') expect(unit.parentId).toBeNull();
      else expect(mayStandUnder[unit.levelId]).toContain(seen.get(unit.parentId!));
      expect(seen.has(unit.id)).toBe(false);
      seen.set(unit.id, unit.levelId);
    }
  });

  test('every panchayat and ward has a booth; only Pandu has booths of its own', () => {
    const parents = new Set(booths.map(({ parentId }) => parentId!));
    expect([...atLevel('panchayat'), ...atLevel('ward')].filter(({ id }) => !parents.has(id))).toEqual([]);
    const blocks = [...parents].map((id) => unitById.get(id)!).filter(({ levelId }) => levelId === 'block');
    expect(blocks.map(({ nameEn }) => nameEn)).toEqual(['Pandu']);
  });

  test('towns have their share of the booths', () => {
    const districtsOf = Map.groupBy(booths, ({ parentId }) => ancestor(parentId!, 'district')!.nameEn);
    for (const [district, here] of districtsOf) {
      const share = here.filter(({ parentId }) => ancestor(parentId!, 'town')).length / here.length;
      const urban = ['Dhanbad', 'East Singhbhum', 'Ranchi', 'Bokaro'].includes(district);
      expect(Math.abs(share - (urban ? 0.4 : 0.15)), district).toBeLessThan(0.005);
    }
  });

  test('names in both scripts, codes and headquarters', () => {
    const named = [...units.filter(({ levelId }) => levelId !== 'panchayat'), ...constituencies, ...people, ...sample.programmes, ...sample.metrics];
    for (const { nameEn, nameHi } of named) {
      expect(nameEn).toMatch(/^[A-Za-z]/);
      expect(nameHi).toMatch(/^[ऀ-ॿ]/);
    }
    for (const unit of [...atLevel('district'), ...atLevel('block')]) expect(unit.code, unit.nameEn).toMatch(/^\d{3,4}$/);
    for (const district of atLevel('district')) {
      expect(district.placeEn).toMatch(/^[A-Z]/);
      expect(district.placeHi).toMatch(/^[ऀ-ॿ]/);
    }
    expect(atLevel('district').find(({ code }) => code === '327')).toMatchObject({
      nameEn: 'East Singhbhum', nameHi: 'पूर्वी सिंहभूम', placeEn: 'Jamshedpur', placeHi: 'जमशेदपुर',
    });
    expect(sample.unitAliases).toContainEqual({ unitId: atLevel('district').find(({ code }) => code === '327')!.id, name: 'East Singhbum' });
  });

  test('only booths and wards are for demonstration, only booths have electors, seat and part', () => {
    for (const unit of units) {
      const booth = unit.levelId === 'booth';
      expect(unit.demonstration).toBe(booth || unit.levelId === 'ward' ? 1 : 0);
      expect([unit.electors, unit.constituencyId, unit.partNumber].every((value) => (value !== null) === booth)).toBe(true);
    }
  });
});

describe('booths of a seat', () => {
  test('electors add up to the seat exactly and vary by a quarter at most', () => {
    for (const seat of assembly) {
      const electors = boothsBySeat.get(seat.id)!.map((booth) => booth.electors!);
      const mean = seat.electors! / electors.length;
      expect(electors.reduce((a, b) => a + b, 0), seat.nameEn).toBe(seat.electors);
      expect(Math.min(...electors)).toBeGreaterThan(mean * 0.7);
      expect(Math.max(...electors)).toBeLessThan(mean * 1.3);
      expect(new Set(electors).size).toBeGreaterThan(20);
    }
  });

  test('number of booths follows the electors', () => {
    const all = assembly.reduce((sum, { electors }) => sum + electors!, 0);
    expect(all).toBe(19_948_683);
    for (const seat of assembly) {
      expect(Math.abs(boothsBySeat.get(seat.id)!.length - (29_500 * seat.electors!) / all), seat.nameEn).toBeLessThan(1);
    }
  });

  test('parts are numbered 1 to n, and named by their number', () => {
    for (const seat of assembly) {
      const here = boothsBySeat.get(seat.id)!;
      expect(here.map(({ partNumber }) => partNumber)).toEqual(here.map((_, i) => String(i + 1)));
      expect(here[6]).toMatchObject({ nameEn: 'Booth 7', nameHi: 'बूथ 7' });
    }
  });

  test('lie in the seat\'s main district, and nearly every place lies in one seat', () => {
    const districtOfSeat = new Map(table(shippedFolder, 'constituencies.csv').map((row) => [Number(row['number']), row['districtCode']]));
    for (const seat of assembly) {
      const codes = new Set(boothsBySeat.get(seat.id)!.map(({ parentId }) => ancestor(parentId!, 'district')!.code));
      expect([...codes], seat.nameEn).toEqual([districtOfSeat.get(seat.number)]);
    }
    const places = [...Map.groupBy(booths, ({ parentId }) => parentId).values()];
    const split = places.filter((here) => new Set(here.map(({ constituencyId }) => constituencyId)).size > 1);
    expect(split.length / places.length).toBeLessThan(0.02);
  });

  test('most booths of a block named like a seat of its district belong to that seat', () => {
    const seatNames = new Map(assembly.map(({ id, nameEn }) => [id, nameEn]));
    const inBlock = (name: string) => booths.filter(({ parentId }) => ancestor(parentId!, 'block')?.nameEn === name);
    for (const name of ['Baghmara', 'Potka', 'Silli', 'Hussainabad']) {
      const here = inBlock(name);
      expect(here.filter(({ constituencyId }) => seatNames.get(constituencyId!) === name).length / here.length, name).toBeGreaterThan(0.5);
    }
  });
});

describe('people and campaign', () => {
  test('posts instead of names, fictitious telephones', () => {
    expect(people.length).toBe(2 + 24 * 2 + 264 + 6 + 6);
    const phones = people.map(({ phone }) => phone!);
    expect(new Set(phones).size).toBe(phones.length);
    for (const person of people) {
      expect(person.phone).toMatch(/^0\d{9}$/);
      expect(person.post === null).toBe(person.veteran === 1);
      if (!person.post) continue;
      expect(person.post.unitId).not.toBeNull();
      expect((person.post.postKindId === null) === (person.post.titleEn !== '')).toBe(true);
      expect(person.nameEn.startsWith(person.post.titleEn)).toBe(true);
      expect(person.nameHi.startsWith(person.post.titleHi ?? '')).toBe(true);
    }
    expect(people.filter(({ nameHi }) => nameHi === 'जिला समन्वयक, धनबाद').length).toBe(1);
    expect(people.filter(({ nameEn }) => nameEn === 'Block president, Baghmara').length).toBe(1);
  });

  test('nobody answers for Simdega, Pakur and Latehar; a coordinator in charge of each other district, a veteran beside him, in two as a second in charge', () => {
    const byDistrict = Map.groupBy(sample.responsibilities, ({ unitId }) => unitById.get(unitId)!.nameEn);
    const without = atLevel('district').filter(({ nameEn }) => !byDistrict.has(nameEn)).map(({ nameEn }) => nameEn);
    expect(without.sort()).toEqual(['Latehar', 'Pakur', 'Simdega']);
    for (const [district, here] of byDistrict) {
      const names = here.map(({ personId }) => personById.get(personId)!.nameEn);
      expect(names[0]).toBe(`District coordinator, ${district}`);
      expect(names[1]).toMatch(/^Veteran leader [1-6]$/);
      expect(names.length).toBe(2);
      expect(here[0]!.kind).toBe('inCharge');
    }
    const two = [...byDistrict].filter(([, here]) => here.filter(({ kind }) => kind === 'inCharge').length === 2).map(([district]) => district);
    expect(two.sort()).toEqual(['Deoghar', 'Palamu']);
  });

  test('everything points to something that exists', () => {
    for (const { personId } of [...sample.daysAway, ...sample.responsibilities]) expect(personById.has(personId)).toBe(true);
    for (const meeting of sample.meetings) expect(meeting.personIds.every((id) => personById.has(id))).toBe(true);
    const metricIds = new Set(sample.metrics.map(({ id }) => id));
    for (const programme of sample.programmes) expect(programme.metricIds.every((id) => metricIds.has(id))).toBe(true);
    for (const { unitId } of outlines) expect(unitById.get(unitId)?.levelId).toBe('district');
    expect(sample.travelCorrections.length).toBe(18);
    for (const { fromUnitId, toUnitId } of sample.travelCorrections) {
      expect([unitById.get(fromUnitId)?.levelId, unitById.get(toUnitId)?.levelId]).toContain('district');
    }
  });

  test('phases follow each other within the dialogue programme, as it was before the drive was extended', () => {
    const dialogue = sample.programmes.find(({ nameHi }) => nameHi === 'संवाद कार्यक्रम')!;
    expect(dialogue.phases.map(({ levelId, fromDay, toDay }) => `${levelId} ${fromDay.slice(8)}-${toDay.slice(8)}`))
      .toEqual(['district 12-13', 'block 14-16', 'panchayat 17-18', 'booth 19-20']);
  });

  test('Ranchi to Jamshedpur is told once, as 125 km', () => {
    const ends = (correction: SampleData['travelCorrections'][number]) => [correction.fromUnitId, correction.toUnitId].map((id) => unitById.get(id)!.placeEn).sort().join();
    expect(sample.travelCorrections.filter((c) => ends(c) === 'Jamshedpur,Ranchi').map(({ distanceKm }) => distanceKm)).toEqual([125]);
  });
});

test('two samples are equal, ids included, when the ids are', () => {
  expect(build()).toEqual(sample);
});

describe('outlines', () => {
  /** Even-odd rule; degrees. */
  const contains = (ring: [number, number][], lon: number, lat: number) => ring.slice(1).reduce((inside, [x, y], i) => {
    const [px, py] = ring[i]!;
    return (y > lat) !== (py > lat) && lon < ((px - x) * (lat - y)) / (py - y) + x ? !inside : inside;
  }, false);

  test('24 closed clockwise outlines around their headquarters', () => {
    expect(outlines.length).toBe(24);
    for (const { unitId, rings } of outlines) {
      const district = unitById.get(unitId)!;
      expect(rings.some((ring) => contains(ring, district.lon!, district.lat!)), district.nameEn).toBe(true);
      for (const ring of rings) {
        expect(ring.at(-1)).toEqual(ring[0]);
        const twiceArea = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);
        expect(twiceArea, district.nameEn).toBeLessThan(-0.2);
      }
    }
  });

  test('neighbours share their line: no edge lies in three outlines, and many in two', () => {
    const edges = outlines.flatMap(({ rings }) => rings.flatMap((ring) => ring.slice(1).map((point, i) => [String(ring[i]), String(point)].sort().join(' '))));
    const times = [...Map.groupBy(edges, (edge) => edge).values()].map((same) => same.length);
    expect(Math.max(...times)).toBe(2);
    expect(times.filter((n) => n === 2).length / times.length).toBeGreaterThan(0.5);
  });

  test('contain nearly all panchayats of their district', () => {
    const ringsOf = new Map(outlines.map(({ unitId, rings }) => [unitId, rings]));
    const known = atLevel('panchayat').filter(({ lat }) => lat !== null);
    const inside = known.filter(({ id, lat, lon }) => ringsOf.get(ancestor(id, 'district')!.id)!.some((ring) => contains(ring, lon!, lat!)));
    expect(inside.length / known.length).toBeGreaterThan(0.98);
  });
});

const factsThere = existsSync(factsFolder);
describe.skipIf(!factsThere)(`shipped tables equal the collected facts${factsThere ? '' : ' (skipped: the folder shared/data is not beside the project)'}`, () => {
  /** Shipped column by column of the facts. */
  const cases: [shipped: string, facts: string, columns: Record<string, string>][] = [
    ['districts.csv', 'districts.csv', { lgdCode: 'lgd_code', nameEn: 'name_en_common', nameEnLgd: 'name_en', nameHiLgd: 'name_hi', lat: 'lat', lon: 'lon' }],
    ['blocks.csv', 'blocks.csv', { lgdCode: 'lgd_code', nameEn: 'name_en', nameHi: 'name_hi', districtCode: 'district_lgd_code', lat: 'lat', lon: 'lon' }],
    ['panchayats.csv', 'panchayats.csv', { lgdCode: 'lgd_code', nameEn: 'name_en', blockCode: 'block_lgd_code', lat: 'lat', lon: 'lon' }],
    ['constituencies.csv', 'constituencies.csv', {
      number: 'ac_no', nameEn: 'ac_name_en', nameHi: 'ac_name_hi', reservation: 'ac_reservation', lokSabhaNumber: 'pc_no',
      districtCode: 'district_lgd_code', electors2014: 'electors_2014',
    }],
    ['parliamentary.csv', 'parliamentary_constituencies.csv', { number: 'pc_no', nameEn: 'pc_name_en', nameHi: 'pc_name_hi', reservation: 'pc_reservation' }],
  ];

  test.each(cases)('%s', (shipped, facts, columns) => {
    const ours = table(shippedFolder, shipped).map((row) => Object.keys(columns).map((column) => row[column]));
    const theirs = table(factsFolder, facts).map((row) => Object.values(columns).map((column) => (row[column] === 'Y' ? 'Kutmu' : row[column])));
    expect(ours).toEqual(theirs);
  });

  test('districts carry the usual Hindi spelling', () => {
    const usual = table(factsFolder, 'districts.csv').map((row) => row['name_hi_alt'] || row['name_hi']);
    expect(table(shippedFolder, 'districts.csv').map((row) => row['nameHi'])).toEqual(usual);
  });

  test('every road is a told one, fit for use', () => {
    const told = table(factsFolder, 'road_distances.csv').filter((row) => row['use_for_calibration'] === 'yes')
      .map((row) => [row['from_lgd_code'], row['to_lgd_code'], row['km']].join());
    for (const row of table(shippedFolder, 'roads.csv')) expect(told).toContain([row['fromCode'], row['toCode'], row['km']].join());
  });
});
