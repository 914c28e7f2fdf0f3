// Fills the posts of the sample; nobody living is named, every leader is called by the post.
import type { Facts } from './facts.ts';
import type { SampleData, SamplePerson } from './sample-data.ts';
import { sweepPosition } from './sweep.ts';
import type { SampleTree } from './units.ts';

/** Simdega, Pakur and Latehar: left without anybody responsible, so that gaps show. */
const districtsWithoutAnybody = new Set(['342', '337', '335']);
/** Deoghar and Palamu: here the veteran is in charge too, not beside the coordinator, so that the list of two in charge has something to show. */
const districtsWithTwo = new Set(['324', '338']);
const veteranCount = 6;

/** A post of the file's own kinds, or (kind null) a title of its own; the words also name the leader. */
type Title = readonly [postKindId: string | null, en: string, hi: string];
const stateInCharge: Title = ['stateInCharge', 'State in-charge', 'प्रदेश प्रभारी'];
const coInCharge: Title = ['coInCharge', 'Co-in-charge', 'सह प्रभारी'];
const statePresident: Title = ['statePresident', 'State president', 'प्रदेश अध्यक्ष'];
const workingPresident: Title = ['workingPresident', 'Working president', 'कार्यकारी अध्यक्ष'];
const membershipInCharge: Title = ['membershipInCharge', 'Membership in-charge', 'सदस्यता प्रभारी'];
const minister: Title = [null, 'Minister', 'मंत्री'];
const districtPresident: Title = ['districtPresident', 'District president', 'जिलाध्यक्ष'];
const districtCoordinator: Title = ['districtCoordinator', 'District coordinator', 'जिला समन्वयक'];
const blockPresident: Title = ['blockPresident', 'Block president', 'प्रखंड अध्यक्ष'];
const veteranLeader: Title = [null, 'Veteran leader', 'पुराने नेता'];

export interface SampleLeaders extends Pick<SampleData, 'people' | 'daysAway' | 'responsibilities'> {
  /** Ids for the meetings' attendance. */
  stateLeaderIds: string[];
  ministerIds: string[];
  veteranIds: string[];
  coordinatorIds: string[];
  membershipInChargeId: string;
}

export function sampleLeaders(facts: Facts, tree: SampleTree, newId: () => string): SampleLeaders {
  const people: SamplePerson[] = [];
  const add = ([postKindId, titleEn, titleHi]: Title, suffix: { en: string; hi: string }, unitId: string | null, veteran: 0 | 1 = 0): string => {
    const id = newId();
    // No Indian telephone number has ten digits and begins with 0.
    const phone = String(101 + people.length).padStart(10, '0');
    const post = veteran ? null : { postKindId, titleEn: postKindId === null ? titleEn : '', titleHi: postKindId === null ? titleHi : null, unitId };
    people.push({ id, nameEn: titleEn + suffix.en, nameHi: titleHi + suffix.hi, phone, veteran, post });
    return id;
  };
  const alone = { en: '', hi: '' };
  const numbered = (number: number) => ({ en: ` ${number}`, hi: ` ${number}` });
  const of = (unit: { nameEn: string; nameHi: string }) => ({ en: `, ${unit.nameEn}`, hi: `, ${unit.nameHi}` });

  const leaderId = add(stateInCharge, alone, tree.stateId);
  const coInChargeIds = [1, 2].map((number) => add(coInCharge, numbered(number), tree.stateId));
  const presidentIds = [statePresident, workingPresident, membershipInCharge].map((title) => add(title, alone, tree.stateId));
  const ministerIds = [1, 2].map((number) => add(minister, numbered(number), tree.stateId));

  const veteranIds = Array.from({ length: veteranCount }, (_, at) => add(veteranLeader, numbered(at + 1), null, 1));
  const coordinators = new Map<string, string>();
  for (const district of facts.districts) {
    const unitId = tree.idOf('district', district.lgdCode);
    add(districtPresident, of(district), unitId);
    coordinators.set(district.lgdCode, add(districtCoordinator, of(district), unitId));
  }
  for (const block of facts.blocks) add(blockPresident, of(block), tree.idOf('block', block.lgdCode));

  // Veterans get neighbouring districts: the sweep is cut into as many pieces as there are veterans.
  const served = facts.districts.filter(({ lgdCode }) => !districtsWithoutAnybody.has(lgdCode))
    .sort((a, b) => sweepPosition(a.point) - sweepPosition(b.point));
  const responsibilities = served.flatMap(({ lgdCode }, at) => {
    const veteranId = veteranIds[Math.floor((at * veteranCount) / served.length)]!;
    const period = { unitId: tree.idOf('district', lgdCode), fromDay: '2022-04-01', toDay: '2022-04-30' };
    return [
      { id: newId(), personId: coordinators.get(lgdCode)!, ...period, kind: 'inCharge' as const },
      { id: newId(), personId: veteranId, ...period, kind: districtsWithTwo.has(lgdCode) ? 'inCharge' as const : 'coInCharge' as const },
    ];
  });

  const away = (personId: string, fromDay: string, toDay: string, reason: string) => ({ id: newId(), personId, fromDay, toDay, reason });
  const daysAway = [
    away(coInChargeIds[0]!, '2022-04-20', '2022-04-21', 'दिल्ली में बैठक · Meeting in Delhi'),
    away(coordinators.get('329')!, '2022-04-22', '2022-04-23', 'परिवार में विवाह · Wedding in the family'),
    away(veteranIds[1]!, '2022-04-24', '2022-04-26', 'निजी कार्य · Private matters'),
  ];
  return {
    people, daysAway, responsibilities, ministerIds, veteranIds,
    membershipInChargeId: presidentIds[2]!,
    stateLeaderIds: [leaderId, ...coInChargeIds, ...presidentIds],
    coordinatorIds: [...coordinators.values()],
  };
}
