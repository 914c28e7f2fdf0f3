// Puts the Jharkhand sample together: real places and seats, demonstration booths, posts without names, the campaign of April 2022.
import { sampleCampaign } from './campaign.ts';
import { readFacts } from './facts.ts';
import type { Facts } from './facts.ts';
import { sampleLeaders } from './people.ts';
import type { SampleConstituency, SampleData } from './sample-data.ts';
import { sampleTree } from './units.ts';
import { sampleVisits } from './visits.ts';

/** Lok Sabha seats, then Assembly seats; a Lok Sabha seat has the electors of its Assembly seats. */
function constituenciesOf(facts: Facts, newId: () => string): SampleConstituency[] {
  const lokSabha = facts.lokSabhaSeats.map(({ number, nameEn, nameHi, reservation }): SampleConstituency => ({
    id: newId(), kind: 'lokSabha', number, nameEn, nameHi, reservation, parentId: null,
    electors: facts.seats.filter((seat) => seat.lokSabhaNumber === number).reduce((sum, seat) => sum + seat.electors, 0),
  }));
  const assembly = facts.seats.map(({ number, nameEn, nameHi, reservation, lokSabhaNumber, electors }): SampleConstituency => ({
    id: newId(), kind: 'assembly', number, nameEn, nameHi, reservation, electors,
    parentId: lokSabha.find((seat) => seat.number === lokSabhaNumber)!.id,
  }));
  return [...lokSabha, ...assembly];
}

/**
 * Everything but the ids is the same on every call.
 * @param newId gives a new id for each row
 */
export function jharkhandSample(newId: () => string): SampleData {
  const facts = readFacts();
  const constituencies = constituenciesOf(facts, newId);
  const assemblyIds = new Map(constituencies.filter(({ kind }) => kind === 'assembly').map(({ number, id }) => [number, id]));
  const tree = sampleTree(facts, assemblyIds, newId);
  const leaders = sampleLeaders(facts, tree, newId);
  const { people, daysAway, responsibilities } = leaders;
  return {
    workspace: { nameEn: 'Jharkhand (sample)', nameHi: 'झारखंड (नमूना)', asOfDay: '2022-04-16' },
    constituencies,
    units: tree.units,
    unitAliases: facts.districts.flatMap((district) => {
      const unitId = tree.idOf('district', district.lgdCode);
      const official = [district.nameEnLgd, district.nameHiLgd];
      return official.filter((name) => name !== district.nameEn && name !== district.nameHi).map((name) => ({ unitId, name }));
    }),
    outlines: Object.entries(facts.outlines).map(([code, rings]) => ({ unitId: tree.idOf('district', code), rings })),
    people,
    daysAway,
    responsibilities,
    ...sampleCampaign(leaders, tree.stateId, newId),
    ...sampleVisits(facts, tree, leaders, newId),
    travelCorrections: facts.roads.map(({ fromLevel, fromCode, toLevel, toCode, distanceKm }) => ({
      fromUnitId: tree.idOf(fromLevel, fromCode), toUnitId: tree.idOf(toLevel, toCode), distanceKm, travelMinutes: null,
    })),
  };
}
