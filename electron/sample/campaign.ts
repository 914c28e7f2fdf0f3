// Says what the sample's campaign of April 2022 consists of: programmes with phases and links, metrics, the two meetings around it, and the
// order that extended the drive. Days are those before the order; what it moves, the order itself moves.
import type { SampleLeaders } from './people.ts';
import type { SampleData, SampleMetric } from './sample-data.ts';

export function sampleCampaign(
  leaders: SampleLeaders, stateId: string, newId: () => string,
): Pick<SampleData, 'programmes' | 'metrics' | 'meetings' | 'links' | 'blackouts' | 'order'> {
  const members: SampleMetric = {
    id: newId(), nameEn: 'Members enrolled', nameHi: 'नए सदस्य', kind: 'sum', countLevelId: null, ofMetricId: null,
  };
  const womensShare: SampleMetric = {
    id: newId(), nameEn: 'Women\'s share', nameHi: 'महिलाओं का अनुपात', kind: 'share', countLevelId: null, ofMetricId: members.id,
  };
  const committee: SampleMetric = {
    id: newId(), nameEn: 'Panchayat committee formed', nameHi: 'पंचायत समिति गठित', kind: 'onePerUnit', countLevelId: 'panchayat', ofMetricId: null,
  };
  const { stateLeaderIds, ministerIds, veteranIds, coordinatorIds } = leaders;
  const [driveId, dialogueId, reviewId] = [newId(), newId(), newId()];
  const festival = (nameEn: string, nameHi: string, day: string) => ({ id: newId(), nameEn, nameHi, kind: 'festival' as const, fromDay: day, toDay: day, unitId: null });
  return {
    metrics: [members, womensShare, committee],
    programmes: [
      {
        id: driveId, personId: leaders.membershipInChargeId, nameEn: 'Membership drive', nameHi: 'सदस्यता अभियान', fromDay: '2022-03-01', toDay: '2022-03-31',
        phases: [], metricIds: [members.id, womensShare.id],
      },
      {
        id: dialogueId, personId: stateLeaderIds[0]!, nameEn: 'Dialogue programme', nameHi: 'संवाद कार्यक्रम', fromDay: '2022-04-12', toDay: '2022-04-20',
        phases: [
          { levelId: 'district', fromDay: '2022-04-12', toDay: '2022-04-13' },
          { levelId: 'block', fromDay: '2022-04-14', toDay: '2022-04-16' },
          { levelId: 'panchayat', fromDay: '2022-04-17', toDay: '2022-04-18' },
          { levelId: 'booth', fromDay: '2022-04-19', toDay: '2022-04-20' },
        ],
        metricIds: [committee.id, members.id],
      },
    ],
    meetings: [
      {
        id: newId(), title: 'Delhi workshop', titleHi: 'दिल्ली कार्यशाला', day: '2022-04-10', begin: 11 * 60, minutes: 5 * 60,
        unitId: null, placeEn: 'Delhi', placeHi: 'दिल्ली', personIds: [...stateLeaderIds, ...ministerIds, ...veteranIds],
      },
      {
        id: reviewId, title: 'State review meeting', titleHi: 'प्रदेश समीक्षा बैठक', day: '2022-04-21', begin: 11 * 60, minutes: 3 * 60,
        unitId: stateId, placeEn: 'Ranchi', placeHi: 'राँची', personIds: [...stateLeaderIds, ...coordinatorIds],
      },
    ],
    links: [
      { id: newId(), fromKind: 'programme', fromId: driveId, toKind: 'programme', toId: dialogueId, kind: 'startsAfter', days: 3 },
      { id: newId(), fromKind: 'programme', fromId: dialogueId, toKind: 'meeting', toId: reviewId, kind: 'startsAfter', days: 1 },
    ],
    blackouts: [
      festival('Sarhul', 'सरहुल', '2022-04-04'),
      festival('Ram Navami', 'राम नवमी', '2022-04-10'),
      festival('Mahavir and Ambedkar Jayanti', 'महावीर एवं अंबेडकर जयंती', '2022-04-14'),
      festival('Good Friday', 'गुड फ्राइडे', '2022-04-15'),
    ],
    order: {
      programmeId: driveId, levelId: null, kind: 'extension', orderBy: 'राष्ट्रीय कार्यालय · National office', orderDay: '2022-03-31', reason: 'सदस्यता की अंतिम तिथि 15 दिन आगे · Membership prolonged by 15 days',
      fromDay: null, toDay: '2022-04-15', part: 'rest', phases: 'last', heldBack: [], dueDays: true, prolong: true, mark: null,
    },
  };
}
