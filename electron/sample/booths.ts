// Makes the demonstration wards and booths of Jharkhand, because no public list of its polling stations exists.
import { largestRemainder } from '../../shared/rules/largestRemainder.ts';
import type { Facts, Point } from './facts.ts';
import type { SampleUnit } from './sample-data.ts';
import { seatAreas } from './seat-areas.ts';
import { sweepPosition } from './sweep.ts';
import { variation } from './variation.ts';

const boothCount = 29_500;
const boothsPerWard = 5;
const townShare = 0.15;
/** Dhanbad, East Singhbhum, Ranchi and Bokaro are largely urban. */
const urbanDistricts = new Set(['325', '327', '339', '322']);
const urbanTownShare = 0.4;
const electorSpread = 0.25;
const boothsPerPanchayatSpread = 0.3;

/** A panchayat, or a block without known panchayats, that is to have booths. */
export interface RuralPlace {
  unitId: string;
  point: Point;
  /** How many panchayats it stands for. */
  weight: number;
}

export interface DistrictGround {
  code: string;
  townUnitId: string;
  townPoint: Point;
  ruralPlaces: RuralPlace[];
}

interface BoothPlace {
  unitId: string;
  point: Point;
  /** Wards of one town share the town's position, so that its parts are numbered in a row. */
  sweep: number;
  booths: number;
}

/** A point of a spiral around the town, so that its wards fall to the seats on their side (sunflower pattern, Vogel 1979). */
function wardPoint(town: Point, ward: number): Point {
  const radius = 0.003 * Math.sqrt(ward);
  const angle = ward * 2.399963;
  return { lat: town.lat + radius * Math.sin(angle), lon: town.lon + radius * Math.cos(angle) };
}

/** A demonstration unit; what it does not say itself is empty. */
function demonstrationUnit(own: Pick<SampleUnit, 'id' | 'parentId' | 'levelId' | 'nameEn' | 'nameHi'> & Partial<SampleUnit>): SampleUnit {
  return {
    code: null, placeEn: null, placeHi: null, lat: null, lon: null,
    electors: null, constituencyId: null, partNumber: null, demonstration: 1, ...own,
  };
}

/** Numbers of booths of the rural places: at least one each, the rest by weight with some variation. */
function ruralBooths(places: readonly RuralPlace[], booths: number, districtCode: string): number[] {
  const weights = places.map(({ weight }, at) => weight * variation(boothsPerPanchayatSpread, Number(districtCode), at));
  return largestRemainder(booths, weights, { minimum: 1 });
}

/**
 * Every seat gets its part of 29,500 booths by its electors; the parts are numbered from 1 along a sweep over the
 * places of the seat's main district; the electors of a seat's booths vary by a quarter and add up to the seat's.
 * @param seats as in the facts
 * @param grounds one for each district
 * @param constituencyIds id of an Assembly seat by its number
 * @returns wards first, then booths, seat by seat in order of their part numbers
 */
export function demonstrationUnits(
  seats: Facts['seats'], grounds: readonly DistrictGround[], constituencyIds: ReadonlyMap<number, string>, newId: () => string,
): SampleUnit[] {
  const wards: SampleUnit[] = [];
  const booths: SampleUnit[] = [];
  const boothsOfSeat = largestRemainder(boothCount, seats.map(({ electors }) => electors));

  for (const ground of grounds) {
    const seatsHere = seats.map((seat, at) => ({ ...seat, point: seat.demoPoint, booths: boothsOfSeat[at]! }))
      .filter(({ districtCode }) => districtCode === ground.code);
    const total = seatsHere.reduce((sum, seat) => sum + seat.booths, 0);
    const inTown = Math.round(total * (urbanDistricts.has(ground.code) ? urbanTownShare : townShare));
    const wardCount = Math.max(1, Math.round(inTown / boothsPerWard));

    const places: BoothPlace[] = largestRemainder(inTown, Array.from({ length: wardCount }, () => 1)).map((count, at) => {
      const id = newId();
      wards.push(demonstrationUnit({
        id, parentId: ground.townUnitId, levelId: 'ward', nameEn: `Ward ${at + 1}`, nameHi: `वार्ड ${at + 1}`,
      }));
      return { unitId: id, point: wardPoint(ground.townPoint, at), sweep: sweepPosition(ground.townPoint), booths: count };
    });
    for (const [at, count] of ruralBooths(ground.ruralPlaces, total - inTown, ground.code).entries()) {
      const { unitId, point } = ground.ruralPlaces[at]!;
      places.push({ unitId, point, sweep: sweepPosition(point), booths: count });
    }

    const portions = seatAreas(places, seatsHere).sort((a, b) => a.place.sweep - b.place.sweep);
    for (const [at, seat] of seatsHere.entries()) {
      const electors = largestRemainder(seat.electors, Array.from({ length: seat.booths }, (_, part) => variation(electorSpread, seat.number, part)));
      const parents = portions.filter((portion) => portion.seat === at)
        .flatMap((portion) => Array.from({ length: portion.booths }, () => portion.place.unitId));
      for (const [index, parentId] of parents.entries()) {
        const part = String(index + 1);
        booths.push(demonstrationUnit({
          id: newId(), parentId, levelId: 'booth', nameEn: `Booth ${part}`, nameHi: `बूथ ${part}`,
          electors: electors[index]!, constituencyId: constituencyIds.get(seat.number)!, partNumber: part,
        }));
      }
    }
  }
  return [...wards, ...booths];
}
