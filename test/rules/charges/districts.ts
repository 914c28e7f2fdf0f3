// The districts of the sample as places, for the rules that share them out.
import type { Place } from '../../../shared/rules/charges/neighbours.ts';
import { jharkhandSample } from '../../../electron/sample/jharkhand.ts';

export function sampleDistricts(): { names: string[]; places: Place[]; electors: number[] } {
  let count = 0;
  const sample = jharkhandSample(() => `id${++count}`);
  const rings = new Map(sample.outlines.map((outline) => [outline.unitId, outline.rings]));
  const districts = sample.units.filter((unit) => unit.levelId === 'district');
  const booths = sample.units.filter((unit) => unit.levelId === 'booth');
  const parents = new Map(sample.units.map((unit) => [unit.id, unit.parentId]));
  const sums = new Map<string, number>();
  for (const booth of booths) {
    let at: string | null | undefined = booth.id;
    while (at && !districts.some((district) => district.id === at)) at = parents.get(at);
    if (at) sums.set(at, (sums.get(at) ?? 0) + (booth.electors ?? 0));
  }
  return {
    names: districts.map((district) => district.nameEn),
    places: districts.map((district) => ({ rings: (rings.get(district.id) ?? null) as Place['rings'], lat: district.lat, lon: district.lon })),
    electors: districts.map((district) => sums.get(district.id) ?? 0),
  };
}
