// Builds Jharkhand's tree from the facts: state, districts, blocks, headquarters towns, panchayats and demonstration booths.
import { demonstrationUnits } from './booths.ts';
import type { RuralPlace } from './booths.ts';
import type { Facts } from './facts.ts';
import type { SampleUnit } from './sample-data.ts';

/** Code of Jharkhand in the Local Government Directory. */
const stateCode = '20';

export interface SampleTree {
  units: SampleUnit[];
  stateId: string;
  /** Id by level and LGD code, as in 'district 325'. */
  idOf: (level: string, code: string) => string;
}

export function sampleTree(facts: Facts, constituencyIds: ReadonlyMap<number, string>, newId: () => string): SampleTree {
  const ids = new Map<string, string>();
  const units: SampleUnit[] = [];
  const add = (own: Pick<SampleUnit, 'parentId' | 'levelId' | 'nameEn' | 'nameHi' | 'lat' | 'lon'> & Partial<SampleUnit>): string => {
    const id = newId();
    units.push({
      id, code: null, placeEn: null, placeHi: null, electors: null, constituencyId: null, partNumber: null, demonstration: 0, ...own,
    });
    if (own.code) ids.set(`${own.levelId} ${own.code}`, id);
    return id;
  };
  const idOf = (level: string, code: string): string => ids.get(`${level} ${code}`)!;

  const capital = facts.districts.find(({ hqTownEn }) => hqTownEn === 'Ranchi')!;
  const stateId = add({
    parentId: null, levelId: 'state', nameEn: 'Jharkhand', nameHi: 'झारखंड', code: stateCode,
    placeEn: capital.hqTownEn, placeHi: capital.hqTownHi, ...capital.point,
  });
  for (const district of facts.districts) {
    add({
      parentId: stateId, levelId: 'district', nameEn: district.nameEn, nameHi: district.nameHi, code: district.lgdCode,
      placeEn: district.hqTownEn, placeHi: district.hqTownHi, ...district.point,
    });
  }
  for (const block of facts.blocks) {
    const parentId = idOf('district', block.districtCode);
    add({ parentId, levelId: 'block', nameEn: block.nameEn, nameHi: block.nameHi, code: block.lgdCode, ...block.point });
  }

  const panchayatsOf = Map.groupBy(facts.panchayats, ({ blockCode }) => blockCode);
  const addPanchayats = (districtCode: string): RuralPlace[] => {
    const blocks = facts.blocks.filter((block) => block.districtCode === districtCode);
    const byBlock = blocks.map((block) => ({ block, panchayats: panchayatsOf.get(block.lgdCode) ?? [] }));
    const usual = byBlock.reduce((sum, { panchayats }) => sum + panchayats.length, 0) / blocks.length;
    return byBlock.flatMap(({ block, panchayats }) => {
      const blockId = idOf('block', block.lgdCode);
      // Where no panchayat is known (Pandu), the booths hang on the block itself.
      if (panchayats.length === 0) return [{ unitId: blockId, point: block.point, weight: usual }];
      return panchayats.map(({ nameEn, lgdCode, point }) => ({
        unitId: add({
          parentId: blockId, levelId: 'panchayat', nameEn, nameHi: null, code: lgdCode || null, lat: point?.lat ?? null, lon: point?.lon ?? null,
        }),
        point: point ?? block.point,
        weight: 1,
      }));
    });
  };
  const grounds = facts.districts.map((district) => {
    const parentId = idOf('district', district.lgdCode);
    const townUnitId = add({ parentId, levelId: 'town', nameEn: district.hqTownEn, nameHi: district.hqTownHi, ...district.point });
    return { code: district.lgdCode, townUnitId, townPoint: district.point, ruralPlaces: addPanchayats(district.lgdCode) };
  });

  units.push(...demonstrationUnits(facts.seats, grounds, constituencyIds, newId));
  return { units, stateId, idOf };
}
