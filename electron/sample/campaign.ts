// Says what the sample's campaign of April 2022 consists of: programmes with phases, metrics and the two meetings around it.
import type { SampleLeaders } from './people.ts';
import type { SampleData, SampleMetric } from './sample-data.ts';

export function sampleCampaign(
  leaders: SampleLeaders, stateId: string, newId: () => string,
): Pick<SampleData, 'programmes' | 'metrics' | 'meetings'> {
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
  return {
    metrics: [members, womensShare, committee],
    programmes: [
      {
        id: newId(), nameEn: 'Membership drive', nameHi: 'सदस्यता अभियान', fromDay: '2022-03-01', toDay: '2022-04-15',
        phases: [], metricIds: [members.id, womensShare.id],
      },
      {
        id: newId(), nameEn: 'Dialogue programme', nameHi: 'संवाद कार्यक्रम', fromDay: '2022-04-18', toDay: '2022-04-26',
        phases: [
          { levelId: 'district', fromDay: '2022-04-18', toDay: '2022-04-19' },
          { levelId: 'block', fromDay: '2022-04-20', toDay: '2022-04-22' },
          { levelId: 'panchayat', fromDay: '2022-04-23', toDay: '2022-04-24' },
          { levelId: 'booth', fromDay: '2022-04-25', toDay: '2022-04-26' },
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
        id: newId(), title: 'State review meeting', titleHi: 'प्रदेश समीक्षा बैठक', day: '2022-04-27', begin: 11 * 60, minutes: 3 * 60,
        unitId: stateId, placeEn: 'Ranchi', placeHi: 'राँची', personIds: [...stateLeaderIds, ...coordinatorIds],
      },
    ],
  };
}
